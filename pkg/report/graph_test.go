package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

// edges are the edges of a graph as text, a ? where there is doubt.
func edges(g *report.Graph) (out []string) {
	for _, e := range g.Edges {
		s := e.From.ID + " " + e.Sort + " " + e.To.ID
		if e.Doubt {
			s += " ?"
		}
		out = append(out, s)
	}
	return out
}

func TestGraph(t *testing.T) {
	v := view(t, map[string]string{
		"groups/a.yaml": "name: A\ntype: joint-forum\nreports_to: [{to: group/b, from: 2020-01-01, until: none}, {to: group/c, from: 2026..2027, until: none}]\n" +
			"responsibilities:\n  - {id: x, to: [{group: b, status: proposed}]}\n  - {id: y, to: [{group: b, status: decided}]}\n",
		"groups/b.yaml":        "name: B\ntype: joint-forum\nreplaces: [c]\ncommissioned_by: organization/o\n",
		"groups/c.yaml":        "name: C\ntype: joint-forum\n",
		"organizations/o.yaml": "name: O\ntype: other\nside: other\n",
	})
	d := &report.Desk{Writer: phrase.Writer{View: v, Lang: text.English}}
	all := edges(d.Structure())
	for _, want := range []string{"a reports-to b", "a reports-to c ?", "a hands-over b", "b replaces c"} {
		assert.Contains(t, all, want)
	}
	assert.NotContains(t, all, "b commissioned_by o", "no part of the structure")

	rec, ok := v.Record(model.Ref{Kind: model.GroupKind, ID: "b"})
	require.True(t, ok)
	g := d.Around(rec)
	assert.Equal(t, []string{"a reports-to b", "a hands-over b", "b commissioned_by o", "b replaces c"}, edges(g))
	assert.Equal(t, "b", g.Focus.ID)
	assert.Len(t, g.Nodes, 4)
	assert.NotContains(t, g.Key, "is responsible for")
}
