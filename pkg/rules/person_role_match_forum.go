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

var personRoleMatchForum = Rule{
	Spec: &rule.Spec{
		ID: "person-role-match-forum", Number: "R072", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Förtroendevalda har plats bara i de grupper som riktlinjen anger.",
			En: "Elected representatives sit only in the groups that the guideline names.",
		},
		Why: text.Both{
			Sv: "I dagens ordning är VIS det enda förtroendevalda forumet. En förtroendevald i en tjänstemannagrupp, eller tvärtom, är oftast en felregistrering. Representantens slag (type) avgör; för platser utan namn avgör elected. Parametern heter elected_only_in. Är den bara iakttagen ger den en varning.",
			En: "In today's order VIS is the only forum of elected members. An elected member in a group of officials is most often a slip. The type of the representative decides; for seats without a name, elected does. The parameter is elected_only_in. Where it is only observed it gives a warning.",
		},
		Remedy: text.Both{Sv: "Rätta representantens slag eller platsens elected, eller lägg till gruppen i riktlinjens elected_only_in om den har förtroendevalda.", En: "Correct the type of the representative or elected of the seat, or add the group to elected_only_in of the guideline if it has elected members."},
		Tune:   text.Both{Sv: "elected_only_in i riktlinjen.", En: "elected_only_in of the guideline."},
		Messages: map[string]text.Both{
			"":     {Sv: "{name} är förtroendevald, men {group} har inte förtroendevalda", En: "{name} is an elected representative, but {group} has none"},
			"seat": {Sv: "platsen {name} är för en förtroendevald, men {group} har inte förtroendevalda", En: "the seat {name} is for an elected representative, but {group} has none"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2", Line: 101, Says: "Ett tiotal roller (VIS) är förtroendevalda medan de allra flesta är tjänstepersoner."}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.ElectedOnlyIn()
		if p.Governs == truth.No {
			return
		}
		for _, g := range v.Groups {
			if !registry.IsForum(g) && g.Type.V != "county-cooperation" || v.Lives(g) == truth.No {
				continue
			}
			allowed := slices.Contains(p.Value, g.Ref)
			judge := func(elected truth.Value, f func() *rule.Finding) {
				outcome := truth.Or(elected.Not(), truth.Of(allowed))
				if p.Governs == truth.CannotTell {
					outcome = truth.CannotTell
				}
				r.Judge(outcome, func() *rule.Finding {
					found := f()
					found.Severity = weight(p, rule.Error)
					found.Related = append(found.Related, byGuideline(p))
					return found
				})
			}
			for _, m := range v.Memberships(g.Ref) {
				if sits := v.Sits(m); sits != truth.No {
					judge(truth.And(sits, isElected(m.Representative)), func() *rule.Finding {
						return rule.Found(membership(m, "group"), text.Args{"name": phrase.Both(v.Name(m.Representative)), "group": phrase.Both(v.ShortName(g))})
					})
				}
			}
			for _, s := range v.Seats(g) {
				if s.Seat.Elected.Is == model.Absent || len(v.Holders(g.Ref, s.Seat.ID.V)) > 0 {
					continue
				}
				elected := truth.Of(s.Seat.Elected.V)
				if !s.Seat.Elected.Given() {
					elected = truth.CannotTell
				}
				judge(truth.And(s.Holds, elected), func() *rule.Finding {
					return rule.FoundAs("seat", seatPlace(s, "elected"), text.Args{"name": string(s.Seat.ID.V), "group": phrase.Both(v.ShortName(g))})
				})
			}
		}
	},
}

// isElected tells whether a representative is elected.
func isElected(p *model.Representative) truth.Value {
	if !p.Type.Given() {
		return truth.CannotTell
	}
	return truth.Of(p.Type.V == "elected")
}
