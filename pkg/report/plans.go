package report

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var plans = Kind{
	Name:  "plans",
	Title: text.Both{Sv: "Planer och tidsgränser", En: "Plans and deadlines"},
	Answers: text.Both{
		Sv: "Vilka forum som har en årsplan, vilka planer som gäller och är beslutade, hur långt aktiviteterna har kommit och vilka tidsgränser som har passerats.",
		En: "Which forums have an annual plan, which plans are in effect and decided, how far the activities have come and which deadlines have passed.",
	},
	Questions: []int{20, 35, 50},
	make: func(d *Desk, r *Report) {
		d.annualPlans(r)
		d.planList(r)
		d.activities(r)
		d.deadlineTable(r)
		d.yearWheel(r)
	},
}

// annualPlans tells which forums have a plan for the year.
func (d *Desk) annualPlans(r *Report) {
	p := r.add("annual-plans", d.in("Forumens årsplaner", "The annual plans of the forums"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("status", Words, "Läge", "Status"),
		d.col("has", Truths, "Har en aktuell årsplan", "Has a current annual plan"),
		d.col("plans", Words, "Årsplaner i registret", "Annual plans in the registry"),
		d.col("said", Words, "Vad källan säger", "What the source says"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("fora", "forums", d.View.GroupsComplete())
	var count truth.Count
	for _, g := range d.livingForums() {
		has := d.View.PlannedYear(g)
		count.Add(has)
		var recorded []model.Ref
		cites := registry.Citations(g, g.Plans.Why.Evidence(), "plans")
		for _, plan := range d.View.PlansOf(g.Ref) {
			if plan.Type.V == registry.AnnualPlan {
				recorded = append(recorded, plan.Ref)
				cites = registry.Citations(plan, nil, "period")
			}
		}
		if len(recorded) == 0 && g.Plans.Is == model.Absent {
			cites = registry.Cited{}
		}
		said := d.inPlace(g.Plans.Is)
		if g.Plans.Why != nil && g.Plans.Why.Reason.Given() {
			said = words(g.Plans.Why.Reason.V.In(string(d.Lang)))
		}
		rests.decide(has, cites)
		p.row(d.record(g.Ref), d.state(g), d.truth(has), d.list(recorded), said, d.source(cites))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget forum i registret finns den dagen.", "No forum in the registry exists on that day."))
		return
	}
	p.Lead = append(p.Lead, d.sums(text.Both{
		Sv: "{yes} av {all} fora har en årsplan som gäller {day}, och {no} har ingen",
		En: "{yes} of {all} forums {yes|has|have} an annual plan in effect on {day}, and {no} {no|has|have} none",
	}, count))
	p.Basis = rests.done()
}

// planList lists the plans, with whether they are decided and in effect.
func (d *Desk) planList(r *Report) {
	p := r.add("plans", d.in("Planerna", "The plans"),
		d.col("plan", Records, "Plan", "Plan"),
		d.col("type", Words, "Slag", "Type"),
		d.col("owner", Records, "Ansvarig", "Owner"),
		d.col("from", Days, "Från och med", "From"),
		d.col("until", Days, "Till och med", "Until"),
		d.col("status", Words, "Läge", "Status"),
		d.col("decision", Records, "Beslut", "Decision"),
		d.col("decided", Truths, "Beslutad", "Decided"),
		d.col("decided_on", Days, "Beslutsdag", "Decided on"),
		d.col("implements", Words, "Genomför", "Implements"),
		d.col("replaced_by", Words, "Ersätts av", "Replaced by"),
		d.col("activities", Numbers, "Aktiviteter", "Activities"),
		d.col("done", Numbers, "Klara", "Done"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("planer", "plans", truth.CannotTell)
	var activities, finished int
	for _, plan := range d.View.Plans {
		cites := registry.Citations(plan, nil, "period")
		decided, on := truth.CannotTell, Cell{}
		if ref, ok := plan.Decision.Get(); ok {
			decided = d.View.Decided(ref)
			if dec, found := d.View.Decision(ref); found {
				on = d.begun(dec.Date)
			}
		} else if plan.Decision.Is == model.None {
			decided = truth.No
		}
		done := 0
		for _, a := range plan.Activities.Pointers() {
			if d.isDone(a) {
				done++
			}
		}
		n, f := d.number(len(plan.Activities.Items)), d.number(done)
		if plan.Activities.Is == model.Absent || plan.Activities.Is == model.Unknown {
			n, f = d.untold(), Cell{}
		}
		activities, finished = activities+len(plan.Activities.Items), finished+done
		rests.decide(d.View.PlanHolds(plan), cites)
		p.row(d.record(plan.Ref), d.word("plan-type", plan.Type), d.named(plan.Owner), d.given(plan.Period.V.From), d.given(plan.Period.V.Until), d.state(plan),
			d.named(plan.Decision), d.truth(decided), on, d.list(plan.Implements.Values()), d.list(d.View.ReplacedBy(plan.Ref)), n, f, d.source(cites))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen plan finns i registret. Det betyder inte att ingen finns.", "No plan is in the registry. That does not mean that there is none."))
		return
	}
	p.Table.Total = make([]Cell, len(p.Table.Columns))
	p.Table.Total[0], p.Table.Total[11], p.Table.Total[12] = words(d.in("Summa", "Total")), d.number(activities), d.number(finished)
	p.Basis = rests.done()
}

// isDone reports whether an activity is done by the view's day.
func (d *Desk) isDone(a *model.Activity) bool {
	if a.Done.Given() {
		return a.Done.V.Begun(d.View.Day) == truth.Yes
	}
	return a.State.V == model.Done
}

// activities lists what the plans say is to be done.
func (d *Desk) activities(r *Report) {
	p := r.add("activities", d.in("Aktiviteterna", "The activities"),
		d.col("plan", Records, "Plan", "Plan"),
		d.col("activity", Words, "Aktivitet", "Activity"),
		d.col("responsible", Records, "Ansvarig", "Responsible"),
		d.col("state", Words, "Läge enligt källan", "State by the source"),
		d.col("due", Days, "Ska vara klar", "Due"),
		d.col("done", Days, "Klar", "Done"),
		d.col("outcome", Words, "Utfall", "Outcome"),
		d.col("days_late", Numbers, "Dagar efter", "Days late"),
		d.col("source", Words, "Källa", "Source"))
	due := map[model.Ref]map[int]*registry.Deadline{}
	all := d.View.Deadlines()
	for i := range all {
		if at := &all[i]; at.Kind.ID == "activity" {
			if due[at.Record] == nil {
				due[at.Record] = map[int]*registry.Deadline{}
			}
			due[at.Record][at.Path[1].Index] = at
		}
	}
	rests := restsOn("aktiviteter", "activities", truth.CannotTell)
	for _, plan := range d.View.Plans {
		for i, a := range plan.Activities.Pointers() {
			cites := registry.Citations(plan, &a.Evidence, "activities")
			title := d.told(a.Title)
			if title.Value == nil {
				title = words(string(a.ID.V))
			}
			responsible := d.named(a.Responsible)
			if a.Responsible.Is == model.Absent {
				responsible = d.named(plan.Owner)
			}
			row := []Cell{d.record(plan.Ref), title, responsible, d.word("progress", a.State), d.given(a.Due), d.begun(a.Done), {}, {}, d.source(cites)}
			known := truth.CannotTell
			if a.Done.Given() || a.State.V == model.Done {
				known = truth.Yes
			}
			if at := due[plan.Ref][i]; at != nil {
				row[6], row[7] = d.outcome(at), d.slipped(at)
				if at.Outcome != registry.Undecidable {
					known = truth.Yes
				}
			}
			rests.decide(known, cites)
			p.row(row...)
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen aktivitet finns i registret. Det betyder inte att planerna saknar aktiviteter.", "No activity is in the registry. That does not mean that the plans have none."))
		return
	}
	p.Basis = rests.done()
}

// deadlineTable lists every deadline with what has become of it.
func (d *Desk) deadlineTable(r *Report) {
	p := r.add("deadlines", d.in("Tidsgränserna", "The deadlines"), d.deadlineColumns()...)
	d.deadlineRows(p, func(*registry.Deadline) bool { return true })
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen tidsgräns finns i registret.", "No deadline is in the registry."))
	}
}

func (d *Desk) deadlineColumns() []Column {
	return []Column{
		d.col("what", Words, "Vad", "What"),
		d.col("record", Records, "Post", "Record"),
		d.col("due", Days, "Tidsgräns", "Deadline"),
		d.col("proposed", Truths, "Bara föreslagen", "Only proposed"),
		d.col("event", Days, "Gjort", "Done"),
		d.col("outcome", Words, "Utfall", "Outcome"),
		d.col("days_late", Numbers, "Dagar efter", "Days late"),
		d.col("source", Words, "Källa", "Source"),
	}
}

// deadlineRows adds the deadlines that meet a condition to a table of
// deadlineColumns, by day, and tells what came of them.
func (d *Desk) deadlineRows(p *Part, meets func(*registry.Deadline) bool) {
	all := slices.Clone(d.View.Deadlines())
	slices.SortStableFunc(all, func(a, b registry.Deadline) int { return edtf.Order(a.Due, b.Due) })
	rests := restsOn("tidsgränser", "deadlines", truth.CannotTell)
	for i := range all {
		due := &all[i]
		if !meets(due) {
			continue
		}
		known := truth.Yes
		if due.Outcome == registry.Undecidable {
			known = truth.CannotTell
		}
		rests.decide(known, due.Sources)
		p.row(words(text.Capital(due.What().In(d.Lang))), d.record(due.Record), d.dueOn(due), d.truth(truth.Of(due.Proposed)), d.begun(model.Val[edtf.Date]{Is: model.Given, V: due.Event.Date}), d.outcome(due), d.slipped(due), d.source(due.Sources))
	}
	if len(p.Table.Rows) > 0 {
		p.Basis = rests.done()
	}
}

// yearWheel shows the meetings, deadlines and activities of the view's year.
func (d *Desk) yearWheel(r *Report) {
	year, _, _ := d.View.Day.Civil()
	whole := edtf.Between(edtf.DayOf(year, 1, 1), edtf.DayOf(year, 12, 31))
	p := r.add("year", d.say(text.Both{Sv: "Årshjul {year}", En: "The year {year}"}, text.Args{"year": whole}),
		d.col("month", Words, "Månad", "Month"),
		d.col("date", Days, "Datum", "Date"),
		d.col("kind", Words, "Slag", "Kind"),
		d.col("what", Words, "Vad", "What"),
		d.col("record", Records, "Post", "Record"),
		d.col("source", Words, "Källa", "Source"))
	type event struct {
		date  edtf.Date
		sort  text.Both
		tone  Tone
		what  string
		ref   model.Ref
		cites registry.Cited
	}
	var events []event
	for _, m := range d.View.Meetings {
		if _, _, ok := months(m.Date.V, year); ok && m.Status.V != model.Cancelled {
			events = append(events, event{m.Date.V, meetingSort, Neutral, d.View.NameOf(m.Group.V).In(string(d.Lang)), m.Ref, registry.Citations(m, nil, "date")})
		}
	}
	for _, due := range d.View.Deadlines() {
		if _, _, ok := months(due.Due, year); ok && due.Outcome != registry.Lapsed {
			sort, tone := deadlineSort, Open
			if due.Kind.ID == "activity" {
				sort, tone = activitySort, Neutral2
			}
			events = append(events, event{due.Due, sort, tone, text.Capital(due.What().In(d.Lang)), due.Record, due.Sources})
		}
	}
	slices.SortStableFunc(events, func(a, b event) int { return edtf.Order(a.date, b.date) })
	wheel := &Wheel{Year: year, Months: d.monthNames(), Legend: []Mark{
		{"", meetingSort.In(d.Lang), Neutral}, {"", deadlineSort.In(d.Lang), Open}, {"", activitySort.In(d.Lang), Neutral2},
	}}
	rests := restsOn("händelser", "events", truth.CannotTell)
	for _, e := range events {
		first, last, _ := months(e.date, year)
		when := wheel.Months[first-1]
		if last != first {
			when += "–" + wheel.Months[last-1]
		}
		rests.count(truth.Yes, e.cites)
		p.row(words(when), d.date(e.date), words(e.sort.In(d.Lang)), words(e.what), d.record(e.ref), d.source(e.cites))
		wheel.Events = append(wheel.Events, WheelEvent{First: first, Last: last, Tone: e.tone, Text: text.Date(e.date, d.Lang) + ": " + e.what})
	}
	if len(events) == 0 {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "Inget möte och ingen tidsgräns {year} finns i registret. Det betyder inte att inget händer det året.",
			En: "No meeting and no deadline of {year} is in the registry. That does not mean that nothing happens that year.",
		}, text.Args{"year": whole}))
		return
	}
	p.Basis = rests.done()
	if len(events) > mostOnWheel {
		return
	}
	p.Chart = &Chart{Title: p.Heading, Picture: wheel, Text: d.say(text.Both{
		Sv: "Året som en cirkel med tolv månader och {n} händelser: möten, tidsgränser och aktiviteter. Det som kan infalla i flera månader står mitt emellan dem.",
		En: "The year as a circle of twelve months with {n} events: meetings, deadlines and activities. What may fall in several months stands in the middle of them.",
	}, text.Args{"n": len(events)})}
}

// mostOnWheel is how many events a wheel has room for; the table has them all.
const mostOnWheel = 80

// monthNames are the twelve months in short.
func (d *Desk) monthNames() []string {
	if d.Lang == text.English {
		return []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	}
	return []string{"jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"}
}
