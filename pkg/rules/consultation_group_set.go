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

var consultationGroupSet = Rule{
	Spec: &rule.Spec{
		ID: "consultation-group-set", Number: "R084", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Samrådsgrupperna är de som riktlinjen anger och de som har beslutats därutöver.",
			En: "The consultation groups are those of the guideline and those decided beyond it.",
		},
		Why: text.Both{
			Sv: "Riktlinjen anger vilka samrådsgrupper som ska finnas (consultation_groups). En grupp som inte står där får vara föreslagen, men för att vara mer än så behöver den ett beslut i sin history. decision: unknown betyder att gruppen är i bruk och att beslutet inte har hittats, och då går det inte att avgöra. Att beslutet inte anges alls räknas som att det saknas. Regeln gäller de dagar då en riktlinje är i kraft.",
			En: "The guideline says which consultation groups there are to be (consultation_groups). A group that is not there may be proposed, but to be more than that it needs a decision in its history. decision: unknown means that the group is in use and the decision was not found, and then nobody can tell. That no decision is given at all counts as none. The rule goes for the days on which a guideline is in force.",
		},
		Remedy: text.Both{
			Sv: "Ange beslutet i gruppens history, eller decision: unknown om gruppen är i bruk och beslutet inte har hittats.",
			En: "Give the decision in the group's history, or decision: unknown if the group is in use and the decision was not found.",
		},
		Tune: text.Both{Sv: "consultation_groups i riktlinjen.", En: "consultation_groups of the guideline."},
		Messages: map[string]text.Both{
			"":     {Sv: "{group} är {status} utan beslut och står inte bland riktlinjens samrådsgrupper", En: "{group} is {status} without a decision and is not among the consultation groups of the guideline"},
			"type": {Sv: "riktlinjen anger {group} som samrådsgrupp, men gruppen är registrerad som {type}", En: "the guideline names {group} as a consultation group, but it is recorded as {type}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3", Line: 275, Says: "Enligt HÖKs riktlinje ska följande samrådsgrupper etableras"},
			{Source: "rapport-2022", Section: "3", Line: 282, Says: "ett tilläggsuppdrag att utreda förutsättningar av eventuellt en samrådsgrupp inom funktionshinderområdet"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.ConsultationGroups()
		if p.Governs == truth.No {
			return
		}
		for i, ref := range p.Value {
			g, ok := v.Group(ref)
			if !ok {
				r.CannotTell()
				continue
			}
			if g.Type.Is == model.Unknown {
				r.CannotTell()
				continue
			}
			r.Judge(truth.Of(g.Type.V == model.ConsultationGroup), func() *rule.Finding {
				f := rule.FoundAs("type", rule.AtPath(p.Guideline, p.Path.At(i)), text.Args{"group": phrase.Both(v.ShortName(g)), "type": phrase.Word("group-type", g.Type.V)})
				f.Severity, f.Remedy = weight(p, rule.Error), ofType
				f.Related = []rule.Related{rule.Beside(rule.At(g, "type"), "gruppens slag", "the type of the group")}
				return f
			})
		}
		for _, g := range v.ConsultationGroupRecords() {
			if slices.Contains(p.Value, g.Ref) || v.HasEnded(g) == truth.Yes || !r.Applies(p.Governs) {
				continue
			}
			index, decided := decidedInHistory(v, g)
			status := v.GroupStatus(g)
			r.Judge(truth.Or(status.Is(model.Proposed), decided), func() *rule.Finding {
				place := rule.At(g, "history")
				if index >= 0 {
					place = rule.At(g, "history", index)
				}
				f := rule.Found(place, text.Args{"group": phrase.Both(v.ShortName(g)), "status": phrase.Word("group-status", status.State)})
				f.Severity = weight(p, rule.Error)
				f.Related = []rule.Related{byGuideline(p)}
				return f
			})
		}
	},
}

// ofType is what to do about a group of the guideline that is of another type.
var ofType = text.Both{
	Sv: "Ange type: consultation på gruppen. Är den ingen samrådsgrupp, ta bort den ur riktlinjens consultation_groups genom ett beslut.",
	En: "Give type: consultation on the group. Where it is no consultation group, take it off consultation_groups of the guideline by a decision.",
}

// decidedInHistory tells whether a decision has made a group more than proposed
// by the view's day. index is the last entry of its history that lacks one; -1
// where there is none.
func decidedInHistory(v *registry.View, g *model.Group) (index int, decided truth.Value) {
	index, decided = -1, truth.No
	for i, m := range g.History.Pointers() {
		if m.Status.V == model.Proposed {
			continue
		}
		reached := v.HasReached(g, m)
		if reached == truth.No {
			continue
		}
		switch m.Decision.Is {
		case model.Given:
			decided = truth.Or(decided, reached)
		case model.Unknown:
			decided = truth.Or(decided, truth.CannotTell)
		default:
			index = i
		}
	}
	return index, decided
}
