package registry

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Speaker is who speaks for a subregion in a group: a municipality of it, or the
// subregion itself.
type Speaker struct {
	By    model.Ref
	Holds truth.Value // never No
}

// Speakers returns who speaks for each subregion in the seats of a group at the
// view's day. perhaps is true where some seat may speak for any of them.
func (v *View) Speakers(g *model.Group) (of map[string][]Speaker, perhaps bool) {
	of = map[string][]Speaker{}
	for _, s := range v.Seats(g) {
		if !s.Counts() {
			continue
		}
		if s.Side != model.Region && s.Seat.Represents.Open() {
			perhaps = true
		}
		for _, ref := range s.Seat.Represents.All() {
			if ref.Kind == model.Subregion {
				of[ref.ID] = append(of[ref.ID], Speaker{ref, s.Holds})
				continue
			}
			o, ok := v.Organization(ref)
			switch {
			case !ok || o.Type.V != model.Municipality:
			case o.Subregion.Given():
				id := string(o.Subregion.V)
				of[id] = append(of[id], Speaker{o.Ref, s.Holds})
			case o.Subregion.Is == model.Unknown:
				perhaps = true
			}
		}
	}
	return of, perhaps
}

// Subregions tells for each subregion of the vocabulary whether some seat of a
// group speaks for it at the view's day. That none does is certain only where
// the seats are said to be complete and none may speak for any subregion.
func (v *View) Subregions(g *model.Group) map[string]truth.Value {
	speakers, perhaps := v.Speakers(g)
	silent := truth.CannotTell
	if v.SeatsComplete(g) == truth.Yes && !perhaps {
		silent = truth.No
	}
	covered := map[string]truth.Value{}
	for _, id := range v.TermIDs("subregions") {
		covered[id] = silent
	}
	for id, list := range speakers {
		covered[id] = truth.No
		for _, s := range list {
			covered[id] = truth.Or(covered[id], s.Holds)
		}
	}
	return covered
}
