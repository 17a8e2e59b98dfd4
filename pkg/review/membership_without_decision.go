package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var membershipWithoutDecision = Rule{
	Twin: "group-change-has-decision",
	Spec: &rule.Spec{
		ID: "membership-without-decision", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Den som ändrar bemanningen av en samrådsgrupp eller processledningen hänvisar till beslutet om den.",
			En: "Whoever changes the staffing of a consultation group or the process office refers to the decision on it.",
		},
		Why: text.Both{
			Sv: "Bemanningen är löpande ärenden i Tjänstemannastyrgruppen, så ett uppdrag som börjar eller slutar har ett beslut att hänvisa till. Regeln gäller uppdrag som läggs till eller tas bort i ändringen, eller vars grupp, plats, dagar eller beslut ändras, och avgör på samma sätt som group-change-has-decision: beslutet ska vara fattat av den som är behörig. Den gäller inte förrän riktlinjen har gjort någon behörig i frågan (matters.staffing), och att en person efterträder en annan på samma plats räknas bara om individual_replacement säger det. Ett fynd av båda reglerna visas en gång i granskningen. Är beslutet unknown går det inte att avgöra.",
			En: "Staffing is current business of the official steering group, so a membership that begins or ends has a decision to refer to. The rule covers memberships that the change adds or removes, or whose group, seat, days or decision it alters, and decides as group-change-has-decision does: the decision is to be taken by whoever is competent. It does not apply until the guideline has made somebody competent in the matter (matters.staffing), and that one person follows another on the same seat counts only if individual_replacement says so. What both rules find is shown once in a review. Where the decision is unknown, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Ange beslutet i decision på uppdraget, eller unknown om det inte har hittats. Finns inget beslut anmäls ändringen till den grupp som är behörig.",
			En: "Give the decision on the membership, or unknown if it was not found. If there is none, report the change to the group that is competent.",
		},
		Tune: text.Both{
			Sv: "matters.staffing i riktlinjen; thresholds.individual_replacement i vis.yaml.",
			En: "matters.staffing of the guideline; thresholds.individual_replacement in vis.yaml.",
		},
		Messages: map[string]text.Both{
			"":     {Sv: "{person} får sitt uppdrag i {group} {date} utan beslut", En: "the membership of {person} in {group} begins {date} without a decision"},
			"left": {Sv: "{person} lämnar sitt uppdrag i {group} {date} utan beslut", En: "the membership of {person} in {group} ends {date} without a decision"},
			"gone": {Sv: "uppdraget för {person} i {group} tas bort utan sista dag och beslut", En: "the membership of {person} in {group} is removed without a last day and a decision"},
			"body": {Sv: "uppdraget för {person} i {group} hänvisar till ”{decision}”, som inte är ett beslut av den som är behörig", En: "the membership of {person} in {group} refers to “{decision}”, which is not a decision of whoever is competent"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "7.2", Line: 571, Says: "Förändringar i en samrådsgrupps utformning och bemanning utgör löpande ärenden i Tjänstemannastyrgruppen."},
			{Source: "rapport-2022", Section: "7.1", Line: 546, Says: "Förändringar i gemensamma sekretariatets utformning och bemanning utgör löpande ärenden i Tjänstemannastyrgruppen."},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			head, ok := c.Head.(*model.Representative)
			if !ok {
				continue
			}
			for i, m := range head.Memberships.Pointers() {
				if g, ok := d.Head.Group(m.Group.V); ok && d.Head.IsSanctioned(g) && restaffed(c, i) {
					judgeStaffing(d, r, registry.Seating{Representative: head, Membership: m, Index: i})
				}
			}
			if base, ok := c.Base.(*model.Representative); ok {
				judgeRemoved(d, r, c, base)
			}
		}
	},
}

// restaffed reports whether a membership of the newer snapshot is new, or its
// group, seat, days or decision are.
func restaffed(c *change.Record, index int) bool {
	if c.How == change.Added {
		return true
	}
	for i := range c.Edits {
		e := &c.Edits[i]
		if topKey(e) != "memberships" || e.What == change.Reordered {
			continue
		}
		at := e.Path()
		if e.Head == nil {
			at = e.Outside()
		}
		switch change.Keys(e.Path()) {
		case "memberships":
			if e.Head != nil && (len(e.Head) == 1 || e.Head[1].Index == index) {
				return true
			}
		case "memberships.group", "memberships.seat", "memberships.from", "memberships.until", "memberships.decision":
			if len(at) > 1 && at[1].Index == index {
				return true
			}
		}
	}
	return false
}

func judgeStaffing(d *change.Diff, r *rule.Report, m registry.Seating) {
	tenure, ok := d.Head.Staffing(m)
	if !ok {
		return
	}
	s := d.Head.Sanction(tenure)
	if !r.Applies(s.Applies) {
		return
	}
	r.Judge(s.Decided, func() *rule.Finding {
		variant, place := "", rule.At(m.Representative, "memberships", m.Index)
		args := text.Args{"person": nameOf(d, m.Representative), "group": shortName(d.Head, m.Membership.Group.V), "date": s.Date}
		switch {
		case s.Named:
			variant, args["decision"] = "body", phrase.Name(d.Head, tenure.Decision.V)
			place.Path = place.Path.At("decision")
		case s.Over:
			variant = "left"
		}
		f := rule.FoundAs(variant, place, args)
		guideline := rule.AtPath(s.By.Guideline, s.By.Path)
		f.Related = []rule.Related{rule.Beside(guideline, "riktlinjen anger detta", "the guideline says so")}
		return f
	})
}

// judgeRemoved judges the memberships that a change removes while they may last.
// Those that had ended are history, which has a rule of its own.
func judgeRemoved(d *change.Diff, r *rule.Report, c *change.Record, base *model.Representative) {
	head, ok := c.Head.(*model.Representative)
	if !ok {
		return // the whole record is gone, which another rule tells
	}
	for i := range c.Edits {
		e := &c.Edits[i]
		if topKey(e) != "memberships" || e.What != change.Went && e.What != change.Altered {
			continue
		}
		out, _ := entries[model.Membership](e)
		for _, m := range out {
			g, ok := d.Base.Group(m.Group.V)
			sits := d.Base.Sits(registry.Seating{Representative: base, Membership: m})
			if !ok || !d.Base.IsSanctioned(g) || sits == truth.No {
				continue
			}
			by := d.Head.Matter(registry.StaffingMatter)
			if by.Governs == truth.Yes && !by.Decided || !r.Applies(by.Governs) {
				continue
			}
			r.Violated(rule.FoundAs("gone", where(c, e), text.Args{
				"person": nameOf(d, head), "group": shortName(d.Base, g.Ref),
			}, m.Group.V.ID, m.From.V.Canonical()))
		}
	}
}
