package export

import (
	"context"
	"fmt"
	"io"
	"reflect"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"

	"github.com/vis-samverkan/vis/pkg/query"
)

// Parquet writes a table of a database as a Parquet file: texts, whole numbers,
// other numbers and, for the earliest and latest day of a date, days. Every
// column may be empty. The columns stand in the order of the schema.
func Parquet(ctx context.Context, w io.Writer, db *query.DB, t *query.Table) error {
	out := parquet.NewGenericWriter[any](w, parquetSchema(t),
		parquet.Compression(&parquet.Snappy), parquet.CreatedBy("vis", "1", ""), parquet.KeyValueMetadata("description", t.What.En))
	const batch = 1000
	var rows []parquet.Row
	flush := func() error {
		_, err := out.WriteRows(rows)
		rows = rows[:0]
		return err
	}
	err := db.Each(ctx, t, func(row []any) error {
		values := make(parquet.Row, len(row))
		for i, v := range row {
			value, err := parquetValue(&t.Columns[i], v)
			if err != nil {
				return err
			}
			defined := 1
			if value.IsNull() {
				defined = 0
			}
			values[i] = value.Level(0, defined, i)
		}
		if rows = append(rows, values); len(rows) < batch {
			return nil
		}
		return flush()
	})
	if err != nil {
		return err
	}
	if err := flush(); err != nil {
		return err
	}
	return out.Close()
}

// parquetSchema describes a table. The columns of a struct keep their order,
// which those of a Group would not.
func parquetSchema(t *query.Table) *parquet.Schema {
	fields := make([]reflect.StructField, len(t.Columns))
	for i := range t.Columns {
		c := &t.Columns[i]
		kind, more := reflect.TypeFor[string](), ",dict" // which every reader knows, unlike the newer encodings
		switch {
		case isDay(c):
			kind, more = reflect.TypeFor[int32](), ",date,plain"
		case c.Type == query.Integer:
			kind, more = reflect.TypeFor[int64](), ",plain"
		case c.Type == query.Real:
			kind, more = reflect.TypeFor[float64](), ",plain"
		}
		fields[i] = reflect.StructField{
			Name: fmt.Sprintf("C%d", i), Type: kind, Tag: reflect.StructTag(`parquet:"` + c.Name + `,optional` + more + `"`),
		}
	}
	return parquet.NewSchema(t.Name, parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface()))
}

// isDay reports whether a column holds the first or the last day of a date.
func isDay(c *query.Column) bool {
	return c.Type == query.Text && (strings.HasSuffix(c.Name, "_earliest") || strings.HasSuffix(c.Name, "_latest"))
}

func parquetValue(c *query.Column, v any) (parquet.Value, error) {
	switch v := v.(type) {
	case nil:
		return parquet.NullValue(), nil
	case int64:
		if c.Type == query.Real {
			return parquet.DoubleValue(float64(v)), nil
		}
		return parquet.Int64Value(v), nil
	case float64:
		return parquet.DoubleValue(v), nil
	case string:
		if !isDay(c) {
			return parquet.ByteArrayValue([]byte(v)), nil
		}
		day, err := time.Parse(time.DateOnly, v)
		return parquet.Int32Value(int32(day.Unix() / 86400)), err
	}
	return parquet.Value{}, fmt.Errorf("export: column %s holds a %T", c.Name, v)
}
