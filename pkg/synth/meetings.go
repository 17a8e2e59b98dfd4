package synth

import "strconv"

type meeting struct {
	group           *group
	on              day
	status          string
	chair           *person
	present, absent []*person
	agenda          []*agendaItem
}

type agendaItem struct {
	title, typ string
	about      []string
}

// id is the meeting's id as references write it.
func (m *meeting) id() string { return m.group.id + "/" + m.on.String() }

// nth is the id of an agenda item.
func nth(i int) string { return strconv.Itoa(i + 1) }

// season holds the months in which a forum meets.
var (
	season      = []int{2, 5, 9, 11}
	apexSeason  = []int{3, 6, 10, 12}
	localSeason = []int{4, 10}
)

// meet records the meetings of a group from its first year on, the coming ones
// as planned.
func (w *world) meet(g *group, first int, months []int, from, to int) {
	base := w.between(from, to)
	for year := first; year <= lastYear; year++ {
		for _, month := range months {
			on := weekday(date(year, month, base+w.between(-2, 2)))
			if on < g.began+20 || g.ended != 0 && on > g.ended {
				continue
			}
			w.meeting(g, on)
		}
	}
}

// meeting records one meeting. Chairs take turns by meeting or by year, as the
// group's rule says.
func (w *world) meeting(g *group, on day) *meeting {
	w.cost()
	m := &meeting{group: g, on: on, status: "held"}
	turn := len(g.meetings)
	if g.chair.per == "year" {
		turn = yearOf(on)
	}
	g.meetings = append(g.meetings, m)
	w.meetings = append(w.meetings, m)
	topics := w.between(0, len(agendaTopics)-1)
	items := w.between(3, 6)
	if on > asOf {
		m.status, items = "planned", 1
	}
	for i := range items {
		typ := "information"
		if i%2 == 1 {
			typ = "discussion"
		}
		m.agenda = append(m.agenda, &agendaItem{title: agendaTopics[(topics+i)%len(agendaTopics)], typ: typ, about: g.areaRefs(i)})
	}
	if on > asOf {
		return m
	}
	var chairs []*seat
	for _, s := range g.seats {
		if s.role == "chair" {
			chairs = append(chairs, s)
		}
	}
	if len(chairs) > 0 {
		m.chair = chairs[turn%len(chairs)].holder(on)
	}
	for _, s := range g.seats {
		p := s.holder(on)
		switch {
		case p == nil:
		case p == m.chair || s.role == "chair" || w.chance(0.88):
			m.present = append(m.present, p)
		default:
			m.absent = append(m.absent, p)
		}
	}
	return m
}

// areaRefs is what an item of the agenda is about: the agreement that the group
// works with, for the first item of a group that has one.
func (g *group) areaRefs(item int) []string {
	if item == 0 && len(g.basedOn) > 0 {
		return []string{"agreement/" + g.basedOn[0].id}
	}
	return nil
}

func (m *meeting) write(w *world, p *page) {
	p.raw("status", m.status)
	if m.status == "held" {
		p.quoted("time", "09:30")
		p.text("place", places[int(m.on)%len(places)])
	}
	if m.chair != nil {
		p.raw("chair", "representative/"+m.chair.id)
	}
	p.persons("present", m.present)
	p.persons("absent", m.absent)
	entries(p, "agenda", m.agenda, func(i int, item *agendaItem) {
		p.quoted("id", nth(i))
		p.text("title", item.title)
		p.raw("type", item.typ)
		p.ids("about", item.about)
	})
	if m.status == "planned" {
		p.sources(cite{source: m.group.page()})
		return
	}
	if approved := weekday(m.on + 21); approved <= retrieved {
		p.in("minutes", func() { p.day("approved", approved) })
	}
	p.sources(m.cite(w))
	p.block("note", remark(m.id(), 4))
}

// cite is what evidences a held meeting: the group's minutes where it keeps
// them, else its page.
func (m *meeting) cite(w *world) cite {
	if s := m.group.protocols[yearOf(m.on)-2015]; s != nil {
		return cite{source: s, section: "§ 1–" + strconv.Itoa(len(m.agenda))}
	}
	return cite{source: m.group.page()}
}

// persons writes a list of people, one a line where there are several.
func (p *page) persons(key string, people []*person) {
	if len(people) == 0 {
		return
	}
	p.in(key, func() {
		for _, person := range people {
			p.entry("representative/" + person.id)
		}
	})
}
