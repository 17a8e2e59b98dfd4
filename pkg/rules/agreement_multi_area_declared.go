package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementMultiAreaDeclared = Rule{
	Spec: &rule.Spec{
		ID: "agreement-multi-area-declared", Number: "R028", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En överenskommelse som berör flera samrådsgruppers sakområden anger dem alla.",
			En: "An agreement that concerns the subject areas of several consultation groups names them all.",
		},
		Why: text.Both{
			Sv: "Vissa överenskommelser berör flera sakområden och åldersgrupper och därmed flera samrådsgruppers ansvar. En samrådsgrupp som finns den dagen och delar sakområde med överenskommelsen ska stå som ansvarig eller i consulted. Står den där bara som föreslagen, eller är sakområdena inte kända, går det inte att avgöra. Sakområden som ingen samrådsgrupp har är tillåtna.",
			En: "Some agreements concern several subject areas and age groups and so the responsibilities of several consultation groups. A consultation group that exists that day and shares a subject area with the agreement must stand as responsible or in consulted. Where it is only proposed there, or the subject areas are not known, nobody can tell. Subject areas that no consultation group has are allowed.",
		},
		Remedy:   text.Both{Sv: "Lägg till gruppen i consulted, eller rätta sakområdena.", En: "Add the group to consulted, or correct the subject areas."},
		Messages: map[string]text.Both{"": {Sv: "{group} delar sakområde med överenskommelsen ({areas}) men anges varken i responsible eller i consulted", En: "{group} shares a subject area with the agreement ({areas}) but stands neither in responsible nor in consulted"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 316, Says: "berör vissa överenskommelser flera sakområden och åldersgrupper, vilket gör att de berör flera samrådsgruppers ansvarsområden"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		var groups []registry.GroupAt
		for _, g := range v.Groups {
			if lives := v.Lives(g); g.Type.V == model.ConsultationGroup && lives != truth.No {
				groups = append(groups, registry.GroupAt{Group: g, Lives: lives})
			}
		}
		if len(groups) == 0 {
			return
		}
		for a, in := range inForce(v) {
			if a.SubjectAreas.Is == model.NotApplicable || a.Type.V == model.Framework {
				continue
			}
			judgeAreasDeclared(v, r, a, in, groups)
		}
	},
}

func judgeAreasDeclared(v *registry.View, r *rule.Report, a *model.Agreement, in truth.Value, groups []registry.GroupAt) {
	outcome := truth.Of(a.SubjectAreas.Is == model.Given)
	if outcome != truth.Yes || a.SubjectAreas.Open() {
		outcome = truth.CannotTell
	}
	named := map[model.Ref]truth.Value{}
	for _, s := range append(v.StewardsAt(a, &a.Responsible, "responsible"), v.StewardsAt(a, &a.Consulted, "consulted")...) {
		how := s.Holds
		if s.Proposed {
			how = truth.CannotTell
		}
		named[s.Group] = truth.Or(named[s.Group], how)
	}
	open := a.Consulted.Is == model.Absent || a.Consulted.Open() || a.Responsible.Open()
	var found []*rule.Finding
	for _, g := range groups {
		shared := sharedAreas(a, g.Group)
		if len(shared) == 0 {
			if g.Group.SubjectAreas.Open() || g.Group.SubjectAreas.Is == model.Absent {
				outcome = truth.And(outcome, truth.CannotTell)
			}
			continue
		}
		declared, ok := named[g.Group.Ref]
		if !ok {
			declared = truth.Of(false)
			if open {
				declared = truth.CannotTell
			}
		}
		declared = truth.Or(in.Not(), g.Lives.Not(), declared)
		outcome = truth.And(outcome, declared)
		if declared == truth.No {
			found = append(found, rule.Found(rule.AtKey(a, "consulted"), text.Args{"areas": phrase.Terms(v, "subject_areas", shared), "group": phrase.Name(v, g.Group.Ref)}, g.Group.Ref.ID))
		}
	}
	if outcome == truth.No {
		r.Violated(found...)
		return
	}
	r.Judge(outcome, nil)
}

// sharedAreas is the subject areas that an agreement has in common with a group.
func sharedAreas(a *model.Agreement, g *model.Group) (shared []model.Term) {
	for _, area := range a.SubjectAreas.All() {
		for _, other := range g.SubjectAreas.All() {
			if area == other {
				shared = append(shared, area)
			}
		}
	}
	return shared
}
