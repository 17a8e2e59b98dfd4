package report

import (
	"unicode"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// representative introduces a person to each group that they sit in: their
// mandate and on whose behalf, what the group is for, its agreements and its next
// meetings.
func (b *Briefer) representative(p *Paper, r *model.Representative) {
	p.Lead = append(p.Lead, text.Capital(phrase.Word("representative-type", r.Type.V).In(b.Lang))+b.titles(r)+".")
	var lines []Line
	var groups []*model.Group
	for i, m := range r.Memberships.Pointers() {
		s := registry.Seating{Representative: r, Membership: m, Index: i}
		sits := b.View.Sits(s)
		g, ok := b.View.Group(m.Group.V)
		if !ok || sits == truth.No {
			continue
		}
		lines = append(lines, b.mandate(s, g, sits))
		groups = append(groups, g)
	}
	b.add(p, b.in("Uppdrag", "Mandate"), lines, b.Lang.Say(text.WhoNoMemberships, text.Args{"name": b.Name(r.Ref), "day": b.View.Day}))
	seen := map[model.Ref]bool{}
	for _, g := range groups {
		if seen[g.Ref] {
			continue
		}
		seen[g.Ref] = true
		own := &Paper{}
		b.purposes(own, g)
		b.works(own, g)
		b.agreements(own, g)
		b.members(own, g)
		b.next(own, g)
		name := b.View.ShortName(g).In(string(b.Lang))
		for _, s := range own.Sections {
			s.Heading = name + ": " + lower(s.Heading)
			p.Sections = append(p.Sections, s)
		}
	}
}

// lower makes the first letter lower case.
func lower(s string) string {
	for i, r := range s {
		return string(unicode.ToLower(r)) + s[i+len(string(r)):]
	}
	return s
}

// titles are those that a person may have at the view's day, each after a comma.
func (b *Briefer) titles(r *model.Representative) string {
	out := ""
	for _, t := range r.Titles.Pointers() {
		holds := b.View.Holds(t.Span, registry.Citations(r, &t.Evidence, "titles"), registry.Changing)
		if holds == truth.No {
			continue
		}
		if t.Title.Given() {
			out += ", " + lower(t.Title.V.In(string(b.Lang)))
		}
		if t.Organization.Given() {
			out += ", " + b.names([]model.Ref{t.Organization.V})
		}
		out += doubt(holds)
	}
	return out
}

// mandate tells of a membership: the role, on whose behalf, since when, and who
// appointed.
func (b *Briefer) mandate(s registry.Seating, g *model.Group, sits truth.Value) Line {
	m := s.Membership
	role := m.Role
	by := m.AppointedBy
	if seat, ok := b.View.SeatOf(s); ok {
		role = seat.Role
		if !by.Given() {
			by = seat.AppointedBy
		}
	}
	line := Line{
		Text:   b.View.ShortName(g).In(string(b.Lang)) + doubt(sits) + ": " + b.role(role),
		Source: b.cite(registry.Citations(s.Representative, &m.Evidence, "memberships")),
	}
	under := func(sv, en, value string, gapSv, gapEn string) {
		if value == "" {
			line.Lines = append(line.Lines, Line{Text: b.in(gapSv, gapEn), Gap: true})
			return
		}
		line.Lines = append(line.Lines, Line{Text: b.in(sv, en) + value})
	}
	under("för ", "on behalf of ", b.names(b.View.SpeaksFor(s)), "för vem framgår inte", "on whose behalf is not known")
	under("", "", b.Period(b.day(m.From), b.day(m.Until)), "för vilken tid framgår inte", "for which time is not known")
	if by.Given() {
		under("utsedd av ", "appointed by ", b.names([]model.Ref{by.V}), "", "")
	} else {
		under("", "", "", "av vem personen är utsedd framgår inte", "by whom the person is appointed is not known")
	}
	return line
}

// day writes a date that is given.
func (b *Briefer) day(d model.Val[edtf.Date]) string {
	if d.Given() {
		return text.Date(d.V, b.Lang)
	}
	return b.Answer(d.Is)
}

// works tells how a group works: how often it meets, how it is chaired, whom it
// reports to and what it decides.
func (b *Briefer) works(p *Paper, g *model.Group) {
	var lines []Line
	structure := &g.Structure.V
	cites := b.cite(registry.Citations(g, &structure.Evidence, "structure.meetings_per_year"))
	if n, ok := structure.MeetingsPerYear.Get(); ok {
		lines = append(lines, Line{Text: b.say(text.Both{Sv: "{n} möten per år", En: "{n} meetings a year"}, text.Args{"n": n}), Source: cites})
	} else {
		lines = append(lines, Line{Text: b.in("hur ofta gruppen möts framgår inte", "how often the group meets is not known"), Gap: true})
	}
	if chair, ok := structure.Chair.Get(); ok {
		line := b.in("ordförandeskap: ", "chair: ") + phrase.Word("chair-model", chair.Model.V).In(b.Lang)
		if between := b.names(chair.Between.Values()); between != "" {
			line += b.in(", mellan ", ", between ") + between
		}
		lines = append(lines, Line{Text: line, Source: b.cite(registry.CitationsWithin(g, "structure.chair", &structure.Evidence, &chair.Evidence))})
	}
	if superiors, _, _ := b.View.Superiors(g); len(superiors) > 0 {
		lines = append(lines, Line{Text: b.in("rapporterar till ", "reports to ") + b.names(superiors), Source: b.cite(registry.Citations(g, nil, "reports_to"))})
	}
	for _, power := range g.Decides.Pointers() {
		what := phrase.Word("matter", power.Matter.V).In(b.Lang)
		if power.What.Given() {
			what = power.What.V.In(string(b.Lang))
		}
		lines = append(lines, Line{Text: b.in("beslutar: ", "decides: ") + what, Source: b.cite(registry.Citations(g, &power.Evidence, "decides"))})
	}
	b.add(p, b.in("Så arbetar gruppen", "How the group works"), lines, "")
}

// next tells of the meetings of a group that are still to come.
func (b *Briefer) next(p *Paper, g *model.Group) {
	var lines []Line
	for _, m := range b.View.MeetingsOf(g.Ref) {
		if m.Status.V == model.Planned && (!m.Date.Given() || m.Date.V.Ended(b.View.Day) != truth.Yes) {
			lines = append(lines, Line{Text: b.when(m), Source: b.cite(registry.Citations(m, nil, "date"))})
		}
	}
	b.add(p, b.in("Kommande möten", "Meetings to come"), lines, b.in("Registret har inget planerat möte.", "The registry has no planned meeting."))
}
