package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
)

// only is the one deadline there is.
func only(t *testing.T, v *registry.View) registry.Deadline {
	t.Helper()
	all := v.Deadlines()
	require.Len(t, all, 1)
	return all[0]
}

// dueDecision is a decision with a deadline, by a source of November 2022.
func dueDecision(state model.Word, due, on string) *model.Decision {
	d := decision("plan", state, on)
	d.Deadline = model.Some(model.Deadline{Date: date(due)})
	d.Evidence = cited("report")
	return d
}

// TestDeadlineOutcome is what becomes of a deadline, by the state and the day of
// the decision it waits for.
func TestDeadlineOutcome(t *testing.T) {
	report := source("report", "2022-11-07")
	for _, c := range []struct {
		state        model.Word
		due, on      string
		day          string
		want         registry.DeadlineOutcome
		fewest, most int
	}{
		// The source's June 2023 that became December: never less than 154 days.
		{model.Decided, "2023-06", "2023-12-01..2023-12-20", "2023-06-30", registry.NotDue, 0, 0},
		{model.Decided, "2023-06", "2023-12-01..2023-12-20", "2023-07-01", registry.Overdue, 1, 1},
		{model.Decided, "2023-06", "2023-12-01..2023-12-20", "2023-11-30", registry.Overdue, 153, 153},
		{model.Decided, "2023-06", "2023-12-01..2023-12-20", "2023-12-05", registry.Late, 154, 202},
		{model.Decided, "2023-06", "2023-12-01..2023-12-20", "2024-01-01", registry.Late, 154, 202},
		// The day is known, and lies inside or before the deadline.
		{model.Decided, "2023-06", "2023-06-30", "2023-06-29", registry.NotDue, 0, 0},
		{model.Decided, "2023-06", "2023-06-30", "2023-06-30", registry.Met, 0, 0},
		{model.Decided, "2023-06", "2022", "2026-11-22", registry.Met, 0, 0},
		{model.Rejected, "2023-06", "2023-05-02", "2023-07-01", registry.Met, 0, 0},
		{model.Decided, "2023-06", "2023-07-01", "2023-07-01", registry.Late, 1, 30},
		// It may have been in time.
		{model.Decided, "2023-06", "..2023-09", "2024-01-01", registry.Undecidable, 0, 0},
		{model.Decided, "2023-06", "2023-06..2023-07", "2023-06-15", registry.NotDue, 0, 0},
		{model.Decided, "2023-06", "unknown", "2024-01-01", registry.Undecidable, 0, 0},
		// Nothing is told of it: that counts until the source is too old.
		{model.Proposed, "2023-06", "", "2023-06-30", registry.NotDue, 0, 0},
		{model.Proposed, "2023-06", "", "2023-07-01", registry.Overdue, 1, 1},
		{"tabled", "2023-06", "2023-05-02", "2023-07-01", registry.Overdue, 1, 1},
		{model.Proposed, "2023-06", "", "2024-11-07", registry.Overdue, 496, 496},
		{model.Proposed, "2023-06", "", "2024-11-08", registry.Undecidable, 0, 0},
		// Open ends: nothing bounds the slip.
		{model.Decided, "..2023-06", "2023-12-01", "2024-01-01", registry.Late, 154, 0},
		{model.Decided, "2023-06", "2023-12-01..", "2024-01-01", registry.Late, 154, 0},
	} {
		got := only(t, at(c.day, report, dueDecision(c.state, c.due, c.on)))
		assert.Equal(t, c.want, got.Outcome, "%+v", c)
		assert.Equal(t, [2]int{c.fewest, c.most}, [2]int{got.Fewest, got.Most}, "%+v", c)
	}
}

// TestFateUnknown is a proposal whose outcome nobody has found.
func TestFateUnknown(t *testing.T) {
	d := dueDecision(model.Proposed, "2023-06", "")
	d.Outcome = unknown[model.Text]()
	assert.Equal(t, registry.Undecidable, only(t, at("2023-07-01", source("report", "2022-11-07"), d)).Outcome)
}

// TestUndatedSource is silence that nobody can date.
func TestUndatedSource(t *testing.T) {
	assert.Equal(t, registry.Undecidable, only(t, at("2023-07-01", source("report", "unknown"), dueDecision(model.Proposed, "2023-06", ""))).Outcome)
}

