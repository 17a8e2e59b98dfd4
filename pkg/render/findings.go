package render

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Run is what a run of the rules gave, with positions, in the order of printing.
type Run struct {
	Registry string // what the registry is called
	AsOf     edtf.Day
	Findings []*rule.Finding // those to print, acknowledged ones too
	// Totals count every finding of the run, printed or not.
	Totals Totals
	Stats  []Stat
	// Seats counts the seats and memberships of the registry by whether they hold
	// on the day.
	Seats truth.Count
	// Elsewhere is how many findings are not printed since they are in files that
	// nobody asked about.
	Elsewhere int
}

// Totals are the findings by severity; the acknowledged ones are counted apart.
type Totals struct {
	Error        int `json:"error"`
	Warning      int `json:"warning"`
	Info         int `json:"info"`
	Acknowledged int `json:"acknowledged"`
}

// Count counts findings.
func Count(findings []*rule.Finding) (t Totals) {
	for _, f := range findings {
		if f.Acknowledged != nil {
			t.Acknowledged++
			continue
		}
		t.add(f.Severity)
	}
	return t
}

// add counts a finding that is not acknowledged.
func (t *Totals) add(s rule.Severity) {
	switch s {
	case rule.Error:
		t.Error++
	case rule.Warning:
		t.Warning++
	case rule.Info:
		t.Info++
	}
}

// Stat is how the subjects of one rule came out.
type Stat struct {
	Rule  string
	Count truth.Count
	// Reading is whether the subjects are files, which cannot be told of when they
	// could not be read; that is a finding already.
	Reading bool
}

// Undecided counts the subjects that the sources do not settle, of all that
// rest on sources.
func (r *Run) Undecided() (n, all int) {
	for _, s := range r.Stats {
		if !s.Reading {
			n += s.Count.CannotTell
			all += s.Count.Total()
		}
	}
	return n, all
}

// perRule is how many findings of one rule the text shows before it says how
// many more there are.
const perRule = 50

// FindingsText writes findings for a person at a terminal.
type FindingsText struct {
	Lang  text.Lang
	Style Style
	Width int                        // columns of the terminal; 0 for a pipe or a file
	Path  func(file string) string   // how the reader names a file of the registry
	Lines func(file string) [][]byte // the lines of a file, for the excerpts; may return nil
	Quiet bool                       // no summary
	Least rule.Severity              // the least severity that is printed
}

