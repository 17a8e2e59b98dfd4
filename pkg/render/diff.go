package render

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// DiffSections writes what changed as a section for each kind of record.
func DiffSections(groups []change.Group, lang text.Lang) []Section {
	var out []Section
	for _, g := range groups {
		s := Section{Heading: g.Heading, Fold: true}
		for _, r := range g.Records {
			s.Items = append(s.Items, diffRecord(r, lang))
		}
		out = append(out, s)
	}
	return out
}

func diffRecord(r change.Told, lang text.Lang) Item {
	head := Item{Sign: howSigns[r.How], Spans: []Span{{Strong, r.Name}}}
	if ref := r.Ref(); !ref.IsZero() && ref.String() != r.Name {
		head.Spans = append(head.Spans, plain(" ("+ref.String()+")"))
	}
	if r.Note != "" {
		head.Spans = append(head.Spans, plain(": "+r.Note))
	}
	for _, f := range r.Facts {
		head.Items = append(head.Items, Item{Spans: []Span{{Faint, f.Label + ": "}, plain(f.Value)}})
	}
	if r.More > 0 {
		head.Items = append(head.Items, Item{Sign: Heading, Spans: []Span{{Faint, moreFacts.Say(lang, text.Args{"n": r.More})}}})
	}
	for _, background := range []bool{false, true} {
		for _, l := range r.Lines {
			if l.Background == background {
				place(&head, l.Where, diffLine(l, lang))
			}
		}
	}
	return head
}

var wasUnknown = text.Both{Sv: "(var okänt)", En: "(was unknown)"}

var moreFacts = text.Both{Sv: "… och {n|en uppgift|# uppgifter} till", En: "… and {n|one more fact|# more facts}"}

// place puts an edit under the entries that it stands in, which are shared with
// the edit before it as far as they are the same.
func place(under *Item, where []string, line Item) {
	for _, entry := range where {
		last := len(under.Items) - 1
		if last < 0 || under.Items[last].Sign != Heading || under.Items[last].Spans[0].Text != entry {
			under.Items = append(under.Items, Words(Heading, entry))
			last++
		}
		under = &under.Items[last]
	}
	under.Items = append(under.Items, line)
}

// diffLine writes one edit: what was, and what is.
func diffLine(l change.Line, lang text.Lang) Item {
	i := Item{Sign: whatSigns[l.Edit.What], Spans: []Span{plain(l.Label + ": ")}}
	switch {
	case l.Edit.What == change.Settled && l.Edit.Before.Answer == model.Unknown:
		i.Spans = append(i.Spans, plain(l.After+" "+wasUnknown.In(lang)))
	case l.Words != nil:
		i.Spans = append(i.Spans, wordSpans(l.Words)...)
	case l.Before == "" || l.Edit.What == change.Reordered:
		i.Spans = append(i.Spans, plain(l.After))
	case l.After == "":
		i.Spans = append(i.Spans, plain(l.Before))
	default:
		i.Spans = append(i.Spans, plain(l.Before+" → "+l.After))
	}
	if l.Note != "" {
		i.Spans = append(i.Spans, plain(" ("+l.Note+")"))
	}
	if l.Background {
		for k := range i.Spans {
			if i.Spans[k].As == Plain {
				i.Spans[k].As = Faint
			}
		}
	}
	return i
}

// wordSpans writes two wordings against each other. Long stretches that both
// have are shortened.
func wordSpans(words []change.Word) []Span {
	var out []Span
	for i, w := range words {
		if i > 0 {
			out = append(out, plain(" "))
		}
		switch w.In {
		case change.BaseOnly:
			out = append(out, Span{Old, w.Text})
		case change.HeadOnly:
			out = append(out, Span{New, w.Text})
		default:
			out = append(out, plain(context(w.Text, i > 0, i < len(words)-1)))
		}
	}
	return out
}

// contextWords is how many words around a change are shown.
const contextWords = 8

// context shortens a stretch that both wordings have to the words next to what
// changed.
func context(s string, after, before bool) string {
	words := strings.Fields(s)
	switch {
	case after && before && len(words) > 2*contextWords+2:
		return strings.Join(words[:contextWords], " ") + " … " + strings.Join(words[len(words)-contextWords:], " ")
	case after && !before && len(words) > contextWords+1:
		return strings.Join(words[:contextWords], " ") + " …"
	case before && !after && len(words) > contextWords+1:
		return "… " + strings.Join(words[len(words)-contextWords:], " ")
	}
	return s
}

// The signs of what happened.
var (
	howSigns  = [...]Sign{change.Edited: Tilde, change.Added: Plus, change.Removed: Minus, change.Moved: Tilde, change.Guessed: Tilde}
	whatSigns = [...]Sign{
		change.Came: Plus, change.Went: Minus, change.Altered: Tilde, change.Reordered: Tilde, change.Settled: Plus,
		change.Withdrawn: Minus, change.Narrowed: Tilde, change.Widened: Tilde,
	}
)
