package export

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// The patterns hold in every dialect of regular expressions that schemas meet.
const (
	slugPattern = `[a-z0-9]+(-[a-z0-9]+)*`

	// A date of the registry, see package edtf. A pattern knows how long the months
	// are, but not which years are leap years, nor which of two dates is first.
	yearPattern = `[1-9][0-9]{3}`
	dayPattern  = `(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9])`
	unitPattern = yearPattern + `(-(0[1-9]|1[0-2]|2[13]|3[3-6]|Q[1-4]|spring|autumn|` + dayPattern + `))?`
	partPattern = `(~?` + unitPattern + `|` + unitPattern + `~)`
	datePattern = `^(\.\./?` + partPattern + `|` + partPattern + `(/?\.\.|(\.\.|/|\.\./\.\.)` + partPattern + `)?)$`

	durationPattern = `^P([0-9]{1,6}Y)?([0-9]{1,6}M)?([0-9]{1,6}W)?([0-9]{1,6}D)?$`
	urlPattern      = `^[hH][tT][tT][pP][sS]?://[^/?#@\s]+([/?#].*)?$`
	clockPattern    = `^([01][0-9]|2[0-3]):[0-5][0-9]$`
)

// value is one value of an attribute.
func (b *schemaBuilder) value(f *model.Field) model.Pairs {
	switch f.Class {
	case model.ClassMap:
		return b.define(nameOf(f), func() model.Pairs { return b.structure(f) })
	case model.ClassAges:
		return b.define("ages", func() model.Pairs {
			return model.Pairs{anyOf(model.Pairs{kv("enum", []string{"all"})}, b.object(f.Map))}
		})
	case model.ClassInterval:
		return b.define("interval", func() model.Pairs {
			return model.Pairs{anyOf(b.year(), b.object(f.Map))}
		})
	case model.ClassWord:
		return b.enumeration(f.Enum)
	case model.ClassRef:
		return b.reference(f)
	}
	d := definitions[f.Class]
	return b.define(d.name, func() model.Pairs { return d.build(b.explained(forms[f.Class])) })
}

// explained is what editors say of a value that has not the form.
func (b *schemaBuilder) explained(form text.Both) model.Pair {
	return kv("errorMessage", form.In(b.lang))
}

// definitions are the values that are the same in every field of a class.
var definitions = map[model.Class]struct {
	name  string
	build func(explained model.Pair) model.Pairs
}{
	model.ClassText:      {"text", func(model.Pair) model.Pairs { return model.Pairs{anyOf(scalar(notBlank), bilingual())} }},
	model.ClassString:    {"string", func(model.Pair) model.Pairs { return scalar(notBlank) }},
	model.ClassSignatory: {"signatory", func(model.Pair) model.Pairs { return scalar() }},
	model.ClassStrings: {"strings", func(model.Pair) model.Pairs {
		return model.Pairs{anyOf(array(scalar(notBlank)), scalar(notBlank))}
	}},
	model.ClassTerm: {"id", anID},
	model.ClassSlug: {"id", anID},
	model.ClassDate: {"date", func(explained model.Pair) model.Pairs {
		return model.Pairs{kv("type", []string{"string", "integer"}), pattern(datePattern),
			kv("minimum", 1000), kv("maximum", 9999), explained}
	}},
	model.ClassDuration: {"duration", func(explained model.Pair) model.Pairs {
		return append(ofType("string"), pattern(durationPattern), kv("minLength", len("P1D")), explained)
	}},
	model.ClassCode:  {"code", words(`^[0-9]+$`)},
	model.ClassURL:   {"url", words(urlPattern)},
	model.ClassClock: {"clock", words(clockPattern)},
	model.ClassBool: {"boolean", func(explained model.Pair) model.Pairs {
		return append(ofType("boolean"), explained)
	}},
	model.ClassInt: {"integer", func(explained model.Pair) model.Pairs {
		return append(within("integer"), explained)
	}},
	model.ClassFloat: {"decimal", func(explained model.Pair) model.Pairs {
		return append(within("number"), explained)
	}},
	model.ClassNumber: {"number", aNumber},
}

func pattern(p string) model.Pair { return kv("pattern", p) }

// notBlank is a text with something in it.
var notBlank = pattern(`\S`)

// words are strings of a form.
func words(form string) func(model.Pair) model.Pairs {
	return func(explained model.Pair) model.Pairs {
		return append(ofType("string"), pattern(form), explained)
	}
}

// scalar is what is no list and no map: the loader takes 12 and true as texts
// too. They are let through by `if`, since an editor offers true and false
// wherever a plain `type` allows them.
func scalar(more ...model.Pair) model.Pairs { return unlessBoolean("number", more...) }

func unlessBoolean(number string, more ...model.Pair) model.Pairs {
	rest := append(model.Pairs{kv("type", []string{"string", number})}, more...)
	return model.Pairs{kv("if", ofType("boolean")), kv("else", rest)}
}

// anID is a short name; 12 and true are some.
func anID(explained model.Pair) model.Pairs {
	return unlessBoolean("integer", pattern("^"+slugPattern+"$"), kv("minimum", 0), explained)
}

// bilingual is a text in Swedish, in English or in both.
func bilingual() model.Pairs {
	return append(closed(kv("sv", scalar(notBlank)), kv("en", scalar(notBlank))),
		kv("minProperties", 1))
}

// closed is a map with those keys and no others.
func closed(properties ...model.Pair) model.Pairs {
	return append(ofType("object"), kv("properties", model.Pairs(properties)),
		kv("additionalProperties", false))
}

// within are numbers of at most nine digits before the point.
func within(name string) model.Pairs {
	const end = 1_000_000_000
	return append(ofType(name), kv("exclusiveMinimum", -end), kv("exclusiveMaximum", end))
}

