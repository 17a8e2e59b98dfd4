package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// IsComplete tells whether a list is said to be complete at a day: Yes up to
// the day its owner gives, otherwise nobody can tell. Absence proves nothing
// unless this is Yes.
func IsComplete(until model.Val[edtf.Date], day edtf.Day) truth.Value {
	if d, ok := until.Get(); ok && day <= d.Earliest() {
		return truth.Yes
	}
	return truth.CannotTell
}

// SeatsComplete tells whether a group's seats are all recorded at the view's day.
func (v *View) SeatsComplete(g *model.Group) truth.Value {
	return IsComplete(g.Complete.V.Seats, v.Day)
}

// MembershipsComplete tells whether a group's memberships are all recorded at
// the view's day.
func (v *View) MembershipsComplete(g *model.Group) truth.Value {
	return IsComplete(g.Complete.V.Memberships, v.Day)
}

// GroupsComplete tells whether every group is recorded at the view's day, with
// its type: of one whose type is not known nobody can tell what list lacks it.
func (v *View) GroupsComplete() truth.Value {
	all := IsComplete(v.Manifest.Complete.V.Groups, v.Day)
	if v.LacksGroupType() {
		return truth.And(all, truth.CannotTell)
	}
	return all
}

// LacksGroupType reports whether the type of some group is not known, so that a
// list of groups of one type may lack it.
func (r *Registry) LacksGroupType() bool {
	return slices.ContainsFunc(r.Groups, func(g *model.Group) bool { return g.Type.Is == model.Unknown })
}

// AgreementsComplete tells whether every agreement is recorded at the view's day.
func (v *View) AgreementsComplete() truth.Value {
	return IsComplete(v.Manifest.Complete.V.Agreements, v.Day)
}
