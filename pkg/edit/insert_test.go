package edit

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/model"
)

var (
	seat   = Entries{{"until", "2026"}, {"group", "navet"}, {"from", "2024-01-01"}}
	taken  = Entries{{"date", "2025-04-10"}, {"state", "adopted"}, {"reference", "KS 12"}}
	adopts = model.Path{}.At("parties", 1, "adoptions")
)

// TestInsert: only the lines of the entry come, and all others stay.
func TestInsert(t *testing.T) {
	for name, test := range map[string]struct {
		file, before, after string
		to                  model.Path
		entry               Entries
	}{
		"after entries within braces": {"representatives/a.yaml", "name: A # å\ntype: official\n\n# Uppdrag.\nmemberships:\n  # Först.\n  - {group: b, from: 2020} # b\n    # om b\n\n  # Sist.\nsources:\n  - {source: c}\n",
			"name: A # å\ntype: official\n\n# Uppdrag.\nmemberships:\n  # Först.\n  - {group: b, from: 2020} # b\n    # om b\n  - {group: navet, from: 2024-01-01, until: 2026}\n\n  # Sist.\nsources:\n  - {source: c}\n", model.Path{}.At("memberships"), seat},
		"after entries on lines": {"representatives/a.yaml", "name: A\ntype: official\nmemberships:\n  - group: b\n    note: |\n      en\n\n      två\n",
			"name: A\ntype: official\nmemberships:\n  - group: b\n    note: |\n      en\n\n      två\n  - group: navet\n    from: 2024-01-01\n    until: 2026\n", model.Path{}.At("memberships"), seat},
		"no list yet": {"representatives/a.yaml", "name: A\ntype: official\nsources:\n  - {source: c}\n",
			"name: A\ntype: official\nmemberships:\n  - group: navet\n    from: 2024-01-01\n    until: 2026\nsources:\n  - {source: c}\n", model.Path{}.At("memberships"), seat},
		"no list yet, last": {"representatives/a.yaml", "name: A\ntype: official # slag",
			"name: A\ntype: official # slag\nmemberships:\n  - group: navet\n    from: 2024-01-01\n    until: 2026\n", model.Path{}.At("memberships"), seat},
		"within brackets": {"agreements/a.yaml", "title: A\ntype: agreement\nparties:\n  - x\n  - {organization: y, adoptions: [{state: pending}]} # väntar\n  - z\n",
			"title: A\ntype: agreement\nparties:\n  - x\n  - {organization: y, adoptions: [{state: pending}, {state: adopted, date: 2025-04-10, reference: KS 12}]} # väntar\n  - z\n", adopts, taken},
		"within empty brackets": {"agreements/a.yaml", "title: A\ntype: agreement\nparties:\n  - x\n  - {organization: y, adoptions: []}\n",
			"title: A\ntype: agreement\nparties:\n  - x\n  - {organization: y, adoptions: [{state: adopted, date: 2025-04-10, reference: KS 12}]}\n", adopts, taken},
		"in a map within braces": {"agreements/a.yaml", "title: A\ntype: agreement\nparties:\n  - x\n  - {organization: y, named_as: 'Y, } y', note: n}\n",
			"title: A\ntype: agreement\nparties:\n  - x\n  - {organization: y, named_as: 'Y, } y', adoptions: [{state: adopted, date: 2025-04-10, reference: KS 12}], note: n}\n", adopts, taken},
		"in a map on lines": {"agreements/a.yaml", "title: A\ntype: agreement\nparties:\n  - x\n  - organization: y # y\n    sources:\n      - {source: c}\n  # z\n  - z\n",
			"title: A\ntype: agreement\nparties:\n  - x\n  - organization: y # y\n    adoptions:\n      - state: adopted\n        date: 2025-04-10\n        reference: KS 12\n    sources:\n      - {source: c}\n  # z\n  - z\n", adopts, taken},
		"an id on a line": {"agreements/a.yaml", "title: A\ntype: agreement\nparties:\n  - x\n  - y # y\n  - z\n",
			"title: A\ntype: agreement\nparties:\n  - x\n  - organization: y # y\n    adoptions:\n      - state: adopted\n        date: 2025-04-10\n        reference: KS 12\n  - z\n", adopts, taken},
		"an id within brackets": {"agreements/a.yaml", "title: A\ntype: agreement\nparties: [x, organization/y, z]\n",
			"title: A\ntype: agreement\nparties: [x, {organization: organization/y, adoptions: [{state: adopted, date: 2025-04-10, reference: KS 12}]}, z]\n", adopts, taken},
		"not in canonical form": {"agreements/a.yaml", "type: agreement\ntitle: A\nparties:\n- x\n-   organization: y\n    adoptions:\n    - state: pending\n\n\n# slut\n",
			"type: agreement\ntitle: A\nparties:\n- x\n-   organization: y\n    adoptions:\n    - state: pending\n    - state: adopted\n      date: 2025-04-10\n      reference: KS 12\n\n\n# slut\n", adopts, taken},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Insert(test.file, []byte(test.before), test.to, test.entry)
			require.NoError(t, err)
			assert.Equal(t, test.after, string(got))
			if formatted, err := Format(test.file, []byte(test.before)); err == nil && string(formatted) == test.before {
				again, err := Format(test.file, got)
				require.NoError(t, err)
				assert.Equal(t, string(got), string(again), "it was in canonical form")
			}
		})
	}
}

