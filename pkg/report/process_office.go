package report

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var processOffice = Kind{
	Name:  "process-office",
	Title: text.Both{Sv: "Processledning och sekretariat", En: "Process office and secretariats"},
	Answers: text.Both{
		Sv: "Om processledningens kärna och yttre krets är bemannade, vad som görs för vart och ett av dess ansvar, och vilket sekretariatsstöd varje forum har.",
		En: "Whether the core and the outer circle of the process office are staffed, what is done for each of its duties, and what secretariat support each forum has.",
	},
	Questions: []int{17, 18, 19, 23},
	make: func(d *Desk, r *Report) {
		d.core(r)
		d.coreSeats(r)
		d.circle(r)
		d.duties(r)
		d.secretariats(r)
		d.secretariatTime(r)
	},
}

// noOffice tells that nobody knows which group is the process office.
func (d *Desk) noOffice(p *Part) bool {
	if _, ok := d.View.Office(); ok {
		return false
	}
	p.Lead = append(p.Lead, d.in("Vilken grupp som är processledning anges inte i vis.yaml (process_office).", "Which group is the process office vis.yaml does not say (process_office)."))
	return true
}

// core compares the core of the process office with what the guideline asks.
func (d *Desk) core(r *Report) {
	p := r.add("core", d.in("Kärnan", "The core"),
		d.col("side", Words, "Sida", "Side"),
		d.col("asked", Numbers, "Platser enligt riktlinjen", "Seats by the guideline"),
		d.col("seats", Numbers, "Platser", "Seats"),
		d.col("filled", Numbers, "Tillsatta", "Filled"),
		d.col("as_asked", Truths, "Som riktlinjen", "As the guideline"))
	office, ok := d.View.Office()
	if d.noOffice(p) || !ok {
		return
	}
	g := d.guideline()
	var asked model.Core
	what := text.Both{Sv: "kärnan", En: "the core"}
	if g == nil {
		p.Lead = append(p.Lead, d.governs(what, nil, model.Standing{}))
	} else {
		asked = g.Core.V.Value.V
		p.Lead = append(p.Lead, d.governs(what, g, standing(g.Core)))
	}
	if asked.From.Given() {
		p.Lead = append(p.Lead, d.say(text.Both{Sv: "Tillträdet är satt till {from}.", En: "It is to take office {from}."}, text.Args{"from": asked.From.V}))
	}
	all := d.View.AllSeats(office)
	rests := restsOn("platser i kärnan", "seats of the core", all)
	for _, side := range []struct {
		of    model.Word
		label string
		asked model.Val[int]
	}{
		{model.Region, phrase.Word("side", model.Region).In(d.Lang), asked.PerSide},
		{model.Municipal, phrase.Word("side", model.Municipal).In(d.Lang), asked.PerSide},
		{"", d.in("båda", "both"), asked.Size},
	} {
		seats, filled := d.View.CoreSeats(office, side.of), d.View.CoreFilled(office, side.of)
		as := truth.CannotTell
		want := d.inPlace(side.asked.Is)
		if n, given := side.asked.Get(); given {
			as, want = seats.Within(float64(n), float64(n), all), d.number(n)
		}
		row := []Cell{words(side.label), want, d.tallied(seats, all), d.tallied(filled, all), d.truth(as)}
		if side.of == "" {
			rests.Counted, rests.Unknown = int(seats.Min), int(seats.Max-seats.Min)
			row[0] = words(d.in("Summa", "Total"))
			p.Table.Total = row
			continue
		}
		p.row(row...)
	}
	rests.cite(registry.Citations(office, nil, "seats"))
	p.Basis = rests.done()
	for _, due := range d.View.Deadlines() {
		if due.Kind.ID == "core" {
			p.Lead = append(p.Lead, text.Capital(due.What().In(d.Lang))+": "+d.outcome(&due).Text+".")
		}
	}
}

