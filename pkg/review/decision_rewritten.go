package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var decisionRewritten = Rule{
	Spec: &rule.Spec{
		ID: "decision-rewritten", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett fattat beslut behåller beslutsorgan, dag, utgång och innebörd.",
			En: "A decision that is taken keeps its body, its day, its result and its meaning.",
		},
		Why: text.Both{
			Sv: "Ett beslut är en händelse. Det kan upphävas av ett nytt beslut men inte bli ett annat, och allt som hänvisar till det vilar på det som beslutades. Regeln gäller beslut som före ändringen var fattade eller avslagna, och ser på state, body, date, matter och concerns: ett annat värde, eller något som inte längre omfattas, är ett fel. En annan lydelse av title eller outcome är en varning, eftersom det kan vara en rättad stavning. En närmare dag, ett svar på det som saknades eller var okänt, en översättning och en tillagd hänvisning är ingen ändring. En vagare dag och ett återtaget svar har egna regler, liksom ett beslut som blir ett förslag igen.",
			En: "A decision is an event. It can be repealed by a new decision but not become another, and all that refers to it rests on what was decided. The rule covers decisions that were taken or rejected before the change, and looks at state, body, date, matter and concerns: another value, or something that is no longer covered, is an error. Another wording of title or outcome is a warning, since it may be a spelling that was corrected. A more exact day, an answer to what was missing or unknown, a translation and a reference that is added are no change. A vaguer day and an answer that is taken back have rules of their own, and so has a decision that becomes a proposal again.",
		},
		Remedy: text.Both{
			Sv: "Återställ beslutet och skriv det nya som en egen post som anger det gamla i replaces. Var uppgiften fel, ange källan som visar det.",
			En: "Restore the decision and write the new one as a record of its own that names the old one in replaces. If the record was wrong, name the source that shows it.",
		},
		Messages: map[string]text.Both{
			"":     {Sv: "beslutet är fattat, men uppgiften ”{what}” ändras från {before} till {after}", En: "the decision is taken, but “{what}” changes from {before} to {after}"},
			"gone": {Sv: "beslutet är fattat, men {before} tas bort ur det som det gäller", En: "the decision is taken, but {before} is removed from what it concerns"},
			"text": {Sv: "beslutet är fattat, men uppgiften ”{what}” får en annan lydelse: ”{after}” i stället för ”{before}”", En: "the decision is taken, but “{what}” gets another wording: “{after}” instead of “{before}”"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			base, head, ok := versions[*model.Decision](c)
			if !ok || !isFinal(base.State) || head.State.Given() && !isFinal(head.State) {
				continue
			}
			var found []*rule.Finding
			for i := range c.Edits {
				if f := redecided(d, c, &c.Edits[i]); f != nil {
					found = append(found, f)
				}
			}
			if len(found) == 0 {
				r.Holds()
				continue
			}
			r.Violated(found...)
		}
	},
}

// redecided is the finding of an edit of a decision, or nil where the decision
// is the same as before.
func redecided(d *change.Diff, c *change.Record, e *change.Edit) *rule.Finding {
	args := text.Args{"what": fieldOf(d, e), "before": answer(d.Base, e.Before), "after": answer(d.Head, e.After)}
	switch key := change.Keys(e.Path()); {
	case key == "concerns" && len(takenOut(e)) > 0:
		distinct := ""
		if len(e.Base) > 1 {
			distinct = takenOut(e)[0].String()
		}
		return rule.FoundAs("gone", where(c, e), args, distinct)
	case !rewrites(e):
	case key == "title", key == "outcome":
		f := rule.FoundAs("text", where(c, e), args)
		f.Severity = rule.Warning
		return f
	case key == "state", key == "body", key == "date", key == "matter":
		return rule.Found(where(c, e), args)
	}
	return nil
}
