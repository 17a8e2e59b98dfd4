package cli

import (
	"cmp"
	"context"
	"io/fs"
	"sync"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

type reviewFlags struct {
	exactly bool
	onlyNew bool
	failOn  string
	profile string
}

func (a *app) reviewCommand() *cobra.Command {
	var f reviewFlags
	cmd := &cobra.Command{
		Use:   a.pick("review [BAS [NU]]", "review [BASE [HEAD]]"),
		Short: a.pick("Granskar en ändring: vad den betyder, om den får göras och vem som beslutar", "Reviews a change: what it means, whether it may be made, and who decides"),
		Long: a.pick(`Granskar en ändring av registret: vad som ändras, om det får ändras på det sättet, vad
som följer av det, vilka fynd som är nya och vem som ska besluta. BAS och NU väljs som
för ”vis diff”; utan dem granskas arbetskatalogen mot huvudgrenen.

Avslutar med 1 om ändringen bryter mot en ändringsregel, eller ger ett nytt fynd, som
når --fail-on.`,
			`Reviews a change to the registry: what changes, whether it may be changed that way, what
follows from it, which findings are new, and who must decide. BASE and HEAD are chosen
as for “vis diff”; without arguments the working tree is reviewed against the main branch.

Ends with 1 if the change breaks a change rule, or brings a new finding, that reaches
--fail-on.`),
		Example: `  vis review
  vis review origin/main --format markdown
  vis review origin/main --format github --new-only
  vis review v1 v2 --new-only`,
		Args: a.arguments(0, 2, text.Both{}),
		RunE: func(c *cobra.Command, args []string) error { return a.review(c, f, args) },
	}
	inFormats(cmd, "text", "markdown", "html", "github", "gitlab", "sarif", "json")
	cmd.Flags().BoolVar(&f.exactly, "exactly", false, a.pick("jämför med BAS själv, inte med punkten där historierna skildes åt", "compare with BASE itself, not with the commit where the histories parted"))
	cmd.Flags().BoolVar(&f.onlyNew, "new-only", false, a.pick("visa bara vad ändringen bryter mot och nya fynd", "show only what the change breaks and new findings"))
	cmd.Flags().StringVar(&f.failOn, "fail-on", "error", a.pick("avsluta med 1 från och med denna grad: error, warning eller info", "end with 1 from this severity up: error, warning or info"))
	cmd.Flags().StringVar(&f.profile, "profile", "strict", a.pick("vilka regler som nya fynd söks med: basic, strict eller pedantic", "which rules new findings are sought with: basic, strict or pedantic"))
	complete(cmd, "fail-on", "error", "warning", "info")
	complete(cmd, "profile", "basic", "strict", "pedantic")
	return cmd
}

// The limits of a comment on a pull request: where long sections are hidden
// behind their heading, and how many characters the platforms take.
const (
	foldFrom    = 60
	mostComment = 60_000
)

func (a *app) review(c *cobra.Command, f reviewFlags, args []string) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	failOn, err := a.severity(f.failOn)
	if err != nil {
		return err
	}
	options, err := a.ruleOptions(validateFlags{profile: f.profile})
	if err != nil {
		return err
	}
	both, err := a.openBoth(c.Context(), args, f.exactly, &options)
	if err != nil {
		return err
	}
	defer both.close()
	r, err := a.judge(c.Context(), both, options)
	if err != nil {
		return err
	}
	if err := a.printReview(c.Context(), both, r, format, f, failOn); err != nil {
		return err
	}
	return failing(r.Brought(), failOn)
}

func (a *app) printReview(ctx context.Context, both *compared, r *render.Review, format string, f reviewFlags, failOn rule.Severity) error {
	switch format {
	case "json":
		return render.ReviewJSON(a.out(), r, a.side(both.base), a.side(both.head), failOn, a.lang, f.onlyNew)
	case "github", "gitlab", "sarif":
		return a.reportReview(ctx, both, r, format, f, failOn)
	}
	doc := render.ReviewDoc(r, a.lang, f.onlyNew)
	switch format {
	case "markdown":
		return render.DocMarkdown{Fold: foldFrom, Most: mostComment, Rest: a.restOf("vis review")}.Write(a.out(), doc)
	case "html":
		return render.DocHTML{Lang: a.lang}.Write(a.out(), doc)
	}
	return render.DocText{Style: a.style(), Width: a.width()}.Write(a.out(), doc)
}

