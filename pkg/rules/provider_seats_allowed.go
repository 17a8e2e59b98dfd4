package rules

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var providerSeatsAllowed = Rule{
	Spec: &rule.Spec{
		ID: "provider-seats-allowed", Number: "R080", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Vårdgivare, brukarorganisationer och myndigheter har plats bara i fora som anger det.",
			En: "Care providers, user organizations and authorities have seats only in forums that say so.",
		},
		Why: text.Both{
			Sv: "Samverkan har två sidor. Att andra deltar är ett val som gruppen gör, och det anges i admits. I rapporten deltar vårdgivare i BUSSAM, Regionala samrådet och Ungdomsmottagningarna. Adjungerade berörs inte.",
			En: "The cooperation has two sides. That others take part is a choice of the group, given in admits. In the report care providers take part in BUSSAM, Regionala samrådet and Ungdomsmottagningarna. Adjuncts are exempt.",
		},
		Remedy:   text.Both{Sv: "Lägg till slaget i gruppens admits om källan säger att de deltar, annars rätta platsen.", En: "Add the type to admits of the group if the source says that they take part, otherwise correct the seat."},
		Tune:     text.Both{Sv: "admits på gruppen.", En: "admits of the group."},
		Messages: map[string]text.Both{"": {Sv: "platsen {seat} är för {type}, som {group} inte anger att den har med", En: "the seat {seat} is for the type {type}, which {group} does not say that it admits"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.1", Line: 111, Says: "deltar även representanter från regionens vårdgivare"},
			{Source: "rapport-2022", Section: "2.2", Line: 167, Says: "Brukarföreningen NPSH deltar."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		admissible := []model.Word{model.Provider, "user-organization", "authority"}
		for _, g := range v.ActiveForums() {
			for _, s := range v.Seats(g) {
				if s.Seat.Role.V == model.Adjunct {
					continue
				}
				for i, ref := range s.Seat.Represents.All() {
					o, ok := v.Organization(ref)
					if !ok || !slices.Contains(admissible, o.Type.V) {
						continue
					}
					outcome := truth.Of(slices.Contains(g.Admits.Values(), o.Type.V))
					if outcome == truth.No && (g.Admits.Is == model.Absent || g.Admits.Open() || s.Holds != truth.Yes) {
						outcome = truth.CannotTell
					}
					r.Judge(outcome, func() *rule.Finding {
						return rule.Found(seatPlace(s, "represents", i), text.Args{"seat": string(s.Seat.ID.V), "group": phrase.Both(v.ShortName(g)), "type": phrase.Word("organization-type", o.Type.V)})
					})
				}
			}
		}
	},
}
