package load

import (
	"bytes"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/rule"
)

// top is where a finding about a whole file points.
var top = rule.Position{Line: 1, Column: 1, EndLine: 1, EndColumn: 2}

// span gives the place of a node. A value that fills one line has its exact
// width; a map in block form has the place of its first key; any other map and
// a list have the width of the sign that opens it.
//
// The parser counts columns in code points from 1, which is this program's
// unit too; widths are taken from the text, so that quotes and escapes count
// as they are written.
func (s *source) span(n *yaml.Node) rule.Position {
	for n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0 {
		n = n.Content[0]
	}
	rest, p := s.rest(n.Line, n.Column)
	p.EndColumn = p.Column + max(1, width(rest, n))
	return p
}

// mark gives the place of the tag, the anchor or the sign that a node begins with.
func (s *source) mark(n *yaml.Node) rule.Position {
	rest, p := s.rest(n.Line, n.Column)
	p.EndColumn = p.Column + max(1, firstWord(rest))
	return p
}

// width is the width of a node on its first line, which rest begins at.
func width(rest []byte, n *yaml.Node) int {
	switch {
	case marked(n), n.Kind == yaml.AliasNode, n.Kind == yaml.DocumentNode, n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return firstWord(rest)
	case n.Kind != yaml.ScalarNode:
		return 1
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return quotedWidth(rest, '"')
	case n.Style&yaml.SingleQuotedStyle != 0:
		return quotedWidth(rest, '\'')
	case bytes.HasPrefix(rest, []byte(n.Value)):
		return utf8.RuneCountInString(n.Value)
	}
	return utf8.RuneCount(bytes.TrimRight(rest, " \t")) // it goes on to the next line
}

// marked reports whether a node begins with a tag or an anchor instead of its value.
func marked(n *yaml.Node) bool { return n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 }

// firstWord is the width of what stands before the next space or sign of the
// flow style.
func firstWord(rest []byte) int {
	if i := bytes.IndexAny(rest, " \t,[]{}"); i >= 0 {
		rest = rest[:i]
	}
	return utf8.RuneCount(rest)
}

// quotedWidth is the width of a quoted text, quotes included, on its first line.
func quotedWidth(rest []byte, quote byte) int {
	for i := 1; i < len(rest); i++ {
		switch {
		case quote == '"' && rest[i] == '\\':
			i++
		case rest[i] == quote && quote == '\'' && i+1 < len(rest) && rest[i+1] == quote:
			i++
		case rest[i] == quote:
			return utf8.RuneCount(rest[:i+1])
		}
	}
	return utf8.RuneCount(rest)
}
