package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// statusCase is a status that is expected at a day, and the fact it rests on
// first of all.
type statusCase struct {
	on       string
	state    model.Word
	since    string
	possible []model.Word
	because  registry.Fact
}

// assertStatuses follows one record through the days.
func assertStatuses(t *testing.T, r *registry.Registry, rec model.Record, cases []statusCase) {
	t.Helper()
	for _, c := range cases {
		v := r.At(day(c.on), today)
		st, ok := v.StatusOf(rec)
		assert.True(t, ok)
		assert.Equal(t, c.state, st.State, c.on)
		assert.Equal(t, c.since, st.Since.Text(), c.on)
		assert.ElementsMatch(t, c.possible, st.Possible, c.on)
		because, _ := st.Because()
		assert.Equal(t, c.because, because.Fact, c.on)
		for _, reason := range st.Reasons {
			_, found := r.Record(reason.Record)
			assert.True(t, found, "%s: %s", c.on, reason.Fact)
		}
	}
}

func stage(step, on, body string) model.Stage {
	return model.Stage{Step: text(step), Date: date(on), Body: to(body)}
}

// TestLifeOfDecision follows a decision from before its proposal to its end.
func TestLifeOfDecision(t *testing.T) {
	d := record(&model.Decision{
		State: model.Some(model.Decided), Date: date("2023-12-01..2023-12-20"), Body: to("group/vis"),
		Chain:    list(stage("förslag", "2022-11-07", "group/project"), stage("beslut", "2023-12-01..2023-12-20", "group/vis")),
		Deadline: model.Some(model.Deadline{Date: date("2023-06")}),
	}, "decision/plan", func(d *model.Decision) {
		d.Sources = list(citations("report")...)
		d.Ended = model.Some(model.Ending{Date: date("2025-12-31")})
	})
	r := snapshot(d, source("report", "2022-11-07"))
	proposed := []model.Word{model.Decided}
	assertStatuses(t, r, d, []statusCase{
		{"2021-12-31", registry.NotDecided, "", nil, registry.FactTaken},
		{"2022-11-07", model.Proposed, "2022-11-07", nil, registry.FactStage},
		{"2023-04-01", model.Proposed, "2022-11-07", nil, registry.FactStage},
		{"2023-12-10", model.Proposed, "2022-11-07", proposed, registry.FactStage},
		{"2023-12-20", model.Decided, "2023-12-01..2023-12-20", nil, registry.FactTaken},
		{"2026-01-01", registry.EndedDecision, "2025-12-31", nil, registry.FactEnded},
	})
	facts := func(on string) (out []registry.Fact) {
		for _, reason := range r.At(day(on), today).DecisionStatus(d).Reasons {
			out = append(out, reason.Fact)
		}
		return out
	}
	assert.Equal(t, []registry.Fact{registry.FactStage, registry.FactTaken}, facts("2022-11-06"), "nobody had set a day yet")
	assert.Equal(t, []registry.Fact{registry.FactStage, registry.FactTaken, registry.FactDue}, facts("2022-11-07"))
}

