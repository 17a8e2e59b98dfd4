package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// TestEffects tells what the registry says has come about, whatever became of
// the decision.
func TestEffects(t *testing.T) {
	proposed := to("decision/proposed")
	g := group("g", func(g *model.Group) {
		g.Names = list(model.Name{Name: text("Före")}, model.Name{Name: text("Efter"), Span: span("2023-01-01", ""), Decision: proposed})
		g.Seats = list(
			model.Seat{ID: model.Some(model.Slug("planned")), Span: span("2023-Q1", ""), Decision: proposed},
			model.Seat{ID: model.Some(model.Slug("filled")), Holder: model.Val[model.Said]{Is: model.Unknown}, Decision: proposed},
			model.Seat{ID: model.Some(model.Slug("held")), Decision: proposed},
		)
		g.History = list(
			model.Milestone{Status: model.Some(model.Proposed), Date: date("2022-11-07"), Decision: proposed},
			model.Milestone{Status: model.Some(model.Active), Due: date("2023-Q1"), Decision: proposed},
			model.Milestone{Status: model.Some(model.Active), Date: date("2023-02"), Decision: proposed},
		)
	})
	a := agreement("a", func(a *model.Agreement) {
		a.Responsible = list(
			model.Steward{Group: to("group/g"), Decision: proposed},
			model.Steward{Group: to("group/g"), Decision: proposed, Status: model.Some(model.Proposed)},
			model.Steward{Group: to("group/g"), Decision: proposed, Status: model.Some(model.Decided)},
		)
	})
	p := person("p", model.Membership{Group: to("group/g"), Seat: model.Some(model.Slug("held")), Span: span("2023-03-01", "")})
	core := model.Param[model.Val[model.Core]]{Decision: proposed, Status: model.Some(model.Decided)}
	window := core
	window.Status = model.Some(model.Proposed)
	rules := record(&model.Guideline{Core: model.Some(core)}, "guideline/r")
	rules.MeetingsPerYear.Is = model.Given
	rules.MeetingsPerYear.V.Status, rules.MeetingsPerYear.V.Decision = window.Status, proposed

	got := map[string]truth.Value{}
	for _, e := range at("2023-04-01", append(decisions(), g, a, p, rules)...).Effects() {
		got[e.Path.String()] = e.Claimed
	}
	assert.Equal(t, map[string]truth.Value{
		"names[1]":          yes,
		"seats[0]":          no, // a first day is a plan
		"seats[1]":          yes,
		"seats[2]":          yes,
		"history[0]":        no,
		"history[1]":        no,
		"history[2]":        yes,
		"responsible[0]":    no,
		"responsible[1]":    no,
		"responsible[2]":    yes,
		"core":              yes,
		"meetings_per_year": no,
	}, got)
}

// TestIsPending is a proposal for as long as a source vouches for it.
func TestIsPending(t *testing.T) {
	report := source("report", "2022-11-07")
	d := decision("d", model.Proposed, "")
	d.Evidence = cited("report")
	for on, want := range map[string]truth.Value{"2021-12-31": no, "2022-11-06": no, "2022-11-07": yes, "2024-11-07": yes, "2024-11-08": no} {
		assert.Equal(t, want, at(on, report, d).IsPending(d), on)
	}
	d.State = model.Some(model.Decided)
	assert.Equal(t, no, at("2023-01-01", report, d).IsPending(d))
}
