package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Tenure is something about a group that begins and, by its last day, ends by a
// decision of whoever is competent in its matter: a status, a seat or a
// membership.
type Tenure struct {
	Matter      model.Word
	From, Until model.Val[edtf.Date]
	Decision    model.Val[model.Ref]
}

// Sanction is whether the last thing that has happened to a tenure by the view's
// day, that it began or ended, rests on a decision.
type Sanction struct {
	Date edtf.Date // the day it happened
	Over bool      // that it ended, not that it began
	// Applies tells whether it is to rest on a decision: No where nothing dated
	// has happened, or the guideline made nobody competent in the matter then.
	Applies truth.Value
	By      Parameter[model.Matter] // who was competent
	// Decided tells whether the decision that is named was taken by whoever was
	// competent in the decision's own matter; No where none is named.
	Decided truth.Value
	Named   bool // whether a decision is named
}

// Sanction judges the last thing that has happened to a tenure. A decision that
// is unknown was taken, but by whom nobody can tell.
func (v *View) Sanction(t Tenure) Sanction {
	s := Sanction{Date: t.From.V, Applies: truth.No}
	dated := t.From.Given()
	if t.Until.Given() && t.Until.V.Begun(v.Day) != truth.No {
		s.Date, s.Over, dated = t.Until.V, true, true
	}
	if !dated || t.Decision.Is == model.NotApplicable {
		return s
	}
	s.By = During(v, s.Date, func(v *View) Parameter[model.Matter] { return v.Matter(t.Matter) })
	if s.By.Governs == truth.Yes && !s.By.Decided {
		return s
	}
	s.Applies = truth.And(s.Date.Begun(v.Day), s.By.Governs)
	ref, named := t.Decision.Get()
	switch s.Named = named; {
	case named:
		s.Decided = v.CompetentlyDecided(ref)
	case t.Decision.Is == model.Unknown:
		s.Decided = truth.CannotTell
	default:
		s.Decided = truth.No
	}
	return s
}

// During is a parameter of the guideline as it was on a date. Where it governed
// on some days of the date and not on others, nobody can tell.
func During[T any](v *View, date edtf.Date, of func(*View) Parameter[T]) Parameter[T] {
	p := of(v.On(min(date.Latest(), v.Day)))
	if of(v.On(date.Earliest())).Governs != p.Governs {
		p.Governs = truth.CannotTell
	}
	return p
}

// IsSanctioned reports whether changes of a group's design and staffing rest on
// decisions: it is a consultation group or the process office.
func (r *Registry) IsSanctioned(g *model.Group) bool {
	office, _ := r.Office()
	return g.Type.V == model.ConsultationGroup || g == office
}

// Staffing is a membership as a tenure of its group. It rests on its own
// decision or, where nobody had the seat before or after, on that of its seat.
// ok is false where somebody follows another on the same seat, and the registry
// says that this is no change of the staffing.
func (v *View) Staffing(m Seating) (t Tenure, ok bool) {
	replaces := v.replaces(m)
	if replaces && !v.Thresholds().IndividualReplacement.V {
		return t, false
	}
	t = Tenure{Matter: StaffingMatter, From: m.Membership.From, Until: m.Membership.Until, Decision: m.Membership.Decision}
	if seat, seated := v.SeatOf(m); seated && t.Decision.Is == model.Absent && !replaces {
		t.Decision = seat.Decision
	}
	return t, true
}

// The matters that change a group.
const (
	StaffingMatter model.Word = "staffing"
	DesignMatter   model.Word = "group-design"
)

// replaces reports whether somebody else has held the seat of a membership
// before or after it.
func (r *Registry) replaces(m Seating) bool {
	seat, ok := r.SeatOf(m)
	if !ok || seat.Count.Given() && seat.Count.V.Max > 1 {
		return false
	}
	return len(r.Holders(m.Membership.Group.V, seat.ID.V)) > 1
}
