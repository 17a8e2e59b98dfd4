package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var municipalityCount = Rule{
	Spec: &rule.Spec{
		ID: "municipality-count", Number: "R011", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Registret har så många kommuner i länet som vis.yaml anger.",
			En: "The registry has as many municipalities in the county as vis.yaml says.",
		},
		Why: text.Both{
			Sv: "”Samtliga kommuner” går bara att räkna om alla finns med. Antalet är ett val i vis.yaml; utan det prövas inte regeln.",
			En: "“All municipalities” can be counted only if all of them are there. The number is a choice in vis.yaml; without it the rule does not apply.",
		},
		Remedy:   text.Both{Sv: "Lägg till den kommun som saknas, eller rätta dess kod.", En: "Add the municipality that is missing, or correct its code."},
		Tune:     text.Both{Sv: "county.municipalities i vis.yaml.", En: "county.municipalities in vis.yaml."},
		Messages: map[string]text.Both{"": {Sv: "vis.yaml anger {want|en kommun|# kommuner} i länet, men registret har {have}", En: "vis.yaml says {want|one municipality|# municipalities} in the county, but the registry has {have}"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "1", Line: 71, Says: "Stockholms läns 26 kommuner"},
			{Source: "forstudie-2018", Line: 5, Says: "Stockholmsregionens 26 kommuner"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		want := v.Manifest.County.V.Municipalities
		if off(want) || !r.Applies(known(want)) {
			return
		}
		var count truth.Count
		for _, o := range v.Municipalities() {
			count.Add(v.HasEnded(o).Not())
		}
		for range v.MaybeMunicipalities() {
			count.Add(truth.CannotTell)
		}
		r.Judge(count.Exactly(want.V), func() *rule.Finding {
			return rule.Found(rule.InFile(model.Manifest, "county", "municipalities"), text.Args{"want": want.V, "have": count.Yes})
		})
	},
}
