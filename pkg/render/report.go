package render

import (
	"bytes"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Report is what the formats for other programs are written from: the findings
// of vis validate or vis review, and what a platform needs to know of them.
type Report struct {
	Command  string // validate or review
	Version  string // of vis
	Lang     text.Lang
	Registry string // what the registry is called
	AsOf     edtf.Day
	Findings []Reported
	Rules    []Ruled       // every rule that was run
	FailOn   rule.Severity // from which severity the command fails
	// Path is where a file of the registry stands from the top of the repository,
	// with slashes.
	Path func(file string) string
	// Lines are the lines of a file as it is now; nil where it cannot be read.
	Lines func(file string) [][]byte

	secret hiddenLines // nil until it is asked for
}

// Reported is a finding, and what a change did to it.
type Reported struct {
	*rule.Finding
	State State
}

// State is what a change did to a finding; "" where nothing was compared.
type State string

// The states have the names that SARIF gives them.
const (
	Fresh State = "new"
	Kept  State = "unchanged"
	Gone  State = "absent" // it was there, and is no more
)

// Ruled is a rule that was run, and how its subjects came out.
type Ruled struct {
	Spec    *rule.Spec
	Count   truth.Count
	Reading bool // the subjects are files, which cannot be told of when they cannot be read
}

// In gives findings a state.
func In(state State, findings []*rule.Finding) []Reported {
	out := make([]Reported, len(findings))
	for i, f := range findings {
		out[i] = Reported{f, state}
	}
	return out
}

// standing are the findings that hold now and are not accepted.
func (r *Report) standing() (out []Reported) {
	for _, f := range r.Findings {
		if f.State != Gone && f.Acknowledged == nil {
			out = append(out, f)
		}
	}
	return out
}

// fails reports whether a finding makes the command fail.
func (r *Report) fails(f Reported) bool {
	return f.State != Gone && f.Acknowledged == nil && f.Severity >= r.FailOn
}

// path is where a finding stands from the top of the repository. What is about
// no file is about the registry, whose file is vis.yaml.
func (r *Report) path(p rule.Place) string {
	if p.File == "" {
		return r.Path("vis.yaml")
	}
	return r.Path(p.File)
}

// whole is what a finding says, as sentences: what was found, then what to do.
func (r *Report) whole(f *rule.Finding) string {
	said := r.said(f)
	if remedy := Remedy(f, r.Lang); remedy != "" {
		said += " " + remedy
	}
	return said
}

// said is what a finding says, as a sentence. One that begins with a value keeps
// that as it is.
func (r *Report) said(f *rule.Finding) string {
	said := Message(f, r.Lang)
	if !strings.HasPrefix(f.Message().In(r.Lang), "{") {
		said = text.Capital(said)
	}
	return ended(said)
}

// subject is the record or the file that a finding is about.
func subject(f *rule.Finding) string {
	if f.Record.IsZero() {
		return Safe(f.File)
	}
	return Safe(f.Record.String())
}

// ended ends a sentence with a full stop, if it has no end.
func ended(s string) string {
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".?!") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// whyAccepted is why a finding is accepted, by whom and until when.
func whyAccepted(f *rule.Finding, l text.Lang) string {
	why := f.Acknowledged.Reason.V.In(string(l))
	var who []string
	if by, ok := f.Acknowledged.By.Get(); ok {
		who = append(who, by.In(string(l)))
	}
	if until, ok := f.Acknowledged.Until.Get(); ok {
		who = append(who, l.Say(text.AcceptedUntil, text.Args{"until": until}))
	}
	if len(who) > 0 {
		why += " (" + strings.Join(who, ", ") + ")"
	}
	return Safe(why)
}

// SeverityWord is a severity in words.
func SeverityWord(s rule.Severity, l text.Lang) string {
	switch s {
	case rule.Error:
		return l.Word(text.SeverityError)
	case rule.Warning:
		return l.Word(text.SeverityWarning)
	}
	return l.Word(text.SeverityInfo)
}

// tally says how many findings there are of each severity.
func tally(t Totals, l text.Lang) string {
	var parts []string
	for _, c := range []struct {
		n   int
		key text.Key
	}{{t.Error, text.Errors}, {t.Warning, text.Warnings}, {t.Info, text.Infos}, {t.Acknowledged, text.AndAcknowledged}} {
		if c.n > 0 {
			parts = append(parts, l.Say(c.key, text.Args{"n": c.n}))
		}
	}
	return text.List(parts, l)
}

// The most lines and characters of the files that are repeated beside a finding.
const (
	snippetLines = 20
	snippetRunes = 2000
)

// hidden are the lines that must not be repeated.
func (r *Report) hidden() hiddenLines {
	if r.secret == nil {
		r.secret = hiddenLines{}
		for _, f := range r.Findings {
			r.secret.add(f.Finding)
		}
	}
	return r.secret
}

// hiddenLines are the lines that a finding points at whose text is not to be
// repeated: no other finding may show them either.
type hiddenLines map[lineOf]bool

type lineOf struct {
	file string
	line int
}

func (h hiddenLines) add(f *rule.Finding) {
	if !f.Spec.Secret {
		return
	}
	for n := f.At.Line; n <= max(f.At.EndLine, f.At.Line); n++ {
		h[lineOf{f.File, n}] = true
	}
}

// over reports whether one of the lines stands in a place.
func (h hiddenLines) over(p rule.Place) bool {
	for n := p.At.Line; len(h) > 0 && n <= max(p.At.EndLine, p.At.Line); n++ {
		if h[lineOf{p.File, n}] {
			return true
		}
	}
	return false
}

// snippet is the text that a finding points at, as the file has it; "" where
// it is not to be repeated, cannot be read or is long.
func (r *Report) snippet(f Reported) string {
	at := f.At
	if f.State == Gone || r.hidden().over(f.Place) || r.Lines == nil || at.Line < 1 || at.EndLine-at.Line >= snippetLines {
		return ""
	}
	lines := r.Lines(f.File)
	if at.EndLine < at.Line || at.EndLine > len(lines) {
		return ""
	}
	var b strings.Builder
	for n := at.Line; n <= at.EndLine; n++ {
		line := []rune(string(bytes.TrimRight(lines[n-1], "\r")))
		from, to := 0, len(line)
		if n == at.Line {
			from = min(max(at.Column-1, 0), len(line))
		} else {
			b.WriteByte('\n')
		}
		if n == at.EndLine {
			to = min(max(at.EndColumn-1, from), len(line))
		}
		b.WriteString(string(line[from:to]))
		if b.Len() > 4*snippetRunes {
			return ""
		}
	}
	return b.String()
}
