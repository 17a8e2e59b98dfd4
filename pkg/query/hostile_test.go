package query

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/registry"
)

// TestHostile puts what somebody who means harm would put. None of it may
// write, reach a file, take all memory or go on for ever.
func TestHostile(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	require.NoError(t, os.WriteFile("secret", []byte("secret"), 0o600))
	db := open(t, registry.New(registry.Input{}).At(0, 0))
	before := one(t, db, "SELECT count(*) FROM sqlite_schema")
	for name, test := range map[string]struct{ sql, want string }{
		"attach":                   {"ATTACH 'x.db' AS x", "begins with ATTACH"},
		"attach after a comment":   {"/* ; */ -- ;\n ATTACH 'x.db' AS x", "begins with ATTACH"},
		"vacuum into":              {"VACUUM INTO 'y.db'", "begins with VACUUM"},
		"pragma":                   {"PRAGMA query_only = OFF", "begins with PRAGMA"},
		"pragma that is explained": {"EXPLAIN PRAGMA query_only = OFF", "begins with PRAGMA"},
		"pragma with a plan":       {"EXPLAIN QUERY PLAN PRAGMA query_only = OFF", "begins with PRAGMA"},
		"pragma as a function":     {"SELECT * FROM pragma_query_only(0)", "too many arguments"},
		"create":                   {"CREATE TABLE x (a)", "begins with CREATE"},
		"create temporary":         {"CREATE TEMP TABLE x (a)", "begins with CREATE"},
		"drop":                     {"DROP TABLE records", "begins with DROP"},
		"delete":                   {"DELETE FROM records", "begins with DELETE"},
		"delete with":              {"WITH x AS (SELECT 1) DELETE FROM records", "readonly"},
		"insert with":              {"WITH x AS (SELECT 1) INSERT INTO about SELECT 1, 2, 3", "readonly"},
		"second statement":         {"SELECT 1; DROP TABLE records", "several statements"},
		"second after a comment":   {"SELECT 1 /* ; ' */; -- '\n ATTACH 'x' AS x", "several statements"},
		"quotes that hide":         {"SELECT ';', \"ref\" FROM records; DROP TABLE records", "several statements"},
		"begin":                    {"BEGIN", "begins with BEGIN"},
		"load_extension":           {"SELECT load_extension('./secret')", "not authorized"},
		"writefile":                {"SELECT writefile('y', 'x')", "no such function"},
		"readfile":                 {"SELECT readfile('secret')", "no such function"},
		"edit":                     {"SELECT edit('x', 'sh')", "no such function"},
		"fts3_tokenizer":           {"SELECT fts3_tokenizer('simple')", "no such function"},
		"schema written":           {"WITH x AS (SELECT 1) UPDATE sqlite_schema SET sql = ''", "may not be modified"},
		"nothing":                  {" ; -- \n/* */", "empty"},
		"a zero":                   {"SELECT 1\x00; DROP TABLE records", "not text"},
		"no text":                  {"SELECT '\xff'", "not text"},
		"a large blob":             {"SELECT randomblob(1000000000)", "too big"},
		"a large zero":             {"SELECT length(zeroblob(2000000000))", "too big"},
		"a long text":              {"SELECT printf('%.*c', 1000000000, 'x')", "too big"},
		"a text that doubles":      {"WITH RECURSIVE n(x) AS (SELECT 'x' UNION ALL SELECT x || x FROM n) SELECT length(x) FROM n", "too big|not answered in"},
		"for ever":                 {"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", "not answered in"},
		"a large answer":           {"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT zeroblob(10000000) FROM n", "larger than|not answered in"},
		"double quotes for a text": {`SELECT "yes"`, "no such column"},
	} {
		t.Run(name, func(t *testing.T) {
			begun := time.Now()
			_, err := db.Ask(t.Context(), Question{SQL: test.sql, Rows: 1000, Timeout: time.Second})
			require.Error(t, err)
			assert.Regexp(t, test.want, err.Error())
			s, ok := err.(interface{ Swedish() string })
			require.True(t, ok, "it is said in Swedish too: %T", err)
			assert.NotEmpty(t, s.Swedish())
			assert.Less(t, time.Since(begun), 10*time.Second)
		})
	}
	assert.Equal(t, before, one(t, db, "SELECT count(*) FROM sqlite_schema"))
	assert.EqualValues(t, 1, one(t, db, "SELECT count(*) FROM about"))
	left, err := filepath.Glob("*")
	require.NoError(t, err)
	assert.Equal(t, []string{"secret"}, left)
}

