package synth

func (g *group) writeTerms(p *page) {
	if g.purpose == "" {
		return
	}
	p.in("terms_of_reference", func() {
		p.text("text", g.purpose)
		p.raw("status", "current")
		p.decision("decision", g.decision)
		if g.office != nil {
			p.ids("with", []string{g.office.ref()})
		}
		if g.consultation != nil {
			p.in("purposes", func() {
				for _, t := range purposes {
					p.text(t.id, t.sv+" inom gruppens område.")
				}
			})
			p.ids("knowledge_areas", termIDs(knowledgeAreas))
			if g.targets[0].group != crossSector {
				p.in("cross_sector", func() {
					p.text(crossSector, "Perspektivet prövas i varje ärende, och brukarföreningen bjuds in en gång om året.")
				})
			}
		}
		if g.typ == "process-office" {
			p.ids("duties", termIDs(duties))
		}
	})
}

func (g *group) writeStructure(p *page) {
	if g.perYear == 0 && g.chair.model == "" {
		return
	}
	p.in("structure", func() {
		if g.perYear > 0 {
			p.number("meetings_per_year", g.perYear)
		}
		if g.rests() {
			p.raw("meetings_per_year", "not-applicable")
		}
		if g.chair.model != "" {
			p.in("chair", func() {
				p.raw("model", g.chair.model)
				p.ids("between", orgIDs(g.chair.between))
				p.word("per", g.chair.per)
				p.sources(cite{source: g.county.rules, section: "4"})
			})
		}
	})
}

// writeWork writes the rest of what a forum that works today is described by.
func (g *group) writeWork(p *page) {
	c := g.county
	p.in("secretariat", func() {
		p.in("organizations", func() {
			if g.typ != "municipal-forum" {
				p.item(func() {
					p.raw("organization", c.administration.id)
					p.raw("share_agreed", "25")
					p.raw("share_actual", "20")
				})
			}
			p.item(func() {
				p.raw("organization", c.association.id)
				p.raw("share_agreed", "25")
				p.raw("share_actual", "25")
			})
		})
		p.raw("meetings_per_year", "{value: 8, approx: true}")
		p.raw("status", "active")
	})
	if g.plans == 0 {
		p.raw("plans", "none")
	}
	if g.agreements == 0 && len(g.basedOn) == 0 {
		p.raw("agreements", "none")
	}
	p.in("communication", func() {
		p.item(func() { p.raw("channel", "webbsida") })
		p.item(func() {
			p.raw("channel", "nyhetsbrev")
			p.raw("per_year", "4")
		})
	})
	p.in("local_groups", func() {
		if len(g.locals) == 0 {
			p.raw("exist", "false")
			return
		}
		p.raw("exist", "true")
		p.number("active", g.living(g.locals))
		p.number("count", g.living(g.locals))
	})
	p.in("knowledge", func() {
		p.item(func() {
			if g.knowledge == nil {
				p.raw("kind", "RPO")
				p.raw("link", "regular-contact")
				return
			}
			p.raw("group", g.knowledge.id)
			if g.link == nil {
				p.raw("link", "structural")
				return
			}
			p.raw("link", "personal")
			p.raw("person", g.link.id)
		})
	})
}

func (g *group) living(groups []*group) int {
	n := 0
	for _, l := range groups {
		if l.lives(asOf) {
			n++
		}
	}
	return n
}

func (g *group) writeEstablishment(p *page) {
	e := g.consultation
	if e == nil {
		return
	}
	p.in("establishment", func() {
		p.number("order", e.order)
		p.in("steps", func() {
			for step := 1; step <= 5; step++ {
				p.item(func() {
					p.number("step", step)
					p.day("done", e.steps[max(0, step-3)])
					if step == 2 {
						var who []string
						for _, person := range e.people {
							who = append(who, "representative/"+person.id)
						}
						p.ids("participants", who)
					}
					if step == 5 {
						p.in("deliverables", func() {
							for _, d := range deliverables {
								p.item(func() {
									p.raw("id", d)
									p.raw("meeting", e.meeting.id())
								})
							}
						})
					}
				})
			}
		})
	})
}

func (g *group) writeComplete(w *world, p *page) {
	if len(g.seats) == 0 {
		return
	}
	p.in("complete", func() {
		p.day("seats", asOf)
		p.day("memberships", asOf)
		if len(g.meetings) > 0 {
			p.in("meetings", func() {
				p.day("from", date(w.firstYear, 1, 1))
				p.day("until", asOf)
			})
		}
		if g.forum() {
			p.day("plans", asOf)
			p.day("local_groups", asOf)
			p.day("responsibilities", asOf)
		}
	})
}
