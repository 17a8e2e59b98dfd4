package synth

import (
	"fmt"
	"strings"
)

// The agreements that a defect may be made in.

// freeAgreement is an agreement in force that no other rests on.
func freeAgreement(d *draft) bool {
	a, ok := d.of.(*agreement)
	return ok && (a.typ == "contract" || a.typ == "agreement") && a.inForce(asOf) && a.children == 0 && a.replaces == nil && a.requirement == "" &&
		a.readopted == 0 && a.proposed == nil && a.owner.typ == "joint-forum"
}

// jointly is a free agreement that the municipalities are a party of as one.
func jointly(d *draft) bool {
	return freeAgreement(d) && d.of.(*agreement).parties == collectively && d.of.(*agreement).named != ""
}

// oneByOne is an agreement that each party adopts by itself.
func oneByOne(d *draft) bool {
	a, ok := d.of.(*agreement)
	return ok && a.parties == separately && a.ended == 0
}

func partyAssociation(d *draft) bool {
	a, ok := d.of.(*agreement)
	return ok && a.parties == association
}

func aSupplement(d *draft) bool {
	a, ok := d.of.(*agreement)
	return ok && a.supplements != nil
}

// earlySupplement was in force already on the days of all claims.
func earlySupplement(d *draft) bool {
	return aSupplement(d) && d.of.(*agreement).actual <= date(2023, 12, 31)
}

func ofOneArea(d *draft) bool { return freeAgreement(d) && len(d.of.(*agreement).owner.areas) == 1 }

func statutory(d *draft) bool {
	a, ok := d.of.(*agreement)
	return ok && a.requirement != "" && a.requirement != requirements[lateLaw].id
}

func limitedAges(d *draft) bool {
	a, ok := d.of.(*agreement)
	return ok && !a.external && a.typ != "letter-of-intent" && a.ended == 0 && len(a.owner.targets) == 1 && !a.owner.targets[0].all
}

func reviewed(d *draft) bool {
	return freeAgreement(d) && d.of.(*agreement).reviewed && d.of.(*agreement).actual < frameworkFrom-60
}

func beforeTheLaw(d *draft) bool {
	return freeAgreement(d) && d.of.(*agreement).actual < requirements[lateLaw].from-60
}

// lateLaw is the requirement that began after most agreements were made.
const lateLaw = 2

func listedCollective(d *draft) bool {
	o, ok := d.of.(*org)
	return ok && o.typ == "collective" && len(o.members) > 0
}

func anyFollowup(d *draft) bool { _, ok := d.of.(*followup); return ok }

func withoutAgreements(d *draft) bool {
	g, ok := d.of.(*group)
	return ok && g.forum() && !g.rests() && d.has("agreements: none") && !d.has("based_on: ")
}

func ofMunicipalSide(d *draft) bool { p, ok := d.of.(*person); return ok && p.org.side == "municipal" }

