package change

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Line is one edit in words of one language. Records may hold anything, so the
// words are not yet safe to print.
type Line struct {
	Edit    *Edit
	Meaning Meaning
	// Where are the entries that it stands in, from the outside in.
	Where []string
	Label string // what the attribute is called, or what the edit means
	// Before and After are the values; "" where there is none.
	Before, After string
	// Words are the two wordings of a text against each other.
	Words []Word
	// Note says what follows from the two values: how far a date moved.
	Note string
	// Background is what tells where facts come from, not what they are.
	Background bool
}

// Lines writes the edits of a record. Values of the older snapshot are written
// with its names, those of the newer one with its own.
func (r *Record) Lines(d *Diff, lang text.Lang) []Line {
	was, is := phrase.Writer{View: d.Base, Lang: lang}, phrase.Writer{View: d.Head, Lang: lang}
	out := make([]Line, 0, len(r.Edits))
	for i := range r.Edits {
		e := &r.Edits[i]
		l := Line{Edit: e, Meaning: r.Means(e), Background: background(e.Path())}
		for _, a := range e.Around {
			l.Where = append(l.Where, in(is, a))
		}
		if e.Before != nil && !erased(e.After) {
			l.Before = was.Attribute(e.Before)
		}
		if e.After != nil {
			l.After = is.Attribute(e.After)
		}
		l.Label = l.Meaning.Title.In(lang)
		if l.Label == "" {
			l.Label = label(is, e)
		}
		if before, after, ok := texts(e, lang); ok {
			l.Words = Words(before, after)
		}
		l.Note = note(e, lang)
		out = append(out, l)
	}
	return out
}

// in names an entry by what it is and what it is called: paragraf Ansvar.
func in(w phrase.Writer, a *model.Attribute) string {
	label, name := w.One(a.Field), w.Entry(a)
	if name == "" {
		return label
	}
	return label + ": " + name
}

// label is what leads from the innermost entry, or the record, to the value.
func label(w phrase.Writer, e *Edit) string {
	var words []string
	for _, f := range e.Through {
		if f.Key != "value" { // of a parameter, which is called what it is the value of
			words = append(words, w.Label(f))
		}
	}
	switch last := e.Path()[max(0, len(e.Path())-1):]; {
	case e.Field.Shape == model.Keyed && len(last) > 0 && last[0].Key != e.Field.Key:
		words = append(words, w.One(e.Field)+" "+w.Key(e.Field, last[0].Key))
	case len(last) > 0 && last[0].Index >= 0:
		words = append(words, w.One(e.Field))
	case e.Field.Key == "value" && len(words) > 0:
	default:
		words = append(words, w.Label(e.Field))
	}
	return strings.Join(words, " › ")
}

// erased reports whether an answer was taken back since the person that it is
// of asked for that. What it was is not told again.
func erased(a *model.Attribute) bool {
	return a != nil && a.Answer == model.Unknown && a.Why != nil && a.Why.Reason.V.Sv == "erasure"
}

// background reports whether a path leads into citations or a note.
func background(p model.Path) bool {
	for _, s := range p {
		if s.Key == "sources" || s.Key == "note" {
			return true
		}
	}
	return false
}

// texts returns the two wordings, where an edit changes a text or a string
// that is long enough to be compared word by word.
func texts(e *Edit, lang text.Lang) (before, after string, ok bool) {
	if e.What != Altered || e.Before == nil || e.After == nil {
		return "", "", false
	}
	was, ok := e.Before.Value.(*model.Text)
	is, ok2 := e.After.Value.(*model.Text)
	if !ok || !ok2 {
		return "", "", false
	}
	before, after = was.In(string(lang)), is.In(string(lang))
	if fold(before) == fold(after) { // only the other language changed
		before, after = was.Sv+" / "+was.En, is.Sv+" / "+is.En
	}
	return before, after, true
}

// note tells how far a date moved, or that it says more or less than before.
func note(e *Edit, lang text.Lang) string {
	switch e.What {
	case Narrowed:
		return moreExact.In(lang)
	case Widened:
		return lessExact.In(lang)
	case Reordered:
		return elsewhere.In(lang)
	}
	fewest, most, ok := e.Shift()
	if !ok {
		return ""
	}
	says, span := later, laterSpan
	if most < 0 {
		says, span, fewest, most = earlier, earlierSpan, -most, -fewest
	}
	switch {
	case fewest < 0: // it may have moved either way
		return ""
	case fewest == most:
		return says.Say(lang, text.Args{"n": most})
	}
	return span.Say(lang, text.Args{"fewest": fewest, "most": most})
}

// The notes on what happened to a value.
var (
	moreExact   = text.Both{Sv: "mer exakt än förut", En: "more exact than before"}
	lessExact   = text.Both{Sv: "mindre exakt än förut", En: "less exact than before"}
	elsewhere   = text.Both{Sv: "på en annan plats i ordningen", En: "at another place in the order"}
	later       = text.Both{Sv: "{n|en dag|# dagar} senare", En: "{n|one day|# days} later"}
	earlier     = text.Both{Sv: "{n|en dag|# dagar} tidigare", En: "{n|one day|# days} earlier"}
	laterSpan   = text.Both{Sv: "{fewest}–{most} dagar senare", En: "{fewest}–{most} days later"}
	earlierSpan = text.Both{Sv: "{fewest}–{most} dagar tidigare", En: "{fewest}–{most} days earlier"}
)

// Shift is by how many days a date was moved, at the fewest and at the most;
// negative for earlier. ok is false where the edit moves no date, or a date
// without an end.
func (e *Edit) Shift() (fewest, most int, ok bool) {
	if e.What != Altered || e.Before == nil || e.After == nil {
		return 0, 0, false
	}
	was, ok := e.Before.Value.(*edtf.Date)
	is, ok2 := e.After.Value.(*edtf.Date)
	if !ok || !ok2 {
		return 0, 0, false
	}
	return edtf.Gap(*was, *is)
}
