package report

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var decisions = Kind{
	Name:  "decisions",
	Title: text.Both{Sv: "Beslut", En: "Decisions"},
	Answers: text.Both{
		Sv: "Vilka förslag som är beslutade, av vem och när, vilka som väntar, vilka tidsgränser som har passerats och vem som beslutar i varje fråga.",
		En: "Which proposals are decided, by whom and when, which wait, which deadlines have passed and who decides each matter.",
	},
	Questions: []int{34, 35, 41},
	make: func(d *Desk, r *Report) {
		due := map[model.Ref]*registry.Deadline{}
		all := d.View.Deadlines()
		for i := range all {
			if all[i].Kind.ID == "decision" {
				due[all[i].Record] = &all[i]
			}
		}
		d.decisionsByBody(r, due)
		d.decisionList(r, due)
		d.passed(r)
		d.competence(r)
	},
}

// The sorts of decisions that are counted for each body.
const (
	sortProposed = iota
	sortDecided
	sortOther
	sortUntold
)

// sortOf is how a decision stands at the view's day; ok is false for one that
// nothing tells of by then.
func (d *Desk) sortOf(dec *model.Decision) (sort int, ok bool) {
	st := d.View.DecisionStatus(dec)
	if len(st.Possible) > 0 || st.State == registry.Undetermined {
		return sortUntold, true
	}
	switch st.State {
	case model.Proposed:
		return sortProposed, true
	case model.Decided:
		return sortDecided, true
	case registry.NotDecided:
		return 0, false
	}
	return sortOther, true
}

// decisionsByBody counts the decisions of each body.
func (d *Desk) decisionsByBody(r *Report, due map[model.Ref]*registry.Deadline) {
	p := r.add("by-body", d.in("Organ för organ", "Body by body"),
		d.col("body", Records, "Organ", "Body"),
		d.col("proposed", Numbers, "Föreslagna", "Proposed"),
		d.col("decided", Numbers, "Beslutade", "Decided"),
		d.col("other", Numbers, "Avslagna, bordlagda, återremitterade eller upphörda", "Rejected, tabled, referred back or ended"),
		d.col("undecided", Numbers, "Går inte att säga", "Cannot be told"),
		d.col("all", Numbers, "Alla", "All"),
		d.col("overdue", Numbers, "Tidsgränsen har passerat", "Past the deadline"))
	rests := restsOn("beslut och förslag", "decisions and proposals", truth.CannotTell)
	bars := &Bars{Unit: d.in("beslut och förslag", "decisions and proposals"), Series: []Mark{
		{"", d.in("föreslaget", "proposed"), Open}, {"", d.in("beslutat", "decided"), Good}, {"", d.in("annat", "other"), Neutral}, {"", d.in("går inte att säga", "cannot be told"), Quiet},
	}}
	counts := map[model.Ref]*[5]int{}
	var bodies []model.Ref
	var sums [5]int
	for _, dec := range d.View.Decisions {
		sort, ok := d.sortOf(dec)
		if !ok {
			continue
		}
		body := dec.Body.V.Record()
		if counts[body] == nil {
			counts[body] = &[5]int{}
			bodies = append(bodies, body)
		}
		counts[body][sort]++
		sums[sort]++
		if at := due[dec.Ref]; at != nil && at.Outcome == registry.Overdue {
			counts[body][4]++
			sums[4]++
		}
		known := truth.Yes
		if sort == sortUntold {
			known = truth.CannotTell
		}
		rests.count(known, registry.Citations(dec, nil, "state"))
	}
	d.byName(bodies)
	for _, body := range bodies {
		n := counts[body]
		name, label := d.record(body), d.View.NameOf(body).In(string(d.Lang))
		if body.IsZero() {
			label = d.in("organet är inte känt", "the body is not known")
			name = Cell{Text: label, Doubt: true}
		}
		p.row(name, d.number(n[0]), d.number(n[1]), d.number(n[2]), d.number(n[3]), d.number(n[0]+n[1]+n[2]+n[3]), d.number(n[4]))
		bars.Bars = append(bars.Bars, Bar{Label: label, Lengths: []float64{float64(n[0]), float64(n[1]), float64(n[2]), float64(n[3])}})
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget beslut och inget förslag finns i registret den dagen.", "No decision and no proposal is in the registry on that day."))
		return
	}
	p.Table.Total = []Cell{words(d.in("Summa", "Total")), d.number(sums[0]), d.number(sums[1]), d.number(sums[2]), d.number(sums[3]), d.number(sums[0] + sums[1] + sums[2] + sums[3]), d.number(sums[4])}
	p.Basis = rests.done()
	p.Chart = &Chart{Title: d.in("Beslut och förslag, organ för organ", "Decisions and proposals, body by body"), Picture: bars, Text: d.say(text.Both{
		Sv: "En stapel för varje organ. {proposed} är föreslagna, {decided} beslutade, {other} har gått på annat sätt, och för {open} går det inte att säga.",
		En: "A bar for each body. {proposed} are proposed, {decided} decided, {other} went another way, and for {open} it cannot be told.",
	}, text.Args{"proposed": sums[0], "decided": sums[1], "other": sums[2], "open": sums[3]})}
}

