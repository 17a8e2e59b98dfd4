package rules

import (
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var closableGroupHint = Rule{
	Spec: &rule.Spec{
		ID: "closable-group-hint", Number: "R106", Severity: rule.Info, Profile: rule.Strict, Form: rule.InReport,
		Title: text.Both{
			Sv: "Forum som bara saknar ett beslut för att kunna avvecklas visas som avvecklingsbara.",
			En: "Forums that lack only a decision to close are shown as ready to close.",
		},
		Why: text.Both{
			Sv: "Att ett forum kan avvecklas är en upplysning till den som beslutar och inget fel, och därför blir det inget fynd. Villkoren är de som group-closure-coverage prövar när forumet har avvecklats.",
			En: "That a forum can be closed is for whoever decides to know and nothing wrong, and so gives no finding. The conditions are those that group-closure-coverage tests once the forum has closed.",
		},
		Where: text.Both{
			Sv: "Rapporten ”vis report establishment” visar varje forum, vad som hindrar att det avvecklas och vilka som är avvecklingsbara.",
			En: "The report “vis report establishment” shows each forum, what keeps it from closing and which are ready to close.",
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.1", Line: 481, Says: "Inga befintliga fora ska avvecklas förrän det verkligen säkerställts att aktuella ansvarsområden och frågeställningar verkligen är omhändertagna."},
		},
	},
}
