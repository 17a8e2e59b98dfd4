package render

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"

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
		switch {
		case f.Acknowledged != nil:
			t.Acknowledged++
		case f.Severity == rule.Error:
			t.Error++
		case f.Severity == rule.Warning:
			t.Warning++
		case f.Severity == rule.Info:
			t.Info++
		}
	}
	return t
}

// Stat is how the subjects of one rule came out.
type Stat struct {
	Rule  string
	Count truth.Count
}

// Undecided counts the subjects that could not be told, of all there were.
func (r *Run) Undecided() (n, all int) {
	for _, s := range r.Stats {
		n += s.Count.CannotTell
		all += s.Count.Total()
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
	Infos bool                       // whether infos are printed too
}

// Write writes the findings, each with an excerpt and a remedy, then the
// acknowledged ones apart, then the summary. It writes nothing when there is
// nothing to say.
func (t FindingsText) Write(w io.Writer, run *Run) error {
	var b strings.Builder
	shown := map[*rule.Spec]int{}
	left := map[*rule.Spec]int{}
	var accepted []*rule.Finding
	for _, f := range run.Findings {
		switch {
		case f.Acknowledged != nil:
			accepted = append(accepted, f)
		case shown[f.Spec] >= perRule:
			left[f.Spec]++
		default:
			shown[f.Spec]++
			t.finding(&b, f)
		}
	}
	for _, spec := range sortedSpecs(left) {
		fmt.Fprintf(&b, "%s\n\n", t.Style.Faint(t.Lang.Say(text.MoreOfRule, text.Args{"n": left[spec], "rule": spec.ID})))
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

func (t FindingsText) finding(b *strings.Builder, f *rule.Finding) {
	place := fmt.Sprintf("%s:%d:%d:", Safe(t.Path(f.File)), f.At.Line, f.At.Column)
	fmt.Fprintf(b, "%s %s\n", t.Style.Strong(place), t.severity(f.Severity))
	indented(b, "  ", "  ", Message(f, t.Lang)+" ["+f.Spec.ID+"]", t.Width)
	t.excerpt(b, f)
	label := "  " + t.Lang.Word(text.RemedyLabel) + ": "
	indented(b, t.Style.Faint(label), strings.Repeat(" ", len([]rune(label))), Remedy(f, t.Lang), t.Width)
	for _, r := range f.Related {
		at := fmt.Sprintf("%s:%d:%d: ", Safe(t.Path(r.File)), r.At.Line, r.At.Column)
		indented(b, "  → ", "    ", at+Safe(text.Fill(r.Message.In(t.Lang), r.Args, t.Lang.Write)), t.Width)
	}
	b.WriteByte('\n')
}

func (t FindingsText) severity(s rule.Severity) string {
	switch s {
	case rule.Error:
		return t.Style.Error(t.Lang.Word(text.SeverityError))
	case rule.Warning:
		return t.Style.Warning(t.Lang.Word(text.SeverityWarning))
	}
	return t.Style.Note(t.Lang.Word(text.SeverityInfo))
}

// excerpt writes the line that a finding points at, with a caret under it.
func (t FindingsText) excerpt(b *strings.Builder, f *rule.Finding) {
	lines := t.Lines(f.File)
	if f.At.Line < 1 || f.At.Line > len(lines) {
		return
	}
	line := []rune(strings.ToValidUTF8(string(bytes.TrimRight(lines[f.At.Line-1], "\r")), "\ufffd"))
	from := min(max(f.At.Column-1, 0), len(line))
	to := min(max(f.At.EndColumn-1, from), len(line))
	if f.At.EndLine != f.At.Line {
		to = len(line)
	}
	number := fmt.Sprintf("%4d │ ", f.At.Line)
	room := 100
	if t.Width > 0 {
		room = max(20, t.Width-len([]rune(number))-1)
	}
	line, from, to = window(line, from, to, room)
	if len(line) == 0 {
		return
	}
	before := runewidth.StringWidth(Safe(string(line[:from])))
	under := max(1, runewidth.StringWidth(Safe(string(line[from:to]))))
	fmt.Fprintf(b, "%s%s\n", t.Style.Faint(number), Safe(string(line)))
	fmt.Fprintf(b, "%s%s%s\n", t.Style.Faint("     │ "), strings.Repeat(" ", before), t.Style.Error(strings.Repeat("^", under)))
}

// window cuts a long line down to the part around a span.
func window(line []rune, from, to, room int) ([]rune, int, int) {
	if len(line) <= room {
		return line, from, to
	}
	start := 0
	if to > room-1 {
		start = max(0, min(from-room/3, len(line)-room))
	}
	end := min(len(line), start+room)
	cut := append([]rune{}, line[start:end]...)
	if start > 0 {
		cut[0] = '…'
	}
	if end < len(line) {
		cut[len(cut)-1] = '…'
	}
	return cut, max(0, min(from-start, len(cut))), max(0, min(to-start, len(cut)))
}

func (t FindingsText) accepted(b *strings.Builder, f *rule.Finding) {
	line := fmt.Sprintf("%s %s:%d: %s [%s]", t.Lang.Word(text.AcceptedLabel), Safe(t.Path(f.File)), f.At.Line, Message(f, t.Lang), f.Spec.ID)
	indented(b, "", "  ", line, t.Width)
	why := Safe(f.Acknowledged.Reason.V.In(string(t.Lang)))
	if until, ok := f.Acknowledged.Until.Get(); ok {
		why += " (" + t.Lang.Say(text.AcceptedUntil, text.Args{"until": until}) + ")"
	}
	indented(b, "  ", "  ", why, t.Width)
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
	if run.Totals.Info > 0 && !t.Infos {
		line += " " + t.Lang.Word(text.InfosHidden)
	}
	indented(b, "", "", line, t.Width)
	if n, all := run.Undecided(); n > 0 {
		b.WriteByte('\n')
		indented(b, "", "", t.Lang.Say(text.CannotTellNote, text.Args{
			"day": run.AsOf, "n": n, "total": all, "share": Percent(n, all, t.Lang),
			"seats": run.Seats.CannotTell, "allseats": run.Seats.Total(), "seatshare": Percent(run.Seats.CannotTell, run.Seats.Total(), t.Lang),
		}), t.Width)
	}
}

// Percent writes a share as a whole percentage.
func Percent(n, all int, l text.Lang) string {
	if all == 0 {
		return ""
	}
	p := (200*n + all) / (2 * all)
	if l == text.English {
		return fmt.Sprintf("%d%%", p)
	}
	return fmt.Sprintf("%d\u00a0%%", p)
}