// decisionList lists decisions and proposals.
func (d *Desk) decisionList(r *Report, due map[model.Ref]*registry.Deadline) {
	p := r.add("decisions", d.in("Besluten och förslagen", "The decisions and proposals"),
		d.col("decision", Records, "Beslut", "Decision"),
		d.col("matter", Words, "Ärendeslag", "Matter"),
		d.col("status", Words, "Läge", "Status"),
		d.col("since", Days, "Sedan", "Since"),
		d.col("outcome_known", Truths, "Utfallet är känt", "The outcome is known"),
		d.col("proposed_by", Records, "Föreslaget av", "Proposed by"),
		d.col("body", Records, "Beslutsorgan", "Deciding body"),
		d.col("competent", Truths, "Behörigt enligt riktlinjen", "Competent by the guideline"),
		d.col("deadline", Days, "Tidsgräns", "Deadline"),
		d.col("days_late", Numbers, "Dagar efter", "Days late"),
		d.col("requires", Words, "Väntar på", "Waits for"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("beslut och förslag", "decisions and proposals", truth.CannotTell)
	for _, dec := range d.View.Decisions {
		sort, ok := d.sortOf(dec)
		if !ok {
			continue
		}
		since, cites := d.since(dec)
		if cites.None() {
			cites = registry.Citations(dec, nil, "state")
		}
		outcome := d.truth(truth.Yes)
		switch {
		case sort == sortUntold, sort == sortProposed && dec.Outcome.Is == model.Unknown:
			outcome = d.truth(truth.No)
		case sort == sortProposed:
			outcome = Cell{} // it awaits its decision
		}
		competent := Cell{}
		if dec.Body.Given() && dec.Matter.Given() {
			day := d.View
			if dec.Date.Given() && sort == sortDecided {
				day = d.View.On(dec.Date.V.Latest())
			}
			competent = d.truth(day.Competent(dec.Body.V, dec.Matter.V))
		}
		deadline, late := Cell{}, Cell{}
		if at := due[dec.Ref]; at != nil {
			deadline, late = d.dueOn(at), d.slipped(at)
			deadline.Doubt = deadline.Doubt || at.Proposed
		}
		var waits []model.Ref
		for _, ref := range dec.Requires.All() {
			if d.View.Decided(ref) != truth.Yes {
				waits = append(waits, ref)
			}
		}
		known := truth.Yes
		if sort == sortUntold {
			known = truth.CannotTell
		}
		rests.count(known, cites)
		p.row(d.record(dec.Ref), d.word("matter", dec.Matter), d.state(dec), since, outcome, d.named(dec.ProposedBy), d.named(dec.Body), competent, deadline, late, d.list(waits), d.source(cites))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget beslut och inget förslag finns i registret den dagen.", "No decision and no proposal is in the registry on that day."))
		return
	}
	p.Lead = append(p.Lead, d.in("Ett förslag vars utfall inte är känt står kvar som föreslaget. ? efter en tidsgräns betyder att den bara är föreslagen.", "A proposal whose outcome is not known stands as proposed. ? after a deadline means that it is only proposed."))
	p.Basis = rests.done()
}

// passed lists the deadlines that have passed without what they wait for.
func (d *Desk) passed(r *Report) {
	p := r.add("passed", d.in("Tidsgränser som har passerat utan att det är känt att det blev gjort", "Deadlines that have passed without its being known to be done"), d.deadlineColumns()...)
	d.deadlineRows(p, func(due *registry.Deadline) bool {
		return due.Outcome == registry.Overdue || due.Outcome == registry.Undecidable && !d.happened(due)
	})
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "Ingen tidsgräns i registret har passerat {day} utan att det är gjort.",
			En: "No deadline in the registry has passed on {day} without being done.",
		}, text.Args{"day": d.View.Day}))
	}
}

