package rules_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/mutation"
	"github.com/vis-samverkan/vis/pkg/rule"
)

const mutationTables = "testdata/mutations"

// mistake is an entry of a table: what is done to a registry, and what that
// brings. Its section is the rule that catches it, and the notes on its lines
// are findings of the form "error ref-resolves", separated by commas.
type mistake struct {
	*mutation.Entry
	rule, title   string
	place         string // in the table, for messages
	registry, day string
}

// raised lists the rules whose findings a mutation brings.
func (m *mistake) raised() []string {
	var ids []string
	for _, e := range m.Edits {
		for _, b := range e.Blocks {
			for _, l := range b {
				for _, r := range findingsIn(l.Note) {
					_, id, _ := strings.Cut(r, " ")
					ids = append(ids, id)
				}
			}
		}
	}
	return ids
}

// findingsIn parts a note into findings.
func findingsIn(note string) []string {
	if note == "" {
		return nil
	}
	return strings.Split(note, ", ")
}

// apply gives the files after the edits, and how often each line of the form
// "file:line severity rule" is to be found.
func (m *mistake) apply(t *testing.T, base fstest.MapFS) (fstest.MapFS, map[string]int) {
	t.Helper()
	places := map[string]int{}
	files, err := m.Apply(base, func(file string, line int, note string) {
		for _, r := range findingsIn(note) {
			places[fmt.Sprintf("%s:%d %s", file, line, r)]++
		}
	})
	require.NoError(t, err)
	return files, places
}

// mutations reads all tables.
func mutations(t *testing.T) []*mistake {
	t.Helper()
	tables, err := fs.Glob(os.DirFS(mutationTables), "*.md")
	require.NoError(t, err)
	var all []*mistake
	for _, name := range tables {
		if name == "README.md" {
			continue
		}
		data, err := os.ReadFile(path.Join(mutationTables, name))
		require.NoError(t, err)
		entries, err := mutation.Parse(name, string(data), "in", "on")
		require.NoError(t, err)
		for _, e := range entries {
			all = append(all, mistakeOf(t, e))
		}
	}
	require.NotEmpty(t, all)
	return all
}

// mistakeOf fills in what an entry leaves out, and checks its notes.
func mistakeOf(t *testing.T, e *mutation.Entry) *mistake {
	t.Helper()
	m := &mistake{Entry: e, rule: e.Section, title: e.Title, place: e.Place, registry: e.Settings["in"], day: e.Settings["on"]}
	if m.registry == "" {
		m.registry = "real"
	}
	require.Contains(t, registries, m.registry, e.Place)
	if m.day == "" {
		m.day = registries[m.registry].day
	}
	for _, edit := range e.Edits {
		for _, b := range edit.Blocks {
			for _, l := range b {
				for _, r := range findingsIn(l.Note) {
					severity, id, _ := strings.Cut(r, " ")
					s, ok := rule.ParseSeverity(severity)
					require.True(t, ok && s != rule.Off && id != "", "%s: %q is not a severity and a rule", e.Place, r)
				}
			}
		}
	}
	return m
}
