package load

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// A registry may come from a stranger, so what one file can cost has limits,
// far beyond what a record needs.
const (
	maxFile     = 4 << 20 // bytes of a file
	maxEntries  = 50_000  // entries of all the lists and tables of a file
	maxFindings = 1_000   // findings that are kept of a file
)

// document is one file while it is read.
type document struct {
	file     file
	source   *source
	record   any  // a pointer to the kind's struct; nil if it could not be read
	legible  bool // it could be read as text
	findings []*rule.Finding
	found    int           // findings, those that are not kept included
	rest     rule.Position // the first that is not kept
	entries  int           // entries of lists and tables so far
	seen     map[rune]bool // hidden characters that stand in the text
}

// readFile reads, parses and decodes one file.
func readFile(fsys fs.FS, f file) *document {
	d := &document{file: f}
	if root := d.parse(fsys); root != nil {
		d.decode(root)
	}
	d.countTheRest()
	return d
}

// countTheRest adds a finding that tells how many were not kept.
func (d *document) countTheRest() {
	if more := d.found - len(d.findings); more > 0 {
		d.findings = append(d.findings, d.finding(yamlUnreadable, "more", d.rest, nil, text.Args{"count": more}))
	}
}

// parse returns the top node of the file's only document, or nil after a finding.
func (d *document) parse(fsys fs.FS) *yaml.Node {
	data, err := read(fsys, d.file.path)
	switch {
	case errors.Is(err, errTooLarge):
		d.tooLarge()
		return nil
	case err != nil:
		d.unreadable("unreadable", top, text.Args{"error": reason(err)})
		return nil
	}
	return d.parseText(data)
}

// parseText is parse for text without a byte order mark.
func (d *document) parseText(data []byte) *yaml.Node {
	d.source = newSource(data)
	if !d.checkUTF8() {
		return nil
	}
	d.legible = true
	d.checkHidden()
	if d.seen != nil {
		d.source = newSource(legible(data))
	}
	var doc, second yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(d.source.text))
	switch err := decodeNode(dec, &doc); {
	case errors.Is(err, io.EOF):
		d.nothing()
		return nil
	case err != nil:
		d.syntaxError(err)
		return nil
	}
	switch err := decodeNode(dec, &second); {
	case err == nil:
		d.unreadable("several", d.source.span(&second), nil)
	case !errors.Is(err, io.EOF):
		d.syntaxError(err)
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) == 0 || isNull(doc.Content[0]) {
		d.nothing()
		return nil
	}
	return doc.Content[0]
}

// nothing is a file with no content, or comments alone. Of a file that is a list
// it is a list of nothing, of any other there should be a record.
func (d *document) nothing() {
	if kind := d.file.ref.Kind; model.Fields(kind).Root != nil {
		d.record = model.New(kind)
		return
	}
	d.unreadable("empty", top, nil)
}

// decodeNode is Decode into a node, with a panic of the parser as an error:
// the text may come from a stranger.
func decodeNode(dec *yaml.Decoder, into *yaml.Node) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("yaml: %v", p)
		}
	}()
	return dec.Decode(into)
}

var errTooLarge = errors.New("the file is too large")

// read returns a file's text without a byte order mark.
func read(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := 512
	if info, err := f.Stat(); err == nil {
		if info.Size() > maxFile {
			return nil, errTooLarge
		}
		size += int(info.Size())
	}
	buf := bytes.NewBuffer(make([]byte, 0, size))
	switch n, err := io.Copy(buf, io.LimitReader(f, maxFile+1)); {
	case err != nil:
		return nil, err
	case n > maxFile:
		return nil, errTooLarge
	}
	return bytes.TrimPrefix(buf.Bytes(), []byte("\ufeff")), nil
}

// add records a finding of this file. Beyond the limit it is only counted.
func (d *document) add(spec *rule.Spec, variant string, at rule.Position, p model.Path, args text.Args, distinct ...string) *rule.Finding {
	f := d.finding(spec, variant, at, p, args, distinct...)
	d.found++
	switch {
	case len(d.findings) < maxFindings:
		d.findings = append(d.findings, f)
	case d.rest.Line == 0:
		d.rest = at
	}
	return f
}

func (d *document) finding(spec *rule.Spec, variant string, at rule.Position, p model.Path, args text.Args, distinct ...string) *rule.Finding {
	f := &rule.Finding{
		Spec: spec, Severity: spec.Severity, Variant: variant, Args: args, Distinct: distinct,
		Place: rule.Place{File: d.file.path, Path: p, At: at},
	}
	if d.file.ref.ID != "" {
		f.Record = d.file.ref
	}
	return f
}

func (d *document) unreadable(variant string, at rule.Position, args text.Args) {
	d.add(yamlUnreadable, variant, at, nil, args)
}

// room counts the entries of a list, or the keys and values of a table, and
// returns how many of them are read: all, unless the file has more than any
// record needs, which is said the first time.
func (d *document) room(nodes []*yaml.Node) int {
	left := maxEntries - d.entries
	d.entries += len(nodes)
	if len(nodes) <= left {
		return len(nodes)
	}
	if left >= 0 {
		d.unreadable("entries", d.source.span(nodes[left]), text.Args{"limit": maxEntries})
	}
	return max(left, 0)
}

func (d *document) tooLarge() {
	d.unreadable("too-large", top, text.Args{"limit": maxFile >> 20})
}

func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && !quoted(n) && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 &&
		(n.Value == "" || n.Value == "~" || n.Value == "null" || n.Value == "Null" || n.Value == "NULL")
}
