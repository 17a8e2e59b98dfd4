package synth

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lower writes a heading inside a sentence.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}

// parts of a county name the forums of one area apart.
var parts = []string{"norra", "södra", "östra", "västra", "mellersta", "inre", "yttre", "övre", "nedre"}

// municipalForum adds a forum of the municipalities only, one in each county.
func (w *world) municipalForum(c *county) *group {
	g := &group{
		id: "kommunforum-" + c.slug, name: "Kommunernas forum i " + c.name, typ: "municipal-forum", level: "regional", county: c, began: structureFrom,
		counted: c == w.home, areas: []string{"forebyggande"}, reportsTo: w.steering.ref(), perYear: 4,
		chair:   chairRule{model: "fixed"},
		targets: []target{{group: "befolkningen", all: true}},
		purpose: "Samordna kommunernas arbete och företräda dem i kunskapsstyrningen.",
		history: []milestone{{"active", structureFrom, nil}},
	}
	w.group(g)
	g.web = w.web(g.id, g.name, c.association.name)
	w.fill(g, w.seat(g, "chair", c.association), "official", nil)
	for i := range 5 {
		area := c.bySubregion[i%len(c.bySubregion)]
		w.fill(g, w.seat(g, "member", area[i%len(area)]), "official", nil)
	}
	c.rss = g
	w.meet(g, w.firstYear, season, 10, 20)
	return g
}

// jointForum adds a forum of a county with all that belongs to it: meetings,
// plans, agreements and their follow-up, issues and local groups.
func (w *world) jointForum(c *county) *group {
	n := 0
	for _, g := range c.forums {
		if g.ended == 0 {
			n++
		}
	}
	area := forumAreas[n%len(forumAreas)]
	round := n / len(forumAreas)
	where := parts[round%len(parts)] + " " + c.name
	if round == 0 {
		where = c.name
	} else if round > len(parts) {
		where += fmt.Sprintf(" %d", 1+round/len(parts))
	}
	g := &group{
		id: fmt.Sprintf("forum-%s-%s", slug(where), area.id), name: "Samverkansforum " + lower(area.sv) + " i " + where, typ: "joint-forum",
		level: "regional", county: c, areas: []string{area.id}, reportsTo: w.steering.ref(), perYear: 4,
		counted: c == w.home && n < 2, subregional: c == w.home,
		chair:   chairRule{"alternating", "meeting", []*org{c.administration, c.association}},
		targets: []target{{group: []string{"hemsjukvard", "befolkningen", "narstaende"}[n%3], all: true}},
		purpose: "Gemensamt utveckla och följa upp " + lower(area.sv) + ".",
		began:   date(w.between(2016, 2020), w.between(1, 12), 1),
	}
	g.aliases = []string{"Forumet för " + lower(area.sv) + " i " + where}
	g.history = []milestone{{"active", g.began, nil}}
	if c == w.home && n == 0 {
		// The first forum has every area that no other is sure to have.
		g.areas = termIDs(forumAreas)
	}
	if n == 0 && c != w.home {
		g.areas = append(g.areas, "forebyggande")
	}
	w.group(g)
	c.forums = append(c.forums, g)
	g.web = w.web(g.id, g.name, c.association.name)
	w.bothSides(g, 4, "official", nil)
	leading := n == 0 && c == w.home // has what no other forum is sure to have
	if w.chance(0.4) || leading {
		w.adjunct(g)
	}
	if w.chance(0.2) || leading {
		w.provider(g)
	}
	if n == 0 && c.framework == nil {
		w.frameworkOf(c, g)
		w.follow(c.framework)
	}
	agreements := w.forumAgreements(g, where, area, leading)
	if leading || w.chance(0.15) {
		g.basedOn = append(g.basedOn, w.national(false))
	}
	w.meet(g, w.firstYear, season, 8, 25)
	w.annualPlans(g)
	w.decisionsOf(g)
	for _, a := range agreements {
		w.follow(a)
	}
	for range w.between(1, 3) {
		w.localGroup(g)
	}
	if w.chance(0.5) || leading {
		w.workingGroup(g)
	}
	for _, state := range []string{"captured", "captured", pick(w, []string{"captured", "prepared"}), pick(w, []string{"driven", "done", "dropped"})} {
		w.issue(g, state)
	}
	for range 2 {
		w.moreOrganizations(c)
	}
	if w.chance(0.5) || leading {
		// The person who sits in both is the link to knowledge governance.
		w.knowledgeLink(g)
	}
	return g
}

