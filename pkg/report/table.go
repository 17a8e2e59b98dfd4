package report

import (
	"math"
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Table is rows of cells under named columns.
type Table struct {
	Columns []Column
	Rows    [][]Cell // each as long as Columns
	// Total is the last row of a table of figures; nil where a sum would say
	// nothing.
	Total []Cell
}

// Column is what one cell of each row tells.
type Column struct {
	Key   string // to a program: lower case, with underscores, the same in every language
	Label string // to a person
	Holds Holds
}

// Holds is what the cells of a column are.
type Holds uint8

const (
	Words   Holds = iota // any text
	Records              // a reference to a record, called by its name
	Numbers              // a number, or the bounds it lies within
	Shares               // a part of 1
	Days                 // a date, which may be inexact
	Truths               // yes, no or not known
)

// String is the word for it in JSON.
func (h Holds) String() string {
	return [...]string{"text", "record", "number", "share", "date", "truth"}[h]
}

// Cell is one value, for a person and for a program. The zero Cell holds nothing.
type Cell struct {
	Text string // as it is read, in the report's language, without the mark of Doubt
	// Value is a string, a float64, a Bounds, an edtf.Date or a bool. It is nil
	// where the cell is empty, and where nobody can tell.
	Value any
	Ref   model.Ref // the record it is about, or zero
	// Doubt tells that the sources do not settle it.
	Doubt bool
}

// Bounds is a number that is known to lie between two others, both included.
// Max is +Inf where nothing bounds it.
type Bounds struct{ Min, Max float64 }

// words is a cell of any text.
func words(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{Text: s, Value: s}
}

// marked is a cell with how certain it is. What is not so has no business in a
// table.
func (c Cell) marked(holds truth.Value) Cell {
	c.Doubt = c.Doubt || holds == truth.CannotTell
	return c
}

// record is a cell with the name of a record.
func (d *Desk) record(ref model.Ref) Cell {
	if ref.IsZero() {
		return Cell{}
	}
	return Cell{Text: d.View.NameOf(ref).In(string(d.Lang)), Value: ref.String(), Ref: ref}
}

// number is a cell of a whole number.
func (d *Desk) number(n int) Cell {
	return Cell{Text: text.Int(n, d.Lang), Value: float64(n)}
}

// between is a cell of a number that lies within bounds.
func (d *Desk) between(low, high float64) Cell {
	if low == high {
		return Cell{Text: text.Decimal(low, d.Lang), Value: low}
	}
	c := Cell{Value: Bounds{low, high}}
	if math.IsInf(high, 1) {
		c.Text = d.in("minst ", "at least ") + text.Decimal(low, d.Lang)
	} else {
		c.Text = text.Decimal(low, d.Lang) + "–" + text.Decimal(high, d.Lang)
	}
	return c
}

// share is a cell of a part of a whole.
func (d *Desk) share(part, whole float64) Cell {
	if whole == 0 {
		return Cell{}
	}
	percent := math.Round(1000*part/whole) / 10
	return Cell{Text: text.Decimal(percent, d.Lang) + d.in(" %", "%"), Value: part / whole}
}

// date is a cell of a date.
func (d *Desk) date(t edtf.Date) Cell {
	if t.IsZero() {
		return Cell{}
	}
	return Cell{Text: text.Date(t, d.Lang), Value: t}
}

// given is a cell of a date of a record, or of the answer in its place.
func (d *Desk) given(t model.Val[edtf.Date]) Cell {
	if t.Given() {
		return d.date(t.V)
	}
	return Cell{Text: d.Answer(t.Is), Doubt: t.Is == model.Unknown}
}

// truth is a cell of yes, no or not known.
func (d *Desk) truth(v truth.Value) Cell {
	switch v {
	case truth.Yes:
		return Cell{Text: d.in("ja", "yes"), Value: true}
	case truth.No:
		return Cell{Text: d.in("nej", "no"), Value: false}
	}
	return d.untold()
}

// untold is a cell whose answer the sources do not give.
func (d *Desk) untold() Cell {
	return Cell{Text: d.in("går inte att säga", "cannot be told"), Doubt: true}
}

// measure is a cell of a metric's value.
func (d *Desk) measure(name string, m registry.Measure) Cell {
	if registry.IsShare(name) {
		if m.Min == 0 && m.Max == 1 {
			return d.untold() // any share at all
		}
		if m.Min == m.Max {
			return d.share(m.Min, 1)
		}
		return Cell{Value: Bounds{m.Min, m.Max}, Text: d.share(m.Min, 1).Text + "–" + d.share(m.Max, 1).Text}
	}
	return d.between(m.Min, m.Max)
}

// col is a column.
func (d *Desk) col(key string, holds Holds, sv, en string) Column {
	return Column{key, d.in(sv, en), holds}
}

// state is a cell with the status of a record at the view's day.
func (d *Desk) state(rec model.Record) Cell {
	st, ok := d.View.StatusOf(rec)
	if !ok {
		return Cell{}
	}
	return Cell{Text: phrase.State(rec.Base().Ref.Kind, st.State).In(d.Lang), Value: string(st.State), Doubt: len(st.Possible) > 0}
}

// list is a cell with the names of records.
func (d *Desk) list(refs []model.Ref) Cell { return words(d.names(refs)) }

// source is a cell with where a fact comes from.
func (d *Desk) source(cites registry.Cited) Cell { return words(d.cite(cites)) }

// word is a cell with a value of an enumeration, or the answer in its place.
func (d *Desk) word(enum string, w model.Val[model.Word]) Cell {
	if w.Given() {
		return Cell{Text: phrase.Word(enum, w.V).In(d.Lang), Value: string(w.V)}
	}
	return Cell{Text: d.Answer(w.Is), Doubt: w.Is == model.Unknown}
}

// byName sorts records by what they are called.
func (d *Desk) byName(refs []model.Ref) {
	order := text.NewSorter(d.Lang)
	slices.SortStableFunc(refs, func(a, b model.Ref) int {
		return order.Compare(d.View.NameOf(a).In(string(d.Lang)), d.View.NameOf(b).In(string(d.Lang)))
	})
}
