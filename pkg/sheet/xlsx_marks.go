package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// marks are what the library's rows do not tell: of what kind each cell is, what
// is computed, hidden or merged, and whether the sheet ends where it should. Its
// other functions tell that, but build the whole sheet with all its empty cells
// first: gigabytes for a file of some kilobytes.
type marks struct {
	cells  map[int][]mark // those that hold something, by the number of the row
	hidden map[int]bool   // rows
	merged []area

	row, column int // that are being read
	within      bool
	now         mark
}

// mark is of one cell.
type mark struct {
	kind    kind
	formula bool
	style   int32
}

// kind is what a cell says that it holds.
type kind uint8

const (
	isNumber kind = iota
	isText
	isTruth
	isError
)

var kinds = map[string]kind{"s": isText, "inlineStr": isText, "str": isText, "d": isText, "b": isTruth, "e": isError}

// mark reads the marks of a sheet. It refuses one that breaks off, or that has its
// rows or cells in another order than they are shown in: the library passes over
// the rest of the one, and lets cells of the other stand in the wrong place.
func (w *workbook) mark(data []byte) (*marks, error) {
	m := &marks{cells: map[int][]mark{}, hidden: map[int]bool{}}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = w.CharsetReader
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return m, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			err = m.begin(t, w.texts)
		case xml.EndElement:
			m.within = m.within && t.Name.Local != "c"
		case xml.CharData:
			if len(t) > longestEscaped {
				err = &FileError{m.row, tooManyParts}
			}
		}
		if err != nil {
			return nil, err
		}
	}
}

var errDisorder = errors.New("sheet: rows or cells are not in order")

func (m *marks) begin(e xml.StartElement, texts bool) error {
	switch e.Name.Local {
	case "row":
		number, err := strconv.Atoi(attr(e, "r", strconv.Itoa(m.row+1)))
		if err != nil || number <= m.row || number > excelize.TotalRows {
			return errDisorder
		}
		m.row, m.column = number, 0
		if hidden := attr(e, "hidden", "0"); hidden == "1" || hidden == "true" {
			m.hidden[number] = true
		}
	case "c":
		before := m.column
		m.column++
		if name := attr(e, "r", ""); name != "" {
			var err error
			if m.column, _, err = excelize.CellNameToCoordinates(name); err != nil {
				return err
			}
		}
		style, err := strconv.ParseInt(attr(e, "s", "0"), 10, 32)
		if err != nil || m.column <= before {
			return errDisorder
		}
		said := attr(e, "t", "n")
		if said == "s" && !texts {
			return errors.New("sheet: the texts are not where the library looks for them")
		}
		m.within, m.now = true, mark{kind: kinds[said], style: int32(style)}
	case "v", "is", "f":
		if !m.within || m.column > mostColumns {
			return nil // the row is refused when it is seen to hold something there
		}
		m.now.formula = m.now.formula || e.Name.Local == "f"
		for len(m.cells[m.row]) < m.column {
			m.cells[m.row] = append(m.cells[m.row], mark{})
		}
		m.cells[m.row][m.column-1] = m.now
	case "mergeCell":
		const most = 5_000
		a, ok := areaOf(attr(e, "ref", ""))
		switch {
		case !ok:
		case len(m.merged) == most:
			return &FileError{Why: tooManyParts}
		default:
			m.merged = append(m.merged, a)
		}
	}
	return nil
}

// attr is an attribute of an element, or what it is where that is not there.
func attr(e xml.StartElement, name, otherwise string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return otherwise
}
