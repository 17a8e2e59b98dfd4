package review

import (
	"maps"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var groupHistoryRewritten = Rule{
	Spec: &rule.Spec{
		ID: "group-history-rewritten", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "De lägen som en grupp har haft står kvar med sina dagar och beslut.",
			En: "The statuses that a group has had stay with their days and decisions.",
		},
		Why: text.Both{
			Sv: "Av history följer vilka grupper som fanns när ett möte hölls eller ett beslut fattades. Regeln gäller de lägen som för säkert var nådda på dagen för jämförelsen, och upphörandet (ended) om gruppen då hade upphört: läget, dagen och beslutet får inte bytas ut, och posten får inte tas bort. En närmare dag, ett svar på det som saknades eller var okänt, en källa och ett tidigare läge som läggs till är ingen ändring. Det som bara var planerat får flyttas. En vagare dag och ett återtaget svar har egna regler. Det som gör att gruppen går tillbaka till ett tidigare läge sägs av status-went-back. Är det inte säkert att läget var nått går det inte att avgöra.",
			En: "History tells which groups there were when a meeting was held or a decision taken. The rule covers the statuses that had been reached for certain on the day of the comparison, and the end (ended) if the group had ended by then: the status, the day and the decision may not be replaced, and the entry may not be removed. A more exact day, an answer to what was missing or unknown, a source and an earlier status that is added are no change. What was only planned may be moved. A vaguer day and an answer that is taken back have rules of their own. What makes the group return to an earlier status is told by status-went-back. Where it is not certain that the status had been reached, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Återställ det som stod, och skriv det som har hänt sedan som en ny post sist i history. Var uppgiften fel, ange källan som visar det.",
			En: "Restore what stood there, and write what has happened since as a new entry at the end of history. If the record was wrong, name the source that shows it.",
		},
		Messages: map[string]text.Both{
			"":     {Sv: "{group} var {status}, men uppgiften ”{what}” ändras från {before} till {after}", En: "{group} was {status}, but “{what}” changes from {before} to {after}"},
			"gone": {Sv: "{group} var {status} ({before}), men det tas bort ur history", En: "{group} was {status} ({before}), but that is removed from history"},
			"end":  {Sv: "{group} hade upphört, men uppgiften ”{what}” ändras från {before} till {after}", En: "{group} had ended, but “{what}” changes from {before} to {after}"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			base, head, ok := versions[*model.Group](c)
			if !ok {
				continue
			}
			back, _ := wentBack(d, base, head)
			lowest := stepOf(d.Head.GroupStatus(head).State)
			for i := range c.Edits {
				e := &c.Edits[i]
				args := text.Args{
					"group": shortName(d.Head, head.Ref), "what": fieldOf(d, e), "before": answer(d.Base, e.Before), "after": answer(d.Head, e.After),
				}
				switch change.Keys(e.Path()) {
				case "ended.date", "ended.decision":
					r.Judge(truth.Or(truth.Of(!rewrites(e)), d.Base.HasEnded(base).Not(), back), func() *rule.Finding {
						return rule.FoundAs("end", where(c, e), args)
					})
				case "history", "history.status", "history.date", "history.decision":
					for _, m := range milestones(base, e) {
						args := maps.Clone(args)
						told := truth.And(back, truth.Of(stepOf(m.Status.V) > lowest)) // by the rule on statuses that went back
						variant, kept := "", !rewrites(e)
						if out, _ := entries[model.Milestone](e); len(out) > 0 {
							variant, kept = "gone", e.What == change.Withdrawn || e.What == change.Reordered
							args["before"] = text.Both{Sv: "utan dag", En: "undated"}
							if m.Date.Given() {
								args["before"] = m.Date.V
							}
						}
						args["status"] = phrase.Word("group-status", m.Status.V)
						r.Judge(truth.Or(truth.Of(kept), d.Base.HasReached(base, m).Not(), told), func() *rule.Finding {
							return rule.FoundAs(variant, where(c, e), args, string(m.Status.V), m.Date.V.Canonical())
						})
					}
				}
			}
		}
	},
}

// milestones are the entries of the older history that an edit is of or stands in.
func milestones(base *model.Group, e *change.Edit) []*model.Milestone {
	if m, ok := olderEntry(e, &base.History); ok {
		return []*model.Milestone{m}
	}
	out, _ := entries[model.Milestone](e)
	return out
}
