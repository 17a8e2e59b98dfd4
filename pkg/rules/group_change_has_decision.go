package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var groupChangeHasDecision = Rule{
	Spec: &rule.Spec{
		ID: "group-change-has-decision", Number: "R111", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ändrad utformning eller bemanning av en samrådsgrupp eller processledningen hänvisar till ett beslut av behörigt organ.",
			En: "A change of the design or staffing of a consultation group or the process office refers to a decision of the competent body.",
		},
		Why: text.Both{
			Sv: "Förändringar i gruppernas utformning och bemanning är löpande ärenden i Tjänstemannastyrgruppen. Regeln läser decision på det som senast har hänt: att ett uppdrag började eller slutade (bemanning), och att en plats eller ett nytt läge i history började gälla (utformning). Den gäller händelser sedan riktlinjen gav någon behörighet i frågan (matters.staffing och matters.group-design). Beslutet ska vara fattat av den som är behörig i beslutets eget ärendeslag. Att beslutet inte anges räknas som att det saknas; är det unknown går det inte att avgöra. Att en person efterträder en annan på samma plats räknas bara om individual_replacement säger det.",
			En: "Changes of the design and staffing of the groups are current business of the official steering group. The rule reads decision of what happened last: that a membership began or ended (staffing), and that a seat or a new status in history took effect (design). It covers events since the guideline made somebody competent in the matter (matters.staffing and matters.group-design). The decision is to be taken by whoever is competent in its own matter. That no decision is given counts as none; where it is unknown nobody can tell. That one person follows another on the same seat counts only if individual_replacement says so.",
		},
		Remedy: text.Both{
			Sv: "Ange beslutet i decision, eller unknown om det inte har hittats. Finns inget beslut anmäls ändringen till den grupp som är behörig.",
			En: "Give the decision, or unknown if it was not found. If there is none, report the change to the group that is competent.",
		},
		Tune: text.Both{
			Sv: "matters.staffing och matters.group-design i riktlinjen; thresholds.individual_replacement och thresholds.look_back i vis.yaml.",
			En: "matters.staffing and matters.group-design of the guideline; thresholds.individual_replacement and thresholds.look_back in vis.yaml.",
		},
		Messages: map[string]text.Both{
			"":      {Sv: "{person} fick sitt uppdrag i {group} {date} utan beslut", En: "the membership of {person} in {group} began {date} without a decision"},
			"left":  {Sv: "{person} lämnade sitt uppdrag i {group} {date} utan beslut", En: "the membership of {person} in {group} ended {date} without a decision"},
			"seat":  {Sv: "platsen {seat} i {group} började gälla {date} utan beslut", En: "the seat {seat} of {group} took effect {date} without a decision"},
			"gone":  {Sv: "platsen {seat} i {group} togs bort {date} utan beslut", En: "the seat {seat} of {group} was removed {date} without a decision"},
			"state": {Sv: "{group} fick läget ”{status}” {date} utan beslut", En: "{group} got the status “{status}” {date} without a decision"},
			"body":  {Sv: "ändringen i {group} {date} hänvisar till ”{decision}”, som inte är ett beslut av den som är behörig", En: "the change of {group} {date} refers to “{decision}”, which is not a decision of whoever is competent"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "7.2", Line: 571, Says: "Förändringar i en samrådsgrupps utformning och bemanning utgör löpande ärenden i Tjänstemannastyrgruppen."},
			{Source: "rapport-2022", Section: "7.1", Line: 546, Says: "Förändringar i gemensamma sekretariatets utformning och bemanning utgör löpande ärenden i Tjänstemannastyrgruppen."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		if off(v.Thresholds().LookBack) {
			return
		}
		for _, g := range v.Groups {
			if !v.IsSanctioned(g) {
				continue
			}
			group := phrase.Both(v.ShortName(g))
			for i, m := range g.History.All() {
				if m.Status.V != model.Proposed {
					judgeChange(v, r, groupChange{
						Tenure: registry.Tenure{Matter: registry.DesignMatter, From: m.Date, Decision: m.Decision},
						name:   "state", place: rule.At(g, "history", i), args: text.Args{"group": group, "status": phrase.Word("group-status", m.Status.V)},
					})
				}
			}
			for i, s := range g.Seats.All() {
				judgeChange(v, r, groupChange{
					Tenure: registry.Tenure{Matter: registry.DesignMatter, From: s.From, Until: s.Until, Decision: s.Decision},
					name:   "seat", over: "gone", place: rule.At(g, "seats", i), args: text.Args{"group": group, "seat": string(s.ID.V)},
				})
			}
			for _, m := range v.Memberships(g.Ref) {
				if staffing, ok := v.Staffing(m); ok {
					judgeChange(v, r, groupChange{
						Tenure: staffing,
						over:   "left", place: membership(m), args: text.Args{"group": group, "person": phrase.Name(v, m.Representative.Ref)},
					})
				}
			}
		}
	},
}

// groupChange is a change of a group: that something began or, by its last day,
// ended.
type groupChange struct {
	registry.Tenure
	name, over string // variants: without a decision it began, it ended
	place      rule.Place
	args       text.Args
}

// judgeChange judges the last thing that has happened by the view's day.
func judgeChange(v *registry.View, r *rule.Report, c groupChange) {
	s := v.Sanction(c.Tenure)
	if !r.Applies(s.Applies) {
		return
	}
	judgeEvent(v, r, s.Date, s.Decided, func() []*rule.Finding {
		name := c.name
		switch {
		case s.Named:
			name = "body"
			c.place.Path = c.place.Path.At("decision")
			c.args["decision"] = phrase.Both(v.NameOf(c.Decision.V))
		case s.Over:
			name = c.over
		}
		c.args["date"] = s.Date
		f := rule.FoundAs(name, c.place, c.args)
		f.Related = []rule.Related{byGuideline(s.By)}
		return []*rule.Finding{f}
	})
}
