package cli

import (
	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

func (a *app) rulesCommand() *cobra.Command {
	var severity, profile string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: a.pick("Listar reglerna", "Lists the rules"),
		Long: a.pick(`Listar reglerna med grad, profil och vad de säger. Graden är den högsta som regeln
kan ge. ”vis explain REGEL” berättar allt om en regel.`,
			`Lists the rules with severity, profile and what they say. The severity is the highest
that the rule can give. “vis explain RULE” tells all about one.`),
		Example: `  vis rules
  vis rules --severity error --format json`,
		Args: a.arguments(0, 0, text.Both{}),
		RunE: func(c *cobra.Command, _ []string) error { return a.listRules(c, severity, profile) },
	}
	inFormats(cmd, "table", "json", "markdown")
	cmd.Flags().StringVar(&severity, "severity", "", a.pick("bara regler med denna grad", "only rules of this severity"))
	cmd.Flags().StringVar(&profile, "profile", "", a.pick("bara regler i denna profil", "only rules of this profile"))
	complete(cmd, "severity", "error", "warning", "info")
	complete(cmd, "profile", "basic", "strict", "pedantic")
	return cmd
}

type jsonRule struct {
	ID        string        `json:"id"`
	Number    string        `json:"number,omitempty"`
	Severity  rule.Severity `json:"severity"`
	Profile   rule.Profile  `json:"profile"`
	Title     string        `json:"title"`
	DecidedBy string        `json:"decided_by,omitempty"`
	Form      rule.Form     `json:"form"`
	Where     string        `json:"where,omitempty"`
	Cites     []rule.Cite   `json:"cites"`
}

func (a *app) listRules(c *cobra.Command, severity, profile string) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	wantSeverity, wantProfile := rule.Off, rule.Basic
	if severity != "" {
		if wantSeverity, err = a.severity(severity); err != nil {
			return err
		}
	}
	if profile != "" {
		var ok bool
		if wantProfile, ok = rule.ParseProfile(profile); !ok {
			return a.usage(text.BadProfile, text.Args{"value": profile})
		}
	}
	list := []jsonRule{}
	for _, r := range rules.Catalogue() {
		if severity != "" && r.Severity != wantSeverity || profile != "" && r.Profile != wantProfile {
			continue
		}
		list = append(list, jsonRule{r.ID, r.Number, r.Severity, r.Profile, r.Title.In(a.lang), "", r.Form, r.Where.In(a.lang), append([]rule.Cite{}, r.Cites...)})
		for _, m := range r.Merged {
			list = append(list, jsonRule{m.ID, m.Number, r.Severity, r.Profile, m.Title.In(a.lang), r.ID, r.Form, "", []rule.Cite{}})
		}
	}
	if format == "json" {
		return render.JSON(a.out(), list)
	}
	t := render.Table{Header: a.headings(text.ColumnRule, text.ColumnNumber, text.ColumnSeverity, text.ColumnProfile, text.ColumnSays)}
	for _, r := range list {
		says := r.Title
		if r.DecidedBy != "" {
			says += " → " + r.DecidedBy
		}
		if r.Where != "" {
			says += " → " + r.Where
		}
		t.Rows = append(t.Rows, []string{r.ID, r.Number, a.severityWord(r.Severity), r.Profile.String(), says})
	}
	if format == "markdown" {
		return t.Markdown(a.out())
	}
	return t.Write(a.out(), a.width(), a.style())
}

func (a *app) severityWord(s rule.Severity) string {
	return a.lang.Word([...]text.Key{text.SeverityOff, text.SeverityInfo, text.SeverityWarning, text.SeverityError}[s])
}
