package synth

import "fmt"

// crossSector is the target group that every consultation group must consider.
const crossSector = "personer-funktionsnedsattning"

// deliverables are what the last step of establishment gives.
var deliverables = []string{"uppdragsbeskrivning", "kompetensprofiler", "arbetssatt", "utestaende-fragor"}

// structure builds what the rules of cooperation are about: the steering
// groups, the process office, the consultation groups and a forum of old that
// they took over from.
func (w *world) structure() {
	c := w.home
	w.apex = w.group(&group{
		id: "politisk-styrgrupp", name: "Politiska styrgruppen för samverkan", short: "PSG", typ: "political-steering", county: c, began: structureFrom,
		level: "regional", counted: true, reportsTo: "none", areas: []string{"forebyggande"}, decides: []string{"priority", "plan"}, perYear: 4,
		chair:   chairRule{"alternating", "year", []*org{c.region, c.association}},
		history: []milestone{{"active", structureFrom, nil}},
		purpose: "Ge samverkan dess inriktning och följa att målen nås.",
		targets: []target{{group: "befolkningen", all: true}},
	})
	w.apex.web = w.web(w.apex.id, w.apex.name, c.association.name)
	w.steering = w.group(&group{
		id: "tjanstemannastyrgrupp", name: "Tjänstemannastyrgruppen", short: "TSG", typ: "official-steering", county: c, began: structureFrom,
		level: "regional", counted: true, reportsTo: w.apex.ref(), decides: []string{"staffing", "group-design", "new-group", "closure", "naming"}, perYear: 4,
		chair:   chairRule{"alternating", "meeting", []*org{c.administration, c.association}},
		history: []milestone{{"active", structureFrom, nil}},
		purpose: "Leda arbetet mellan den politiska styrgruppens möten och besluta om grupperna.",
		targets: []target{{group: "befolkningen", all: true}},
	})
	w.steering.web = w.web(w.steering.id, w.steering.name, c.association.name)
	w.frameworkOf(c, w.apex)
	w.elected()
	w.bothSides(w.steering, 5, "official", nil)
	w.meet(w.steering, 2022, season, 4, 8)
	w.meet(w.apex, w.firstYear, apexSeason, 6, 14)
	w.knowledgeBodies()
	w.theGuideline()
	w.processOffice()
	for i := range consultationAreas {
		w.consultationGroup(i)
	}
	w.nodes()
	w.formerForum()
	w.statutory()
	w.expired = w.national(true)
	w.dormantForum(c)
	w.steeringPlans()
}

// elected fills the political steering group: seven elected seats on each
// side, with a new appointment for each mandate.
func (w *world) elected() {
	g, c := w.apex, w.home
	for i := range 14 {
		role, o := "member", c.region
		if i%2 == 1 {
			o = c.municipalities[i]
		}
		if i < 2 {
			role = "chair"
			o = g.chair.between[i]
		}
		s := w.seat(g, role, o)
		s.elected = true
		first := w.newPerson("elected", o)
		w.member(g, s, first, s.from).until = mandateFrom - 1
		if w.chance(0.5) {
			w.member(g, s, first, mandateFrom)
		} else {
			w.member(g, s, w.newPerson("elected", o), mandateFrom)
		}
	}
}

// bothSides gives a group n seats on each side, two of them the chairs that
// its rule names, and fills them.
func (w *world) bothSides(g *group, n int, typ string, decided func(day) (*decision, day)) {
	c := g.county
	for i := range n {
		role, o := "member", c.administration
		if i == 0 {
			role, o = "chair", g.chair.between[0]
		}
		s := w.seat(g, role, o)
		s.function = functions[3+i%2].id
		w.fill(g, s, typ, decided)
		role = "member"
		area := c.bySubregion[i%len(c.bySubregion)]
		if area[len(area)-1].unseated {
			area = area[:len(area)-1]
		}
		at := w.between(0, len(area)-1)
		o, more := area[at], []*org(nil)
		if i == 0 {
			role, o = "chair", g.chair.between[1]
		} else if i == n-1 && n == len(c.bySubregion) {
			more = c.bySubregion[0][1:2] // or nobody would speak for the first subregion
		} else if w.chance(0.5) && len(area) > 2 {
			more = []*org{area[(at+1)%len(area)], area[(at+2)%len(area)]}
		}
		s = w.seat(g, role, o, more...)
		s.function = functions[i%3].id
		w.fill(g, s, typ, decided)
	}
}

