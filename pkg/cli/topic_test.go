package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// TestHelpOfEveryTopic asks for every page, by its name in either language.
func TestHelpOfEveryTopic(t *testing.T) {
	dir := t.TempDir()
	pages := map[string]text.Both{}
	for _, group := range topics {
		for _, topic := range group.pages {
			pages[topic.name.En] = topic.name
		}
	}
	for _, k := range fileKinds() {
		info := k.Info()
		pages[info.Name] = text.Both{Sv: info.Sv.One, En: info.Name}
	}
	list := vis(t, dir, "help").out
	for name, both := range pages {
		sv, en := vis(t, dir, "help", name), vis(t, dir, "help", name, "--lang", "en")
		assert.Equal(t, ExitClean, sv.code, "%s: %s", name, sv.err)
		assert.Equal(t, ExitClean, en.code, name)
		assert.Equal(t, sv, vis(t, dir, append([]string{"help"}, strings.Fields(both.Sv)...)...), name)
		assert.NotEqual(t, sv.out, en.out, name)
		assert.NotRegexp(t, `[åäöÅÄÖ]`, strings.NewReplacer("HÖKs riktlinjes fyra syften för en samrådsgrupp", "").Replace(en.out), name)
		assert.NotContains(t, sv.out+en.out, "%!", name)
		for line := range strings.Lines(sv.out + en.out) {
			assert.LessOrEqual(t, runewidth.StringWidth(strings.TrimSuffix(line, "\n")), 88, "%s: %s", name, line)
			assert.Equal(t, strings.TrimRight(line, " \n"), strings.TrimSuffix(line, "\n"), name)
		}
		assert.Regexp(t, `(^|[ ,(])(`+both.Sv+`|`+name+`)[,\n]`, list, "vis help lists it")
	}
	assert.Equal(t, vis(t, dir, "explain", "ref-resolves"), vis(t, dir, "help", "ref-resolves"), "a rule is a page")
	assert.Equal(t, vis(t, dir, "explain", "status-went-back"), vis(t, dir, "help", "status-went-back"), "a rule of changes too")
	assert.Equal(t, vis(t, dir, "list", "--help"), vis(t, dir, "help", "list"), "a command comes first")
}

// TestHelpOfNothing says what was meant.
func TestHelpOfNothing(t *testing.T) {
	for word, want := range map[string]string{
		"datm": "; menades ”datum”?", "agrement": "; menades ”agreement”?", "lst": "; menades ”list”?", "ref-resolve": "; menades ”ref-resolves”?",
		"\x1b[31mxyzzy": "; ”vis help” visar vad det finns hjälp om",
	} {
		r := vis(t, t.TempDir(), "help", word)
		assert.Equal(t, ExitUsage, r.code)
		assert.Contains(t, r.err, want)
		assert.NotContains(t, r.err, "\x1b")
	}
	assert.Contains(t, vis(t, t.TempDir(), "__complete", "help", "dat").out, "datum\n")
	assert.Contains(t, vis(t, t.TempDir(), "__complete", "help", "ref-res").out, "ref-resolves\n")
}

// TestKindPagesTellEverything: each key that the loader reads is there, and the
// file that is shown is one that it takes.
func TestKindPagesTellEverything(t *testing.T) {
	for _, lang := range []text.Lang{text.Swedish, text.English} {
		a := &app{lang: lang}
		for _, k := range fileKinds() {
			out := vis(t, t.TempDir(), "help", k.String(), "--lang", string(lang)).out
			m := model.Fields(k)
			if m.Root != nil {
				m = m.Root.Map
			}
			for _, key := range m.Keys() {
				assert.Contains(t, out, "– "+key+" (", "%s", k)
			}
			if k == model.AcknowledgedKind {
				continue
			}
			lines, err := a.skeleton(k)
			require.NoError(t, err, k)
			file := k.Info().File
			if file == "" {
				file = k.Info().Folder + "/a.yaml"
			}
			_, findings := load.One(file, []byte(lines))
			for _, f := range findings {
				t.Errorf("%s:%d: %s\n%s", file, f.At.Line, f.Spec.ID, lines)
			}
		}
	}
}

// TestEverySortIsNamed: a class of values that is new needs words.
func TestEverySortIsNamed(t *testing.T) {
	seen := map[*model.Map]bool{}
	var check func(*model.Map)
	check = func(m *model.Map) {
		for i := range m.Fields {
			f := &m.Fields[i]
			for _, lang := range []text.Lang{text.Swedish, text.English} {
				assert.NotEmpty(t, (&app{lang: lang}).sort(f), f.Key)
			}
			if f.Map != nil && !seen[f.Map] {
				seen[f.Map] = true
				check(f.Map)
			}
		}
	}
	for _, k := range fileKinds() {
		check(model.Fields(k))
	}
}

// TestEnvironmentIsAllOfIt looks for every variable that this package reads.
func TestEnvironmentIsAllOfIt(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	var named strings.Builder
	for _, v := range environment {
		named.WriteString(v.name + " ")
	}
	read := regexp.MustCompile(`Getenv\("([A-Z_]+)"\)|"(LC_[A-Z]+|LANG)"`)
	found := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, m := range read.FindAllStringSubmatch(string(data), -1) {
			found++
			assert.Contains(t, named.String(), m[1]+m[2], file)
		}
	}
	assert.Greater(t, found, 5)
}

// TestDatesAreThoseOfReadme keeps the two tables the same.
func TestDatesAreThoseOfReadme(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	rows := regexp.MustCompile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\| ([0-9–-]+) \\| ([0-9–-]+) \\|$").FindAllStringSubmatch(string(data), -1)
	require.Len(t, rows, len(dateForms))
	out := vis(t, t.TempDir(), "help", "dates").out
	for _, row := range rows {
		assert.Regexp(t, regexp.QuoteMeta(row[1])+" +"+row[2]+" +"+row[3]+" +"+row[4]+"\n", out)
	}
}

// TestTopicsExamplesAreValid: what a page shows may stand in a file.
func TestTopicsExamplesAreValid(t *testing.T) {
	for _, lang := range []text.Lang{text.Swedish, text.English} {
		a := &app{lang: lang}
		for _, group := range topics {
			for _, topic := range group.pages {
				_, findings := load.One("agreements/a.yaml", []byte("title: A\ntype: agreement\n"+topic.page(a).lines))
				for _, f := range findings {
					t.Errorf("%s: %s at line %d", topic.name.En, f.Spec.ID, f.At.Line)
				}
			}
		}
	}
}
