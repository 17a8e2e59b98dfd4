package cli

import (
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/export"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// sorts are what a value of a class is, in a few words.
var sorts = map[model.Class]text.Both{
	model.ClassText:      {Sv: "text", En: "text"},
	model.ClassString:    {Sv: "text", En: "text"},
	model.ClassDate:      {Sv: "datum", En: "date"},
	model.ClassDuration:  {Sv: "tidslängd som P12M", En: "duration such as P12M"},
	model.ClassNumber:    {Sv: "tal", En: "number"},
	model.ClassInt:       {Sv: "heltal", En: "whole number"},
	model.ClassFloat:     {Sv: "decimaltal som 0.25", En: "decimal such as 0.25"},
	model.ClassBool:      {Sv: "true eller false", En: "true or false"},
	model.ClassSlug:      {Sv: "id", En: "id"},
	model.ClassCode:      {Sv: "siffror inom citattecken", En: "digits in quotes"},
	model.ClassURL:       {Sv: "webbadress", En: "web address"},
	model.ClassClock:     {Sv: "klockslag som 13:30", En: "time of day such as 13:30"},
	model.ClassSaid:      {Sv: "bara unknown eller none", En: "unknown or none only"},
	model.ClassSignatory: {Sv: "namn eller representative/id", En: "name or representative/id"},
	model.ClassStrings:   {Sv: "lista av ord", En: "list of words"},
	model.ClassAges:      {Sv: "all eller nycklar", En: "all or keys"},
	model.ClassInterval:  {Sv: "årtal eller nycklar", En: "year or keys"},
	model.ClassMap:       {Sv: "nycklar", En: "keys"},
}

// sort is what a value of a field is.
func (a *app) sort(f *model.Field) string {
	switch f.Class {
	case model.ClassRef:
		if len(f.Refs) == len(model.RecordKinds()) {
			return a.pick("hänvisning till en post", "reference to a record")
		}
		var kinds []string
		for _, k := range f.Refs {
			kinds = append(kinds, k.String())
		}
		return a.pick("hänvisning: ", "reference: ") + text.Or(kinds).In(a.lang)
	case model.ClassTerm:
		return a.pick("id ur ", "id from ") + f.Term
	case model.ClassWord:
		return a.pick("ord", "word")
	case model.ClassMap:
		if f.Map.Short != nil {
			return a.pick("nycklar, eller kort: bara ", "keys, or in short: ") + f.Map.Short.Key + a.pick("", " alone")
		}
	}
	return sorts[f.Class].In(a.lang)
}

// everywhere are the keys that any record can have, or any part of one.
var everywhere = []string{"aliases", "previously", "replaces", "ended", "sources", "note"}

// enclosed is the value inside the envelope of a guideline's parameter; the
// field itself where it has none.
func enclosed(f *model.Field) (value *model.Field, envelope bool) {
	if f.Map != nil && strings.HasPrefix(f.Map.Type.Name(), "Param[") {
		value, envelope = f.Map.Field("value")
		return value, envelope
	}
	return f, false
}

// fieldItems describes the keys of a map, and those under them. above are the
// maps that it is inside, so that none is described in itself.
func (a *app) fieldItems(m *model.Map, above []*model.Map) []render.Item {
	var items []render.Item
	for i := range m.Fields {
		f := &m.Fields[i]
		if len(above) > 0 && slices.Contains([]string{"sources", "note"}, f.Key) {
			continue
		}
		items = append(items, a.fieldItem(f, append(slices.Clone(above), m)))
	}
	return items
}

func (a *app) fieldItem(f *model.Field, above []*model.Map) render.Item {
	value, inEnvelope := enclosed(f)
	about := []string{a.sort(value)}
	if value.Shape == model.Many {
		about = append(about, a.pick("flera", "several"))
	}
	if f.Shape == model.Keyed {
		about = append(about, a.keysOf(f))
	}
	if f.Must {
		about = append(about, a.pick("måste finnas", "must be there"))
	}
	says := a.pick(f.Sv, f.En)
	if words := model.Enumeration(value.Enum); value.Class == model.ClassWord && !names(says, words) {
		says += ". " + a.wordsOf(words)
	}
	item := render.Item{Spans: []render.Span{
		{As: render.Strong, Text: f.Key}, {As: render.Faint, Text: " (" + strings.Join(about, "; ") + ")"}, {Text: ": " + says},
	}}
	if inner := value.Map; inner != nil && f.Key != "sources" && !slices.Contains(above, inner) {
		if inEnvelope || len(above) < 4 {
			item.Items = a.fieldItems(inner, above)
		}
	}
	return item
}

// keysOf is what the entries of a table stand under.
func (a *app) keysOf(f *model.Field) string {
	switch {
	case f.KeyEnum != "":
		return a.pick("under något av: ", "under any of: ") + a.wordsOf(model.Enumeration(f.KeyEnum))
	case f.KeyTerm != "":
		return a.pick("under id ur ", "under ids from ") + f.KeyTerm
	}
	return a.pick("under egna nycklar", "under keys of its own")
}

// kindPage tells what may stand in the files of a kind, from the table that they
// are read by.
func (a *app) kindPage(k model.Kind) (page, error) {
	info, m := k.Info(), model.Fields(k)
	one := a.pick(info.Sv.One, info.En.One)
	d := render.Doc{Title: text.Capital(one)}
	if one != k.String() {
		d.Title += " (" + k.String() + ")"
	}
	files := a.pick("Filer: ", "Files: ") + export.Glob(k) + "."
	if info.Folder != "" {
		id := a.exampleID(k)
		files += a.pick(" Filens plats är postens id: "+info.Folder+"/"+id+".yaml är "+k.String()+"/"+id+".",
			" The place of the file is the id of the record: "+info.Folder+"/"+id+".yaml is "+k.String()+"/"+id+".")
	}
	d.Lead = []render.Item{paragraph(files)}
	if m.Root != nil { // the file is a list
		d.Sections = []render.Section{{Heading: a.pick("Varje post i listan", "Each entry of the list"), Items: a.fieldItems(m.Root.Map, nil)}}
		return page{doc: d}, nil
	}
	own, common := &model.Map{}, &model.Map{}
	for _, f := range m.Fields {
		if slices.Contains(everywhere, f.Key) {
			common.Fields = append(common.Fields, f)
		} else {
			own.Fields = append(own.Fields, f)
		}
	}
	if k == model.GuidelineKind {
		envelope, _ := m.Field("core")
		d.Sections = append(d.Sections, render.Section{
			Heading: a.pick("Varje parameter", "Each parameter"),
			Items:   a.fieldItems(envelope.Map, []*model.Map{envelope.Map, envelope.Map.Fields[0].Map}),
		})
	}
	d.Sections = append(d.Sections,
		render.Section{Heading: a.pick("Egna nycklar", "Its own keys"), Items: a.fieldItems(own, nil)},
		render.Section{Heading: a.pick("Nycklar som andra poster också har", "Keys that other records have too"), Items: a.fieldItems(common, nil)})
	after := a.pick(
		"I stället för ett värde får unknown, none eller not-applicable stå (”vis help svar”). Varje del med egna nycklar kan ha egna sources och note (”vis help källor”). Id står i vocabulary.yaml där det sägs.",
		"In place of a value, unknown, none or not-applicable may stand (“vis help answers”). Each part with keys of its own can have sources and a note (“vis help sources”). Ids stand in vocabulary.yaml where it says so.")
	lines, err := a.skeleton(k)
	return page{doc: d, after: []string{after}, heading: a.pick("Så skrivs en fil (värdena är påhittade)", "How a file is written (the values are made up)"), lines: lines}, err
}

// exampleID is a made-up id of a kind. That of a meeting tells its group and date.
func (a *app) exampleID(k model.Kind) string {
	if k == model.MeetingKind {
		return a.pick("exempelgruppen", "example-group") + "/2027-02-11"
	}
	return a.pick("exempel", "example")
}

// skeleton is a file of a kind with a value for each of its own keys.
func (a *app) skeleton(k model.Kind) (string, error) {
	file, m := k.Info().File, model.Fields(k)
	if file == "" {
		file = k.Info().Folder + "/" + a.exampleID(k) + ".yaml"
	}
	var record edit.Entries
	for i := range m.Fields {
		f := &m.Fields[i]
		switch {
		case f.Key == "sources" && k.Info().Folder != "":
			record = append(record, edit.Entry{Key: f.Key, Value: []edit.Entries{{{Key: "source", Value: a.pick("exempel", "example")}}}})
		case !slices.Contains(everywhere, f.Key) && f.Key != "names" && f.Class != model.ClassSaid:
			record = append(record, edit.Entry{Key: f.Key, Value: a.sample(f)})
		}
	}
	data, err := edit.Compose(file, record)
	return string(data), err
}

// sample is a value that a field may have.
func (a *app) sample(f *model.Field) any {
	switch {
	case f.Shape == model.Keyed:
		key := a.pick("exempel", "example")
		if choices := model.Enumeration(f.KeyEnum); len(choices) > 0 {
			key = string(choices[0].ID)
		}
		one := *f
		one.Shape = model.One
		return edit.Entries{{Key: key, Value: a.sample(&one)}}
	case f.Class == model.ClassMap && f.Map.Short != nil:
		short := *f.Map.Short
		short.Shape = f.Shape
		return a.sample(&short)
	case f.Class == model.ClassMap && f.Shape == model.Many:
		return []edit.Entries{a.sampleMap(f.Map)}
	case f.Class == model.ClassMap:
		return a.sampleMap(f.Map)
	case f.Class == model.ClassInterval && f.Shape == model.Many:
		return []string{"2026"}
	case f.Shape == model.Many, f.Class == model.ClassStrings:
		return []string{a.sampleValue(f)}
	}
	return a.sampleValue(f)
}

// mostSample is how many keys a part of an example has, besides those that it
// must have.
const mostSample = 2

func (a *app) sampleMap(m *model.Map) edit.Entries {
	var out edit.Entries
	more := 0
	for i := range m.Fields {
		f := &m.Fields[i]
		if slices.Contains(everywhere, f.Key) || f.Class == model.ClassSaid {
			continue
		}
		if !f.Must {
			if more++; more > mostSample {
				continue
			}
		}
		out = append(out, edit.Entry{Key: f.Key, Value: a.sample(f)})
	}
	return out
}

// samples are values by their class, for those that need no words.
var samples = map[model.Class]string{
	model.ClassDate: "2026-01-31", model.ClassDuration: "P12M", model.ClassNumber: "4", model.ClassInt: "1", model.ClassFloat: "0.5",
	model.ClassBool: "true", model.ClassCode: "01", model.ClassURL: "https://example.org", model.ClassClock: "13:30",
	model.ClassAges: "all", model.ClassInterval: "2026",
}

func (a *app) sampleValue(f *model.Field) string {
	word := a.pick("exempel", "example")
	switch f.Class {
	case model.ClassWord:
		return string(model.Enumeration(f.Enum)[0].ID)
	case model.ClassRef:
		if len(f.Refs) != 1 || f.Own {
			return f.Refs[0].String() + "/" + word
		}
		return word
	case model.ClassTerm, model.ClassSlug, model.ClassStrings:
		return word
	}
	if s, ok := samples[f.Class]; ok {
		return s
	}
	return a.pick(f.Sv, f.En)
}

// names reports whether a text names every word of an enumeration already.
func names(s string, words []model.Choice) bool {
	return !slices.ContainsFunc(words, func(c model.Choice) bool { return !strings.Contains(s, string(c.ID)) })
}
