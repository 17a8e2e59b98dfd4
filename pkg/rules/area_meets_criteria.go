package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var areaMeetsCriteria = Rule{
	Spec: &rule.Spec{
		ID: "area-meets-criteria", Number: "R126", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett samverkansområde anger vilket av kriterierna för samverkan det uppfyller.",
			En: "An area of cooperation says which of the criteria for cooperation it meets.",
		},
		Why: text.Both{
			Sv: "Avsiktsförklaringen väljer områden där samverkan ger mervärde för medborgare och patienter eller ett mer kostnadseffektivt nyttjande av gemensamma resurser. Ett av dem räcker: för kultur är kostnaderna inte drivkraften. Kriterierna står i vokabulären (criteria). Regeln läser criteria på områdena i areas. Ett delområde som inte anger egna har samma som det område det ingår i (part_of). Bara none bryter regeln. Är kriterierna unknown eller inte angivna går det inte att avgöra.",
			En: "The letter of intent chooses areas where cooperation gives added value for citizens and patients or a more cost-effective use of shared resources. One of them is enough: for culture the costs are not what drives it. The criteria stand in the vocabulary (criteria). The rule reads criteria of the areas in areas. A part that gives none of its own has those of the area that it is part of (part_of). Only none breaks the rule. Where the criteria are unknown or not given, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Ange vilket kriterium området uppfyller, eller unknown om källan inte säger det.",
			En: "Say which criterion the area meets, or unknown if the source does not say.",
		},
		Tune: text.Both{Sv: "criteria i vokabulären.", En: "criteria of the vocabulary."},
		Messages: map[string]text.Both{"": {
			Sv: "samverkansområdet ”{area}” anges inte uppfylla något kriterium; {expected} förväntades",
			En: "the area of cooperation “{area}” is said to meet no criterion; {expected} was expected",
		}},
		Cites: []rule.Cite{
			{Source: "avsiktsforklaring-2008", Line: 9, Says: "ett mervärde kan skapas för medborgare och patienter och/eller"},
			{Source: "avsiktsforklaring-2008", Line: 11, Says: "som uppfyller de grundläggande kriterierna"},
			{Source: "avsiktsforklaring-2008", Line: 27, Says: "är drivkraften bakom samverkan inte i första hand att uppnå en mer kostnadseffektiv verksamhet"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		expected := text.Or(v.TermIDs("criteria"))
		for _, a := range v.Agreements {
			if a.External.V || v.HasLapsed(a) == truth.Yes {
				continue
			}
			areas := map[model.Slug]*model.Area{}
			for _, area := range a.Areas.Pointers() {
				areas[area.ID.V] = area
			}
			for i, area := range a.Areas.Pointers() {
				if v.InEffect(model.Val[model.Ref]{}, area.From) == truth.No {
					continue
				}
				switch criteria := criteriaOf(areas, area); {
				case criteria.Is == model.None:
					r.Violated(rule.Found(rule.At(a, "areas", i, "criteria"), text.Args{"area": areaName(area), "expected": expected}))
				case criteria.Is == model.Absent, criteria.Open():
					r.CannotTell()
				case criteria.Is == model.Given:
					r.Holds()
				}
			}
		}
	},
}

// criteriaOf is the criteria that an area meets: its own, else those of the area
// that it is part of.
func criteriaOf(areas map[model.Slug]*model.Area, area *model.Area) model.List[model.Term] {
	for range areas {
		whole := areas[area.PartOf.V]
		if area.Criteria.Is != model.Absent || !area.PartOf.Given() || whole == nil {
			break
		}
		area = whole
	}
	return area.Criteria
}

// areaName is what an area is called, or its id.
func areaName(area *model.Area) text.Both {
	if area.Name.Given() {
		return phrase.Both(area.Name.V)
	}
	return phrase.Both(model.Text{Sv: string(area.ID.V)})
}
