package rules_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/rule"
)

// valueOnLine is an attribute of vis.yaml, of a guideline or of a record that is
// written on one line.
var valueOnLine = regexp.MustCompile(`(?m)^( *(?:- )?[a-z_-]+: )[^ \n|>].*$`)

// TestUnreadIsUnknown spoils one value of the second registry at a time: each in
// some files, and the type of every record. What
// could not be read is told of where it stands, and nothing else follows: it is
// not missing, and nothing is judged by it.
func TestUnreadIsUnknown(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	before := map[string]bool{}
	for _, f := range runSecond(t).Findings {
		before[f.Fingerprint] = true
	}
	whole := []string{"vis.yaml", secondGuideline, "groups/samklang-hem.yaml", "agreements/hemgang.yaml"}
	for file := range baseOf(t, "second").files {
		if !strings.HasSuffix(file, ".yaml") || file == "vocabulary.yaml" || file == "acknowledged.yaml" {
			continue
		}
		tried := map[string]bool{}
		content := string(baseOf(t, "second").files[file].Data)
		for _, at := range valueOnLine.FindAllStringSubmatchIndex(content, -1) {
			key := content[at[2]:at[3]]
			line := 1 + strings.Count(content[:at[0]], "\n")
			name := strings.Trim(key, " -:")
			if keepsApart[name] || tried[name] && file != secondGuideline || name != "type" && !slices.Contains(whole, file) {
				continue
			}
			tried[name] = true
			t.Run(file+"/"+strings.TrimSpace(key), func(t *testing.T) {
				t.Parallel()
				found := false
				for _, f := range runSecond(t, change{file, content, content[:at[0]] + key + "{is: kanske}" + content[at[1]:]}).Findings {
					found = found || f.Spec.Fixed && f.Severity == rule.Error
					assert.True(t, f.Spec.Fixed || before[f.Fingerprint], "line %d: %s %s at %s", line, f.Spec.ID, f.File, f.Path)
				}
				require.True(t, found, "line %d", line)
			})
		}
	}
}

// keepsApart are the attributes without which nobody can tell what something is,
// or whether the registry can be read at all.
var keepsApart = map[string]bool{"schema": true, "id": true}
