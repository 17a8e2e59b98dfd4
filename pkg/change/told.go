package change

import (
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Group is the records of one kind that differ, in words of one language.
type Group struct {
	Kind    model.Kind
	Heading string
	Records []Told
}

// Told is a record that differs, in words of one language. Records may hold
// anything, so the words are not yet safe to print.
type Told struct {
	*Record
	Name string // what it is called in the newer snapshot, or was called
	Note string // what happened to it as a whole; "" where only parts changed
	// Facts are what a record that was added says: its first attributes, with
	// labels. More is how many attributes are left out.
	Facts []Fact
	More  int
	Lines []Line
}

// Fact is an attribute of a record that was added.
type Fact struct{ Label, Value string }

// mostFacts is how many attributes of an added record are told.
const mostFacts = 12

// longestFact is how many runes of an attribute of an added record are told.
const longestFact = 200

// Tell writes a difference for people, by kind.
func (d *Diff) Tell(lang text.Lang) []Group {
	var out []Group
	for _, r := range d.Records {
		if len(out) == 0 || out[len(out)-1].Kind != r.Kind {
			heading := r.Kind.Info().Sv.Many
			if lang == text.English {
				heading = r.Kind.Info().En.Many
			}
			out = append(out, Group{Kind: r.Kind, Heading: text.Capital(heading)})
		}
		g := &out[len(out)-1]
		g.Records = append(g.Records, r.tell(d, lang))
	}
	return out
}

func (r *Record) tell(d *Diff, lang text.Lang) Told {
	is := phrase.Writer{View: d.Head, Lang: lang}
	t := Told{Record: r, Lines: r.Lines(d, lang)}
	switch r.How {
	case Added:
		t.Name, t.Note = is.Name(r.Is), added.In(lang)
		t.Facts, t.More = facts(is, r)
	case Removed:
		t.Name, t.Note = phrase.Writer{View: d.Base, Lang: lang}.Name(r.Was), removed.In(lang)
	case Moved, Guessed:
		t.Name, t.Note = is.Name(r.Is), moved.Say(lang, text.Args{"was": r.Was.String()})
	default:
		t.Name = r.File()
		if !r.Is.IsZero() {
			t.Name = is.Name(r.Is)
		}
	}
	return t
}

// What happened to a record as a whole.
var (
	added   = text.Both{Sv: "ny", En: "new"}
	removed = text.Both{Sv: "borttagen", En: "removed"}
	moved   = text.Both{Sv: "hette {was}", En: "was called {was}"}
)

// facts tells what a record that was added says, but for its name, which has
// been told, and where it comes from.
func facts(w phrase.Writer, r *Record) (out []Fact, more int) {
	for _, a := range model.Tree(model.Fields(r.Kind), r.Head) {
		switch key := a.Field.Key; {
		case slices.Contains([]string{"name", "title", "sources", "note"}, key), a.Answer == model.Absent:
		case len(out) == mostFacts:
			more++
		default:
			value := phrase.Shorten(strings.Join(strings.Fields(w.Attribute(&a)), " "), longestFact)
			out = append(out, Fact{w.Label(a.Field), value})
		}
	}
	return out, more
}
