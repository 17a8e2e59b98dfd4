package rules

import (
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var seatVacancyReported = Rule{
	Spec: &rule.Spec{
		ID: "seat-vacancy-reported", Number: "R071", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Platser i aktiva fora är tillsatta.",
			En: "Seats of active forums are filled.",
		},
		Why: text.Both{
			Sv: "Region Stockholm och Storsthlm ska se till att representationen är fullgod. En plats är vakant om källan säger det (vacant_since eller holder: none), eller om den förra innehavarens uppdrag har upphört och ingen ny har tillträtt. En plats vars innehavare aldrig har registrerats är inte känd som vakant.",
			En: "Region Stockholm and Storsthlm are to see that the representation is adequate. A seat is vacant if the source says so (vacant_since or holder: none), or if its last holder's membership has ended and nobody has begun. A seat whose holder was never recorded is not known to be vacant.",
		},
		Remedy: text.Both{Sv: "Skriv in uppdraget under memberships i den nya innehavarens post, med group och seat. Finns platsen inte kvar, ange until på den.", En: "Write the membership under memberships in the record of the new holder, with group and seat. Where the seat is no more, give until on it."},
		Messages: map[string]text.Both{
			"":      {Sv: "platsen {seat} i {group} är vakant", En: "the seat {seat} of {group} is vacant"},
			"since": {Sv: "platsen {seat} i {group} är vakant sedan {since}", En: "the seat {seat} of {group} has been vacant since {since}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "7.1", Line: 544, Says: "ett löpande uppdrag att säkerställa en fullgod representation"},
			{Source: "rapport-2022", Section: "7.2", Line: 567, Says: "ett löpande uppdrag att säkerställa en fullgod representation"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.ActiveForums() {
			for _, s := range v.Seats(g) {
				vacant := truth.And(s.Holds, v.Vacant(s))
				if s.Holds == truth.CannotTell {
					vacant = truth.CannotTell
				}
				r.Judge(vacant.Not(), func() *rule.Finding {
					args := text.Args{"seat": string(s.Seat.ID.V), "group": phrase.Both(v.ShortName(g))}
					name := ""
					if since := v.VacantSince(s); !since.IsZero() {
						name, args["since"] = "since", since
					}
					return rule.FoundAs(name, seatPlace(s), args)
				})
			}
		}
	},
}

// seatPlace is the place of a seat.
func seatPlace(s registry.SeatAt, parts ...any) rule.Place {
	return rule.At(s.Group, append([]any{"seats", s.Index}, parts...)...)
}
