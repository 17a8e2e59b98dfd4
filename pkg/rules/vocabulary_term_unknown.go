package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var vocabularyTermUnknown = Rule{
	Spec: &rule.Spec{
		ID: "vocabulary-term-unknown", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Varje term som en post eller riktlinjen använder står i vokabulären.",
			En: "Every term that a record or the guideline uses stands in the vocabulary.",
		},
		Why: text.Both{
			Sv: "Vokabulären ger varje term sina ord på svenska och engelska, och den gör att samma sak räknas som samma sak.",
			En: "The vocabulary gives each term its words in Swedish and English, and makes the same thing count as the same.",
		},
		Remedy: text.Both{Sv: "Rätta termen, eller lägg till den i vocabulary.yaml.", En: "Correct the term, or add it to vocabulary.yaml."},
		Messages: map[string]text.Both{
			"":     {Sv: "termen ”{term}” står inte i {list} i vokabulären", En: "the term “{term}” is not in {list} of the vocabulary"},
			"near": {Sv: "termen ”{term}” står inte i {list} i vokabulären; menades ”{nearest}”?", En: "the term “{term}” is not in {list} of the vocabulary; did you mean “{nearest}”?"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "3", Line: 284, Says: "I HÖKs riktlinje framgår att samrådsgruppernas syfte är att"}},
	},
	Watch: func(v *registry.View, r *rule.Report) Watcher {
		judge := func(list, term string, p func() rule.Place) {
			if has := v.HasTerm(list, term); has != truth.No {
				r.Judge(has, nil)
				return
			}
			name, nearest := "", text.Nearest(term, v.TermIDs(list))
			if nearest != "" {
				name = "near"
			}
			f := rule.FoundAs(name, p(), text.Args{"term": term, "list": list, "nearest": nearest}, list, term)
			f.Fix = rule.MeantOnly(term, v.TermIDs(list))
			r.Violated(f)
		}
		return Watcher{Want: model.ClassTerm | model.ClassMap, See: func(spot *Spot, val model.Visit) {
			place := func() rule.Place { return spot.place(val.Path) }
			if t, ok := val.Value.(*model.Term); ok {
				judge(val.Field.Term, string(*t), place)
			}
			for _, key := range model.TermKeys(val) {
				judge(key.List, key.Key, func() rule.Place {
					p := spot.place(val.Path.At(key.Field, key.Key))
					p.Key = true
					return p
				})
			}
		}}
	},
}
