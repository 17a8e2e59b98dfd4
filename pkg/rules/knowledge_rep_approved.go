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

var knowledgeRepApproved = Rule{
	Spec: &rule.Spec{
		ID: "knowledge-rep-approved", Number: "R083", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Kommunala representanter i kunskapsstyrningen är godkända av behörigt organ senast när de börjar.",
			En: "Municipal representatives in knowledge governance are approved by the competent body no later than they begin.",
		},
		Why: text.Both{
			Sv: "Styrgruppen för RSS godkänner kommunala representanter till NPO, NAG, RPO och RAG. Regionens representanter berörs inte. Vem som är behörig står i riktlinjens matters (knowledge-representative); är det bara iakttaget blir fyndet en varning. Ett godkännande av en annan grupp räknas bara om det vilar på ett beslut av den som är behörig. Ett godkännande i efterhand är en varning. Saknas uppgiften räknas det som att godkännande saknas.",
			En: "The steering group for RSS approves municipal representatives to NPO, NAG, RPO and RAG. The region's are exempt. Who is competent stands in matters of the guideline (knowledge-representative); where it is only observed the finding is a warning. An approval by another group counts only where it rests on a decision of whoever is competent. An approval after the fact is a warning. Where nothing is recorded it counts as no approval.",
		},
		Remedy: text.Both{Sv: "Ange approved_by med den behöriga gruppen och dagen. Har uppdraget inte godkänts, låt den som är behörig göra det; skriv approved_by: unknown om godkännandet inte har hittats.", En: "Give approved_by with the competent group and the day. Where the membership was not approved, let whoever is competent do so; write approved_by: unknown if the approval was not found."},
		Tune:   text.Both{Sv: "matters.knowledge-representative i riktlinjen.", En: "matters.knowledge-representative of the guideline."},
		Messages: map[string]text.Both{
			"":     {Sv: "uppdraget i {group} är inte godkänt", En: "the membership of {group} is not approved"},
			"body": {Sv: "uppdraget i {group} är godkänt av {by}, som inte är behörig", En: "the membership of {group} was approved by {by}, which is not competent"},
			"late": {Sv: "uppdraget i {group} började {from} men godkändes {approved}", En: "the membership of {group} began {from} but was approved {approved}"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2.2", Line: 247, Says: "Styrgruppen godkänner kommunala representanter till NPO, NAG, RPO och RAG."}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.Matter(registry.KnowledgeMatter)
		if p.Governs == truth.No {
			return
		}
		members, needs := v.KnowledgeMembers()
		for i, m := range members {
			if truth.And(p.Governs, needs[i]) != truth.Yes {
				r.CannotTell()
				continue
			}
			judgeApproval(v, r, m, p)
		}
	},
}

func judgeApproval(v *registry.View, r *rule.Report, m registry.Seating, p registry.Parameter[model.Matter]) {
	approval := m.Membership.ApprovedBy
	args := text.Args{"group": phrase.Name(v, m.Membership.Group.V), "from": m.Membership.From.V, "approved": approval.V.Date.V}
	switch {
	case approval.Is == model.Unknown:
		r.CannotTell()
		return
	case approval.Is != model.Given:
		f := rule.Found(membership(m), args)
		f.Severity = weight(p, rule.Error)
		r.Violated(f)
		return
	case !approval.V.Date.Given() || !m.Membership.From.Given():
		r.CannotTell()
		return
	}
	competent := v.CompetentlyApproved(approval.V)
	if competent == truth.No {
		args["by"] = phrase.Name(v, approval.V.Group.V)
		f := rule.FoundAs("body", membership(m, "approved_by"), args)
		f.Severity, f.Related = weight(p, rule.Error), []rule.Related{byGuideline(p)}
		r.Violated(f)
		return
	}
	r.Judge(truth.And(competent, edtf.NotAfter(approval.V.Date.V, m.Membership.From.V)), func() *rule.Finding {
		f := rule.FoundAs("late", membership(m, "approved_by"), args)
		f.Severity = rule.Warning
		return f
	})
}
