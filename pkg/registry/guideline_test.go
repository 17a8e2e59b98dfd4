package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func guideline(id, from string, change ...func(*model.Guideline)) *model.Guideline {
	g := &model.Guideline{InForce: model.Some(model.Interval{Span: span(from, "")})}
	return record(g, "guideline/"+id, change...)
}

func TestGuideline(t *testing.T) {
	old := guideline("old", "2020-01-01", func(g *model.Guideline) { g.InForce.V.Until = date("2022-12-31") })
	now := guideline("new", "2023-01-01", func(g *model.Guideline) { g.Decision = to("decision/d") })
	taken := decision("d", model.Decided, "2022-11-07")
	for _, c := range []struct {
		on, want string
		answer   truth.Value
	}{
		{"2019-12-31", "", unsure},
		{"2020-01-01", "old", yes},
		{"2022-12-31", "old", yes},
		{"2023-01-01", "new", yes},
	} {
		g, inForce := at(c.on, old, now, taken).Guideline()
		assert.Equal(t, c.answer, inForce, c.on)
		if c.want != "" {
			assert.Equal(t, c.want, g.Ref.ID, c.on)
		}
	}
	_, inForce := at("2023-01-01", decision("d", model.Decided, "2022-11-07")).Guideline()
	assert.Equal(t, no, inForce, "a registry without any guideline has no parameters")
	_, inForce = at("2023-01-01", now, decision("d", model.Proposed, "")).Guideline()
	assert.Equal(t, unsure, inForce, "a proposed guideline governs nothing")
}

// TestParameterGoverns: a decided parameter can give errors, an observed one
// warnings, a proposed one nothing until its decision is taken.
func TestParameterGoverns(t *testing.T) {
	for name, c := range map[string]struct {
		param   model.Val[model.Param[model.Val[bool]]]
		state   model.Word // of its decision
		governs truth.Value
		decided bool
	}{
		"absent":               {model.Val[model.Param[model.Val[bool]]]{}, "", no, false},
		"none":                 {model.Val[model.Param[model.Val[bool]]]{Is: model.None}, "", no, false},
		"unknown":              {model.Val[model.Param[model.Val[bool]]]{Is: model.Unknown}, "", unsure, false},
		"decided":              {envelope(model.Decided, "decision/d"), model.Decided, yes, true},
		"decided, undecided":   {envelope(model.Decided, "decision/d"), model.Proposed, no, true},
		"observed":             {envelope(model.Observed, ""), "", yes, false},
		"proposed":             {envelope(model.Proposed, "decision/d"), model.Proposed, no, true},
		"proposed and decided": {envelope(model.Proposed, "decision/d"), model.Decided, yes, true},
		"proposed by nobody":   {envelope(model.Proposed, ""), "", no, false},
		"without status":       {envelope("", ""), "", unsure, false},
	} {
		t.Run(name, func(t *testing.T) {
			g := guideline("g", "2020-01-01", func(g *model.Guideline) { g.BothSides = c.param })
			p := at("2023-01-01", g, decision("d", c.state, "2022-11-07")).BothSides()
			assert.Equal(t, c.governs, p.Governs)
			assert.Equal(t, c.governs == yes, p.Value)
			if p.Governs == yes {
				assert.Equal(t, c.decided, p.Decided)
				assert.Equal(t, "both_sides.value", p.Path.String())
			}
		})
	}
	matters := model.Table[model.Param[model.Val[model.Matter]]]{Is: model.Given, Rows: []model.Row[model.Param[model.Val[model.Matter]]]{{
		Key: "plan", Val: model.Some(model.Param[model.Val[model.Matter]]{Value: model.Some(model.Matter{}), Status: model.Some(model.Observed)}),
	}}}
	v := at("2023-01-01", guideline("g", "2020-01-01", func(g *model.Guideline) { g.Matters = matters }))
	assert.Equal(t, yes, v.Matter("plan").Governs)
	assert.Equal(t, no, v.Matter("closure").Governs)
}

// envelope is a parameter whose value is true.
func envelope(status model.Word, by string) model.Val[model.Param[model.Val[bool]]] {
	p := model.Param[model.Val[bool]]{Value: model.Some(true), Decision: to(by)}
	if status != "" {
		p.Status = model.Some(status)
	}
	return model.Some(p)
}

func TestParameterWithUnknownEntry(t *testing.T) {
	duties := model.List[model.Term]{Is: model.Given, Items: []model.Val[model.Term]{model.Some(model.Term("a")), {Is: model.Unknown}}}
	g := guideline("g", "2020-01-01", func(g *model.Guideline) {
		g.Duties = model.Some(model.Param[model.List[model.Term]]{Value: duties, Status: model.Some(model.Observed)})
	})
	var p registry.Parameter[[]model.Term] = at("2023-01-01", g).Duties()
	assert.Equal(t, unsure, p.Governs)
}
