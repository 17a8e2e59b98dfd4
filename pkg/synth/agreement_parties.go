package synth

import (
	"fmt"
)

func (a *agreement) writeParties(p *page) {
	c := a.county
	p.ids("negotiated_by", []string{c.association.ref(), c.administration.ref()})
	if a.typ != "letter-of-intent" {
		p.in("recommended", func() {
			for _, body := range []*org{c.board, c.committee} {
				p.item(func() {
					p.raw("body", body.ref())
					p.day("date", a.recommended)
				})
			}
		})
	}
	p.in("agreed", func() {
		p.day("date", a.agreed)
		p.ids("by", []string{c.association.ref(), c.administration.ref()})
	})
	if a.typ != "letter-of-intent" && a.parties == separately {
		p.in("consultation", func() {
			p.day("from", a.consultFrom)
			p.day("until", a.consultFrom+80)
			p.in("replies", func() {
				for i, m := range c.municipalities[:min(5, len(c.municipalities))] {
					p.item(func() {
						p.raw("organization", m.id)
						p.day("date", a.consultFrom+60+day(i))
						p.raw("position", []string{"support", "support", "changes"}[i%3])
					})
				}
			})
		})
	}
	switch a.parties {
	case collectively:
		p.in("parties", func() {
			p.item(func() {
				p.raw("organization", c.region.id)
				p.text("named_as", a.named)
			})
			p.item(func() { p.raw("organization", c.collective.id) })
		})
	case association:
		p.in("parties", func() {
			p.item(func() {
				p.raw("organization", c.region.id)
				p.text("named_as", a.named)
			})
			p.item(func() {
				p.raw("organization", c.association.id)
				p.sources(cite{source: a.doc, section: "1", says: c.association.name + " är själv part i avtalet."})
			})
		})
	case separately:
		p.in("parties", func() {
			p.item(func() { a.writeParty(p, c.region, 0) })
			for i, m := range c.municipalities {
				p.item(func() { a.writeParty(p, m, i+1) })
			}
		})
	case oneEach:
		entries(p, "parties", a.signatories, func(_ int, s signatory) { p.raw("organization", s.org.id) })
	}
	if a.typ != "letter-of-intent" {
		p.in("adoption_body", func() {
			p.raw("municipal", "full-council")
			p.raw("region", "full-council")
		})
		if a.parties != separately {
			p.in("adoption_evidence", func() {
				p.item(func() {
					other := c.collective
					if a.parties == association {
						other = c.association
					}
					p.ids("parties", []string{c.region.id, other.id})
					p.day("by", a.adopted)
				})
			})
		}
		p.in("entry_into_force", func() {
			p.raw("condition", "all-parties")
			p.day("planned", a.actual)
			p.day("actual", a.actual)
			p.sources(cite{source: a.doc, says: "Överenskommelsen gäller från och med den dag då samtliga parter har antagit den."})
		})
		p.day("expires", a.expires)
		p.in("revisions", func() {
			p.item(func() {
				p.quoted("version", "1")
				p.day("date", a.agreed)
				p.raw("kind", "revision")
			})
			if a.readopted != 0 {
				p.item(func() {
					p.quoted("version", "2")
					p.day("date", a.readopted)
					p.raw("kind", "correction")
					p.raw("summary", "Redaktionella rättelser.")
				})
			}
		})
	}
	if a.clauses {
		p.in("clauses", func() {
			for i, text := range clauses {
				p.item(func() {
					p.raw("id", fmt.Sprintf("punkt-%d", i+1))
					p.text("text", text)
				})
			}
		})
	}
	if a.parties != inherited && a.parties != byDefault {
		p.in("complete", func() {
			p.day("parties", asOf)
			if a.parties == separately {
				p.day("adoptions", asOf)
			}
		})
	}
}

// writeParty writes a party that adopts by itself.
func (a *agreement) writeParty(p *page, o *org, n int) {
	p.raw("organization", o.id)
	if n == 0 {
		p.text("named_as", a.named)
	}
	p.in("adoptions", func() {
		p.item(func() {
			p.raw("state", "adopted")
			p.raw("body", "full-council")
			p.day("date", a.first+(a.adopted-a.first)*day(n)/day(len(a.county.municipalities)))
			p.quoted("revision", "1")
		})
	})
}

func (a *agreement) writeSignatures(p *page) {
	entries(p, "signatures", a.signatories, func(_ int, s signatory) {
		p.raw("organization", s.org.id)
		if s.org == s.org.county.region {
			p.text("named_as", s.org.county.regionName(a.agreed))
		}
		p.text("signatory", s.who)
		p.text("place", s.org.county.name)
		p.day("date", a.agreed)
	})
	if a.hasAreas() {
		a.writeAreas(p)
	}
	if a.acceding != nil {
		p.in("accessions", func() {
			p.item(func() {
				p.raw("organization", a.acceding.id)
				entries(p, "consents", a.consents, func(_ int, c consent) {
					p.raw("organization", c.org.id)
					p.decision("decision", c.decision)
				})
				p.day("effective", a.accession)
			})
		})
	}
}
