// Package schema proves with a reader that is not ours that what vis writes
// as JSON is what its own JSON Schema says.
package schema

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/ci/try"
	"github.com/vis-samverkan/vis/pkg/cli"
)

var vis, visIn = try.Vis, try.In

// compiled is the schema of a command's output.
func compiled(t *testing.T, command string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(vis(t, cli.ExitClean, "schema", "output", command)))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	require.NoError(t, c.AddResource("output.json", doc))
	s, err := c.Compile("output.json")
	require.NoError(t, err)
	return s
}

func decoded(t *testing.T, data []byte) any {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	require.NoError(t, err)
	return doc
}

func TestValidateOutput(t *testing.T) {
	s := compiled(t, "validate")
	for _, test := range []struct {
		name     string
		exit     int
		args     []string
		findings bool // whether it must have any
	}{
		{"the registry", cli.ExitClean, nil, false},
		{"the registry in 2022, every rule", cli.ExitClean, []string{"--as-of", "2022-11-07", "--profile", "pedantic", "--stats"}, false},
		{"bad input", cli.ExitFindings, []string{"--registry", "testdata/bad/registry"}, true},
	} {
		for _, lang := range []string{"sv", "en"} {
			t.Run(test.name+", "+lang, func(t *testing.T) {
				out := vis(t, test.exit, append([]string{"validate", "--format", "json", "--severity", "info", "--lang", lang}, test.args...)...)
				assert.NoError(t, s.Validate(decoded(t, out)))
				var doc struct{ Findings []any }
				require.NoError(t, json.Unmarshal(out, &doc))
				if test.findings {
					assert.NotEmpty(t, doc.Findings)
				}
			})
		}
	}
}

func TestTheSchemaRefusesWhatItDoesNotSay(t *testing.T) {
	s := compiled(t, "validate")
	out := vis(t, cli.ExitFindings, "validate", "--format", "json", "--registry", "testdata/bad/registry")
	for name, spoil := range map[string]func(doc, finding map[string]any){
		"a key more":          func(doc, _ map[string]any) { doc["extra"] = true },
		"a key less":          func(doc, _ map[string]any) { delete(doc, "summary") },
		"a date that is none": func(doc, _ map[string]any) { doc["as_of"] = "2022-13-01" },
		"a finding's key":     func(_, finding map[string]any) { finding["extra"] = true },
		"an unknown severity": func(_, finding map[string]any) { finding["severity"] = "fatal" },
	} {
		t.Run(name, func(t *testing.T) {
			doc := decoded(t, out).(map[string]any)
			spoil(doc, doc["findings"].([]any)[0].(map[string]any))
			assert.Error(t, s.Validate(doc))
		})
	}
}
