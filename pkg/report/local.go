package report

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var local = Kind{
	Name:  "local",
	Title: text.Both{Sv: "Lokala grupper och arbetsgrupper", En: "Local and working groups"},
	Answers: text.Both{
		Sv: "Hur många lokala grupper varje forum har enligt källorna och i registret, hur långt inventeringen har kommit, och vilka arbetsgrupper som finns kvar efter sitt slutdatum.",
		En: "How many local groups each forum has by the sources and in the registry, how far the inventory has come, and which working groups remain after their end date.",
	},
	Questions: []int{37, 49},
	make: func(d *Desk, r *Report) {
		d.localGroups(r)
		d.localRecorded(r)
		d.workingGroups(r)
	},
}

// localGroups tells what is known of the local groups of each forum.
func (d *Desk) localGroups(r *Report) {
	p := r.add("forums", d.in("Lokala grupper per forum", "Local groups by forum"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("exist", Truths, "Finns", "Exist"),
		d.col("reported", Numbers, "Antal enligt källa", "Number by a source"),
		d.col("active", Numbers, "Varav aktiva", "Of them active"),
		d.col("recorded", Numbers, "I registret", "In the registry"),
		d.col("announced", Days, "Inventering aviserad", "Inventory announced"),
		d.col("due", Days, "Ska vara klar", "Due"),
		d.col("done", Days, "Klar", "Done"),
		d.col("remark", Words, "Anmärkning", "Remark"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("fora med ett känt antal lokala grupper", "forums with a known number of local groups", d.View.GroupsComplete())
	least, most := 0, 0
	for _, g := range d.View.InScope("") {
		of, groups := &g.Group.LocalGroups.V, g.Group.LocalGroups
		if groups.Is == model.NotApplicable {
			continue
		}
		exist, cites := truth.CannotTell, registry.Citations(g.Group, &of.Evidence, "local_groups")
		switch {
		case groups.Is == model.None:
			exist, cites = truth.No, registry.Citations(g.Group, groups.Why.Evidence(), "local_groups")
		case of.Exist.Given():
			exist = truth.Of(of.Exist.V)
		case groups.Is != model.Given:
			cites = registry.Cited{}
		}
		var recorded truth.Count
		for _, l := range d.View.LocalGroupsOf(g.Group) {
			recorded.Add(l.Holds)
		}
		least, most = least+recorded.Yes, most+recorded.Yes+recorded.CannotTell
		counted := truth.CannotTell
		if of.Count.Given() || exist == truth.No {
			counted = truth.Yes
		}
		so := truth.And(g.Lives, d.View.Vouched(g.Group, "local_groups", &of.Evidence))
		rests.count(truth.And(so, counted), cites)
		remark := ""
		if why := of.Count.Why; why != nil {
			remark = why.Reason.V.In(string(d.Lang))
		}
		inventory := &of.Inventory.V
		p.row(d.record(g.Group.Ref).marked(g.Lives), d.truth(exist).marked(so), d.amount(of.Count), d.amount(of.Active),
			d.between(float64(recorded.Yes), float64(recorded.Yes+recorded.CannotTell)),
			d.given(inventory.Announced), d.given(inventory.Due), d.given(inventory.Done), words(remark), d.source(cites))
	}
	p.Basis = rests.done()
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget forum med lokala grupper finns i registret. Det betyder inte att inga finns.", "No forum with local groups is in the registry. That does not mean that there are none."))
		return
	}
	p.Table.Total = []Cell{words(d.in("Summa", "Total")), {}, {}, {}, d.between(float64(least), float64(most)), {}, {}, {}, {}, {}}
	p.Lead = append(p.Lead, d.in(
		"I registret räknas de lokala grupper som rapporterar till forumet. Bara de summeras, för där ingen källa anger ett antal kan det ändå finnas grupper.",
		"In the registry the local groups that report to the forum are counted. Only they are added up, since there may be groups where no source gives a number."))
}

// localRecorded are the local groups that the registry holds.
func (d *Desk) localRecorded(r *Report) {
	p := r.add("local-groups", d.in("Lokala grupper i registret", "Local groups in the registry"),
		d.col("group", Records, "Grupp", "Group"),
		d.col("status", Words, "Läge", "Status"),
		d.col("reports_to", Words, "Rapporterar till", "Reports to"),
		d.col("source", Words, "Källa", "Source"))
	m, _ := d.View.Metric("local-groups", registry.Scope{})
	rests := restsOn("lokala grupper", "local groups", m.Complete)
	add := func(refs []model.Ref, holds truth.Value) {
		for _, ref := range refs {
			g, ok := d.View.Group(ref)
			if !ok {
				continue
			}
			superiors, _, open := d.View.Superiors(g)
			to := d.list(superiors)
			if len(superiors) == 0 && open {
				to = d.untold()
			}
			cites := registry.Citations(g, nil, "type")
			rests.count(holds, cites)
			p.row(d.record(ref).marked(holds), d.state(g), to, d.source(cites))
		}
	}
	add(m.Counted, truth.Yes)
	add(m.Undecided, truth.CannotTell)
	p.Basis = rests.done()
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen lokal grupp finns i registret. Det betyder inte att ingen finns.", "No local group is in the registry. That does not mean that there is none."))
	}
}

// workingGroup is the type of a group that is appointed for a task.
const workingGroup model.Word = "working"

// workingGroups tells who commissioned each working group, for what, and whether
// it remains after its end date.
func (d *Desk) workingGroups(r *Report) {
	p := r.add("working-groups", d.in("Arbetsgrupper", "Working groups"),
		d.col("group", Records, "Arbetsgrupp", "Working group"),
		d.col("status", Words, "Läge", "Status"),
		d.col("commissioned_by", Records, "Uppdragsgivare", "Commissioned by"),
		d.col("assignment", Words, "Uppdrag", "Assignment"),
		d.col("ends", Days, "Ska vara klar", "To be done"),
		d.col("past_end", Truths, "Kvar efter slutdatum", "Remains after its end date"),
		d.col("days_past", Numbers, "Dagar efter", "Days past"),
		d.col("ended", Days, "Avslutad", "Ended"),
		d.col("source", Words, "Källa", "Source"))
	due := map[model.Ref]registry.Deadline{}
	for _, dl := range d.View.Deadlines() {
		if dl.Kind.ID == "working-group" {
			due[dl.Record] = dl
		}
	}
	rests := restsOn("arbetsgrupper som finns", "working groups that exist", d.View.GroupsComplete())
	past, unsure := 0, 0
	for _, g := range d.View.Groups {
		lives := d.View.Lives(g)
		if g.Type.V != workingGroup || lives == truth.No && d.View.HasEnded(g) != truth.Yes {
			continue
		}
		cites := registry.Citations(g, nil, "assignment")
		rests.count(lives, cites)
		by, ends, days := d.record(g.CommissionedBy.V), Cell{Text: d.Answer(g.Ends.Is), Doubt: g.Ends.Is == model.Unknown}, Cell{}
		if !g.CommissionedBy.Given() {
			by = Cell{Text: d.Answer(g.CommissionedBy.Is), Doubt: g.CommissionedBy.Is == model.Unknown}
		}
		late := truth.CannotTell
		if limit, ok := due[g.Ref]; ok {
			ends = d.date(limit.Due)
			switch limit.Outcome {
			case registry.Overdue:
				late, days = truth.Yes, d.number(limit.Fewest)
				cites = limit.Sources
			case registry.NotDue, registry.Met, registry.Late, registry.Lapsed:
				late = truth.No
			}
		}
		if lives == truth.No || g.Ends.Is == model.None {
			late = truth.No
		}
		late = truth.And(late, lives)
		switch late {
		case truth.Yes:
			past++
		case truth.CannotTell:
			unsure++
		}
		p.row(d.record(g.Ref).marked(lives), d.state(g), by, words(g.Assignment.V.In(string(d.Lang))), ends, d.truth(late), days, d.endOf(g), d.source(cites))
	}
	p.Basis = rests.done()
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen arbetsgrupp finns i registret. Det betyder inte att ingen finns.", "No working group is in the registry. That does not mean that there is none."))
		return
	}
	if past == 0 {
		p.Lead = append(p.Lead, d.in("Ingen arbetsgrupp finns säkert kvar efter sitt slutdatum.", "No working group remains for certain after its end date."))
	} else {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "{n|En arbetsgrupp|# arbetsgrupper} finns kvar efter sitt slutdatum.", En: "{n|One working group remains after its|# working groups remain after their} end date.",
		}, text.Args{"n": past}))
	}
	if unsure > 0 {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "För {n|en|#} går det inte att säga om slutdatumet är passerat.", En: "Of {n|one|#} it cannot be told whether the end date has passed.",
		}, text.Args{"n": unsure}))
	}
}

// endOf is a cell with the day a group ended, where it has by the view's day.
func (d *Desk) endOf(g *model.Group) Cell {
	if d.View.HasEnded(g) == truth.No || !g.Ended.Given() {
		return Cell{}
	}
	if !g.Ended.V.Date.Given() {
		return Cell{Text: d.Answer(g.Ended.V.Date.Is), Doubt: true}
	}
	return d.date(g.Ended.V.Date.V)
}
