package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/edit"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

type acknowledgeFlags struct{ reason, by, until, severity string }

func (a *app) acknowledgeCommand() *cobra.Command {
	var f acknowledgeFlags
	cmd := &cobra.Command{
		Use:   a.pick("acknowledge [FINGERAVTRYCK]", "acknowledge [FINGERPRINT]"),
		Short: a.pick("Godtar ett känt fynd till och med en dag", "Accepts a known finding until a day"),
		Long: a.pick(`Godtar ett fynd som är känt, med skäl, vem som står för det och sista dag. Fyndet räknas
då inte längre, men visas. Posten skrivs i acknowledged.yaml och checkas in; när dagen har
passerat eller fyndet har försvunnit säger ”vis validate” till. Ett fynd som redan är
godtaget får det nya skälet och den nya dagen.

Utan FINGERAVTRYCK visas de fynd som kan godtas, med fingeravtryck. De första tecknen
räcker där inget annat fynd börjar så. Fel i hur en fil är skriven kan inte godtas; de
behöver rättas.`,
			`Accepts a finding that is known, with a reason, who stands for it and a last day. It is
then not counted any more, but shown. The entry is written in acknowledged.yaml and
committed; once the day has passed or the finding is gone, “vis validate” says so. A
finding that is accepted already gets the new reason and the new day.

Without FINGERPRINT the findings that can be accepted are shown, with fingerprints. The
first characters are enough where no other finding begins so. Errors in how a file is
written cannot be accepted; they have to be mended.`),
		Example: a.pick(`  vis acknowledge
  vis acknowledge f1c1a3a5 --reason "Källan är beställd." --by Sekretariatet --until 2027-06-30`,
			`  vis acknowledge
  vis acknowledge f1c1a3a5 --reason "The source is ordered." --by Secretariat --until 2027-06-30`),
		Args: a.arguments(0, 1, text.Both{}),
		RunE: func(c *cobra.Command, args []string) error { return a.acknowledge(c, f, args) },
	}
	cmd.Flags().StringVar(&f.reason, "reason", "", a.pick("varför fyndet godtas", "why the finding is accepted"))
	cmd.Flags().StringVar(&f.by, "by", "", a.pick("vem som godtar det", "who accepts it"))
	cmd.Flags().StringVar(&f.until, "until", "", a.pick("till och med vilken dag, till exempel 2027-06-30", "until what day, such as 2027-06-30"))
	cmd.Flags().StringVar(&f.severity, "severity", "warning", a.pick("visa fynd från och med denna grad: error, warning eller info", "show findings from this severity up: error, warning or info"))
	complete(cmd, "severity", "error", "warning", "info")
	complete(cmd, "reason")
	complete(cmd, "by")
	complete(cmd, "until")
	return inFormats(cmd, "text", "json")
}

func (a *app) acknowledge(c *cobra.Command, f acknowledgeFlags, args []string) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	if a.flags.rev != "" && len(args) > 0 {
		return a.wrong("acknowledge skriver i arbetskatalogen; ta bort --rev", "acknowledge writes in the working tree; leave out --rev")
	}
	open := a.openToWrite
	if len(args) == 0 {
		open = a.open
	}
	o, err := open(c.Context())
	if err != nil {
		return err
	}
	defer o.close()
	found, err := a.acceptable(c.Context(), o)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		least, err := a.severity(f.severity)
		if err != nil {
			return err
		}
		return a.listAcceptable(o, slices.DeleteFunc(found, func(f *rule.Finding) bool { return f.Severity < least }), format)
	}
	accepted, err := a.choose(found, args[0])
	if err != nil {
		return err
	}
	entry, err := a.acceptance(o, accepted, f)
	if err != nil {
		return err
	}
	if err := a.writeAcknowledgement(c.Context(), o, entry); err != nil {
		return err
	}
	if a.flags.quiet {
		return nil
	}
	day := text.Date(entry.Until.V, a.lang)
	lines := render.Wrap(render.Safe(a.pick("Godtaget till och med "+day+": ", "Accepted until "+day+": ")+a.inOneLine(o, accepted)), a.width())
	_, err = fmt.Fprintln(a.out(), strings.Join(append(lines, render.Safe(a.pick("Skrivet i ", "Written in ")+a.shown(o, acknowledged)+".")), "\n"))
	return err
}

