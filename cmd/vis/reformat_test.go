package main_test

import (
	"bytes"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"
)

// reformat writes every record of a folder as another program would: without
// comments, with its keys in another order and other quotes and wrapping.
func reformat(t *testing.T, files fstest.MapFS, folder string) {
	t.Helper()
	for name, file := range files {
		if !strings.HasPrefix(name, folder+"/") || path.Ext(name) != ".yaml" {
			continue
		}
		var doc yaml.Node
		require.NoError(t, yaml.Unmarshal(file.Data, &doc), name)
		restyle(&doc)
		var out bytes.Buffer
		enc := yaml.NewEncoder(&out)
		enc.SetIndent(6)
		require.NoError(t, enc.Encode(&doc))
		require.NoError(t, enc.Close())
		files[name] = &fstest.MapFile{Data: out.Bytes()}
	}
}

// restyle takes out comments, turns maps around, writes flow as block and
// folded text as a quoted string.
func restyle(n *yaml.Node) {
	n.HeadComment, n.LineComment, n.FootComment = "", "", ""
	switch n.Kind {
	case yaml.MappingNode:
		n.Style = 0
		turned := make([]*yaml.Node, 0, len(n.Content))
		for pair := range slices.Chunk(n.Content, 2) {
			turned = append(pair, turned...)
		}
		n.Content = turned
	case yaml.SequenceNode:
		n.Style = 0
	case yaml.ScalarNode:
		// A quoted answer is a text that reads so, so those stay as they are.
		if n.Tag == "!!str" && !slices.Contains([]string{"unknown", "none", "not-applicable"}, n.Value) {
			n.Style = yaml.DoubleQuotedStyle
		}
	}
	for _, c := range n.Content {
		restyle(c)
	}
}
