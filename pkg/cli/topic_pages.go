package cli

import (
	"strconv"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/export"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// dateForms are the forms that a date may have, with what they say. The first
// and last day are worked out from the form.
var dateForms = []struct {
	date string
	says text.Both
}{
	{"2022-11-07", text.Both{Sv: "den dagen", En: "that day"}},
	{"2021-02", text.Both{Sv: "i februari 2021", En: "in February 2021"}},
	{"2008", text.Both{Sv: "år 2008", En: "in 2008"}},
	{"2023-Q1", text.Both{Sv: "första kvartalet 2023", En: "the first quarter of 2023"}},
	{"2022-spring", text.Both{Sv: "våren 2022", En: "spring 2022"}},
	{"2022-autumn", text.Both{Sv: "hösten 2022", En: "autumn 2022"}},
	{"~2021-02", text.Both{Sv: "omkring februari 2021", En: "about February 2021"}},
	{"..2021-11-24", text.Both{Sv: "senast den dagen", En: "that day at the latest"}},
	{"2023-01-01..", text.Both{Sv: "tidigast den dagen", En: "that day at the earliest"}},
	{"2022-09..2023-06", text.Both{Sv: "någon gång däremellan", En: "some time between"}},
}

func (a *app) datesPage() page {
	t := &render.Table{Header: []string{a.pick("Skriv", "Write"), a.pick("När källan säger", "When the source says"), a.pick("Tidigast", "Earliest"), a.pick("Senast", "Latest")}}
	day := func(d edtf.Day) string {
		if d.IsOpen() {
			return "–"
		}
		return d.String()
	}
	for _, f := range dateForms {
		d := edtf.MustParse(f.date)
		t.Rows = append(t.Rows, []string{f.date, f.says.In(a.lang), day(d.Earliest()), day(d.Latest())})
	}
	return page{doc: render.Doc{
		Title: a.pick("Datum", "Dates"),
		Lead: []render.Item{paragraph(a.pick(
			"Skriv ett datum så noga som källan är, aldrig noggrannare. Om 2022 kommer före juni 2022 kan ingen säga, och då gör inte vis det heller: en regel som behöver veta det svarar att det inte går att avgöra.",
			"Write a date as exactly as the source does, never more exactly. Whether 2022 comes before June 2022 nobody can tell, and neither does vis: a rule that needs to know answers that it cannot be told."))},
		Sections: []render.Section{{Table: t}},
	}, after: []string{
		a.pick("Formerna är en del av EDTF (ISO 8601-2). from är den första dagen och until den sista; båda räknas in.",
			"The forms are a part of EDTF (ISO 8601-2). from is the first day and until the last one; both count."),
		a.pick("Vet källorna inte, skriv unknown. En tidslängd skrivs P12M, P30D eller P2W.",
			"Where the sources do not know, write unknown. A duration is written P12M, P30D or P2W."),
	}}
}

func (a *app) answersPage() page {
	s := render.Section{}
	for _, is := range []model.Answer{model.Unknown, model.None, model.NotApplicable} {
		s.Items = append(s.Items, entry(is.String(), export.Answers[is].In(a.lang)))
	}
	s.Items = append(s.Items, entry(a.pick("ingenting", "nothing at all"), a.pick("frågan är inte ställd än; det bevisar ingenting", "nobody has asked yet; that proves nothing")))
	return page{
		doc: render.Doc{
			Title: a.pick("Svar i stället för ett värde", "Answers in place of a value"),
			Lead: []render.Item{paragraph(a.pick("Där en uppgift kan stå får också ett av tre ord stå. De är svar, och de betyder olika saker:",
				"Where a fact can stand, one of three words may stand instead. They are answers, and they say different things:"))},
			Sections: []render.Section{s, {
				Heading: a.pick("Lång form: ordet står under is, tillsammans med", "Long form: the word stands under is, together with"),
				Items:   a.fieldItems(model.LongForm(), nil),
			}},
		},
		heading: a.pick("Exempel", "Example"),
		lines: a.pick(`responsible:
  is: unknown
  candidates: [samrad-aldre, samrad-barn-unga]
  reason: Rapporten säger att flera grupper berörs, men inte vilka.
  sources:
    - source: rapport-2022
      section: "3.1"
`, `responsible:
  is: unknown
  candidates: [samrad-aldre, samrad-barn-unga]
  reason:
    en: The report says that several groups are concerned, but not which.
  sources:
    - source: rapport-2022
      section: "3.1"
`),
	}
}

func (a *app) sourcesPage() page {
	return page{
		doc: render.Doc{
			Title: a.pick("Källor", "Sources"),
			Lead: []render.Item{paragraph(a.pick(
				"Registret säger bara det som en källa säger. En post, och varje del av den som har egna nycklar, kan ha sources. Det som saknar egna källor har postens.",
				"The registry says only what a source says. A record, and each part of it with keys of its own, can have sources. What has none of its own has those of the record."))},
			Sections: []render.Section{
				{Heading: a.pick("En källhänvisning", "A citation"), Items: a.fieldItems(model.CitationFields(), nil)},
			},
		},
		after: []string{
			a.pick("Det som är utläst och inte står i källan märks basis: inference. Det räknas aldrig som beslutat.",
				"What is read out of a source and does not stand there is marked basis: inference. It never counts as decided."),
			a.pick("Varje källa är en post, som skrivs först: ”vis help source”.", "Each source is a record, which is written first: “vis help source”."),
		},
		heading: a.pick("Exempel", "Example"),
		lines: `sources:
  - source: rapport-2022
    section: "7.2"
    line: 558
    for: [purposes]
    says: HÖKs riktlinjes fyra syften för en samrådsgrupp
`,
	}
}

func (a *app) statusPage() page {
	d := render.Doc{
		Title: a.pick("Lägen", "Statuses"),
		Lead: []render.Item{paragraph(a.pick(
			"Läget hos en post är utläst ur uppgifterna i registret, per den dag som --as-of anger. ”vis show” visar vilka uppgifter det vilar på. Ett ? efter läget betyder att källorna inte avgör det.",
			"The status of a record is derived from the facts of the registry, as of the day of --as-of. “vis show” shows the facts that it rests on. A ? after it means that the sources do not settle it."))},
	}
	for _, k := range model.RecordKinds() {
		if states := phrase.States(k); states != nil {
			d.Sections = append(d.Sections, render.Section{Heading: text.Capital(a.pick(k.Info().Sv.One, k.Info().En.One)), Items: []render.Item{paragraph(a.wordsOf(states))}})
		}
	}
	return page{doc: d}
}

func (a *app) exitCodesPage() page {
	return page{doc: render.Doc{
		Title: a.pick("Slutkoder", "Exit codes"),
		Sections: []render.Section{{Table: &render.Table{
			Header: []string{a.pick("Kod", "Code"), a.pick("Betyder", "Means")}, Right: []bool{true, false}, Rows: a.exitCodes(),
		}}},
	}}
}

// exitCodes are the exit codes and what they mean.
func (a *app) exitCodes() [][]string {
	var rows [][]string
	for _, c := range []struct {
		code int
		says string
	}{
		{ExitClean, a.pick("arbetet är gjort, och inget fynd når --fail-on", "the work is done, and no finding reaches --fail-on")},
		{ExitFindings, a.pick("något fynd når --fail-on (annars fel), eller svaret är nej, som för ”vis fmt --check”", "a finding reaches --fail-on (otherwise error), or the answer is no, as for “vis fmt --check”")},
		{ExitUsage, a.pick("kommandot är felskrivet, eller inget register finns där", "the command is written wrongly, or there is no registry")},
		{ExitFailure, a.pick("arbetet gick inte att utföra, till exempel för att en fil inte gick att läsa", "the work could not be done, for instance since a file could not be read")},
	} {
		rows = append(rows, []string{strconv.Itoa(c.code), c.says})
	}
	return rows
}

// environment are the variables that vis reads.
var environment = []struct {
	name string
	says text.Both
}{
	{"VIS_REGISTRY", text.Both{Sv: "registrets mapp, som --registry", En: "folder of the registry, as --registry"}},
	{"VIS_TODAY", text.Both{Sv: "dagens datum, ÅÅÅÅ-MM-DD, så att en körning kan upprepas", En: "today's date, YYYY-MM-DD, so that a run can be repeated"}},
	{"LC_ALL, LC_MESSAGES, LANG", text.Both{Sv: "språket: den första som är satt. Annars registrets språk. --lang går före", En: "the language: the first that is set. Otherwise that of the registry. --lang comes first"}},
	{"NO_COLOR", text.Both{Sv: "ingen färg, om den är satt", En: "no colour, if it is set"}},
	{"TERM", text.Both{Sv: "ingen färg, om den är dumb", En: "no colour, if it is dumb"}},
	{"GIT_PAGER_IN_USE, COLUMNS", text.Both{Sv: "färg och bredd när git visar ändringar", En: "colour and width when git shows changes"}},
}

func (a *app) environmentPage() page {
	t := &render.Table{Header: []string{a.pick("Variabel", "Variable"), a.pick("Anger", "Says")}}
	for _, v := range environment {
		t.Rows = append(t.Rows, []string{v.name, v.says.In(a.lang)})
	}
	return page{doc: render.Doc{
		Title:    a.pick("Miljövariabler", "Environment"),
		Lead:     []render.Item{paragraph(a.pick("En flagga går före sin variabel.", "A flag comes before its variable."))},
		Sections: []render.Section{{Table: t}},
	}}
}

// entry is a word and what it says.
func entry(word, says string) render.Item {
	return render.Item{Spans: []render.Span{{As: render.Strong, Text: word}, {Text: ": " + says}}}
}
