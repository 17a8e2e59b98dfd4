// Package rules is the catalogue of what `vis validate` decides: one
// computation a file. A rule is a pure function of a view.
package rules

import (
	"context"
	"embed"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Rule is a rule about the records of one registry.
type Rule struct {
	*rule.Spec
	// Check decides the rule for each of its subjects. It is nil for the rules of
	// the loader and of acknowledgement, which are decided while the registry is
	// read and after everything else, and for what gives no findings.
	Check func(*registry.View, *rule.Report)
	// Watch, instead of Check, is for a rule that judges values one by one.
	Watch func(*registry.View, *rule.Report) Watcher
}

//go:embed examples/*.txtar
var examples embed.FS

// Catalogue returns every rule, in the order of the catalogue.
func Catalogue() []Rule {
	var all []Rule
	for _, s := range load.Rules() {
		all = append(all, Rule{Spec: s})
	}
	all = append(all, checks()...)
	all = append(all, Rule{Spec: acknowledgementExpired}, Rule{Spec: acknowledgementUnmatched})
	for i := range all {
		if b, err := examples.ReadFile("examples/" + all[i].ID + ".txtar"); err == nil {
			spec := *all[i].Spec
			spec.Example = string(b)
			all[i].Spec = &spec
		}
	}
	return all
}

// BaseExample is the small registry that the examples of the rules are laid
// over, as a txtar archive.
func BaseExample() string {
	b, err := examples.ReadFile("examples/base.txtar")
	if err != nil {
		panic("rules: the base of the examples is not embedded")
	}
	return string(b)
}

// checks are the rules with a computation, in the order of the catalogue: a
// list for each of its sections.
func checks() []Rule {
	return slices.Concat(identityRules(), partyRules(), agreementRules(), groupRules(), representationRules(),
		establishmentRules(), issueRules())
}

// Find returns the rule with an id, or the rule that decides it too.
func Find(id string) (r Rule, merged *rule.Merged, ok bool) {
	if id == "" {
		return r, nil, false
	}
	for _, r := range Catalogue() {
		if r.ID == id || r.Number == id {
			return r, nil, true
		}
		for i := range r.Merged {
			if r.Merged[i].ID == id || r.Merged[i].Number == id {
				return r, &r.Merged[i], true
			}
		}
	}
	return r, nil, false
}

// Options choose what is run and how much it weighs.
type Options struct {
	Profile rule.Profile
	Only    []string // ids of rules; empty for all of the profile
	// Others are the ids of the rules about changes, whose severities vis.yaml sets
	// too.
	Others []string
}

// Stat is how the subjects of a rule came out.
type Stat struct {
	Rule  *rule.Spec
	Count truth.Count
}

// Outcome is what a run of the rules gave: the findings in the order in which
// they are found, with fingerprints but without positions, and the counts.
type Outcome struct {
	Findings []*rule.Finding
	Stats    []Stat
}

// Run decides the rules over a loaded registry at a day. The rules run side by
// side. Severities of vis.yaml are applied, findings that acknowledged.yaml
// accepts are marked, and its expired and unmatched entries are findings
// themselves. The error is the context's.
func Run(ctx context.Context, loaded *load.Result, v *registry.View, o Options) (*Outcome, error) {
	catalogue := Catalogue()
	overrides := severities(v.Manifest)
	wanted := func(s *rule.Spec) bool {
		if len(o.Only) > 0 {
			return slices.Contains(o.Only, s.ID)
		}
		return s.Profile <= o.Profile && (s.Fixed || overrides[s.ID] != rule.Off || !overridden(v.Manifest, s.ID))
	}
	reports := make([]*rule.Report, len(catalogue))
	var watchers []Watcher
	var work []func()
	for i, r := range catalogue {
		reports[i] = &rule.Report{Spec: r.Spec}
		switch {
		case !wanted(r.Spec):
		case r.Watch != nil:
			watchers = append(watchers, r.Watch(v, reports[i]))
		case r.Check != nil:
			work = append(work, func() { r.Check(v, reports[i]) })
		}
		if r.Spec.ID == refResolves.ID && wanted(r.Spec) {
			judgeSeverities(v.Manifest, catalogue, o.Others, reports[i])
		}
	}
	// The walk is the longest piece of work, so it comes first.
	sideBySide(ctx, append([]func(){func() { watch(ctx, v, watchers) }}, work...))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out := &Outcome{}
	for i, s := range load.Rules() {
		if wanted(s) {
			reports[i].Count = loaded.Counts[i]
		}
	}
	for _, f := range loaded.Findings {
		if wanted(f.Spec) {
			out.Findings = append(out.Findings, f)
		}
	}
	for _, rep := range reports {
		for _, f := range rep.Findings {
			if s, ok := overrides[rep.Spec.ID]; ok && !rep.Spec.Fixed {
				f.Severity = min(f.Severity, s)
				if s > rep.Spec.Severity {
					f.Severity = s
				}
			}
			if f.Severity != rule.Off {
				out.Findings = append(out.Findings, f)
			}
		}
	}
	finish(out, v)
	acknowledge(out, v, o, wanted, reports, catalogue)
	for i, rep := range reports {
		if wanted(catalogue[i].Spec) && rep.Spec.Form == rule.InFindings {
			out.Stats = append(out.Stats, Stat{catalogue[i].Spec, rep.Count})
		}
	}
	return out, nil
}

// sideBySide does pieces of work on all processors, until the context ends.
func sideBySide(ctx context.Context, work []func()) {
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(work) {
					return
				}
				work[i]()
			}
		})
	}
	group.Wait()
}

