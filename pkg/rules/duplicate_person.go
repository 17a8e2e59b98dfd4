package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var duplicatePerson = Rule{
	Spec: &rule.Spec{
		ID: "duplicate-person", Severity: rule.Info, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Två representanter med samma namn och samma organisation är olika personer.",
			En: "Two representatives with one name and one organization are different people.",
		},
		Why: text.Both{
			Sv: "Samma person inläst två gånger räknas två gånger. Två personer kan heta lika; därför är det en upplysning, som kan godtas. Personer skiljs åt med id, aldrig med efternamn.",
			En: "One person imported twice counts twice. Two people may share a name; it is therefore a note, which can be acknowledged. People are told apart by id, never by surname.",
		},
		Remedy:   text.Both{Sv: "Slå ihop posterna och skriv det ena id:t i previously, eller godta fyndet om det är två personer.", En: "Make the records one and write the other id in previously, or acknowledge the finding if they are two people."},
		Messages: map[string]text.Both{"": {Sv: "{name} finns också som {other}, i samma organisation", En: "{name} is also there as {other}, in the same organization"}},
		Cites: []rule.Cite{
			{Source: "avsiktsforklaring-2008", Line: 57, Says: "Jörgen Danielsson"},
			{Source: "forstudie-2018", Line: 11, Says: "Åsa Danielsson"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		type key struct{ name, organization string }
		first := map[key]*model.Representative{}
		for _, p := range v.Representatives {
			name := v.Name(p)
			if !p.Name.Given() && len(p.Names.Items) == 0 {
				continue
			}
			var found *rule.Finding
			for _, org := range organizationsOf(p) {
				k := key{text.Fold(name.Sv), org}
				other := first[k]
				switch {
				case other == nil:
					first[k] = p
				case other != p && found == nil:
					found = rule.Found(rule.At(p), text.Args{"name": phrase.Both(name), "other": other.Ref.ID}, other.Ref.ID)
					found.Related = []rule.Related{{Place: rule.At(other), Message: text.Both{Sv: "den andra posten", En: "the other record"}}}
				}
			}
			if found != nil {
				r.Violated(found)
				continue
			}
			r.Holds()
		}
	},
}

// organizationsOf are the organizations of a person's titles; one empty text
// where there are none, so that two people without any are compared too.
func organizationsOf(p *model.Representative) []string {
	var out []string
	for _, t := range p.Titles.All() {
		if t.Organization.Given() {
			out = append(out, t.Organization.V.ID)
		}
	}
	if out == nil {
		return []string{""}
	}
	return out
}
