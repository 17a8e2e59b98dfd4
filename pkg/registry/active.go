package registry

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// ActiveForums returns the forums that are at work at the view's day for
// certain: established or active.
func (v *View) ActiveForums() []*model.Group {
	var out []*model.Group
	for _, g := range v.Forums() {
		if v.IsActive(g) == truth.Yes {
			out = append(out, g)
		}
	}
	return out
}
