package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var dateMadeVaguer = Rule{
	Spec: &rule.Spec{
		ID: "date-made-vaguer", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett datum som är känt blir inte mindre exakt.",
			En: "A date that is known does not become less exact.",
		},
		Why: text.Both{
			Sv: "Ett vagare datum gör att frågor som hade ett svar inte längre kan besvaras, och att kontroller tystnar. Regeln jämför varje datum i registret: det bryter mot den om det nya datumet rymmer alla dagar som det gamla rymde och några till. Ett datum som blir mer exakt är en precisering, och ett som byts mot ett annat är en ändring i sak; ingetdera gäller den här regeln. Ett datum som blir okänt eller försvinner har en egen regel. Det har även godtaganden som förlängs och justerade möten.",
			En: "With a vaguer date, questions that had an answer can no longer be answered, and checks fall silent. The rule compares every date in the registry: it is broken where the new date holds all the days that the old one held, and more. A date that becomes more exact is a refinement, and one that is exchanged for another is a change of substance; the rule is about neither. A date that becomes unknown or disappears has a rule of its own, and so have acceptances that are extended and meetings with approved minutes.",
		},
		Remedy: text.Both{
			Sv: "Återställ {before}, eller ange i sources den källa som visar att dagen inte är känd så noga.",
			En: "Restore {before}, or name in sources the source that shows that the day is not known so exactly.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "{what}: var {before} och är nu {after}, som är mindre exakt",
			En: "{what}: was {before} and is now {after}, which is less exact",
		}},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			if c.Kind == model.AcknowledgedKind || minutesTell(d, c) {
				continue
			}
			for i := range c.Edits {
				e := &c.Edits[i]
				was, is, ok := dates(e)
				switch {
				case !ok:
				case e.What == change.Widened:
					r.Violated(rule.Found(where(c, e), text.Args{"what": editName(d, c, e), "before": was, "after": is}))
				default:
					r.Holds()
				}
			}
		}
	},
}

// dates returns the two dates of an edit that exchanges one for another.
func dates(e *change.Edit) (was, is edtf.Date, ok bool) {
	if e.Before == nil || e.After == nil {
		return was, is, false
	}
	before, ok := e.Before.Value.(*edtf.Date)
	after, ok2 := e.After.Value.(*edtf.Date)
	if !ok || !ok2 {
		return was, is, false
	}
	return *before, *after, true
}
