package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var seatSideMatches = Rule{
	Spec: &rule.Spec{
		ID: "seat-side-matches", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En plats har samma sida som det den företräder och som dess innehavares organisation.",
			En: "A seat has the side of what it represents and of its holder's organization.",
		},
		Why: text.Both{
			Sv: "Sidan avgör balansen mellan regionen och kommunerna. Säger platsen en sida och den som sitter där hör till en annan är någon av uppgifterna fel.",
			En: "The side decides the balance between the region and the municipalities. Where the seat says one side and its holder belongs to the other, one of the facts is wrong.",
		},
		Remedy: text.Both{Sv: "Rätta platsens side, vem den företräder, eller organisationens sida.", En: "Correct side of the seat, whom it represents, or the side of the organization."},
		Messages: map[string]text.Both{
			"":       {Sv: "platsen {seat} har sidan {side}, men företräder {what}, som har sidan {other}", En: "the seat {seat} has the side {side}, but represents {what}, whose side is {other}"},
			"holder": {Sv: "platsen {seat} har sidan {side}, men {what} hör till sidan {other}", En: "the seat {seat} has the side {side}, but {what} belongs to the side {other}"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2", Line: 101, Says: "ungefär lika stora delar region- respektive kommunrepresentation"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Groups {
			for _, s := range v.Seats(g) {
				side, ok := s.Seat.Side.Get()
				if !ok {
					continue
				}
				judgeSide(v, r, s, side)
			}
		}
	},
}

func judgeSide(v *registry.View, r *rule.Report, s registry.SeatAt, side model.Word) {
	args := text.Args{"seat": string(s.Seat.ID.V), "side": phrase.Word("side", side)}
	for _, ref := range s.Seat.Represents.All() {
		other := v.Side(ref)
		if ref.Kind == model.Subregion {
			other = model.Municipal
		}
		if ref.Kind != model.GroupKind && other != "" && other != side {
			args["what"], args["other"] = phrase.Both(v.NameOf(ref)), phrase.Word("side", other)
			r.Violated(rule.FoundAs("", seatPlace(s, "side"), args))
			return
		}
	}
	for _, h := range v.Holders(s.Group.Ref, s.Seat.ID.V) {
		if h.Membership.OnBehalfOf.Given() || v.Sits(h) != truth.Yes {
			continue
		}
		if other := v.SideOfPerson(h.Representative); other != "" && other != side {
			args["what"], args["other"] = phrase.Both(v.Name(h.Representative)), phrase.Word("side", other)
			f := rule.FoundAs("holder", seatPlace(s, "side"), args, h.Representative.Ref.ID)
			f.Related = []rule.Related{{Place: membership(h), Message: text.Both{Sv: "uppdraget står här", En: "the membership stands here"}}}
			r.Violated(f)
			return
		}
	}
	r.Holds()
}
