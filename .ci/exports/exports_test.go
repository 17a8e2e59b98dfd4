// Package exports reads what vis writes for other programs with libraries that
// are not those that wrote it.
package exports

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	goparquet "github.com/fraugster/parquet-go"
	"github.com/ncruces/go-sqlite3"
	_ "github.com/ncruces/go-sqlite3/embed"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tealeg/xlsx/v3"

	"github.com/vis-samverkan/vis/ci/try"
	"github.com/vis-samverkan/vis/pkg/cli"
	"github.com/vis-samverkan/vis/pkg/query"
	"github.com/vis-samverkan/vis/pkg/report"
)

// vis runs a command that ends well.
func vis(t *testing.T, args ...string) []byte {
	t.Helper()
	return try.Vis(t, cli.ExitClean, args...)
}

// registries are those that exports are made of.
var registries = []string{"registry", "testdata/second"}

// popoloLists are the lists of an export and the classes of what is in them.
var popoloLists = map[string]string{
	"persons": "person", "organizations": "organization", "posts": "post", "memberships": "membership", "areas": "area", "events": "event",
}

func TestPopoloAgainstItsSchemas(t *testing.T) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	files, err := filepath.Glob("../../testdata/popolo/*.json")
	require.NoError(t, err)
	known := map[string]map[string]bool{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		require.NoError(t, err)
		id := doc.(map[string]any)["$id"].(string)
		require.NoError(t, c.AddResource(id, doc))
		class := strings.TrimSuffix(filepath.Base(file), ".json")
		known[class] = map[string]bool{}
		for key := range doc.(map[string]any)["properties"].(map[string]any) {
			known[class][key] = true
		}
	}
	for _, registry := range registries {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(vis(t, "export", "popolo", "--registry", registry)))
		require.NoError(t, err)
		for list, class := range popoloLists {
			s, err := c.Compile("urn:vis:popolo:" + class)
			require.NoError(t, err)
			objects := doc.(map[string]any)[list].([]any)
			assert.NotEmpty(t, objects, "%s: %s", registry, list)
			for _, o := range objects {
				require.NoError(t, s.Validate(o), "%s: %v", list, o)
				for key := range o.(map[string]any) {
					assert.True(t, known[class][key] || key == "vis", "%s.%s is no word of Popolo, nor of its extension", class, key)
				}
			}
		}
		bad := doc.(map[string]any)["organizations"].([]any)[0].(map[string]any)
		bad["founding_date"] = "..2021"
		s, err := c.Compile("urn:vis:popolo:organization")
		require.NoError(t, err)
		assert.Error(t, s.Validate(bad), "the schema refuses what it does not allow")
	}
}

// Each file of each table has the same rows in csv, Parquet and SQLite, whoever
// reads it.
func TestTablesAgree(t *testing.T) {
	for _, registry := range registries {
		t.Run(registry, func(t *testing.T) {
			folder, data := t.TempDir(), filepath.Join(t.TempDir(), "registry.db")
			vis(t, "export", "csv", "--registry", registry, "-o", folder)
			vis(t, "export", "parquet", "--registry", registry, "-o", folder)
			vis(t, "export", "sqlite", "--registry", registry, "-o", data)
			db, err := sqlite3.Open("file:" + data + "?mode=ro")
			require.NoError(t, err)
			defer db.Close()
			assert.Equal(t, [][]string{{"ok"}}, ask(t, db, "PRAGMA integrity_check"))
			filled := 0
			for _, table := range query.Schema() {
				rows := csvRows(t, filepath.Join(folder, table.Name+".csv"))
				require.NotEmpty(t, rows, table.Name)
				var names []string
				for _, c := range table.Columns {
					names = append(names, c.Name)
				}
				require.Equal(t, names, rows[0], table.Name)
				rows = rows[1:]
				if len(rows) > 0 {
					filled++
				}
				order := ""
				if len(table.Key) > 0 {
					order = " ORDER BY " + strings.Join(table.Key, ", ")
				}
				assert.Equal(t, rows, ask(t, db, "SELECT "+strings.Join(names, ", ")+" FROM "+table.Name+order), table.Name)
				assert.Equal(t, rows, parquetRows(t, filepath.Join(folder, table.Name+".parquet"), table), table.Name)
			}
			assert.Greater(t, filled, 40, "most tables hold something")
		})
	}
}

func csvRows(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err, name)
	return rows
}

// ask is the answer of a database as csv would have it.
func ask(t *testing.T, db *sqlite3.Conn, sql string) [][]string {
	t.Helper()
	s, _, err := db.Prepare(sql)
	require.NoError(t, err, sql)
	defer s.Close()
	out := [][]string{}
	for s.Step() {
		row := make([]string, s.ColumnCount())
		for i := range row {
			switch s.ColumnType(i) {
			case sqlite3.INTEGER:
				row[i] = strconv.FormatInt(s.ColumnInt64(i), 10)
			case sqlite3.FLOAT:
				row[i] = strconv.FormatFloat(s.ColumnFloat(i), 'f', -1, 64)
			case sqlite3.TEXT:
				row[i] = inert(s.ColumnText(i))
			}
		}
		out = append(out, row)
	}
	require.NoError(t, s.Err())
	return out
}

