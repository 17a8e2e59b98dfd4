package report

import (
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var establishment = Kind{
	Name:  "establishment",
	Title: text.Both{Sv: "Etablering och avveckling", En: "Establishment and closing"},
	Answers: text.Both{
		Sv: "Hur långt varje samrådsgrupp har kommit mot riktlinjens krav och steg, och vad som hindrar att de gamla forumen avvecklas.",
		En: "How far each consultation group has come by the criteria and steps of the guideline, and what keeps the old forums from closing.",
	},
	Questions: []int{12, 13, 14, 15, 16, 18, 39},
	make: func(d *Desk, r *Report) {
		g := d.guideline()
		groups := d.groupsByName(d.View.ConsultationGroupRecords())
		d.criteria(r, g, groups)
		d.steps(r, g, groups)
		d.impact(r)
		d.closing(r)
		d.responsibilities(r)
		d.pointing(r)
		d.mandates(r)
		d.groupTimeline(r, groups)
	},
}

// criteria compares each consultation group with what the guideline asks of an
// established one.
func (d *Desk) criteria(r *Report, g *model.Guideline, groups []*model.Group) {
	var asked []model.Word
	lead := d.governs(text.Both{Sv: "vad en etablerad grupp ska ha", En: "what an established group must have"}, g, model.Standing{})
	if g != nil {
		asked = g.EstablishedRequires.V.Value.Values()
		lead = d.governs(text.Both{Sv: "vad en etablerad grupp ska ha", En: "what an established group must have"}, g, standing(g.EstablishedRequires))
	}
	columns := []Column{
		d.col("group", Records, "Samrådsgrupp", "Consultation group"),
		d.col("status", Words, "Läge", "Status"),
		d.col("since", Days, "Sedan", "Since"),
	}
	for _, part := range d.View.CriterionParts(&model.Group{}, asked) {
		label := d.partLabel(part)
		columns = append(columns, Column{strings.ReplaceAll(string(part.Part), "-", "_"), label, Truths})
	}
	p := r.add("criteria", d.in("Samrådsgrupperna mot kraven", "The consultation groups by the criteria"), append(columns,
		d.col("fulfils", Truths, "Uppfyller kraven", "Fulfils the criteria"),
		d.col("nodes", Numbers, "Noder i yttre kretsen", "Nodes in the outer circle"),
		d.col("source", Words, "Källa till läget", "Source of the status"))...)
	p.Lead = append(p.Lead, lead)
	rests := restsOn("samrådsgrupper", "consultation groups", d.View.GroupsComplete())
	var count truth.Count
	for _, group := range groups {
		since, cites := d.since(group)
		row := []Cell{d.record(group.Ref), d.state(group), since}
		fulfils := truth.Yes
		for _, part := range d.View.CriterionParts(group, asked) {
			row, fulfils = append(row, d.truth(part.Has)), truth.And(fulfils, part.Has)
		}
		if len(asked) == 0 {
			fulfils = truth.CannotTell
		}
		count.Add(fulfils)
		rests.decide(fulfils, cites)
		p.row(append(row, d.truth(fulfils), d.nodes(group), d.source(cites))...)
	}
	if len(groups) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen samrådsgrupp finns i registret. Det betyder inte att ingen finns.", "No consultation group is in the registry. That does not mean that there is none."))
		return
	}
	p.Lead = append(p.Lead, d.sums(text.Both{
		Sv: "{yes} av {all} samrådsgrupper uppfyller kraven {day}",
		En: "{yes} of {all} consultation groups {yes|fulfils|fulfil} the criteria on {day}",
	}, count))
	p.Basis = rests.done()
}

// partLabel is what a part of a criterion is called.
func (d *Desk) partLabel(part registry.CriterionPart) string {
	switch part.Part {
	case model.Region:
		return d.in("Tillsatt från regionen", "Filled by the region")
	case model.Municipal:
		return d.in("Tillsatt från kommunerna", "Filled by the municipalities")
	case model.Chair, model.Lead:
		return text.Capital(phrase.Word("seat-role", part.Part).In(d.Lang))
	}
	return text.Capital(phrase.Word("criterion", part.Criterion).In(d.Lang))
}

