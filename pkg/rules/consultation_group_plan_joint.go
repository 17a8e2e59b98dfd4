package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var consultationGroupPlanJoint = Rule{
	Spec: &rule.Spec{
		ID: "consultation-group-plan-joint", Number: "R095", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En etablerad samrådsgrupps uppdrag och årsplan är framtagna tillsammans med processledningen.",
			En: "The terms of reference and the annual plan of an established consultation group are made together with the process office.",
		},
		Why: text.Both{
			Sv: "Processledningen håller samman planeringen mellan grupperna. Regeln läser with i terms_of_reference och i de årsplaner som gäller, och söker gruppen i process_office. Är with inte angivet eller unknown går det inte att avgöra. Att årsplan saknas tas upp av annual-plan-current.",
			En: "The process office holds the planning of the groups together. The rule reads with in terms_of_reference and in the annual plans in effect, and looks for the group in process_office. Where with is not given or unknown nobody can tell. A missing annual plan is for annual-plan-current.",
		},
		Remedy: text.Both{
			Sv: "Ange processledningen i with om den har varit med, annars låt den gå igenom underlaget.",
			En: "Name the process office in with if it has taken part, otherwise let it go through the material.",
		},
		Tune: text.Both{Sv: "process_office i vis.yaml.", En: "process_office in vis.yaml."},
		Messages: map[string]text.Both{
			"":     {Sv: "uppdraget för {group} är inte framtaget tillsammans med {office}", En: "the terms of reference of {group} were not made together with {office}"},
			"plan": {Sv: "årsplanen för {group} är inte framtagen tillsammans med {office}", En: "the annual plan of {group} was not made together with {office}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "7.2", Line: 565, Says: "Tillsammans med det regionala sekretariatet formuleras samrådsgruppens uppdragsbeskrivning och en årsplanering tas fram."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		office, ok := v.Office()
		if !ok {
			return
		}
		for _, g := range v.ConsultationGroupRecords() {
			if v.IsEstablished(g) == truth.No {
				continue
			}
			args := text.Args{"group": phrase.Both(v.ShortName(g)), "office": phrase.Both(v.ShortName(office))}
			terms := &g.TermsOfReference.V
			if terms.With.Is != model.NotApplicable && r.Applies(v.IsEstablished(g), v.TermsInEffect(g)) {
				r.Judge(registry.Among(office.Ref, terms.With), func() *rule.Finding { return rule.Found(rule.At(g, "terms_of_reference", "with"), args) })
			}
			for _, p := range v.PlansOf(g.Ref) {
				if p.Type.V == registry.AnnualPlan && p.With.Is != model.NotApplicable && r.Applies(v.IsEstablished(g), v.PlanHolds(p)) {
					r.Judge(registry.Among(office.Ref, p.With), func() *rule.Finding { return rule.FoundAs("plan", rule.At(p, "with"), args) })
				}
			}
		}
	},
}
