package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// The derived statuses of an agreement, in the order of its life. None of them
// is ever written in a file.
const (
	Draft           model.Word = "draft"
	InConsultation  model.Word = "out-for-consultation"
	AgreedUpon      model.Word = "agreed"
	Recommended     model.Word = "recommended"
	UnderAdoption   model.Word = "under-adoption"
	InForce         model.Word = "in-force"
	Expired         model.Word = "expired"
	ReplacedByOther model.Word = "replaced"
	EndedAgreement  model.Word = "ended"
	Signed          model.Word = "signed"
)

// AgreementStatus derives the status of an agreement at the view's day: the
// last stage of its life that it has reached. One that nothing is recorded of
// is a draft; it is out for consultation only while the consultation lasts.
func (v *View) AgreementStatus(a *model.Agreement) Status {
	if v.known == nil {
		return v.deriveAgreementStatus(a)
	}
	if st, ok := v.known.agreements.Load(a); ok {
		return st.(Status)
	}
	st := v.deriveAgreementStatus(a)
	v.known.agreements.Store(a, st)
	return st
}

func (v *View) deriveAgreementStatus(a *model.Agreement) Status {
	st := Status{State: Draft}
	begun := truth.No
	if a.Type.V == model.Letter {
		var since edtf.Date
		begun, since = v.signed(a)
		st.reach(begun, fact(a.Ref, Signed, FactSigned, since, "signatures"))
	} else {
		v.prepare(a, &st)
		v.adopt(a, &st)
		var since edtf.Date
		var path []any
		begun, since, path = v.enteredIntoForce(a)
		v.planned(a, &st, begun)
		st.reach(begun, fact(a.Ref, InForce, FactEntry, since, path...))
	}
	if begun != truth.No {
		st.reach(v.goesOn(a.Expires, Cited{}, Lasting).Not(), fact(a.Ref, Expired, FactExpires, a.Expires.V, "expires"))
	}
	v.end(a, &st, EndedAgreement, ReplacedByOther)
	return st
}

// prepare takes in what comes before the parties adopt.
func (v *View) prepare(a *model.Agreement, st *Status) {
	if c, ok := a.Consultation.Get(); ok {
		r := fact(a.Ref, InConsultation, FactConsultation, c.From.V, "consultation")
		r.Until = c.Until.V
		st.reach(v.Holds(c.Span, Citations(a, &c.Evidence, "consultation"), Lasting), r)
	} else if a.Consultation.Is == model.Unknown {
		st.reach(truth.CannotTell, fact(a.Ref, InConsultation, FactConsultation, edtf.Date{}, "consultation"))
	}
	if agreed, ok := a.Agreed.Get(); ok {
		r := fact(a.Ref, AgreedUpon, FactAgreed, agreed.Date.V, "agreed")
		r.By = agreed.By.Values()
		st.reach(v.happened(agreed.Date, Citations(a, &agreed.Evidence, "agreed")), r)
	} else if a.Agreed.Is == model.Unknown {
		st.reach(truth.CannotTell, fact(a.Ref, AgreedUpon, FactAgreed, edtf.Date{}, "agreed"))
	}
	for i, rec := range a.Recommended.All() {
		when, since := v.recommended(a, rec)
		r := fact(a.Ref, Recommended, FactRecommended, since, "recommended", i)
		if body, ok := rec.Body.Get(); ok {
			r.By = []model.Ref{body}
		}
		if d, ok := v.Decision(rec.Decision.V); ok {
			r.Record, r.Path = d.Ref, at("date")
			if body, ok := d.Body.Get(); ok && r.By == nil {
				r.By = []model.Ref{body}
			}
		}
		st.reach(when, r)
	}
}

// adopt takes in the adoptions that are recorded, one by one or for all.
func (v *View) adopt(a *model.Agreement, st *Status) {
	adopted, since := v.anyAdoption(a)
	st.reach(adopted, fact(a.Ref, UnderAdoption, FactAdopted, since, "parties"))
	for i, e := range a.AdoptionEvidence.All() {
		// The parties had adopted by that day; how much earlier is not told.
		r := fact(a.Ref, UnderAdoption, FactAdoptedTogether, e.By.V, "adoption_evidence", i)
		r.By = e.Parties.Values()
		when := truth.CannotTell
		if by, ok := v.evidenceDay(a, e); ok {
			when = edtf.Between(edtf.Past, by.Latest()).Begun(v.Day)
		}
		st.reach(when, r)
	}
}

// planned takes in the day on which an agreement was to enter into force, where
// it did on another or has not: the two beside each other show the slip.
func (v *View) planned(a *model.Agreement, st *Status, begun truth.Value) {
	entry, ok := a.EntryIntoForce.Get()
	day, dated := entry.Planned.Get()
	if !ok || !dated || begun != truth.No && !entry.Actual.Given() || entry.Actual.V.Canonical() == day.Canonical() {
		return
	}
	r := fact(a.Ref, InForce, FactPlannedEntry, day, "entry_into_force", "planned")
	if begun != truth.Yes && !v.toldBy(CitationsAt(a, r.Path)) {
		return // nobody had said so yet
	}
	r.Holds = truth.Yes
	st.Reasons = append(st.Reasons, r)
}

