package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// The derived statuses of a decision. The others are those that its file says:
// proposed, decided, rejected, tabled and referred back (model.md, "decision").
// That a decision was carried out is no status of its own: what it brought
// about names it, and has its own.
const (
	NotDecided       model.Word = "not-decided"
	EndedDecision    model.Word = "ended"
	ReplacedDecision model.Word = "replaced"
)

// DecisionStatus derives the status of a decision at the view's day. Before the
// day that it was taken it was proposed from the first step of the matter that
// the file has (`chain`), and before that not decided. A proposal whose fate is
// not known stays proposed (rule-decisions.md, "Settled where two pages
// disagreed"). Where nothing tells when the proposal was made, whether it had
// been cannot be told.
func (v *View) DecisionStatus(d *model.Decision) Status {
	st := Status{State: NotDecided}
	state, known := d.State.Get()
	v.proposal(d, &st)
	switch {
	case !known:
		st.State, st.Since, st.Possible = Undetermined, edtf.Date{}, nil
		st.doubt(NotDecided, model.Proposed, model.Decided)
		st.support(truth.CannotTell, fact(d.Ref, "", FactStateUnknown, edtf.Date{}, "state"))
	case state != model.Proposed:
		v.taken(d, state, &st)
	case st.State == model.Proposed && d.Outcome.Is == model.Unknown:
		st.support(truth.Yes, fact(d.Ref, "", FactOutcomeUnknown, edtf.Date{}, "outcome"))
	}
	v.due(d, &st)
	v.end(d, &st, EndedDecision, ReplacedDecision)
	return st
}

// proposal takes in when a decision was proposed: at each step of the matter
// before it was taken. Without steps a proposal was made on its own day, else on
// or before the date of its newest source; of what was later taken nothing tells.
func (v *View) proposal(d *model.Decision, st *Status) {
	stages := 0
	for i, s := range d.Chain.All() {
		if last := i == len(d.Chain.Items)-1; d.State.V != model.Proposed && last && s.Body.V == d.Body.V && s.Date.V.Canonical() == d.Date.V.Canonical() {
			continue // the step at which it was taken
		}
		r := fact(d.Ref, model.Proposed, FactStage, s.Date.V, "chain", i)
		r.Words = s.Step.V
		if body, ok := s.Body.Get(); ok {
			r.By = []model.Ref{body}
		}
		stages++
		when := v.happened(s.Date, Citations(d, &s.Evidence, "chain"))
		if when == truth.No && st.State == NotDecided {
			st.support(truth.No, r)
			continue
		}
		st.reach(when, r)
	}
	if stages > 0 || d.Chain.Open() {
		return
	}
	if d.State.V != model.Proposed {
		st.doubt(model.Proposed)
		return
	}
	r := fact(d.Ref, model.Proposed, FactProposal, d.Date.V, "state")
	if by, ok := d.ProposedBy.Get(); ok {
		r.By = []model.Ref{by}
	}
	cites := Citations(d, nil, "state")
	if !d.Date.Given() {
		r.Date, _ = v.firstDay(model.Val[edtf.Date]{}, cites)
	}
	st.reach(v.happened(model.Val[edtf.Date]{Is: d.Date.Is, V: d.Date.V}, cites), r)
}

// taken takes in that a decision was taken: decided, rejected, tabled or
// referred back. On which day nobody can tell where the file has none, and then
// not whether it was by the view's day either (see Decided).
func (v *View) taken(d *model.Decision, state model.Word, st *Status) {
	r := fact(d.Ref, state, FactTaken, d.Date.V, "date")
	if body, ok := d.Body.Get(); ok {
		r.By = []model.Ref{body}
	}
	if !d.Date.Given() {
		before := st.State
		st.State, st.Since = Undetermined, edtf.Date{}
		st.doubt(before, model.Proposed, state)
		r.Fact = FactDayUnknown
		st.support(truth.CannotTell, r)
		return
	}
	when := d.Date.V.Begun(v.Day)
	if when == truth.No {
		st.support(truth.No, r)
		return
	}
	st.reach(when, r)
}

// due takes in when a decision that is not yet taken is to be, where a source of
// the view's day or earlier says so.
func (v *View) due(d *model.Decision, st *Status) {
	deadline, ok := d.Deadline.Get()
	if !ok || !slices.Contains([]model.Word{NotDecided, model.Proposed}, st.State) {
		return
	}
	day := deadline.Date.V
	if deadline.In.Given() {
		day = deadline.In.V
	}
	if day.IsZero() || !v.toldBy(Citations(d, &deadline.Evidence, "deadline")) {
		return
	}
	r := fact(d.Ref, "", FactDue, day, "deadline")
	if v.onlyProposedBy(deadline.Decision) {
		r.Fact = FactDueProposed
	}
	if group, ok := deadline.FirstMeetingOf.Get(); ok {
		r.By = []model.Ref{group}
	}
	st.support(truth.Yes, r)
}
