package rules

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var idUniqueStable = Rule{
	Spec: &rule.Spec{
		ID: "id-unique-stable", Number: "R002", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Varje post har ett eget id, skrivet med små bokstäver a–z, siffror och bindestreck, och ett id återanvänds aldrig.",
			En: "Every record has an id of its own, written with the letters a–z, digits and hyphens, and an id is never used again.",
		},
		Why: text.Both{
			Sv: "Filens plats är postens id. Två namn som bara skiljer sig i stora bokstäver eller i hur ett å är sammansatt är samma fil på somliga datorer. Ett id som en annan post har haft gör gamla hänvisningar falska. Att ett id har återanvänts över tid syns först när två versioner jämförs.",
			En: "The place of the file is the id of the record. Two names that differ only in case, or in how an å is composed, are one file on some machines. An id that another record has had makes old references false. That an id was used again over time shows only when two versions are compared.",
		},
		Remedy: text.Both{Sv: "Byt namn på filen, och skriv det gamla id:t i previously.", En: "Rename the file, and write the old id in previously."},
		Messages: map[string]text.Both{
			"":       {Sv: "filnamnet ”{id}” är inget id; skriv små bokstäver a–z (å och ä blir a, ö blir o), siffror och bindestreck", En: "the file name “{id}” is not an id; write the letters a–z (å and ä become a, ö becomes o), digits and hyphens"},
			"same":   {Sv: "id:t ”{id}” är samma som ”{other}” på datorer som inte skiljer på stora och små bokstäver", En: "the id “{id}” is the same as “{other}” on machines that do not tell upper from lower case"},
			"former": {Sv: "id:t ”{id}” är ett tidigare id för {other}", En: "the id “{id}” is a former id of {other}"},
		},
		Cites: []rule.Cite{
			{Source: "avsiktsforklaring-2008", Line: 57, Says: "Jörgen Danielsson"},
			{Source: "forstudie-2018", Line: 11, Says: "Åsa Danielsson"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		seen := make(map[model.Ref]string, len(v.Records()))
		for _, rec := range v.Records() {
			ref := rec.Base().Ref
			folded := model.Ref{Kind: ref.Kind, ID: strings.ToLower(norm.NFC.String(ref.ID))}
			other, twice := seen[folded]
			seen[folded] = ref.ID
			former := v.FormerID(ref)
			switch {
			case twice:
				r.Violated(rule.FoundAs("same", rule.At(rec), text.Args{"id": ref.ID, "other": other}))
			case !model.IsID(ref.ID):
				r.Violated(rule.Found(rule.At(rec), text.Args{"id": ref.ID}))
			case len(former) > 0 && former[0] != ref:
				r.Violated(rule.FoundAs("former", rule.At(rec), text.Args{"id": ref.ID, "other": former[0].String()}))
			default:
				r.Holds()
			}
		}
	},
}
