package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementFollowupPresent = Rule{
	Spec: &rule.Spec{
		ID: "agreement-followup-present", Number: "R042", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En gällande överenskommelse anger hur ofta den följs upp, av vem och efter vilka kriterier.",
			En: "An agreement in force says how often it is followed up, by whom and by which criteria.",
		},
		Why: text.Both{
			Sv: "Ansvaret för uppföljningen av överenskommelserna är otydligt i dag, och översynen ska utveckla vilka kriterier som gäller. En överenskommelse som saknar uppföljning (none), eller som anger bara en del av den, rapporteras. Är uppföljningen unknown eller inte inlagd ännu går det inte att avgöra.",
			En: "The responsibility for following up the agreements is unclear today, and the review is to develop the criteria. An agreement without follow-up (none), or that gives only a part of it, is reported. Where follow-up is unknown or not recorded yet, nobody can tell.",
		},
		Remedy: text.Both{Sv: "Ange every, responsible och indicators under follow_up, eller unknown för det som källan inte säger.", En: "Give every, responsible and indicators under follow_up, or unknown for what the source does not say."},
		Messages: map[string]text.Both{
			"":     {Sv: "överenskommelsen följs inte upp", En: "the agreement is not followed up"},
			"part": {Sv: "uppföljningen saknar {fields}", En: "the follow-up lacks {fields}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 322, Says: "vidareutveckla utifrån vilka kriterier uppföljning ska ske"},
			{Source: "rapport-2022", Section: "3.1", Line: 316, Says: "otydlighet kring ansvaret för och uppföljning av överenskommelserna"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for a, in := range inForce(v) {
			f := a.FollowUp.V
			judgeParts(r, in, a.FollowUp.Is, rule.AtKey(a, "follow_up"),
				part{"every", f.Every.Is}, part{"responsible", f.Responsible.Is}, part{"indicators", answerOf(f.Indicators)})
		}
	},
}

// judgeParts tells whether a map that an agreement in force must have is there
// with all of its parts.
func judgeParts(r *rule.Report, in truth.Value, is model.Answer, p rule.Place, parts ...part) {
	switch is {
	case model.NotApplicable:
	case model.Absent, model.Unknown:
		r.CannotTell()
	case model.None:
		r.Judge(in.Not(), func() *rule.Finding { return rule.Found(p, nil) })
	case model.Given:
		missing, unknown := lacking(parts...)
		whole := truth.Of(len(missing) == 0)
		if unknown && whole == truth.Yes {
			whole = truth.CannotTell
		}
		r.Judge(truth.Or(in.Not(), whole), func() *rule.Finding { return rule.FoundAs("part", p, text.Args{"fields": missing}) })
	}
}

// answerOf is the answer of a list: one without entries says that there are none.
func answerOf[T any](l model.List[T]) model.Answer {
	if l.Is == model.Given && len(l.Items) == 0 {
		return model.None
	}
	return l.Is
}
