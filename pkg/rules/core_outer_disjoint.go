package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var coreOuterDisjoint = Rule{
	Spec: &rule.Spec{
		ID: "core-outer-disjoint", Number: "R100", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Den som sitter i processledningens kärna är inte samtidigt nod för en samrådsgrupp.",
			En: "Whoever sits in the core of the process office is not a node of a consultation group at the same time.",
		},
		Why: text.Both{
			Sv: "Noderna är samrådsgruppernas länk till kärnan, och en person som är båda är sin egen länk. Det är inte förbjudet, och därför är det en upplysning. Regeln läser uppdragen i gruppen i process_office.",
			En: "The nodes are the link from the consultation groups to the core, and a person who is both is their own link. It is not forbidden, and so it is only told. The rule reads the memberships of the group in process_office.",
		},
		Remedy: text.Both{
			Sv: "Avsluta det ena uppdraget om det har lämnats. Annars behöver inget göras.",
			En: "End one of the memberships if it has been given up. Otherwise nothing needs to be done.",
		},
		Tune:     text.Both{Sv: "process_office i vis.yaml.", En: "process_office in vis.yaml."},
		Messages: map[string]text.Both{"": {Sv: "{person} sitter i kärnan och är samtidigt nod ({node})", En: "{person} sits in the core and is at the same time a node ({node})"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.2", Line: 485, Says: "ha en inre processledande kärna samt en yttre krets som säkerställer representation av sakområdeskunskap och samrådsgruppsfrågor"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		office, ok := v.Office()
		if !ok {
			return
		}
		nodes := map[model.Ref][]registry.Seating{}
		for _, m := range v.Memberships(office.Ref) {
			if roleOf(v, m) == model.Node && v.Sits(m) != truth.No {
				nodes[m.Representative.Ref] = append(nodes[m.Representative.Ref], m)
			}
		}
		for _, m := range v.Memberships(office.Ref) {
			if roleOf(v, m) != model.CoreRole || !r.Applies(v.Sits(m)) {
				continue
			}
			outcome := truth.Yes
			var found *rule.Finding
			for _, node := range nodes[m.Representative.Ref] {
				sits := v.Sits(node)
				outcome = truth.And(outcome, sits.Not())
				if sits == truth.Yes && found == nil {
					found = rule.Found(membership(node), text.Args{"person": phrase.Name(v, m.Representative.Ref), "node": string(node.Membership.Seat.V)})
					found.Related = []rule.Related{rule.Beside(membership(m), "uppdraget i kärnan", "the membership of the core")}
				}
			}
			r.Judge(outcome, func() *rule.Finding { return found })
		}
	},
}

// roleOf is the role of a membership: that of its seat, else its own.
func roleOf(v *registry.View, m registry.Seating) model.Word {
	if seat, ok := v.SeatOf(m); ok {
		return seat.Role.V
	}
	return m.Membership.Role.V
}
