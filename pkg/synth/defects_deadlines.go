package synth

import (
	"strconv"
	"strings"
)

// recentPlan is an annual plan of a year whose minutes are new enough for what
// they do not tell of not to have happened.
func recentPlan(d *draft) bool {
	pl, ok := d.of.(*plan)
	return ok && pastPlan(d) && pl.year == lastYear-1
}

// thisYearsPlan is the decision on an annual plan for this year, of a group that
// met the year before too.
func thisYearsPlan(d *draft) bool {
	x, ok := d.of.(*decision)
	return ok && x.firstIn == lastYear && x.meeting.group.metIn(lastYear-1)
}

func (g *group) metIn(year int) bool {
	for _, m := range g.meetings {
		if yearOf(m.on) == year && m.status == "held" {
			return true
		}
	}
	return false
}

func aProposal(d *draft) bool { x, ok := d.of.(*decision); return ok && x.unknownOutcome }

// deadlineDefects are what the rules about deadlines and about what decisions
// bring about find.
var deadlineDefects = []defect{
	single("deadline-overdue", recentPlan, func(_ *planting, d *draft) int {
		done := d.find("    done: ", 1)
		due := 0
		for i, l := range d.lines()[:done] {
			if strings.HasPrefix(l, "    due: ") {
				due = i + 1
			}
			if strings.HasPrefix(l, "    state: done") && i > due-1 {
				d.replace(i+1, "    state: ongoing")
			}
		}
		d.remove("    done: ")
		return due
	}),
	single("deadline-first-meeting", thisYearsPlan, func(_ *planting, d *draft) int {
		d.change("  in: ", "  in: "+strconv.Itoa(lastYear-1))
		return d.find("date: ", 1)
	}),
	pair(defect{"proposal-not-in-effect", aProposal, func(_ *planting, d *draft) []Expected {
		x := d.of.(*decision)
		d.other.put("seats:", "  - id: ny-plats", "    role: secretary", "    decision: "+x.id, "    from: 2026-06-01", "    holder: unknown")
		return []Expected{
			d.expect("proposal-not-in-effect", d.find("state: ", 1)), // what rests on it is told of too
			d.other.expect("proposal-not-in-effect", d.other.find("    decision: "+x.id, 1)),
		}
	}}),
	single("decision-chain-order", freeDecision, func(_ *planting, d *draft) int {
		d.change("    date: ", "    date: 2026-06-25")
		return d.find("    date: ", 2)
	}),
	single("effect-before-decision", consultation, func(_ *planting, d *draft) int {
		d.put("seats:", "  - id: ny-plats", "    role: secretary", "    decision: "+d.of.(*group).decision.id, "    from: 2015-01-01", "    holder: unknown")
		return d.find("    from: 2015-01-01", 1)
	}),
}
