package load_test

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
)

// locate returns the text that a path leads to in a file, with its place.
func locate(t testing.TB, fsys fs.FS, file, path string, key bool) (where, what string) {
	t.Helper()
	f := &rule.Finding{Place: rule.Place{File: file, Path: model.ParsePath(path), Key: key}}
	require.NoError(t, load.Locate(context.Background(), fsys, []*rule.Finding{f}))
	p := f.At
	assert.Equal(t, p.Line, p.EndLine)
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return fmt.Sprintf("%d:%d", p.Line, p.Column), ""
	}
	lines := strings.Split(strings.TrimPrefix(string(data), "\ufeff"), "\n")
	require.LessOrEqual(t, p.Line, len(lines))
	line := []rune(strings.TrimSuffix(lines[p.Line-1], "\r"))
	require.LessOrEqual(t, p.Column, len(line)+1)
	return fmt.Sprintf("%d:%d", p.Line, p.Column), string(line[p.Column-1 : min(p.EndColumn-1, len(line))])
}

const located = `# å ä ö
name: "Hälsa & \"vård\""	# tabb
type: 'consultation'
short_name:
  sv: HÅ
  en: Health
subject_areas: psykisk-halsa
based_on: [bus, åäö, samsjuklighet]
reports_to:
  - vis
  - to: rss
    from: 2022-Q1
  - {from: 2023, to: storsthlm}
  - group/tredje
responsibilities: {id: å, to: [bussam, {group: uph, role: owner}]}
ends: 2023-12-31
terms_of_reference:
  text: >-
    Å ä ö
    mer
  purposes: [larande, delaktighet]
  duties:
    processtod: Stöd
    "å.b": {content: none, reason: Ingen}
secretariat: unknown
history:
  -
    status: active
    date: {is: unknown, reason: Å}
seats:
- id: "å"
  represents: [
    organization/solna,
    organization/taby
  ]
`

// TestLocate follows paths to lines and columns.
func TestLocate(t *testing.T) {
	for _, c := range []struct{ path, where, what string }{
		{"name", "2:7", `"Hälsa & \"vård\""`},
		{"type", "3:7", `'consultation'`},
		{"short_name", "4:1", "short_name"},
		{"short_name.sv", "5:7", "HÅ"},
		{"based_on[1]", "8:17", "åäö"},
		{"based_on", "8:11", "["},
		{"reports_to", "9:1", "reports_to"},
		{"reports_to[1].to", "11:9", "rss"},
		{"reports_to[1]", "11:5", "to"},
		{"reports_to[2]", "13:5", "{"},
		{"reports_to[2].to", "13:22", "storsthlm"},
		{"terms_of_reference.text", "18:9", ">-"},
		{`terms_of_reference.duties["å.b"].reason`, "24:36", "Ingen"},
		{"seats[0].represents[1]", "34:5", "organization/taby"},

		// The short form stands for the map or the list.
		{"reports_to[0].to", "10:5", "vis"},
		{"reports_to[3].to", "14:5", "group/tredje"},
		{"subject_areas[0]", "7:16", "psykisk-halsa"},
		{"ends[0].date", "16:7", "2023-12-31"},
		{"name.sv", "2:7", `"Hälsa & \"vård\""`},
		{"responsibilities[0].id", "15:24", "å"},
		{"responsibilities[0].to[0].group", "15:32", "bussam"},
		{"responsibilities[0].to[1].role", "15:59", "owner"},
		{"secretariat.organizations[0].share_agreed", "25:14", "unknown"},
		{"terms_of_reference.purposes.delaktighet", "21:23", "delaktighet"},
		{"terms_of_reference.purposes.delaktighet.content.sv", "21:23", "delaktighet"},
		{"terms_of_reference.duties.processtod.content", "23:17", "Stöd"},

		// What is absent is at the key or the entry that it is missing from.
		{"terms_of_reference.status", "17:1", "terms_of_reference"},
		{"reports_to[1].until", "11:5", "to"},
		{"reports_to[2].until", "13:5", "{"},
		{"responsibilities[0].what", "15:1", "responsibilities"},
		{"responsibilities[0].to[1].status", "15:40", "{"},
		{"history[0].date.sources", "29:5", "date"},
		{"history[0].decision.title", "28:5", "status"},
		{"based_on[7]", "8:1", "based_on"},
		{"seats[4].id", "30:1", "seats"},
		{"terms_of_reference.purposes.larjande", "21:3", "purposes"},
		{"structure", "1:1", "#"},
		{"structure.chair.model", "1:1", "#"},
		{"", "1:1", "#"},
	} {
		for _, text := range []string{located, "\ufeff" + located, strings.ReplaceAll(located, "\n", "\r\n")} {
			where, what := locate(t, folder("groups/prov.yaml", text), "groups/prov.yaml", c.path, false)
			assert.Equal(t, c.where+" "+c.what, where+" "+what, c.path)
		}
	}
}

// TestLocateKey points at the key of a value, and of a row.
func TestLocateKey(t *testing.T) {
	for _, c := range []struct{ path, where, what string }{
		{"name", "2:1", "name"},
		{`terms_of_reference.duties["å.b"]`, "24:5", `"å.b"`},
		{"terms_of_reference.purposes.larande", "21:14", "larande"},
		{"reports_to[2].to", "13:18", "to"},
		{"reports_to[0].to", "10:5", "vis"},
		{"history[0].decision", "28:5", "status"},
		{"structure", "1:1", "#"},
	} {
		where, what := locate(t, folder("groups/prov.yaml", located), "groups/prov.yaml", c.path, true)
		assert.Equal(t, c.where+" "+c.what, where+" "+what, c.path)
	}
}

