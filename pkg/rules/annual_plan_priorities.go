package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var annualPlanPriorities = Rule{
	Spec: &rule.Spec{
		ID: "annual-plan-priorities", Number: "R064", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En årsplan hänvisar till en handlingsplan eller prioriteringar som gäller.",
			En: "An annual plan refers to an action plan or priorities that are in effect.",
		},
		Why: text.Both{
			Sv: "Årsplanerna är hur de gemensamma prioriteringarna blir gjorda. Regeln läser implements i de årsplaner som gäller dagen. Hänvisar planen bara till planer som har ersatts eller löpt ut har den tappat sambandet. Går det inte att säga om en plan som den hänvisar till gäller, går det inte att avgöra.",
			En: "The annual plans are how the common priorities get done. The rule reads implements of the annual plans that govern the day. Where a plan refers only to plans that have been replaced or have run out it has lost the connection. Where nobody can tell whether a plan that it refers to is in effect, neither can the rule.",
		},
		Remedy: text.Both{
			Sv: "Ange i implements den handlingsplan eller de prioriteringar som gäller nu.",
			En: "Give in implements the action plan or the priorities in effect now.",
		},
		Messages: map[string]text.Both{
			"":         {Sv: "årsplanen genomför ingen handlingsplan och inga prioriteringar", En: "the annual plan implements no action plan and no priorities"},
			"replaced": {Sv: "årsplanen hänvisar till {plan}, som har ersatts av {newer}", En: "the annual plan refers to {plan}, which has been replaced by {newer}"},
			"over":     {Sv: "årsplanen hänvisar till {plan}, som inte gäller {day}", En: "the annual plan refers to {plan}, which is not in effect on {day}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.3", Line: 269, Says: "VIS prioriterade områden och årsplanering inte är tillräckligt känd eller implementerad i samverkansgrupperna"},
			{Source: "rapport-2022", Section: "3.4", Line: 365, Says: "Handlingsplanen kommer ersätta det som tidigare hetat VIS prioriterade områden."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, p := range v.Plans {
			if p.Type.V != registry.AnnualPlan || p.Implements.Is == model.NotApplicable || !r.Applies(v.PlanHolds(p)) {
				continue
			}
			judgeImplements(v, r, p)
		}
	},
}

// judgeImplements judges whether one of the plans that a plan implements is in
// effect.
func judgeImplements(v *registry.View, r *rule.Report, p *model.Plan) {
	follows := truth.No
	if p.Implements.Is == model.Absent || p.Implements.Open() {
		follows = truth.CannotTell
	}
	found := rule.Found(rule.At(p, "implements"), nil)
	for i, ref := range p.Implements.All() {
		followed, ok := registry.Find[*model.Plan](v.Registry, ref)
		if !ok {
			follows = truth.Or(follows, truth.CannotTell)
			continue
		}
		holds := v.PlanHolds(followed)
		follows = truth.Or(follows, holds)
		if holds != truth.No || found.Variant != "" {
			continue
		}
		args := text.Args{"plan": phrase.Name(v, ref), "day": v.Day}
		found = rule.FoundAs("over", rule.At(p, "implements", i), args)
		if newer, ok := v.Replacement(followed); ok {
			args["newer"] = phrase.Name(v, newer.Ref)
			found.Variant = "replaced"
			found.Related = append(found.Related, rule.Beside(rule.At(newer, "replaces"), "ersätter den", "replaces it"))
		}
	}
	r.Judge(follows, func() *rule.Finding { return found })
}
