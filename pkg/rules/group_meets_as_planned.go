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

var groupMeetsAsPlanned = Rule{
	Spec: &rule.Spec{
		ID: "group-meets-as-planned", Number: "R054", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett aktivt forum planerar så många möten per år som riktlinjen anger, och håller så många som det planerar.",
			En: "An active forum plans as many meetings a year as the guideline says, and holds as many as it plans.",
		},
		Why: text.Both{
			Sv: "Två tal jämförs. Det planerade antalet (structure.meetings_per_year) ska ligga inom det som riktlinjen anger; anges ett intervall räcker det att intervallen möts, och ungefärliga tal vidgas med approx_tolerance. Antalet hållna möten det senaste året ska ligga inom det planerade, vidgat med cadence_tolerance; inställda möten räknas inte. Att för få möten har hållits är känt först när årets alla möten finns i registret (complete.meetings). Ett forum som inte var aktivt redan för ett år sedan bedöms inte.",
			En: "Two numbers are compared. The number planned (structure.meetings_per_year) must lie within what the guideline says; of a range it is enough that the ranges meet, and approximate numbers are widened by approx_tolerance. The number held during the last year must lie within the number planned, widened by cadence_tolerance; cancelled meetings do not count. That too few were held is known only once all meetings of the year are in the registry (complete.meetings). A forum that was not active already a year ago is not judged.",
		},
		Remedy: text.Both{
			Sv: "Håll de möten som är planerade, eller ändra planen efter hur ofta gruppen behöver mötas. Lägg till möten som saknas i registret.",
			En: "Hold the meetings that are planned, or change the plan to how often the group needs to meet. Add meetings that the registry lacks.",
		},
		Tune: text.Both{
			Sv: "meetings_per_year i riktlinjen; thresholds.cadence_tolerance och thresholds.approx_tolerance i vis.yaml.",
			En: "meetings_per_year in the guideline; thresholds.cadence_tolerance and thresholds.approx_tolerance in vis.yaml.",
		},
		Messages: map[string]text.Both{
			"":     {Sv: "{group} planerar {planned} möten per år men har hållit {held} det senaste året", En: "{group} plans {planned} meetings a year but held {held} during the last year"},
			"plan": {Sv: "{group} planerar {planned} möten per år, men riktlinjen anger {expected}", En: "{group} plans {planned} meetings a year, but the guideline says {expected}"},
			"none": {Sv: "{group} planerar inga möten, men riktlinjen anger {expected} per år", En: "{group} plans no meetings, but the guideline says {expected} a year"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.1", Line: 109, Says: "Strukturmässigt genomförs möten ca fyra gånger per år"},
			{Source: "rapport-2022", Section: "2.2", Line: 191, Says: "Det är i regel en till två möten per termin."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		expected := v.MeetingsPerYear()
		if expected.Governs == truth.No && off(v.Thresholds().CadenceTolerance) {
			return
		}
		yearAgo := v.On(v.Day.Sub(edtf.Duration{Years: 1}))
		for _, g := range v.Forums() {
			s := g.Structure
			if s.Is == model.NotApplicable || s.V.MeetingsPerYear.Is == model.NotApplicable {
				continue
			}
			if r.Applies(v.IsActive(g), yearAgo.IsActive(g), v.Vouched(g, "structure.meetings_per_year", &s.V.Evidence)) {
				judgeCadence(v, r, g, expected)
			}
		}
	},
}

// judgeCadence compares what is planned with the guideline, and what was held
// with what is planned.
func judgeCadence(v *registry.View, r *rule.Report, g *model.Group, expected registry.Parameter[model.Number]) {
	place := rule.At(g, "structure", "meetings_per_year")
	args := text.Args{"group": phrase.Both(v.ShortName(g)), "expected": expected.Value}
	planned, ok := g.Structure.V.MeetingsPerYear.Get()
	if !ok {
		if expected.Governs == truth.Yes && (g.Structure.Is == model.None || g.Structure.V.MeetingsPerYear.Is == model.None) {
			f := rule.FoundAs("none", place, args)
			f.Related = []rule.Related{byGuideline(expected)}
			r.Violated(f)
			return
		}
		r.CannotTell()
		return
	}
	args["planned"] = planned
	outcome := truth.Yes
	var found []*rule.Finding
	if expected.Governs != truth.No {
		as := v.Meets(planned, expected)
		outcome = truth.And(outcome, as)
		if as == truth.No {
			f := rule.FoundAs("plan", place, args)
			f.Related = []rule.Related{byGuideline(expected)}
			found = append(found, f)
		}
	}
	if !off(v.Thresholds().CadenceTolerance) {
		held, as := v.KeepsCadence(g, planned)
		outcome = truth.And(outcome, as)
		if as == truth.No {
			args := text.Args{"group": args["group"], "planned": planned, "held": held}
			found = append(found, rule.Found(place, args))
		}
	}
	switch outcome {
	case truth.No:
		r.Violated(found...)
	case truth.Yes:
		r.Holds()
	default:
		r.CannotTell()
	}
}
