package rules

import (
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var membershipSeatExists = Rule{
	Spec: &rule.Spec{
		ID: "membership-seat-exists", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Ett uppdrag nämner en plats som gruppen har, och ingen annan roll än platsens.",
			En: "A membership names a seat that the group has, and no other role than the seat's.",
		},
		Why: text.Both{
			Sv: "Platsen säger vilken roll uppdraget har och vem det företräder. Nämner uppdraget en plats som inte finns räknas personen ingenstans.",
			En: "The seat says which role the membership has and whom it represents. A membership that names a seat that does not exist counts nowhere.",
		},
		Remedy: text.Both{Sv: "Rätta platsens id, lägg till platsen i gruppen, eller ta bort rollen från uppdraget.", En: "Correct the id of the seat, add the seat to the group, or remove the role from the membership."},
		Messages: map[string]text.Both{
			"":     {Sv: "{group} har ingen plats ”{seat}”", En: "{group} has no seat “{seat}”"},
			"near": {Sv: "{group} har ingen plats ”{seat}”; menades ”{nearest}”?", En: "{group} has no seat “{seat}”; did you mean “{nearest}”?"},
			"role": {Sv: "uppdraget anger rollen {role}, men platsen {seat} är {of}", En: "the membership gives the role {role}, but the seat {seat} is {of}"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2", Line: 101, Says: "ca 90-100 roller"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Groups {
			var ids []string
			unclear := g.Seats.Open() // a seat, or its id, could not be read
			for _, s := range g.Seats.Pointers() {
				ids = append(ids, string(s.ID.V))
				unclear = unclear || !s.ID.Given()
			}
			for _, m := range v.Memberships(g.Ref) {
				id, ok := m.Membership.Seat.Get()
				if !ok {
					continue
				}
				seat, found := v.SeatOf(m)
				args := func() text.Args {
					return text.Args{"group": phrase.Both(v.ShortName(g)), "seat": string(id)}
				}
				switch role := m.Membership.Role; {
				case !found && unclear:
					r.CannotTell()
				case !found:
					name, args := "", args()
					if args["nearest"] = text.Nearest(string(id), ids); args["nearest"] != "" {
						name = "near"
					}
					f := rule.FoundAs(name, membership(m, "seat"), args)
					f.Fix = rule.MeantOnly(string(id), ids)
					r.Violated(f)
				case role.Given() && seat.Role.Given() && role.V != seat.Role.V:
					args := args()
					args["role"], args["of"] = phrase.Word("seat-role", role.V), phrase.Word("seat-role", seat.Role.V)
					r.Violated(rule.FoundAs("role", membership(m, "role"), args))
				default:
					r.Holds()
				}
			}
		}
	},
}