// aNumber is a number, exact, about, or within bounds.
func aNumber(explained model.Pair) model.Pairs {
	number, approx := within("number"), kv("approx", ofType("boolean"))
	required := func(keys ...string) model.Pair { return kv("required", keys) }
	return model.Pairs{anyOf(
		append(within("number"), explained),
		append(closed(kv("value", number), approx), required("value")),
		append(closed(kv("min", number), kv("max", number), approx), required("min", "max")),
	)}
}

// year is short for its first to its last day.
func (b *schemaBuilder) year() model.Pairs {
	return model.Pairs{kv("type", []string{"string", "integer"}), pattern("^" + yearPattern + "$"),
		kv("minimum", 1000), kv("maximum", 9999), b.explained(forms[model.ClassInterval])}
}

// reference is an id, alone or after its kind, and perhaps a part of the record.
// The kinds of the field are in the pattern for the reader: what leads to the
// wrong one is for a rule to say, for a folder may have the name of a kind.
func (b *schemaBuilder) reference(f *model.Field) model.Pairs {
	kinds := kindsOf(f)
	name, head := "reference", ""
	if len(f.Refs) < len(model.RecordKinds()) {
		name += "-to-" + strings.Join(kinds, "-or-")
		head = "((" + strings.Join(kinds, "|") + ")/)?"
	}
	return b.define(name, func() model.Pairs {
		return unlessBoolean("integer", pattern("^"+head+slugPattern+"(/"+slugPattern+`)*(#[\s\S]+)?$`), kv("minimum", 0), b.explained(formOfReference(f)))
	})
}

func kindsOf(f *model.Field) []string {
	var out []string
	for _, k := range f.Refs {
		out = append(out, k.String())
	}
	return out
}

// formOf says how a value of a field is written, where that is not plain.
func formOf(f *model.Field) text.Both {
	switch {
	case f.Class == model.ClassRef:
		return formOfReference(f)
	case f.Class == model.ClassMap && f.Map.Short != nil:
		key := f.Map.Short.Key
		return text.Both{Sv: "Kan skrivas kort, med bara värdet av " + key + ".", En: "May be written short, as the value of " + key + " alone."}
	case f.Class == model.ClassTerm:
		return text.Both{Sv: "Ett id ur " + f.Term + " i vocabulary.yaml.", En: "An id from " + f.Term + " in vocabulary.yaml."}
	}
	return forms[f.Class]
}

func formOfReference(f *model.Field) text.Both {
	if len(f.Refs) == len(model.RecordKinds()) {
		return text.Both{Sv: "Hänvisning: slag/id, till exempel group/vis.", En: "Reference: kind/id, such as group/vis."}
	}
	var full []string
	for _, k := range kindsOf(f) {
		full = append(full, k+"/id")
	}
	if len(full) == 1 {
		full = []string{"id", full[0]}
	}
	return text.Both{Sv: "Hänvisning: " + text.Or(full).Sv + ".", En: "Reference: " + text.Or(full).En + "."}
}

const dates = "2022-11-07, 2021-02, 2008, 2023-Q1, 2022-spring, 2022-autumn, ~2021-02, ..2021-11-24, 2023-01-01.."

var forms = map[model.Class]text.Both{
	model.ClassText:      {Sv: "Text, som är svensk, eller {sv: …, en: …}.", En: "A text, which is Swedish, or {sv: …, en: …}."},
	model.ClassDate:      {Sv: "Datum: " + dates + " eller 2022-09..2023-06.", En: "Date: " + dates + " or 2022-09..2023-06."},
	model.ClassDuration:  {Sv: "Tidslängd: P12M, P30D eller P2W.", En: "Duration: P12M, P30D or P2W."},
	model.ClassNumber:    {Sv: "Tal utan citattecken, {value: 20, approx: true} eller {min: 2, max: 4}.", En: "A number without quotes, {value: 20, approx: true} or {min: 2, max: 4}."},
	model.ClassInt:       {Sv: "Heltal utan citattecken.", En: "A whole number without quotes."},
	model.ClassFloat:     {Sv: "Tal med decimalpunkt, utan citattecken.", En: "A number with a decimal point, without quotes."},
	model.ClassBool:      {Sv: "true eller false.", En: "true or false."},
	model.ClassTerm:      {Sv: "Id: små bokstäver a–z, siffror och bindestreck.", En: "Id: the letters a–z, digits and hyphens."},
	model.ClassSlug:      {Sv: "Id: små bokstäver a–z, siffror och bindestreck.", En: "Id: the letters a–z, digits and hyphens."},
	model.ClassCode:      {Sv: "Kod: siffror inom citattecken.", En: "Code: digits in quotes."},
	model.ClassURL:       {Sv: "Webbadress, med https:// eller http:// först.", En: "An address on the web, with https:// or http:// first."},
	model.ClassClock:     {Sv: "Klockslag: TT:MM, till exempel 13:30.", En: "Time of day: HH:MM, such as 13:30."},
	model.ClassSaid:      {Sv: "Här står bara unknown eller none; uppgiften själv finns i andra poster.", En: "Only unknown or none stands here; the fact itself is in other records."},
	model.ClassSignatory: {Sv: "Ett namn, eller en hänvisning: representative/id.", En: "A name, or a reference: representative/id."},
	model.ClassAges:      {Sv: "Åldrar: all eller {from: …, to: …}.", En: "Ages: all or {from: …, to: …}."},
	model.ClassInterval:  {Sv: "Period: ett årtal eller {from: …, until: …}.", En: "Period: a year or {from: …, until: …}."},
}
