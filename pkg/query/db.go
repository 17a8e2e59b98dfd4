package query

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"github.com/vis-samverkan/vis/pkg/registry"
)

// DB is a filled database, in memory and read-only. One goroutine at a time may
// use it.
type DB struct {
	db   *sql.DB
	conn *sql.Conn
}

// Source is what a database is filled from.
type Source struct {
	View *registry.View
	// Check gives what the rules find. It is called only where a table of it is
	// asked for.
	Check func(context.Context) (Checked, error)
	// Asked is the questions that will be put. A table whose name stands nowhere
	// in them is left empty, since nothing can read it; "" fills all tables.
	Asked string
}

// memory is how much SQLite may use for a question beyond what the tables take.
const memory = 256 << 20

// Open makes the tables and fills them. The error is the context's, that of
// Check, or one of SQLite.
func Open(ctx context.Context, from Source) (_ *DB, err error) {
	if err := register(); err != nil {
		return nil, err
	}
	db := &DB{}
	if db.db, err = sql.Open("sqlite", ":memory:?_dqs=0&_defensive=1"); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_ = db.Close()
		}
	}()
	if db.conn, err = db.db.Conn(ctx); err != nil {
		return nil, err
	}
	if err := db.fill(ctx, from); err != nil {
		return nil, err
	}
	return db, db.lock(ctx)
}

// Close frees the database.
func (db *DB) Close() error {
	if db.conn != nil {
		_ = db.conn.Close()
	}
	return db.db.Close()
}

// Bytes is the database as the content of a file that other programs open.
func (db *DB) Bytes() (data []byte, err error) {
	err = db.conn.Raw(func(c any) error {
		s, ok := c.(interface{ Serialize() ([]byte, error) })
		if !ok {
			return fmt.Errorf("the database cannot be written out")
		}
		data, err = s.Serialize()
		return err
	})
	return data, err
}

func (db *DB) exec(ctx context.Context, statement string) error {
	_, err := db.conn.ExecContext(ctx, statement)
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// fill makes the tables and their rows.
func (db *DB) fill(ctx context.Context, from Source) error {
	tables := Schema()
	w := &writer{ctx: ctx, db: db, wanted: wanted(tables, from.Asked), into: map[string]*sql.Stmt{}}
	defer w.close()
	for _, t := range tables {
		if err := db.exec(ctx, t.create()); err != nil {
			return err
		}
	}
	f := &filler{sink: w, view: from.View, keys: map[*node]int64{}}
	if from.Check != nil && (w.wants("findings") || w.wants("tests")) {
		var err error
		if f.checked, err = from.Check(ctx); err != nil {
			return err
		}
	}
	if err := db.exec(ctx, "BEGIN"); err != nil {
		return err
	}
	f.records()
	for _, d := range derived {
		if d.fill != nil && w.wants(d.table.Name) && w.err == nil {
			d.fill(f)
		}
	}
	if w.err != nil {
		return w.err
	}
	if err := db.exec(ctx, "COMMIT"); err != nil {
		return err
	}
	for _, t := range tables {
		if !w.wants(t.Name) {
			continue
		}
		for _, statement := range t.index() {
			if err := db.exec(ctx, statement); err != nil {
				return err
			}
		}
	}
	return nil
}

// wanted are the tables whose names stand in the questions, and those that a
// wanted view reads; nil for all.
func wanted(tables []*Table, asked string) map[string]bool {
	if asked == "" {
		return nil
	}
	asked = strings.ToLower(asked)
	out := map[string]bool{}
	for _, t := range tables {
		if !strings.Contains(asked, t.Name) {
			continue
		}
		out[t.Name] = true
		for _, name := range strings.Fields(t.View) {
			out[name] = true
		}
	}
	return out
}

// writer puts rows into tables.
type writer struct {
	ctx    context.Context
	db     *DB
	wanted map[string]bool
	into   map[string]*sql.Stmt
	rows   int
	err    error
}

func (w *writer) wants(table string) bool { return w.wanted == nil || w.wanted[table] }

func (w *writer) add(table string, row ...any) {
	if w.err != nil {
		return
	}
	into, ok := w.into[table]
	if !ok {
		marks := strings.TrimSuffix(strings.Repeat("?, ", len(row)), ", ")
		if into, w.err = w.db.conn.PrepareContext(w.ctx, "INSERT INTO "+table+" VALUES ("+marks+")"); w.err != nil {
			return
		}
		w.into[table] = into
	}
	// A context that can end costs more than the row itself.
	if w.rows++; w.rows%1024 == 0 {
		if w.err = w.ctx.Err(); w.err != nil {
			return
		}
	}
	if _, err := into.ExecContext(context.Background(), row...); err != nil {
		w.err = fmt.Errorf("%s: %w", table, err)
	}
}

func (w *writer) close() {
	for _, s := range w.into {
		_ = s.Close()
	}
}

// lock makes the database read-only and bounds what a question may take: no
// other database, so no file; no writing; a bounded size of values, statements
// and memory.
func (db *DB) lock(ctx context.Context) error {
	var pages, size int64
	if err := db.conn.QueryRowContext(ctx, "PRAGMA page_count").Scan(&pages); err != nil {
		return err
	}
	if err := db.conn.QueryRowContext(ctx, "PRAGMA page_size").Scan(&size); err != nil {
		return err
	}
	for _, statement := range []string{
		"PRAGMA temp_store = MEMORY", "PRAGMA trusted_schema = OFF", "PRAGMA query_only = ON",
		fmt.Sprintf("PRAGMA hard_heap_limit = %d", pages*size+memory),
	} {
		if err := db.exec(ctx, statement); err != nil {
			return err
		}
	}
	for limit, most := range map[int]int{
		lib.SQLITE_LIMIT_ATTACHED:            0,
		lib.SQLITE_LIMIT_LENGTH:              16 << 20,
		lib.SQLITE_LIMIT_SQL_LENGTH:          1 << 20,
		lib.SQLITE_LIMIT_COLUMN:              2000,
		lib.SQLITE_LIMIT_EXPR_DEPTH:          500,
		lib.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1000,
		lib.SQLITE_LIMIT_WORKER_THREADS:      0,
	} {
		if _, err := sqlite.Limit(db.conn, limit, most); err != nil {
			return err
		}
	}
	return nil
}
