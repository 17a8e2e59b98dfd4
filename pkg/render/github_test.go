package render

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// command is what the runner of GitHub Actions takes a line for.
type command struct {
	name, data string
	properties map[string]string
}

// obeyed are the commands that the runner knows.
var obeyed = strings.Fields("add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice remove-matcher save-state set-env set-output stop-commands warning")

// runnerReads reads a line as the runner does: a command of the new form at the
// beginning of the line, or one of the old form anywhere in it. It is nil where
// the line is only shown.
func runnerReads(line string) *command {
	line = strings.TrimSuffix(line, "\n")
	if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "::"); ok {
		if info, data, ok := strings.Cut(rest, "::"); ok {
			return commandOf(info, unescapedBy(data, "\r", "%0D", "\n", "%0A", "%", "%25"), ",")
		}
	}
	if _, rest, ok := strings.Cut(line, "##["); ok {
		if info, data, ok := strings.Cut(rest, "]"); ok {
			return commandOf(info, data, ";")
		}
	}
	return nil
}

func commandOf(info, data, between string) *command {
	name, list, _ := strings.Cut(info, " ")
	for _, known := range obeyed {
		if name != known {
			continue
		}
		c := &command{name, data, map[string]string{}}
		for p := range strings.SplitSeq(list, between) {
			if key, value, ok := strings.Cut(p, "="); ok && value != "" {
				c.properties[key] = unescapedBy(value, "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C", "%", "%25")
			}
		}
		return c
	}
	return nil
}

// unescapedBy exchanges one after the other, as the runner does.
func unescapedBy(s string, pairs ...string) string {
	for i := 0; i < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, pairs[i+1], pairs[i])
	}
	return s
}

func TestGitHub(t *testing.T) {
	f := reported(2, "aa", rule.Error)
	f.File, f.Args = "a,b:c/100 %.yaml", text.Args{"ref": "50 %: a, b"}
	out := written(t, "github", aReport(f))
	assert.Equal(t, "::error file=registry/a%2Cb%3Ac/100 %25.yaml,line=2,col=9,endLine=2,endColumn=21,title=ref-resolves::"+
		"50 %25: a, b finns inte i registret, och ingen post har någonsin haft det id:t. Rätta id:t, eller lägg till den post som saknas.\n", out)
	c := runnerReads(out)
	assert.Equal(t, "registry/a,b:c/100 %.yaml", c.properties["file"])

	long := reported(1, "bb", rule.Warning)
	long.At.EndLine, long.At.EndColumn = 4, 1
	assert.Contains(t, written(t, "github", aReport(long)), "yaml,line=1,endLine=4,title=", "columns stand only on one line")
	nowhere := reported(0, "cc", rule.Info)
	nowhere.At = rule.Position{}
	assert.Contains(t, written(t, "github", aReport(nowhere)), "::notice file=registry/issues/delad-journal.yaml,title=")
	huge := reported(1, "dd", rule.Info)
	huge.Args = text.Args{"ref": strings.Repeat("å", 100_000)}
	assert.Less(t, len(written(t, "github", aReport(huge))), 64<<10)
	assert.Empty(t, written(t, "github", aReport()))
}

// TestGitHubKeepsWithinTheLimits checks that GitHub shows every annotation that
// is written, and that none is lost without a word.
func TestGitHubKeepsWithinTheLimits(t *testing.T) {
	for _, n := range [][3]int{{10, 10, 10}, {11, 0, 0}, {11, 0, 10}, {0, 0, 11}, {25, 3, 40}, {0, 0, 0}, {0, 11, 9}} {
		var all []Reported
		for i, s := range []rule.Severity{rule.Error, rule.Warning, rule.Info} {
			for k := range n[i] {
				all = append(all, reported(1, fmt.Sprint(i, k), s))
			}
		}
		total := n[0] + n[1] + n[2]
		counts, plain, out := map[string]int{}, 0, written(t, "github", aReport(all...))
		for line := range strings.Lines(out) {
			if c := runnerReads(line); c != nil {
				counts[c.name]++
				continue
			}
			plain++
		}
		for _, sort := range []string{"error", "warning", "notice"} {
			assert.LessOrEqual(t, counts[sort], 10, "%v", n)
		}
		shown := counts["error"] + counts["warning"] + counts["notice"] - counts["group"]
		assert.Equal(t, total, shown+plain, "%v", n)
		if max(n[0], n[1], n[2]) <= 10 {
			assert.Zero(t, plain)
			continue
		}
		require.Equal(t, 1, counts["group"])
		assert.Contains(t, out, "till visas inte här: GitHub visar högst tio av varje slag.")
		assert.True(t, strings.HasSuffix(out, "\n::endgroup::\n"))
	}
}
