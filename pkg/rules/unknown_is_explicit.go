package rules

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var unknownIsExplicit = Rule{
	Spec: &rule.Spec{
		ID: "unknown-is-explicit", Number: "R009", Severity: rule.Warning, Profile: rule.Basic,
		Title: text.Both{
			Sv: "De uppgifter som krävs anges som värde, unknown eller none, och utelämnas inte i tysthet.",
			En: "The attributes that are required are given as a value, unknown or none, and not left out in silence.",
		},
		Why: text.Both{
			Sv: "Det är skillnad på att inte ha frågat, att ha frågat utan svar (unknown) och att veta att något saknas (none). Vilka uppgifter som krävs av vilka poster står i required i vis.yaml. En post ger högst ett fynd, som räknar upp allt som saknas. Poster som har upphört eller är externa berörs inte.",
			En: "Not having asked, having asked without an answer (unknown) and knowing that there is nothing (none) are three things. Which attributes are required of which records stands in required of vis.yaml. A record gives at most one finding, which lists all that is missing. Records that have ended or are external are exempt.",
		},
		Remedy:   text.Both{Sv: "Skriv värdet, unknown eller none för varje uppgift.", En: "Write the value, unknown or none for each of them."},
		Tune:     text.Both{Sv: "required i vis.yaml.", En: "required in vis.yaml."},
		Messages: map[string]text.Both{"": {Sv: "{n|en uppgift|# uppgifter} saknas: {fields}", En: "{n|one attribute is|# attributes are} missing: {fields}"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 217, Says: "Ingen årsplan finns."},
			{Source: "rapport-2022", Section: "2.2", Line: 209, Says: "Ej uppdaterat."},
		},
		Merged: []rule.Merged{{
			ID: "group-description-complete", Number: "R050",
			Title: text.Both{
				Sv: "Ett beskrivet forum har de tio uppgifterna från kartläggningen.",
				En: "A described forum has the ten attributes of the survey.",
			},
		}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		required := map[string][]string{}
		for _, row := range v.Manifest.Required.Rows {
			if row.Val.Given() {
				required[row.Key] = row.Val.V
			}
		}
		if len(required) == 0 {
			return
		}
		for _, rec := range v.Records() {
			base := rec.Base()
			kind := base.Ref.Kind.String()
			paths := required[kind]
			external := false
			switch rec := rec.(type) {
			case *model.Agreement:
				paths, external = append(paths, required[kind+"."+string(rec.Type.V)]...), rec.External.V
			case *model.Group:
				paths = append(paths, required[kind+"."+string(rec.Type.V)]...)
			case *model.Organization:
				paths = append(paths, required[kind+"."+string(rec.Type.V)]...)
			case *model.Plan:
				paths = append(paths, required[kind+"."+string(rec.Type.V)]...)
			}
			if len(paths) == 0 || external || v.HasEnded(rec) == truth.Yes {
				continue
			}
			var missing []string
			for _, p := range paths {
				if !answered(v, rec, p) {
					missing = append(missing, p)
				}
			}
			if len(missing) == 0 {
				r.Holds()
				continue
			}
			r.Violated(rule.Found(rule.At(rec), text.Args{"n": len(missing), "fields": missing}))
		}
	},
}

// answered reports whether a record answers an attribute. A group answers
// `plans`, `agreements` and the like by the records that name it.
func answered(v *registry.View, rec model.Record, path string) bool {
	a, ok := model.Lookup(model.Fields(rec.Base().Ref.Kind), rec, strings.Split(path, ".")...)
	if !ok || a != model.Absent {
		return true // a path that the model lacks is told of at vis.yaml, not here
	}
	g, isGroup := rec.(*model.Group)
	if !isGroup {
		return false
	}
	switch path {
	case "plans":
		return v.HasPlans(g)
	case "agreements":
		return v.HasAgreements(g)
	}
	return false
}
