package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var decisionStateComplete = Rule{
	Spec: &rule.Spec{
		ID: "decision-state-complete", Number: "R116", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett beslut anger organ och dag, och ett förslag anger förslagsställare och tänkt beslutsorgan.",
			En: "A decision gives its body and day, and a proposal gives who proposes and who is to decide.",
		},
		Why: text.Both{
			Sv: "Ett beslut utan organ och dag går inte att åberopa, och ett förslag som ingen kan besluta om blir liggande. Det som är beslutat, avslaget, bordlagt eller återremitterat ska ange body och date. Det som är föreslaget ska ange proposed_by och body. Den som har frågat utan att få svar skriver unknown, och det räcker. Är förslagets öde inte känt är state fortfarande proposed, med outcome: unknown. Är state unknown går det inte att avgöra.",
			En: "A decision without a body and a day cannot be relied on, and a proposal that nobody can decide is left lying. What is decided, rejected, tabled or referred back gives body and date. What is proposed gives proposed_by and body. Whoever has asked without an answer writes unknown, and that is enough. Where the fate of a proposal is not known, state is still proposed, with outcome: unknown. Where state is unknown, nobody can tell.",
		},
		Remedy:   text.Both{Sv: "Ange uppgifterna, eller unknown för det som ingen källa säger.", En: "Give what is missing, or unknown for what no source says."},
		Messages: map[string]text.Both{"": {Sv: "läget är {state}, men {fields} saknas", En: "the state is {state}, but {fields} is missing"}},
		Cites: []rule.Cite{
			{Source: "orebro-2010", Section: "Förslag till beslut", Line: 19, Says: "Landstingsrådsberedningen föreslår landstingsstyrelsen besluta"},
			{Source: "rapport-2022", Section: "7.1", Line: 524, Says: "Projektgruppen föreslår att det gemensamma sekretariatet byter namn till VIS processledning."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, d := range v.Decisions {
			body, date, by := part{"body", d.Body.Is}, part{"date", d.Date.Is}, part{"proposed_by", d.ProposedBy.Is}
			switch state, known := d.State.Get(); {
			case !known:
				r.CannotTell()
			case state == model.Proposed:
				judgeDecisionParts(r, d, by, body)
			default:
				judgeDecisionParts(r, d, body, date)
			}
		}
	},
}

// judgeDecisionParts judges whether a decision answers what its state asks for.
func judgeDecisionParts(r *rule.Report, d *model.Decision, parts ...part) {
	missing, _ := lacking(parts...)
	if len(missing) == 0 {
		r.Holds()
		return
	}
	place := rule.At(d)
	for _, p := range parts {
		if len(missing) == 1 && p.key == missing[0] && p.is == model.None {
			place = rule.At(d, p.key)
		}
	}
	r.Violated(rule.Found(place, text.Args{"state": phrase.Word("decision-state", d.State.V), "fields": missing}))
}
