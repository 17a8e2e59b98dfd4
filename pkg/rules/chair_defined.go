package rules

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var chairDefined = Rule{
	Spec: &rule.Spec{
		ID: "chair-defined", Number: "R057", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett aktivt forum har bestämt hur ordförandeskapet fördelas och har en ordförande.",
			En: "An active forum has settled how its chair is held and has a chair.",
		},
		Why: text.Both{
			Sv: "Någon måste kalla till mötena och svara för att frågorna drivs. Regeln läser structure.chair, som ska ange en annan modell än oklar, och forumets ordförandeplatser. Står det mellan vilka organisationer ordförandeskapet fördelas (between) ska var och en av dem ha en ordförandeplats. Att en plats saknas är känt först när gruppens platser är fullständiga (complete.seats). En samrådsgrupp behöver ordförande först när den är etablerad.",
			En: "Somebody must call the meetings and answer for the matters being driven. The rule reads structure.chair, which must give another model than unclear, and the chair seats of the forum. Where it says between which organizations the chair is divided (between), each of them must have a chair seat. That a seat is missing is known only once the seats of the group are complete (complete.seats). A consultation group needs a chair only once it is established.",
		},
		Remedy: text.Both{
			Sv: "Bestäm hur ordförandeskapet fördelas och utse en ordförande. Skriv det i structure.chair och som en plats med rollen chair.",
			En: "Settle how the chair is held and appoint one. Write it in structure.chair and as a seat with the role chair.",
		},
		Messages: map[string]text.Both{
			"":        {Sv: "det är inte bestämt hur ordförandeskapet i {group} fördelas", En: "it is not settled how the chair of {group} is held"},
			"seat":    {Sv: "{group} har ingen ordförandeplats", En: "{group} has no chair seat"},
			"vacant":  {Sv: "{group} har ingen ordförande; platsen är vakant", En: "{group} has no chair; the seat is vacant"},
			"between": {Sv: "ordförandeskapet i {group} delas med {organization}, som inte har någon ordförandeplats", En: "the chair of {group} is divided with {organization}, which has no chair seat"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 191, Says: "Ordförandeskapet är för närvarande något oklar"},
			{Source: "rapport-2022", Section: "7.2", Line: 569, Says: "Samrådsgrupperna är självkonstituerande och utser själva roller"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Forums() {
			chair := g.Structure.V.Chair
			if g.Structure.Is == model.NotApplicable || chair.Is == model.NotApplicable || !r.Applies(v.IsActive(g)) {
				continue
			}
			outcome, found := judgeChair(v, g, chair)
			switch {
			case len(found) > 0:
				r.Violated(found...)
			case outcome == truth.Yes:
				r.Holds()
			default:
				r.CannotTell()
			}
		}
	},
}

func judgeChair(v *registry.View, g *model.Group, chair model.Val[model.ChairRule]) (outcome truth.Value, found []*rule.Finding) {
	args := text.Args{"group": phrase.Both(v.ShortName(g))}
	settled := settledChair(g.Structure.Is, chair)
	if known := v.Vouched(g, "structure.chair", &g.Structure.V.Evidence, &chair.V.Evidence); known != truth.Yes {
		settled = known
	}
	if settled == truth.No {
		found = append(found, rule.Found(rule.At(g, "structure", "chair", "model"), args))
	}
	seated, filled, of := v.ChairSeats(g)
	switch {
	case seated == truth.No:
		found = append(found, rule.FoundAs("seat", rule.AtKey(g, "seats"), args))
	case seated == truth.Yes && filled == truth.No:
		found = append(found, rule.FoundAs("vacant", rule.AtKey(g, "seats"), args))
	}
	outcome = truth.And(settled, filled)
	for i, org := range chair.V.Between.All() {
		if slices.Contains(of, org.Record()) || settled != truth.Yes {
			continue
		}
		outcome = truth.And(outcome, truth.CannotTell)
		if seated == truth.Yes && v.SeatsComplete(g) == truth.Yes {
			args := text.Args{"group": args["group"], "organization": phrase.Both(v.NameOf(org))}
			found = append(found, rule.FoundAs("between", rule.At(g, "structure", "chair", "between", i), args))
		}
	}
	return outcome, found
}

// settledChair tells whether it is settled how the chair of a group is held.
func settledChair(structure model.Answer, chair model.Val[model.ChairRule]) truth.Value {
	switch {
	case structure == model.None || chair.Is == model.None || chair.V.Model.Is == model.None:
		return truth.No
	case chair.V.Model.Given():
		return truth.Of(chair.V.Model.V != "unclear")
	}
	return truth.CannotTell
}