// The marks of the steps of establishment, by their positions in stepMarks.
const (
	stepDone = iota
	stepPlanned
	stepWaived
	stepMissing
	stepUntold
)

func (d *Desk) stepMarks() []Mark {
	return []Mark{
		{"✓", d.in("klart", "done"), Good}, {"○", d.in("ska göras", "to be done"), Open}, {"→", d.in("behövs inte enligt beslut", "waived by a decision"), Neutral},
		{"–", d.in("inte gjort", "not done"), Bad}, {"?", d.in("går inte att säga", "cannot be told"), Quiet},
	}
}

// steps tells which steps of establishment each consultation group has taken.
func (d *Desk) steps(r *Report, g *model.Guideline, groups []*model.Group) {
	p := r.add("steps", d.in("Etableringens steg", "The steps of establishment"),
		d.col("group", Records, "Samrådsgrupp", "Consultation group"),
		d.col("step", Numbers, "Steg", "Step"),
		d.col("what", Words, "Vad som görs", "What is done"),
		d.col("done", Truths, "Klart", "Done"),
		d.col("date", Days, "Datum", "Date"),
		d.col("due", Days, "Ska vara klart", "Due"),
		d.col("source", Words, "Källa", "Source"))
	what := text.Both{Sv: "etableringens steg", En: "the steps of establishment"}
	var defined []model.StepDefinition
	p.Lead = append(p.Lead, d.governs(what, g, model.Standing{}))
	if g != nil {
		defined = g.EstablishmentSteps.V.Value.Values()
		p.Lead[0] = d.governs(what, g, standing(g.EstablishmentSteps))
	}
	rests := restsOn("steg", "steps", truth.CannotTell)
	m := &Matrix{Legend: d.stepMarks()}
	for _, step := range defined {
		m.Columns = append(m.Columns, d.say(text.Both{Sv: "Steg {n}", En: "Step {n}"}, text.Args{"n": step.Step.V}))
	}
	var count truth.Count
	for _, group := range groups {
		row := MatrixRow{Label: d.View.ShortName(group).In(string(d.Lang))}
		for _, step := range defined {
			at := d.stepOf(group, step.Step.V)
			count.Add(at.done)
			rests.decide(at.done, at.cites)
			row.Marks = append(row.Marks, at.mark)
			done := d.truth(at.done)
			if at.mark == stepWaived {
				done = words(d.in("behövs inte", "waived"))
			}
			p.row(d.record(group.Ref), d.number(step.Step.V), d.told(step.What), done, d.begun(at.entry.Done), d.given(at.entry.Due), d.source(at.cites))
		}
		m.Rows = append(m.Rows, row)
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Riktlinjens steg, eller samrådsgrupperna, finns inte i registret. Det betyder inte att inga steg har tagits.", "The steps of the guideline, or the consultation groups, are not in the registry. That does not mean that no steps were taken."))
		return
	}
	p.Basis = rests.done()
	p.Chart = &Chart{Title: d.in("Etableringens steg, grupp för grupp", "The steps of establishment, group by group"), Picture: m, Text: d.say(text.Both{
		Sv: "En rad för varje samrådsgrupp och en kolumn för varje steg. Av {all} steg är {yes} klara {day}, {no} inte gjorda, och för {open} går det inte att säga.",
		En: "A row for each consultation group and a column for each step. Of {all} steps {yes} are done on {day}, {no} not done, and for {open} it cannot be told.",
	}, d.countArgs(count))}
}

// stepAt is a step of a group's establishment at the view's day.
type stepAt struct {
	done  truth.Value
	mark  int // a position in stepMarks
	entry model.EstablishmentStep
	cites registry.Cited
}

func (d *Desk) stepOf(g *model.Group, number int) (at stepAt) {
	at.mark = stepUntold
	if waived := g.Establishment.V.WaivedBy; waived.Given() && d.View.Decided(waived.V) == truth.Yes {
		at.mark = stepWaived
	}
	for _, e := range g.Establishment.V.Steps.Pointers() {
		if e.Step.V != number {
			continue
		}
		at.entry, at.cites = *e, registry.CitationsWithin(g, "establishment.steps", &g.Establishment.V.Evidence, &e.Evidence)
		switch {
		case e.Done.Given():
			at.done = e.Done.V.Begun(d.View.Day)
		case e.Done.Is == model.None:
			at.done = truth.No
		}
		switch {
		case at.done == truth.Yes:
			at.mark = stepDone
		case e.Due.Given() && e.Due.V.Ended(d.View.Day) == truth.No:
			at.mark = stepPlanned
		case at.done == truth.No:
			at.mark = stepMissing
		}
	}
	return at
}

