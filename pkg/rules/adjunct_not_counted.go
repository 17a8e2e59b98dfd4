package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var adjunctNotCounted = Rule{
	Spec: &rule.Spec{
		ID: "adjunct-not-counted", Number: "R081", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En adjungerad är inte förtroendevald ledamot och leder inte gruppen.",
			En: "An adjunct is not an elected member and does not lead the group.",
		},
		Why: text.Both{
			Sv: "Adjungerade räknas inte i balans, täckning eller beslutsförhet; det är inbyggt i alla mått. Regeln ser till att en adjungerad plats inte samtidigt anges som förtroendevald eller leder ett möte.",
			En: "Adjuncts do not count in balance, coverage or quorum; that is built into every metric. The rule sees to it that an adjunct seat is not said to be elected as well, and does not chair a meeting.",
		},
		Remedy: text.Both{Sv: "Rätta platsens roll, eller ta bort elected. Leder en adjungerad ett möte anges det i acting.", En: "Correct the role of the seat, or remove elected. Where an adjunct leads a meeting, acting says so."},
		Messages: map[string]text.Both{
			"":      {Sv: "platsen {seat} är både adjungerad och förtroendevald", En: "the seat {seat} is both adjunct and elected"},
			"chair": {Sv: "mötet leds av den adjungerade platsen {seat}", En: "the meeting is chaired by the adjunct seat {seat}"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2.2", Line: 145, Says: "Kriminalvården är adjungerad."}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		adjuncts := map[model.Ref]bool{}
		for _, g := range v.Groups {
			for i, s := range g.Seats.All() {
				if s.Role.V != model.Adjunct {
					continue
				}
				ref := g.Ref
				ref.Fragment = string(s.ID.V)
				adjuncts[ref] = true
				if s.Elected.V {
					r.Violated(rule.Found(rule.At(g, "seats", i, "elected"), text.Args{"seat": string(s.ID.V)}))
					continue
				}
				r.Holds()
			}
		}
		for _, m := range v.Meetings {
			if ref, ok := m.Chair.Get(); ok && adjuncts[ref] {
				r.Violated(rule.FoundAs("chair", rule.At(m, "chair"), text.Args{"seat": ref.Fragment}))
			}
		}
	},
}
