package synth

import (
	"fmt"
	"strings"

	"github.com/vis-samverkan/vis/pkg/rule"
)

// single is a defect with one finding, at a line of its own file.
func single(id string, suits func(*draft) bool, line func(*planting, *draft) int) defect {
	return defect{id, suits, func(p *planting, d *draft) []Expected {
		n := line(p, d)
		return []Expected{d.expect(id, n)}
	}}
}

// defects is every kind of defect, in the order of the catalogue of rules.
var defects = concat(loaderDefects, recordDefects, agreementDefects, groupDefects, seatDefects, establishmentDefects, issueDefects, deadlineDefects, acknowledgementDefects)

func concat(lists ...[]defect) (all []defect) {
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

// loaderDefects are what a file can have wrong by itself.
var loaderDefects = []defect{
	single("yaml-unreadable", freeIssue, func(p *planting, d *draft) int {
		if p.serial%2 == 0 {
			return d.add("outcome: Trasig byte: \xff")
		}
		d.insert(1, "\tstate: captured")
		return 2
	}),
	single("text-hidden-character", freeIssue, func(_ *planting, d *draft) int { return d.add("outcome: Osynligt\u200btecken") }),
	single("field-unknown", freeIssue, func(p *planting, d *draft) int {
		return d.add(strings.ReplaceAll(p.word("nyckel"), "-", "_") + ": värde")
	}),
	single("field-wrong-type", freeIssue, func(_ *planting, d *draft) int { return d.add("outcome: [en, lista]") }),
	single("field-missing", freeIssue, func(_ *planting, d *draft) int {
		d.remove("title: ")
		return 1
	}),
	single("value-not-allowed", freeIssue, func(_ *planting, d *draft) int { return d.change("  - level: ", "  - level: kontinental") }),
	single("key-duplicate", freeIssue, func(_ *planting, d *draft) int { return d.add("state: captured") }),
	single("date-valid", freeIssue, func(_ *planting, d *draft) int { return d.change("  date: ", "  date: 2025-02-30") }),
}

// acknowledgementDefects are entries of acknowledged.yaml.
var acknowledgementDefects = []defect{
	{"acknowledgement-expired", freeIssue, func(p *planting, d *draft) []Expected {
		// What was accepted for a time counts again: two findings.
		d.remove("sources:")
		f := &rule.Finding{Spec: &rule.Spec{ID: "source-required"}}
		f.Record.Kind, f.Record.ID = issueKind, strings.TrimPrefix(d.ref, "issue/")
		rule.Fingerprint([]*rule.Finding{f}, func(*rule.Finding) string { return "" })
		line := p.acknowledge(f.Fingerprint, "source-required", d.ref, "2026-01-31")
		return []Expected{d.expect("source-required", 1), p.acknowledged.expect("acknowledgement-expired", line)}
	}},
	{"acknowledgement-unmatched", freeIssue, func(p *planting, d *draft) []Expected {
		line := p.acknowledge(fmt.Sprintf("%016x", p.serial), "source-required", d.ref, "2027-01-31")
		return []Expected{p.acknowledged.expect("acknowledgement-unmatched", line-5)}
	}},
}

// acknowledge adds an entry to acknowledged.yaml, and gives the line of its
// last key, `until`.
func (p *planting) acknowledge(fingerprint, id, record, until string) int {
	if p.acknowledged.has("[]") {
		p.acknowledged.data = nil
		p.acknowledged.set([]string{"# Godtagna fynd."})
	}
	return p.acknowledged.add(
		"- fingerprint: "+quote(fingerprint),
		"  rule: "+id,
		"  record: "+record,
		"  reason: Godtaget i väntan på källan.",
		"  by: Processledningen",
		"  until: "+until,
	)
}
