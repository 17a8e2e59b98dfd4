package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Status is a derived status: what is so for certain, and what may be so
// instead since a date or a decision is not exact enough. No status is ever
// taken from anywhere but the facts it lists.
type Status struct {
	State    model.Word
	Since    edtf.Date // zero where it is not known
	Possible []model.Word
	Reasons  []Reason // oldest first, as far as the record has them so
}

// Undetermined is the state of a record that nothing certain can be said of.
// What it may be stands in Possible.
const Undetermined model.Word = "cannot-tell"

// Reason is a fact that a derived status rests on: where it stands, what it
// says, and how certain it is that it had come about by the view's day. One
// that had not (Holds is No) is why an earlier status still was so.
type Reason struct {
	State  model.Word  // the status that it bears on
	Names  model.Word  // the status that it speaks of, where that is another
	Fact   Fact        // what it says
	Record model.Ref   // the record where it stands: the one asked about, or another such as its decision
	Path   model.Path  // in that record; empty for the record as a whole
	Date   edtf.Date   // the date that counted; zero where there is none
	Until  edtf.Date   // the last day, of a fact that has one
	By     []model.Ref // who or what: the deciding body, the record that replaces …
	Words  model.Text  // the record's own words, such as the name of a step
	Holds  truth.Value
}

// Fact is what a reason says. Whoever prints it has a sentence for each.
type Fact string

// The facts that a status may rest on.
const (
	FactConsultation     Fact = "consultation"         // a consultation, from Date to Until
	FactAgreed           Fact = "agreed"               // the negotiators were agreed
	FactRecommended      Fact = "recommended"          // By recommended the parties to adopt
	FactAdopted          Fact = "adopted"              // the first of the parties adopted
	FactAdoptedTogether  Fact = "adopted-collectively" // a source says it of several parties at once
	FactPlannedEntry     Fact = "entry-planned"        // the day it was to enter into force
	FactEntry            Fact = "entered-into-force"   // it entered into force
	FactSigned           Fact = "signed"               // the last one signed
	FactExpires          Fact = "expires"              // its last day of validity
	FactEnded            Fact = "ended"                // its last day
	FactReplaced         Fact = "replaced"             // By replaces it
	FactReached          Fact = "reached"              // an entry of the group's history
	FactOnlyProposed     Fact = "only-proposed"        // By, the decision that it rests on, is only proposed
	FactNoHistory        Fact = "no-history"           // nothing is recorded of the group's statuses
	FactStage            Fact = "stage"                // a step of the matter, by By
	FactProposal         Fact = "proposal"             // a source tells of the proposal, by By
	FactTaken            Fact = "taken"                // By decided, rejected, tabled or referred back
	FactDayUnknown       Fact = "day-unknown"          // which day is not known
	FactOutcomeUnknown   Fact = "outcome-unknown"      // what became of the proposal is not known
	FactDue              Fact = "due"                  // when it was to be decided
	FactDueProposed      Fact = "due-proposed"         // when it is to be decided, by a decision that is only proposed
	FactRaised           Fact = "raised"               // the issue was raised, by By
	FactTold             Fact = "told"                 // a source tells the state
	FactStateUnknown     Fact = "state-unknown"        // which state it is in is not known
	FactStale            Fact = "stale"                // the sources are too old to tell whether it is still so
	FactPriority         Fact = "priority"             // the priority By that the issue rests on
	FactPeriod           Fact = "period"               // the period of the plan, from Date to Until
	FactPeriodOver       Fact = "period-over"          // the period of the plan is over
	FactPeriodUnknown    Fact = "period-unknown"       // the period of the plan is not known
	FactPlanDecided      Fact = "plan-decided"         // the decision By on the plan is taken
	FactDecisionUnknown  Fact = "decision-unknown"     // in use, but the decision is not found
	FactDecisionUndated  Fact = "decision-undated"     // the decision By is taken, which day is not known
	FactDecisionAwaiting Fact = "decision-awaiting"    // the decision By was not yet taken
	FactNoEnd            Fact = "no-end"               // nothing tells when the period ends
)

// Because returns the fact that a status rests on first of all: the one that
// brought its state about on the day it lasts since, else the last certain one,
// else the last one that bears on it. That something is missing comes last.
func (st Status) Because() (r Reason, ok bool) {
	best := 0
	for _, reason := range st.Reasons {
		weight := 1
		switch {
		case reason.State != st.State:
			continue
		case reason.Fact.missing():
		case reason.Holds == truth.Yes && !st.Since.IsZero() && reason.Date.Canonical() == st.Since.Canonical():
			weight = 4
		case reason.Holds == truth.Yes:
			weight = 3
		default:
			weight = 2
		}
		if weight > best || weight == best && weight < 4 {
			r, ok, best = reason, true, weight
		}
	}
	return r, ok
}

