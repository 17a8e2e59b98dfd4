package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var partySideSet = Rule{
	Spec: &rule.Spec{
		ID: "party-side-set", Number: "R014", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Varje organisation har en sida: region, kommun eller annan.",
			En: "Every organization has a side: region, municipal or other.",
		},
		Why: text.Both{
			Sv: "Samverkan har två sidor, och balansen mellan dem räknas. Storsthlm hör till kommunernas sida, hälso- och sjukvårdsförvaltningen och vårdgivare till regionens, Kriminalvården och brukarorganisationer till ingen av dem. Ett kollektiv har sina medlemmars sida.",
			En: "The cooperation has two sides, and the balance between them is counted. Storsthlm is on the municipal side, the health administration and care providers on the region's, the Prison and Probation Service and user organizations on neither. A collective has the side of its members.",
		},
		Remedy:   text.Both{Sv: "Ange side: region, municipal eller other.", En: "Give side: region, municipal or other."},
		Messages: map[string]text.Both{"": {Sv: "organisationen har ingen sida", En: "the organization has no side"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2", Line: 101, Says: "ungefär lika stora delar region- respektive kommunrepresentation"},
			{Source: "rapport-2022", Section: "2.1", Line: 109, Says: "gemensamma samverkansgrupper mellan regionen och kommunerna"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, o := range v.Organizations {
			switch {
			case o.Side.Is == model.Unknown, o.Type.Is == model.Unknown && v.Side(o.Ref) == "":
				r.CannotTell()
			case v.Side(o.Ref) == "":
				r.Violated(rule.Found(rule.At(o, "side"), nil))
			default:
				r.Holds()
			}
		}
	},
}
