package render

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var wideTable = Table{
	Header: []string{"Id", "Namn", "Går inte att avgöra"},
	Rows: [][]string{
		{"trygg-hemgang", "Överenskommelse om trygg hemgång från sjukhus för den som är äldre", "3"},
		{"日本", "a\u030a 👍 kort", "1 234"},
	},
	Right: []bool{false, false, true},
}

func write(t *testing.T, table Table, width int, style Style) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, table.Write(&b, width, style))
	return b.String()
}

func TestTableAsWideAsItNeeds(t *testing.T) {
	assert.Equal(t, `Id             Namn                                                                Går inte att avgöra
trygg-hemgang  Överenskommelse om trygg hemgång från sjukhus för den som är äldre                    3
日本           a`+"\u030a"+` 👍 kort                                                                         1 234
`, write(t, wideTable, 0, Style{}))
}

func TestTableFitsTheTerminal(t *testing.T) {
	assert.Equal(t, `Id             Namn              Går inte att
                                       avgöra
trygg-hemgang  Överenskommelse              3
               om trygg hemgång
               från sjukhus för
               den som är äldre
日本           a`+"\u030a"+` 👍 kort                1 234
`, write(t, wideTable, 52, Style{}))
}

// TestTableStacks checks that columns too narrow to read stand below each other.
func TestTableStacks(t *testing.T) {
	assert.Equal(t, `trygg-hemgang
  Namn: Överenskommelse om trygg
    hemgång från sjukhus för den som
    är äldre
  Går inte att avgöra: 3

日本
  Namn: a`+"\u030a"+` 👍 kort
  Går inte att avgöra: 1 234
`, write(t, wideTable, 36, Style{}))
}

func TestTableIsNoWiderThanTheTerminal(t *testing.T) {
	for width := 24; width < 140; width++ {
		for line := range strings.Lines(write(t, wideTable, width, Style{})) {
			line = strings.TrimSuffix(line, "\n")
			assert.LessOrEqual(t, columns(line), width, line)
			assert.Equal(t, strings.TrimRight(line, " "), line, "nothing hangs after a line")
		}
	}
}

func TestTableOfUnevenRows(t *testing.T) {
	table := Table{Header: []string{"A", "B"}, Rows: [][]string{{"1"}, {"1", "2", "3"}, {}}}
	assert.Equal(t, "A  B\n1\n1  2\n\n", write(t, table, 0, Style{}))
	assert.Equal(t, "A  B\n", write(t, Table{Header: []string{"A", "B"}}, 80, Style{}))
}

func TestTableColoursOnlyItsHeading(t *testing.T) {
	plain, coloured := write(t, wideTable, 52, NewStyle(false)), write(t, wideTable, 52, NewStyle(true))
	assert.NotContains(t, plain, "\x1b")
	assert.Equal(t, 2, strings.Count(coloured, "\x1b[1m"), "two lines of heading")
	assert.Equal(t, plain, strings.NewReplacer("\x1b[1m", "", "\x1b[22m", "").Replace(coloured))
}

func TestTableMarkdown(t *testing.T) {
	var b strings.Builder
	require.NoError(t, wideTable.Markdown(&b))
	assert.Equal(t, `| Id | Namn | Går inte att avgöra |
| --- | --- | ---: |
| trygg-hemgang | Överenskommelse om trygg hemgång från sjukhus för den som är äldre | 3 |
| 日本 | a`+"\u030a"+` 👍 kort | 1 234 |
`, b.String())
}
