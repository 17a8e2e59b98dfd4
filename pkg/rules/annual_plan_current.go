package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var annualPlanCurrent = Rule{
	Spec: &rule.Spec{
		ID: "annual-plan-current", Number: "R063", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett aktivt forum har en årsplan för innevarande år.",
			En: "An active forum has an annual plan for the current year.",
		},
		Why: text.Both{
			Sv: "Årsplanen säger vad forumet ska göra och gör det möjligt att planera gemensamt. Regeln söker en plan av typen annual som forumet äger och vars period omfattar dagen. I början av ett år räcker föregående års plan så länge som plan_grace anger. plans: none betyder att ingen årsplan finns. Att en plan saknas i registret säger annars något först när forumets planer är fullständiga (complete.plans).",
			En: "The annual plan says what the forum is to do and makes joint planning possible. The rule looks for a plan of type annual that the forum owns and whose period covers the day. Early in a year the plan of the year before is enough for as long as plan_grace says. plans: none means that there is no annual plan. That a plan is not in the registry otherwise says something only once the plans of the forum are complete (complete.plans).",
		},
		Remedy: text.Both{
			Sv: "Ta fram en årsplan och lägg in den som en fil i mappen plans, med type: annual, gruppen i owner och året i period.",
			En: "Draw up an annual plan and add it as a file in the folder plans, with type: annual, the group in owner and the year in period.",
		},
		Tune: text.Both{Sv: "thresholds.plan_grace i vis.yaml.", En: "thresholds.plan_grace in vis.yaml."},
		Messages: map[string]text.Both{
			"":     {Sv: "{group} har ingen årsplan som gäller {day}", En: "{group} has no annual plan that covers {day}"},
			"none": {Sv: "{group} har ingen årsplan", En: "{group} has no annual plan"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 129, Says: "Det finns en årsplan framtagen för 2022."},
			{Source: "rapport-2022", Section: "2.2", Line: 195, Says: "Ingen årsplan finns."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		grace := v.Thresholds().PlanGrace
		if off(grace) {
			return
		}
		for _, g := range v.Forums() {
			if g.Plans.Is == model.NotApplicable || !r.Applies(v.IsActive(g), known(grace)) {
				continue
			}
			r.Judge(v.PlannedYear(g), func() *rule.Finding {
				args := text.Args{"group": phrase.Both(v.ShortName(g)), "day": v.Day}
				if g.Plans.Is == model.None && v.Vouched(g, "plans", g.Plans.Why.Evidence()) == truth.Yes {
					return rule.FoundAs("none", rule.At(g, "plans"), args)
				}
				return rule.Found(rule.At(g, "complete", "plans"), args)
			})
		}
	},
}
