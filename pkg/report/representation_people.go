package report

import (
	"math"
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// inSeveralGroups are the people who have a role in more than one forum.
func (d *Desk) inSeveralGroups(r *Report, forums []registry.GroupAt) {
	p := r.add("several", d.in("Personer i flera fora", "People in several forums"),
		d.col("person", Records, "Person", "Person"),
		d.col("forums", Words, "Fora", "Forums"),
		d.col("source", Words, "Källa", "Source"))
	m, _ := d.View.Metric("people-in-several-groups", registry.Scope{})
	lives := map[string]truth.Value{}
	unnamed := 0
	for _, g := range forums {
		lives[g.Group.Ref.ID] = g.Lives
		for _, s := range d.View.Seats(g.Group) {
			if s.Counts() && s.Seat.Holder.Is == model.Unknown && len(d.View.Holders(g.Group.Ref, s.Seat.ID.V)) == 0 {
				unnamed++
			}
		}
	}
	rests := restsOn("personer i flera fora", "people in several forums", m.Complete)
	add := func(refs []model.Ref, holds truth.Value) {
		for _, ref := range refs {
			person, ok := registry.Find[*model.Representative](d.View.Registry, ref)
			if !ok {
				continue
			}
			var in []string
			var cites registry.Cited
			for i, ms := range person.Memberships.Pointers() {
				alive, forum := lives[ms.Group.V.ID]
				seating := registry.Seating{Representative: person, Membership: ms, Index: i}
				if sits := truth.And(alive, d.View.Sits(seating)); forum && sits != truth.No && d.View.Counts(seating) {
					if name := d.record(ms.Group.V.Record()).Text + doubt(sits); !slices.Contains(in, name) {
						in = append(in, name)
					}
					cites = registry.Citations(person, &ms.Evidence, "memberships")
					rests.cite(cites)
				}
			}
			rests.count(holds, cites)
			p.row(d.record(ref).marked(holds), words(text.List(in, d.Lang)), d.source(cites))
		}
	}
	add(m.Counted, truth.Yes)
	add(m.Undecided, truth.CannotTell)
	p.Basis = rests.done()
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen namngiven person i registret har roller i flera fora.", "No named person in the registry has roles in several forums."))
	}
	if m.Complete != truth.Yes {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "Det kan finnas fler än registret kan säga: {n|en plats i registret är tillsatt av någon|# platser i registret är tillsatta av personer} som källan inte nämner.",
			En: "There may be more than the registry can tell: {n|one seat in the registry is filled by somebody|# seats in the registry are filled by people} whom the source does not name.",
		}, text.Args{"n": unnamed}))
	}
}

// admissions are who else than the region and the municipalities may have seats,
// by the types of organizations.
var admissions = []model.Word{model.Provider, "user-organization", "authority"}

