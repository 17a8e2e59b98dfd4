package cli

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

type reportFlags struct {
	table string
	excel bool
}

func (a *app) reportCommand() *cobra.Command {
	var f reportFlags
	cmd := &cobra.Command{
		Use:   a.pick("report [NAMN]", "report [NAME]"),
		Short: a.pick("Redovisar registret i tabeller och diagram", "Reports on the registry in tables and charts"),
		Long: a.pick(`Redovisar vad registret säger per vald dag, i tabeller och diagram. Utan NAMN visas vilka
rapporter som finns och vad de svarar på. Under varje tabell står vad siffrorna vilar på:
hur många som är räknade, hur många som inte går att avgöra, om alla är med, och källorna.
? efter en uppgift betyder att källorna inte avgör den.

Formatet följer av filens ändelse: .md, .html (en fristående sida med diagram), .xlsx (ett
blad för varje tabell), .svg (bara diagrammen), .csv (en tabell, för program; --excel ger
vad ett svenskt Excel öppnar) och .json (”vis schema output report” beskriver formatet).`,
			`Reports what the registry says as of the chosen day, in tables and charts. Without NAME
the reports are listed with what they answer. Below each table stands what the figures
rest on: how many are counted, how many cannot be decided, whether all are there, and the
sources. ? after a fact means that the sources do not settle it.

The format follows the ending of the file: .md, .html (a page of its own with charts),
.xlsx (a sheet for each table), .svg (the charts alone), .csv (one table, for programs;
--excel gives what a spreadsheet opens) and .json (“vis schema output report” describes
the format).`),
		Example: a.pick(`  vis report
  vis report adoption --as-of 2022-11-07
  vis report representation -o representation.xlsx
  vis report adoption --table parties --excel -o parter.csv`,
			`  vis report
  vis report adoption --as-of 2022-11-07
  vis report representation -o representation.xlsx
  vis report adoption --table parties --excel -o parties.csv`),
		Args:              a.arguments(0, 1, text.Both{}),
		ValidArgsFunction: once(completeFrom(reportNames)),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.listReports(c, f)
			}
			return a.report(c, f, args[0])
		},
	}
	cmd.Flags().StringVar(&f.table, "table", "", a.pick("bara den här tabellen", "only this table"))
	cmd.Flags().BoolVar(&f.excel, "excel", false, a.pick("csv som ett svenskt Excel öppnar: semikolon, decimalkomma och rubriker", "csv as a spreadsheet opens it: with headings and a byte order mark"))
	complete(cmd, "table")
	return inFormats(cmd, "text", "markdown", "csv", "json", "html", "xlsx", "svg")
}

func reportNames() []string {
	var names []string
	for _, k := range report.Kinds() {
		names = append(names, k.Name)
	}
	return names
}

// listReports lists the reports there are.
func (a *app) listReports(c *cobra.Command, f reportFlags) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	return a.writeReport(report.List(a.lang), format, f, render.Seen{})
}

func (a *app) report(c *cobra.Command, f reportFlags, name string) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	if !slices.Contains(reportNames(), name) {
		return a.unknownName(reportUnknown, name, reportNames())
	}
	o, err := a.open(c.Context())
	if err != nil {
		return err
	}
	defer o.close()
	r, _ := a.desk(o.view).Report(name)
	return a.writeReport(r, format, f, render.Seen{
		Registry: o.view.Manifest.Name.V.In(string(a.lang)), AsOf: o.view.Day, Rev: a.flags.rev,
	})
}

// writeReport writes a report in a format.
func (a *app) writeReport(r *report.Report, format string, f reportFlags, of render.Seen) error {
	if f.excel && format != "csv" {
		return a.wrong("--excel hör till csv; lägg till --format csv", "--excel belongs to csv; add --format csv")
	}
	if f.table != "" {
		one := slices.IndexFunc(r.Parts, func(p report.Part) bool { return p.ID == f.table })
		if one < 0 {
			return a.unknownName(tableUnknown, f.table, tableNames(r))
		}
		only := *r
		only.Parts = r.Parts[one : one+1]
		r = &only
	}
	switch format {
	case "markdown":
		return render.DocMarkdown{}.Write(a.out(), render.ReportDoc(r, a.lang))
	case "html":
		return render.DocHTML{Lang: a.lang}.Write(a.out(), render.ReportDoc(r, a.lang))
	case "json":
		return render.ReportJSON(a.out(), r, of, a.lang)
	case "svg":
		err := render.ReportSVG(a.out(), r, a.lang)
		if none := new(render.NoCharts); errors.As(err, &none) {
			return a.wrong(none.Swedish(), none.Error())
		}
		return err
	case "xlsx":
		if a.Terminal && a.flags.output == "" {
			return a.wrong("ett kalkylblad går inte att visa i ett terminalfönster; ange en fil med -o", "a workbook cannot be shown in a terminal; name a file with -o")
		}
		return render.ReportXLSX(a.out(), r, of, a.lang)
	case "csv":
		if len(r.Parts) != 1 {
			names := text.Or(tableNames(r))
			return a.wrong("csv rymmer en tabell; välj med --table "+names.Sv, "csv holds one table; choose with --table "+names.En)
		}
		return render.TableCSV{Excel: f.excel, Lang: a.lang}.Write(a.out(), r.Parts[0].Table)
	}
	t := render.DocText{Style: a.style(), Width: a.width()}
	if f.table == "" && len(r.Parts) > 1 {
		t.Most, t.Rest = mostRows, func(s render.Section, more int) string {
			return moreRows.Say(a.lang, text.Args{"n": more, "table": s.ID})
		}
	}
	return t.Write(a.out(), render.ReportDoc(r, a.lang))
}

// mostRows is how many rows of each table a person is shown who has not asked
// for one.
const mostRows = 40

var moreRows = text.Both{
	Sv: "… och {n|en rad|# rader} till; --table {table} visar alla, och andra format har dem",
	En: "… and {n|one more row|# more rows}; --table {table} shows all, and other formats have them",
}

func tableNames(r *report.Report) []string {
	var names []string
	for i := range r.Parts {
		names = append(names, r.Parts[i].ID)
	}
	return names
}

var (
	reportUnknown = text.Both{Sv: "det finns ingen rapport som heter {name}", En: "there is no report called {name}"}
	tableUnknown  = text.Both{Sv: "rapporten har ingen tabell som heter {name}", En: "the report has no table called {name}"}
)

// unknownName says that there is nothing of that name, and what there is.
func (a *app) unknownName(what text.Both, name string, names []string) error {
	s := what.Say(a.lang, text.Args{"name": name})
	if near := text.Nearest(name, names); near != "" {
		return &usageError{s + a.pick("; menar du "+near+"?", "; do you mean "+near+"?")}
	}
	return &usageError{s + a.pick("; det finns ", "; there are ") + text.List(names, a.lang)}
}
