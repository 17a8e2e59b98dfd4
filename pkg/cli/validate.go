package cli

import (
	"bytes"
	"context"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

type validateFlags struct {
	rules    []string
	severity string
	failOn   string
	profile  string
	stats    bool
	newSince string
	exactly  bool
	watch    bool
	fix      bool
	yes      bool
}

func (a *app) validateCommand() *cobra.Command {
	var f validateFlags
	cmd := &cobra.Command{
		Use:   a.pick("validate [FIL|MAPP …]", "validate [FILE|DIR …]"),
		Short: a.pick("Prövar registret mot alla regler", "Tests the registry by all rules"),
		Long: a.pick(`Prövar hela registret mot alla regler och skriver ut fynden, vart och ett med plats,
förklaring och åtgärd. FIL och MAPP begränsar vad som skrivs ut, inte vad som prövas.

Tyst när inget finns att säga, utom i format för andra program: sarif (kodgranskning),
junit (provrapport), github (anteckningar i GitHub Actions), gitlab (Code Quality) och
markdown (sammanfattning av ett jobb) har alla fynd och visar var filen ligger från
git-arkivets översta mapp. --new-since granskar en ändring utan ändringsreglerna i
”vis review”. Avslutar med 0 om inget fynd når --fail-on, annars 1;
2 om anropet är fel och 3 om arbetet inte gick att utföra.`,
			`Tests the whole registry by all rules and prints the findings, each with a place, an
explanation and a remedy. FILE and DIR limit what is printed, not what is tested.

Silent when there is nothing to say, but for formats for other programs: sarif (code
scanning), junit (test report), github (annotations in GitHub Actions), gitlab (Code
Quality) and markdown (summary of a job) have every finding, and name files from the top
folder of the git repository. --new-since reviews a change without the change rules of
“vis review”. Ends with 0 if no finding reaches --fail-on,
otherwise 1; 2 if the call is wrong and 3 if the work could not be done.`),
		Example: `  vis validate
  vis validate --as-of 2022-11-07
  vis validate --format json registry/agreements
  vis validate --output vis.sarif
  vis validate --new-since origin/main --format github`,
		Args: a.arguments(0, -1, text.Both{}),
		RunE: func(c *cobra.Command, args []string) error {
			if f.watch {
				return a.watchValidate(c, f, args)
			}
			return a.validate(c, f, args)
		},
	}
	inFormats(cmd, "text", "json", "sarif", "junit", "github", "gitlab", "markdown")
	cmd.Flags().StringSliceVar(&f.rules, "rule", nil, a.pick("bara dessa regler, åtskilda av komma", "only these rules, separated by commas"))
	cmd.Flags().StringVar(&f.severity, "severity", "", a.pick("skriv ut fynd från och med denna grad: error, warning (annars) eller info", "print findings from this severity up: error, warning (otherwise) or info"))
	cmd.Flags().StringVar(&f.failOn, "fail-on", "error", a.pick("avsluta med 1 från och med denna grad: error, warning eller info", "end with 1 from this severity up: error, warning or info"))
	cmd.Flags().StringVar(&f.profile, "profile", "strict", a.pick("vilka regler: basic (hänvisningar, datum, uppbyggnad), strict (även riktlinjen) eller pedantic (även fullständighet)", "which rules: basic (references, dates, structure), strict (the guideline too) or pedantic (completeness too)"))
	cmd.Flags().BoolVar(&f.stats, "stats", false, a.pick("visa för varje regel hur många prövningar som är uppfyllda, brutna och inte går att avgöra", "show for each rule how many tests hold, are violated and cannot be told"))
	cmd.Flags().StringVar(&f.newSince, "new-since", "", a.pick("bara fynd som en git-revision inte har; den punkt där historierna skildes åt, om inte --exactly anges", "only findings that a git revision does not have; the commit where the histories parted, unless --exactly is given"))
	cmd.Flags().BoolVar(&f.exactly, "exactly", false, a.pick("jämför med revisionen i --new-since själv", "compare with the revision of --new-since itself"))
	cmd.Flags().BoolVar(&f.fix, "fix", false, a.pick("visa som rader, och skriv, de åtgärder som är säkra: skrivfel som bara kan betyda en sak, koder utan citattecken, och steg i ett ärendes gång som alla står med det senaste först", "show as lines, and write, the remedies that are safe: slips that can mean one thing only, codes without quotes, and steps in the course of a matter that all stand with the latest first"))
	cmd.Flags().BoolVar(&f.watch, "watch", false, a.pick("pröva igen varje gång en fil i registret har ändrats, tills Ctrl-C", "test again each time that a file of the registry has changed, until Ctrl-C"))
	cmd.Flags().BoolVar(&f.yes, "yes", false, a.pick("skriv utan att fråga (med --fix)", "write without asking (with --fix)"))
	_ = cmd.RegisterFlagCompletionFunc("new-since", a.completeRevisions)
	_ = cmd.RegisterFlagCompletionFunc("rule", completeFrom(ruleIDs))
	complete(cmd, "severity", "error", "warning", "info")
	complete(cmd, "fail-on", "error", "warning", "info")
	complete(cmd, "profile", "basic", "strict", "pedantic")
	return cmd
}

func (a *app) validate(c *cobra.Command, f validateFlags, args []string) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	options, err := a.ruleOptions(f)
	if err != nil {
		return err
	}
	failOn, err := a.severity(f.failOn)
	if err != nil {
		return err
	}
	least := rule.Warning
	if f.severity != "" {
		if least, err = a.severity(f.severity); err != nil {
			return err
		}
	} else if format != "text" {
		least = rule.Info
	}
	if f.yes && !f.fix || f.fix && f.newSince != "" {
		return a.wrong("--yes hör till --fix, och --fix kan inte förenas med --new-since", "--yes goes with --fix, and --fix cannot be combined with --new-since")
	}
	if f.fix {
		if err := a.fixFirst(c.Context(), options, args, f.yes); err != nil {
			return err
		}
	}
	o, older, err := a.openSince(c.Context(), f)
	if err != nil {
		return err
	}
	defer o.close()
	keep, err := a.limit(o, args)
	if err != nil {
		return err
	}
	outcome, err := a.test(c.Context(), o, older, options)
	if err != nil {
		return err
	}
	run := &render.Run{
		Registry: o.view.Manifest.Name.V.In(string(a.lang)), AsOf: o.view.Day,
		Totals: render.Count(outcome.Findings), Stats: statsOf(outcome), Seats: o.view.SeatsAndMemberships(),
	}
	for _, found := range outcome.Findings {
		switch {
		case found.Severity < least:
		case !keep(found.File):
			run.Elsewhere++
		default:
			run.Findings = append(run.Findings, found)
		}
	}
	if err := load.Locate(c.Context(), o.fsys, run.Findings); err != nil {
		return err
	}
	rule.SortByPosition(run.Findings)
	if format == "text" || format == "json" {
		err = a.printRun(o, run, format, f, least)
	} else {
		err = a.reportRun(c.Context(), o, run, outcome, format, f, failOn)
	}
	if err != nil {
		return err
	}
	return failing(outcome.Findings, failOn)
}

