package model

import "reflect"

// Attribute is one attribute or entry of a record, as a person would read it.
type Attribute struct {
	Field  *Field
	Key    string // the key of a table's row; "" otherwise
	Answer Answer
	Why    *Why
	Value  any       // pointer to the value of a leaf; nil for a map or a list
	Cited  *Citation // the citation, where the entry is one
	Parts  []Attribute
}

// Tree returns the attributes of a record that are not absent, in the order of
// the field table. The record is a pointer to its struct.
func Tree(m *Map, record any) []Attribute { return treeFields(m, reflect.ValueOf(record).Elem()) }

func treeFields(m *Map, v reflect.Value) []Attribute {
	var out []Attribute
	for i := range m.Fields {
		f := &m.Fields[i]
		fv := v.FieldByIndex(f.Index)
		n := treeNode(f, fv)
		if n.Answer == Absent {
			continue
		}
		if n.Answer == Given {
			switch f.Shape {
			case One:
				n.Value, n.Parts = treeValue(f, fv.Field(2))
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

func treeValue(f *Field, v reflect.Value) (value any, nodes []Attribute) {
	if ages, ok := v.Addr().Interface().(*Ages); ok && ages.All {
		return ages, nil
	}
	if f.Map != nil {
		return nil, treeFields(f.Map, v)
	}
	return v.Addr().Interface(), nil
}

func treeItems(f *Field, items reflect.Value) []Attribute {
	var out []Attribute
	for i := range items.Len() {
		n := treeNode(f, items.Index(i))
		if n.Answer == Given {
			n.Value, n.Parts = treeValue(f, items.Index(i).Field(2))
			n.Cited, _ = items.Index(i).Field(2).Addr().Interface().(*Citation)
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
			n.Value, n.Parts = treeValue(f, rows.Index(i).Field(1).Field(2))
		}
		out = append(out, n)
	}
	return out
}
