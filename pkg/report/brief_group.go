package report

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// group writes what a group is for, answers for, drives and plans, who sits in
// it, and what is new.
func (b *Briefer) group(p *Paper, g *model.Group) {
	p.Lead = append(p.Lead, text.Capital(phrase.Word("group-type", g.Type.V).In(b.Lang))+". "+b.Lang.Word(text.ColumnStatus)+": "+b.Status(g)+".")
	b.purposes(p, g)
	b.agreements(p, g)
	b.issues(p, g)
	b.plans(p, g)
	b.members(p, g)
	b.changed(p, g)
}

// purposes tells what a group is for, by its terms of reference.
func (b *Briefer) purposes(p *Paper, g *model.Group) {
	terms := &g.TermsOfReference.V
	var lines []Line
	cites := registry.Citations(g, &terms.Evidence, "terms_of_reference")
	if t, ok := terms.Text.Get(); ok {
		line := Line{Text: t.In(string(b.Lang)), Source: b.cite(cites)}
		if terms.Status.Given() {
			line.Lines = append(line.Lines, Line{Text: b.in("Uppdraget är ", "The terms are ") + phrase.Word("terms-status", terms.Status.V).In(b.Lang) + "."})
		}
		lines = append(lines, line)
	}
	for _, row := range terms.Purposes.Rows {
		purpose := row.Key
		if t, ok := b.View.Term("purposes", row.Key); ok {
			purpose = t.Words().In(string(b.Lang))
		}
		content, ok := row.Val.V.Content.Get()
		if ok {
			lines = append(lines, Line{Text: purpose + ": " + content.In(string(b.Lang)), Source: b.cite(registry.Citations(g, &row.Val.V.Evidence, "terms_of_reference.purposes"))})
			continue
		}
		lines = append(lines, Line{Text: purpose + ": " + b.in("hur det fylls framgår inte", "how it is served is not known"), Gap: true})
	}
	if len(lines) > 0 && len(terms.Purposes.Rows) == 0 && g.Type.V == model.ConsultationGroup {
		lines = append(lines, Line{Gap: true, Text: b.in("Hur gruppen fyller riktlinjens syften framgår inte av registret.", "How the group serves the purposes of the guideline the registry does not tell.")})
	}
	b.add(p, b.in("Vad gruppen är till för", "What the group is for"), lines,
		b.in("Registret anger inget uppdrag för gruppen.", "The registry has no terms of reference of the group."))
}

// agreements tells which agreements a group answers for and how they are followed
// up, and which it rests on or is only proposed for.
func (b *Briefer) agreements(p *Paper, g *model.Group) {
	lines := b.followed(g)
	for _, a := range b.View.Agreements {
		for _, s := range b.View.StewardsAt(a, &a.Responsible, "responsible") {
			if owner, _ := b.View.Owner(a); s.Group == g.Ref && s.Proposed && owner.Group != g.Ref {
				lines = append(lines, Line{
					Text:   b.View.ShortName(a).In(string(b.Lang)) + ": " + b.in("gruppen är bara föreslagen som ansvarig", "the group is only proposed as responsible"),
					Source: b.cite(registry.Citations(a, &s.Entry.Evidence, "responsible")),
				})
			}
		}
	}
	for _, ref := range g.BasedOn.All() {
		if a, ok := b.View.Record(ref); ok {
			line := b.withStatus(a, truth.Yes)
			line.Lines = append(line.Lines, Line{Text: b.in("gruppen vilar på den utan att ansvara för den", "the group rests on it without being responsible for it")})
			lines = append(lines, line)
		}
	}
	nothing := b.in("Registret anger ingen överenskommelse som gruppen ansvarar för.", "The registry names no agreement that the group is responsible for.")
	if g.Agreements.Is == model.None {
		nothing = b.in("Gruppen ansvarar inte för någon överenskommelse.", "The group is responsible for no agreement.")
	}
	b.add(p, b.in("Överenskommelser", "Agreements"), lines, nothing)
}

// followed are the agreements in force that a group is responsible for, with how
// they are to be followed up and when that was last done.
func (b *Briefer) followed(g *model.Group) []Line {
	var lines []Line
	owned := b.View.AgreementsOf(g)
	if apex, ok := b.View.Manifest.Apex.Get(); ok && apex.Record() == g.Ref {
		for _, a := range b.View.Agreements {
			if owner, ok := b.View.Owner(a); ok && owner.Group == g.Ref && owner.Index < 0 {
				owned = append(owned, registry.RecordAt{Ref: a.Ref, Holds: b.View.IsInForce(a)})
			}
		}
	}
	for _, at := range owned {
		a, ok := registry.Find[*model.Agreement](b.View.Registry, at.Ref)
		if !ok || at.Holds == truth.No {
			continue
		}
		line := b.withStatus(a, at.Holds)
		follow := &a.FollowUp.V
		cites := b.cite(registry.Citations(a, &follow.Evidence, "follow_up"))
		switch every, ok := follow.Every.Get(); {
		case ok:
			line.Lines = append(line.Lines, Line{Text: b.say(text.Both{Sv: "ska följas upp med {every} mellanrum", En: "is to be followed up at intervals of {every}"}, text.Args{"every": every}), Source: cites})
		case a.FollowUp.Is == model.None:
			line.Lines = append(line.Lines, Line{Text: b.in("ingen uppföljning är bestämd", "no follow-up is laid down"), Source: cites})
		default:
			line.Lines = append(line.Lines, Line{Text: b.in("hur ofta den ska följas upp framgår inte", "how often it is to be followed up is not known"), Gap: true})
		}
		line.Lines = append(line.Lines, b.lastFollowup(a))
		lines = append(lines, line)
	}
	return lines
}

