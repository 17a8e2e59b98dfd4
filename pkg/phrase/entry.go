package phrase

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
)

// longestText is how many runes of a text an entry on one line shows.
const longestText = 60

// Attribute writes an attribute on one line: its value, the word for its
// answer, its entries, or its parts.
func (w Writer) Attribute(a *model.Attribute) string {
	switch {
	case a.Why != nil && a.Why.Unread:
		return w.in("går inte att läsa", "cannot be read")
	case a.Answer != model.Given:
		out := w.Answer(a.Answer)
		if a.Why != nil {
			out += w.Why(a.Field, a.Why)
		}
		return out
	case a.Value != nil:
		return w.Value(a.Field, a.Value)
	case a.Cited != nil:
		return w.Citation(a.Cited)
	case a.Entry != nil:
		return w.entry(a)
	}
	var words []string
	for i := range a.Parts {
		word := w.Attribute(&a.Parts[i])
		if a.Parts[i].Key != "" {
			word = w.Key(a.Parts[i].Field, a.Parts[i].Key) + ": " + word
		}
		words = append(words, word)
	}
	if a.Parts != nil && a.Parts[0].Entry != nil {
		return strings.Join(words, "; ")
	}
	return strings.Join(words, ", ")
}

// entry writes a map on one line: what it names and says first, its period
// last. Its citations and note are left out; what is only a flag or a number
// is labelled.
func (w Writer) entry(a *model.Attribute) string {
	var words []string
	var from, until string
	for i := range a.Parts {
		part := &a.Parts[i]
		if part.Field.Key == "sources" || part.Field.Key == "note" {
			continue
		}
		word := w.Attribute(part)
		switch {
		case part.Field.Key == "from" && part.Field.Class == model.ClassDate:
			from = word
		case part.Field.Key == "until" && part.Field.Class == model.ClassDate:
			until = word
		case word == "":
		case w.speaks(part):
			words = append(words, word)
		case part.Field.Class == model.ClassBool && part.Answer == model.Given && *part.Value.(*bool):
			words = append(words, w.Label(part.Field))
		default:
			words = append(words, w.Label(part.Field)+": "+word)
		}
	}
	if p := w.Period(from, until); p != "" {
		words = append(words, p)
	}
	return strings.Join(words, " · ")
}

// speaks reports whether the value of an attribute tells by itself what it is.
func (w Writer) speaks(a *model.Attribute) bool {
	if a.Answer != model.Given || a.Value == nil && a.Field.Class&(model.ClassRef|model.ClassTerm) == 0 {
		return false
	}
	switch a.Field.Key {
	case "id", "date", "kind", "state", "status", "role", "group", "seat", "organization", "name", "title", "heading", "version", "body", "text", "purpose", "step", "is", "sv":
		return true
	}
	return a.Field.Must && a.Field.Class&(model.ClassRef|model.ClassTerm|model.ClassText|model.ClassWord) != 0
}

// Entry names an entry of a list in few words, so that something inside it can
// be told of: its name, heading or what it refers to, else its id or its date.
func (w Writer) Entry(a *model.Attribute) string {
	if a.Cited != nil {
		return a.Cited.Source.V.ID
	}
	if a.Key != "" {
		return w.Key(a.Field, a.Key)
	}
	if a.Value != nil {
		return Shorten(w.Value(a.Field, a.Value), longestText)
	}
	var words []string
	var dated string
	for _, wanted := range []func(*model.Attribute) bool{
		func(p *model.Attribute) bool {
			return p.Field.Key == "name" || p.Field.Key == "heading" || p.Field.Key == "title"
		},
		func(p *model.Attribute) bool { _, ok := p.Value.(*model.Ref); return ok && p.Field.Must },
		func(p *model.Attribute) bool { _, ok := p.Value.(*model.Slug); return ok },
		func(p *model.Attribute) bool { return p.Field.Must && p.Value != nil },
	} {
		for i := range a.Parts {
			part := &a.Parts[i]
			if d, ok := part.Value.(*edtf.Date); ok && dated == "" && (part.Field.Key == "from" || part.Field.Key == "date") {
				dated = w.Value(part.Field, d)
			}
			if !wanted(part) {
				continue
			}
			word := Shorten(w.Value(part.Field, part.Value), longestText)
			if ref, ok := part.Value.(*model.Ref); ok {
				word = w.Name(*ref)
			}
			words = append(words, word)
		}
		if len(words) > 0 {
			break
		}
	}
	if len(words) == 0 {
		return dated
	}
	if known := w.sittingFor(a); known != "" {
		return known + " (" + strings.Join(words, ", ") + ")"
	}
	return strings.Join(words, ", ")
}

// sittingFor tells a seat by its role and whom it is for: its id alone says
// little. It is "" for any other entry.
func (w Writer) sittingFor(a *model.Attribute) string {
	if _, ok := a.Entry.(*model.Seat); !ok {
		return ""
	}
	var words []string
	for i := range a.Parts {
		part := &a.Parts[i]
		switch {
		case part.Answer != model.Given:
		case part.Field.Key == "role":
			words = append(words, w.Value(part.Field, part.Value))
		case part.Field.Key == "represents":
			for j := range part.Parts {
				if ref, ok := part.Parts[j].Value.(*model.Ref); ok {
					words = append(words, w.Name(*ref))
				}
			}
		}
	}
	return Shorten(strings.Join(words, ", "), longestText)
}

// Shorten cuts a text at a word where it is longer than so many runes, and
// marks the cut.
func Shorten(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	cut := string(r[:most-1])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,.;:") + " …"
}
