package render

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/report"
)

// hostileNames are what a stranger may call a record.
var hostileNames = []string{
	`"] --> x["`, `end`, `a --> b`, "two\nlines", `<script>alert(1)</script>`, `%%{init: {"securityLevel": "loose"}}%%`,
	"`markdown`", `|pipe|`, `\`, `\" \N \l`, `&quot;]`, `#quot;`, `click x "javascript:alert(1)"`, "\x1b[31mred", `$$x$$`, `:::class`, `subgraph`,
}

func hostileGraph() *report.Graph {
	g := &report.Graph{Title: "T", Key: []string{"K"}}
	for i, name := range hostileNames {
		ref := model.Ref{Kind: model.GroupKind, ID: "g" + string(rune('a'+i))}
		g.Nodes = append(g.Nodes, report.Node{Ref: ref, Name: name, Status: name})
		g.Edges = append(g.Edges, report.Edge{From: ref, To: g.Nodes[0].Ref, Sort: "s", Label: name, Doubt: i%2 == 1})
	}
	return g
}

// TestGraphsObeyNothing checks that whatever a record is called, each line is a
// node, an edge or a style of ours, and each text one quoted string.
func TestGraphsObeyNothing(t *testing.T) {
	g := hostileGraph()
	var b bytes.Buffer
	require.NoError(t, GraphMermaid(&b, g))
	label := `"([^"#&<>%{}\[\]()|` + "`" + `\\;~*_@$\n]|#\d+;|<br/>)*"`
	line := regexp.MustCompile(`^(flowchart BT|  group_g[a-z]\[` + label + `\]|  group_g[a-z] (-->|-\.->)\|` + label + `\| group_ga|  key\[` + label + `\]:::key|  classDef [a-z0-9:,# -]+)$`)
	for l := range strings.Lines(b.String()) {
		assert.Regexp(t, line, strings.TrimSuffix(l, "\n"))
	}
	assert.Equal(t, len(g.Nodes)+len(g.Edges)+3, strings.Count(b.String(), "\n"))

	b.Reset()
	require.NoError(t, GraphDOT(&b, g))
	label = `"([^"\\\n]|\\["\\nl])*"`
	line = regexp.MustCompile(`^(digraph vis \{|\}|  (graph|node|edge|key) \[([a-z]+=(` + label + `|[A-Za-z0-9]+)(, )?)+\];|  group_g[a-z] \[label=` + label + `\];|  group_g[a-z] -> group_ga \[label=` + label + `(, style=dashed)?\];)$`)
	for l := range strings.Lines(b.String()) {
		assert.Regexp(t, line, strings.TrimSuffix(l, "\n"))
	}
	assert.NotContains(t, b.String(), "\x1b")
}

func TestGraphJSON(t *testing.T) {
	g := hostileGraph()
	var b bytes.Buffer
	require.NoError(t, GraphJSON(&b, g, Seen{Registry: "R"}))
	var out jsonGraph
	require.NoError(t, json.Unmarshal(b.Bytes(), &out))
	require.Len(t, out.Nodes, len(g.Nodes))
	for i, n := range out.Nodes {
		assert.Equal(t, hostileNames[i], n.Name)
	}
	assert.True(t, out.Edges[1].Doubt)
	assert.NotContains(t, b.String(), "\x1b")
}

func TestNodeIDs(t *testing.T) {
	seen := map[string]bool{}
	for _, ref := range []model.Ref{
		{Kind: model.GroupKind, ID: "a-b"}, {Kind: model.GroupKind, ID: "a/b"}, {Kind: model.GroupKind, ID: "a--b"},
		{Kind: model.GroupKind, ID: "a"}, {Kind: model.MeetingKind, ID: "a/b"}, {Kind: model.GroupKind, ID: "a_b"}, {Kind: model.GroupKind, ID: "å"},
	} {
		id := nodeID(ref)
		assert.Regexp(t, `^[a-z]+_[a-zA-Z0-9_]*$`, id)
		assert.False(t, seen[id], id)
		seen[id] = true
	}
}
