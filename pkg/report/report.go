package report

import (
	"maps"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Report is what a registry answers to a group of questions at a day: tables
// and charts, in one language.
type Report struct {
	Name  string // that of its Kind
	Title string
	Lead  []string
	Parts []Part
}

// Part is a part of a report under a heading.
type Part struct {
	ID      string // to a program: lower case, with hyphens, the same in every language
	Heading string
	Lead    []string // what a reader has to know in order to read it right
	Chart   *Chart   // nil where a picture would say no more
	Table   *Table   // holds all that the chart shows
	Basis   *Basis   // what the figures rest on
}

// Basis is what the figures of a part rest on.
type Basis struct {
	Of       text.Both   // what is counted, in the plural
	Counted  int         // how many are so for certain
	Unknown  int         // how many could not be decided
	Complete truth.Value // whether those recorded are said to be all there are
	Sources  []model.Ref // what they cite, by id
}

// Kind is a report that can be made.
type Kind struct {
	Name      string
	Title     text.Both
	Answers   text.Both // what it answers, as one sentence
	Questions []int     // of the list of questions that the registry must answer, Q01–Q51
	make      func(*Desk, *Report)
}

// Kinds returns the reports that can be made, in the order to list them.
func Kinds() []Kind { return slices.Clone(kinds) }

// Desk is where reports and papers are written: a view, a language, and the
// words for what both are about.
type Desk struct {
	phrase.Writer
	// Status words the status of a record at the view's day, with what it rests on.
	Status func(model.Record) string
}

// Report makes the report of a name; ok is false where there is none.
func (d *Desk) Report(name string) (r *Report, ok bool) {
	for _, k := range kinds {
		if k.Name == name {
			r := &Report{Name: k.Name, Title: k.Title.In(d.Lang)}
			k.make(d, r)
			return r, true
		}
	}
	return nil, false
}

// add puts a part into a report and returns it, for what else belongs to it.
func (r *Report) add(id, heading string, columns ...Column) *Part {
	r.Parts = append(r.Parts, Part{ID: id, Heading: heading, Table: &Table{Columns: columns}})
	return &r.Parts[len(r.Parts)-1]
}

// row adds a row to the table of a part.
func (p *Part) row(cells ...Cell) { p.Table.Rows = append(p.Table.Rows, cells) }

// basis gathers what the figures of a part rest on.
type basis struct {
	Basis
	sources map[model.Ref]bool
}

// restsOn begins to gather what figures rest on: so many of something.
func restsOn(sv, en string, complete truth.Value) *basis {
	return &basis{Basis{Of: text.Both{Sv: sv, En: en}, Complete: complete}, map[model.Ref]bool{}}
}

// count counts something, by how certain it is, and what it is cited from. What
// is certainly not so counts as neither; what it cites still tells that.
func (b *basis) count(holds truth.Value, cites registry.Cited) {
	switch holds {
	case truth.Yes:
		b.Counted++
	case truth.CannotTell:
		b.Unknown++
	}
	b.cite(cites)
}

// decide counts a question that has an answer, whether yes or no, or has none.
func (b *basis) decide(answer truth.Value, cites registry.Cited) {
	if answer == truth.No {
		answer = truth.Yes
	}
	b.count(answer, cites)
}

func (b *basis) cite(cites registry.Cited) {
	for c := range cites.All() {
		if c.Source.Given() {
			b.sources[c.Source.V.Record()] = true
		}
	}
}

// done is what has been gathered.
func (b *basis) done() *Basis {
	b.Sources = slices.SortedFunc(maps.Keys(b.sources), byID)
	return &b.Basis
}

func byID(a, b model.Ref) int { return strings.Compare(a.ID, b.ID) }

// kinds is every report, in the order to list them.
var kinds = []Kind{
	coverage, representation, adoption, stewardship, establishment, processOffice, meetings,
	plans, decisions, issues, knowledge, followup, local,
	names, reconcile, overview,
}

// List is the list of reports, as a report.
func List(l text.Lang) *Report {
	d := &Desk{Writer: phrase.Writer{Lang: l}}
	r := &Report{Name: "list", Title: d.in("Rapporter", "Reports")}
	p := r.add("reports", "",
		d.col("report", Words, "Rapport", "Report"),
		d.col("title", Words, "Rubrik", "Title"),
		d.col("answers", Words, "Svarar på", "Answers"))
	for _, k := range kinds {
		p.row(words(k.Name), words(k.Title.In(l)), words(k.Answers.In(l)))
	}
	return r
}
