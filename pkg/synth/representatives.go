package synth

import "strconv"

type person struct {
	id, name, typ string
	title         string
	former        string // an earlier title
	formerFrom    day
	formerUntil   day
	org           *org
	manager       bool
	memberships   []*membership
}

// membership is one unbroken period of a person in a seat.
type membership struct {
	person      *person
	group       *group
	seat        *seat
	from, until day
	decision    *decision
	approvedOn  day // by the group that approves representatives in knowledge governance
}

// newPerson makes a person of an organization.
func (w *world) newPerson(typ string, o *org) *person {
	w.cost()
	p := &person{typ: typ, org: o, name: w.personName()}
	p.id = slug(p.name)
	for i := 2; w.personIDs[p.id]; i++ {
		p.id = slug(p.name) + "-" + strconv.Itoa(i)
	}
	w.personIDs[p.id] = true
	switch typ {
	case "elected":
		p.title = pick(w, electedTitles)
	default:
		p.title = pick(w, officialTitles)
		p.manager = w.chance(0.6)
	}
	if w.chance(0.5) {
		p.former = pick(w, officialTitles)
		p.formerFrom = date(w.between(2010, 2014), w.between(1, 12), 1)
		p.formerUntil = date(w.between(2015, 2018), w.between(1, 12), 28)
	}
	w.representatives = append(w.representatives, p)
	return p
}

// personName is a name that nobody else in the registry has.
func (w *world) personName() string {
	surnames := len(surFirst) * len(surLast)
	all := len(firstNames) * surnames
	// A step that has no divisor in common with the number of names visits each
	// of them once before any returns.
	i := (w.namesFrom + w.names*15_485_863) % all
	round := w.names / all
	w.names++
	s := i % surnames
	name := firstNames[i/surnames] + " " + surFirst[s%len(surFirst)] + surLast[s/len(surFirst)]
	if round > 0 {
		name = firstNames[(i+round)%len(firstNames)] + "-" + name
	}
	return name
}

// sits reports whether the person holds a seat of the group on a day.
func (p *person) sits(g *group, on day) bool {
	for _, m := range p.memberships {
		if m.group == g && within(on, m.from, m.until) {
			return true
		}
	}
	return false
}

func (p *person) write(w *world, pg *page) {
	pg.text("name", p.name)
	pg.raw("type", p.typ)
	pg.yes("manager", p.manager)
	pg.in("titles", func() {
		if p.former != "" {
			pg.item(func() {
				pg.text("title", p.former)
				pg.raw("organization", p.org.id)
				pg.day("from", p.formerFrom)
				pg.day("until", p.formerUntil)
			})
		}
		pg.item(func() {
			pg.text("title", p.title)
			pg.raw("organization", p.org.id)
			pg.day("from", max(structureFrom, p.formerUntil+1))
		})
	})
	entries(pg, "memberships", p.memberships, func(_ int, m *membership) {
		pg.raw("group", m.group.id)
		if m.seat != nil {
			pg.raw("seat", m.seat.id)
		}
		pg.day("from", m.from)
		pg.day("until", m.until)
		pg.decision("decision", m.decision)
		if m.approvedOn != 0 {
			pg.in("approved_by", func() {
				pg.raw("group", w.rss.id)
				pg.day("date", m.approvedOn)
			})
		}
		pg.sources(cite{source: m.group.page(), says: p.name + ", " + lower(p.title) + ", i " + m.group.name})
	})
	var cites []cite
	seen := func(s *source) bool {
		for _, c := range cites {
			if c.source == s {
				return true
			}
		}
		return false
	}
	for _, m := range p.memberships {
		if s := m.group.page(); !seen(s) {
			cites = append(cites, cite{source: s})
		}
	}
	if len(cites) == 0 {
		cites = []cite{{source: p.org.county.web}}
	}
	pg.sources(cites...)
}
