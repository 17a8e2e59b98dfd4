package model

import (
	"math"
	"strconv"
	"strings"

	"github.com/vis-samverkan/vis/pkg/text"
)

// Text is a text in Swedish, in English or in both. A plain string in a file
// is Swedish.
type Text struct {
	Sv string
	En string
}

// In returns the text in a language ("sv" or "en"), or in the other one where
// only that exists.
func (t Text) In(lang string) string {
	if lang == "en" && t.En != "" || t.Sv == "" {
		return t.En
	}
	return t.Sv
}

// Number is a count or a measure, exact, about, or within bounds:
// `20` · `{value: 20, approx: true}` · `{min: 2, max: 4}`.
type Number struct {
	Min, Max float64
	Approx   bool
}

// Exactly is a number that is known exactly.
func Exactly(n float64) Number { return Number{Min: n, Max: n} }

// String writes the number with a decimal point and no unit; a range has an en dash.
func (n Number) String() string {
	s := formatFloat(n.Min)
	if n.Max != n.Min {
		s += "–" + formatFloat(n.Max)
	}
	if n.Approx {
		s = "~" + s
	}
	return s
}

func formatFloat(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// Term is the id of a controlled term in vocabulary.yaml.
type Term string

// Word is a value of an enumeration (see Enumerations).
type Word string

// Slug is the id of an entry inside a record (a seat, a clause, an indicator).
type Slug string

// Code is a code written with digits that must be quoted, since YAML would
// read 0114 as a number.
type Code string

// URL is the address of a web page, http or https.
type URL string

// Clock is a time of day, 15:04.
type Clock string

// Said is the type of an attribute that only takes `unknown` or `none`:
// the value itself, where there is one, stands in other records.
type Said struct{}

// Ages is an age span in whole years, inclusive, or all ages.
type Ages struct {
	All      bool     `k:"-"`
	From     Val[int] `k:"from" sv:"yngsta ålder, hela år" en:"youngest age, whole years"`
	To       Val[int] `k:"to" sv:"äldsta ålder, hela år" en:"oldest age, whole years"`
	Evidence `k:"+"`
}

// Ref is a reference to a record, to an entry inside one (#fragment), or to
// a term of the vocabulary (subregion/ID).
type Ref struct {
	Kind     Kind // NoKind where the file gave a bare id and the field takes several kinds
	ID       string
	Fragment string
}

// String writes the reference in full: kind/id#fragment.
func (r Ref) String() string {
	s := r.ID
	if r.Kind != NoKind {
		s = r.Kind.String() + "/" + s
	}
	if r.Fragment != "" {
		s += "#" + r.Fragment
	}
	return s
}

// Record returns the reference without its fragment.
func (r Ref) Record() Ref { return Ref{Kind: r.Kind, ID: r.ID} }

// IsZero reports whether r refers to nothing.
func (r Ref) IsZero() bool { return r.ID == "" }

// IsSlug reports whether s is kebab-case ASCII: the form of every id. It is words
// of a–z and 0–9 with one hyphen between them.
func IsSlug(s string) bool {
	word := false // whether the word that is being read has any letter yet
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			word = true
		case c == '-' && word:
			word = false
		default:
			return false
		}
	}
	return word
}

// IsID reports whether s is an id, which may have sub-folders (vis/2023-09-14).
func IsID(s string) bool {
	for part := range strings.SplitSeq(s, "/") {
		if !IsSlug(part) {
			return false
		}
	}
	return true
}

// ParseRef reads a reference as written in a file, in a field that takes the
// given kinds. A bare id belongs to the only kind of the field; where the
// field takes several, Kind stays NoKind. ok is false when the text is not of
// the form id, kind/id or either with #fragment.
func ParseRef(s string, kinds []Kind) (r Ref, ok bool) {
	s, r.Fragment, ok = strings.Cut(s, "#")
	if ok && r.Fragment == "" {
		return Ref{}, false // a part is to be named, and is not
	}
	if head, rest, found := strings.Cut(s, "/"); found {
		if k, known := KindOf(head); known {
			r.Kind, s = k, rest
		}
	}
	r.ID = s
	if r.Kind == NoKind && len(kinds) == 1 {
		r.Kind = kinds[0]
	}
	return r, IsID(r.ID)
}

// Localized writes the number with the decimal sign and the words of a language.
func (n Number) Localized(l text.Lang) string {
	if math.IsInf(n.Max, 1) {
		if l == text.English {
			return "at least " + text.Decimal(n.Min, l)
		}
		return "minst " + text.Decimal(n.Min, l)
	}
	s := text.Decimal(n.Min, l)
	if n.Max != n.Min {
		s += "–" + text.Decimal(n.Max, l)
	}
	if n.Approx && l == text.English {
		return "about " + s
	}
	if n.Approx {
		return "ca " + s
	}
	return s
}
