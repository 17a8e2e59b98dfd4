package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementAgeGroupsValid = Rule{
	Spec: &rule.Spec{
		ID: "agreement-age-groups-valid", Number: "R031", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Åldrar och åldersgrupper stämmer överens och slutar inte före sin början.",
			En: "Ages and age groups agree and do not end before they begin.",
		},
		Why: text.Both{
			Sv: "Åldrarna avgör vilka en överenskommelse gäller och om ansvarig grupp täcker dem. De skrivs i hela år, gränserna inräknade, och vad som är barn och vuxna bestäms i age_groups i vocabulary.yaml. Anger en överenskommelse både ages och age_groups ska de beskriva samma åldrar. En åldersgrupp vars gränser inte är kända går inte att pröva.",
			En: "The ages decide whom an agreement concerns and whether the responsible group covers them. They are written in whole years, bounds included, and what children and adults are is said by age_groups in vocabulary.yaml. An agreement that gives both ages and age_groups must describe the same ages by both. An age group whose bounds are not known cannot be judged.",
		},
		Remedy: text.Both{Sv: "Rätta åldrarna, eller ange bara det ena av ages och age_groups.", En: "Correct the ages, or give only one of ages and age_groups."},
		Tune:   text.Both{Sv: "Åldersgruppernas gränser står i age_groups i vocabulary.yaml.", En: "The bounds of the age groups stand in age_groups of vocabulary.yaml."},
		Messages: map[string]text.Both{
			"":       {Sv: "åldrarna börjar vid {from} år men slutar vid {to}", En: "the ages begin at {from} years but end at {to}"},
			"groups": {Sv: "åldersgruppen {group} når utanför åldrarna {ages}", En: "the age group {group} reaches outside the ages {ages}"},
			"ages":   {Sv: "åldrarna {ages} når utanför åldersgrupperna {groups}", En: "the ages {ages} reach outside the age groups {groups}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 119, Says: "Barn under 18 år i behov av stöd."},
			{Source: "rapport-2022", Section: "2.2", Line: 141, Says: "personer (vuxna och äldre – från 18 år) med psykisk sjukdom/psykisk funktionsnedsättning"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for i, g := range v.Vocabulary.AgeGroups.Pointers() {
			if g.From.Is != model.Absent || g.To.Is != model.Absent {
				judgeAges(r, rule.InFile(model.VocabularyKind, "age_groups", i), model.Ages{From: g.From, To: g.To})
			}
		}
		for _, g := range v.Groups {
			for i, t := range g.TargetGroups.All() {
				if ages, ok := t.Ages.Get(); ok {
					judgeAges(r, rule.At(g, "target_groups", i, "ages"), ages)
				}
			}
		}
		for _, a := range v.Agreements {
			if a.External.V {
				continue
			}
			ages, ok := a.Ages.Get()
			if ok {
				judgeAges(r, rule.At(a, "ages"), ages)
			}
			if a.AgeGroups.Is == model.Given {
				judgeAgeGroups(v, r, a, ages, ok)
			}
		}
	},
}

// judgeAges tells whether a span of ages begins no later than it ends.
func judgeAges(r *rule.Report, p rule.Place, ages model.Ages) {
	if ages.From.Is == model.Unknown || ages.To.Is == model.Unknown {
		r.CannotTell()
		return
	}
	ordered := !ages.From.Given() || !ages.To.Given() || ages.From.V <= ages.To.V
	r.Judge(truth.Of(ordered), func() *rule.Finding {
		return rule.Found(p, text.Args{"from": ages.From.V, "to": ages.To.V})
	})
}

// judgeAgeGroups tells whether the age groups of an agreement are known, and
// agree with its ages where both is true.
func judgeAgeGroups(v *registry.View, r *rule.Report, a *model.Agreement, ages model.Ages, both bool) {
	var groups []registry.AgeSpan
	outcome := truth.Yes
	if a.AgeGroups.Open() {
		outcome = truth.CannotTell
	}
	var found []*rule.Finding
	own := []registry.AgeSpan{registry.SpanOfAges(ages)}
	for i, id := range a.AgeGroups.All() {
		span, known := v.AgeGroup(id)
		if !known {
			r.CannotTell() // vocabulary-term-unknown tells of it
			return
		}
		groups = append(groups, span)
		if !span.Known() {
			outcome = truth.And(outcome, truth.CannotTell)
		}
		if !both {
			continue
		}
		inside := registry.CoversAges(own, []registry.AgeSpan{span})
		outcome = truth.And(outcome, inside)
		if inside == truth.No {
			found = append(found, rule.FoundAs("groups", rule.At(a, "age_groups", i), text.Args{"group": phrase.Terms(v, "age_groups", []model.Term{id}), "ages": agesInWords(own)}))
		}
	}
	if both && len(found) == 0 && !a.AgeGroups.Open() {
		inside := registry.CoversAges(groups, own)
		outcome = truth.And(outcome, inside)
		if inside == truth.No {
			found = append(found, rule.FoundAs("ages", rule.At(a, "ages"), text.Args{"ages": agesInWords(own), "groups": phrase.Terms(v, "age_groups", a.AgeGroups.Values())}))
		}
	}
	if outcome == truth.No {
		r.Violated(found...)
		return
	}
	r.Judge(outcome, nil)
}
