// Package change compares two snapshots of a registry by record and by
// meaning. What a file looks like, the order of its keys and the order of a
// list whose order says nothing are no changes.
package change

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
)

// Diff is what sets one snapshot apart from another.
type Diff struct {
	Base, Head *registry.View
	// Records are the records and single files that differ: by kind in the order
	// of the model, then by id.
	Records []*Record

	now map[model.Ref]model.Ref // where records that moved are
}

// Now is what the newer snapshot calls what the older one calls ref.
func (d *Diff) Now(ref model.Ref) model.Ref {
	if is, ok := d.now[ref.Record()]; ok {
		is.Fragment = ref.Fragment
		return is
	}
	return ref
}

// Record is a record, or one of the files vis.yaml, vocabulary.yaml and
// acknowledged.yaml, that is not the same in both snapshots.
type Record struct {
	How  How
	Kind model.Kind
	// Base and Head are the record in each snapshot: a model.Record, or a
	// pointer to the struct of a single file; nil where it is missing.
	Base, Head any
	// Was and Is refer to it in each snapshot; zero for a single file.
	Was, Is model.Ref
	// Edits are what differs inside, in the order of the field table. They are
	// empty for a record that was added or removed.
	Edits []Edit

	before, after []model.Attribute // what was compared
}

// Ref is how the newer snapshot refers to the record, or the older one where
// the record is gone.
func (r *Record) Ref() model.Ref {
	if r.Is.IsZero() {
		return r.Was
	}
	return r.Is
}

// Trees are the attributes of the record in each snapshot, with references as the
// newer one writes them; nil where it is missing.
func (r *Record) Trees() (base, head []model.Attribute) {
	if r.before != nil || r.after != nil {
		return r.before, r.after
	}
	if rec, ok := r.Base.(model.Record); ok {
		base = model.Tree(model.Fields(r.Kind), rec)
	}
	if rec, ok := r.Head.(model.Record); ok {
		head = model.Tree(model.Fields(r.Kind), rec)
	}
	return base, head
}

// File is the record's file, relative to the registry, in the newer snapshot,
// or in the older one where the record is gone.
func (r *Record) File() string {
	for _, side := range []any{r.Head, r.Base} {
		if rec, ok := side.(model.Record); ok {
			return rec.Base().File
		}
	}
	return r.Kind.Info().File
}

// How is what happened to a record as a whole.
type How uint8

const (
	Edited  How = iota // the same record, with other contents
	Added              // only the newer snapshot has it
	Removed            // only the older snapshot has it
	Moved              // it has another id, and says so in `previously`
	// Guessed is a record with another id that does not say so: a removed and an
	// added record of one kind with the same name, or that share at least half
	// of their values.
	Guessed
)

var howNames = [...]string{"changed", "added", "removed", "moved", "moved-untold"}

// String returns the name used in JSON.
func (h How) String() string { return howNames[h] }

// MarshalText writes the name.
func (h How) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// Edit is one difference inside a record: an attribute or an entry of a list
// that came, went or has another value.
type Edit struct {
	What  What
	Field *model.Field
	// Base and Head lead to the value in each snapshot; nil where it is missing.
	Base, Head model.Path
	// Before and After are the value in each snapshot; nil where it is missing.
	Before, After *model.Attribute
	// Around are the entries that the value stands in, the outermost first, as
	// the newer snapshot has them, or the older one where they are gone.
	Around []*model.Attribute
	// Through are the maps between the innermost of them, or the record, and the
	// value: entry_into_force of entry_into_force.actual.
	Through []*model.Field
	// Joined tells of an entry that came that its list was there before.
	Joined bool

	outside model.Path // of the map or list in the other snapshot that lacks the value
}

// Path leads to the value in the newer snapshot, or to where it was.
func (e *Edit) Path() model.Path {
	if e.Head != nil {
		return e.Head
	}
	return e.Base
}

// Outside leads to the map or list that the value stands in, in the newer
// snapshot, or that it stood in.
func (e *Edit) Outside() model.Path {
	if len(e.Path()) == 0 {
		return nil
	}
	if e.Head == nil && e.outside != nil {
		return e.outside.At()
	}
	return e.Path()[:len(e.Path())-1].At()
}

// Lacked leads to the map or list of the older snapshot that lacked what came;
// nil for what did not come.
func (e *Edit) Lacked() model.Path {
	if e.Base != nil {
		return nil
	}
	return e.outside.At()
}

// What is what happened to an attribute or an entry. The order is that of how
// much there is to see.
type What uint8

const (
	Came      What = iota // nothing stood there
	Went                  // nothing stands there any more
	Altered               // another value
	Reordered             // the same entry at another place of a list whose order says something
	// Settled: it was unknown, and now there is an answer.
	Settled
	// Withdrawn: there was a value, and now it is unknown or not applicable.
	Withdrawn
	Narrowed // a date that says more, and nothing else
	Widened  // a date that says less, and nothing else
)

var whatNames = [...]string{"added", "removed", "changed", "reordered", "settled", "withdrawn", "narrowed", "widened"}

// String returns the name used in JSON.
func (w What) String() string { return whatNames[w] }

// MarshalText writes the name.
func (w What) MarshalText() ([]byte, error) { return []byte(w.String()), nil }
