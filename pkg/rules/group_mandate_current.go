package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var groupMandateCurrent = Rule{
	Spec: &rule.Spec{
		ID: "group-mandate-current", Number: "R051", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett forum har ett uppdrag som är aktuellt.",
			En: "A forum has terms of reference that are current.",
		},
		Why: text.Both{
			Sv: "Uppdraget säger vad gruppen ska göra och vad den får besluta. Är det inaktuellt eller saknas det vet varken deltagarna eller den som gruppen rapporterar till vad som gäller. Regeln läser terms_of_reference för varje forum som finns och inte har upphört. Den kan inte avgöra saken när läget inte anges eller när källan är för gammal.",
			En: "The terms of reference say what the group is to do and what it may decide. Where they are outdated or missing, neither its members nor whoever it reports to know what applies. The rule reads terms_of_reference of every forum that exists and has not ended. It cannot tell where the status is not given or the source is too old.",
		},
		Remedy: text.Both{
			Sv: "Skriv eller uppdatera uppdraget och ange text och status: current under terms_of_reference. Behövs gruppen inte, låt den som har beslutanderätten avveckla den.",
			En: "Write or update the terms of reference and give text and status: current under terms_of_reference. Where the group is not needed, let whoever is competent close it.",
		},
		Messages: map[string]text.Both{
			"":     {Sv: "uppdraget för {group} är markerat som inaktuellt", En: "the terms of reference of {group} are marked as outdated"},
			"none": {Sv: "{group} har inget uppdrag", En: "{group} has no terms of reference"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.1", Line: 109, Says: "Gemensamt för de olika grupperna är att det finns uppdrag definierade."},
			{Source: "rapport-2022", Section: "2.2", Line: 209, Says: "Ej uppdaterat."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Forums() {
			terms := g.TermsOfReference
			if terms.Is == model.NotApplicable || !r.Applies(v.Lives(g), v.Vouched(g, "terms_of_reference", &terms.V.Evidence)) {
				continue
			}
			args := text.Args{"group": phrase.Both(v.ShortName(g))}
			switch {
			case terms.Is == model.None:
				r.Violated(rule.FoundAs("none", rule.At(g, "terms_of_reference"), args))
			case terms.V.Text.Is == model.None:
				r.Violated(rule.FoundAs("none", rule.At(g, "terms_of_reference", "text"), args))
			case terms.V.Status.V == "outdated":
				r.Violated(rule.Found(rule.At(g, "terms_of_reference", "status"), args))
			case terms.V.Status.V == "current":
				r.Holds()
			default:
				r.CannotTell()
			}
		}
	},
}
