package edit

import (
	"flag"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var update = flag.Bool("update", false, "write what the formatter now gives into testdata/format")

// TestFormatGolden: each file of testdata/format/before, laid out as those of a
// registry are, becomes the one of the same path in after.
func TestFormatGolden(t *testing.T) {
	before, after := os.DirFS("testdata/format/before"), "testdata/format/after/"
	n := 0
	require.NoError(t, fs.WalkDir(before, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		n++
		data, err := fs.ReadFile(before, name)
		require.NoError(t, err)
		got, err := Format(name, data)
		require.NoError(t, err, name)
		if *update {
			require.NoError(t, os.MkdirAll(path.Dir(after+name), 0o755))
			require.NoError(t, os.WriteFile(after+name, got, 0o644))
		}
		want, err := os.ReadFile(after + name)
		require.NoError(t, err)
		assert.Equal(t, string(want), string(got), name)
		keeps(t, name, data, got)
		return nil
	}))
	assert.Greater(t, n, 5)
}

func TestFormatSmall(t *testing.T) {
	for name, test := range map[string]struct{ file, before, after string }{
		"comments alone":             {"acknowledged.yaml", "\ufeff# a  \r\n\r\n\r\n# b", "# a\n\n# b\n"},
		"the list of nothing":        {"acknowledged.yaml", "# a\n\n\n[] # b", "# a\n\n[] # b\n"},
		"nothing":                    {"acknowledged.yaml", "", ""},
		"the last line has no end":   {"groups/a.yaml", "type: working\nname: A", "name: A\ntype: working\n"},
		"nor has a text":             {"groups/a.yaml", "type: working\nname: |\n  A\n  B", "name: |-\n  A\n  B\ntype: working\n"},
		"a text keeps its ends":      {"groups/a.yaml", "type: working\nname: |+\n  A\n\n\n", "name: |+\n  A\n\n\ntype: working\n"},
		"and takes no other":         {"groups/a.yaml", "note: a\n\ntype: working\nname: |+\n  A\n", "name: |+\n  A\ntype: working\nnote: a\n"},
		"an indicator":               {"groups/a.yaml", "name:\n    sv: |1\n      A\n    en: B\n", "name:\n  sv: |1\n    A\n  en: B\n"},
		"a comment below a text":     {"groups/a.yaml", "name: |\n      A\n  # c\ntype: working\n", "name: |\n  A\n# c\ntype: working\n"},
		"an empty line between":      {"groups/a.yaml", "type: working\n\nname: A\n", "name: A\n\ntype: working\n"},
		"a code":                     {"organizations/a.yaml", "name: A\ncode: 0114\n", "name: A\ncode: \"0114\"\n"},
		"a code within braces":       {"vis.yaml", "county: {municipalities: 2, code: 01}\n", "county: {code: \"01\", municipalities: 2}\n"},
		"a section":                  {"groups/a.yaml", "sources:\n- {section: 3.10, source: a}\n", "sources:\n  - {source: a, section: \"3.10\"}\n"},
		"a date":                     {"decisions/a.yaml", "date: '2022-11-07'\ntitle: A\n", "title: A\ndate: 2022-11-07\n"},
		"a quoted answer stays":      {"decisions/a.yaml", "date: \"unknown\"\n", "date: \"unknown\"\n"},
		"unknown keys come last":     {"groups/a.yaml", "zz: 1\nname: A\nbb: 2\nnote: c\n", "name: A\nnote: c\nzz: 1\nbb: 2\n"},
		"the rows of a table":        {"vis.yaml", "required:\n  group.b: [a]\n  group.a: [b]\nname: A\n", "name: A\nrequired:\n  group.b: [a]\n  group.a: [b]\n"},
		"two languages":              {"groups/a.yaml", "name: {en: B, sv: A}\n", "name: {sv: A, en: B}\n"},
		"the long form of an answer": {"groups/a.yaml", "seats:\n  reason: A\n  is: unknown\n", "seats:\n  is: unknown\n  reason: A\n"},
		"the dash moves":             {"groups/a.yaml", "seats:\n-   role: chair # r\n    # i\n    id: a\n", "seats:\n  # i\n  - id: a\n    role: chair # r\n"},
		"a comment behind a dash":    {"groups/a.yaml", "seats:\n- # c\n  role: chair\n  id: a\n", "seats:\n  # c\n  - id: a\n    role: chair\n"},
		"a blank after a backslash":  {"groups/a.yaml", "name: \"a\\ \n  b\"\n", "name: \"a\\ \n  b\"\n"},
		"a hash within quotes":       {"groups/a.yaml", "type: working\nname: \"a\n# b\n  c\"\n", "name: \"a\n  # b\n  c\"\ntype: working\n"},
		"a heading":                  {"groups/a.yaml", "type: working\n\n# Om\nseats: none\nlevel: local\nname: A\n", "type: working\n\n# Om\nseats: none\nname: A\nlevel: local\n"},
		"a list in a list":           {"groups/a.yaml", "zz:\n- - a\n  - b\n-\n  c\n", "zz:\n  - - a\n    - b\n  -\n    c\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Format(test.file, []byte(test.before))
			require.NoError(t, err)
			assert.Equal(t, test.after, string(got))
			keeps(t, test.file, []byte(test.before), got)
		})
	}
}