// TestOnlyAProposalSetsIt covers the ways in which a deadline is no more than
// proposed.
func TestOnlyAProposalSetsIt(t *testing.T) {
	report := source("report", "2022-11-07")
	plan := func(by string, basis model.Word) *model.Plan {
		p := record(&model.Plan{Decision: to(by), Activities: list(model.Activity{ID: model.Some(model.Slug("a")), Due: date("2023-Q1")})}, "plan/p")
		p.Evidence = cited("report")
		p.Sources.Items[0].V.Basis = model.Some(basis)
		return p
	}
	records := append(decisions(), report)
	for _, c := range []struct {
		by       string
		basis    model.Word
		proposed bool
		proposal string
	}{
		{"", model.Stated, false, ""},
		{"unknown", model.Stated, false, ""},
		{"decision/decided", model.Stated, false, ""},
		{"decision/proposed", model.Stated, true, "decision/proposed"},
		{"decision/rejected", model.Stated, true, "decision/rejected"},
		{"decision/stateless", model.Stated, false, ""},
		{"decision/decided", model.Inferred, true, ""},
	} {
		got := only(t, at("2023-04-01", append(records, plan(c.by, c.basis))...))
		assert.Equal(t, registry.Overdue, got.Outcome)
		assert.Equal(t, c.proposed, got.Proposed, "%+v", c)
		if c.proposal != "" {
			assert.Equal(t, ref(c.proposal), got.Proposal)
		} else {
			assert.True(t, got.Proposal.IsZero())
		}
	}
}

// TestActivityDoneOnAnUnknownDay is met, as far as anybody knows.
func TestActivityDoneOnAnUnknownDay(t *testing.T) {
	p := record(&model.Plan{Activities: list(
		model.Activity{Due: date("2023-01-01"), State: model.Some(model.Done)},
		model.Activity{Due: date("2023-01-01"), State: model.Some(model.Done), Done: date("unknown")},
		model.Activity{Due: date("2023-01-01"), Done: date("not-applicable")},
	)}, "plan/p")
	var got []registry.DeadlineOutcome
	for _, d := range at("2023-04-01", p).Deadlines() {
		got = append(got, d.Outcome)
	}
	assert.Equal(t, []registry.DeadlineOutcome{registry.Met, registry.Undecidable}, got)
}

// TestLapsed is what was due in a plan that ended first.
func TestLapsed(t *testing.T) {
	p := record(&model.Plan{Activities: list(model.Activity{Due: date("2023-01-01")})}, "plan/p")
	p.Ended = model.Some(model.Ending{Date: date("2022-12-31")})
	p.Evidence = cited("report")
	assert.Equal(t, registry.Lapsed, only(t, at("2023-04-01", source("report", "2022-11-07"), p)).Outcome)
}

// TestFirstMeeting is the deadline that becomes a day only when the meetings
// are known.
func TestFirstMeeting(t *testing.T) {
	d := decision("timetable", model.Decided, "2023-09-14")
	d.Deadline = model.Some(model.Deadline{FirstMeetingOf: to("group/tsg"), In: date("2023-autumn")})
	meeting := func(on string, status model.Word) *model.Meeting {
		return record(&model.Meeting{Group: to("group/tsg"), Date: date(on), Status: model.Some(status)}, "meeting/tsg/"+on)
	}
	tsg := func(from string) *model.Group {
		return group("tsg", func(g *model.Group) {
			g.Complete = model.Some(model.CompleteGroup{Meetings: model.Some(model.Interval{Span: span(from, "2024-01-01")})})
		})
	}
	for _, c := range []struct {
		name    string
		day     string
		want    registry.DeadlineOutcome
		meeting string
		records []model.Record
	}{
		{"no meetings say nothing", "2024-01-01", registry.Undecidable, "", []model.Record{tsg("2023-01-01")}},
		{"there may have been one before", "2024-01-01", registry.Undecidable, "", []model.Record{tsg("2023-09-01"), meeting("2023-09-14", model.Held)}},
		{"on the day", "2024-01-01", registry.Met, "meeting/tsg/2023-09-14", []model.Record{tsg("2023-01-01"), meeting("2023-06-08", model.Held), meeting("2023-09-14", model.Held)}},
		{"a cancelled one does not count", "2024-01-01", registry.Met, "meeting/tsg/2023-09-14", []model.Record{tsg("2023-01-01"), meeting("2023-08-20", model.Cancelled), meeting("2023-09-14", model.Held)}},
		{"after it", "2024-01-01", registry.Late, "meeting/tsg/2023-08-31", []model.Record{tsg("2023-01-01"), meeting("2023-08-31", model.Held), meeting("2023-09-14", model.Held)}},
		{"not yet autumn", "2023-06-30", registry.NotDue, "", []model.Record{tsg("2023-01-01")}},
		{"planned", "2023-08-01", registry.NotDue, "meeting/tsg/2023-08-31", []model.Record{tsg("2023-01-01"), meeting("2023-08-31", "planned")}},
	} {
		got := only(t, at(c.day, append(c.records, d)...))
		assert.True(t, got.First)
		assert.Equal(t, c.want, got.Outcome, c.name)
		if c.meeting == "" {
			assert.True(t, got.FirstMeeting.IsZero(), c.name)
		} else {
			assert.Equal(t, ref(c.meeting), got.FirstMeeting, c.name)
		}
	}
}

