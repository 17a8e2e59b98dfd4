// Package try runs vis inside a test.
package try

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/cli"
	"github.com/vis-samverkan/vis/pkg/edtf"
)

// Vis runs a command at the top of the module above, on the first of January
// 2026, and returns its output. The test fails unless it ends as it should.
func Vis(t testing.TB, wantExit int, args ...string) []byte {
	t.Helper()
	top, err := filepath.Abs("../..")
	require.NoError(t, err)
	return In(t, top, wantExit, args...)
}

// In runs a command in a folder.
func In(t testing.TB, dir string, wantExit int, args ...string) []byte {
	t.Helper()
	var out, errOut bytes.Buffer
	exit := cli.Run(t.Context(), cli.Env{
		Args: args, Dir: dir, In: strings.NewReader(""), Out: &out, Err: &errOut,
		Getenv: func(string) string { return "" }, Today: edtf.DayOf(2026, 1, 1),
	})
	require.Equal(t, wantExit, exit, "vis %s: %s", strings.Join(args, " "), errOut.String())
	return out.Bytes()
}
