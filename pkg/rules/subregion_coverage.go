package rules

import (
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var subregionCoverage = Rule{
	Spec: &rule.Spec{
		ID: "subregion-coverage", Number: "R075", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett forum med delregional representation har minst en företrädare för varje delregion.",
			En: "A forum with subregional representation has at least one representative of each subregion.",
		},
		Why: text.Both{
			Sv: "Kommuner utan egen plats företräds av en kommun i sin delregion. Saknas en delregion hörs ingen av dess kommuner. Regeln gäller grupper med subregional: true. En delregion som inte har någon plats saknas bara om platserna är kända som fullständiga (complete.seats); en plats för en kommun med oviss delregion kan täcka den.",
			En: "Municipalities without a seat of their own are represented by one of their subregion. Where a subregion is missing, none of its municipalities is heard. The rule goes for groups with subregional: true. A subregion without a seat is missing only if the seats are known to be complete (complete.seats); a seat of a municipality whose subregion is uncertain may cover it.",
		},
		Remedy:   text.Both{Sv: "Lägg till en plats under seats som företräder delregionen, eller delregionen i represents på den plats som talar för den. Finns ingen, ta upp frågan med delregionen.", En: "Add a seat under seats that represents the subregion, or the subregion to represents of the seat that speaks for it. Where there is none, raise the matter with the subregion."},
		Tune:     text.Both{Sv: "subregional på gruppen och subregions i vokabulären.", En: "subregional of the group and subregions of the vocabulary."},
		Messages: map[string]text.Both{"": {Sv: "ingen plats i {group} företräder {subregion}", En: "no seat of {group} represents {subregion}"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.1", Line: 109, Says: "Från kommunerna är det ofta delregional representation"},
			{Source: "rapport-2022", Section: "2.2", Line: 189, Says: "Kommundeltagare från socialtjänst, delregionalt"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.ActiveForums() {
			if !g.Subregional.V {
				continue
			}
			covered := v.Subregions(g)
			for _, id := range v.TermIDs("subregions") {
				r.Judge(covered[id], func() *rule.Finding {
					term, _ := v.Term("subregions", id)
					return rule.Found(rule.At(g, "seats"), text.Args{"group": phrase.Both(v.ShortName(g)), "subregion": phrase.Both(term.Words())}, id)
				})
			}
		}
	},
}
