package cli

import (
	"bufio"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
)

// TestChangesAreGathered: what comes in quick succession is one change.
func TestChangesAreGathered(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		events, broken := make(chan string), make(chan error)
		ctx, stop := context.WithCancel(context.Background())
		go func() {
			for _, name := range []string{"b", "a", "b"} {
				time.Sleep(settle / 2)
				events <- name
			}
			time.Sleep(2 * settle)
			events <- "c"
			time.Sleep(2 * settle)
			broken <- errors.New("too many")
			time.Sleep(2 * settle)
			stop()
		}()
		start := time.Now()
		got, more := changes(ctx, events, broken, settle)
		assert.True(t, more)
		assert.Equal(t, []string{"a", "b"}, got)
		assert.Equal(t, 3*settle/2+settle, time.Since(start))
		got, more = changes(ctx, events, broken, settle)
		assert.True(t, more)
		assert.Equal(t, []string{"c"}, got)
		got, more = changes(ctx, events, broken, settle)
		assert.True(t, more, "some were missed")
		assert.Empty(t, got)
		_, more = changes(ctx, events, broken, settle)
		assert.False(t, more)
		close(events)
		_, more = changes(context.Background(), events, broken, settle)
		assert.False(t, more)
	})
}

// TestWatchTellsEachRun with injected events: what changed and when, what was
// found, and the outcome of the last.
func TestWatchTellsEachRun(t *testing.T) {
	dir := t.TempDir()
	for _, last := range []error{nil, errFindings, &usageError{"trasigt"}} {
		synctest.Test(t, func(t *testing.T) {
			var out, complaints strings.Builder
			now := time.Date(2026, 11, 22, 13, 14, 15, 0, time.UTC)
			a := &app{Env: Env{Dir: dir, Err: &complaints, Getenv: func(string) string { return "" }, Now: func() time.Time { return now }}, lang: "sv"}
			a.stdout = bufio.NewWriter(&out)
			ctx, stop := context.WithCancel(context.Background())
			events := make(chan string)
			go func() {
				for _, name := range []string{"a.yaml", "b.yaml", "c.yaml", "d.yaml", "e\x1b.yaml"} {
					events <- filepath.Join(dir, name)
				}
				time.Sleep(time.Second)
				events <- filepath.Join(dir, "gone.tmp")
				time.Sleep(time.Second)
				now = now.Add(24 * time.Hour)
				events <- filepath.Join(dir, "vis.yaml")
				time.Sleep(time.Second)
				stop()
			}()
			outcomes, days, looked := []error{nil, errFindings, last}, []edtf.Day{}, 0
			err := a.watch(ctx, dir, events, nil, func() error { looked++; return nil }, func() error {
				days = append(days, a.Today)
				o := outcomes[0]
				outcomes = outcomes[1:]
				if o != nil {
					_, _ = a.out().Write([]byte("ett fynd\n"))
				}
				return o
			})
			require.Empty(t, outcomes)
			assert.Equal(t, 2, looked)
			assert.Equal(t, days[1]+1, days[2], "the day is that of the run")
			want := "13:14:15 bevakar .; avsluta med Ctrl-C\nInga fynd att visa.\n\n" +
				"13:14:15 ändrat: a.yaml, b.yaml, c.yaml, och 2 filer till\nett fynd\n\n" +
				"13:14:15 ändrat: vis.yaml\n"
			if last == nil {
				want += "Inga fynd att visa.\n"
			} else {
				want += "ett fynd\n"
			}
			assert.Equal(t, want, out.String())
			code := a.exit(last)
			told := strings.Count(complaints.String(), "trasigt")
			assert.Equal(t, code, a.exit(err))
			assert.Equal(t, told, strings.Count(complaints.String(), "trasigt"), "it has been told of already")
		})
	}
}

// written is an output that several goroutines look at.
type written struct {
	mu sync.Mutex
	b  strings.Builder
}

func (w *written) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.Write(p)
}

func (w *written) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.String()
}

// TestWatchSeesFiles of a real folder: changed, new, replaced by another name, in
// new folders; and ends as the last run did.
func TestWatchSeesFiles(t *testing.T) {
	dir := copyOf(t, nil)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var out, complaints written
	code := make(chan int)
	go func() {
		code <- Run(ctx, Env{
			Args: []string{"validate", "--watch", "--fail-on", "error"}, Dir: dir, In: strings.NewReader(""), Out: &out, Err: &complaints,
			Getenv: func(name string) string { return map[string]string{"LANG": "sv_SE", "VIS_TODAY": "2026-11-22"}[name] },
		})
	}()
	seen := func(what string, times int) {
		t.Helper()
		require.Eventually(t, func() bool { return strings.Count(out.String(), what) >= times }, 20*time.Second, 10*time.Millisecond, "%s\n%s", what, &out)
	}
	path := func(name string) string { return filepath.Join(dir, "registry", filepath.FromSlash(name)) }
	write := func(name, data string) {
		t.Helper()
		require.NoError(t, os.MkdirAll(filepath.Dir(path(name)), 0o755))
		require.NoError(t, os.WriteFile(path(name), []byte(data), 0o644))
	}
	seen("bevakar registry; avsluta med Ctrl-C", 1)

	write("groups/ny.yaml", "name: Ny\ntyp: working\n")
	seen("registry/groups/ny.yaml:2:1: fel\n  nyckeln ”typ”", 1)

	write("groups/.ny.yaml.swp", "what an editor keeps")
	write("groups/ny.yaml~", "what an editor keeps")
	write("groups/5120", "name: Ny\ntype: wrking\n") // and then takes the name of the file
	require.NoError(t, os.Rename(path("groups/5120"), path("groups/ny.yaml")))
	seen("menades ”working”", 1)

	write("followups/new/deep.yaml", "titel: x\n")
	seen("followups/new/deep.yaml:1:1: fel", 1)
	write("followups/new/deep.yaml", "titell: x\n")
	seen("nyckeln ”titell”", 1)

	stop()
	assert.Equal(t, ExitFindings, <-code, complaints.String())
	assert.NotContains(t, out.String(), ".swp")
	assert.NotContains(t, out.String(), "~")
	assert.Empty(t, complaints.String())
}

// TestWatchRefuses what it cannot do over and over.
func TestWatchRefuses(t *testing.T) {
	dir := copyOf(t, nil)
	for _, args := range [][]string{{"--format", "json"}, {"-o", "x.txt"}, {"--rev", "HEAD"}, {"--fix"}, {"--fix", "--yes"}} {
		r := vis(t, dir, append([]string{"validate", "--watch"}, args...)...)
		assert.Equal(t, ExitUsage, r.code, args)
		assert.Equal(t, "vis: --watch skriver text på skärmen; ta bort --format, --output, --rev och --fix\n", r.err)
	}
	assert.Equal(t, ExitUsage, vis(t, t.TempDir(), "validate", "--watch").code, "no registry")
	r := vis(t, dir, "validate", "--watch", "--rule", "nosuch")
	assert.Equal(t, ExitUsage, r.code, "the call itself is wrong")
	assert.Equal(t, 1, strings.Count(r.err, "nosuch"))
}