// otherParticipants tells which forums providers, user organizations and
// authorities take part in.
func (d *Desk) otherParticipants(r *Report, forums []registry.GroupAt) {
	p := r.add("others", d.in("Andra deltagare än regionen och kommunerna", "Other participants than the region and the municipalities"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("kind", Words, "Slag", "Kind"),
		d.col("organization", Records, "Organisation", "Organization"),
		d.col("role", Words, "Roll", "Role"),
		d.col("seats", Numbers, "Platser", "Seats"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("deltagare", "participants", d.View.GroupsComplete())
	for _, g := range forums {
		forum := d.record(g.Group.Ref)
		rests.Complete = truth.And(rests.Complete, d.View.SeatsComplete(g.Group))
		for _, kind := range admissions {
			found := false
			for _, s := range d.View.Seats(g.Group) {
				for _, ref := range s.Seat.Represents.All() {
					o, ok := d.View.Organization(ref)
					if !ok || o.Type.V != kind {
						continue
					}
					found = true
					holds := truth.And(g.Lives, s.Holds)
					cites := registry.Citations(g.Group, &s.Seat.Evidence, "seats")
					rests.count(holds, cites)
					p.row(forum.marked(holds), d.admitted(kind), d.record(o.Ref), d.word("seat-role", s.Seat.Role), d.between(s.Min, s.Max), d.source(cites))
				}
			}
			if !found && slices.Contains(g.Group.Admits.Values(), kind) {
				cites := registry.Citations(g.Group, nil, "admits")
				holds := truth.And(g.Lives, d.View.Vouched(g.Group, "admits"))
				rests.count(holds, cites)
				p.row(forum.marked(holds), d.admitted(kind), Cell{}, Cell{}, d.untold(), d.source(cites))
			}
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inga sådana deltagare finns i registret. Det betyder inte att de saknas.", "No such participants are in the registry. That does not mean that there are none."))
		return
	}
	p.Basis = rests.done()
}

func (d *Desk) admitted(kind model.Word) Cell {
	return Cell{Text: phrase.Word("admitted", kind).In(d.Lang), Value: string(kind)}
}

// vacancies are the seats that nobody has, or perhaps nobody has, and since when.
func (d *Desk) vacancies(r *Report, forums []registry.GroupAt) {
	p := r.add("vacancies", d.in("Vakanta platser", "Vacant seats"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("seat", Words, "Plats", "Seat"),
		d.col("role", Words, "Roll", "Role"),
		d.col("represents", Words, "Företräder", "Represents"),
		d.col("vacant", Truths, "Vakant", "Vacant"),
		d.col("since", Days, "Sedan", "Since"),
		d.col("days", Numbers, "Dagar", "Days"),
		d.col("source", Words, "Källa", "Source"))
	m, _ := d.View.Metric("vacancies", registry.Scope{})
	how := map[model.Ref]truth.Value{}
	for _, ref := range m.Undecided {
		how[ref] = truth.CannotTell
	}
	for _, ref := range m.Counted {
		how[ref] = truth.Yes
	}
	rests := restsOn("vakanta platser", "vacant seats", m.Complete)
	for _, g := range forums {
		for _, s := range d.View.Seats(g.Group) {
			ref := g.Group.Ref
			ref.Fragment = string(s.Seat.ID.V)
			vacant, listed := how[ref]
			if !listed {
				continue
			}
			cites := registry.Citations(g.Group, &s.Seat.Evidence, "seats")
			rests.count(vacant, cites)
			since := d.View.VacantSince(s)
			p.row(d.record(g.Group.Ref).marked(g.Lives), words(ref.Fragment), d.word("seat-role", s.Seat.Role), d.list(s.Seat.Represents.Values()),
				d.truth(vacant), d.date(since), d.daysSince(since), d.source(cites))
		}
	}
	p.Basis = rests.done()
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen plats som är vakant, eller kan vara det, finns i registret.", "No seat that is vacant, or may be, is in the registry."))
	}
}

// daysSince is a cell with how many days have passed since a day.
func (d *Desk) daysSince(since edtf.Date) Cell {
	if since.IsZero() {
		return Cell{}
	}
	most := math.Inf(1)
	if first := since.Earliest(); !first.IsOpen() {
		most = float64(d.View.Day - first)
	}
	return d.between(float64(max(0, d.View.Day-since.Latest())), most)
}

// turnover are the memberships that began or ended in the year up to the view's
// day.
func (d *Desk) turnover(r *Report, forums []registry.GroupAt) {
	p := r.add("turnover", d.in("Byten under det senaste året", "Changes during the last year"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("person", Records, "Person", "Person"),
		d.col("change", Words, "Vad", "What"),
		d.col("day", Days, "Dag", "Day"),
		d.col("represents", Words, "Företräder", "Represents"),
		d.col("source", Words, "Källa", "Source"))
	year := edtf.Period{From: edtf.OfDay(d.View.Day.Sub(edtf.Duration{Years: 1}) + 1), Until: edtf.OfDay(d.View.Day)}
	rests := restsOn("byten", "changes", d.View.GroupsComplete())
	undated := 0
	for _, g := range forums {
		rests.Complete = truth.And(rests.Complete, d.View.MembershipsComplete(g.Group))
		for _, m := range d.View.Memberships(g.Group.Ref) {
			cites := registry.Citations(m.Representative, &m.Membership.Evidence, "memberships")
			for _, change := range []struct {
				date model.Val[edtf.Date]
				what string
			}{{m.Membership.From, d.in("tillträdde", "began")}, {m.Membership.Until, d.in("lämnade", "left")}} {
				within := truth.No
				if change.date.Given() {
					within = year.ContainsDate(change.date.V)
				}
				if within == truth.No {
					continue
				}
				rests.count(within, cites)
				p.row(d.record(g.Group.Ref), d.record(m.Representative.Ref).marked(within), words(change.what), d.date(change.date.V), d.list(d.View.SpeaksFor(m)), d.source(cites))
			}
			if !m.Membership.From.Given() && d.View.Sits(m) != truth.No {
				undated++
			}
		}
	}
	p.Basis = rests.done()
	args := text.Args{"from": year.From, "day": d.View.Day, "n": undated}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "Inget byte från och med {from} till och med {day} finns i registret. Det betyder inte att inget har skett.",
			En: "No change from {from} to {day} is in the registry. That does not mean that there was none.",
		}, args))
	}
	if undated > 0 {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "När {n|ett uppdrag|# uppdrag} började framgår inte.", En: "When {n|one membership|# memberships} began is not known.",
		}, args))
	}
}
