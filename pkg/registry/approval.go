package registry

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// KnowledgeMatter is the matter of who represents the municipalities in
// knowledge governance.
const KnowledgeMatter model.Word = "knowledge-representative"

// KnowledgeGroup is the type of a body of knowledge governance.
const KnowledgeGroup model.Word = "knowledge"

// KnowledgeMembers returns the memberships in the bodies of knowledge governance
// at the view's day that are to be approved, or may be: those that are not the
// region's. needs tells of each how certain that is.
func (v *View) KnowledgeMembers() (members []Seating, needs []truth.Value) {
	for _, g := range v.Groups {
		if g.Type.V != KnowledgeGroup {
			continue
		}
		for _, m := range v.Memberships(g.Ref) {
			side, sits := v.SideOfMembership(m), v.Sits(m)
			if sits == truth.No || side == model.Region {
				continue
			}
			if side == "" {
				sits = truth.CannotTell
			}
			members, needs = append(members, m), append(needs, sits)
		}
	}
	return members, needs
}

// CompetentlyApproved tells whether the group that approved was competent then,
// or rested on a decision of whoever was. Of a day that had no guideline, the one
// in force at the view's day can confirm it and not contradict it.
func (v *View) CompetentlyApproved(a model.Approval) truth.Value {
	group := a.Group.V
	group.Kind = model.GroupKind
	competent := v.On(min(a.Date.V.Latest(), v.Day)).Competent(group, KnowledgeMatter)
	if competent == truth.CannotTell && v.Competent(group, KnowledgeMatter) == truth.Yes {
		competent = truth.Yes
	}
	if decision, ok := a.Decision.Get(); ok {
		competent = truth.Or(competent, v.CompetentlyDecided(decision))
	}
	return competent
}
