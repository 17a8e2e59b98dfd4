package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var municipalForumNoRegion = Rule{
	Spec: &rule.Spec{
		ID: "municipal-forum-no-region", Number: "R053", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "I ett kommunalt forum har regionen inga ordinarie platser.",
			En: "In a municipal forum the region has no ordinary seats.",
		},
		Why: text.Both{
			Sv: "Ett kommunalt forum är kommunernas eget. Den som företräder regionen kan vara adjungerad men inte ledamot. Har regionen en ordinarie plats är gruppen i själva verket ett gemensamt forum, och då gäller andra regler. Att det inte finns fler platser än de som står i registret är säkert först när de är fullständiga (complete.seats).",
			En: "A municipal forum is the municipalities' own. Someone who represents the region may be an adjunct but not a member. Where the region has an ordinary seat the group is in fact a joint forum, and other rules apply. That there are no other seats than those in the registry is certain only once they are complete (complete.seats).",
		},
		Remedy: text.Both{
			Sv: "Gör platsen adjungerad, rätta side, eller ange typen joint-forum.",
			En: "Make the seat an adjunct, correct side, or give the type joint-forum.",
		},
		Messages: map[string]text.Both{"": {Sv: "platsen {seat} i det kommunala forumet {group} är regionens", En: "the seat {seat} in the municipal forum {group} is the region's"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.1", Line: 109, Says: "RSS (regionala stödstrukturer) är en kommunal gruppering för utveckling av kunskapsstyrning"},
			{Source: "rapport-2022", Section: "2.2", Line: 233, Says: "Kommundeltagare är socialdirektörer som utses av Socialchefsnätverket"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Forums() {
			if g.Type.V != model.MunicipalForum || g.Seats.Is == model.NotApplicable || !r.Applies(v.Lives(g)) {
				continue
			}
			var found []*rule.Finding
			for _, s := range v.Seats(g) {
				if s.Counts() && s.Holds == truth.Yes && s.Side == model.Region {
					found = append(found, rule.Found(rule.At(g, "seats", s.Index, "side"), text.Args{"seat": string(s.Seat.ID.V), "group": phrase.Both(v.ShortName(g))}))
				}
			}
			seated, _ := v.HasSide(g, model.Region)
			switch {
			case len(found) > 0:
				r.Violated(found...)
			case seated == truth.No:
				r.Holds()
			default:
				r.CannotTell()
			}
		}
	},
}
