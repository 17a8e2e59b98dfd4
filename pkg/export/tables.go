package export

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/vis-samverkan/vis/pkg/query"
)

// CSV writes a table of a database as RFC 4180 has it: the names of the columns,
// and then the rows. What is absent, and an answer such as unknown, is empty. A
// text that a spreadsheet would take for a formula begins with an apostrophe.
func CSV(ctx context.Context, w io.Writer, db *query.DB, t *query.Table) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	line := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		line[i] = c.Name
	}
	if err := out.Write(line); err != nil {
		return err
	}
	err := db.Each(ctx, t, func(row []any) error {
		for i, v := range row {
			line[i] = written(v)
		}
		return out.Write(line)
	})
	if err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

func written(v any) string {
	switch v := v.(type) {
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case string:
		if v != "" && strings.ContainsRune("=+-@\t\r", rune(v[0])) {
			return "'" + v
		}
		return v
	}
	return ""
}
