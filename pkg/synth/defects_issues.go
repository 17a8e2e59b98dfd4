package synth

import "strings"

// The records that a defect about issues, decisions or cooperation between
// counties may be made in.

var aKnowledgeBody = groupOf(func(g *group) bool { return g.knowledge == nil && g.typ == "knowledge" })

func replacedPriorities(d *draft) bool {
	pl, ok := d.of.(*plan)
	return ok && pl.typ == "priorities"
}

func withAreas(d *draft) bool {
	a, ok := d.of.(*agreement)
	return ok && a.hasAreas() && a.ended == 0
}

// recentDecision is a decision that the guideline of its day is about.
func recentDecision(d *draft) bool { return freeDecision(d) && d.of.(*decision).on >= mandateFrom }

func withAccession(d *draft) bool {
	a, ok := d.of.(*agreement)
	return ok && a.acceding != nil
}

func withSignatures(d *draft) bool {
	a, ok := d.of.(*agreement)
	return ok && len(a.signatories) > 0
}

// issueDefects are what the rules about issues, decisions, deadlines, knowledge
// governance and cooperation between counties find.
var issueDefects = []defect{
	single("issue-level-source", freeIssue, func(_ *planting, d *draft) int { return d.change("direction: ", "direction: none") }),
	single("issue-driver", freeIssue, func(_ *planting, d *draft) int {
		d.change("state: ", "state: driven")
		return d.add("driver: none")
	}),
	single("issue-multi-group-coordinated", freeIssue, func(_ *planting, d *draft) int {
		d.change("concerns: ", "concerns: [group/tjanstemannastyrgrupp, group/politisk-styrgrupp]")
		return d.add("coordinator: tjanstemannastyrgrupp")
	}),
	single("issue-prioritised", freeIssue, func(_ *planting, d *draft) int {
		d.change("state: ", "state: driven")
		d.change("  - level: ", "  - level: regional")
		return d.add("priority: none")
	}),
	single("decision-state-complete", freeDecision, func(_ *planting, d *draft) int { return d.change("body: ", "body: none") }),
	single("decision-body-competent", recentDecision, func(_ *planting, d *draft) int {
		d.change("matter: ", "matter: staffing")
		return d.find("body: ", 1)
	}),
	single("decision-meeting-agrees", freeDecision, func(_ *planting, d *draft) int {
		return d.change("body: ", "body: group/tjanstemannastyrgrupp")
	}),
	single("action-plan-replaces-priorities", replacedPriorities, func(_ *planting, d *draft) int {
		if d.has("ended:") {
			d.remove("ended:")
		}
		return d.add("ended:", "  date: 2023-06-30")
	}),
	single("knowledge-areas", consultation, func(_ *planting, d *draft) int {
		return d.change("  knowledge_areas: ", "  knowledge_areas: ["+strings.Join(termIDs(knowledgeAreas[1:]), ", ")+"]")
	}),
	single("knowledge-system-declared", aKnowledgeBody, func(_ *planting, d *draft) int { return d.change("system: ", "system: none") }),
	single("area-meets-criteria", withAreas, func(_ *planting, d *draft) int { return d.change("    criteria: ", "    criteria: none") }),
	single("letter-signed-complete", withSignatures, func(_ *planting, d *draft) int {
		d.remove("    place: ")
		return d.find("signatures:", 1) + 1
	}),
	single("accession-consent", withAccession, func(_ *planting, d *draft) int { return d.change("        decision: ", "        decision: none") }),
	single("personal-data-minimal", freeIssue, func(p *planting, d *draft) int {
		return d.add("outcome: Frågan besvaras av " + p.word("brevlada") + "@example.org.")
	}),
	single("swedish-name", freeIssue, func(p *planting, d *draft) int { return d.change("title: ", "title: {en: "+p.word("Issue")+"}") }),
}