// coreSeats lists the seats of the core, also those that are only proposed.
func (d *Desk) coreSeats(r *Report) {
	p := r.add("core-seats", d.in("Kärnans platser", "The seats of the core"),
		d.col("seat", Words, "Plats", "Seat"),
		d.col("side", Words, "Sida", "Side"),
		d.col("represents", Words, "Företräder", "Represents"),
		d.col("from", Days, "Från och med", "From"),
		d.col("decision", Records, "Beslut", "Decision"),
		d.col("decided", Truths, "Beslutet är fattat", "The decision is taken"),
		d.col("holder", Words, "Innehavare", "Holder"),
		d.col("source", Words, "Källa", "Source"))
	office, ok := d.View.Office()
	if d.noOffice(p) || !ok {
		return
	}
	rests := restsOn("platser", "seats", d.View.AllSeats(office))
	holders := map[int]string{}
	for _, s := range d.View.Seats(office) {
		holders[s.Index] = d.holder(s)
	}
	for i, s := range office.Seats.Pointers() {
		if s.Role.V != model.CoreRole {
			continue
		}
		decided := truth.CannotTell
		if s.Decision.Given() {
			decided = d.View.Decided(s.Decision.V)
		}
		cites := registry.Citations(office, &s.Evidence, "seats")
		holder, held := holders[i]
		if !held {
			holder = d.in("platsen finns inte än", "the seat does not exist yet")
		}
		rests.decide(decided, cites)
		p.row(words(string(s.ID.V)), d.word("side", s.Side), d.listed(s.Represents), d.given(s.From), d.named(s.Decision), d.truth(decided), words(holder), d.source(cites))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen plats i kärnan finns i registret. Det betyder inte att den är obemannad.", "No seat of the core is in the registry. That does not mean that it is not staffed."))
		return
	}
	p.Basis = rests.done()
}

// nodes is a cell of how many nodes a consultation group has in the outer circle.
func (d *Desk) nodes(g *model.Group) Cell {
	office, ok := d.View.Office()
	if !ok {
		return d.untold()
	}
	nodes, _ := d.View.Nodes(office, g.Ref)
	return d.tallied(nodes, d.View.AllSeats(office))
}

// circle compares the nodes of each consultation group with what the guideline
// asks.
func (d *Desk) circle(r *Report) {
	p := r.add("outer-circle", d.in("Den yttre kretsen", "The outer circle"),
		d.col("group", Records, "Samrådsgrupp", "Consultation group"),
		d.col("status", Words, "Läge", "Status"),
		d.col("nodes", Numbers, "Noder", "Nodes"),
		d.col("filled", Numbers, "Tillsatta", "Filled"),
		d.col("asked", Numbers, "Enligt riktlinjen", "By the guideline"),
		d.col("as_asked", Truths, "Som riktlinjen", "As the guideline"))
	office, ok := d.View.Office()
	if d.noOffice(p) || !ok {
		return
	}
	what := text.Both{Sv: "den yttre kretsen", En: "the outer circle"}
	least, most := model.Val[int]{}, model.Val[int]{}
	if g := d.guideline(); g != nil {
		least, most = g.OuterCircle.V.Value.V.Min, g.OuterCircle.V.Value.V.Max
		p.Lead = append(p.Lead, d.governs(what, g, standing(g.OuterCircle)))
	} else {
		p.Lead = append(p.Lead, d.governs(what, nil, model.Standing{}))
	}
	all := d.View.AllSeats(office)
	rests := restsOn("samrådsgrupper", "consultation groups", d.View.GroupsComplete())
	var count truth.Count
	for _, g := range d.groupsByName(d.View.ConsultationGroupRecords()) {
		nodes, filled := d.View.Nodes(office, g.Ref)
		as, asked := truth.CannotTell, d.inPlace(least.Is)
		if least.Given() && most.Given() {
			as, asked = filled.Within(float64(least.V), float64(most.V), all), d.between(float64(least.V), float64(most.V))
		}
		count.Add(as)
		rests.decide(as, registry.Citations(office, nil, "seats"))
		p.row(d.record(g.Ref), d.state(g), d.tallied(nodes, all), d.tallied(filled, all), asked, d.truth(as))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen samrådsgrupp finns i registret.", "No consultation group is in the registry."))
		return
	}
	p.Lead = append(p.Lead, d.sums(text.Both{
		Sv: "{yes} av {all} samrådsgrupper har så många noder {day}", En: "{yes} of {all} consultation groups {yes|has|have} as many nodes on {day}",
	}, count))
	p.Basis = rests.done()
}

