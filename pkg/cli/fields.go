package cli

import (
	"fmt"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// fields turns attributes into labelled values.
func (a *app) fields(v *registry.View, attrs []model.Attribute) []shownField {
	out := []shownField{}
	for _, at := range attrs {
		f := shownField{Key: at.Field.Key, Label: a.label(at.Field)}
		a.fill(v, &f, at)
		out = append(out, f)
	}
	return out
}

func (a *app) fill(v *registry.View, f *shownField, at model.Attribute) {
	switch {
	case at.Answer != model.Given:
		f.Value = a.answer(at.Answer, "")
		if at.Why != nil {
			f.Value += a.why(v, at.Field, at.Why)
		}
	case at.Value != nil:
		f.Value = a.value(v, at.Field, at.Value)
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
		case item.Answer != model.Given:
			entry.Value = a.answer(item.Answer, "")
		case item.Value != nil:
			entry.Value = a.value(v, item.Field, item.Value)
		case item.Cited != nil:
			entry.Value = a.citation(item.Cited)
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

// said are the names of the fields that only say a word such as none, whose
// descriptions tell what that word means instead.
var said = map[string]text.Both{
	"as":         {Sv: "hantering", En: "handling"},
	"agreements": {Sv: "överenskommelser", En: "agreements"},
	"holder":     {Sv: "innehavare", En: "holder"},
	"plans":      {Sv: "planer", En: "plans"},
	"successor":  {Sv: "efterträdare", En: "successor"},
}

// label is what a field is called: its description up to the first explanation.
func (a *app) label(f *model.Field) string {
	description := a.pick(f.Sv, f.En)
	for _, word := range []string{"unknown", "none", "same-as"} {
		if strings.HasPrefix(description, word) {
			return said[f.Key].In(a.lang)
		}
	}
	if end := strings.IndexAny(description, ";,:"); end > 0 {
		return description[:end]
	}
	return description
}

// citation writes where a fact comes from on one line.
func (a *app) citation(c *model.Citation) string {
	parts := []string{c.Source.V.ID}
	if c.Section.Given() {
		parts = append(parts, a.lang.Say(text.ExplainSection, text.Args{"section": c.Section.V}))
	}
	if c.Line.Given() {
		parts = append(parts, a.lang.Say(text.ExplainLine, text.Args{"line": c.Line.V}))
	}
	if c.Basis.V == model.Inferred {
		parts = append(parts, model.Label("basis", model.Inferred, string(a.lang)))
	}
	out := strings.Join(parts, ", ")
	if c.Says.Given() {
		out += ": " + a.quote(c.Says.V.In(string(a.lang)))
	}
	if fields := c.For.Values(); len(fields) > 0 {
		out += " (" + strings.Join(fields, ", ") + ")"
	}
	return out
}

// quote puts a text within the quotation marks of the language.
func (a *app) quote(s string) string { return a.pick("”"+s+"”", "“"+s+"”") }

// why writes the long form of an answer.
func (a *app) why(v *registry.View, f *model.Field, w *model.Why) string {
	var parts []string
	c := w.Candidates.Values()
	for i, id := range c {
		if t, ok := v.Term(f.Term, id); ok {
			c[i] = t.Words().In(string(a.lang))
		}
	}
	if len(c) > 0 {
		parts = append(parts, a.pick("kanske ", "perhaps ")+strings.Join(c, a.pick(" eller ", " or ")))
	}
	if w.Reason.Given() {
		parts = append(parts, w.Reason.V.In(string(a.lang)))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

// value writes one value for a person.
func (a *app) value(v *registry.View, f *model.Field, p any) string {
	l := string(a.lang)
	switch p := p.(type) {
	case *model.Text:
		return p.In(l)
	case *edtf.Date:
		return text.Date(*p, a.lang)
	case *model.Ref:
		return a.named(v, *p)
	case *model.Signatory:
		if p.Ref.IsZero() {
			return p.Text
		}
		return a.named(v, p.Ref)
	case *model.Word:
		return model.Label(f.Enum, *p, l)
	case *model.Term:
		if t, ok := v.Term(f.Term, string(*p)); ok {
			return t.Words().In(l)
		}
		return string(*p)
	case *bool:
		if *p {
			return a.lang.Word(text.YesWord)
		}
		return a.lang.Word(text.NoWord)
	case *model.Ages:
		return a.lang.Word(text.AllAges)
	case *model.Number:
		return a.lang.Write(*p)
	case *float64:
		return text.Decimal(*p, a.lang)
	case *int:
		return fmt.Sprint(*p)
	case *edtf.Duration:
		return p.String()
	case *[]string:
		return strings.Join(*p, ", ")
	case *string:
		return *p
	case *model.Slug:
		return string(*p)
	case *model.Code:
		return string(*p)
	case *model.URL:
		return string(*p)
	case *model.Clock:
		return string(*p)
	}
	return fmt.Sprint(p)
}

// named writes a reference with the name of what it refers to.
func (a *app) named(v *registry.View, ref model.Ref) string {
	name := v.NameOf(ref.Record()).In(string(a.lang))
	if name == ref.Record().String() || name == ref.ID {
		return ref.String()
	}
	return name + " (" + ref.String() + ")"
}
