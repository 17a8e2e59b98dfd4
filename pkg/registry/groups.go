package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Closed is the derived status of a group that has ended. It is never written.
const Closed model.Word = "closed"

// Reason is a fact that a derived status rests on.
type Reason struct {
	Path model.Path // in the record itself
	Date edtf.Date  // the date that counted; zero where there is none
}

// Status is a derived status: what is so for certain, and what may be so
// instead since a date or a decision is not exact enough.
type Status struct {
	State    model.Word
	Since    edtf.Date // zero where it is not known
	Possible []model.Word
	Reasons  []Reason
}

// GroupStatus derives the status of a group at the view's day: closed once it
// has ended; else the last history entry in effect; else proposed if its
// decision is only proposed, else active.
func (v *View) GroupStatus(g *model.Group) Status {
	var st Status
	if ended, ok := g.Ended.Get(); ok {
		switch v.HasEnded(g) {
		case truth.Yes:
			return Status{State: Closed, Since: ended.Date.V, Reasons: []Reason{{model.Path{}.At("ended"), ended.Date.V}}}
		case truth.CannotTell:
			st.Possible = append(st.Possible, Closed)
		}
	}
	entries := 0
	for i, m := range g.History.All() {
		entries++
		switch v.Reached(m) {
		case truth.Yes:
			st.State, st.Since = m.Status.V, m.Date.V
			st.Reasons = append(st.Reasons, Reason{model.Path{}.At("history", i), m.Date.V})
		case truth.CannotTell:
			st.Possible = append(st.Possible, m.Status.V)
			st.Reasons = append(st.Reasons, Reason{model.Path{}.At("history", i), m.Date.V})
		}
	}
	if st.State == "" {
		st.State = model.Active
		if entries > 0 {
			st.State = model.Proposed
		}
	}
	return st
}

// Reached tells whether a group had reached a history entry's status by the
// view's day. An entry with only a due date, or whose decision is only
// proposed, has not been reached.
func (v *View) Reached(m model.Milestone) truth.Value {
	if m.Date.Is == model.Absent {
		if m.Due.Is != model.Absent {
			return truth.No
		}
		if ref, ok := m.Decision.Get(); ok {
			return v.Decided(ref)
		}
		return truth.CannotTell
	}
	return truth.And(v.InEffect(m.Decision, m.Date), truth.Of(true))
}

// Lives tells whether a group exists at the view's day: from its first history
// entry that is establishing, established or active until `ended`; without
// such history, always.
func (v *View) Lives(g *model.Group) truth.Value {
	begun, any := truth.No, false
	for _, m := range g.History.All() {
		switch m.Status.V {
		case model.Establishing, model.Established, model.Active:
			any = true
			begun = truth.Or(begun, v.Reached(m))
		case model.Proposed, model.Planned:
			any = true
		}
	}
	if !any {
		begun = truth.Yes
	}
	return truth.And(begun, v.HasEnded(g).Not())
}

// IsForum reports whether a group is one of the forums of the rules: the
// steering groups, the consultation groups and the joint and municipal forums.
func IsForum(g *model.Group) bool {
	switch g.Type.V {
	case model.PoliticalSteering, model.OfficialSteering, model.ConsultationGroup, model.JointForum, model.MunicipalForum:
		return true
	}
	return false
}

// InScope returns the groups that a scope of the vocabulary counts, each with
// how certain it is that it exists at the view's day. Groups that do not are
// left out. Without a scope it returns the forums.
func (v *View) InScope(scope model.Term) []GroupAt {
	var out []GroupAt
	for _, g := range v.Groups {
		in := scope == "" && IsForum(g)
		for _, s := range g.Scope.All() {
			in = in || s == scope
		}
		if !in {
			continue
		}
		if lives := v.Lives(g); lives != truth.No {
			out = append(out, GroupAt{g, lives})
		}
	}
	return out
}

// GroupAt is a group and how certain it is that it exists.
type GroupAt struct {
	Group *model.Group
	Lives truth.Value
}

// HasPlans reports whether any plan is recorded for a group.
func (r *Registry) HasPlans(g *model.Group) bool {
	for _, p := range r.Plans {
		if p.Owner.V == g.Ref {
			return true
		}
	}
	return false
}

// HasAgreements reports whether any agreement is recorded that a group is
// responsible for or rests on.
func (r *Registry) HasAgreements(g *model.Group) bool {
	if len(g.BasedOn.Items) > 0 {
		return true
	}
	for _, a := range r.Agreements {
		for _, s := range a.Responsible.All() {
			if s.Group.V == g.Ref && s.Status.V != model.Proposed {
				return true
			}
		}
	}
	return false
}