// openSince opens the registry, and with --new-since the older side that it is
// compared with.
func (a *app) openSince(ctx context.Context, f validateFlags) (*opened, *compared, error) {
	if f.newSince == "" {
		o, err := a.openSilently(ctx)
		return o, nil, err
	}
	both, err := a.openBoth(ctx, []string{f.newSince}, f.exactly, nil)
	if err != nil {
		return nil, nil, err
	}
	head := both.head
	return &opened{dir: both.dir, fsys: head.fsys, loaded: head.loaded, view: head.view, close: func() error {
		both.close()
		return nil
	}}, both, nil
}

// test runs the rules. Where there is an older side, only the findings that it
// does not have remain.
func (a *app) test(ctx context.Context, o *opened, older *compared, options rules.Options) (*rules.Outcome, error) {
	if older == nil {
		return rules.Run(ctx, o.loaded, o.view, options)
	}
	t, err := a.compare(ctx, older, options)
	if err != nil {
		return nil, err
	}
	return &rules.Outcome{Findings: t.fresh, Stats: t.after.Stats}, nil
}

func (a *app) printRun(o *opened, run *render.Run, format string, f validateFlags, least rule.Severity) error {
	if format == "json" {
		return render.FindingsJSON(a.out(), run, a.lang)
	}
	w := render.FindingsText{
		Lang: a.lang, Style: a.style(), Width: a.width(), Quiet: a.flags.quiet, Least: least,
		Path:  func(file string) string { return a.shown(o, file) },
		Lines: excerpts(o.fsys),
	}
	var b bytes.Buffer
	if err := w.Write(&b, run); err != nil {
		return err
	}
	if f.stats {
		if err := a.printStats(&b, run); err != nil {
			return err
		}
	}
	_, err := a.out().Write(b.Bytes())
	return err
}