// adjunct adds a seat for a user organization, which is not counted.
func (w *world) adjunct(g *group) {
	for _, o := range w.organizations {
		if o.county == g.county && o.typ == "user-organization" {
			s := &seat{id: "brukare", role: "adjunct", side: "other", represents: []string{o.ref()}, org: o, from: g.began}
			o.free = false
			g.seats = append(g.seats, s)
			w.member(g, s, w.newPerson("user", o), s.from)
			return
		}
	}
}

// provider adds a seat for a private care provider, which the forum admits.
func (w *world) provider(g *group) {
	for _, o := range w.organizations {
		if o.county == g.county && o.typ == "provider" && o.ownership == "private" {
			o.free = false
			g.admits = "provider"
			w.fill(g, w.seat(g, "member", o), "official", nil)
			return
		}
	}
}

// forumAgreements are those a forum is responsible for: always one, and often
// a supplement or one that was replaced.
func (w *world) forumAgreements(g *group, where string, area term, leading bool) []*agreement {
	c := g.county
	title := "Överenskommelse om " + lower(area.sv) + " i " + where
	var out []*agreement
	first := w.newAgreement(c, g, title, date(w.between(2017, 2023), w.between(1, 12), w.between(1, 28)))
	first.areas = []string{area.id}
	first.named = c.regionName(first.agreed)
	g.basedOn = append(g.basedOn, first)
	out = append(out, first)
	if w.chance(0.3) {
		first.title = "Överenskommelse mellan " + first.named + " och kommunerna om " + lower(area.sv) + " i " + where
		first.doc.title = first.title
	}
	if w.chance(0.3) {
		first.proposed = pick(w, w.consultation)
	}
	if w.chance(0.3) {
		first.parties, first.clauses = separately, true
	}
	if w.chance(0.4) {
		first.readopted = first.actual + 30
		first.doc.dated = max(first.doc.dated, weekday(first.readopted+7))
	}
	if w.chance(0.35) || leading {
		out = append(out, w.supplement(first, "Tillägg om informationsöverföring till "+lower(title), max(first.actual+60, date(2022, w.between(1, 9), w.between(1, 28)))))
	}
	atLeast := 0
	if leading {
		atLeast = 1
	}
	for i, what := range []string{"gemensam utbildning", "lokaler och teknik", "gemensam jourverksamhet"}[:max(w.between(0, 3), atLeast)] {
		a := w.newAgreement(c, g, "Avtal om "+what+" inom "+lower(area.sv)+" i "+where, date(w.between(2017, 2024), w.between(1, 12), w.between(1, 28)))
		a.typ, a.areas = "contract", []string{area.id}
		a.named = c.regionName(a.agreed)
		if i == 0 && (leading || w.chance(0.5)) {
			a.parties = association
		}
		out = append(out, a)
	}
	return out
}

// decisionsOf are a forum's own decisions on what it does, the renewal of an
// agreement, and a proposal whose fate is not known.
func (w *world) decisionsOf(g *group) {
	held := 0
	for _, m := range g.meetings {
		if m.status != "held" {
			continue
		}
		held++
		if held%5 == 3 {
			w.decide(m, "", "Gemensam utbildningsdag "+pick(w, []string{"våren", "hösten"})).free = true
		}
	}
	if first := g.basedOn[0]; w.chance(0.15) && first.actual < date(2022, 1, 1) && yearOf(first.actual) < w.firstYear+2 && len(g.meetings) > 6 {
		if m := g.lastMeeting(date(2024, 12, 10)); m != nil && w.supplementsOf(first) == 0 {
			d := w.decide(m, "", "Ny lydelse av överenskommelsen", "agreement/"+first.id)
			a := w.succeed(first, d)
			g.basedOn[0] = a
			w.follow(a)
		}
	}
	if w.chance(0.3) {
		w.record(&decision{
			id: "forslag-" + g.id, title: "Förslag om gemensam mottagning", state: "proposed", unknownOutcome: true, proposedBy: g.ref(), body: w.steering.ref(),
			cites: []cite{{source: w.protocol(g, 2025), section: paragraph(9)}}, free: true,
			note: "Förslaget lämnades till styrgruppen. Vad som hände sedan sägs inte.",
		})
	}
}

