package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var crossSectorIncluded = Rule{
	Spec: &rule.Spec{
		ID: "cross-sector-included", Number: "R108", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Varje etablerad samrådsgrupp säger hur den beaktar de målgrupper som riktlinjen anger för alla grupper.",
			En: "Every established consultation group says how it considers the target groups that the guideline gives for all groups.",
		},
		Why: text.Both{
			Sv: "Vissa målgruppers behov berör flera sakområden och riskerar att falla mellan dem. Riktlinjen kan ange dem (cross_sector), och hur en grupp tar hänsyn till dem står i terms_of_reference.cross_sector. Den grupp som har målgruppen som sin egen berörs inte. Anges inget alls, eller unknown, går det inte att avgöra.",
			En: "The needs of some target groups concern several subject areas and may fall between them. The guideline may give them (cross_sector), and how a group considers them stands in terms_of_reference.cross_sector. The group whose own target group it is, is exempt. Where nothing at all is given, or unknown, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Skriv i uppdraget hur målgruppens behov tas med i gruppens arbete.",
			En: "Write in the terms of reference how the needs of the target group are part of the group's work.",
		},
		Tune:     text.Both{Sv: "cross_sector i riktlinjen.", En: "cross_sector of the guideline."},
		Messages: map[string]text.Both{"": {Sv: "uppdraget för {group} säger inte hur målgruppen ”{target}” beaktas", En: "the terms of reference of {group} do not say how the target group “{target}” is considered"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "5.5", Line: 441, Says: "säkra att målgruppens heterogena behov och perspektiv inkluderas även tvärssektoriellt i övriga samrådsgrupper"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.CrossSector()
		if p.Governs == truth.No {
			return
		}
		for _, g := range v.ConsultationGroupRecords() {
			if g.TermsOfReference.V.CrossSector.Is == model.NotApplicable || !r.Applies(v.IsEstablished(g), v.TermsInEffect(g), p.Governs) {
				continue
			}
			for _, target := range p.Value {
				if !serves(g, target) {
					judgeCrossSector(v, r, g, target, p)
				}
			}
		}
	},
}

// serves reports whether a target group is a group's own.
func serves(g *model.Group, target model.Term) bool {
	for _, t := range g.TargetGroups.All() {
		if t.Group.V == target {
			return true
		}
	}
	return false
}

func judgeCrossSector(v *registry.View, r *rule.Report, g *model.Group, target model.Term, p registry.Parameter[[]model.Term]) {
	table := &g.TermsOfReference.V.CrossSector
	row, listed := table.Get(string(target))
	given := row.Given() && row.V.Content.Is != model.None
	switch {
	case table.Is == model.Absent, table.Is == model.Unknown, row.Is == model.Unknown, row.V.Content.Is == model.Unknown:
		r.CannotTell()
	case row.Is == model.NotApplicable, listed && given, row.V.Reason.Given(), explained(row.V.Content.Why), explained(row.Why):
		r.Holds()
	default:
		f := rule.Found(rule.At(g, "terms_of_reference", "cross_sector"), text.Args{"group": phrase.Both(v.ShortName(g)), "target": phrase.Terms(v, "target_groups", []model.Term{target})}, string(target))
		f.Related = []rule.Related{byGuideline(p)}
		r.Violated(f)
	}
}
