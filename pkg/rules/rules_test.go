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
			if r.Form != rule.InFindings {
				checkSentences(t, "where", r.Where)
				assert.Empty(t, r.Messages, "a rule without findings has no messages")
				return
			}
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
		elsewhere := slices.Contains(loaders, r.ID) || strings.HasPrefix(r.ID, "acknowledgement-") || r.Form != rule.InFindings
		assert.Equal(t, elsewhere, r.Check == nil && r.Watch == nil, r.ID)
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
		{"R020", "agreement-parties-min-two", ""},
		{"R021", "agreement-default-parties-expanded", ""},
		{"R022", "agreement-negotiator-not-party", ""},
		{"R023", "supplement-parent-exists", ""},
		{"R024", "supplement-parties-subset", ""},
		{"R025", "supplement-not-outlive-parent", ""},
		{"R026", "supplement-same-owner", ""},
		{"R027", "agreement-single-owner", ""},
		{"R028", "agreement-multi-area-declared", ""},
		{"R029", "agreement-owner-area-match", ""},
		{"R030", "agreement-orphan", ""},
		{"R031", "agreement-age-groups-valid", ""},
		{"R032", "group-age-covers-agreement", ""},
		{"R033", "legal-basis-cited", ""},
		{"R034", "statutory-agreement-present", ""},
		{"R035", "agreement-not-before-legal-basis", ""},
		{"R036", "adoption-body-competent", ""},
		{"R037", "adoption-one-per-party", ""},
		{"R038", "in-force-requires-all-adopted", ""},
		{"R039", "in-force-not-before-planned", ""},
		{"R040", "adoption-order", ""},
		{"R041", "adoption-progress", ""},
		{"R042", "agreement-followup-present", ""},
		{"R043", "agreement-deviation-handling", ""},
		{"R044", "agreement-preventive-followup", ""},
		{"R045", "agreement-review-state", ""},
		{"R047", "agreement-under-framework", ""},
		{"R048", "agreement-replaced-by", ""},
		{"R049", "external-agreement-expired", ""},
		{"", "superseded-still-in-force", ""},
		{"", "adoption-revision-exists", ""},
		{"", "followup-overdue", ""},
		{"", "followup-matches-agreement", ""},
		{"", "claim-metric-known", ""},
		{"", "names-overlap", ""},
		{"", "reference-to-ended", ""},
		{"R050", "group-description-complete", "unknown-is-explicit"},
		{"R051", "group-mandate-current", ""},
		{"R052", "joint-forum-both-sides", ""},
		{"R053", "municipal-forum-no-region", ""},
		{"R054", "group-meets-as-planned", ""},
		{"R055", "group-dormant", ""},
		{"R105", "group-continues-until-closed", "group-dormant"},
		{"R056", "meeting-status-date", ""},
		{"R057", "chair-defined", ""},
		{"R058", "chair-alternates", ""},
		{"R059", "chair-is-seat-holder", ""},
		{"R060", "secretariat-exists", ""},
		{"R061", "secretariat-both-organisations", ""},
		{"R062", "secretariat-time-declared", ""},
		{"R063", "annual-plan-current", ""},
		{"R064", "annual-plan-priorities", ""},
		{"R065", "communication-channel", ""},
		{"R066", "local-groups-status-known", ""},
		{"R067", "reporting-line-single", ""},
		{"R068", "knowledge-link-declared", ""},
		{"R069", "knowledge-personal-link-valid", ""},
		{"", "meeting-within-life", ""},
		{"", "attendance-valid", ""},
		{"", "meeting-duplicate", ""},
		{"", "declared-none-contradicted", ""},
		{"", "evidence-stale", ""},
		{"", "area-without-group", ""},
		{"R077", "municipality-unrepresented", ""},
		{"R078", "person-multi-forum", ""},
		{"R084", "consultation-group-set", ""},
		{"R085", "consultation-group-purposes", ""},
		{"R086", "consultation-group-purpose-content", ""},
		{"R087", "established-criteria", ""},
		{"R088", "established-after-phases", ""},
		{"R089", "establishment-step-order", ""},
		{"R090", "start-workshop-both-sides", ""},
		{"R091", "launch-deliverables", ""},
		{"R092", "establishment-least-impact-first", ""},
		{"R093", "establishment-window", ""},
		{"R094", "consultation-group-levels", ""},
		{"R095", "consultation-group-plan-joint", ""},
		{"R096", "outer-circle-size", ""},
		{"R097", "outer-circle-appointed-by-group", ""},
		{"R098", "core-size", ""},
		{"R099", "core-parity", ""},
		{"R100", "core-outer-disjoint", ""},
		{"R101", "secretariat-duties", ""},
		{"R102", "duty-traceable", ""},
		{"R103", "group-closure-coverage", ""},
		{"R104", "group-closure-decision", ""},
		{"R106", "closable-group-hint", ""},
		{"R107", "responsibility-single-owner-after", ""},
		{"R108", "cross-sector-included", ""},
		{"R109", "boundary-cases-declared", ""},
		{"R110", "working-group-temporary", ""},
		{"R111", "group-change-has-decision", ""},
		{"", "guideline-one-at-date", ""},
		{"R112", "issue-level-source", ""},
		{"R113", "issue-driver", ""},
		{"R114", "issue-multi-group-coordinated", ""},
		{"R115", "issue-prioritised", ""},
		{"R116", "decision-state-complete", ""},
		{"R117", "decision-body-competent", ""},
		{"R118", "deadline-overdue", ""},
		{"R119", "deadline-first-meeting", ""},
		{"R120", "action-plan-replaces-priorities", ""},
		{"R121", "knowledge-areas", ""},
		{"R122", "knowledge-system-declared", ""},
		{"R123", "proposal-not-in-effect", ""},
		{"R124", "letter-signed-complete", ""},
		{"R125", "accession-consent", ""},
		{"R126", "area-meets-criteria", ""},
		{"R127", "personal-data-minimal", ""},
		{"R128", "swedish-name", ""},
		{"", "decision-meeting-agrees", ""},
		{"", "decision-chain-order", ""},
		{"", "effect-before-decision", ""},
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
