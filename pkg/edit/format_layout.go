package edit

import (
	"cmp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// lay puts the keys of every map in order and indents what stands in them. The
// text is taken apart by lines, and no line is written anew: each is moved as it
// is, and gets another indentation.
func lay(s *source, root *yaml.Node, at place) ([]byte, error) {
	l := &layout{source: s}
	l.lines = strings.Split(strings.TrimSuffix(l.text, "\n"), "\n")
	head, blank := l.fileHead(l.entries(root)[0].line)
	b := l.block(root, at, 0, head, len(l.lines))
	if l.err != nil {
		return nil, l.err
	}
	out := squeeze(l.lines[:head])
	if len(out) > 0 && (blank || len(b.pieces[0].head) > 0) {
		out = append(out, "")
	}
	lines, _ := b.write(0)
	return []byte(strings.Join(append(out, lines...), "\n") + "\n"), nil
}

// layout is a text that is being laid out anew.
type layout struct {
	*source
	lines []string
	err   error // the first thing that cannot be told
}

// fail gives up, because of a line.
func (l *layout) fail(line int) {
	if l.err == nil {
		l.err = &LeftAlone{line + 1, unsure}
	}
}

// fileHead is how many lines stay at the top of a file, and whether an empty one
// follows the last comment. Where several paragraphs of comments stand there, the
// last belongs to the key right below it.
func (l *layout) fileHead(first int) (lines int, blank bool) {
	lines = first
	start := first // of the last paragraph
	for start > 0 && strings.TrimSpace(l.lines[start-1]) != "" {
		start--
	}
	above := squeeze(l.lines[:start])
	marker := slices.ContainsFunc(l.lines[start:first], func(s string) bool { return strings.HasPrefix(s, "---") })
	if len(above) > 0 && !marker {
		lines = start
	}
	return lines, lines > 0 && strings.TrimSpace(l.lines[lines-1]) == ""
}

// member is one key of a map in block form, or one member of a list.
type member struct {
	line  int        // of the key or the dash, from 0
	key   *yaml.Node // nil in a list
	value *yaml.Node
}

// entries are those of a map or a list in block form.
func (l *layout) entries(n *yaml.Node) []member {
	out := make([]member, 0, len(n.Content))
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			out = append(out, member{n.Content[i].Line - 1, n.Content[i], n.Content[i+1]})
		}
		return out
	}
	for _, c := range n.Content {
		line := c.Line - 1
		for line > 0 && !isDash(l.lines[line], n.Column-1) {
			line--
		}
		if len(out) > 0 && line <= out[len(out)-1].line {
			l.fail(c.Line - 1)
		}
		out = append(out, member{line, nil, c})
	}
	return out
}

// isDash reports whether an entry of a list begins at a column.
func isDash(line string, column int) bool {
	return column < len(line) && line[column] == '-' && (column+1 == len(line) || line[column+1] == ' ' || line[column+1] == '\t')
}

// block is a map or a list in its new layout.
type block struct{ pieces []piece }

// piece is one key or one entry with all that stands in it and the comments that
// belong to it, or the comments below the last one, which have no body.
type piece struct {
	part  int // how many headings stand above
	rank  int
	blank bool     // an empty line above
	head  []string // comments above, not indented; "" for an empty line
	body  []string
	keeps bool // empty lines below would belong to its text
}

