package rules

import (
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var establishmentLeastImpactFirst = Rule{
	Spec: &rule.Spec{
		ID: "establishment-least-impact-first", Number: "R092", Severity: rule.Info, Profile: rule.Strict, Form: rule.InReport,
		Title: text.Both{
			Sv: "Samrådsgrupperna etableras i den ordning som påverkar befintliga fora minst, eller så anges ett skäl.",
			En: "The consultation groups are established in the order that affects existing forums least, or a reason is given.",
		},
		Why: text.Both{
			Sv: "Ordningen är en avvägning och inget fel, och därför blir det inget fynd. Den planerade ordningen och skälet står i establishment.order och establishment.reason, och påverkan räknas ur responsibilities på de befintliga forumen.",
			En: "The order is a matter of judgement and nothing wrong, and so gives no finding. The planned order and the reason stand in establishment.order and establishment.reason, and the impact is counted from responsibilities of the existing forums.",
		},
		Where: text.Both{
			Sv: "Rapporten ”vis report establishment” ordnar grupperna efter minst påverkan, bredvid den planerade ordningen.",
			En: "The report “vis report establishment” puts the groups in the order of least impact, beside the planned order.",
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.1", Line: 471, Says: "börja med de samrådsgrupper som innebär minst påverkan på befintliga arbetssätt och fora"},
			{Source: "rapport-2022", Section: "6.1", Line: 479, Says: "börjar med de som har minst komplexa befintliga strukturer och beroenden till befintlig samverkan"},
		},
	},
}
