package model

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
)

// Visit is one value that a walk met. Value points at it (*Ref, *edtf.Date …;
// a struct for a map). Path is only valid during the call.
type Visit struct {
	Path  Path
	Field *Field
	Value any
}

// Walk calls visit for every given value of the wanted classes in a record or
// file (a pointer to one of the kinds' struct types), in the order of the
// field table. Maps are visited before what is inside them; return false to
// leave a map out. What is not given is visited only as a ClassWhy: the long
// form of its answer, where it has one.
func Walk(m *Map, record any, want Class, visit func(Visit) bool) {
	w := walker{want: want, visit: visit}
	w.path = w.deep[:0]
	v := reflect.ValueOf(record).Elem()
	if m.Root != nil {
		w.field(m.Root, v.FieldByIndex(m.Root.Index))
		return
	}
	w.fields(m, v)
}

type walker struct {
	want  Class
	visit func(Visit) bool
	path  Path
	deep  [8]Step // where the path stands, as deep as records go
}

func (w *walker) fields(m *Map, v reflect.Value) {
	for i := range m.Fields {
		f := &m.Fields[i]
		if w.want&(f.Class|ClassWhy) == 0 && (f.Map == nil || w.want&f.Map.Holds == 0) {
			continue
		}
		fv := v.FieldByIndex(f.Index)
		given := Answer(fv.Field(0).Uint()) == Given
		if !given && !w.explained(fv) {
			continue
		}
		w.path = append(w.path, Step{Key: f.Key, Index: -1})
		if given {
			w.field(f, fv)
		} else {
			w.visit(Visit{w.path, f, fv.Field(1).Interface()})
		}
		w.path = w.path[:len(w.path)-1]
	}
}

// field visits a Val, List or Table; v is that struct.
func (w *walker) field(f *Field, v reflect.Value) {
	switch f.Shape {
	case One:
		w.value(f, v.Field(2))
	case Many:
		items := v.Field(2)
		for i := range items.Len() {
			w.item(f, items.Index(i), Step{Index: i})
		}
	case Keyed:
		rows := v.Field(2)
		for i := range rows.Len() {
			row := rows.Index(i)
			w.item(f, row.Field(1), Step{Key: row.Field(0).String(), Index: -1})
		}
	}
}

func (w *walker) item(f *Field, val reflect.Value, at Step) {
	given := Answer(val.Field(0).Uint()) == Given
	if !given && !w.explained(val) {
		return
	}
	w.path = append(w.path, at)
	if given {
		w.value(f, val.Field(2))
	} else {
		w.visit(Visit{w.path, f, val.Field(1).Interface()})
	}
	w.path = w.path[:len(w.path)-1]
}

// explained reports whether an answer without a value is of the long form, and
// wanted.
func (w *walker) explained(val reflect.Value) bool {
	return w.want&ClassWhy != 0 && !val.Field(1).IsNil()
}

func (w *walker) value(f *Field, v reflect.Value) {
	if w.want&f.Class != 0 {
		if !w.visit(Visit{w.path, f, pointer(v)}) {
			return
		}
	}
	if f.Map != nil && w.want&(f.Map.Holds|ClassWhy) != 0 {
		w.fields(f.Map, v)
	}
}

// pointer returns a pointer to the value without copying it.
func pointer(v reflect.Value) any { return v.Addr().Interface() }

// Identity writes a path with each position replaced by what identifies the
// entry there: its id, else its references, terms and dates. A fingerprint
// built on it survives a reordering. It follows the typed record as far as it goes.
func Identity(m *Map, record any, path Path) string {
	var b strings.Builder
	v := reflect.ValueOf(record)
	if !v.IsValid() || v.IsNil() {
		return path.String()
	}
	v = v.Elem()
	var f *Field
	if m.Root != nil {
		f, v = m.Root, v.FieldByIndex(m.Root.Index)
	}
	for _, step := range path {
		switch {
		case step.Index >= 0:
			if f != nil && f.Shape == Many && v.IsValid() && v.Kind() == reflect.Struct && v.NumField() > 2 && step.Index < v.Field(2).Len() {
				item := v.Field(2).Index(step.Index)
				b.WriteString("[" + entryIdentity(f, item, step.Index) + "]")
				v, m, f = item.Field(2), f.Map, nil
				continue
			}
			b.WriteString("[" + strconv.Itoa(step.Index) + "]")
			v, m, f = reflect.Value{}, nil, nil
		default:
			b.WriteString("." + step.Key)
			if f != nil && f.Shape == Keyed {
				v, m = row(v, step.Key), f.Map
				f = nil
				continue
			}
			if f != nil && f.Shape == One && f.Map != nil && v.IsValid() {
				v, m = v.Field(2), f.Map
			}
			var next *Field
			if m != nil && v.IsValid() {
				next, _ = m.Field(step.Key)
			}
			if next == nil {
				v, m, f = reflect.Value{}, nil, nil
				continue
			}
			v, f = v.FieldByIndex(next.Index), next
		}
	}
	return b.String()
}

