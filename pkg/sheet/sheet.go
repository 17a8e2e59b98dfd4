// Package sheet reads spreadsheets, csv and xlsx, as rows of plain text. A file
// may come from a stranger: what it may cost is bounded, and no formula is run.
package sheet

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/vis-samverkan/vis/pkg/text"
)

// Book is what a file holds.
type Book struct {
	Encoding text.Both // of csv; nothing for xlsx
	Comma    rune      // what parts the cells of csv
	Sheets   []Sheet
}

// Sheet is one sheet of a book. Csv has one, without a name.
type Sheet struct {
	Name   string
	Hidden bool
	Rows   []Row // those that hold something, in order
}

// Row is one row. Its number is the one that a spreadsheet program shows.
type Row struct {
	Number int
	Hidden bool
	Cells  []Cell
}

// Cell is what a cell shows: a date as 2026-09-17, a time as 13:30, a number
// without separators.
type Cell struct {
	Text  string
	Fault Fault
}

// Fault is why what a cell holds cannot be used.
type Fault uint8

const (
	Fine    Fault = iota
	Formula       // it is computed, or begins as what a program might compute
	Error         // #N/A and the like
	TooLong
)

// The limits of what a file may cost.
const (
	MostBytes    = 16 << 20 // of the file
	mostUnpacked = 64 << 20 // of all parts of an xlsx that are read, unpacked
	mostRows     = 20_000   // with something in them
	mostColumns  = 256
	mostSheets   = 100
	longestCell  = 32_767 // characters, as spreadsheet programs have it
)

// FileError says why a file cannot be read.
type FileError struct {
	Line int // from 1; 0 for the whole file
	Why  text.Both
}

func (e *FileError) Error() string   { return e.in(e.Why.En, "line") }
func (e *FileError) Swedish() string { return e.in(e.Why.Sv, "rad") }

func (e *FileError) in(why, line string) string {
	if e.Line > 0 {
		return fmt.Sprintf("%s %d: %s", line, e.Line, why)
	}
	return why
}

var (
	tooLarge    = text.Both{Sv: "filen är för stor; högst 16 MB kan läsas, och 64 MB uppackat", En: "the file is too large; at most 16 MB can be read, and 64 MB unpacked"}
	tooManyRows = text.Both{Sv: "filen har fler än 20 000 rader; dela upp den", En: "the file has more than 20,000 rows; split it"}
	tooWide     = text.Both{Sv: "en rad har fler än 256 kolumner", En: "a row has more than 256 columns"}
	noText      = text.Both{Sv: "filen är varken csv eller xlsx; spara den som det ena eller det andra", En: "the file is neither csv nor xlsx; save it as one of them"}
	encrypted   = text.Both{Sv: "filen är låst med lösenord eller sparad som xls; spara den som xlsx utan lösenord", En: "the file has a password or is saved as xls; save it as xlsx without a password"}
)

// Read reads the contents of a file, which tell by themselves whether they are
// csv or xlsx. The error is a *FileError.
func Read(data []byte) (*Book, error) {
	switch {
	case len(data) > MostBytes:
		return nil, &FileError{Why: tooLarge}
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return readXLSX(data)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return nil, &FileError{Why: encrypted}
	}
	return readCSV(data)
}

// cell is a cell that holds a text.
func cell(s string) Cell {
	s = strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\r\n", "\n", "\r", "\n").Replace(s))
	switch {
	case len(s) > longestCell && len([]rune(s)) > longestCell:
		return Cell{Fault: TooLong}
	case strings.Trim(s, "-–—") == "":
		return Cell{} // people draw a line where there is nothing
	case strings.IndexByte("=@+-", s[0]) >= 0:
		return Cell{Text: s, Fault: Formula}
	}
	return Cell{Text: s}
}

// add takes a row that holds something.
func (s *Sheet) add(r Row) error {
	for len(r.Cells) > 0 && r.Cells[len(r.Cells)-1] == (Cell{}) {
		r.Cells = r.Cells[:len(r.Cells)-1]
	}
	switch {
	case len(r.Cells) == 0:
		return nil
	case len(r.Cells) > mostColumns:
		return &FileError{r.Number, tooWide}
	case len(s.Rows) == mostRows:
		return &FileError{Why: tooManyRows}
	}
	s.Rows = append(s.Rows, r)
	return nil
}
