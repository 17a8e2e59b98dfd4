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

var agreementReviewState = Rule{
	Spec: &rule.Spec{
		ID: "agreement-review-state", Number: "R045", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En överenskommelse som fanns när huvudöverenskommelsen började gälla har ett översynsläge för varje syfte.",
			En: "An agreement that existed when the framework agreement entered into force has a review state for each purpose.",
		},
		Why: text.Both{
			Sv: "Alla befintliga överenskommelser ska ses över och anpassas till huvudöverenskommelsen. Syftena står i review_purposes i vocabulary.yaml, och läget är planerat, pågående eller klart. En överenskommelse som kom till efter huvudöverenskommelsen är redan anpassad och berörs inte. Är översynen unknown eller inte inlagd ännu går det inte att avgöra.",
			En: "All existing agreements are to be reviewed and adapted to the framework agreement. The purposes stand in review_purposes of vocabulary.yaml, and the state is planned, ongoing or done. An agreement made after the framework agreement is adapted already and is exempt. Where the review is unknown or not recorded yet, nobody can tell.",
		},
		Remedy: text.Both{Sv: "Ange översynens läge för syftet under review.", En: "Give the state of the review for the purpose under review."},
		Tune:   text.Both{Sv: "Syftena står i review_purposes i vocabulary.yaml.", En: "The purposes stand in review_purposes of vocabulary.yaml."},
		Messages: map[string]text.Both{
			"":     {Sv: "översynen saknar {n|ett syfte|# syften}: {purposes}", En: "the review lacks {n|one purpose|# purposes}: {purposes}"},
			"none": {Sv: "överenskommelsen ses inte över mot {framework}", En: "the agreement is not reviewed against {framework}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 318, Says: "ska det som en del i etablerandet av HÖK och riktlinje göras en översyn och föreslås anpassningar av befintliga överenskommelser"},
			{Source: "rapport-2022", Section: "3.1", Line: 320, Says: "med syftet att anpassa dessa till HÖKen"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		purposes := v.Vocabulary.ReviewPurposes.Values()
		if len(purposes) == 0 {
			return
		}
		for a, in := range inForce(v) {
			f, _ := v.Framework(a)
			if f == nil || f == a || a.Type.V == model.Framework || a.Review.Is == model.NotApplicable {
				continue
			}
			concerned := truth.And(in, v.IsInForce(f), existedBefore(a, f))
			if concerned == truth.No {
				continue
			}
			if a.Review.Is == model.Absent || a.Review.Open() {
				r.CannotTell()
				continue
			}
			missing := unreviewed(a, purposes)
			r.Judge(truth.Or(concerned.Not(), truth.Of(len(missing) == 0)), func() *rule.Finding {
				if a.Review.Is == model.None {
					return rule.FoundAs("none", rule.At(a, "review"), text.Args{"framework": phrase.Name(v, f.Ref)})
				}
				return rule.Found(rule.AtKey(a, "review"), text.Args{"n": len(missing), "purposes": phrase.Terms(v, "review_purposes", missing)})
			})
		}
	},
}

// existedBefore tells whether an agreement existed when its framework agreement
// entered into force.
func existedBefore(a, f *model.Agreement) truth.Value {
	entry := registry.EntryOf(f)
	if entry.IsZero() {
		return truth.CannotTell
	}
	made := documentDate(a)
	if made.IsZero() {
		return truth.CannotTell
	}
	return edtf.NotAfter(made, entry)
}

// unreviewed is the purposes for which an agreement has no state of review.
func unreviewed(a *model.Agreement, purposes []model.TermEntry) (missing []model.Term) {
	has := map[model.Term]bool{}
	for _, review := range a.Review.All() {
		has[review.Purpose.V] = review.State.Is != model.None
	}
	for _, p := range purposes {
		if id := model.Term(p.ID.V); !has[id] {
			missing = append(missing, id)
		}
	}
	return missing
}
