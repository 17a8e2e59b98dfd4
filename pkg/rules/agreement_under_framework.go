package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementUnderFramework = Rule{
	Spec: &rule.Spec{
		ID: "agreement-under-framework", Number: "R047", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En gällande överenskommelse hör under den huvudöverenskommelse som gäller.",
			En: "An agreement in force stands under the framework agreement in force.",
		},
		Why: text.Both{
			Sv: "Huvudöverenskommelsen säger hur samverkan går till och följs upp, och de andra överenskommelserna ska anpassas till den. Regeln gäller från den dag då huvudöverenskommelsen börjar gälla. Tillägg hör under samma som den överenskommelse de kompletterar, och prövas där. Avsiktsförklaringar, principer, statliga överenskommelser och andras berörs inte. Är framework unknown eller inte inlagd ännu går det inte att avgöra.",
			En: "The framework agreement says how cooperation works and is followed up, and the other agreements are to be adapted to it. The rule applies from the day the framework agreement enters into force. Supplements stand under the same one as the agreement they complete, and are judged there. Letters of intent, principles, national agreements and those of others are exempt. Where framework is unknown or not recorded yet, nobody can tell.",
		},
		Remedy: text.Both{Sv: "Ange huvudöverenskommelsen i framework.", En: "Give the framework agreement in framework."},
		Messages: map[string]text.Both{
			"":      {Sv: "överenskommelsen hör inte under någon huvudöverenskommelse, men {framework} gäller", En: "the agreement stands under no framework agreement, but {framework} is in force"},
			"other": {Sv: "{found}, som överenskommelsen hör under, gäller inte; {framework} gäller", En: "{found}, which the agreement stands under, is not in force; {framework} is"},
		},
		Cites: []rule.Cite{
			{Source: "hok-2021", Line: 11, Says: "Dock har det saknats en övergripande huvudöverenskommelse mellan parterna"},
			{Source: "rapport-2022", Section: "3.1", Line: 320, Says: "med syftet att anpassa dessa till HÖKen"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		framework, certain := frameworkInForce(v)
		if framework == nil {
			return
		}
		for a, in := range inForce(v) {
			if a.Type.V == model.Framework || a.Framework.Is == model.Absent && a.Supplements.Given() {
				continue
			}
			f, is := v.Framework(a)
			if is == model.NotApplicable {
				continue
			}
			under := truth.No
			switch {
			case f != nil:
				under = v.IsInForce(f)
			case is != model.None:
				under = truth.CannotTell
			}
			r.Judge(truth.Or(in.Not(), certain.Not(), under), func() *rule.Finding {
				args := text.Args{"framework": phrase.Name(v, framework.Ref)}
				if f != nil {
					args["found"] = phrase.Name(v, f.Ref)
					return rule.FoundAs("other", rule.At(a, "framework"), args)
				}
				return rule.Found(rule.At(a, "framework"), args)
			})
		}
	},
}

// frameworkInForce is the framework agreement that is in force at the view's
// day, or may be, and how certain that is.
func frameworkInForce(v *registry.View) (framework *model.Agreement, certain truth.Value) {
	certain = truth.No
	for _, a := range v.Agreements {
		if a.Type.V != model.Framework || a.External.V {
			continue
		}
		if in := v.IsInForce(a); truth.Or(certain, in) != certain {
			framework, certain = a, in
		}
	}
	return framework, certain
}