func TestFormatLeavesAlone(t *testing.T) {
	for name, test := range map[string]struct {
		file, data string
		line       int
		why        string
	}{
		"a key twice":         {"groups/a.yaml", "name: A\ntype: working\nname: B\n", 3, twice.En},
		"a key twice inside":  {"groups/a.yaml", "name: {sv: A, sv: B}\n", 1, twice.En},
		"an alias":            {"groups/a.yaml", "name: A\nsources: *s\n", 0, broken.En},
		"an anchor":           {"groups/a.yaml", "name: &a A\n", 1, anchored.En},
		"a tag":               {"groups/a.yaml", "name: A\ncode: !!str 1\n", 2, anchored.En},
		"a merge":             {"groups/a.yaml", "<<: {name: A}\n", 1, strangeKey.En},
		"what is no YAML":     {"groups/a.yaml", "name: A: B\n", 0, broken.En},
		"a tab":               {"groups/a.yaml", "name:\n\tsv: A\n", 0, broken.En},
		"two documents":       {"groups/a.yaml", "name: A\n---\nname: B\n", 0, several.En},
		"the end of one":      {"groups/a.yaml", "name: A\n...\n", 2, unsure.En},
		"a text":              {"groups/a.yaml", "bara en text\n", 1, notAMap.En},
		"a key of two":        {"groups/a.yaml", "? [a, b]\n: c\n", 1, strangeKey.En},
		"a key with its sign": {"groups/a.yaml", "? name\n: A\n", 1, unsure.En},
		"an empty entry":      {"groups/a.yaml", "seats:\n  -\n  - id: a\n", 2, emptyEntry.En},
		"a control character": {"groups/a.yaml", "name: A\nnote: \"\a\"\n", 2, control.En},
		"too deep":            {"groups/a.yaml", "name: " + strings.Repeat("[", 60) + strings.Repeat("]", 60) + "\n", 1, unsure.En},
		"another encoding":    {"groups/a.yaml", "name: \xe5\n", 0, notUTF8.En},
		"another file":        {"readme.yaml", "name: A\n", 0, notOurs.En},
	} {
		t.Run(name, func(t *testing.T) {
			out, err := Format(test.file, []byte(test.data))
			var alone *LeftAlone
			require.ErrorAs(t, err, &alone, "%s", out)
			assert.Equal(t, test.line, alone.Line)
			assert.Equal(t, test.why, alone.Why.En)
		})
	}
}

// keeps demands what must hold of every file that is put in form.
func keeps(t *testing.T, name string, before, after []byte) {
	t.Helper()
	again, err := Format(name, after)
	require.NoError(t, err, "%s\n%s", name, after)
	require.Equal(t, string(after), string(again), "twice is once: %s", name)
	require.Equal(t, written(before), written(after), "each line is kept, comments too: %s", name)
	require.Equal(t, scalars(t, before), scalars(t, after), "each value is kept: %s", name)
	ref, _ := load.RefOf(name)
	was, found := load.One(name, before)
	is, found2 := load.One(name, after)
	if was == nil || is == nil {
		require.Equal(t, was == nil, is == nil, name)
		return
	}
	require.Equal(t, model.PlainRecord(ref.Kind, was), model.PlainRecord(ref.Kind, is), "what is loaded: %s", name)
	require.Equal(t, says(found), says(found2), "what is found: %s", name)
}

// says is what findings say, in alphabetical order, but for codes without
// quotes, which get them.
func says(findings []*rule.Finding) []string {
	var out []string
	for _, f := range findings {
		if f.Spec.ID != "field-wrong-type" || f.Variant != "unquoted" {
			out = append(out, f.Message().Say(text.English, f.Args))
		}
	}
	slices.Sort(out)
	return out
}

// written are the lines of a text, in alphabetical order: the characters of
// each, without blanks and the signs that a new form may change.
func written(data []byte) []string {
	var out []string
	for line := range strings.Lines(strings.TrimPrefix(string(data), "\ufeff")) {
		letters := strings.Split(strings.Map(func(r rune) rune {
			if strings.ContainsRune(" \t\r\n\"'-+", r) {
				return -1
			}
			return r
		}, line), "")
		if len(letters) > 0 {
			slices.Sort(letters)
			out = append(out, strings.Join(letters, ""))
		}
	}
	slices.Sort(out)
	return out
}

// scalars are the values of a text in alphabetical order.
func scalars(t *testing.T, data []byte) []string {
	t.Helper()
	var out []string
	var gather func(*yaml.Node)
	gather = func(n *yaml.Node) {
		if n.Kind == yaml.ScalarNode {
			out = append(out, n.Value)
		}
		for _, c := range n.Content {
			gather(c)
		}
	}
	var doc yaml.Node
	_ = yaml.Unmarshal(data, &doc)
	gather(&doc)
	slices.Sort(out)
	return out
}
