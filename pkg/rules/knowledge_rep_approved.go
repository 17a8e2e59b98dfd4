package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var knowledgeRepApproved = Rule{
	Spec: &rule.Spec{
		ID: "knowledge-rep-approved", Number: "R083", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Kommunala representanter i kunskapsstyrningen är godkända av behörigt organ senast när de börjar.",
			En: "Municipal representatives in knowledge governance are approved by the competent body no later than they begin.",
		},
		Why: text.Both{
			Sv: "Styrgruppen för RSS godkänner kommunala representanter till NPO, NAG, RPO och RAG. Regionens representanter berörs inte. Vem som är behörig står i riktlinjens matters (knowledge-representative); är det bara iakttaget blir fyndet en varning. Ett godkännande i efterhand är en varning. Saknas uppgiften räknas det som att godkännande saknas.",
			En: "The steering group for RSS approves municipal representatives to NPO, NAG, RPO and RAG. The region's are exempt. Who is competent stands in matters of the guideline (knowledge-representative); where it is only observed the finding is a warning. An approval after the fact is a warning. Where nothing is recorded it counts as no approval.",
		},
		Remedy: text.Both{Sv: "Ange approved_by med grupp och dag, eller approved_by: unknown om det inte har hittats.", En: "Give approved_by with group and day, or approved_by: unknown if it was not found."},
		Tune:   text.Both{Sv: "matters.knowledge-representative i riktlinjen.", En: "matters.knowledge-representative of the guideline."},
		Messages: map[string]text.Both{
			"":     {Sv: "uppdraget i {group} är inte godkänt", En: "the membership of {group} is not approved"},
			"late": {Sv: "uppdraget i {group} började {from} men godkändes {approved}", En: "the membership of {group} began {from} but was approved {approved}"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2.2", Line: 247, Says: "Styrgruppen godkänner kommunala representanter till NPO, NAG, RPO och RAG."}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.Matter("knowledge-representative")
		if p.Governs == truth.No {
			return
		}
		for _, g := range v.Groups {
			if g.Type.V != "knowledge" {
				continue
			}
			for _, m := range v.Memberships(g.Ref) {
				if v.Sits(m) == truth.No || v.SideOfMembership(m) == model.Region {
					continue
				}
				if p.Governs != truth.Yes || v.SideOfMembership(m) == "" || v.Sits(m) != truth.Yes {
					r.CannotTell()
					continue
				}
				judgeApproval(r, m, weight(p, rule.Error))
			}
		}
	},
}

func judgeApproval(r *rule.Report, m registry.Seating, severity rule.Severity) {
	approval := m.Membership.ApprovedBy
	args := text.Args{"group": m.Membership.Group.V.ID, "from": m.Membership.From.V, "approved": approval.V.Date.V}
	switch {
	case approval.Is == model.Unknown:
		r.CannotTell()
	case approval.Is != model.Given:
		f := finding(membership(m), args)
		f.Severity = severity
		r.Violated(f)
	case !approval.V.Date.Given() || !m.Membership.From.Given():
		r.CannotTell()
	default:
		r.Judge(edtf.NotAfter(approval.V.Date.V, m.Membership.From.V), func() *rule.Finding {
			f := variant("late", membership(m, "approved_by"), args)
			f.Severity = rule.Warning
			return f
		})
	}
}
