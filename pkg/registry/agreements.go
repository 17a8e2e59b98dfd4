package registry

import (
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

// PartyAt is a party of an agreement after collectives are expanded.
type PartyAt struct {
	Organization model.Ref
	Holds        truth.Value
	// Entry is the list entry it comes from, and Index its position; nil and -1
	// for a party by default.
	Entry *model.Party
	Index int
	// Via is the collective that brought it in, or zero.
	Via model.Ref
}

// Parties returns the parties of an agreement at the view's day. An entry for
// a member of a collective refines it. An agreement without `parties` has
// those of the agreement it supplements, else the registry's default parties.
// open is true where the parties are not known.
func (v *View) Parties(a *model.Agreement) (parties []PartyAt, open bool) {
	if a.Parties.Is == model.Absent {
		if parent, ok := a.Supplements.Get(); ok {
			if p, ok := Find[*model.Agreement](v.Registry, parent); ok && p != a && p.Supplements.Is == model.Absent {
				return v.Parties(p)
			}
			return nil, true
		}
		for _, ref := range v.Manifest.DefaultParties.All() {
			members, unknown := v.Expand(ref)
			open = open || unknown
			for _, m := range members {
				p := PartyAt{Organization: m.Organization, Holds: m.Holds, Index: -1}
				if m.Organization != ref.Record() {
					p.Via = ref
				}
				parties = append(parties, p)
			}
		}
		return parties, open || v.Manifest.DefaultParties.Is != model.Given
	}
	at := map[model.Ref]int{}
	add := func(p PartyAt) {
		if i, known := at[p.Organization]; known {
			if !parties[i].Via.IsZero() {
				parties[i] = p
			}
			return
		}
		at[p.Organization] = len(parties)
		parties = append(parties, p)
	}
	var collectives []PartyAt
	for i, p := range a.Parties.Pointers() {
		ref, ok := p.Organization.Get()
		if !ok {
			open = true
			continue
		}
		holds := v.Holds(p.Span, Citations(a, &p.Evidence, "parties"), Lasting)
		if p.From.Is == model.Absent {
			holds = v.notEnded(p.Span)
		}
		members, unknown := v.Expand(ref)
		open = open || unknown
		for _, m := range members {
			party := PartyAt{Organization: m.Organization, Holds: truth.And(holds, m.Holds), Entry: p, Index: i}
			if m.Organization == ref.Record() {
				add(party)
				continue
			}
			party.Via = ref
			collectives = append(collectives, party)
		}
	}
	for _, p := range collectives {
		if _, refined := at[p.Organization]; !refined {
			add(p)
		}
	}
	return parties, open || a.Parties.Open()
}

// notEnded tells whether a span without a first day goes on at the view's day.
func (v *View) notEnded(s model.Span) truth.Value {
	switch s.Until.Is {
	case model.Given:
		return s.Until.V.Ended(v.Day).Not()
	case model.Unknown:
		return truth.CannotTell
	}
	return truth.Yes
}

// AgreementStatus derives the status of an agreement at the view's day.
func (v *View) AgreementStatus(a *model.Agreement) Status {
	if a.Type.V == model.Letter {
		return v.letterStatus(a)
	}
	var st Status
	reach := func(state model.Word, when truth.Value, since edtf.Date, path ...any) {
		switch when {
		case truth.Yes:
			st.State, st.Since = state, since
			st.Possible = nil
		case truth.CannotTell:
			st.Possible = append(st.Possible, state)
		}
		if when != truth.No {
			st.Reasons = append(st.Reasons, Reason{model.Path{}.At(path...), since})
		}
	}
	st.State = Draft
	if c, ok := a.Consultation.Get(); ok && c.From.Given() {
		reach(InConsultation, c.From.V.Begun(v.Day), c.From.V, "consultation")
	}
	if agreed, ok := a.Agreed.Get(); ok && agreed.Date.Given() {
		reach(AgreedUpon, agreed.Date.V.Begun(v.Day), agreed.Date.V, "agreed")
	}
	for i, rec := range a.Recommended.All() {
		date := v.recommendedOn(rec)
		if !date.IsZero() {
			reach(Recommended, date.Begun(v.Day), date, "recommended", i)
		}
	}
	if adopted, since := v.anyAdoption(a); adopted != truth.No {
		reach(UnderAdoption, adopted, since, "parties")
	}
	for i, e := range a.AdoptionEvidence.All() {
		if by, ok := e.By.Get(); ok {
			// The parties had adopted by that day; how much earlier is not told.
			reach(UnderAdoption, edtf.Between(edtf.Past, by.Latest()).Begun(v.Day), by, "adoption_evidence", i)
		}
	}
	inForce, since := v.enteredIntoForce(a)
	reach(InForce, inForce, since, "entry_into_force")
	if inForce != truth.No {
		if expires, ok := a.Expires.Get(); ok {
			reach(Expired, expires.Ended(v.Day), expires, "expires")
		}
	}
	if ended, ok := a.Ended.Get(); ok {
		state := EndedAgreement
		if len(v.ReplacedBy(a.Ref)) > 0 {
			state = ReplacedByOther
		}
		reach(state, v.HasEnded(a), ended.Date.V, "ended")
	}
	return st
}

func (v *View) letterStatus(a *model.Agreement) Status {
	st := Status{State: Draft}
	for i, s := range a.Signatures.All() {
		date, ok := s.Date.Get()
		if !ok {
			continue
		}
		switch date.Begun(v.Day) {
		case truth.Yes:
			st.State, st.Since = Signed, date
		case truth.CannotTell:
			st.Possible = append(st.Possible, Signed)
		default:
			continue
		}
		st.Reasons = append(st.Reasons, Reason{model.Path{}.At("signatures", i), date})
	}
	return st
}

// recommendedOn is the date of a recommendation: its own, else its decision's.
func (v *View) recommendedOn(rec model.Recommendation) edtf.Date {
	if rec.Date.Given() {
		return rec.Date.V
	}
	if ref, ok := rec.Decision.Get(); ok {
		if d, ok := v.Decision(ref); ok && d.State.V == model.Decided {
			return d.Date.V
		}
	}
	return edtf.Date{}
}

// anyAdoption tells whether any party is recorded as having adopted.
func (v *View) anyAdoption(a *model.Agreement) (truth.Value, edtf.Date) {
	found, since := truth.No, edtf.Date{}
	for _, p := range a.Parties.All() {
		for _, ad := range p.Adoptions.All() {
			if ad.State.V != model.Adopted {
				continue
			}
			begun := truth.CannotTell
			if date, ok := ad.Date.Get(); ok {
				begun = date.Begun(v.Day)
				if begun == truth.Yes && (since.IsZero() || edtf.Order(date, since) < 0) {
					since = date
				}
			}
			found = truth.Or(found, begun)
		}
	}
	return found, since
}

// enteredIntoForce tells whether an agreement has entered into force. The
// actual date outranks everything; without one the condition decides.
func (v *View) enteredIntoForce(a *model.Agreement) (truth.Value, edtf.Date) {
	e, ok := a.EntryIntoForce.Get()
	if !ok {
		if a.EntryIntoForce.Is == model.Unknown {
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
	planned, ok := e.Planned.Get()
	if !ok {
		return truth.No, edtf.Date{}
	}
	due := planned.Begun(v.Day)
	switch e.Condition.V {
	case "date":
		return due, planned
	case model.AllParties:
		yes, no, unknown := v.AdoptionProgress(a)
		all := truth.Count{Yes: yes, No: no, CannotTell: unknown}
		return truth.And(due, all.AtLeast(yes+no+unknown)), planned
	case "decision":
		if ref, ok := e.Decision.Get(); ok {
			return truth.And(due, v.Decided(ref)), planned
		}
	}
	return truth.No, edtf.Date{}
}

// AdoptionOf returns the newest adoption entry of a party on or before the
// view's day; ok is false where none is recorded.
func (v *View) AdoptionOf(p PartyAt) (newest model.Adoption, ok bool) {
	if p.Entry == nil || !p.Via.IsZero() && len(p.Entry.Adoptions.Items) == 0 {
		return newest, false
	}
	for _, ad := range p.Entry.Adoptions.All() {
		if date, known := ad.Date.Get(); known && date.Begun(v.Day) != truth.Yes {
			continue
		}
		if !ok || !ad.Date.Given() || edtf.Order(newest.Date.V, ad.Date.V) <= 0 {
			newest, ok = ad, true
		}
	}
	return newest, ok
}

// AdoptionProgress counts the parties of an agreement at the view's day: those
// that have adopted it, those that have not, and those that nothing tells of.
// A source that says all of them have counts for each party it names.
func (v *View) AdoptionProgress(a *model.Agreement) (adopted, not, unknown int) {
	parties, _ := v.Parties(a)
	collectively := v.adoptedCollectively(a)
	for _, p := range parties {
		if p.Holds == truth.No {
			continue
		}
		ad, recorded := v.AdoptionOf(p)
		switch {
		case recorded && ad.State.V == model.Adopted, !recorded && collectively[p.Organization]:
			adopted++
		case recorded:
			not++
		default:
			unknown++
		}
	}
	return adopted, not, unknown
}

// adoptedCollectively is the parties that some source says had adopted by the
// view's day.
func (v *View) adoptedCollectively(a *model.Agreement) map[model.Ref]bool {
	out := map[model.Ref]bool{}
	for _, e := range a.AdoptionEvidence.All() {
		by, ok := e.By.Get()
		if !ok || by.Begun(v.Day) != truth.Yes {
			continue
		}
		for _, ref := range e.Parties.All() {
			members, _ := v.Expand(ref)
			for _, m := range members {
				out[m.Organization] = true
			}
		}
	}
	return out
}

// IsInForce tells whether an agreement is in force at the view's day.
func (v *View) IsInForce(a *model.Agreement) truth.Value {
	st := v.AgreementStatus(a)
	if st.State == InForce {
		if len(st.Possible) == 0 {
			return truth.Yes
		}
		return truth.CannotTell
	}
	for _, p := range st.Possible {
		if p == InForce {
			return truth.CannotTell
		}
	}
	return truth.No
}

// Stewards splits the entries of `responsible` or `consulted` at the view's
// day into those that are so and those that are only proposed.
func (v *View) Stewards(list model.List[model.Steward]) (settled, proposed []model.Ref) {
	for _, s := range list.All() {
		ref, ok := s.Group.Get()
		if !ok || v.notEnded(s.Span) == truth.No || s.From.Given() && s.From.V.Begun(v.Day) == truth.No {
			continue
		}
		if s.Status.V == model.Proposed || s.Decision.Given() && v.Decided(s.Decision.V) != truth.Yes {
			proposed = append(proposed, ref)
			continue
		}
		settled = append(settled, ref)
	}
	return settled, proposed
}