// agreementDefects are what the rules about agreements find.
var agreementDefects = []defect{
	single("agreement-parties-min-two", jointly, func(_ *planting, d *draft) int {
		d.remove("  - organization: kommunerna-")
		return d.find("parties:", 1)
	}),
	single("agreement-default-parties-expanded", listedCollective, func(_ *planting, d *draft) int {
		return d.put("members:", "  - organization: vardforbundet-"+d.of.(*org).county.slug, "    from: 2019-01-01")
	}),
	single("agreement-negotiator-not-party", partyAssociation, func(_ *planting, d *draft) int {
		d.remove("    sources:")
		return d.find("  - organization: kommunforbundet-", 1)
	}),
	single("supplement-parent-exists", aSupplement, func(_ *planting, d *draft) int { return d.change("type: ", "type: contract") }),
	single("supplement-parties-subset", aSupplement, func(_ *planting, d *draft) int {
		a := d.of.(*agreement)
		municipal := []*org{a.county.collective}
		if a.supplements.parties == separately {
			municipal = a.county.municipalities
		}
		return d.add(fmt.Sprintf("parties: [%s, %s, vardbolaget-%s]", a.county.region.id, strings.Join(orgIDs(municipal), ", "), a.county.slug))
	}),
	single("supplement-not-outlive-parent", earlySupplement, func(_ *planting, d *draft) int {
		d.redate("2012-05-02")
		return d.find("  actual: ", 1)
	}),
	single("supplement-same-owner", aSupplement, func(_ *planting, d *draft) int {
		d.change("subject_areas: ", "subject_areas: [forebyggande]")
		return d.change("  - group: ", "  - group: politisk-styrgrupp")
	}),
	single("agreement-single-owner", freeAgreement, func(_ *planting, d *draft) int {
		d.widen("forebyggande")
		return d.put("responsible:", "  - group: politisk-styrgrupp") - 1
	}),
	single("agreement-multi-area-declared", freeAgreement, func(_ *planting, d *draft) int {
		d.widen("digitalisering")
		return d.add("consulted: none")
	}),
	single("agreement-owner-area-match", ofOneArea, func(_ *planting, d *draft) int {
		area := forumAreas[0].id
		if d.of.(*agreement).areas[0] == area {
			area = forumAreas[1].id
		}
		d.change("subject_areas: ", "subject_areas: ["+area+"]")
		return d.find("  - group: ", 1)
	}),
	single("agreement-orphan", freeAgreement, func(_ *planting, d *draft) int {
		d.remove("responsible:")
		return d.add("responsible: none")
	}),
	single("agreement-age-groups-valid", freeAgreement, func(_ *planting, d *draft) int { return d.change("ages: ", "ages: {from: 40, to: 20}") }),
	single("group-age-covers-agreement", limitedAges, func(_ *planting, d *draft) int { return d.change("ages: ", "ages: {from: 0, to: 120}") }),
	single("legal-basis-cited", freeAgreement, func(_ *planting, d *draft) int { return d.add("statutory: true", "legal_basis: none") }),
	single("statutory-agreement-present", statutory, func(_ *planting, d *draft) int {
		c := d.of.(*agreement).county
		ids := []string{c.region.id}
		for _, m := range c.municipalities[1:] {
			ids = append(ids, m.id)
		}
		d.add("parties: ["+strings.Join(ids, ", ")+"]", "complete:", "  parties: 2026-06-30")
		return d.find("legal_basis: ", 1)
	}),
	single("agreement-not-before-legal-basis", beforeTheLaw, func(_ *planting, d *draft) int {
		return d.add("legal_basis: [" + requirements[lateLaw].id + "]")
	}),
	single("adoption-body-competent", oneByOne, func(_ *planting, d *draft) int {
		return d.change("        body: ", "        body: committee")
	}),
	single("adoption-one-per-party", jointly, func(_ *planting, d *draft) int {
		n := d.find("  - organization: kommunerna-", 1)
		d.insert(n, d.lines()[n-1])
		return n + 1
	}),
	single("in-force-requires-all-adopted", oneByOne, func(_ *planting, d *draft) int {
		n := d.last("        date: ")
		d.replace(n, "        date: "+(d.of.(*agreement).actual+10).String())
		return n
	}),
	single("in-force-not-before-planned", freeAgreement, func(_ *planting, d *draft) int {
		d.change("  planned: ", "  planned: "+(d.of.(*agreement).actual+40).String())
		return d.find("  actual: ", 1)
	}),
	single("adoption-order", freeAgreement, func(_ *planting, d *draft) int {
		d.change("    date: ", "    date: "+(d.of.(*agreement).agreed-5).String())
		return d.find("  - body: ", 1)
	}),
	single("agreement-followup-present", freeAgreement, func(_ *planting, d *draft) int {
		d.remove("  responsible: ")
		return d.find("follow_up:", 1)
	}),
	single("agreement-deviation-handling", freeAgreement, func(_ *planting, d *draft) int { return d.change("deviations: ", "deviations: none") }),
	single("agreement-preventive-followup", freeAgreement, func(_ *planting, d *draft) int { return d.change("  preventive: ", "  preventive: none") }),
	single("agreement-review-state", reviewed, func(_ *planting, d *draft) int {
		d.remove("review:")
		return d.add("review: none")
	}),
	single("agreement-under-framework", freeAgreement, func(_ *planting, d *draft) int { return d.change("framework: ", "framework: none") }),
	single("agreement-replaced-by", freeAgreement, func(_ *planting, d *draft) int { return d.add("expires: 2025-12-31") }),
	single("external-agreement-expired", withoutAgreements, func(p *planting, d *draft) int {
		return d.add("based_on: [" + p.manifest.of.(*world).expired.id + "]")
	}),
	single("superseded-still-in-force", freeAgreement, func(p *planting, d *draft) int {
		return d.add("replaces: [" + p.other(d, freeAgreement) + "]")
	}),
	single("adoption-revision-exists", jointly, func(_ *planting, d *draft) int {
		a := d.of.(*agreement)
		return d.put("    named_as: ", "    adoptions:", "      - state: adopted", "        body: full-council", "        date: "+a.first.String(), `        revision: "9"`) + 4
	}),
	single("followup-overdue", freeAgreement, func(_ *planting, d *draft) int { return d.change("  every: ", "  every: P1M") }),
	single("followup-matches-agreement", anyFollowup, func(_ *planting, d *draft) int { return d.change("  - id: ", "  - id: okand-indikator") }),
	single("claim-metric-known", noClaims, func(p *planting, d *draft) int {
		return d.add("claims:", "  - id: "+p.word("tal"), "    as_of: 2025-12-31", "    value: 3", "    metric: antal-fika")
	}),
	single("names-overlap", renamedLocal, func(_ *planting, d *draft) int {
		d.change("    until: ", "    until: 2026-01-01")
		return d.find("  - name: ", 2)
	}),
	single("reference-to-ended", ofMunicipalSide, func(_ *planting, d *draft) int {
		return d.put("titles:", "  - title: Rådgivare", "    organization: vardforbundet-"+d.of.(*person).org.county.slug, "    from: 2022-01-01") + 1
	}),
}

// widen gives an agreement one more subject area.
func (d *draft) widen(area string) {
	d.change("subject_areas: ", "subject_areas: ["+d.of.(*agreement).areas[0]+", "+area+"]")
}

// redate moves every step of an agreement to one day.
func (d *draft) redate(day string) {
	lines := d.lines()
	for i, l := range lines {
		for _, key := range []string{" date: ", " by: 2", " planned: ", " actual: "} {
			if n := strings.Index(l, key); n >= 0 && strings.Trim(l[:n], " -") == "" {
				lines[i] = l[:n+len(strings.TrimSuffix(key, "2"))] + day
			}
		}
	}
	d.set(lines)
}

// other is the id of another record that suits.
func (p *planting) other(d *draft, suits func(*draft) bool) string {
	for _, o := range p.drafts {
		if o != d && suits(o) {
			return o.id()
		}
	}
	return ""
}
