package edit

import (
	"sort"
	"strings"

	"gopkg.in/yaml.v3"
)

// last is the last line of a value, from 0, or -1 where nothing of it is
// written. column is that of the map or the list that it stands in. The parser
// tells where a value begins, and not where it ends.
func (l *layout) last(n *yaml.Node, column int) int {
	switch {
	case unwritten(n):
		return -1
	case isBlock(n) && n.Kind == yaml.MappingNode:
		key, value := n.Content[len(n.Content)-2], n.Content[len(n.Content)-1]
		return max(key.Line-1, l.last(value, n.Column-1))
	case isBlock(n):
		c := n.Content[len(n.Content)-1]
		return max(c.Line-1, l.last(c, n.Column-1))
	case n.Kind != yaml.ScalarNode:
		return l.lineBefore(l.flowEnd(n), n)
	case isBlockScalar(n):
		return l.blockScalar(n, column).last
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		return l.lineBefore(l.quoteEnd(l.offset(n)), n)
	}
	return l.plainEnd(n)
}

// lineBefore is the line of the character before an offset, which must have
// been found.
func (l *layout) lineBefore(offset int, n *yaml.Node) int {
	if offset <= 0 {
		l.fail(n.Line - 1)
		return n.Line - 1
	}
	return l.lineOf(offset - 1)
}

// plainEnd is the last line of a text without quotes: where all of it has been
// seen.
func (l *layout) plainEnd(n *yaml.Node) int {
	at := l.offset(n)
	line := n.Line - 1
	if rest, ok := strings.CutPrefix(l.text[at:l.lineEnd(at)], n.Value); ok {
		if rest = strings.TrimLeft(rest, " \t"); rest == "" || rest[0] == '#' {
			return line
		}
	}
	left := strings.Join(strings.Fields(n.Value), "")
	text := l.text[at:l.lineEnd(at)]
	for {
		for _, word := range strings.Fields(text) {
			if !strings.HasPrefix(left, word) {
				break // a comment, or a colon
			}
			left = left[len(word):]
		}
		if left == "" || line+1 >= len(l.lines) {
			break
		}
		line++
		text = l.lines[line]
	}
	if left != "" {
		l.fail(n.Line - 1)
	}
	return line
}

// blockScalar is what is to be known of a text that begins with | or >.
type blockScalar struct {
	indent int // of its lines
	given  int // the number after the sign, 0 where there is none
	keep   bool
	last   int // the last line
}

func (l *layout) blockScalar(n *yaml.Node, column int) blockScalar {
	b := blockScalar{last: n.Line - 1}
	at := l.offset(n) + 1
	for ; at < len(l.text); at++ {
		switch c := l.text[at]; {
		case c == '+':
			b.keep = true
		case c >= '1' && c <= '9':
			b.given = int(c - '0')
		case c == '-':
		default:
			at = len(l.text)
		}
	}
	b.indent = column + b.given
	first := n.Line // the first line below
	if b.given == 0 {
		b.indent = column + 1
		for i := first; i < len(l.lines); i++ {
			b.indent = max(b.indent, indentOf(l.lines[i]))
			if strings.Trim(l.lines[i], " ") != "" {
				break
			}
		}
	}
	for i := first; i < len(l.lines); i++ {
		line := l.lines[i]
		blank := strings.Trim(line, " ") == ""
		if !blank && indentOf(line) < b.indent {
			break
		}
		if !blank || b.keep || len(line) > b.indent {
			b.last = i
		}
	}
	return b
}

// indented is a line from a column on with another indentation.
func indented(line string, column, indent int) string {
	if column == indent && indentOf(line) >= column {
		return line
	}
	return pad(indent) + line[column:]
}

const spaces = "                                                                "

func pad(n int) string {
	if n <= len(spaces) {
		return spaces[:n]
	}
	return strings.Repeat(" ", n)
}

// trim takes away the blanks at the end of a line. In a text that goes on they
// may stand after a backslash, which then is not the last.
func trim(line string, goesOn bool) string {
	t := strings.TrimRight(line, " \t")
	if goesOn && strings.HasSuffix(t, `\`) && len(t) < len(line) {
		return line[:len(t)+1]
	}
	return t
}

// lineOf is the line of an offset, from 0.
func (s *source) lineOf(offset int) int {
	return sort.SearchInts(s.starts, offset+1) - 1
}
