package rules

import (
	"math"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
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
		for _, s := range v.Sources {
			for i, c := range s.Claims.All() {
				judgeClaim(v, r, s, i, c)
			}
		}
	},
}

func judgeClaim(v *registry.View, r *rule.Report, s *model.Source, i int, c model.Claim) {
	name, ok := c.Metric.Get()
	reported, given := claimed(c)
	if !ok || !given {
		return
	}
	asOf := c.AsOf.V
	if !c.AsOf.Given() {
		asOf = s.Date.V
	}
	if asOf.IsZero() || asOf.Latest().IsOpen() {
		r.CannotTell()
		return
	}
	if asOf.Earliest() > v.Day {
		return // the claim is of a later day than the view
	}
	measure, ok := v.Registry.At(asOf.Latest(), v.Clock).Metric(name, registry.Scope{Groups: c.Scope.V, Supplements: c.Counting.V})
	if !ok {
		r.CannotTell() // an unknown metric is told of by a rule of its own
		return
	}
	low, high := reported.Min, reported.Max
	if reported.Approx {
		tolerance, ok := v.Thresholds().ApproxTolerance.Get()
		if !ok {
			r.CannotTell()
			return
		}
		low, high = low*(1-tolerance), high*(1+tolerance)
	}
	r.Judge(agrees(measure, low, high), func() *rule.Finding {
		key, computed := "value", any(model.Number{Min: measure.Min, Max: measure.Max})
		said := any(reported)
		if !c.Value.Given() || isShare(name) {
			said, computed = shareOf(reported), shareOf(model.Number{Min: measure.Min, Max: measure.Max})
		}
		if !c.Value.Given() {
			key = "share"
		}
		f := rule.Found(rule.At(s, "claims", i, key), text.Args{"reported": said, "metric": phrase.Metric(name), "computed": computed})
		f.Sources = []model.Citation{{Source: model.Some(s.Ref), Section: c.Section, Line: c.Line}}
		for _, ref := range measure.Counted[:min(len(measure.Counted), 3)] {
			if rec, ok := v.Record(ref); ok {
				f.Related = append(f.Related, rule.Related{Place: rule.AtKey(rec, counts(name, rec)...), Message: text.Both{Sv: "räknas med", En: "is counted"}})
			}
		}
		return f
	})
}

// isShare reports whether a metric is a part of 1.
func isShare(metric string) bool { return metric == "balance" }

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

// claimed is the figure that a claim reports: its value, or its share.
func claimed(c model.Claim) (model.Number, bool) {
	if n, ok := c.Value.Get(); ok {
		return n, true
	}
	return c.Share.Get()
}

// agrees tells whether a measure lies within reported bounds. A smaller one
// contradicts them only where the records are said to be complete.
func agrees(m registry.Measure, low, high float64) truth.Value {
	switch {
	case m.Min > high:
		return truth.No
	case m.Complete == truth.Yes && m.Max < low:
		return truth.No
	case m.Complete == truth.Yes && m.Min >= low && m.Max <= high && !math.IsInf(m.Max, 1):
		return truth.Yes
	}
	return truth.CannotTell
}
