package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var knowledgeAreas = Rule{
	Spec: &rule.Spec{
		ID: "knowledge-areas", Number: "R121", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Uppdraget för varje etablerad samrådsgrupp tar upp de delar av kunskapsstyrningen som riktlinjen anger.",
			En: "The terms of reference of every established consultation group cover the areas of knowledge governance that the guideline gives.",
		},
		Why: text.Both{
			Sv: "Kunskapsstyrningens uppdrag ska vara tydligt och en del av samrådsgruppernas ansvar. Riktlinjen anger vilka delar det gäller i första hand (knowledge_areas), och gruppens uppdrag säger hur de hanteras (terms_of_reference.knowledge_areas). Gruppen får ta upp andra delar också. Är delarna unknown eller inte angivna går det inte att avgöra. En grupp utan uppdrag tas upp av group-mandate-current.",
			En: "The assignment of knowledge governance is to be clear and part of what the consultation groups answer for. The guideline says which areas it concerns in the first place (knowledge_areas), and the terms of reference of the group say how they are handled (terms_of_reference.knowledge_areas). The group may cover other areas too. Where the areas are unknown or not given, nobody can tell. A group without terms of reference is for group-mandate-current.",
		},
		Remedy: text.Both{
			Sv: "Ange hur gruppen hanterar delen. Har den inget innehåll i gruppen anges content: none och skälet.",
			En: "Say how the group handles the area. Where it has no content in the group, give content: none and the reason.",
		},
		Tune: text.Both{Sv: "knowledge_areas i riktlinjen.", En: "knowledge_areas of the guideline."},
		Messages: map[string]text.Both{
			"":     {Sv: "uppdraget för {group} tar inte upp ”{term}”, som riktlinjen anger som en del av kunskapsstyrningen", En: "the terms of reference of {group} do not cover “{term}”, which the guideline gives as an area of knowledge governance"},
			"none": {Sv: "uppdraget för {group} tar inte upp någon av de delar av kunskapsstyrningen som riktlinjen anger", En: "the terms of reference of {group} cover none of the areas of knowledge governance that the guideline gives"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.3", Line: 349, Says: "Det är därför av största vikt att kunskapsstyrningens uppdrag tydligt definieras och blir en del av samrådsgruppernas ansvarsområden."},
			{Source: "rapport-2022", Section: "3.3", Line: 353, Says: "Kunskapsstyrningen som omfattas av HÖK avser i första hand:"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.KnowledgeAreas()
		if p.Governs == truth.No {
			return
		}
		for _, g := range v.ConsultationGroupRecords() {
			if g.TermsOfReference.Is == model.NotApplicable || !r.Applies(v.IsEstablished(g), v.TermsInEffect(g), p.Governs) {
				continue
			}
			judgeTopics(v, r, g, topics{
				key: "knowledge_areas", table: &g.TermsOfReference.V.KnowledgeAreas, wanted: p.Value,
				severity: weight(p, rule.Warning), basis: byGuideline(p),
			})
		}
	},
}
