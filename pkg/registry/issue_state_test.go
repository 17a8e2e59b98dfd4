package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func issue(id string, change ...func(*model.Issue)) *model.Issue {
	return record(&model.Issue{Common: model.Common{Evidence: cited("rapport")}}, "issue/"+id, change...)
}

// TestIssueIs is how far a source vouches for the state of an issue: it tells of
// 2022-11-07 and is stale after two years.
func TestIssueIs(t *testing.T) {
	captured, driven, done := registry.IssueCaptured, registry.IssueDriven, registry.IssueDone
	for _, c := range []struct {
		what       string
		state      model.Val[model.Word]
		raised, on string
		asked      model.Word
		want       truth.Value
	}{
		{"vouched for", model.Some(driven), "2022-01-10", "2023-06-01", driven, yes},
		{"not yet raised", model.Some(driven), "2022-01-10", "2021-12-31", driven, no},
		{"raised some time that year", model.Some(driven), "2022", "2022-06-01", driven, unsure},
		{"raised before the source, that is all", model.Some(driven), "", "2010-01-01", driven, unsure},
		{"before the source it may have been captured only", model.Some(driven), "2022-01-10", "2022-06-01", driven, unsure},
		{"before the source it was not done", model.Some(driven), "2022-01-10", "2022-06-01", done, no},
		{"after the source it may be done", model.Some(driven), "2022-01-10", "2026-01-01", driven, unsure},
		{"after the source it is more than captured", model.Some(driven), "2022-01-10", "2026-01-01", captured, no},
		{"what was captured may be driven later", model.Some(captured), "2022-01-10", "2026-01-01", driven, unsure},
		{"what was captured was not driven before", model.Some(captured), "2022-01-10", "2022-06-01", driven, no},
		{"what is done stays so", model.Some(done), "2022-01-10", "2026-01-01", done, yes},
		{"what is dropped may have been driven", model.Some(registry.IssueDropped), "2022-01-10", "2022-06-01", driven, unsure},
		{"what is dropped stays so", model.Some(registry.IssueDropped), "2022-01-10", "2026-01-01", driven, no},
		{"state not known", unknown[model.Word](), "2022-01-10", "2023-06-01", driven, unsure},
		{"state not told", model.Val[model.Word]{}, "2022-01-10", "2023-06-01", driven, unsure},
		{"no state", model.Val[model.Word]{Is: model.None}, "2022-01-10", "2023-06-01", driven, no},
	} {
		i := issue("fraga", func(i *model.Issue) {
			i.State, i.Raised = c.state, model.Some(model.Raised{Date: date(c.raised)})
		})
		v := at(c.on, source("rapport", "2022-11-07"), i)
		assert.Equal(t, c.want, v.IssueIs(i, c.asked), "%s: %s on %s", c.what, c.asked, c.on)
	}
}

func TestIssueHasEnded(t *testing.T) {
	i := issue("fraga", func(i *model.Issue) {
		i.State, i.Ended = model.Some(registry.IssueDriven), model.Some(model.Ending{Date: date("2023-03-31")})
	})
	for on, want := range map[string]truth.Value{"2023-03-31": yes, "2023-04-01": no} {
		assert.Equal(t, want, at(on, source("rapport", "2022-11-07"), i).IssueIsOpen(i), on)
	}
}

// TestOnlyOn follows an issue from the local to the regional level.
func TestOnlyOn(t *testing.T) {
	level := func(level model.Word, from string) model.IssueLevel {
		return model.IssueLevel{Level: model.Some(level), From: date(from)}
	}
	moved := list(level("local", ""), level("regional", "2023"))
	open := list(level("local", ""))
	open.Items = append(open.Items, unknown[model.IssueLevel]())
	for _, c := range []struct {
		what   string
		levels model.List[model.IssueLevel]
		on     string
		want   truth.Value
	}{
		{"local", list(level("local", "")), "2023-06-01", yes},
		{"regional", list(level("regional", "")), "2023-06-01", no},
		{"both at once", list(level("local", ""), level("regional", "")), "2023-06-01", no},
		{"not moved yet", moved, "2022-12-31", yes},
		{"moved some time that year", moved, "2023-06-01", unsure},
		{"moved", moved, "2023-12-31", no},
		{"another level is not known", open, "2023-06-01", unsure},
		{"not known", model.List[model.IssueLevel]{Is: model.Unknown}, "2023-06-01", unsure},
		{"not told", model.List[model.IssueLevel]{}, "2023-06-01", unsure},
		{"none", model.List[model.IssueLevel]{Is: model.None}, "2023-06-01", no},
	} {
		i := issue("fraga", func(i *model.Issue) { i.Level = c.levels })
		v := at(c.on, source("rapport", "2022-11-07"), i)
		assert.Equal(t, c.want, v.OnlyOn(i, registry.LocalLevel), "%s on %s", c.what, c.on)
	}
}

// TestTakesEffect is that a plan takes effect neither before its period nor
// before its decision.
func TestTakesEffect(t *testing.T) {
	for _, c := range []struct {
		decision, from, on, since string
		want                      truth.Value
	}{
		{"decision/decided", "2024-01-01", "2023-12-31", "2024-01-01", no},
		{"decision/decided", "2024-01-01", "2024-01-01", "2024-01-01", yes},
		{"decision/decided", "2022-01-01", "2022-03-09", "2022-03-10", no},
		{"decision/decided", "2022-01-01", "2022-03-10", "2022-03-10", yes},
		{"decision/proposed", "2022-01-01", "2024-01-01", "2022-01-01", no},
		{"unknown", "2022-01-01", "2022-01-01", "2022-01-01", yes},
		{"", "2022", "2022-06-01", "2022", unsure},
	} {
		p := record(&model.Plan{
			Decision: to(c.decision), Period: model.Some(model.Interval{Span: span(c.from, "")}),
		}, "plan/handlingsplan")
		since, when := at(c.on, append(decisions(), p)...).TakesEffect(p)
		assert.Equal(t, c.want, when, "%s from %s on %s", c.decision, c.from, c.on)
		assert.Equal(t, c.since, since.Text(), "%s from %s on %s", c.decision, c.from, c.on)
	}
}
