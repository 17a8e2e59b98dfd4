package query

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
	"modernc.org/libc"
	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// register gives SQLite what it lacks for Swedish, once: the order SV, and the
// functions ulower and fold. It also has SQLite count the memory that it takes,
// without which no bound on it holds; that must come before the first database.
var register = sync.OnceValue(func() error {
	if err := countMemory(); err != nil {
		return err
	}
	if err := sqlite.RegisterCollationUtf8("SV", swedish()); err != nil {
		return err
	}
	for name, of := range map[string]func(string) string{"ulower": strings.ToLower, "fold": Fold} {
		err := sqlite.RegisterDeterministicScalarFunction(name, 1, func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
			if s, ok := args[0].(string); ok {
				return of(s), nil
			}
			return args[0], nil
		})
		if err != nil {
			return err
		}
	}
	return nil
})

// swedish compares by the Swedish order. A collator is for one goroutine.
func swedish() func(a, b string) int {
	pool := sync.Pool{New: func() any { return collate.New(language.Swedish, collate.Numeric) }}
	return func(a, b string) int {
		c := pool.Get().(*collate.Collator)
		defer pool.Put(c)
		return c.CompareString(a, b)
	}
}

// Fold is a text in small letters without marks, so that sodertalje finds
// Södertälje.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(s)))
}

func countMemory() error {
	tls := libc.NewTLS()
	defer tls.Close()
	values := libc.NewVaList(int32(1))
	if values == 0 {
		return errNoMemory
	}
	defer libc.Xfree(tls, values)
	if code := lib.Xsqlite3_config(tls, lib.SQLITE_CONFIG_MEMSTATUS, values); code != lib.SQLITE_OK {
		return fmt.Errorf("SQLite does not count its memory (%d)", code)
	}
	return nil
}

var errNoMemory = errors.New("there is no memory left")
