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

var attendanceValid = Rule{
	Spec: &rule.Spec{
		ID: "attendance-valid", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "De som anges som närvarande eller frånvarande vid ett hållet möte har uppdrag i gruppen den dagen, och ingen är båda.",
			En: "Those given as present or absent at a held meeting have a membership in the group that day, and nobody is both.",
		},
		Why: text.Both{
			Sv: "Närvaron visar vilka som har varit med och kunnat påverka. Ledamöter, ersättare, adjungerade och sekreterare räknas alla som deltagare, och en organisation deltar om den har en plats. Att någon inte har uppdrag är känt först när gruppens uppdrag och platser är fullständiga den dagen (complete.memberships, complete.seats), och bara när mötets dag är exakt.",
			En: "Attendance shows who took part and could have a say. Members, substitutes, adjuncts and secretaries all count as participants, and an organization takes part if it has a seat. That somebody has no membership is known only once the memberships and seats of the group are complete that day (complete.memberships, complete.seats), and only where the day of the meeting is exact.",
		},
		Remedy: text.Both{
			Sv: "Rätta närvaron, eller lägg till uppdraget som saknas; den som bara besöker ett möte antecknas inte som närvarande.",
			En: "Correct the attendance, or add the membership that is missing; somebody who only visits a meeting is not recorded as present.",
		},
		Messages: map[string]text.Both{
			"":     {Sv: "{who} har inget uppdrag i {group} den {date}", En: "{who} has no membership in {group} on {date}"},
			"both": {Sv: "{who} anges både som närvarande och som frånvarande", En: "{who} is given both as present and as absent"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2.3", Line: 253, Says: "representanter från kommuner och regionen regelbundet träffas"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, m := range v.Meetings {
			g, ok := v.Group(m.Group.V)
			if !ok || m.Status.V != model.Held || m.Date.V.Begun(v.Day) == truth.No {
				continue
			}
			present := m.Present.Values()
			for i, who := range m.Present.All() {
				judgeAttendance(v, r, m, g, "present", i, who)
			}
			for i, who := range m.Absent.All() {
				if j := slices.Index(present, who); j >= 0 {
					f := rule.FoundAs("both", rule.At(m, "absent", i), text.Args{"who": phrase.Name(v, who)})
					f.Related = append(f.Related, rule.Beside(rule.At(m, "present", j), "anges också här", "is given here too"))
					r.Violated(f)
					continue
				}
				judgeAttendance(v, r, m, g, "absent", i, who)
			}
		}
	},
}

func judgeAttendance(v *registry.View, r *rule.Report, m *model.Meeting, g *model.Group, list string, i int, who model.Ref) {
	if !m.Date.V.IsExact() {
		r.CannotTell()
		return
	}
	r.Judge(v.On(m.Date.V.Earliest()).TakesPart(g, who), func() *rule.Finding {
		return rule.Found(rule.At(m, list, i), text.Args{"who": phrase.Name(v, who), "group": phrase.Both(v.ShortName(g)), "date": m.Date.V})
	})
}