// impact puts the consultation groups in the order of least impact on existing
// forums, beside the order that is planned.
func (d *Desk) impact(r *Report) {
	p := r.add("order", d.in("Ordning efter minst påverkan", "Order of least impact"),
		d.col("rank", Numbers, "Ordning", "Order"),
		d.col("group", Records, "Samrådsgrupp", "Consultation group"),
		d.col("forums", Numbers, "Berörda fora", "Forums affected"),
		d.col("which", Words, "Vilka", "Which"),
		d.col("responsibilities", Numbers, "Ansvar att ta över", "Responsibilities to take over"),
		d.col("planned", Numbers, "Planerad ordning", "Planned order"),
		d.col("reason", Words, "Skäl", "Reason"))
	rests := restsOn("ansvar hos befintliga fora", "responsibilities of existing forums", truth.CannotTell)
	impacts := d.View.Impacts()
	forums := map[model.Ref]bool{}
	rank, sum := 0, 0
	for i, at := range impacts {
		if i == 0 || len(at.Forums) != len(impacts[i-1].Forums) || at.Responsibilities != impacts[i-1].Responsibilities {
			rank = i + 1
		}
		planned := d.inPlace(at.Group.Establishment.V.Order.Is)
		if n, ok := at.Group.Establishment.V.Order.Get(); ok {
			planned = d.number(n)
		}
		p.row(d.number(rank), d.record(at.Group.Ref), d.number(len(at.Forums)), d.list(at.Forums), d.number(at.Responsibilities), planned, d.told(at.Group.Establishment.V.Reason))
		rests.Counted, rests.Unknown, sum = rests.Counted+at.Responsibilities, at.Open, sum+at.Responsibilities
		for _, f := range at.Forums {
			forums[f] = true
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen samrådsgrupp finns i registret.", "No consultation group is in the registry."))
		return
	}
	for _, f := range d.View.ReplaceableForums() {
		if forums[f.Ref] {
			rests.cite(registry.Citations(f, nil, "responsibilities"))
		}
	}
	p.Basis = rests.done()
	p.Table.Total = []Cell{{}, words(d.in("Summa", "Total")), {}, {}, d.number(sum), {}, {}}
	p.Lead = append(p.Lead, d.say(text.Both{
		Sv: "Uträknat ur de befintliga forumens ansvar: först hur många fora gruppen tar över från, sedan hur många ansvar. Föreslagna mottagare räknas med. Ordningen är en uträkning och inget beslut.",
		En: "Computed from the responsibilities of existing forums: first how many forums the group takes over from, then how many responsibilities. Proposed receivers count. The order is a computation and no decision.",
	}, nil))
	if rests.Unknown > 0 {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "{open|Ett ansvar|# ansvar} har ingen känd mottagare och kan höra till vilken grupp som helst.",
			En: "{open|One responsibility has|# responsibilities have} no known receiver and may belong to any group.",
		}, text.Args{"open": rests.Unknown}))
	}
}

