package registry

import (
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// MemberAt is an organization that a collective holds, and how certain it is
// that it does at the view's day.
type MemberAt struct {
	Organization model.Ref
	Holds        truth.Value
}

// Expand returns the organizations that a reference stands for at the view's
// day: the members of a collective, or the organization itself. open is true
// where the members are not known.
func (v *View) Expand(ref model.Ref) (members []MemberAt, open bool) {
	o, ok := v.Organization(ref)
	if !ok || o.Type.V != model.Collective {
		return []MemberAt{{ref.Record(), truth.Yes}}, !ok
	}
	if f, ok := o.Of.Get(); ok {
		return v.matching(f), false
	}
	for _, m := range o.Members.All() {
		if ref, ok := m.Organization.Get(); ok {
			holds := v.Holds(m.Span, Citations(o, &m.Evidence, "members"), Lasting)
			members = append(members, MemberAt{ref, holds})
		}
	}
	return members, o.Members.Open() || o.Members.Is != model.Given
}

// matching returns the organizations that fit a filter and have not ended.
func (v *View) matching(f model.Filter) []MemberAt {
	var out []MemberAt
	for _, o := range v.Organizations {
		if o.Type.V != f.Type.V {
			continue
		}
		if county, ok := f.County.Get(); ok && !strings.HasPrefix(string(o.Code.V), string(county)) {
			continue
		}
		holds := v.HasEnded(o).Not()
		if area, ok := f.Subregion.Get(); ok {
			switch o.Subregion.Is {
			case model.Given:
				holds = truth.And(holds, truth.Of(o.Subregion.V == area))
			case model.Unknown:
				holds = truth.And(holds, truth.CannotTell)
			default:
				continue
			}
		}
		if holds != truth.No {
			out = append(out, MemberAt{o.Ref, holds})
		}
	}
	return out
}

// Municipalities returns the municipalities of the registry's county that
// exist at the view's day.
func (v *View) Municipalities() []*model.Organization {
	county := string(v.Manifest.County.V.Code.V)
	var out []*model.Organization
	for _, o := range v.Organizations {
		if o.Type.V == model.Municipality && strings.HasPrefix(string(o.Code.V), county) && v.HasEnded(o) != truth.Yes {
			out = append(out, o)
		}
	}
	return out
}

// sidesOfOrganizations finds the side of every organization: its own, else
// for a collective the common side of its members.
func (r *Registry) sidesOfOrganizations() map[model.Ref]model.Word {
	sides := make(map[model.Ref]model.Word, len(r.Organizations))
	for _, o := range r.Organizations {
		if side, ok := o.Side.Get(); ok {
			sides[o.Ref] = side
		}
	}
	for _, o := range r.Organizations {
		if _, ok := sides[o.Ref]; ok || o.Type.V != model.Collective {
			continue
		}
		if f, ok := o.Of.Get(); ok {
			if f.Type.V == model.Municipality {
				sides[o.Ref] = model.Municipal
			}
			continue
		}
		var found []model.Word
		for _, m := range o.Members.All() {
			if s := sides[m.Organization.V]; !slices.Contains(found, s) {
				found = append(found, s)
			}
		}
		if len(found) == 1 && found[0] != "" {
			sides[o.Ref] = found[0]
		}
	}
	return sides
}

// Side returns the side of an organization; "" where it is not known.
func (v *View) Side(ref model.Ref) model.Word { return v.sides[ref.Record()] }
