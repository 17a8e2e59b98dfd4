package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Followed is when an agreement was last followed up by the view's day, and when
// it is to be next.
type Followed struct {
	Last *model.Followup // the newest; nil where none is recorded
	// Since is the last day of its period, else the day that the agreement
	// entered into force; zero where it is not known.
	Since edtf.Date
	Due   edtf.Date // zero where no interval is laid down, or nobody can tell
	// InTime tells whether the next one is not yet due, or the agreement no longer
	// in force. Where no interval is laid down nobody can tell.
	InTime truth.Value
}

// FollowupsByAgreement groups the follow-ups by the agreement that they are of.
func (r *Registry) FollowupsByAgreement() map[model.Ref][]*model.Followup {
	by := map[model.Ref][]*model.Followup{}
	for _, f := range r.Followups {
		if a, ok := Find[*model.Agreement](r, f.Agreement.V); ok {
			by[a.Ref] = append(by[a.Ref], f)
		}
	}
	return by
}

// Made reports whether a follow-up is made by the view's day: it is reported, as
// far as is known, and of a time that is over.
func (v *View) Made(f *model.Followup) bool {
	until, known := f.Period.V.Until.Get()
	return !(f.Reported.Given() && f.Reported.V.Begun(v.Day) == truth.No || known && until.Earliest() > v.Day)
}

// Followed tells when an agreement was last followed up. of are its follow-ups.
func (v *View) Followed(a *model.Agreement, of []*model.Followup) (f Followed) {
	for _, made := range of {
		until, known := made.Period.V.Until.Get()
		switch {
		case !v.Made(made):
		case !known:
			return Followed{Last: made}
		case f.Last == nil || edtf.Order(until, f.Since) > 0:
			f.Since, f.Last = until, made
		}
	}
	if f.Last == nil {
		f.Since = EntryOf(a)
	}
	every, ok := a.FollowUp.V.Every.Get()
	if !ok || f.Since.Latest().IsOpen() {
		return f
	}
	earliest := edtf.Past
	if first := f.Since.Earliest(); !first.IsOpen() {
		earliest = first.Add(every)
	}
	f.Due = edtf.Between(earliest, f.Since.Latest().Add(every))
	f.InTime = truth.Or(v.IsInForce(a).Not(), f.Due.Ended(v.Day).Not())
	return f
}
