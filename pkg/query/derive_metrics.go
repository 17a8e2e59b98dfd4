package query

import (
	"cmp"
	"math"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
)

// Finding is what a rule found, as a row.
type Finding struct {
	Fingerprint, Rule, Severity string
	Ref, Path, File             string
	Message, MessageEn          string
	Remedy, RemedyEn            string
	Acknowledged                bool
}

// Test is how the tests of one rule came out.
type Test struct {
	Rule                string
	Holds, Broken, Open int
}

// Checked is what the rules gave.
type Checked struct {
	Findings []Finding
	Tests    []Test
}

var findingsTable = derivation{&Table{Name: "findings", Derived: true, Indexes: [][]string{{"ref"}, {"rule"}},
	What: both("fynden av vis validate, alla grader", "the findings of vis validate, of every severity"), Columns: columns(
		col("fingerprint", Text, "fingeravtryck", "fingerprint"), col("rule", Text, "regel", "rule"),
		Column{"severity", Text, both("allvarlighetsgrad", "severity"), "", []string{"error", "warning", "info"}},
		refColumn, col("path", Text, "platsen i posten", "the place in the record"), col("file", Text, "filen i registret", "the file in the registry"),
		col("message", Text, "vad som är funnet", "what was found, in Swedish"), col("message_en", Text, "på engelska", "in English"),
		col("remedy", Text, "åtgärd", "remedy, in Swedish"), col("remedy_en", Text, "på engelska", "in English"),
		Column{"acknowledged", Integer, both("1 om fyndet är godtaget", "1 if the finding is acknowledged"), "", []string{"0", "1"}},
	)}, func(f *filler) {
	for _, x := range f.checked.Findings {
		f.add("findings", x.Fingerprint, x.Rule, x.Severity, nonempty(x.Ref), x.Path, nonempty(x.File), x.Message, x.MessageEn, x.Remedy, x.RemedyEn, x.Acknowledged)
	}
}}

var testsTable = derivation{&Table{Name: "tests", Derived: true, Key: []string{"rule"},
	What: both("utfallet av varje regels prövningar", "how the tests of each rule came out"), Columns: columns(
		col("rule", Text, "regel", "rule"), col("holds", Integer, "uppfyllda", "that hold"), col("broken", Integer, "brutna", "that are broken"), col("unknown", Integer, "som inte går att avgöra", "that cannot be told"),
	)}, func(f *filler) {
	for _, t := range f.checked.Tests {
		f.add("tests", t.Rule, t.Holds, t.Broken, t.Open)
	}
}}

// scopes are what the metrics are reckoned within: all forums, and each scope of
// the vocabulary.
func (f *filler) scopes() []string { return append([]string{""}, f.view.TermIDs("scopes")...) }

func (f *filler) measures(each func(metric, scope string, m registry.Measure)) {
	for _, name := range registry.MetricNames() {
		for _, scope := range f.scopes() {
			if m, ok := f.view.Metric(name, registry.Scope{Groups: model.Term(scope)}); ok {
				each(name, scope, m)
			}
		}
	}
}

// bound is a bound of a figure; NULL for none.
func bound(x float64) any {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return nil
	}
	return x
}

var metricColumns = []Column{col("metric", Text, "mått", "metric"), col("scope", Text, "avgränsning; tom för alla forum", "scope; empty for every forum")}

var metricsTable = derivation{&Table{Name: "metrics", Derived: true, Key: []string{"metric", "scope"},
	What: both("måtten dagen", "the metrics on the day"), Columns: columns(metricColumns,
		col("min", Real, "minst", "at least"), col("max", Real, "högst; NULL utan övre gräns", "at most; NULL without an upper bound"),
		tell("complete", "om posterna som räknas sägs vara alla", "whether the records that are counted are said to be all"),
		col("counted", Integer, "poster som räknats", "records that counted"), col("undecided", Integer, "poster som inte gått att avgöra", "records that could not be decided"),
	)}, func(f *filler) {
	f.measures(func(metric, scope string, m registry.Measure) {
		f.give("metrics", metric, scope, bound(m.Min), bound(m.Max), m.Complete, len(m.Counted), len(m.Undecided))
	})
}}

var metricPartsTable = derivation{&Table{Name: "metric_parts", Derived: true,
	What: both("måtten dagen, per grupp eller sida", "the metrics on the day, by group or side"), Columns: columns(metricColumns,
		to("group_id", "groups.id", "gruppen", "the group"), col("side", Text, "sida", "side"), col("min", Real, "minst", "at least"), col("max", Real, "högst; NULL utan övre gräns", "at most; NULL without an upper bound"),
	)}, func(f *filler) {
	f.measures(func(metric, scope string, m registry.Measure) {
		for _, p := range m.Parts {
			f.give("metric_parts", metric, scope, f.toID(p.Of), p.Side, bound(p.Min), bound(p.Max))
		}
	})
}}

var metricRecordsTable = derivation{&Table{Name: "metric_records", Derived: true, Indexes: [][]string{{"metric"}},
	What: both("posterna som måtten vilar på", "the records that the metrics rest on"), Columns: columns(metricColumns,
		refColumn, col("part", Text, "delen av posten", "the part of the record"),
		Column{"counted", Integer, both("1 om den räknats, 0 om det inte gick att avgöra", "1 if it counted, 0 if nobody could tell"), "", []string{"0", "1"}},
	)}, func(f *filler) {
	f.measures(func(metric, scope string, m registry.Measure) {
		for _, ref := range m.Counted {
			f.give("metric_records", metric, scope, ref, nonempty(ref.Fragment), true)
		}
		for _, ref := range m.Undecided {
			f.give("metric_records", metric, scope, ref, nonempty(ref.Fragment), false)
		}
	})
}}

// cmpStrings compares words in pairs, the first that differ deciding.
func cmpStrings(pairs ...string) int {
	for i := 0; i+1 < len(pairs); i += 2 {
		if c := cmp.Compare(pairs[i], pairs[i+1]); c != 0 {
			return c
		}
	}
	return 0
}
