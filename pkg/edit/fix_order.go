package edit

import (
	"bytes"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/model"
)

// reorder puts the entries of a list in another order, each with all its lines,
// character for character. The list is the innermost that a path leads into, and
// order tells by where they stand now which entries come first. It is not ok, and
// the file is to be left alone, where an entry shares a line with anything else,
// or where it is not plain which entry a comment or an empty line belongs to.
func reorder(file []byte, path model.Path, order []int) (out []byte, ok bool) {
	plain, err := plainText(file)
	if err != nil {
		return nil, false
	}
	root, err := readTree(plain)
	if err != nil || root == nil {
		return nil, false
	}
	list := listAt(root, path)
	if list == nil || !isBlock(list) || !isOrder(order, len(list.Content)) {
		return nil, false
	}
	l := &layout{source: newSource(plain)}
	l.lines = strings.Split(strings.TrimSuffix(l.text, "\n"), "\n")
	starts, ok := l.pieces(list)
	lines := slices.Collect(bytes.Lines(file)) // with the ends that they have
	first, last := starts[0], starts[len(order)]
	if !ok || !bytes.HasSuffix(lines[last-1], []byte("\n")) {
		return nil, false
	}
	moved := slices.Clone(lines[:first])
	entries := make([]*yaml.Node, 0, len(order))
	for _, i := range order {
		moved = append(moved, lines[starts[i]:starts[i+1]]...)
		entries = append(entries, list.Content[i])
	}
	out = bytes.Join(append(moved, lines[last:]...), nil)
	list.Content = entries
	if plain, err = plainText(out); err != nil {
		return nil, false
	}
	after, err := readTree(plain)
	return out, err == nil && after != nil && same(root, after)
}

// listAt is the innermost list that a path leads into, or nil.
func listAt(n *yaml.Node, path model.Path) (list *yaml.Node) {
	for _, step := range path {
		switch {
		case step.Index < 0:
			n = under(n, step.Key)
		case n.Kind != yaml.SequenceNode || step.Index >= len(n.Content):
			return nil
		default:
			list, n = n, n.Content[step.Index]
		}
		if n == nil {
			break
		}
	}
	return list
}

// isOrder reports whether order has every position of a list of n once.
func isOrder(order []int, n int) bool {
	sorted := slices.Sorted(slices.Values(order))
	for i, at := range sorted {
		if i != at {
			return false
		}
	}
	return len(order) == n
}

// pieces are the lines, from 0, that the entries of a list begin at with the
// comments right above them, and last the line below them all. It is not ok where
// something else stands between them, or a comment that may be of another.
func (l *layout) pieces(list *yaml.Node) (starts []int, ok bool) {
	members, column := l.entries(list), list.Column-1
	starts = make([]int, len(members)+1)
	from := members[0].line
	for from > 0 && isAside([]byte(l.lines[from-1])) {
		from--
	}
	starts[0], ok = l.head(from, members[0].line, column)
	for i, e := range members {
		end := max(l.last(e.value, column), e.line) + 1
		next := end
		for next < len(l.lines) && isAside([]byte(l.lines[next])) {
			next++
		}
		below := l.split(end, next, column, isBlockScalar(e.value)) // what is indented further is of the entry
		starts[i+1] = below
		ok = ok && strings.HasPrefix(l.lines[e.line], pad(column)+"-") && !slices.ContainsFunc(l.lines[end:below], isBlank)
		if i+1 < len(members) {
			start, plain := l.head(below, next, column)
			ok = ok && plain && start == below && next == members[i+1].line
			continue
		}
		ok = ok && !slices.ContainsFunc(l.lines[below:next], func(line string) bool {
			return !isBlank(line) && indentOf(line) >= column
		})
	}
	return starts, ok && l.err == nil
}

// head is the first of the comments right above a line, among those from another
// line on. It is not ok if one of them does not stand at the column.
func (l *layout) head(from, line, column int) (start int, ok bool) {
	for start = line; start > from && !isBlank(l.lines[start-1]); start-- {
		if indentOf(l.lines[start-1]) != column {
			return start, false
		}
	}
	return start, true
}

func isBlank(line string) bool { return strings.TrimSpace(line) == "" }
