package report

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// meeting writes what a meeting is to treat: its agenda, what its group has due
// by then, vacancies, agreements to follow up and decisions that wait for it.
func (b *Briefer) meeting(p *Paper, m *model.Meeting) {
	p.Lead = append(p.Lead, b.when(m))
	b.agenda(p, m)
	g, ok := b.View.Group(m.Group.V)
	if !ok {
		p.Lead = append(p.Lead, b.in("Registret anger ingen grupp för mötet.", "The registry names no group of the meeting."))
		return
	}
	b.add(p, b.in("Ska vara klart till mötet", "Due by the meeting"), b.due(func(d *registry.Deadline, rec model.Record) bool {
		by := !m.Date.Given() || d.Due.IsZero() || edtf.Before(m.Date.V, d.Due) != truth.Yes
		return by && b.isOf(rec, g, d)
	}), b.in("Registret anger ingenting för gruppen som ska vara klart till dess och inte är det.", "The registry has nothing of the group that is due by then and not done."))
	b.vacancies(p, g)
	b.add(p, b.in("Överenskommelser att följa upp", "Agreements to follow up"), b.followed(g),
		b.in("Registret anger ingen överenskommelse som gruppen ansvarar för.", "The registry names no agreement that the group is responsible for."))
	b.waiting(p, m, g)
}

// when tells when and where a meeting is, and its status.
func (b *Briefer) when(m *model.Meeting) string {
	out := phrase.Word("meeting-status", m.Status.V).In(b.Lang)
	if m.Date.Given() {
		out += " " + text.Date(m.Date.V, b.Lang)
	}
	if m.Time.Given() {
		out += b.in(" kl. ", " at ") + string(m.Time.V)
	}
	if m.Place.Given() {
		out += ", " + m.Place.V.In(string(b.Lang))
	}
	return text.Capital(out) + "."
}

// agenda tells of the items of a meeting, and of what each is about.
func (b *Briefer) agenda(p *Paper, m *model.Meeting) {
	var lines []Line
	for i, item := range m.Agenda.Pointers() {
		line := Line{Text: itemLine(b.Writer, i, *item), Source: b.cite(registry.Citations(m, &item.Evidence, "agenda"))}
		if item.BroughtBy.Given() {
			line.Lines = append(line.Lines, Line{Text: b.in("väckt av ", "brought by ") + b.Name(item.BroughtBy.V)})
		}
		for _, ref := range item.About.All() {
			rec, ok := b.View.Record(ref)
			if !ok {
				continue
			}
			if _, has := b.View.StatusOf(rec); has {
				line.Lines = append(line.Lines, b.withStatus(rec, truth.Yes))
			} else {
				line.Lines = append(line.Lines, Line{Text: b.Name(ref)})
			}
		}
		lines = append(lines, line)
	}
	b.add(p, b.in("Dagordning", "Agenda"), lines, b.in("Registret har ingen dagordning för mötet.", "The registry has no agenda of the meeting."))
}

// isOf reports whether what is due is for a group: its own, of its plan or
// agreement, or for it to decide.
func (b *Briefer) isOf(rec model.Record, g *model.Group, d *registry.Deadline) bool {
	switch rec := rec.(type) {
	case *model.Group:
		return rec == g
	case *model.Plan:
		return rec.Owner.V.Record() == g.Ref || rec.Activities.Items[d.Path[1].Index].V.Responsible.V.Record() == g.Ref
	case *model.Agreement:
		owners, _ := b.View.Owners(rec)
		return slices.ContainsFunc(owners, func(s registry.StewardAt) bool { return s.Group == g.Ref })
	case *model.Decision:
		return b.forGroup(rec, g)
	}
	return false
}

// forGroup reports whether a decision is a group's to take.
func (b *Briefer) forGroup(d *model.Decision, g *model.Group) bool {
	return d.Body.V.Record() == g.Ref || d.Deadline.V.FirstMeetingOf.V.Record() == g.Ref
}

// vacancies tells which seats of a group nobody has, for certain or perhaps.
func (b *Briefer) vacancies(p *Paper, g *model.Group) {
	var lines []Line
	for _, s := range b.View.Seats(g) {
		if vacant := b.View.Vacant(s); vacant != truth.No {
			lines = append(lines, Line{
				Text:   text.Capital(b.role(s.Seat.Role)) + ", " + b.names(s.Seat.Represents.Values()) + doubt(truth.And(s.Holds, vacant)) + ": " + b.holder(s),
				Source: b.cite(registry.Citations(g, &s.Seat.Evidence, "seats")),
			})
		}
	}
	b.add(p, b.in("Vakanta platser", "Vacant seats"), lines, b.in("Registret anger ingen vakant plats.", "The registry has no vacant seat."))
}

// waiting tells which proposals wait for a group, and which decisions must come
// first.
func (b *Briefer) waiting(p *Paper, m *model.Meeting, g *model.Group) {
	var lines []Line
	for _, d := range b.View.Decisions {
		proposed := b.View.DecisionStatus(d).Is(model.Proposed)
		if !b.forGroup(d, g) || proposed == truth.No || b.View.HasEnded(d) == truth.Yes {
			continue
		}
		if date, ok := d.Date.Get(); ok && m.Date.Given() && edtf.Before(m.Date.V, date) == truth.Yes {
			continue // made later
		}
		line := b.withStatus(d, proposed)
		for _, ref := range d.Requires.All() {
			if first, ok := b.View.Decision(ref); ok && b.View.Decided(ref) != truth.Yes {
				line.Lines = append(line.Lines, Line{Text: b.in("kräver först ", "requires first ") + b.Name(first.Ref)})
			}
		}
		lines = append(lines, line)
	}
	b.add(p, b.in("Beslut som väntar på gruppen", "Decisions that wait for the group"), lines,
		b.in("Inget förslag i registret väntar på gruppens beslut.", "No proposal in the registry waits for the group to decide."))
}
