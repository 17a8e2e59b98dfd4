package render

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

// ReportXLSX writes a report as a workbook: a first sheet with what the report
// is about and what its figures rest on, and a sheet for each table, with a
// header that stays and can be filtered by. Numbers, shares and exact dates are
// what they are to the spreadsheet; all else is text, and nothing is a formula.
// The same report is the same bytes.
func ReportXLSX(w io.Writer, r *report.Report, of Seen, l text.Lang) error {
	f := excelize.NewFile()
	defer f.Close()
	b := &book{File: f, lang: l, taken: map[string]bool{}}
	b.styles()
	about := b.sheet(sheetAbout.In(l))
	b.about(about, r, of)
	for i := range r.Parts {
		b.table(b.sheet(r.Parts[i].Heading), r.Parts[i].Table)
	}
	if b.err == nil {
		b.err = f.DeleteSheet("Sheet1")
	}
	f.SetActiveSheet(0)
	day := of.AsOf.String() + "T00:00:00Z"
	if b.err == nil {
		b.err = f.SetDocProps(&excelize.DocProperties{
			Title: Safe(r.Title), Creator: "vis", LastModifiedBy: "vis", Created: day, Modified: day, Language: string(l),
		})
	}
	if b.err != nil {
		return fmt.Errorf("render: a workbook: %w", b.err)
	}
	return f.Write(w)
}

var sheetAbout = text.Both{Sv: "Om rapporten", En: "About"}

// book is a workbook that is being written. The first error stays.
type book struct {
	*excelize.File
	lang                              text.Lang
	taken                             map[string]bool // names of sheets, in lower case
	header, wrap, date, percent, bold int
	err                               error
}

func (b *book) styles() {
	day, percent := "yyyy-mm-dd", "0.0%"
	style := func(s *excelize.Style) int {
		id, err := b.NewStyle(s)
		b.keep(err)
		return id
	}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	b.header = style(&excelize.Style{
		Font: &excelize.Font{Bold: true, Color: "FFFFFF"}, Alignment: top,
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F4E79"}},
	})
	b.wrap = style(&excelize.Style{Alignment: top})
	b.date = style(&excelize.Style{Alignment: top, CustomNumFmt: &day})
	b.percent = style(&excelize.Style{Alignment: top, CustomNumFmt: &percent})
	b.bold = style(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: top})
}

func (b *book) keep(err error) {
	if b.err == nil {
		b.err = err
	}
}

// sheet begins a sheet. Its name has at most 31 characters, none of those that
// Excel forbids, and differs from the others in more than case.
func (b *book) sheet(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return ' '
		}
		return r
	}, Safe(name))
	base := cut(strings.TrimSpace(name), 31)
	if base == "" {
		base = "-"
	}
	name = base
	for n := 2; b.taken[strings.ToLower(name)]; n++ {
		tail := fmt.Sprintf(" %d", n)
		name = cut(base, 31-len(tail)) + tail
	}
	b.taken[strings.ToLower(name)] = true
	_, err := b.NewSheet(name)
	b.keep(err)
	return name
}

func cut(s string, most int) string {
	for utf8.RuneCountInString(s) > most {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return strings.TrimSpace(s)
}

func (b *book) set(sheet string, column, row int, value any, style int) {
	cell, err := excelize.CoordinatesToCellName(column, row)
	b.keep(err)
	switch v := value.(type) {
	case string:
		b.keep(b.SetCellStr(sheet, cell, Safe(v)))
	default:
		b.keep(b.SetCellValue(sheet, cell, v))
	}
	b.keep(b.SetCellStyle(sheet, cell, cell, style))
}

// about writes the first sheet.
func (b *book) about(sheet string, r *report.Report, of Seen) {
	row := 1
	line := func(label, s string) {
		b.set(sheet, 1, row, label, b.bold)
		b.set(sheet, 2, row, s, b.wrap)
		row++
	}
	line(r.Title, "")
	line(aboutRegistry.In(b.lang), of.Registry)
	line(aboutDay.In(b.lang), of.AsOf.String())
	if of.Rev != "" {
		line(aboutRev.In(b.lang), of.Rev)
	}
	for _, s := range r.Lead {
		line("", s)
	}
	for i := range r.Parts {
		p := &r.Parts[i]
		line(p.Heading, strings.Join(p.Lead, " "))
		if p.Basis != nil {
			line("", basisOf(p.Basis, b.lang))
		}
	}
	b.keep(b.SetColWidth(sheet, "A", "A", 34))
	b.keep(b.SetColWidth(sheet, "B", "B", 90))
}

var (
	aboutRegistry = text.Both{Sv: "Register", En: "Registry"}
	aboutDay      = text.Both{Sv: "Per", En: "As of"}
	aboutRev      = text.Both{Sv: "Version i git", En: "Revision in git"}
)

func (b *book) table(sheet string, t *report.Table) {
	doubtful := anyDoubt(t)
	columns := len(t.Columns)
	for i, c := range t.Columns {
		b.set(sheet, i+1, 1, c.Label, b.header)
	}
	if doubtful {
		columns++
		b.set(sheet, columns, 1, TableCSV{Excel: true, Lang: b.lang}.doubtLabel(), b.header)
	}
	for n, row := range t.Rows {
		b.row(sheet, n+2, t, row, b.wrap)
	}
	if t.Total != nil {
		b.row(sheet, len(t.Rows)+2, t, t.Total, b.bold)
	}
	b.widths(sheet, t)
	last, err := excelize.CoordinatesToCellName(max(columns, 1), len(t.Rows)+1)
	b.keep(err)
	b.keep(b.AutoFilter(sheet, "A1:"+last, nil))
	b.keep(b.SetPanes(sheet, &excelize.Panes{
		Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}},
	}))
}

func (b *book) row(sheet string, n int, t *report.Table, row []report.Cell, style int) {
	var doubts []string
	for i, c := range row {
		if c.Doubt {
			doubts = append(doubts, t.Columns[i].Label)
		}
		switch v := c.Value.(type) {
		case float64:
			if t.Columns[i].Holds == report.Shares {
				b.set(sheet, i+1, n, v, b.percent)
			} else {
				b.set(sheet, i+1, n, v, style)
			}
			continue
		case edtf.Date:
			if v.IsExact() {
				year, month, day := v.Latest().Civil()
				b.set(sheet, i+1, n, time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC), b.date)
				continue
			}
		}
		b.set(sheet, i+1, n, c.Text, style)
	}
	if len(doubts) > 0 {
		b.set(sheet, len(t.Columns)+1, n, strings.Join(doubts, ", "), style)
	}
}

// widths makes columns as wide as what they hold, within reason.
func (b *book) widths(sheet string, t *report.Table) {
	for i, c := range t.Columns {
		wide := columns(Safe(c.Label)) + 3
		for _, row := range t.Rows {
			wide = max(wide, columns(Safe(row[i].Text))+1)
		}
		name, err := excelize.ColumnNumberToName(i + 1)
		b.keep(err)
		b.keep(b.SetColWidth(sheet, name, name, float64(min(max(wide, 8), 60))))
	}
}
