package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var consultationGroupLevels = Rule{
	Spec: &rule.Spec{
		ID: "consultation-group-levels", Number: "R094", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En etablerad samrådsgrupp har koppling till de nivåer som riktlinjen anger.",
			En: "An established consultation group has a link to each level that the guideline names.",
		},
		Why: text.Both{
			Sv: "Samverkan sker på flera nivåer, och det är på den lokala som den enskilde möter den. En koppling är en post i links, eller en grupp på den nivån som rapporterar till samrådsgruppen. Är links inte angivet eller unknown, och ingen sådan grupp finns i registret, går det inte att avgöra.",
			En: "Cooperation takes place on several levels, and it is on the local one that people meet it. A link is an entry of links, or a group of that level that reports to the consultation group. Where links is not given or unknown, and no such group is in the registry, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Ange kopplingen i links, med nivå och mottagare.",
			En: "Give the link in links, with its level and where it leads.",
		},
		Tune:     text.Both{Sv: "consultation_group_levels i riktlinjen.", En: "consultation_group_levels of the guideline."},
		Messages: map[string]text.Both{"": {Sv: "{group} har ingen koppling på nivån ”{level}”", En: "{group} has no link on the level “{level}”"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "7.2", Line: 565, Says: "Samrådsgrupperna ansvarar att ha relevant koppling inom sitt sakområde till delregional och lokal nivå."},
			{Source: "rapport-2022", Section: "3.2", Line: 339, Says: "Frågeställningarna bedrivs nationellt, regionalt, delregionalt och lokalt."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.ConsultationGroupLevels()
		if p.Governs == truth.No {
			return
		}
		type line struct {
			to    model.Ref
			level model.Word
		}
		reporting := map[line]truth.Value{}
		for _, g := range v.Groups {
			if !g.Level.Given() {
				continue
			}
			for _, to := range g.ReportsTo.All() {
				key := line{to.To.V.Record(), g.Level.V}
				how := truth.And(v.Lives(g), v.Holds(to.Span, registry.Citations(g, &to.Evidence, "reports_to"), registry.Lasting))
				if old, ok := reporting[key]; ok {
					how = truth.Or(old, how)
				}
				reporting[key] = how
			}
		}
		for _, g := range v.ConsultationGroupRecords() {
			if g.Links.Is == model.NotApplicable || !r.Applies(v.IsEstablished(g), p.Governs) {
				continue
			}
			outcome := truth.Yes
			var found []*rule.Finding
			for _, level := range p.Value {
				how, ok := reporting[line{g.Ref, level}]
				if !ok {
					how = truth.No
				}
				how = truth.Or(how, linkedTo(v, g, level))
				outcome = truth.And(outcome, how)
				if how == truth.No {
					f := rule.Found(rule.At(g, "links"), text.Args{"group": phrase.Both(v.ShortName(g)), "level": phrase.Word("level", level)}, string(level))
					f.Severity, f.Related = weight(p, rule.Warning), []rule.Related{byGuideline(p)}
					found = append(found, f)
				}
			}
			if len(found) > 0 {
				r.Violated(found...)
				continue
			}
			r.Judge(outcome, nil)
		}
	},
}

// linkedTo tells whether the links of a group lead to a level.
func linkedTo(v *registry.View, g *model.Group, level model.Word) truth.Value {
	linked := truth.No
	if g.Links.Is == model.Absent || g.Links.Open() || v.Vouched(g, "links") != truth.Yes {
		linked = truth.CannotTell
	}
	for _, l := range g.Links.Pointers() {
		if l.Level.V == level && l.To.Is != model.None {
			linked = truth.Or(linked, v.Vouched(g, "links", &l.Evidence))
		}
	}
	return linked
}
