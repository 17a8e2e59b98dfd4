package synth

import (
	"fmt"
)

type agreement struct {
	id, title, short, typ  string
	subject                string // the title without the names of parties, which change
	county                 *county
	framework, supplements *agreement
	areas, targets         []string
	ages                   string
	requirement            string // of the law that demands it
	owner, before          *group // before: who was responsible until ownerFrom
	ownerFrom              day
	ownerDecision          *decision
	consulted              []*group
	proposed               *group // a group that somebody reads between the lines
	consultFrom            day
	agreed, recommended    day
	parties                partyList
	named                  string // what the document calls the region
	adopted                day    // the last party's adoption
	first                  day
	actual                 day
	expires, ended         day
	end                    *decision
	replaces               *agreement
	every                  int // years between follow-ups
	preventive             string
	indicators             []term
	reviewed               bool
	readopted              day // date of a second revision
	signatories            []signatory
	acceding               *org
	consents               []consent
	accession              day
	clauses                bool
	doc                    *source
	children               int  // its supplements
	external               bool // made by others than the parties
}

// partyList is how an agreement names its parties.
type partyList int

const (
	byDefault    partyList = iota // not at all: those of vis.yaml
	collectively                  // the region and the municipalities as one
	separately                    // each by itself, with its adoption
	oneEach                       // those that have signed, for a letter of intent
	association                   // the region and the association of the municipalities
	inherited                     // those of the agreement that it supplements
)

type signatory struct {
	org *org
	who string
}

type consent struct {
	org      *org
	decision *decision
}

// newAgreement adds an agreement of a county that a group is responsible for,
// with the steps to its entry into force in order.
func (w *world) newAgreement(c *county, owner *group, title string, agreed day) *agreement {
	w.cost()
	a := &agreement{
		id: fmt.Sprintf("ok-%s-%03d", c.slug, w.agreementsOf(c)+1), title: title, subject: title, typ: "agreement", county: c, framework: c.framework,
		owner: owner, areas: owner.areas[:1], targets: []string{owner.targets[0].group}, agreed: agreed,
		preventive: "yes", parties: collectively,
	}
	owner.agreements++
	t := owner.targets[0]
	a.ages = "all"
	if !t.all {
		a.ages = fmt.Sprintf("{from: %d, to: %d}", t.from, min(t.to, 110))
	}
	a.consultFrom = agreed - day(w.between(120, 200))
	a.recommended = agreed + day(w.between(20, 40))
	a.first = a.recommended + day(w.between(15, 30))
	a.adopted = a.first + day(w.between(60, 120))
	y, m, _ := a.adopted.Civil()
	a.actual = date(y, m+1, 1)
	a.every = w.between(1, 3)
	a.indicators = []term{indicators[w.between(0, 1)], indicators[w.between(2, 4)]}
	a.reviewed = a.agreed < frameworkFrom
	a.doc = w.source(&source{
		id: "dokument-" + a.id, title: title, typ: "memorandum", publisher: c.association.name, dated: weekday(a.actual + 14),
		reference: fmt.Sprintf("SYN %d/%d", y, w.count), version: "1.0",
	})
	w.agreements = append(w.agreements, a)
	return a
}

func (w *world) agreementsOf(c *county) int {
	n := 0
	for _, a := range w.agreements {
		if a.county == c {
			n++
		}
	}
	return n
}

// frameworkOf makes a county's framework agreement, which each party adopts by
// a decision of its own.
func (w *world) frameworkOf(c *county, owner *group) {
	a := w.newAgreement(c, owner, "Huvudöverenskommelse om samverkan kring hälsa och omsorg i "+c.name, date(2021, 4, 20))
	a.id, a.short, a.typ, a.framework = "hok-"+c.slug, "HÖK "+c.name, "framework", nil
	a.doc.id = "dokument-" + a.id
	a.actual, a.every, a.parties, a.clauses, a.reviewed = frameworkFrom, 1, separately, true, false
	a.adopted, a.doc.dated = date(2021, 11, 29), date(2022, 1, 14)
	a.named = c.regionName(a.agreed)
	c.framework = a
}

// supplement adds an agreement that supplements another.
func (w *world) supplement(parent *agreement, title string, agreed day) *agreement {
	a := w.newAgreement(parent.county, parent.owner, title, agreed)
	parent.children++
	a.typ, a.supplements, a.framework, a.parties, a.every = "supplement", parent, parent.framework, inherited, 2
	a.owner, a.before, a.ownerFrom, a.ownerDecision = parent.owner, nil, 0, nil
	a.areas, a.targets, a.ages = parent.areas, parent.targets, parent.ages
	return a
}

