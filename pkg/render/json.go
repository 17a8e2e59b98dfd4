package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"

	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// FindingsJSONVersion is the version of the format that FindingsJSON writes.
const FindingsJSONVersion = 1

type jsonRun struct {
	Schema   int           `json:"schema"`
	Registry string        `json:"registry"`
	AsOf     string        `json:"as_of"`
	Summary  Totals        `json:"summary"`
	Findings []jsonFinding `json:"findings"`
	Stats    []jsonStat    `json:"stats"`
}

type jsonFinding struct {
	Rule         string            `json:"rule"`
	Severity     rule.Severity     `json:"severity"`
	Message      string            `json:"message"`
	Remedy       string            `json:"remedy"`
	Record       *string           `json:"record"`
	Path         string            `json:"path"`
	File         string            `json:"file"`
	Line         int               `json:"line"`
	Column       int               `json:"column"`
	EndLine      int               `json:"end_line"`
	EndColumn    int               `json:"end_column"`
	Fingerprint  string            `json:"fingerprint"`
	Source       []jsonSource      `json:"source"`
	Related      []jsonRelated     `json:"related"`
	Acknowledged *jsonAcknowledged `json:"acknowledged,omitempty"`
}

type jsonSource struct {
	Source  string `json:"source"`
	Section string `json:"section,omitempty"`
	Line    int    `json:"line,omitempty"`
	Basis   string `json:"basis,omitempty"`
}

type jsonRelated struct {
	Message string `json:"message"`
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
}

type jsonAcknowledged struct {
	Reason string `json:"reason"`
	By     string `json:"by,omitempty"`
	Until  string `json:"until,omitempty"`
}

type jsonStat struct {
	Rule     string `json:"rule"`
	Holds    int    `json:"holds"`
	Violated int    `json:"violated"`
	Unknown  int    `json:"unknown"`
}

// FindingsJSON writes a run as JSON, with messages in one language. Files are
// relative to the registry; lines and columns count from 1, columns in code
// points. The format is described by ValidateSchema.
func FindingsJSON(w io.Writer, run *Run, l text.Lang) error {
	out := jsonRun{
		Schema: FindingsJSONVersion, Registry: run.Registry, AsOf: run.AsOf.String(), Summary: run.Totals,
		Findings: jsonFindings(run.Findings, l), Stats: []jsonStat{},
	}
	for _, s := range run.Stats {
		out.Stats = append(out.Stats, jsonStat{s.Rule, s.Count.Yes, s.Count.No, s.Count.CannotTell})
	}
	return JSON(w, out)
}

func jsonFindings(findings []*rule.Finding, l text.Lang) []jsonFinding {
	out := make([]jsonFinding, len(findings))
	for i, f := range findings {
		out[i] = jsonOf(f, l)
	}
	return out
}

func jsonOf(f *rule.Finding, l text.Lang) jsonFinding {
	j := jsonFinding{
		Rule: f.Spec.ID, Severity: f.Severity, Message: Message(f, l), Remedy: Remedy(f, l),
		Path: f.Path.String(), File: f.File, Line: f.At.Line, Column: f.At.Column, EndLine: f.At.EndLine, EndColumn: f.At.EndColumn,
		Fingerprint: f.Fingerprint, Source: []jsonSource{}, Related: []jsonRelated{},
	}
	if !f.Record.IsZero() {
		record := f.Record.String()
		j.Record = &record
	}
	for _, c := range f.Sources {
		j.Source = append(j.Source, jsonSource{c.Source.V.ID, c.Section.V, c.Line.V, string(c.Basis.V)})
	}
	for _, r := range f.Related {
		j.Related = append(j.Related, jsonRelated{Safe(text.Fill(r.Message.In(l), r.Args, l.Write)), r.File, r.At.Line, r.At.Column})
	}
	if a := f.Acknowledged; a != nil {
		j.Acknowledged = &jsonAcknowledged{a.Reason.V.In(string(l)), a.By.V.In(string(l)), a.Until.V.Text()}
	}
	return j
}

// JSON writes a value as indented JSON with a line end, leaving å, < and & as
// they are. What a terminal might obey is escaped, and so is still the same
// value.
func JSON(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(escapeUnsafe(b.Bytes()))
	return err
}

// escapeUnsafe escapes what Safe replaces. Outside of strings JSON has nothing of
// it but the ends of lines.
func escapeUnsafe(data []byte) []byte {
	data = bytes.ReplaceAll(data, []byte(logCommand), []byte(logCommand[:2]+`\u005b`))
	harmful := func(r rune) bool { return r != '\n' && text.Hidden(r) }
	if !bytes.ContainsFunc(data, harmful) {
		return data
	}
	var b bytes.Buffer
	for _, r := range string(data) {
		switch {
		case !harmful(r):
			b.WriteRune(r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			fmt.Fprintf(&b, `\u%04x\u%04x`, high, low)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.Bytes()
}
