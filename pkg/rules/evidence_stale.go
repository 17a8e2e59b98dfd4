package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var evidenceStale = Rule{
	Spec: &rule.Spec{
		ID: "evidence-stale", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Det som en grupps post säger om nuläget vilar på källor som inte är för gamla.",
			En: "What the record of a group says of the present rests on sources that are not too old.",
		},
		Why: text.Both{
			Sv: "Platser, uppdrag, ordförande, sekretariat, planer och annat som byter innehavare gäller så länge efter sin nyaste källa som stale_after anger. Därefter går det inte att säga om uppgiften ännu stämmer, och de regler som behöver den kan inte avgöra något. Varje grupp som finns ger högst ett fynd, som räknar de uppgifter som har blivit för gamla. Det är en upplysning om var nya källor behövs, inte att något är fel.",
			En: "Seats, memberships, chairs, secretariats, plans and other things that change hands hold for as long after their newest source as stale_after says. After that nobody can tell whether the fact is still so, and the rules that need it cannot decide. Every group that exists gives at most one finding, which counts the facts that have become too old. It tells where new sources are needed, not that something is wrong.",
		},
		Remedy: text.Both{
			Sv: "Sök en nyare källa. Stämmer uppgifterna, lägg till den i sources; annars ange until och det som gäller nu.",
			En: "Look for a newer source. If the facts are so, add it to sources; otherwise give until and what applies now.",
		},
		Tune: text.Both{Sv: "thresholds.stale_after i vis.yaml.", En: "thresholds.stale_after in vis.yaml."},
		Messages: map[string]text.Both{"": {
			Sv: "{n|en uppgift|# uppgifter} om {group} vilar på källor som är äldre än {after}; den nyaste är från {newest}",
			En: "{n|one fact|# facts} about {group} {n|rests|rest} on sources that are older than {after}; the newest is of {newest}",
		}},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2.2", Line: 213, Says: "Avstannat arbete på grund av många rollbyte etc."}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		after := v.Thresholds().StaleAfter
		if off(after) {
			return
		}
		for _, g := range v.Groups {
			facts := v.Continuing(g)
			if len(facts) == 0 || !r.Applies(v.Lives(g), known(after)) {
				continue
			}
			var count truth.Count
			var newest edtf.Date
			for _, cites := range facts {
				stale := v.Stale(cites)
				count.Add(stale)
				if date := v.NewestSource(cites); stale == truth.Yes && (newest.IsZero() || edtf.Order(newest, date) < 0) {
					newest = date
				}
			}
			r.Judge(count.AtMost(0), func() *rule.Finding {
				return rule.Found(rule.AtKey(g, "sources"), text.Args{"n": count.Yes, "group": phrase.Both(v.ShortName(g)), "after": after.V, "newest": newest})
			})
		}
	},
}