// acknowledged is the file that acceptances stand in.
var acknowledged = model.AcknowledgedKind.Info().File

// acceptable are the findings of every profile that can be accepted, in the
// order of their places.
func (a *app) acceptable(ctx context.Context, o *opened) ([]*rule.Finding, error) {
	out, err := rules.Run(ctx, o.loaded, o.view, rules.Options{Profile: rule.Pedantic, Others: changeRuleIDs()})
	if err != nil {
		return nil, err
	}
	found := slices.DeleteFunc(out.Findings, func(f *rule.Finding) bool {
		return f.Spec.Fixed || f.File == acknowledged
	})
	if err := load.Locate(ctx, o.fsys, found); err != nil {
		return nil, err
	}
	rule.SortByPosition(found)
	return found, nil
}

// acceptableFinding is one finding of the list, in JSON.
type acceptableFinding struct {
	Fingerprint string `json:"fingerprint"`
	Severity    string `json:"severity"`
	Rule        string `json:"rule"`
	File        string `json:"file"`
	Line        int    `json:"line,omitempty"`
	Message     string `json:"message"`
	Until       string `json:"until,omitempty"` // of one that is accepted
}

func (a *app) listAcceptable(o *opened, found []*rule.Finding, format string) error {
	rows := []acceptableFinding{}
	for _, f := range found {
		row := acceptableFinding{
			Fingerprint: f.Fingerprint, Severity: f.Severity.String(), Rule: f.Spec.ID,
			File: a.shown(o, f.File), Line: f.At.Line, Message: render.Message(f, a.lang),
		}
		if f.Acknowledged != nil {
			row.Until = f.Acknowledged.Until.V.Canonical()
		}
		rows = append(rows, row)
	}
	if format == "json" {
		return render.JSON(a.out(), rows)
	}
	if len(rows) == 0 {
		_, err := fmt.Fprintln(a.out(), a.pick("Det finns inga fynd att godta.", "There are no findings to accept."))
		return err
	}
	for i, f := range found {
		if i > 0 {
			fmt.Fprintln(a.out())
		}
		head := f.Fingerprint + " " + a.inOneLine(o, f)
		if f.Acknowledged != nil {
			head += a.pick(" (godtaget till och med ", " (accepted until ") + text.Date(f.Acknowledged.Until.V, a.lang) + ")"
		}
		for n, line := range render.Wrap(render.Safe(head), a.width()-2) {
			if _, err := fmt.Fprintln(a.out(), strings.Repeat(" ", min(n, 1)*2)+line); err != nil {
				return err
			}
		}
	}
	if a.flags.quiet {
		return nil
	}
	_, err := fmt.Fprintf(a.out(), "\n%s\n", strings.Join(render.Wrap(acknowledgeHow.In(a.lang), a.width()), "\n"))
	return err
}

var acknowledgeHow = text.Both{
	Sv: "Godta ett fynd med: vis acknowledge FINGERAVTRYCK --reason \"…\" --by \"…\" --until ÅÅÅÅ-MM-DD",
	En: "Accept a finding with: vis acknowledge FINGERPRINT --reason \"…\" --by \"…\" --until YYYY-MM-DD",
}

// inOneLine is a finding: its severity, where it stands, what it says and whose
// it is.
func (a *app) inOneLine(o *opened, f *rule.Finding) string {
	place := a.shown(o, f.File)
	if f.At.Line > 0 {
		place = fmt.Sprintf("%s:%d", place, f.At.Line)
	}
	return fmt.Sprintf("%s %s: %s [%s]", a.severityWord(f.Severity), place, render.Message(f, a.lang), f.Spec.ID)
}

// choose finds the finding whose fingerprint begins as is said.
func (a *app) choose(found []*rule.Finding, prefix string) (*rule.Finding, error) {
	var chosen *rule.Finding
	for _, f := range found {
		if prefix == "" || !strings.HasPrefix(f.Fingerprint, strings.ToLower(prefix)) {
			continue
		}
		if chosen != nil {
			return nil, a.wrong("flera fynd har fingeravtryck som börjar på "+prefix+"; skriv fler tecken",
				"several findings have fingerprints that begin with "+prefix+"; write more characters")
		}
		chosen = f
	}
	if chosen == nil {
		return nil, a.wrong("inget fynd som kan godtas har fingeravtrycket "+prefix+"\n”vis acknowledge” visar dem som finns; fel i hur en fil är skriven kan inte godtas",
			"no finding that can be accepted has the fingerprint "+prefix+"\n“vis acknowledge” shows those there are; errors in how a file is written cannot be accepted")
	}
	return chosen, nil
}

