package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// found is a finding as `vis validate --format json` tells of it.
type found struct{ Rule, Record, Path, Message, Fingerprint string }

func findings(t *testing.T, dir string, args ...string) []found {
	t.Helper()
	got := vis(t, dir, append(args, "validate", "--format", "json", "--profile", "pedantic")...)
	require.Empty(t, got.err)
	var run struct{ Findings []found }
	require.NoError(t, json.Unmarshal([]byte(got.out), &run))
	return run.Findings
}

// printsOf are the fingerprints of the findings of a rule.
func printsOf(all []found, rule string) (prints []string) {
	for _, f := range all {
		if f.Rule == rule {
			prints = append(prints, f.Fingerprint)
		}
	}
	return prints
}

const brokenGroup = `name: Styrgruppen
type: political-steering
level: regional
reports_to: none
seats:
  - id: ordforande
    role: chair
    represents: [organization/nosuch]
  - id: ledamot
    role: member
    represents: [organization/norrby, organization/other]
based_on: [gone, hok]
sources:
  - {source: arsrapport, section: "3"}
`

func TestFingerprintsAreStable(t *testing.T) {
	file := "groups/styrgruppen.yaml"
	dir := copyOf(t, map[string]string{file: brokenGroup})
	want := printsOf(findings(t, dir), "ref-resolves")
	require.Len(t, want, 3)
	different := map[string]bool{}
	for _, p := range want {
		assert.Regexp(t, `^[0-9a-f]{16}$`, p)
		different[p] = true
	}
	assert.Len(t, different, len(want), "different findings have different fingerprints")

	reordered := `based_on:
  - hok
  - gone
sources:
  - source: arsrapport
    section: '3'
seats:
  - {role: member, id: ledamot, represents: [organization/other, organization/norrby]}

  # ordföranden
  - represents:
      - organization/nosuch
    id: ordforande
    role: chair
reports_to: none
level: "regional"
type: political-steering
name: >-
  Styrgruppen
`
	for name, got := range map[string][]found{
		"other order and form": findings(t, copyOf(t, map[string]string{file: reordered})),
		"CRLF":                 findings(t, copyOf(t, map[string]string{file: strings.ReplaceAll(brokenGroup, "\n", "\r\n")})),
		"other language":       findings(t, dir, "LANG=en"),
		"other day":            findings(t, dir, "VIS_TODAY=2027-03-01"),
		"other folder":         findings(t, filepath.Join(dir, "registry", "groups")),
	} {
		assert.ElementsMatch(t, want, printsOf(got, "ref-resolves"), name)
	}
	moved := filepath.Join(t.TempDir(), "annan mapp")
	require.NoError(t, os.CopyFS(moved, os.DirFS(filepath.Join(dir, "registry"))))
	assert.Equal(t, want, printsOf(findings(t, moved), "ref-resolves"), "another checkout")
}

// TestEqualFindingsGetAnOrdinal has the same broken reference twice in a list.
func TestEqualFindingsGetAnOrdinal(t *testing.T) {
	issue := func(agreements string) string {
		return "title: Delad journal för äldre\nstate: driven\ndriver: aldregruppen\nagreements: [" + agreements + "]\nsources:\n  - {source: arsrapport, section: \"7\"}\n"
	}
	once := printsOf(findings(t, copyOf(t, map[string]string{"issues/delad-journal.yaml": issue("gone")})), "ref-resolves")
	twice := printsOf(findings(t, copyOf(t, map[string]string{"issues/delad-journal.yaml": issue("gone, gone")})), "ref-resolves")
	other := printsOf(findings(t, copyOf(t, map[string]string{"issues/delad-journal.yaml": issue("lost")})), "ref-resolves")
	require.Len(t, once, 1)
	require.Len(t, twice, 2)
	assert.Contains(t, twice, once[0], "the first keeps its fingerprint")
	assert.NotEqual(t, twice[0], twice[1])
	assert.NotEqual(t, once, other)
}

// TestValidateIsDeterministic runs many files with many findings many times,
// on as many threads as there are rules and files.
func TestValidateIsDeterministic(t *testing.T) {
	files := map[string]string{"groups/styrgruppen.yaml": brokenGroup}
	for i := range 30 {
		files[fmt.Sprintf("issues/fraga-%02d.yaml", i)] = fmt.Sprintf("title: Fråga %d\ntilte: x\nstate: drivet\ndriver: grupp-%d\nagreements: [a%d, b%d, hok]\ncaptured: 2022-13-0%d\n", i, i, i, i, i%9+1)
	}
	dir := copyOf(t, files)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	want := map[string]string{}
	for n := range 20 {
		runtime.GOMAXPROCS(n%8 + 1)
		for _, format := range []string{"json", "text"} {
			got := vis(t, dir, "validate", "--profile", "pedantic", "--severity", "info", "--format", format)
			require.Equal(t, ExitFindings, got.code)
			require.Contains(t, got.out, "ref-resolves")
			if n == 0 {
				want[format] = got.out
			}
			require.Equal(t, want[format], got.out, "run %d", n)
		}
	}
}
