package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/text"
)

func env(dir string, args ...string) (Env, *strings.Builder, *strings.Builder) {
	var out, complaints strings.Builder
	return Env{
		Args: args, Dir: dir, Out: &out, Err: &complaints, Today: edtf.DayOf(2026, 11, 22),
		Getenv: func(string) string { return "" },
	}, &out, &complaints
}

// TestColourOnATerminal checks when the result is coloured: on a terminal that
// can, unless NO_COLOR is set to something.
func TestColourOnATerminal(t *testing.T) {
	dir := copyOf(t, map[string]string{"issues/delad-journal.yaml": "title: Delad journal\n"})
	for _, c := range []struct {
		terminal bool
		vars     map[string]string
		args     []string
		want     bool
	}{
		{terminal: true, want: true},
		{terminal: false},
		{terminal: true, vars: map[string]string{"NO_COLOR": "1"}},
		{terminal: true, vars: map[string]string{"NO_COLOR": ""}, want: true},
		{terminal: true, vars: map[string]string{"TERM": "dumb"}},
		{terminal: true, args: []string{"--color=never"}},
		{terminal: false, args: []string{"--color=always"}, want: true},
		{terminal: true, vars: map[string]string{"NO_COLOR": "1"}, args: []string{"--color=always"}, want: true},
	} {
		e, out, _ := env(dir, append([]string{"validate"}, c.args...)...)
		e.Terminal, e.Getenv = c.terminal, func(name string) string { return c.vars[name] }
		Run(context.Background(), e)
		assert.Equal(t, c.want, strings.Contains(out.String(), "\x1b["), "%+v", c)
	}
}

// TestNothingIsWiderThanTheTerminal runs every command that wraps, at widths
// that people have, and allows words that cannot be broken and lines of a file.
func TestNothingIsWiderThanTheTerminal(t *testing.T) {
	dir := copyOf(t, map[string]string{"issues/delad-journal.yaml": "title: Delad journal för äldre i hemsjukvården\ndriver: styrgrupp\n"})
	for _, width := range []int{40, 60, 80, 120} {
		for _, args := range [][]string{
			{"validate", "--stats"}, {"list", "agreements"}, {"list", "organizations"}, {"show", "agreement/hok"}, {"show", "group/styrgruppen"},
			{"who", "norrby"}, {"who", "asby"}, {"who", "par-odman", "--as-of", "2020-01-01"}, {"rules"},
		} {
			e, out, complaints := env(dir, args...)
			e.Terminal, e.Width = true, width
			Run(context.Background(), e)
			require.Empty(t, complaints.String())
			require.NotEmpty(t, out.String())
			for line := range strings.Lines(plain(out.String())) {
				line = strings.TrimRight(line, "\n")
				if !strings.Contains(strings.TrimSpace(line), " ") || strings.Contains(line, "│") {
					continue
				}
				assert.LessOrEqual(t, len([]rune(line)), width, "vis %s: %q", strings.Join(args, " "), line)
				assert.Equal(t, strings.TrimRight(line, " "), line, "vis %s: nothing hangs after a line", strings.Join(args, " "))
			}
		}
	}
}

// plain takes the colours out of a text.
func plain(s string) string {
	return strings.NewReplacer("\x1b[1m", "", "\x1b[2m", "", "\x1b[22m", "", "\x1b[31;1m", "", "\x1b[33;1m", "", "\x1b[36;1m", "", "\x1b[0;22m", "").Replace(s)
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// TestResultIsLost checks that a result that could not be written is a failure,
// findings or not.
func TestResultIsLost(t *testing.T) {
	dir := copyOf(t, map[string]string{"issues/delad-journal.yaml": "title: Delad journal\n"})
	for _, args := range [][]string{{"validate"}, {"list", "groups"}, {"show", "hok"}, {"who", "norrby"}, {"rules"}, {"version"}, {"--help"}, {"completion", "bash"}, {"schema", "output", "validate"}} {
		e, _, complaints := env(dir, args...)
		e.Out = broken{}
		assert.Equal(t, ExitFailure, Run(context.Background(), e), args)
		assert.Equal(t, "vis: det gick inte att skriva resultatet: disken är full\n", complaints.String(), args)
	}
}

// TestInterrupted checks that a run that is stopped says so and writes nothing.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	dir := copyOf(t, nil)
	e, out, complaints := env(dir, "validate", "-o", "report.json")
	assert.Equal(t, ExitFailure, Run(ctx, e))
	assert.Equal(t, "vis: avbrutet\n", complaints.String())
	assert.Empty(t, out.String())
	_, err := os.Stat(filepath.Join(dir, "report.json"))
	assert.ErrorIs(t, err, fs.ErrNotExist)
}

func TestReplaceFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.txt")
	require.NoError(t, replaceFile(name, []byte("ett")))
	require.NoError(t, replaceFile(name, []byte("två")))
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "två", string(data))

	// A symbolic link stays one, and what it points at is written.
	link := filepath.Join(dir, "b.txt")
	require.NoError(t, os.Symlink(name, link))
	require.NoError(t, replaceFile(link, []byte("tre")))
	info, err := os.Lstat(link)
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&fs.ModeSymlink)
	data, err = os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "tre", string(data))

	require.NoError(t, replaceFile(os.DevNull, []byte("borta")))
	require.Error(t, replaceFile(dir, nil))
	require.ErrorIs(t, replaceFile(filepath.Join(dir, "no", "a.txt"), nil), fs.ErrNotExist)
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, left, 2, "no temporary file is left")
}

func TestCause(t *testing.T) {
	assert.Equal(t, text.Both{Sv: "behörighet saknas", En: "permission denied"}, cause(&fs.PathError{Op: "open", Path: "x", Err: syscall.EACCES}))
	assert.Equal(t, text.Both{Sv: "avbrutet", En: "interrupted"}, cause(context.Canceled))
	assert.Equal(t, "x", cause(errors.New("x")).Sv)
	for _, c := range causes {
		assert.NotEmpty(t, c.says.Sv)
		assert.NotEmpty(t, c.says.En)
	}
}

// What is no UTF-8 is refused before anything is done with it, but for the paths
// that git gives.
func TestArgumentsThatAreNotUTF8(t *testing.T) {
	dir := t.TempDir()
	for _, args := range [][]string{{"new", "grupp", "--name", "a\xff"}, {"init", "\xe5"}, {"acknowledge", "1", "--reason", "\xe5"}} {
		r := vis(t, dir, args...)
		assert.Equal(t, ExitUsage, r.code, args)
		assert.Contains(t, r.err, "är inte UTF-8", args)
	}
	assert.NotContains(t, vis(t, dir, "git-diff-driver", "\xe5").err, "UTF-8")
}
