package synth

import "fmt"

type seat struct {
	id, role, side string
	represents     []string
	delegated      bool
	function       string
	elected        bool
	appointedBy    string
	from, until    day
	holders        []*membership // in the order of time, without gaps
	org            *org          // what its holders belong to
	decision       *decision     // behind the seat
}

func (s *seat) write(g *group, p *page) {
	p.raw("id", s.id)
	p.raw("role", s.role)
	p.word("side", s.side)
	p.ids("represents", s.represents)
	p.yes("delegated", s.delegated)
	if s.function != "" {
		p.ids("function", []string{s.function})
	}
	p.yes("elected", s.elected)
	p.word("appointed_by", s.appointedBy)
	p.day("from", s.from)
	p.day("until", s.until)
	p.decision("decision", s.decision)
	if len(s.holders) == 0 {
		p.raw("holder", "unknown")
	}
	if s.org != nil {
		p.sources(cite{source: g.page(), says: s.org.name})
	}
}

// counts reports whether the seat is one of the roles of the metrics.
func (s *seat) counts() bool {
	switch s.role {
	case "adjunct", "substitute", "secretary", "core", "node":
		return false
	}
	return true
}

// holder is who has the seat on a day, or nil.
func (s *seat) holder(on day) *person {
	for _, m := range s.holders {
		if within(on, m.from, m.until) {
			return m.person
		}
	}
	return nil
}

// seat adds a seat for an organization to a group. A seat on the region's or
// the municipalities' side may speak for more than its own.
func (w *world) seat(g *group, role string, o *org, more ...*org) *seat {
	s := &seat{id: fmt.Sprintf("%s-%d", o.side, len(g.seats)+1), role: role, side: o.side, org: o, from: g.began, decision: g.decision}
	s.represents = []string{o.ref()}
	for _, m := range more {
		s.represents = append(s.represents, m.ref())
	}
	s.delegated = len(more) > 0
	switch o.side {
	case "municipal":
		s.appointedBy = g.county.association.ref()
	case "region":
		s.appointedBy = g.county.region.ref()
	}
	g.seats = append(g.seats, s)
	return s
}

// fill gives the seat a holder from its first day on, now and then a person
// who sits elsewhere too, and lets the holders change as years go by.
// decided is asked for the decision behind each membership; nil asks for none.
func (w *world) fill(g *group, s *seat, typ string, decided func(from day) (*decision, day)) {
	first := w.official(g, s, typ)
	m := w.member(g, s, first, s.from)
	if decided != nil {
		m.decision, _ = decided(s.from)
	}
	for year := max(yearOf(s.from)+1, w.firstYear-1); year < lastYear; year++ {
		if !w.chance(0.12) || w.room() < 40 {
			continue
		}
		on := date(year, w.between(1, 12), 1)
		if on <= m.from {
			continue
		}
		var d *decision
		if decided != nil {
			if d, on = decided(on); d == nil || on <= m.from {
				continue
			}
		}
		m.until = on - 1
		m = w.member(g, s, w.newPerson(typ, s.org), on)
		m.decision = d
		s.org.officials = append(s.org.officials, m.person)
	}
}

// official is a person of the seat's organization: one who has another seat
// already, or a new one.
func (w *world) official(g *group, s *seat, typ string) *person {
	if list := s.org.officials; typ == "official" && len(list) > 0 && w.chance(0.35) {
		if p := pick(w, list); p.typ == typ && len(p.memberships) < 4 && !p.inGroup(g) && p.stays() {
			return p
		}
	}
	p := w.newPerson(typ, s.org)
	s.org.officials = append(s.org.officials, p)
	return p
}

func (p *person) inGroup(g *group) bool {
	for _, m := range p.memberships {
		if m.group == g {
			return true
		}
	}
	return false
}

// stays reports whether the person is still there: someone whose last seat has
// been given to another has left.
func (p *person) stays() bool {
	for _, m := range p.memberships {
		if m.until != 0 {
			return false
		}
	}
	return true
}

func (w *world) member(g *group, s *seat, p *person, from day) *membership {
	m := &membership{person: p, group: g, seat: s, from: from, until: s.until}
	p.memberships = append(p.memberships, m)
	s.holders = append(s.holders, m)
	return m
}
