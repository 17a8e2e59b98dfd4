package rules

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var metricScope = Rule{
	Spec: &rule.Spec{
		ID: "metric-scope", Number: "R079", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett redovisat tal om roller, kommuner eller personer anger vilka fora det räknar, och bara fora räknas.",
			En: "A reported figure of roles, municipalities or people says which forums it counts, and only forums are counted.",
		},
		Why: text.Both{
			Sv: "Rapportens tal gäller åtta fora och räknar inte nätverk, arbetsgrupper eller kunskapsstyrning. Utan avgränsning (scope) jämförs talet med något annat än det som räknades.",
			En: "The figures of the report are of eight forums and do not count networks, working groups or knowledge governance. Without a scope the figure is compared with something else than what was counted.",
		},
		Remedy: text.Both{Sv: "Ange scope på talet, eller ta bort avgränsningen från den grupp som inte är ett forum.", En: "Give the scope of the figure, or remove the scope from the group that is not a forum."},
		Messages: map[string]text.Both{
			"":      {Sv: "talet om {metric} anger inte vilka fora det räknar", En: "the figure of {metric} does not say which forums it counts"},
			"group": {Sv: "{group} är {type} och räknas inte i {scope}", En: "{group} is of the type {type} and does not count in {scope}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2", Line: 101, Says: "dessa totalt åtta fora"},
			{Source: "rapport-2022", Section: "2", Line: 103, Says: "som inte är inräknade ovan"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		scoped := []string{"roles", "roles-by-side", "roles-elected", "municipalities-represented", "people-in-several-groups", "balance"}
		for _, s := range v.Sources {
			for i, c := range s.Claims.All() {
				switch {
				case !slices.Contains(scoped, c.Metric.V):
				case c.Scope.Is == model.Unknown:
					r.CannotTell()
				case !c.Scope.Given():
					r.Violated(rule.Found(rule.At(s, "claims", i), text.Args{"metric": c.Metric.V}))
				default:
					r.Holds()
				}
			}
		}
		for _, g := range v.Groups {
			for i, scope := range g.Scope.All() {
				if g.Type.Is == model.Unknown {
					r.CannotTell()
					continue
				}
				if !registry.IsForum(g) {
					r.Violated(rule.FoundAs("group", rule.At(g, "scope", i), text.Args{"group": phrase.Both(v.ShortName(g)), "type": phrase.Word("group-type", g.Type.V), "scope": string(scope)}))
					continue
				}
				r.Holds()
			}
		}
	},
}
