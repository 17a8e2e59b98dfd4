package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var consultationGroupPurposes = Rule{
	Spec: &rule.Spec{
		ID: "consultation-group-purposes", Number: "R085", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Uppdraget för varje etablerad samrådsgrupp omfattar riktlinjens syften och inga andra.",
			En: "The terms of reference of every established consultation group cover the purposes of the guideline and no others.",
		},
		Why: text.Both{
			Sv: "Uppdragsbeskrivningen utgår från riktlinjens syften (purposes), och samma syften gör att grupperna går att jämföra. Regeln läser terms_of_reference.purposes. Andra uppgifter som gruppen har skrivs i uppdragets text. Är syftena unknown eller inte angivna går det inte att avgöra. En grupp utan uppdrag tas upp av group-mandate-current.",
			En: "The terms of reference start from the purposes of the guideline (purposes), and with the same purposes the groups can be compared. The rule reads terms_of_reference.purposes. Other tasks of the group stand in the text of the terms. Where the purposes are unknown or not given, nobody can tell. A group without terms of reference is for group-mandate-current.",
		},
		Remedy: text.Both{
			Sv: "Ange hur gruppen fyller syftet. Har det inget innehåll i gruppen anges content: none och skälet. Ett syfte som riktlinjen inte anger skrivs i uppdragets text.",
			En: "Say how the group serves the purpose. Where the purpose has no content in the group, give content: none and the reason. A purpose that the guideline does not give is written in the text of the terms of reference.",
		},
		Tune: text.Both{Sv: "purposes i riktlinjen.", En: "purposes of the guideline."},
		Messages: map[string]text.Both{
			"":      {Sv: "uppdraget för {group} omfattar inte syftet ”{term}”, som riktlinjen anger", En: "the terms of reference of {group} do not cover the purpose “{term}”, which the guideline gives"},
			"extra": {Sv: "uppdraget för {group} har syftet ”{term}”, som riktlinjen inte anger", En: "the terms of reference of {group} have the purpose “{term}”, which the guideline does not give"},
			"none":  {Sv: "uppdraget för {group} omfattar inget av riktlinjens syften", En: "the terms of reference of {group} cover none of the purposes of the guideline"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3", Line: 284, Says: "I HÖKs riktlinje framgår att samrådsgruppernas syfte är att:"},
			{Source: "rapport-2022", Section: "7.2", Line: 558, Says: "Uppdragsbeskrivningen utgår från HÖKs riktlinjes fyra syften för en samrådsgrupp:"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.Purposes()
		if p.Governs == truth.No {
			return
		}
		var wanted []model.Term
		for _, purpose := range p.Value {
			wanted = append(wanted, purpose.ID.V)
		}
		for _, g := range v.ConsultationGroupRecords() {
			if g.TermsOfReference.Is == model.NotApplicable || !r.Applies(v.IsEstablished(g), v.TermsInEffect(g), p.Governs) {
				continue
			}
			judgeTopics(v, r, g, topics{
				key: "purposes", table: &g.TermsOfReference.V.Purposes, wanted: wanted, exact: true,
				severity: weight(p, rule.Error), basis: byGuideline(p),
			})
		}
	},
}
