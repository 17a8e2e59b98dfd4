package sheet

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// sheet reads the rows of a sheet.
func (w *workbook) sheet(s *Sheet, name string) error {
	r := rowReader{workbook: w, sheet: s}
	if err := w.walk(name, r.begin, r.end); err != nil {
		return err
	}
	slices.SortStableFunc(s.Rows, func(a, b Row) int { return cmp.Compare(a.Number, b.Number) })
	for _, m := range r.merged {
		s.fill(m)
	}
	return nil
}

// rowReader gathers the rows of a sheet.
type rowReader struct {
	*workbook
	sheet  *Sheet
	merged []area

	row     Row
	column  int // of the cell, from 0
	kind    string
	style   int
	value   string
	formula bool
	inside  strings.Builder // a text that stands in the sheet itself
	spoken  bool
}

func (r *rowReader) begin(e element) error {
	switch e.name {
	case "row":
		number := r.row.Number + 1
		if n, err := strconv.Atoi(e.attr("r")); err == nil && n > 0 {
			number = n
		}
		r.row, r.column = Row{Number: number, Hidden: on(e.attr("hidden"))}, -1
	case "c":
		r.column++
		if col, _, ok := reference(e.attr("r")); ok {
			r.column = col
		}
		r.kind, r.value, r.formula = e.attr("t"), "", false
		r.style, _ = strconv.Atoi(e.attr("s"))
		r.inside.Reset()
	case "f":
		r.formula = true
	case "rPh":
		r.spoken = true
	case "mergeCell":
		return r.merge(e.attr("ref"))
	}
	return nil
}

func (r *rowReader) end(name, chars string) error {
	switch name {
	case "v":
		r.value = chars
	case "t":
		if !r.spoken {
			r.inside.WriteString(chars)
		}
	case "rPh":
		r.spoken = false
	case "c":
		c := r.cell()
		switch {
		case c == (Cell{}):
			return nil
		case r.column >= mostColumns:
			return &FileError{r.row.Number, tooWide}
		case r.column >= len(r.row.Cells):
			r.row.Cells = append(r.row.Cells, make([]Cell, r.column+1-len(r.row.Cells))...)
		}
		r.row.Cells[r.column] = c
	case "row":
		return r.sheet.add(r.row)
	}
	return nil
}

// cell is what the cell that ends here holds.
func (r *rowReader) cell() Cell {
	c := Cell{}
	switch r.kind {
	case "s":
		if n, err := strconv.Atoi(r.value); err == nil && n >= 0 && n < len(r.strings) {
			c = cell(unescape(r.strings[n]))
		}
	case "inlineStr":
		c = cell(unescape(r.inside.String()))
	case "str", "d":
		c = cell(unescape(r.value))
	case "b":
		c = Cell{Text: map[bool]string{true: "ja", false: "nej"}[r.value == "1"]}
	case "e":
		c = Cell{Text: r.value, Fault: Error}
	default:
		c = r.number()
	}
	if r.formula {
		c.Fault = Formula
	}
	return c
}

// number is a number as it is shown: a date, a time, or itself.
func (r *rowReader) number() Cell {
	if r.value == "" {
		return Cell{}
	}
	f, err := strconv.ParseFloat(r.value, 64)
	if err != nil {
		return Cell{Text: r.value, Fault: Error}
	}
	format := numberFormat{}
	if r.style >= 0 && r.style < len(r.styles) {
		format = r.styles[r.style]
	}
	return Cell{Text: format.write(f, r.days)}
}

// escaped is how a character that XML cannot hold is written.
var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escaped.ReplaceAllStringFunc(s, func(m string) string {
		n, _ := strconv.ParseUint(m[2:6], 16, 16)
		return string(rune(n))
	})
}

// area is a column of merged cells: the first one holds what all show.
type area struct{ column, first, last int }

// merge takes a stretch of merged cells. What is merged sideways is a heading,
// and stands in its first column only.
func (r *rowReader) merge(ref string) error {
	const most = 5_000
	from, to, _ := strings.Cut(ref, ":")
	column, first, ok := reference(from)
	_, last, ok2 := reference(to)
	switch {
	case !ok || !ok2 || last <= first:
		return nil
	case len(r.merged) == most:
		return &FileError{Why: tooManyParts}
	}
	r.merged = append(r.merged, area{column, first, last})
	return nil
}

// fill gives all rows of merged cells what the first one holds.
func (s *Sheet) fill(m area) {
	at, ok := slices.BinarySearchFunc(s.Rows, m.first, func(r Row, n int) int { return cmp.Compare(r.Number, n) })
	if !ok || m.column >= len(s.Rows[at].Cells) {
		return
	}
	value := s.Rows[at].Cells[m.column]
	for i := at + 1; i < len(s.Rows) && s.Rows[i].Number <= m.last; i++ {
		row := &s.Rows[i]
		for len(row.Cells) <= m.column {
			row.Cells = append(row.Cells, Cell{})
		}
		row.Cells[m.column] = value
	}
}

// reference reads a cell's name, such as B12: its column from 0, its row from 1.
func reference(s string) (column, row int, ok bool) {
	s = strings.ReplaceAll(s, "$", "")
	letters := strings.TrimRight(s, "0123456789")
	if letters == "" || len(letters) > 3 {
		return 0, 0, false
	}
	for _, l := range letters {
		if l < 'A' || l > 'Z' {
			return 0, 0, false
		}
		column = column*26 + int(l-'A') + 1
	}
	row, err := strconv.Atoi(s[len(letters):])
	return column - 1, row, err == nil && row > 0
}