// TestInsertLeavesAlone: what cannot be told is not touched.
func TestInsertLeavesAlone(t *testing.T) {
	for name, file := range map[string]string{
		"an answer":          "name: A\nmemberships: unknown\n",
		"nothing":            "name: A\nmemberships:\n",
		"one, not in a list": "name: A\nmemberships: {group: b}\n",
		"over lines":         "name: A\nmemberships: [{group: b},\n  {group: c}]\n",
		"an anchor":          "name: &a A\n",
		"twice":              "name: A\nname: B\n",
		"windows":            "name: A\r\n",
		"no map":             "[]\n",
		"braces":             "{name: A}\n",
	} {
		_, err := Insert("representatives/a.yaml", []byte(file), model.Path{}.At("memberships"), seat)
		assert.ErrorAs(t, err, new(*LeftAlone), name)
	}
	_, err := Insert("agreements/a.yaml", []byte("title: A\nparties: [x]\n"), adopts, taken)
	assert.ErrorAs(t, err, new(*LeftAlone))
	_, err = Insert("x.txt", nil, adopts, taken)
	assert.ErrorAs(t, err, new(*LeftAlone))
}

// TestInsertHostile: a text that is taken in is that text, and nothing more.
func TestInsertHostile(t *testing.T) {
	for _, s := range []string{"a: b", "a, b", "}", "]", "#", "'", `"`, "yes", "2022-11-07", "~", " a ", "*a", "&a", "!a", "%", "a\nb", "---", "\tx", "{", "å"} {
		for _, file := range []string{"name: A\nmemberships:\n  - {group: b}\n", "name: A\nmemberships: [{group: b}]\n", "name: A\nmemberships:\n  - group: b\n", "name: A\n"} {
			got, err := Insert("representatives/a.yaml", []byte(file), model.Path{}.At("memberships"), Entries{{"group", "c"}, {"note", s}})
			require.NoError(t, err, "%q", s)
			root, err := readTree(got)
			require.NoError(t, err)
			list := under(root, "memberships")
			assert.Equal(t, s, under(list.Content[len(list.Content)-1], "note").Value, "%s", got)
			assert.True(t, strings.HasPrefix(string(got), "name: A\n"))
		}
	}
}

// TestInsertEverywhere: an entry can be written into every file that there is, and
// nothing else in it changes.
func TestInsertEverywhere(t *testing.T) {
	for _, folder := range []string{"../../registry", "../../testdata/second"} {
		files := os.DirFS(folder)
		for pattern, try := range map[string]struct {
			list  string
			entry Entries
		}{
			"representatives/*.yaml": {"memberships", seat},
			"agreements/*.yaml":      {"signatures", Entries{{"organization", "x"}, {"date", "2025"}}},
			"groups/*.yaml":          {"history", Entries{{"status", "active"}, {"date", "2025"}}},
		} {
			names, err := fs.Glob(files, pattern)
			require.NoError(t, err)
			require.NotEmpty(t, names)
			for _, name := range names {
				before, err := fs.ReadFile(files, name)
				require.NoError(t, err)
				root, err := readTree(before)
				require.NoError(t, err)
				list := under(root, try.list)
				if list != nil && list.Kind == yaml.ScalarNode {
					continue // unknown, or none
				}
				after, err := Insert(name, before, model.Path{}.At(try.list), try.entry)
				if !assert.NoError(t, err, name) {
					continue
				}
				onlyMore(t, string(before), string(after))
				canonical, err := Format(name, after)
				require.NoError(t, err)
				assert.Equal(t, string(canonical), string(after), name)
				assert.Equal(t, strings.Count(string(before), "#"), strings.Count(string(after), "#"), name)
			}
		}
	}
}
