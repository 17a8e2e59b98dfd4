package query

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/synth"
)

// stockholm is the real registry on a day.
func stockholm(t *testing.T, day string) *registry.View {
	t.Helper()
	return viewOf(t, "../../registry", day)
}

func viewOf(t testing.TB, dir, day string) *registry.View {
	t.Helper()
	loaded, err := load.Registry(t.Context(), os.DirFS(dir))
	require.NoError(t, err)
	d, err := edtf.ParseDay(day)
	require.NoError(t, err)
	return loaded.Registry.At(d, d)
}

// open fills a database, all of it.
func open(t *testing.T, v *registry.View) *DB {
	t.Helper()
	db, err := Open(t.Context(), Source{View: v})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, db.Close()) })
	return db
}

func ask(t *testing.T, db *DB, sql string) *Result {
	t.Helper()
	res, err := db.Ask(t.Context(), Question{SQL: sql, Timeout: time.Minute})
	require.NoError(t, err, sql)
	return res
}

// one is the only value of an answer.
func one(t *testing.T, db *DB, sql string) any {
	t.Helper()
	res := ask(t, db, sql)
	require.Len(t, res.Rows, 1, sql)
	require.Len(t, res.Rows[0], 1, sql)
	return res.Rows[0][0]
}

// TestSchemaIsWhatIsThere asks for each column without quotes, so that none has
// a name that is a word of SQL, and checks the description of each.
func TestSchemaIsWhatIsThere(t *testing.T) {
	db := open(t, stockholm(t, "2022-11-07"))
	seen := map[string]bool{}
	for _, table := range Schema() {
		assert.False(t, seen[table.Name], "two tables are called %s", table.Name)
		seen[table.Name] = true
		assert.Regexp(t, `^[a-z][a-z_]*$`, table.Name)
		assert.NotEmpty(t, table.What.Sv, table.Name)
		assert.NotEmpty(t, table.What.En, table.Name)
		names := map[string]bool{}
		var columns []string
		for _, c := range table.Columns {
			assert.False(t, names[c.Name], "%s has two columns called %s", table.Name, c.Name)
			names[c.Name] = true
			columns = append(columns, c.Name)
			assert.NotEmpty(t, c.What.Sv, "%s.%s", table.Name, c.Name)
			assert.NotEmpty(t, c.What.En, "%s.%s", table.Name, c.Name)
			if c.To == "" {
				continue
			}
			name, column, _ := strings.Cut(c.To, ".")
			there, ok := Named(name)
			if assert.True(t, ok, "%s.%s leads to %s", table.Name, c.Name, c.To) {
				_, ok = there.column(column)
				assert.True(t, ok, "%s.%s leads to %s", table.Name, c.Name, c.To)
			}
		}
		for _, columns := range append(table.Indexes, table.Key) {
			for _, c := range columns {
				assert.True(t, names[c], "%s has an index on %s", table.Name, c)
			}
		}
		res := ask(t, db, "SELECT "+strings.Join(columns, ", ")+" FROM "+table.Name)
		assert.Equal(t, columns, res.Columns)
		assert.Equal(t, columns, ask(t, db, "SELECT * FROM "+table.Name).Columns, table.Name)
		// What a column may hold is what it holds.
		for _, c := range table.Columns {
			if c.Of != nil {
				bad := ask(t, db, "SELECT DISTINCT "+c.Name+" FROM "+table.Name+" WHERE "+c.Name+" NOT IN ('"+strings.Join(c.Of, "', '")+"')")
				assert.Empty(t, bad.Rows, "%s.%s", table.Name, c.Name)
			}
		}
	}
}

// TestEveryListIsInTables counts each list and each answer by a walk of the
// records, and in the tables.
func TestEveryListIsInTables(t *testing.T) {
	made := filepath.Join(t.TempDir(), "made")
	require.Zero(t, synth.Command([]string{"-n", "800", "-seed", "7", made}, io.Discard, io.Discard))
	for _, dir := range []string{"../../registry", "../../testdata/second", "../../testdata/script/registry", made} {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			v := viewOf(t, dir, "2022-11-07")
			db := open(t, v)
			for _, k := range model.RecordKinds() {
				assert.EqualValues(t, len(v.OfKind(k)), one(t, db, "SELECT count(*) FROM "+k.Info().Folder), k.String())
			}
			assert.EqualValues(t, len(v.Records()), one(t, db, "SELECT count(*) FROM records"))
			want := map[string]int{}
			for _, rec := range v.Records() {
				ref := rec.Base().Ref
				lists(want, ref.Kind.String(), "", model.Tree(model.Fields(ref.Kind), rec))
			}
			lists(want, "manifest", "", model.Tree(model.Fields(model.Manifest), v.Manifest))
			lists(want, "vocabulary", "", model.Tree(model.Fields(model.VocabularyKind), v.Vocabulary))
			lists(want, "acknowledged", "", model.Tree(model.Fields(model.AcknowledgedKind), v.Acknowledged))
			require.NotEmpty(t, want)
			for table, n := range want {
				assert.EqualValues(t, n, one(t, db, "SELECT count(*) FROM "+table), table)
			}
			refs := 0
			for _, rec := range v.Records() {
				model.Walk(model.Fields(rec.Base().Ref.Kind), rec, model.ClassRef|model.ClassSignatory, func(v model.Visit) bool {
					if _, ok := registry.RefOf(v); ok {
						refs++
					}
					return true
				})
			}
			assert.EqualValues(t, refs, one(t, db, "SELECT count(*) FROM refs"))
		})
	}
}

