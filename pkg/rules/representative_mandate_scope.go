package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var representativeMandateScope = Rule{
	Spec: &rule.Spec{
		ID: "representative-mandate-scope", Number: "R076", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En kommunplats som företräder fler än den egna kommunen anger vilka.",
			En: "A municipal seat that speaks for others than its own municipality says for whom.",
		},
		Why: text.Both{
			Sv: "Kommuner som saknar egen plats ska kunna se vem som företräder dem, och företrädaren ska veta vilka hen ska informera. En plats med delegated: true räknar upp kommunerna eller delregionen i represents. En plats för bara den egna kommunen är tillåten, men är då ingen delegation.",
			En: "Municipalities without a seat must be able to see who represents them, and the representative must know whom to inform. A seat with delegated: true lists the municipalities or the subregion in represents. A seat for its own municipality alone is allowed, but is then no delegation.",
		},
		Remedy: text.Both{Sv: "Räkna upp kommunerna eller delregionen i represents, eller ta bort delegated.", En: "List the municipalities or the subregion in represents, or remove delegated."},
		Messages: map[string]text.Both{
			"":    {Sv: "platsen {seat} i {group} företräder andra kommuner men anger bara en", En: "the seat {seat} of {group} speaks for other municipalities but names only one"},
			"nil": {Sv: "kommunplatsen {seat} i {group} företräder ingen", En: "the municipal seat {seat} of {group} represents nobody"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2.3", Line: 259, Says: "svårigheter för kommunerna att kunna representera varandra och sprida information till övriga kommuner"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.ActiveForums() {
			for _, s := range v.Seats(g) {
				if s.Side != model.Municipal || !s.Counts() {
					continue
				}
				args := text.Args{"seat": string(s.Seat.ID.V), "group": phrase.Both(v.ShortName(g))}
				switch {
				case s.Seat.Represents.Is == model.None:
					r.Violated(rule.FoundAs("nil", seatPlace(s, "represents"), args))
				case s.Holds != truth.Yes || s.Seat.Represents.Open() || s.Seat.Represents.Is != model.Given:
					r.CannotTell()
				case s.Seat.Delegated.V && speaksForOne(s.Seat):
					r.Violated(rule.Found(seatPlace(s, "represents"), args))
				default:
					r.Holds()
				}
			}
		}
	},
}

// speaksForOne reports whether a seat names one organization and no subregion.
func speaksForOne(s *model.Seat) bool {
	refs := s.Represents.Values()
	return len(refs) == 1 && refs[0].Kind == model.OrganizationKind
}
