package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/example"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

func (a *app) explainCommand() *cobra.Command {
	return inFormats(&cobra.Command{
		Use:   a.pick("explain REGEL", "explain RULE"),
		Short: a.pick("Berättar allt om en regel", "Tells all about a rule"),
		Long: a.pick(`Berättar varför en regel finns och vilket ställe i källorna den vilar på, visar ett
exempel som inte godkänns med det fynd det ger, samma exempel rättat, och hur man
åtgärdar ett fynd. Exemplen prövas när du ser dem.`,
			`Tells why a rule exists and which passage of the sources it rests on, shows an
example that fails with the finding it gives, the same example mended, and how to
mend a finding. The examples are tested as you see them.`),
		Example:           "  vis explain ref-resolves\n  vis explain R013",
		Args:              a.arguments(1, 1, text.Both{Sv: "en regel", En: "a rule"}),
		ValidArgsFunction: once(completeFrom(ruleIDs)),
		RunE:              func(c *cobra.Command, args []string) error { return a.explain(c, args[0]) },
	}, "text")
}

func (a *app) explain(c *cobra.Command, id string) error {
	if _, err := a.format(c); err != nil {
		return err
	}
	r, err := a.rule(id)
	if err != nil {
		return err
	}
	_, merged, _ := rules.Find(id)
	var b strings.Builder
	s, width := a.style(), a.width()
	if width == 0 {
		width = 88
	}
	paragraph := func(key text.Key, lines ...string) {
		fmt.Fprintf(&b, "\n%s\n", s.Strong(a.lang.Word(key)))
		hang := ""
		if len(lines) > 1 {
			hang = "  " // so that it shows where the next one begins
		}
		for _, l := range lines {
			for i, line := range render.Wrap(l, width-2-len(hang)) {
				if i > 0 {
					line = hang + line
				}
				fmt.Fprintf(&b, "  %s\n", line)
			}
		}
	}
	if merged != nil {
		fmt.Fprintf(&b, "%s\n%s\n\n", a.lang.Say(text.ExplainMerged, text.Args{"merged": merged.ID, "rule": r.ID}), merged.Title.In(a.lang))
	}
	title := s.Strong(r.ID)
	if r.Number != "" {
		title += " (" + r.Number + ")"
	}
	fmt.Fprintf(&b, "%s · %s · %s\n", title, a.severityWord(r.Severity), r.Profile)
	for _, line := range render.Wrap(r.Title.In(a.lang), width) {
		fmt.Fprintln(&b, line)
	}
	if r.Form != rule.InFindings {
		paragraph(text.ExplainWhere, r.Where.In(a.lang))
	}
	paragraph(text.ExplainWhy, r.Why.In(a.lang))
	if len(r.Cites) > 0 {
		var cites []string
		for _, c := range r.Cites {
			cites = append(cites, a.cite(c))
		}
		paragraph(text.ExplainCites, cites...)
	}
	args, err := a.explainExamples(c.Context(), &b, r)
	if err != nil {
		return err
	}
	if r.Form != rule.InFindings {
		_, err = a.out().Write([]byte(b.String()))
		return err
	}
	paragraph(text.ExplainRemedy, text.Fill(r.Remedy.In(a.lang), args, a.lang.Write))
	var tune []string
	if r.Tune.Sv != "" {
		tune = append(tune, r.Tune.In(a.lang))
	}
	if r.Fixed {
		tune = append(tune, a.lang.Word(text.ExplainFixed))
	} else {
		tune = append(tune, a.lang.Say(text.ExplainTuneSeverity, text.Args{"rule": r.ID, "lb": "{", "rb": "}"}))
	}
	paragraph(text.ExplainTune, tune...)
	if len(r.Merged) > 0 {
		var also []string
		for _, m := range r.Merged {
			also = append(also, fmt.Sprintf("%s (%s): %s", m.ID, m.Number, m.Title.In(a.lang)))
		}
		paragraph(text.ExplainStandsFor, also...)
	}
	_, err = a.out().Write([]byte(b.String()))
	return err
}

// cite writes the passage that a rule rests on.
func (a *app) cite(c rule.Cite) string {
	if c.Source == "" {
		return a.lang.Say(text.ExplainDecisionOfProject, text.Args{"section": c.Section})
	}
	parts := []string{c.Source}
	if c.Section != "" {
		parts = append(parts, a.lang.Say(text.ExplainSection, text.Args{"section": c.Section}))
	}
	if c.Line > 0 {
		parts = append(parts, a.lang.Say(text.ExplainLine, text.Args{"line": c.Line}))
	}
	out := strings.Join(parts, ", ")
	if c.Says != "" {
		out += ": " + a.quote(c.Says)
	}
	return out
}

// explainExamples shows the example that fails, what it gives when the rules
// are run over it, and the example that passes. It returns what the remedy of
// the finding speaks of.
func (a *app) explainExamples(ctx context.Context, b *strings.Builder, r rules.Rule) (text.Args, error) {
	if r.Example == "" {
		return nil, nil
	}
	base, err := example.Parse(rules.BaseExample())
	if err != nil {
		return nil, err
	}
	ex, err := example.Parse(r.Example)
	if err != nil {
		return nil, err
	}
	s := a.style()
	show := func(key text.Key, side string) {
		fmt.Fprintf(b, "\n%s\n", s.Strong(a.lang.Word(key)))
		for _, f := range ex.Side(side) {
			fmt.Fprintf(b, "  %s\n", s.Faint("# "+f.Path))
			for line := range strings.SplitSeq(strings.TrimRight(f.Text, "\n"), "\n") {
				fmt.Fprintf(b, "  %s\n", strings.TrimRight(line, " "))
			}
		}
	}
	show(text.ExplainFails, "fail")
	found, err := findingsOf(ctx, base, ex, r)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(b, "\n%s\n", s.Strong(a.lang.Word(text.ExplainGives)))
	for _, f := range found {
		line := fmt.Sprintf("%s:%d:%d: %s: %s", f.File, f.At.Line, f.At.Column, a.severityWord(f.Severity), render.Message(f, a.lang))
		width := a.width()
		if width == 0 {
			width = 88
		}
		for i, l := range render.Wrap(line, width-4) {
			if i == 0 {
				fmt.Fprintf(b, "  %s\n", l)
				continue
			}
			fmt.Fprintf(b, "    %s\n", l)
		}
	}
	show(text.ExplainPasses, "pass")
	if len(found) == 0 {
		return nil, nil
	}
	return found[0].Args, nil
}

// findingsOf runs all the rules over the failing side of a rule's example and
// returns the rule's own findings.
func findingsOf(ctx context.Context, base, ex *example.Example, r rules.Rule) ([]*rule.Finding, error) {
	fsys := example.FS(base.Files, ex.Side("fail"))
	loaded, err := load.Registry(ctx, fsys)
	if err != nil {
		return nil, err
	}
	day, err := edtf.ParseDay(ex.AsOf)
	if err != nil {
		return nil, err
	}
	outcome, err := rules.Run(ctx, loaded, loaded.Registry.At(day, day), rules.Options{Profile: rule.Pedantic})
	if err != nil {
		return nil, err
	}
	var own []*rule.Finding
	for _, f := range outcome.Findings {
		if f.Spec.ID == r.ID {
			own = append(own, f)
		}
	}
	if err := load.Locate(ctx, fsys, own); err != nil {
		return nil, err
	}
	rule.SortByPosition(own)
	return own, nil
}
