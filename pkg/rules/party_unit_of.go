package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var partyUnitOf = Rule{
	Spec: &rule.Spec{
		ID: "party-unit-of", Number: "R015", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En förvaltning, ett beslutande organ och en offentlig vårdgivare anger vilken juridisk person den hör till, utan cirklar.",
			En: "An administration, a decision-making body and a public care provider say which legal person they belong to, without circles.",
		},
		Why: text.Both{
			Sv: "En enhet kan inte själv vara bunden av ett avtal; det är den juridiska personen som är det. Privata vårdgivare är egna juridiska personer och berörs inte.",
			En: "A unit cannot itself be bound by an agreement; its legal person is. Private care providers are legal persons of their own and are exempt.",
		},
		Remedy: text.Both{Sv: "Ange part_of, eller part_of: unknown.", En: "Give part_of, or part_of: unknown."},
		Messages: map[string]text.Both{
			"":      {Sv: "enheten anger inte vilken juridisk person den hör till", En: "the unit does not say which legal person it belongs to"},
			"cycle": {Sv: "enheten hör till sig själv, genom {chain}", En: "the unit belongs to itself, through {chain}"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "3.1", Line: 299, Says: "juridisk person för bårhus inom Region Stockholm"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, o := range v.Organizations {
			if chain := partOfCycle(v, o); chain != nil {
				r.Violated(rule.FoundAs("cycle", rule.At(o, "part_of"), text.Args{"chain": chain}))
				continue
			}
			unit := o.Type.V == model.Administration || o.Type.V == model.Body || o.Type.V == model.Provider && o.Ownership.V == model.Public
			switch {
			case !unit:
			case o.PartOf.Is == model.Given, o.PartOf.Is == model.NotApplicable:
				r.Holds()
			case o.PartOf.Is == model.Unknown:
				r.CannotTell()
			default:
				r.Violated(rule.Found(rule.At(o, "part_of"), nil))
			}
		}
	},
}

// partOfCycle returns the organizations from o back to itself, or nil.
func partOfCycle(v *registry.View, o *model.Organization) []string {
	var chain []string
	seen := map[model.Ref]bool{}
	for at := o; at.PartOf.Given() && !seen[at.Ref]; {
		seen[at.Ref] = true
		next, ok := v.Organization(at.PartOf.V)
		if !ok {
			return nil
		}
		chain = append(chain, next.Ref.ID)
		if next.Ref == o.Ref {
			return chain
		}
		at = next
	}
	return nil
}
