package synth

import (
	"slices"
	"strings"
)

// The records of the structure that a defect may be made in.

var (
	consultation = groupOf(func(g *group) bool { return g.typ == "consultation" })
	crossSectors = groupOf(func(g *group) bool { return g.typ == "consultation" && g.targets[0].group != crossSector })
	inActionPlan = groupOf(func(g *group) bool { return g.typ == "consultation" && len(g.boundaries) == 0 })
	atBoundary   = groupOf(func(g *group) bool { return slices.Contains(g.boundaries, boundary{boundaryAreas[0].id, "consulted"}) })
	theOffice    = groupOf(func(g *group) bool { return g.typ == "process-office" })
	workingGroup = groupOf(func(g *group) bool { return g.typ == "working" })

	// inCore is on the municipalities' side, since another defect takes the
	// region's first seat out of the core.
	inCore = personOf(func(_ *person, m *membership) bool {
		return m.seat.role == "core" && m.seat.side == "municipal" && m.until == 0
	})
)

func theGuideline(d *draft) bool { return d.ref == "guideline/riktlinje" }

func formerForum(d *draft) bool {
	g, ok := d.of.(*group)
	return ok && g.forum() && g.ended != 0 && len(g.responsibilities) > 0
}

// jointPlan is this year's annual plan of a consultation group.
func jointPlan(d *draft) bool {
	pl, ok := d.of.(*plan)
	return ok && pl.typ == "annual" && pl.year == lastYear && strings.HasPrefix(pl.owner, "group/samrad-")
}

// officePlan is this year's annual plan of the process office.
func officePlan(d *draft) bool {
	pl, ok := d.of.(*plan)
	return ok && pl.typ == "annual" && pl.year == lastYear && d.has("    duty: ")
}

// done puts another day in place of the one on which a step of establishment
// was done, and gives its line.
func (d *draft) done(step int, on day) int {
	n := d.find("      done: ", step)
	d.replace(n, "      done: "+on.String())
	return n
}

// decidedSeat adds a seat to a group, decided as its others are, and gives the
// line of the seats.
func (d *draft) decidedSeat(role, side string, of, by string, more ...string) int {
	lines := []string{"  - id: ny-plats", "    role: " + role}
	if side != "" {
		lines = append(lines, "    side: "+side)
	}
	lines = append(lines, "    represents: ["+of+"]", "    appointed_by: "+by, "    from: 2026-06-01", "    decision: "+d.of.(*group).decision.id, "    holder: unknown")
	d.put("seats:", append(lines, more...)...)
	return d.find("seats:", 1)
}

