package cli

import (
	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

type rulesFlags struct {
	severity string
	profile  string
	changes  bool
}

func (a *app) rulesCommand() *cobra.Command {
	var f rulesFlags
	cmd := &cobra.Command{
		Use:   "rules",
		Short: a.pick("Listar reglerna", "Lists the rules"),
		Long: a.pick(`Listar reglerna om registrets poster med grad, profil och vad de säger. Graden är den
högsta som regeln kan ge. Reglerna om hur registret får ändras, som ”vis review” prövar,
visas med --changes. ”vis explain REGEL” berättar allt om en regel.`,
			`Lists the rules about the records of the registry with severity, profile and what they
say. The severity is the highest that the rule can give. The rules about how the
registry may change, which “vis review” tests, are shown with --changes. “vis explain
RULE” tells all about one.`),
		Example: `  vis rules
  vis rules --severity error --format json
  vis rules --changes`,
		Args: a.arguments(0, 0, text.Both{}),
		RunE: func(c *cobra.Command, _ []string) error { return a.listRules(c, f) },
	}
	inFormats(cmd, "table", "json", "markdown")
	cmd.Flags().StringVar(&f.severity, "severity", "", a.pick("bara regler med denna grad", "only rules of this severity"))
	cmd.Flags().StringVar(&f.profile, "profile", "", a.pick("bara regler i denna profil", "only rules of this profile"))
	cmd.Flags().BoolVar(&f.changes, "changes", false, a.pick("reglerna om ändringar, inte de om poster", "the rules about changes, not those about records"))
	complete(cmd, "severity", "error", "warning", "info")
	complete(cmd, "profile", "basic", "strict", "pedantic")
	return cmd
}

// jsonRule is a rule as the list has it. Rules about changes have no profile:
// every review tests all of them.
type jsonRule struct {
	ID        string        `json:"id"`
	Number    string        `json:"number,omitempty"`
	Severity  rule.Severity `json:"severity"`
	Profile   *rule.Profile `json:"profile,omitempty"`
	Title     string        `json:"title"`
	DecidedBy string        `json:"decided_by,omitempty"`
	Form      rule.Form     `json:"form"`
	Where     string        `json:"where,omitempty"`
	Cites     []rule.Cite   `json:"cites"`
}

// specs are the rules about records or about changes.
func specs(changes bool) []*rule.Spec {
	var out []*rule.Spec
	if changes {
		for _, r := range review.Catalogue() {
			out = append(out, r.Spec)
		}
		return out
	}
	for _, r := range rules.Catalogue() {
		out = append(out, r.Spec)
	}
	return out
}

func (a *app) listRules(c *cobra.Command, f rulesFlags) error {
	format, err := a.format(c)
	if err != nil {
		return err
	}
	wantSeverity, wantProfile := rule.Off, rule.Basic
	if f.severity != "" {
		if wantSeverity, err = a.severity(f.severity); err != nil {
			return err
		}
	}
	if f.profile != "" {
		var ok bool
		if wantProfile, ok = rule.ParseProfile(f.profile); !ok {
			return a.usage(text.BadProfile, text.Args{"value": f.profile})
		}
		if f.changes {
			return a.usage(text.FilterDoesNotApply, text.Args{"flag": "--profile", "kind": a.pick("ändringsregler", "change rules")})
		}
	}
	list := []jsonRule{}
	for _, r := range specs(f.changes) {
		if f.severity != "" && r.Severity != wantSeverity || f.profile != "" && r.Profile != wantProfile {
			continue
		}
		profile := &r.Profile
		if f.changes {
			profile = nil
		}
		list = append(list, jsonRule{r.ID, r.Number, r.Severity, profile, r.Title.In(a.lang), "", r.Form, r.Where.In(a.lang), append([]rule.Cite{}, r.Cites...)})
		for _, m := range r.Merged {
			list = append(list, jsonRule{m.ID, m.Number, r.Severity, profile, m.Title.In(a.lang), r.ID, r.Form, "", []rule.Cite{}})
		}
	}
	if format == "json" {
		return render.JSON(a.out(), list)
	}
	t := render.Table{Header: a.headings(text.ColumnRule, text.ColumnNumber, text.ColumnSeverity, text.ColumnProfile, text.ColumnSays)}
	if f.changes {
		t.Header = a.headings(text.ColumnRule, text.ColumnSeverity, text.ColumnSays)
	}
	for _, r := range list {
		says := r.Title
		if r.DecidedBy != "" {
			says += " → " + r.DecidedBy
		}
		if r.Where != "" {
			says += " → " + r.Where
		}
		row := []string{r.ID, a.severityWord(r.Severity), says}
		if !f.changes {
			row = []string{r.ID, r.Number, a.severityWord(r.Severity), r.Profile.String(), says}
		}
		t.Rows = append(t.Rows, row)
	}
	if format == "markdown" {
		return t.Markdown(a.out())
	}
	return t.Write(a.out(), a.width(), a.style())
}

func (a *app) severityWord(s rule.Severity) string {
	return a.lang.Word([...]text.Key{text.SeverityOff, text.SeverityInfo, text.SeverityWarning, text.SeverityError}[s])
}
