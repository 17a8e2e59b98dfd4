package rules

import (
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var adoptionProgress = Rule{
	Spec: &rule.Spec{
		ID: "adoption-progress", Number: "R041", Severity: rule.Info, Profile: rule.Strict, Form: rule.InReport,
		Title: text.Both{
			Sv: "För en överenskommelse som håller på att antas visas hur många parter som har antagit den, inte har antagit den och inte är kända.",
			En: "For an agreement under adoption it is shown how many parties have adopted it, have not, and are not known.",
		},
		Why: text.Both{
			Sv: "Att alla inte har antagit en överenskommelse än är inget fel, och därför blir det inget fynd.",
			En: "That not all have adopted an agreement yet is nothing wrong, and so gives no finding.",
		},
		Where: text.Both{
			Sv: "Kommandot ”vis show” visar en överenskommelses läge och hur många parter som har antagit den.",
			En: "The command “vis show” shows the status of an agreement and how many parties have adopted it.",
		},
		Cites: []rule.Cite{
			{Source: "hok-2021", Line: 21, Says: "Under våren 2022 beslutar kommunfullmäktige i samtliga kommuner och regionfullmäktige i Region Stockholm om huvudöverenskommelsen."},
		},
	},
}
