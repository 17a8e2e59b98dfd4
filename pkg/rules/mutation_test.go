package rules_test

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Mutations are what goes wrong in a secretariat: small edits to a copy of a
// registry, each with every finding that it brings. They stand in tables under
// testdata/mutations, whose README tells how they are written.

// registries are those that a mutation can start from, and the day of the view
// unless it names another.
var registries = map[string]struct{ dir, day string }{
	"real":   {"../../registry", "2022-11-07"},
	"second": {"../../testdata/second", "2025-06-01"},
}

// TestMutations makes each edit to a copy of its registry and compares what is
// found with what the table says.
func TestMutations(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	for _, m := range mutations(t) {
		t.Run(m.rule+"/"+m.title, func(t *testing.T) {
			t.Parallel()
			m.test(t)
		})
	}
}

// TestEveryRuleHasMutations counts the mutations of each rule.
func TestEveryRuleHasMutations(t *testing.T) {
	titles := map[string][]string{}
	for _, m := range mutations(t) {
		assert.NotContains(t, titles[m.rule], m.title, "%s: two mutations with one title", m.place)
		titles[m.rule] = append(titles[m.rule], m.title)
	}
	var few []string
	for _, r := range rules.Catalogue() {
		if r.Form != rule.InFindings {
			continue
		}
		if len(titles[r.ID]) < 2 {
			few = append(few, r.ID)
		}
		delete(titles, r.ID)
	}
	assert.Empty(t, few, "rules with fewer than two mutations")
	assert.Empty(t, titles, "there are no such rules that give findings")
}

// test makes the edits and compares the findings.
func (m *mistake) test(t *testing.T) {
	base := baseOf(t, m.registry)
	files, places := m.apply(t, base.files)
	known := base.known(t, m.day)
	var got []string
	words := map[string]string{}
	for _, f := range base.findings(t, files, m.day) {
		if key := keyOf(f); known[key] > 0 {
			known[key]--
			continue
		}
		checkWords(t, f)
		line := fmt.Sprintf("%s:%d %s %s", f.File, f.At.Line, f.Severity, f.Spec.ID)
		got = append(got, line)
		words[line] = fmt.Sprintf("\n      | %s\n      | %s: %s", lineOf(files, f.File, f.At.Line), f.Variant, message(f))
	}
	want := slices.Sorted(maps.Keys(places))
	var problems strings.Builder
	for _, line := range want {
		if n := count(got, line); n != places[line] {
			fmt.Fprintf(&problems, "  expected %s and found %s: %s%s\n", times(places[line]), times(n), line, words[line])
		}
	}
	for _, line := range slices.Compact(slices.Sorted(slices.Values(got))) {
		if places[line] == 0 {
			fmt.Fprintf(&problems, "  not expected, and found %s: %s%s\n", times(count(got, line)), line, words[line])
		}
	}
	if problems.Len() > 0 {
		t.Errorf("%s: %s\n%s", m.place, m.title, problems.String())
	}
	assert.Contains(t, m.raised(), m.rule, "%s: the mutation does not raise the rule that it stands under", m.place)
}

// baseRegistry is a registry as it stands, read once.
type baseRegistry struct {
	files  fstest.MapFS
	loaded *load.Result
	mu     sync.Mutex
	found  map[string]map[string]int // by day, the number of each finding
}

var bases sync.Map // of func() (*baseRegistry, error), by name

func baseOf(t *testing.T, name string) *baseRegistry {
	t.Helper()
	read, _ := bases.LoadOrStore(name, sync.OnceValues(func() (*baseRegistry, error) {
		files, err := readAll(os.DirFS(registries[name].dir))
		if err != nil {
			return nil, err
		}
		loaded, err := load.Registry(context.Background(), files)
		return &baseRegistry{files: files, loaded: loaded, found: map[string]map[string]int{}}, err
	}))
	base, err := read.(func() (*baseRegistry, error))()
	require.NoError(t, err, "the registry called %s", name)
	require.Empty(t, base.loaded.Findings, "the registry called %s cannot be read in full", name)
	return base
}

func readAll(fsys fs.FS) (fstest.MapFS, error) {
	files := fstest.MapFS{}
	err := fs.WalkDir(fsys, ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, p)
		files[p] = &fstest.MapFile{Data: data, Mode: 0o644}
		return err
	})
	return files, err
}

// known counts the findings of the registry itself at a day.
func (b *baseRegistry) known(t *testing.T, day string) map[string]int {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.found[day] == nil {
		b.found[day] = map[string]int{}
		for _, f := range b.findings(t, b.files, day) {
			b.found[day][keyOf(f)]++
		}
	}
	return maps.Clone(b.found[day])
}

// keyOf tells findings apart whether or not the lines above them have moved.
func keyOf(f *rule.Finding) string { return f.Fingerprint + " " + f.Severity.String() }

// findings gives every finding of the base with some files changed that is not
// acknowledged, with its position.
func (b *baseRegistry) findings(t *testing.T, files fstest.MapFS, asOf string) []*rule.Finding {
	t.Helper()
	ctx := context.Background()
	loaded := b.with(t, files)
	day, err := edtf.ParseDay(asOf)
	require.NoError(t, err)
	out, err := rules.Run(ctx, loaded, loaded.Registry.At(day, day), rules.Options{Profile: rule.Pedantic})
	require.NoError(t, err)
	require.NoError(t, load.Locate(ctx, files, out.Findings))
	return told(out.Findings)
}

// with loads the base with some files changed. What reading a file gives does
// not depend on other files, so only those that differ are read.
func (b *baseRegistry) with(t *testing.T, files fstest.MapFS) *load.Result {
	t.Helper()
	differ := fstest.MapFS{"vis.yaml": files["vis.yaml"]}
	for name, file := range files {
		if b.files[name] != file {
			differ[name] = file
		}
	}
	loaded, err := load.Registry(context.Background(), differ)
	require.NoError(t, err)
	same := func(name string) bool { return files[name] != nil && differ[name] == nil }
	read := loaded.Registry
	in := registry.Input{Manifest: read.Manifest, Vocabulary: read.Vocabulary, Acknowledged: read.Acknowledged, Records: read.Records(), Unread: read.Unread()}
	if same("vocabulary.yaml") {
		in.Vocabulary = b.loaded.Registry.Vocabulary
	}
	if same("acknowledged.yaml") {
		in.Acknowledged = b.loaded.Registry.Acknowledged
	}
	for _, rec := range b.loaded.Registry.Records() {
		if same(rec.Base().File) {
			in.Records = append(in.Records, rec)
		}
	}
	loaded.Registry = registry.New(in)
	return loaded
}

// message is what a finding says in English.
func message(f *rule.Finding) string {
	return text.Fill(f.Message().En, f.Args, text.English.Write)
}

func lineOf(files fstest.MapFS, name string, number int) string {
	if file, ok := files[name]; ok {
		if lines := strings.Split(string(file.Data), "\n"); number > 0 && number <= len(lines) {
			return lines[number-1]
		}
	}
	return ""
}

func count(lines []string, line string) (n int) {
	for _, l := range lines {
		if l == line {
			n++
		}
	}
	return n
}

func times(n int) string {
	switch n {
	case 0:
		return "nothing"
	case 1:
		return "once"
	}
	return strconv.Itoa(n) + " times"
}