func (w *world) supplementsOf(a *agreement) int {
	n := 0
	for _, s := range w.agreements {
		if s.supplements == a {
			n++
		}
	}
	return n
}

// localGroup adds a local group under a forum. Some have got a new name by a
// decision.
func (w *world) localGroup(parent *group) *group {
	c := parent.county
	m := c.municipalities[len(c.locals)%len(c.municipalities)]
	n := len(c.locals) + 1
	g := &group{
		id: fmt.Sprintf("lokal-%s-%03d", c.slug, n), name: fmt.Sprintf("Lokal grupp %d i %s", n, m.name), typ: "local", level: "local", county: c,
		began: date(w.between(2019, 2020), w.between(1, 12), 1), reportsTo: parent.ref(), areas: parent.areas[:1],
	}
	g.history = []milestone{{"active", g.began, nil}}
	w.group(g)
	c.locals = append(c.locals, g)
	parent.locals = append(parent.locals, g)
	if n%3 == 1 {
		at := w.steering.meetings[(n/3)%8]
		d := w.decide(at, "naming", "Namn på lokal grupp i "+m.name, g.ref())
		g.names = []nameSpan{
			{name: fmt.Sprintf("Samverkansgrupp %d i %s", n, m.name), from: g.began, until: at.on - 1},
			{name: g.name, from: at.on, decision: d},
		}
	}
	w.fill(g, w.seat(g, "member", m), "official", nil)
	w.fill(g, w.seat(g, "member", c.administration), "official", nil)
	w.seat(g, "member", m) // whose holder no source names
	for year := max(2024, w.firstYear); year < lastYear; year++ {
		for _, month := range localSeason {
			if w.limit >= 1000 {
				w.meeting(g, weekday(date(year, month, w.between(1, 28))))
			}
		}
	}
	return g
}

// workingGroup adds a working group with its assignment and its end.
func (w *world) workingGroup(parent *group) {
	c := parent.county
	n := 0
	for _, g := range w.groups {
		if g.commissionedBy == parent {
			n++
		}
	}
	g := &group{
		id: fmt.Sprintf("arbetsgrupp-%s-%d", strings.TrimPrefix(parent.id, "forum-"), n+1), name: fmt.Sprintf("Arbetsgrupp %d under %s", n+1, lower(parent.name)),
		typ: "working", level: "regional", county: c, commissionedBy: parent, assignment: pick(w, assignments), reportsTo: parent.ref(),
		began: date(2025, w.between(1, 9), 1), due: date(2026, w.between(8, 12), 31-2),
	}
	g.history = []milestone{{"active", g.began, nil}}
	w.group(g)
	w.fill(g, w.seat(g, "member", c.administration), "official", nil)
	w.fill(g, w.seat(g, "member", pick(w, c.municipalities)), "official", nil)
}

// knowledgeLink makes a person of a forum its link to a knowledge body, by a
// seat there.
func (w *world) knowledgeLink(g *group) {
	body := pick(w, w.knowledge)
	for _, s := range g.seats {
		if s.side != "region" || s.role != "member" {
			continue
		}
		m := s.holders[len(s.holders)-1]
		if m.until != 0 || m.person.inGroup(body) {
			continue
		}
		link := w.seat(body, "member", s.org)
		link.from = max(m.from, body.began)
		w.member(body, link, m.person, link.from)
		g.knowledge, g.link = body, m.person
		return
	}
}
