package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// AdoptionOf returns the newest adoption entry of a party on or before the
// view's day; ok is false where none is recorded. An entry without a date
// stands where the list has it.
func (v *View) AdoptionOf(p PartyAt) (newest model.Adoption, ok bool) {
	if p.Entry == nil {
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
	var count truth.Count
	parties, _ := v.Parties(a)
	collectively := v.adoptedCollectively(a)
	for _, p := range parties {
		if p.Holds != truth.No {
			count.Add(truth.And(p.Holds, v.hasAdopted(a, p, collectively)))
		}
	}
	return count.Yes, count.No, count.CannotTell
}

// allAdopted tells whether every party of an agreement has adopted it.
func (v *View) allAdopted(a *model.Agreement) truth.Value {
	parties, open := v.Parties(a)
	all := truth.Of(true)
	if open || len(parties) == 0 {
		all = truth.CannotTell
	}
	collectively := v.adoptedCollectively(a)
	for _, p := range parties {
		all = truth.And(all, truth.Or(p.Holds.Not(), v.hasAdopted(a, p, collectively)))
	}
	return all
}

// hasAdopted tells whether a party has adopted an agreement. Where several
// entries may make it a party they must agree.
func (v *View) hasAdopted(a *model.Agreement, p PartyAt, collectively statements) truth.Value {
	adopted := v.adoptedBy(a, p, collectively)
	for other := p.also; other != nil; other = other.also {
		if other.Holds != truth.No && v.adoptedBy(a, *other, collectively) != adopted {
			return truth.CannotTell
		}
	}
	return adopted
}

// adoptedBy tells whether a party has adopted an agreement by one entry: what
// the last adoption of that entry by the view's day says. Where nothing is
// recorded a collective statement counts, and without one nobody can tell,
// unless the adoptions are said to be all there are.
func (v *View) adoptedBy(a *model.Agreement, p PartyAt, collectively statements) truth.Value {
	unrecorded := truth.CannotTell
	switch {
	case collectively.of(p.Organization) == truth.Yes:
		unrecorded = truth.Yes
	case collectively.of(p.Organization) == truth.No && IsComplete(a.Complete.V.Adoptions, v.Day) == truth.Yes:
		unrecorded = truth.No
	}
	if p.Entry == nil {
		return unrecorded
	}
	// Every entry that may be the last one has a say; they must agree.
	var said []truth.Value
	certain := false
	for i, ad := range p.Entry.Adoptions.All() {
		begun := v.adoptedOn(a, ad)
		certain = certain || begun == truth.Yes
		if begun == truth.No || v.superseded(a, p.Entry, i) {
			continue
		}
		says := truth.Of(ad.State.V == model.Adopted)
		if !ad.State.Given() {
			says = truth.CannotTell
		}
		said = append(said, says)
	}
	if !certain {
		said = append(said, unrecorded)
	}
	for _, s := range said {
		if s != said[0] {
			return truth.CannotTell
		}
	}
	return said[0]
}

// adoptedOn tells whether an adoption entry is of the view's day or earlier.
func (v *View) adoptedOn(a *model.Agreement, ad model.Adoption) truth.Value {
	return v.happened(ad.Date, Citations(a, &ad.Evidence, "parties.adoptions"))
}

// superseded reports whether an adoption entry certainly has a later one after
// it by the view's day. The dates tell; of two on one day, and for an entry
// without a date, those further down the list are later.
func (v *View) superseded(a *model.Agreement, p *model.Party, i int) bool {
	old := p.Adoptions.Items[i].V
	for j, ad := range p.Adoptions.All() {
		if j == i || v.adoptedOn(a, ad) != truth.Yes {
			continue
		}
		tied := !old.Date.Given() || ad.Date.Given() && edtf.SameDay(old.Date.V, ad.Date.V) == truth.Yes
		if tied && j > i || edtf.Before(old.Date.V, ad.Date.V) == truth.Yes {
			return true
		}
	}
	return false
}

// anyAdoption tells whether any party is recorded as having adopted, and since
// when the first has.
func (v *View) anyAdoption(a *model.Agreement) (truth.Value, edtf.Date) {
	found, since := truth.No, edtf.Date{}
	for _, p := range a.Parties.All() {
		for _, ad := range p.Adoptions.All() {
			if ad.State.V != model.Adopted {
				continue
			}
			begun := v.adoptedOn(a, ad)
			if date, ok := ad.Date.Get(); ok && begun == truth.Yes && (since.IsZero() || edtf.Order(date, since) < 0) {
				since = date
			}
			found = truth.Or(found, begun)
		}
	}
	return found, since
}

// evidenceDay is the day that a collective statement speaks of; ok is false
// where nothing tells it.
func (v *View) evidenceDay(a *model.Agreement, e model.AdoptionEvidence) (by edtf.Date, ok bool) {
	if e.By.Is != model.Given && e.By.Is != model.Absent {
		return edtf.Date{}, false
	}
	return v.firstDay(e.By, Citations(a, &e.Evidence, "adoption_evidence"))
}

// statements is what sources say of several parties at once: how certain it is
// that one of them was said to have adopted.
type statements map[model.Ref]truth.Value

func (s statements) of(party model.Ref) truth.Value {
	if said, ok := s[party]; ok {
		return said
	}
	return truth.No
}

// adoptedCollectively tells for each party of an agreement whether some source
// says that it, with others, had adopted by the view's day. Of a collective it
// is the members of the day that the source speaks of: who joined later has not
// adopted by it.
func (v *View) adoptedCollectively(a *model.Agreement) statements {
	said := statements{}
	for _, e := range a.AdoptionEvidence.All() {
		by, ok := v.evidenceDay(a, e)
		spoken := by.Begun(v.Day) // of a missing date nobody can tell
		if spoken == truth.No {
			continue
		}
		then := v
		if ok && !by.Latest().IsOpen() {
			then = v.On(by.Latest())
		}
		for _, ref := range e.Parties.All() {
			members, _ := then.Expand(ref)
			for _, m := range members {
				said[m.Organization] = truth.Or(said.of(m.Organization), truth.And(spoken, m.Holds))
			}
		}
	}
	return said
}

// PartyAdoption is a party of an agreement and whether it has adopted it.
type PartyAdoption struct {
	PartyAt
	Adopted truth.Value
}

// Adoptions tells of each party of an agreement, and of each that may be one,
// whether it has adopted the agreement by the view's day. open is true where
// the parties are not known.
func (v *View) Adoptions(a *model.Agreement) (parties []PartyAdoption, open bool) {
	all, open := v.Parties(a)
	collectively := v.adoptedCollectively(a)
	for _, p := range all {
		if p.Holds != truth.No {
			parties = append(parties, PartyAdoption{p, v.hasAdopted(a, p, collectively)})
		}
	}
	return parties, open
}
