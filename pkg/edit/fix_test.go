package edit

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/rule"
)

func at(line, column, endLine, endColumn int, old, with string) *rule.Finding {
	return &rule.Finding{Place: rule.Place{At: rule.Position{Line: line, Column: column, EndLine: endLine, EndColumn: endColumn}}, Fix: rule.Fix{Old: old, New: with}}
}

func TestFix(t *testing.T) {
	const file = "nåme: Åsa\ncode: 0180\nto: [\"group/tsgg#a\", x] # 0180\r\nlast: y"
	for name, c := range map[string]struct {
		findings []*rule.Finding
		want     string
		n        int
	}{
		"nothing":                      {nil, file, 0},
		"a key, counted in characters": {[]*rule.Finding{at(1, 1, 1, 5, "nåme", "name")}, "name: Åsa\ncode: 0180\nto: [\"group/tsgg#a\", x] # 0180\r\nlast: y", 1},
		"what surrounds it stays":      {[]*rule.Finding{at(3, 6, 3, 20, "tsgg", "tsg")}, "nåme: Åsa\ncode: 0180\nto: [\"group/tsg#a\", x] # 0180\r\nlast: y", 1},
		"several, in any order": {[]*rule.Finding{at(4, 7, 4, 8, "y", "z"), at(2, 7, 2, 11, "0180", `"0180"`)},
			"nåme: Åsa\ncode: \"0180\"\nto: [\"group/tsgg#a\", x] # 0180\r\nlast: z", 2},
		"the same place twice":  {[]*rule.Finding{at(4, 7, 4, 8, "y", "z"), at(4, 7, 4, 8, "y", "w")}, "nåme: Åsa\ncode: 0180\nto: [\"group/tsgg#a\", x] # 0180\r\nlast: z", 1},
		"not what stands there": {[]*rule.Finding{at(2, 7, 2, 11, "0181", "x")}, file, 0},
		"twice in the span":     {[]*rule.Finding{at(3, 6, 3, 20, "g", "x")}, file, 0},
		"no fix":                {[]*rule.Finding{at(2, 7, 2, 11, "", "")}, file, 0},
		"no place":              {[]*rule.Finding{at(0, 0, 0, 0, "a", "b"), at(9, 1, 9, 2, "a", "b"), at(4, 40, 4, 41, "a", "b"), at(4, 8, 4, 7, "a", "b")}, file, 0},
	} {
		got, n := Fix([]byte(file), c.findings)
		assert.Equal(t, c.want, string(got), name)
		assert.Equal(t, c.n, n, name)
	}
}
