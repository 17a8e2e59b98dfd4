package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/query"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

type queryFlags struct {
	params              []string
	list, schema, shell bool
	excel               bool
	limit               int
	timeout             time.Duration
}

func (a *app) queryCommand() *cobra.Command {
	var f queryFlags
	cmd := &cobra.Command{
		Use:   a.pick("query [SQL | NAMN | -]", "query [SQL | NAME | -]"),
		Short: a.pick("Ställer frågor till registret i SQL", "Puts questions to the registry in SQL"),
		Long: a.pick(`Ställer en fråga till registret i SQL (SQLite). Frågan skrivs på raden, läses från standard
in om den är ”-”, eller är NAMNET på en fråga i registrets mapp queries. En sats i taget, och
bara läsning: inget kan skrivas, och inga andra filer kan nås.

Varje slag av post är en tabell (agreements, groups …), liksom varje lista i en post (parties,
seats, memberships …). Tabeller som slutar på _now säger vad som gäller per vald dag, och även
när källorna inte avgör det. ”vis query --schema” beskriver alla tabeller. För svenska finns
ordningen COLLATE SV, ulower() som ger små bokstäver och fold() som även tar bort prickar och
accenter.`,
			`Puts a question to the registry in SQL (SQLite). The question stands on the line, is read
from standard input where it is “-”, or is the NAME of one in the registry's folder queries.
One statement at a time, and only reading: nothing can be written and no other file reached.

Each kind of record is a table (agreements, groups …), and so is each list in a record
(parties, seats, memberships …). Tables that end in _now tell what is so as of the chosen
day. Their answers are yes, no and unknown, and unknown means that the sources do not settle
it. “vis query --schema” describes every table. For Swedish there is the order COLLATE SV,
ulower() that gives small letters, and fold() that takes away marks too.`),
		Example: `  vis query "SELECT name, status FROM groups_now WHERE forum"
  vis query --list
  vis query q02-owners --as-of 2022-11-07 -o q02.xlsx
  vis query --schema groups_now
  vis query --shell`,
		Args: a.arguments(0, 1, text.Both{}),
		ValidArgsFunction: once(func(c *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
			return a.completeQueries(c, typed)
		}),
		RunE: func(c *cobra.Command, args []string) error { return a.query(c, f, args) },
	}
	cmd.Flags().StringArrayVar(&f.params, "param", nil, a.pick("värde på en parameter i frågan, som namn=värde", "value of a parameter of the question, as name=value"))
	cmd.Flags().BoolVar(&f.list, "list", false, a.pick("lista de frågor som har namn", "list the questions that have names"))
	cmd.Flags().BoolVar(&f.schema, "schema", false, a.pick("beskriv tabellerna", "describe the tables"))
	cmd.Flags().BoolVar(&f.shell, "shell", false, a.pick("ställ flera frågor efter varandra", "put several questions after each other"))
	cmd.Flags().IntVar(&f.limit, "limit", 10000, a.pick("högst så många rader; annars 10 000, och 0 för alla", "no more rows than so many; otherwise 10,000, and 0 for all"))
	cmd.Flags().DurationVar(&f.timeout, "timeout", 10*time.Second, a.pick("högst så lång tid för en fråga, som 30s eller 2m; annars 10s", "no more time for a question, such as 30s or 2m; otherwise 10s"))
	cmd.Flags().BoolVar(&f.excel, "excel", false, a.pick("csv som ett svenskt Excel öppnar", "csv as a spreadsheet opens it"))
	complete(cmd, "param")
	complete(cmd, "limit")
	complete(cmd, "timeout")
	return inFormats(cmd, "text", "csv", "json", "markdown", "html", "xlsx")
}

func (a *app) query(c *cobra.Command, f queryFlags, args []string) error {
	if f.limit < 0 {
		return a.usage(text.FlagBadValue, text.Args{"name": "--limit", "value": f.limit})
	}
	if f.timeout <= 0 {
		return a.usage(text.FlagBadValue, text.Args{"name": "--timeout", "value": f.timeout.String()})
	}
	format, err := a.format(c)
	if err != nil {
		return err
	}
	if f.excel && format != "csv" {
		return a.wrong("--excel hör till csv; lägg till --format csv", "--excel belongs to csv; add --format csv")
	}
	modes := len(args)
	for _, on := range []bool{f.list, f.schema, f.shell} {
		if on {
			modes++
		}
	}
	switch {
	case f.schema && len(args) == 1 && modes == 2:
		a.languageOfRegistry(c)
		return a.querySchema(format, args[0])
	case modes != 1:
		return a.wrong("ange en av dem: en fråga, --list, --schema eller --shell", "give one of them: a question, --list, --schema or --shell")
	case f.schema:
		a.languageOfRegistry(c)
		return a.querySchema(format, "")
	}
	o, err := a.open(c.Context())
	if err != nil {
		return err
	}
	defer o.close()
	named, err := a.namedQuestions(o)
	if err != nil {
		return err
	}
	switch {
	case f.list:
		return a.listQueries(named, format, f)
	case f.shell:
		return a.queryShell(c.Context(), o, named, f)
	}
	q, err := a.question(named, f, args[0])
	if err != nil {
		return a.asWritten(err)
	}
	res, err := a.ask(c.Context(), o, q)
	if err != nil {
		return a.asWritten(err)
	}
	return a.writeRows(res, format, f)
}

