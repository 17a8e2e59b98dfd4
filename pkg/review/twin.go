package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/rule"
)

// Untold leaves out, of the findings of record rules that a change brings, those
// that a change rule has told of already: its twin's, at the same place.
func (o *Outcome) Untold(fresh []*rule.Finding) []*rule.Finding {
	twins := map[string]string{}
	for _, r := range Catalogue() {
		if r.Twin != "" {
			twins[r.ID] = r.Twin
		}
	}
	told := map[string]bool{}
	for _, f := range o.Findings {
		if twin := twins[f.Spec.ID]; twin != "" {
			told[spot(twin, f)] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(fresh), func(f *rule.Finding) bool { return told[spot(f.Spec.ID, f)] })
}

// spot is a rule and the place of one of its findings.
func spot(id string, f *rule.Finding) string {
	return id + "\x00" + f.File + "\x00" + f.Path.String() + "\x00" + f.Variant
}
