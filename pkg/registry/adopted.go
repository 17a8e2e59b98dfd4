package registry

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// IsAdopted tells whether at least one party has adopted an agreement by the
// view's day: it is recorded, a source says it of several at once, or the
// agreement has entered into force. Where nothing of the kind is recorded
// nobody can tell, unless the adoptions are said to be all there are.
func (v *View) IsAdopted(a *model.Agreement) truth.Value {
	adopted, _ := v.anyAdoption(a)
	told := a.EntryIntoForce.Is != model.Absent || len(a.AdoptionEvidence.Items) > 0
	for _, p := range a.Parties.All() {
		told = told || len(p.Adoptions.Items) > 0
	}
	for _, e := range a.AdoptionEvidence.All() {
		by, ok := v.evidenceDay(a, e)
		said := truth.CannotTell
		if ok {
			said = by.Begun(v.Day)
		}
		adopted = truth.Or(adopted, said)
	}
	entered, _, _ := v.enteredIntoForce(a)
	adopted = truth.Or(adopted, entered)
	if adopted == truth.No && !told {
		return IsComplete(a.Complete.V.Adoptions, v.Day).Not()
	}
	return adopted
}

// RevisionInForce tells whether a version of an agreement has entered into
// force by the view's day. Of one that says nothing of it nobody can tell.
func (v *View) RevisionInForce(a *model.Agreement, rev *model.Revision) truth.Value {
	if rev.EntryIntoForce.Is == model.Absent {
		return truth.CannotTell
	}
	entered, _ := v.entered(a, rev.EntryIntoForce)
	if ref, ok := rev.Decision.Get(); ok {
		return truth.And(entered, v.Decided(ref))
	}
	return entered
}

// Entered tells whether an entry into force of an agreement, its own or a
// version's, has come about by the view's day.
func (v *View) Entered(a *model.Agreement, entry model.Val[model.EntryIntoForce]) truth.Value {
	entered, _ := v.entered(a, entry)
	return entered
}