// TestEntryIntoForceOnACondition has come as soon as the condition is met, even
// if no actual day is written.
func TestEntryIntoForceOnACondition(t *testing.T) {
	for condition, want := range map[model.Word]registry.DeadlineOutcome{
		"date": registry.Met, "all-parties": registry.Undecidable, "decision": registry.Overdue,
	} {
		a := agreement("a", func(a *model.Agreement) {
			a.EntryIntoForce = model.Some(model.EntryIntoForce{Condition: model.Some(condition), Planned: date("2022-07-01")})
			a.Evidence = cited("report")
		})
		assert.Equal(t, want, only(t, at("2022-07-02", source("report", "2022-06-01"), a)).Outcome, condition)
	}
	external := agreement("a", func(a *model.Agreement) {
		a.External = model.Some(true)
		a.EntryIntoForce = model.Some(model.EntryIntoForce{Planned: date("2022-07-01")})
	})
	assert.Empty(t, at("2022-07-02", external).Deadlines(), "others' deadlines are not ours")
}

// TestWorkingGroupEnds takes the last end that counts.
func TestWorkingGroupEnds(t *testing.T) {
	g := group("w", func(g *model.Group) {
		g.Ends = list(
			model.Deadline{Date: date("2022-12-31")},
			model.Deadline{Date: date("2023-06-30"), Decision: to("decision/decided")},
			model.Deadline{Date: date("2024-12-31"), Decision: to("decision/proposed")},
		)
		g.Ended = model.Some(model.Ending{Date: date("2023-07-31")})
	})
	got := only(t, at("2023-09-01", append(decisions(), g)...))
	assert.Equal(t, registry.Late, got.Outcome)
	assert.Equal(t, [2]int{31, 31}, [2]int{got.Fewest, got.Most})
	assert.False(t, got.Proposed)
}

// TestReview is done when every part of it is.
func TestReview(t *testing.T) {
	for _, c := range []struct {
		second model.Review
		want   registry.DeadlineOutcome
	}{
		{model.Review{State: model.Some(model.Done), Date: date("2022-05-01")}, registry.Met},
		{model.Review{State: model.Some(model.Done), Date: date("2022-09-01")}, registry.Late},
		{model.Review{State: model.Some(model.Word("ongoing"))}, registry.Overdue},
		{model.Review{State: unknown[model.Word]()}, registry.Undecidable},
	} {
		a := agreement("a", func(a *model.Agreement) {
			a.ReviewDue = date("2022-06-30")
			a.Review = list(model.Review{State: model.Some(model.Done), Date: date("2022-04-01")}, c.second)
			a.Evidence = cited("report")
		})
		assert.Equal(t, c.want, only(t, at("2022-11-07", source("report", "2022-06-01"), a)).Outcome, "%+v", c.second)
	}
}

// TestTableOfDeadlines names fields that exist.
func TestTableOfDeadlines(t *testing.T) {
	seen := map[model.Word]bool{}
	for _, k := range registry.DeadlineKinds() {
		assert.False(t, seen[k.ID], k.ID)
		seen[k.ID] = true
		assert.NotEqual(t, k.What.Sv, k.What.En)
		assert.Contains(t, k.What.Sv, "{thing}")
	}
}

// TestDeadlinesOfTheDocuments reads the story of the real registry.
func TestDeadlinesOfTheDocuments(t *testing.T) {
	r := stockholm(t)
	got := map[string]registry.Deadline{}
	for _, on := range []string{"2021-12-31", "2022-07-02", "2022-11-07", "2023-04-01", "2024-01-01", "2026-11-22"} {
		for _, d := range r.At(day(on), today).Deadlines() {
			got[on+" "+d.Record.String()+" "+string(d.Kind.ID)+" "+d.Due.String()] = d
		}
	}
	for key, want := range map[string]registry.DeadlineOutcome{
		"2021-12-31 agreement/hok entry-into-force 2022-07-01":   registry.NotDue,
		"2022-07-02 agreement/hok entry-into-force 2022-07-01":   registry.Overdue,
		"2022-11-07 agreement/hok entry-into-force 2022-07-01":   registry.Late,
		"2022-11-07 guideline/hok-riktlinje core 2023-Q1":        registry.NotDue,
		"2023-04-01 guideline/hok-riktlinje core 2023-Q1":        registry.Overdue,
		"2026-11-22 guideline/hok-riktlinje core 2023-Q1":        registry.Undecidable,
		"2023-04-01 decision/handlingsplan-gnv decision 2023-06": registry.NotDue,
		"2024-01-01 decision/handlingsplan-gnv decision 2023-06": registry.Late,
	} {
		require.Contains(t, got, key)
		assert.Equal(t, want, got[key].Outcome, key)
	}
	assert.True(t, got["2023-04-01 guideline/hok-riktlinje core 2023-Q1"].Proposed)
	assert.Equal(t, 154, got["2024-01-01 decision/handlingsplan-gnv decision 2023-06"].Fewest)
	assert.Equal(t, [2]int{62, 91}, [2]int{got["2022-11-07 agreement/hok entry-into-force 2022-07-01"].Fewest, got["2022-11-07 agreement/hok entry-into-force 2022-07-01"].Most})
}
