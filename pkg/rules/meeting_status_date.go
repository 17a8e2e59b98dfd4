package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var meetingStatusDate = Rule{
	Spec: &rule.Spec{
		ID: "meeting-status-date", Number: "R056", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett hållet möte ligger inte i framtiden, och ett planerat möte ligger inte kvar i det förflutna.",
			En: "A held meeting does not lie in the future, and a planned meeting does not stay in the past.",
		},
		Why: text.Both{
			Sv: "Ett möte som redovisas som hållet ska ha ägt rum. Det jämförs med dagens datum och inte med den dag som --as-of anger, så att senare möten inte blir fel när man ser bakåt. Ett planerat möte ska bli hållet eller inställt; hur länge det får ligga kvar efter sin dag står i planned_grace och räknas från den dag som --as-of anger. En obestämd dag som kan ligga på båda sidor går inte att avgöra.",
			En: "A meeting reported as held must have taken place. It is compared with today's date and not with the day of --as-of, so that later meetings are no errors when one looks back. A planned meeting is to become held or cancelled; how long it may stay after its day stands in planned_grace and is counted from the day of --as-of. A vague day that may lie on either side cannot be told.",
		},
		Remedy: text.Both{
			Sv: "Rätta datumet, eller ange status: held, cancelled eller planned efter vad som hände.",
			En: "Correct the date, or give status: held, cancelled or planned as it happened.",
		},
		Tune: text.Both{Sv: "thresholds.planned_grace i vis.yaml.", En: "thresholds.planned_grace in vis.yaml."},
		Messages: map[string]text.Both{
			"":        {Sv: "mötet {date} anges som hållet, men dagen har inte varit", En: "the meeting of {date} is given as held, but that day has not been"},
			"planned": {Sv: "mötet {date} står kvar som planerat; efter {grace} ska det vara hållet eller inställt", En: "the meeting of {date} still stands as planned; after {grace} it must be held or cancelled"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2.2", Line: 213, Says: "Senaste mötet var i februari 2021."}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		grace := v.Thresholds().PlannedGrace
		for _, m := range v.Meetings {
			date, dated := m.Date.Get()
			switch {
			case m.Status.V != model.Held && (m.Status.V != model.Planned || off(grace)):
			case !dated:
				r.CannotTell()
			case m.Status.V == model.Held:
				r.Judge(date.Begun(v.Clock), func() *rule.Finding { return rule.Found(rule.At(m, "date"), text.Args{"date": date}) })
			case !grace.Given():
				r.CannotTell()
			default:
				last := edtf.Between(date.Earliest().Add(grace.V), date.Latest().Add(grace.V))
				r.Judge(last.Ended(v.Day).Not(), func() *rule.Finding {
					return rule.FoundAs("planned", rule.At(m, "status"), text.Args{"date": date, "grace": grace.V})
				})
			}
		}
	},
}
