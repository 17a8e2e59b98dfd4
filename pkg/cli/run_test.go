package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
)

// result is how a command ended and what it printed.
type result struct {
	code     int
	out, err string
}

// vis runs a command in a folder, in Swedish, on 2026-11-22. An argument such
// as LANG=en before the command is set in its environment.
func vis(t *testing.T, dir string, args ...string) result {
	t.Helper()
	env := map[string]string{"LANG": "sv_SE.UTF-8"}
	for len(args) > 0 {
		name, value, ok := strings.Cut(args[0], "=")
		if !ok || strings.ToUpper(name) != name || strings.HasPrefix(name, "-") {
			break
		}
		env[name], args = value, args[1:]
	}
	var out, complaints strings.Builder
	code := Run(context.Background(), Env{
		Args: args, Dir: dir, In: strings.NewReader(""), Out: &out, Err: &complaints,
		Getenv: func(name string) string { return env[name] }, Today: edtf.DayOf(2026, 11, 22),
		Build: Build{Version: "dev", Revision: "-", Go: "go1.26"},
	})
	return result{code, out.String(), complaints.String()}
}

// small is the registry of the scripts.
const small = "../../testdata/script/registry"

// copyOf makes a folder with a copy of the small registry in it, with some
// files in the place of its own. "" removes one.
func copyOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(filepath.Join(dir, "registry"), os.DirFS(small)))
	for name, data := range files {
		name = filepath.Join(dir, "registry", filepath.FromSlash(name))
		if data == "" {
			require.NoError(t, os.Remove(name))
			continue
		}
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(data), 0o644))
	}
	return dir
}
