package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// nameOf is what a record of the newer snapshot is called.
func nameOf(d *change.Diff, rec model.Record) text.Both { return phrase.Name(d.Head, rec.Base().Ref) }

// answer is what an attribute says, as an argument of a message: a value, or
// the word for its answer, with the names of one snapshot.
func answer(v *registry.View, a *model.Attribute) any { return said{v, a} }

type said struct {
	view *registry.View
	*model.Attribute
}

// Localized writes the answer.
func (s said) Localized(l text.Lang) string {
	if s.Attribute == nil {
		return ""
	}
	return phrase.Writer{View: s.view, Lang: l}.Attribute(s.Attribute)
}

// fieldOf is what the attribute of an edit is called.
func fieldOf(d *change.Diff, e *change.Edit) text.Both {
	return text.Both{
		Sv: phrase.Writer{View: d.Head, Lang: text.Swedish}.Label(e.Field),
		En: phrase.Writer{View: d.Head, Lang: text.English}.Label(e.Field),
	}
}

// called is what a record of either snapshot is called: by the newer one, or by
// the older one where the record is gone.
func called(d *change.Diff, ref model.Ref) text.Both {
	if _, ok := d.Head.Record(ref); ok {
		return phrase.Name(d.Head, ref)
	}
	return phrase.Name(d.Base, ref)
}
