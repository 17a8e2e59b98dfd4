// Package phrase writes what a record holds for a person: values, references
// with names, periods, citations and whole entries in one line, in Swedish and
// in English. What it returns is not yet safe to print: records may hold
// anything.
package phrase

import (
	"fmt"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Writer writes in one language, with the names that records have in a view.
type Writer struct {
	View *registry.View
	Lang text.Lang
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

func (w Writer) in(sv, en string) string { return text.Both{Sv: sv, En: en}.In(w.Lang) }

// Label is what an attribute is called: its description up to the first
// explanation.
func (w Writer) Label(f *model.Field) string {
	description := w.in(f.Sv, f.En)
	for _, word := range []string{"unknown", "none", "same-as"} {
		if strings.HasPrefix(description, word) {
			return said[f.Key].In(w.Lang)
		}
	}
	if end := strings.IndexAny(description, ";,:("); end > 0 {
		description = strings.TrimSpace(description[:end])
	}
	if f.Class == model.ClassBool { // the answer says whether
		description = strings.TrimPrefix(description, w.in("om ", "whether "))
	}
	return description
}

// One is what an entry of a list or a table is called, or an attribute that is
// neither.
func (w Writer) One(f *model.Field) string {
	if one := f.One.In(w.Lang); one != "" && f.Shape != model.One {
		return one
	}
	return w.Label(f)
}

// Key is the key of a table's row in words.
func (w Writer) Key(f *model.Field, key string) string {
	if t, ok := w.View.Term(f.KeyTerm, key); ok {
		return t.Words().In(string(w.Lang))
	}
	if f.KeyEnum != "" {
		return model.Label(f.KeyEnum, model.Word(key), string(w.Lang))
	}
	return key
}

// Answer is the word for an answer without a value; nothing for one that is
// absent or given.
func (w Writer) Answer(is model.Answer) string {
	switch is {
	case model.Unknown:
		return w.Lang.Word(text.UnknownWord)
	case model.None:
		return w.Lang.Word(text.NoneWord)
	case model.NotApplicable:
		return w.Lang.Word(text.NotApplicableWord)
	}
	return ""
}

// Why writes the long form of an answer in parentheses, with a space before it.
func (w Writer) Why(f *model.Field, why *model.Why) string {
	var parts []string
	candidates := why.Candidates.Values()
	for i, id := range candidates {
		if t, ok := w.View.Term(f.Term, id); ok {
			candidates[i] = t.Words().In(string(w.Lang))
		}
	}
	if len(candidates) > 0 {
		parts = append(parts, w.in("kanske ", "perhaps ")+strings.Join(candidates, w.in(" eller ", " or ")))
	}
	switch {
	case why.Reason.V.Sv == "erasure":
		parts = append(parts, w.in("raderat på begäran", "erased on request"))
	case why.Reason.Given():
		parts = append(parts, why.Reason.V.In(string(w.Lang)))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

// Value writes one value of an attribute; p points at it.
func (w Writer) Value(f *model.Field, p any) string {
	l := string(w.Lang)
	switch p := p.(type) {
	case *model.Text:
		return p.In(l)
	case *edtf.Date:
		return text.Date(*p, w.Lang)
	case *model.Ref:
		return w.Named(*p)
	case *model.Signatory:
		if p.Ref.IsZero() {
			return p.Text
		}
		return w.Named(p.Ref)
	case *model.Word:
		return model.Label(f.Enum, *p, l)
	case *model.Term:
		if t, ok := w.View.Term(f.Term, string(*p)); ok {
			return t.Words().In(l)
		}
		return string(*p)
	case *bool:
		if *p {
			return w.Lang.Word(text.YesWord)
		}
		return w.Lang.Word(text.NoWord)
	case *model.Ages:
		return w.Lang.Word(text.AllAges)
	case *model.Number:
		return w.Lang.Write(*p)
	case *float64:
		return text.Decimal(*p, w.Lang)
	case *int:
		return fmt.Sprint(*p)
	case *edtf.Duration:
		return text.Duration(*p, w.Lang)
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

// Named writes a reference with the name of what it refers to.
func (w Writer) Named(ref model.Ref) string {
	name := w.Name(ref)
	if name == ref.Record().String() || name == ref.ID {
		return ref.String()
	}
	return name + " (" + ref.String() + ")"
}

// Name is what a record is called at the view's day, or its reference where it
// has no name. A meeting without a title is called by its group and its date.
func (w Writer) Name(ref model.Ref) string {
	rec, _ := w.View.Record(ref)
	if m, ok := rec.(*model.Meeting); ok && !m.Title.Given() && m.Date.Given() {
		if _, ok := w.View.Record(m.Group.V); ok {
			return w.Name(m.Group.V) + " " + text.Date(m.Date.V, w.Lang)
		}
	}
	return w.View.NameOf(ref.Record()).In(string(w.Lang))
}

// Citation writes where a fact comes from, on one line.
func (w Writer) Citation(c *model.Citation) string {
	parts := []string{c.Source.V.ID}
	if c.Section.Given() {
		parts = append(parts, w.Lang.Say(text.ExplainSection, text.Args{"section": c.Section.V}))
	}
	if c.Line.Given() {
		parts = append(parts, w.Lang.Say(text.ExplainLine, text.Args{"line": c.Line.V}))
	}
	if c.Basis.V == model.Inferred {
		parts = append(parts, model.Label("basis", model.Inferred, string(w.Lang)))
	}
	out := strings.Join(parts, ", ")
	if c.Says.Given() {
		out += ": " + w.Quote(c.Says.V.In(string(w.Lang)))
	}
	if fields := c.For.Values(); len(fields) > 0 {
		out += " (" + strings.Join(fields, ", ") + ")"
	}
	return out
}

// Quote puts a text within the quotation marks of the language.
func (w Writer) Quote(s string) string { return w.in("”"+s+"”", "“"+s+"”") }

// Period writes a first and a last day, each of which may be "".
func (w Writer) Period(from, until string) string {
	switch {
	case from == "" && until == "":
		return ""
	case until == "":
		return w.in("från ", "from ") + from
	case from == "":
		return w.in("till ", "until ") + until
	}
	return from + " – " + until
}
