package render

import "github.com/vis-samverkan/vis/pkg/report"

// Doc is a text with headings, lists and tables, in one language, for any of
// the formats that people read. Its words may hold anything: each format makes
// them safe.
type Doc struct {
	Title    string
	Lead     []Item
	Sections []Section
}

// Section is a part of a text under a heading.
type Section struct {
	ID      string // what a program calls it; "" for nothing
	Heading string
	Items   []Item
	Chart   *report.Chart // for the formats that can show one
	Table   *Table
	Foot    []Span // below the table
	// Fold lets a format that can hide the section behind its heading do so
	// where it is long.
	Fold bool
}

// Item is an entry of a list, with the entries under it.
type Item struct {
	Sign  Sign
	Spans []Span
	Items []Item
}

// Sign is what an entry of a list is marked with.
type Sign uint8

const (
	Bullet  Sign = iota
	Plus         // came
	Minus        // went
	Tilde        // changed
	Fault        // an error
	Alert        // a warning
	Remark       // worth knowing
	Heading      // no mark: it only says what the entries under it are about
)

// Span is a stretch of words that are shown in one way.
type Span struct {
	As   As
	Text string
}

// As is how a stretch of words is shown.
type As uint8

const (
	Plain As = iota
	Strong
	Faint
	Old // taken out of a text
	New // put into a text
)

// plain is words that are shown in no special way.
func plain(s string) Span { return Span{Text: s} }

// Words is a list entry of plain words.
func Words(sign Sign, s string) Item { return Item{Sign: sign, Spans: []Span{plain(s)}} }

// count is how many lines a section takes, more or less.
func (s Section) count() int {
	n := 0
	if s.Table != nil {
		n = len(s.Table.Rows) + 2
	}
	var items func([]Item)
	items = func(list []Item) {
		for _, i := range list {
			n++
			items(i.Items)
		}
	}
	items(s.Items)
	return n
}
