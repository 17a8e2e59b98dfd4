package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
)

// FragmentReferrers returns the records that refer to an entry inside a record
// (kind/id#fragment), by kind and id: those that write the fragment, and for a
// seat those with a membership on it.
func (r *Registry) FragmentReferrers(ref model.Ref) []model.Ref {
	var out []model.Ref
	for _, from := range r.Referrers(ref) {
		rec, ok := r.Record(from)
		if !ok {
			continue
		}
		found := false
		model.Walk(model.Fields(from.Kind), rec, model.ClassRef|model.ClassSignatory, func(v model.Visit) bool {
			to, ok := RefOf(v)
			found = found || ok && to == ref
			return !found
		})
		if found {
			out = append(out, from)
		}
	}
	if ref.Kind == model.GroupKind {
		for _, s := range r.Holders(ref, model.Slug(ref.Fragment)) {
			if !slices.Contains(out, s.Representative.Ref) {
				out = append(out, s.Representative.Ref)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b model.Ref) int { return int(a.Kind) - int(b.Kind) })
	return out
}
