package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var entryIntoForceRewritten = Rule{
	Spec: &rule.Spec{
		ID: "entry-into-force-rewritten", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Den dag då en överenskommelse eller en version av den trädde i kraft ändras inte i efterhand.",
			En: "The day on which an agreement or a version of it entered into force is not changed afterwards.",
		},
		Why: text.Both{
			Sv: "Dagen avgör vad som gällde för enskilda, för kommunerna och för regionen. Har ikraftträdandet redan skett på dagen för jämförelsen får varken den faktiska dagen (actual) eller villkoret (condition) bli ett annat, och inte heller den planerade dagen där den är den som räknas. En dag som blir mer exakt eller som saknades är ingen ändring, och en plan som ännu inte har blivit av får ändras. Går det inte att avgöra om ikraftträdandet hade skett, går inte heller detta att avgöra.",
			En: "The day decides what applied to individuals, to the municipalities and to the region. Where the entry into force has come about by the day of the comparison, neither the actual day nor the condition may become another, nor the planned day where that is the one that counts. A day that becomes more exact, or that was missing, is no change, and a plan that has not come about yet may change. Where it cannot be told whether the entry into force had come about, neither can this.",
		},
		Remedy: text.Both{
			Sv: "Lägg tillbaka det som stod. Gäller den nya dagen en ny version ska den stå under revisions. Var uppgiften fel när den lades in godtas fyndet med en hänvisning till källan.",
			En: "Put back what stood there. If the new day is that of a new version, it belongs under revisions. Where the entry was wrong when it was made, accept the finding with a reference to the source.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "ikraftträdandet har redan skett, men {field} ändras från {before} till {after}",
			En: "the entry into force has already come about, but {field} is changed from {before} to {after}",
		}},
		Cites: []rule.Cite{
			{Source: "hok-2021", Line: 21, Says: "Om samtliga antar den, börjar den gälla från och med 1 juli 2022."},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, a := range changedAgreements(d) {
			for i := range a.Edits {
				e := &a.Edits[i]
				entry, ok := entryOf(a, e)
				if !ok || aside(e) {
					continue
				}
				if !rewrites(e) || !decides(entry.V, e) {
					r.Holds()
					continue
				}
				r.Judge(d.Base.Entered(a.base, entry).Not(), func() *rule.Finding {
					return rule.Found(where(a.Record, e), text.Args{"field": fieldOf(d, e), "before": answer(d.Base, e.Before), "after": answer(d.Head, e.After)})
				})
			}
		}
	},
}

// entryOf is the entry into force that an edit is of, as it was: the
// agreement's own, or that of a version.
func entryOf(a agreement, e *change.Edit) (entry model.Val[model.EntryIntoForce], ok bool) {
	switch change.Keys(e.Base) {
	case "entry_into_force.actual", "entry_into_force.planned", "entry_into_force.condition", "entry_into_force":
		return a.base.EntryIntoForce, true
	case "revisions.entry_into_force.actual", "revisions.entry_into_force.planned", "revisions.entry_into_force.condition", "revisions.entry_into_force":
		return a.base.Revisions.Items[e.Base[1].Index].V.EntryIntoForce, true
	}
	return entry, false
}

// decides reports whether an attribute of an entry into force told its day: the
// planned day only does where no actual one stands.
func decides(entry model.EntryIntoForce, e *change.Edit) bool {
	if e.Before.Answer != model.Given {
		return false // that there was none yet is no day
	}
	return e.Field.Key != "planned" || entry.Actual.Is == model.Absent
}
