package registry

import (
	"cmp"
	"math"
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// AgeSpan is a span of ages in whole years, both included. Without a `from` it
// begins at birth and without a `to` it has no end. Each bound lies within the
// two ages that are given; where the bound is known they are equal.
type AgeSpan struct {
	FromMin, FromMax int
	ToMin, ToMax     int
}

// NoLastAge is the last age of a span without an end.
const NoLastAge = math.MaxInt

// Known reports whether both bounds are known.
func (s AgeSpan) Known() bool { return s.FromMin == s.FromMax && s.ToMin == s.ToMax }

func ageSpan(from, to model.Val[int]) AgeSpan {
	var s AgeSpan
	switch from.Is {
	case model.Given:
		s.FromMin, s.FromMax = from.V, from.V
	case model.Unknown:
		s.FromMax = NoLastAge
	}
	s.ToMin, s.ToMax = NoLastAge, NoLastAge
	switch to.Is {
	case model.Given:
		s.ToMin, s.ToMax = to.V, to.V
	case model.Unknown:
		s.ToMin = 0
	}
	// Whatever the bounds are, the first age is not above the last.
	if from.Is == model.Unknown {
		s.FromMax = s.ToMax
	}
	if to.Is == model.Unknown {
		s.ToMin = s.FromMin
	}
	return s
}

// SpanOfAges returns the span of an `ages`.
func SpanOfAges(a model.Ages) AgeSpan {
	if a.All {
		return AgeSpan{ToMin: NoLastAge, ToMax: NoLastAge}
	}
	return ageSpan(a.From, a.To)
}

// AgeGroup returns the span of an age group of the vocabulary.
func (r *Registry) AgeGroup(id model.Term) (AgeSpan, bool) {
	for _, g := range r.Vocabulary.AgeGroups.Pointers() {
		if model.Term(g.ID.V) == id {
			return ageSpan(g.From, g.To), true
		}
	}
	return AgeSpan{}, false
}

// AgesOf returns the ages that an agreement concerns: its `ages`, else those of
// its age groups. ok is false where neither is told, or an age group is not of
// the vocabulary.
func (r *Registry) AgesOf(a *model.Agreement) (spans []AgeSpan, ok bool) {
	if ages, given := a.Ages.Get(); given {
		return []AgeSpan{SpanOfAges(ages)}, true
	}
	if a.Ages.Is != model.Absent || a.AgeGroups.Open() {
		return nil, false
	}
	for _, id := range a.AgeGroups.All() {
		s, known := r.AgeGroup(id)
		if !known {
			return nil, false
		}
		spans = append(spans, s)
	}
	return spans, len(spans) > 0
}

// AgesOfGroup returns the ages of a group's target groups. open is true where
// those of one of them are not told.
func AgesOfGroup(g *model.Group) (spans []AgeSpan, open bool) {
	open = g.TargetGroups.Is == model.Absent || g.TargetGroups.Open()
	for _, t := range g.TargetGroups.All() {
		if ages, given := t.Ages.Get(); given {
			spans = append(spans, SpanOfAges(ages))
		} else {
			open = true
		}
	}
	return spans, open
}

// CoversAges tells whether every age of inner is in one of the spans of outer.
func CoversAges(outer, inner []AgeSpan) truth.Value {
	certain := union(outer, func(s AgeSpan) (int, int) { return s.FromMax, s.ToMin })
	possible := union(outer, func(s AgeSpan) (int, int) { return s.FromMin, s.ToMax })
	answer := truth.Yes
	for _, s := range inner {
		switch {
		case within(certain, s.FromMin, s.ToMax):
		case !reaches(possible, s):
			return truth.No
		default:
			answer = truth.CannotTell
		}
	}
	return answer
}

// reaches reports whether a span can lie within the spans: no age that it holds
// for certain is outside them.
func reaches(spans [][2]int, s AgeSpan) bool {
	if s.FromMax <= s.ToMin {
		return within(spans, s.FromMax, s.ToMin)
	}
	if s.FromMin == s.FromMax && !within(spans, s.FromMin, s.FromMin) {
		return false
	}
	return s.ToMin != s.ToMax || within(spans, s.ToMin, s.ToMin)
}

func within(spans [][2]int, from, to int) bool {
	for _, s := range spans {
		if s[0] <= from && to <= s[1] {
			return true
		}
	}
	return false
}

// union joins spans that overlap or meet, in order.
func union(spans []AgeSpan, bounds func(AgeSpan) (int, int)) [][2]int {
	var all [][2]int
	for _, s := range spans {
		if from, to := bounds(s); from <= to {
			all = append(all, [2]int{from, to})
		}
	}
	slices.SortFunc(all, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	var out [][2]int
	for _, s := range all {
		if n := len(out); n > 0 && (out[n-1][1] == NoLastAge || s[0] <= out[n-1][1]+1) {
			out[n-1][1] = max(out[n-1][1], s[1])
			continue
		}
		out = append(out, s)
	}
	return out
}