// staffing decides, at the last meeting of the steering group before a day,
// on the staffing of a group; the day given back is the day of the decision.
func (w *world) staffing(g *group) func(day) (*decision, day) {
	var last *decision
	return func(from day) (*decision, day) {
		m := w.steering.lastMeeting(from)
		if m == nil {
			return nil, from
		}
		if last == nil || last.on != m.on {
			last = w.decide(m, "staffing", "Bemanning av "+g.name, g.ref())
		}
		return last, m.on
	}
}

// theGuideline records the decisions behind the guideline and the action plan.
func (w *world) theGuideline() {
	m := w.steering.meetings[0]
	w.guidelineDecision = w.decide(m, "guideline", "Riktlinje för samverkan", "guideline/riktlinje")
	early := w.source(&source{
		id: "handlingsplan-beslut", title: "Protokollsutdrag: handlingsplan och prioriteringar", typ: "protocol", publisher: w.apex.name, dated: date(2022, 6, 20),
		reference: "SYN 2022/77",
	})
	w.cost()
	old := &plan{
		id: "prioriteringar-2019", title: "Prioriterade områden", typ: "priorities", owner: w.apex.ref(), from: date(2019, 7, 1), until: date(2022, 6, 30),
		goals: []string{"Den enskilde möter en sammanhållen vård.", "Övergångar mellan huvudmän är trygga."},
		cites: []cite{{source: early, section: "§ 8"}},
	}
	d := w.record(&decision{
		id: "handlingsplan-2022", title: "Handlingsplan för nära vård", state: "decided", matter: "plan", body: w.apex.ref(), on: date(2022, 6, 10),
		concerns: []string{"plan/handlingsplan"}, cites: []cite{{source: early, section: "§ 9", says: "Handlingsplanen gäller från den 1 juli."}},
		chain:    []stage{{"Beredning", w.steering.ref(), date(2022, 5, 20)}, {"Beslut", w.apex.ref(), date(2022, 6, 10)}},
		deadline: date(2022, 6, 30),
	})
	w.cost()
	w.actionPlan = &plan{
		id: "handlingsplan", title: "Handlingsplan för nära vård", typ: "action", owner: w.apex.ref(), from: date(2022, 7, 1), until: date(2029, 12, 31),
		decision: d, replaces: old, cites: []cite{{source: early, section: "§ 9"}},
		goals: []string{"Fler får stöd i hemmet.", "Planeringen är gemensam.", "Kunskap sprids lika i hela länet."},
	}
	w.plans = append(w.plans, old, w.actionPlan)
}

// formerForum is a forum that has ended, with what it did handed over to a
// consultation group.
func (w *world) formerForum() {
	c, to := w.home, w.consultation[1]
	g := w.group(&group{
		id: "tidigare-forum-aldre", name: "Forumet för äldres vård", typ: "joint-forum", level: "regional", county: c, began: structureFrom,
		ended: date(2023, 12, 31), areas: to.areas, reportsTo: w.steering.ref(), targets: to.targets[:1],
		purpose: "Samordna äldres vård fram till dess att samrådsgruppen finns.",
		history: []milestone{{"active", structureFrom, nil}},
	})
	for _, o := range []*org{c.administration, c.association, c.region, c.municipalities[3]} {
		w.seat(g, "member", o).until = g.ended
	}
	g.end = w.decide(w.steering.lastMeeting(g.ended), "closure", "Avveckling av "+lower(g.name), g.ref())
	for i, what := range []string{"Förvalta överenskommelsen om äldre", "Hålla kontakt med de lokala grupperna"} {
		g.responsibilities = append(g.responsibilities, responsibility{
			id: fmt.Sprintf("ansvar-%d", i+1), kind: []string{"agreement", "local"}[i], what: what, from: g, to: to, on: g.end.on, decision: g.end,
		})
	}
	w.former = g
}