// succeed ends an agreement and lets a new one take its place the day after.
func (w *world) succeed(old *agreement, by *decision) *agreement {
	a := w.newAgreement(old.county, old.owner, old.subject+", ny lydelse", by.on-300)
	a.replaces, a.areas, a.targets, a.ages, a.every = old, old.areas, old.targets, old.ages, 1
	a.actual = date(yearOf(by.on)+1, 1, 1)
	a.doc.dated = weekday(a.actual + 14)
	old.ended, old.end = a.actual-1, by
	return a
}

// inForce reports whether the agreement is in force on a day.
func (a *agreement) inForce(on day) bool {
	return a.typ != "letter-of-intent" && within(on, a.actual, a.ended) && (a.expires == 0 || on <= a.expires)
}

func (a *agreement) write(p *page) {
	p.text("title", a.title)
	p.text("short_title", a.short)
	p.raw("type", a.typ)
	if a.external {
		a.writeExternal(p)
		return
	}
	if a.framework != nil {
		p.raw("framework", a.framework.id)
	}
	if a.supplements != nil {
		p.raw("supplements", a.supplements.id)
	}
	p.ids("subject_areas", a.areas)
	p.ids("target_groups", a.targets)
	p.raw("ages", a.ages)
	if a.requirement != "" {
		p.yes("statutory", true)
		p.ids("legal_basis", []string{a.requirement})
	}
	a.writeStewards(p)
	a.writeParties(p)
	if a.typ != "letter-of-intent" {
		a.writeFollowUp(p)
	}
	a.writeSignatures(p)
	if a.replaces != nil {
		p.ids("replaces", []string{a.replaces.id})
	}
	if a.ended != 0 {
		p.in("ended", func() {
			p.day("date", a.ended)
			p.raw("reason", "Ersatt av en ny lydelse.")
			p.decision("decision", a.end)
		})
	}
	p.sources(cite{source: a.doc}, cite{source: a.county.web, of: []string{"responsible", "follow_up"}})
	p.block("note", remark(a.id, 3))
}

func (a *agreement) writeStewards(p *page) {
	p.in("responsible", func() {
		if a.before != nil {
			p.item(func() {
				p.raw("group", a.before.id)
				p.day("until", a.ownerFrom-1)
				p.raw("status", "stated")
			})
		}
		p.item(func() {
			p.raw("group", a.owner.id)
			p.day("from", a.ownerFrom)
			if a.ownerDecision == nil {
				p.raw("status", "stated")
				return
			}
			p.raw("status", "decided")
			p.decision("decision", a.ownerDecision)
		})
	})
	if len(a.consulted) == 0 && a.proposed == nil {
		return
	}
	p.in("consulted", func() {
		for _, g := range a.consulted {
			p.item(func() {
				p.raw("group", g.id)
				p.raw("status", "stated")
			})
		}
		if a.proposed != nil {
			p.item(func() {
				p.raw("group", a.proposed.id)
				p.raw("status", "proposed")
				p.raw("reason", "Tolkning av målgruppen. Ingen källa nämner gruppen.")
				p.sources(cite{source: a.doc, inference: true, says: "Parterna ska samråda med berörda grupper."})
			})
		}
	})
}

var clauses = []string{
	"Parterna samverkar så att den enskilde får en sammanhållen vård och omsorg.",
	"Varje part svarar för sin del och för att medarbetarna känner till överenskommelsen.",
	"Tvister löses genom förhandling mellan parterna.",
}

func (a *agreement) writeFollowUp(p *page) {
	p.in("follow_up", func() {
		p.raw("every", fmt.Sprintf("P%dY", a.every))
		p.raw("responsible", a.owner.ref())
		p.raw("preventive", a.preventive)
		entries(p, "indicators", a.indicators, func(_ int, t term) {
			p.raw("id", t.id)
			p.text("name", t.sv)
			p.raw("unit", t.en)
		})
	})
	if a.framework != nil {
		p.raw("deviations", "same-as-framework")
	} else {
		p.in("deviations", func() {
			p.raw("procedure", "Avvikelser registreras hos den part där de upptäcks och återkopplas inom en månad.")
			p.raw("report_to", a.owner.ref())
		})
	}
	if a.reviewed {
		p.in("review", func() {
			for i, t := range reviewPurposes {
				p.item(func() {
					p.raw("purpose", t.id)
					p.raw("state", "done")
					p.day("date", date(2023, 3+i, 15))
				})
			}
		})
	}
}
