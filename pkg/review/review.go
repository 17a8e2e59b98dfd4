// Package review tells of two snapshots what a change means: whether it may be
// made that way, what follows from it, and who must decide. Its rules have the
// form of the record rules, one a file, and are pure functions of a difference.
package review

import (
	"context"
	"embed"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Rule is a rule about a change.
type Rule struct {
	*rule.Spec
	// Check decides the rule for each of its subjects. It is nil for what gives
	// no findings of its own.
	Check func(*change.Diff, *rule.Report)
	// Twin is the record rule that decides the same of one snapshot, or "". What
	// both find is shown once.
	Twin string
}

//go:embed examples/*.txtar
var examples embed.FS

// Catalogue returns every change rule, in the order in which they are listed.
func Catalogue() []Rule {
	all := slices.Concat(recordRules(), agreementRules(), groupRules(), evidenceRules())
	for i := range all {
		if b, err := examples.ReadFile("examples/" + all[i].ID + ".txtar"); err == nil {
			spec := *all[i].Spec
			spec.Example = string(b)
			all[i].Spec = &spec
		}
	}
	return all
}

// Find returns the change rule with an id.
func Find(id string) (Rule, bool) {
	for _, r := range Catalogue() {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

// Stat is how the subjects of a change rule came out.
type Stat struct {
	Rule  *rule.Spec
	Count truth.Count
}

// Outcome is what the change rules gave: the findings, sorted, with
// fingerprints but without positions, and the counts.
type Outcome struct {
	Findings []*rule.Finding
	Stats    []Stat
}

// Judge decides the change rules over a difference, side by side. Severities
// are those of the newer snapshot's vis.yaml, but a change cannot turn off the
// rule that would stop it: where the older one is stricter, it counts. others
// are the rules about records, whose severities a change may lower. The error is
// the context's.
func Judge(ctx context.Context, d *change.Diff, others ...*rule.Spec) (*Outcome, error) {
	catalogue := Catalogue()
	weights := map[string]rule.Severity{}
	for _, s := range others {
		weights[s.ID] = s.Severity
	}
	for _, r := range catalogue {
		weights[r.ID] = r.Severity
	}
	reports := make([]*rule.Report, len(catalogue))
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(catalogue) {
					return
				}
				reports[i] = &rule.Report{Spec: catalogue[i].Spec, Weights: weights}
				if catalogue[i].Check != nil {
					catalogue[i].Check(d, reports[i])
				}
			}
		})
	}
	group.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out := &Outcome{}
	for _, r := range reports {
		out.Stats = append(out.Stats, Stat{r.Spec, r.Count})
		for _, f := range r.Findings {
			if f.Severity = severity(d, f); f.Severity != rule.Off {
				out.Findings = append(out.Findings, f)
			}
		}
	}
	rule.Sort(out.Findings)
	rule.Fingerprint(out.Findings, func(f *rule.Finding) string { return identity(d, f) })
	return out, nil
}

// severity is what a finding weighs when the stricter of the two manifests has
// had its say.
func severity(d *change.Diff, f *rule.Finding) rule.Severity {
	return max(overridden(d.Base.Manifest, f), overridden(d.Head.Manifest, f))
}

// overridden is what a finding weighs by one manifest. A finding that is lower
// than its rule's highest stays so.
func overridden(m *model.ManifestFile, f *rule.Finding) rule.Severity {
	set, ok := m.Severity.Get(f.Spec.ID)
	if !ok {
		return f.Severity
	}
	s, ok := rule.ParseSeverity(string(set.V))
	switch {
	case !ok || !set.Given():
		return f.Severity
	case s > f.Spec.Severity:
		return s
	}
	return min(f.Severity, s)
}

// identity is where a finding stands, without positions in lists.
func identity(d *change.Diff, f *rule.Finding) string {
	for _, v := range []interface {
		Record(model.Ref) (model.Record, bool)
	}{d.Head, d.Base} {
		if rec, ok := v.Record(f.Record); ok && !f.Record.IsZero() && rec.Base().Ref == f.Record.Record() {
			return model.Identity(model.Fields(f.Record.Kind), rec, f.Path)
		}
	}
	return change.Keys(f.Path)
}
