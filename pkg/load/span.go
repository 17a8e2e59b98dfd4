package load

import (
	"bytes"
	"strings"
	"unicode/utf8"

	yaml4 "go.yaml.in/yaml/v4"
	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/rule"
)

// nodeSpan gives the place of a node. A value that fills one line has its exact
// width; a block, a list or a map has the width of what stands first in it.
func (d *document) nodeSpan(n *yaml.Node) rule.Position { return span(d.lines, n) }

// span converts a node's position. The parser counts columns in code points
// from 1, which is this program's unit too; widths are taken from the text, so
// that quotes and escapes count as they are written.
func span(lines [][]byte, n *yaml.Node) rule.Position {
	p := rule.Position{Line: max(n.Line, 1), Column: max(n.Column, 1)}
	p.EndLine, p.EndColumn = p.Line, p.Column+1
	if n.Line < 1 || n.Line > len(lines) {
		return p
	}
	line := []rune(strings.TrimRight(string(lines[n.Line-1]), "\r"))
	if n.Column < 1 || n.Column > len(line) {
		return p
	}
	rest := line[n.Column-1:]
	switch {
	case n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0:
		return span(lines, n.Content[0])
	case n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle == 0:
		return p
	case n.Kind == yaml.MappingNode || n.Kind == yaml.SequenceNode:
		return p
	case n.Style&yaml.DoubleQuotedStyle != 0:
		p.EndColumn = p.Column + quotedWidth(rest, '"')
	case n.Style&yaml.SingleQuotedStyle != 0:
		p.EndColumn = p.Column + quotedWidth(rest, '\'')
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		p.EndColumn = p.Column + len([]rune(strings.TrimRight(string(rest), " \t")))
	default:
		p.EndColumn = p.Column + plainWidth(rest, n.Value)
	}
	if p.EndColumn <= p.Column {
		p.EndColumn = p.Column + 1
	}
	return p
}

// quotedWidth is the width of a quoted text, quotes included, on its first line.
func quotedWidth(rest []rune, quote rune) int {
	for i := 1; i < len(rest); i++ {
		switch {
		case quote == '"' && rest[i] == '\\':
			i++
		case rest[i] == quote:
			if quote == '\'' && i+1 < len(rest) && rest[i+1] == quote {
				i++
				continue
			}
			return i + 1
		}
	}
	return len(rest)
}

// plainWidth is the width of an unquoted text on its first line.
func plainWidth(rest []rune, value string) int {
	v := []rune(value)
	if len(v) <= len(rest) && string(rest[:len(v)]) == value {
		return len(v)
	}
	return len([]rune(strings.TrimRight(string(rest), " \t")))
}

// loadError turns what the second parser says into a place. For what was never
// found, such as a closing quote, the beginning of it is the place to look.
func loadError(le *yaml4.LoadError, data []byte) (string, rule.Position, bool) {
	mark, message := le.Mark, le.Message
	if le.ContextMsg != "" {
		message = le.ContextMsg + ": " + message
	}
	if le.ContextMark.Line > 0 && (strings.Contains(message, "could not find") || strings.Contains(message, "unexpected end")) {
		mark = le.ContextMark
	}
	line, column := mark.Line, mark.Column
	if line == 0 {
		index := min(max(mark.Index, 0), len(data))
		before := data[:index]
		line = bytes.Count(before, []byte("\n")) + 1
		column = utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	}
	return message, rule.Position{Line: max(line, 1), Column: max(column, 1)}, true
}
