package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var adoptionOrder = Rule{
	Spec: &rule.Spec{
		ID: "adoption-order", Number: "R040", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En överenskommelse blir till i ordningen överens, rekommenderad, antagen, i kraft.",
			En: "An agreement comes about in the order agreed, recommended, adopted, in force.",
		},
		Why: text.Both{
			Sv: "Ingen rekommenderar det som förhandlarna inte är överens om, och ingen antar det som inte är rekommenderat. För varje steg räknas den första dagen, eftersom parterna gör detta vid olika tidpunkter. Ordningen prövas för varje version för sig: en rekommendation eller en överenskommelse mellan förhandlarna säger inte vilken version den gäller, och räknas därför bara när det finns högst en. Obestämda dagar som kan ligga rätt godtas.",
			En: "Nobody recommends what the negotiators have not agreed, and nobody adopts what is not recommended. For each step the first day counts, since the parties do this at different times. The order is judged for each version by itself: a recommendation, or an agreement between the negotiators, does not say which version it is of, and so counts only where there is at most one. Vague days that may be right are accepted.",
		},
		Remedy:   text.Both{Sv: "Rätta den dag som är fel.", En: "Correct the day that is wrong."},
		Messages: map[string]text.Both{"": {Sv: "{later} {date} ligger före {earlier} {first}", En: "{later} {date} lies before {earlier} {first}"}},
		Cites: []rule.Cite{
			{Source: "hok-2021", Line: 7, Says: "Storsthlm och Region Stockholm är överens om en huvudöverenskommelse"},
			{Source: "hok-2021", Line: 9, Says: "Även Storsthlms styrelse beslutade tidigare i år att rekommendera kommunerna i Stockholms län att anta huvudöverenskommelsen."},
			{Source: "hok-2021", Line: 21, Says: "Om samtliga antar den, börjar den gälla från och med 1 juli 2022."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, a := range v.Agreements {
			if a.External.V {
				continue
			}
			for _, stages := range versions(v, a) {
				judgeOrder(r, stages)
			}
		}
	},
}

// stage is the first day of one step towards an agreement in force.
type stage struct {
	what  text.Both
	first edtf.Date
	place rule.Place
}

// take counts one more day of the step, unless it lies after the view's day.
func (s *stage) take(v *registry.View, d model.Val[edtf.Date], p rule.Place) {
	date, ok := d.Get()
	switch {
	case !ok || date.Begun(v.Day) == truth.No:
	case s.first.IsZero():
		s.first, s.place = date, p
	default:
		if date.Latest() < s.first.Latest() {
			s.place = p
		}
		s.first = edtf.Between(min(s.first.Earliest(), date.Earliest()), min(s.first.Latest(), date.Latest()))
	}
}

// versions is the steps of each version of an agreement, in their order.
func versions(v *registry.View, a *model.Agreement) [][]stage {
	var all [][]stage
	adopted := firstAdoptions(v, a)
	revisions := a.Revisions.Values()
	if len(revisions) == 0 {
		revisions = []model.Revision{{}}
	}
	for i, rev := range revisions {
		agreed := stage{what: text.Both{Sv: "överenskommelsen mellan förhandlarna", En: "the negotiators' agreement"}}
		recommended := stage{what: text.Both{Sv: "rekommendationen", En: "the recommendation"}}
		inForce := stage{what: text.Both{Sv: "ikraftträdandet", En: "the entry into force"}}
		if len(revisions) == 1 {
			agreed.take(v, a.Agreed.V.Date, rule.At(a, "agreed", "date"))
			for j, rec := range a.Recommended.All() {
				date, place := rec.Date, rule.At(a, "recommended", j)
				if d, ok := v.Decision(rec.Decision.V); ok && !date.Given() && d.State.V == model.Decided {
					date = d.Date
				}
				recommended.take(v, date, place)
			}
		}
		if i == 0 {
			inForce.take(v, a.EntryIntoForce.V.Actual, rule.At(a, "entry_into_force", "actual"))
		}
		if entry := rev.EntryIntoForce; entry.Given() {
			inForce.take(v, entry.V.Actual, rule.At(a, "revisions", i, "entry_into_force", "actual"))
		}
		steps := []stage{agreed, recommended}
		if first, ok := adopted[rev.Version.V]; ok {
			steps = append(steps, first)
		}
		all = append(all, append(steps, inForce))
	}
	return all
}

// firstAdoptions is the first adoption of each version.
func firstAdoptions(v *registry.View, a *model.Agreement) map[string]stage {
	out := map[string]stage{}
	for i, p := range a.Parties.All() {
		for j, ad := range p.Adoptions.All() {
			if ad.State.V != model.Adopted {
				continue
			}
			s := out[versionOf(a, ad)]
			s.what = text.Both{Sv: "antagandet", En: "the adoption"}
			s.take(v, ad.Date, rule.At(a, "parties", i, "adoptions", j, "date"))
			out[versionOf(a, ad)] = s
		}
	}
	return out
}

// judgeOrder tells whether the steps that are dated come in order.
func judgeOrder(r *rule.Report, steps []stage) {
	outcome, dated := truth.Yes, 0
	var found []*rule.Finding
	for i, later := range steps {
		if later.first.IsZero() {
			continue
		}
		dated++
		for _, earlier := range steps[:i] {
			if earlier.first.IsZero() {
				continue
			}
			ordered := edtf.NotAfter(earlier.first, later.first)
			outcome = truth.And(outcome, ordered)
			if ordered == truth.No {
				f := rule.Found(later.place, text.Args{"later": later.what, "date": later.first, "earlier": earlier.what, "first": earlier.first})
				f.Related = []rule.Related{rule.Beside(earlier.place, "steget före", "the step before")}
				found = append(found, f)
				break // the first step that it contradicts says enough
			}
		}
	}
	switch {
	case dated < 2:
	case outcome == truth.No:
		r.Violated(found...)
	default:
		r.Judge(outcome, nil)
	}
}
