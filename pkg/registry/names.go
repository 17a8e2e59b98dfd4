package registry

import (
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
// decision is unknown is in use.
func (v *View) NamesAt(rec model.Record) []NameAt {
	named, ok := Named(rec)
	if !ok {
		return nil
	}
	var out []NameAt
	for i, n := range named.Names.All() {
		cites := Citations(rec, &n.Evidence, "names")
		in := v.Holds(n.Span, cites, Lasting)
		if n.Decision.Is != model.Absent {
			from := n.From
			in = truth.And(v.InEffect(n.Decision, from), v.ends(n, cites))
			if n.From.Is == model.Absent && n.Decision.Is == model.Unknown {
				in = v.Holds(n.Span, cites, Lasting)
			}
		} else if i == 0 && n.From.Is == model.Absent {
			in = v.ends(n, cites)
		}
		out = append(out, NameAt{Name: n, Index: i, InForce: in})
	}
	return out
}

// ends tells whether a name has not yet ended.
func (v *View) ends(n model.Name, cites []model.Citation) truth.Value {
	until, known := v.lastDay(n.Until, cites, Lasting)
	if !known {
		return truth.CannotTell
	}
	if until.IsZero() {
		return truth.Yes
	}
	return until.Ended(v.Day).Not()
}

// Name returns what a record is called at the view's day: the newest of its
// names that is in effect for certain, else its plain name or title, else the
// first name it may have had. A record without any has its id.
func (v *View) Name(rec model.Record) model.Text {
	names := v.NamesAt(rec)
	for i := len(names) - 1; i >= 0; i-- {
		if names[i].InForce == truth.Yes && names[i].Name.Name.Given() {
			return names[i].Name.Name.V
		}
	}
	if named, ok := Named(rec); ok && named.Name.Given() {
		return named.Name.V
	}
	if long, _ := title(rec); long.Given() {
		return long.V
	}
	for _, n := range names {
		if n.InForce == truth.CannotTell && n.Name.Name.Given() {
			return n.Name.Name.V
		}
	}
	if len(names) > 0 {
		return names[0].Name.Name.V
	}
	return model.Text{Sv: rec.Base().Ref.ID}
}

// ShortName is Name in its short form, where there is one.
func (v *View) ShortName(rec model.Record) model.Text {
	names := v.NamesAt(rec)
	for i := len(names) - 1; i >= 0; i-- {
		if names[i].InForce == truth.Yes {
			if s, ok := names[i].ShortName.Get(); ok {
				return s
			}
			return v.Name(rec)
		}
	}
	if named, ok := Named(rec); ok && named.ShortName.Given() {
		return named.ShortName.V
	}
	if _, short := title(rec); short.Given() {
		return short.V
	}
	return v.Name(rec)
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
