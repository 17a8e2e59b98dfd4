package rules

import (
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var secretariatDuties = Rule{
	Spec: &rule.Spec{
		ID: "secretariat-duties", Number: "R101", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Processledningens uppdrag omfattar de ansvar som riktlinjen anger och inga andra.",
			En: "The terms of reference of the process office cover the duties that the guideline gives and no others.",
		},
		Why: text.Both{
			Sv: "Riktlinjen anger vad det gemensamma sekretariatet ansvarar för (duties). Regeln läser terms_of_reference.duties för gruppen i process_office när den har tillträtt. Är ansvaren unknown eller inte angivna går det inte att avgöra.",
			En: "The guideline says what the common secretariat is responsible for (duties). The rule reads terms_of_reference.duties of the group in process_office once that group has taken office. Where the duties are unknown or not given, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Lägg till ansvaret i uppdraget, eller ta bort det som inte står i riktlinjen.",
			En: "Add the duty to the terms of reference, or remove what the guideline does not give.",
		},
		Tune: text.Both{Sv: "duties i riktlinjen och process_office i vis.yaml.", En: "duties of the guideline and process_office in vis.yaml."},
		Messages: map[string]text.Both{
			"":      {Sv: "uppdraget för {group} omfattar inte ansvaret ”{term}”, som riktlinjen anger", En: "the terms of reference of {group} do not cover the duty “{term}”, which the guideline gives"},
			"extra": {Sv: "uppdraget för {group} har ansvaret ”{term}”, som riktlinjen inte anger", En: "the terms of reference of {group} have the duty “{term}”, which the guideline does not give"},
			"none":  {Sv: "uppdraget för {group} omfattar inget av riktlinjens ansvar", En: "the terms of reference of {group} cover none of the duties of the guideline"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "4", Line: 371, Says: "Enligt riktlinjen ska sekretariatet ansvara för:"},
			{Source: "rapport-2022", Section: "7.1", Line: 536, Says: "ska i enlighet med HÖKs riktlinje ansvara för:"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.Duties()
		office, ok := v.Office()
		if !ok || p.Governs == truth.No || !r.Applies(v.IsActive(office), v.TermsInEffect(office), p.Governs) {
			return
		}
		judgeTopics(v, r, office, topics{
			key: "duties", table: &office.TermsOfReference.V.Duties, wanted: p.Value, exact: true,
			severity: weight(p, rule.Error), basis: byGuideline(p),
		})
	},
}
