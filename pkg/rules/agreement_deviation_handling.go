package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementDeviationHandling = Rule{
	Spec: &rule.Spec{
		ID: "agreement-deviation-handling", Number: "R043", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En gällande överenskommelse anger hur brister och avvikelser hanteras och vart de rapporteras.",
			En: "An agreement in force says how deficiencies and deviations are handled and to whom they are reported.",
		},
		Why: text.Both{
			Sv: "Översynen ska skapa enhetlighet kring hur brister och avvikelser hanteras och rapporteras. En överenskommelse får hänvisa till huvudöverenskommelsens ordning (same-as-framework), om den har en. Är avvikelserna unknown eller inte inlagda ännu går det inte att avgöra.",
			En: "The review is to make the handling and reporting of deficiencies and deviations uniform. An agreement may refer to the routine of the framework agreement (same-as-framework), if that has one. Where deviations are unknown or not recorded yet, nobody can tell.",
		},
		Remedy: text.Both{Sv: "Ange procedure och report_to under deviations, eller same-as-framework.", En: "Give procedure and report_to under deviations, or same-as-framework."},
		Messages: map[string]text.Both{
			"":          {Sv: "överenskommelsen säger inte hur avvikelser hanteras", En: "the agreement does not say how deviations are handled"},
			"part":      {Sv: "hanteringen av avvikelser saknar {fields}", En: "the handling of deviations lacks {fields}"},
			"framework": {Sv: "avvikelser hanteras som i {framework}, som inte säger hur", En: "deviations are handled as in {framework}, which does not say how"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 323, Says: "enhetlighet kring hur brister och avvikelser ska hanteras och rapporteras"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for a, in := range inForce(v) {
			d, given := a.Deviations.Get()
			if !given || !d.As.Given() {
				judgeParts(r, in, a.Deviations.Is, rule.AtKey(a, "deviations"), part{"procedure", d.Procedure.Is}, part{"report_to", d.ReportTo.Is})
				continue
			}
			f, _ := v.Framework(a)
			if f == nil || f.Deviations.Is != model.None && (f.Deviations.Is != model.Given || f.Deviations.V.As.Given()) {
				r.CannotTell()
				continue
			}
			r.Judge(truth.Or(in.Not(), truth.Of(f.Deviations.Is == model.Given)), func() *rule.Finding {
				found := rule.FoundAs("framework", rule.At(a, "deviations"), text.Args{"framework": phrase.Name(v, f.Ref)})
				found.Related = []rule.Related{rule.Beside(rule.At(f, "deviations"), "huvudöverenskommelsens ordning", "the routine of the framework agreement")}
				return found
			})
		}
	},
}
