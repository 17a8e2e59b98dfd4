package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var supplementParentExists = Rule{
	Spec: &rule.Spec{
		ID: "supplement-parent-exists", Number: "R023", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En tilläggsöverenskommelse är tillägg till exakt en överenskommelse, som inte själv är ett tillägg.",
			En: "A supplement supplements exactly one agreement, which is not a supplement itself.",
		},
		Why: text.Both{
			Sv: "Ett tillägg gäller inget för sig: parter och huvudöverenskommelse har det från den överenskommelse som det kompletterar. Tillägg till tillägg, och därmed cirklar, godtas inte. Att den överenskommelse som anges finns prövas av ref-resolves.",
			En: "A supplement means nothing by itself: it has its parties and its framework agreement from the agreement that it completes. Supplements to supplements, and with them circles, are not accepted. That the agreement named exists is for ref-resolves.",
		},
		Remedy: text.Both{Sv: "Ange i supplements den överenskommelse som tillägget kompletterar, och skriv type: supplement.", En: "Give in supplements the agreement that the supplement completes, and write type: supplement."},
		Messages: map[string]text.Both{
			"":           {Sv: "tillägget kompletterar ingen överenskommelse (supplements är none)", En: "the supplement completes no agreement (supplements is none)"},
			"self":       {Sv: "tillägget anges komplettera sig självt", En: "the supplement is said to complete itself"},
			"supplement": {Sv: "{parent} är själv ett tillägg; ange den överenskommelse som båda kompletterar", En: "{parent} is a supplement itself; name the agreement that both complete"},
			"type":       {Sv: "överenskommelsen kompletterar {parent}, men är av slaget {found}; väntat var {expected}", En: "the agreement completes {parent}, but its type is {found}; {expected} was expected"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 302, Says: "Samverkan kring personer med missbruk/beroende av spel om pengar, tilläggsöverenskommelse"},
			{Source: "rapport-2022", Section: "2.2", Line: 153, Says: "Samverkan kring personer med missbruk/beroende, inklusive tillägg om missbruk/beroende av spel om pengar"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, a := range v.Agreements {
			if a.External.V || a.Type.V != model.Supplement && !a.Supplements.Given() {
				continue
			}
			if f, known := judgeSupplement(v, a); f != nil {
				r.Violated(f)
			} else {
				r.Judge(known, nil)
			}
		}
	},
}

// judgeSupplement returns what is wrong with a supplement's place under its
// parent, or nil and whether all is known to be right.
func judgeSupplement(v *registry.View, a *model.Agreement) (*rule.Finding, truth.Value) {
	ref, ok := a.Supplements.Get()
	if !ok {
		if a.Supplements.Is == model.None {
			return rule.Found(rule.At(a, "supplements"), nil), truth.No
		}
		return nil, truth.CannotTell
	}
	if a.Type.Given() && a.Type.V != model.Supplement {
		return rule.FoundAs("type", rule.At(a, "type"), text.Args{
			"parent": phrase.Name(v, ref), "found": phrase.Word("agreement-type", a.Type.V), "expected": phrase.Word("agreement-type", model.Supplement),
		}), truth.No
	}
	rec, ok := v.Record(ref)
	if !ok {
		return nil, truth.CannotTell
	}
	if rec.Base().Ref == a.Ref {
		return rule.FoundAs("self", rule.At(a, "supplements"), nil), truth.No
	}
	if parent, ok := rec.(*model.Agreement); ok && (parent.Type.V == model.Supplement || parent.Supplements.Given()) {
		return rule.FoundAs("supplement", rule.At(a, "supplements"), text.Args{"parent": phrase.Name(v, parent.Ref)}), truth.No
	}
	return nil, truth.Yes
}