// missing reports whether a fact is that something is not recorded or not known:
// no source says so.
func (f Fact) missing() bool {
	switch f {
	case FactNoHistory, FactStateUnknown, FactOutcomeUnknown, FactDayUnknown, FactPeriodUnknown, FactDecisionUnknown, FactDecisionUndated, FactNoEnd:
		return true
	}
	return false
}

// reach takes in that a status was reached, by how certain that is. A status
// that is certain leaves no doubt about those before it, and lasts since it was
// first reached.
func (st *Status) reach(when truth.Value, r Reason) {
	r.Holds = when
	switch when {
	case truth.Yes:
		if st.State != r.State || r.Date.Earliest() < st.Since.Earliest() && !r.Date.IsZero() {
			st.State, st.Since = r.State, r.Date
		}
		st.Possible = nil
	case truth.CannotTell:
		st.doubt(r.State)
	case truth.No:
		return
	}
	st.Reasons = append(st.Reasons, r)
}

// doubt takes in that a status may be so instead.
func (st *Status) doubt(states ...model.Word) {
	for _, state := range states {
		if state != st.State && !slices.Contains(st.Possible, state) {
			st.Possible = append(st.Possible, state)
		}
	}
}

// support takes in a fact that bears on the state there is, without changing it.
func (st *Status) support(holds truth.Value, r Reason) {
	r.Names, r.State, r.Holds = r.State, st.State, holds
	st.Reasons = append(st.Reasons, r)
}

// end takes in the end of a record: replaced where another says that it
// replaces it, else the state given.
func (v *View) end(rec model.Record, st *Status, ended, replaced model.Word) {
	base := rec.Base()
	over, last := v.HasEnded(rec), base.Ended.V.Date.V
	r := fact(base.Ref, ended, FactEnded, last, "ended")
	if by := v.ReplacedBy(base.Ref); len(by) > 0 {
		r.State, r.Fact, r.By = replaced, FactReplaced, by
	}
	st.reach(over, r)
}

// fact is what a record says at a path of its own.
func fact(rec model.Ref, state model.Word, says Fact, date edtf.Date, path ...any) Reason {
	return Reason{State: state, Fact: says, Record: rec, Path: at(path...), Date: date}
}

// at is a path in a record.
func at(parts ...any) model.Path { return model.Path{}.At(parts...) }

// AttributeAt is a path without its positions, as a citation's `for` writes it.
func AttributeAt(p model.Path) string {
	var keys model.Path
	for _, s := range p {
		if s.Index < 0 {
			keys = append(keys, s)
		}
	}
	return keys.String()
}

// evidenceAt returns the innermost entry on the way to a path that has
// citations of its own.
func evidenceAt(rec model.Record, p model.Path) *model.Evidence {
	var found *model.Evidence
	model.Walk(model.Fields(rec.Base().Ref.Kind), rec, model.ClassMap, func(v model.Visit) bool {
		if len(v.Path) > len(p) || !slices.Equal(v.Path, p[:len(v.Path)]) {
			return false
		}
		if e := model.EvidenceOf(v); e != nil && len(e.Sources.Items) > 0 {
			found = e
		}
		return true
	})
	return found
}

// SourcesOf returns the citations of a fact that a status rests on. What is only
// missing has none.
func (r *Registry) SourcesOf(reason Reason) Cited {
	rec, ok := r.Record(reason.Record)
	if !ok || reason.Fact.missing() {
		return Cited{}
	}
	return CitationsAt(rec, reason.Path)
}

// toldBy reports whether one of some sources is of the view's day or earlier, so
// that what it says of the future was said by then.
func (v *View) toldBy(cites Cited) bool {
	for c := range cites.All() {
		s, ok := Find[*model.Source](v.Registry, c.Source.V)
		if !ok {
			continue
		}
		date := s.Date
		if !date.Given() {
			date = s.Retrieved
		}
		if date.Given() && date.V.Begun(v.Day) == truth.Yes {
			return true
		}
	}
	return false
}

// StatusOf derives the status of a record at the view's day, for the kinds that
// have one: agreements, groups, decisions, issues and plans.
func (v *View) StatusOf(rec model.Record) (st Status, ok bool) {
	switch rec := rec.(type) {
	case *model.Agreement:
		return v.AgreementStatus(rec), true
	case *model.Group:
		return v.GroupStatus(rec), true
	case *model.Decision:
		return v.DecisionStatus(rec), true
	case *model.Issue:
		return v.IssueStatus(rec), true
	case *model.Plan:
		return v.PlanStatus(rec), true
	}
	return st, false
}
