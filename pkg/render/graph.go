package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/report"
)

// nodeID is what a program calls a record in a picture: its kind and its id in
// letters, digits and underscores, the same in every language, and no two
// records alike. Ids have no capital letters of their own.
func nodeID(ref model.Ref) string {
	var b strings.Builder
	b.WriteString(ref.Kind.String() + "_")
	for _, r := range ref.ID {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == '-':
			b.WriteByte('_')
		default:
			fmt.Fprintf(&b, "X%xX", r)
		}
	}
	return b.String()
}

// edgeLabel is the label of an edge as a person reads it.
func edgeLabel(e report.Edge) string {
	if e.Doubt {
		return e.Label + doubtMark
	}
	return e.Label
}

// nodeLines are the lines of a node: what it is called, and its status.
func nodeLines(n report.Node) []string {
	if n.Status == "" {
		return []string{n.Name}
	}
	return []string{n.Name, n.Status}
}

type jsonGraph struct {
	Schema   int        `json:"schema"`
	Registry string     `json:"registry"`
	AsOf     string     `json:"as_of"`
	Rev      *string    `json:"rev"`
	Title    string     `json:"title"`
	Focus    string     `json:"focus,omitempty"`
	Nodes    []jsonNode `json:"nodes"`
	Edges    []jsonEdge `json:"edges"`
	Key      []string   `json:"key"`
}

type jsonNode struct {
	Ref    string `json:"ref"`
	Kind   string `json:"kind"`
	Name   string `json:"name"`
	Status string `json:"status,omitempty"`
}

type jsonEdge struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Sort  string `json:"sort"`
	Label string `json:"label"`
	Doubt bool   `json:"doubt"`
}

// GraphJSON writes a graph for programs.
func GraphJSON(w io.Writer, g *report.Graph, of Seen) error {
	out := jsonGraph{Schema: 1, Registry: of.Registry, AsOf: of.AsOf.String(), Title: g.Title, Nodes: []jsonNode{}, Edges: []jsonEdge{}, Key: append([]string{}, g.Key...)}
	if of.Rev != "" {
		out.Rev = &of.Rev
	}
	if !g.Focus.IsZero() {
		out.Focus = g.Focus.String()
	}
	for _, n := range g.Nodes {
		out.Nodes = append(out.Nodes, jsonNode{n.Ref.String(), n.Ref.Kind.String(), n.Name, n.Status})
	}
	for _, e := range g.Edges {
		out.Edges = append(out.Edges, jsonEdge{e.From.String(), e.To.String(), e.Sort, e.Label, e.Doubt})
	}
	return JSON(w, out)
}
