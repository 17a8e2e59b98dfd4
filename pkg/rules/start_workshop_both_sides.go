package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var startWorkshopBothSides = Rule{
	Spec: &rule.Spec{
		ID: "start-workshop-both-sides", Number: "R090", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Deltagarna i startworkshopen utses från både regionen och kommunerna.",
			En: "The participants of the start workshop are chosen from both the region and the municipalities.",
		},
		Why: text.Both{
			Sv: "Workshopen utvecklar gruppens uppdrag och arbetsformer, och båda sidor ska vara med om det. Riktlinjen märker det steg som det gäller med both_sides. Regeln läser participants i steget när det är klart. Är deltagarna inte angivna, eller går deltagares sida inte att säga, går det inte att avgöra.",
			En: "The workshop develops the terms of reference and ways of working of the group, and both sides are to be in it. The guideline marks the step it concerns with both_sides. The rule reads participants of the step once it is done. Where the participants are not given, or the side of some cannot be told, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Ange de deltagare som saknas, eller ta upp frågan innan workshopen hålls.",
			En: "Add the participants that are missing, or raise the matter before the workshop is held.",
		},
		Tune:     text.Both{Sv: "both_sides på steget i establishment_steps i riktlinjen.", En: "both_sides of the step in establishment_steps of the guideline."},
		Messages: map[string]text.Both{"": {Sv: "steg {step} för {group} har inga deltagare från sidan {side}", En: "step {step} of {group} has no participants of the side {side}"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.1", Line: 463, Says: "Identifiera roller/personer som bör medverka i start-workshopen från kommun- respektive regionsidan"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		stepsDone(v, r, func(s stepDone) {
			if s.defined == nil || !s.defined.BothSides.V || s.entry.Participants.Is == model.NotApplicable {
				return
			}
			if s.entry.Participants.Is == model.Absent {
				r.CannotTell()
				return
			}
			on := v.On(s.date.Latest())
			outcome := truth.Yes
			var found []*rule.Finding
			for _, side := range []model.Word{model.Region, model.Municipal} {
				has := truth.No
				if s.entry.Participants.Open() {
					has = truth.CannotTell
				}
				for _, ref := range s.entry.Participants.All() {
					has = truth.Or(has, isOfSide(on, ref, side))
				}
				outcome = truth.And(outcome, has)
				if has == truth.No {
					f := rule.Found(s.place("participants"), text.Args{"step": s.defined.Step.V, "group": phrase.Both(v.ShortName(s.group)), "side": phrase.Word("side", side)}, string(side))
					found = append(found, byStep(s, rule.Warning, f))
				}
			}
			judgeEvent(v, r, s.date, outcome, func() []*rule.Finding { return found })
		})
	},
}

// isOfSide tells whether a person or an organization belongs to a side.
func isOfSide(v *registry.View, ref model.Ref, side model.Word) truth.Value {
	found := v.Side(ref)
	if p, ok := registry.Find[*model.Representative](v.Registry, ref); ok {
		found = v.SideOfPerson(p)
	}
	if found == "" {
		return truth.CannotTell
	}
	return truth.Of(found == side)
}
