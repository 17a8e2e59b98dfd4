package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var representationBalanced = Rule{
	Spec: &rule.Spec{
		ID: "representation-balanced", Number: "R074", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Regionen och kommunerna har ungefär lika många platser, i varje gemensamt forum och sammantaget.",
			En: "The region and the municipalities have about equally many seats, in each joint forum and altogether.",
		},
		Why: text.Both{
			Sv: "Rapporten beskriver representationen som ungefär lika stor. Andelen är regionens platser av regionens och kommunernas; Storsthlm räknas till kommunerna. Ordförande, vice ordförande, ledamöter och processledare räknas, adjungerade inte. Gränserna är projektets egna. Det prövas bara när platserna är kända som fullständiga (complete.seats).",
			En: "The report describes the representation as about equal. The share is the region's seats out of the region's and the municipalities'; Storsthlm counts as municipal. Chairs, vice chairs, members and process leads count, adjuncts do not. The bounds are the project's own. It is tested only where the seats are known to be complete (complete.seats).",
		},
		Remedy: text.Both{Sv: "Kontrollera att alla platser är registrerade. Är de det, är obalansen en fråga för styrgruppen.", En: "Check that every seat is recorded. If so, the imbalance is a matter for the steering group."},
		Tune:   text.Both{Sv: "thresholds.balance i vis.yaml.", En: "thresholds.balance in vis.yaml."},
		Messages: map[string]text.Both{
			"":    {Sv: "regionen har {region} av {total} platser i {group} ({share}); gränserna är {min}–{max}", En: "the region has {region} of {total} seats in {group} ({share}); the bounds are {min}–{max}"},
			"all": {Sv: "regionen har {region} av {total} platser i forumen sammantaget ({share}); gränserna är {min}–{max}", En: "the region has {region} of {total} seats in the forums altogether ({share}); the bounds are {min}–{max}"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2", Line: 101, Says: "Det är ungefär lika stora delar region- respektive kommunrepresentation."}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		balance := v.Thresholds().Balance
		band := balance.V
		if off(balance) || balance.Given() && (off(band.Min) || off(band.Max)) {
			return
		}
		all := sideCount{known: truth.Yes}
		any := false
		for _, g := range v.ActiveForums() {
			c := countSides(v, g)
			if c.region == 0 && c.known == truth.Yes || g.Type.V == model.MunicipalForum {
				continue
			}
			any = true
			all.region, all.municipal = all.region+c.region, all.municipal+c.municipal
			all.known = truth.And(all.known, c.known)
			if g.Type.V == model.JointForum {
				r.Judge(c.within(band), func() *rule.Finding {
					return rule.Found(rule.At(g, "seats"), c.args(band, phrase.Both(v.ShortName(g))))
				})
			}
		}
		if any {
			r.Judge(all.within(band), func() *rule.Finding {
				return rule.FoundAs("all", rule.InFile(model.Manifest, "thresholds", "balance"), all.args(band, text.Both{}))
			})
		}
	},
}

// sideCount is how many seats each side has, and whether that is all.
type sideCount struct {
	region, municipal float64
	known             truth.Value
}

func countSides(v *registry.View, g *model.Group) sideCount {
	c := sideCount{known: v.SeatsComplete(g)}
	for _, s := range v.Seats(g) {
		if !s.Counts() {
			continue
		}
		if s.Holds != truth.Yes || s.Min != s.Max || s.Side == "" {
			c.known = truth.CannotTell
			continue
		}
		switch s.Side {
		case model.Region:
			c.region += s.Min
		case model.Municipal:
			c.municipal += s.Min
		}
	}
	return c
}

func (c sideCount) within(b model.Band) truth.Value {
	if c.known != truth.Yes || c.region+c.municipal == 0 || !b.Min.Given() || !b.Max.Given() {
		return truth.CannotTell
	}
	share := c.region / (c.region + c.municipal)
	return truth.Of(share >= b.Min.V && share <= b.Max.V)
}

func (c sideCount) args(b model.Band, group text.Both) text.Args {
	total := c.region + c.municipal
	return text.Args{
		"region": c.region, "total": total, "group": group, "share": text.Share(c.region / total),
		"min": text.Share(b.Min.V), "max": text.Share(b.Max.V),
	}
}
