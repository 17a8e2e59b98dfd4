package synth

import (
	"fmt"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
)

const issueKind = model.IssueKind

// recordDefects are what rules about records find.
var recordDefects = []defect{
	single("ref-resolves", freeIssue, func(p *planting, d *draft) int {
		if p.serial%2 == 0 {
			return d.add("priority: handlingsplan") // which kind?
		}
		return d.add("driver: " + p.word("grupp-som-saknas"))
	}),
	single("id-unique-stable", freeIssue, func(_ *planting, d *draft) int {
		d.path = strings.Replace(d.path, "/fraga-", "/Fraga_", 1)
		d.ref = strings.Replace(d.ref, "/fraga-", "/Fraga_", 1)
		return 1
	}),
	single("alias-unambiguous", freeIssue, func(_ *planting, d *draft) int { return d.add("aliases:", "  - "+genericTerm) }),
	single("source-required", freeIssue, func(_ *planting, d *draft) int {
		d.remove("sources:")
		return 1
	}),
	single("inference-not-decided", freeDecision, func(_ *planting, d *draft) int {
		d.insert(d.find("  - source: ", 1), "    basis: inference")
		return d.find("state: ", 1)
	}),
	single("interval-ordered", formerTitle, func(_ *planting, d *draft) int { return d.change("    until: ", "    until: 2001-12-31") }),
	single("no-future-evidence", pastPlan, func(_ *planting, d *draft) int {
		n := d.change("    done: ", "    done: 2026-06-29")
		for due := n - 1; ; due-- { // not late either
			if strings.HasPrefix(d.lines()[due-1], "    due: ") {
				d.replace(due, "    due: 2026-06-29")
				return n
			}
		}
	}),
	single("unknown-is-explicit", freeIssue, func(_ *planting, d *draft) int {
		d.remove("direction: ")
		return 1
	}),
	single("reported-vs-computed", noClaims, func(p *planting, d *draft) int {
		return d.add("claims:", "  - id: "+p.word("tal"), "    metric: municipalities", "    as_of: 2025-12-31", "    value: 3")
	}),
	single("vocabulary-term-unknown", freeIssue, func(p *planting, d *draft) int {
		return d.change("direction: ", "direction: ["+p.word("okand-riktning")+"]")
	}),
	single("municipality-count", theManifest, func(_ *planting, d *draft) int { return d.change("  municipalities: ", "  municipalities: 27") }),
	single("municipality-code", anyMunicipality, func(p *planting, d *draft) int {
		if homeMunicipality(d) {
			d.change("name: ", "name: "+p.word("Stad"))
			return d.find("code: ", 1)
		}
		d.remove("code:")
		return d.add("code: " + quote(fmt.Sprintf("99%02d", p.serial%100)))
	}),
	single("subregion-exactly-one", unseated, func(_ *planting, d *draft) int { return d.change("subregion: ", "subregion: unknown") }),
	single("party-side-set", freeOrg, func(_ *planting, d *draft) int {
		d.remove("side: ")
		return 1
	}),
	single("party-unit-of", freeUnit, func(_ *planting, d *draft) int {
		d.remove("part_of: ")
		return 1
	}),
	single("party-name-valid-at-date", namedParty, func(_ *planting, d *draft) int {
		return d.change("    named_as: ", "    named_as: Landstinget i Ingenstad")
	}),
	single("party-succession-acyclic", successor, func(_ *planting, d *draft) int {
		d.change("    from: ", "    from: 2021-03-01")
		return d.find("replaces: ", 1)
	}),
	single("rename-has-decision", renamedLocal, func(_ *planting, d *draft) int {
		d.remove("    decision: ")
		return d.find("  - name: ", 2)
	}),
}
