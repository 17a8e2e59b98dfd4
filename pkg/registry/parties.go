package registry

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// PartyAt is a party of an agreement after collectives are expanded.
type PartyAt struct {
	Organization model.Ref
	Holds        truth.Value
	// Entry is the list entry it comes from, and Index its position; nil and -1
	// for a party by default or by the agreement that is supplemented.
	Entry *model.Party
	Index int
	// Via is the collective that brought it in, or zero.
	Via model.Ref
	// also is the same organization by another entry, or nil.
	also *PartyAt
}

// Parties returns the parties of an agreement at the view's day. An entry for
// a member of a collective refines it. An agreement without `parties` has
// those of the agreement it supplements, else the registry's default parties; an
// external one, which is only referred to, has none by default. open is true where the parties are not known.
func (v *View) Parties(a *model.Agreement) (parties []PartyAt, open bool) {
	switch {
	case a.Parties.Is != model.Absent:
		return v.ownParties(a)
	case a.Supplements.Is == model.Given, a.Supplements.Is == model.Unknown:
		return v.inheritedParties(a)
	case a.External.V:
		return nil, true
	}
	for _, ref := range v.Manifest.DefaultParties.All() {
		members, unknown := v.Expand(ref)
		open = open || unknown
		for _, m := range members {
			parties = append(parties, PartyAt{Organization: m.Organization, Holds: m.Holds, Index: -1, Via: v.via(ref)})
		}
	}
	return parties, open || v.Manifest.DefaultParties.Is != model.Given || v.Manifest.DefaultParties.Open()
}

// inheritedParties are those of the agreement that a supplement supplements.
// The entries stay behind: an adoption of the one is no adoption of the other.
func (v *View) inheritedParties(a *model.Agreement) (parties []PartyAt, open bool) {
	parent, ok := Find[*model.Agreement](v.Registry, a.Supplements.V)
	if !ok || parent == a || parent.Supplements.Is == model.Given || parent.Supplements.Is == model.Unknown {
		return nil, true
	}
	parties, open = v.Parties(parent)
	for i := range parties {
		parties[i].Entry, parties[i].Index, parties[i].also = nil, -1, nil
	}
	return parties, open
}

func (v *View) ownParties(a *model.Agreement) (parties []PartyAt, open bool) {
	named, brought := partyList{}, partyList{}
	for i, p := range a.Parties.Pointers() {
		ref, ok := p.Organization.Get()
		if !ok {
			open = true
			continue
		}
		holds := v.partyHolds(a, p)
		members, unknown := v.Expand(ref)
		open = open || unknown
		for _, m := range members {
			party := PartyAt{Organization: m.Organization, Holds: truth.And(holds, m.Holds), Entry: p, Index: i, Via: v.via(ref)}
			if party.Via.IsZero() {
				named.add(party)
			} else {
				brought.add(party)
			}
		}
	}
	parties = named.parties
	for _, p := range brought.parties {
		if _, refined := named.at[p.Organization]; !refined {
			parties = append(parties, p)
		}
	}
	return parties, open || a.Parties.Open()
}

// partyHolds tells whether a party entry is so at the view's day. A party
// without a first day, or a decision that gives one, is a party from the
// beginning: it is one of those that the agreement was made between.
func (v *View) partyHolds(a *model.Agreement, p *model.Party) truth.Value {
	cites := Citations(a, &p.Evidence, "parties")
	if p.From.Is == model.Absent && !p.Decision.Given() {
		return v.goesOn(p.Until, cites, Lasting)
	}
	return v.runs(p.Span, p.Decision, cites, Lasting)
}

// via is the reference itself where it names a collective, else zero.
func (v *View) via(ref model.Ref) model.Ref {
	if o, ok := v.Organization(ref); ok && o.Type.V == model.Collective {
		return o.Ref
	}
	return model.Ref{}
}

// partyList holds each organization once. One that is named twice, for two
// periods or by two collectives, is a party if either entry makes it one, and
// stands for the entry that says so with most certainty.
type partyList struct {
	parties []PartyAt
	at      map[model.Ref]int
}

func (l *partyList) add(p PartyAt) {
	i, known := l.at[p.Organization]
	if !known {
		if l.at == nil {
			l.at = map[model.Ref]int{}
		}
		l.at[p.Organization] = len(l.parties)
		l.parties = append(l.parties, p)
		return
	}
	first := &l.parties[i]
	if truth.Or(first.Holds, p.Holds) != first.Holds {
		p, *first = *first, p
		first.also, p.also = p.also, nil
	}
	p.also = first.also
	first.also = &p
}

// PartiesComplete tells whether the parties of an agreement are all recorded at
// the view's day. Those by default are, and those that a supplement has from
// its parent are where the parent's are.
func (v *View) PartiesComplete(a *model.Agreement) truth.Value {
	switch {
	case a.Parties.Is == model.None:
		return truth.Yes
	case a.Parties.Is != model.Absent:
		return IsComplete(a.Complete.V.Parties, v.Day)
	case a.Supplements.Is == model.Given:
		if parent, ok := v.Parent(a); ok && parent.Supplements.Is != model.Given {
			return v.PartiesComplete(parent)
		}
		return truth.CannotTell
	case a.Supplements.Is == model.Unknown, a.External.V, v.Manifest.DefaultParties.Is != model.Given, v.Manifest.DefaultParties.Open():
		return truth.CannotTell
	}
	return truth.Yes
}

// IsParty tells whether an organization is a party of an agreement at the
// view's day. parties are those of the agreement; that an organization is not
// among them proves nothing unless they are complete.
func (v *View) IsParty(a *model.Agreement, parties []PartyAt, organization model.Ref) truth.Value {
	for _, p := range parties {
		if p.Organization == organization {
			return p.Holds
		}
	}
	return v.PartiesComplete(a).Not()
}
