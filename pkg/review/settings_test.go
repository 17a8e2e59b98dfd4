package review_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/example"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
)

// ack is acknowledged.yaml with one entry.
func ack(rest string) string {
	return "- fingerprint: 1a2b3c4d5e6f7a8b\n  rule: agreement-orphan\n  record: agreement/avsikt-skola\n  reason: Avgörs i höst.\n  by: Processledningen\n  " + rest + "\n"
}

func TestAcknowledgements(t *testing.T) {
	const file = "acknowledged.yaml"
	runEvidence(t, "acknowledgement-added", []evidenceCase{
		{"new", file, "[]\n", ack("until: 2025-12-31"), outcome{[]string{"[0] "}, 0, 1, 0}},
		{"without end", file, ack("until: 2025-12-31"), ack("until: unknown"), outcome{[]string{"[0].until extended"}, 0, 1, 0}},
		{"longer", file, ack("until: 2025-12-31"), ack("until: 2026"), outcome{[]string{"[0].until extended"}, 0, 1, 0}},
		{"shorter", file, ack("until: 2025-12-31"), ack("until: 2025-10-31"), outcome{nil, 1, 0, 0}},
		{"gone", file, ack("until: 2025-12-31"), "[]\n", outcome{}},
	})
}

func manifest(rest string) string { return "schema: 1\nname: Prov\nlanguage: sv\n" + rest }

func TestChecksEvaded(t *testing.T) {
	thresholds := func(rest string) string { return manifest("thresholds: {" + rest + "}\n") }
	const file = "vis.yaml"
	group := func(rest string) string { return ring + "complete: {" + rest + "}\n" }
	agreement := "title: Överenskommelse om prov\ntype: agreement\n"
	runEvidence(t, "check-evaded", []evidenceCase{
		{"external", "agreements/prov.yaml", agreement, agreement + "external: true\n", outcome{[]string{"external external"}, 0, 1, 0}},
		{"no longer external", "agreements/prov.yaml", agreement + "external: true\n", agreement, outcome{nil, 1, 0, 0}},
		{"fewer are required", file, manifest("required: {group.network: [level, seats]}\n"), manifest("required: {group.network: [level]}\n"), outcome{[]string{"required[\"group.network\"] required"}, 0, 1, 0}},
		{"none are required", file, manifest("required: {group.network: [level, seats]}\n"), manifest(""), outcome{[]string{" required"}, 0, 1, 0}},
		{"more are required", file, manifest("required: {group.network: [level]}\n"), manifest("required: {group.network: [seats, level], group.local: [level]}\n"), outcome{nil, 2, 0, 0}},
		{"a lower bound", file, thresholds("balance: {min: 0.4, max: 0.6}"), thresholds("balance: {min: 0.3, max: 0.55}"), outcome{[]string{"thresholds.balance.min threshold"}, 1, 1, 0}},
		{"looking back less far", file, thresholds("look_back: P24M"), thresholds("look_back: P1Y"), outcome{[]string{"thresholds.look_back threshold"}, 0, 1, 0}},
		{"looking back farther", file, thresholds("look_back: P24M"), thresholds("look_back: P3Y"), outcome{nil, 1, 0, 0}},
		{"sources that vouch for less", file, thresholds("stale_after: P24M"), thresholds("stale_after: P12M"), outcome{[]string{"thresholds.stale_after threshold"}, 0, 1, 0}},
		{"the same length", file, thresholds("stale_after: P24M"), thresholds("stale_after: P2Y"), outcome{nil, 1, 0, 0}},
		{"a threshold removed", file, thresholds("plan_grace: P1M, look_back: P24M"), thresholds("look_back: P24M"), outcome{[]string{"thresholds switched"}, 0, 1, 0}},
		{"replacing one person", file, thresholds("individual_replacement: true"), thresholds("individual_replacement: false"), outcome{[]string{"thresholds.individual_replacement threshold"}, 0, 1, 0}},
		{"no longer complete", ringFile, group("seats: 2025-01-01, plans: 2025-01-01"), group("seats: 2025-01-01"), outcome{[]string{"complete complete"}, 0, 1, 0}},
		{"nothing complete", ringFile, group("seats: 2025-01-01"), ring, outcome{[]string{" complete"}, 0, 1, 0}},
		{"complete until an earlier day", ringFile, group("seats: 2025-02-01"), group("seats: 2025-01-01"), outcome{[]string{"complete.seats sooner"}, 0, 1, 0}},
		{"complete until a later day", ringFile, group("seats: 2025-01-01"), group("seats: 2025-02-01"), outcome{nil, 1, 0, 0}},
		{"complete from a later day", ringFile, group("meetings: {from: 2024-01-01, until: 2024-12-31}"), group("meetings: {from: 2024-03-01, until: 2024-12-31}"), outcome{[]string{"complete.meetings.from sooner"}, 0, 1, 0}},
	})
}

func TestSeverities(t *testing.T) {
	set := func(rest string) string { return manifest("severity: {" + rest + "}\n") }
	const file = "vis.yaml"
	runEvidence(t, "severity-lowered", []evidenceCase{
		{"off", file, manifest(""), set("nagon-regel: off"), outcome{[]string{"severity.nagon-regel off"}, 0, 1, 0}},
		{"lower than the rule's", file, manifest(""), set("record-removed: warning"), outcome{[]string{"severity.record-removed "}, 0, 1, 0}},
		{"higher than the rule's", file, manifest(""), set("deadline-moved: warning"), outcome{nil, 1, 0, 0}},
		{"a rule that nobody knows", file, manifest(""), set("nagon-regel: info"), outcome{nil, 0, 0, 1}},
		{"back to the rule's, which is lower", file, set("deadline-moved: error"), manifest(""), outcome{[]string{" "}, 0, 1, 0}},
		{"back to the rule's, which is higher", file, set("record-removed: info"), manifest(""), outcome{nil, 1, 0, 0}},
	})
}

// TestSeverityOfRecordRules passes the rules of records along.
func TestSeverityOfRecordRules(t *testing.T) {
	small := parse(t, rules.BaseExample())
	view := func(manifest string) *registry.View {
		loaded, err := load.Registry(context.Background(), example.FS(small.Files, []example.File{{Path: "vis.yaml", Text: manifest}}))
		require.NoError(t, err)
		day := edtf.DayOf(2025, 6, 1)
		return loaded.Registry.At(day, day)
	}
	var others []*rule.Spec
	for _, r := range rules.Catalogue() {
		others = append(others, r.Spec)
	}
	out, err := review.Judge(context.Background(), change.Compare(view(manifest("")), view(manifest("severity: {ref-resolves: warning, agreement-orphan: error}\n"))), others...)
	require.NoError(t, err)
	var found []string
	for _, f := range out.Findings {
		if f.Spec.ID == "severity-lowered" {
			found = append(found, f.Path.String())
		}
	}
	assert.Equal(t, []string{"severity.ref-resolves"}, found)
}
