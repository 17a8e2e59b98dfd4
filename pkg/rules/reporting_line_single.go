package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var reportingLineSingle = Rule{
	Spec: &rule.Spec{
		ID: "reporting-line-single", Number: "R067", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Varje forum utom det översta rapporterar till exakt ett överordnat organ, och linjerna går aldrig i ring.",
			En: "Every forum but the one at the top reports to exactly one superior body, and the lines never run in a circle.",
		},
		Why: text.Both{
			Sv: "Parallella rapporteringsvägar gör det oklart vem som avgör en fråga. Regeln läser reports_to den dag som avses. Gruppen överst står i apex i vis.yaml och behöver ingen överordnad. Ett forum kan rapportera till en organisation i stället för till en grupp. Flera eller inga överordnade är en varning; linjer som går i ring är ett fel.",
			En: "Parallel lines of reporting make it unclear who settles a matter. The rule reads reports_to on the day in question. The group at the top stands in apex of vis.yaml and needs no superior. A forum may report to an organization instead of to a group. Several superiors or none are a warning; lines that run in a circle are an error.",
		},
		Remedy: text.Both{
			Sv: "Ange i reports_to det enda organ som forumet rapporterar till, och until på de linjer som inte längre gäller. Går linjerna i ring, bryt den där den är fel.",
			En: "Give in reports_to the one body that the forum reports to, and until on the lines that no longer apply. Where the lines run in a circle, break it where it is wrong.",
		},
		Tune: text.Both{Sv: "apex i vis.yaml.", En: "apex in vis.yaml."},
		Messages: map[string]text.Both{
			"":       {Sv: "{group} rapporterar till flera: {superiors}", En: "{group} reports to several: {superiors}"},
			"none":   {Sv: "{group} rapporterar inte till någon, men är inte gruppen överst", En: "{group} reports to nobody, but is not the group at the top"},
			"circle": {Sv: "rapporteringen går i ring mellan {groups}", En: "the reporting runs in a circle between {groups}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.3", Line: 263, Says: "Rapporteringsvägarna kan upplevas som oklara eftersom en grupp kan uppfattas som styrgrupp men även ska rapportera till tjänstemannastygruppen."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		told := map[model.Ref]bool{}
		for _, g := range v.Forums() {
			if g.ReportsTo.Is == model.NotApplicable || !r.Applies(v.Lives(g)) {
				continue
			}
			if ring := v.ReportingRing(g); ring != nil {
				var found []*rule.Finding
				if !told[g.Ref] {
					found = append(found, ringFinding(v, g, ring))
				}
				for _, ref := range ring {
					told[ref] = true
				}
				r.Violated(found...)
				continue
			}
			judgeSuperiors(v, r, g)
		}
	},
}

// judgeSuperiors judges how many a forum reports to.
func judgeSuperiors(v *registry.View, r *rule.Report, g *model.Group) {
	superiors, nobody, open := v.Superiors(g)
	args := text.Args{"group": phrase.Both(v.ShortName(g)), "superiors": phrase.Names(v, superiors)}
	apex, top := v.Manifest.Apex.Get()
	switch {
	case len(superiors) > 1:
		f := rule.Found(rule.AtKey(g, "reports_to"), args)
		f.Severity = rule.Warning
		r.Violated(f)
	case top && apex.Record() == g.Ref && len(superiors) == 0 && !open:
		r.Holds()
	case len(superiors) == 0 && nobody && !open && top:
		f := rule.FoundAs("none", rule.AtKey(g, "reports_to"), args)
		f.Severity = rule.Warning
		f.Related = append(f.Related, rule.Beside(rule.InFile(model.Manifest, "apex"), "gruppen överst", "the group at the top"))
		r.Violated(f)
	case len(superiors) == 1 && !open:
		r.Holds()
	default:
		r.CannotTell()
	}
}

func ringFinding(v *registry.View, g *model.Group, ring []model.Ref) *rule.Finding {
	f := rule.FoundAs("circle", rule.AtKey(g, "reports_to"), text.Args{"groups": phrase.Names(v, ring)})
	for _, ref := range ring[1:] {
		if next, ok := v.Record(ref); ok {
			f.Related = append(f.Related, rule.Beside(rule.AtKey(next, "reports_to"), "en del av ringen", "part of the circle"))
		}
	}
	return f
}
