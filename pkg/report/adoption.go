package report

import (
	"maps"
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var adoption = Kind{
	Name:  "adoption",
	Title: text.Both{Sv: "Antaganden", En: "Adoptions"},
	Answers: text.Both{
		Sv: "Vilka parter har antagit varje överenskommelse, när och genom vem, när den trädde i kraft och vad som saknas.",
		En: "Which parties have adopted each agreement, when and by whom, when it entered into force and what is missing.",
	},
	Questions: []int{10, 11, 27, 46, 47, 48},
	make: func(d *Desk, r *Report) {
		all := d.adoptable()
		d.adoptionSummary(r, all)
		d.adoptionByParty(r, all)
		d.adoptionOverTime(r, all)
		d.accessions(r)
		d.cooperationAreas(r)
	},
}

// adopting is an agreement with what is known of its parties.
type adopting struct {
	*model.Agreement
	parties []registry.PartyAdoption
	open    bool // the parties are not known
}

// adoptable are the agreements of the registry's own, framework agreements first
// and supplements after what they supplement.
func (d *Desk) adoptable() []adopting {
	var out []adopting
	for _, a := range d.View.Agreements {
		if a.External.V {
			continue
		}
		parties, open := d.View.Adoptions(a)
		parties = slices.DeleteFunc(slices.Clone(parties), func(p registry.PartyAdoption) bool { return p.Holds == truth.No })
		out = append(out, adopting{a, parties, open})
	}
	place := func(a adopting) string {
		if a.Type.V == model.Framework {
			return "0"
		}
		if parent, ok := d.View.Parent(a.Agreement); ok {
			return "1" + parent.Ref.ID + "/" + a.Ref.ID
		}
		return "1" + a.Ref.ID
	}
	slices.SortStableFunc(out, func(a, b adopting) int {
		x, y := place(a), place(b)
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	return out
}

func (d *Desk) adoptionSummary(r *Report, all []adopting) {
	p := r.add("agreements", d.in("Överenskommelserna", "The agreements"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("supplements", Records, "Tillägg till", "Supplements"),
		d.col("status", Words, "Läge", "Status"),
		d.col("planned", Days, "Planerat ikraftträdande", "Planned entry into force"),
		d.col("in_force", Days, "I kraft", "In force"),
		d.col("parties", Numbers, "Parter", "Parties"),
		d.col("adopted", Numbers, "Antagit", "Adopted"),
		d.col("not_adopted", Numbers, "Inte antagit", "Not adopted"),
		d.col("unknown", Numbers, "Går inte att säga", "Cannot be told"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("uppgifter om att en part har antagit eller inte", "facts on whether a party has adopted", d.View.AgreementsComplete())
	bars := &Bars{Unit: d.in("parter", "parties"), Series: d.adoptionMarks()}
	var sums [4]int
	for _, a := range all {
		adopted, not, unknown := d.View.AdoptionProgress(a.Agreement)
		_, cites := collectively(a.Agreement, registry.PartyAt{})
		var parent model.Ref
		if up, ok := d.View.Parent(a.Agreement); ok {
			parent = up.Ref
		}
		entry := a.EntryIntoForce.V
		total := d.number(len(a.parties))
		total.Doubt = a.open || slices.ContainsFunc(a.parties, func(p registry.PartyAdoption) bool { return p.Holds == truth.CannotTell })
		if a.open && len(a.parties) == 0 {
			total = d.untold()
		}
		p.row(d.record(a.Ref), d.record(parent), d.state(a.Agreement), d.given(entry.Planned), d.begun(entry.Actual), total,
			d.number(adopted), d.number(not), d.number(unknown), d.source(cites))
		for i, n := range []int{len(a.parties), adopted, not, unknown} {
			sums[i] += n
		}
		rests.Counted += adopted + not
		rests.Unknown += unknown
		rests.cite(cites)
		for _, party := range a.parties {
			if ad, ok := d.View.AdoptionOf(party.PartyAt); ok {
				rests.cite(registry.Citations(a.Agreement, &ad.Evidence, "parties.adoptions"))
			}
		}
		bars.Bars = append(bars.Bars, Bar{Label: d.View.NameOf(a.Ref).In(string(d.Lang)), Lengths: []float64{float64(adopted), float64(not), float64(unknown)}})
	}
	p.Table.Total = []Cell{words(d.in("Summa", "Total")), {}, {}, {}, {}, d.number(sums[0]), d.number(sums[1]), d.number(sums[2]), d.number(sums[3]), {}}
	p.Basis = rests.done()
	p.Chart = &Chart{Title: d.in("Parter som har antagit varje överenskommelse", "Parties that have adopted each agreement"), Picture: bars, Text: d.say(text.Both{
		Sv: "En stapel för varje överenskommelse. Av {all} uppgifter om parter är {yes} antaganden, {no} att parten inte har antagit, och {open} går inte att säga.",
		En: "A bar for each agreement. Of {all} facts on parties {yes} are adoptions, {no} that the party has not adopted, and {open} cannot be told.",
	}, text.Args{"all": sums[0], "yes": sums[1], "no": sums[2], "open": sums[3]})}
}

// collectively is what a source says of several parties at once, of one of them
// or, for the zero PartyAt, of any; and by which day they had adopted.
func collectively(a *model.Agreement, party registry.PartyAt) (by edtf.Date, cites registry.Cited) {
	for _, e := range a.AdoptionEvidence.Pointers() {
		named := e.Parties.Values()
		if party.Organization.IsZero() || len(named) == 0 || slices.Contains(named, party.Organization) || slices.Contains(named, party.Via) {
			if e.By.Given() {
				by = edtf.Between(edtf.Past, e.By.V.Latest())
			}
			return by, registry.Citations(a, &e.Evidence, "adoption_evidence")
		}
	}
	return by, cites
}

// begun is a cell of a day that has come, or may have, by the view's day.
func (d *Desk) begun(t model.Val[edtf.Date]) Cell {
	if t.Given() && t.V.Begun(d.View.Day) == truth.No {
		return Cell{}
	}
	return d.given(t)
}

// adoptionMarks are the answers to whether a party has adopted.
func (d *Desk) adoptionMarks() []Mark {
	return []Mark{
		{"✓", d.in("har antagit", "has adopted"), Good}, {"–", d.in("har inte antagit", "has not adopted"), Bad},
		{"?", d.in("går inte att säga", "cannot be told"), Quiet},
	}
}

// adoptionByParty has a row for each party of each agreement.
func (d *Desk) adoptionByParty(r *Report, all []adopting) {
	p := r.add("parties", d.in("Part för part", "Party by party"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("party", Records, "Part", "Party"),
		d.col("adopted", Truths, "Har antagit", "Has adopted"),
		d.col("date", Days, "Datum", "Date"),
		d.col("body", Words, "Organ", "Body"),
		d.col("reference", Words, "Diarienummer", "Case number"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("uppgifter om att en part har antagit eller inte", "facts on whether a party has adopted", d.View.AgreementsComplete())
	marks := map[model.Ref]map[model.Ref]int{} // by party and agreement
	var parties []model.Ref
	for _, a := range all {
		for _, party := range a.parties {
			adopted := party.Adopted
			ad, recorded := d.View.AdoptionOf(party.PartyAt)
			by, cites := collectively(a.Agreement, party.PartyAt)
			when := d.date(by)
			if recorded {
				cites, when = registry.Citations(a.Agreement, &ad.Evidence, "parties.adoptions"), d.given(ad.Date)
			} else if adopted == truth.CannotTell {
				cites, when = registry.Cited{}, Cell{}
			}
			p.row(d.record(a.Ref), d.record(party.Organization).marked(party.Holds), d.truth(adopted), when,
				d.word("adopting-body", ad.Body), words(ad.Reference.V), d.source(cites))
			rests.decide(adopted, cites)
			if marks[party.Organization] == nil {
				marks[party.Organization] = map[model.Ref]int{}
				parties = append(parties, party.Organization)
			}
			marks[party.Organization][a.Ref] = map[truth.Value]int{truth.Yes: 0, truth.No: 1, truth.CannotTell: 2}[adopted]
		}
	}
	p.Basis = rests.done()
	m := &Matrix{Legend: d.adoptionMarks()}
	for _, a := range all {
		m.Columns = append(m.Columns, d.View.NameOf(a.Ref).In(string(d.Lang)))
	}
	d.byName(parties)
	for _, party := range parties {
		row := MatrixRow{Label: d.View.NameOf(party).In(string(d.Lang))}
		for _, a := range all {
			mark, ok := marks[party][a.Ref]
			if !ok {
				mark = -1
			}
			row.Marks = append(row.Marks, mark)
		}
		m.Rows = append(m.Rows, row)
	}
	if len(m.Rows) > 0 {
		p.Chart = &Chart{Title: d.in("Parter och överenskommelser", "Parties and agreements"), Picture: m, Text: d.say(text.Both{
			Sv: "En rad för varje part och en kolumn för varje överenskommelse. Tom ruta: inte part enligt registret. {yes} rutor säger att parten har antagit eller inte, {open} att det inte går att säga.",
			En: "A row for each party and a column for each agreement. An empty cell: no party by the registry. {yes} cells say that the party has adopted or not, {open} that it cannot be told.",
		}, text.Args{"yes": rests.Counted, "open": rests.Unknown})}
	}
}

// adoptionOverTime follows how many parties had adopted the framework
// agreements, day by day as far as the days are known.
func (d *Desk) adoptionOverTime(r *Report, all []adopting) {
	p := r.add("over-time", d.in("Huvudöverenskommelsens antaganden över tid", "Adoptions of the framework agreement over time"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("day", Days, "Från och med", "From"),
		d.col("adopted", Numbers, "Har antagit", "Adopted"))
	rests := restsOn("parter", "parties", truth.CannotTell)
	for _, a := range all {
		if a.Type.V != model.Framework || len(a.parties) == 0 {
			continue
		}
		steps := d.adoptionSteps(a)
		for _, s := range steps {
			p.row(d.record(a.Ref), d.date(edtf.OfDay(s.Day)), d.between(s.Min, s.Max))
		}
		adopted, not, unknown := d.View.AdoptionProgress(a.Agreement)
		rests.Counted, rests.Unknown = rests.Counted+adopted+not, rests.Unknown+unknown
		rests.Complete = d.View.PartiesComplete(a.Agreement)
		_, cites := collectively(a.Agreement, registry.PartyAt{})
		rests.cite(cites)
		if len(steps) == 0 || p.Chart != nil {
			continue
		}
		first := steps[0].Day.Sub(edtf.Duration{Months: 3})
		p.Chart = &Chart{
			Title: d.say(text.Both{Sv: "Parter som har antagit {name}", En: "Parties that have adopted {name}"}, text.Args{"name": d.View.NameOf(a.Ref).In(string(d.Lang))}),
			Text: d.say(text.Both{
				Sv: "Antalet parter över tid, mellan de säkra och de möjliga; {n} av {all} per {day}.",
				En: "The number of parties over time, between the certain and the possible; {n} of {all} as of {day}.",
			}, text.Args{"n": adopted, "all": len(a.parties), "day": d.View.Day}),
			Picture: &Curve{From: first, Until: d.View.Day.Add(edtf.Duration{Months: 1}), Now: d.View.Day, Unit: d.in("parter", "parties"), Whole: float64(len(a.parties)), Steps: steps},
		}
	}
	p.Basis = rests.done()
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("När parterna antog framgår inte av registret.", "When the parties adopted the registry does not tell."))
	}
}

// adoptionSteps is how many had adopted for certain and at most, from each day
// that changes it up to the view's day.
func (d *Desk) adoptionSteps(a adopting) []Step {
	days := map[edtf.Day]bool{}
	note := func(t edtf.Date) {
		for _, day := range []edtf.Day{t.Earliest(), t.Latest()} {
			if !day.IsOpen() && day <= d.View.Day {
				days[day] = true
			}
		}
	}
	for _, party := range a.Parties.All() {
		for _, ad := range party.Adoptions.All() {
			if ad.Date.Given() {
				note(ad.Date.V)
			}
		}
	}
	for _, e := range a.AdoptionEvidence.All() {
		if e.By.Given() {
			note(e.By.V)
		}
	}
	if t := a.EntryIntoForce.V.Actual; t.Given() {
		note(t.V)
	}
	var out []Step
	for _, day := range slices.Sorted(maps.Keys(days)) {
		adopted, _, unknown := d.View.On(day).AdoptionProgress(a.Agreement)
		s := Step{day, float64(adopted), float64(adopted + unknown)}
		if n := len(out); n == 0 || out[n-1].Min != s.Min || out[n-1].Max != s.Max {
			out = append(out, s)
		}
	}
	return out
}

// accessions tells of those who have asked to join an agreement, and of the
// consents of its parties.
func (d *Desk) accessions(r *Report) {
	p := r.add("accessions", d.in("Anslutningar", "Accessions"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("organization", Records, "Den som ansluter sig", "Who accedes"),
		d.col("consent_of", Records, "Part", "Party"),
		d.col("consents", Truths, "Har medgett", "Has consented"),
		d.col("decision", Records, "Beslut", "Decision"),
		d.col("effective", Days, "Gäller från", "Effective from"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("medgivanden", "consents", truth.CannotTell)
	for _, a := range d.View.Agreements {
		for _, acc := range a.Accessions.Pointers() {
			cites := registry.Citations(a, &acc.Evidence, "accessions")
			for _, consent := range acc.Consents.All() {
				given := truth.CannotTell
				if consent.Decision.Given() {
					given = d.consented(consent.Decision.V)
				}
				rests.decide(given, cites)
				p.row(d.record(a.Ref), d.record(acc.Organization.V), d.record(consent.Organization.V), d.truth(given),
					d.record(consent.Decision.V), d.given(acc.Effective), d.source(cites))
			}
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen anslutning finns i registret.", "No accession is in the registry."))
		return
	}
	p.Basis = rests.done()
}

// consented tells whether a decision gives the consent of a party. A proposal that
// no source is new enough to tell of may be settled, so it is no refusal.
func (d *Desk) consented(ref model.Ref) truth.Value {
	given := d.View.Decided(ref)
	dec, ok := d.View.Decision(ref)
	if ok && given == truth.No && d.View.DecisionStatus(dec).State == model.Proposed {
		return truth.And(d.View.IsPending(dec).Not(), truth.CannotTell)
	}
	return given
}

// cooperationAreas tells how far each area of a cooperation has come.
func (d *Desk) cooperationAreas(r *Report) {
	p := r.add("cooperation-areas", d.in("Samverkansområden", "Areas of cooperation"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("area", Words, "Område", "Area"),
		d.col("part_of", Words, "Del av", "Part of"),
		d.col("horizon", Words, "Tidsperspektiv", "Horizon"),
		d.col("state", Words, "Läge", "State"),
		d.col("from", Days, "Från och med", "From"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("områden med ett läge som är känt", "areas whose state is known", truth.CannotTell)
	for _, a := range d.View.Agreements {
		names := map[model.Slug]string{}
		for _, area := range a.Areas.All() {
			names[area.ID.V] = area.Name.V.In(string(d.Lang))
		}
		for _, area := range a.Areas.Pointers() {
			cites := registry.Citations(a, &area.Evidence, "areas")
			state, known := d.word("area-state", area.State), truth.Yes
			switch holds := d.View.Holds(model.Span{From: area.From}, cites, registry.Changing); {
			case holds == truth.No:
				state = Cell{} // it begins on a later day
			case holds == truth.CannotTell, !area.State.Given():
				state, known = state.marked(truth.CannotTell), truth.CannotTell
			}
			rests.count(known, cites)
			p.row(d.record(a.Ref), words(names[area.ID.V]), words(names[area.PartOf.V]), d.word("horizon", area.Horizon),
				state, d.given(area.From), d.source(cites))
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget samverkansområde finns i registret.", "No area of cooperation is in the registry."))
		return
	}
	p.Basis = rests.done()
}
