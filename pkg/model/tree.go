package model

import "reflect"

// Attribute is one attribute or entry of a record, as a person would read it.
type Attribute struct {
	Field  *Field
	Key    string // the key of a table's row; "" otherwise
	Answer Answer
	Why    *Why
	Value  any       // pointer to the value of a leaf; nil for a map or a list
	Entry  any       // pointer to the struct of a map; nil for a leaf or a list
	Cited  *Citation // the citation, where the entry is one
	Parts  []Attribute
}

// Tree returns the attributes of a record that are not absent, in the order of
// the field table. The record is a pointer to its struct. A file that is a
// list has that list as its one attribute, without a key.
func Tree(m *Map, record any) []Attribute {
	v := reflect.ValueOf(record).Elem()
	if m.Root != nil {
		return treeAttributes([]Field{*m.Root}, v)
	}
	return treeFields(m, v)
}

func treeFields(m *Map, v reflect.Value) []Attribute { return treeAttributes(m.Fields, v) }

func treeAttributes(fields []Field, v reflect.Value) []Attribute {
	var out []Attribute
	for i := range fields {
		f := &fields[i]
		fv := v.FieldByIndex(f.Index)
		n := treeNode(f, fv)
		if n.Answer == Absent {
			continue
		}
		if n.Answer == Given {
			switch f.Shape {
			case One:
				n.hold(f, fv.Field(2))
			case Many:
				n.Parts = treeItems(f, fv.Field(2))
			case Keyed:
				n.Parts = treeRows(f, fv.Field(2))
			}
		}
		out = append(out, n)
	}
	return out
}

// treeNode reads the answer of a Val, List or Table.
func treeNode(f *Field, v reflect.Value) Attribute {
	n := Attribute{Field: f, Answer: Answer(v.Field(0).Uint())}
	if why, ok := v.Field(1).Interface().(*Why); ok {
		n.Why = why
	}
	return n
}

// hold puts a value into an attribute: a leaf, or a map with its parts.
func (n *Attribute) hold(f *Field, v reflect.Value) {
	p := pointer(v)
	if ages, ok := p.(*Ages); f.Map == nil || ok && ages.All {
		n.Value = p
		return
	}
	n.Entry, n.Parts = p, treeFields(f.Map, v)
}

func treeItems(f *Field, items reflect.Value) []Attribute {
	var out []Attribute
	for i := range items.Len() {
		n := treeNode(f, items.Index(i))
		if n.Answer == Given {
			n.hold(f, items.Index(i).Field(2))
			n.Cited, _ = n.Entry.(*Citation)
		}
		out = append(out, n)
	}
	return out
}

func treeRows(f *Field, rows reflect.Value) []Attribute {
	var out []Attribute
	for i := range rows.Len() {
		n := treeNode(f, rows.Index(i).Field(1))
		n.Key = rows.Index(i).Field(0).String()
		if n.Answer == Given {
			n.hold(f, rows.Index(i).Field(1).Field(2))
		}
		out = append(out, n)
	}
	return out
}
