package cli

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
)

// fields turns attributes into labelled values.
func (a *app) fields(v *registry.View, attrs []model.Attribute) []shownField {
	out := []shownField{}
	for _, at := range attrs {
		f := shownField{Key: at.Field.Key, Label: a.writer(v).Label(at.Field)}
		a.fill(v, &f, at)
		out = append(out, f)
	}
	return out
}

func (a *app) fill(v *registry.View, f *shownField, at model.Attribute) {
	switch {
	case at.Answer != model.Given || at.Value != nil:
		f.Value = a.writer(v).Attribute(&at)
	case at.Field.Shape == model.Many || at.Field.Shape == model.Keyed:
		a.fillList(v, f, at)
	default:
		f.Parts = a.fields(v, at.Parts)
	}
}

// fillList writes a list: on one line if every entry is one value.
func (a *app) fillList(v *registry.View, f *shownField, at model.Attribute) {
	var words []string
	for _, item := range at.Parts {
		entry := shownField{Label: item.Key}
		switch {
		case item.Answer != model.Given, item.Value != nil, item.Cited != nil:
			entry.Value = a.writer(v).Attribute(&item)
		default:
			entry.Parts = a.fields(v, item.Parts)
		}
		if entry.Label == "" && entry.Parts == nil {
			words = append(words, entry.Value)
			continue
		}
		f.Parts = append(f.Parts, entry)
	}
	if f.Parts == nil && at.Field.Key != "sources" {
		f.Value = strings.Join(words, ", ")
		return
	}
	for _, w := range words {
		f.Parts = append(f.Parts, shownField{Value: w})
	}
}

// words writes what records hold in the language of the command, with the names
// of a view.
func (a *app) writer(v *registry.View) phrase.Writer { return phrase.Writer{View: v, Lang: a.lang} }