// duties tells what the plans of the process office do for each of its duties in
// the year of the view's day.
func (d *Desk) duties(r *Report) {
	year := edtf.OfDay(d.View.Day).Canonical()[:4]
	p := r.add("duties", d.in("Ansvaren ", "The duties ")+year,
		d.col("duty", Words, "Ansvar", "Duty"),
		d.col("in_terms", Truths, "I uppdraget", "In the terms of reference"),
		d.col("served", Truths, "Finns i planen", "In the plan"),
		d.col("activities", Words, "Aktiviteter", "Activities"),
		d.col("planned", Numbers, "Antal", "Number"),
		d.col("done", Numbers, "Klara", "Done"),
		d.col("source", Words, "Källa", "Source"))
	office, ok := d.View.Office()
	if d.noOffice(p) || !ok {
		return
	}
	g := d.guideline()
	what := text.Both{Sv: "ansvaren", En: "the duties"}
	if g == nil || g.Duties.Is != model.Given {
		p.Lead = append(p.Lead, d.governs(what, g, model.Standing{}))
		return
	}
	p.Lead = append(p.Lead, d.governs(what, g, standing(g.Duties)))
	served, first := d.View.DutiesServed(office, g.Duties.V.Value.Values())
	rests := restsOn("ansvar", "duties", truth.Yes)
	var activities, finished int
	for _, at := range served {
		var names []string
		done := 0
		cites := registry.Cited{}
		for _, a := range at.Activities {
			act := a.Activity()
			name := string(act.ID.V)
			if act.Title.Given() {
				name = act.Title.V.In(string(d.Lang))
			}
			names = append(names, name)
			if act.Done.Given() && act.Done.V.Begun(d.View.Day) == truth.Yes || !act.Done.Given() && act.State.V == model.Done {
				done++
			}
			cites = registry.Citations(a.Plan, &act.Evidence, "activities")
		}
		rests.decide(at.Served, cites)
		activities, finished = activities+len(names), finished+done
		row := []Cell{words(phrase.Terms(d.View, "duties", []model.Term{at.Duty}).In(d.Lang)), d.truth(d.inTerms(office, at.Duty)), d.truth(at.Served), words(strings.Join(names, "; ")), {}, {}, d.source(cites)}
		if at.Served != truth.CannotTell {
			row[4], row[5] = d.number(len(names)), d.number(done)
		}
		p.row(row...)
	}
	if first == nil {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "Ingen plan för {office} {year} finns i registret, så om ansvaren fullgörs går inte att säga.",
			En: "No plan of {office} for {year} is in the registry, so whether the duties are fulfilled cannot be told.",
		}, text.Args{"office": phrase.Both(d.View.ShortName(office)), "year": year}))
	} else {
		p.Lead = append(p.Lead, d.in("Att planen har en aktivitet visar att ansvaret är planerat. Om det fullgörs visar de aktiviteter som är klara.",
			"That the plan has an activity shows that the duty is planned. Whether it is fulfilled is shown by the activities that are done."))
		p.Table.Total = []Cell{words(d.in("Summa", "Total")), {}, {}, {}, d.number(activities), d.number(finished), {}}
	}
	p.Basis = rests.done()
}

// inTerms tells whether the terms of reference of the process office have a duty.
func (d *Desk) inTerms(office *model.Group, duty model.Term) truth.Value {
	terms := &office.TermsOfReference
	if _, ok := terms.V.Duties.Get(string(duty)); ok {
		return d.View.TermsInEffect(office)
	}
	if terms.Is == model.None || terms.V.Duties.Is == model.Given {
		return truth.No
	}
	return truth.CannotTell
}
