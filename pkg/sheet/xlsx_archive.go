package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// What the library keeps in memory whole, by how many signs < it may have: two or
// less for each element. It searches some of them again and again.
var mostElements = map[string]int{
	"[content_types].xml":        20_000,
	"_rels/.rels":                1_000,
	"xl/_rels/workbook.xml.rels": 10_000,
	"xl/workbook.xml":            20_000,
	"xl/theme/theme1.xml":        20_000,
	"xl/styles.xml":              500_000,
	"xl/calcchain.xml":           2_000_000,
	sharedStrings:                2_000_000,
}

const sharedStrings = "xl/sharedstrings.xml"

// checkArchive refuses what the library would take: it believes the sizes that an
// archive gives, one that is negative too, keeps what it got of a part that is cut
// short or damaged, and has no bound on elements.
func checkArchive(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	left := uint64(mostUnpacked)
	for _, f := range z.File {
		if f.UncompressedSize64 > left { // no more than that is unpacked
			return &FileError{Why: tooLarge}
		}
		left -= f.UncompressedSize64
		r, err := f.Open()
		if err != nil {
			return err
		}
		var c counter
		if _, err := io.Copy(&c, r); err != nil {
			return err
		}
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		most, bounded := mostElements[name]
		if bounded && c.elements > most || name == sharedStrings && c.longest > longestEscaped {
			return &FileError{Why: tooManyParts}
		}
	}
	return nil
}

// longestEscaped is how many bytes the longest text of a cell may take, where
// each character is written as _x0041_.
const longestEscaped = 8 * longestCell

// counter counts signs < and the bytes between them.
type counter struct{ elements, since, longest int }

func (c *counter) Write(p []byte) (int, error) {
	for _, b := range p {
		if c.since++; b == '<' {
			c.elements, c.since = c.elements+1, 0
		}
		c.longest = max(c.longest, c.since)
	}
	return len(p), nil
}

// sheetParts finds where each sheet of the workbook is in the archive, which the
// library knows and does not tell.
func (w *workbook) sheetParts() ([]string, error) {
	roots, err := w.relations("_rels/.rels")
	if err != nil {
		return nil, err
	}
	for _, r := range roots.All {
		if path.Base(r.Type) == "officeDocument" && strings.TrimPrefix(r.Target, "/") != "xl/workbook.xml" {
			return nil, &FileError{Why: notAWorkbook}
		}
	}
	inside, err := w.relations("xl/_rels/workbook.xml.rels")
	if err != nil {
		return nil, err
	}
	targets := map[string]string{}
	for _, r := range inside.All {
		if targets[r.ID] != "" {
			return nil, &FileError{Why: notAWorkbook}
		}
		target := strings.ReplaceAll(r.Target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = "xl/" + target
		}
		targets[r.ID] = strings.TrimPrefix(path.Clean(target), "/")
	}
	var out []string
	names := map[string]bool{}
	for _, s := range w.WorkBook.Sheets.Sheet {
		name := strings.ToLower(s.Name)
		switch {
		case len(out) == mostSheets:
			return nil, &FileError{Why: tooManyParts}
		case names[name]:
			return nil, &FileError{Why: notAWorkbook}
		}
		names[name] = true
		out = append(out, targets[s.ID])
	}
	if out == nil {
		return nil, &FileError{Why: notAWorkbook}
	}
	w.from04 = w.WorkBook.WorkbookPr != nil && w.WorkBook.WorkbookPr.Date1904
	return out, nil
}

// relations are what a part of the archive needs of other parts.
type relations struct {
	All []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:",attr"`
		Target string `xml:",attr"`
	} `xml:"Relationship"`
}

func (w *workbook) relations(part string) (r relations, err error) {
	data, ok := w.Pkg.Load(part)
	if !ok {
		return r, &FileError{Why: notAWorkbook}
	}
	d := xml.NewDecoder(bytes.NewReader(data.([]byte)))
	d.CharsetReader = w.CharsetReader
	return r, d.Decode(&r)
}
