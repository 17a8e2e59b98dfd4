package edit

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
)

// inline puts quotes and one-line maps within braces in order. No line comes or
// goes by it.
func inline(s *source, root *yaml.Node, at place) []byte {
	e := &inliner{source: s}
	e.node(root, at, true)
	return endText(e.apply())
}

// inliner gathers changes to a text.
type inliner struct {
	*source
	changes []change
}

// change is new text for a stretch of the old.
type change struct {
	from, to int
	text     string
}

func (e *inliner) apply() []byte {
	if len(e.changes) == 0 {
		return []byte(e.text)
	}
	slices.SortFunc(e.changes, func(a, b change) int { return a.from - b.from })
	var out bytes.Buffer
	at := 0
	for _, c := range e.changes {
		out.WriteString(e.text[at:c.from])
		out.WriteString(c.text)
		at = c.to
	}
	out.WriteString(e.text[at:])
	return out.Bytes()
}

// node changes a value. Within a map whose parts cannot be told, whole is false
// and only scalars are.
func (e *inliner) node(n *yaml.Node, at place, whole bool) {
	if whole && n.Style&yaml.FlowStyle != 0 {
		if from, to, ok := e.oneLine(n); ok {
			if text, ok := e.flow(n, at); ok {
				if text != e.text[from:to] {
					e.changes = append(e.changes, change{from, to, text})
				}
				return
			}
			whole = false
		}
	}
	switch n.Kind {
	case yaml.MappingNode:
		o := at.order(n)
		for i := 0; i+1 < len(n.Content); i += 2 {
			e.node(n.Content[i+1], o.under(n.Content[i].Value), whole)
		}
	case yaml.SequenceNode:
		for _, c := range n.Content {
			e.node(c, at.item(), whole)
		}
	case yaml.ScalarNode:
		if text, ok := quoting(n, at.class()); ok {
			if from, to, ok := e.scalar(n); ok {
				e.changes = append(e.changes, change{from, to, text})
			}
		}
	}
}

// quoting is how a scalar is to be written where that is not as it stands.
func quoting(n *yaml.Node, class model.Class) (string, bool) {
	plain := n.Style == 0
	quoted := n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0
	switch {
	case class&(model.ClassCode|model.ClassString|model.ClassText|model.ClassStrings) != 0 &&
		plain && n.Tag != "!!str" && n.Tag != "!!null" && !strings.ContainsAny(n.Value, "\"\\\n"):
		return `"` + n.Value + `"`, true
	case class == model.ClassDate && quoted:
		_, err := edtf.Parse(n.Value)
		return n.Value, err == nil && !strings.ContainsFunc(n.Value, unfit)
	}
	return "", false
}

// unfit reports a character that no date has, and that might not stand without
// quotes.
func unfit(r rune) bool {
	return (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '.' && r != '~' && r != '-'
}

// flow writes a value within brackets or braces, or a scalar inside one, with
// the keys of its maps in order. It is not ok where it cannot tell the parts.
func (e *inliner) flow(n *yaml.Node, at place) (string, bool) {
	from, to, ok := e.oneLine(n)
	switch {
	case !ok:
		return "", false
	case n.Kind == yaml.ScalarNode:
		if text, ok := quoting(n, at.class()); ok {
			return text, true
		}
		return e.text[from:to], true
	case len(n.Content) == 0:
		return e.text[from:to], true
	}
	if n.Kind == yaml.SequenceNode {
		var b strings.Builder
		end := from
		for _, c := range n.Content {
			start, stop, ok := e.oneLine(c)
			text, ok2 := e.flow(c, at.item())
			if !ok || !ok2 {
				return "", false
			}
			b.WriteString(e.text[end:start] + text)
			end = stop
		}
		return b.String() + e.text[end:to], true
	}
	return e.flowMap(n, at, from, to)
}

// flowMap is flow for a map: its parts are put in order, and what stands
// between two of them stays where it was.
func (e *inliner) flowMap(n *yaml.Node, at place, from, to int) (string, bool) {
	type part struct {
		rank int
		text string
	}
	o := at.order(n)
	var parts []part
	var between []string
	end := from
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, val := n.Content[i], n.Content[i+1]
		start, stop, ok := e.oneLine(key)
		if !ok {
			return "", false
		}
		text := e.text[start:stop]
		gap := e.text[end:start]
		end = stop
		if !unwritten(val) {
			valStart, valStop, ok := e.oneLine(val)
			written, ok2 := e.flow(val, o.under(key.Value))
			if !ok || !ok2 || valStart < stop || strings.Trim(e.text[stop:valStart], " ") != ":" {
				return "", false
			}
			text += e.text[stop:valStart] + written
			end = valStop
		} else if rest := strings.TrimLeft(e.text[stop:to], " "); strings.HasPrefix(rest, ":") {
			return "", false // a colon and nothing
		}
		if want := map[bool]string{true: "{", false: ","}[i == 0]; strings.Trim(gap, " ") != want {
			return "", false
		}
		between = append(between, gap)
		parts = append(parts, part{o.rank(key.Value), text})
	}
	slices.SortStableFunc(parts, func(a, b part) int { return a.rank - b.rank })
	var b strings.Builder
	for i := range parts {
		b.WriteString(between[i] + parts[i].text)
	}
	return b.String() + e.text[end:to], true
}

