package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/query"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// listQueries lists the questions that have names.
func (a *app) listQueries(named []query.NamedQuestion, format string, f queryFlags) error {
	res := &query.Result{Columns: []string{"name", "question", "answers", "parameters"}, Rows: [][]any{}}
	if format == "text" || format == "markdown" {
		res.Columns = []string{a.pick("Namn", "Name"), a.pick("Nr", "No."), a.pick("Svarar på", "Answers"), a.pick("Parametrar", "Parameters")}
	}
	for _, q := range named {
		var params string
		for i, p := range q.Params {
			if i > 0 {
				params += ", "
			}
			params += p.Name + "=" + p.Value
		}
		res.Rows = append(res.Rows, []any{q.Name, q.Question, q.What.In(a.lang), params})
	}
	if len(named) == 0 && format == "text" {
		_, err := a.out().Write([]byte(a.pick("Registret har inga frågor med namn. De läggs som NAMN.sql i mappen queries.\n", "The registry has no questions with names. They are put as NAME.sql in the folder queries.\n")))
		return err
	}
	return a.writeAnswer(res, format, f)
}

// completeQueries offers the questions that have names.
func (a *app) completeQueries(c *cobra.Command, typed string) ([]string, cobra.ShellCompDirective) {
	var names []string
	if o, err := a.openSilently(c.Context()); err == nil {
		defer o.close()
		named, _ := a.namedQuestions(o)
		for _, q := range named {
			names = append(names, q.Name)
		}
	}
	return beginning(names, typed), cobra.ShellCompDirectiveNoFileComp
}

// querySchema describes the tables, or the one that is named.
func (a *app) querySchema(format, name string) error {
	tables, lead := query.Schema(), a.schemaLead()
	if name != "" {
		t, ok := query.Named(name)
		if !ok {
			return a.unknownTable(name)
		}
		tables, lead = []*query.Table{t}, nil
	}
	switch format {
	case "text", "markdown", "html":
	default:
		res := &query.Result{Columns: []string{"table", "column", "type", "content", "leads_to"}}
		for _, t := range tables {
			for _, c := range t.Columns {
				res.Rows = append(res.Rows, []any{t.Name, c.Name, string(c.Type), c.What.In(a.lang), c.To})
			}
		}
		return a.writeAnswer(res, format, queryFlags{})
	}
	doc := render.SQLSchemaDoc(a.pick("Tabellerna i vis query", "The tables of vis query"), lead, tables, a.lang)
	switch format {
	case "markdown":
		return render.DocMarkdown{}.Write(a.out(), doc)
	case "html":
		return render.DocHTML{Lang: a.lang}.Write(a.out(), doc)
	}
	return render.DocText{Style: a.style(), Width: a.width()}.Write(a.out(), doc)
}

func (a *app) unknownTable(name string) error {
	hint := a.pick("; ”vis query --schema” beskriver dem som finns", "; “vis query --schema” describes those there are")
	if near := text.Nearest(strings.ToLower(name), query.TableNames()); near != "" {
		hint = a.pick("; menades ”"+near+"”?", "; did you mean “"+near+"”?")
	}
	return a.wrong("ingen tabell heter ”"+name+"”"+hint, "no table is called “"+name+"”"+hint)
}

// schemaLead tells how the columns are named.
func (a *app) schemaLead() []string {
	rules := []text.Both{
		{Sv: "_id är id för en post av det slag som kolumnen leder till. _ref är slag/id, och leder till records.ref. _part är en del av posten. Ett tidigare id är utbytt mot det nya.",
			En: "_id is the id of a record of the kind that the column leads to. _ref is kind/id, and leads to records.ref. _part is a part of the record. A former id is exchanged for the new one."},
		{Sv: "Ett datum är tre kolumner: som det är skrivet, och med _earliest och _latest de dagar som det ligger mellan. NULL där betyder utan gräns. Där SQL har ett eget ord slutar den första på _date: from_date.",
			En: "A date is three columns: as it is written, and with _earliest and _latest the days that it lies between. NULL there means without a bound. Where SQL has a word of its own the first ends in _date: from_date."},
		{Sv: "Ett antal är _min, _max och _approx (1 för ungefärligt). De två första är lika när talet är känt.",
			En: "A number is _min, _max and _approx (1 where it is approximate). The first two are equal where the number is known."},
		{Sv: "_is är svaret där inget värde finns: unknown, none eller not-applicable. Är både värdet och _is NULL är frågan inte ställd. Tabellen answers har alla sådana svar, med skäl.",
			En: "_is is the answer where there is no value: unknown, none or not-applicable. Where both the value and _is are NULL the question has not been asked. The table answers has every such answer, with reasons."},
		{Sv: "En lista är en tabell. entry är vägen till raden i posten, number dess plats från 0 och key radens nummer i tabellen, som andra tabeller leder till.",
			En: "A list is a table. entry is the path to the row in the record, number its place from 0, and key the number of the row in the table, which other tables lead to."},
		{Sv: "_now är vad som gäller per vald dag: yes, no eller unknown när källorna inte avgör det. Det som säkert inte är så är ofta inte med alls.",
			En: "_now is what is so as of the chosen day: yes, no, or unknown where the sources do not settle it. What is not so for certain is often left out."},
		{Sv: "Texter är på svenska. _en är den engelska texten, där registret har en.",
			En: "Texts are in Swedish. _en is the English text, where the registry has one."},
	}
	var out []string
	for _, r := range rules {
		out = append(out, r.In(a.lang))
	}
	return out
}
