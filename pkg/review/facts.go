package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
)

// fact is something that both snapshots say and that cites sources: a record, a
// map or an entry, of which some citations changed.
type fact struct {
	*change.Record
	d          *change.Diff
	base, head model.Path // of what holds the citations; empty for the record
	edits      []*change.Edit
	before     []model.Citation // its own
	after      []model.Citation // its own, else those that it inherits
}

// facts are the facts of a record that lost a citation, or of which one was
// altered. What only got citations is none of them.
func facts(d *change.Diff, c *change.Record) []*fact {
	var out []*fact
	found := map[string]*fact{}
	for i := range c.Edits {
		e := &c.Edits[i]
		path := e.Base
		if _, cited := around[model.Citation](e); path == nil && cited { // an attribute of a citation came
			path = e.Lacked()
		}
		if path == nil {
			continue
		}
		base, of := holder(path)
		if !of {
			if f := answerFact(d, c, e); f != nil {
				out = append(out, f)
			}
			continue
		}
		head, _ := holder(e.Head)
		if e.Head == nil {
			head = e.Outside()
			if inside, of := holder(head); of {
				head = inside
			}
		}
		f, known := found[base.String()]
		if !known {
			f = &fact{Record: c, d: d, base: base, head: head}
			f.before = ownCitations(c, c.Base, base)
			for i := range f.before {
				f.before[i].Source.V = d.Now(f.before[i].Source.V)
			}
			f.after = inherited(c, c.Head, head)
			out, found[base.String()] = append(out, f), f
		}
		f.edits = append(f.edits, e)
	}
	return out
}

// holder is the map, entry or record that a path into citations is of.
func holder(p model.Path) (of model.Path, ok bool) {
	i := slices.IndexFunc(p, func(s model.Step) bool { return s.Key == "sources" })
	if i < 0 {
		return nil, false
	}
	return p[:i], true
}

// answerFact is the fact that an answer without a value, such as unknown, stays
// the same and cites other sources; nil for another edit.
func answerFact(d *change.Diff, c *change.Record, e *change.Edit) *fact {
	if e.After == nil || e.Before.Answer != e.After.Answer || e.Before.Answer == model.Given || e.Before.Why == nil {
		return nil
	}
	f := &fact{Record: c, d: d, base: e.Base, head: e.Head, edits: []*change.Edit{e}, before: e.Before.Why.Sources.Values()}
	for i := range f.before {
		f.before[i].Source.V = d.Now(f.before[i].Source.V)
	}
	if f.after = e.After.Why.Evidence().Sources.Values(); len(f.after) == 0 {
		f.after = inherited(c, c.Head, e.Head[:len(e.Head)-1])
	}
	return f
}

// ownCitations are the citations that stand at what a path leads to.
func ownCitations(c *change.Record, version any, p model.Path) []model.Citation {
	parts := tree(c, version)
	if len(p) > 0 {
		a := at(c, version, p)
		if a == nil {
			return nil
		}
		parts = a.Parts
	}
	return citationsIn(parts)
}

func citationsIn(parts []model.Attribute) []model.Citation {
	var out []model.Citation
	for i := range parts {
		if parts[i].Field.Key != "sources" {
			continue
		}
		for _, c := range parts[i].Parts {
			if c.Cited != nil {
				out = append(out, *c.Cited)
			}
		}
	}
	return out
}

// inherited are the citations of what a path leads to: its own, else those of
// what it stands in, up to the record.
func inherited(c *change.Record, version any, p model.Path) []model.Citation {
	way := along(c, version, p)
	if own := ownCitations(c, version, p); len(own) > 0 || len(p) == 0 {
		return own
	}
	var out []model.Citation
	for i := range way[:max(0, len(way)-1)] {
		out = append(out, citationsIn(way[i].Parts)...)
	}
	if r, ok := version.(model.Record); ok {
		return append(out, registry.Citations(r, nil, change.Keys(p)).List()...)
	}
	return append(out, citationsIn(tree(c, version))...)
}

