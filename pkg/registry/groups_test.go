package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func milestone(status model.Word, on, decided string) model.Milestone {
	return model.Milestone{Status: model.Some(status), Date: date(on), Decision: to(decided)}
}

func withHistory(m ...model.Milestone) func(*model.Group) {
	return func(g *model.Group) { g.History = list(m...) }
}

func TestLifeOfGroup(t *testing.T) {
	g := group("samrad", func(g *model.Group) {
		g.History = list(
			milestone(model.Proposed, "2022-01-10", "decision/proposed"),
			milestone(model.Planned, "", "decision/decided"),
			milestone(model.Establishing, "2022-09-01", ""),
			model.Milestone{Status: model.Some(model.Established), Due: date("2023-Q1"), Date: date("2023-04")},
			milestone(model.Dormant, "2024", "unknown"),
			milestone(model.WindingUp, "2025-01-01", "decision/proposed"))
		g.Ended = model.Some(model.Ending{Date: date("2025-12")})
	})
	r := snapshot(append(decisions(), g)...)
	for _, c := range []struct {
		on       string
		state    model.Word
		since    string
		possible []model.Word
		lives    truth.Value
	}{
		{"2021-01-01", model.Proposed, "", nil, no},
		{"2022-03-09", model.Proposed, "", nil, no},
		{"2022-03-10", model.Planned, "", nil, no},
		{"2022-09-01", model.Establishing, "2022-09-01", nil, yes},
		{"2023-04-15", model.Establishing, "2022-09-01", []model.Word{model.Established}, yes},
		{"2023-04-30", model.Established, "2023-04", nil, yes},
		{"2024-06-01", model.Established, "2023-04", []model.Word{model.Dormant}, yes},
		{"2024-12-31", model.Dormant, "2024", nil, yes},
		{"2025-06-01", model.Dormant, "2024", nil, yes}, // winding up is only proposed
		{"2025-12-15", model.Dormant, "2024", []model.Word{registry.Closed}, unsure},
		{"2026-01-01", registry.Closed, "2025-12", nil, no},
	} {
		v := r.At(day(c.on), today)
		st := v.GroupStatus(g)
		assert.Equal(t, c.state, st.State, c.on)
		assert.Equal(t, c.since, st.Since.Text(), c.on)
		assert.Equal(t, c.possible, st.Possible, c.on)
		assert.Equal(t, c.lives, v.Lives(g), c.on)
	}
	var reasons []string
	for _, reason := range r.At(day("2025-12-15"), today).GroupStatus(g).Reasons {
		reasons = append(reasons, reason.Path.String())
	}
	assert.Equal(t, []string{"history[1]", "history[2]", "history[3]", "history[4]", "ended"}, reasons)
}

func TestGroupStatus(t *testing.T) {
	for _, c := range []struct {
		name  string
		set   func(*model.Group)
		on    string
		state model.Word
		lives truth.Value
	}{
		{"without history", func(*model.Group) {}, "1900-01-01", model.Active, yes},
		{"before it went dormant", withHistory(milestone(model.Dormant, "2021", "")), "2020-12-31", model.Active, yes},
		{"dormant", withHistory(milestone(model.Dormant, "2021", "")), "2021-12-31", model.Dormant, yes},
		{"proposed and not decided", withHistory(milestone(model.Established, "2022-01-01", "decision/proposed")), "2026-11-22", model.Proposed, no},
		{"decided and established", withHistory(milestone(model.Established, "2022-01-01", "decision/decided")), "2022-03-10", model.Established, yes},
		{"only planned", withHistory(milestone(model.Planned, "2022-01-01", "")), "2026-11-22", model.Planned, no},
		{"planned, and dormant since", withHistory(milestone(model.Planned, "2010", ""), milestone(model.Dormant, "2021", "")), "2022-01-01", model.Dormant, yes},
		{"only due", withHistory(model.Milestone{Status: model.Some(model.Established), Due: date("2023-Q1")}), "2026-11-22", model.Proposed, no},
		{"not before it is established", withHistory(milestone(model.Established, "2022-01-01", "")), "2021-12-31", model.Proposed, no},
		{"on an unknown day", withHistory(milestone(model.Established, "unknown", "")), "2026-11-22", model.Proposed, unsure},
		{"known not to be reached", withHistory(milestone(model.Active, "2020", ""), milestone(model.Dormant, "none", "")), "2026-11-22", model.Active, yes},
		{"without a date, by the source of the group", func(g *model.Group) {
			withHistory(milestone(model.Established, "", ""))(g)
			g.Sources = list(citations("report")...)
		}, "2022-11-07", model.Established, yes},
		{"without a date or source", withHistory(milestone(model.Established, "", "")), "2022-11-07", model.Proposed, unsure},
		{"the dates decide where they contradict the order", withHistory(milestone(model.Dormant, "2022", ""), milestone(model.Active, "2010", "")), "2023-01-01", model.Dormant, yes},
		{"the order decides where the dates do not tell", withHistory(milestone(model.Dormant, "2022", ""), milestone(model.Active, "2022-06", "")), "2023-01-01", model.Active, yes},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := group("digital", c.set)
			v := at(c.on, append(decisions(), source("report", "2022-11-07"), g)...)
			assert.Equal(t, c.state, v.GroupStatus(g).State)
			assert.Equal(t, c.lives, v.Lives(g))
		})
	}
}

