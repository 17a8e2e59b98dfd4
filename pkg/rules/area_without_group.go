package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var areaWithoutGroup = Rule{
	Spec: &rule.Spec{
		ID: "area-without-group", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Varje sakområde och varje målgrupp i vokabulären har ett forum.",
			En: "Every subject area and every target group of the vocabulary has a forum.",
		},
		Why: text.Both{
			Sv: "Frågor som inget forum har riskerar att ingen tar hand om. Regeln söker varje term i subject_areas och target_groups hos de forum som finns. Att inget forum har termen är känt först när alla grupper finns i registret (complete.groups i vis.yaml) och de samrådsgrupper och andra forum som inte är styrgrupper anger sina områden och målgrupper.",
			En: "Matters that no forum has are at risk of nobody taking care of them. The rule looks for every term of subject_areas and target_groups among the forums that exist. That no forum has the term is known only once all groups are in the registry (complete.groups in vis.yaml), and the consultation groups and other forums that are not steering groups give their areas and target groups.",
		},
		Remedy: text.Both{
			Sv: "Ge ett forum ansvar för området, eller ta bort termen om den inte hör till samverkan.",
			En: "Give a forum responsibility for the area, or remove the term if it is not part of the cooperation.",
		},
		Messages: map[string]text.Both{
			"":       {Sv: "inget forum har sakområdet ”{term}”", En: "no forum has the subject area “{term}”"},
			"target": {Sv: "inget forum har målgruppen ”{term}”", En: "no forum has the target group “{term}”"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "5", Line: 399, Says: "inte något forum där dessa specifika frågor och behov hanteras samlat"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		judgeTerms(v, r, "", "subject_areas", v.Vocabulary.SubjectAreas, func(g *model.Group) ([]model.Term, bool) {
			return g.SubjectAreas.Values(), g.SubjectAreas.Is == model.Absent || g.SubjectAreas.Open()
		})
		judgeTerms(v, r, "target", "target_groups", v.Vocabulary.TargetGroups, func(g *model.Group) ([]model.Term, bool) {
			open := g.TargetGroups.Is == model.Absent || g.TargetGroups.Open()
			var terms []model.Term
			for _, t := range g.TargetGroups.All() {
				open = open || t.Group.Is == model.Absent || t.Group.Is == model.Unknown
				terms = append(terms, t.Group.V)
			}
			return terms, open
		})
	},
}

// judgeTerms judges which terms of a list of the vocabulary some forum has. has
// gives those of a forum, and whether it may have others.
func judgeTerms(v *registry.View, r *rule.Report, how, list string, vocabulary model.List[model.TermEntry], has func(*model.Group) ([]model.Term, bool)) {
	covered := map[model.Term]truth.Count{}
	rest := truth.No
	if v.GroupsComplete() != truth.Yes {
		rest = truth.CannotTell
	}
	for _, g := range v.Forums() {
		lives := v.Lives(g)
		if lives == truth.No {
			continue
		}
		terms, open := has(g)
		for _, t := range terms {
			count := covered[t]
			count.Add(lives)
			covered[t] = count
		}
		if open && g.Type.V != model.PoliticalSteering && g.Type.V != model.OfficialSteering {
			rest = truth.CannotTell
		}
	}
	for i, t := range vocabulary.All() {
		r.Judge(truth.Or(rest, covered[model.Term(t.ID.V)].AtLeast(1)), func() *rule.Finding {
			place := rule.Place{File: model.VocabularyKind.Info().File, Path: model.Path{}.At(list, i)}
			return rule.FoundAs(how, place, text.Args{"term": phrase.Both(t.Words())})
		})
	}
}
