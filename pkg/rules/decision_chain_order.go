package rules

import (
	"cmp"
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var decisionChainOrder = Rule{
	Spec: &rule.Spec{
		ID: "decision-chain-order", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Stegen i ett ärendes gång kommer i tidsordning, och inget steg kommer efter beslutet.",
			En: "The steps in the course of a matter come in order of time, and none comes after the decision.",
		},
		Why: text.Both{
			Sv: "Ett ärende går från initiativ över utlåtande och beredning till beslut. Regeln jämför varje daterat steg i chain med stegen före det, det sista steget med beslutets dag (date), och beslutets dag med de beslut som måste fattas först (requires). Samma dag är tillåten. Dagar som är obestämda eller okända kan stämma, och då går det inte att avgöra.",
			En: "A matter goes from initiative through statement and preparation to a decision. The rule compares each dated step of chain with those before it, the last step with the day of the decision (date), and the day of the decision with the decisions that must come first (requires). The same day is allowed. Days that are vague or unknown may agree, and then nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Rätta det datum som är fel, eller skriv stegen i den ordning de togs; källan avgör. Står alla steg med det senaste först, på minst tre olika dagar, kan ”vis validate --fix” vända listan; pröva datumen mot källan även då.",
			En: "Correct the date that is wrong, or write the steps in the order they were taken; the source decides. Where all the steps stand with the latest first, on at least three different days, “vis validate --fix” can turn the list round; check the dates against the source then too.",
		},
		Messages: map[string]text.Both{
			"":         {Sv: "steget ”{step}” är daterat {date}, före steget ”{earlier}” {then}", En: "the step “{step}” is dated {date}, before the step “{earlier}” {then}"},
			"after":    {Sv: "steget ”{step}” är daterat {date}, efter beslutet {decided}", En: "the step “{step}” is dated {date}, after the decision {decided}"},
			"requires": {Sv: "beslutet är daterat {decided}, före ”{first}” {date}, som måste fattas först", En: "the decision is dated {decided}, before “{first}” {date}, which must come first"},
		},
		Cites: []rule.Cite{
			{Source: "orebro-2010", Section: "Ärendet och dess beredning", Line: 52, Says: "den 7 december 2009"},
			{Source: "orebro-2010", Section: "Ärendet och dess beredning", Line: 54, Says: "Landstingsrådsberedningen behandlade ärendet den 7 januari 2010."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, d := range v.Decisions {
			judgeChain(r, d)
			for i, ref := range d.Requires.All() {
				judgeRequired(v, r, d, i, ref)
			}
		}
	},
}

// judgeChain counts the steps of a matter after the first, each compared with
// the latest of those before it, and the last step compared with the decision.
func judgeChain(r *rule.Report, d *model.Decision) {
	last, before := -1, truth.Yes // the latest dated step so far; whether all so far are dated
	chain := d.Chain.Items
	order := turned(d)
	for i := range chain {
		step := &chain[i].V
		date, dated := step.Date.Get()
		if i > 0 {
			outcome := truth.CannotTell
			if dated && last >= 0 {
				outcome = truth.And(edtf.NotAfter(chain[last].V.Date.V, date), before)
			}
			r.Judge(outcome, func() *rule.Finding {
				earlier := &chain[last].V
				f := rule.Found(rule.At(d, "chain", i, "date"), text.Args{"step": phrase.Both(step.Step.V), "date": date, "earlier": phrase.Both(earlier.Step.V), "then": earlier.Date.V})
				f.Related = []rule.Related{rule.Beside(rule.At(d, "chain", last, "date"), "steget före", "the step before")}
				f.Fix.Order, order = order, nil // the first finding mends the others too
				return f
			})
		}
		switch {
		case !dated:
			before = truth.CannotTell
		case last < 0 || edtf.Order(chain[last].V.Date.V, date) < 0:
			last = i
		}
	}
	decided, ok := d.Date.Get()
	if len(chain) == 0 || !ok || d.State.V == model.Proposed {
		return
	}
	end := len(chain) - 1
	outcome := truth.CannotTell
	if date, dated := chain[end].V.Date.Get(); dated {
		outcome = edtf.NotAfter(date, decided)
	}
	r.Judge(outcome, func() *rule.Finding {
		step := &chain[end].V
		f := rule.FoundAs("after", rule.At(d, "chain", end, "date"), text.Args{"step": phrase.Both(step.Step.V), "date": step.Date.V, "decided": decided}, "after")
		f.Related = []rule.Related{rule.Beside(rule.At(d, "date"), "beslutets dag", "the day of the decision")}
		return f
	})
}

// turned is the order of time for the steps of a matter that all stand with the
// latest first, as registers of documents do; nil for any other. Fewer than three
// days, or a day out of its place, may as well be a wrong date, and so may a step
// after the decision: then a person has to look.
func turned(d *model.Decision) []int {
	chain := d.Chain.Items
	order := make([]int, len(chain))
	days := 1
	for i := range chain {
		order[i] = i
		date, dated := chain[i].V.Date.Get()
		switch {
		case !dated:
			return nil
		case i == 0, edtf.SameDay(date, chain[i-1].V.Date.V) == truth.Yes:
		case edtf.Before(date, chain[i-1].V.Date.V) == truth.Yes:
			days++
		default:
			return nil
		}
	}
	if days < 3 || d.Date.Given() && edtf.NotAfter(chain[0].V.Date.V, d.Date.V) == truth.No {
		return nil
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(chain[a].V.Date.V.Earliest(), chain[b].V.Date.V.Earliest())
	})
	return order
}

// judgeRequired compares a decision with one that must come first, where both
// are taken.
func judgeRequired(v *registry.View, r *rule.Report, d *model.Decision, i int, ref model.Ref) {
	first, ok := v.Decision(ref)
	if !ok || d.State.V != model.Decided || first.State.V != model.Decided {
		return
	}
	if !d.Date.Given() || !first.Date.Given() {
		r.CannotTell()
		return
	}
	r.Judge(edtf.NotAfter(first.Date.V, d.Date.V), func() *rule.Finding {
		f := rule.FoundAs("requires", rule.At(d, "requires", i), text.Args{"decided": d.Date.V, "first": phrase.Both(v.NameOf(ref)), "date": first.Date.V})
		f.Related = []rule.Related{rule.Beside(rule.At(first, "date"), "dagen för det beslutet", "the day of that decision")}
		return f
	})
}
