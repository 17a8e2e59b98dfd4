package text

import (
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Sorter compares words in the order of a language: … z å ä ö in Swedish.
// It is not safe for use by several goroutines at once.
type Sorter struct{ c *collate.Collator }

// NewSorter returns a sorter for the language.
func NewSorter(l Lang) Sorter {
	tag := language.Swedish
	if l == English {
		tag = language.English
	}
	return Sorter{collate.New(tag, collate.Numeric)}
}

// Compare is negative, zero or positive as a sorts before, with or after b.
func (s Sorter) Compare(a, b string) int { return s.c.CompareString(a, b) }