// lastFollowup tells of the newest follow-up of an agreement.
func (b *Briefer) lastFollowup(a *model.Agreement) Line {
	var last *model.Followup
	for _, f := range b.View.Followups {
		if f.Agreement.V.Record() != a.Ref || f.Reported.Given() && f.Reported.V.Begun(b.View.Day) == truth.No {
			continue
		}
		if last == nil || f.Period.V.Until.V.Latest() > last.Period.V.Until.V.Latest() {
			last = f
		}
	}
	if last == nil {
		return Line{Text: b.in("ingen uppföljning finns i registret", "no follow-up is in the registry"), Gap: true}
	}
	span := last.Period.V.Span
	period := b.Period(text.Date(span.From.V, b.Lang), text.Date(span.Until.V, b.Lang))
	return Line{Text: b.in("senast uppföljd för ", "last followed up for ") + period, Source: b.cite(registry.Citations(last, nil, "period"))}
}

// issues tells which open issues a group drives, and which others concern it.
func (b *Briefer) issues(p *Paper, g *model.Group) {
	var lines []Line
	for _, i := range b.View.Issues {
		part := ""
		switch {
		case b.View.IssueIsOpen(i) == truth.No:
			continue
		case i.Driver.V.Record() == g.Ref:
			part = b.in("gruppen driver frågan", "the group drives the issue")
		case i.Coordinator.V.Record() == g.Ref:
			part = b.in("gruppen samordnar frågan", "the group coordinates the issue")
		case slices.ContainsFunc(i.Concerns.Values(), func(r model.Ref) bool { return r.Record() == g.Ref }):
			part = b.in("frågan berör gruppen", "the issue concerns the group")
		default:
			continue
		}
		line := b.withStatus(i, b.View.IssueIsOpen(i))
		line.Lines = []Line{{Text: part}}
		lines = append(lines, line)
	}
	b.add(p, b.in("Utvecklingsfrågor", "Development issues"), lines,
		b.in("Registret anger ingen öppen utvecklingsfråga som gruppen driver eller berörs av.", "The registry names no open development issue that the group drives or is concerned by."))
}

// plans tells of the plans of a group that may govern, and how far their
// activities have come.
func (b *Briefer) plans(p *Paper, g *model.Group) {
	var lines []Line
	var past []model.Ref
	for _, plan := range b.View.PlansOf(g.Ref) {
		holds := b.View.PlanHolds(plan)
		if holds == truth.No {
			past = append(past, plan.Ref)
			continue
		}
		line := b.withStatus(plan, holds)
		for _, goal := range plan.Goals.All() {
			line.Lines = append(line.Lines, Line{Text: b.in("mål: ", "goal: ") + goal.In(string(b.Lang))})
		}
		line.Lines = append(line.Lines, b.activities(plan)...)
		lines = append(lines, line)
	}
	nothing := b.in("Registret anger ingen plan för gruppen.", "The registry names no plan of the group.")
	if g.Plans.Is == model.None {
		nothing = b.in("Gruppen har ingen plan.", "The group has no plan.")
	}
	if len(past) > 0 {
		nothing = b.say(text.Both{Sv: "Ingen plan i registret gäller {day}. Andra tider: {plans}.", En: "No plan in the registry governs {day}. Other times: {plans}."}, text.Args{"day": b.View.Day, "plans": b.names(past)})
	}
	b.add(p, b.in("Plan och aktiviteter", "Plan and activities"), lines, nothing)
}

