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

var namesOverlap = Rule{
	Spec: &rule.Spec{
		ID: "names-overlap", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "En post har ett enda namn åt gången.",
			En: "A record has one name at a time.",
		},
		Why: text.Both{
			Sv: "Gäller två av namnen i names samma dag är det slumpen som avgör vad posten heter i en rapport. Ett namn utan sista dag gäller fortfarande, så det äldre ska ha until när ett nytt börjar. Ett namn vars beslut inte är fattat gäller inte. Obestämda dagar som kan passa ihop godtas.",
			En: "Where two of the names are in effect the same day, chance decides what the record is called in a report. A name without a last day is still in effect, so the older one must have until when a new one begins. A name whose decision is not taken is not in effect. Vague days that may fit together are accepted.",
		},
		Remedy:   text.Both{Sv: "Ange det äldre namnets sista dag (until), eller rätta det nyares första (from).", En: "Give the last day of the older name (until), or correct the first of the newer one (from)."},
		Messages: map[string]text.Both{"": {Sv: "namnen ”{older}” och ”{newer}” gäller samma tid", En: "the names “{older}” and “{newer}” are in effect at the same time"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "7.1", Line: 524, Says: "föreslår att det gemensamma sekretariatet byter namn till VIS processledning"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, rec := range v.Records() {
			if named, ok := registry.Named(rec); ok && len(named.Names.Items) > 1 {
				judgeNames(v, r, rec, named)
			}
		}
	},
}

// judgeNames compares each name of a record with those above it.
func judgeNames(v *registry.View, r *rule.Report, rec model.Record, named *model.Named) {
	type use struct {
		index   int
		name    model.Text
		periods edtf.Period
		certain truth.Value // whether it comes into use, and its days are known
	}
	var above []use
	for i, n := range named.Names.All() {
		u := use{i, n.Name.V, period(n.Span), truth.Yes}
		if ref, ok := n.Decision.Get(); ok {
			u.certain = v.Decided(ref)
		}
		from := n.From.Is
		if from == model.Unknown || n.Until.Is == model.Unknown || from == model.Absent && i > 0 {
			u.certain = truth.And(u.certain, truth.CannotTell)
		}
		if u.certain == truth.No {
			continue
		}
		outcome := truth.Yes
		var found *rule.Finding
		for _, o := range above {
			apart := truth.Or(edtf.Overlap(o.periods, u.periods).Not(), truth.And(o.certain, u.certain).Not())
			outcome = truth.And(outcome, apart)
			if apart == truth.No && found == nil {
				found = rule.Found(rule.At(rec, "names", i, "name"), text.Args{"older": phrase.Both(o.name), "newer": phrase.Both(u.name)})
				found.Related = []rule.Related{rule.Beside(rule.At(rec, "names", o.index, "name"), "det äldre namnet", "the older name")}
			}
		}
		if len(above) > 0 {
			r.Judge(outcome, func() *rule.Finding { return found })
		}
		above = append(above, u)
	}
}
