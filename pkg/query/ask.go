package query

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/vis-samverkan/vis/pkg/text"
)

// Question is what to ask and how much it may take.
type Question struct {
	SQL     string
	Params  map[string]string // the values of :name
	Rows    int               // at most; 0 for any number
	Timeout time.Duration
}

// Result is an answer.
type Result struct {
	Columns []string
	Rows    [][]any // nil, int64, float64, string or []byte
	Cut     bool    // there were more rows
}

// mostBytes is how much text an answer may hold.
const mostBytes = 128 << 20

// TooLong tells that a question took longer than it may.
type TooLong struct{ After time.Duration }

func (e *TooLong) Error() string {
	return fmt.Sprintf("the question was not answered in %s; narrow it, or allow more with --timeout", e.After)
}

// Swedish is the message in Swedish.
func (e *TooLong) Swedish() string {
	return fmt.Sprintf("frågan besvarades inte på %s; begränsa den, eller tillåt mer med --timeout", e.After)
}

// Failed is what SQLite says of a question.
type Failed struct {
	Says string
	Near string // the table or column that was meant, or ""
}

func (e *Failed) Error() string { return "SQL: " + e.Says + e.hint("did you mean “"+e.Near+"”?") }

// Swedish is the message in Swedish.
func (e *Failed) Swedish() string {
	return "SQL: " + e.Says + e.hint("menades ”"+e.Near+"”?")
}

func (e *Failed) hint(s string) string {
	if e.Near == "" {
		return ""
	}
	return "; " + s
}

// Ask puts one question. The error is a *Refused, a *TooLong, a *Failed, a
// *Unset or the context's.
func (db *DB) Ask(ctx context.Context, q Question) (*Result, error) {
	one, err := statement(q.SQL)
	if err != nil {
		return nil, err
	}
	args, err := bindings(one, q.Params)
	if err != nil {
		return nil, err
	}
	limited, cancel := context.WithTimeout(ctx, q.Timeout)
	defer cancel()
	res, err := db.ask(limited, one, args, q.Rows)
	var refused *Refused
	switch {
	case err == nil:
		return res, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		return nil, &TooLong{q.Timeout}
	case errors.As(err, &refused):
		return nil, refused
	}
	if strings.Contains(err.Error(), "out of memory") {
		return nil, &Refused{both(fmt.Sprintf("frågan tar mer än %d MB minne; begränsa den", memory>>20), fmt.Sprintf("the question takes more than %d MB of memory; narrow it", memory>>20))}
	}
	return nil, failed(err, one)
}

func (db *DB) ask(ctx context.Context, statement string, args []any, most int) (res *Result, err error) {
	rows, err := db.conn.QueryContext(ctx, statement, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	res = &Result{Rows: [][]any{}}
	if res.Columns, err = rows.Columns(); err != nil {
		return nil, err
	}
	room := mostBytes
	for rows.Next() {
		if most > 0 && len(res.Rows) == most {
			res.Cut = true
			return res, nil
		}
		row, into := make([]any, len(res.Columns)), make([]any, len(res.Columns))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		for _, v := range row {
			room -= 16 + size(v)
		}
		if room < 0 {
			return nil, &Refused{both(fmt.Sprintf("svaret är större än %d MB; begränsa frågan", mostBytes>>20), fmt.Sprintf("the answer is larger than %d MB; narrow the question", mostBytes>>20))}
		}
		res.Rows = append(res.Rows, row)
	}
	return res, rows.Err()
}

func size(v any) int {
	switch v := v.(type) {
	case string:
		return len(v)
	case []byte:
		return len(v)
	}
	return 0
}

// Unset tells that a question has a parameter without a value.
type Unset struct{ Name string }

func (e *Unset) Error() string {
	return "the question has the parameter :" + e.Name + " and it has no value; give it one with --param " + e.Name + "=…"
}

// Swedish is the message in Swedish.
func (e *Unset) Swedish() string {
	return "frågan har parametern :" + e.Name + " och den har inget värde; ge den ett med --param " + e.Name + "=…"
}

// bindings are the values of the parameters of a statement.
func bindings(statement string, params map[string]string) ([]any, error) {
	var args []any
	names := parameters(statement)
	for _, name := range names {
		value, ok := params[name]
		if !ok {
			return nil, &Unset{name}
		}
		args = append(args, sql.Named(name, value))
	}
	for name := range params {
		if !slices.Contains(names, name) {
			return nil, &Refused{both("frågan har ingen parameter :"+name, "the question has no parameter :"+name)}
		}
	}
	return args, nil
}

// parameters are the names after a colon in a statement, each once.
func parameters(statement string) []string {
	var out []string
	for at := 0; at < len(statement); {
		n := token(statement[at:])
		if statement[at] == ':' && at+1 < len(statement) && isWord(statement[at+1]) {
			n = 1 + token(statement[at+1:])
			if name := statement[at+1 : at+n]; !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
		at += n
	}
	return out
}

// failed is what SQLite says of a statement, without what only its programmers
// need.
func failed(err error, statement string) *Failed {
	says := err.Error()
	if at := strings.LastIndex(says, " ("); at > 0 && strings.HasSuffix(says, ")") {
		says = says[:at]
	}
	for _, lead := range []string{"SQL logic error: ", "constraint failed: "} {
		says = strings.TrimPrefix(says, lead)
	}
	f := &Failed{Says: says}
	if missing, ok := strings.CutPrefix(says, "no such table: "); ok {
		f.Near = text.Nearest(missing, TableNames())
	}
	if missing, ok := strings.CutPrefix(says, "no such column: "); ok {
		var columns []string
		asked := wanted(Schema(), statement)
		for _, t := range Schema() {
			for _, c := range t.Columns {
				if asked[t.Name] {
					columns = append(columns, c.Name)
				}
			}
		}
		missing = missing[strings.LastIndexByte(missing, '.')+1:]
		if f.Near = text.Nearest(missing, columns); f.Near == missing {
			f.Near = "" // it is there, in another table
		}
	}
	return f
}

// TableNames are the tables and views, in the order of the schema.
func TableNames() []string {
	var out []string
	for _, t := range Schema() {
		out = append(out, t.Name)
	}
	return out
}

// ColumnNames are the names that columns have, each once, sorted.
func ColumnNames() []string {
	var out []string
	for _, t := range Schema() {
		for _, c := range t.Columns {
			out = append(out, c.Name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