// printStats writes how the tests came out, after what was found.
func (a *app) printStats(b *bytes.Buffer, run *render.Run) error {
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	b.WriteString(a.lang.Say(text.StatsTitle, text.Args{"day": run.AsOf}) + "\n\n")
	t := render.Table{
		Header: a.headings(text.ColumnRule, text.ColumnHolds, text.ColumnViolated, text.ColumnCannotTell),
		Right:  []bool{false, true, true, true},
	}
	for _, s := range run.Stats {
		t.Rows = append(t.Rows, []string{s.Rule, a.lang.Write(s.Count.Yes), a.lang.Write(s.Count.No), a.lang.Write(s.Count.CannotTell)})
	}
	return t.Write(b, a.width(), a.style())
}

func (a *app) headings(keys ...text.Key) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = a.lang.Word(k)
	}
	return out
}

func statsOf(outcome *rules.Outcome) []render.Stat {
	out := make([]render.Stat, len(outcome.Stats))
	for i, s := range outcome.Stats {
		out[i] = render.Stat{Rule: s.Rule.ID, Count: s.Count, Reading: s.Rule.Fixed}
	}
	return out
}

// ruleOptions checks which rules are wanted.
func (a *app) ruleOptions(f validateFlags) (rules.Options, error) {
	profile, ok := rule.ParseProfile(f.profile)
	if !ok {
		return rules.Options{}, a.usage(text.BadProfile, text.Args{"value": f.profile})
	}
	o := rules.Options{Profile: profile, Others: changeRuleIDs()}
	for _, id := range f.rules {
		r, err := a.rule(id)
		if err != nil {
			return o, err
		}
		if r.ofChanges {
			return o, a.usage(text.RuleOfChanges, text.Args{"value": r.ID})
		}
		if r.Form != rule.InFindings {
			return o, a.usage(text.RuleNotTested, text.Args{"value": r.ID})
		}
		o.Only = append(o.Only, r.ID)
	}
	return o, nil
}

func (a *app) severity(name string) (rule.Severity, error) {
	s, ok := rule.ParseSeverity(name)
	if !ok || s == rule.Off {
		return s, a.usage(text.BadSeverity, text.Args{"value": name})
	}
	return s, nil
}

// limit returns which files of the registry are printed, for the paths that a
// person named.
func (a *app) limit(o *opened, args []string) (func(file string) bool, error) {
	if len(args) == 0 {
		return func(string) bool { return true }, nil
	}
	var wanted []string
	for _, arg := range args {
		full := arg
		if !filepath.IsAbs(full) {
			full = filepath.Join(a.Dir, full)
		}
		if _, ok := inside(full, o.dir); ok {
			wanted = append(wanted, ".")
			continue
		}
		rel, ok := inside(o.dir, full)
		if !ok {
			return nil, a.usage(text.NoSuchPath, text.Args{"value": arg, "registry": o.dir})
		}
		if _, err := fs.Stat(o.fsys, rel); err != nil {
			return nil, a.usage(text.NoSuchPath, text.Args{"value": arg, "registry": o.dir})
		}
		wanted = append(wanted, rel)
	}
	return func(file string) bool {
		for _, w := range wanted {
			if w == "." || file == w || strings.HasPrefix(file, w+"/") {
				return true
			}
		}
		return false
	}, nil
}

// inside is the slash path of what lies in a folder, or is it.
func inside(folder, name string) (string, bool) {
	rel, err := filepath.Rel(folder, name)
	rel = filepath.ToSlash(rel)
	return rel, err == nil && rel != ".." && !strings.HasPrefix(rel, "../")
}

// excerpts reads the lines of files, one file at a time.
func excerpts(fsys fs.FS) func(string) [][]byte {
	name, lines := "", [][]byte(nil)
	return func(file string) [][]byte {
		if file != name {
			name, lines = file, nil
			if info, err := fs.Stat(fsys, file); err == nil && info.Mode().IsRegular() && info.Size() < 1<<22 {
				if data, err := fs.ReadFile(fsys, file); err == nil {
					lines = bytes.Split(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\n"))
				}
			}
		}
		return lines
	}
}
