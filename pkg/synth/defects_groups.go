package synth

// The groups and meetings that a defect may be made in.

func groupOf(suits func(*group) bool) func(*draft) bool {
	return func(d *draft) bool {
		g, ok := d.of.(*group)
		return ok && g.ended == 0 && suits(g)
	}
}

var (
	jointForum      = groupOf(func(g *group) bool { return g.typ == "joint-forum" && !g.rests() })
	municipalForum  = groupOf(func(g *group) bool { return g.typ == "municipal-forum" })
	dormantForum    = groupOf(func(g *group) bool { return g.rests() })
	localGroup      = groupOf(func(g *group) bool { return g.typ == "local" })
	withPersonLink  = groupOf(func(g *group) bool { return g.link != nil })
	withAnnualPlans = groupOf(func(g *group) bool { return g.typ == "joint-forum" && !g.rests() && g.plans > 0 })
)

func localMeeting(d *draft) bool {
	m, ok := d.of.(*meeting)
	return ok && m.group.typ == "local" && m.status == "held" && d.has("present:") && m.on < retrieved-60 && m.on != m.group.meetings[len(m.group.meetings)-1].on
}

func laterMeeting(d *draft) bool { return localMeeting(d) && d.of.(*meeting).group.meetings[0] != d.of }

// nobody takes away who was at a meeting.
func (d *draft) nobody() {
	for _, key := range []string{"present:", "absent:"} {
		if d.has(key) {
			d.remove(key)
		}
	}
}

func forumMeeting(d *draft) bool {
	m, ok := d.of.(*meeting)
	return ok && m.group.forum() && m.group.typ != "municipal-forum" && m.status == "held" && m.chair != nil && yearOf(m.on) >= 2025
}

// lastTurn is the last held meeting of a forum whose chairs take turns at each,
// where the chair of the one before could have had the chair.
func lastTurn(d *draft) bool {
	m, ok := d.of.(*meeting)
	if !ok || m.group.chair.per != "meeting" || m.chair == nil {
		return false
	}
	before := m.group.lastMeeting(m.on - 1)
	return m.group.lastMeeting(asOf) == m && before != nil && before.chair != nil && before.chair != m.chair && before.chair.sits(m.group, m.on)
}

// planOf is this year's annual plan of a forum.
func planOf(d *draft) bool {
	pl, ok := d.of.(*plan)
	return ok && pl.typ == "annual" && pl.year == lastYear && d.other != nil && jointForum(d.other)
}

func planThisYear(d *draft) bool {
	pl, ok := d.of.(*plan)
	return ok && pl.typ == "annual" && pl.year == lastYear && pl.implements != nil
}

func theVocabulary(d *draft) bool { return d.path == "vocabulary.yaml" }

// stranger is a person who sits in no group that a record is about.
func (p *planting) stranger(g *group) string {
	for _, d := range p.drafts {
		if who, ok := d.of.(*person); ok && !who.inGroup(g) && (g.knowledge == nil || !who.inGroup(g.knowledge)) {
			return d.ref
		}
	}
	return ""
}

