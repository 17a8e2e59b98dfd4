package registry

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// LegalRequirement finds a legal requirement of the vocabulary and its position
// there.
func (r *Registry) LegalRequirement(id model.Term) (req *model.LegalRequirement, index int, ok bool) {
	for i, req := range r.Vocabulary.LegalRequirements.Pointers() {
		if model.Term(req.ID.V) == id {
			return req, i, true
		}
	}
	return nil, 0, false
}

// IsLaw tells whether a legal requirement is in force at the view's day.
func (v *View) IsLaw(req *model.LegalRequirement) truth.Value {
	return v.Holds(model.Span{From: req.From, Until: req.Until}, Listed(&req.Sources), Lasting)
}
