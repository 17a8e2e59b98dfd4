// Package rule is the form of a rule and of what it finds. What the rules say
// and how they decide stands in the packages that own them.
package rule

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Severity is how much a finding weighs. They are ordered.
type Severity uint8

const (
	Off Severity = iota
	Info
	Warning
	Error
)

var severityNames = [...]string{"off", "info", "warning", "error"}

// String returns the name used in vis.yaml, flags and JSON.
func (s Severity) String() string { return severityNames[s] }

// MarshalText writes the name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// ParseSeverity reads a name: off, info, warning or error.
func ParseSeverity(name string) (Severity, bool) {
	for i, n := range severityNames {
		if n == name {
			return Severity(i), true
		}
	}
	return Off, false
}

// Profile is a set of rules; each holds the ones before it.
type Profile uint8

const (
	Basic    Profile = iota // references, dates and structure
	Strict                  // the guideline
	Pedantic                // completeness
)

var profileNames = [...]string{"basic", "strict", "pedantic"}

// String returns the profile's name.
func (p Profile) String() string { return profileNames[p] }

// MarshalText writes the name.
func (p Profile) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// ParseProfile reads a name: basic, strict or pedantic.
func ParseProfile(name string) (Profile, bool) {
	for i, n := range profileNames {
		if n == name {
			return Profile(i), true
		}
	}
	return Basic, false
}

// Form is where what a rule says is kept.
type Form uint8

const (
	InFindings Form = iota // vis validate decides it
	InReport               // a report shows it: there is nothing to mend
	InModel                // the model cannot hold what would break it
)

var formNames = [...]string{"finding", "report", "model"}

// String returns the form's name.
func (f Form) String() string { return formNames[f] }

// MarshalText writes the name.
func (f Form) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// Cite is the passage that a rule rests on. Source is the id of a source
// record of the Stockholm registry, or "" for a decision of this project's own.
type Cite struct {
	Source  string `json:"source"`
	Section string `json:"section,omitempty"`
	Line    int    `json:"line,omitempty"`
	Says    string `json:"says,omitempty"`
}

// Spec is everything about a rule but its computation: one literal feeds the
// findings, the list, the explanation and the machine-readable tables.
type Spec struct {
	ID       string
	Number   string // R001 …, "" for rules beyond the numbered ones
	Severity Severity
	Profile  Profile
	Title    text.Both // what must hold, a whole sentence
	Why      text.Both // why it matters and how it decides, whole sentences
	Remedy   text.Both // what to do about a finding
	Tune     text.Both // what in vis.yaml or the guideline changes it; empty if only its severity
	Cites    []Cite
	Messages map[string]text.Both // message templates by variant; "" is the usual one
	Merged   []Merged             // rules that this one decides too
	Form     Form
	// Where tells, for a rule that gives no findings, which report or command
	// shows what it says, or how the model keeps it. A whole sentence.
	Where text.Both
	// Secret is what the findings point at: no excerpt repeats it.
	Secret bool
	// Fixed findings are of the loader and cannot be acknowledged.
	Fixed bool
	// Example is a txtar archive with files under fail/ and pass/.
	Example string
}

// Merged is the id of a rule that another decides, and what it says.
type Merged struct {
	ID, Number string
	Title      text.Both
}

// Place is a spot in a registry: a path inside a record's file.
type Place struct {
	Record model.Ref // zero where the file is not a record
	File   string    // slash path relative to the registry
	Path   model.Path
	// At is where a finding of the loader stands, known without parsing again;
	// zero for the others.
	At Position
	// Key points at the key instead of the value.
	Key bool
}

// Position is a span in a file. Lines and columns count from 1; a column counts
// Unicode code points. End is the first position after the span.
type Position struct {
	Line, Column, EndLine, EndColumn int
}

// Related is another place that a finding concerns, with a word on why.
type Related struct {
	Place
	Message text.Both
	Args    text.Args
}

// Finding is one thing that a rule found. It becomes words only when rendered.
type Finding struct {
	Spec     *Spec
	Severity Severity
	Place
	Variant     string
	Args        text.Args
	Remedy      text.Both // instead of the rule's own, where the finding knows better
	Related     []Related
	Distinct    []string // what sets it apart from others at the same place
	Fingerprint string
	Sources     []model.Citation // of the fact that it is about
	// Fix mends it, where that says nothing that a person has not said: a slip of
	// the pen, with one thing that can be meant. The zero value is none.
	Fix Fix
	// Acknowledged is what accepts the finding, if anything does.
	Acknowledged *model.Acknowledgement
}

// Fix writes something else within the span of a finding, or puts a list in order.
type Fix struct {
	Old, New string
	// Order is that of the list that the finding's path leads into: which entry is
	// to come first, by where it stands now, which is to come next, and so on.
	Order []int
}

// Any reports whether there is something to mend.
func (f Fix) Any() bool { return f.New != "" || f.Order != nil }

// MeantOnly is the fix of a word that must be a slip for one of some others; none
// where several may be meant.
func MeantOnly(word string, words []string) Fix {
	if near := text.OnlyNear(word, words); near != "" {
		return Fix{Old: word, New: near}
	}
	return Fix{}
}

// About is the record of a finding, or the file where that is none, as
// acknowledged.yaml names it.
func (f *Finding) About() string {
	if f.Record.IsZero() {
		return f.File
	}
	return f.Record.Record().String()
}

// Message returns the template of the finding in both languages.
func (f *Finding) Message() text.Both { return f.Spec.Messages[f.Variant] }

// HowToMend returns the template of the remedy.
func (f *Finding) HowToMend() text.Both {
	if f.Remedy.Sv != "" {
		return f.Remedy
	}
	return f.Spec.Remedy
}
