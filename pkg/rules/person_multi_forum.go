package rules

import (
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var personMultiForum = Rule{
	Spec: &rule.Spec{
		ID: "person-multi-forum", Number: "R078", Severity: rule.Info, Profile: rule.Strict, Form: rule.InReport,
		Title: text.Both{
			Sv: "Personer som sitter i flera av de forum som räknas visas.",
			En: "People who sit in several of the forums that are counted are shown.",
		},
		Why: text.Both{
			Sv: "Att en person sitter i flera forum är inget fel, utan säger något om hur sårbar samverkan är och hur den hänger ihop. Därför blir det inget fynd. En källas uppgift om hur många det gäller prövas av reported-vs-computed.",
			En: "That a person sits in several forums is nothing wrong; it says something of how vulnerable the cooperation is, and how it holds together. So it gives no finding. What a source says of how many they are is tested by reported-vs-computed.",
		},
		Where: text.Both{
			Sv: "Rapporten ”vis report representation” visar alla som sitter i flera fora. Kommandot ”vis who” visar vilka uppdrag en person har.",
			En: "The report “vis report representation” shows all who sit in several forums. The command “vis who” shows which memberships a person has.",
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2", Line: 101, Says: "Sex personer sitter i flera av dessa totalt åtta fora."},
		},
	},
}
