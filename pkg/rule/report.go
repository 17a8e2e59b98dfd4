package rule

import "github.com/vis-samverkan/vis/pkg/truth"

// Report is what a rule tells while it decides: an outcome for each of its
// subjects, and findings. It belongs to one run of one rule.
type Report struct {
	Spec     *Spec
	Count    truth.Count
	Findings []*Finding
	// Weights are the severities that rules have where vis.yaml says nothing, by
	// id, as far as whoever runs the rule knows them.
	Weights map[string]Severity
}

// Holds counts a subject for which the rule holds.
func (r *Report) Holds() { r.Count.Add(truth.Yes) }

// Tell counts a subject for which the rule holds, and records what is worth
// knowing of it all the same: never more than information.
func (r *Report) Tell(f *Finding) {
	r.Holds()
	f.Spec, f.Severity = r.Spec, Info
	r.Findings = append(r.Findings, f)
}

// CannotTell counts a subject that cannot be decided. It is never a finding.
func (r *Report) CannotTell() { r.Count.Add(truth.CannotTell) }

// Violated counts a subject that breaks the rule, and records the findings
// that say how.
func (r *Report) Violated(findings ...*Finding) {
	r.Count.Add(truth.No)
	for _, f := range findings {
		f.Spec = r.Spec
		if f.Severity == Off {
			f.Severity = r.Spec.Severity
		}
		r.Findings = append(r.Findings, f)
	}
}

// Applies reports whether a subject is to be judged, where that rests on
// several conditions: not if one of them does not hold. A subject of which that
// cannot be told is counted so.
func (r *Report) Applies(conditions ...truth.Value) bool {
	switch truth.And(conditions...) {
	case truth.Yes:
		return true
	case truth.CannotTell:
		r.CannotTell()
	}
	return false
}

// Judge counts a subject, and records the finding that broken gives if the
// rule is violated.
func (r *Report) Judge(outcome truth.Value, broken func() *Finding) {
	switch outcome {
	case truth.Yes:
		r.Holds()
	case truth.CannotTell:
		r.CannotTell()
	case truth.No:
		r.Violated(broken())
	}
}
