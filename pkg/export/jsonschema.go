package export

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Schema is the JSON Schema (draft 2020-12) of a file of that kind: the form
// that the loader demands, from the same field table. What depends on other
// files, such as whether a reference leads anywhere, is no part of it.
//
// A schema sees values and not how they are spelt, so it cannot tell a word in
// quotes from one without, nor 1.0 from 1. It says less than the loader there.
//
// Descriptions are in the language, with the other one after it. Those of single
// values stand in markdownEnumDescriptions, and what is said of a value of the
// wrong form in errorMessage: editors show both. There are no titles, for an editor
// would show that of the whole file above every value in it.
func Schema(k model.Kind, lang text.Lang) model.Pairs {
	b := &schemaBuilder{lang: lang, defs: map[string]model.Pairs{}}
	info, m := k.Info(), model.Fields(k)
	out := model.Pairs{
		kv("$schema", "https://json-schema.org/draft/2020-12/schema"),
		kv("$id", SchemaID(k)),
		kv("description", b.both(text.Both{
			Sv: text.Capital(info.Sv.One) + ": formen hos " + Glob(k) + " i ett register. Innehållet prövas av vis validate.",
			En: text.Capital(info.En.One) + ": the form of " + Glob(k) + " in a registry. The content is tested by vis validate.",
		}, paragraph)),
	}
	if m.Root != nil {
		nothing := ofType("null") // no text but comments
		out = append(out, anyOf(append(b.choices(m.Root), nothing)...))
	} else {
		out = append(out, b.object(m)...)
		if names, ok := m.Field("names"); ok && !names.Must {
			out = append(out, anyOf(model.Pairs{kv("required", []string{"name"})}, model.Pairs{kv("required", []string{"names"})}))
		}
	}
	defs := model.Pairs{}
	for _, name := range slices.Sorted(maps.Keys(b.defs)) {
		defs = append(defs, kv(name, b.defs[name]))
	}
	return append(out, kv("$defs", defs))
}

// SchemaIDs is what the id of every schema of this program begins with.
const SchemaIDs = "urn:vis:schema:"

// SchemaID is the id of the schema of a kind. It changes with the version of the
// registry's own schema and names no place on the net.
func SchemaID(k model.Kind) string {
	return fmt.Sprintf("%s%d:%s", SchemaIDs, load.SchemaVersion, k)
}

// Glob are the files of a kind, relative to the registry.
func Glob(k model.Kind) string {
	if file := k.Info().File; file != "" {
		return file
	}
	return k.Info().Folder + "/**/*.yaml"
}

// schemaBuilder gathers the definitions that a schema refers to.
type schemaBuilder struct {
	lang text.Lang
	defs map[string]model.Pairs
}

// both is a text in the language of the schema, and then in the other one.
func (b *schemaBuilder) both(t text.Both, between string) string {
	other := text.English
	if b.lang == text.English {
		other = text.Swedish
	}
	if t.Sv == t.En {
		return t.Sv
	}
	return t.In(b.lang) + between + t.In(other)
}

// Between the two languages stands a slash, or in a description, which may be a
// sentence, a line of its own.
const (
	slash     = " / "
	paragraph = "\n\n"
)

// define refers to a definition, which is made the first time.
func (b *schemaBuilder) define(name string, build func() model.Pairs) model.Pairs {
	if _, ok := b.defs[name]; !ok {
		b.defs[name] = nil // a map may hold itself
		b.defs[name] = build()
	}
	return model.Pairs{kv("$ref", "#/$defs/"+name)}
}

func kv(key string, value any) model.Pair { return model.Pair{Key: key, Value: value} }

func anyOf(choices ...any) model.Pair { return kv("anyOf", choices) }

func ofType(name string) model.Pairs { return model.Pairs{kv("type", name)} }

// object is a map with the fields of m and no others.
func (b *schemaBuilder) object(m *model.Map) model.Pairs {
	properties, required := model.Pairs{}, []string{}
	if m == model.LongForm() {
		properties = append(properties, kv("is", b.answerWords()))
		required = append(required, "is")
	}
	for i := range m.Fields {
		f := &m.Fields[i]
		properties = append(properties, kv(f.Key, b.field(f)))
		if f.Must {
			required = append(required, f.Key)
		}
	}
	out := append(ofType("object"), kv("properties", properties))
	if len(required) > 0 {
		out = append(out, kv("required", required))
	}
	return append(out, kv("additionalProperties", false))
}

