package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var groupDormant = Rule{
	Spec: &rule.Spec{
		ID: "group-dormant", Number: "R055", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett forum som inte har mötts på länge är markerat som vilande eller avvecklat.",
			En: "A forum that has not met for long is marked as dormant or closed.",
		},
		Why: text.Both{
			Sv: "En grupp som slutar mötas utan att någon säger det har fortfarande ansvar som ingen tar. Befintliga forum ska dessutom fortsätta tills något annat har beslutats. Regeln gäller forum med minst ett hållet möte i registret. Den kan avgöra saken först när alla möten under tiden finns i registret (complete.meetings); inget antecknat möte är inte detsamma som inget möte.",
			En: "A group that stops meeting without anybody saying so still has responsibilities that nobody takes. Existing forums are moreover to go on until something else is decided. The rule covers forums with at least one held meeting in the registry. It can tell only once all meetings of the time are in the registry (complete.meetings); no meeting recorded is not the same as no meeting.",
		},
		Remedy: text.Both{
			Sv: "Lägg till de möten som har hållits, eller skriv i history när gruppen blev vilande.",
			En: "Add the meetings that were held, or write in history when the group became dormant.",
		},
		Tune: text.Both{Sv: "thresholds.dormant_after i vis.yaml.", En: "thresholds.dormant_after in vis.yaml."},
		Messages: map[string]text.Both{"": {
			Sv: "{group} har inte mötts på {after}; det senaste mötet var {last}",
			En: "{group} has not met for {after}; its last meeting was {last}",
		}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 213, Says: "Avstannat arbete på grund av många rollbyte etc. Senaste mötet var i februari 2021."},
			{Source: "rapport-2022", Section: "6.1", Line: 481, Says: "Befintliga samverkansgrupper fortsätter därför sin aktivitet som vanligt tills beslut om något annat tagits."},
		},
		Merged: []rule.Merged{{
			ID: "group-continues-until-closed", Number: "R105",
			Title: text.Both{
				Sv: "Ett befintligt forum fortsätter att mötas tills det avvecklas.",
				En: "An existing forum keeps meeting until it is closed.",
			},
		}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		after := v.Thresholds().DormantAfter
		if off(after) {
			return
		}
		first := v.Day.Sub(after.V) + 1
		for _, g := range v.Forums() {
			last := v.LastHeld(g)
			if last == nil || !r.Applies(v.Lives(g), v.GroupStatus(g).Is(model.Dormant).Not(), known(after)) {
				continue
			}
			met := v.HeldBetween(g.Ref, first, v.Day).AtLeast(1)
			if met == truth.No && registry.MeetingsComplete(g, first, v.Day) != truth.Yes {
				met = truth.CannotTell
			}
			r.Judge(met, func() *rule.Finding {
				f := rule.Found(rule.AtKey(g, "history"), text.Args{"group": phrase.Both(v.ShortName(g)), "after": after.V, "last": last.Date.V})
				f.Related = []rule.Related{{Place: rule.At(last, "date"), Message: text.Both{Sv: "det senaste mötet", En: "the last meeting"}}}
				return f
			})
		}
	},
}
