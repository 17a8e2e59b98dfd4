package render

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"

	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// JUnit writes a report in the XML of JUnit, that GitLab, Jenkins and others
// show as tests. A rule is a test suite. A rule that holds is one test, which
// passes, and each finding is a test of its own: failed if it makes the command
// fail, otherwise skipped, with the reason. GitLab shows the class name as the
// suite and takes the name for what makes a test the same from one run to the
// next, so the name has neither line nor column.
func JUnit(w io.Writer, r *Report) error {
	found := map[string][]Reported{}
	for _, f := range r.Findings {
		if f.State != Gone {
			found[f.Spec.ID] = append(found[f.Spec.ID], f)
		}
	}
	all := junitSuites{Name: "vis " + r.Command}
	add := func(s junitSuite) {
		s.Tests, s.Errors, s.Time = len(s.Cases), 0, "0"
		for _, c := range s.Cases {
			if c.Failure != nil {
				s.Failures++
			}
			if c.Skipped != nil {
				s.Skipped++
			}
		}
		all.Tests += s.Tests
		all.Failures += s.Failures
		all.Suites = append(all.Suites, s)
	}
	listed := map[string]bool{}
	for _, ruled := range r.Rules {
		listed[ruled.Spec.ID] = true
		add(r.suite(ruled, found[ruled.Spec.ID]))
	}
	for _, f := range r.Findings {
		if !listed[f.Spec.ID] && f.State != Gone {
			listed[f.Spec.ID] = true
			add(r.suite(Ruled{Spec: f.Spec}, found[f.Spec.ID]))
		}
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "  ")
	if err := e.Encode(all); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err := w.Write(b.Bytes())
	return err
}

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Time     string      `xml:"time,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Time    string        `xml:"time,attr"`
	Failure *junitOutcome `xml:"failure"`
	Skipped *junitOutcome `xml:"skipped"`
}

type junitOutcome struct {
	Type    string `xml:"type,attr,omitempty"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

var (
	junitCannotTell = text.Both{Sv: "Går inte att avgöra: {n|en prövning|# prövningar}.", En: "Cannot be told: {n|one test|# tests}."}
	junitAccepted   = text.Both{Sv: "Godtaget: {why}", En: "Acknowledged: {why}"}
)

func (r *Report) suite(ruled Ruled, found []Reported) junitSuite {
	spec := ruled.Spec
	s := junitSuite{Name: spec.ID}
	for _, f := range found {
		s.Cases = append(s.Cases, r.testcase(f))
	}
	if len(found) > 0 {
		return s
	}
	c := junitCase{Name: Safe(spec.Title.In(r.Lang)), Class: junitClass(spec), Time: "0"}
	if n := ruled.Count; n.CannotTell > 0 && n.Yes == 0 && n.No == 0 && !ruled.Reading {
		c.Skipped = &junitOutcome{Message: junitCannotTell.Say(r.Lang, text.Args{"n": n.CannotTell})}
	}
	s.Cases = []junitCase{c}
	return s
}

// junitClass is the class of a rule's tests. Jenkins takes what stands before
// the last full stop for a package.
func junitClass(spec *rule.Spec) string { return "vis." + spec.ID }

func (r *Report) testcase(f Reported) junitCase {
	message := Message(f.Finding, r.Lang)
	c := junitCase{Name: fmt.Sprintf("%s: %s (%s)", subject(f.Finding), message, f.Fingerprint), Class: junitClass(f.Spec), Time: "0"}
	o := &junitOutcome{Message: message, Text: r.told(f)}
	switch {
	case f.Acknowledged != nil:
		o.Message = junitAccepted.Say(r.Lang, text.Args{"why": whyAccepted(f.Finding, r.Lang)})
		c.Skipped = o
	case r.fails(f):
		o.Type = f.Severity.String()
		c.Failure = o
	default:
		o.Message = SeverityWord(f.Severity, r.Lang) + ": " + message
		c.Skipped = o
	}
	return c
}

// told is all that is to be said of a finding, as lines.
func (r *Report) told(f Reported) string {
	out := "\n" + r.place(f.Place) + " " + SeverityWord(f.Severity, r.Lang) + "\n" + Message(f.Finding, r.Lang) + " [" + f.Spec.ID + "]\n"
	if remedy := Remedy(f.Finding, r.Lang); remedy != "" {
		out += r.Lang.Word(text.RemedyLabel) + ": " + remedy + "\n"
	}
	for _, rel := range f.Related {
		out += "→ " + r.place(rel.Place) + " " + Safe(text.Fill(rel.Message.In(r.Lang), rel.Args, r.Lang.Write)) + "\n"
	}
	return out
}

// place is a place in the way that people and programs read it.
func (r *Report) place(p rule.Place) string {
	out := Safe(r.path(p)) + ":"
	if p.At.Line > 0 {
		out += strconv.Itoa(p.At.Line) + ":" + strconv.Itoa(p.At.Column) + ":"
	}
	return out
}
