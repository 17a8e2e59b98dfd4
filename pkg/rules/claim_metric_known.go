package rules

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var claimMetricKnown = Rule{
	Spec: &rule.Spec{
		ID: "claim-metric-known", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Ett tal som en källa redovisar avser ett mått som registret har.",
			En: "A figure that a source reports is of a metric that the registry has.",
		},
		Why: text.Both{
			Sv: "Ett redovisat tal jämförs med det som räknas ur posterna. Finns inte måttet blir jämförelsen aldrig av, och ingen märker det. Avgränsningen (scope) är ett begrepp och prövas av vocabulary-term-unknown.",
			En: "A reported figure is compared with the one counted from the records. Where the metric does not exist, the comparison is never made, and nobody notices. The scope is a term and is for vocabulary-term-unknown.",
		},
		Remedy: text.Both{Sv: "Rätta måttets namn, eller ta bort talet om registret inte har något sådant mått.", En: "Correct the name of the metric, or remove the figure if the registry has no such metric."},
		Messages: map[string]text.Both{
			"":     {Sv: "måttet ”{metric}” finns inte", En: "the metric “{metric}” does not exist"},
			"near": {Sv: "måttet ”{metric}” finns inte; menades {nearest}?", En: "the metric “{metric}” does not exist; did you mean {nearest}?"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2", Line: 101, Says: "omfattar ca 90-100 roller"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		metrics := registry.MetricNames()
		for _, s := range v.Sources {
			for i, c := range s.Claims.All() {
				metric, ok := c.Metric.Get()
				if !ok {
					continue
				}
				r.Judge(truth.Of(slices.Contains(metrics, metric)), func() *rule.Finding {
					args := text.Args{"metric": metric, "known": metrics}
					which := ""
					if near := text.Nearest(metric, metrics); near != "" {
						which, args["nearest"] = "near", near
					}
					f := rule.FoundAs(which, rule.At(s, "claims", i, "metric"), args, metric)
					f.Fix = rule.MeantOnly(metric, metrics)
					f.Remedy = text.Both{Sv: "Ange ett av måtten: {known}.", En: "Give one of the metrics: {known}."}
					return f
				})
			}
		}
	},
}
