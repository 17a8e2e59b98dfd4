package render

import (
	"io"
	"math"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// ReportJSONVersion is the version of the format that ReportJSON writes.
const ReportJSONVersion = 1

type jsonReport struct {
	Schema   int         `json:"schema"`
	Report   string      `json:"report"`
	Registry string      `json:"registry"`
	AsOf     string      `json:"as_of"`
	Rev      *string     `json:"rev"`
	Title    string      `json:"title"`
	Notes    []string    `json:"notes"`
	Tables   []jsonTable `json:"tables"`
}

type jsonTable struct {
	ID      string           `json:"id"`
	Heading string           `json:"heading"`
	Notes   []string         `json:"notes"`
	Chart   *jsonChart       `json:"chart"`
	Columns []jsonColumn     `json:"columns"`
	Rows    []map[string]any `json:"rows"`
	Total   map[string]any   `json:"total"`
	RestsOn *jsonBasis       `json:"rests_on"`
}

type jsonChart struct {
	Title string `json:"title"`
	Text  string `json:"text"`
}

type jsonColumn struct {
	Key   string `json:"key"`
	Type  string `json:"type"`
	Label string `json:"label"`
}

type jsonBasis struct {
	Of       string   `json:"of"`
	Counted  int      `json:"counted"`
	Unknown  int      `json:"unknown"`
	Complete *bool    `json:"complete"`
	Sources  []string `json:"sources"`
}

// Seen is the registry that something was made from.
type Seen struct {
	Registry string
	AsOf     edtf.Day
	Rev      string // "" for the working tree
}

// ReportJSON writes a report as JSON, which ReportSchema describes.
func ReportJSON(w io.Writer, r *report.Report, of Seen, l text.Lang) error {
	out := jsonReport{
		Schema: ReportJSONVersion, Report: r.Name, Registry: of.Registry, AsOf: of.AsOf.String(),
		Title: r.Title, Notes: append([]string{}, r.Lead...), Tables: []jsonTable{},
	}
	if of.Rev != "" {
		out.Rev = &of.Rev
	}
	for i := range r.Parts {
		out.Tables = append(out.Tables, tableJSON(&r.Parts[i], l))
	}
	return JSON(w, out)
}

func tableJSON(p *report.Part, l text.Lang) jsonTable {
	t := jsonTable{ID: p.ID, Heading: p.Heading, Notes: append([]string{}, p.Lead...), Columns: []jsonColumn{}, Rows: []map[string]any{}}
	if p.Chart != nil {
		t.Chart = &jsonChart{p.Chart.Title, p.Chart.Text}
	}
	for _, c := range p.Table.Columns {
		t.Columns = append(t.Columns, jsonColumn{c.Key, c.Holds.String(), c.Label})
	}
	for _, row := range p.Table.Rows {
		t.Rows = append(t.Rows, rowJSON(p.Table, row))
	}
	if p.Table.Total != nil {
		t.Total = rowJSON(p.Table, p.Table.Total)
	}
	if b := p.Basis; b != nil {
		t.RestsOn = &jsonBasis{b.Of.In(l), b.Counted, b.Unknown, truthJSON(b.Complete), idsOf(b.Sources)}
	}
	return t
}

// rowJSON is a row by the keys of its columns; uncertain lists those that the
// sources do not settle.
func rowJSON(t *report.Table, row []report.Cell) map[string]any {
	out := map[string]any{}
	doubts := []string{}
	for i, c := range t.Columns {
		out[c.Key] = cellJSON(row[i])
		if row[i].Doubt {
			doubts = append(doubts, c.Key)
		}
	}
	out["uncertain"] = doubts
	return out
}

func cellJSON(c report.Cell) any {
	switch v := c.Value.(type) {
	case report.Bounds:
		b := map[string]any{"min": v.Min, "max": v.Max}
		if math.IsInf(v.Max, 1) {
			b["max"] = nil
		}
		return b
	case edtf.Date:
		return v.Canonical()
	}
	if !c.Ref.IsZero() {
		return map[string]any{"id": c.Ref.String(), "name": c.Text}
	}
	return c.Value
}

func truthJSON(v truth.Value) *bool {
	if v == truth.CannotTell {
		return nil
	}
	yes := v == truth.Yes
	return &yes
}