// groupDefects are what the rules about groups, meetings and chairs find.
var groupDefects = []defect{
	single("group-mandate-current", jointForum, func(_ *planting, d *draft) int { return d.change("  status: current", "  status: outdated") }),
	single("joint-forum-both-sides", dormantForum, func(_ *planting, d *draft) int {
		for d.has("  - id: municipal-") {
			d.remove("  - id: municipal-")
		}
		return d.find("seats:", 1)
	}),
	single("municipal-forum-no-region", municipalForum, func(_ *planting, d *draft) int {
		return d.seat("member", "region", d.of.(*group).county.administration, "appointed_by: "+d.of.(*group).county.region.ref()) + 2
	}),
	single("group-meets-as-planned", jointForum, func(_ *planting, d *draft) int {
		return d.change("  meetings_per_year: 4", "  meetings_per_year: 5")
	}),
	single("group-dormant", dormantForum, func(_ *planting, d *draft) int {
		d.remove("  - status: dormant")
		return d.find("history:", 1)
	}),
	single("meeting-status-date", localMeeting, func(_ *planting, d *draft) int { return d.change("status: ", "status: planned") }),
	single("chair-defined", jointForum, func(_ *planting, d *draft) int { return d.change("    model: ", "    model: unclear") }),
	pair(single("chair-alternates", lastTurn, func(_ *planting, d *draft) int {
		m := d.of.(*meeting)
		return d.change("chair: ", "chair: representative/"+m.group.lastMeeting(m.on-1).chair.id)
	})),
	single("chair-is-seat-holder", forumMeeting, func(p *planting, d *draft) int {
		return d.change("chair: ", "chair: "+p.stranger(d.of.(*meeting).group))
	}),
	single("secretariat-exists", jointForum, func(_ *planting, d *draft) int { return d.change("  status: active", "  status: stopped") }),
	single("secretariat-both-organisations", jointForum, func(_ *planting, d *draft) int {
		d.remove("    - organization: halsoforvaltningen-")
		return d.find("  organizations:", 1)
	}),
	single("secretariat-time-declared", jointForum, func(_ *planting, d *draft) int {
		return d.change("      share_agreed: ", "      share_agreed: 250")
	}),
	pair(defect{"annual-plan-current", planOf, func(_ *planting, d *draft) []Expected {
		// The plan is of another year, and its owner, whose plans are all
		// recorded, has none for this one.
		d.change("period: ", "period: 2020")
		return []Expected{d.other.expect("annual-plan-current", d.other.find("  plans: ", 1))}
	}}),
	single("annual-plan-priorities", planThisYear, func(_ *planting, d *draft) int { return d.change("implements: ", "implements: none") }),
	single("communication-channel", jointForum, func(_ *planting, d *draft) int {
		d.remove("communication:")
		return d.add("communication: none")
	}),
	single("local-groups-status-known", jointForum, func(_ *planting, d *draft) int {
		d.remove("local_groups:")
		return d.add("local_groups:", "  exist: true", "  inventory: none")
	}),
	single("reporting-line-single", jointForum, func(_ *planting, d *draft) int {
		return d.change("reports_to: ", "reports_to: [group/tjanstemannastyrgrupp, group/politisk-styrgrupp]")
	}),
	single("knowledge-link-declared", jointForum, func(_ *planting, d *draft) int {
		d.remove("    link: ")
		return d.find("knowledge:", 1) + 1
	}),
	single("knowledge-personal-link-valid", withPersonLink, func(p *planting, d *draft) int {
		_, id := cutRef(p.stranger(d.of.(*group)))
		return d.change("    person: ", "    person: "+id)
	}),
	single("meeting-within-life", localMeeting, func(_ *planting, d *draft) int {
		d.nobody()
		return d.add("group: "+d.of.(*meeting).group.id, "date: 2016-04-04")
	}),
	pair(single("meeting-duplicate", laterMeeting, func(_ *planting, d *draft) int {
		d.nobody()
		m := d.of.(*meeting)
		return d.add("group: "+m.group.id, "date: "+m.group.lastMeeting(m.on-1).on.String())
	})),
	single("attendance-valid", localMeeting, func(p *planting, d *draft) int {
		return d.change("  - representative/", "  - "+p.stranger(d.of.(*meeting).group))
	}),
	single("declared-none-contradicted", withAnnualPlans, func(_ *planting, d *draft) int { return d.add("plans: none") }),
	single("evidence-stale", jointForum, func(_ *planting, d *draft) int {
		n := d.find("sources:", 1)
		d.replace(n+1, "  - source: dokument-hok-"+d.of.(*group).county.slug)
		return n
	}),
	single("area-without-group", theVocabulary, func(_ *planting, d *draft) int {
		return d.put("subject_areas:", "  - id: utan-forum", "    sv: Utan forum", "    en: Without a forum")
	}),
}

// seat adds a seat to a group, with the given further lines, and gives the
// number of its first line. Its lines are id, role, side, represents, and then
// the further ones. Who holds it is not known.
func (d *draft) seat(role, side string, of *org, more ...string) int {
	lines := []string{"  - id: ny-plats", "    role: " + role, "    side: " + side, "    represents: [" + of.ref() + "]"}
	for _, l := range more {
		lines = append(lines, "    "+l)
	}
	return d.put("seats:", append(lines, "    from: 2026-06-01", "    holder: unknown")...)
}