// competence tells who decides each matter by the guideline.
func (d *Desk) competence(r *Report) {
	p := r.add("competence", d.in("Vem som beslutar vad", "Who decides what"),
		d.col("matter", Words, "Ärendeslag", "Matter"),
		d.col("body", Words, "Behörigt organ", "Competent body"),
		d.col("standing", Words, "Ställning", "Standing"),
		d.col("governs", Truths, "Gäller", "In effect"),
		d.col("decision", Records, "Beslut", "Decision"),
		d.col("decided", Numbers, "Fattade beslut i registret", "Decisions taken in the registry"),
		d.col("source", Words, "Källa", "Source"))
	g := d.guideline()
	if g == nil || len(g.Matters.Rows) == 0 {
		p.Lead = append(p.Lead, d.governs(text.Both{Sv: "vem som beslutar", En: "who decides"}, g, model.Standing{}))
		return
	}
	rests := restsOn("ärendeslag", "matters", truth.CannotTell)
	taken := map[model.Word]int{}
	for _, dec := range d.View.Decisions {
		if d.View.Decided(dec.Ref) == truth.Yes {
			taken[dec.Matter.V]++
		}
	}
	for _, row := range g.Matters.Rows {
		param := &row.Val.V
		governs, _ := d.View.Governing(standing(row.Val))
		body := words(phrase.Competent(d.View, param.Value.V.Body.V).In(d.Lang))
		if body.Text == "" {
			body = d.inPlace(param.Value.V.Body.Is)
		}
		cites := registry.Citations(g, &param.Evidence, "matters")
		rests.decide(governs, cites)
		p.row(Cell{Text: phrase.Word("matter", model.Word(row.Key)).In(d.Lang), Value: row.Key}, body, d.word("parameter-status", param.Status), d.truth(governs), d.named(param.Decision), d.number(taken[model.Word(row.Key)]), d.source(cites))
	}
	var without []string
	for _, c := range model.Enumeration("matter") {
		if !slices.ContainsFunc(g.Matters.Rows, func(row model.Row[model.Param[model.Val[model.Matter]]]) bool { return row.Key == string(c.ID) }) {
			without = append(without, phrase.Word("matter", c.ID).In(d.Lang))
		}
	}
	if len(without) > 0 {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "Vem som beslutar om {without} anger riktlinjen inte enligt registret.",
			En: "Who decides on {without} the guideline does not say by the registry.",
		}, text.Args{"without": without}))
	}
	p.Lead = append(p.Lead, d.in("Vilka beslut som en viss ändring av registret kräver visar ”vis review”.", "Which decisions a certain change of the registry requires “vis review” shows."))
	p.Basis = rests.done()
}
