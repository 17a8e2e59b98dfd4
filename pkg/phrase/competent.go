package phrase

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Competent is who decides a matter: the bodies, any of which will do, and the
// type of body in each municipality and in the region.
func Competent(v *registry.View, c model.Competent) text.Both {
	var sv, en []string
	for _, ref := range c.AnyOf.All() {
		n := Name(v, ref)
		sv, en = append(sv, n.Sv), append(en, n.En)
	}
	out := text.Both{Sv: text.Or(sv).Sv, En: text.Or(en).En}
	sv, en = nil, nil
	if out.Sv != "" {
		sv, en = append(sv, out.Sv), append(en, out.En)
	}
	if c.Municipal.Given() {
		b := Word("body-type", c.Municipal.V)
		sv, en = append(sv, b.Sv+" i varje kommun"), append(en, "the "+b.En+" of each municipality")
	}
	switch b := Word("body-type", c.Region.V); {
	case c.Region.Given() && c.Region == c.Municipal:
		sv, en = append(sv, "i regionen"), append(en, "of the region")
	case c.Region.Given():
		sv, en = append(sv, b.Sv+" i regionen"), append(en, "the "+b.En+" of the region")
	}
	return text.Both{Sv: text.List(sv, text.Swedish), En: text.List(en, text.English)}
}