func row(table reflect.Value, key string) reflect.Value {
	rows := table.Field(2)
	for i := range rows.Len() {
		if rows.Index(i).Field(0).String() == key {
			return rows.Index(i).Field(1).Field(2)
		}
	}
	return reflect.Value{}
}

// entryIdentity is the id of an entry, else its own references, terms, words
// and dates, else its position.
func entryIdentity(f *Field, item reflect.Value, position int) string {
	if Answer(item.Field(0).Uint()) != Given {
		return strconv.Itoa(position)
	}
	v := item.Field(2)
	if f.Map == nil {
		return scalar(pointer(v))
	}
	if f.Map.ID != nil {
		if id := v.FieldByIndex(f.Map.ID.Index); Answer(id.Field(0).Uint()) == Given {
			return scalar(pointer(id.Field(2)))
		}
	}
	var parts []string
	for i := range f.Map.Fields {
		sub := &f.Map.Fields[i]
		if sub.Shape != One || sub.Class&(ClassRef|ClassDate|ClassTerm|ClassSlug|ClassString|ClassInt) == 0 {
			continue
		}
		if val := v.FieldByIndex(sub.Index); Answer(val.Field(0).Uint()) == Given {
			parts = append(parts, scalar(pointer(val.Field(2))))
		}
	}
	if len(parts) == 0 {
		return strconv.Itoa(position)
	}
	return strings.Join(parts, "|")
}

// scalar writes a value for an identity.
func scalar(p any) string {
	switch p := p.(type) {
	case *Ref:
		return p.String()
	case *edtf.Date:
		return p.Canonical()
	case *Term:
		return string(*p)
	case *Word:
		return string(*p)
	case *Slug:
		return string(*p)
	case *string:
		return *p
	case *int:
		return strconv.Itoa(*p)
	case *Text:
		return p.Sv
	}
	return ""
}

// EntryID returns the id of a visited map that has one: a seat, a clause, an
// agenda item. It is what a #fragment names.
func EntryID(v Visit) (string, bool) {
	if v.Field.Map == nil || v.Field.Map.ID == nil {
		return "", false
	}
	id := reflect.ValueOf(v.Value).Elem().FieldByIndex(v.Field.Map.ID.Index)
	if Answer(id.Field(0).Uint()) != Given {
		return "", false
	}
	return scalar(pointer(id.Field(2))), true
}

// SpanOf returns the first and the last day of a visited map that has `from`
// and `until`.
func SpanOf(v Visit) (Span, bool) {
	if v.Field.Map == nil || v.Field.Map.span == nil {
		return Span{}, false
	}
	s := reflect.ValueOf(v.Value).Elem()
	day := func(f *Field) Val[edtf.Date] { return *pointer(s.FieldByIndex(f.Index)).(*Val[edtf.Date]) }
	return Span{From: day(v.Field.Map.span[0]), Until: day(v.Field.Map.span[1])}, true
}

// Lookup returns the answer that stands at a path of keys, such as
// entry_into_force.actual. Where a map on the way is unknown, none or not
// applicable, that is the answer. ok is false for a path that the kind does not have.
func Lookup(m *Map, record any, keys ...string) (a Answer, ok bool) {
	v := reflect.ValueOf(record).Elem()
	for i, key := range keys {
		f, found := m.Field(key)
		if !found {
			return Absent, false
		}
		v = v.FieldByIndex(f.Index)
		a = Answer(v.Field(0).Uint())
		if a != Given || i == len(keys)-1 {
			return a, true
		}
		if f.Shape != One || f.Map == nil {
			return Absent, false
		}
		v, m = v.Field(2), f.Map
	}
	return a, true
}

// EvidenceOf returns the citations and the note of a visited map, or nil for a
// map that carries none.
func EvidenceOf(v Visit) *Evidence {
	if v.Field.Map == nil || v.Field.Map.evidence == nil {
		return nil
	}
	return pointer(reflect.ValueOf(v.Value).Elem().FieldByIndex(v.Field.Map.evidence)).(*Evidence)
}

// StatusOfParameter returns the status of a visited envelope of a guideline's
// parameter.
func StatusOfParameter(v Visit) (Word, bool) {
	if v.Field.Map == nil || v.Field.Map.status == nil {
		return "", false
	}
	status := pointer(reflect.ValueOf(v.Value).Elem().FieldByIndex(v.Field.Map.status.Index)).(*Val[Word])
	return status.V, status.Given()
}

// TermKey is a key of a table that must be a term of the vocabulary.
type TermKey struct {
	Field string // the key of the table
	Key   string // the term
	List  string // the list of the vocabulary
}

// TermKeys returns the keys of the tables right inside a visited map that are
// terms.
func TermKeys(v Visit) []TermKey {
	if v.Field.Map == nil {
		return nil
	}
	var out []TermKey
	for i := range v.Field.Map.Fields {
		f := &v.Field.Map.Fields[i]
		if f.KeyTerm == "" {
			continue
		}
		rows := reflect.ValueOf(v.Value).Elem().FieldByIndex(f.Index).Field(2)
		for j := range rows.Len() {
			out = append(out, TermKey{f.Key, rows.Index(j).Field(0).String(), f.KeyTerm})
		}
	}
	return out
}