// TestDecisionStatus: what is not told is not guessed.
func TestDecisionStatus(t *testing.T) {
	reported := func(d *model.Decision) { d.Sources = list(citations("report")...) }
	for _, c := range []struct {
		name     string
		decision model.Decision
		statusCase
	}{
		{"a proposal by its source", model.Decision{State: model.Some(model.Proposed), Outcome: unknown[model.Text]()},
			statusCase{"2022-11-07", model.Proposed, "..2022-11-07", nil, registry.FactProposal}},
		{"a proposal before its source", model.Decision{State: model.Some(model.Proposed)},
			statusCase{"2022-11-06", registry.NotDecided, "", []model.Word{model.Proposed}, ""}},
		{"taken later, proposed nobody knows when", model.Decision{State: model.Some(model.Decided), Date: date("2023-01-01")},
			statusCase{"2022-11-07", registry.NotDecided, "", []model.Word{model.Proposed}, registry.FactTaken}},
		{"on an unknown day", model.Decision{State: model.Some(model.Decided), Date: date("unknown")},
			statusCase{"2026-11-22", registry.Undetermined, "", []model.Word{registry.NotDecided, model.Proposed, model.Decided}, registry.FactDayUnknown}},
		{"unknown", model.Decision{State: unknown[model.Word]()},
			statusCase{"2026-11-22", registry.Undetermined, "", []model.Word{registry.NotDecided, model.Proposed, model.Decided}, registry.FactStateUnknown}},
		{"rejected", model.Decision{State: model.Some(model.Word("rejected")), Date: date("2022-01-01")},
			statusCase{"2022-11-07", "rejected", "2022-01-01", nil, registry.FactTaken}},
		{"tabled", model.Decision{State: model.Some(model.Word("tabled")), Date: date("2022-01-01")},
			statusCase{"2022-11-07", "tabled", "2022-01-01", nil, registry.FactTaken}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := record(&c.decision, "decision/d", reported)
			assertStatuses(t, snapshot(d, source("report", "2022-11-07")), d, []statusCase{c.statusCase})
		})
	}
}

// TestReplacedDecision: `replaces` alone ends nothing.
func TestReplacedDecision(t *testing.T) {
	old := decision("old", model.Decided, "2020-01-01")
	newer := record(&model.Decision{State: model.Some(model.Decided), Date: date("2022-01-01")}, "decision/new", func(d *model.Decision) { d.Replaces = refs("decision/old") })
	v := at("2022-11-07", old, newer)
	assert.Equal(t, model.Decided, v.DecisionStatus(old).State)
	old.Ended = model.Some(model.Ending{Date: date("2021-12-31")})
	st := at("2022-11-07", old, newer).DecisionStatus(old)
	assert.Equal(t, registry.ReplacedDecision, st.State)
	because, _ := st.Because()
	assert.Equal(t, []model.Ref{newer.Ref}, because.By)
}

func plan(id, from, until, decided string, change ...func(*model.Plan)) *model.Plan {
	p := &model.Plan{Decision: to(decided)}
	if from != "" || until != "" {
		p.Period = model.Some(model.Interval{Span: span(from, until)})
	}
	return record(p, "plan/"+id, change...)
}

// TestLifeOfPlan follows a plan from its proposal until another replaces it.
func TestLifeOfPlan(t *testing.T) {
	p := plan("old", "2022-07-01", "2025-12-31", "decision/old")
	newer := plan("new", "2024-01-01", "2030-12-31", "decision/new", func(p *model.Plan) { p.Replaces = refs("plan/old") })
	taken := record(&model.Decision{State: model.Some(model.Decided), Date: date("2022-03-10"), Chain: list(stage("förslag", "2021-11-01", ""))}, "decision/old")
	r := snapshot(p, newer, taken, decision("new", model.Decided, "2023-12"))
	assertStatuses(t, r, p, []statusCase{
		{"2021-10-31", registry.NotInEffect, "", nil, registry.FactPeriod},
		{"2021-12-31", model.Proposed, "2021-11-01", nil, registry.FactProposal},
		{"2022-03-10", model.Decided, "2022-03-10", nil, registry.FactPlanDecided},
		{"2022-07-02", registry.InEffectPlan, "2022-07-01", nil, registry.FactPeriod},
		{"2023-12-31", registry.InEffectPlan, "2022-07-01", nil, registry.FactPeriod},
		{"2024-01-01", registry.ReplacedPlan, "2024-01-01", nil, registry.FactReplaced},
	})
}

