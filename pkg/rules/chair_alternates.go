package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var chairAlternates = Rule{
	Spec: &rule.Spec{
		ID: "chair-alternates", Number: "R058", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "I ett forum med växlande ordförandeskap växlar sidan som leder mötena.",
			En: "In a forum with an alternating chair the side that chairs the meetings alternates.",
		},
		Why: text.Both{
			Sv: "Växlingen är vad som gör sidorna jämbördiga. Regeln jämför vilken sida som ledde två på varandra följande hållna möten, efter hur forumet växlar (structure.chair.per): per möte ska sidan bytas, per år ska den vara densamma hela året och bytas vid årsskiftet. Inställda möten räknas inte. Är ordföranden inte känd, ledde någon annan mötet tillfälligt (acting), eller kan ett möte däremellan saknas i registret, går det inte att avgöra. Bara möten inom look_back påtalas.",
			En: "Alternating is what makes the sides equal. The rule compares which side chaired two consecutive held meetings, by how the forum alternates (structure.chair.per): per meeting the side is to change, per year it is to be the same all year and change with the year. Cancelled meetings do not count. Where the chair is not known, somebody stood in (acting), or a meeting in between may be missing in the registry, nobody can tell. Only meetings within look_back are reported.",
		},
		Remedy: text.Both{
			Sv: "Låt den andra sidan leda nästa möte. Har forumet bestämt något annat, rätta structure.chair.",
			En: "Let the other side chair the next meeting. If the forum has settled otherwise, correct structure.chair.",
		},
		Tune: text.Both{Sv: "thresholds.look_back i vis.yaml.", En: "thresholds.look_back in vis.yaml."},
		Messages: map[string]text.Both{
			"":       {Sv: "sidan {side} ledde både mötet {before} och mötet {date}; ordförandeskapet i {group} växlar per möte", En: "the side {side} chaired both the meeting of {before} and that of {date}; the chair of {group} alternates per meeting"},
			"within": {Sv: "sidan {side} ledde mötet {date} och den andra sidan mötet {before}; ordförandeskapet i {group} växlar per år", En: "the side {side} chaired the meeting of {date} and the other side that of {before}; the chair of {group} alternates per year"},
			"year":   {Sv: "sidan {side} ledde mötena både året före och mötet {date}; ordförandeskapet i {group} växlar per år", En: "the side {side} chaired the meetings both the year before and that of {date}; the chair of {group} alternates per year"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.1", Line: 109, Says: "ordförandeskapet alternerar oftast mellan hälso- och sjukvårdsförvaltningen och Storsthlm"},
			{Source: "rapport-2022", Section: "2.2", Line: 147, Says: "HSF och Storsthlm delar ordförandeskap varannan gång."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		if off(v.Thresholds().LookBack) {
			return
		}
		for _, g := range v.Forums() {
			if g.Structure.V.Chair.V.Model.V != "alternating" {
				continue
			}
			var before *model.Meeting
			for _, m := range v.MeetingsOf(g.Ref) {
				if m.Status.V != model.Held || m.Date.V.Begun(v.Day) == truth.No {
					continue
				}
				if before != nil {
					judgeAlternation(v, r, g, before, m)
				}
				before = m
			}
		}
	},
}

// judgeAlternation compares who chaired two consecutive meetings of a group.
func judgeAlternation(v *registry.View, r *rule.Report, g *model.Group, before, m *model.Meeting) {
	name, keeps := v.Alternates(g, before, m)
	if recent, _ := v.Recent(m.Date.V); keeps == truth.No && !recent {
		r.Violated()
		return
	}
	r.Judge(keeps, func() *rule.Finding {
		f := rule.FoundAs(name, rule.At(m, "chair"), text.Args{
			"side": phrase.Word("side", v.SideOfChair(m)), "before": before.Date.V, "date": m.Date.V, "group": phrase.Both(v.ShortName(g)),
		})
		f.Related = append(f.Related, rule.Beside(rule.At(before, "chair"), "mötet dessförinnan", "the meeting before"),
			rule.Beside(rule.At(g, "structure", "chair"), "så växlar ordförandeskapet", "how the chair alternates"))
		return f
	})
}
