package cli

import (
	"context"
	"io"
	"path"
	"path/filepath"

	"github.com/vis-samverkan/vis/pkg/git"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
)

// mostSummary is how many bytes GitHub takes in the summary of a step, less
// what other steps may want.
const mostSummary = 1_000_000

// reports are the formats for other programs that have nothing of their own to
// set.
var reports = map[string]func(io.Writer, *render.Report) error{
	"sarif": render.SARIF, "junit": render.JUnit, "github": render.GitHub, "gitlab": render.GitLab,
}

// reportRun writes what vis validate found, for another program.
func (a *app) reportRun(ctx context.Context, o *opened, run *render.Run, outcome *rules.Outcome, format string, f validateFlags, failOn rule.Severity) error {
	var state render.State
	if f.newSince != "" {
		state = render.Fresh
	}
	r := &render.Report{
		Command: "validate", Version: a.Build.Version, Lang: a.lang, Registry: run.Registry, AsOf: run.AsOf,
		Findings: render.In(state, run.Findings), Rules: ruled(outcome), FailOn: failOn,
		Path: a.fromTop(ctx, o.dir), Lines: excerpts(o.fsys),
	}
	if format == "markdown" {
		return render.FindingsMarkdown{
			Fold: foldFrom, Most: mostSummary, Rest: a.restOf("vis validate"), Elsewhere: run.Elsewhere, Totals: run.Totals,
		}.Write(a.out(), r)
	}
	return reports[format](a.out(), r)
}

// reportReview writes what vis review found, for another program. GitHub shows
// annotations on the lines of the change, so only what the change brings is for
// it. GitLab and SARIF are given what is as it was, too, and SARIF what is gone.
func (a *app) reportReview(ctx context.Context, both *compared, r *render.Review, format string, f reviewFlags, failOn rule.Severity) error {
	brought := r.Brought()
	rule.SortByPosition(brought)
	findings := render.In(render.Fresh, brought)
	if !f.onlyNew && format != "github" {
		if err := load.Locate(ctx, both.head.fsys, r.Kept); err != nil {
			return err
		}
		rule.SortByPosition(r.Kept)
		findings = append(findings, render.In(render.Kept, r.Kept)...)
		if format == "sarif" {
			findings = append(findings, render.In(render.Gone, r.Gone)...)
		}
	}
	name := a.fromTop(ctx, both.head.folder)
	if both.head.commit != "" {
		name = below(both.head.folder)
	}
	return reports[format](a.out(), &render.Report{
		Command: "review", Version: a.Build.Version, Lang: a.lang, AsOf: both.head.view.Day,
		Registry: both.head.view.Manifest.Name.V.In(string(a.lang)),
		Findings: findings, Rules: r.Rules, FailOn: failOn, Path: name, Lines: excerpts(both.head.fsys),
	})
}

// ruled are the rules that a run had.
func ruled(outcome *rules.Outcome) []render.Ruled {
	out := make([]render.Ruled, len(outcome.Stats))
	for i, s := range outcome.Stats {
		out[i] = render.Ruled{Spec: s.Rule, Count: s.Count, Reading: s.Rule.Fixed}
	}
	return out
}

// fromTop returns how a file of the registry in a folder is named from the top
// of the git repository, with slashes. Where there is no repository the working
// directory is taken for it, or the registry where that lies elsewhere.
func (a *app) fromTop(ctx context.Context, dir string) func(file string) string {
	if repo, err := git.Find(ctx, dir); err == nil {
		if prefix, err := repo.Prefix(ctx, dir); err == nil {
			return below(prefix)
		}
	}
	if prefix, ok := inside(a.Dir, dir); ok {
		return below(filepath.ToSlash(prefix))
	}
	return below("")
}

// below names a file in a folder.
func below(folder string) func(file string) string {
	return func(file string) string { return path.Join(folder, file) }
}
