package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/vis-samverkan/vis/pkg/text"
)

// The encodings that spreadsheet programs write.
var (
	utf8Name  = text.Both{Sv: "UTF-8", En: "UTF-8"}
	utf16Name = text.Both{Sv: "UTF-16", En: "UTF-16"}
	ansiName  = text.Both{Sv: "Windows-1252", En: "Windows-1252"}
)

var (
	barequote = text.Both{
		Sv: "ett citattecken står mitt i en cell, eller stänger aldrig; dubblera citattecken inne i text",
		En: "a quotation mark stands in the middle of a cell, or is never closed; double those inside a text",
	}
	undecoded = text.Both{Sv: "tecknen går inte att läsa; spara filen som csv med UTF-8", En: "the characters cannot be read; save the file as csv in UTF-8"}
)

// readCSV reads RFC 4180, with whatever parts the cells and in whatever encoding.
func readCSV(data []byte) (*Book, error) {
	s, name, err := decode(data)
	if err != nil {
		return nil, err
	}
	first := 1 // the line that the text begins at
	comma := sniff(s)
	if line, rest, ok := strings.Cut(s, "\n"); ok {
		if sep, ok := strings.CutPrefix(strings.TrimRight(line, "\r"), "sep="); ok && len(sep) == 1 && strings.Contains(commas, sep) {
			comma, s, first = rune(sep[0]), rest, 2
		}
	}
	b := &Book{Encoding: name, Comma: comma, Sheets: make([]Sheet, 1)}
	r := csv.NewReader(strings.NewReader(s))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = comma, -1, true
	within := 0 // ends of lines inside cells so far
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return b, nil
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			return nil, &FileError{broken.StartLine + first - 1, barequote}
		}
		if err != nil {
			return nil, &FileError{Why: undecoded}
		}
		line, _ := r.FieldPos(0)
		row := Row{Number: line + first - 1 - within}
		for _, field := range record {
			within += strings.Count(field, "\n")
			row.Cells = append(row.Cells, cell(field))
		}
		if err := b.Sheets[0].add(row); err != nil {
			return nil, err
		}
	}
}

// decode finds the encoding of a text: what it says itself, else UTF-8 where it
// can be that, else what Swedish Excel writes.
func decode(data []byte) (string, text.Both, error) {
	var enc encoding.Encoding
	name := utf8Name
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		enc, name = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), utf16Name
	case len(data) > 3 && data[0] != 0 && data[1] == 0 && data[3] == 0:
		enc, name = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), utf16Name
	case bytes.IndexByte(data, 0) >= 0:
		return "", name, &FileError{Why: noText}
	case utf8.Valid(data):
		return string(bytes.TrimPrefix(data, []byte("\ufeff"))), name, nil
	default:
		enc, name = charmap.Windows1252, ansiName
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		return "", name, &FileError{Why: undecoded}
	}
	return string(out), name, nil
}

// commas are what may part cells, the likeliest in Sweden first.
const commas = ";\t,|"

// sniff finds what parts the cells: the sign that gives most cells, as many on
// each of the first lines.
func sniff(s string) rune {
	best, most := rune(commas[0]), 0
	for _, c := range commas {
		if n := cells(s, c); n > most {
			best, most = c, n
		}
	}
	return best
}

// cells is how many signs stand outside quotes on the lines that have as many as
// most lines, of the first that have any.
func cells(s string, comma rune) int {
	const lines = 30
	counts := map[int]int{}
	quoted, n, seen := false, 0, 0
	for _, r := range s {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case r == comma:
			n++
		case r == '\n':
			if n > 0 {
				counts[n]++
			}
			if n, seen = 0, seen+1; seen == lines {
				return widest(counts)
			}
		}
	}
	if n > 0 {
		counts[n]++
	}
	return widest(counts)
}

// widest weighs how wide lines are by how many are as wide.
func widest(counts map[int]int) (best int) {
	for n, times := range counts {
		best = max(best, n*times)
	}
	return best
}
