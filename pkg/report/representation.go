package report

import (
	"math"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var representation = Kind{
	Name:  "representation",
	Title: text.Both{Sv: "Representation", En: "Representation"},
	Answers: text.Both{
		Sv: "Hur många roller som finns och vilken sida de hör till, vilka kommuner som är företrädda och genom vem, vilka som sitter i flera grupper, och vilka platser som är vakanta eller har bytt innehavare.",
		En: "How many roles there are and which side they belong to, which municipalities are represented and through whom, who sits in several groups, and which seats are vacant or have changed hands.",
	},
	Questions: []int{4, 5, 6, 7, 8, 9, 40, 44, 45},
	make: func(d *Desk, r *Report) {
		forums := d.View.InScope("")
		heard := d.View.Representation(registry.Scope{})
		d.roleFigures(r)
		d.rolesBySide(r, forums)
		d.peopleByType(r, forums)
		d.municipalitiesHeard(r, forums, heard)
		d.seatsPerMunicipality(r, heard)
		d.subregionsHeard(r, forums)
		d.inSeveralGroups(r, forums)
		d.otherParticipants(r, forums)
		d.vacancies(r, forums)
		d.turnover(r, forums)
	},
}

// roleFigures are the metrics of representation, for all forums and for each
// scope of the vocabulary.
func (d *Desk) roleFigures(r *Report) {
	p := r.add("key-figures", d.in("Nyckeltal", "Key figures"),
		d.col("groups", Words, "Grupper", "Groups"),
		d.col("measure", Words, "Mått", "Measure"),
		d.col("value", Numbers, "Antal", "Number"),
		d.col("uncertain_facts", Numbers, "Osäkra uppgifter", "Uncertain facts"),
		d.col("complete", Truths, "Alla är med", "All are there"))
	scope := func(id model.Term, called string) {
		for _, name := range []string{"groups-in-scope", "roles", "roles-elected", "municipalities-represented", "people-in-several-groups", "vacancies"} {
			m, _ := d.View.Metric(name, registry.Scope{Groups: id})
			p.row(words(called), words(phrase.Metric(name).In(d.Lang)), d.openMeasure(name, m), d.number(len(m.Undecided)), d.truth(m.Complete))
		}
	}
	scope("", d.in("alla fora", "all forums"))
	for _, id := range d.View.TermIDs("scopes") {
		term, _ := d.View.Term("scopes", id)
		scope(model.Term(id), term.Words().In(string(d.Lang)))
	}
	all, _ := d.View.Metric("roles", registry.Scope{})
	rests := restsOn("platser som räknas som roller", "seats that count as roles", all.Complete)
	rests.Counted, rests.Unknown = len(all.Counted), len(all.Undecided)
	p.Basis = rests.done()
	p.Lead = append(p.Lead, d.in(
		"En roll är en plats för ordförande, ledamot eller processledare, med någon på platsen eller inte. Adjungerade, ersättare och sekreterare räknas inte. Där antalet inte är känt står det minsta som är säkert.",
		"A role is a seat for a chair, a member or a process lead, with or without somebody in it. Adjuncts, substitutes and secretaries are not counted. Where the number is not known the least that is certain is given."))
	if stale, ok := d.View.Thresholds().StaleAfter.Get(); ok {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "En plats utan slutdatum är säker i högst {age} efter källans datum.",
			En: "A seat without a last day is certain for at most {age} after the date of its source.",
		}, text.Args{"age": stale}))
	}
}

// openMeasure is a cell of a metric. A number that looks certain is marked where
// there may be more than is recorded.
func (d *Desk) openMeasure(name string, m registry.Measure) Cell {
	c := d.measure(name, m)
	c.Doubt = m.Min == m.Max && m.Complete != truth.Yes
	return c
}

// sides are the sides in the order of the columns; "" where it is not known.
var sides = []model.Word{model.Region, model.Municipal, model.Other, ""}

