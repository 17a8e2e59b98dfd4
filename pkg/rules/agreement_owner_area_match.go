package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementOwnerAreaMatch = Rule{
	Spec: &rule.Spec{
		ID: "agreement-owner-area-match", Number: "R029", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Den grupp som ansvarar för en överenskommelse har ett av dess sakområden.",
			En: "The group responsible for an agreement has one of its subject areas.",
		},
		Why: text.Both{
			Sv: "En samrådsgrupp förvaltar och följer upp överenskommelserna inom sitt eget sakområde. Ansvarar den för något annat är antingen ansvaret eller sakområdet fel. Huvudöverenskommelsen omfattar alla områden och prövas inte. Grupper som bara föreslås prövas inte heller.",
			En: "A consultation group manages and follows up the agreements within its own subject area. If it is responsible for something else, either the responsibility or the subject area is wrong. The framework agreement covers every area and is not judged. Nor are groups that are only proposed.",
		},
		Remedy:   text.Both{Sv: "Rätta den ansvariga gruppen, eller sakområdena hos överenskommelsen eller gruppen.", En: "Correct the responsible group, or the subject areas of the agreement or the group."},
		Messages: map[string]text.Both{"": {Sv: "{group} ansvarar, men har inget av överenskommelsens sakområden ({expected}) utan {areas}", En: "{group} is responsible, but has none of the subject areas of the agreement ({expected}); it has {areas}"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 295, Says: "Det kommer vara samrådsgruppens ansvar att inom sitt sakområde förvalta och följa upp"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for a, in := range inForce(v) {
			if a.Type.V == model.Framework || a.SubjectAreas.Is == model.NotApplicable {
				continue
			}
			for _, o := range owners(v, a) {
				g, ok := v.Group(o.Group)
				if !ok || g.SubjectAreas.Is == model.NotApplicable {
					continue
				}
				match := truth.Of(len(sharedAreas(a, g)) > 0)
				if match == truth.No && (!settledList(a.SubjectAreas) || !settledList(g.SubjectAreas)) {
					match = truth.CannotTell
				}
				r.Judge(truth.Or(in.Not(), o.Holds.Not(), match), func() *rule.Finding {
					f := rule.Found(rule.At(a, "responsible", o.Index), text.Args{
						"group": phrase.Name(v, g.Ref), "areas": phrase.Terms(v, "subject_areas", g.SubjectAreas.Values()), "expected": phrase.Terms(v, "subject_areas", a.SubjectAreas.Values()),
					})
					f.Related = []rule.Related{rule.Beside(rule.At(g, "subject_areas"), "gruppens sakområden", "the subject areas of the group")}
					return f
				})
			}
		}
	},
}

// owners is the groups that are or may be responsible for an agreement.
func owners(v *registry.View, a *model.Agreement) []registry.StewardAt {
	out, _ := v.Owners(a)
	return out
}

// settledList reports whether a list is given and known in full.
func settledList[T any](l model.List[T]) bool { return l.Is == model.Given && !l.Open() }
