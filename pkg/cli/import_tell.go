package cli

import (
	"fmt"
	"slices"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// The words that tell of an import.
var (
	importTitle    = text.Both{Sv: "Vad {file} skulle ändra i registret", En: "What {file} would change in the registry"}
	importCSV      = text.Both{Sv: "{file}: csv, {encoding}, {comma} mellan kolumnerna; rubriker på rad {row}", En: "{file}: csv, {encoding}, {comma} between columns; headings in row {row}"}
	importXLSX     = text.Both{Sv: "{file}, bladet {sheet}: rubriker på rad {row}", En: "{file}, the sheet {sheet}: headings in row {row}"}
	importHidden   = text.Both{Sv: "; {n|en dold rad|# dolda rader} är med", En: "; {n|one hidden row is|# hidden rows are} included"}
	importColumns  = text.Both{Sv: "Kolumner", En: "Columns"}
	importLeftOut  = text.Both{Sv: "utelämnas", En: "left out"}
	importUnsure   = text.Both{Sv: "Osäkra namn; --accept-near tar dem för dem som föreslås", En: "Uncertain names; --accept-near takes them for those suggested"}
	importTaken    = text.Both{Sv: "Tagna som", En: "Taken as"}
	importRefused  = text.Both{Sv: "Kan inte tas in", En: "Cannot be taken"}
	importFresh    = text.Both{Sv: "Nya fynd i registret", En: "New findings in the registry"}
	importTotal    = text.Both{Sv: "Sammanlagt", En: "In all"}
	importCount    = text.Both{Sv: "{rows|En rad|# rader}: {new|en ny|# nya}, {already} finns redan, {held} kan inte tas in", En: "{rows|One row|# rows}: {new} new, {already} there already, {held} that cannot be taken"}
	importToMend   = text.Both{Sv: "{n|En sak|# saker} i filen eller anropet behöver rättas", En: "{n|One thing|# things} in the file or the call {n|needs|need} mending"}
	importNothing  = text.Both{Sv: "Ingenting ändras", En: "Nothing changes"}
	importWould    = text.Both{Sv: "{n|En fil|# filer} skulle skrivas; --write skriver", En: "{n|One file|# files} would be written; --write writes"}
	importBlocked  = text.Both{Sv: "{n|En fil|# filer} skulle skrivas, när det som hindrar är rättat", En: "{n|One file|# files} would be written, once what prevents it is mended"}
	importWritten  = text.Both{Sv: "{n|En fil|# filer} skrevs", En: "{n|One file was|# files were} written"}
	importNoSource = text.Both{Sv: "{n|En rad|# rader} saknar källa; ange den med --source innan något skrivs", En: "{n|One row lacks|# rows lack} a source; give it with --source before anything is written"}
)

// commaWords are the words for what parts the cells of csv.
var commaWords = map[rune]text.Both{
	';': {Sv: "semikolon", En: "semicolon"}, ',': {Sv: "komma", En: "comma"}, '\t': {Sv: "tabb", En: "tab"}, '|': {Sv: "lodstreck", En: "bar"},
}

// importSigns are the marks of findings.
var importSigns = map[rule.Severity]render.Sign{rule.Error: render.Fault, rule.Warning: render.Alert}

// tellImport writes what an import would do, or has done.
func (a *app) tellImport(o *opened, i *importing, format string, written, held bool) error {
	if format == "json" {
		return render.JSON(a.out(), a.importJSON(o, i, written))
	}
	doc := a.importDoc(o, i, written, held)
	switch format {
	case "markdown":
		return render.DocMarkdown{}.Write(a.out(), doc)
	case "html":
		doc.Title = importTitle.Say(a.lang, text.Args{"file": i.file})
		return render.DocHTML{Lang: a.lang}.Write(a.out(), doc)
	}
	return render.DocText{Style: a.style(), Width: a.width()}.Write(a.out(), doc)
}

func (a *app) importDoc(o *opened, i *importing, written, held bool) render.Doc {
	d := render.Doc{}
	several := len(i.out.Sheets) > 1
	for _, s := range i.out.Sheets {
		heading := importColumns.In(a.lang)
		if several {
			heading += ": " + s.Name
		}
		d.Lead = append(d.Lead, render.Words(render.Bullet, a.sheetWords(i, s)))
		d.Sections = append(d.Sections, a.columnSection(heading, s))
	}
	if i.diff != nil {
		d.Sections = append(d.Sections, render.DiffSections(i.diff.Tell(a.lang), a.lang)...)
	}
	var unsure, refused []edit.Refused
	for _, r := range i.out.Refused {
		if r.Slip {
			unsure = append(unsure, r)
		} else {
			refused = append(refused, r)
		}
	}
	d.Sections = append(d.Sections, a.takenSection(i.out.Taken)...)
	d.Sections = append(d.Sections, a.refusedSection(importUnsure, unsure)...)
	d.Sections = append(d.Sections, a.refusedSection(importRefused, refused)...)
	if len(i.fresh) > 0 {
		s := render.Section{Heading: importFresh.In(a.lang)}
		for _, f := range i.fresh {
			s.Items = append(s.Items, render.Item{Sign: importSigns[f.Severity], Spans: []render.Span{
				{Text: text.Capital(render.Message(f, a.lang)) + " "}, {As: render.Faint, Text: fmt.Sprintf("[%s] %s:%d", f.Spec.ID, a.shown(o, f.File), f.At.Line)},
			}})
		}
		d.Sections = append(d.Sections, s)
	}
	if !a.flags.quiet {
		d.Sections = append(d.Sections, a.importTotals(i, written, held))
	}
	return d
}

// sheetWords tell how a sheet was read.
func (a *app) sheetWords(i *importing, s edit.ImportedSheet) string {
	args := text.Args{"file": i.file, "sheet": text.Both{Sv: "”" + s.Name + "”", En: "“" + s.Name + "”"}, "row": s.Heading, "encoding": i.book.Encoding, "comma": commaWords[i.book.Comma]}
	says := importXLSX
	if i.book.Comma != 0 {
		says = importCSV
	}
	out := says.Say(a.lang, args)
	if s.Hidden > 0 {
		out += importHidden.Say(a.lang, text.Args{"n": s.Hidden})
	}
	return out + "."
}

func (a *app) columnSection(heading string, s edit.ImportedSheet) render.Section {
	t := &render.Table{Header: []string{a.pick("Rubrik", "Heading"), a.pick("Tas som", "Taken as")}}
	for _, c := range s.Columns {
		as := importLeftOut.In(a.lang)
		if c.Key != "" {
			as = c.Says.In(a.lang) + " (" + c.Key + ")"
		}
		t.Rows = append(t.Rows, []string{c.Heading, as})
	}
	return render.Section{Heading: heading, Table: t}
}

// takenSection lists what was taken for what it is nearly the same as.
func (a *app) takenSection(taken []edit.Taken) []render.Section {
	var cells []cellTold
	for _, t := range taken {
		what := t.For.In(a.lang)
		if what != t.ID {
			what += " (" + t.ID + ")"
		}
		cells = append(cells, cellTold{t.Sheet, t.Row, t.Column, t.Value, what})
	}
	return a.cellSection(importTaken, text.Both{Sv: "Tas som", En: "Taken as"}, cells)
}

// refusedSection lists what cannot be taken.
func (a *app) refusedSection(heading text.Both, refused []edit.Refused) []render.Section {
	var cells []cellTold
	for _, r := range refused {
		cells = append(cells, cellTold{r.Sheet, r.Row, r.Column, r.Value, r.Why.In(a.lang)})
	}
	return a.cellSection(heading, text.Both{Sv: "Skäl", En: "Reason"}, cells)
}

// cellTold is a cell, and what is to be said of it.
type cellTold struct {
	sheet       string
	row         int // 0 for the whole file
	column      text.Both
	value, says string
}

// cellSection lists cells, with what is said of each in a column of its own. The
// sheets are named where they have names.
func (a *app) cellSection(heading, says text.Both, cells []cellTold) []render.Section {
	if len(cells) == 0 {
		return nil
	}
	sheets := slices.ContainsFunc(cells, func(c cellTold) bool { return c.sheet != "" })
	t := &render.Table{Header: []string{a.pick("Rad", "Row"), a.pick("Kolumn", "Column"), a.pick("Värde", "Value"), says.In(a.lang)}}
	if sheets {
		t.Header = append([]string{a.pick("Blad", "Sheet")}, t.Header...)
	}
	for _, c := range cells {
		row := []string{"", c.column.In(a.lang), c.value, c.says}
		if c.row > 0 {
			row[0] = fmt.Sprint(c.row)
		}
		if sheets {
			row = append([]string{c.sheet}, row...)
		}
		t.Rows = append(t.Rows, row)
	}
	return []render.Section{{Heading: heading.In(a.lang), Table: t}}
}

func (a *app) importTotals(i *importing, written, held bool) render.Section {
	s := render.Section{Heading: importTotal.In(a.lang)}
	add := func(b text.Both, args text.Args) {
		s.Items = append(s.Items, render.Words(render.Bullet, b.Say(a.lang, args)+"."))
	}
	add(importCount, text.Args{"rows": i.out.Rows, "new": i.out.New(), "already": i.out.Already, "held": i.out.Held})
	if n := i.wrong(); n > 0 {
		add(importToMend, text.Args{"n": n})
	}
	files := text.Args{"n": len(i.out.Changes)}
	switch {
	case len(i.out.Changes) == 0:
		add(importNothing, nil)
	case written:
		add(importWritten, files)
	case held:
		add(importBlocked, files)
	default:
		add(importWould, files)
	}
	if i.out.Unsourced > 0 && !written {
		add(importNoSource, text.Args{"n": i.out.Unsourced})
	}
	return s
}

// importedJSON is an import in JSON. It is the same in every language but for the
// reasons and messages.
type importedJSON struct {
	Schema   int               `json:"schema"`
	AsOf     string            `json:"as_of"`
	File     string            `json:"file"`
	Written  bool              `json:"written"`
	Rows     importedRows      `json:"rows"`
	Sheets   []importedSheet   `json:"sheets"`
	Files    []importedFile    `json:"files"`
	Taken    []importedTaken   `json:"taken"`
	Refused  []importedRefusal `json:"refused"`
	Findings []importedFinding `json:"findings"`
}

type importedRows struct {
	All       int `json:"all"`
	New       int `json:"new"`
	Already   int `json:"already"`
	Refused   int `json:"refused"`
	Unsourced int `json:"unsourced"`
}

type importedSheet struct {
	Name       string           `json:"name"`
	Heading    int              `json:"heading_row"`
	HiddenRows int              `json:"hidden_rows"`
	Columns    []importedColumn `json:"columns"`
}

type importedColumn struct {
	Heading   string  `json:"heading"`
	Attribute *string `json:"attribute"` // null for one that is left out
}

type importedFile struct {
	File string `json:"file"`
	New  bool   `json:"new"`
}

// importedTaken is something that was taken for what it is nearly the same as.
type importedTaken struct {
	Sheet  string `json:"sheet,omitempty"`
	Row    int    `json:"row"`
	Column string `json:"column"`
	Value  string `json:"value"`
	For    string `json:"for"`
}

type importedRefusal struct {
	Sheet  string `json:"sheet,omitempty"`
	Row    int    `json:"row,omitempty"`
	Column string `json:"column,omitempty"`
	Value  string `json:"value,omitempty"`
	Reason string `json:"reason"`
	Near   string `json:"near,omitempty"`
}

type importedFinding struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

func (a *app) importJSON(o *opened, i *importing, written bool) importedJSON {
	out := importedJSON{
		Schema: 1, AsOf: o.view.Day.String(), File: i.file, Written: written,
		Rows:   importedRows{i.out.Rows, i.out.New(), i.out.Already, i.out.Held, i.out.Unsourced},
		Sheets: []importedSheet{}, Files: []importedFile{}, Taken: []importedTaken{}, Refused: []importedRefusal{}, Findings: []importedFinding{},
	}
	for _, s := range i.out.Sheets {
		told := importedSheet{Name: s.Name, Heading: s.Heading, HiddenRows: s.Hidden, Columns: []importedColumn{}}
		for _, c := range s.Columns {
			column := importedColumn{Heading: c.Heading}
			if c.Key != "" {
				column.Attribute = &c.Key
			}
			told.Columns = append(told.Columns, column)
		}
		out.Sheets = append(out.Sheets, told)
	}
	for _, c := range i.out.Changes {
		out.Files = append(out.Files, importedFile{a.shown(o, c.Path), c.Before == nil})
	}
	for _, t := range i.out.Taken {
		out.Taken = append(out.Taken, importedTaken{t.Sheet, t.Row, t.Column.In(a.lang), t.Value, t.ID})
	}
	for _, r := range i.out.Refused {
		out.Refused = append(out.Refused, importedRefusal{r.Sheet, r.Row, r.Column.In(a.lang), r.Value, r.Why.In(a.lang), r.Near})
	}
	for _, f := range i.fresh {
		out.Findings = append(out.Findings, importedFinding{f.Spec.ID, f.Severity.String(), render.Message(f, a.lang), a.shown(o, f.File), f.At.Line})
	}
	return out
}
