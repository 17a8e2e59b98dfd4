package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// TestMetricOfOneGroup: what a metric of all forums counts is what it counts of
// each of them together.
func TestMetricOfOneGroup(t *testing.T) {
	for _, day := range []string{"2020-01-01", "2022-11-07", "2026-11-22"} {
		v := stockholmAt(t, day)
		for _, name := range []string{"groups-in-scope", "roles", "roles-elected", "vacancies", "meetings-held"} {
			for _, scope := range []model.Term{"", "atta-fora"} {
				all := measure(t, v, name, registry.Scope{Groups: scope})
				var sum registry.Measure
				for _, g := range v.InScope(scope) {
					m := measure(t, v, name, registry.Scope{Groups: scope, Group: g.Group.Ref})
					sum.Min, sum.Max = sum.Min+m.Min, sum.Max+m.Max
					sum.Counted, sum.Undecided = append(sum.Counted, m.Counted...), append(sum.Undecided, m.Undecided...)
				}
				assert.Equal(t, [2]float64{all.Min, all.Max}, [2]float64{sum.Min, sum.Max}, "%s of %q on %s", name, scope, day)
				assert.Equal(t, all.Counted, sum.Counted)
				assert.Equal(t, all.Undecided, sum.Undecided)
			}
		}
	}
	v := stockholmAt(t, "2022-11-07")
	m := measure(t, v, "roles", registry.Scope{Group: ref("group/none-such")})
	assert.Zero(t, m.Max)
	assert.Equal(t, unsure, m.Complete, "nobody knows the group")
}

func TestSpeakers(t *testing.T) {
	v := stockholmAt(t, "2022-11-07")
	g, _ := v.Group(ref("group/bussam"))
	of, perhaps := v.Speakers(g)
	assert.False(t, perhaps)
	assert.Equal(t, []registry.Speaker{{By: ref("organization/sodertalje"), Holds: yes}, {By: ref("organization/botkyrka"), Holds: yes}}, of["sodra"])
	g, _ = v.Group(ref("group/digital"))
	of, perhaps = v.Speakers(g)
	assert.Empty(t, of)
	assert.True(t, perhaps, "its socialdirektörer may be of any subregion")
}

func TestDeviations(t *testing.T) {
	routine := func(text string) model.Val[model.DeviationRoutine] {
		return model.Some(model.DeviationRoutine{Procedure: model.Some(model.Text{Sv: text})})
	}
	same := model.Some(model.DeviationRoutine{As: model.Some(model.Word("same-as-framework"))})
	with := func(id string, d model.Val[model.DeviationRoutine], framework string) *model.Agreement {
		a := agreement(id, func(a *model.Agreement) { a.Deviations = d })
		if framework != "" {
			a.Framework = to("agreement/" + framework)
		}
		return a
	}
	v := at("2022-01-01", with("hok", routine("ram"), ""), with("own", routine("egen"), "hok"), with("same", same, "hok"),
		with("circle", same, "same"), with("lost", same, ""), with("none", model.Val[model.DeviationRoutine]{Is: model.None}, "hok"), with("asked", unknown[model.DeviationRoutine](), "hok"))
	for id, want := range map[string]struct {
		text string
		is   model.Answer
	}{
		"hok": {"ram", model.Given}, "own": {"egen", model.Given}, "same": {"ram", model.Given}, "circle": {"", model.Unknown},
		"lost": {"", model.Unknown}, "none": {"", model.None}, "asked": {"", model.Unknown},
	} {
		a, ok := registry.Find[*model.Agreement](v.Registry, ref("agreement/"+id))
		require.True(t, ok)
		got, is := v.Deviations(a)
		assert.Equal(t, want.is, is, id)
		assert.Equal(t, want.text, got.Procedure.V.Sv, id)
	}
}

// TestKnowledgeMembers: the region's are exempt, and of somebody whose side is
// not known nobody can tell.
func TestKnowledgeMembers(t *testing.T) {
	body := group("rpo", func(g *model.Group) { g.Type = model.Some(registry.KnowledgeGroup) })
	speaking := func(m model.Membership, org string) model.Membership {
		m.OnBehalfOf = to("organization/" + org)
		return m
	}
	v := at("2022-01-01", body, group("other"),
		organization("solna", model.Municipality, func(o *model.Organization) { o.Side = model.Some(model.Municipal) }),
		organization("region", model.Region, func(o *model.Organization) { o.Side = model.Some(model.Region) }),
		person("a", speaking(membership("rpo", "", "2020", "2030"), "solna")),
		person("b", speaking(membership("rpo", "", "2020", "2030"), "region")),
		person("c", membership("rpo", "", "2020", "2030")),
		person("d", speaking(membership("rpo", "", "2020", "2021-06-30"), "solna")),
		person("e", speaking(membership("other", "", "2020", "2030"), "solna")))
	members, needs := v.KnowledgeMembers()
	var who []string
	for _, m := range members {
		who = append(who, m.Representative.Ref.ID)
	}
	assert.Equal(t, []string{"a", "c"}, who)
	assert.Equal(t, []truth.Value{yes, unsure}, needs)
}
