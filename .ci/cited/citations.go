package main

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
)

// cite is one citation of a document, and what it is cited for.
type cite struct {
	place   rule.Place // in the registry; no file for a rule's own citation
	rule    string     // the rule whose own citation it is
	source  string
	section string
	line    int // 0 where none is given
	says    string
	names   []string // of what the citation stands on
	figures []figure // of a claim
	fault   string
}

// String is the message about a fault.
func (c cite) String() string {
	where := c.rule
	if c.place.File != "" {
		where = fmt.Sprintf("registry/%s:%d", c.place.File, c.place.At.Line)
	}
	return fmt.Sprintf("%s: %s %s", where, c.source, c.fault)
}

// locate gives the citations their lines in the registry, and sorts by them.
func locate(ctx context.Context, fsys fs.FS, cites []cite) error {
	findings := make([]*rule.Finding, len(cites))
	for i := range cites {
		findings[i] = &rule.Finding{Place: cites[i].place}
	}
	if err := load.Locate(ctx, fsys, findings); err != nil {
		return err
	}
	for i := range cites {
		cites[i].place = findings[i].Place
	}
	slices.SortStableFunc(cites, func(a, b cite) int {
		return cmp.Or(strings.Compare(a.place.File, b.place.File), cmp.Compare(a.place.At.Line, b.place.At.Line))
	})
	return nil
}

// citations returns every citation and every claim of a registry.
func citations(r *registry.Registry) []cite {
	all := inFile(model.Fields(model.Manifest), r.Manifest, rule.Place{File: model.Manifest.Info().File}, nil)
	all = append(all, inFile(model.Fields(model.VocabularyKind), r.Vocabulary, rule.Place{File: model.VocabularyKind.Info().File}, nil)...)
	for _, rec := range r.Records() {
		base := rec.Base()
		place := rule.Place{Record: base.Ref, File: base.File}
		all = append(all, inFile(model.Fields(base.Ref.Kind), rec, place, spellings(rec))...)
		if s, ok := rec.(*model.Source); ok {
			all = append(all, claims(s, place)...)
		}
	}
	return all
}

func inFile(fields *model.Map, record any, place rule.Place, names []string) []cite {
	c := collector{place: place}
	c.fields(model.Tree(fields, record), nil, names)
	return c.found
}

// claims returns the claims of a source as citations of it.
func claims(s *model.Source, place rule.Place) []cite {
	var all []cite
	for i, claim := range s.Claims.Pointers() {
		c := cite{place: place, source: s.Ref.ID, section: claim.Section.V, line: claim.Line.V, says: claim.Says.V.In("sv")}
		c.place.Path = model.Path{}.At("claims", i)
		for _, n := range []model.Val[model.Number]{claim.Value, claim.Of, claim.Share} {
			if n.Given() {
				c.figures = append(c.figures, figure(n.V))
			}
		}
		all = append(all, c)
	}
	return all
}

// ruleCitations returns the passages that the rules say they rest on. A rule
// that names a source without a record is at fault, too.
func ruleCitations(r *registry.Registry, catalogue []rules.Rule) []cite {
	var all []cite
	for _, rl := range catalogue {
		for i, rc := range rl.Cites {
			c := cite{rule: fmt.Sprintf("rule %s, Cites[%d]", rl.ID, i), source: rc.Source, section: rc.Section, line: rc.Line, says: rc.Says}
			if _, ok := r.Record(model.Ref{Kind: model.SourceKind, ID: rc.Source}); !ok && rc.Source != "" {
				c.fault = "is not a source record of the registry"
			}
			all = append(all, c)
		}
	}
	return all
}

// collector walks a record and gathers its citations, wherever they stand:
// on the record, on an entry, or on the long form of an unknown.
type collector struct {
	place rule.Place
	found []cite
}

// fields walks the attributes of a map that is known by names.
func (c *collector) fields(attributes []model.Attribute, path model.Path, names []string) {
	for _, a := range attributes {
		at := path.At(a.Field.Key)
		c.why(a, at, names)
		switch a.Field.Shape {
		case model.One:
			c.value(a, at, names)
		case model.Many:
			for i, item := range a.Parts {
				c.why(item, at.At(i), names)
				c.value(item, at.At(i), names)
			}
		case model.Keyed:
			for _, row := range a.Parts {
				c.why(row, at.At(row.Key), names)
				c.value(row, at.At(row.Key), names)
			}
		}
	}
}

// value takes a citation, and walks into any other map. An entry is known by
// its own names and by those of what it stands in.
func (c *collector) value(a model.Attribute, path model.Path, names []string) {
	if a.Field.Map == nil {
		return
	}
	if a.Field.Map.Type != model.CitationFields().Type { // one table of fields a kind
		c.fields(a.Parts, path, append(names[:len(names):len(names)], entryNames(a.Parts)...))
		return
	}
	found := cite{place: c.place, names: names}
	found.place.Path = path
	for _, part := range a.Parts {
		switch v := part.Value.(type) {
		case *model.Ref: // source
			found.source = v.ID
		case *string: // section
			found.section = *v
		case *int: // line
			found.line = *v
		case *model.Text: // says
			found.says = v.In("sv")
		}
	}
	c.found = append(c.found, found)
}

// why takes the citations of `{is: unknown, sources: …}`.
func (c *collector) why(a model.Attribute, path model.Path, names []string) {
	if a.Why == nil {
		return
	}
	for i, s := range a.Why.Sources.All() {
		found := cite{place: c.place, source: s.Source.V.ID, section: s.Section.V, line: s.Line.V, says: s.Says.V.In("sv"), names: names}
		found.place.Path = path.At("sources", i)
		c.found = append(c.found, found)
	}
}

// nameKeys are the attributes that name an entry.
var nameKeys = map[string]bool{"name": true, "short_name": true, "title": true, "short_title": true, "named_as": true, "heading": true, "sv": true}

// entryNames returns the names that an entry states.
func entryNames(parts []model.Attribute) []string {
	var names []string
	for _, p := range parts {
		switch v := p.Value.(type) {
		case *model.Text:
			if nameKeys[p.Field.Key] {
				names = append(names, v.In("sv"))
			}
		case *string:
			if nameKeys[p.Field.Key] {
				names = append(names, *v)
			}
		}
	}
	return names
}

// spellings returns what a record is called: names over time, titles, aliases.
func spellings(rec model.Record) []string {
	var all []string
	for _, s := range registry.Spellings(rec) {
		if text := strings.TrimSpace(s.Text); text != "" {
			all = append(all, text)
		}
	}
	return all
}
