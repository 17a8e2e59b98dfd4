package synth

import "strconv"

// writeGuideline writes the guideline: the rules of cooperation as data.
func (w *world) writeGuideline(p *page) {
	p.raw("name", "Riktlinje för samverkan")
	p.raw("framework", w.home.framework.id)
	p.in("in_force", func() { p.day("from", guidelineFrom) })
	p.decision("decision", w.guidelineDecision)
	decided := func(key string, value func()) { w.parameter(p, key, "decided", value) }
	observed := func(key string, value func()) { w.parameter(p, key, "observed", value) }
	raw := func(key, v string) func() { return func() { p.raw(key, v) } }

	var groups []string
	for _, g := range w.consultation[:4] {
		groups = append(groups, g.id)
	}
	decided("consultation_groups", func() { p.ids("value", groups) })
	decided("purposes", func() {
		entries(p, "value", purposes, func(i int, t term) {
			p.raw("id", t.id)
			p.raw("shown_by", purposeShownBy[i])
		})
	})
	decided("duties", func() { p.ids("value", termIDs(duties)) })
	decided("knowledge_areas", func() { p.ids("value", termIDs(knowledgeAreas)) })
	decided("core", func() {
		p.in("value", func() {
			p.raw("size", "4")
			p.raw("per_side", "2")
			p.raw("from", "2023-Q1")
		})
	})
	decided("outer_circle", raw("value", "{min: 1, max: 2}"))
	decided("established_requires", raw("value", "[terms-of-reference, representation, chair-and-process-lead]"))
	decided("establishment_steps", func() {
		p.in("value", func() {
			for i, what := range []string{"Beskriva ansvarsområdet", "Utse deltagare till workshopen", "Utse den som leder workshopen", "Hålla workshop", "Redovisa för tjänstemannastyrgruppen"} {
				p.item(func() {
					p.number("step", i+1)
					p.number("phase", max(1, i-1))
					p.yes("both_sides", i == 1)
					if i == 4 {
						p.ids("deliverables", deliverables)
						p.raw("receiver", w.steering.id)
					}
					p.text("what", what)
				})
			}
		})
	})
	decided("establishment_window", raw("value", "2022-autumn..2023-spring"))
	observed("meetings_per_year", raw("value", "{value: 4, approx: true}"))
	observed("chair_alternates", raw("value", "true"))
	observed("subregions_represented", raw("value", "true"))
	observed("both_sides", raw("value", "true"))
	observed("elected_only_in", func() { p.ids("value", []string{w.apex.id}) })
	observed("political_size", func() {
		p.in("value", func() {
			p.item(func() {
				p.day("from", structureFrom)
				p.number("value", len(w.apex.seats))
			})
		})
	})
	observed("mandates", func() {
		p.in("value", func() {
			for _, year := range []int{2019, 2023} {
				p.item(func() {
					p.day("from", date(year, 1, 1))
					p.day("until", date(year+3, 12, 31))
				})
			}
		})
	})
	decided("consultation_group_levels", raw("value", "[subregional, local]"))
	decided("cross_sector", func() { p.ids("value", []string{crossSector}) })
	decided("boundary_areas", func() { p.ids("value", termIDs(boundaryAreas)) })
	p.in("matters", func() {
		for _, matter := range []string{"staffing", "group-design", "new-group", "closure", "naming", "guideline"} {
			decided(matter, func() { p.in("value", func() { p.raw("body", w.steering.ref()) }) })
		}
		for _, matter := range []string{"plan", "priority"} {
			decided(matter, func() { p.in("value", func() { p.raw("body", w.apex.ref()) }) })
		}
		observed("adoption", func() {
			p.in("value", func() {
				p.in("body", func() {
					p.raw("municipal", "full-council")
					p.raw("region", "full-council")
				})
			})
		})
		observed("knowledge-representative", func() { p.in("value", func() { p.raw("body", w.rss.ref()) }) })
	})
	p.sources(w.guidelineDecision.cites[0])
}

// parameter writes a parameter of the guideline in its envelope.
func (w *world) parameter(p *page, key, status string, value func()) {
	p.in(key, func() {
		value()
		p.raw("status", status)
		cited := w.guidelineDecision.cites[0]
		cited.says = ""
		if status == "decided" {
			p.decision("decision", w.guidelineDecision)
		} else {
			cited = cite{source: w.report(w.home, 2025), section: strconv.Itoa(3)}
		}
		p.sources(cited)
	})
}
