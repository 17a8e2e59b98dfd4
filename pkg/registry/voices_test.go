package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// TestVoices asks who speaks for a municipality: itself, its administration, its
// subregion and the county's municipalities together, but not a neighbour.
func TestVoices(t *testing.T) {
	organization := func(id string, o model.Organization) *model.Organization {
		o.Common.Head.Ref = model.Ref{Kind: model.OrganizationKind, ID: id}
		return &o
	}
	norrby := organization("norrby", model.Organization{Type: model.Some(model.Municipality), Subregion: model.Some(model.Term("norra")), Code: model.Some(model.Code("7001"))})
	asby := organization("asby", model.Organization{Type: model.Some(model.Municipality), Subregion: model.Some(model.Term("sodra")), Code: model.Some(model.Code("7002"))})
	office := organization("norrbys-namnd", model.Organization{Type: model.Some(model.Body), PartOf: to("organization/norrby")})
	all := organization("alla", model.Organization{Type: model.Some(model.Collective), Of: model.Some(model.Filter{Type: model.Some(model.Municipality), County: model.Some(model.Code("70"))})})
	seat := func(id string, of ...string) model.Val[model.Seat] {
		s := model.Seat{ID: model.Some(model.Slug(id)), Span: span("2020-01-01", "none")}
		for _, ref := range of {
			s.Represents.Is = model.Given
			s.Represents.Items = append(s.Represents.Items, to(ref))
		}
		return model.Some(s)
	}
	g := &model.Group{Seats: model.List[model.Seat]{Is: model.Given, Items: []model.Val[model.Seat]{
		seat("egen", "organization/norrby"), seat("namnd", "organization/norrbys-namnd"), seat("delregion", "subregion/norra"),
		seat("alla", "organization/alla"), seat("granne", "organization/asby"), seat("person"),
	}}}
	g.Ref = model.Ref{Kind: model.GroupKind, ID: "radet"}
	old := seat("forr", "organization/norrby")
	old.V.Span = span("2019-01-01", "2019-12-31")
	g.Seats.Items = append(g.Seats.Items, old)
	p := &model.Representative{Memberships: model.List[model.Membership]{Is: model.Given, Items: []model.Val[model.Membership]{
		model.Some(model.Membership{Group: to("group/radet"), Seat: model.Some(model.Slug("person")), OnBehalfOf: to("organization/norrby"), Span: span("2020-01-01", "none")}),
		model.Some(model.Membership{Group: to("group/radet"), OnBehalfOf: to("organization/norrby"), Span: span("2021..2022", "none")}),
	}}}
	p.Ref = model.Ref{Kind: model.RepresentativeKind, ID: "asa"}
	v := registry.New(registry.Input{Records: []model.Record{norrby, asby, office, all, g, p}}).At(day("2021-06-01"), today)

	type told struct {
		seat, through string
		own           bool
		holds         truth.Value
	}
	tell := func(o *model.Organization) (out []told) {
		for _, voice := range v.Voices(o) {
			is := told{through: voice.Through.String(), own: v.Own(voice, o), holds: voice.Holds}
			if voice.Through.IsZero() {
				is.through = ""
			}
			if voice.Seat != nil {
				is.seat = string(voice.Seat.Seat.ID.V)
			}
			out = append(out, is)
		}
		return out
	}
	assert.Equal(t, []told{
		{"egen", "", true, yes},
		{"namnd", "organization/norrbys-namnd", true, yes},
		{"delregion", "subregion/norra", false, yes},
		{"alla", "organization/alla", false, yes},
		{"person", "", true, yes},
		{"", "", true, unsure},
	}, tell(norrby))
	assert.Equal(t, []told{{"alla", "organization/alla", false, yes}, {"granne", "", true, yes}}, tell(asby))

	g.Ended = model.Some(model.Ending{Date: date("2020-12-31")})
	assert.Empty(t, tell(norrby), "the group is no more")
}
