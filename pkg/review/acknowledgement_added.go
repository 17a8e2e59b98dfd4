package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var acknowledgementAdded = Rule{
	Spec: &rule.Spec{
		ID: "acknowledgement-added", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett fynd som godtas, eller som godtas längre än förut, syns i granskningen.",
			En: "A finding that is accepted, or accepted for longer than before, is seen in the review.",
		},
		Why: text.Both{
			Sv: "Ett godtagande gör att ett fynd inte längre hindrar. Den som granskar ska se vad som godtas, varför, av vem och hur länge. Regeln gäller godtaganden som läggs till, som flyttas till ett annat fynd (fingerprint) och som får en senare sista dag eller ingen. Ett godtagande som förkortas eller tas bort är ingen lättnad.",
			En: "An acceptance means that a finding no longer stands in the way. Whoever reviews should see what is accepted, why, by whom and for how long. The rule covers acceptances that are added, that are moved to another finding (fingerprint), and that get a later last day or none. One that is shortened or removed is no relief.",
		},
		Remedy: text.Both{
			Sv: "Inget behöver åtgärdas om skälet håller. Annars tas raden bort ur acknowledged.yaml och det som fyndet gäller rättas.",
			En: "Nothing needs to be done where the reason is good. Otherwise remove the entry from acknowledged.yaml and mend what the finding is about.",
		},
		Messages: map[string]text.Both{
			"":         {Sv: "ett fynd av regeln {rule} i {record} godtas {until}: {reason}", En: "a finding of the rule {rule} in {record} is accepted {until}: {reason}"},
			"extended": {Sv: "godtagandet av ett fynd av regeln {rule} i {record} gällde {before} och gäller nu {until}: {reason}", En: "the acceptance of a finding of the rule {rule} in {record} was {before} and is now {until}: {reason}"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			if c.Kind != model.AcknowledgedKind {
				continue
			}
			for i := range c.Edits {
				e := &c.Edits[i]
				_, came := entries[model.Acknowledgement](e)
				for _, a := range came {
					r.Violated(rule.Found(where(c, e), accepted(d, a), a.Fingerprint.V))
				}
				a, inside := around[model.Acknowledgement](e)
				switch {
				case !inside:
				case e.Field.Key == "fingerprint":
					r.Violated(rule.Found(where(c, e), accepted(d, a), a.Fingerprint.V))
				case e.Field.Key == "until" && later(e):
					args := accepted(d, a)
					args["before"] = untilDay(day(e.Before))
					r.Violated(rule.FoundAs("extended", where(c, e), args, a.Fingerprint.V))
				default:
					r.Holds()
				}
			}
		}
	},
}

// accepted are the arguments that tell what is accepted.
func accepted(d *change.Diff, a *model.Acknowledgement) text.Args {
	args := text.Args{"rule": a.Rule.V, "record": a.Record.V, "until": untilDay(a.Until.V), "reason": phrase.Both(a.Reason.V)}
	if ref, ok := model.ParseRef(a.Record.V, nil); ok && ref.Kind != model.NoKind {
		args["record"] = phrase.Name(d.Head, ref)
	} else if a.Record.V == "" {
		args["record"] = text.Both{Sv: "registret", En: "the registry"}
	}
	return args
}

// untilDay writes the last day of something, which may have none.
func untilDay(last edtf.Date) text.Both {
	if last.IsZero() {
		return text.Both{Sv: "tills vidare", En: "until further notice"}
	}
	return text.Both{Sv: "till och med " + text.Date(last, text.Swedish), En: "until " + text.Date(last, text.English)}
}

// later reports whether a last day became later, or none.
func later(e *change.Edit) bool {
	was, is := day(e.Before), day(e.After)
	return !was.IsZero() && (is.IsZero() || is.Latest() > was.Latest())
}

// day is the date that an attribute holds; zero where it holds none.
func day(a *model.Attribute) edtf.Date {
	if a == nil {
		return edtf.Date{}
	}
	if d, ok := a.Value.(*edtf.Date); ok {
		return *d
	}
	return edtf.Date{}
}
