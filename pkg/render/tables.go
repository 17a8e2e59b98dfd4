package render

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// ReportDoc is a report as a text with tables for any of the formats that people
// read. Charts come along for the formats that can show them.
func ReportDoc(r *report.Report, l text.Lang) Doc {
	d := Doc{Title: r.Title}
	for _, line := range r.Lead {
		d.Lead = append(d.Lead, Words(Bullet, line))
	}
	for i := range r.Parts {
		p := &r.Parts[i]
		s := Section{ID: p.ID, Heading: p.Heading, Chart: p.Chart}
		for _, line := range p.Lead {
			s.Items = append(s.Items, Words(Remark, line))
		}
		if p.Table != nil {
			s.Table = cellsOf(p.Table)
		}
		if p.Basis != nil {
			s.Foot = append(s.Foot, Span{Faint, basisOf(p.Basis, l)})
		}
		d.Sections = append(d.Sections, s)
	}
	return d
}

// doubtMark stands after what the sources do not settle.
const doubtMark = " ?"

// cellsOf is a table in the words of its cells.
func cellsOf(t *report.Table) *Table {
	out := &Table{}
	for _, c := range t.Columns {
		out.Header = append(out.Header, c.Label)
		out.Right = append(out.Right, c.Holds == report.Numbers || c.Holds == report.Shares)
	}
	for _, row := range t.Rows {
		out.Rows = append(out.Rows, rowOf(row))
	}
	if t.Total != nil {
		out.Total = rowOf(t.Total)
	}
	return out
}

func rowOf(cells []report.Cell) []string {
	row := make([]string, len(cells))
	for i, c := range cells {
		row[i] = shown(c)
	}
	return row
}

// shown is a cell as a person reads it.
func shown(c report.Cell) string {
	if c.Doubt && c.Value != nil {
		return c.Text + doubtMark
	}
	return c.Text
}

// basisOf says what figures rest on, in one paragraph.
func basisOf(b *report.Basis, l text.Lang) string {
	s := basisCounted.Say(l, text.Args{"n": b.Counted, "of": b.Of})
	if b.Unknown > 0 {
		s += basisUnknown.Say(l, text.Args{"n": b.Unknown})
	}
	switch b.Complete {
	case truth.Yes:
		s += basisComplete.In(l)
	case truth.No:
		s += basisPartial.In(l)
	default:
		s += basisOpen.In(l)
	}
	if len(b.Sources) > 0 {
		s += basisSources.Say(l, text.Args{"n": len(b.Sources)}) + strings.Join(idsOf(b.Sources), ", ") + "."
	}
	return s
}

func idsOf(refs []model.Ref) []string {
	out := make([]string, len(refs))
	for i, r := range refs {
		out[i] = r.ID
	}
	return out
}

var (
	basisCounted  = text.Both{Sv: "Räknade {of}: {n}.", En: "Counted {of}: {n}."}
	basisUnknown  = text.Both{Sv: " Går inte att avgöra: {n}.", En: " Cannot be decided: {n}."}
	basisComplete = text.Both{Sv: " Alla som finns är med.", En: " These are all there are."}
	basisPartial  = text.Both{Sv: " Alla som finns är inte med.", En: " These are not all there are."}
	basisOpen     = text.Both{Sv: " Om fler finns framgår inte.", En: " Whether there are more is not known."}
	basisSources  = text.Both{Sv: " {n|Källa|Källor}: ", En: " {n|Source|Sources}: "}
)
