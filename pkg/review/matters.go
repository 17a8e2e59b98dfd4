package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Matter is a matter of the guideline that a change touches, and who must decide
// it, as the newer snapshot has it at the day of its view.
type Matter struct {
	ID model.Word
	// Agreement is the agreement that its parties decide on; zero for a matter
	// that is not of each party.
	Agreement model.Ref
	// Certain tells whether the change touches the matter: what somebody is a
	// member for may not be known.
	Certain truth.Value
	Touched []Touched
	// By is what the guideline says of the matter. Known tells whether that, or
	// the agreement itself, makes somebody competent for certain.
	By    registry.Parameter[model.Matter]
	Known truth.Value
	// Body is who is competent, where that is known: a body, or a type of body on
	// each side.
	Body    model.Competent
	Parties []PartyMatter // of the agreement
	// Earliest is the first day on which the decision can be expected, where the
	// guideline gives a waiting time and it is not yet taken.
	Earliest edtf.Date
	Missing  []Missing
}

// Touched is a record of which a change touches a matter.
type Touched struct {
	Record *change.Record
	Edits  []*change.Edit // nil where the whole record was added or removed
	What   []text.Both    // the kinds of change, as the published table has them
	// Decisions are those that the changed parts refer to.
	Decisions []Referred
	// Unfound tells that some part says that its decision is not known, and
	// Without that some part names none.
	Unfound, Without bool

	left bool // something was taken out, and what took its place may name the decision
	// own are the decisions that the record names for itself, and before those
	// that the older version refers to, once they are read.
	own    []model.Val[model.Ref]
	before map[model.Ref]bool
}

// Referred is a decision that a changed record refers to.
type Referred struct {
	Decision model.Ref
	Taken    truth.Value
	// Competent tells whether it was taken by whoever was competent in its own
	// matter.
	Competent truth.Value
	// Old tells that the record referred to it before, and that the change does
	// nothing to the decision: it was not taken on what the change alters.
	Old bool
}

// PartyMatter is a party that must decide.
type PartyMatter struct {
	Party   model.Ref
	Holds   truth.Value // whether it is a party
	Body    model.Word  // the type of its body; "" where that is not known
	Adopted truth.Value
}

// Matters finds the matters that a change touches, in the order of the
// guideline's matters; those of agreements one for each agreement.
func Matters(d *change.Diff) []Matter {
	f := finder{d: d, at: map[string]int{}}
	for _, c := range d.Records {
		if dec, ok := c.Head.(*model.Decision); ok {
			f.brought = append(f.brought, dec)
		}
	}
	for _, c := range d.Records {
		f.record(c)
	}
	for i := range f.found {
		f.found[i].decide(d)
	}
	order := map[model.Word]int{}
	for i, choice := range model.Enumeration("matter") {
		order[choice.ID] = i
	}
	slices.SortStableFunc(f.found, func(a, b Matter) int { return order[a.ID] - order[b.ID] })
	return f.found
}

// finder collects the matters that a change touches.
type finder struct {
	d       *change.Diff
	brought []*model.Decision // that the change adds or alters
	found   []Matter
	at      map[string]int
}

func (f *finder) record(c *change.Record) {
	if c.How == change.Added || c.How == change.Removed {
		if f.whole(c) {
			return
		}
		edits := parts(c)
		for i := range edits {
			f.edit(c, &edits[i])
		}
		return
	}
	for i := range c.Edits {
		f.edit(c, &c.Edits[i])
	}
}

// whole takes in a record that was added or removed, where that is a matter
// whatever it says.
func (f *finder) whole(c *change.Record) bool {
	w, ok := wholes[c.Kind]
	if !ok {
		return false
	}
	matter := w.added
	if c.How == change.Removed {
		matter = w.removed
	}
	of := truth.Yes
	switch c.Kind {
	case model.GroupKind:
		of = ofForum(f.d, c, nil)
	case model.PlanKind:
		of = ofPlan(f.d, c, nil)
	case model.AgreementKind:
		of = ofAgreement(f.d, c, &change.Edit{})
	}
	if of != truth.No {
		f.touch(c, nil, matter, rowOf(matter, c.Kind), of)
	}
	return true
}

// rowOf is the first row of a matter and a kind.
func rowOf(matter model.Word, k model.Kind) *matterRow {
	for i := range matterTable {
		if row := &matterTable[i]; row.matter == matter && row.kind == k {
			return row
		}
	}
	return nil
}

func (f *finder) edit(c *change.Record, e *change.Edit) {
	if row, certain := matterOf(f.d, c, e); row != nil {
		f.touch(c, e, row.matter, row, certain)
	}
}

// touch takes in that a matter is touched.
func (f *finder) touch(c *change.Record, e *change.Edit, matter model.Word, row *matterRow, certain truth.Value) {
	m := Matter{ID: matter}
	if matter == adoptionMatter || matter == "accession" {
		m.Agreement = c.Ref()
	}
	key := string(matter) + " " + m.Agreement.String()
	i, known := f.at[key]
	if !known {
		i = len(f.found)
		f.at[key], m.Certain = i, certain
		f.found = append(f.found, m)
	}
	found := &f.found[i]
	found.Certain = truth.Or(found.Certain, certain)
	if n := len(found.Touched); n == 0 || found.Touched[n-1].Record != c {
		found.Touched = append(found.Touched, Touched{Record: c})
	}
	t := &found.Touched[len(found.Touched)-1]
	if e != nil {
		t.Edits = append(t.Edits, e)
	}
	if row != nil && !slices.Contains(t.What, row.what) {
		t.What = append(t.What, row.what)
	}
	t.refer(f.d, f.brought, matter, e)
}

// parts are the attributes and entries of a record that was added or removed, as
// edits.
func parts(c *change.Record) []change.Edit {
	version, what := c.Head, change.Came
	if c.How == change.Removed {
		version, what = c.Base, change.Went
	}
	var out []change.Edit
	all := tree(c, version)
	for i := range all {
		a := &all[i]
		list := []*model.Attribute{a}
		path := []model.Path{model.Path{}.At(a.Field.Key)}
		if a.Answer == model.Given && a.Field.Shape == model.Many {
			list, path = nil, nil
			for j := range a.Parts {
				list, path = append(list, &a.Parts[j]), append(path, model.Path{}.At(a.Field.Key, j))
			}
		}
		for j := range list {
			e := change.Edit{What: what, Field: a.Field, Head: path[j], After: list[j]}
			if what == change.Went {
				e.Head, e.After, e.Base, e.Before = nil, nil, path[j], list[j]
			}
			out = append(out, e)
		}
	}
	return out
}
