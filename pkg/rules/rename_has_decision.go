package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var renameHasDecision = Rule{
	Spec: &rule.Spec{
		ID: "rename-has-decision", Number: "R019", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En grupps nya namn som används hänvisar till ett fattat beslut.",
			En: "A new name of a group that is in use refers to a decision that was taken.",
		},
		Why: text.Both{
			Sv: "Gruppers namn beslutas; juridiska personers namn kan följa av lag och berörs inte. Det första namnet behöver inget beslut. Ett namn vars beslut bara är föreslaget används inte. decision: unknown betyder att namnet används men att beslutet inte har hittats, och då går det inte att avgöra.",
			En: "Names of groups are decided; names of legal persons may follow from law and are exempt. The first name needs no decision. A name whose decision is only proposed is not in use. decision: unknown means that the name is in use and the decision was not found, and then nobody can tell.",
		},
		Remedy:   text.Both{Sv: "Ange beslutet i decision, eller decision: unknown om namnet används och beslutet inte har hittats.", En: "Give the decision, or decision: unknown if the name is in use and the decision was not found."},
		Messages: map[string]text.Both{"": {Sv: "namnet ”{name}” används utan beslut", En: "the name “{name}” is in use without a decision"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "7.1", Line: 524, Says: "föreslår att det gemensamma sekretariatet byter namn till VIS processledning"},
			{Source: "rapport-2022", Section: "7.5", Line: 589, Says: "Vi föreslår följande namnsättning"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Groups {
			for _, n := range v.NamesAt(g) {
				if n.Index == 0 || n.InForce == truth.No {
					continue
				}
				switch n.Decision.Is {
				case model.Given, model.NotApplicable:
					r.Judge(n.InForce, nil)
				case model.Unknown:
					r.CannotTell()
				default:
					if n.InForce == truth.CannotTell {
						r.CannotTell()
						continue
					}
					r.Violated(rule.Found(rule.At(g, "names", n.Index, "name"), text.Args{"name": phrase.Both(n.Name.Name.V)}))
				}
			}
		}
	},
}
