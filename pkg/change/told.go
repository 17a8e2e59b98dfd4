package change

import (
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
			info := r.Kind.Info()
			heading := text.Both{Sv: info.Sv.Many, En: info.En.Many}
			if info.File != "" { // there is only one
				heading = text.Both{Sv: info.Sv.One, En: info.En.One}
			}
			out = append(out, Group{Kind: r.Kind, Heading: text.Capital(heading.In(lang))})
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
		t.Facts, t.More = facts(is, r, t.Name)
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
	moved   = text.Both{Sv: "hade id {was}", En: "had the id {was}"}
)

// facts tells what a record that was added says, but for the name that it has
// been called by, and where it comes from.
func facts(w phrase.Writer, r *Record, called string) (out []Fact, more int) {
	for _, a := range model.Tree(model.Fields(r.Kind), r.Head) {
		value := strings.Join(strings.Fields(w.Attribute(&a)), " ")
		switch {
		case isEvidence(a.Field), a.Answer == model.Absent, value == called:
		case len(out) == mostFacts:
			more++
		default:
			out = append(out, Fact{w.Label(a.Field), phrase.Shorten(value, longestFact)})
		}
	}
	return out, more
}
