package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// reports is a source with one reported figure.
func reports(c model.Claim) *model.Source {
	s := source("rapport", "2022-11-07")
	s.Claims = list(c)
	return s
}

func claim(metric string, value model.Number, asOf string) model.Claim {
	return model.Claim{Metric: model.Some(metric), Value: model.Some(value), AsOf: date(asOf)}
}

// inForceSince is an agreement that entered into force on a day.
func inForceSince(id, day string) *model.Agreement {
	return agreement(id, func(a *model.Agreement) {
		a.EntryIntoForce = model.Some(model.EntryIntoForce{Actual: date(day)})
	})
}

func TestClaims(t *testing.T) {
	about := func(n float64) model.Number { return model.Number{Min: n, Max: n, Approx: true} }
	for _, test := range []struct {
		name     string
		claim    model.Claim
		complete string
		want     registry.Verdict
	}{
		{"as many, and all there are", claim("agreements-listed", model.Exactly(2), "2022-11-07"), "2022-12-31", registry.Agrees},
		{"as many, if one that may have entered into force has", claim("agreements-listed", model.Exactly(2), "2018-06-30"), "2022-12-31", registry.NotReached},
		{"as many, and there may be more", claim("agreements-listed", model.Exactly(2), "2022-11-07"), "", registry.CannotDecide},
		{"more than was reported", claim("agreements-listed", model.Exactly(1), "2022-11-07"), "", registry.Contradicts},
		{"fewer, and there may be more", claim("agreements-listed", model.Exactly(17), "2022-11-07"), "", registry.NotReached},
		{"fewer, and all there are", claim("agreements-listed", model.Exactly(17), "2022-11-07"), "2022-12-31", registry.Contradicts},
		{"said to be all until an earlier day", claim("agreements-listed", model.Exactly(17), "2022-11-07"), "2021-12-31", registry.NotReached},
		{"the records of the figure's own day", claim("agreements-listed", model.Exactly(0), "2017"), "2022-12-31", registry.Agrees},
		{"about as many", claim("agreements-listed", about(2.4), "2022-11-07"), "2022-12-31", registry.Agrees},
		{"not even about as many", claim("agreements-listed", about(3), "2022-11-07"), "2022-12-31", registry.Contradicts},
		{"the date of the source", claim("agreements-listed", model.Exactly(2), ""), "2022-12-31", registry.Agrees},
		{"a later day than the view", claim("agreements-listed", model.Exactly(2), "2024"), "", registry.AfterTheDay},
		{"a day without an end", claim("agreements-listed", model.Exactly(2), "2020-01-01.."), "", registry.NoDay},
		{"no such metric", claim("happiness", model.Exactly(2), "2022-11-07"), "", registry.NoMetric},
		{"no figure", model.Claim{Metric: model.Some("agreements-listed")}, "", registry.NoFigure},
		{"a share", model.Claim{Metric: model.Some("balance"), Share: model.Some(model.Exactly(0.5)), AsOf: date("2022-11-07")}, "", registry.CannotDecide},
	} {
		t.Run(test.name, func(t *testing.T) {
			m := manifest()
			m.Thresholds.V.ApproxTolerance = model.Some(0.2)
			m.Complete = model.Some(model.CompleteAll{Agreements: date(test.complete)})
			v := registry.New(registry.Input{Manifest: m, Records: []model.Record{
				reports(test.claim), inForceSince("a", "2018-01-01"), inForceSince("b", "2018..2021"),
			}}).At(day("2023-01-01"), today)
			all := v.Claims()
			require.Len(t, all, 1)
			assert.Equal(t, test.want.String(), all[0].Verdict.String())
		})
	}
}

func TestClaimsWithoutATolerance(t *testing.T) {
	s := reports(claim("agreements-listed", model.Number{Min: 2, Max: 2, Approx: true}, "unknown"))
	all := at("2023-01-01", s, inForceSince("a", "2018")).Claims()
	require.Len(t, all, 1)
	assert.Equal(t, registry.NoTolerance, all[0].Verdict)
	assert.Equal(t, edtf.MustParse("2022-11-07"), all[0].AsOf, "of an unknown day the source's own")
	s.Date = date("unknown")
	assert.Equal(t, registry.NoDay, at("2023-01-01", s).Claims()[0].Verdict)
}

func TestVerdictHolds(t *testing.T) {
	for v := registry.Agrees; v <= registry.AfterTheDay; v++ {
		holds, compared := v.Holds()
		assert.Equal(t, v != registry.NoFigure && v != registry.AfterTheDay, compared, v)
		assert.Equal(t, v == registry.Agrees, holds == truth.Yes, v)
		assert.Equal(t, v == registry.Contradicts, holds == truth.No, v)
	}
}
