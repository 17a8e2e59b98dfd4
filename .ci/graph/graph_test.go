// Package graph draws what vis graph writes with the programs that it is for.
package graph

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/cli"
	"github.com/vis-samverkan/vis/pkg/edtf"
)

// hostile are names that would be commands to the programs that draw.
var hostile = []string{
	`"] --> x["`, `end`, `<b onclick="x()">b</b>`, `%%{init: {"securityLevel": "loose"}}%%`, "`markdown`", `|pipe|`, `\`, `\" \N`,
	`&quot;]`, `#quot;`, `$$x$$`, `x@{ shape: circle }`, `:::class`, `subgraph`, `a;b`, `// comment`, `<!-- -->`,
}

// registries are the real registry and one in which every name is hostile.
func registries(t *testing.T) map[string]string {
	t.Helper()
	dir := t.TempDir()
	write := func(name, data string) {
		name = filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(data), 0o644))
	}
	write("vis.yaml", "schema: 1\nname: Prov\nlanguage: sv\n")
	for i, name := range hostile {
		quoted, err := json.Marshal(name)
		require.NoError(t, err)
		id := string(rune('a' + i))
		write("groups/"+id+".yaml", "name: "+string(quoted)+"\ntype: joint-forum\nreports_to: [{to: group/end, from: 2020-01-01, until: 2030-01-01}]\n")
	}
	write("groups/end.yaml", "name: end\ntype: joint-forum\n")
	return map[string]string{"real": "../../registry", "hostile": dir}
}

func vis(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errOut bytes.Buffer
	dir, err := os.Getwd()
	require.NoError(t, err)
	exit := cli.Run(t.Context(), cli.Env{
		Args: args, Dir: dir, In: strings.NewReader(""), Out: &out, Err: &errOut,
		Getenv: func(string) string { return "" }, Today: edtf.DayOf(2026, 1, 1),
	})
	require.Equal(t, 0, exit, errOut.String())
	return out.Bytes()
}

// size is how many nodes and edges a graph is to have, by its JSON.
func size(t *testing.T, args ...string) (nodes, edges int) {
	t.Helper()
	var g struct {
		Nodes, Edges []any
		Key          []string
	}
	require.NoError(t, json.Unmarshal(vis(t, append(args, "-f", "json")...), &g))
	require.NotEmpty(t, g.Nodes)
	nodes = len(g.Nodes)
	if len(g.Key) > 0 {
		nodes++ // the key is a node, too
	}
	return nodes, len(g.Edges)
}

// needs skips the test where a program is not there, unless it is demanded.
func needs(t *testing.T, found bool, what, demand string) {
	t.Helper()
	switch {
	case found:
	case os.Getenv(demand) != "":
		t.Fatal(what + " is missing, and " + demand + " demands it")
	default:
		t.Skip(what + " is missing")
	}
}

func TestGraphviz(t *testing.T) {
	_, err := exec.LookPath("dot")
	needs(t, err == nil, "dot", "VIS_REQUIRE_GRAPHVIZ")
	for name, dir := range registries(t) {
		for _, lang := range []string{"sv", "en"} {
			args := []string{"graph", "--registry", dir, "--lang", lang}
			nodes, edges := size(t, args...)
			c := exec.Command("dot", "-Tsvg")
			c.Stdin = bytes.NewReader(vis(t, append(args, "-f", "dot")...))
			var errOut bytes.Buffer
			c.Stderr = &errOut
			svg, err := c.Output()
			require.NoError(t, err, errOut.String())
			assert.Empty(t, errOut.String(), name)
			assert.Equal(t, nodes, count(t, svg, "node"), name)
			assert.Equal(t, edges, count(t, svg, "edge"), name)
			assert.False(t, bytes.Contains(svg, []byte("<a ")), "%s: a link that nobody asked for", name)
		}
	}
}

// count counts the groups of a class in a picture.
func count(t *testing.T, svg []byte, class string) (n int) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return n
		}
		require.NoError(t, err)
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "g" {
			for _, a := range start.Attr {
				if a.Name.Local == "class" && a.Value == class {
					n++
				}
			}
		}
	}
}

func TestMermaid(t *testing.T) {
	_, err := os.Stat("node_modules/mermaid")
	_, noNode := exec.LookPath("node")
	needs(t, err == nil && noNode == nil, "Mermaid (npm ci)", "VIS_REQUIRE_MERMAID")
	read := func(text []byte) (out struct {
		Nodes, Edges int
		Fault        string
	}) {
		file := filepath.Join(t.TempDir(), "g.mmd")
		require.NoError(t, os.WriteFile(file, text, 0o644))
		answer, err := exec.Command("node", "parse.mjs", file).Output()
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(answer, &out), string(answer))
		return out
	}
	for name, dir := range registries(t) {
		args := []string{"graph", "--registry", dir}
		nodes, edges := size(t, args...)
		got := read(vis(t, args...))
		assert.Empty(t, got.Fault, name)
		assert.Equal(t, nodes, got.Nodes, name)
		assert.Equal(t, edges, got.Edges, name)
	}
	assert.NotEmpty(t, read([]byte("flowchart BT\n a[\"x\" --> b\n")).Fault, "a graph that is not one")
}