// groupTimeline follows the old forums and the consultation groups over time.
func (d *Desk) groupTimeline(r *Report, groups []*model.Group) {
	p := r.add("timeline", d.in("Fora och deras efterträdare över tid", "Forums and their successors over time"),
		d.col("group", Records, "Grupp", "Group"),
		d.col("type", Words, "Slag", "Type"),
		d.col("status", Words, "Läge", "Status"),
		d.col("from", Days, "Från och med", "From"),
		d.col("until", Days, "Till", "Until"),
		d.col("decision", Records, "Beslut", "Decision"),
		d.col("takes_over_from", Words, "Tar över från", "Takes over from"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("lägen", "statuses", truth.CannotTell)
	line := &Timeline{Now: d.View.Day, From: d.View.Day.Sub(edtf.Duration{Years: 5}), Until: d.View.Day, Legend: []Mark{
		{"", d.in("aktiv eller etablerad", "active or established"), Good}, {"", d.in("föreslagen, planerad eller under etablering", "proposed, planned or being established"), Open},
		{"", d.in("vilande eller under avveckling", "dormant or winding up"), Bad}, {"", d.in("läget över tid är inte antecknat", "statuses over time are not recorded"), Quiet},
	}}
	from := map[model.Ref][]model.Ref{}
	for _, at := range d.View.Impacts() {
		from[at.Group.Ref] = at.Forums
	}
	all := slices.Concat(d.groupsByName(d.View.ReplaceableForums()), groups)
	for _, g := range all {
		before := slices.Clone(g.Replaces.Values())
		for _, f := range from[g.Ref] {
			if !slices.Contains(before, f) {
				before = append(before, f)
			}
		}
		lane := Lane{Label: d.View.ShortName(g).In(string(d.Lang))}
		for _, s := range d.groupSpans(g) {
			p.row(d.record(g.Ref), d.word("group-type", g.Type), words(s.status).marked(s.holds), d.date(s.From), d.date(s.Until), d.record(s.decision), d.list(before), d.source(s.cites))
			rests.count(s.holds, s.cites)
			lane.Spans = append(lane.Spans, s.Stretch)
			if first := s.From.Latest(); !s.From.IsZero() && !first.IsOpen() && first.Sub(edtf.Duration{Years: 1}) < line.From {
				line.From = first.Sub(edtf.Duration{Years: 1})
			}
		}
		if len(lane.Spans) > 0 {
			line.Lanes = append(line.Lanes, lane)
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Varken forum eller samrådsgrupp finns i registret. Det betyder inte att ingen finns.", "Neither forum nor consultation group is in the registry. That does not mean that there is none."))
		return
	}
	p.Lead = append(p.Lead, d.in("”Tar över från” bygger på vad gruppen ersätter och på de gamla forumens ansvar; föreslagna mottagare räknas med.", "“Takes over from” rests on what the group replaces and on the responsibilities of the old forums; proposed receivers count."))
	p.Basis = rests.done()
	p.Chart = &Chart{Title: p.Heading, Picture: line, Text: d.say(text.Both{
		Sv: "En rad för varje forum och samrådsgrupp med dess lägen över tid, {all} grupper. Det som kan ha börjat eller slutat när som helst under en tid är blekare.",
		En: "A row for each forum and consultation group with its statuses over time, {all} groups. What may have begun or ended at any time is paler.",
	}, text.Args{"all": len(line.Lanes)})}
}

// groupSpan is a status that a group has or had.
type groupSpan struct {
	Stretch
	status   string
	decision model.Ref
	holds    truth.Value
	cites    registry.Cited
}

// groupSpans are the statuses that a group has reached by the view's day, or may
// have. One without history has been active for as long as it has lived.
func (d *Desk) groupSpans(g *model.Group) (out []groupSpan) {
	for _, m := range g.History.Pointers() {
		holds := d.View.HasReached(g, m)
		if holds == truth.No {
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].Until = m.Date.V
		}
		tone := Open
		switch m.Status.V {
		case model.Established, model.Active:
			tone = Good
		case model.Dormant, model.WindingUp:
			tone = Bad
		}
		status := phrase.State(model.GroupKind, m.Status.V).In(d.Lang)
		out = append(out, groupSpan{Stretch{From: m.Date.V, Tone: tone, Text: status}, status, m.Decision.V, holds, registry.Citations(g, &m.Evidence, "history")})
	}
	if len(out) == 0 {
		st := d.View.GroupStatus(g)
		status := phrase.State(model.GroupKind, st.State).In(d.Lang)
		if len(g.History.Items) > 0 {
			return []groupSpan{{Stretch{From: edtf.Between(edtf.Past, d.View.Day), Tone: Open, Text: status}, status, model.Ref{}, truth.Yes, registry.Cited{}}}
		}
		out = []groupSpan{{Stretch{Tone: Quiet, Text: status}, status, model.Ref{}, truth.Yes, registry.Cited{}}}
	}
	if d.View.HasEnded(g) != truth.No {
		out[len(out)-1].Until = g.Ended.V.Date.V
	}
	return out
}
