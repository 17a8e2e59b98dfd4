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

var establishedAfterPhases = Rule{
	Spec: &rule.Spec{
		ID: "established-after-phases", Number: "R088", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En samrådsgrupp är etablerad först när etableringens alla steg är klara.",
			En: "A consultation group is established only when all steps of establishment are done.",
		},
		Why: text.Both{
			Sv: "Riktlinjen kan ange vilka steg som leder fram till en etablerad grupp (establishment_steps). Varje steg ska vara klart senast den dag då gruppen etablerades; ordningen mellan stegen prövas av establishment-step-order. Ett beslut i establishment.waived_by befriar gruppen från stegen. Ett steg som har due men inte done, eller done: none, är inte taget. Ett steg som inte räknas upp, är unknown eller varken har due eller done går det inte att avgöra.",
			En: "The guideline may give the steps that lead to an established group (establishment_steps). Each is to be done no later than the day the group was established; the order of the steps is for establishment-step-order. A decision in establishment.waived_by exempts the group from the steps. A step that has due but not done, or done: none, has not been taken. A step that is not listed, is unknown or has neither due nor done cannot be told.",
		},
		Remedy: text.Both{
			Sv: "Ange när steget blev klart, eller det beslut som befriar gruppen från stegen (waived_by). Är steget inte klart skrivs establishing i history.",
			En: "Say when the step was done, or give the decision that exempts the group from the steps (waived_by). If the step is not done, write establishing in history.",
		},
		Tune: text.Both{Sv: "establishment_steps i riktlinjen och thresholds.look_back i vis.yaml.", En: "establishment_steps of the guideline and thresholds.look_back in vis.yaml."},
		Messages: map[string]text.Both{
			"":     {Sv: "{group} etablerades {date}, men steg {step} är inte taget", En: "{group} was established {date}, but step {step} has not been taken"},
			"late": {Sv: "{group} etablerades {date}, men steg {step} blev klart först {done}", En: "{group} was established {date}, but step {step} was done only {done}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.1", Line: 463, Says: "Identifiera var/hur samrådsgruppens ansvarsområden hanteras idag"},
			{Source: "rapport-2022", Section: "6.1", Line: 464, Says: "Genomföra workshop för respektive samverkansområde"},
			{Source: "rapport-2022", Section: "6.1", Line: 465, Says: "Presentera resultat av workshop i tjänstemannastyrgruppen"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		steps := func(date edtf.Date) registry.Parameter[[]model.StepDefinition] {
			return then(v, date, (*registry.View).EstablishmentSteps)
		}
		governs := func(date edtf.Date) truth.Value { return steps(date).Governs }
		established(v, r, governs, func(g *model.Group, date edtf.Date, entry rule.Related) {
			judgeSteps(v, r, g, date, entry, steps(date))
		})
	},
}

func judgeSteps(v *registry.View, r *rule.Report, g *model.Group, date edtf.Date, entry rule.Related, p registry.Parameter[[]model.StepDefinition]) {
	e := &g.Establishment.V
	waived := truth.No
	switch ref, ok := e.WaivedBy.Get(); {
	case ok:
		waived = v.Decided(ref)
	case e.WaivedBy.Is == model.Unknown:
		waived = truth.CannotTell
	}
	if e.Steps.Is == model.NotApplicable || waived == truth.Yes {
		r.Holds()
		return
	}
	outcome := truth.Yes
	var found []*rule.Finding
	for _, step := range p.Value {
		how, f := judgeStep(v, g, date, step)
		outcome = truth.And(outcome, how)
		if how == truth.No {
			f.Severity, f.Related = weight(p, rule.Error), []rule.Related{entry, byGuideline(p)}
			found = append(found, f)
		}
	}
	judgeEvent(v, r, date, truth.Or(waived, outcome), func() []*rule.Finding { return found })
}

// judgeStep tells whether a group had taken a step when it was established, and
// gives the finding that it had not. A step that is not listed cannot be told.
func judgeStep(v *registry.View, g *model.Group, date edtf.Date, step model.StepDefinition) (taken truth.Value, f *rule.Finding) {
	for i, s := range g.Establishment.V.Steps.All() {
		if s.Step.V != step.Step.V {
			continue
		}
		place := rule.At(g, "establishment", "steps", i)
		args := text.Args{"group": phrase.Both(v.ShortName(g)), "date": date, "step": step.Step.V}
		switch {
		case s.Done.Given():
			args["done"] = s.Done.V
			place.Path = place.Path.At("done")
			return edtf.NotAfter(s.Done.V, date), rule.FoundAs("late", place, args)
		case s.Done.Is == model.None, s.Done.Is == model.Absent && s.Due.Given():
			return truth.No, rule.Found(place, args)
		}
		return truth.CannotTell, nil
	}
	return truth.CannotTell, nil
}
