package model

import (
	"reflect"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Shape is how many values an attribute holds.
type Shape uint8

const (
	One   Shape = iota // a Val
	Many               // a List
	Keyed              // a Table
)

// Class is what one value of an attribute is. Classes are bits, so that a
// walk can skip what holds none of those it looks for.
type Class uint32

const (
	ClassText Class = 1 << iota
	ClassString
	ClassDate
	ClassDuration
	ClassNumber
	ClassInt
	ClassFloat
	ClassBool
	ClassRef
	ClassTerm
	ClassWord
	ClassSlug
	ClassCode
	ClassURL
	ClassClock
	ClassSaid
	ClassSignatory
	ClassStrings  // a list of plain strings as one value of a table
	ClassAges     // all, or a map
	ClassInterval // a year, or a map
	ClassMap      // a map with fields of its own
	ClassWhy      // the long form of an answer, in place of a value of any class
)

// Field is one row of the field table: an attribute of a kind, or of a map
// inside one.
type Field struct {
	Key     string
	Sv, En  string    // what it is, in both languages
	One     text.Both // what one entry of a list or a table is
	Shape   Shape
	Class   Class
	Enum    string // name of the enumeration that a Word is of
	Term    string // list of the vocabulary that a Term is of
	KeyEnum string // enumeration that the keys of a Table are of
	KeyTerm string // list of the vocabulary that the keys of a Table are of
	Refs    []Kind // kinds that a reference takes
	Own     bool   // a reference to a record of the same kind
	Must    bool   // must be there
	Short   bool   // a value that may stand in place of its whole map
	Ordered bool   // a list whose order says something
	Map     *Map   // fields of a ClassMap, ClassAges or ClassInterval value
	Index   []int  // where the value stands in its Go struct
}

// Map is the fields of a struct type, in the order `fmt` writes them.
type Map struct {
	Type   reflect.Type
	Fields []Field
	Short  *Field // the field that a bare value is short for
	ID     *Field // the field that names an entry
	Holds  Class  // every class somewhere inside
	Root   *Field // the list that a whole file is, instead of a map

	byKey    map[string]int
	span     *[2]*Field // from and until, where it has both
	evidence []int      // where its Evidence stands in the Go struct; nil where it has none
	status   *Field     // of the envelope of a guideline's parameter
}

// Field finds an attribute by its key.
func (m *Map) Field(key string) (*Field, bool) {
	i, ok := m.byKey[key]
	if !ok {
		return nil, false
	}
	return &m.Fields[i], true
}

// Keys returns the keys in order.
func (m *Map) Keys() []string {
	keys := make([]string, len(m.Fields))
	for i := range m.Fields {
		keys[i] = m.Fields[i].Key
	}
	return keys
}

var (
	fieldTable [KindCount]*Map
	longForm   *Map // the long form of an answer
	citation   *Map
)

func init() {
	c := compiler{seen: map[seenKey]*Map{}}
	for k := range fieldTable {
		if t := kinds[k].Type; t != nil {
			fieldTable[k] = c.compile(t, "", Kind(k))
		}
	}
	longForm = c.compile(reflect.TypeFor[Why](), "", NoKind)
	citation = c.compile(reflect.TypeFor[Citation](), "", NoKind)
}

// Fields returns the field table of a kind.
func Fields(k Kind) *Map { return fieldTable[k] }

// LongForm returns the fields of the long form of an answer, `{is: unknown, …}`.
func LongForm() *Map { return longForm }

// CitationFields returns the fields of an entry of `sources`.
func CitationFields() *Map { return citation }

type seenKey struct {
	t    reflect.Type
	tag  reflect.StructTag
	kind Kind
}

// compiler reads the tags of the struct types into the field table.
type compiler struct{ seen map[seenKey]*Map }

// compile reads one struct type. outer is the tag of the field that holds it,
// which speaks for the value of a guideline parameter's envelope; kind is the
// kind that `ref:"own"` means.
func (c compiler) compile(t reflect.Type, outer reflect.StructTag, kind Kind) *Map {
	key := seenKey{t: t, kind: kind}
	if strings.HasPrefix(t.Name(), "Param[") {
		key.tag = outer
	}
	if m, ok := c.seen[key]; ok {
		return m
	}
	m := &Map{Type: t, byKey: map[string]int{}}
	c.seen[key] = m
	c.collect(m, t, nil, outer, kind)
	for i := range m.Fields {
		f := &m.Fields[i]
		m.byKey[f.Key] = i
		m.Holds |= f.Class
		if f.Map != nil {
			m.Holds |= f.Map.Holds
		}
		if f.Short && m.Short == nil {
			m.Short = f
		}
		switch f.Key {
		case "id":
			m.ID = f
		case "status":
			if f.Enum == "parameter-status" {
				m.status = f
			}
		}
	}
	from, ok := m.Field("from")
	until, ok2 := m.Field("until")
	if ok && ok2 && from.Class == ClassDate && until.Class == ClassDate {
		m.span = &[2]*Field{from, until}
	}
	if e, ok := t.FieldByName("Evidence"); ok {
		m.evidence = e.Index
	}
	return m
}

func (c compiler) collect(m *Map, t reflect.Type, index []int, outer reflect.StructTag, kind Kind) {
	for sf := range t.Fields() {
		at := append(append([]int{}, index...), sf.Index...)
		tag, ok := sf.Tag.Lookup("k")
		switch {
		case !ok || tag == "-":
			continue
		case tag == "+":
			c.collect(m, sf.Type, at, outer, kind)
			continue
		}
		f := Field{Key: tag, Index: at, Sv: sf.Tag.Get("sv"), En: sf.Tag.Get("en"),
			Must: sf.Tag.Get("must") != "", Short: sf.Tag.Get("short") != ""}
		about := sf.Tag
		if f.Key == "value" && strings.HasPrefix(t.Name(), "Param[") {
			about = outer
		}
		f.Ordered = about.Get("ordered") != ""
		f.One.Sv, f.One.En, _ = strings.Cut(about.Get("one"), "|")
		f.Enum, f.Term = about.Get("enum"), about.Get("term")
		f.KeyEnum, f.KeyTerm = sf.Tag.Get("keys"), sf.Tag.Get("keyterm")
		f.Refs, f.Own = refKinds(about.Get("ref"), kind)
		var value reflect.Type
		switch inner, _ := sf.Type.FieldByName("Items"); {
		case strings.HasPrefix(sf.Type.Name(), "List["):
			f.Shape, value = Many, inner.Type.Elem().Field(2).Type
		case strings.HasPrefix(sf.Type.Name(), "Table["):
			rows, _ := sf.Type.FieldByName("Rows")
			f.Shape, value = Keyed, rows.Type.Elem().Field(1).Type.Field(2).Type
		default:
			value = sf.Type.Field(2).Type
		}
		f.Class = classOf(value)
		if f.Class&(ClassMap|ClassAges|ClassInterval) != 0 {
			f.Map = c.compile(value, sf.Tag, kind)
		}
		if f.Key == "+list" {
			f.Key = ""
			m.Root = &f
			m.Holds |= f.Class | f.Map.Holds
			continue
		}
		m.Fields = append(m.Fields, f)
	}
}

func refKinds(tag string, own Kind) ([]Kind, bool) {
	switch tag {
	case "":
		return nil, false
	case "own":
		return []Kind{own}, true
	case "any":
		return RecordKinds(), false
	}
	var out []Kind
	for _, name := range strings.Fields(tag) {
		k, ok := KindOf(name)
		if !ok {
			panic("model: unknown kind in a tag: " + name)
		}
		out = append(out, k)
	}
	return out, false
}

var classes = map[reflect.Type]Class{
	reflect.TypeFor[Text]():          ClassText,
	reflect.TypeFor[string]():        ClassString,
	reflect.TypeFor[edtf.Date]():     ClassDate,
	reflect.TypeFor[edtf.Duration](): ClassDuration,
	reflect.TypeFor[Number]():        ClassNumber,
	reflect.TypeFor[int]():           ClassInt,
	reflect.TypeFor[float64]():       ClassFloat,
	reflect.TypeFor[bool]():          ClassBool,
	reflect.TypeFor[Ref]():           ClassRef,
	reflect.TypeFor[Term]():          ClassTerm,
	reflect.TypeFor[Word]():          ClassWord,
	reflect.TypeFor[Slug]():          ClassSlug,
	reflect.TypeFor[Code]():          ClassCode,
	reflect.TypeFor[URL]():           ClassURL,
	reflect.TypeFor[Clock]():         ClassClock,
	reflect.TypeFor[Said]():          ClassSaid,
	reflect.TypeFor[Signatory]():     ClassSignatory,
	reflect.TypeFor[[]string]():      ClassStrings,
	reflect.TypeFor[Ages]():          ClassAges,
	reflect.TypeFor[Interval]():      ClassInterval,
}

func classOf(t reflect.Type) Class {
	if c, ok := classes[t]; ok {
		return c
	}
	if t.Kind() != reflect.Struct {
		panic("model: no class for " + t.String())
	}
	return ClassMap
}