// lists counts the entries of lists by the table they belong in, citations and
// answers without a value.
func lists(n map[string]int, kind, way string, attributes []model.Attribute) {
	for _, a := range attributes {
		at := strings.TrimPrefix(way+"."+a.Field.Key, ".")
		if a.Answer != model.Given {
			n["answers"]++
			if a.Why != nil {
				n["citations"] += len(a.Why.Sources.Values())
			}
			continue
		}
		if isParam(a.Field.Map) {
			params := []model.Attribute{a}
			if a.Field.Shape == model.Keyed {
				params = a.Parts
			}
			for _, p := range params {
				n["guideline_parameters"]++
				for _, part := range p.Parts {
					if part.Field.Key == "sources" {
						n["citations"] += len(part.Parts)
					}
				}
			}
			continue
		}
		if a.Field.Shape == model.One {
			lists(n, kind, at, a.Parts)
			continue
		}
		table := ""
		switch {
		case a.Field.Map != nil && a.Field.Map.Type == model.CitationFields().Type:
			n["citations"] += len(a.Parts)
			continue
		case shared[at] != "":
			table = shared[at]
		default:
			table = tableOf(kind, at)
		}
		n[table] += len(a.Parts)
		for _, entry := range a.Parts {
			if entry.Answer != model.Given {
				n["answers"]++
				continue
			}
			lists(n, kind, at, entry.Parts)
		}
	}
}

// tableOf finds the table of a list by the way to it.
func tableOf(kind, way string) string {
	if name, ok := short[kind+"."+way]; ok {
		return name
	}
	k, _ := model.KindOf(kind)
	var found string
	var look func(parts []part, at string)
	look = func(parts []part, at string) {
		for _, p := range parts {
			here := strings.TrimPrefix(at+"."+p.field.Key, ".")
			look(p.parts, here)
			if p.child == nil {
				continue
			}
			if here == way {
				found = p.child.table.Name
			}
			look(p.child.parts, here)
		}
	}
	look(compiled().kinds[k].parts, "")
	return found
}

// TestOnlyWhatIsAsked checks that a table that a question names is filled, and
// no other.
func TestOnlyWhatIsAsked(t *testing.T) {
	v := stockholm(t, "2022-11-07")
	sql := "SELECT count(*) FROM adoptions JOIN terms"
	db, err := Open(t.Context(), Source{View: v, Asked: sql, Check: func(context.Context) (Checked, error) {
		t.Error("nobody asked for findings")
		return Checked{}, nil
	}})
	require.NoError(t, err)
	defer db.Close()
	assert.EqualValues(t, 0, one(t, db, "SELECT count(*) FROM groups"))
	assert.NotZero(t, one(t, db, "SELECT count(*) FROM terms"))
	assert.NotZero(t, one(t, db, "SELECT count(*) FROM vocabulary_subject_areas"))
}

func TestSwedish(t *testing.T) {
	db := open(t, stockholm(t, "2022-11-07"))
	res := ask(t, db, "SELECT column1 FROM (VALUES ('ö'), ('z'), ('å'), ('a'), ('ä')) ORDER BY column1 COLLATE SV")
	assert.Equal(t, [][]any{{"a"}, {"z"}, {"å"}, {"ä"}, {"ö"}}, res.Rows)
	assert.Equal(t, "åäö", one(t, db, "SELECT ulower('ÅÄÖ')"))
	assert.Equal(t, "sodertalje", one(t, db, "SELECT fold('Södertälje')"))
	assert.Nil(t, one(t, db, "SELECT fold(NULL)"))
	assert.EqualValues(t, 7, one(t, db, "SELECT ulower(7)"))
}

// TestHearers checks that no voice is lost by asking only those groups that may
// hear an organization.
func TestHearers(t *testing.T) {
	for _, dir := range []string{"../../registry", "../../testdata/second", "../../testdata/script/registry"} {
		for _, day := range []string{"2018-01-01", "2022-11-07", "2026-11-22"} {
			v := viewOf(t, dir, day)
			heard, voices, found := hearers(v), 0, 0
			for _, o := range v.Organizations {
				voices += len(v.Voices(o))
				for _, g := range heard[o.Ref] {
					found += len(v.VoicesIn(g, o))
				}
			}
			assert.Equal(t, voices, found, "%s %s", dir, day)
		}
	}
}
