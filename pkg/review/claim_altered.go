package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var claimAltered = Rule{
	Spec: &rule.Spec{
		ID: "claim-altered", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett tal som en källa redovisar ändras bara när källan är en annan utgåva.",
			En: "A figure that a source reports changes only where the source is another edition.",
		},
		Why: text.Both{
			Sv: "Redovisade tal ställs mot de tal som registret räknar fram. Den som anpassar det redovisade talet till det beräknade tar bort skillnaden i stället för att förklara den. Regeln gäller talet (value, of, share) och vad det avser (metric, as_of, scope, counting), och tal som tas bort. Källan är en annan utgåva om dess sha256 ändras eller, där det inte är känt, dess version eller date. Har bara retrieved ändrats går det inte att avgöra. En uppgift som saknades, en närmare dag och en rättad hänvisning (section, line, says) är ingen ändring.",
			En: "Reported figures are held against the figures that the registry computes. Whoever adapts the reported figure to the computed one removes the difference instead of explaining it. The rule covers the figure (value, of, share) and what it is of (metric, as_of, scope, counting), and figures that are removed. The source is another edition where its sha256 changes or, where that is not known, its version or date. Where only retrieved has changed nobody can tell. Something that was missing, a more exact day and a reference that is corrected (section, line, says) are no change.",
		},
		Remedy: text.Both{
			Sv: "Återställ talet, eller ange utgåvans version, date och sha256. Var talet fel avskrivet godtas fyndet med en hänvisning till stället i källan.",
			En: "Restore the figure, or give the version, date and sha256 of the edition. Where the figure was copied wrongly, accept the finding with a reference to the passage of the source.",
		},
		Messages: map[string]text.Both{
			"":        {Sv: "{what}: var {before} och är nu {after}, men källan är densamma", En: "{what}: was {before} and is now {after}, but the source is the same"},
			"removed": {Sv: "det redovisade talet {claim} i {source} tas bort, men källan är densamma", En: "the reported figure {claim} of {source} is removed, but the source is the same"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			base, head, ok := versions[*model.Source](c)
			if !ok {
				continue
			}
			same := sameEdition(c, base, head)
			for i := range c.Edits {
				e := &c.Edits[i]
				if f := alteredClaim(d, c, e); f != nil {
					r.Judge(same.Not(), func() *rule.Finding { return f })
				} else if topKey(e) == "claims" {
					r.Holds()
				}
			}
		}
	},
}

// alteredClaim is the finding of an edit that alters or removes a reported
// figure, or nil.
func alteredClaim(d *change.Diff, c *change.Record, e *change.Edit) *rule.Finding {
	gone, _ := entries[model.Claim](e)
	switch {
	case topKey(e) != "claims" || aside(e):
	case len(gone) > 0 && e.What == change.Went:
		return rule.FoundAs("removed", where(c, e), text.Args{"claim": string(gone[0].ID.V), "source": nameOf(d, c.Head.(model.Record))}, string(gone[0].ID.V))
	case !rewrites(e):
	case slices.Contains([]string{"claims.value", "claims.of", "claims.share", "claims.metric", "claims.as_of", "claims.scope", "claims.counting"}, change.Keys(e.Path())):
		return rule.Found(where(c, e), text.Args{"what": editName(d, c, e), "before": answer(d.Base, e.Before), "after": answer(d.Head, e.After)})
	}
	return nil
}

// sameEdition tells whether two versions of a source are of the same edition of
// the document.
func sameEdition(c *change.Record, base, head *model.Source) truth.Value {
	if base.SHA256.Given() && head.SHA256.Given() {
		return truth.Of(base.SHA256.V == head.SHA256.V)
	}
	switch {
	case anotherEdition(c):
		return truth.No
	case slices.ContainsFunc(c.Edits, func(e change.Edit) bool { return topKey(&e) == "retrieved" && !refines(&e) }):
		return truth.CannotTell
	}
	return truth.Yes
}

// anotherEdition reports whether a source says that it is of another edition
// than before: it has another version or another date.
func anotherEdition(c *change.Record) bool {
	return slices.ContainsFunc(c.Edits, func(e change.Edit) bool {
		key := topKey(&e)
		return e.What == change.Altered && (key == "version" || key == "date") || e.What == change.Came && key == "version"
	})
}
