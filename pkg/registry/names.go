package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Named returns the names of a record, for the kinds that have names.
func Named(rec model.Record) (*model.Named, bool) {
	switch rec := rec.(type) {
	case *model.Organization:
		return &rec.Named, true
	case *model.Group:
		return &rec.Named, true
	case *model.Representative:
		return &rec.Named, true
	case *model.Guideline:
		return &rec.Named, true
	}
	return nil, false
}

// title returns the title of a record, for the kinds that have one.
func title(rec model.Record) (long, short model.Val[model.Text]) {
	switch rec := rec.(type) {
	case *model.Source:
		return rec.Title, model.Val[model.Text]{}
	case *model.Agreement:
		return rec.Title, rec.ShortTitle
	case *model.Meeting:
		return rec.Title, model.Val[model.Text]{}
	case *model.Decision:
		return rec.Title, model.Val[model.Text]{}
	case *model.Issue:
		return rec.Title, model.Val[model.Text]{}
	case *model.Plan:
		return rec.Title, model.Val[model.Text]{}
	}
	return long, short
}

// NameAt is a record's name entry and how certain it is that it is in effect.
type NameAt struct {
	model.Name
	Index   int
	InForce truth.Value
}

// NamesAt returns the entries of `names` with whether each is in effect at the
// view's day. A name whose decision is only proposed is not; one whose
// decision is unknown is in use. The first name, without a first day or a
// decision, is the one that the record began with.
func (v *View) NamesAt(rec model.Record) []NameAt {
	named, ok := Named(rec)
	if !ok {
		return nil
	}
	var out []NameAt
	for i, n := range named.Names.All() {
		cites := Citations(rec, &n.Evidence, "names")
		in := v.runs(n.Span, n.Decision, cites, Lasting)
		if i == 0 && n.From.Is == model.Absent && !n.Decision.Given() {
			in = v.goesOn(n.Until, cites, Lasting)
		}
		out = append(out, NameAt{Name: n, Index: i, InForce: in})
	}
	return out
}

// Name returns what a record is called at the view's day: the newest of its
// names that is in effect for certain, else its plain name or title, else the
// first name that may be, else the last one it had. A record without any has
// its id.
func (v *View) Name(rec model.Record) model.Text {
	names := v.NamesAt(rec)
	if n, ok := inUse(names); ok {
		return n.Name.Name.V
	}
	if named, ok := Named(rec); ok && named.Name.Given() {
		return named.Name.V
	}
	if long, _ := title(rec); long.Given() {
		return long.V
	}
	if n, ok := v.likeliest(names); ok {
		return n.Name.Name.V
	}
	return model.Text{Sv: rec.Base().Ref.ID}
}

// ShortName is Name in its short form, where there is one.
func (v *View) ShortName(rec model.Record) model.Text {
	names := v.NamesAt(rec)
	named, hasName := Named(rec)
	n, ok := inUse(names)
	if !ok {
		if hasName && named.ShortName.Given() {
			return named.ShortName.V
		}
		if _, short := title(rec); short.Given() {
			return short.V
		}
		if !hasName || !named.Name.Given() {
			n, ok = v.likeliest(names)
		}
	}
	if ok && n.ShortName.Given() {
		return n.ShortName.V
	}
	return v.Name(rec)
}

// inUse is the newest name that is in effect for certain.
func inUse(names []NameAt) (n NameAt, ok bool) {
	for _, n := range slices.Backward(names) {
		if n.InForce == truth.Yes && n.Name.Name.Given() {
			return n, true
		}
	}
	return n, false
}

// likeliest is the name to use where none is in effect for certain: the first
// that may be, else the last that had begun, else the first there is.
func (v *View) likeliest(names []NameAt) (n NameAt, ok bool) {
	begun := -1
	for i, n := range names {
		if !n.Name.Name.Given() {
			continue
		}
		if n.InForce == truth.CannotTell {
			return n, true
		}
		if begun < 0 || v.InEffect(n.Decision, n.From) != truth.No {
			begun = i
		}
	}
	if begun < 0 {
		return n, false
	}
	return names[begun], true
}

// NameOf is ShortName of the record that a reference names, or the reference
// itself where nothing is found.
func (v *View) NameOf(ref model.Ref) model.Text {
	if ref.Kind == model.Subregion {
		if t, ok := v.Term("subregions", ref.ID); ok {
			return t.Words()
		}
	}
	if rec, ok := v.Record(ref); ok {
		return v.ShortName(rec)
	}
	return model.Text{Sv: ref.String()}
}

// Spellings returns every name, title and alias of a record with the path it
// stands at, whatever the date.
func Spellings(rec model.Record) []Spelling {
	var out []Spelling
	add := func(t model.Val[model.Text], kind SpellingKind, span model.Span, parts ...any) {
		if text, ok := t.Get(); ok {
			for _, s := range []string{text.Sv, text.En} {
				if s != "" {
					out = append(out, Spelling{Text: s, Kind: kind, Span: span, Path: model.Path{}.At(parts...)})
				}
			}
		}
	}
	if named, ok := Named(rec); ok {
		add(named.Name, FullName, model.Span{}, "name")
		add(named.ShortName, ShortName, model.Span{}, "short_name")
		for i, n := range named.Names.All() {
			add(n.Name, FullName, n.Span, "names", i, "name")
			add(n.ShortName, ShortName, n.Span, "names", i, "short_name")
		}
	} else {
		long, short := title(rec)
		add(long, FullName, model.Span{}, "title")
		add(short, ShortName, model.Span{}, "short_title")
	}
	for i, a := range rec.Base().Aliases.All() {
		out = append(out, Spelling{Text: a, Kind: Alias, Path: model.Path{}.At("aliases", i)})
	}
	return out
}

// SpellingKind is what sort of name a spelling is.
type SpellingKind uint8

const (
	FullName SpellingKind = iota
	ShortName
	Alias
)

// Spelling is one text that a record is known by.
type Spelling struct {
	Text string
	Kind SpellingKind
	Span model.Span // of a name over time
	Path model.Path
}
