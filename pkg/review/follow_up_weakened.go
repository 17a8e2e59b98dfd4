package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var followUpWeakened = Rule{
	Spec: &rule.Spec{
		ID: "follow-up-weakened", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Uppföljningen av en överenskommelse blir inte svagare än den var.",
			En: "The follow-up of an agreement does not become weaker than it was.",
		},
		Why: text.Both{
			Sv: "Uppföljningen visar om överenskommelsen gör nytta, och rapporten vill utveckla den. Svagare blir den om intervallet (every) blir längre eller tas bort, om en indikator tas bort eller om främjande och förebyggande insatser (preventive) inte längre följs upp. Indikatorer jämförs efter id. Ett kortare intervall, en ny indikator och ett svar som saknades är ingen försvagning. Svar som återtas (unknown) har en egen regel.",
			En: "Follow-up shows whether the agreement does any good, and the report wants to develop it. It becomes weaker where the interval (every) becomes longer or is removed, where an indicator is removed, or where promotion and prevention (preventive) are no longer followed up. Indicators are compared by id. A shorter interval, a new indicator and an answer that was missing are no weakening. Answers that are taken back (unknown) have a rule of their own.",
		},
		Remedy: text.Both{
			Sv: "Behåll det som följdes upp, eller ange i ändringen vem som har beslutat om den svagare uppföljningen.",
			En: "Keep what was followed up, or say in the change who decided on the weaker follow-up.",
		},
		Messages: map[string]text.Both{
			"":           {Sv: "uppföljningen av {agreement} tas bort", En: "the follow-up of {agreement} is removed"},
			"longer":     {Sv: "{agreement} följdes upp med intervallet {before}, nu {after}", En: "{agreement} was followed up at an interval of {before}, now {after}"},
			"interval":   {Sv: "intervallet för uppföljning av {agreement} ({before}) tas bort", En: "the interval for following up {agreement} ({before}) is removed"},
			"indicator":  {Sv: "indikatorn {indicator} för {agreement} tas bort", En: "the indicator {indicator} of {agreement} is removed"},
			"preventive": {Sv: "främjande och förebyggande insatser i {agreement} följdes upp, men inte längre", En: "promotion and prevention in {agreement} were followed up, but no longer are"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 316, Says: "Vidare finns det inte alltid med i dagens överenskommelser hur främjande och förebyggande insatser ska följas upp."},
			{Source: "rapport-2022", Section: "3.1", Line: 322, Says: "vidareutveckla utifrån vilka kriterier uppföljning ska ske"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, a := range changedAgreements(d) {
			if !a.touches("follow_up") {
				continue
			}
			var found []*rule.Finding
			for i := range a.Edits {
				if p := a.Edits[i].Path(); p[0].Key == "follow_up" {
					found = append(found, weakened(d, a, &a.Edits[i])...)
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

// weakened finds how an edit of the follow-up makes it weaker.
func weakened(d *change.Diff, a agreement, e *change.Edit) []*rule.Finding {
	if e.Before == nil || e.Before.Answer != model.Given || e.What == change.Withdrawn && e.After.Answer == model.Unknown {
		return nil
	}
	found := func(variant string, args text.Args, distinct ...string) []*rule.Finding {
		args["agreement"] = nameOf(d, a.head)
		return []*rule.Finding{rule.FoundAs(variant, where(a.Record, e), args, distinct...)}
	}
	ended := e.After == nil || e.After.Answer != model.Given
	switch change.Keys(e.Path()) {
	case "follow_up":
		if ended {
			return found("", text.Args{})
		}
	case "follow_up.every":
		was, ok := e.Before.Value.(*edtf.Duration)
		switch {
		case !ok:
		case ended:
			return found("interval", text.Args{"before": *was})
		default:
			if is, ok := e.After.Value.(*edtf.Duration); ok && is.Longer(*was) {
				return found("longer", text.Args{"before": *was, "after": *is})
			}
		}
	case "follow_up.preventive":
		if was, ok := e.Before.Value.(*model.Word); ok && *was == "yes" {
			return found("preventive", text.Args{})
		}
	case "follow_up.indicators":
		var all []*rule.Finding
		gone, _ := entries[model.Indicator](e)
		for _, ind := range gone {
			if !ended {
				continue
			}
			name := text.Both{Sv: string(ind.ID.V), En: string(ind.ID.V)}
			if ind.Name.Given() {
				name = phrase.Both(ind.Name.V)
			}
			all = append(all, found("indicator", text.Args{"indicator": name}, string(ind.ID.V))...)
		}
		return all
	}
	return nil
}