// finish sorts the findings, gives them fingerprints and the citations of what
// they are about.
func finish(out *Outcome, v *registry.View) {
	rule.Sort(out.Findings)
	rule.Fingerprint(out.Findings, func(f *rule.Finding) string {
		rec, fields, ok := subject(v, f.Place)
		if !ok {
			return f.Path.String()
		}
		return model.Identity(fields, rec, f.Path)
	})
	for _, f := range out.Findings {
		if rec, ok := v.Record(f.Record); ok && f.Sources == nil && !f.Record.IsZero() {
			f.Sources = SourcesAt(rec, f.Path)
		}
	}
}

// SourcesAt returns the citations of what stands at a path of a record: those
// of the innermost entry that has any, else those of the record.
func SourcesAt(rec model.Record, p model.Path) []model.Citation {
	return registry.CitationsAt(rec, p).List()
}

// subject is the record or file that a place is in.
func subject(v *registry.View, p rule.Place) (rec any, fields *model.Map, ok bool) {
	if !p.Record.IsZero() {
		r, found := v.Record(p.Record)
		if !found || r.Base().Ref != p.Record.Record() {
			return nil, nil, false
		}
		return r, model.Fields(p.Record.Kind), true
	}
	switch p.File {
	case model.Manifest.Info().File:
		return v.Manifest, model.Fields(model.Manifest), true
	case model.VocabularyKind.Info().File:
		return v.Vocabulary, model.Fields(model.VocabularyKind), true
	case model.AcknowledgedKind.Info().File:
		return v.Acknowledged, model.Fields(model.AcknowledgedKind), true
	}
	return nil, nil, false
}

// attribute is a path without its positions, as a citation's `for` writes it.
func attribute(p model.Path) string { return registry.AttributeAt(p) }

func severities(m *model.ManifestFile) map[string]rule.Severity {
	out := map[string]rule.Severity{}
	for _, row := range m.Severity.Rows {
		if s, ok := rule.ParseSeverity(string(row.Val.V)); ok && row.Val.Given() {
			out[row.Key] = s
		}
	}
	return out
}

func overridden(m *model.ManifestFile, id string) bool {
	v, ok := m.Severity.Get(id)
	return ok && v.Given()
}

// judgeSeverities counts the keys of `severity` in vis.yaml, which refer to
// rules, and reports those that no rule whose severity can be set answers to.
func judgeSeverities(m *model.ManifestFile, catalogue []Rule, others []string, r *rule.Report) {
	ids := slices.Clone(others)
	for _, c := range catalogue {
		if !c.Fixed && c.Form == rule.InFindings {
			ids = append(ids, c.ID)
		}
	}
	for _, row := range m.Severity.Rows {
		if slices.Contains(ids, row.Key) {
			r.Holds()
			continue
		}
		place := rule.InFile(model.Manifest, "severity", row.Key)
		place.Key = true
		if near := text.Nearest(row.Key, ids); near != "" {
			r.Violated(rule.FoundAs("rule-near", place, text.Args{"ref": row.Key, "nearest": near}, row.Key))
			continue
		}
		r.Violated(rule.FoundAs("rule", place, text.Args{"ref": row.Key}, row.Key))
	}
}
