package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var knowledgeLinkDeclared = Rule{
	Spec: &rule.Spec{
		ID: "knowledge-link-declared", Number: "R068", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Varje forum anger hur det är kopplat till kunskapsstyrningen.",
			En: "Every forum states how it is linked to knowledge governance.",
		},
		Why: text.Both{
			Sv: "Kunskapsstyrningen och samverkan behöver samma underlag. Regeln läser knowledge: varje koppling ska ha sin art (link), till exempel strukturell eller genom en person. En koppling genom en person är skör, eftersom den försvinner med personen. none är ett svar: att koppling saknas. unknown går inte att avgöra.",
			En: "Knowledge governance and cooperation need the same material. The rule reads knowledge: each link must have its nature (link), such as structural or through a person. A link through a person is fragile, since it goes with the person. none is an answer: that there is no link. unknown cannot be told.",
		},
		Remedy: text.Both{
			Sv: "Ange kopplingens art i link, eller knowledge: none om ingen finns.",
			En: "Give the nature of the link in link, or knowledge: none if there is none.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "{group} anger en koppling till kunskapsstyrningen men inte dess art",
			En: "{group} gives a link to knowledge governance but not its nature",
		}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.3", Line: 267, Says: "Idag finns en oklar koppling till kunskapsstyrningsorganisationen"},
			{Source: "rapport-2022", Section: "2.2", Line: 225, Says: "Ingen nuvarande koppling finns."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Forums() {
			if g.Knowledge.Is == model.NotApplicable || !r.Applies(v.Lives(g), v.Vouched(g, "knowledge")) {
				continue
			}
			var found []*rule.Finding
			told := g.Knowledge.Is == model.None || g.Knowledge.Is == model.Given && !g.Knowledge.Open()
			for i, k := range g.Knowledge.All() {
				switch k.Link.Is {
				case model.Absent:
					found = append(found, rule.Found(rule.At(g, "knowledge", i), text.Args{"group": phrase.Both(v.ShortName(g))}))
				case model.Unknown:
					told = false
				}
			}
			switch {
			case len(found) > 0:
				r.Violated(found...)
			case told:
				r.Holds()
			default:
				r.CannotTell()
			}
		}
	},
}
