package query

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/registry"
)

func theNamed(t *testing.T) map[string]NamedQuestion {
	t.Helper()
	list, err := NamedQuestions(os.DirFS("../../registry"))
	require.NoError(t, err)
	out := map[string]NamedQuestion{}
	for _, q := range list {
		out[q.Name] = q
	}
	return out
}

// put asks a question that has a name, with values for some of its parameters.
func put(t *testing.T, db *DB, q NamedQuestion, params map[string]string) *Result {
	t.Helper()
	values, err := q.With(params)
	require.NoError(t, err)
	res, err := db.Ask(t.Context(), Question{SQL: q.SQL, Params: values, Timeout: time.Minute})
	require.NoError(t, err, q.Name)
	return res
}

// column is what stands in a column, by the first column of each row.
func (r *Result) column(name string) map[any]any {
	out := map[any]any{}
	for i, c := range r.Columns {
		if c == name {
			for _, row := range r.Rows {
				out[row[0]] = row[i]
			}
		}
	}
	return out
}

func count(values map[any]any, want any) (n int) {
	for _, v := range values {
		if v == want {
			n++
		}
	}
	return n
}

// TestNamedQuestions puts each question to each registry: it tells what it
// answers in both languages, and an answer has rows, of which none is a no for
// want of records.
func TestNamedQuestions(t *testing.T) {
	named := theNamed(t)
	files, err := filepath.Glob("../../registry/queries/*")
	require.NoError(t, err)
	assert.Len(t, named, len(files), "a file that is no named question")
	numbered := regexp.MustCompile(`^Q[0-5][0-9]$`)
	empty, report := open(t, registry.New(registry.Input{}).At(19000, 19000)), open(t, stockholm(t, "2022-11-07"))
	others := []*DB{open(t, stockholm(t, "2010-01-01")), open(t, stockholm(t, "2026-11-22")), open(t, viewOf(t, "../../testdata/second", "2026-11-22"))}
	for name, q := range named {
		t.Run(name, func(t *testing.T) {
			assert.NotEmpty(t, q.What.Sv)
			assert.NotEmpty(t, q.What.En)
			assert.Regexp(t, numbered, q.Question)
			assert.True(t, strings.HasPrefix(name, strings.ToLower(q.Question)+"-"), "a name begins with the number of its question")
			seen := map[string]bool{}
			for _, column := range put(t, empty, q, nil).Columns {
				assert.Regexp(t, `^[a-z][a-z_]*$`, column)
				assert.False(t, seen[column], "two columns are called %s", column)
				seen[column] = true
			}
			for _, p := range q.Params {
				assert.NotEmpty(t, p.Value, p.Name)
				assert.NotEqual(t, p.What.Sv, p.What.En)
			}
			for _, db := range others {
				put(t, db, q, nil)
			}
			assert.NotEmpty(t, put(t, report, q, nil).Rows, "nothing is told, not even that nobody knows")
		})
	}
}

