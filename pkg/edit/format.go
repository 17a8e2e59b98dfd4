package edit

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/text"
)

// LeftAlone says why a file is left as it is: vis cannot tell what in it may be
// moved, or would not read the same afterwards.
type LeftAlone struct {
	Line int // from 1; 0 for the whole file
	Why  text.Both
}

func (e *LeftAlone) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("line %d: %s", e.Line, e.Why.En)
	}
	return e.Why.En
}

// Format is a file of a registry in canonical form. name is its path from the
// top of the registry, which load.RefOf knows; the error is a *LeftAlone.
//
//   - The text has no byte order mark, lines that end with LF and not with
//     blanks, never two empty lines in a row, and one LF at the end. What stands
//     inside a text of several lines is kept as it is.
//   - The keys of a map stand in the order of the field table, but for sources
//     and note, which come last in every map, as what the rest of it rests on.
//     Keys that the table does not have follow, in the order they have. The rows
//     of a table, whose keys are the registry's own, keep theirs.
//   - Maps and lists are indented by two spaces, the dash of a list too.
//   - A code, and any other text that YAML would take for a number, a date or a
//     yes, stands within quotes; a date does not.
//   - Comments go with the key or the entry that they stand above or, indented
//     further than what comes next, below. The comments at the top and at the
//     bottom of a file stay there. A comment below an empty line may be a heading:
//     no key is moved past it, and the key below it stays there.
//
// A map within braces is put in order where it is on one line. The order of
// lists is kept: nothing reads most of them, but people have put parties,
// sources and areas in the order in which the documents name them.
func Format(name string, data []byte) ([]byte, error) {
	ref, ok := load.RefOf(name)
	if !ok {
		return nil, &LeftAlone{0, notOurs}
	}
	was, err := plainText(data)
	if err != nil {
		return nil, err
	}
	root, err := readTree(was)
	if err != nil {
		return nil, err
	}
	if root == nil || !isBlock(root) { // comments alone, or the list of nothing
		return plainLines(was, root)
	}
	at := top(ref.Kind)
	s, edited := newSource(was), root
	now := inline(s, root, at)
	if !bytes.Equal(now, was) {
		s = newSource(now)
		if edited, err = readTree(now); err != nil {
			return nil, &LeftAlone{0, unsure}
		}
	}
	out, err := lay(s, edited, at)
	if err != nil {
		return nil, err
	}
	if bytes.Equal(out, data) {
		return out, nil
	}
	after, err := readTree(out)
	if err != nil || after == nil || !same(root, after) || letters(now) != letters(out) {
		return nil, &LeftAlone{0, unsure}
	}
	return out, nil
}

// The reasons to leave a file alone.
var (
	notOurs    = text.Both{Sv: "filen hör inte till registret", En: "the file is not one of the registry's"}
	tooLarge   = text.Both{Sv: "filen är för stor", En: "the file is too large"}
	notUTF8    = text.Both{Sv: "texten är inte UTF-8", En: "the text is not UTF-8"}
	control    = text.Both{Sv: "ett styrtecken står i texten", En: "a control character stands in the text"}
	broken     = text.Both{Sv: "filen går inte att läsa; ”vis validate” visar varför", En: "the file cannot be read; “vis validate” shows why"}
	several    = text.Both{Sv: "filen har flera dokument", En: "the file has several documents"}
	notAMap    = text.Both{Sv: "filen är ingen post med nycklar", En: "the file is not a map with keys"}
	twice      = text.Both{Sv: "nyckeln står två gånger", En: "the key stands twice"}
	strangeKey = text.Both{Sv: "nyckeln är ingen vanlig text", En: "the key is no plain text"}
	anchored   = text.Both{Sv: "ett ankare, ett alias eller en tagg används", En: "an anchor, an alias or a tag is used"}
	emptyEntry = text.Both{Sv: "en listpost är tom", En: "an entry of a list is empty"}
	unsure     = text.Both{Sv: "uppställningen är så ovanlig att vis inte säkert kan skriva om den", En: "the layout is so unusual that vis cannot be sure to rewrite it"}
)

// The limits of what a file from a stranger may cost.
const (
	most    = 4 << 20 // bytes, as for the loader
	deepest = 50      // maps and lists in each other; a record has eight at most
)

