package synth

import "strings"

// cutRef splits a reference into kind and id.
func cutRef(ref string) (kind, id string) {
	kind, id, _ = strings.Cut(ref, "/")
	return kind, id
}

// The seats and people that a defect may be made in.

func personOf(suits func(*person, *membership) bool) func(*draft) bool {
	return func(d *draft) bool {
		p, ok := d.of.(*person)
		return ok && len(p.memberships) == 1 && suits(p, p.memberships[0])
	}
}

var (
	theApex   = groupOf(func(g *group) bool { return g.typ == "political-steering" })
	homeForum = groupOf(func(g *group) bool { return g.typ == "joint-forum" && g.subregional && !g.rests() })
	closed    = groupOf(func(g *group) bool { return g.typ == "joint-forum" && !g.rests() && g.admits == "" })

	// tookOver took over a seat from somebody the day after that one left.
	tookOver = personOf(func(_ *person, m *membership) bool {
		for i, h := range m.seat.holders[1:] {
			if before := m.seat.holders[i]; h == m {
				return m.decision == nil && m.approvedOn == 0 && m.group.typ == "joint-forum" && before.until == m.from-1 && before.from < m.from-10
			}
		}
		return false
	})
	inForum = personOf(func(p *person, m *membership) bool {
		return p.typ == "official" && m.group.typ == "joint-forum" && m.until == 0 && m.decision == nil
	})
	inLocal = personOf(func(p *person, m *membership) bool {
		return p.typ == "official" && m.group.typ == "local" && m.until == 0
	})
	municipalInLocal = personOf(func(p *person, m *membership) bool {
		return p.typ == "official" && m.group.typ == "local" && m.until == 0 && p.org.side == "municipal"
	})
	approved = personOf(func(_ *person, m *membership) bool { return m.approvedOn != 0 && m.until == 0 && m.from < retrieved-60 })
)

func anElected(d *draft) bool { p, ok := d.of.(*person); return ok && p.typ == "elected" }

// namesake is a person in whose organization somebody else comes first.
func namesake(d *draft) bool {
	p, ok := d.of.(*person)
	return ok && first(p) != nil && first(p).id < p.id
}

func first(p *person) (f *person) {
	for _, o := range p.org.officials {
		if f == nil || o.id < f.id {
			f = o
		}
	}
	return f
}

// aLocalGroup is the id of a local group, of another one at each call as long
// as there are any.
func (p *planting) aLocalGroup() string {
	var all []string
	for _, d := range p.drafts {
		if localGroup(d) && d.of.(*group).began < date(2021, 1, 1) {
			all = append(all, d.id())
		}
	}
	p.joined++
	return all[p.joined%len(all)]
}

// join adds a membership above the others and gives the number of its first line.
func (d *draft) join(group string, more ...string) int {
	lines := []string{"  - group: " + group}
	for _, l := range more {
		lines = append(lines, "    "+l)
	}
	return d.put("memberships:", lines...)
}

// seatDefects are what the rules about seats and those who hold them find.
var seatDefects = []defect{
	pair(single("seat-holder-in-term", tookOver, func(_ *planting, d *draft) int {
		n := d.after(d.find("memberships:", 1), "    from: ")
		d.replace(n, "    from: "+(d.of.(*person).memberships[0].from-5).String())
		return d.find("  - group: ", 1)
	})),
	single("seat-vacancy-reported", jointForum, func(_ *planting, d *draft) int {
		c := d.of.(*group).county
		n := d.seat("member", "region", c.administration, "appointed_by: "+c.region.ref())
		d.replace(n+6, "    holder: none")
		return n
	}),
	single("person-role-match-forum", inForum, func(_ *planting, d *draft) int {
		d.change("type: ", "type: elected")
		return d.find("  - group: ", 1)
	}),
	single("political-group-size", theApex, func(_ *planting, d *draft) int {
		c := d.of.(*group).county
		d.seat("member", "region", c.region, "elected: true", "appointed_by: "+c.region.ref())
		return d.find("seats:", 1)
	}),
	single("representation-balanced", jointForum, func(_ *planting, d *draft) int {
		c := d.of.(*group).county
		d.seat("member", "region", c.administration, "count: 5", "appointed_by: "+c.region.ref())
		return d.find("seats:", 1)
	}),
	single("subregion-coverage", homeForum, func(_ *planting, d *draft) int {
		c := d.of.(*group).county
		n := d.after(d.find("  - id: municipal-4", 1), "    represents: ")
		d.replace(n, "    represents: ["+c.bySubregion[0][0].ref()+", "+c.bySubregion[0][1].ref()+"]")
		return d.find("seats:", 1)
	}),
	single("representative-mandate-scope", jointForum, func(_ *planting, d *draft) int {
		c := d.of.(*group).county
		return d.seat("member", "municipal", c.municipalities[0], "delegated: true", "appointed_by: "+c.association.ref()) + 3
	}),
	single("metric-scope", noClaims, func(p *planting, d *draft) int {
		return d.add("claims:", "  - id: "+p.word("roller"), "    metric: roles", "    as_of: 2025-12-31", "    value: unknown") - 3
	}),
	single("provider-seats-allowed", closed, func(_ *planting, d *draft) int {
		c := d.of.(*group).county
		var provider org
		provider.id = "vardbolaget-" + c.slug
		d.add("admits: none")
		return d.seat("member", "region", &provider, "appointed_by: "+c.region.ref()) + 3
	}),
	single("adjunct-not-counted", localGroup, func(_ *planting, d *draft) int {
		return d.seat("adjunct", "region", d.of.(*group).county.administration, "elected: true") + 4
	}),
	single("nomination-body-recorded", municipalForum, func(_ *planting, d *draft) int {
		return d.seat("member", "municipal", d.of.(*group).county.municipalities[0], "appointed_by: none") + 4
	}),
	single("knowledge-rep-approved", approved, func(_ *planting, d *draft) int {
		d.change("      date: ", "      date: "+(d.of.(*person).memberships[0].from+30).String())
		return d.find("    approved_by:", 1)
	}),
	single("membership-seat-exists", inLocal, func(p *planting, d *draft) int {
		return d.join(p.aLocalGroup(), "seat: finns-inte", "from: 2026-06-01") + 1
	}),
	single("membership-without-seat", inLocal, func(p *planting, d *draft) int { return d.join(p.aLocalGroup(), "from: 2026-06-01") }),
	single("membership-within-life", inLocal, func(p *planting, d *draft) int {
		return d.join(p.aLocalGroup(), "seat: municipal-3", "from: 2010-01-01", "until: 2012-12-31") + 2
	}),
	single("membership-periods-overlap", inLocal, func(_ *planting, d *draft) int {
		m := d.of.(*person).memberships[0]
		return d.join(m.group.id, "seat: "+m.seat.id, "from: "+m.from.String()) + 3
	}),
	single("person-two-seats", municipalInLocal, func(_ *planting, d *draft) int {
		m := d.of.(*person).memberships[0]
		d.join(m.group.id, "seat: municipal-3", "from: 2026-06-01")
		return d.find("    seat: ", 2)
	}),
	single("seat-side-matches", localGroup, func(_ *planting, d *draft) int {
		return d.seat("member", "region", d.of.(*group).county.municipalities[0]) + 2
	}),
	single("elected-past-mandate", anElected, func(p *planting, d *draft) int {
		return d.join(p.aLocalGroup(), "seat: municipal-3", "from: 2022-01-01", "until: 2023-06-30") + 3
	}),
	single("duplicate-person", namesake, func(_ *planting, d *draft) int {
		d.change("name: ", "name: "+first(d.of.(*person)).name)
		return 1
	}),
}