// restOf says where to see what a platform has no room for.
func (a *app) restOf(command string) string {
	return a.pick("Allt ryms inte här. Kör "+command+" för att se resten.", "Not everything fits here. Run "+command+" to see the rest.")
}

// failing ends the command with 1 where a finding reaches a severity and is not
// accepted.
func failing(findings []*rule.Finding, failOn rule.Severity) error {
	for _, found := range findings {
		if found.Acknowledged == nil && found.Severity >= failOn {
			return errFindings
		}
	}
	return nil
}

// judge reviews the change from one snapshot to the other.
func (a *app) judge(ctx context.Context, both *compared, options rules.Options) (*render.Review, error) {
	t, err := a.compare(ctx, both, options)
	if err != nil {
		return nil, err
	}
	d := t.diff
	r := &render.Review{
		Base: both.base.called, Head: both.head.called, Diff: d, Unread: t.unread,
	}
	var telling sync.WaitGroup
	telling.Go(func() { r.Effects = review.Follow(d) })
	telling.Go(func() { r.Matters = review.Matters(d) })
	o := &opened{dir: both.dir}
	r.Path = func(file string) string { return a.shown(o, file) }
	broken, err := review.Judge(ctx, d, specs(false)...)
	telling.Wait()
	if err != nil {
		return nil, err
	}
	r.Broken = broken.Findings
	r.New, r.Kept, r.Gone = broken.Untold(t.fresh), t.kept, t.gone
	r.Rules = ruled(t.after)
	for _, s := range broken.Stats {
		r.Rules = append(r.Rules, render.Ruled{Spec: s.Rule, Count: s.Count})
	}
	return r, locateAll(ctx, both, r)
}

// tested are the difference of two snapshots and the findings of the record
// rules in both, by what the change does to them.
type tested struct {
	diff              *change.Diff
	unread            []render.Unread
	after             *rules.Outcome // of the newer one
	fresh, kept, gone []*rule.Finding
}

// compare compares two snapshots and runs the record rules over both. A finding
// is the same in both where its fingerprint is, or where it says the same of the
// same record.
func (a *app) compare(ctx context.Context, both *compared, options rules.Options) (*tested, error) {
	unread, err := a.fillUnreadable(both)
	if err != nil {
		return nil, err
	}
	var before *rules.Outcome
	var failed error
	var older sync.WaitGroup
	older.Go(func() { before, failed = rules.Run(ctx, both.base.loaded, both.base.view, options) })
	after, err := both.run(ctx, options)
	t := &tested{diff: change.Compare(both.base.view, both.head.view), unread: unread, after: after}
	older.Wait()
	if err := cmp.Or(err, failed); err != nil {
		return nil, err
	}
	t.fresh, t.kept = since(before.Findings, after.Findings)
	t.gone, _ = since(after.Findings, before.Findings)
	t.pair(t.diff)
	return t, nil
}

// since are the findings that the earlier run does not have, and those that it
// has.
func since(before, after []*rule.Finding) (fresh, kept []*rule.Finding) {
	known := map[string]bool{}
	for _, f := range before {
		known[f.Fingerprint] = true
	}
	for _, f := range after {
		if known[f.Fingerprint] {
			kept = append(kept, f)
		} else {
			fresh = append(fresh, f)
		}
	}
	return fresh, kept
}

// locateAll finds the lines of the findings: in the newer snapshot, or in the
// older one for what is gone.
func locateAll(ctx context.Context, both *compared, r *render.Review) error {
	var here, there []*rule.Finding
	for _, f := range r.Broken {
		if _, err := fs.Stat(both.head.fsys, f.File); err == nil {
			here = append(here, f)
			continue
		}
		there = append(there, f)
	}
	if err := load.Locate(ctx, both.head.fsys, append(here, r.New...)); err != nil {
		return err
	}
	if both.base.fsys == nil {
		return nil
	}
	return load.Locate(ctx, both.base.fsys, append(there, r.Gone...))
}
