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
// day, each once: the members of a collective, those of a collective among them
// too, or the organization itself. open is true where the members are not known.
func (v *View) Expand(ref model.Ref) (members []MemberAt, open bool) {
	e := expansion{view: v, at: map[model.Ref]int{}, within: map[model.Ref]bool{}}
	e.expand(ref, truth.Yes)
	return e.members, e.open
}

// expansion gathers the members of a collective.
type expansion struct {
	view    *View
	members []MemberAt
	at      map[model.Ref]int
	within  map[model.Ref]bool // the collectives being expanded, against circles
	open    bool
}

func (e *expansion) expand(ref model.Ref, holds truth.Value) {
	o, ok := e.view.Organization(ref)
	if !ok {
		e.open = true
		e.add(ref.Record(), holds)
		return
	}
	if o.Type.V != model.Collective {
		e.open = e.open || o.Type.Is == model.Unknown // it may be one
		e.add(o.Ref, holds)
		return
	}
	if e.within[o.Ref] {
		return
	}
	e.within[o.Ref] = true
	defer delete(e.within, o.Ref)
	if f, ok := o.Of.Get(); ok {
		for _, m := range e.view.matching(f) {
			e.add(m.Organization, truth.And(holds, m.Holds))
		}
		return
	}
	e.open = e.open || o.Members.Is != model.Given || o.Members.Open()
	for _, m := range o.Members.All() {
		if member, ok := m.Organization.Get(); ok {
			e.expand(member, truth.And(holds, e.view.Holds(m.Span, Citations(o, &m.Evidence, "members"), Lasting)))
		} else {
			e.open = true
		}
	}
}

// add counts an organization as a member if any of its entries makes it one.
func (e *expansion) add(ref model.Ref, holds truth.Value) {
	if i, known := e.at[ref]; known {
		e.members[i].Holds = truth.Or(e.members[i].Holds, holds)
		return
	}
	e.at[ref] = len(e.members)
	e.members = append(e.members, MemberAt{ref, holds})
}

// matching returns the organizations that fit a filter and have not ended.
func (v *View) matching(f model.Filter) []MemberAt {
	var out []MemberAt
	for _, o := range v.Organizations {
		holds := truth.And(fits(o.Type, func(w model.Word) bool { return w == f.Type.V }), v.HasEnded(o).Not())
		if county, ok := f.County.Get(); ok {
			holds = truth.And(holds, fits(o.Code, func(c model.Code) bool { return strings.HasPrefix(string(c), string(county)) }))
		}
		if area, ok := f.Subregion.Get(); ok {
			holds = truth.And(holds, fits(o.Subregion, func(t model.Term) bool { return t == area }))
		}
		if holds != truth.No {
			out = append(out, MemberAt{o.Ref, holds})
		}
	}
	return out
}

// fits tells whether an attribute meets a condition. One that is unknown may.
func fits[T any](attribute model.Val[T], meets func(T) bool) truth.Value {
	if attribute.Is == model.Unknown {
		return truth.CannotTell
	}
	return truth.Of(attribute.Given() && meets(attribute.V))
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

// MaybeMunicipalities returns the organizations whose type is not known and that
// may be municipalities of the registry's county at the view's day.
func (v *View) MaybeMunicipalities() []*model.Organization {
	county := string(v.Manifest.County.V.Code.V)
	var out []*model.Organization
	for _, o := range v.Organizations {
		if o.Type.Is == model.Unknown && (o.Code.Is == model.Unknown || o.Code.Given() && strings.HasPrefix(string(o.Code.V), county)) && v.HasEnded(o) != truth.Yes {
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
		r.findSide(sides, o)
	}
	return sides
}

// findSide fills in the side of a collective, after those of the collectives
// among its members. What is being looked for has the side "" meanwhile, which
// ends a circle.
func (r *Registry) findSide(sides map[model.Ref]model.Word, o *model.Organization) {
	if _, known := sides[o.Ref]; known || o.Type.V != model.Collective {
		return
	}
	sides[o.Ref] = ""
	if f, ok := o.Of.Get(); ok {
		switch f.Type.V {
		case model.Municipality:
			sides[o.Ref] = model.Municipal
		case model.Region:
			sides[o.Ref] = model.Region
		}
		return
	}
	var found []model.Word
	for _, m := range o.Members.All() {
		member, ok := r.Organization(m.Organization.V)
		if !ok {
			return
		}
		r.findSide(sides, member)
		if s := sides[member.Ref]; !slices.Contains(found, s) {
			found = append(found, s)
		}
	}
	if len(found) == 1 {
		sides[o.Ref] = found[0]
	}
}

// Side returns the side of an organization; "" where it is not known.
func (v *View) Side(ref model.Ref) model.Word { return v.sides[ref.Record()] }