// TestAnswers compares what the questions answer with what the source documents
// give: the answers of the day the report came.
func TestAnswers(t *testing.T) {
	db, named := open(t, stockholm(t, "2022-11-07")), theNamed(t)
	of := func(name string, params ...string) *Result {
		t.Helper()
		q, ok := named[name]
		require.True(t, ok, name)
		values := map[string]string{}
		for i := 0; i < len(params); i += 2 {
			values[params[i]] = params[i+1]
		}
		return put(t, db, q, values)
	}
	// Q01: by inference 11 of 17, and two that no group is near.
	several := of("q01-several-areas")
	assert.Len(t, several.Rows, 17)
	assert.Equal(t, 11, count(several.column("touches_several"), "inferred"))
	assert.Zero(t, count(several.column("touches_several"), "no"))
	groups := several.column("group_count")
	assert.Equal(t, int64(0), groups["avlidna"])
	assert.Equal(t, int64(0), groups["patientnamnd"])
	// Q02, Q03: 10 of 17 have nobody, and none of it is settled.
	without := of("q03-without-owner").column("without_owner")
	assert.Len(t, without, 10)
	assert.Equal(t, 10, count(without, "unknown"))
	// Q04: candidates are 9 with the rosters that were found; none for certain.
	silent := of("q04-unrepresented").column("represented")
	assert.Len(t, silent, 9)
	assert.Equal(t, 9, count(silent, "unknown"))
	// Q08: UPH lacks Stockholm as far as is known.
	for _, row := range of("q08-subregions").Rows {
		if row[0] == "UPH" && row[1] == "Stockholms stad" {
			assert.Equal(t, []any{"UPH", "Stockholms stad", "unknown", int64(0)}, row)
		}
	}
	// Q09: nobody that is known speaks for Nykvarn.
	assert.Equal(t, map[any]any{"(no seat recorded)": "unknown"}, of("q09-who-speaks").column("holds"))
	assert.Equal(t, map[any]any{"(no seat recorded)": "no such organization"}, of("q09-who-speaks", "municipality", "nykvrn").column("holds"))
	// Q10: all 27, together; no day of any.
	adopted := of("q10-adoptions")
	assert.Equal(t, 27, count(adopted.column("adopted"), "yes"))
	assert.Equal(t, 27, count(adopted.column("date"), nil))
	// Q11: planned for the first of July, and in force in September.
	entry := of("q11-entry-into-force")
	assert.Equal(t, "2022-07-01", entry.column("planned")["HÖK"])
	assert.Equal(t, "2022-09", entry.column("actual")["HÖK"])
	assert.Equal(t, "late", entry.column("outcome")["HÖK"])
	// Q12, Q13: none may be closed; of RSS nothing has a receiver.
	assert.Zero(t, count(of("q12-closable").column("may_close"), "yes"))
	assert.Equal(t, "unknown", of("q12-closable").column("may_close")["rss"])
	for _, row := range of("q13-responsibilities").Rows {
		assert.NotEqual(t, "yes", row[len(row)-1])
	}
	// Q14, Q15: none is established; which criteria are met is not known.
	meets := of("q14-criteria").column("meets")
	assert.Len(t, meets, 5)
	assert.Equal(t, 5, count(meets, "unknown"))
	assert.Equal(t, 5, count(of("q15-steps").column("taken"), "unknown"))
	// Q16: those first that take over least.
	var order []any
	for _, row := range of("q16-order").Rows[:3] {
		order = append(order, row[0])
	}
	assert.ElementsMatch(t, []any{"Äldres hälsa", "Funktionsnedsattas hälsa", "Digitalisering"}, order)
	affects := of("q16-order").column("affects") // as the report establishment counts them
	assert.Equal(t, int64(5), affects["Barn & ungas hälsa"])
	assert.Equal(t, int64(6), affects["Psykisk ohälsa och beroendefrågor"])
	// Q20: two have one, one may, the others have none.
	plans := of("q20-annual-plans").column("annual_plan")
	assert.Equal(t, "yes", plans["BUSSAM"])
	assert.Equal(t, "yes", plans["UPH"])
	assert.Equal(t, "unknown", plans["Regionala samrådet"])
	assert.Equal(t, "no", plans["RSS"])
	// Q21: the digital forum, last in February 2021.
	assert.Equal(t, "dormant", of("q21-dormant").column("status")["Styrgrupp för digital samordning i länet"])
	assert.Equal(t, "2021-02", of("q21-dormant").column("last_held")["Styrgrupp för digital samordning i länet"])
	// Q24: structural links are those of RSS, and two forums have none.
	links := of("q24-knowledge-links")
	assert.Equal(t, "structural", links.column("link")["RSS"])
	assert.Equal(t, "none", links.column("answer")["Styrgrupp Ungdomsmottagningar i Stockholm län"])
	// Q25: nobody is recorded, so nobody can tell.
	assert.Equal(t, map[any]any{"(none recorded)": "unknown"}, of("q25-approvals").column("approved"))
	// Q27: two supplements, in force with what they supplement.
	assert.Equal(t, map[any]any{"Missbruk/beroende av spel om pengar": "Missbruk/beroende", "Psykisk sjukdom och funktionsnedsättning, äldre": "Psykisk sjukdom/funktionsnedsättning, vuxna"},
		of("q27-supplements").column("supplements"))
	// Q30: no review is done.
	for _, row := range of("q30-reviews").Rows {
		assert.Contains(t, []any{"unknown", "not-yet"}, row[4])
	}
	// Q34: five proposals of the report, none decided.
	decided := of("q34-decisions").column("decided")
	for _, id := range []string{"bd12", "bd14", "bd15", "bd16", "bd17"} {
		assert.Equal(t, "no", decided[id], id)
	}
	// Q46: of the cooperation in Mälardalen no decision of a party is known.
	assert.Equal(t, "unknown", of("q46-all-decided").column("all_adopted")["Mälardalssamarbetet"])
	assert.Equal(t, "yes", of("q46-all-decided").column("all_adopted")["HÖK"])
	// Another registry answers otherwise.
	db = open(t, viewOf(t, "../../testdata/second", "2026-01-01"))
	assert.NotEqual(t, 9, len(of("q04-unrepresented").Rows))
}

// TestSlips checks what happens to a question that is written wrongly.
func TestSlips(t *testing.T) {
	q := ParseNamed("x", "-- sv: Vad?\n-- en: What?\n-- question: Q01\n-- param group = uph: grupp | group\n-- param x=1\n-- other: thing\nSELECT :group -- param late = x: y\n")
	assert.Equal(t, both("Vad?", "What?"), q.What)
	require.Len(t, q.Params, 1)
	assert.Equal(t, Param{"group", "uph", both("grupp", "group")}, q.Params[0])
	_, err := q.With(map[string]string{"grupp": "uph"})
	assert.ErrorContains(t, err, "has no parameter grupp; it has group")
	values, err := q.With(map[string]string{"group": "vis"})
	require.NoError(t, err)
	assert.Equal(t, map[string]string{"group": "vis"}, values)
}

// TestHostileNames leaves out what is no named question.
func TestHostileNames(t *testing.T) {
	list, err := NamedQuestions(fstest.MapFS{
		"queries/good.sql":     {Data: []byte("SELECT 1")},
		"queries/Bad.sql":      {Data: []byte("SELECT 1")},
		"queries/--list.sql":   {Data: []byte("SELECT 1")},
		"queries/a b.sql":      {Data: []byte("SELECT 1")},
		"queries/\x1b[31m.sql": {Data: []byte("SELECT 1")},
		"queries/.sql":         {Data: []byte("SELECT 1")},
		"queries/link.sql":     {Mode: os.ModeSymlink},
		"queries/folder.sql/x": {Data: []byte("SELECT 1")},
		"queries/other.txt":    {Data: []byte("SELECT 1")},
		"queries/large.sql":    {Data: []byte("SELECT '" + strings.Repeat("x", mostOfFile) + "'")},
	})
	require.NoError(t, err)
	require.Len(t, list, 1)
	assert.Equal(t, "good", list[0].Name)
	list, err = NamedQuestions(fstest.MapFS{"vis.yaml": {}})
	require.NoError(t, err)
	assert.Empty(t, list)
}
