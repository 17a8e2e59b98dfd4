package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/vis-samverkan/vis/pkg/text"
)

var (
	notAWorkbook = text.Both{Sv: "filen är ingen arbetsbok som kan läsas; öppna den och spara den på nytt som xlsx", En: "the file is no workbook that can be read; open it and save it again as xlsx"}
	tooManyParts = text.Both{Sv: "arbetsboken har för många blad eller texter; dela upp den", En: "the workbook has too many sheets or texts; split it"}
)

// workbook is an xlsx that is being read: a zip of XML (ECMA-376, part 1,
// chapter 18).
type workbook struct {
	files   map[string]*zip.File
	left    int64    // how many bytes may still be unpacked
	strings []string // the shared ones
	styles  []numberFormat
	days    int // what day 0 is, in days since 1899-12-30
}

// readXLSX reads the sheets of a workbook.
func readXLSX(data []byte) (*Book, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &FileError{Why: notAWorkbook}
	}
	w := &workbook{files: map[string]*zip.File{}, left: mostUnpacked}
	for _, f := range z.File {
		w.files[strings.TrimPrefix(f.Name, "/")] = f
	}
	b, err := w.read()
	var ours *FileError
	if err != nil && !errors.As(err, &ours) {
		return nil, &FileError{Why: notAWorkbook} // what the parser of XML says is of no help
	}
	return b, err
}

func (w *workbook) read() (*Book, error) {
	main := "xl/workbook.xml"
	roots, err := w.relations("_rels/.rels", "")
	if err != nil {
		return nil, err
	}
	for _, r := range roots {
		if r.kind == "officeDocument" {
			main = r.target
		}
	}
	folder := path.Dir(main)
	parts, err := w.relations(folder+"/_rels/"+path.Base(main)+".rels", folder)
	if err != nil {
		return nil, err
	}
	b := &Book{}
	var files []string
	err = w.elements(main, func(e element) error {
		switch e.name {
		case "workbookPr":
			if on(e.attr("date1904")) {
				w.days = days1904
			}
		case "sheet":
			if len(files) == mostSheets {
				return &FileError{Why: tooManyParts}
			}
			state := e.attr("state")
			b.Sheets = append(b.Sheets, Sheet{Name: e.attr("name"), Hidden: state == "hidden" || state == "veryHidden"})
			files = append(files, parts[e.attr("id")].target)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, r := range parts {
		switch r.kind {
		case "sharedStrings":
			err = w.sharedStrings(r.target)
		case "styles":
			err = w.readStyles(r.target)
		}
		if err != nil {
			return nil, err
		}
	}
	for i, file := range files {
		if w.files[file] == nil {
			continue // a chart on a sheet of its own
		}
		if err := w.sheet(&b.Sheets[i], file); err != nil {
			return nil, err
		}
	}
	return b, nil
}

// relation is what a part of the workbook is, and where it is.
type relation struct{ kind, target string }

func (w *workbook) relations(name, folder string) (map[string]relation, error) {
	out := map[string]relation{}
	if w.files[name] == nil {
		return out, nil
	}
	return out, w.elements(name, func(e element) error {
		if e.name != "Relationship" || e.attr("TargetMode") == "External" {
			return nil
		}
		target := e.attr("Target")
		if strings.HasPrefix(target, "/") {
			target = target[1:]
		} else {
			target = path.Join(folder, target)
		}
		out[e.attr("Id")] = relation{path.Base(e.attr("Type")), target}
		return nil
	})
}

// element is the beginning of an element of XML.
type element struct {
	name  string
	attrs []xml.Attr
}

func (e element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func on(value string) bool { return value == "1" || value == "true" }

// open reads a part, and no more of all parts together than is allowed.
func (w *workbook) open(name string) (*xml.Decoder, func(), error) {
	f := w.files[name]
	if f == nil {
		return nil, nil, &FileError{Why: notAWorkbook}
	}
	if f.UncompressedSize64 > uint64(w.left) { // it says so itself; one that lies is stopped below
		return nil, nil, &FileError{Why: tooLarge}
	}
	r, err := f.Open()
	if err != nil {
		return nil, nil, err
	}
	return xml.NewDecoder(&limited{r, &w.left}), func() { _ = r.Close() }, nil
}

// limited reads until what is left of an allowance is used up.
type limited struct {
	io.Reader
	left *int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.Reader.Read(p)
	if *l.left -= int64(n); *l.left < 0 {
		return 0, &FileError{Why: tooLarge}
	}
	return n, err
}

// elements calls back for every element of a part.
func (w *workbook) elements(name string, begin func(element) error) error {
	return w.walk(name, begin, func(string, string) error { return nil })
}

// walk calls back for the beginning of every element of a part, and for its end
// with the text right inside it.
func (w *workbook) walk(name string, begin func(element) error, end func(name, text string) error) error {
	d, done, err := w.open(name)
	if err != nil {
		return err
	}
	defer done()
	var chars strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			chars.Reset()
			err = begin(element{t.Name.Local, t.Attr})
		case xml.EndElement:
			err = end(t.Name.Local, chars.String())
			chars.Reset()
		case xml.CharData:
			chars.Write(t)
		}
		if err != nil {
			return err
		}
	}
}

// sharedStrings reads the texts that cells refer to by number. Of a text with
// several styles the stretches are put together; how it is pronounced is left out.
func (w *workbook) sharedStrings(name string) error {
	const most = 500_000
	var s strings.Builder
	spoken := false
	return w.walk(name, func(e element) error {
		switch e.name {
		case "si":
			s.Reset()
		case "rPh":
			spoken = true
		}
		return nil
	}, func(name, chars string) error {
		switch {
		case name == "rPh":
			spoken = false
		case name == "t" && !spoken:
			s.WriteString(chars)
		case name == "si" && len(w.strings) == most:
			return &FileError{Why: tooManyParts}
		case name == "si":
			w.strings = append(w.strings, s.String())
		}
		return nil
	})
}
