//go:build unix

package load_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNamedPipe does not wait for somebody to write into one.
func TestNamedPipe(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "vis.yaml"), []byte(manifest), 0o644))
	require.NoError(t, os.Mkdir(filepath.Join(dir, "groups"), 0o755))
	for _, name := range []string{"groups/ror.yaml", "vocabulary.yaml"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Skipf("this system makes no named pipes: %v", err)
		}
	}
	assert.Equal(t, []string{"1:1-2 yaml-unreadable special", "1:1-2 yaml-unreadable special"}, short(read(t, os.DirFS(dir)).Findings))
}
