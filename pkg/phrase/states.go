package phrase

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// undetermined is the status of a record that nothing certain can be said of.
var undetermined = model.Choice{ID: registry.Undetermined, Sv: "går inte att avgöra", En: "cannot tell"}

// States are the statuses that records of a kind can have, those that are
// derived and those that a file says, in the order of a life. Derived ones are
// never written in a file.
func States(k model.Kind) []model.Choice {
	switch k {
	case model.AgreementKind:
		return []model.Choice{
			{ID: registry.Draft, Sv: "utkast", En: "draft"},
			{ID: registry.InConsultation, Sv: "på remiss", En: "out for consultation"},
			{ID: registry.AgreedUpon, Sv: "överenskommen", En: "agreed"},
			{ID: registry.Recommended, Sv: "rekommenderad", En: "recommended"},
			{ID: registry.UnderAdoption, Sv: "under antagande", En: "under adoption"},
			{ID: registry.InForce, Sv: "gällande", En: "in force"},
			{ID: registry.Expired, Sv: "utgången", En: "expired"},
			{ID: registry.ReplacedByOther, Sv: "ersatt", En: "replaced"},
			{ID: registry.EndedAgreement, Sv: "upphörd", En: "ended"},
			{ID: registry.Signed, Sv: "undertecknad", En: "signed"},
		}
	case model.GroupKind:
		return append(slices.Clone(model.Enumeration("group-status")), model.Choice{ID: registry.Closed, Sv: "avvecklad", En: "closed"})
	case model.MeetingKind:
		return model.Enumeration("meeting-status")
	case model.DecisionKind:
		return slices.Concat(
			[]model.Choice{{ID: registry.NotDecided, Sv: "ännu inte beslutat", En: "not decided yet"}},
			model.Enumeration("decision-state"),
			[]model.Choice{{ID: registry.EndedDecision, Sv: "upphört", En: "ended"}, {ID: registry.ReplacedDecision, Sv: "ersatt", En: "replaced"}, undetermined})
	case model.IssueKind:
		return slices.Concat(
			[]model.Choice{{ID: registry.NotRaised, Sv: "ännu inte väckt", En: "not raised yet"}},
			model.Enumeration("issue-state"),
			[]model.Choice{{ID: registry.EndedIssue, Sv: "avslutad", En: "ended"}, {ID: registry.ReplacedIssue, Sv: "ersatt", En: "replaced"}, undetermined})
	case model.PlanKind:
		return []model.Choice{
			{ID: registry.NotInEffect, Sv: "gäller inte än", En: "not in effect yet"},
			{ID: model.Proposed, Sv: "föreslagen", En: "proposed"},
			{ID: model.Decided, Sv: "beslutad", En: "decided"},
			{ID: registry.InEffectPlan, Sv: "gällande", En: "in effect"},
			{ID: registry.EndedPlan, Sv: "avslutad", En: "ended"},
			{ID: registry.ReplacedPlan, Sv: "ersatt", En: "replaced"},
			undetermined,
		}
	}
	return nil
}

// State is the word for a status of a kind, in both languages; the status
// itself where there is none.
func State(k model.Kind, w model.Word) text.Both {
	for _, c := range States(k) {
		if c.ID == w {
			return text.Both{Sv: c.Sv, En: c.En}
		}
	}
	return text.Both{Sv: string(w), En: string(w)}
}
