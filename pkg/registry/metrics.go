package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Measure is the value of a metric, or the bounds it lies within, and what it
// rests on. A metric never reads a reported figure.
type Measure struct {
	Min, Max  float64     // equal where the value is known; Max is +Inf where nothing bounds it
	Counted   []model.Ref // records that counted for certain
	Undecided []model.Ref // records that could not be decided
	Complete  truth.Value // whether the records are said to be all there are
	Parts     []Part      // the same by side or by group, for the metrics that divide
}

// Part is a share of a measure.
type Part struct {
	Of       model.Ref  // the group, or zero
	Side     model.Word // the side, or ""
	Min, Max float64
}

// Scope narrows a metric: to the groups that a term counts, or to one of them,
// and to agreements with or without supplements.
type Scope struct {
	Groups      model.Term
	Group       model.Ref  // zero for all that Groups counts
	Supplements model.Word // with-supplements (also when empty) or without-supplements
}

// metrics is every metric by its name.
var metrics = map[string]func(*View, Scope) Measure{
	"roles":                      roles,
	"roles-by-side":              roles,
	"roles-elected":              rolesElected,
	"municipalities":             municipalities,
	"municipalities-represented": municipalitiesRepresented,
	"people-in-several-groups":   peopleInSeveralGroups,
	"groups-in-scope":            groupsInScope,
	"agreements-in-force":        agreementsInForce,
	"agreements-listed":          agreementsListed,
	"agreements-by-group":        agreementsByGroup,
	"local-groups":               localGroups,
	"vacancies":                  vacancies,
	"adoptions":                  adoptions,
	"balance":                    balance,
	"meetings-held":              meetingsHeld,
}

// MetricNames returns the names of all metrics, sorted.
func MetricNames() []string {
	var names []string
	for name := range metrics {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// IsShare reports whether a metric is a part of 1, and not a number of records.
func IsShare(name string) bool { return name == "balance" }

// Metric computes a metric at the view's day. ok is false for a name that is
// not a metric.
func (v *View) Metric(name string, s Scope) (m Measure, ok bool) {
	f, ok := metrics[name]
	if !ok {
		return m, false
	}
	return f(v, s), true
}

// add counts lo to hi for a record, by how certain it is.
func (m *Measure) add(ref model.Ref, certain truth.Value, lo, hi float64) {
	switch certain {
	case truth.Yes:
		m.Min, m.Max = m.Min+lo, m.Max+hi
		m.Counted = append(m.Counted, ref)
		if lo != hi {
			m.Undecided = append(m.Undecided, ref)
		}
	case truth.CannotTell:
		m.Max += hi
		m.Undecided = append(m.Undecided, ref)
	}
}