// acceptance is the entry that accepts a finding.
func (a *app) acceptance(o *opened, f *rule.Finding, flags acknowledgeFlags) (*model.Acknowledgement, error) {
	for _, flag := range []struct{ name, value string }{{"--reason", flags.reason}, {"--by", flags.by}, {"--until", flags.until}} {
		if strings.TrimSpace(flag.value) == "" {
			return nil, a.wrong("ett godtagande behöver "+flag.name+": skäl (--reason), vem (--by) och sista dag (--until)",
				"an acceptance needs "+flag.name+": a reason (--reason), who (--by) and a last day (--until)")
		}
	}
	for _, flag := range []struct{ name, value string }{{"--reason", flags.reason}, {"--by", flags.by}} {
		if i := strings.IndexFunc(flag.value, text.Hidden); i >= 0 {
			r, _ := utf8.DecodeRuneInString(flag.value[i:])
			return nil, &usageError{acknowledgeHidden.Say(a.lang, text.Args{"flag": flag.name, "code": fmt.Sprintf("U+%04X", r)})}
		}
	}
	until, err := edtf.Parse(flags.until)
	if err != nil {
		return nil, a.usage(text.BadDate, text.Args{"value": flags.until})
	}
	if until.Latest() < o.view.Day {
		return nil, a.wrong("godtagandet skulle redan ha gått ut: "+flags.until+" är före "+o.view.Day.String(),
			"the acceptance would have run out already: "+flags.until+" is before "+o.view.Day.String())
	}
	if until.Latest() > o.view.Day.Add(edtf.Duration{Years: longAcceptance}) {
		a.complain(acknowledgeLong.Say(a.lang, text.Args{"years": longAcceptance}))
	}
	return &model.Acknowledgement{
		Fingerprint: model.Some(f.Fingerprint), Rule: model.Some(f.Spec.ID), Record: model.Some(f.About()),
		Reason: model.Some(model.Text{Sv: flags.reason}), By: model.Some(model.Text{Sv: flags.by}), Until: model.Some(until),
	}, nil
}

// longAcceptance is how many years an acceptance may last without a warning.
const longAcceptance = 5

var (
	acknowledgeHidden = text.Both{
		Sv: "{flag} innehåller ett osynligt eller riktningsändrande tecken ({code}); skriv texten på en rad och utan det; ingenting skrevs",
		En: "{flag} holds an invisible or direction-changing character ({code}); write the text on one line and without it; nothing was written",
	}
	acknowledgeLong = text.Both{
		Sv: "godtagandet gäller i mer än {years} år; med en närmare dag (--until) prövas fyndet på nytt i tid",
		En: "the acceptance lasts more than {years} years; with a nearer day (--until) the finding is looked at again in time",
	}
	acknowledgeLost = text.Both{
		Sv: "med det godtagandet skulle {file} inte gå att läsa; ingenting skrevs\nskriv ett kortare skäl, eller se med ”vis validate” vad som är fel i filen",
		En: "with that acceptance {file} could not be read; nothing was written\nwrite a shorter reason, or see with “vis validate” what is wrong with the file",
	}
)

// writeAcknowledgement writes an entry in acknowledged.yaml, which may be new, once
// the registry with it has been read and the entry accepts its finding.
func (a *app) writeAcknowledgement(ctx context.Context, o *opened, entry *model.Acknowledgement) error {
	before, err := fs.ReadFile(o.fsys, acknowledged)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	after, err := edit.Acknowledge(before, entry)
	if err != nil {
		return err
	}
	changes := []edit.Change{{Path: acknowledged, Before: before, After: after}}
	then, err := a.overlaid(ctx, o, changes)
	if err != nil {
		return err
	}
	found, err := a.acceptable(ctx, then)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(found, func(f *rule.Finding) bool {
		return f.Fingerprint == entry.Fingerprint.V && f.Acknowledged != nil
	}) {
		return errors.New(acknowledgeLost.Say(a.lang, text.Args{"file": a.shown(o, acknowledged)}))
	}
	return a.write(o.dir, changes)
}