// plainText is a text without a byte order mark and with LF alone at the ends
// of its lines.
func plainText(data []byte) ([]byte, error) {
	if len(data) > most {
		return nil, &LeftAlone{0, tooLarge}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	}
	if !utf8.Valid(data) {
		return nil, &LeftAlone{0, notUTF8}
	}
	// What the parser takes for the end of a line, or does not take at all.
	if i := bytes.IndexFunc(data, isControl); i >= 0 {
		return nil, &LeftAlone{1 + bytes.Count(data[:i], []byte("\n")), control}
	}
	return data, nil
}

func isControl(r rune) bool {
	switch {
	case r >= ' ' && r < 0x7f, r == '\n', r == '\t', r >= 0xa0 && r < 0x2028:
		return false
	}
	return r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff
}

// readTree is the top node of the only document, nil where there is nothing but
// comments.
func readTree(data []byte) (root *yaml.Node, err error) {
	defer func() {
		if recover() != nil { // the text may come from a stranger
			root, err = nil, &LeftAlone{0, broken}
		}
	}()
	var doc, more yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(data))
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, &LeftAlone{0, broken}
	}
	if err := dec.Decode(&more); !errors.Is(err, io.EOF) {
		return nil, &LeftAlone{0, several}
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) != 1 {
		return nil, nil
	}
	root = doc.Content[0]
	if root.Kind == yaml.ScalarNode {
		return nil, &LeftAlone{root.Line, notAMap}
	}
	return root, refuse(root, 0)
}

// refuse finds what a registry has no use for, and what would not bear a move.
func refuse(n *yaml.Node, depth int) error {
	if depth > deepest {
		return &LeftAlone{n.Line, unsure}
	}
	if n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		return &LeftAlone{n.Line, anchored}
	}
	var seen map[string]bool
	if n.Kind == yaml.MappingNode {
		seen = make(map[string]bool, len(n.Content)/2)
	}
	for i, c := range n.Content {
		switch {
		case n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle == 0 && unwritten(c):
			return &LeftAlone{c.Line, emptyEntry}
		case n.Kind != yaml.MappingNode || i%2 == 1:
		case c.Kind != yaml.ScalarNode, unwritten(c), c.Tag == "!!merge", strings.Contains(c.Value, "\n"):
			return &LeftAlone{c.Line, strangeKey}
		case seen[c.Value]:
			return &LeftAlone{c.Line, twice}
		default:
			seen[c.Value] = true
		}
		if err := refuse(c, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// unwritten reports a value of which nothing stands in the text.
func unwritten(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Value == "" && n.Style == 0
}

// same reports whether two trees hold the same, in whatever order keys stand.
func same(a, b *yaml.Node) bool {
	if a.Kind != b.Kind || a.Value != b.Value || len(a.Content) != len(b.Content) {
		return false
	}
	if a.Kind != yaml.MappingNode {
		for i := range a.Content {
			if !same(a.Content[i], b.Content[i]) {
				return false
			}
		}
		return true
	}
	values := make(map[string]*yaml.Node, len(b.Content)/2)
	for i := 0; i+1 < len(b.Content); i += 2 {
		values[b.Content[i].Value] = b.Content[i+1]
	}
	for i := 0; i+1 < len(a.Content); i += 2 {
		if v := values[a.Content[i].Value]; v == nil || !same(a.Content[i+1], v) {
			return false
		}
	}
	return true
}

// letters counts each byte of a text, spaces and ends of lines left out: what a
// new layout keeps.
func letters(data []byte) (count [256]int) {
	for _, b := range data {
		count[b]++
	}
	count[' '], count['\n'], count['\t'] = 0, 0, 0
	return count
}

// plainLines is a file of comments, and of a value within brackets where there
// is one, which is to stand on one line.
func plainLines(data []byte, root *yaml.Node) ([]byte, error) {
	if root != nil {
		if _, _, ok := newSource(data).oneLine(root); !ok {
			return nil, &LeftAlone{root.Line, unsure}
		}
	}
	lines := squeeze(strings.Split(string(data), "\n"))
	if len(lines) == 0 {
		return nil, nil
	}
	return []byte(strings.Join(lines, "\n") + "\n"), nil
}

// squeeze trims lines and leaves one empty line of several, and none at either end.
func squeeze(lines []string) []string {
	var out []string
	blank := false
	for _, line := range lines {
		line = strings.Trim(line, " \t")
		if line == "" {
			blank = len(out) > 0
			continue
		}
		if blank {
			out = append(out, "")
		}
		out, blank = append(out, line), false
	}
	return out
}
