package render

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/query"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

func TestRows(t *testing.T) {
	res := &query.Result{Columns: []string{"n", "n", "blob", "mixed"}, Rows: [][]any{
		{int64(1), "=1+1", []byte{0, 255}, 1.5},
		{int64(1<<53 + 1), nil, nil, "\x1b[31m"},
	}}
	table := RowsTable(res, text.Swedish)
	assert.Equal(t, []report.Holds{report.Numbers, report.Words, report.Words, report.Words},
		[]report.Holds{table.Columns[0].Holds, table.Columns[1].Holds, table.Columns[2].Holds, table.Columns[3].Holds})
	assert.Equal(t, report.Cell{Text: "1,5", Value: 1.5}, table.Rows[0][3])
	assert.Equal(t, "9007199254740993", table.Rows[1][0].Value, "a number that a float cannot hold stays as it is")
	assert.Equal(t, report.Cell{}, table.Rows[1][1])

	var b bytes.Buffer
	require.NoError(t, RowsJSON(&b, res))
	assert.JSONEq(t, `[{"n": 1, "n_2": "=1+1", "blob": "00ff", "mixed": 1.5}, {"n": 9007199254740993, "n_2": null, "blob": null, "mixed": "\u001b[31m"}]`, b.String())
	assert.NotContains(t, b.String(), "\x1b")
	b.Reset()
	require.NoError(t, RowsJSON(&b, &query.Result{Columns: []string{"n"}}))
	assert.Equal(t, "[]\n", b.String())
}

func TestSQLSchemaDoc(t *testing.T) {
	table, ok := query.Named("seats_now")
	require.True(t, ok)
	for lang, want := range map[text.Lang]string{text.Swedish: "om platsen är vakant (yes, no, unknown)", text.English: "whether the seat is vacant (yes, no, unknown)"} {
		var b bytes.Buffer
		require.NoError(t, DocMarkdown{}.Write(&b, SQLSchemaDoc("T", []string{"x"}, []*query.Table{table}, lang)))
		assert.Contains(t, b.String(), want)
		assert.Contains(t, b.String(), "groups.id")
	}
}
