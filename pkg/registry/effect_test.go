package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func decisions() []model.Record {
	return []model.Record{
		decision("decided", model.Decided, "2022-03-10"),
		decision("vague", model.Decided, "2022"),
		decision("undated", model.Decided, "unknown"),
		decision("proposed", model.Proposed, "2022-03-10"),
		decision("rejected", "rejected", "2022-03-10"),
		record(&model.Decision{State: unknown[model.Word](), Date: date("2022-03-10")}, "decision/stateless"),
	}
}

// TestInEffect is the convention "in effect".
func TestInEffect(t *testing.T) {
	for _, c := range []struct {
		decision, from, on string
		want               truth.Value
	}{
		{"decision/decided", "", "2022-03-09", no},
		{"decision/decided", "", "2022-03-10", yes},
		{"decision/decided", "2023-Q1", "2022-12-31", no},
		{"decision/decided", "2023-Q1", "2023-02-01", unsure},
		{"decision/decided", "2023-Q1", "2023-03-31", yes},
		{"decision/decided", "2021-01-01", "2022-01-01", no}, // an earlier first day of its own does not count
		{"decision/decided", "unknown", "2023-01-01", unsure},
		{"decision/decided", "unknown", "2022-01-01", no},
		{"decision/vague", "", "2021-12-31", no},
		{"decision/vague", "", "2022-06-01", unsure},
		{"decision/vague", "", "2022-12-31", yes},
		{"decision/undated", "", "2026-11-22", unsure},
		{"decision/undated", "2030-01-01", "2026-11-22", no},
		{"decision/proposed", "", "2026-11-22", no},
		{"decision/proposed", "2020-01-01", "2026-11-22", no},
		{"decision/rejected", "", "2026-11-22", no},
		{"decision/stateless", "", "2026-11-22", unsure},
		{"decision/gone", "", "2026-11-22", unsure},
		{"unknown", "", "2000-01-01", yes}, // in use, decision not found
		{"unknown", "2022-03-10", "2022-03-09", no},
		{"unknown", "2022-03-10", "2022-03-10", yes},
		{"", "2022", "2022-06-01", unsure},
		{"", "", "2022-06-01", yes},
		{"none", "2022", "2023-01-01", yes},
	} {
		v := at(c.on, decisions()...)
		assert.Equal(t, c.want, v.InEffect(to(c.decision), date(c.from)), "%s from %q at %s", c.decision, c.from, c.on)
	}
}

// TestHasEnded: until its date an ending is not yet so, and an ending that is
// only proposed governs nothing.
func TestHasEnded(t *testing.T) {
	for _, c := range []struct {
		name string
		end  model.Val[model.Ending]
		on   string
		want truth.Value
	}{
		{"nothing written", model.Val[model.Ending]{}, "2026-11-22", no},
		{"known not to have ended", model.Val[model.Ending]{Is: model.None}, "2026-11-22", no},
		{"not known whether", unknown[model.Ending](), "2026-11-22", unsure},
		{"on the last day", model.Some(model.Ending{Date: date("2022-12-31")}), "2022-12-31", no},
		{"the day after", model.Some(model.Ending{Date: date("2022-12-31")}), "2023-01-01", yes},
		{"within a vague last day", model.Some(model.Ending{Date: date("2022")}), "2022-06-01", unsure},
		{"unknown day", model.Some(model.Ending{Date: date("unknown")}), "2026-11-22", unsure},
		{"no day and no source", model.Some(model.Ending{}), "2026-11-22", unsure},
		{"no day, before the source", model.Some(model.Ending{Evidence: cited("report")}), "2022-11-07", unsure},
		{"no day, after the source", model.Some(model.Ending{Evidence: cited("report")}), "2022-11-08", yes},
		{"no day, decided", model.Some(model.Ending{Decision: to("decision/decided")}), "2022-03-10", yes},
		{"no day, not yet decided", model.Some(model.Ending{Decision: to("decision/decided")}), "2022-03-09", no},
		{"only proposed", model.Some(model.Ending{Date: date("2022-12-31"), Decision: to("decision/proposed")}), "2026-11-22", no},
		{"decision not found", model.Some(model.Ending{Date: date("2022-12-31"), Decision: to("unknown")}), "2023-01-01", yes},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := group("digital", func(g *model.Group) { g.Ended = c.end })
			v := at(c.on, append(decisions(), source("report", "2022-11-07"), g)...)
			assert.Equal(t, c.want, v.HasEnded(g))
			assert.Equal(t, c.want.Not(), v.Lives(g))
		})
	}
}
