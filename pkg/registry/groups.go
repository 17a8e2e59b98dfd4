package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Closed is the derived status of a group that has ended. It is never written.
const Closed model.Word = "closed"

// GroupStatus derives the status of a group at the view's day: closed once it
// has ended; else the last history entry in effect; else active, but proposed
// while it does not yet live. History is written oldest first; where its dates
// say otherwise they decide.
func (v *View) GroupStatus(g *model.Group) Status {
	var st Status
	over := v.HasEnded(g)
	if over == truth.Yes {
		v.end(g, &st, Closed, Closed)
		return st
	}
	var later []Reason // what had not come about, and is why nothing else had
	for i, m := range g.History.Pointers() {
		r := fact(g.Ref, m.Status.V, FactReached, m.Date.V, "history", i)
		if ref, ok := m.Decision.Get(); ok {
			r.By = []model.Ref{ref}
		}
		r.Holds = v.reached(g, m)
		switch {
		case r.Holds == truth.No:
			if v.onlyProposedBy(m.Decision) {
				r.Fact = FactOnlyProposed
			} else if !m.Date.Given() {
				continue
			}
			later = append(later, r)
			continue
		case edtf.Before(m.Date.V, st.Since) == truth.Yes:
			continue
		case r.Holds == truth.Yes:
			st.State, st.Since, st.Possible = m.Status.V, m.Date.V, nil
		default:
			st.doubt(m.Status.V)
		}
		st.Reasons = append(st.Reasons, r)
	}
	if st.State == "" {
		st.State = model.Active
		if v.begun(g) != truth.Yes {
			st.State = model.Proposed
		}
		if len(g.History.Items) == 0 {
			st.support(truth.Yes, fact(g.Ref, "", FactNoHistory, edtf.Date{}))
		}
		for _, r := range later {
			st.support(truth.No, r)
		}
	}
	if over == truth.CannotTell {
		v.end(g, &st, Closed, Closed)
	}
	return st
}

// onlyProposedBy reports whether what names a decision is no more than proposed,
// since the decision is.
func (v *View) onlyProposedBy(decision model.Val[model.Ref]) bool {
	d, ok := v.Decision(decision.V)
	return ok && decision.Given() && d.State.V == model.Proposed
}

// Reached tells whether a group had reached a history entry's status by the
// view's day. An entry with only a due date, or whose decision is only
// proposed, has not been reached. One without any date was reached when it was
// decided, else on or before the date of its newest source.
func (v *View) Reached(m *model.Milestone) truth.Value { return v.reachedBy(m, Listed(&m.Sources)) }

// reached is Reached of an entry of a group, whose sources it inherits.
func (v *View) reached(g *model.Group, m *model.Milestone) truth.Value {
	return v.reachedBy(m, Citations(g, &m.Evidence, "history"))
}

func (v *View) reachedBy(m *model.Milestone, cites Cited) truth.Value {
	switch {
	case m.Date.Is != model.Absent:
		return truth.And(v.InEffect(m.Decision, m.Date), v.happened(m.Date, cites))
	case m.Due.Is != model.Absent:
		return truth.No
	case m.Decision.Given():
		return v.Decided(m.Decision.V)
	}
	return v.happened(m.Date, cites)
}

// Lives tells whether a group exists at the view's day: from its first history
// entry that is establishing, established or active until `ended`; without
// such history, always.
func (v *View) Lives(g *model.Group) truth.Value {
	return truth.And(v.begun(g), v.HasEnded(g).Not())
}

// begun tells whether a group has come into being. History that only proposes
// or plans one does not bring it about, and what is dormant or winding up has
// lived before.
func (v *View) begun(g *model.Group) truth.Value {
	begun, told := truth.No, false
	for _, m := range g.History.Pointers() {
		switch m.Status.V {
		case model.Establishing, model.Established, model.Active:
			told = true
			begun = truth.Or(begun, v.reached(g, m))
		case model.Proposed, model.Planned:
			told = true
		case model.Dormant, model.WindingUp:
			begun = truth.Or(begun, v.reached(g, m))
		}
	}
	if !told {
		return truth.Yes
	}
	return begun
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
		if lives := v.livesInScope(g, scope); lives != truth.No {
			out = append(out, GroupAt{g, lives})
		}
	}
	return out
}

// livesInScope tells whether a group exists at the view's day and is one that a
// scope counts.
func (v *View) livesInScope(g *model.Group, scope model.Term) truth.Value {
	in := scope == "" && IsForum(g)
	for _, s := range g.Scope.All() {
		in = in || s == scope
	}
	switch {
	case in:
		return v.Lives(g)
	case scope != "" && g.Scope.Open():
		return truth.And(v.Lives(g), truth.CannotTell)
	}
	return truth.No
}

// groupsOf are the groups of a metric's scope, and whether they are said to be
// all there are.
func (v *View) groupsOf(s Scope) (groups []GroupAt, complete truth.Value) {
	if s.Group.IsZero() {
		return v.InScope(s.Groups), v.GroupsComplete()
	}
	g, ok := v.Group(s.Group)
	if !ok {
		return nil, truth.CannotTell
	}
	if lives := v.livesInScope(g, s.Groups); lives != truth.No {
		groups = []GroupAt{{g, lives}}
	}
	return groups, truth.Yes
}

// GroupAt is a group and how certain it is that it exists.
type GroupAt struct {
	Group *model.Group
	Lives truth.Value
}

// HasPlans reports whether any plan is recorded for a group.
func (r *Registry) HasPlans(g *model.Group) bool { return len(r.PlansOf(g.Ref)) > 0 }

// HasAgreements reports whether any agreement is recorded that a group is
// responsible for or rests on.
func (r *Registry) HasAgreements(g *model.Group) bool {
	return len(g.BasedOn.Items) > 0 || r.steering[g.Ref]
}

func (r *Registry) indexSteering() {
	r.steering = map[model.Ref]bool{}
	for _, a := range r.Agreements {
		for _, s := range a.Responsible.All() {
			if ref, ok := s.Group.Get(); ok && s.Status.V != model.Proposed {
				r.steering[ref] = true
			}
		}
	}
}
