package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementPreventiveFollowup = Rule{
	Spec: &rule.Spec{
		ID: "agreement-preventive-followup", Number: "R044", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En gällande överenskommelse säger om främjande och förebyggande insatser följs upp.",
			En: "An agreement in force says whether promotion and prevention are followed up.",
		},
		Why: text.Both{
			Sv: "Dagens överenskommelser säger inte alltid hur främjande och förebyggande insatser ska följas upp. Både ja och nej är svar; none betyder att överenskommelsen inte säger något. Där frågan inte är aktuell, som för färdtjänst, står not-applicable. En överenskommelse som inte följs upp alls prövas av agreement-followup-present.",
			En: "Today's agreements do not always say how promotion and prevention are to be followed up. Both yes and no are answers; none means that the agreement says nothing. Where the question does not arise, as for special transport, it says not-applicable. An agreement that is not followed up at all is for agreement-followup-present.",
		},
		Remedy:   text.Both{Sv: "Ta upp frågan i översynen, och ange yes, no eller not-applicable i follow_up.preventive.", En: "Take the question up in the review, and give yes, no or not-applicable in follow_up.preventive."},
		Messages: map[string]text.Both{"": {Sv: "överenskommelsen säger inte om främjande och förebyggande insatser följs upp", En: "the agreement does not say whether promotion and prevention are followed up"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 316, Says: "Vidare finns det inte alltid med i dagens överenskommelser hur främjande och förebyggande insatser ska följas upp."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for a, in := range inForce(v) {
			is := a.FollowUp.V.Preventive.Is
			switch {
			case a.FollowUp.Is == model.None, a.FollowUp.Is == model.NotApplicable, is == model.NotApplicable:
			case is == model.Absent, is == model.Unknown:
				r.CannotTell()
			default:
				r.Judge(truth.Or(in.Not(), truth.Of(is == model.Given)), func() *rule.Finding { return rule.Found(rule.At(a, "follow_up", "preventive"), nil) })
			}
		}
	},
}
