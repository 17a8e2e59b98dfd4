package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/report"
)

// mermaidShapes are what a node of a kind stands within; the others in brackets.
var mermaidShapes = map[model.Kind][2]string{
	model.AgreementKind: {"([", "])"}, model.DecisionKind: {"{{", "}}"}, model.OrganizationKind: {"[/", "\\]"},
	model.RepresentativeKind: {"(", ")"}, model.MeetingKind: {"[/", "/]"},
}

// GraphMermaid writes a graph in the language of Mermaid. Doubt is drawn dashed.
func GraphMermaid(w io.Writer, g *report.Graph) error {
	var b strings.Builder
	b.WriteString("flowchart BT\n")
	for _, n := range g.Nodes {
		shape, ok := mermaidShapes[n.Ref.Kind]
		if !ok {
			shape = [2]string{"[", "]"}
		}
		fmt.Fprintf(&b, "  %s%s%s%s", nodeID(n.Ref), shape[0], quotedMermaid(nodeLines(n)...), shape[1])
		if n.Ref == g.Focus {
			b.WriteString(":::focus")
		}
		b.WriteByte('\n')
	}
	for _, e := range g.Edges {
		arrow := "-->"
		if e.Doubt {
			arrow = "-.->"
		}
		fmt.Fprintf(&b, "  %s %s|%s| %s\n", nodeID(e.From), arrow, quotedMermaid(edgeLabel(e)), nodeID(e.To))
	}
	if len(g.Key) > 0 {
		fmt.Fprintf(&b, "  key[%s]:::key\n", quotedMermaid(g.Key...))
		b.WriteString("  classDef key fill:none,stroke:none,color:#1a1a1a,text-align:left\n")
	}
	if !g.Focus.IsZero() {
		b.WriteString("  classDef focus stroke-width:3px\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// quotedMermaid is lines of text as one quoted string, in which nothing is
// obeyed: what Mermaid or HTML would read as more than a character stands as its
// number.
func quotedMermaid(lines ...string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i, line := range lines {
		if i > 0 {
			b.WriteString("<br/>")
		}
		for _, r := range Safe(line) {
			if strings.ContainsRune("\"#&<>%{}[]()|`\\;~*_@$", r) {
				fmt.Fprintf(&b, "#%d;", r)
			} else {
				b.WriteRune(r)
			}
		}
	}
	b.WriteByte('"')
	return b.String()
}
