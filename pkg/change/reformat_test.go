package change_test

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
)

// TestAnotherLayout writes every file of the real registry anew, as text: other
// quotes, other line breaks, other comments, keys in another order, and lists in
// another order where that says nothing. Nothing has changed.
func TestAnotherLayout(t *testing.T) {
	base := view(t, stockholm())
	for seed := range uint64(3) {
		r := &reformer{Rand: rand.New(rand.NewPCG(5, seed)), did: map[string]int{}}
		files := fstest.MapFS{}
		require.NoError(t, fs.WalkDir(stockholm(), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(stockholm(), name)
			require.NoError(t, err)
			if ref, ok := load.RefOf(name); ok {
				data = r.file(t, ref.Kind, data)
			}
			files[name] = &fstest.MapFile{Data: data}
			return nil
		}))
		assert.Empty(t, lines(change.Compare(base, view(t, files))))
		for _, what := range []string{"keys", "list", "quotes", "wrap", "comment", "style"} {
			assert.Greater(t, r.did[what], 100, what)
		}
	}
}

// reformer writes a file anew, at random.
type reformer struct {
	*rand.Rand
	did map[string]int
}

// sometimes is true half of the time, and counts.
func (r *reformer) sometimes(what string) bool {
	if r.IntN(2) == 0 {
		return false
	}
	r.did[what]++
	return true
}

func (r *reformer) file(t *testing.T, kind model.Kind, data []byte) []byte {
	var doc yaml.Node
	require.NoError(t, yaml.Unmarshal(data, &doc))
	m := model.Fields(kind)
	r.node(doc.Content[0], m.Root, m)
	var out bytes.Buffer
	e := yaml.NewEncoder(&out)
	e.SetIndent(2 + r.IntN(4))
	require.NoError(t, e.Encode(&doc))
	require.NoError(t, e.Close())
	return out.Bytes()
}

// node changes a value of a field, or a map with fields of its own.
func (r *reformer) node(n *yaml.Node, f *model.Field, m *model.Map) {
	switch n.Kind {
	case yaml.MappingNode:
		r.mapping(n, f, m)
	case yaml.SequenceNode:
		if f != nil && f.Shape == model.Many && !f.Ordered && r.sometimes("list") {
			r.Shuffle(len(n.Content), func(i, j int) { n.Content[i], n.Content[j] = n.Content[j], n.Content[i] })
		}
		for _, entry := range n.Content {
			r.node(entry, f, m)
		}
	case yaml.ScalarNode:
		r.scalar(n, f)
	}
}

func (r *reformer) mapping(n *yaml.Node, f *model.Field, m *model.Map) {
	type pair struct{ key, value *yaml.Node }
	var pairs []pair
	flow := n.Style&yaml.FlowStyle != 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		var inner *model.Field
		if m != nil {
			inner, _ = m.Field(key.Value)
		}
		switch {
		case inner != nil:
			r.node(value, inner, inner.Map)
		case f != nil && f.Shape == model.Keyed: // a row of a table
			r.node(value, nil, f.Map)
		case m == nil && f != nil: // the parts of a text or a number
			r.node(value, f, nil)
		default:
			r.node(value, nil, nil)
		}
		if !flow && r.IntN(4) == 0 {
			key.HeadComment = "# en kommentar: med [tecken] och 'citat'"
			r.did["comment"]++
		}
		pairs = append(pairs, pair{key, value})
	}
	if r.sometimes("keys") {
		r.Shuffle(len(pairs), func(i, j int) { pairs[i], pairs[j] = pairs[j], pairs[i] })
	}
	n.Content = n.Content[:0]
	for _, p := range pairs {
		n.Content = append(n.Content, p.key, p.value)
	}
	if flow && !holdsBlock(n) && r.sometimes("style") {
		n.Style &^= yaml.FlowStyle
	}
}

// holdsBlock reports whether a value spans lines, and would not be itself
// otherwise.
func holdsBlock(n *yaml.Node) bool {
	return n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 || slices.ContainsFunc(n.Content, holdsBlock)
}

func (r *reformer) scalar(n *yaml.Node, f *model.Field) {
	_, answer := model.AnswerWord(n.Value)
	if n.Tag != "!!str" || answer || n.Value == "all" {
		return
	}
	if f != nil && f.Class == model.ClassText && strings.Contains(n.Value, " ") && r.sometimes("wrap") {
		words := strings.Fields(n.Value)
		var b strings.Builder
		for i, word := range words {
			if i > 0 {
				b.WriteString([]string{" ", "\n"}[r.IntN(2)])
			}
			b.WriteString(word)
		}
		n.Value, n.Style = b.String(), yaml.LiteralStyle
		return
	}
	if r.sometimes("quotes") {
		n.Style = []yaml.Style{yaml.SingleQuotedStyle, yaml.DoubleQuotedStyle}[r.IntN(2)]
	}
}
