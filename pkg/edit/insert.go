package edit

import (
	"bytes"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Why an entry cannot be written into a file.
var (
	noPlace = text.Both{
		Sv: "listan som posten ska stå i går inte att skriva i: den saknar plats, eller är ingen vanlig lista",
		En: "the list that the entry belongs in cannot be written in: it is not there, or is no plain list",
	}
	unplain = text.Both{
		Sv: "radsluten är inte de vanliga; kör ”vis fmt” på filen först",
		En: "the ends of lines are not the usual ones; run “vis fmt” on the file first",
	}
)

// longestLine is how long a line with an entry within braces may become.
const longestLine = 120

// Insert writes an entry last in a list of a file. name is the file's path from
// the top of the registry. to leads to the list: where its key is missing, it is
// written too, and an entry on the way that is only an id becomes a map. All else
// in the file stays as it is, every comment and every line; a file that was in
// canonical form still is. The error is a *LeftAlone, or tells of a value that
// Compose would not take either.
func Insert(name string, file []byte, to model.Path, entry Entries) ([]byte, error) {
	ref, ok := load.RefOf(name)
	if !ok {
		return nil, &LeftAlone{0, notOurs}
	}
	plain, err := plainText(file)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(plain, file) {
		return nil, &LeftAlone{0, unplain}
	}
	file = endText(slices.Clone(file))
	root, err := readTree(file)
	if err != nil {
		return nil, err
	}
	if root == nil || !isBlock(root) {
		return nil, &LeftAlone{0, noPlace}
	}
	s := newSource(file)
	in := &inserter{inliner: &inliner{source: s}}
	in.layout = &layout{source: s, lines: strings.Split(strings.TrimSuffix(s.text, "\n"), "\n")}
	if err := in.into(root, top(ref.Kind), to, entry, -1, len(in.layout.lines)); err != nil {
		return nil, err
	}
	if in.layout.err != nil {
		return nil, in.layout.err
	}
	out := in.apply()
	after, err := readTree(out)
	if err != nil || after == nil || !same(root, after) { // root was changed along with the text
		return nil, &LeftAlone{0, unsure}
	}
	if canonical, err := Format(name, file); err == nil && bytes.Equal(canonical, file) {
		return Format(name, out)
	}
	return out, nil
}

// inserter changes a text, and its tree in the same way, to compare with what
// the new text holds.
type inserter struct {
	*inliner
	layout *layout
}

// into follows a path to its list. n is what stands at a place: a map, or the
// list itself where the path ends. column is that of the map or list around it,
// and the lines up to end are its own.
func (in *inserter) into(n *yaml.Node, at place, to model.Path, entry Entries, column, end int) error {
	if len(to) == 0 {
		return in.last(n, at, entry, column, end)
	}
	step := to[0]
	if step.Index >= 0 {
		if n.Kind != yaml.SequenceNode || step.Index >= len(n.Content) {
			return &LeftAlone{n.Line, noPlace}
		}
		item := n.Content[step.Index]
		if step.Index+1 < len(n.Content) && isBlock(n) {
			end = in.layout.entries(n)[step.Index+1].line
		}
		if item.Kind == yaml.ScalarNode {
			return in.lengthen(n, step.Index, at.item(), to[1:], entry)
		}
		return in.into(item, at.item(), to[1:], entry, n.Column-1, end)
	}
	if n.Kind != yaml.MappingNode {
		return &LeftAlone{n.Line, noPlace}
	}
	o := at.order(n)
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value != step.Key {
			continue
		}
		if i+2 < len(n.Content) && isBlock(n) {
			end = n.Content[i+2].Line - 1
		}
		return in.into(n.Content[i+1], o.under(step.Key), to[1:], entry, n.Column-1, end)
	}
	if len(to) > 1 {
		return &LeftAlone{n.Line, noPlace}
	}
	return in.key(n, o, step.Key, entry, end)
}

// last writes an entry after the others of a list.
func (in *inserter) last(list *yaml.Node, at place, entry Entries, column, end int) error {
	if list.Kind != yaml.SequenceNode {
		return &LeftAlone{list.Line, noPlace}
	}
	item, err := ordered(entry, at.item())
	if err != nil {
		return err
	}
	defer func() { list.Content = append(list.Content, item) }()
	if list.Style&yaml.FlowStyle != 0 {
		from, to, ok := in.oneLine(list)
		if !ok {
			return &LeftAlone{list.Line, noPlace}
		}
		text, err := braced(item)
		if err != nil {
			return err
		}
		if len(list.Content) > 0 {
			text = ", " + text
		}
		inside := strings.TrimRight(in.text[from:to-1], " ")
		in.put(from+len(inside), text)
		return nil
	}
	entries := in.layout.entries(list)
	lastEntry := entries[len(entries)-1]
	dash := list.Column - 1
	text, err := in.entryLike(item, lastEntry.value, dash)
	if err != nil {
		return err
	}
	return in.below(lastEntry.value, lastEntry.line, dash, end, text)
}

