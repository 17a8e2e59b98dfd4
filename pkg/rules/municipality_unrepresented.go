package rules

import (
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var municipalityUnrepresented = Rule{
	Spec: &rule.Spec{
		ID: "municipality-unrepresented", Number: "R077", Severity: rule.Info, Profile: rule.Strict, Form: rule.InReport,
		Title: text.Both{
			Sv: "Kommuner som inte har någon plats i de forum som räknas visas.",
			En: "Municipalities without a seat in the forums that are counted are shown.",
		},
		Why: text.Both{
			Sv: "Att en kommun inte har någon egen plats är inget fel: andra kan företräda den. Så länge inte alla platser är kända går det heller inte att avgöra, och därför blir det inget fynd. En källas uppgift om hur många kommuner som är företrädda prövas av reported-vs-computed.",
			En: "That a municipality has no seat of its own is nothing wrong: others may represent it. As long as not all seats are known nobody can tell either, and so it gives no finding. What a source says of how many municipalities are represented is tested by reported-vs-computed.",
		},
		Where: text.Both{
			Sv: "Rapporten ”vis report representation” visar vilka kommuner som har egen plats, vilka som inte har det och vem som sitter för deras delregion.",
			En: "The report “vis report representation” shows which municipalities have a seat of their own, which have none and who sits for their subregion.",
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2", Line: 101, Says: "Sammantaget har 21 av 26 kommuner i länet namn i någon av dessa fora/styrgrupper."},
		},
	},
}
