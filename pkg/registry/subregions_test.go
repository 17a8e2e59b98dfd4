package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func TestSubregions(t *testing.T) {
	v := func(complete string, represents ...string) *registry.View {
		var seats []model.Seat
		for _, r := range represents {
			seats = append(seats, model.Seat{
				ID: model.Some(model.Slug("s")), Role: model.Some(model.Word("member")), Side: model.Some(model.Municipal),
				Represents: model.List[model.Ref]{Is: model.Given, Items: []model.Val[model.Ref]{to(r)}}, Span: span("2020-01-01", "none"),
			})
		}
		g := group("g", func(g *model.Group) {
			g.Seats = list(seats...)
			g.Complete = model.Some(model.CompleteGroup{Seats: date(complete)})
		})
		word := func(id string) model.TermEntry { return model.TermEntry{ID: model.Some(model.Slug(id))} }
		return registry.New(registry.Input{Manifest: manifest(), Vocabulary: &model.Vocabulary{Subregions: list(word("norr"), word("soder"))}, Records: []model.Record{
			g, organization("x", model.Municipality, func(o *model.Organization) { o.Subregion = model.Some(model.Term("soder")) }),
			organization("y", model.Municipality, func(o *model.Organization) { o.Subregion = unknown[model.Term]() }),
		}}).At(day("2021-01-01"), today)
	}
	for _, test := range []struct {
		name        string
		v           *registry.View
		norr, soder truth.Value
	}{
		{"a municipality of it", v("", "organization/x"), unsure, yes},
		{"a municipality of it, and all seats are there", v("2021-12-31", "organization/x"), no, yes},
		{"the subregion itself", v("2021-12-31", "subregion/norr"), yes, no},
		{"a municipality of an unknown one", v("2021-12-31", "organization/x", "organization/y"), unsure, yes},
		{"a municipality that is not named", v("2021-12-31", "organization/x", "unknown"), unsure, yes},
		{"no seats", v("2021-12-31"), no, no},
	} {
		g, _ := test.v.Group(ref("group/g"))
		assert.Equal(t, map[string]truth.Value{"norr": test.norr, "soder": test.soder}, test.v.Subregions(g), test.name)
	}
}
