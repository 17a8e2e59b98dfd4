package cli

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/text"
)

// typed runs the prompt on the small registry, with lines that somebody types.
// It returns what is written, and the prompts.
func typed(t *testing.T, lang text.Lang, lines ...string) (string, []string) {
	t.Helper()
	dir, err := filepath.Abs("../../testdata/script/registry")
	require.NoError(t, err)
	var out bytes.Buffer
	a := &app{Env: Env{Dir: dir, Err: &out, Getenv: func(string) string { return "" }, Today: edtf.DayOf(2026, 11, 22)}, stdout: bufio.NewWriter(&out), lang: lang}
	a.flags.lang = string(lang)
	o, err := a.open(t.Context())
	require.NoError(t, err)
	defer o.close()
	var prompts []string
	s := &shell{app: a, opened: o, flags: queryFlags{limit: 2, timeout: time.Minute}, read: func(prompt string) (string, error) {
		prompts = append(prompts, prompt)
		if len(prompts) > len(lines) {
			return "", io.EOF
		}
		return lines[len(prompts)-1], nil
	}}
	require.NoError(t, s.run(t.Context()))
	require.NoError(t, a.stdout.Flush())
	return out.String(), prompts
}

func TestShell(t *testing.T) {
	out, prompts := typed(t, text.Swedish, "", "SELECT id FROM", "agreements ORDER BY id;", "SELECT 1 +;", "VALUES (7), (8), (9);", "DROP TABLE groups;", "SELECT count(*) FROM groups;")
	assert.Equal(t, []string{"vis> ", "vis> ", "...> ", "vis> ", "vis> ", "vis> ", "vis> ", "vis> "}, prompts)
	assert.Contains(t, out, "avsluta den med semikolon")
	assert.Contains(t, out, "id\nhemgang\nhok\n")
	assert.Contains(t, out, "SQL: near")
	assert.Contains(t, out, "bara de första 2 raderna visas")
	assert.Contains(t, out, "satsen börjar med DROP")
	assert.Regexp(t, `count\(\*\)\n +2\n`, out, "it goes on after what is wrong")

	out, _ = typed(t, text.English, ".help", ".tables", ".schema seats_now", ".schema", ".schema nothing", ".queries", ".run", ".run nothing", ".nothing", "SELECT 'x' AS x;", ".quit", "SELECT 'never' AS y;")
	assert.Contains(t, out, "end it with a semicolon")
	assert.Regexp(t, `\n\.schema TABLE +describe a table\n`, out)
	assert.Contains(t, out, "\nagreements\n")
	assert.Contains(t, out, "whether the seat is vacant")
	assert.Contains(t, out, "name a table; .tables shows those there are")
	assert.Contains(t, out, "no table is called “nothing”")
	assert.Contains(t, out, "The registry has no questions with names.")
	assert.Contains(t, out, "name a question")
	assert.Contains(t, out, "no question is called “nothing”")
	assert.Contains(t, out, "there is no command .nothing")
	assert.Contains(t, out, "x\nx\n")
	assert.NotContains(t, out, "never")
}

func TestShellCompletes(t *testing.T) {
	s := &shell{app: &app{}}
	for line, want := range map[string]string{
		"SELECT * FROM organization_members_n": "SELECT * FROM organization_members_now",
		"SELECT establishment_reas":            "SELECT establishment_reason",
		"SELECT x.establishment_reas":          "SELECT x.establishment_reason",
		".tab":                                 ".tables",
		".schema groups_n":                     ".schema groups_now",
		"SELECT count(accession_k":             "SELECT count(accession_key",
		"SELECT seats_complet":                 "SELECT seats_complete",
	} {
		got, pos, ok := s.complete(line, len(line), '\t')
		assert.True(t, ok, line)
		assert.Equal(t, want, got)
		assert.Equal(t, len(want), pos)
	}
	got, pos, ok := s.complete("SELECT 1 FROM loose_e WHERE 1", len("SELECT 1 FROM loose_e"), '\t')
	assert.True(t, ok)
	assert.Equal(t, "SELECT 1 FROM loose_ends_now WHERE 1", got)
	assert.Equal(t, len("SELECT 1 FROM loose_ends_now"), pos)
	for _, line := range []string{"", "SELECT ", "SELECT zzzz"} {
		_, _, ok := s.complete(line, len(line), '\t')
		assert.False(t, ok, line)
	}
	_, _, ok = s.complete(".tab", 4, 'x')
	assert.False(t, ok, "only the tabulator completes")
}

// TestShellNeedsATerminal gives it a file in place of one.
func TestShellNeedsATerminal(t *testing.T) {
	f, err := os.Open(os.DevNull)
	require.NoError(t, err)
	defer f.Close()
	a := &app{Env: Env{In: f, Terminal: true}, lang: text.English}
	assert.ErrorContains(t, a.queryShell(t.Context(), nil, nil, queryFlags{}), "--shell needs a terminal")
}