// block lays out a map or a list that stands in the lines from … to, which begin
// with the comments above its first key or entry.
func (l *layout) block(n *yaml.Node, at place, indent, from, to int) *block {
	entries := l.entries(n)
	column := n.Column - 1
	o := at.order(n)
	b := &block{pieces: make([]piece, 0, len(entries)+1)}
	for i, e := range entries {
		next := to
		if i+1 < len(entries) {
			next = entries[i+1].line
		}
		end := max(l.last(e.value, column), e.line) + 1
		if l.err != nil || end > next || from > e.line || !l.opensAt(e, column) {
			l.fail(e.line)
			return b
		}
		below := l.split(end, next, column, isBlockScalar(e.value))
		p := l.above(from, e.line)
		if e.key != nil {
			p.rank = o.rank(e.key.Value)
			l.pair(&p, e, o.under(e.key.Value), indent, end, below)
		} else {
			l.item(&p, e, at.item(), indent, column, end, below)
		}
		b.heading(&p, from > 0 && strings.TrimSpace(l.lines[from-1]) == "")
		b.pieces = append(b.pieces, p)
		from = below
	}
	if foot := l.above(from, to); len(foot.head) > 0 {
		foot.part = len(entries) + 1
		b.pieces = append(b.pieces, foot)
	}
	b.sort()
	return b
}

// opensAt reports whether nothing but blanks and dashes stands before a key or
// an entry.
func (l *layout) opensAt(e member, column int) bool {
	line := l.lines[e.line]
	return column < len(line) && strings.Trim(line[:column], " -") == "" && (e.key == nil || e.key.Column-1 == column)
}

// heading begins a new part of a block at a comment below an empty line: it may
// speak of all the keys that follow. They stay below it, and the first stays
// first, since it may speak of that one alone.
func (b *block) heading(p *piece, blank bool) {
	if i := len(b.pieces); i > 0 {
		p.part = b.pieces[i-1].part
		blank = p.blank
	}
	if blank && len(p.head) > 0 {
		p.part++
		p.rank = first
	}
}

// first is the rank of what begins a part.
const first = -100

// sort puts the pieces of each part in order. The one that comes first in all
// gives the empty line above it to the one that was.
func (b *block) sort() {
	if len(b.pieces) == 0 {
		return
	}
	was := b.pieces[0]
	b.pieces[0].blank = false
	slices.SortStableFunc(b.pieces, func(a, b piece) int {
		return cmp.Or(a.part-b.part, a.rank-b.rank)
	})
	if now := b.pieces[0]; now.rank != was.rank && now.blank {
		i := slices.IndexFunc(b.pieces, func(p piece) bool { return p.part == was.part && p.rank == was.rank })
		b.pieces[i].blank = true
	}
}

// above is what stands above a key, an entry, or the end.
func (l *layout) above(from, to int) piece {
	lines := l.lines[from:to]
	p := piece{}
	if len(lines) > 0 {
		p.head = squeeze(lines)
		p.blank = strings.TrimSpace(lines[0]) == ""
		if len(p.head) > 0 && strings.TrimSpace(lines[len(lines)-1]) == "" {
			p.head = append(p.head, "")
		}
	}
	return p
}

// split tells how many of the lines from … to, comments between two keys or
// entries, belong to the upper: those that are indented further than both. Below a
// text of several lines they would become a part of it.
func (l *layout) split(from, to, column int, text bool) int {
	end, over := from, text
	for i := from; i < to; i++ {
		line := strings.TrimLeft(l.lines[i], " \t")
		switch {
		case line == "":
		case line[0] != '#':
			l.fail(i)
		case !over && indentOf(l.lines[i]) > column:
			end = i + 1
		default:
			over = true
		}
	}
	return end
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

func isBlockScalar(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
}

// isBlock reports a map or a list whose parts stand on lines of their own.
func isBlock(n *yaml.Node) bool {
	return n.Kind != yaml.ScalarNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) > 0
}

// pair lays out a key and what stands under it, up to the line end, and the
// comments up to the line below.
func (l *layout) pair(p *piece, e member, at place, indent, end, below int) {
	column := e.key.Column - 1
	text := indented(l.lines[e.line], column, indent)
	if isBlock(e.value) {
		if e.value.Line-1 == e.line {
			l.fail(e.line)
			return
		}
		lines, keeps := l.block(e.value, at, indent+2, e.line+1, below).write(indent + 2)
		p.body, p.keeps = append(append(make([]string, 0, 1+len(lines)), trim(text, false)), lines...), keeps
		return
	}
	p.body = append(make([]string, 0, end-e.line), trim(text, l.opens(e, end)))
	l.rest(p, e, column, indent, end)
	l.foot(p, indent, end, below)
}

