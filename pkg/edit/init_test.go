package edit

import (
	"context"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

var startDay = edtf.DayOf(2026, 11, 22)

// started are the files of a new repository by path.
func started(t *testing.T, s Start) fstest.MapFS {
	t.Helper()
	s.Today = startDay
	changes, err := s.Files()
	require.NoError(t, err)
	files := fstest.MapFS{}
	for _, c := range changes {
		assert.Nil(t, c.Before)
		files[c.Path] = &fstest.MapFile{Data: c.After}
	}
	assert.Equal(t, "registry/vis.yaml", changes[len(changes)-1].Path, "until it is there, there is no registry")
	return files
}

// judged is what all rules find in the registry of a new repository on a day.
func judged(t *testing.T, files fstest.MapFS, day edtf.Day) (*load.Result, []*rule.Finding) {
	t.Helper()
	top, err := files.Sub(StartFolder)
	require.NoError(t, err)
	loaded, err := load.Registry(context.Background(), top)
	require.NoError(t, err)
	out, err := rules.Run(context.Background(), loaded, loaded.Registry.At(day, day), rules.Options{Profile: rule.Pedantic})
	require.NoError(t, err)
	return loaded, out.Findings
}

// TestStartHasNoFindings: not today, and not when it has grown old.
func TestStartHasNoFindings(t *testing.T) {
	for _, lang := range []text.Lang{text.Swedish, text.English} {
		for _, county := range []string{"", "01"} {
			files := started(t, Start{Name: "Samverkan i länet: vård & omsorg", County: county, Lang: lang})
			for _, day := range []edtf.Day{startDay, startDay.Add(edtf.Duration{Years: 5})} {
				loaded, found := judged(t, files, day)
				for _, f := range found {
					t.Errorf("%s %s: %s:%d: %s", lang, day, f.File, f.At.Line, f.Spec.ID)
				}
				assert.Equal(t, "Samverkan i länet: vård & omsorg", loaded.Registry.Manifest.Name.V.Sv)
				assert.Equal(t, model.Word(lang), loaded.Registry.Manifest.Language.V)
				assert.Equal(t, county, string(loaded.Registry.Manifest.County.V.Code.V))
				for _, k := range []model.Kind{model.SourceKind, model.GuidelineKind, model.AgreementKind, model.GroupKind} {
					assert.Len(t, loaded.Registry.OfKind(k), 1, "%s", k)
				}
				assert.Len(t, loaded.Registry.OfKind(model.OrganizationKind), 2, "one on each side")
			}
		}
	}
}

// TestStartSaysTheSameInBothLanguages: only words differ.
func TestStartSaysTheSameInBothLanguages(t *testing.T) {
	sv, en := started(t, Start{Name: "A", Lang: text.Swedish}), started(t, Start{Name: "A", Lang: text.English})
	// What a line is about: a comment, or its key. A comment may wrap otherwise.
	outline := func(data []byte) (keys []string) {
		for line := range strings.Lines(string(data)) {
			key, _, isKey := strings.Cut(line, ":")
			if isKey && !strings.HasPrefix(line, "# ") {
				keys = append(keys, key)
			}
		}
		return keys
	}
	for name, file := range sv {
		require.Contains(t, en, name)
		assert.NotContains(t, string(file.Data), "en|", name)
		assert.NotRegexp(t, `[{](name|title|language|county|today)[}]`, string(file.Data), name)
		assert.NotRegexp(t, `[åäöÅÄÖ]`, regexp.MustCompile(`sv: [^,\n]*`).ReplaceAllString(string(en[name].Data), ""), name)
		if strings.HasSuffix(name, ".yaml") {
			assert.Equal(t, outline(file.Data), outline(en[name].Data), name)
		}
	}
	assert.Len(t, en, len(sv))
}

// example is the sign of a line that is not in force: # and no space.
var example = regexp.MustCompile(`(?m)^#([a-z]|  )`)

// TestStartsExamplesAreValid puts every example in force.
func TestStartsExamplesAreValid(t *testing.T) {
	files := started(t, Start{Name: "A", Lang: text.Swedish})
	_, before := judged(t, files, startDay)
	require.Empty(t, before)
	for name, file := range files {
		if strings.HasPrefix(name, StartFolder+"/") {
			file.Data = example.ReplaceAll(file.Data, []byte("$1"))
			_, findings := load.One(strings.TrimPrefix(name, StartFolder+"/"), file.Data)
			assert.Empty(t, findings, "%s\n%s", name, file.Data)
		}
	}
	loaded, found := judged(t, files, startDay)
	for _, f := range found {
		assert.NotEqual(t, rule.Error, f.Severity, "%s:%d: %s", f.File, f.At.Line, f.Spec.ID)
	}
	m := loaded.Registry.Manifest
	assert.True(t, m.Thresholds.V.StaleAfter.Given(), "the examples were put in force")
}

// TestStartNamesEverySetting: what can be set stands there, in force or not.
func TestStartNamesEverySetting(t *testing.T) {
	files := started(t, Start{Name: "A", Lang: text.English})
	names := func(file string, m *model.Map, indent string) {
		for _, f := range m.Fields {
			switch f.Key {
			case "sources", "note", "aliases", "previously", "replaces", "ended", "names", "short_name":
				continue
			}
			assert.Regexp(t, `(?m)^#?`+indent+f.Key+`:`, string(files[file].Data), "%s lacks %s", file, f.Key)
		}
	}
	manifest := model.Fields(model.Manifest)
	names("registry/vis.yaml", manifest, "")
	thresholds, _ := manifest.Field("thresholds")
	names("registry/vis.yaml", thresholds.Map, "  ")
	names("registry/guidelines/exempelriktlinjen.yaml", model.Fields(model.GuidelineKind), "")
}

// TestStartsNamesAreInert: a name cannot be more than a name.
func TestStartsNamesAreInert(t *testing.T) {
	for _, name := range []string{"A: b", "yes", "2026", "a # b", `"`, "'", "*a", "{today}", "a\nseverity: {}", "sv|en", "<b>[x](y)"} {
		files := started(t, Start{Name: name, Lang: text.Swedish})
		loaded, found := judged(t, files, startDay)
		assert.Empty(t, found, name)
		assert.Equal(t, name, loaded.Registry.Manifest.Name.V.Sv)
		assert.NotContains(t, string(files["README.md"].Data), "<b>", name)
	}
}

// ours are the jobs of this repository and what differs in those of a new one:
// they install vis instead of building it.
var ours = []struct {
	file, start string
	changes     []string
}{
	{".github/workflows/registry.yml", "dot-github/workflows/registry.yml", []string{
		` To use it in another repository than that of vis itself, build vis
# from a version of its own in the two steps called "Build vis".`, "",
		"go-version-file: go.mod", "go-version: stable",
		"name: Build vis", "name: Install vis",
		`go build -o "$RUNNER_TEMP/bin/vis" ./cmd/vis`, `GOBIN="$RUNNER_TEMP/bin" go install github.com/vis-samverkan/vis/cmd/vis@latest`,
	}},
	{".gitlab/registry.yml", "dot-gitlab/registry.yml", []string{
		"golang:1.26", "golang:1",
		"go build -o /usr/local/bin/vis ./cmd/vis", "GOBIN=/usr/local/bin go install github.com/vis-samverkan/vis/cmd/vis@latest",
	}},
}

// TestStartsJobsAreOurs keeps the jobs of a new registry from drifting from those
// of this repository. With -update it writes them anew.
func TestStartsJobsAreOurs(t *testing.T) {
	for _, o := range ours {
		data, err := os.ReadFile(path.Join("../..", o.file))
		require.NoError(t, err)
		want := string(data)
		for i := 0; i < len(o.changes); i += 2 {
			require.Contains(t, want, o.changes[i], o.file)
			want = strings.ReplaceAll(want, o.changes[i], o.changes[i+1])
		}
		assert.NotContains(t, want, "./cmd/vis", "%s builds vis from its own repository", o.file)
		if *update {
			require.NoError(t, os.WriteFile(path.Join("start", o.start), []byte(want), 0o644))
		}
		got, err := os.ReadFile(path.Join("start", o.start))
		require.NoError(t, err)
		assert.Equal(t, want, string(got), "run: go test ./pkg/edit -run TestStartsJobsAreOurs -update")
	}
}

// TestStartIsAllOrNothing: wherever the power goes, there is no registry or all of
// it, and what is half is never taken for one.
func TestStartIsAllOrNothing(t *testing.T) {
	files, err := Start{Name: "A", Lang: text.Swedish, Today: startDay}.Files()
	require.NoError(t, err)
	whole := 0
	require.NoError(t, write(folder(t, nil), files, func() error { whole++; return nil }))
	seen := map[int]bool{}
	for at := range whole {
		root, n := folder(t, nil), 0
		require.ErrorIs(t, write(root, files, func() error {
			if n++; n > at {
				return errBroken
			}
			return nil
		}), errBroken)
		if _, err := root.Stat("registry/vis.yaml"); err == nil {
			for _, f := range files {
				_, err := root.Stat(f.Path)
				assert.NoError(t, err, "%d: %s", at, f.Path)
			}
		}
		_, err := Finish(root)
		require.NoError(t, err)
		got := len(holds(t, root))
		assert.Contains(t, []int{0, len(files)}, got, at)
		seen[got] = true
	}
	assert.Len(t, seen, 2, "both ways were taken")
}