func TestReached(t *testing.T) {
	v := at("2022-11-07", append(decisions(), source("report", "2022-11-07"))...)
	for _, c := range []struct {
		m    model.Milestone
		want truth.Value
	}{
		{milestone(model.Active, "2022-11-07", ""), yes},
		{milestone(model.Active, "2022", ""), unsure},
		{milestone(model.Active, "2022-11-08", ""), no},
		{milestone(model.Active, "2022-01-01", "decision/proposed"), no},
		{milestone(model.Active, "2022-01-01", "unknown"), yes},
		{milestone(model.Active, "", "decision/decided"), yes},
		{milestone(model.Active, "", "decision/undated"), unsure},
		{milestone(model.Active, "unknown", ""), unsure},
		{model.Milestone{Due: date("2022-01-01")}, no},
		{model.Milestone{Due: date("2022-01-01"), Date: date("unknown")}, unsure},
		{model.Milestone{Evidence: cited("report")}, yes},
		{model.Milestone{}, unsure},
	} {
		assert.Equal(t, c.want, v.Reached(&c.m), "%+v", c.m)
	}
}

func TestInScope(t *testing.T) {
	counted := func(g *model.Group) { g.Scope = list(model.Term("atta-fora")) }
	of := func(kind model.Word) func(*model.Group) {
		return func(g *model.Group) { g.Type = model.Some(kind) }
	}
	v := at("2022-11-07",
		group("a-office", of(model.ProcessOffice), counted), group("b-vis", of(model.PoliticalSteering)), group("c-bus"),
		group("d-new", withHistory(milestone(model.Established, "2022", ""))), group("e-later", withHistory(milestone(model.Established, "2023", ""))),
		group("f-closed", func(g *model.Group) { g.Ended = model.Some(model.Ending{Date: date("2020")}) }), group("g-local", of("local")))
	type in struct {
		id    string
		lives truth.Value
	}
	groups := func(scope model.Term) (out []in) {
		for _, g := range v.InScope(scope) {
			out = append(out, in{g.Group.Ref.ID, g.Lives})
		}
		return out
	}
	assert.Equal(t, []in{{"b-vis", yes}, {"c-bus", yes}, {"d-new", unsure}}, groups(""))
	assert.Equal(t, []in{{"a-office", yes}}, groups("atta-fora"))
	assert.Empty(t, groups("okand"))
	assert.Equal(t, [2]float64{2, 3}, bounds(t, v, "groups-in-scope"))
}

func TestHasPlansAndAgreements(t *testing.T) {
	plain, planning, owning, guessed, based := group("plain"), group("planning"), group("owning"), group("guessed"), group("based", func(g *model.Group) { g.BasedOn = refs("agreement/bus") })
	r := snapshot(plain, planning, owning, guessed, based,
		record(&model.Plan{Owner: to("group/planning")}, "plan/2022"),
		agreement("bus", func(a *model.Agreement) {
			a.Responsible = list(model.Steward{Group: to("group/owning")}, model.Steward{Group: to("group/guessed"), Status: model.Some(model.Proposed)})
		}))
	for _, g := range r.Groups {
		assert.Equal(t, g == planning, r.HasPlans(g), g.Ref.ID)
		assert.Equal(t, g == owning || g == based, r.HasAgreements(g), g.Ref.ID)
	}
}
