package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementSingleOwner = Rule{
	Spec: &rule.Spec{
		ID: "agreement-single-owner", Number: "R027", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En gällande överenskommelse har en enda ansvarig grupp; övriga berörda grupper anges som samråd.",
			En: "An agreement in force has a single responsible group; other groups concerned are consulted.",
		},
		Why: text.Both{
			Sv: "När två grupper ansvarar för samma överenskommelse ansvarar ingen. Rör den flera grupper har en av dem ansvaret, och de andra står i consulted. Grupper som bara föreslås räknas inte. Att ingen grupp ansvarar prövas av agreement-orphan.",
			En: "When two groups are responsible for one agreement, neither is. If it concerns several groups, one of them has the responsibility and the others stand in consulted. Groups that are only proposed do not count. That no group is responsible is for agreement-orphan.",
		},
		Remedy:   text.Both{Sv: "Låt en grupp stå kvar som ansvarig och flytta de andra till consulted, eller ge den tidigare ansvariga en sista dag (until).", En: "Leave one group as responsible and move the others to consulted, or give the former one a last day (until)."},
		Messages: map[string]text.Both{"": {Sv: "{n} grupper ansvarar samtidigt ({groups}); det ska vara en", En: "{n} groups are responsible at the same time ({groups}); there must be one"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 316, Says: "otydlighet kring ansvaret för och uppföljning av överenskommelserna"},
			{Source: "rapport-2022", Section: "5.1", Line: 412, Says: "det direkta ansvaret för respektive överenskommelse kan ligga på andra samrådsgrupper, som vid behov tar stöd av samrådsgrupp funktionshinderade"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for a, in := range inForce(v) {
			owners, known := v.Owners(a)
			if len(owners) == 0 {
				if known == truth.CannotTell {
					r.CannotTell()
				}
				continue
			}
			certain, perhaps := distinctGroups(owners)
			single := truth.Of(len(certain) == 1)
			if len(certain) < 2 && len(perhaps) > 0 {
				single = truth.CannotTell
			}
			r.Judge(truth.Or(in.Not(), single), func() *rule.Finding {
				return rule.Found(rule.AtKey(a, "responsible"), text.Args{"n": len(certain), "groups": phrase.Names(v, certain)})
			})
		}
	},
}

// distinctGroups splits stewards into the groups that are so for certain and
// the others that may be.
func distinctGroups(stewards []registry.StewardAt) (certain, perhaps []model.Ref) {
	seen := map[model.Ref]bool{}
	for _, want := range []truth.Value{truth.Yes, truth.CannotTell} {
		for _, s := range stewards {
			if s.Holds != want || seen[s.Group] {
				continue
			}
			seen[s.Group] = true
			if want == truth.Yes {
				certain = append(certain, s.Group)
			} else {
				perhaps = append(perhaps, s.Group)
			}
		}
	}
	return certain, perhaps
}
