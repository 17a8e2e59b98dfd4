package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
)

func TestTermUses(t *testing.T) {
	term := func(list, id string) registry.Term { return registry.Term{List: list, ID: id} }
	r := snapshot(
		organization("a", model.Municipality, func(o *model.Organization) {
			o.Subregion = model.Val[model.Term]{Is: model.Unknown, Why: &model.Why{Candidates: list("norra", "sodra")}}
		}),
		group("b", func(g *model.Group) {
			g.SubjectAreas = list(model.Term("aldre"), model.Term("barn"))
			g.Seats = list(model.Seat{ID: model.Some(model.Slug("c")), Represents: refs("subregion/norra")})
			g.TermsOfReference = model.Some(model.Terms{Purposes: model.Table[model.Content]{Is: model.Given, Rows: []model.Row[model.Content]{{Key: "utveckla"}}}})
		}),
	)
	places := func(uses []registry.TermUse) (out []string) {
		for _, u := range uses {
			out = append(out, u.Record.Base().Ref.String()+" "+u.Path.String())
		}
		return out
	}
	uses := r.TermUses([]registry.Term{term("subregions", "norra"), term("subject_areas", "barn"), term("purposes", "utveckla"), term("subject_areas", "norra")})
	assert.Equal(t, []string{"organization/a subregion", "group/b seats[0].represents[0]"}, places(uses[term("subregions", "norra")]))
	assert.Equal(t, []string{"group/b subject_areas[1]"}, places(uses[term("subject_areas", "barn")]))
	assert.Equal(t, []string{"group/b terms_of_reference.purposes.utveckla"}, places(uses[term("purposes", "utveckla")]))
	assert.Empty(t, uses[term("subject_areas", "norra")], "the term of another list")
	assert.Empty(t, r.TermUses(nil))
}

func TestGoverning(t *testing.T) {
	v := at("2025-06-01", decision("taken", model.Decided, "2025-01-15"), decision("asked", model.Proposed, "2025-01-15"))
	for _, c := range []struct {
		name    string
		s       model.Standing
		governs any
		decided bool
	}{
		{"decided", model.Standing{Status: model.Some(model.Decided)}, yes, true},
		{"decided from a later day", model.Standing{Status: model.Some(model.Decided), From: date("2026-01-01")}, no, true},
		{"decided until an earlier day", model.Standing{Status: model.Some(model.Decided), Until: date("2025-03-31")}, no, true},
		{"proposed and taken", model.Standing{Status: model.Some(model.Proposed), Decision: to("decision/taken")}, yes, true},
		{"proposed", model.Standing{Status: model.Some(model.Proposed), Decision: to("decision/asked")}, no, true},
		{"proposed by nothing", model.Standing{Status: model.Some(model.Proposed)}, no, false},
		{"observed", model.Standing{Status: model.Some(model.Observed)}, yes, false},
		{"unknown", model.Standing{}, unsure, false},
	} {
		governs, decided := v.Governing(c.s)
		assert.Equal(t, c.governs, governs, c.name)
		assert.Equal(t, c.decided, decided, c.name)
	}
}
