package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func TestIsAdopted(t *testing.T) {
	date := func(s string) model.Val[edtf.Date] { return model.Some(edtf.MustParse(s)) }
	v := registry.New(registry.Input{}).At(edtf.DayOf(2025, 6, 1), edtf.DayOf(2025, 6, 1))
	entry := func(e model.EntryIntoForce) model.Val[model.EntryIntoForce] { return model.Some(e) }
	evidence := func(by string) model.List[model.AdoptionEvidence] {
		return model.List[model.AdoptionEvidence]{Is: model.Given, Items: []model.Val[model.AdoptionEvidence]{model.Some(model.AdoptionEvidence{By: date(by)})}}
	}
	for _, c := range []struct {
		name string
		a    model.Agreement
		want truth.Value
	}{
		{"nothing is recorded", model.Agreement{}, truth.CannotTell},
		{"in force", model.Agreement{EntryIntoForce: entry(model.EntryIntoForce{Actual: date("2024")})}, truth.Yes},
		{"in force later", model.Agreement{EntryIntoForce: entry(model.EntryIntoForce{Actual: date("2026")})}, truth.No},
		{"a source says so", model.Agreement{AdoptionEvidence: evidence("2024")}, truth.Yes},
		{"a source says so of a later day", model.Agreement{AdoptionEvidence: evidence("2026")}, truth.No},
		{"none, of all that are recorded", model.Agreement{Complete: model.Some(model.CompleteAgreement{Adoptions: date("2025-12-31")})}, truth.No},
	} {
		assert.Equal(t, c.want, v.IsAdopted(&c.a), c.name)
	}
}

func TestRevisionInForce(t *testing.T) {
	v := registry.New(registry.Input{}).At(edtf.DayOf(2025, 6, 1), edtf.DayOf(2025, 6, 1))
	in := func(actual string) *model.Revision {
		return &model.Revision{EntryIntoForce: model.Some(model.EntryIntoForce{Actual: model.Some(edtf.MustParse(actual))})}
	}
	assert.Equal(t, truth.CannotTell, v.RevisionInForce(&model.Agreement{}, &model.Revision{}))
	assert.Equal(t, truth.Yes, v.RevisionInForce(&model.Agreement{}, in("2025-01-01")))
	assert.Equal(t, truth.No, v.RevisionInForce(&model.Agreement{}, in("2026-01-01")))
}