// parquetRows reads a Parquet file as csv would have it.
func parquetRows(t *testing.T, name string, table *query.Table) [][]string {
	t.Helper()
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	r, err := goparquet.NewFileReader(f)
	require.NoError(t, err, name)
	out := [][]string{}
	for {
		values, err := r.NextRow()
		if err == io.EOF {
			return out
		}
		require.NoError(t, err, name)
		row := make([]string, len(table.Columns))
		for i, c := range table.Columns {
			switch v := values[c.Name].(type) {
			case int64:
				row[i] = strconv.FormatInt(v, 10)
			case float64:
				row[i] = strconv.FormatFloat(v, 'f', -1, 64)
			case int32: // a day
				row[i] = time.Unix(int64(v)*86400, 0).UTC().Format(time.DateOnly)
			case []byte:
				row[i] = inert(string(v))
			default:
				require.Nil(t, v, "%s.%s holds a %T", table.Name, c.Name, v)
			}
		}
		out = append(out, row)
	}
}

func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// The sums of each report are the same in every format, and a workbook that
// another library reads has a sheet for each table.
func TestReportsAgree(t *testing.T) {
	totals := 0
	for _, k := range report.Kinds() {
		t.Run(k.Name, func(t *testing.T) {
			var doc struct {
				Tables []struct {
					ID      string
					Columns []struct{ Key, Type string }
					Rows    []map[string]any
					Total   map[string]any
				}
			}
			require.NoError(t, json.Unmarshal(vis(t, "report", k.Name, "-f", "json"), &doc))
			book, err := xlsx.OpenBinary(vis(t, "report", k.Name, "-f", "xlsx"))
			require.NoError(t, err)
			require.Len(t, book.Sheets, len(doc.Tables)+1)
			for i, table := range doc.Tables {
				r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(vis(t, "report", k.Name, "--table", table.ID, "-f", "csv", "--excel"), []byte("\ufeff"))))
				r.Comma = ';'
				rows, err := r.ReadAll()
				require.NoError(t, err)
				sheet := book.Sheets[i+1]
				want := len(table.Rows) + 1
				if table.Total != nil {
					want++
					totals++
				}
				assert.Len(t, rows, want, table.ID)
				assert.Equal(t, want, sheet.MaxRow, table.ID)
				if table.Total == nil {
					continue
				}
				markdown := string(vis(t, "report", k.Name, "--table", table.ID, "-f", "markdown"))
				for n, c := range table.Columns {
					total, ok := table.Total[c.Key].(float64)
					if !ok {
						continue
					}
					// Four decimals are what a person reads in a spreadsheet.
					rounded := math.Round(total*1e4) / 1e4
					assert.Equal(t, strings.Replace(strconv.FormatFloat(rounded, 'f', -1, 64), ".", ",", 1), rows[want-1][n], "%s %s in csv", table.ID, c.Key)
					cell, err := sheet.Cell(want-1, n)
					require.NoError(t, err)
					got, err := cell.Float()
					require.NoError(t, err)
					assert.InDelta(t, total, got, 1e-9, "%s %s in xlsx", table.ID, c.Key)
					if c.Type == "share" {
						continue // that of the whole, and no sum
					}
					sum := 0.0
					for _, row := range table.Rows {
						if v, ok := row[c.Key].(float64); ok {
							sum += v
						}
					}
					assert.InDelta(t, total, sum, 1e-9, "the sum of %s %s is that of its rows", table.ID, c.Key)
				}
				assert.Contains(t, markdown, "| Summa |")
			}
		})
	}
	assert.Positive(t, totals)
}

// Every item of the JSON is what the schema of its kind describes.
func TestJSONLines(t *testing.T) {
	for _, registry := range registries {
		var doc struct{ Items []json.RawMessage }
		require.NoError(t, json.Unmarshal(vis(t, "export", "json", "--registry", registry), &doc))
		lines := bytes.Split(bytes.TrimSpace(vis(t, "export", "jsonl", "--registry", registry)), []byte("\n"))
		require.Len(t, lines, len(doc.Items)+1)
		schemas := map[string]*jsonschema.Schema{}
		for i, raw := range doc.Items {
			assert.JSONEq(t, string(raw), string(lines[i+1]))
			var item struct {
				Kind       string
				Attributes any
			}
			require.NoError(t, json.Unmarshal(raw, &item))
			s := schemas[item.Kind]
			if s == nil {
				parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(vis(t, "schema", item.Kind)))
				require.NoError(t, err)
				c := jsonschema.NewCompiler()
				id := parsed.(map[string]any)["$id"].(string)
				require.NoError(t, c.AddResource(id, parsed))
				s, err = c.Compile(id)
				require.NoError(t, err)
				schemas[item.Kind] = s
			}
			attributes, err := jsonschema.UnmarshalJSON(bytes.NewReader(mustJSON(t, item.Attributes)))
			require.NoError(t, err)
			require.NoError(t, s.Validate(attributes), "%s", raw)
		}
	}
}

func mustJSON(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	require.NoError(t, err)
	return b
}
