package cli

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/export"
	"github.com/vis-samverkan/vis/pkg/query"
	"github.com/vis-samverkan/vis/pkg/text"
)

// exports are the formats of a registry as a whole.
var exports = []exportFormat{
	{name: "json", records: export.JSON},
	{name: "jsonl", records: export.JSONL},
	{name: "popolo", records: export.Popolo},
	{name: "sqlite", binary: true},
	{name: "csv", table: export.CSV},
	{name: "parquet", table: export.Parquet},
}

// exportFormat is a format: one document of records, a folder with a file for
// each table, or the database itself.
type exportFormat struct {
	name    string
	binary  bool
	records func(io.Writer, export.Origin) error
	table   func(context.Context, io.Writer, *query.DB, *query.Table) error
}

func exportNames() []string {
	var names []string
	for _, f := range exports {
		names = append(names, f.name)
	}
	return names
}

func (a *app) exportCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   a.pick("export FORMAT", "export FORMAT"),
		Short: a.pick("Skriver ut hela registret för andra program", "Writes the whole registry for other programs"),
		Long: a.pick(`Skriver ut hela registret, även det som inte längre gäller, för andra program. Läge och
andra slutsatser är per vald dag. FORMAT är något av

  json      ett dokument med alla poster i den form som ”vis schema SLAG” beskriver
  jsonl     samma poster, en på varje rad
  popolo    personer, organisationer, platser, uppdrag och möten enligt Popolo; allt annat
            under vis
  sqlite    en databas, med tabellerna som ”vis query --schema” beskriver
  csv       samma tabeller, en fil för varje i en mapp
  parquet   samma tabeller, med datatyper, en fil för varje i en mapp

Ange fil eller mapp med -o. Filer med samma namn ersätts och andra lämnas. Text som ett
kalkylprogram skulle ta för en formel börjar i csv med en apostrof.`,
			`Writes the whole registry, also what holds no longer, for other programs. Statuses and
other conclusions are as of the chosen day. FORMAT is one of

  json      a document with all records in the form that “vis schema KIND” describes
  jsonl     the same records, one on each line
  popolo    persons, organizations, posts, memberships and meetings as Popolo has them;
            everything else under vis
  sqlite    a database, with the tables that “vis query --schema” describes
  csv       the same tables, a file for each in a folder
  parquet   the same tables, with types, a file for each in a folder

Name the file or the folder with -o. Files of the same names are replaced, others left.
In csv a text that a spreadsheet would take for a formula begins with an apostrophe.`),
		Example: a.pick(`  vis export sqlite -o register.db
  vis export csv -o tabeller --as-of 2022-11-07
  vis export jsonl --rev v1 | head`,
			`  vis export sqlite -o registry.db
  vis export csv -o tables --as-of 2022-11-07
  vis export jsonl --rev v1 | head`),
		Args:              a.arguments(1, 1, text.Both{Sv: "ett format", En: "a format"}),
		ValidArgsFunction: once(completeFrom(exportNames)),
		RunE:              func(c *cobra.Command, args []string) error { return a.export(c.Context(), args[0]) },
	}
	return cmd
}

func (a *app) export(ctx context.Context, name string) error {
	at := slices.IndexFunc(exports, func(f exportFormat) bool { return f.name == name })
	if at < 0 {
		return a.unknownName(exportUnknown, name, exportNames())
	}
	f := exports[at]
	switch {
	case a.flags.format != "":
		return a.wrong("formatet anges utan --format: vis export "+name, "the format is named without --format: vis export "+name)
	case f.table != nil && a.flags.output == "":
		return a.wrong("formatet är en mapp med flera filer; ange mappen med -o", "the format is a folder of several files; name the folder with -o")
	case f.binary && a.Terminal && a.flags.output == "":
		return a.wrong("en databas går inte att visa i ett terminalfönster; ange en fil med -o", "a database cannot be shown in a terminal; name a file with -o")
	}
	o, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer o.close()
	if f.records != nil {
		return f.records(a.out(), export.Origin{View: o.view, Rev: a.flags.rev})
	}
	db, err := query.Open(ctx, query.Source{View: o.view, Check: checked(o)})
	if err != nil {
		return err
	}
	defer db.Close()
	if f.table != nil {
		return a.exportTables(ctx, db, f)
	}
	data, err := db.Bytes()
	if err != nil {
		return err
	}
	_, err = a.out().Write(data)
	return err
}

// exportTables writes a file for each table in a folder.
func (a *app) exportTables(ctx context.Context, db *query.DB, f exportFormat) error {
	dir := a.flags.output
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(a.Dir, dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return a.cannotWrite(a.flags.output, err)
	}
	for _, t := range query.Schema() {
		var b bytes.Buffer
		if err := f.table(ctx, &b, db, t); err != nil {
			return err
		}
		name := t.Name + "." + f.name
		if err := replaceFile(filepath.Join(dir, name), b.Bytes()); err != nil {
			return a.cannotWrite(filepath.Join(a.flags.output, name), err)
		}
	}
	return nil
}

var exportUnknown = text.Both{Sv: "det finns inget exportformat som heter {name}", En: "there is no export format called {name}"}
