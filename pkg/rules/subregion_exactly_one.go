package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var subregionExactlyOne = Rule{
	Spec: &rule.Spec{
		ID: "subregion-exactly-one", Number: "R013", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Varje kommun hör till exakt en delregion, eller har unknown med ett skäl.",
			En: "Every municipality belongs to exactly one subregion, or has unknown with a reason.",
		},
		Why: text.Both{
			Sv: "Kommunerna företräder varandra delregionalt. En kommun utan delregion blir utan företrädare i varje sammanställning. Är tillhörigheten oviss sägs det, med tänkbara delregioner och skäl.",
			En: "The municipalities represent each other by subregion. A municipality without one has no representative in any report. Where it is uncertain that is said, with candidates and a reason.",
		},
		Remedy: text.Both{
			Sv: "Ange subregion, eller skriv is: unknown med candidates och reason.",
			En: "Give subregion, or write is: unknown with candidates and a reason.",
		},
		Messages: map[string]text.Both{
			"":       {Sv: "kommunen har ingen delregion", En: "the municipality has no subregion"},
			"reason": {Sv: "delregionen är okänd utan att skälet sägs", En: "the subregion is unknown and no reason is given"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.1", Line: 109, Says: "deltagare från södra länet, Stockholm stad,"},
			{Source: "rapport-2022", Section: "2.1", Line: 111, Says: "nordvästra länet och nordöstra länet"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		if len(v.TermIDs("subregions")) == 0 {
			return
		}
		for _, o := range v.Municipalities() {
			switch o.Subregion.Is {
			case model.Given, model.NotApplicable:
				r.Holds()
			case model.Unknown:
				if o.Subregion.Why == nil || !o.Subregion.Why.Reason.Given() {
					r.Violated(rule.FoundAs("reason", rule.At(o, "subregion"), nil))
					continue
				}
				r.CannotTell()
			default:
				r.Violated(rule.Found(rule.At(o, "subregion"), nil))
			}
		}
	},
}
