package synth

import (
	"strconv"
)

type group struct {
	id, name, short, typ, level string
	system                      string
	names                       []nameSpan
	aliases                     []string
	county                      *county
	counted                     bool // in the scope of the reported figures
	subregional                 bool
	areas                       []string
	admits                      string // organizations that have seats besides the parties
	targets                     []target
	reportsTo                   string
	began, ended                day
	end                         *decision
	history                     []milestone
	decides                     []string
	basedOn                     []*agreement
	purpose                     string // its terms of reference
	chair                       chairRule
	perYear                     int
	seats                       []*seat
	meetings                    []*meeting
	web                         *source
	protocols                   [12]*source
	locals                      []*group
	commissionedBy              *group
	assignment                  string
	due                         day
	knowledge                   *group
	link                        *person // the person who is the link to it
	responsibilities            []responsibility
	consultation                *consultationGroup
	agreements, plans           int
	boundaries                  []boundary
	office                      *group    // made its terms of reference with
	decision                    *decision // behind its design: its terms of reference and seats
}

type target struct {
	group    string
	from, to int
	all      bool
}

type milestone struct {
	status   string
	on       day
	decision *decision
}

type chairRule struct {
	model, per string
	between    []*org
}

type responsibility struct {
	id, kind, what string
	from, to       *group
	on             day
	decision       *decision
}

type boundary struct{ area, role string }

// consultationGroup is what only a consultation group has.
type consultationGroup struct {
	order    int
	steps    [3]day // when the phases were done: planning, workshop, presentation
	meeting  *meeting
	decision *decision
	people   []*person
}

func (w *world) group(g *group) *group {
	w.cost()
	w.groups = append(w.groups, g)
	return g
}

// page is the web page that says what is so of the group today.
func (g *group) page() *source {
	if g.web != nil {
		return g.web
	}
	return g.county.web
}

func (g *group) ref() string { return "group/" + g.id }

// rests reports whether the group has become dormant.
func (g *group) rests() bool { return g.history[len(g.history)-1].status == "dormant" }

// lives reports whether the group exists on a day.
func (g *group) lives(on day) bool { return within(on, g.began, g.ended) }

// forum reports whether the rules about forums apply to the group.
func (g *group) forum() bool {
	switch g.typ {
	case "political-steering", "official-steering", "consultation", "joint-forum", "municipal-forum":
		return true
	}
	return false
}

func (g *group) write(w *world, p *page) {
	if len(g.names) > 0 {
		p.names(g.names)
	} else {
		p.text("name", g.name)
		p.text("short_name", g.short)
	}
	p.list("aliases", g.aliases)
	p.raw("type", g.typ)
	p.word("level", g.level)
	p.word("system", g.system)
	if g.counted {
		p.raw("scope", "[lansfora]")
	}
	if g.reportsTo == "none" {
		p.in("reports_to", func() { p.item(func() { p.raw("to", "none") }) })
	} else if g.reportsTo != "" {
		p.ids("reports_to", []string{g.reportsTo})
	}
	p.yes("subregional", g.subregional)
	if g.admits != "" {
		p.ids("admits", []string{g.admits})
	}
	p.ids("based_on", agreementIDs(g.basedOn))
	p.ids("subject_areas", g.areas)
	entries(p, "decides", g.decides, func(_ int, matter string) { p.raw("matter", matter) })
	entries(p, "boundaries", g.boundaries, func(_ int, b boundary) {
		p.raw("area", b.area)
		p.raw("role", b.role)
	})
	g.writeLinks(p)
	if g.commissionedBy != nil {
		p.raw("commissioned_by", g.commissionedBy.ref())
		p.text("assignment", g.assignment)
		p.in("ends", func() { p.item(func() { p.day("date", g.due) }) })
	}
	entries(p, "target_groups", g.targets, func(_ int, t target) {
		p.raw("group", t.group)
		if t.all {
			p.raw("ages", "all")
		} else {
			p.raw("ages", "{from: "+strconv.Itoa(t.from)+", to: "+strconv.Itoa(t.to)+"}")
		}
	})
	g.writeTerms(p)
	entries(p, "seats", g.seats, func(_ int, s *seat) { s.write(g, p) })
	g.writeStructure(p)
	if g.forum() && g.ended == 0 {
		g.writeWork(p)
	}
	entries(p, "responsibilities", g.responsibilities, func(_ int, r responsibility) {
		p.raw("id", r.id)
		p.raw("kind", r.kind)
		p.text("what", r.what)
		p.raw("from", r.from.id)
		p.in("to", func() {
			p.item(func() {
				p.raw("group", r.to.id)
				p.raw("role", "owner")
				p.raw("status", "decided")
			})
		})
		p.day("transferred", r.on)
		p.decision("decision", r.decision)
	})
	g.writeEstablishment(p)
	entries(p, "history", g.history, func(_ int, m milestone) {
		p.raw("status", m.status)
		p.day("date", m.on)
		p.decision("decision", m.decision)
		p.sources(cite{source: g.page(), says: g.name + " sedan " + m.on.String()})
	})
	g.writeComplete(w, p)
	if g.ended != 0 {
		p.in("ended", func() {
			p.day("date", g.ended)
			p.raw("reason", "Uppdraget är slutfört eller har tagits över av en annan grupp.")
			p.decision("decision", g.end)
			p.raw("successor", "none")
		})
	}
	p.sources(cite{source: g.page()})
	if g.forum() {
		p.block("note", remark(g.id, 3))
	}
}

func (g *group) writeLinks(p *page) {
	if g.consultation == nil {
		return
	}
	p.in("links", func() {
		p.item(func() {
			p.raw("level", "subregional")
			p.raw("to", g.county.association.ref())
		})
		for _, l := range g.locals {
			p.item(func() {
				p.raw("level", "local")
				p.raw("to", l.ref())
			})
		}
	})
}

func (o *org) ref() string { return "organization/" + o.id }

func orgIDs(list []*org) []string {
	ids := make([]string, len(list))
	for i, o := range list {
		ids[i] = o.id
	}
	return ids
}

func agreementIDs(list []*agreement) []string {
	ids := make([]string, len(list))
	for i, a := range list {
		ids[i] = a.id
	}
	return ids
}

func termIDs(list []term) []string {
	ids := make([]string, len(list))
	for i, t := range list {
		ids[i] = t.id
	}
	return ids
}
