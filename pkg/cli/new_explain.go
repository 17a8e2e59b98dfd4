package cli

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// explain says more of a question.
func (d *drafting) explain(q question) {
	f := q.field
	d.say("  "+text.Capital(d.pick(f.Sv, f.En))+".", "  ")
	forms := map[model.Class]text.Both{
		model.ClassDate:     {Sv: "Skriv en dag (2027-02-11), månad (2027-02), ett år (2027), kvartal (2027-Q1) eller halvår (2027-spring, 2027-autumn); ~2027-02 betyder omkring, ..2027-02-11 senast och 2027-02-11.. tidigast den dagen.", En: "Write a day (2027-02-11), month (2027-02), year (2027), quarter (2027-Q1) or half-year (2027-spring, 2027-autumn); ~2027-02 is about then, ..2027-02-11 by that day and 2027-02-11.. no earlier."},
		model.ClassDuration: {Sv: "Skriv en tidslängd: P12M är tolv månader, P30D trettio dagar.", En: "Write a duration: P12M is twelve months, P30D thirty days."},
		model.ClassClock:    {Sv: "Skriv timme och minut: 13:00.", En: "Write the hour and the minute: 13:00."},
		model.ClassInterval: {Sv: "Skriv ett år, eller from=2027-01-01; until=2027-12-31.", En: "Write a year, or from=2027-01-01; until=2027-12-31."},
		model.ClassText:     {Sv: "Skriv den som källan har den. Texten på engelska kan läggas till i filen, som " + q.path + ".en.", En: "Write it as the source has it. The text in English can be added in the file, as " + q.path + ".en."},
		model.ClassNumber:   {Sv: "Skriv ett tal.", En: "Write a number."},
	}
	entry := f
	if f.Map != nil {
		entry = edit.EntryField(f)
		keys := strings.Join(f.Map.Keys(), ", ")
		d.say(d.pick("  Delar, som skrivs nyckel=värde med semikolon emellan: ", "  Parts, written key=value with semicolons between: ")+keys+".", "  ")
	}
	if f.Map != nil && f.Map.Type == model.CitationFields().Type {
		d.say(d.pick("  Skriv avsnittet efter #, till exempel rapport-2022#2.2.", "  Write the section after #, such as rapport-2022#2.2."), "  ")
	}
	if entry != nil {
		if form, ok := forms[entry.Class]; ok {
			d.say("  "+form.In(d.lang), "  ")
		}
		d.listRecords(entry)
		if choices := d.listed(d.choices(entry)); choices != "" {
			d.say(d.pick("  Skriv ett av orden, eller det som står inom parentes: ", "  Write one of the words, or what stands in brackets: ")+choices, "  ")
		}
	}
	if f.Shape == model.Many {
		d.say(d.pick("  Flera skrivs med komma emellan.", "  Several are written with commas between."), "  ")
	}
	if q.must {
		return
	}
	d.say(d.pick("  I stället för ett värde: unknown (källan ger inget svar), none (det finns inget) eller not-applicable (frågan passar inte).",
		"  Instead of a value: unknown (the source has no answer), none (there is nothing) or not-applicable (the question does not fit)."), "  ")
}

// mostListed is how many records are listed as answers to a question.
const mostListed = 60

// mostSources is how many sources a question about sources names.
const mostSources = 8

// newestSources says how a source is given, and names the newest in the registry.
func (d *drafting) newestSources() string {
	var sources []*model.Source
	for _, rec := range d.o.view.OfKind(model.SourceKind) {
		if s, ok := rec.(*model.Source); ok {
			sources = append(sources, s)
		}
	}
	if len(sources) == 0 {
		return d.pick("Registret har ingen källa än. Avbryt med Ctrl-C och skriv in en först: vis new källa.", "The registry has no source yet. Stop with Ctrl-C and write one first: vis new source.")
	}
	dated := func(s *model.Source) edtf.Day {
		if !s.Date.Given() {
			return edtf.Past
		}
		return s.Date.V.Earliest()
	}
	slices.SortStableFunc(sources, func(a, b *model.Source) int {
		return cmp.Or(cmp.Compare(dated(b), dated(a)), cmp.Compare(a.Ref.ID, b.Ref.ID))
	})
	var ids []string
	for _, s := range sources[:min(len(sources), mostSources)] {
		ids = append(ids, s.Ref.ID)
	}
	among := d.pick("Källorna är ", "The sources are ")
	more := "."
	if len(sources) > mostSources {
		among = d.pick("De nyaste är ", "The newest are ")
		more = d.pick("; ”vis list källor” visar alla.", "; “vis list sources” shows all.")
	}
	return d.pick("Skriv ID#avsnitt, eller bara id:t om källan inte har avsnitt. ", "Write ID#section, or the id alone where the source has no sections. ") + among + strings.Join(ids, ", ") + more
}

// listRecords lists the records that a question takes.
func (d *drafting) listRecords(f *model.Field) {
	if f.Class != model.ClassRef {
		return
	}
	var ids []string
	for _, k := range f.Refs {
		for _, rec := range d.o.view.OfKind(k) {
			ref := rec.Base().Ref
			if len(f.Refs) == 1 {
				ref.Kind = model.NoKind
			}
			ids = append(ids, ref.String())
		}
	}
	more := ""
	if len(ids) > mostListed {
		kind := d.pick("SLAG", "KIND")
		if len(f.Refs) == 1 {
			kind = d.kindWord(f.Refs[0])
		}
		more = d.pick(" … ”vis list "+kind+"” visar alla.", " … “vis list "+kind+"” shows all.")
		ids = ids[:mostListed]
	}
	if len(ids) > 0 {
		d.say(d.pick("  Skriv ett id eller ett namn: ", "  Write an id or a name: ")+strings.Join(ids, ", ")+more, "  ")
	}
}
