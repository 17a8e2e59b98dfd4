package render

import (
	"encoding/hex"
	"io"
	"strconv"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/query"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

// RowsTable is the answer to a question in SQL as a table. The columns are
// called what the question calls them, in every language.
func RowsTable(res *query.Result, l text.Lang) *report.Table {
	t := &report.Table{}
	for i, name := range res.Columns {
		t.Columns = append(t.Columns, report.Column{Key: name, Label: name, Holds: holdsOf(res, i)})
	}
	for _, row := range res.Rows {
		cells := make([]report.Cell, len(row))
		for i, v := range row {
			cells[i] = cellOf(v, l)
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// holdsOf is what a column holds: numbers, where it holds nothing else.
func holdsOf(res *query.Result, column int) report.Holds {
	holds := report.Words
	for _, row := range res.Rows {
		switch row[column].(type) {
		case nil:
		case int64, float64:
			holds = report.Numbers
		default:
			return report.Words
		}
	}
	return holds
}

// exact is the largest whole number that a float64 tells from its neighbours.
const exact = 1 << 53

func cellOf(v any, l text.Lang) report.Cell {
	switch v := v.(type) {
	case int64:
		if v > exact || v < -exact {
			return report.Cell{Text: strconv.FormatInt(v, 10), Value: strconv.FormatInt(v, 10)}
		}
		return report.Cell{Text: strconv.FormatInt(v, 10), Value: float64(v)}
	case float64:
		return report.Cell{Text: text.Decimal(v, l), Value: v}
	case string:
		return report.Cell{Text: v, Value: v}
	case []byte:
		s := hex.EncodeToString(v)
		return report.Cell{Text: s, Value: s}
	}
	return report.Cell{}
}

// RowsJSON writes an answer as a list of objects. Of columns with the same name
// the later ones get a number.
func RowsJSON(w io.Writer, res *query.Result) error {
	names, seen := make([]string, len(res.Columns)), map[string]int{}
	for i, name := range res.Columns {
		if seen[name]++; seen[name] > 1 {
			name += "_" + strconv.Itoa(seen[name])
		}
		names[i] = name
	}
	out := make([]model.Pairs, len(res.Rows))
	for i, row := range res.Rows {
		out[i] = make(model.Pairs, len(row))
		for j, v := range row {
			if b, ok := v.([]byte); ok {
				v = hex.EncodeToString(b)
			}
			out[i][j] = model.Pair{Key: names[j], Value: v}
		}
	}
	return JSON(w, out)
}

// SQLSchemaDoc is the page that describes the tables that questions in SQL are
// put to.
func SQLSchemaDoc(title string, lead []string, tables []*query.Table, l text.Lang) Doc {
	d := Doc{Title: title}
	for _, line := range lead {
		d.Lead = append(d.Lead, Words(Bullet, line))
	}
	heading := func(sv, en string) string { return text.Both{Sv: sv, En: en}.In(l) }
	for _, t := range tables {
		s := Section{Heading: t.Name, Items: []Item{Words(Heading, text.Capital(t.What.In(l)))},
			Table: &Table{Header: []string{heading("Kolumn", "Column"), heading("Typ", "Type"), heading("Innehåll", "Content"), heading("Leder till", "Leads to")}}}
		for _, c := range t.Columns {
			what := c.What.In(l)
			if len(c.Of) > 0 {
				what += " (" + strings.Join(c.Of, ", ") + ")"
			}
			s.Table.Rows = append(s.Table.Rows, []string{c.Name, string(c.Type), what, c.To})
		}
		d.Sections = append(d.Sections, s)
	}
	return d
}
