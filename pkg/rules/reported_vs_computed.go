package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var reportedVsComputed = Rule{
	Spec: &rule.Spec{
		ID: "reported-vs-computed", Number: "R010", Severity: rule.Warning, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Ett tal som en källa redovisar motsägs inte av det tal som räknas ur posterna.",
			En: "A figure that a source reports is not contradicted by the figure counted from the records.",
		},
		Why: text.Both{
			Sv: "Redovisade och räknade tal är olika saker, och båda behålls. Det räknade talet motsäger det redovisade om det är större, eller om det är mindre och posterna är kända som fullständiga (complete). Annars går det inte att avgöra. Ungefärliga tal har den tolerans som vis.yaml anger, åt båda håll.",
			En: "Reported and counted figures are different things, and both are kept. The counted figure contradicts the reported one if it is greater, or if it is smaller and the records are known to be complete. Otherwise nobody can tell. Approximate figures have the tolerance of vis.yaml, both ways.",
		},
		Remedy:   text.Both{Sv: "Läs källan igen, och kontrollera vilka poster som räknas. Ändra inget tal för att de ska stämma.", En: "Read the source again, and check which records are counted. Change no figure to make them agree."},
		Tune:     text.Both{Sv: "thresholds.approx_tolerance i vis.yaml.", En: "thresholds.approx_tolerance in vis.yaml."},
		Messages: map[string]text.Both{"": {Sv: "källan redovisar {reported} ({metric}), men posterna ger {computed}", En: "the source reports {reported} ({metric}), but the records give {computed}"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2", Line: 101, Says: "21 av 26 kommuner"},
			{Source: "rapport-2022", Section: "3.1", Line: 295, Says: "I dagsläget finns följande överenskommelser"},
		},
		Merged: []rule.Merged{{
			ID: "agreement-count-consistent", Number: "R046",
			Title: text.Both{
				Sv: "Antalet gällande överenskommelser stämmer med det antal som en källa redovisar för samma dag.",
				En: "The number of agreements in force agrees with the figure that a source reports for the same day.",
			},
		}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, c := range v.Claims() {
			if agrees, compared := c.Verdict.Holds(); compared {
				r.Judge(agrees, func() *rule.Finding { return otherFigure(v, c) })
			}
		}
	},
}

// otherFigure is the finding that the records give another figure than a claim.
func otherFigure(v *registry.View, c registry.ClaimAt) *rule.Finding {
	key, said, computed := "value", any(c.Reported), any(model.Number{Min: c.Computed.Min, Max: c.Computed.Max})
	if c.Share {
		said, computed = shareOf(c.Reported), shareOf(model.Number{Min: c.Computed.Min, Max: c.Computed.Max})
	}
	if !c.Claim.Value.Given() {
		key = "share"
	}
	f := rule.Found(rule.At(c.Source, "claims", c.Index, key), text.Args{"reported": said, "metric": phrase.Metric(c.Metric), "computed": computed})
	f.Sources = []model.Citation{{Source: model.Some(c.Source.Ref), Section: c.Claim.Section, Line: c.Claim.Line}}
	for _, ref := range c.Computed.Counted[:min(len(c.Computed.Counted), 3)] {
		if rec, ok := v.Record(ref); ok {
			f.Related = append(f.Related, rule.Related{Place: rule.AtKey(rec, counts(c.Metric, rec)...), Message: text.Both{Sv: "räknas med", En: "is counted"}})
		}
	}
	return f
}

// shareOf writes a number that is a part of 1 as percent.
func shareOf(n model.Number) text.Both {
	say := func(l text.Lang) string {
		s := text.Share(n.Min).Localized(l)
		if n.Max != n.Min {
			s += "–" + text.Share(n.Max).Localized(l)
		}
		if n.Approx {
			return text.Both{Sv: "ca ", En: "about "}.In(l) + s
		}
		return s
	}
	return text.Both{Sv: say(text.Swedish), En: say(text.English)}
}

// counts is where in a record that a metric counts that stands which is counted:
// in its seats, parties or memberships, or nowhere but in the record itself.
func counts(metric string, rec model.Record) []any {
	switch rec.(type) {
	case *model.Group:
		switch metric {
		case "roles", "roles-by-side", "roles-elected", "vacancies", "balance", "municipalities-represented":
			return []any{"seats"}
		}
	case *model.Agreement:
		if metric == "adoptions" {
			return []any{"parties"}
		}
	case *model.Representative:
		return []any{"memberships"}
	}
	return nil
}