// field is an attribute: a description, and then what may stand there.
func (b *schemaBuilder) field(f *model.Field) model.Pairs {
	description := b.both(text.Both{Sv: f.Sv, En: f.En}, paragraph)
	if form := formOf(f).In(b.lang); form != "" {
		description += paragraph + form
	}
	return model.Pairs{kv("description", description), anyOf(b.choices(f)...)}
}

// choices are the forms that an attribute may have: unknown, none and
// not-applicable always, and one value of a list without brackets.
func (b *schemaBuilder) choices(f *model.Field) []any {
	answer := b.define("answer", b.answer)
	if f.Class == model.ClassSaid { // it takes nothing else
		return []any{answer}
	}
	value := b.value(f)
	switch f.Shape {
	case model.Many:
		return []any{array(model.Pairs{anyOf(value, answer)}), value, answer}
	case model.Keyed:
		return append(b.table(f, model.Pairs{anyOf(value, answer)}), answer)
	}
	return []any{value, answer}
}

func array(items model.Pairs) model.Pairs {
	return append(ofType("array"), kv("items", items))
}

// table is a map with keys of the registry's own or, where those are terms, a
// plain list of them.
func (b *schemaBuilder) table(f *model.Field, value model.Pairs) []any {
	// A map with `is` is always an answer.
	rows := append(ofType("object"), kv("properties", model.Pairs{kv("is", false)}))
	if f.KeyEnum != "" {
		rows = append(rows, kv("propertyNames", b.enumeration(f.KeyEnum)))
	}
	forms := []any{append(rows, kv("additionalProperties", value))}
	if f.KeyTerm != "" {
		forms = append(forms, append(array(scalar()), kv("uniqueItems", true)))
	}
	return forms
}

// answer is unknown, none or not-applicable in place of a value, short or long.
func (b *schemaBuilder) answer() model.Pairs {
	long := b.define("long-answer", func() model.Pairs { return b.object(model.LongForm()) })
	return model.Pairs{anyOf(b.answerWords(), long)}
}

func (b *schemaBuilder) answerWords() model.Pairs {
	var choices []model.Choice
	for _, is := range []model.Answer{model.Unknown, model.None, model.NotApplicable} {
		says := Answers[is]
		choices = append(choices, model.Choice{ID: model.Word(is.String()), Sv: says.Sv, En: says.En})
	}
	return b.wordsOf(choices)
}

// Answers are what the three answers without a value say.
var Answers = map[model.Answer]text.Both{
	model.Unknown:       {Sv: "frågan är ställd, men källorna ger inget svar", En: "the question was asked and the sources have no answer"},
	model.None:          {Sv: "det är känt att det inte finns", En: "known not to exist"},
	model.NotApplicable: {Sv: "frågan passar inte här", En: "the question makes no sense here"},
}

func (b *schemaBuilder) enumeration(name string) model.Pairs {
	return b.define("one-of-"+name, func() model.Pairs { return b.wordsOf(model.Enumeration(name)) })
}

func (b *schemaBuilder) wordsOf(choices []model.Choice) model.Pairs {
	var words, says []string
	for _, c := range choices {
		words = append(words, string(c.ID))
		says = append(says, b.both(text.Both{Sv: c.Sv, En: c.En}, slash))
	}
	return model.Pairs{kv("enum", words), kv("markdownEnumDescriptions", says)}
}

// structure is a map with fields of its own, or the one value that is short for it.
func (b *schemaBuilder) structure(f *model.Field) model.Pairs {
	short := f.Map.Short
	if short == nil {
		return b.object(f.Map)
	}
	forms := []any{b.object(f.Map), b.value(short)}
	if short.Shape == model.Many {
		forms = append(forms, array(model.Pairs{anyOf(b.value(short), b.define("answer", b.answer))}))
	}
	return model.Pairs{anyOf(forms...)}
}

// nameOf is what the definition of a field's map is called: its type, or for the
// envelope of a guideline's parameter the parameter, since its value is of many types.
func nameOf(f *model.Field) string {
	name := f.Map.Type.Name()
	if strings.HasPrefix(name, "Param[") {
		return strings.ReplaceAll(f.Key, "_", "-") + "-parameter"
	}
	var out strings.Builder
	for i, r := range name {
		if i > 0 && 'A' <= r && r <= 'Z' {
			out.WriteByte('-')
		}
		out.WriteRune(r)
	}
	return strings.ToLower(out.String())
}
