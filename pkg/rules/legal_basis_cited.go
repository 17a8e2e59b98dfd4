package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var legalBasisCited = Rule{
	Spec: &rule.Spec{
		ID: "legal-basis-cited", Number: "R033", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En överenskommelse som lagen kräver anger ett lagrum som gäller.",
			En: "An agreement that the law demands cites a provision that is in force.",
		},
		Why: text.Both{
			Sv: "Står det att lagen kräver överenskommelsen (statutory) ska det gå att läsa vilken lag och vilken bestämmelse, och när lagen ändras ska det märkas. Minst ett av lagkraven i legal_basis ska gälla den dag som registret ses på och ha lag och lagrum i vocabulary.yaml. Är något av det unknown går det inte att avgöra.",
			En: "Where the law is said to demand the agreement (statutory), it must be possible to read which act and which provision, and a change of the law must be noticed. At least one of the legal requirements in legal_basis must be in force on the day of the view and have its act and provision in vocabulary.yaml. Where any of that is unknown, nobody can tell.",
		},
		Remedy: text.Both{Sv: "Ange det lagkrav som gäller i legal_basis, och dess lagrum i vocabulary.yaml.", En: "Give the requirement that is in force in legal_basis, and its provision in vocabulary.yaml."},
		Messages: map[string]text.Both{
			"":        {Sv: "lagen sägs kräva överenskommelsen, men inget lagkrav anges", En: "the law is said to demand the agreement, but no legal requirement is given"},
			"expired": {Sv: "inget lagkrav som anges ({requirements}) både gäller {day} och har ett lagrum", En: "no legal requirement given ({requirements}) is in force on {day} and has a provision"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 153, Says: "Lagkrav finns på dessa överenskommelser."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for a, in := range inForce(v) {
			if !a.Statutory.V || a.LegalBasis.Is == model.NotApplicable {
				continue
			}
			cited := truth.No
			if a.LegalBasis.Is == model.Absent || a.LegalBasis.Open() {
				cited = truth.CannotTell
			}
			for _, id := range a.LegalBasis.All() {
				if req, _, ok := v.LegalRequirement(id); ok {
					cited = truth.Or(cited, truth.And(v.IsLaw(req), answerGiven(req.Act.Is), answerGiven(req.Provision.Is)))
				} else {
					cited = truth.Or(cited, truth.CannotTell) // vocabulary-term-unknown tells of it
				}
			}
			r.Judge(truth.Or(in.Not(), cited), func() *rule.Finding {
				if len(a.LegalBasis.Items) == 0 {
					return rule.Found(rule.AtKey(a, "legal_basis"), nil)
				}
				return rule.FoundAs("expired", rule.At(a, "legal_basis"), text.Args{"requirements": phrase.Terms(v, "legal_requirements", a.LegalBasis.Values()), "day": v.Day})
			})
		}
	},
}

// answerGiven tells whether an attribute has a value: one that is absent or
// unknown may.
func answerGiven(is model.Answer) truth.Value {
	switch is {
	case model.Given:
		return truth.Yes
	case model.Absent, model.Unknown:
		return truth.CannotTell
	}
	return truth.No
}
