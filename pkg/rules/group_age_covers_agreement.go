package rules

import (
	"strconv"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var groupAgeCoversAgreement = Rule{
	Spec: &rule.Spec{
		ID: "group-age-covers-agreement", Number: "R032", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Den ansvariga gruppens målgrupp täcker de åldrar som överenskommelsen gäller.",
			En: "The target group of the responsible group covers the ages that the agreement concerns.",
		},
		Why: text.Both{
			Sv: "Faller några åldrar utanför den ansvariga gruppens målgrupp är det ingen som följer upp överenskommelsen för dem. Åldrarna tas ur ages, annars ur age_groups, och gruppens ur dess målgrupper tillsammans. Går gränserna inte att utläsa, eller föreslås gruppen bara, går det inte att avgöra.",
			En: "Where some ages fall outside the target group of the responsible group, nobody follows up the agreement for them. The ages come from ages, else from age_groups, and those of the group from its target groups together. Where the bounds are not told, or the group is only proposed, nobody can tell.",
		},
		Remedy:   text.Both{Sv: "Rätta åldrarna, eller lägg ansvaret på en grupp som täcker dem.", En: "Correct the ages, or give the responsibility to a group that covers them."},
		Messages: map[string]text.Both{"": {Sv: "överenskommelsens åldrar ({ages}) täcks inte av målgruppen för {group} ({covered})", En: "the ages of the agreement ({ages}) are not covered by the target group of {group} ({covered})"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 141, Says: "Personer (unga, vuxna och äldre- alla åldrar) med missbruk/beroende"},
			{Source: "rapport-2022", Section: "3.1", Line: 316, Says: "flera sakområden och åldersgrupper"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for a, in := range inForce(v) {
			if a.Type.V == model.Framework || a.Ages.Is == model.NotApplicable {
				continue
			}
			for _, o := range owners(v, a) {
				if g, ok := v.Group(o.Group); ok && g.TargetGroups.Is != model.NotApplicable {
					judgeAgesCovered(v, r, a, g, truth.And(in, o.Holds))
				}
			}
		}
	},
}

func judgeAgesCovered(v *registry.View, r *rule.Report, a *model.Agreement, g *model.Group, responsible truth.Value) {
	ages, ok := v.AgesOf(a)
	if !ok {
		r.CannotTell()
		return
	}
	target, open := registry.AgesOfGroup(g)
	covered := registry.CoversAges(target, ages)
	if open && covered == truth.No {
		covered = truth.CannotTell
	}
	r.Judge(truth.Or(responsible.Not(), covered), func() *rule.Finding {
		key := "ages"
		if !a.Ages.Given() {
			key = "age_groups"
		}
		f := rule.Found(rule.At(a, key), text.Args{"ages": agesInWords(ages), "group": phrase.Name(v, g.Ref), "covered": agesInWords(target)}, g.Ref.ID)
		f.Related = []rule.Related{rule.Beside(rule.At(g, "target_groups"), "gruppens målgrupp", "the target group")}
		return f
	})
}

// agesInWords writes spans of ages: 12–22 år, från 65 år, alla åldrar.
func agesInWords(spans []registry.AgeSpan) text.Both {
	var sv, en []string
	for _, s := range spans {
		from, to := strconv.Itoa(s.FromMin), strconv.Itoa(s.ToMax)
		unending := s.ToMax == registry.NoLastAge
		switch {
		case !s.Known():
			sv, en = append(sv, "åldrar med okänd gräns"), append(en, "ages with an unknown bound")
		case s.FromMin == 0 && unending:
			sv, en = append(sv, "alla åldrar"), append(en, "all ages")
		case unending:
			sv, en = append(sv, "från "+from+" år"), append(en, "from "+from+" years")
		default:
			sv, en = append(sv, from+"–"+to+" år"), append(en, from+"–"+to+" years")
		}
	}
	return text.Both{Sv: text.List(sv, text.Swedish), En: text.List(en, text.English)}
}
