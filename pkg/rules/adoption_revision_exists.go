package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var adoptionRevisionExists = Rule{
	Spec: &rule.Spec{
		ID: "adoption-revision-exists", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett antagande avser en version som överenskommelsen har.",
			En: "An adoption is of a version that the agreement has.",
		},
		Why: text.Both{
			Sv: "Avser antagandet en version som inte finns går det inte att veta vad parten har antagit. Versionerna står i revisions. Är de unknown eller inte inlagda ännu går det inte att avgöra.",
			En: "Where the adoption is of a version that does not exist, nobody knows what the party has adopted. The versions stand in revisions. Where they are unknown or not recorded yet, nobody can tell.",
		},
		Remedy: text.Both{Sv: "Rätta versionen i revision, eller lägg till den i revisions.", En: "Correct the version in revision, or add it to revisions."},
		Messages: map[string]text.Both{
			"":     {Sv: "versionen ”{version}” finns inte bland överenskommelsens ({known})", En: "the version “{version}” is not among those of the agreement ({known})"},
			"none": {Sv: "versionen ”{version}” finns inte; överenskommelsen har inga versioner", En: "the version “{version}” does not exist; the agreement has no versions"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 295, Says: "ansvara för processen att revidera och föreslå anpassningar av aktuella överenskommelser"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, a := range v.Agreements {
			if a.External.V {
				continue
			}
			var known []string
			has := map[string]bool{}
			for _, rev := range a.Revisions.All() {
				known = append(known, rev.Version.V)
				has[rev.Version.V] = true
			}
			open := a.Revisions.Is == model.Absent || a.Revisions.Open()
			for i, p := range a.Parties.All() {
				for j, ad := range p.Adoptions.All() {
					version, ok := ad.Revision.Get()
					if !ok {
						continue
					}
					exists := truth.Of(has[version])
					if exists == truth.No && open {
						exists = truth.CannotTell
					}
					r.Judge(exists, func() *rule.Finding {
						which := ""
						if len(known) == 0 {
							which = "none"
						}
						return rule.FoundAs(which, rule.At(a, "parties", i, "adoptions", j, "revision"), text.Args{"version": version, "known": known}, version)
					})
				}
			}
		}
	},
}