// key writes a list with an entry under a key that a map does not have yet,
// where the key belongs.
func (in *inserter) key(m *yaml.Node, o order, key string, entry Entries, end int) error {
	at := o.under(key)
	if at.field == nil {
		return &LeftAlone{m.Line, noPlace}
	}
	item, err := ordered(entry, at.item())
	if err != nil {
		return err
	}
	before := -1
	for i := 0; i+1 < len(m.Content); i += 2 {
		if o.rank(m.Content[i].Value) < o.rank(key) {
			before = i
		}
	}
	if before < 0 {
		return &LeftAlone{m.Line, noPlace}
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{item}}
	value := m.Content[before+1]
	if before+2 < len(m.Content) && isBlock(m) {
		end = m.Content[before+2].Line - 1
	}
	m.Content = slices.Insert(m.Content, before+2, scalar(key, place{}), list)
	if m.Style&yaml.FlowStyle != 0 {
		_, to, ok := in.oneLine(value)
		if _, _, whole := in.oneLine(m); !ok || !whole {
			return &LeftAlone{m.Line, noPlace}
		}
		text, err := braced(list)
		if err != nil {
			return err
		}
		in.put(to, ", "+key+": "+text)
		return nil
	}
	column := m.Column - 1
	text, err := in.entryLike(item, item, column+2)
	if err != nil {
		return err
	}
	return in.below(value, m.Content[before].Line-1, column, end, pad(column)+key+":\n"+text)
}

// lengthen makes a map of an entry that is only an id, with a list in it.
func (in *inserter) lengthen(list *yaml.Node, i int, at place, to model.Path, entry Entries) error {
	short := list.Content[i]
	from, end, ok := in.scalar(short)
	if !ok || len(to) != 1 || at.field == nil || at.field.Map == nil || at.field.Map.Short == nil {
		return &LeftAlone{short.Line, noPlace}
	}
	o := order{fields: at.field.Map}
	item, err := ordered(entry, o.under(to[0].Key).item())
	if err != nil {
		return err
	}
	long := &yaml.Node{Kind: yaml.MappingNode, Line: short.Line, Column: short.Column, Content: []*yaml.Node{
		scalar(at.field.Map.Short.Key, place{}), short,
		scalar(to[0].Key, place{}), {Kind: yaml.SequenceNode, Content: []*yaml.Node{item}},
	}}
	list.Content[i] = long
	written := at.field.Map.Short.Key + ": " + in.text[from:end]
	if list.Style&yaml.FlowStyle != 0 {
		text, err := braced(long.Content[3])
		if err != nil {
			return err
		}
		in.changes = append(in.changes, change{from, end, "{" + written + ", " + to[0].Key + ": " + text + "}"})
		return nil
	}
	text, err := in.entryLike(item, item, short.Column+1)
	if err != nil {
		return err
	}
	in.changes = append(in.changes, change{from, end, written})
	in.put(in.lineEnd(from)+1, pad(short.Column-1)+to[0].Key+":\n"+text)
	return nil
}

// put writes a text at an offset.
func (in *inserter) put(at int, text string) {
	in.changes = append(in.changes, change{at, at, text})
}

// below writes lines below a value that begins on a line of its own map or list,
// and below the comments that belong to it.
func (in *inserter) below(value *yaml.Node, line, column, end int, text string) error {
	last := max(in.layout.last(value, column), line) + 1
	if last > end {
		return &LeftAlone{line + 1, unsure}
	}
	last = in.layout.split(last, end, column, isBlockScalar(value))
	if last < len(in.starts) {
		in.put(in.starts[last], text)
		return nil
	}
	in.put(len(in.text), text)
	return nil
}

// entryLike is an entry of a list in block form, on one line within braces where
// its neighbour is and there is room.
func (in *inserter) entryLike(item, neighbour *yaml.Node, indent int) (string, error) {
	if neighbour.Style&yaml.FlowStyle != 0 {
		text, err := braced(item)
		if line := pad(indent) + "- " + text; err != nil || len([]rune(line)) <= longestLine {
			return line + "\n", err
		}
	}
	lines, err := encode(&yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{item}})
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for line := range strings.Lines(lines) {
		if strings.TrimSpace(line) != "" {
			b.WriteString(pad(indent))
		}
		b.WriteString(line)
	}
	return b.String(), nil
}

// ordered is an entry as YAML, with its keys in canonical order.
func ordered(entry Entries, at place) (*yaml.Node, error) {
	n, err := node(entry, at)
	if err == nil {
		inOrder(n, at)
	}
	return n, err
}

func inOrder(n *yaml.Node, at place) {
	switch n.Kind {
	case yaml.SequenceNode:
		for _, c := range n.Content {
			inOrder(c, at.item())
		}
	case yaml.MappingNode:
		o := at.order(n)
		pairs := slices.Collect(slices.Chunk(slices.Clone(n.Content), 2))
		slices.SortStableFunc(pairs, func(a, b []*yaml.Node) int { return o.rank(a[0].Value) - o.rank(b[0].Value) })
		n.Content = slices.Concat(pairs...)
		for _, p := range pairs {
			inOrder(p[1], o.under(p[0].Value))
		}
	}
}

// braced is a value on one line, within brackets and braces.
func braced(n *yaml.Node) (string, error) {
	was := n.Style
	n.Style |= yaml.FlowStyle
	defer func() { n.Style = was }()
	text, err := encode(n)
	return strings.TrimSuffix(text, "\n"), err
}

// encode writes YAML indented by two.
func encode(n *yaml.Node) (string, error) {
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(n); err != nil {
		return "", err
	}
	return b.String(), e.Close()
}
