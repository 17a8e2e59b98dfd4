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

var adoptionOnePerParty = Rule{
	Spec: &rule.Spec{
		ID: "adoption-one-per-party", Number: "R037", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En part har ett enda aktuellt antagandeläge för varje version av en överenskommelse.",
			En: "A party has a single current state of adoption for each version of an agreement.",
		},
		Why: text.Both{
			Sv: "En återremiss följd av ett antagande är historia, och det senaste läget gäller. Men två olika lägen samma dag, en part som står två gånger för samma tid, eller en kommun som antar både själv och genom ett kollektiv, gör att ingen vet vad som gäller. Ett antagande utan version (revision) avser den första.",
			En: "A referral back followed by an adoption is history, and the latest state counts. But two different states the same day, a party that stands twice for the same time, or a municipality that adopts both by itself and by a collective, leave nobody knowing what applies. An adoption without a version (revision) is of the first.",
		},
		Remedy: text.Both{Sv: "Ta bort den uppgift som är fel, eller ge varje uppgift sin dag eller version.", En: "Remove the entry that is wrong, or give each entry its own day or version."},
		Messages: map[string]text.Both{
			"":           {Sv: "{party} har två lägen {date} för samma version: {state} och {other}", En: "{party} has two states on {date} for the same version: {state} and {other}"},
			"twice":      {Sv: "{party} står två gånger som part för samma tid", En: "{party} stands twice as a party for the same time"},
			"collective": {Sv: "{party} antar själv, men antagandet står också hos {collective}", En: "{party} adopts by itself, but the adoption also stands at {collective}"},
		},
		Cites: []rule.Cite{
			{Source: "hok-2021", Line: 21, Says: "beslutar kommunfullmäktige i samtliga kommuner och regionfullmäktige i Region Stockholm om huvudöverenskommelsen"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, a := range v.Agreements {
			if a.External.V || a.Parties.Is != model.Given {
				continue
			}
			brought := adoptedThrough(v, a)
			earlier := map[model.Ref][]int{}
			for i, p := range a.Parties.Pointers() {
				ref, ok := p.Organization.Get()
				if !ok {
					continue
				}
				ref = ref.Record()
				judgeOnce(v, r, a, i, p, earlier[ref], brought)
				earlier[ref] = append(earlier[ref], i)
			}
		}
	},
}

// adoptedThrough is the organizations for which an agreement has adoptions at a
// collective, with the collective.
func adoptedThrough(v *registry.View, a *model.Agreement) map[model.Ref]model.Ref {
	out := map[model.Ref]model.Ref{}
	for _, p := range a.Parties.All() {
		o, ok := v.Organization(p.Organization.V)
		if !ok || o.Type.V != model.Collective || len(p.Adoptions.Items) == 0 {
			continue
		}
		members, _ := v.Expand(o.Ref)
		for _, m := range members {
			if m.Holds == truth.Yes {
				out[m.Organization] = o.Ref
			}
		}
	}
	return out
}

// judgeOnce tells whether one party entry gives a single current state.
// earlier is the entries above it for the same organization.
func judgeOnce(v *registry.View, r *rule.Report, a *model.Agreement, i int, p *model.Party, earlier []int, brought map[model.Ref]model.Ref) {
	outcome := truth.Yes
	var found []*rule.Finding
	for _, j := range earlier {
		apart := edtf.Overlap(period(a.Parties.Items[j].V.Span), period(p.Span)).Not()
		if p.From.Is == model.Unknown || p.Until.Is == model.Unknown {
			apart = truth.CannotTell
		}
		outcome = truth.And(outcome, apart)
		if apart == truth.No {
			f := rule.FoundAs("twice", rule.At(a, "parties", i), text.Args{"party": phrase.Name(v, p.Organization.V)})
			f.Related = []rule.Related{rule.Beside(rule.At(a, "parties", j), "parten står här också", "the party stands here too")}
			found = append(found, f)
			break
		}
	}
	if c, ok := brought[p.Organization.V.Record()]; ok && len(p.Adoptions.Items) > 0 {
		outcome = truth.No
		found = append(found, rule.FoundAs("collective", rule.At(a, "parties", i, "adoptions"), text.Args{"party": phrase.Name(v, p.Organization.V), "collective": phrase.Name(v, c)}))
	}
	for j, ad := range p.Adoptions.All() {
		for k := range j {
			other := p.Adoptions.Items[k].V
			if versionOf(a, other) != versionOf(a, ad) || other.State.V == ad.State.V {
				continue
			}
			apart := edtf.SameDay(other.Date.V, ad.Date.V).Not()
			outcome = truth.And(outcome, apart)
			if apart == truth.No {
				found = append(found, rule.Found(rule.At(a, "parties", i, "adoptions", j, "state"), text.Args{
					"party": phrase.Name(v, p.Organization.V), "date": ad.Date.V, "state": phrase.Word("adoption-state", other.State.V), "other": phrase.Word("adoption-state", ad.State.V),
				}))
			}
		}
	}
	if outcome == truth.No {
		r.Violated(found...)
		return
	}
	r.Judge(outcome, nil)
}

// period is a span with its missing days left out.
func period(s model.Span) edtf.Period { return edtf.Period{From: s.From.V, Until: s.Until.V} }

// versionOf is the version that an adoption is of: the first where it names none.
func versionOf(a *model.Agreement, ad model.Adoption) string {
	if ad.Revision.Given() {
		return ad.Revision.V
	}
	for _, rev := range a.Revisions.All() {
		return rev.Version.V
	}
	return ""
}