// lost are the citations that a fact had and has no more, by source and section.
// A section that was not given, and is, makes no difference.
func (f *fact) lost() []model.Citation {
	var out []model.Citation
	for _, was := range f.before {
		kept := slices.ContainsFunc(f.after, func(is model.Citation) bool {
			return is.Source.V == was.Source.V && (is.Section.V == was.Section.V || !was.Section.Given())
		})
		if !kept && was.Source.Given() && !f.movedInto(was) {
			out = append(out, was)
		}
	}
	return out
}

// movedInto reports whether a citation of a whole record was moved to what it is
// for: the record has it at more places inside than before.
func (f *fact) movedInto(c model.Citation) bool {
	if len(f.base) > 0 {
		return false
	}
	count := func(rec any, now func(model.Ref) model.Ref) int {
		n := 0
		model.Walk(model.Fields(f.Kind), rec, model.ClassMap, func(v model.Visit) bool {
			is, ok := v.Value.(*model.Citation)
			if ok && len(v.Path) > 2 && now(is.Source.V) == c.Source.V && is.Section.V == c.Section.V {
				n++
			}
			return true
		})
		return n
	}
	return count(f.Head, func(r model.Ref) model.Ref { return r }) > count(f.Base, f.d.Now)
}

// changed reports whether the fact that a citation is for says something else
// than before, so that another source may carry it.
func (f *fact) changed(c model.Citation) bool {
	for i := range f.Edits {
		e := &f.Edits[i]
		switch {
		case aside(e):
		case len(f.base) > 0:
			if e.What != change.Reordered && !slices.Contains(f.edits, e) && (leadsInto(e.Base, f.base) || leadsInto(e.Head, f.head)) {
				return true
			}
		case len(c.For.Items) > 0:
			if registry.IsFor(&c, change.Keys(e.Path())) {
				return true
			}
		case e.What != change.Came && e.What != change.Reordered && e.Base != nil && !hasOwn(f, e.Base):
			return true
		}
	}
	return false
}

// hasOwn reports whether an attribute of the older version stands in an entry or
// a map with citations of its own.
func hasOwn(f *fact, p model.Path) bool {
	for _, a := range along(f.Record, f.Base, p) {
		if len(citationsIn(a.Parts)) > 0 {
			return true
		}
	}
	return false
}

// place is where the fact stands in the newer snapshot: at its citations, else
// where they are missing.
func (f *fact) place() rule.Place {
	p := rule.Place{File: f.File()}
	if rec, ok := f.Head.(model.Record); ok {
		p = rule.At(rec)
	}
	p.Path, p.Key = f.head.At(), len(f.head) > 0
	if cites := f.head.At("sources"); at(f.Record, f.Head, cites) != nil {
		p.Path, p.Key = cites, true
	}
	return p
}

// weakened are the attributes of a fact for which the best that its sources do
// is no longer to say so, but to let it be inferred; "" stands for the fact as a
// whole.
func (f *fact) weakened() []string {
	var out []string
	for _, attr := range f.attributes() {
		if best(f.before, attr) == model.Stated && best(f.after, attr) == model.Inferred {
			out = append(out, attr)
		}
	}
	return out
}

// attributes are those that the citations of a fact name, and "" for the rest.
func (f *fact) attributes() []string {
	out := []string{""}
	for _, list := range [][]model.Citation{f.before, f.after} {
		for _, c := range list {
			for _, attr := range c.For.All() {
				if !slices.Contains(out, attr) {
					out = append(out, attr)
				}
			}
		}
	}
	return out
}

// best is what the best of some citations does for an attribute: it says so, or
// lets it be inferred; "" where none is for it. Those that name no attribute are
// for all of them.
func best(cites []model.Citation, attr string) model.Word {
	basis := model.Word("")
	for _, c := range cites {
		if len(c.For.Items) > 0 && (attr == "" || !registry.IsFor(&c, attr)) {
			continue
		}
		if c.Basis.V != model.Inferred {
			return model.Stated
		}
		basis = model.Inferred
	}
	return basis
}
