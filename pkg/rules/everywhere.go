package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
)

// everywhere visits the values of some classes in every record, in vis.yaml
// and in the vocabulary. place makes the place of the value; it copies the path.
func everywhere(v *registry.View, want model.Class, visit func(place func() rule.Place, val model.Visit)) {
	for _, rec := range v.Records() {
		model.Walk(model.Fields(rec.Base().Ref.Kind), rec, want, func(val model.Visit) bool {
			visit(func() rule.Place { return atPath(rec, val.Path) }, val)
			return true
		})
	}
	for kind, file := range map[model.Kind]any{model.Manifest: v.Manifest, model.VocabularyKind: v.Vocabulary} {
		model.Walk(model.Fields(kind), file, want, func(val model.Visit) bool {
			visit(func() rule.Place { return rule.Place{File: kind.Info().File, Path: val.Path.At()} }, val)
			return true
		})
	}
}