// TestLocateAgreesWithDecoding: a finding of the loader stands where its path
// leads, except where the path cannot be followed.
func TestLocateAgreesWithDecoding(t *testing.T) {
	fsys := corpus(t)
	compared := 0
	for _, f := range read(t, guarded{fsys}).Findings {
		if len(f.Path) == 0 || f.Spec.ID == "key-duplicate" || f.Spec.ID == "field-unknown" || f.Variant == "key" || f.Variant == "comma" || f.Variant == "is" {
			continue // these point at a key, or at one of two
		}
		where, _ := locate(t, fsys, f.File, f.Path.String(), false)
		if f.Variant == "empty" && where != fmt.Sprintf("%d:%d", f.At.Line, f.At.Column) {
			where, _ = locate(t, fsys, f.File, f.Path.String(), true)
		}
		if f.Spec.ID == "value-not-allowed" && f.File == "guidelines/hok.yaml" && f.Path.String() == "matters" {
			continue // the key of a table
		}
		if f.Spec.ID == "field-missing" {
			where, _ = locate(t, fsys, f.File, f.Path.At(f.Distinct[0]).String(), false)
		}
		if f.Variant == "empty-entry" {
			continue // at the dash, as there is no value
		}
		assert.Equal(t, fmt.Sprintf("%d:%d", f.At.Line, f.At.Column), where, "%s %s %s %s", f.File, f.Path, f.Spec.ID, f.Variant)
		compared++
	}
	assert.Greater(t, compared, 50)
}

// TestLocateInAList is for acknowledged.yaml, whose top is a list.
func TestLocateInAList(t *testing.T) {
	fsys := folder("acknowledged.yaml", "- fingerprint: å\n- rule: ref-resolves\n")
	for path, want := range map[string]string{"[1].rule": "2:9", "[1].reason": "2:3", "[0]": "1:3", "[7].rule": "1:1"} {
		where, _ := locate(t, fsys, "acknowledged.yaml", path, false)
		assert.Equal(t, want, where, path)
	}
	where, _ := locate(t, folder("acknowledged.yaml", "rule: å\n"), "acknowledged.yaml", "[0].rule", false)
	assert.Equal(t, "1:7", where, "one entry without a list")
}

// TestLocateInAChangedFile points at the first line of a file that has become
// another one, or is gone.
func TestLocateInAChangedFile(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "broken": "a: b: c\n", "list": "- a\n- b\n", "text": "bara text\n", "too large": "name: |\n" + strings.Repeat("  x\n", 1<<20+1),
		"not UTF-8": "name: \xe5\n", "null": "~\n", "other keys": "title: å\n", "deep": strings.Repeat("[", 20_000),
	} {
		where, _ := locate(t, folder("groups/prov.yaml", text), "groups/prov.yaml", "seats[2].role", false)
		assert.Equal(t, "1:1", where, name)
	}
	where, _ := locate(t, folder(), "groups/borta.yaml", "name", false)
	assert.Equal(t, "1:1", where, "gone")
	where, _ = locate(t, guarded{folder("groups/utan-behorighet.yaml", "name: å\n")}, "groups/utan-behorighet.yaml", "name", false)
	assert.Equal(t, "1:1", where, "unreadable")
}

// TestLocateManyPlaces resolves findings and their related places, and leaves
// alone what is known and what is in no file.
func TestLocateManyPlaces(t *testing.T) {
	known := rule.Position{Line: 7, Column: 8, EndLine: 7, EndColumn: 9}
	a := &rule.Finding{Place: rule.Place{File: "groups/a.yaml", Path: model.ParsePath("type")}, Related: []rule.Related{
		{Place: rule.Place{File: "groups/b.yaml", Path: model.ParsePath("name")}},
		{Place: rule.Place{File: "groups/b.yaml", Path: model.ParsePath("name"), At: known}},
	}}
	b := &rule.Finding{}
	fsys := folder("groups/a.yaml", "name: å\ntype: x\n", "groups/b.yaml", "type: x\nname: å\n")
	require.NoError(t, load.Locate(context.Background(), fsys, []*rule.Finding{a, b}))
	assert.Equal(t, rule.Position{Line: 2, Column: 7, EndLine: 2, EndColumn: 8}, a.At)
	assert.Equal(t, rule.Position{Line: 2, Column: 7, EndLine: 2, EndColumn: 8}, a.Related[0].At)
	assert.Equal(t, known, a.Related[1].At)
	assert.Zero(t, b.At)

	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	a.At = rule.Position{}
	assert.ErrorIs(t, load.Locate(ctx, fsys, []*rule.Finding{a}), context.Canceled)
}

// TestLocateAliases never follows one.
func TestLocateAliases(t *testing.T) {
	fsys := folder("groups/prov.yaml", "name: &a [*a]\nseats: *a\n? *a\n: x\n<<: *a\n")
	for path, want := range map[string]string{"name[0].id": "1:11", "seats[0].id": "2:8", "a": "1:1"} {
		where, _ := locate(t, fsys, "groups/prov.yaml", path, false)
		assert.Equal(t, want, where, path)
	}
}