// statutory makes the agreements that the law demands, each managed by a
// consultation group, and one of them by the former forum until it ended.
func (w *world) statutory() {
	for _, r := range requirements {
		g := w.consultation[r.area]
		agreed := max(date(2018, 2+r.area, 12), r.from+60)
		a := w.newAgreement(w.home, g, "Överenskommelse om "+lower(consultationAreas[r.area].sv)+" i "+w.home.name, agreed)
		a.requirement, a.parties, a.every, a.areas = r.id, byDefault, 1, g.areas
		a.ownerFrom, a.ownerDecision = g.began, g.consultation.decision
		if r.area == 1 {
			a.before, a.ownerFrom, a.ownerDecision = w.former, w.former.ended+1, w.former.end
		}
		g.basedOn = append(g.basedOn, a)
		w.follow(a)
	}
	for _, g := range w.consultation {
		w.issue(g, "driven")
		if len(g.basedOn) > 0 {
			continue
		}
		a := w.newAgreement(w.home, g, "Överenskommelse om "+lower(g.name)+"s område i "+w.home.name, date(2023, 9, 4))
		a.areas = g.areas
		g.basedOn = append(g.basedOn, a)
		w.follow(a)
	}
	w.replaced()
	w.follow(w.home.framework)
}

// replaced is an agreement that the former forum was responsible for, and the
// one that took its place when the forum ended.
func (w *world) replaced() {
	old := w.newAgreement(w.home, w.former, "Överenskommelse om vårdplanering för äldre i "+w.home.name, date(2019, 3, 4))
	old.ownerFrom = w.former.began
	a := w.succeed(old, w.former.end)
	a.owner = w.consultation[1]
	a.owner.agreements++
	w.follow(a)
}

// processOffice builds the joint secretariat, with a core of two from each side.
func (w *world) processOffice() {
	c := w.home
	from := date(2023, 1, 1)
	m := w.steering.lastMeeting(from)
	naming := w.decide(m, "naming", "Namn på det gemensamma sekretariatet", "group/processledning")
	w.office = w.group(&group{
		id: "processledning", typ: "process-office", level: "regional", county: c, began: from, reportsTo: w.steering.ref(),
		name: "Processledningen", names: []nameSpan{
			{name: "Sekretariatet för samverkan", short: "Sekretariatet", until: from - 1},
			{name: "Processledningen", from: from, decision: naming},
		},
		purpose: "Hålla samman planering, uppföljning och beredning.",
		history: []milestone{{"active", from, nil}},
	})
	w.office.decision = w.decide(m, "group-design", "Gemensam processledning från årsskiftet", w.office.ref())
	w.office.history[0].decision = w.office.decision
	w.office.web = w.web(w.office.id, "Processledningen", c.association.name)
	decided := w.staffing(w.office)
	for range 2 {
		for _, o := range []*org{c.administration, c.association} {
			s := w.seat(w.office, "core", o)
			w.fill(w.office, s, "official", decided)
		}
	}
}

// consultationGroup establishes the consultation group of an area by the steps
// of the guideline.
func (w *world) consultationGroup(i int) {
	c, area := w.home, consultationAreas[i]
	at := w.steering.lastMeeting(date(2023, 3, 31))
	if i == 4 {
		at = w.steering.lastMeeting(date(2023, 6, 30))
	}
	g := &group{
		id: "samrad-" + area.id, name: "Samrådsgruppen för " + lower(area.sv), short: "Samråd " + lower(area.sv), typ: "consultation",
		level: "regional", county: c, counted: true, subregional: true, areas: []string{area.id}, reportsTo: w.steering.ref(), perYear: 4,
		chair: chairRule{"alternating", "meeting", []*org{c.administration, c.association}}, began: at.on, knowledge: w.knowledge[i%len(w.knowledge)],
		purpose: "Leda och utveckla samverkan inom " + lower(area.sv) + ".", office: w.office,
	}
	w.group(g)
	switch i {
	case 0:
		g.targets = []target{{group: "barn-och-unga", from: 0, to: 24}}
	case 1:
		g.targets = []target{{group: "aldre-personer", from: 65, to: 120}, {group: "narstaende", all: true}}
	case 2:
		g.targets = []target{{group: "psykisk-ohalsa", all: true}}
	case 3:
		g.targets = []target{{group: "befolkningen", all: true}}
	default:
		g.targets = []target{{group: crossSector, all: true}}
	}
	for j, b := range boundaryAreas {
		switch i {
		case 4 - 2*j:
			g.boundaries = append(g.boundaries, boundary{b.id, "owner"})
		case 2 + 2*j:
			g.boundaries = append(g.boundaries, boundary{b.id, "consulted"})
		}
	}
	g.web = w.web(g.id, g.name, c.association.name)
	matter := "group-design"
	if i == 4 {
		matter = "new-group"
	}
	established := w.decide(at, matter, "Etablering av "+g.name, g.ref())
	g.history = []milestone{{"planned", guidelineFrom, w.guidelineDecision}, {"established", at.on, established}}
	g.decision = established
	g.consultation = &consultationGroup{order: i + 1, steps: [3]day{date(2022, 10, 14), date(2022, 12, 1+i), at.on}, meeting: at, decision: established}
	decided := w.staffing(g)
	w.bothSides(g, 5, "official", decided)
	for _, o := range []*org{c.administration, c.association} {
		s := w.seat(g, "process-lead", o)
		m := w.member(g, s, w.newPerson("official", o), s.from)
		m.decision, _ = decided(s.from)
	}
	for _, s := range g.seats[:4] {
		g.consultation.people = append(g.consultation.people, s.holders[0].person)
	}
	w.consultation = append(w.consultation, g)
	w.localGroup(g)
	w.meet(g, w.firstYear, season, 12, 24)
}

