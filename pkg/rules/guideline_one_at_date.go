package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var guidelineOneAtDate = Rule{
	Spec: &rule.Spec{
		ID: "guideline-one-at-date", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Högst en riktlinje är i kraft åt gången, och dess huvudöverenskommelse gäller.",
			En: "At most one guideline is in force at a time, and its framework agreement is in force.",
		},
		Why: text.Both{
			Sv: "Riktlinjen som är i kraft en dag avgör vad som prövas den dagen. Är två det går det inte att säga vilken som räknas, och en riktlinje till en huvudöverenskommelse som inte gäller har inget att vila på. Regeln läser in_force, decision och framework. Ett upphörande ska vara skrivet i in_force.until eller ended; att en riktlinje ersätter en annan avslutar inte den äldre.",
			En: "The guideline that is in force on a day decides what is tested on that day. Where two are, nobody can say which counts, and a guideline of a framework agreement that is not in force has nothing to rest on. The rule reads in_force, decision and framework. An end is to be written in in_force.until or ended; that a guideline replaces another does not end the older one.",
		},
		Remedy: text.Both{
			Sv: "Ange in_force.until på den äldre riktlinjen, eller rätta den dag som är fel.",
			En: "Give in_force.until of the older guideline, or correct the day that is wrong.",
		},
		Messages: map[string]text.Both{
			"":          {Sv: "{guideline} är i kraft {day} samtidigt som {other}", En: "{guideline} is in force on {day} at the same time as {other}"},
			"framework": {Sv: "riktlinjen är i kraft {day}, men {framework} gäller inte den dagen", En: "the guideline is in force on {day}, but {framework} is not in force on that day"},
			"none":      {Sv: "riktlinjen är i kraft {day} men hör inte till någon huvudöverenskommelse", En: "the guideline is in force on {day} but belongs to no framework agreement"},
		},
		Cites: []rule.Cite{
			{Source: "", Section: "model.md"},
			{Source: "rapport-2022", Section: "1", Line: 77, Says: "de riktlinjer som beslutats utifrån HÖK mellan Regionen och länets kommuner"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		var before []*model.Guideline
		for _, g := range v.Guidelines {
			if !r.Applies(v.GuidelineInForce(g)) {
				continue
			}
			var found []*rule.Finding
			if len(before) > 0 {
				other := before[len(before)-1]
				f := rule.Found(rule.At(g, "in_force"), text.Args{"guideline": phrase.Name(v, g.Ref), "day": v.Day, "other": phrase.Name(v, other.Ref)})
				f.Related = []rule.Related{rule.Beside(rule.At(other, "in_force"), "den andra riktlinjen", "the other guideline")}
				found = append(found, f)
			}
			before = append(before, g)
			rests, f := restsOnFramework(v, g)
			if rests == truth.No {
				found = append(found, f)
			}
			if len(found) > 0 {
				r.Violated(found...)
				continue
			}
			r.Judge(rests, nil)
		}
	},
}

// restsOnFramework tells whether the framework agreement of a guideline is in
// force at the view's day, and gives the finding that it is not.
func restsOnFramework(v *registry.View, g *model.Guideline) (rests truth.Value, f *rule.Finding) {
	args := text.Args{"day": v.Day}
	switch g.Framework.Is {
	case model.NotApplicable:
		return truth.Yes, nil
	case model.None:
		return truth.No, rule.FoundAs("none", rule.At(g, "framework"), args)
	}
	a, ok := registry.Find[*model.Agreement](v.Registry, g.Framework.V)
	if !ok {
		return truth.CannotTell, nil
	}
	args["framework"] = phrase.Name(v, a.Ref)
	f = rule.FoundAs("framework", rule.At(g, "framework"), args)
	f.Related = []rule.Related{rule.Beside(rule.At(a, "entry_into_force"), "huvudöverenskommelsen", "the framework agreement")}
	return v.IsInForce(a), f
}
