package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementOrphan = Rule{
	Spec: &rule.Spec{
		ID: "agreement-orphan", Number: "R030", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Varje gällande överenskommelse har en grupp som ansvarar för den.",
			En: "Every agreement in force has a group that is responsible for it.",
		},
		Why: text.Both{
			Sv: "En överenskommelse som ingen ansvarar för följs inte upp och blir inte omprövad. Att responsible inte anges räknas som att ingen ansvarar. Står det unknown, eller bara föreslagna grupper, går det inte att avgöra. Huvudöverenskommelsen är den översta gruppens (apex i vis.yaml) om inget annat sägs. Avsiktsförklaringar, principer, statliga överenskommelser och andras berörs inte.",
			En: "An agreement that nobody is responsible for is not followed up and not revised. That responsible is not given counts as nobody being responsible. Where it says unknown, or names proposed groups only, nobody can tell. The framework agreement is that of the group at the top (apex in vis.yaml) unless something else is said. Letters of intent, principles, national agreements and those of others are exempt.",
		},
		Remedy:   text.Both{Sv: "Ange ansvarig grupp i responsible, eller unknown om källan inte säger vem det är.", En: "Give the responsible group in responsible, or unknown if the source does not say who it is."},
		Messages: map[string]text.Both{"": {Sv: "ingen grupp ansvarar för överenskommelsen", En: "no group is responsible for the agreement"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 316, Says: "otydlighet kring ansvaret för och uppföljning av överenskommelserna"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for a, in := range inForce(v) {
			if a.Responsible.Is == model.NotApplicable {
				continue
			}
			_, owned := v.Owners(a)
			r.Judge(truth.Or(in.Not(), owned), func() *rule.Finding { return rule.Found(rule.AtKey(a, "responsible"), nil) })
		}
	},
}
