package render

import (
	"encoding/csv"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

// TableCSV writes a table as RFC 4180 has it, for programs: the keys of the
// columns, references with the names of their records beside them, dates and
// numbers as they are written in a registry, and last the keys of the columns
// whose cells the sources do not settle. A sum is no row.
//
// A text that a spreadsheet would take for a formula begins with an apostrophe.
type TableCSV struct {
	// Excel writes what a Swedish Excel opens as it is: labels, semicolons, a
	// decimal comma and a byte order mark; in English, commas and a decimal point.
	Excel bool
	Lang  text.Lang
}

// Write writes the table.
func (f TableCSV) Write(w io.Writer, t *report.Table) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if f.Excel {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
		if f.Lang == text.Swedish {
			out.Comma = ';'
		}
	}
	doubtful := anyDoubt(t)
	if err := out.Write(f.header(t, doubtful)); err != nil {
		return err
	}
	rows := t.Rows
	if f.Excel && t.Total != nil {
		rows = append(slices.Clip(rows), t.Total)
	}
	for _, row := range rows {
		if err := out.Write(f.row(t, row, doubtful)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func (f TableCSV) header(t *report.Table, doubtful bool) []string {
	var out []string
	for _, c := range t.Columns {
		switch {
		case f.Excel:
			out = append(out, inert(c.Label))
		case c.Holds == report.Records:
			out = append(out, c.Key, c.Key+"_name")
		default:
			out = append(out, c.Key)
		}
	}
	if doubtful {
		out = append(out, f.doubtLabel())
	}
	return out
}

func (f TableCSV) row(t *report.Table, row []report.Cell, doubtful bool) []string {
	var out, doubts []string
	for i, c := range t.Columns {
		cell := row[i]
		switch {
		case f.Excel:
			out = append(out, f.local(cell))
		case c.Holds == report.Records:
			out = append(out, cell.Ref.String(), inert(cell.Text))
		default:
			out = append(out, machine(cell))
		}
		if cell.Doubt {
			doubts = append(doubts, map[bool]string{true: c.Label, false: c.Key}[f.Excel])
		}
	}
	if doubtful {
		out = append(out, inert(strings.Join(doubts, ", ")))
	}
	return out
}

// doubtLabel heads the column that lists what is not settled.
func (f TableCSV) doubtLabel() string {
	if f.Excel {
		return text.Both{Sv: "Inte säkert", En: "Not certain"}.In(f.Lang)
	}
	return "uncertain"
}

// local is a cell as a spreadsheet in the reader's language reads it.
func (f TableCSV) local(c report.Cell) string {
	switch v := c.Value.(type) {
	case float64:
		s := strconv.FormatFloat(math.Round(v*1e4)/1e4, 'f', -1, 64)
		if f.Lang == text.Swedish {
			s = strings.Replace(s, ".", ",", 1)
		}
		return s
	case edtf.Date:
		if v.IsExact() {
			return v.Latest().String()
		}
	}
	return inert(c.Text)
}

// machine is a cell for a program; what cannot be told is empty.
func machine(c report.Cell) string {
	switch v := c.Value.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case report.Bounds:
		if math.IsInf(v.Max, 1) {
			return strconv.FormatFloat(v.Min, 'f', -1, 64) + ".."
		}
		return strconv.FormatFloat(v.Min, 'f', -1, 64) + ".." + strconv.FormatFloat(v.Max, 'f', -1, 64)
	case edtf.Date:
		return v.Canonical()
	case bool:
		return strconv.FormatBool(v)
	case string:
		return inert(v)
	}
	return inert(c.Text)
}

// inert keeps a text from being taken for a formula.
func inert(s string) string {
	s = Safe(s)
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) && s != "-" && s != "–" {
		return "'" + s
	}
	return s
}

func anyDoubt(t *report.Table) bool {
	return slices.ContainsFunc(t.Rows, func(row []report.Cell) bool {
		return slices.ContainsFunc(row, func(c report.Cell) bool { return c.Doubt })
	})
}