// activities tells how far the activities of a plan have come.
func (b *Briefer) activities(plan *model.Plan) []Line {
	due := map[int]*registry.Deadline{}
	all := b.View.Deadlines()
	for i := range all {
		if d := &all[i]; d.Record == plan.Ref && d.Kind.ID == "activity" {
			due[d.Path[1].Index] = d
		}
	}
	if len(plan.Activities.Items) == 0 {
		return []Line{{Text: b.in("aktiviteterna är inte återgivna i registret", "the activities are not in the registry"), Gap: true}}
	}
	var lines []Line
	for i, a := range plan.Activities.Pointers() {
		if d := due[i]; d != nil {
			lines = append(lines, b.deadline(d, d.Part.In(string(b.Lang))))
			continue
		}
		title := string(a.ID.V)
		if a.Title.Given() {
			title = a.Title.V.In(string(b.Lang))
		}
		state := b.in("hur långt den har kommit framgår inte", "how far it has come is not known")
		if a.State.Given() {
			state = phrase.Word("progress", a.State.V).In(b.Lang)
		}
		lines = append(lines, Line{
			Text:   title + ": " + state + b.in(", ingen dag är satt", ", no day is set"),
			Source: b.cite(registry.Citations(plan, &a.Evidence, "activities")),
		})
	}
	return lines
}

// members tells of the seats of a group, who has them and which are vacant, and
// of those who sit without a seat.
func (b *Briefer) members(p *Paper, g *model.Group) {
	var lines []Line
	old := registry.Cited{}
	unsure := false
	for _, s := range b.View.Seats(g) {
		cites := registry.Citations(g, &s.Seat.Evidence, "seats")
		whom := b.names(s.Seat.Represents.Values())
		if whom == "" {
			whom = b.in("för vem framgår inte", "for whom is not known")
		}
		line := text.Capital(b.role(s.Seat.Role)) + ", " + whom
		if n, ok := s.Seat.Count.Get(); ok {
			line += " (" + b.Lang.Write(n) + b.in(" platser", " seats") + ")"
		}
		lines = append(lines, Line{Text: line + doubt(s.Holds) + ": " + b.holder(s), Source: b.cite(cites)})
		if s.Holds == truth.CannotTell {
			old, unsure = cites, true
		}
	}
	for _, m := range b.View.Memberships(g.Ref) {
		sits := b.View.Sits(m)
		if m.Membership.Seat.Given() || sits == truth.No {
			continue
		}
		line := text.Capital(b.role(m.Membership.Role)) + ": " + b.Name(m.Representative.Ref) + doubt(sits)
		if whom := b.names(b.View.SpeaksFor(m)); whom != "" {
			line += b.in(", för ", ", for ") + whom
		}
		lines = append(lines, Line{Text: line, Source: b.cite(registry.Citations(m.Representative, &m.Membership.Evidence, "memberships"))})
	}
	if unsure {
		lines = append(lines, b.tooOld(old))
	}
	b.add(p, b.in("Ledamöter och vakanser", "Members and vacancies"), lines,
		b.in("Registret anger inga platser eller ledamöter.", "The registry has no seats or members."))
}

// tooOld tells why nobody can say who has the seats now.
func (b *Briefer) tooOld(cites registry.Cited) Line {
	line := Line{Gap: true, Text: b.in("Om platserna finns kvar avgör källorna inte.", "Whether the seats still exist the sources do not settle.")}
	newest := b.View.NewestSource(cites)
	if after, ok := b.View.Thresholds().StaleAfter.Get(); ok && !newest.IsZero() {
		line.Text = b.say(text.Both{
			Sv: "Om platserna finns kvar avgör källorna inte: den nyaste är från {newest}, och en sådan uppgift räknas som säker i {after}.",
			En: "Whether the seats still exist the sources do not settle: the newest is of {newest}, and such a fact counts as certain for {after}.",
		}, text.Args{"newest": newest, "after": after})
	}
	return line
}

// changed tells which meetings a group has held and what has been decided by it,
// on it, and by those that it reports to.
func (b *Briefer) changed(p *Paper, g *model.Group) {
	var lines []Line
	for _, m := range slices.Backward(b.View.MeetingsOf(g.Ref)) {
		if m.Status.V != model.Held || m.Date.Given() && b.recent(m.Date.V) == truth.No {
			continue
		}
		line := Line{Text: b.in("okänd dag ?", "unknown day ?"), Source: b.cite(registry.Citations(m, nil, "date"))}
		if m.Date.Given() {
			line.Text = text.Date(m.Date.V, b.Lang) + doubt(b.recent(m.Date.V))
		}
		for i, item := range m.Agenda.All() {
			line.Lines = append(line.Lines, Line{Text: itemLine(b.Writer, i, item)})
		}
		lines = append(lines, line)
	}
	b.add(p, b.since(text.Both{Sv: "Möten", En: "Meetings"}), lines,
		b.in("Registret har inget hållet möte från den tiden.", "The registry has no meeting held in that time."))
	b.decided(p, g)
}

// decided are the decisions by a group, on it, and by those that it reports to.
func (b *Briefer) decided(p *Paper, g *model.Group) {
	superiors, _, _ := b.View.Superiors(g)
	about := b.View.Referrers(g.Ref)
	b.news(p, b.since(text.Both{Sv: "Beslut", En: "Decisions"}), func(d *model.Decision) bool {
		return slices.Contains(about, d.Ref) || slices.Contains(superiors, d.Body.V.Record())
	})
}
