package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var groupClosureDecision = Rule{
	Spec: &rule.Spec{
		ID: "group-closure-decision", Number: "R104", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett avvecklat forum hänvisar till ett beslut som är fattat tidigast samma dag som den sista överlämningen.",
			En: "A closed forum refers to a decision taken no earlier than the day of the last handover.",
		},
		Why: text.Both{
			Sv: "Befintliga forum fortsätter tills något annat har beslutats, och beslutet förutsätter att ansvaret är omhändertaget. Regeln läser ended.decision och jämför beslutets dag med transferred i responsibilities. Att beslutet inte anges räknas som att det saknas; unknown betyder att det inte har hittats, och då går det inte att avgöra. Vem som är behörig prövas av decision-body-competent.",
			En: "Existing forums go on until something else is decided, and the decision takes for granted that the responsibilities are taken care of. The rule reads ended.decision and compares the day of the decision with transferred in responsibilities. That no decision is given counts as none; unknown means that it was not found, and then nobody can tell. Who is competent is for decision-body-competent.",
		},
		Remedy: text.Both{
			Sv: "Ange beslutet i ended.decision, eller unknown om det inte har hittats.",
			En: "Give the decision in ended.decision, or unknown if it was not found.",
		},
		Messages: map[string]text.Both{
			"":      {Sv: "{group} har avvecklats utan beslut", En: "{group} has closed without a decision"},
			"early": {Sv: "beslutet att avveckla {group} fattades {date}, före den sista överlämningen {transferred}", En: "the decision to close {group} was taken {date}, before the last handover {transferred}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.1", Line: 481, Says: "Befintliga samverkansgrupper fortsätter därför sin aktivitet som vanligt tills beslut om något annat tagits."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Forums() {
			if g.Ended.Is == model.Absent || g.Ended.V.Decision.Is == model.NotApplicable || !r.Applies(v.HasEnded(g)) {
				continue
			}
			args := text.Args{"group": phrase.Both(v.ShortName(g))}
			ref, ok := g.Ended.V.Decision.Get()
			switch {
			case g.Ended.V.Decision.Is == model.Unknown:
				r.CannotTell()
				continue
			case !ok:
				r.Violated(rule.Found(rule.AtKey(g, "ended"), args))
				continue
			}
			judgeClosing(v, r, g, ref, args)
		}
	},
}

// ofHaste is what to do about a closure decided before the last handover.
var ofHaste = text.Both{
	Sv: "Kontrollera båda dagarna mot källan. Stämmer de, ange i ended.decision det beslut som togs när ansvaret var överlämnat.",
	En: "Check both days against the source. If they are right, give in ended.decision the decision taken once the responsibility had been handed over.",
}

// judgeClosing compares the day of the decision to close a forum with those on
// which its responsibilities were handed over.
func judgeClosing(v *registry.View, r *rule.Report, g *model.Group, ref model.Ref, args text.Args) {
	d, ok := v.Decision(ref)
	if !ok || !d.Date.Given() {
		r.CannotTell()
		return
	}
	outcome := truth.Yes
	var found *rule.Finding
	var last edtf.Date
	for i, resp := range g.Responsibilities.All() {
		transferred, ok := resp.Transferred.Get()
		if !ok {
			continue
		}
		after := edtf.NotAfter(transferred, d.Date.V)
		outcome = truth.And(outcome, after)
		if after == truth.No && (last.IsZero() || edtf.Order(last, transferred) < 0) {
			last = transferred
			found = rule.FoundAs("early", rule.At(g, "ended", "decision"), text.Args{"group": args["group"], "date": d.Date.V, "transferred": transferred})
			found.Remedy = ofHaste
			found.Related = []rule.Related{
				rule.Beside(rule.At(g, "responsibilities", i, "transferred"), "den sista överlämningen", "the last handover"),
				rule.Beside(rule.At(d, "date"), "beslutets dag", "the day of the decision"),
			}
		}
	}
	r.Judge(outcome, func() *rule.Finding { return found })
}
