package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var membershipHistoryRewritten = Rule{
	Spec: &rule.Spec{
		ID: "membership-history-rewritten", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett uppdrag som har upphört står kvar som det var.",
			En: "A membership that has ended stays as it was.",
		},
		Why: text.Both{
			Sv: "Registret svarar på vem som satt var en viss dag. Ändras eller försvinner ett avslutat uppdrag ändras svaret om det förflutna utan att det syns. Regeln gäller uppdrag vars sista dag (until) för säkert hade passerat på dagen för jämförelsen. En närmare dag, ett svar på det som saknades eller var okänt och en källa som läggs till är ingen ändring. En dag som blir vagare och ett svar som återtas har egna regler, utom när den sista dagen tas bort: då börjar uppdraget om.",
			En: "The registry tells who sat where on a given day. If a membership that has ended is changed or disappears, the answer about the past changes without anybody seeing it. The rule covers memberships whose last day (until) had passed for certain on the day of the comparison. A more exact day, an answer to what was missing or unknown and a source that is added are no change. A day that becomes vaguer and an answer that is taken back have rules of their own, except where the last day is taken away: the membership then begins again.",
		},
		Remedy: text.Both{
			Sv: "Återställ uppdraget. Har personen kommit tillbaka, skriv ett nytt uppdrag med sin egen period. Var uppgiften fel, ange källan som visar det.",
			En: "Restore the membership. If the person has come back, write a new membership with its own period. If the record was wrong, name the source that shows it.",
		},
		Messages: map[string]text.Both{
			"":       {Sv: "uppdraget för {person} i {group} ({period}) hade upphört, men uppgiften ”{what}” ändras från {before} till {after}", En: "the membership of {person} in {group} ({period}) had ended, but “{what}” changes from {before} to {after}"},
			"gone":   {Sv: "uppdraget för {person} i {group} ({period}) hade upphört och tas bort", En: "the membership of {person} in {group} ({period}) had ended and is removed"},
			"reopen": {Sv: "uppdraget för {person} i {group} ({period}) hade upphört, men den sista dagen tas bort", En: "the membership of {person} in {group} ({period}) had ended, but its last day is taken away"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			base, _, ok := versions[*model.Representative](c)
			if !ok {
				continue
			}
			judged := map[*model.Membership]bool{}
			for i := range c.Edits {
				e := &c.Edits[i]
				if topKey(e) != "memberships" {
					continue
				}
				for _, m := range endedMemberships(d, base, e) {
					if f := rewritten(d, c, e, m); f != nil {
						r.Violated(f)
					} else if !judged[m] {
						r.Holds()
					}
					judged[m] = true
				}
			}
		}
	},
}

// endedMemberships are the memberships that an edit is of and that had ended.
func endedMemberships(d *change.Diff, base *model.Representative, e *change.Edit) []*model.Membership {
	var of, out []*model.Membership
	if m, ok := olderEntry(e, &base.Memberships); ok {
		of = []*model.Membership{m}
	} else {
		of, _ = entries[model.Membership](e)
	}
	for _, m := range of {
		if m.Until.Given() && m.Until.V.Ended(d.Base.Day) == truth.Yes {
			out = append(out, m)
		}
	}
	return out
}

// rewritten is the finding of an edit of a membership that had ended, or nil
// where it rewrites nothing.
func rewritten(d *change.Diff, c *change.Record, e *change.Edit, m *model.Membership) *rule.Finding {
	args := text.Args{
		"person": nameOf(d, c.Head.(model.Record)), "group": shortName(d.Base, m.Group.V), "period": period(d.Base, m.Span),
		"what": fieldOf(d, e), "before": answer(d.Base, e.Before), "after": answer(d.Head, e.After),
	}
	out, _ := entries[model.Membership](e)
	switch {
	case len(out) > 0 && e.What != change.Withdrawn:
		return rule.FoundAs("gone", where(c, e), args, m.Group.V.ID, m.Until.V.Canonical())
	case change.Keys(e.Path()) == "memberships.until" && (e.What == change.Went || e.What == change.Withdrawn):
		return rule.FoundAs("reopen", where(c, e), args)
	case rewrites(e):
		return rule.Found(where(c, e), args)
	}
	return nil
}
