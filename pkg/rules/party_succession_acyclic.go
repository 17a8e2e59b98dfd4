package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var partySuccessionAcyclic = Rule{
	Spec: &rule.Spec{
		ID: "party-succession-acyclic", Number: "R017", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Efterträdarkedjor har varken cirklar, luckor eller överlapp, och var och en har högst en direkt efterträdare.",
			En: "Chains of succession have no circles, gaps or overlaps, and each organization has at most one direct successor.",
		},
		Why: text.Both{
			Sv: "En ny juridisk person anger den gamla med replaces. Samma juridiska person med nytt namn har i stället names. Flera kan gå upp i en, men en kan inte ha två efterträdare. Efterträdaren börjar dagen efter att den förra upphörde; det prövas när båda dagarna är exakta.",
			En: "A new legal person names the old one with replaces. The same legal person under a new name has names instead. Several may merge into one, but one cannot have two successors. The successor begins the day after the other ended; that is tested where both days are exact.",
		},
		Remedy: text.Both{Sv: "Rätta replaces, eller de dagar som inte möts.", En: "Correct replaces, or the days that do not meet."},
		Messages: map[string]text.Both{
			"":     {Sv: "{ref} efterträder sig själv, genom {chain}", En: "{ref} succeeds itself, through {chain}"},
			"two":  {Sv: "{old} har två efterträdare: {ref} och {other}", En: "{old} has two successors: {ref} and {other}"},
			"gap":  {Sv: "{ref} börjar {start}, men {old} upphörde {end}; efterträdaren börjar dagen efter", En: "{ref} begins on {start}, but {old} ended on {end}; a successor begins the day after"},
			"live": {Sv: "{ref} ersätter {old}, som inte har upphört", En: "{ref} replaces {old}, which has not ended"},
		},
		Cites: []rule.Cite{{Source: "reglab-nya-regioner-2019"}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, o := range v.Organizations {
			for i, ref := range o.Replaces.All() {
				old, ok := v.Organization(ref)
				if !ok {
					continue
				}
				judgeSuccession(v, r, o, old, rule.At(o, "replaces", i))
			}
		}
	},
}

func judgeSuccession(v *registry.View, r *rule.Report, o, old *model.Organization, p rule.Place) {
	args := text.Args{"ref": o.Ref.ID, "old": old.Ref.ID}
	if chain := succession(v, o, old); chain != nil {
		args["chain"] = chain
		r.Violated(rule.Found(p, args, old.Ref.ID))
		return
	}
	if successors := v.ReplacedBy(old.Ref); len(successors) > 1 && successors[0] != o.Ref {
		args["other"] = successors[0].ID
		r.Violated(rule.FoundAs("two", p, args, old.Ref.ID))
		return
	}
	ended, hasEnd := old.Ended.Get()
	if !hasEnd && old.Ended.Is == model.Absent {
		r.Violated(rule.FoundAs("live", p, args, old.Ref.ID))
		return
	}
	var start edtf.Date
	for _, n := range o.Names.All() {
		start = n.From.V
		break
	}
	if !ended.Date.Given() || start.IsZero() || !start.IsExact() || !ended.Date.V.IsExact() {
		r.CannotTell()
		return
	}
	r.Judge(truth.Of(start.Earliest() == ended.Date.V.Earliest()+1), func() *rule.Finding {
		args["start"], args["end"] = start, ended.Date.V
		f := rule.FoundAs("gap", p, args, old.Ref.ID)
		f.Related = []rule.Related{{Place: rule.At(old, "ended", "date"), Message: text.Both{Sv: "den förra upphörde här", En: "the other ended here"}}}
		return f
	})
}

// succession returns the predecessors from o back to itself, or nil.
func succession(v *registry.View, o, from *model.Organization) []string {
	var chain []string
	seen := map[model.Ref]bool{}
	todo := []*model.Organization{from}
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		if seen[at.Ref] {
			continue
		}
		seen[at.Ref] = true
		chain = append(chain, at.Ref.ID)
		if at.Ref == o.Ref {
			return chain
		}
		for _, ref := range at.Replaces.All() {
			if next, ok := v.Organization(ref); ok {
				todo = append(todo, next)
			}
		}
	}
	return nil
}
