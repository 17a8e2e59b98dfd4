package cli

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

func (a *app) explainCommand() *cobra.Command {
	return inFormats(&cobra.Command{
		Use:   a.pick("explain REGEL", "explain RULE"),
		Short: a.pick("Berättar allt om en regel", "Tells all about a rule"),
		Long: a.pick(`Berättar varför en regel finns och vilket ställe i källorna den vilar på, visar ett
exempel som inte godkänns med det fynd det ger, samma exempel rättat, och hur man
åtgärdar ett fynd. För en ändringsregel är exemplen två ändringar. Exemplen prövas när
du ser dem.`,
			`Tells why a rule exists and which passage of the sources it rests on, shows an
example that fails with the finding it gives, the same example mended, and how to
mend a finding. For a change rule the examples are two changes. The examples are tested
as you see them.`),
		Example:           "  vis explain ref-resolves\n  vis explain R013\n  vis explain status-went-back",
		Args:              a.arguments(1, 1, text.Both{Sv: "en regel", En: "a rule"}),
		ValidArgsFunction: once(completeFrom(everyRuleID)),
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
	var b strings.Builder
	s, width := a.style(), a.explainWidth()
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
	if merged := r.merged; merged != nil {
		fmt.Fprintf(&b, "%s\n%s\n\n", a.lang.Say(text.ExplainMerged, text.Args{"merged": merged.ID, "rule": r.ID}), merged.Title.In(a.lang))
	}
	title := s.Strong(r.ID)
	if r.Number != "" {
		title += " (" + r.Number + ")"
	}
	sort := r.Profile.String()
	if r.ofChanges {
		sort = a.lang.Word(text.ExplainOfChanges)
	}
	fmt.Fprintf(&b, "%s · %s · %s\n", title, a.severityWord(r.Severity), sort)
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
	if r.ofChanges {
		tune = append(tune, a.lang.Word(text.ExplainTuneStricter))
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
		out += ": " + phrase.Writer{Lang: a.lang}.Quote(c.Says)
	}
	return out
}

// explainWidth is how wide an explanation is.
func (a *app) explainWidth() int { return cmp.Or(a.width(), 88) }
