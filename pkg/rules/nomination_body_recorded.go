package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var nominationBodyRecorded = Rule{
	Spec: &rule.Spec{
		ID: "nomination-body-recorded", Number: "R082", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Platser i den politiska styrgruppen och i kommunala fora utses av någon.",
			En: "Seats of the political steering group and of municipal forums are appointed by somebody.",
		},
		Why: text.Both{
			Sv: "Ledamöterna i VIS utses av Storsthlms styrelse och hälso- och sjukvårdsnämnden, och deltagarna i RSS av Socialchefsnätverket. Den som vill veta vem som kan byta ut en ledamot behöver veta det. Är det inte registrerat går det inte att avgöra; none betyder att ingen utser, och det är ett fynd.",
			En: "The members of VIS are appointed by the board of Storsthlm and the health care committee, and those of RSS by the network of directors of social services. Whoever wants to know who can replace a member needs it. Where it is not recorded nobody can tell; none means that nobody appoints, and is a finding.",
		},
		Remedy:   text.Both{Sv: "Ange appointed_by på platsen.", En: "Give appointed_by of the seat."},
		Messages: map[string]text.Both{"": {Sv: "ingen utser platsen {seat} i {group}", En: "nobody appoints the seat {seat} of {group}"}},
		Cites:    []rule.Cite{{Source: "rapport-2022", Section: "2.2", Line: 233, Says: "Kommundeltagare är socialdirektörer som utses av Socialchefsnätverket"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.ActiveForums() {
			if g.Type.V != model.PoliticalSteering && g.Type.V != model.MunicipalForum {
				continue
			}
			for _, s := range v.Seats(g) {
				switch {
				case !s.Counts():
				case s.Seat.AppointedBy.Given():
					r.Holds()
				case s.Seat.AppointedBy.Is == model.None && s.Holds == truth.Yes:
					r.Violated(rule.Found(seatPlace(s, "appointed_by"), text.Args{"seat": string(s.Seat.ID.V), "group": phrase.Both(v.ShortName(g))}))
				default:
					r.CannotTell()
				}
			}
		}
	},
}
