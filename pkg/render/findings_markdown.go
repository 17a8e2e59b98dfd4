package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// FindingsMarkdown writes a report as GitHub's Markdown, for the summary of a
// job: how many findings there are, and a table of those of each severity.
// Nothing in the words is markup.
type FindingsMarkdown struct {
	// Fold is from how many findings a table is hidden behind its heading; 0 for
	// never. Notes and accepted findings always are.
	Fold int
	// Most is how many bytes the whole may have; 0 for any number. What does not
	// fit is left out, and Rest says so.
	Most int
	Rest string
	// Elsewhere is how many findings stand in files that nobody asked about.
	Elsewhere int
	// Totals count every finding, written or not.
	Totals Totals
}

var (
	summaryTitle    = text.Both{Sv: "Prövning av registret: {verdict}", En: "Test of the registry: {verdict}"}
	summaryClean    = text.Both{Sv: "inga fynd", En: "no findings"}
	summaryAsOf     = text.Both{Sv: "Per {day}: {registry}.", En: "As of {day}: {registry}."}
	summaryAsOfOnly = text.Both{Sv: "Per {day}.", En: "As of {day}."}
	summaryErrors   = text.Both{Sv: "Fel", En: "Errors"}
	summaryWarnings = text.Both{Sv: "Varningar", En: "Warnings"}
	summaryInfos    = text.Both{Sv: "Upplysningar", En: "Notes"}
	summaryAccepted = text.Both{Sv: "Godtagna fynd", En: "Acknowledged findings"}
	summaryPlace    = text.Both{Sv: "Plats", En: "Place"}
	summaryFinding  = text.Both{Sv: "Fynd", En: "Finding"}
	summaryReason   = text.Both{Sv: "Skäl", En: "Reason"}
	summaryTitled   = text.Both{Sv: "{heading} ({n})", En: "{heading} ({n})"}
)

// Write writes the summary.
func (m FindingsMarkdown) Write(w io.Writer, r *Report) error {
	b := bounded{most: m.Most, rest: "\n" + MarkdownText(m.Rest) + "\n"}
	verdict := tally(m.Totals, r.Lang)
	if verdict == "" {
		verdict = summaryClean.In(r.Lang)
	}
	b.add("## " + MarkdownText(summaryTitle.Say(r.Lang, text.Args{"verdict": verdict})) + "\n\n")
	lead := summaryAsOf
	if r.Registry == "" {
		lead = summaryAsOfOnly
	}
	said := lead.Say(r.Lang, text.Args{"registry": r.Registry, "day": r.AsOf})
	if m.Elsewhere > 0 {
		said += " " + r.Lang.Say(text.ElsewhereHidden, text.Args{"n": m.Elsewhere})
	}
	b.add(MarkdownText(said) + "\n\n")
	groups := map[rule.Severity][]Reported{}
	var accepted []Reported
	for _, f := range r.Findings {
		switch {
		case f.State == Gone:
		case f.Acknowledged != nil:
			accepted = append(accepted, f)
		default:
			groups[f.Severity] = append(groups[f.Severity], f)
		}
	}
	for _, g := range []struct {
		heading  text.Both
		severity rule.Severity
		fold     bool
	}{{summaryErrors, rule.Error, false}, {summaryWarnings, rule.Warning, false}, {summaryInfos, rule.Info, true}} {
		remedy := func(f Reported) string { return Remedy(f.Finding, r.Lang) }
		m.table(&b, r, g.heading, text.Capital(r.Lang.Word(text.RemedyLabel)), groups[g.severity], g.fold, remedy)
	}
	why := func(f Reported) string { return whyAccepted(f.Finding, r.Lang) }
	m.table(&b, r, summaryAccepted, summaryReason.In(r.Lang), accepted, true, why)
	_, err := io.WriteString(w, strings.TrimRight(b.String(), "\n")+"\n")
	return err
}

// table writes findings of one sort, row by row so far as they fit.
func (m FindingsMarkdown) table(b *bounded, r *Report, heading text.Both, column string, findings []Reported, fold bool, last func(Reported) string) {
	if len(findings) == 0 {
		return
	}
	title := summaryTitled.Say(r.Lang, text.Args{"heading": heading, "n": len(findings)})
	begin, end := "### "+MarkdownText(title)+"\n\n", "\n"
	if fold || m.Fold > 0 && len(findings) > m.Fold {
		begin, end = "<details>\n<summary><b>"+htmlText(title)+"</b></summary>\n\n", "\n</details>\n\n"
	}
	header := Table{Header: []string{summaryPlace.In(r.Lang), summaryFinding.In(r.Lang), column, r.Lang.Word(text.ColumnRule)}}
	var head strings.Builder
	_ = header.Markdown(&head)
	if !b.open(begin+head.String(), end) {
		return
	}
	for _, f := range findings {
		place := r.path(f.Place)
		if f.At.Line > 0 {
			place = fmt.Sprintf("%s:%d", place, f.At.Line)
		}
		row := "|"
		for _, cell := range []string{place, r.said(f.Finding), last(f), f.Spec.ID} {
			row += " " + MarkdownText(cell) + " |"
		}
		if !b.add(row + "\n") {
			break
		}
	}
	b.close()
}
