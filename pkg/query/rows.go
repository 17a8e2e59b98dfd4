package query

import (
	"context"
	"strings"
)

// Each gives every row of a table, in the order of its key, with its columns in
// the order of the schema: nil, int64, float64 or string. A row is good until
// the next one. The error is yield's, the context's or one of SQLite.
func (db *DB) Each(ctx context.Context, t *Table, yield func(row []any) error) error {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	ask := "SELECT " + strings.Join(names, ", ") + " FROM " + t.Name
	if len(t.Key) > 0 {
		ask += " ORDER BY " + strings.Join(t.Key, ", ")
	}
	rows, err := db.conn.QueryContext(ctx, ask)
	if err != nil {
		return err
	}
	defer rows.Close()
	row, into := make([]any, len(names)), make([]any, len(names))
	for i := range row {
		into[i] = &row[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		for i, v := range row {
			if b, ok := v.([]byte); ok {
				row[i] = string(b)
			}
		}
		if err := yield(row); err != nil {
			return err
		}
	}
	return rows.Err()
}
