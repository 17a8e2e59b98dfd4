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

var meetingDuplicate = Rule{
	Spec: &rule.Spec{
		ID: "meeting-duplicate", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En grupp har inte två hållna möten samma dag.",
			En: "A group does not have two held meetings on the same day.",
		},
		Why: text.Both{
			Sv: "Två poster för samma dag är oftast samma möte som har skrivits in två gånger, och då räknas det dubbelt. Två möten med olika klockslag är två möten. Kan ett möte med en obestämd dag vara samma som ett annat går det inte att avgöra.",
			En: "Two records of one day are most often one meeting entered twice, which is then counted twice. Two meetings at different times of day are two meetings. Where a meeting with a vague day may be the same as another, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Slå ihop posterna, eller ange time på båda om det är två möten.",
			En: "Merge the records, or give time on both if they are two meetings.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "{group} har ett annat hållet möte samma dag, {date}: {other}",
			En: "{group} has another held meeting on the same day, {date}: {other}",
		}},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2.1", Line: 109, Says: "Strukturmässigt genomförs möten ca fyra gånger per år"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Groups {
			var before []*model.Meeting // that may be of the same day as the next
			for _, m := range v.MeetingsOf(g.Ref) {
				if m.Status.V != model.Held || !m.Date.Given() {
					continue
				}
				before = append(overlapping(before, m.Date.V), m)
				judgeDuplicate(v, r, g, before[:len(before)-1], m)
			}
		}
	},
}

// overlapping keeps the meetings whose date may be that of a later one.
func overlapping(meetings []*model.Meeting, date edtf.Date) []*model.Meeting {
	kept := meetings[:0]
	for _, m := range meetings {
		if m.Date.V.Latest() >= date.Earliest() {
			kept = append(kept, m)
		}
	}
	return kept
}

// judgeDuplicate judges whether a meeting is one of those before it.
func judgeDuplicate(v *registry.View, r *rule.Report, g *model.Group, before []*model.Meeting, m *model.Meeting) {
	same := truth.No
	for _, other := range before {
		if other.Time.Given() && m.Time.Given() && other.Time.V != m.Time.V {
			continue
		}
		same = truth.Or(same, edtf.SameDay(other.Date.V, m.Date.V))
		if same != truth.Yes {
			continue
		}
		f := rule.Found(rule.At(m, "date"), text.Args{"group": phrase.Both(v.ShortName(g)), "date": m.Date.V, "other": other.Ref.String()}, other.Ref.String())
		f.Related = append(f.Related, rule.Beside(rule.At(other), "det andra mötet", "the other meeting"))
		r.Violated(f)
		return
	}
	r.Judge(same.Not(), nil)
}
