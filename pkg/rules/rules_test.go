package rules_test

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

var (
	idPattern     = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	numberPattern = regexp.MustCompile(`^R[0-9]{3}$`)
)

func TestIdsAndNumbersAreUnique(t *testing.T) {
	taken := map[string]string{}
	take := func(name, by string) {
		assert.Empty(t, taken[name], "%s is both %s and %s", name, taken[name], by)
		taken[name] = by
	}
	for _, r := range rules.Catalogue() {
		assert.Regexp(t, idPattern, r.ID)
		take(r.ID, r.ID)
		if r.Number != "" {
			assert.Regexp(t, numberPattern, r.Number, r.ID)
			take(r.Number, r.ID)
		}
		for _, m := range r.Merged {
			assert.Regexp(t, idPattern, m.ID)
			assert.Regexp(t, numberPattern, m.Number, m.ID)
			take(m.ID, r.ID)
			take(m.Number, r.ID)
		}
	}
}

func TestMetadata(t *testing.T) {
	for _, r := range rules.Catalogue() {
		t.Run(r.ID, func(t *testing.T) {
			assert.Greater(t, r.Severity, rule.Off)
			checkSentences(t, "title", r.Title)
			checkSentences(t, "why", r.Why)
			checkSentences(t, "remedy", r.Remedy)
			for _, m := range r.Merged {
				checkSentences(t, m.ID, m.Title)
			}
			assert.Equal(t, r.Tune.Sv == "", r.Tune.En == "", "what tunes it, in both languages")
			assert.NotEmpty(t, r.Messages)
			for variant, m := range r.Messages {
				checkMessage(t, "message "+variant, m)
			}
			for _, c := range r.Cites {
				checkCite(t, c)
			}
		})
	}
}

// checkSentences checks that a text is one or more whole sentences, in two
// languages that differ.
func checkSentences(t *testing.T, what string, b text.Both) {
	t.Helper()
	assert.NotEqual(t, b.Sv, b.En, what)
	for _, s := range []string{b.Sv, b.En} {
		assert.Equal(t, strings.TrimSpace(s), s, what)
		assert.True(t, unicode.IsUpper(firstLetter(s)), "%s begins in upper case: %s", what, s)
		assert.True(t, strings.HasSuffix(s, "."), "%s ends with a full stop: %s", what, s)
	}
	checkPlaceholders(t, what, b)
}

// checkMessage checks that a message is the part of a sentence that follows a
// position, in two languages that differ.
func checkMessage(t *testing.T, what string, b text.Both) {
	t.Helper()
	assert.NotEqual(t, b.Sv, b.En, what)
	for _, s := range []string{b.Sv, b.En} {
		assert.Equal(t, strings.TrimSpace(s), s, what)
		assert.NotEmpty(t, s, what)
		if !strings.HasPrefix(strings.TrimLeft(s, quotes), "{") && !initials.MatchString(s) {
			assert.False(t, unicode.IsUpper(firstLetter(s)), "%s begins in lower case: %s", what, s)
		}
		assert.False(t, strings.HasSuffix(s, "."), "%s has no full stop at its end: %s", what, s)
	}
	checkPlaceholders(t, what, b)
}

const quotes = `"'”“’‘`

// initials are names such as YAML, which are written so in a message too.
var initials = regexp.MustCompile(`^\p{Lu}{2,}`)

func firstLetter(s string) rune {
	for _, r := range strings.TrimLeft(s, quotes) {
		return r
	}
	return 0
}

func checkPlaceholders(t *testing.T, what string, b text.Both) {
	t.Helper()
	names := func(template string) []string {
		found := text.Placeholders(template)
		slices.Sort(found)
		return slices.Compact(found)
	}
	assert.Equal(t, names(b.Sv), names(b.En), "%s has the same placeholders in both languages", what)
}

// checkCite checks that a citation can be followed: to a source of the real
// registry, or to what this project has decided.
func checkCite(t *testing.T, c rule.Cite) {
	t.Helper()
	if c.Source == "" {
		assert.NotEmpty(t, c.Section, "a decision of the project says where it stands")
		return
	}
	assert.FileExists(t, filepath.Join("../../registry/sources", c.Source+".yaml"))
	if c.Line != 0 {
		assert.NotEmpty(t, strings.TrimSpace(c.Says), "%s, line %d: the passage is quoted", c.Source, c.Line)
	}
}

// TestChecks finds rules that nothing decides.
func TestChecks(t *testing.T) {
	var loaders []string
	for _, s := range load.Rules() {
		assert.True(t, s.Fixed, "%s: what cannot be read cannot be accepted", s.ID)
		loaders = append(loaders, s.ID)
	}
	for _, r := range rules.Catalogue() {
		elsewhere := slices.Contains(loaders, r.ID) || strings.HasPrefix(r.ID, "acknowledgement-")
		assert.Equal(t, elsewhere, r.Check == nil, r.ID)
	}
}

// TestFind looks up the rules of sections A and B of the catalogue, and those
// beyond its numbers, by every name that a person may know them by.
func TestFind(t *testing.T) {
	for _, want := range []struct{ number, id, decidedBy string }{
		{"R001", "ref-resolves", ""},
		{"R002", "id-unique-stable", ""},
		{"R003", "alias-unambiguous", ""},
		{"R004", "source-required", ""},
		{"R005", "inference-not-decided", ""},
		{"R006", "date-valid", ""},
		{"R007", "interval-ordered", ""},
		{"R008", "no-future-evidence", ""},
		{"R009", "unknown-is-explicit", ""},
		{"R010", "reported-vs-computed", ""},
		{"R046", "agreement-count-consistent", "reported-vs-computed"},
		{"R011", "municipality-count", ""},
		{"R012", "municipality-code", ""},
		{"R013", "subregion-exactly-one", ""},
		{"R014", "party-side-set", ""},
		{"R015", "party-unit-of", ""},
		{"R016", "party-name-valid-at-date", ""},
		{"R017", "party-succession-acyclic", ""},
		{"R018", "rename-effective", "party-name-valid-at-date"},
		{"R019", "rename-has-decision", ""},
		{"", "yaml-unreadable", ""},
		{"", "text-hidden-character", ""},
		{"", "field-unknown", ""},
		{"", "field-wrong-type", ""},
		{"", "field-missing", ""},
		{"", "value-not-allowed", ""},
		{"", "key-duplicate", ""},
		{"", "vocabulary-term-unknown", ""},
		{"", "acknowledgement-expired", ""},
		{"", "acknowledgement-unmatched", ""},
	} {
		for _, name := range []string{want.id, want.number} {
			if name == "" {
				continue
			}
			r, merged, ok := rules.Find(name)
			require.True(t, ok, name)
			if want.decidedBy == "" {
				assert.Nil(t, merged, name)
				assert.Equal(t, want.id, r.ID, name)
				assert.Equal(t, want.number, r.Number, name)
				continue
			}
			require.NotNil(t, merged, name)
			assert.Equal(t, want.decidedBy, r.ID, name)
			assert.Equal(t, want.id, merged.ID, name)
			assert.Equal(t, want.number, merged.Number, name)
		}
	}
	for _, name := range []string{"R000", "r001", "ref-resolve"} {
		_, _, ok := rules.Find(name)
		assert.False(t, ok, "%q is no rule", name)
	}
}
