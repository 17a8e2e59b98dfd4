package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// RecordAt is a record, and how certain it is that what it tells is so at the
// view's day.
type RecordAt struct {
	Ref   model.Ref
	Holds truth.Value
}

// AnnualPlansOf returns the annual plans of a group that may govern at the
// view's day.
func (v *View) AnnualPlansOf(g *model.Group) []RecordAt {
	var out []RecordAt
	for _, p := range v.PlansOf(g.Ref) {
		if annual := fits(p.Type, func(w model.Word) bool { return w == AnnualPlan }); annual != truth.No {
			out = append(out, RecordAt{p.Ref, truth.And(annual, v.PlanHolds(p))})
		}
	}
	return out
}

// AgreementsOf returns the agreements that may be in force at the view's day
// and that a group may then be responsible for.
func (v *View) AgreementsOf(g *model.Group) []RecordAt {
	var out []RecordAt
	for _, ref := range v.Referrers(g.Ref) {
		a, ok := Find[*model.Agreement](v.Registry, ref)
		if !ok {
			continue
		}
		for _, s := range v.StewardsAt(a, &a.Responsible, "responsible") {
			if s.Group == g.Ref && !s.Proposed {
				out = append(out, RecordAt{ref, truth.And(s.Holds, v.IsInForce(a))})
			}
		}
	}
	return out
}

// LocalGroupsOf returns the local groups that report to a group at the view's
// day, as far as that is certain.
func (v *View) LocalGroupsOf(g *model.Group) []RecordAt {
	var out []RecordAt
	for _, ref := range v.Referrers(g.Ref) {
		local, ok := v.Group(ref)
		if !ok || local.Type.V != LocalGroup {
			continue
		}
		if superiors, _, _ := v.Superiors(local); slices.Contains(superiors, g.Ref) {
			out = append(out, RecordAt{ref, v.Lives(local)})
		}
	}
	return out
}

// LocalGroup is the type of a group on the local level.
const LocalGroup model.Word = "local"

// FollowupsOf returns the follow-ups of an agreement.
func (v *View) FollowupsOf(a model.Ref) []RecordAt {
	return certain(v.Referrers(a), model.FollowupKind)
}

// Successors returns the records that say they replace a record.
func (v *View) Successors(rec model.Ref) []RecordAt {
	return certain(v.ReplacedBy(rec), rec.Kind)
}

func certain(refs []model.Ref, kind model.Kind) []RecordAt {
	var out []RecordAt
	for _, ref := range refs {
		if ref.Kind == kind {
			out = append(out, RecordAt{ref, truth.Yes})
		}
	}
	return out
}

// MembersOf returns the people with a membership in a group, and how certain it
// is that they have it at the view's day.
func (v *View) MembersOf(group model.Ref) []RecordAt { return v.people(v.Memberships(group)) }

// HoldersAt returns the people with a membership on a seat, and how certain it
// is that they have it at the view's day.
func (v *View) HoldersAt(s SeatAt) []RecordAt {
	return v.people(v.Holders(s.Group.Ref, s.Seat.ID.V))
}

func (v *View) people(seatings []Seating) []RecordAt {
	var out []RecordAt
	for _, s := range seatings {
		out = append(out, RecordAt{s.Representative.Ref, v.Sits(s)})
	}
	return out
}
