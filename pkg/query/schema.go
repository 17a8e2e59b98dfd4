package query

import (
	"slices"
	"strings"
	"sync"

	"github.com/vis-samverkan/vis/pkg/text"
)

// Type is what a column holds.
type Type string

// The types, as SQLite writes them.
const (
	Text    Type = "TEXT"
	Integer Type = "INTEGER"
	Real    Type = "REAL"
)

// Column is a column of a table.
type Column struct {
	Name string
	Type Type
	What text.Both
	To   string   // the column of another table that it leads to, or ""
	Of   []string // the only values that it has; nil where others may stand
}

// Table is a table or a view.
type Table struct {
	Name    string
	What    text.Both // what one row is
	Columns []Column
	Key     []string   // columns of the primary key; nil where there is none
	Indexes [][]string // columns of the other indexes
	View    string     // the question of a view; "" for a table
	Derived bool       // reckoned at the day, and no copy of what the files say
}

// Schema is every table, in the order people list them: the records, what is
// inside them, what is common to all of them, and what is derived.
func Schema() []*Table {
	s := compiled()
	out := slices.Clone(s.tables)
	for _, d := range derived {
		out = append(out, d.table)
	}
	return out
}

// Named finds a table.
func Named(name string) (*Table, bool) {
	for _, t := range Schema() {
		if strings.EqualFold(t.Name, name) {
			return t, true
		}
	}
	return nil, false
}

// compiled is the part of the schema that the field table gives.
var compiled = sync.OnceValue(compile)

// create is the statement that makes the table or the view.
func (t *Table) create() string {
	if t.View != "" {
		return "CREATE VIEW " + t.Name + " AS\n" + t.View
	}
	var lines []string
	for _, c := range t.Columns {
		line := "  " + c.Name + " " + string(c.Type)
		if len(t.Key) == 1 && t.Key[0] == c.Name {
			line += " PRIMARY KEY"
		}
		lines = append(lines, line)
	}
	if len(t.Key) > 1 {
		lines = append(lines, "  PRIMARY KEY ("+strings.Join(t.Key, ", ")+")")
	}
	return "CREATE TABLE " + t.Name + " (\n" + strings.Join(lines, ",\n") + "\n)"
}

// index are the statements that make the indexes, which goes faster when the
// rows are there.
func (t *Table) index() []string {
	var out []string
	for _, columns := range t.Indexes {
		out = append(out, "CREATE INDEX "+t.Name+"_"+strings.Join(columns, "_")+" ON "+t.Name+" ("+strings.Join(columns, ", ")+")")
	}
	return out
}

// column finds a column of the table.
func (t *Table) column(name string) (*Column, bool) {
	at := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
	if at < 0 {
		return nil, false
	}
	return &t.Columns[at], true
}

// both is a text in both languages.
func both(sv, en string) text.Both { return text.Both{Sv: sv, En: en} }
