package cli

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestBriefFitsTheTerminal checks that papers are broken to the width that a
// person has.
func TestBriefFitsTheTerminal(t *testing.T) {
	dir := copyOf(t, nil)
	for _, width := range []int{40, 60, 100} {
		for _, who := range []string{"aldregruppen", "norrby", "asby", "asa-osterberg", "styrgruppen/2024-11-14"} {
			e, out, complaints := env(dir, "brief", who, "--color", "never")
			e.Terminal, e.Width = true, width
			require.Equal(t, ExitClean, Run(context.Background(), e), who)
			require.Empty(t, complaints.String())
			for line := range strings.Lines(out.String()) {
				line = strings.TrimRight(line, "\n")
				if strings.Contains(strings.TrimSpace(line), " ") {
					assert.LessOrEqual(t, len([]rune(line)), width, "vis brief %s: %q", who, line)
				}
			}
		}
	}
}
