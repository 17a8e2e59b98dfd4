package load_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/text"
)

// TestSyntaxErrorsInSwedish breaks a file in the ways that people do. What a
// Swedish official reads has no English in it.
func TestSyntaxErrorsInSwedish(t *testing.T) {
	for body, want := range map[string]string{
		"name: Täby: kommun":           "ett kolon står mitt i ett värde",
		"name: x\n  type: y":           "ett kolon står mitt i ett värde",
		"name: \"Täby":                 "ett citattecken öppnas här och stängs aldrig",
		"name: 'Täby":                  "ett citattecken öppnas här och stängs aldrig",
		"seats: [a\ntype: x":           "en lista inom [ ] saknar",
		"name: {sv: a\ntype: x":        "en post inom { } saknar",
		"seats: [a, b":                 "en lista inom [ ] saknar",
		"seats: [a,":                   "en lista inom [ ] eller en post inom { } är inte avslutad",
		"seats: ]":                     "här saknas ett värde",
		"seats: [a] b":                 "raden hör inte till något ovanför den",
		"name: \"a\" b":                "raden hör inte till något ovanför den",
		"a:\n  b: c\n d: e":            "raden hör inte till något ovanför den",
		"seats:\n  - a\n  b: c":        "raden hör inte till listan ovanför den",
		"name: - a":                    "en lista börjar på samma rad som sin nyckel",
		"name: @x":                     "ett värde kan inte börja med det här tecknet",
		"name: `x`":                    "ett värde kan inte börja med det här tecknet",
		"name: %x":                     "ett värde kan inte börja med det här tecknet",
		"name: \"\\å\"":                "efter ett omvänt snedstreck",
		"name: \"\\u00\"":              "hexadecimala siffror",
		"name: \"\\ud800\"":            "svarar inte mot något tecken",
		"name: |0\n  x":                "siffran efter | eller >",
		"name: |x\n  x":                "efter | eller > får bara en kommentar",
		"name: x\n\"type\" y":          "här saknas ett kolon efter nyckeln",
		"name: !x!y z":                 "utropstecknet börjar en YAML-tagg",
		"%YAML 2.0\n---\nname: x":      "en version av YAML som inte finns",
		"%YAML x\n---\nname: x":        "en rad som börjar med %",
		"name: x\n...\ntype: y":        "här står mer text efter att posten är slut",
		"{name: x}}":                   "här står mer text efter att posten är slut",
		"name: \"a\n---\nb\"":          "mitt i en text inom citattecken",
		"name: x\n? a: b\n  c d: e: f": "ett kolon står mitt i ett värde",
	} {
		findings := read(t, folder("groups/prov.yaml", body+"\n")).Findings
		require.NotEmpty(t, findings, body)
		f := findings[len(findings)-1]
		for _, other := range findings {
			if other.Variant == "syntax" {
				f = other
			}
		}
		assert.Equal(t, "syntax", f.Variant, body)
		sv, en := say(f, text.Swedish), say(f, text.English)
		assert.Contains(t, sv, want, body)
		for _, word := range []string{"found", "expected", "while", "not allowed", " is "} {
			assert.NotContains(t, sv, word, body)
		}
		assert.True(t, strings.Contains(en, "valid YAML") && !strings.Contains(en, "line 1:"), en)
	}
}
