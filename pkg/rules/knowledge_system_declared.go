package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var knowledgeSystemDeclared = Rule{
	Spec: &rule.Spec{
		ID: "knowledge-system-declared", Number: "R122", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Varje kunskapsstyrningsgrupp anger vilket kunskapsstyrningssystem den hör till.",
			En: "Every knowledge body says which system of knowledge governance it belongs to.",
		},
		Why: text.Both{
			Sv: "Det finns två system bredvid varandra: ett för regionens hälso- och sjukvård och ett för socialtjänsten och den kommunala hälso- och sjukvården. Den som vill koppla en samrådsgrupp till kunskapsstyrningen behöver veta vilket det gäller. Regeln läser system på grupper av typen knowledge. Bara none bryter regeln, för en sådan grupp hör till något av dem. Är det unknown eller inte angivet går det inte att avgöra.",
			En: "There are two systems side by side: one for the health care of the region and one for social services and municipal health care. Whoever wants to link a consultation group to knowledge governance needs to know which it is. The rule reads system of groups of the type knowledge. Only none breaks the rule, since such a group belongs to one of them. Where it is unknown or not given, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Ange health-care eller social-services i system, eller unknown om källan inte säger det.",
			En: "Give health-care or social-services in system, or unknown if the source does not say.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "kunskapsstyrningsgruppen {group} anges inte höra till något kunskapsstyrningssystem",
			En: "the knowledge body {group} is said to belong to no system of knowledge governance",
		}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.3", Line: 349, Says: "det finns ett kunskapsstyrningssystem för den regionala hälso- och sjukvården och ett för socialtjänsten och den kommunala hälso- och sjukvården"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Groups {
			if g.Type.V != "knowledge" || v.Lives(g) == truth.No {
				continue
			}
			switch g.System.Is {
			case model.Given:
				r.Holds()
			case model.None:
				r.Violated(rule.Found(rule.At(g, "system"), text.Args{"group": phrase.Both(v.ShortName(g))}))
			case model.Absent, model.Unknown:
				r.CannotTell()
			}
		}
	},
}