// signed tells whether a letter of intent is signed: by everyone whose
// signature it has room for. since is the day of the last one.
func (v *View) signed(a *model.Agreement) (all truth.Value, since edtf.Date) {
	switch {
	case a.Signatures.Is == model.Unknown:
		return truth.CannotTell, since
	case len(a.Signatures.Items) == 0:
		return truth.No, since
	}
	all = truth.Yes
	if a.Signatures.Open() {
		all = truth.CannotTell
	}
	dated := true
	for _, s := range a.Signatures.All() {
		all = truth.And(all, v.happened(s.Date, Citations(a, &s.Evidence, "signatures")))
		dated = dated && s.Date.Given()
		if since.IsZero() || edtf.Order(s.Date.V, since) > 0 {
			since = s.Date.V
		}
	}
	if !dated {
		since = edtf.Date{}
	}
	return all, since
}

// recommended tells whether a recommendation has been given, and when: on its
// own date, else its decision's.
func (v *View) recommended(a *model.Agreement, rec model.Recommendation) (truth.Value, edtf.Date) {
	ref, named := rec.Decision.Get()
	if !named {
		return v.happened(rec.Date, Citations(a, &rec.Evidence, "recommended")), rec.Date.V
	}
	since := rec.Date.V
	if d, ok := v.Decision(ref); ok && since.IsZero() {
		since = d.Date.V
	}
	return v.InEffect(rec.Decision, rec.Date), since
}

// enteredIntoForce tells whether an agreement has entered into force, since
// when, and what says so: its own entry, else those of its revisions.
func (v *View) enteredIntoForce(a *model.Agreement) (entered truth.Value, since edtf.Date, path []any) {
	if a.EntryIntoForce.Is != model.Absent {
		entered, since = v.entered(a, a.EntryIntoForce)
		return entered, since, []any{"entry_into_force"}
	}
	entered, path = truth.No, []any{"entry_into_force"}
	for i, r := range a.Revisions.All() {
		if r.EntryIntoForce.Is == model.Absent || entered == truth.Yes {
			continue
		}
		when, day := v.entered(a, r.EntryIntoForce)
		if r.Decision.Given() {
			when = truth.And(when, v.Decided(r.Decision.V))
		}
		if truth.Or(entered, when) != entered {
			entered, since, path = when, day, []any{"revisions", i, "entry_into_force"}
		}
	}
	return entered, since, path
}

// entered tells whether an entry into force has come about. The actual date
// outranks everything; without one the condition decides, and without a
// condition a planned day that has passed proves nothing.
func (v *View) entered(a *model.Agreement, entry model.Val[model.EntryIntoForce]) (truth.Value, edtf.Date) {
	e, ok := entry.Get()
	if !ok {
		if entry.Is == model.Unknown {
			return truth.CannotTell, edtf.Date{}
		}
		return truth.No, edtf.Date{}
	}
	switch e.Actual.Is {
	case model.Given:
		return e.Actual.V.Begun(v.Day), e.Actual.V
	case model.Unknown:
		return truth.CannotTell, edtf.Date{}
	case model.None:
		return truth.No, edtf.Date{}
	}
	due := truth.CannotTell
	switch e.Planned.Is {
	case model.Given:
		due = e.Planned.V.Begun(v.Day)
	case model.None, model.NotApplicable:
		due = truth.Yes
	}
	switch e.Condition.V {
	case "date":
		if !e.Planned.Given() {
			return truth.CannotTell, edtf.Date{}
		}
		return due, e.Planned.V
	case model.AllParties:
		entered, since := truth.And(due, v.allAdopted(a)), e.Planned.V
		if entered == truth.Yes && v.On(since.Latest()).allAdopted(a) != truth.Yes {
			since = edtf.Date{} // the last adoption may have come after the planned day
		}
		return entered, since
	case "decision":
		if e.Decision.Is != model.Given && e.Decision.Is != model.Unknown {
			return truth.No, edtf.Date{}
		}
		since := e.Planned.V
		if d, ok := v.Decision(e.Decision.V); ok && since.IsZero() {
			since = d.Date.V
		}
		return v.InEffect(e.Decision, e.Planned), since
	}
	return truth.And(due, truth.CannotTell), e.Planned.V
}

// IsInForce tells whether an agreement is in force at the view's day.
func (v *View) IsInForce(a *model.Agreement) truth.Value {
	st := v.AgreementStatus(a)
	switch {
	case st.State == InForce && len(st.Possible) == 0:
		return truth.Yes
	case st.State == InForce, slices.Contains(st.Possible, InForce):
		return truth.CannotTell
	}
	return truth.No
}

// Stewards splits the entries of `responsible` or `consulted` that may be so at
// the view's day into those that are settled and those that are only proposed.
func (v *View) Stewards(list model.List[model.Steward]) (settled, proposed []model.Ref) {
	for _, s := range list.All() {
		ref, ok := s.Group.Get()
		if !ok || v.goesOn(s.Until, Cited{}, Lasting) == truth.No || s.From.Given() && s.From.V.Begun(v.Day) == truth.No {
			continue
		}
		if v.onlyProposed(s) {
			proposed = append(proposed, ref)
			continue
		}
		settled = append(settled, ref)
	}
	return settled, proposed
}

// onlyProposed reports whether a steward is not known to be more than proposed.
func (v *View) onlyProposed(s model.Steward) bool {
	return s.Status.V == model.Proposed || s.Decision.Given() && v.Decided(s.Decision.V) != truth.Yes
}
