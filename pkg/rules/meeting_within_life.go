package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var meetingWithinLife = Rule{
	Spec: &rule.Spec{
		ID: "meeting-within-life", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett hållet möte ligger inom den tid då gruppen finns.",
			En: "A held meeting lies within the time in which its group exists.",
		},
		Why: text.Both{
			Sv: "En grupp som inte har börjat, eller som har avvecklats, kan inte mötas. Gruppen finns från den första posten i history som anger att den är under etablering, etablerad eller aktiv, till den dag som står i ended. Utan sådan post har den alltid funnits. Vaga datum ger ett fynd bara när de inte kan rymmas.",
			En: "A group that has not begun, or has been closed, cannot meet. The group exists from the first entry of history that says it is being established, established or active, to the day in ended. Without such an entry it has always existed. Vague dates give a finding only where they cannot fit.",
		},
		Remedy: text.Both{
			Sv: "Rätta mötets datum eller grupp, eller gruppens history eller ended.",
			En: "Correct the date or the group of the meeting, or history or ended of the group.",
		},
		Messages: map[string]text.Both{
			"":      {Sv: "mötet {date} hölls innan {group} fanns; gruppen börjar {from}", En: "the meeting of {date} was held before {group} existed; the group begins {from}"},
			"after": {Sv: "mötet {date} hölls efter att {group} hade avvecklats {until}", En: "the meeting of {date} was held after {group} had been closed on {until}"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "6.1", Line: 481, Says: "Befintliga samverkansgrupper fortsätter därför sin aktivitet som vanligt tills beslut om något annat tagits."}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, m := range v.Meetings {
			g, ok := v.Group(m.Group.V)
			if !ok || m.Status.V != model.Held {
				continue
			}
			date, dated := m.Date.Get()
			if !dated {
				r.CannotTell()
				continue
			}
			life := v.Life(g)
			args := func() text.Args {
				return text.Args{"date": date, "group": phrase.Both(v.ShortName(g)), "from": life.From, "until": life.Until}
			}
			switch {
			case !life.From.IsZero() && edtf.Before(date, life.From) == truth.Yes:
				f := rule.Found(rule.At(m, "date"), args())
				f.Related = append(f.Related, rule.Beside(rule.AtKey(g, "history"), "gruppens lägen", "the statuses of the group"))
				r.Violated(f)
			case !life.Until.IsZero() && edtf.Before(life.Until, date) == truth.Yes:
				f := rule.FoundAs("after", rule.At(m, "date"), args())
				f.Related = append(f.Related, rule.Beside(rule.At(g, "ended", "date"), "gruppen avvecklad", "the group closed"))
				r.Violated(f)
			case life.ContainsDate(date) == truth.Yes:
				r.Holds()
			default:
				r.CannotTell()
			}
		}
	},
}