// rolesBySide counts the roles of each forum by side.
func (d *Desk) rolesBySide(r *Report, forums []registry.GroupAt) {
	p := r.add("roles", d.in("Roller per forum och sida", "Roles by forum and side"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("region", Numbers, "Region", "Region"),
		d.col("municipal", Numbers, "Kommun", "Municipal"),
		d.col("other", Numbers, "Annan", "Other"),
		d.col("side_unknown", Numbers, "Okänd sida", "Side not known"),
		d.col("total", Numbers, "Totalt", "Total"),
		d.col("region_share", Shares, "Regionens andel", "Share of the region"),
		d.col("elected", Numbers, "Förtroendevalda", "Elected"),
		d.col("complete", Truths, "Alla platser är med", "All seats are there"))
	rests := restsOn("platser som räknas som roller", "seats that count as roles", truth.CannotTell)
	bars := &Bars{Unit: d.in("roller som är säkra", "roles that are certain"), Series: []Mark{
		{"R", d.in("region", "region"), Neutral}, {"K", d.in("kommun", "municipal"), Neutral2},
		{"A", d.in("annan", "other"), Neutral3}, {"?", d.in("okänd sida", "side not known"), Quiet},
	}}
	for _, g := range forums {
		cells, bar, recorded := d.rolesOf(registry.Scope{Group: g.Group.Ref})
		forum := d.record(g.Group.Ref).marked(g.Lives)
		p.row(append([]Cell{forum}, cells...)...)
		if recorded {
			bar.Label = forum.Text
			bars.Bars = append(bars.Bars, bar)
		}
		for _, s := range d.View.Seats(g.Group) {
			if s.Counts() {
				rests.cite(registry.Citations(g.Group, &s.Seat.Evidence, "seats"))
			}
		}
	}
	total, all, recorded := d.rolesOf(registry.Scope{})
	m, _ := d.View.Metric("roles", registry.Scope{})
	rests.Counted, rests.Unknown, rests.Complete = len(m.Counted), len(m.Undecided), m.Complete
	p.Basis = rests.done()
	if !recorded {
		p.Lead = append(p.Lead, d.in("Inga platser finns i registret. Det betyder inte att de saknas.", "No seats are in the registry. That does not mean that there are none."))
		return
	}
	p.Table.Total = append([]Cell{words(d.in("Summa", "Total"))}, total...)
	p.Lead = append(p.Lead, d.in(
		"Regionens andel är av regionens och kommunernas roller tillsammans.",
		"The share of the region is of the roles of the region and the municipalities together."))
	if band := d.View.Thresholds().Balance.V; band.Min.Given() && band.Max.Given() {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "Registret har bestämt att sidorna är ungefär lika stora när andelen är mellan {min} och {max}.",
			En: "The registry has decided that the sides are about equal when the share is between {min} and {max}.",
		}, text.Args{"min": text.Share(band.Min.V), "max": text.Share(band.Max.V)}))
	}
	p.Chart = &Chart{Title: d.in("Roller per sida i varje forum", "Roles by side in each forum"), Picture: bars, Text: d.say(text.Both{
		Sv: "En stapel för varje forum som har platser i registret. Säkra roller i alla: region {region}, kommun {municipal}, annan {other}. Streckat är roller som inte går att avgöra; ≥ betyder att ingen vet hur många.",
		En: "A bar for each forum that has seats in the registry. Certain roles in all: region {region}, municipal {municipal}, other {other}. Dashed are roles that cannot be decided; ≥ means that nobody knows how many.",
	}, text.Args{"region": all.Lengths[0], "municipal": all.Lengths[1], "other": all.Lengths[2]})}
}

// rolesOf are the cells and the bar of the roles in a scope. recorded is false
// where the registry has no seats of it.
func (d *Desk) rolesOf(s registry.Scope) (cells []Cell, bar Bar, recorded bool) {
	roles, _ := d.View.Metric("roles", s)
	elected, _ := d.View.Metric("roles-elected", s)
	balance, _ := d.View.Metric("balance", s)
	recorded = len(roles.Counted)+len(roles.Undecided) > 0
	if !recorded && roles.Complete != truth.Yes {
		return []Cell{{}, {}, {}, {}, d.untold(), {}, {}, d.truth(roles.Complete)}, bar, false
	}
	for _, side := range sides {
		var part registry.Part
		for _, of := range roles.Parts {
			if of.Side == side {
				part = of
			}
		}
		cells = append(cells, d.between(part.Min, part.Max))
		bar.Lengths = append(bar.Lengths, part.Min)
		if math.IsInf(part.Max, 1) {
			bar.Doubt = math.Inf(1)
		} else {
			bar.Doubt += part.Max - part.Min
		}
	}
	share := d.measure("balance", balance)
	if balance.Min == 0 && balance.Max == 1 {
		share = d.untold()
	}
	return append(cells, d.openMeasure("roles", roles), share, d.openMeasure("roles-elected", elected), d.truth(roles.Complete)), bar, recorded
}

// peopleByType counts the people who have a role in some forum by what they are:
// elected, officials and others.
func (d *Desk) peopleByType(r *Report, forums []registry.GroupAt) {
	p := r.add("people", d.in("Namngivna personer med en roll", "Named people with a role"),
		d.col("type", Words, "Slag", "Type"),
		d.col("certain", Numbers, "Säkert", "For certain"),
		d.col("uncertain", Numbers, "Kanske", "Perhaps"))
	complete := d.View.GroupsComplete()
	sits := map[model.Ref]truth.Value{}
	rests := restsOn("personer", "people", truth.CannotTell)
	for _, g := range forums {
		complete = truth.And(complete, d.View.MembershipsComplete(g.Group))
		for _, m := range d.View.Memberships(g.Group.Ref) {
			holds := truth.And(g.Lives, d.View.Sits(m))
			if holds == truth.No || !d.View.Counts(m) {
				continue
			}
			if old, again := sits[m.Representative.Ref]; again {
				holds = truth.Or(old, holds)
			}
			sits[m.Representative.Ref] = holds
			rests.cite(registry.Citations(m.Representative, &m.Membership.Evidence, "memberships"))
		}
	}
	byType := map[model.Word]truth.Count{}
	for _, person := range d.View.Representatives {
		if holds, ok := sits[person.Ref]; ok {
			c := byType[person.Type.V]
			c.Add(holds)
			byType[person.Type.V] = c
			rests.count(holds, registry.Cited{})
		}
	}
	for _, choice := range append(model.Enumeration("representative-type"), model.Choice{}) {
		c := byType[choice.ID]
		if c.Total() == 0 {
			continue
		}
		kind := words(d.in("framgår inte", "not known"))
		if choice.ID != "" {
			kind = Cell{Text: phrase.Word("representative-type", choice.ID).In(d.Lang), Value: string(choice.ID)}
		}
		p.row(kind, d.number(c.Yes), d.number(c.CannotTell))
	}
	rests.Complete = complete
	p.Basis = rests.done()
	p.Table.Total = []Cell{words(d.in("Summa", "Total")), d.number(rests.Counted), d.number(rests.Unknown)}
	if len(p.Table.Rows) == 0 {
		p.Table.Total = nil
		p.Lead = append(p.Lead, d.in("Ingen namngiven person med en roll den dagen finns i registret. Platserna kan ändå vara tillsatta.", "No named person with a role on that day is in the registry. The seats may still be filled."))
	}
}