// asWritten takes what is wrong with a question itself as a wrong call.
func (a *app) asWritten(err error) error {
	var refused *query.Refused
	var failed *query.Failed
	var unset *query.Unset
	if errors.As(err, &refused) || errors.As(err, &failed) || errors.As(err, &unset) {
		return &usageError{a.words(err)}
	}
	return err
}

// question is what a person asks: a question that has a name, or SQL.
func (a *app) question(named []query.NamedQuestion, f queryFlags, words string) (query.Question, error) {
	q := query.Question{SQL: words, Rows: f.limit, Timeout: f.timeout, Params: map[string]string{}}
	for _, p := range f.params {
		name, value, ok := strings.Cut(p, "=")
		if !ok {
			return q, a.wrong("--param skrivs namn=värde, och inte "+p, "--param is written name=value, and not "+p)
		}
		q.Params[name] = value
	}
	switch {
	case words == "-":
		sql, err := io.ReadAll(io.LimitReader(a.In, 1<<20))
		if err != nil {
			return q, err
		}
		q.SQL = string(sql)
	case model.IsSlug(words):
		return a.byName(named, q, words)
	}
	return q, nil
}

// byName puts a question that has a name.
func (a *app) byName(named []query.NamedQuestion, q query.Question, name string) (_ query.Question, err error) {
	var names []string
	for _, n := range named {
		if n.Name == name {
			q.SQL = n.SQL
			q.Params, err = n.With(q.Params)
			return q, err
		}
		names = append(names, n.Name)
	}
	hint := a.pick("; ”vis query --list” visar dem som finns", "; “vis query --list” shows those there are")
	if near := text.Nearest(name, names); near != "" {
		hint = a.pick("; menades ”"+near+"”?", "; did you mean “"+near+"”?")
	}
	return q, a.wrong("ingen fråga heter ”"+name+"”"+hint, "no question is called “"+name+"”"+hint)
}

// namedQuestions are the questions with names: those of the working tree, which
// may be put to an older revision too, or else those of the revision.
func (a *app) namedQuestions(o *opened) ([]query.NamedQuestion, error) {
	var from fs.FS = o.fsys
	if a.flags.rev != "" {
		if root, err := os.OpenRoot(o.dir); err == nil {
			defer root.Close()
			from = root.FS()
		}
	}
	return query.NamedQuestions(from)
}

// ask fills a database with what a question may read, and puts it.
func (a *app) ask(ctx context.Context, o *opened, q query.Question) (*query.Result, error) {
	db, err := query.Open(ctx, query.Source{View: o.view, Asked: q.SQL, Check: checked(o)})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	return db.Ask(ctx, q)
}

// checked runs the rules over a registry, when somebody asks what they find.
func checked(o *opened) func(context.Context) (query.Checked, error) {
	return func(ctx context.Context) (out query.Checked, err error) {
		outcome, err := rules.Run(ctx, o.loaded, o.view, rules.Options{Profile: rule.Strict, Others: changeRuleIDs()})
		if err != nil {
			return out, err
		}
		for _, f := range outcome.Findings {
			row := query.Finding{Fingerprint: f.Fingerprint, Rule: f.Spec.ID, Severity: f.Severity.String(), Path: f.Path.String(), File: f.File,
				Message: render.Message(f, text.Swedish), MessageEn: render.Message(f, text.English),
				Remedy: render.Remedy(f, text.Swedish), RemedyEn: render.Remedy(f, text.English), Acknowledged: f.Acknowledged != nil}
			if !f.Record.IsZero() {
				row.Ref = f.Record.String()
			}
			out.Findings = append(out.Findings, row)
		}
		for _, s := range outcome.Stats {
			out.Tests = append(out.Tests, query.Test{Rule: s.Rule.ID, Holds: s.Count.Yes, Broken: s.Count.No, Open: s.Count.CannotTell})
		}
		return out, nil
	}
}

// writeRows writes an answer, and says so where it was cut.
func (a *app) writeRows(res *query.Result, format string, f queryFlags) error {
	if err := a.writeAnswer(res, format, f); err != nil {
		return err
	}
	if res.Cut {
		n := text.Int(len(res.Rows), a.lang)
		a.complain(a.pick("bara de första "+n+" raderna visas; --limit 0 visar alla", "only the first "+n+" rows are shown; --limit 0 shows all"))
	}
	return nil
}

func (a *app) writeAnswer(res *query.Result, format string, f queryFlags) error {
	if format == "json" {
		return render.RowsJSON(a.out(), res)
	}
	t := render.RowsTable(res, a.lang)
	r := &report.Report{Name: "query", Title: a.pick("Svar", "Answer"), Parts: []report.Part{{ID: "rows", Table: t}}}
	switch format {
	case "csv":
		return render.TableCSV{Excel: f.excel, Lang: a.lang}.Write(a.out(), t)
	case "markdown", "html", "xlsx":
		return a.writeReport(r, format, reportFlags{}, render.Seen{})
	}
	if len(res.Rows) == 0 {
		_, err := fmt.Fprintln(a.out(), a.pick("Inga rader.", "No rows."))
		return err
	}
	return render.ReportDoc(r, a.lang).Sections[0].Table.Write(a.out(), a.width(), a.style())
}
