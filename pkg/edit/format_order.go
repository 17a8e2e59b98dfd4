package edit

import (
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/model"
)

// place is what a node of a file is by the field table. The zero place is
// nothing that the table knows.
type place struct {
	field *model.Field // the attribute
	entry bool         // one entry of its list, or one row of its table
	whole *model.Map   // the top of a file
}

// top is the place of a whole file.
func top(k model.Kind) place {
	m := model.Fields(k)
	return place{field: m.Root, whole: m}
}

// The parts of the values that may be small maps.
var (
	ofText   = []string{"sv", "en"}
	ofNumber = []string{"value", "min", "max", "approx"}
)

// order is how the keys of a map stand: those of a table of fields, or a few
// words. Without either they stay as they are.
type order struct {
	fields *model.Map
	words  []string
	rows   *model.Field // the table whose rows they are
}

// order finds what a map at a place holds, as the loader does.
func (p place) order(n *yaml.Node) order {
	f := p.field
	switch {
	case f == nil:
		return order{fields: p.whole}
	case under(n, "is") != nil:
		return order{fields: model.LongForm(), words: []string{"is"}}
	case f.Shape == model.Keyed && !p.entry:
		return order{rows: f}
	case f.Class == model.ClassText:
		return order{words: ofText}
	case f.Class == model.ClassNumber:
		return order{words: ofNumber}
	case f.Map == nil:
		return order{}
	case f.Map.Short != nil && f.Map.Short.Class == model.ClassText && inLanguages(f.Map, n):
		return order{words: ofText}
	}
	return order{fields: f.Map}
}

// inLanguages reports whether a map is a text in sv and en that is short for m.
func inLanguages(m *model.Map, n *yaml.Node) bool {
	_, own := m.Field("sv")
	return !own && (under(n, "sv") != nil || under(n, "en") != nil)
}

// under is what stands under a key of a map, or nil.
func under(n *yaml.Node, key string) *yaml.Node {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// rank is where a key stands among the others of its map. Equal ones stay as
// they are.
func (o order) rank(key string) int {
	const evidence, unknown = 1000, 2000
	if i := slices.Index(o.words, key); i >= 0 {
		return i - len(o.words)
	}
	if o.fields != nil {
		for i := range o.fields.Fields {
			switch {
			case o.fields.Fields[i].Key != key:
			case key == "sources" || key == "note":
				return evidence + i
			default:
				return i
			}
		}
	}
	if o.rows != nil {
		return 0
	}
	return unknown
}

// under is the place of what stands under a key.
func (o order) under(key string) place {
	switch {
	case o.rows != nil:
		return place{field: o.rows, entry: true}
	case o.fields != nil:
		f, _ := o.fields.Field(key)
		return place{field: f}
	case len(o.words) > 0 && o.words[0] == ofNumber[0]:
		return place{field: &partOfNumber}
	}
	return place{}
}

// partOfNumber is what stands under a key of a number that is a map.
var partOfNumber = model.Field{Class: model.ClassFloat}

// item is the place of an entry of a list at a place.
func (p place) item() place {
	f := p.field
	switch {
	case f == nil:
		return place{}
	case f.Shape == model.Many && !p.entry:
		return place{field: f, entry: true}
	case f.Map != nil && f.Map.Short != nil && f.Map.Short.Shape == model.Many:
		return place{field: f.Map.Short, entry: true}
	}
	return place{}
}

// class is what a scalar at a place is to be, 0 where that is not known.
func (p place) class() model.Class {
	f := p.field
	switch {
	case f == nil, f.Shape == model.Keyed && !p.entry:
		return 0
	case f.Map != nil && f.Map.Short != nil:
		return f.Map.Short.Class
	}
	return f.Class
}