// item is pair for an entry of a list. The comments of what comes first in it
// are moved above the dash.
func (l *layout) item(p *piece, e member, at place, indent, column, end, below int) {
	line, start := l.lines[e.line], e.value.Line-1
	if !isBlock(e.value) {
		text := line[column:]
		if start == e.line {
			text = "- " + l.text[l.offset(e.value):l.lineEnd(l.offset(e.value))]
		}
		p.body = append(p.body, trim(pad(indent)+text, l.opens(e, end)))
		l.rest(p, e, column, indent, end)
		l.foot(p, indent, end, below)
		return
	}
	from := start
	if start != e.line {
		from = e.line + 1
		if comment := strings.Trim(line[column+1:], " \t"); comment != "" {
			p.head = append(p.head, comment)
		}
	}
	b := l.block(e.value, at, indent+2, from, below)
	if l.err != nil {
		return
	}
	p.head, b.pieces[0].head = append(p.head, b.pieces[0].head...), nil
	p.body, p.keeps = b.write(indent + 2)
	p.body[0] = pad(indent) + "- " + p.body[0][indent+2:]
}

// foot adds the comments below a value that is no map or list in block form.
func (l *layout) foot(p *piece, indent, end, below int) {
	foot := l.above(end, below)
	if len(foot.head) == 0 {
		return
	}
	if foot.blank && !p.keeps {
		p.body = append(p.body, "")
	}
	for _, line := range foot.head {
		p.body = append(p.body, pad(indent+2)+line)
	}
	p.keeps = false
}

// opens reports whether a quoted or plain text goes on after its first line.
func (l *layout) opens(e member, end int) bool {
	return end > e.line+1 && !isBlockScalar(e.value)
}

// rest adds the lines below the first of a value that is no map or list in
// block form. Those of a text of several lines keep their place in relation to
// each other, and so does what stands within brackets.
func (l *layout) rest(p *piece, e member, column, indent, end int) {
	start := e.value.Line - 1
	if unwritten(e.value) {
		start = e.line
	}
	for i := e.line + 1; i < end; i++ {
		line := l.lines[i]
		text := strings.TrimLeft(line, " \t")
		switch {
		case i > start && isBlockScalar(e.value):
			l.content(p, e.value, column, indent, end)
			return
		case text != "":
			text = indented(line, len(line)-len(text), max(indent+2, indentOf(line)+indent-column))
			p.body = append(p.body, trim(text, i < end-1))
		case i > start:
			p.body = append(p.body, "")
		}
	}
}

// content adds the lines of a text that begins with | or >.
func (l *layout) content(p *piece, n *yaml.Node, column, indent, end int) {
	b := l.blockScalar(n, column)
	deep := indent + 2
	if b.given > 0 {
		deep = indent + b.given
	}
	for i := n.Line; i < end; i++ {
		line := l.lines[i]
		switch {
		case len(line) > b.indent:
			p.body = append(p.body, indented(line, b.indent, deep))
		default:
			p.body = append(p.body, "")
		}
	}
	p.keeps = b.keep
}

// write is a block as lines.
func (b *block) write(indent int) (out []string, keeps bool) {
	lines := 0
	for i := range b.pieces {
		lines += 1 + len(b.pieces[i].head) + len(b.pieces[i].body)
	}
	out = make([]string, 0, lines)
	for i := range b.pieces {
		p := &b.pieces[i]
		if i > 0 && p.blank && !keeps {
			out = append(out, "")
		}
		for j, line := range p.head {
			if line != "" {
				line = pad(indent) + line
			} else if j == len(p.head)-1 && p.body == nil {
				break
			}
			out = append(out, line)
		}
		out, keeps = append(out, p.body...), p.keeps
	}
	return out, keeps
}
