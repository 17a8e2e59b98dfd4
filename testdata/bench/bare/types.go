package main

import (
	"reflect"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
)

// severalForms are attributes that vis-synth writes in their short form, or as
// one of several, which a plain struct has no type for.
var severalForms = map[string]bool{"reports_to": true, "deviations": true, "deadline": true, "body": true}

// typeOf is the plain struct that a map of the model would be in a program
// that knew only the forms that vis-synth writes: texts, references and dates
// as strings, numbers as numbers, lists as slices. It is made once per kind,
// before any file is read.
func typeOf(m *model.Map) reflect.Type {
	if m.Root != nil {
		return reflect.SliceOf(typeOf(m.Root.Map))
	}
	fields := make([]reflect.StructField, 0, len(m.Fields))
	for i := range m.Fields {
		f := &m.Fields[i]
		fields = append(fields, reflect.StructField{
			Name: "F" + strings.ToUpper(f.Key), Type: fieldType(f), Tag: reflect.StructTag(`yaml:"` + f.Key + `"`),
		})
	}
	return reflect.StructOf(fields)
}

var anything = reflect.TypeFor[any]()

func fieldType(f *model.Field) reflect.Type {
	value := valueType(f)
	switch f.Shape {
	case model.Many:
		return reflect.SliceOf(value)
	case model.Keyed:
		if f.KeyTerm != "" {
			return anything // a map, or a list of its keys
		}
		return reflect.MapOf(reflect.TypeFor[string](), value)
	}
	return value
}

func valueType(f *model.Field) reflect.Type {
	switch f.Class {
	case model.ClassMap:
		if f.Map.Short != nil && severalForms[f.Key] {
			return anything
		}
		return typeOf(f.Map)
	case model.ClassInt:
		return reflect.TypeFor[int]()
	case model.ClassFloat:
		return reflect.TypeFor[float64]()
	case model.ClassBool:
		return reflect.TypeFor[bool]()
	case model.ClassStrings:
		return reflect.TypeFor[[]string]()
	case model.ClassNumber, model.ClassAges, model.ClassInterval, model.ClassCode, model.ClassTerm:
		return anything // a scalar or a map
	}
	return reflect.TypeFor[string]()
}
