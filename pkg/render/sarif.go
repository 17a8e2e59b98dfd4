package render

import (
	"cmp"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

const (
	sarifSchema     = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	informationURI  = "https://github.com/vis-samverkan/vis"
	sarifTop        = "%SRCROOT%" // the name that platforms know for the top of the repository
	sarifPrintsName = "visFingerprint/v1"
)

// SARIF writes a report in the Static Analysis Results Interchange Format,
// version 2.1.0, for code scanning and editors.
func SARIF(w io.Writer, r *Report) error {
	s := sarifWriter{Report: r, index: map[string]int{}}
	run := sarifRun{
		Tool:               sarifTool{sarifDriver{Name: "vis", InformationURI: informationURI, Version: r.Version, Language: string(r.Lang), Rules: s.rules()}},
		Language:           string(r.Lang),
		ColumnKind:         "unicodeCodePoints",
		AutomationDetails:  sarifID{"vis/" + r.Command + "/"},
		OriginalURIBaseIDs: map[string]sarifBase{sarifTop: {sarifText{sarifRoot.In(r.Lang)}}},
		Invocations:        []sarifInvocation{{ExecutionSuccessful: true}},
		Results:            []sarifResult{},
		Properties:         sarifRunProperties{Registry: Safe(r.Registry), AsOf: r.AsOf.String()},
	}
	accepted := slices.ContainsFunc(r.Findings, func(f Reported) bool { return f.Acknowledged != nil })
	for _, f := range r.Findings {
		run.Results = append(run.Results, s.result(f, accepted))
	}
	return JSON(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

var sarifRoot = text.Both{Sv: "Den översta mappen i git-arkivet.", En: "The top folder of the git repository."}

type sarifWriter struct {
	*Report
	index map[string]int // of a rule in the list of rules
}

// rules lists the rules that were run, and those that found something all the
// same, by id.
func (s *sarifWriter) rules() []sarifRule {
	specs := map[string]*rule.Spec{}
	for _, r := range s.Rules {
		specs[r.Spec.ID] = r.Spec
	}
	for _, f := range s.Findings {
		specs[f.Spec.ID] = f.Spec
	}
	list := make([]*rule.Spec, 0, len(specs))
	for _, spec := range specs {
		list = append(list, spec)
	}
	slices.SortFunc(list, func(a, b *rule.Spec) int { return cmp.Compare(a.ID, b.ID) })
	out := make([]sarifRule, len(list))
	for i, spec := range list {
		out[i] = s.rule(spec)
		s.index[spec.ID] = i
	}
	return out
}

// blank is what stands in a text of a rule for what only a finding knows.
var blank = regexp.MustCompile(`\{[a-z]+(\|[^}]*)?\}`)

func (s *sarifWriter) rule(spec *rule.Spec) sarifRule {
	say := func(b text.Both) string { return Safe(blank.ReplaceAllString(b.In(s.Lang), "…")) }
	title, why, remedy := say(spec.Title), say(spec.Why), say(spec.Remedy)
	why = cmp.Or(why, title)
	label := text.Capital(s.Lang.Word(text.RemedyLabel))
	r := sarifRule{
		ID: spec.ID, Short: sarifText{title}, Full: sarifText{why},
		Help: sarifHelp{
			Text:     title + "\n\n" + why + "\n\n" + label + ": " + remedy,
			Markdown: "**" + MarkdownText(title) + "**\n\n" + MarkdownText(why) + "\n\n**" + label + ":** " + MarkdownText(remedy) + "\n",
		},
		Default:    sarifConfiguration{sarifLevel(spec.Severity)},
		Properties: sarifRuleProperties{Tags: []string{spec.Profile.String()}, Number: spec.Number},
	}
	return r
}

func (s *sarifWriter) result(f Reported, accepted bool) sarifResult {
	out := sarifResult{
		RuleID: f.Spec.ID, RuleIndex: s.index[f.Spec.ID], Level: sarifLevel(f.Severity),
		Message:             sarifText{linkless(s.whole(f.Finding))},
		Locations:           []sarifLocation{s.location(f.Place, s.snippet(f))},
		PartialFingerprints: map[string]string{sarifPrintsName: f.Fingerprint},
		BaselineState:       f.State,
	}
	if path := f.Path.String(); path != "" {
		out.Properties = &sarifResultProperties{Safe(path)}
	}
	for i, rel := range f.Related {
		l := s.location(rel.Place, "")
		l.ID = i + 1
		l.Message = &sarifText{linkless(ended(Safe(text.Fill(rel.Message.In(s.Lang), rel.Args, s.Lang.Write))))}
		out.RelatedLocations = append(out.RelatedLocations, l)
	}
	// Where one result tells whether it is suppressed, each one does.
	if accepted {
		out.Suppressions = []sarifSuppression{}
	}
	if f.Acknowledged != nil {
		out.Suppressions = []sarifSuppression{{Kind: "external", Status: "accepted", Justification: whyAccepted(f.Finding, s.Lang)}}
	}
	return out
}

func (s *sarifWriter) location(p rule.Place, snippet string) sarifLocation {
	physical := sarifPhysical{Artifact: sarifArtifact{URI: relativeURI(s.path(p)), Base: sarifTop}}
	if p.At.Line > 0 {
		physical.Region = &sarifRegion{StartLine: p.At.Line, StartColumn: p.At.Column, EndLine: p.At.EndLine, EndColumn: p.At.EndColumn}
		if snippet != "" {
			physical.Region.Snippet = &sarifText{strings.ToValidUTF8(snippet, "\ufffd")}
		}
	}
	l := sarifLocation{Physical: physical}
	if !p.Record.IsZero() {
		l.Logical = []sarifLogical{{Name: Safe(p.Record.String()), Kind: "record"}}
	}
	return l
}

func sarifLevel(s rule.Severity) string {
	switch s {
	case rule.Error:
		return "error"
	case rule.Warning:
		return "warning"
	case rule.Info:
		return "note"
	}
	return "none"
}

// relativeURI writes a path as a relative reference: what a URI gives a meaning
// is percent-encoded, and so is all that is not ASCII.
func relativeURI(path string) string {
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(url.PathEscape(p), ":", "%3A")
	}
	return strings.Join(parts, "/")
}

// linkless writes a message so that no part of it is a link: SARIF makes one of
// [words](address), in plain text too.
func linkless(s string) string {
	if !strings.Contains(s, "](") {
		return s
	}
	return strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`).Replace(s)
}
