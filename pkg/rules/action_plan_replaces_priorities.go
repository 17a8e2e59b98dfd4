package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var actionPlanReplacesPriorities = Rule{
	Spec: &rule.Spec{
		ID: "action-plan-replaces-priorities", Number: "R120", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En plan som har ersatts gäller inte längre än till den dag då den nya planen började gälla.",
			En: "A plan that has been replaced is not in effect beyond the day on which the new plan took effect.",
		},
		Why: text.Both{
			Sv: "När handlingsplanen gäller ska ingen samtidigt arbeta efter de prioriteringar som den ersätter. En plan som ersätter en annan anger det i replaces, och den äldre planens slut följer av det: den dag då den nya är beslutad och dess period har börjat. Att planen är beslutad räcker alltså inte. Regeln jämför med den dag som den äldre planen eventuellt anger själv (ended.date). Har den upphört tidigare är det i sin ordning. Överlappar dagarna bara kanske går det inte att avgöra.",
			En: "Once the action plan is in effect nobody is to work by the priorities that it replaces. A plan that replaces another says so in replaces, and the end of the older one follows: the day on which the new one is decided and its period has begun. So it is not enough that the plan is decided. The rule compares this with the day that the older plan may give itself (ended.date). That it ended earlier is in order. Where the days may but need not overlap, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Ta bort ended på den äldre planen, eller rätta dess dag eller den nya planens period.",
			En: "Remove ended of the older plan, or correct its day or the period of the new plan.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "planen ”{older}” anges ha upphört {ended}, men ”{newer}”, som ersätter den, gäller sedan {from}",
			En: "the plan “{older}” is said to have ended {ended}, but “{newer}”, which replaces it, has been in effect since {from}",
		}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.4", Line: 365, Says: "Handlingsplanen kommer ersätta det som tidigare hetat VIS prioriterade områden."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, newer := range v.Plans {
			from, when := v.TakesEffect(newer)
			if len(newer.Replaces.Items) == 0 || !r.Applies(when) {
				continue
			}
			for i, ref := range newer.Replaces.All() {
				if older, ok := registry.Find[*model.Plan](v.Registry, ref); ok {
					judgeReplaced(v, r, older, newer, i, from)
				}
			}
		}
	},
}

// judgeReplaced judges whether a plan ended no later than the one that replaces
// it took effect.
func judgeReplaced(v *registry.View, r *rule.Report, older, newer *model.Plan, index int, from edtf.Date) {
	ended := older.Ended.V.Date
	outcome := truth.Yes
	switch {
	case older.Ended.Is == model.Unknown || ended.Is == model.Unknown:
		outcome = truth.CannotTell
	case ended.Given():
		outcome = edtf.NotAfter(ended.V, from)
	}
	r.Judge(outcome, func() *rule.Finding {
		f := rule.Found(rule.At(older, "ended", "date"), text.Args{
			"older": phrase.Name(v, older.Ref), "newer": phrase.Name(v, newer.Ref), "ended": ended.V, "from": from,
		}, newer.Ref.String())
		f.Related = []rule.Related{rule.Beside(rule.At(newer, "replaces", index), "ersätter den", "replaces it")}
		return f
	})
}