// Write writes the findings, each with an excerpt and a remedy, then the
// acknowledged ones apart, then the summary. It writes nothing when there is
// nothing to say.
func (t FindingsText) Write(w io.Writer, run *Run) error {
	var b strings.Builder
	shown := map[*rule.Spec]int{}
	left := map[*rule.Spec]int{}
	var accepted []*rule.Finding
	secret := hiddenLines{}
	for _, f := range run.Findings {
		secret.add(f)
	}
	for _, f := range run.Findings {
		switch {
		case f.Acknowledged != nil:
			accepted = append(accepted, f)
		case shown[f.Spec] >= perRule:
			left[f.Spec]++
		default:
			shown[f.Spec]++
			t.finding(&b, f, secret)
		}
	}
	for _, spec := range sortedSpecs(left) {
		for _, line := range Wrap(t.Lang.Say(text.MoreOfRule, text.Args{"n": left[spec], "rule": spec.ID}), t.Width) {
			b.WriteString(t.Style.Faint(line) + "\n")
		}
		b.WriteByte('\n')
	}
	for _, f := range accepted {
		t.accepted(&b, f)
	}
	if len(accepted) > 0 {
		b.WriteByte('\n')
	}
	if !t.Quiet {
		t.summary(&b, run)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func sortedSpecs(m map[*rule.Spec]int) []*rule.Spec {
	var specs []*rule.Spec
	for s := range m {
		specs = append(specs, s)
	}
	slices.SortFunc(specs, func(a, b *rule.Spec) int { return cmp.Compare(a.ID, b.ID) })
	return specs
}

// Message is what a finding says, in one language, safe to print.
func Message(f *rule.Finding, l text.Lang) string {
	return Safe(text.Fill(f.Message().In(l), f.Args, l.Write))
}

// Remedy is what to do about a finding, in one language, safe to print.
func Remedy(f *rule.Finding, l text.Lang) string {
	return Safe(text.Fill(f.HowToMend().In(l), f.Args, l.Write))
}

func (t FindingsText) finding(b *strings.Builder, f *rule.Finding, secret hiddenLines) {
	t.place(b, f)
	indented(b, "  ", "  ", Message(f, t.Lang)+" ["+f.Spec.ID+"]", t.Width)
	if !secret.over(f.Place) {
		t.excerpt(b, f)
	}
	label := "  " + t.Lang.Word(text.RemedyLabel) + ": "
	indented(b, t.Style.Faint(label), strings.Repeat(" ", columns(label)), Remedy(f, t.Lang), t.Width)
	for _, r := range f.Related {
		at := fmt.Sprintf("%s:%d:%d: ", Safe(t.Path(r.File)), r.At.Line, r.At.Column)
		indented(b, "  → ", "    ", at+Safe(text.Fill(r.Message.In(t.Lang), r.Args, t.Lang.Write)), t.Width)
	}
	b.WriteByte('\n')
}

// place writes where a finding stands and how much it weighs, on one line
// where both have room.
func (t FindingsText) place(b *strings.Builder, f *rule.Finding) {
	place := fmt.Sprintf("%s:%d:%d:", Safe(t.Path(f.File)), f.At.Line, f.At.Column)
	word, paint := SeverityWord(f.Severity, t.Lang), t.Style.Note
	switch f.Severity {
	case rule.Error:
		paint = t.Style.Error
	case rule.Warning:
		paint = t.Style.Warning
	}
	between := " "
	if t.Width > 0 && columns(place+" "+word) > t.Width {
		between = "\n  "
	}
	b.WriteString(t.Style.Strong(place) + between + paint(word) + "\n")
}

func (t FindingsText) accepted(b *strings.Builder, f *rule.Finding) {
	line := fmt.Sprintf("%s %s:%d: %s [%s]", t.Lang.Word(text.AcceptedLabel), Safe(t.Path(f.File)), f.At.Line, Message(f, t.Lang), f.Spec.ID)
	indented(b, "", "  ", line, t.Width)
	indented(b, "  ", "  ", whyAccepted(f, t.Lang), t.Width)
}

func (t FindingsText) summary(b *strings.Builder, run *Run) {
	var parts []string
	add := func(n int, k text.Key) {
		if n > 0 {
			parts = append(parts, t.Lang.Say(k, text.Args{"n": n}))
		}
	}
	add(run.Totals.Error, text.Errors)
	add(run.Totals.Warning, text.Warnings)
	add(run.Totals.Info, text.Infos)
	add(run.Totals.Acknowledged, text.AndAcknowledged)
	if len(parts) == 0 {
		return
	}
	line := text.Capital(text.List(parts, t.Lang)) + "."
	if run.Elsewhere > 0 {
		line += " " + t.Lang.Say(text.ElsewhereHidden, text.Args{"n": run.Elsewhere})
	}
	switch {
	case run.Totals.Warning > 0 && t.Least > rule.Warning:
		line += " " + t.Lang.Word(text.WarningsHidden)
	case run.Totals.Info > 0 && t.Least > rule.Info:
		line += " " + t.Lang.Word(text.InfosHidden)
	}
	indented(b, "", "", line, t.Width)
	if n, all := run.Undecided(); n > 0 {
		note := text.CannotTellNote
		if run.Seats.CannotTell == 0 {
			note = text.CannotTellTests
		}
		b.WriteByte('\n')
		indented(b, "", "", t.Lang.Say(note, text.Args{
			"day": run.AsOf, "n": n, "total": all, "share": Percent(n, all, t.Lang),
			"seats": run.Seats.CannotTell, "allseats": run.Seats.Total(), "seatshare": Percent(run.Seats.CannotTell, run.Seats.Total(), t.Lang),
		}), t.Width)
	}
}

// Percent writes a share as a whole percentage. What is neither nothing nor
// everything is never written as if it were.
func Percent(n, all int, l text.Lang) string {
	if all == 0 {
		return ""
	}
	p := (200*n + all) / (2 * all)
	key := text.PercentWord
	switch {
	case p == 0 && n > 0:
		key, p = text.PercentBelow, 1
	case p == 100 && n < all:
		key, p = text.PercentAbove, 99
	}
	return l.Say(key, text.Args{"n": p})
}
