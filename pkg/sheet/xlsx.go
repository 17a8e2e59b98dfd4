package sheet

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/vis-samverkan/vis/pkg/text"
)

var (
	notAWorkbook = text.Both{Sv: "filen är ingen arbetsbok som kan läsas; öppna den och spara den på nytt som xlsx", En: "the file is no workbook that can be read; open it and save it again as xlsx"}
	tooManyParts = text.Both{Sv: "arbetsboken har för många blad eller texter, eller en text som är för lång; dela upp den", En: "the workbook has too many sheets or texts, or a text that is too long; split it"}
	badSheetName = text.Both{
		Sv: `ett blads namn är tomt eller längre än 31 tecken, har något av : \ / ? * [ ] i sig, eller börjar eller slutar med '; byt namn på bladet`,
		En: `the name of a sheet is empty or has more than 31 characters, has one of : \ / ? * [ ] in it, or begins or ends with '; rename the sheet`,
	}
)

// readXLSX reads the sheets of a workbook. The library gives the values; what it
// does not tell of the cells is in marks. What it says of a file that it cannot
// read is of no help to the one who has it, and some of those make it panic.
func readXLSX(data []byte) (b *Book, err error) {
	defer func() {
		var ours *FileError
		if panicked := recover(); panicked != nil || err != nil && !errors.As(err, &ours) {
			b, err = nil, &FileError{Why: notAWorkbook}
		}
	}()
	if err := checkArchive(data); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true,
		// As much for each part as for all of them: above the limit of a part, the
		// library writes it to a file. Above that of all it refuses the workbook.
		UnzipSizeLimit: mostUnpacked, UnzipXMLSizeLimit: mostUnpacked,
	})
	if err != nil {
		return nil, err
	}
	defer func() { err = cmp.Or(err, f.Close()) }()
	w := &workbook{File: f}
	_, w.texts = f.Pkg.Load("xl/sharedStrings.xml")
	if w.parts, err = w.sheetParts(); err != nil {
		return nil, err
	}
	w.readFormats()
	b = &Book{Sheets: make([]Sheet, len(w.parts))}
	for i := range b.Sheets {
		if err := w.read(&b.Sheets[i], i); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// workbook is an xlsx that is being read.
type workbook struct {
	*excelize.File
	parts   []string // where each sheet is in the archive
	formats []numberFormat
	texts   bool // it has texts that cells refer to
	from04  bool // its days are counted from 1904
}

// read reads a sheet of the workbook.
func (w *workbook) read(s *Sheet, at int) error {
	is := w.WorkBook.Sheets.Sheet[at]
	s.Name, s.Hidden = is.Name, is.State == "hidden" || is.State == "veryHidden"
	data, ok := w.Pkg.Load(w.parts[at])
	if !ok {
		return nil // a workbook may name a sheet that it does not have
	}
	m, err := w.mark(data.([]byte))
	if err != nil {
		return err
	}
	rows, err := w.Rows(s.Name)
	if err != nil {
		return &FileError{Why: badSheetName}
	}
	for number := 1; rows.Next(); number++ {
		values, err := rows.Columns()
		switch {
		case err != nil:
			return err
		case len(values) > mostColumns:
			return &FileError{number, tooWide}
		case len(values) == 0:
			continue
		}
		row := Row{Number: number, Hidden: m.hidden[number], Cells: make([]Cell, len(values))}
		for i, value := range values {
			if i < len(m.cells[number]) {
				row.Cells[i] = w.cell(value, m.cells[number][i])
			}
		}
		if err := s.add(row); err != nil {
			return err
		}
	}
	for _, area := range m.merged {
		s.fill(area)
	}
	return rows.Close()
}

// cell is what a cell holds.
func (w *workbook) cell(value string, is mark) Cell {
	c := Cell{}
	switch is.kind {
	case isTruth:
		c.Text = map[bool]string{true: "ja", false: "nej"}[value == "1"]
	case isError:
		c = Cell{Text: value, Fault: Error}
	case isText:
		c = cell(value)
	default:
		c = w.number(value, is.style)
	}
	if is.formula {
		c.Fault = Formula
	}
	return c
}

// number is a number as it is shown: a date, a time, or itself.
func (w *workbook) number(value string, style int32) Cell {
	if value == "" {
		return Cell{}
	}
	f, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return Cell{Text: value, Fault: Error}
	}
	format := numberFormat{}
	if style >= 0 && int(style) < len(w.formats) {
		format = w.formats[style]
	}
	return Cell{Text: format.write(f, w.from04)}
}

// area is a column of merged cells: the first one holds what all show. What is
// merged sideways is a heading, and stands in its first column only.
type area struct{ column, first, last int }

// areaOf reads a stretch of merged cells. It is not ok where that is none, or all
// in one row.
func areaOf(ref string) (a area, ok bool) {
	from, to, _ := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	column, first, err := excelize.CellNameToCoordinates(from)
	_, last, err2 := excelize.CellNameToCoordinates(to)
	return area{column - 1, first, last}, err == nil && err2 == nil && last > first
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