// nodes gives the process office an outer circle: a process lead of each
// consultation group.
func (w *world) nodes() {
	for i, g := range w.consultation {
		lead := g.seats[len(g.seats)-1-i%2]
		s := &seat{
			id: "nod-" + g.areas[0], role: "node", represents: []string{g.ref()}, appointedBy: g.ref(), from: g.began, org: lead.org,
			decision: g.consultation.decision,
		}
		w.office.seats = append(w.office.seats, s)
		m := w.member(w.office, s, lead.holders[0].person, g.began)
		m.decision, _ = w.staffing(w.office)(g.began)
	}
}

// steeringPlans records the annual plans of the structure's own groups. Each
// duty of the process office has an activity every year.
func (w *world) steeringPlans() {
	for _, g := range w.consultation {
		w.actionPlan.activities = append(w.actionPlan.activities, activity{title: "Nära vård: " + g.name, state: "planned", responsible: g.ref(), due: date(2027, 12, 15)})
	}
	for _, g := range append([]*group{w.apex, w.steering, w.rss}, w.consultation...) {
		w.annualPlans(g)
	}
	for year := max(w.firstYear, yearOf(w.office.began)); year <= lastYear; year++ {
		w.cost()
		p := &plan{
			id: fmt.Sprintf("arsplan-processledning-%d", year), title: fmt.Sprintf("Processledningens årsplan %d", year), typ: "annual",
			owner: w.office.ref(), year: year, implements: w.actionPlanIn(year), with: w.steering.ref(),
			cites: []cite{{source: w.protocol(w.steering, year), section: "Bilaga 2"}},
		}
		for _, t := range duties {
			p.activities = append(p.activities, w.activity(w.office, year, t.id))
		}
		for _, m := range w.steering.meetings {
			if yearOf(m.on) == year {
				p.decision = w.decide(m, "", p.title, "plan/"+p.id)
				break
			}
		}
		w.office.plans++
		w.plans = append(w.plans, p)
	}
}

// knowledgeBodies are the bodies of knowledge governance, and the municipal
// forum that approves the municipalities' representatives in them.
func (w *world) knowledgeBodies() {
	c := w.home
	for i, t := range []term{{"rpo-psykiatri", "Regionalt programområde psykiatri", "health-care"}, {"rsg-socialtjanst", "Regional samverkansgrupp socialtjänst", "social-services"}, {"rpo-primarvard", "Regionalt programområde primärvård", "health-care"}} {
		g := w.group(&group{
			id: t.id, name: t.sv, typ: "knowledge", level: "regional", system: t.en, county: c, began: structureFrom,
			history: []milestone{{"active", structureFrom, nil}},
			purpose: "Utveckla och sprida kunskap inom området.",
		})
		w.knowledge = append(w.knowledge, g)
		s := w.seat(g, "member", c.municipalities[i])
		w.fill(g, s, "official", nil)
		for _, m := range s.holders {
			m.approvedOn = m.from - 14
			if m.from == structureFrom {
				m.approvedOn = m.from
			}
		}
		w.fill(g, w.seat(g, "member", c.administration), "official", nil)
	}
	w.rss = w.municipalForum(c)
}
