package load

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"unicode/utf8"

	yaml4 "go.yaml.in/yaml/v4"
	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// maxFile is the size in bytes of the largest file that is read. A record of
// that size is a mistake, and a registry may come from a stranger.
const maxFile = 4 << 20

// document is one file while it is read.
type document struct {
	file     file
	lines    [][]byte // of the text, without line ends
	record   any      // a pointer to the kind's struct; nil if it could not be read
	findings []*rule.Finding
}

// readFile reads, parses and decodes one file.
func readFile(fsys fs.FS, f file) *document {
	d := &document{file: f}
	root := d.parse(fsys)
	if root == nil {
		return d
	}
	d.decode(root)
	return d
}

// parse returns the top node of the file's only document, or nil after a finding.
func (d *document) parse(fsys fs.FS) *yaml.Node {
	data, ok := d.read(fsys)
	if !ok {
		return nil
	}
	d.lines = bytes.Split(data, []byte("\n"))
	if !d.checkText(data) {
		return nil
	}
	var doc yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(data))
	if err := decodeNode(dec, &doc); err != nil {
		if errors.Is(err, io.EOF) {
			d.unreadable("empty", rule.Position{}, nil)
		} else {
			d.syntaxError(data, err)
		}
		return nil
	}
	var second yaml.Node
	if err := decodeNode(dec, &second); err == nil {
		d.unreadable("several", d.nodeSpan(&second), nil)
	} else if !errors.Is(err, io.EOF) {
		d.syntaxError(data, err)
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) == 0 || isNull(doc.Content[0]) {
		d.unreadable("empty", rule.Position{}, nil)
		return nil
	}
	return doc.Content[0]
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

// read returns the file's text without a byte order mark.
func (d *document) read(fsys fs.FS) ([]byte, bool) {
	f, err := fsys.Open(d.file.path)
	if err != nil {
		d.unreadable("unreadable", rule.Position{}, text.Args{"error": reason(err)})
		return nil, false
	}
	defer f.Close()
	size := 512
	if info, err := f.Stat(); err == nil {
		if info.Size() > maxFile {
			d.unreadable("too-large", rule.Position{}, text.Args{"limit": maxFile >> 20})
			return nil, false
		}
		size += int(info.Size())
	}
	buf := bytes.NewBuffer(make([]byte, 0, size))
	n, err := io.Copy(buf, io.LimitReader(f, maxFile+1))
	if err != nil {
		d.unreadable("unreadable", rule.Position{}, text.Args{"error": reason(err)})
		return nil, false
	}
	if n > maxFile {
		d.unreadable("too-large", rule.Position{}, text.Args{"limit": maxFile >> 20})
		return nil, false
	}
	return bytes.TrimPrefix(buf.Bytes(), []byte("\ufeff")), true
}

// checkText finds bytes that are not UTF-8, and characters that a reader
// cannot see or that turn the direction of the text.
func (d *document) checkText(data []byte) bool {
	if !utf8.Valid(data) {
		for i, line := range d.lines {
			if bad := firstInvalid(line); bad >= 0 {
				col := utf8.RuneCount(line[:bad]) + 1
				d.unreadable("not-utf8", rule.Position{Line: i + 1, Column: col, EndLine: i + 1, EndColumn: col + 1}, nil)
				return false
			}
		}
	}
	for i, line := range d.lines {
		if !mayHide(line) {
			continue
		}
		col := 0
		for _, r := range string(line) {
			col++
			if hidden(r) {
				d.add(hiddenCharacter, "", rule.Position{Line: i + 1, Column: col, EndLine: i + 1, EndColumn: col + 1},
					nil, text.Args{"code": fmt.Sprintf("U+%04X", r)}, fmt.Sprintf("%d:%d", i, col))
				break
			}
		}
	}
	return true
}

func firstInvalid(line []byte) int {
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRune(line[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// mayHide is a quick test for bytes that a hidden character begins with.
func mayHide(line []byte) bool {
	for _, b := range line {
		if b < 0x20 && b != '\t' && b != '\r' || b == 0x7f || b == 0xe2 || b == 0xef || b == 0xc2 || b == 0xf3 || b == 0xe1 {
			return true
		}
	}
	return false
}

// hidden reports whether a character is invisible or turns the direction of
// the text, so that a reviewer sees something else than the program.
func hidden(r rune) bool {
	switch {
	case r < 0x20 && r != '\t' && r != '\r', r >= 0x7f && r < 0xa0, // controls
		r == 0xad,                  // soft hyphen
		r >= 0x200b && r <= 0x200f, // zero width, marks of direction
		r >= 0x202a && r <= 0x202e, // embeddings and overrides
		r >= 0x2060 && r <= 0x206f, // joiners, isolates
		r == 0x2028 || r == 0x2029, r == 0xfeff, r == 0x180e,
		r >= 0xe0000 && r <= 0xe007f: // tags
		return true
	}
	return false
}

// syntaxError reports what the parser said. The usual parser has no column and
// often the wrong line, so the text is parsed again by one that tells both.
func (d *document) syntaxError(data []byte, err error) {
	pos := rule.Position{Line: 1, Column: 1}
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	if problem, at, ok := locateSyntax(data); ok {
		message, pos = problem, at
	}
	variant := "syntax"
	args := text.Args{"problem": message}
	switch line := d.line(pos.Line); {
	case strings.Contains(message, "alias") || strings.Contains(message, "anchor"):
		variant = "alias"
	case strings.Contains(message, "depth") || strings.Contains(message, "nest"):
		variant = "deep"
	case len(line) > 0 && line[0] == '\t' || strings.Contains(message, "tab") || strings.Contains(message, "cannot start any token"):
		if i := bytes.IndexByte(line, '\t'); i >= 0 {
			variant, pos.Column = "tab", utf8.RuneCount(line[:i])+1
		}
	}
	pos.EndLine, pos.EndColumn = pos.Line, pos.Column+1
	d.unreadable(variant, pos, args)
}

// locateSyntax parses a text that is known to be broken, and says what is
// wrong and where.
func locateSyntax(data []byte) (problem string, pos rule.Position, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	dec, err := yaml4.NewLoader(bytes.NewReader(data))
	if err != nil {
		return "", pos, false
	}
	for {
		var n yaml4.Node
		err = dec.Load(&n)
		if err != nil {
			break
		}
	}
	var le *yaml4.LoadError
	if !errors.As(err, &le) {
		return "", pos, false
	}
	return loadError(le, data)
}

func (d *document) line(n int) []byte {
	if n < 1 || n > len(d.lines) {
		return nil
	}
	return d.lines[n-1]
}

// add records a finding of this file.
func (d *document) add(spec *rule.Spec, variant string, at rule.Position, p model.Path, args text.Args, distinct ...string) *rule.Finding {
	f := &rule.Finding{
		Spec: spec, Severity: spec.Severity, Variant: variant, Args: args, Distinct: distinct,
		Place: rule.Place{File: d.file.path, Path: p, At: at},
	}
	if d.file.ref.ID != "" {
		f.Record = d.file.ref
	}
	d.findings = append(d.findings, f)
	return f
}

func (d *document) unreadable(variant string, at rule.Position, args text.Args) {
	if at.Line == 0 {
		at = rule.Position{Line: 1, Column: 1, EndLine: 1, EndColumn: 1}
	}
	d.add(yamlUnreadable, variant, at, nil, args)
}

func isNull(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0 &&
		(n.Value == "" || n.Value == "~" || n.Value == "null" || n.Value == "Null" || n.Value == "NULL")
}
