package registry

import (
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

// GroupsComplete tells whether every group is recorded at the view's day.
func (v *View) GroupsComplete() truth.Value {
	return IsComplete(v.Manifest.Complete.V.Groups, v.Day)
}

// AgreementsComplete tells whether every agreement is recorded at the view's day.
func (v *View) AgreementsComplete() truth.Value {
	return IsComplete(v.Manifest.Complete.V.Agreements, v.Day)
}
