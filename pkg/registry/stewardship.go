package registry

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// StewardAt is an entry of `responsible` or `consulted` of an agreement.
type StewardAt struct {
	Group model.Ref
	Index int // position in the list; -1 for the apex group of a framework agreement
	// Holds tells whether the group is so at the view's day. What is only
	// proposed is not.
	Holds    truth.Value
	Proposed bool
	Entry    *model.Steward // nil where the list has no such entry
}

// StewardsAt returns the entries of `responsible` or `consulted`, which key
// names, that are so or may be so at the view's day, and those only proposed.
func (v *View) StewardsAt(a *model.Agreement, list *model.List[model.Steward], key string) []StewardAt {
	var out []StewardAt
	for i, s := range list.Pointers() {
		ref, ok := s.Group.Get()
		if !ok {
			continue
		}
		at := StewardAt{Group: ref.Record(), Index: i, Entry: s, Holds: v.Holds(s.Span, Citations(a, &s.Evidence, key), Lasting)}
		if at.Holds == truth.No {
			continue
		}
		decided := truth.Yes
		if d, named := s.Decision.Get(); named {
			decided = v.Decided(d)
		}
		if s.Status.V == model.Proposed || decided == truth.No {
			at.Proposed, at.Holds = true, truth.No
		} else {
			at.Holds = truth.And(at.Holds, decided)
		}
		out = append(out, at)
	}
	return out
}

// Owners returns the groups that are or may be responsible for an agreement at
// the view's day. The framework agreement is the apex group's where its list
// tells of nobody else. known is No where nobody is responsible, and CannotTell
// where the answer is unknown: the list is, one of its entries is, or it holds
// proposals only.
func (v *View) Owners(a *model.Agreement) (owners []StewardAt, known truth.Value) {
	proposed := false
	for _, s := range v.StewardsAt(a, &a.Responsible, "responsible") {
		if s.Proposed {
			proposed = true
			continue
		}
		owners = append(owners, s)
		known = truth.Or(known, s.Holds)
	}
	switch apex, ok := v.Manifest.Apex.Get(); {
	case len(owners) > 0:
		return owners, known
	case ok && a.Type.V == model.Framework && a.Responsible.Is != model.None:
		return []StewardAt{{Group: apex.Record(), Index: -1, Holds: truth.Yes}}, truth.Yes
	case proposed || a.Responsible.Open():
		return nil, truth.CannotTell
	}
	return nil, truth.No
}

// Owner returns the group that is responsible for an agreement for certain. ok
// is false where there is none, or more than one.
func (v *View) Owner(a *model.Agreement) (owner StewardAt, ok bool) {
	owners, _ := v.Owners(a)
	for _, o := range owners {
		if o.Holds != truth.Yes {
			continue
		}
		if ok && o.Group != owner.Group {
			return StewardAt{}, false
		}
		owner, ok = o, true
	}
	return owner, ok
}
