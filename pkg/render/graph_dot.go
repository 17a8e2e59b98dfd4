package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/report"
)

// dotShapes are the shapes of the kinds; the others are boxes.
var dotShapes = map[model.Kind]string{
	model.AgreementKind: "note", model.DecisionKind: "hexagon", model.OrganizationKind: "house",
	model.RepresentativeKind: "ellipse", model.MeetingKind: "parallelogram",
}

// GraphDOT writes a graph in the language of Graphviz. Doubt is drawn dashed.
func GraphDOT(w io.Writer, g *report.Graph) error {
	var b strings.Builder
	b.WriteString("digraph vis {\n")
	fmt.Fprintf(&b, "  graph [rankdir=BT, label=%s, labelloc=t, fontname=\"sans-serif\"];\n", quotedDOT(g.Title))
	b.WriteString("  node [shape=box, style=filled, fillcolor=\"#ffffff\", color=\"#1a1a1a\", fontname=\"sans-serif\", fontsize=11];\n")
	b.WriteString("  edge [color=\"#1a1a1a\", fontname=\"sans-serif\", fontsize=9];\n")
	for _, n := range g.Nodes {
		var lines []string
		for _, line := range nodeLines(n) {
			lines = append(lines, Wrap(Safe(line), 28)...)
		}
		fmt.Fprintf(&b, "  %s [label=%s", nodeID(n.Ref), quotedDOT(lines...))
		if shape, ok := dotShapes[n.Ref.Kind]; ok {
			b.WriteString(", shape=" + shape)
		}
		if n.Ref == g.Focus {
			b.WriteString(", penwidth=3")
		}
		b.WriteString("];\n")
	}
	for _, e := range g.Edges {
		fmt.Fprintf(&b, "  %s -> %s [label=%s", nodeID(e.From), nodeID(e.To), quotedDOT(edgeLabel(e)))
		if e.Doubt {
			b.WriteString(", style=dashed")
		}
		b.WriteString("];\n")
	}
	if len(g.Key) > 0 {
		fmt.Fprintf(&b, "  key [shape=plaintext, fillcolor=\"#ffffff\", fontsize=9, label=%s];\n", strings.ReplaceAll(quotedDOT(append(g.Key[:len(g.Key):len(g.Key)], "")...), `\n`, `\l`))
	}
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// quotedDOT is lines of text as one quoted string, in which nothing is obeyed.
func quotedDOT(lines ...string) string {
	escape := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;")
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = escape.Replace(Safe(line))
	}
	return `"` + strings.Join(out, `\n`) + `"`
}
