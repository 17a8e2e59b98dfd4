package registry

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Continuing returns the citations of each fact about a group that changes
// hands and goes on at the view's day, as far as its dates tell: seats and
// memberships without a last day, and what the record says without dates of
// its own of the chair, the secretariat, plans and the like.
func (v *View) Continuing(g *model.Group) []Cited {
	var out []Cited
	dated := func(span model.Span, cites Cited) {
		if span.Until.Is == model.Absent && (span.From.Is != model.Given || span.From.V.Begun(v.Day) != truth.No) {
			out = append(out, cites)
		}
	}
	for _, s := range g.Seats.Pointers() {
		dated(s.Span, Citations(g, &s.Evidence, "seats"))
	}
	for _, s := range v.Memberships(g.Ref) {
		dated(s.Membership.Span, Citations(s.Representative, &s.Membership.Evidence, "memberships"))
	}
	for _, line := range g.ReportsTo.Pointers() {
		if !line.To.Given() {
			continue // that a group reports to nobody does not change hands
		}
		dated(line.Span, Citations(g, &line.Evidence, "reports_to"))
	}
	for i := range g.Communication.Items {
		out = append(out, Citations(g, &g.Communication.Items[i].V.Evidence, "communication"))
	}
	for i := range g.Knowledge.Items {
		out = append(out, Citations(g, &g.Knowledge.Items[i].V.Evidence, "knowledge"))
	}
	told := func(is model.Answer, attr string, entries ...*model.Evidence) {
		if is == model.Given || is == model.None {
			out = append(out, CitationsWithin(g, attr, entries...))
		}
	}
	structure := &g.Structure.V
	told(g.TermsOfReference.Is, "terms_of_reference", &g.TermsOfReference.V.Evidence)
	told(structure.MeetingsPerYear.Is, "structure.meetings_per_year", &structure.Evidence)
	told(structure.Chair.Is, "structure.chair", &structure.Evidence, &structure.Chair.V.Evidence)
	told(g.Secretariat.Is, "secretariat", &g.Secretariat.V.Evidence)
	told(g.Plans.Is, "plans", g.Plans.Why.Evidence())
	told(g.LocalGroups.Is, "local_groups", &g.LocalGroups.V.Evidence)
	return out
}
