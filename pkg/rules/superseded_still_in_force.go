package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var supersededStillInForce = Rule{
	Spec: &rule.Spec{
		ID: "superseded-still-in-force", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En överenskommelse och den som den ersätter gäller inte samtidigt.",
			En: "An agreement and the one that it replaces are not in force at the same time.",
		},
		Why: text.Both{
			Sv: "Att en överenskommelse ersätter en annan (replaces) avslutar inte den äldre; det görs med ended. Gäller båda samma dag vet parterna inte vilken de ska följa. Är det inte säkert att båda gäller går det inte att avgöra.",
			En: "That one agreement replaces another (replaces) does not end the older one; that is done with ended. Where both are in force the same day, the parties do not know which to follow. Where it is not certain that both are, nobody can tell.",
		},
		Remedy:   text.Both{Sv: "Avsluta den äldre överenskommelsen med ended, eller rätta replaces.", En: "End the older agreement with ended, or correct replaces."},
		Messages: map[string]text.Both{"": {Sv: "överenskommelsen ersätter {older}, som fortfarande gäller", En: "the agreement replaces {older}, which is still in force"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 295, Says: "ansvara för processen att revidera och föreslå anpassningar av aktuella överenskommelser"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, a := range v.Agreements {
			if a.External.V {
				continue
			}
			for i, ref := range a.Replaces.All() {
				older, ok := registry.Find[*model.Agreement](v.Registry, ref)
				if !ok || older == a || older.External.V {
					continue
				}
				r.Judge(truth.And(v.IsInForce(a), v.IsInForce(older)).Not(), func() *rule.Finding {
					f := rule.Found(rule.At(a, "replaces", i), text.Args{"older": phrase.Name(v, older.Ref)})
					f.Related = []rule.Related{rule.Beside(rule.At(older, "entry_into_force"), "den äldre gäller enligt detta", "the older one is in force by this")}
					return f
				})
			}
		}
	},
}
