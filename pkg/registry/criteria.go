package registry

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// CriterionPart is one thing that a criterion of an established group asks for:
// for the representation a side, for chair and process lead a role, else the
// criterion itself.
type CriterionPart struct {
	Criterion, Part model.Word
	Has             truth.Value
}

// CriterionParts tells of each part of some criteria whether a group has it at
// the view's day. A group that does not live yet has nobody on any seat.
func (v *View) CriterionParts(g *model.Group, criteria []model.Word) (parts []CriterionPart) {
	lives := truth.Yes
	if v.Lives(g) == truth.No {
		lives = truth.No
	}
	for _, criterion := range criteria {
		switch criterion {
		case "terms-of-reference":
			parts = append(parts, CriterionPart{criterion, criterion, v.TermsInEffect(g)})
		case "representation":
			for _, side := range []model.Word{model.Region, model.Municipal} {
				_, filled := v.HasSide(g, side)
				parts = append(parts, CriterionPart{criterion, side, truth.And(lives, filled)})
			}
		case "chair-and-process-lead":
			for _, role := range []model.Word{model.Chair, model.Lead} {
				parts = append(parts, CriterionPart{criterion, role, truth.And(lives, v.RoleFilled(g, role))})
			}
		}
	}
	return parts
}
