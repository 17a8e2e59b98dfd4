package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var responsibilitySingleOwnerAfter = Rule{
	Spec: &rule.Spec{
		ID: "responsibility-single-owner-after", Number: "R107", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett överlämnat ansvar har exakt en ägare.",
			En: "A responsibility that has been handed over has exactly one owner.",
		},
		Why: text.Both{
			Sv: "Flera grupper kan beröras av en fråga, men en av dem håller i den; de andra samråds. Regeln gäller poster i responsibilities som har lämnats över (transferred), och räknar mottagare med rollen owner som inte bara är föreslagna. En delansvarig grupp (co-owner) är en upplysning, eftersom rapporten talar om gemensamt ägarskap över samrådsgruppsgränser. Är mottagarna unknown, inte angivna eller utan roll går det inte att avgöra.",
			En: "Several groups may be concerned by a matter, but one of them holds it; the others are consulted. The rule covers the entries of responsibilities that have been handed over (transferred), and counts the receivers with the role owner that are not only proposed. A group that shares the responsibility (co-owner) is only told of, since the report speaks of joint ownership across consultation groups. Where the receivers are unknown, not given or without a role, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Låt en av mottagarna ha rollen owner och ge de andra consulted eller co-owner.",
			En: "Let one of the receivers have the role owner and give the others consulted or co-owner.",
		},
		Messages: map[string]text.Both{
			"":       {Sv: "ansvaret ”{what}” är överlämnat men har ingen ägare", En: "the responsibility “{what}” has been handed over but has no owner"},
			"many":   {Sv: "ansvaret ”{what}” har {n} ägare: {owners}", En: "the responsibility “{what}” has {n} owners: {owners}"},
			"shared": {Sv: "{group} delar ansvaret ”{what}” med {owners}", En: "{group} shares the responsibility “{what}” with {owners}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6", Line: 450, Says: "ska överföras till de nya samrådsgrupperna och det gemensamma sekretariatet"},
			{Source: "rapport-2022", Section: "5.4", Line: 430, Says: "gemensamt ägarskap över samrådsgruppsgränser"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Groups {
			for i, resp := range g.Responsibilities.Pointers() {
				if transferred, ok := resp.Transferred.Get(); !ok || resp.To.Is == model.NotApplicable || !r.Applies(transferred.Begun(v.Day)) {
					continue
				}
				judgeOwners(v, r, g, i, resp)
			}
		}
	},
}

func judgeOwners(v *registry.View, r *rule.Report, g *model.Group, index int, resp *model.Responsibility) {
	var owners []model.Ref
	var shared []*rule.Finding
	what := responsibilityName(resp)
	open := resp.To.Open() || resp.To.Is == model.Absent
	for i, to := range resp.To.All() {
		ref, ok := to.Group.Get()
		switch {
		case to.Status.V == model.Proposed:
		case !ok || to.Role.Is == model.Absent || to.Role.Is == model.Unknown:
			open = true
		case to.Role.V == "owner":
			owners = append(owners, ref)
		case to.Role.V == "co-owner":
			f := rule.FoundAs("shared", rule.At(g, "responsibilities", index, "to", i), text.Args{"what": what, "group": phrase.Name(v, ref)})
			f.Severity = rule.Info
			shared = append(shared, f)
		}
	}
	place := rule.At(g, "responsibilities", index, "to")
	switch {
	case len(owners) > 1:
		r.Violated(rule.FoundAs("many", place, text.Args{"what": what, "n": len(owners), "owners": phrase.Names(v, owners)}))
	case open:
		r.CannotTell()
	case len(owners) == 0:
		r.Violated(rule.Found(place, text.Args{"what": what}))
	case len(shared) > 0:
		for _, f := range shared {
			f.Args["owners"] = phrase.Names(v, owners)
		}
		r.Violated(shared...)
	default:
		r.Holds()
	}
}
