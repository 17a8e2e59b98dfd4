package render

import (
	"io"

	"github.com/vis-samverkan/vis/pkg/rule"
)

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end,omitempty"`
}

var gitlabSeverities = map[rule.Severity]string{rule.Error: "major", rule.Warning: "minor", rule.Info: "info"}

// GitLab writes a report for the Code Quality widget of GitLab, which compares
// the reports of two branches by fingerprint. So findings that a change leaves
// as they are belong in it, and accepted ones do not.
func GitLab(w io.Writer, r *Report) error {
	issues := []gitlabIssue{}
	for _, f := range r.standing() {
		lines := gitlabLines{Begin: max(f.At.Line, 1)}
		if f.At.EndLine > lines.Begin {
			lines.End = f.At.EndLine
		}
		issues = append(issues, gitlabIssue{
			Description: r.whole(f.Finding), CheckName: f.Spec.ID, Fingerprint: f.Fingerprint,
			Severity: gitlabSeverities[f.Severity], Location: gitlabLocation{Safe(r.path(f.Place)), lines},
		})
	}
	return JSON(w, issues)
}