// endText makes the last line of a text whole. One that belongs to a text of
// several lines loses nothing by it: that it had no end is written in the sign
// that begins it.
func endText(data []byte) []byte {
	if bytes.HasSuffix(data, []byte("\n")) {
		return data
	}
	var root yaml.Node
	if yaml.Unmarshal(data, &root) != nil || len(root.Content) == 0 {
		return append(data, '\n')
	}
	n := &root
	for len(n.Content) > 0 {
		n = n.Content[len(n.Content)-1]
	}
	out := append(slices.Clone(data), '\n')
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 || n.Value == "" || strings.HasSuffix(n.Value, "\n") {
		return out
	}
	at := newSource(data).offset(n)
	end := at + 1
	for end < len(out) && strings.IndexByte("+-0123456789", out[end]) >= 0 {
		end++
	}
	head := strings.NewReplacer("+", "", "-", "").Replace(string(out[at:end])) + "-"
	return slices.Concat(out[:at], []byte(head), out[end:])
}

// source is a text by lines.
type source struct {
	text   string
	starts []int
}

func newSource(data []byte) *source {
	s := &source{text: string(data), starts: make([]int, 1, 2+bytes.Count(data, []byte("\n")))}
	for at := 0; ; {
		i := strings.IndexByte(s.text[at:], '\n')
		if i < 0 {
			return s
		}
		at += i + 1
		s.starts = append(s.starts, at)
	}
}

// offset is where a node begins: columns count code points from 1.
func (s *source) offset(n *yaml.Node) int {
	if n.Line < 1 || n.Line > len(s.starts) {
		return len(s.text)
	}
	at := s.starts[n.Line-1]
	for i := 1; i < n.Column && at < len(s.text); i++ {
		_, size := utf8.DecodeRuneInString(s.text[at:])
		at += size
	}
	return at
}

// lineEnd is where the line of an offset ends.
func (s *source) lineEnd(at int) int {
	if i := strings.IndexByte(s.text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(s.text)
}

// scalar is the stretch of a scalar that stands on one line.
func (s *source) scalar(n *yaml.Node) (from, to int, ok bool) {
	from = s.offset(n)
	switch {
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		to = s.quoteEnd(from)
		return from, to, to > from && to <= s.lineEnd(from)
	case n.Style == 0 && strings.HasPrefix(s.text[from:], n.Value):
		return from, from + len(n.Value), n.Value != "" && !strings.Contains(n.Value, "\n")
	}
	return 0, 0, false
}

// quoteEnd is the offset after the quote that closes the one at an offset, -1
// where there is none.
func (s *source) quoteEnd(from int) int {
	if from >= len(s.text) {
		return -1
	}
	quote := s.text[from]
	for i := from + 1; i < len(s.text); i++ {
		switch {
		case quote == '"' && s.text[i] == '\\':
			i++
		case s.text[i] != quote:
		case quote == '\'' && i+1 < len(s.text) && s.text[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return -1
}

// oneLine is the stretch of a scalar, or of a value within brackets or braces,
// that stands on one line.
func (s *source) oneLine(n *yaml.Node) (from, to int, ok bool) {
	if n.Kind == yaml.ScalarNode {
		return s.scalar(n)
	}
	from = s.offset(n)
	to = s.flowEnd(n)
	return from, to, to > from && to <= s.lineEnd(from)
}

// flowEnd is the offset after the bracket or brace that closes a value, -1
// where it cannot be told.
func (s *source) flowEnd(n *yaml.Node) int {
	from := s.offset(n)
	if from >= len(s.text) || s.text[from] != '[' && s.text[from] != '{' {
		return -1 // a map of one pair, without braces
	}
	quotes := map[int]bool{}
	s.quotesIn(n, quotes)
	depth := 0
	for i := from; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case quotes[i]:
			end := s.quoteEnd(i)
			if end < 0 {
				return -1
			}
			i = end - 1
		case c == '[', c == '{':
			depth++
		case c == ']', c == '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case c == '#' && strings.IndexByte(" \t\n", s.text[i-1]) >= 0:
			i = s.lineEnd(i) - 1
		}
	}
	return -1
}

// quotesIn gathers where the quoted scalars of a value begin.
func (s *source) quotesIn(n *yaml.Node, into map[int]bool) {
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		into[s.offset(n)] = true
	}
	for _, c := range n.Content {
		s.quotesIn(c, into)
	}
}
