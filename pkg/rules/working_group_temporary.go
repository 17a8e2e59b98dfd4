package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var workingGroupTemporary = Rule{
	Spec: &rule.Spec{
		ID: "working-group-temporary", Number: "R110", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En arbetsgrupp har uppdragsgivare, uppdrag och slutdatum.",
			En: "A working group has somebody who commissioned it, an assignment and an end date.",
		},
		Why: text.Both{
			Sv: "Arbetsgrupper utses tillfälligt för en viss uppgift. Utan uppdragsgivare och slut blir de ytterligare ett forum vid sidan av strukturen. Regeln läser commissioned_by, assignment och ends för arbetsgrupper som finns. none är att uppgiften saknas; är den unknown eller inte angiven går det inte att avgöra. Om slutdatumet har passerat prövas inte här.",
			En: "Working groups are appointed for a time and a certain task. Without anybody who commissioned them and without an end they become one more forum beside the structure. The rule reads commissioned_by, assignment and ends of the working groups there are. none means that there is no such thing; where it is unknown or not given nobody can tell. Whether the end has passed is not tested here.",
		},
		Remedy: text.Both{
			Sv: "Låt uppdragsgivaren besluta om det som saknas, eller avsluta arbetsgruppen.",
			En: "Let whoever commissioned the group decide on what is missing, or end the working group.",
		},
		Messages: map[string]text.Both{
			"commissioned_by": {Sv: "{group} har ingen uppdragsgivare", En: "{group} has been commissioned by nobody"},
			"assignment":      {Sv: "{group} har inget uppdrag", En: "{group} has no assignment"},
			"ends":            {Sv: "{group} har inget slutdatum", En: "{group} has no end date"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3", Line: 291, Says: "kan hanteras i tillfälligt utsedda arbetsgrupper"},
			{Source: "rapport-2022", Section: "4", Line: 377, Says: "Samordning av uppdragen för samrådsgrupper och arbetsgrupper"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Groups {
			if g.Type.V != "working" || !r.Applies(v.Lives(g)) {
				continue
			}
			ends := g.Ends.Is
			if g.Ends.Open() {
				ends = model.Unknown
			}
			told := true
			var found []*rule.Finding
			for _, part := range []struct {
				key string
				is  model.Answer
			}{{"commissioned_by", g.CommissionedBy.Is}, {"assignment", g.Assignment.Is}, {"ends", ends}} {
				switch part.is {
				case model.None:
					found = append(found, rule.FoundAs(part.key, rule.At(g, part.key), text.Args{"group": phrase.Both(v.ShortName(g))}))
				case model.Absent, model.Unknown:
					told = false
				}
			}
			switch {
			case len(found) > 0:
				r.Violated(found...)
			case told:
				r.Holds()
			default:
				r.CannotTell()
			}
		}
	},
}