// establishmentDefects are what the rules about consultation groups, the
// process office, establishment and closure find.
var establishmentDefects = []defect{
	single("consultation-group-set", theGuideline, func(_ *planting, d *draft) int {
		n := d.find("consultation_groups:", 1) + 1
		d.replace(n, strings.TrimSuffix(d.lines()[n-1], "]")+", tjanstemannastyrgrupp]")
		return n
	}),
	single("consultation-group-purposes", consultation, func(_ *planting, d *draft) int {
		d.remove("    " + purposes[3].id + ": ")
		return d.find("  purposes:", 1)
	}),
	pair(single("consultation-group-purpose-content", inActionPlan, func(_ *planting, d *draft) int {
		d.other.change("    responsible: "+d.ref, "    responsible: group/politisk-styrgrupp")
		return d.find("    "+purposes[3].id+": ", 1)
	})),
	single("established-criteria", consultation, func(_ *planting, d *draft) int {
		for d.has("    role: process-lead") {
			d.change("    role: process-lead", "    role: member")
		}
		return d.find("seats:", 1)
	}),
	single("established-after-phases", consultation, func(_ *planting, d *draft) int { return d.done(5, d.of.(*group).began+10) }),
	single("establishment-step-order", consultation, func(_ *planting, d *draft) int {
		d.done(1, d.of.(*group).consultation.steps[1]+10)
		return d.find("      done: ", 4)
	}),
	single("start-workshop-both-sides", consultation, func(_ *planting, d *draft) int {
		return d.change("      participants: ", "      participants: [representative/"+d.of.(*group).consultation.people[0].id+"]")
	}),
	single("launch-deliverables", consultation, func(_ *planting, d *draft) int {
		d.change("          meeting: ", "          meeting: none")
		return d.find("        - id: "+deliverables[0], 1)
	}),
	single("establishment-window", consultation, func(_ *planting, d *draft) int { return d.done(1, date(2022, 5, 2)) }),
	single("consultation-group-levels", consultation, func(_ *planting, d *draft) int {
		d.remove("  - level: subregional")
		return d.find("links:", 1)
	}),
	single("consultation-group-plan-joint", jointPlan, func(_ *planting, d *draft) int {
		return d.change("with: ", "with: [group/tjanstemannastyrgrupp]")
	}),
	single("outer-circle-size", theOffice, func(_ *planting, d *draft) int {
		return d.decidedSeat("node", "", "group/samrad-aldre", "group/samrad-aldre", "    count: 2")
	}),
	single("outer-circle-appointed-by-group", theOffice, func(_ *planting, d *draft) int {
		return d.change("    appointed_by: group/", "    appointed_by: "+d.of.(*group).county.association.ref())
	}),
	single("core-size", theOffice, func(_ *planting, d *draft) int {
		c := d.of.(*group).county
		return d.decidedSeat("core", "region", c.administration.ref(), c.region.ref())
	}),
	single("core-parity", theOffice, func(_ *planting, d *draft) int {
		c := d.of.(*group).county
		d.change("    role: core", "    role: secretary")
		return d.decidedSeat("core", "municipal", c.association.ref(), c.association.ref())
	}),
	single("core-outer-disjoint", inCore, func(_ *planting, d *draft) int {
		m := d.of.(*person).memberships[0]
		return d.join(m.group.id, "seat: not-applicable", "role: node", "from: 2026-06-01", "decision: "+m.decision.id)
	}),
	single("secretariat-duties", theOffice, func(_ *planting, d *draft) int {
		return d.change("  duties: ", "  duties: ["+strings.Join(termIDs(duties[1:]), ", ")+"]")
	}),
	single("duty-traceable", officePlan, func(_ *planting, d *draft) int {
		d.change("    duty: "+duties[1].id, "    duty: "+duties[0].id)
		return d.find("activities:", 1)
	}),
	single("group-closure-coverage", formerForum, func(_ *planting, d *draft) int {
		d.remove("responsibilities:")
		return d.find("ended:", 1)
	}),
	single("group-closure-decision", formerForum, func(_ *planting, d *draft) int {
		d.remove("  decision: ")
		return d.find("ended:", 1)
	}),
	single("responsibility-single-owner-after", formerForum, func(_ *planting, d *draft) int {
		d.change("        role: owner", "        role: co-owner")
		return d.find("    to:", 1)
	}),
	single("cross-sector-included", crossSectors, func(_ *planting, d *draft) int {
		d.change("    "+crossSector+": ", "    "+crossSector+": {content: none}")
		return d.find("  cross_sector:", 1)
	}),
	pair(defect{"boundary-cases-declared", atBoundary, func(_ *planting, d *draft) []Expected {
		// Two groups are responsible for the area, which the guideline names.
		d.replace(d.find("  - area: "+boundaryAreas[0].id, 1)+1, "    role: owner")
		return []Expected{d.other.expect("boundary-cases-declared", d.other.find("boundary_areas:", 1)+1)}
	}}),
	single("working-group-temporary", workingGroup, func(_ *planting, d *draft) int {
		d.remove("ends:")
		return d.add("ends: none")
	}),
	single("group-change-has-decision", consultation, func(_ *planting, d *draft) int {
		d.remove("    decision: ")
		return d.find("seats:", 1) + 1
	}),
	single("guideline-one-at-date", theGuideline, func(_ *planting, d *draft) int { return d.change("framework: ", "framework: none") }),
}
