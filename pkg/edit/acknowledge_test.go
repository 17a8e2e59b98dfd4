package edit

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
)

func accepted(fingerprint, reason string) *model.Acknowledgement {
	until, err := edtf.Parse("2027-06-30")
	if err != nil {
		panic(err)
	}
	return &model.Acknowledgement{
		Fingerprint: model.Some(fingerprint), Rule: model.Some("source-required"), Record: model.Some("meeting/uph/2026-09-17"),
		Reason: model.Some(model.Text{Sv: reason}), By: model.Some(model.Text{Sv: "Sekretariatet"}), Until: model.Some(until),
	}
}

func entry(fingerprint, reason string) string {
	return "- fingerprint: " + fingerprint + "\n  rule: source-required\n  record: meeting/uph/2026-09-17\n  reason: " + reason +
		"\n  by: Sekretariatet\n  until: 2027-06-30\n"
}

func TestAcknowledge(t *testing.T) {
	const other = "- fingerprint: aaaa\n  rule: x # så\n  reason: y\n  by: z\n  until: 2026-01-01\n"
	fresh := entry("f1c1", "Ännu inget.")
	for name, c := range map[string]struct{ file, want string }{
		"no file":               {"", fresh},
		"comments alone":        {"# Godtagna\n", "# Godtagna\n" + fresh},
		"an empty list":         {"# Godtagna\n[]\n# slut\n", "# Godtagna\n# slut\n" + fresh},
		"an empty list, wide":   {"[ ]", fresh},
		"after another":         {other, other + fresh},
		"no newline at the end": {strings.TrimSuffix(other, "\n"), other + fresh},
		"again, first":          {entry("f1c1", "gammalt") + "\n# nästa\n" + other, fresh + "\n# nästa\n" + other},
		"again, last":           {other + "\n" + entry("f1c1", "gammalt") + "# slut\n", other + "\n" + fresh + "# slut\n"},
		"again, long":           {other + entry("f1c1", "|\n    två\n\n    rader"), other + fresh},
	} {
		got, err := Acknowledge([]byte(c.file), accepted("f1c1", "Ännu inget."))
		require.NoError(t, err, name)
		assert.Equal(t, c.want, string(got), name)
		again, err := Acknowledge(got, accepted("f1c1", "Ännu inget."))
		require.NoError(t, err, name)
		assert.Equal(t, c.want, string(again), "%s, twice", name)
	}
}

// TestAcknowledgeQuotes: what looks like something else than a text is quoted.
func TestAcknowledgeQuotes(t *testing.T) {
	for _, reason := range []string{"ja: nej", "2026-01-01", "unknown # x", "två\nrader", "- a", "'", `"`, "0180", "null"} {
		got, err := Acknowledge(nil, accepted("1234567890123456", reason))
		require.NoError(t, err)
		list := parse(t, got)
		assert.Equal(t, reason, value(list.Content[0], "reason"), string(got))
		assert.Equal(t, "1234567890123456", value(list.Content[0], "fingerprint"))
		assert.Contains(t, string(got), `fingerprint: "1234567890123456"`, "not a number")
		assert.Contains(t, string(got), "until: 2027-06-30\n")
	}
}

func TestAcknowledgeWithoutAList(t *testing.T) {
	for _, file := range []string{"a: b\n", "[{fingerprint: a}]\n", "x\n", "- [\n", "--- []\n"} {
		_, err := Acknowledge([]byte(file), accepted("f1c1", "x"))
		assert.ErrorAs(t, err, new(*NotAList), file)
	}
}

func parse(t *testing.T, file []byte) *yaml.Node {
	t.Helper()
	var doc yaml.Node
	require.NoError(t, yaml.Unmarshal(file, &doc))
	return doc.Content[0]
}
