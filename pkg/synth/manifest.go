package synth

// writeManifest writes vis.yaml.
func (w *world) writeManifest(p *page) {
	p.comment("Ett påhittat register, skrivet av vis-synth. Namn på kommuner är verkliga; allt annat är slump.")
	p.raw("schema", "1")
	p.raw("name", "Påhittat register över samverkan i "+w.home.name)
	p.raw("language", "sv")
	p.in("county", func() {
		p.quoted("code", "01")
		p.number("municipalities", len(w.home.municipalities))
	})
	p.ids("default_parties", []string{w.home.region.id, w.home.collective.id})
	p.raw("apex", w.apex.id)
	p.raw("process_office", w.office.id)
	p.in("complete", func() {
		p.day("agreements", asOf)
		p.day("groups", asOf)
	})
	p.in("required", func() {
		ours := []string{"title", "subject_areas", "responsible", "entry_into_force", "follow_up", "deviations"}
		p.ids("agreement.agreement", ours)
		p.ids("agreement.supplement", append(ours, "supplements"))
		p.ids("agreement.contract", ours)
		p.ids("agreement.framework", []string{"title", "parties", "adoption_body", "responsible", "entry_into_force", "follow_up"})
		headings := []string{"target_groups", "terms_of_reference", "seats", "structure", "secretariat", "plans", "agreements", "communication", "local_groups", "knowledge"}
		p.ids("group.joint-forum", headings)
		p.ids("group.municipal-forum", headings)
		p.ids("organization.municipality", []string{"side", "code", "subregion"})
		p.ids("issue", []string{"level", "direction", "raised", "state"})
		p.ids("plan.annual", []string{"owner", "period", "decision"})
	})
	p.in("thresholds", func() {
		p.raw("approx_tolerance", "0.2")
		p.in("balance", func() {
			p.raw("min", "0.4")
			p.raw("max", "0.6")
		})
		p.raw("cadence_tolerance", "0.25")
		p.raw("dormant_after", "P12M")
		p.raw("planned_grace", "P30D")
		p.raw("plan_grace", "P1M")
		p.raw("inventory_after", "P12M")
		p.raw("stale_after", "P24M")
		p.raw("look_back", "P5Y")
		p.raw("outer_circle_grace", "P3M")
		p.in("mass_removal", func() {
			p.raw("share", "0.25")
			p.raw("min", "10")
		})
		p.raw("individual_replacement", "true")
	})
}

// writeVocabulary writes vocabulary.yaml.
func (w *world) writeVocabulary(p *page) {
	p.terms("subject_areas", consultationAreas, forumAreas)
	p.terms("target_groups", targetGroups)
	p.in("age_groups", func() {
		for _, g := range []struct {
			term
			from, to int
		}{{term{"barn", "Barn", "Children"}, 0, 17}, {term{"unga", "Unga", "Young people"}, 18, 24}, {term{"vuxna", "Vuxna", "Adults"}, 18, 64}, {term{"aldre", "Äldre", "Older people"}, 65, 120}} {
			p.item(func() {
				p.term(g.term)
				p.number("from", g.from)
				p.number("to", g.to)
			})
		}
	})
	p.terms("subregions", subregions)
	p.terms("functions", functions)
	p.terms("purposes", purposes)
	p.terms("duties", duties)
	p.terms("knowledge_areas", knowledgeAreas)
	p.terms("review_purposes", reviewPurposes)
	p.terms("directions", directions)
	p.terms("criteria", criteria)
	p.in("channels", func() {
		p.item(func() { p.term(term{"webbsida", "Webbsida", "Web page"}) })
		p.item(func() {
			p.term(term{"nyhetsbrev", "Nyhetsbrev", "Newsletter"})
			p.yes("periodic", true)
		})
	})
	p.terms("scopes", []term{{"lansfora", "Länets fora", "The forums of the county"}})
	p.terms("boundary_areas", boundaryAreas)
	entries(p, "legal_requirements", requirements, func(_ int, r requirement) {
		p.term(r.term)
		p.text("act", r.act)
		p.quoted("sfs", r.sfs)
		p.text("provision", r.provision)
		p.day("from", r.from)
		p.raw("subject_area", consultationAreas[r.area].id)
		p.sources(cite{source: w.laws, section: r.provision})
	})
	p.list("generic_terms", []string{genericTerm, "arbetsgruppen", "sekretariatet"})
}

// genericTerm is a plain word that may not be an alias.
const genericTerm = "samverkansgruppen"

func (p *page) terms(key string, lists ...[]term) {
	p.in(key, func() {
		for _, list := range lists {
			for _, t := range list {
				p.item(func() { p.term(t) })
			}
		}
	})
}

func (p *page) term(t term) {
	p.raw("id", t.id)
	p.text("sv", t.sv)
	p.text("en", t.en)
}