func TestPlanStatus(t *testing.T) {
	ended := func(p *model.Plan) { p.Ended = model.Some(model.Ending{Date: date("2022-06-30")}) }
	anything := []model.Word{registry.NotInEffect, registry.InEffectPlan, registry.EndedPlan}
	for name, c := range map[string]struct {
		plan *model.Plan
		statusCase
	}{
		"in use, decision not found": {plan("p", "2022-01-01", "2022-12-31", "unknown"), statusCase{"2022-11-07", registry.InEffectPlan, "2022-01-01", nil, registry.FactPeriod}},
		"its period over":            {plan("p", "2022-01-01", "2022-12-31", "unknown"), statusCase{"2023-01-01", registry.EndedPlan, "2022-12-31", nil, registry.FactPeriodOver}},
		"decided after its period began": {plan("p", "2022-01-01", "2022-12-31", "decision/decided"),
			statusCase{"2022-11-07", registry.InEffectPlan, "2022-03-10", nil, registry.FactPeriod}},
		"only proposed": {plan("p", "2022-01-01", "2022-12-31", "decision/proposed"), statusCase{"2022-11-07", model.Proposed, "2022-03-10", nil, registry.FactProposal}},
		"ended early":   {plan("p", "2022-01-01", "2022-12-31", "", ended), statusCase{"2022-11-07", registry.EndedPlan, "2022-06-30", nil, registry.FactEnded}},
		"no period":     {plan("p", "", "", "unknown"), statusCase{"2022-11-07", registry.Undetermined, "", anything, registry.FactPeriodUnknown}},
		"no last day":   {plan("p", "2022-01-01", "", ""), statusCase{"2022-11-07", registry.InEffectPlan, "2022-01-01", []model.Word{registry.EndedPlan}, registry.FactPeriod}},
		"a vague start": {plan("p", "2022-autumn", "2023-spring", ""), statusCase{"2022-07-02", registry.NotInEffect, "", []model.Word{registry.InEffectPlan}, ""}},
	} {
		t.Run(name, func(t *testing.T) {
			assertStatuses(t, snapshot(append(decisions(), c.plan)...), c.plan, []statusCase{c.statusCase})
		})
	}
}

// TestLifeOfIssue: the state that a source tells is not older than its raising,
// and not vouched for when the source is too old.
func TestLifeOfIssue(t *testing.T) {
	i := record(&model.Issue{
		Raised: model.Some(model.Raised{Date: date("2021-03-01"), By: to("group/project")}),
		State:  model.Some(registry.IssueDriven), Priority: to("decision/priority"),
		Level: list(model.IssueLevel{Level: model.Some(model.Word("local"))}, model.IssueLevel{Level: model.Some(model.Word("regional")), From: date("2022")}),
	}, "issue/i", func(i *model.Issue) {
		i.Sources = list(citations("report")...)
		i.Ended = model.Some(model.Ending{Date: date("2026-06-30")})
	})
	r := snapshot(i, source("report", "2022-11-07"), decision("priority", model.Decided, "2022-03-10"))
	before := []model.Word{registry.IssuePrepared, registry.IssuePrioritised, registry.IssueDriven}
	assertStatuses(t, r, i, []statusCase{
		{"2021-02-28", registry.NotRaised, "", nil, registry.FactRaised},
		{"2021-12-31", registry.IssueCaptured, "2021-03-01", before, registry.FactRaised},
		{"2022-11-07", registry.IssueDriven, "..2022-11-07", nil, registry.FactTold},
		{"2024-01-01", registry.IssueDriven, "..2022-11-07", nil, registry.FactTold},
		{"2025-01-01", registry.IssueDriven, "..2022-11-07", []model.Word{registry.IssueDone, registry.IssueDropped}, registry.FactTold},
		{"2026-11-22", registry.EndedIssue, "2026-06-30", nil, registry.FactEnded},
	})
	for on, want := range map[string]struct {
		levels      map[model.Word]truth.Value
		prioritised truth.Value
	}{
		"2021-02-28": {map[model.Word]truth.Value{}, no},
		"2021-12-31": {map[model.Word]truth.Value{"local": yes}, no},
		"2022-07-02": {map[model.Word]truth.Value{"local": unsure, "regional": unsure}, yes},
		"2022-12-31": {map[model.Word]truth.Value{"regional": yes}, yes},
	} {
		v := r.At(day(on), today)
		levels := map[model.Word]truth.Value{}
		for _, l := range v.LevelsAt(i) {
			levels[l.Level.V] = l.Holds
		}
		assert.Equal(t, want.levels, levels, on)
		assert.Equal(t, want.prioritised, v.Prioritised(i), on)
	}
}
