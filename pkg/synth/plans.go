package synth

import "fmt"

type plan struct {
	id, title, typ, owner string
	year                  int
	from, until           day
	decision              *decision
	replaces              *plan
	implements            *plan
	with                  string
	goals                 []string
	activities            []activity
	cites                 []cite
	free                  bool
}

type activity struct {
	title, state, responsible, duty string
	due, done                       day
}

// annualPlans records a group's annual plans.
func (w *world) annualPlans(g *group) {
	for year := w.firstYear; year <= lastYear; year++ {
		w.annualPlan(g, year)
	}
}

// annualPlan is a group's plan for a year, decided at the first meeting of it.
func (w *world) annualPlan(g *group, year int) {
	var first *meeting
	for _, m := range g.meetings {
		if yearOf(m.on) == year && m.status == "held" {
			first = m
			break
		}
	}
	if first == nil {
		return
	}
	w.cost()
	g.plans++
	d := w.decide(first, "", fmt.Sprintf("Årsplan %d", year), "plan/"+fmt.Sprintf("arsplan-%s-%d", g.id, year))
	d.firstIn = year
	p := &plan{
		id: fmt.Sprintf("arsplan-%s-%d", g.id, year), title: fmt.Sprintf("Årsplan %d för %s", year, g.name),
		typ: "annual", owner: g.ref(), year: year, decision: d, implements: w.actionPlanIn(year),
		cites: []cite{{source: w.protocol(g, year), section: "Bilaga 1"}}, free: year < lastYear,
	}
	if w.office != nil {
		p.with = w.office.ref()
	}
	for range w.between(3, 5) {
		p.activities = append(p.activities, w.activity(g, year, ""))
	}
	w.plans = append(w.plans, p)
}

// actionPlanIn is the action plan that an annual plan implements; nil before it
// took effect.
func (w *world) actionPlanIn(year int) *plan {
	if year <= yearOf(w.actionPlan.from) {
		return nil
	}
	return w.actionPlan
}

// activity is something to do in a year. What was due is done.
func (w *world) activity(g *group, year int, duty string) activity {
	a := activity{title: pick(w, activityTopics), responsible: g.ref(), duty: duty}
	month := 3 * w.between(1, 4)
	if duty != "" {
		month = 3
	}
	a.due = date(year, month, 28)
	switch {
	case a.due < date(lastYear, 6, 1):
		a.state, a.done = "done", a.due-day(w.between(0, 20))
		if month == 12 {
			a.done -= 12
		}
	default:
		a.state = "planned"
		a.due = max(a.due, date(year, 9, 28))
	}
	return a
}

func (pl *plan) write(p *page) {
	p.text("title", pl.title)
	p.raw("type", pl.typ)
	p.word("owner", pl.owner)
	if pl.year != 0 {
		p.number("period", pl.year)
	} else {
		p.in("period", func() {
			p.day("from", pl.from)
			p.day("until", pl.until)
		})
	}
	p.decision("decision", pl.decision)
	if pl.replaces != nil {
		p.ids("replaces", []string{pl.replaces.id})
	}
	if pl.implements != nil {
		p.ids("implements", []string{pl.implements.id})
	}
	if pl.with != "" {
		p.ids("with", []string{pl.with})
	}
	p.list("goals", pl.goals)
	entries(p, "activities", pl.activities, func(i int, a activity) {
		p.quoted("id", nth(i))
		p.text("title", a.title)
		p.day("due", a.due)
		p.raw("state", a.state)
		p.raw("responsible", a.responsible)
		p.word("duty", a.duty)
		p.day("done", a.done)
		if a.done != 0 {
			p.sources(pl.cites[0])
		}
	})
	p.sources(pl.cites...)
	p.block("note", remark(pl.id, 2))
}