// TestMemoryIsBounded sorts what has no room.
func TestMemoryIsBounded(t *testing.T) {
	db := open(t, registry.New(registry.Input{}).At(0, 0))
	_, err := db.Ask(t.Context(), Question{Timeout: time.Minute, SQL: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200)
SELECT i FROM n ORDER BY zeroblob(10000000) || i`})
	require.ErrorContains(t, err, "MB of memory")
	assert.EqualValues(t, 1, one(t, db, "SELECT count(*) FROM about"), "the next question is answered")
}

func TestOneStatement(t *testing.T) {
	for question, want := range map[string]string{
		"SELECT 1":                                       "SELECT 1",
		" select 1 ; \n-- done\n;":                       " select 1 ;",
		";; VALUES (1)":                                  ";; VALUES (1)",
		"SELECT ';' AS \"a;\", [b;], `;`":                "SELECT ';' AS \"a;\", [b;], `;`",
		"SELECT 'it''s; fine'":                           "SELECT 'it''s; fine'",
		"/* a ; */ WITH x AS (SELECT 1) SELECT * FROM x": "/* a ; */ WITH x AS (SELECT 1) SELECT * FROM x",
		"EXPLAIN QUERY PLAN SELECT 1":                    "EXPLAIN QUERY PLAN SELECT 1",
	} {
		got, err := statement(question)
		require.NoError(t, err, question)
		assert.Equal(t, want, got)
	}
	for _, question := range []string{"'SELECT 1'", "[SELECT]", "SELECT 1; ;SELECT 2", "(SELECT 1)", "SELECTED", "EXPLAIN", "EXPLAIN QUERY SELECT 1"} {
		_, err := statement(question)
		assert.Error(t, err, question)
	}
}

func TestParameters(t *testing.T) {
	db := open(t, stockholm(t, "2022-11-07"))
	q := Question{SQL: "SELECT id FROM groups WHERE id = :group AND ':no' <> '' -- :neither\n", Params: map[string]string{"group": "uph"}, Timeout: time.Minute}
	res, err := db.Ask(t.Context(), q)
	require.NoError(t, err)
	assert.Equal(t, [][]any{{"uph"}}, res.Rows)
	q.Params = map[string]string{"group": "x' OR 1=1 --"}
	res, err = db.Ask(t.Context(), q)
	require.NoError(t, err)
	assert.Empty(t, res.Rows)
	q.Params = nil
	_, err = db.Ask(t.Context(), q)
	assert.ErrorContains(t, err, ":group")
	q.Params = map[string]string{"group": "uph", "grupp": "x"}
	_, err = db.Ask(t.Context(), q)
	assert.ErrorContains(t, err, ":grupp")
}

func TestLimits(t *testing.T) {
	db := open(t, stockholm(t, "2022-11-07"))
	res, err := db.Ask(t.Context(), Question{SQL: "SELECT * FROM records", Rows: 3, Timeout: time.Minute})
	require.NoError(t, err)
	assert.Len(t, res.Rows, 3)
	assert.True(t, res.Cut)
	res, err = db.Ask(t.Context(), Question{SQL: "VALUES (1), (2), (3)", Rows: 3, Timeout: time.Minute})
	require.NoError(t, err)
	assert.Len(t, res.Rows, 3)
	assert.False(t, res.Cut)
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = db.Ask(stopped, Question{SQL: "SELECT 1", Timeout: time.Minute})
	assert.ErrorIs(t, err, context.Canceled)
	_, err = db.Ask(t.Context(), Question{SQL: "SELECT * FROM agrements", Timeout: time.Minute})
	assert.ErrorContains(t, err, "agreements")
	_, err = db.Ask(t.Context(), Question{SQL: "SELECT a.organisation_id FROM parties AS a", Timeout: time.Minute})
	assert.ErrorContains(t, err, "organization_id")
}

// TestBytes opens what was written out as a file of its own, without what this
// program gives SQLite.
func TestBytes(t *testing.T) {
	db := open(t, stockholm(t, "2022-11-07"))
	data, err := db.Bytes()
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "registry.db")
	require.NoError(t, os.WriteFile(file, data, 0o600))
	other, err := sql.Open("sqlite", "file:"+file+"?mode=ro")
	require.NoError(t, err)
	defer other.Close()
	value := func(question string) (v string) {
		require.NoError(t, other.QueryRow(question).Scan(&v), question)
		return v
	}
	assert.Equal(t, "ok", value("PRAGMA integrity_check"))
	assert.Equal(t, "2022-11-07", value("SELECT as_of FROM about"))
	for _, table := range Schema() {
		count := "SELECT count(*) FROM " + table.Name
		assert.Equal(t, fmt.Sprint(one(t, db, count)), value(count), table.Name)
	}
	_, err = other.Exec("DELETE FROM records")
	assert.Error(t, err)
}
