package truth_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	. "github.com/vis-samverkan/vis/pkg/truth"
)

// The domain has three values, so the laws are checked on all of it rather than
// on samples.
var values = []Value{Yes, No, CannotTell}

func TestZeroValueIsNoAnswer(t *testing.T) {
	var v Value
	assert.Equal(t, CannotTell, v)
}

func TestOf(t *testing.T) {
	assert.Equal(t, Yes, Of(true))
	assert.Equal(t, No, Of(false))
}

func TestString(t *testing.T) {
	assert.Equal(t, "yes", Yes.String())
	assert.Equal(t, "no", No.String())
	assert.Equal(t, "cannot tell", CannotTell.String())
	assert.Equal(t, "cannot tell", Value(7).String(), "not one of the three")
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ a, b, and, or Value }{
		{Yes, Yes, Yes, Yes},
		{Yes, No, No, Yes},
		{Yes, CannotTell, CannotTell, Yes},
		{No, No, No, No},
		{No, CannotTell, No, CannotTell},
		{CannotTell, CannotTell, CannotTell, CannotTell},
	} {
		assert.Equal(t, c.and, And(c.a, c.b), "%s and %s", c.a, c.b)
		assert.Equal(t, c.or, Or(c.a, c.b), "%s or %s", c.a, c.b)
	}
	assert.Equal(t, Yes, And())
	assert.Equal(t, No, Or())
	for _, v := range values {
		assert.Equal(t, v, v.Not().Not())
	}
	assert.Equal(t, No, Yes.Not())
}

func TestLaws(t *testing.T) {
	for _, a := range values {
		for _, b := range values {
			assert.Equal(t, And(a, b).Not(), Or(a.Not(), b.Not()), "De Morgan")
			assert.Equal(t, Or(a, b).Not(), And(a.Not(), b.Not()), "De Morgan")
			assert.Equal(t, And(a, b), And(b, a), "commutative")
			assert.Equal(t, Or(a, b), Or(b, a), "commutative")
			assert.Equal(t, a, And(a, Or(a, b)), "absorption")
			for _, c := range values {
				assert.Equal(t, And(a, b, c), And(And(a, b), c), "associative")
				assert.Equal(t, And(a, b, c), And(a, And(b, c)), "associative")
				assert.Equal(t, Or(a, b, c), Or(Or(a, b), c), "associative")
				assert.Equal(t, Or(a, b, c), Or(a, Or(b, c)), "associative")
				assert.Equal(t, And(a, Or(b, c)), Or(And(a, b), And(a, c)), "distributive")
			}
		}
	}
}

// triples yields every list of three values together with every list that can
// come of it when something is learnt about what could not be told.
func triples(visit func(before, after []Value)) {
	learn := func(v Value) []Value {
		if v == CannotTell {
			return values
		}
		return []Value{v}
	}
	for _, a := range values {
		for _, b := range values {
			for _, c := range values {
				for _, x := range learn(a) {
					for _, y := range learn(b) {
						for _, z := range learn(c) {
							visit([]Value{a, b, c}, []Value{x, y, z})
						}
					}
				}
			}
		}
	}
}

func TestLearningMoreNeverReversesAnAnswer(t *testing.T) {
	count := func(of []Value) (c Count) {
		for _, v := range of {
			c.Add(v)
		}
		return c
	}
	same := func(v Value) Value { return v }
	questions := map[string]func([]Value) Value{
		"and":   func(of []Value) Value { return And(of...) },
		"or":    func(of []Value) Value { return Or(of...) },
		"not":   func(of []Value) Value { return of[0].Not() },
		"every": func(of []Value) Value { return Every(slices.Values(of), same) },
		"some":  func(of []Value) Value { return Some(slices.Values(of), same) },
	}
	for n := -1; n <= 4; n++ {
		questions["at least "+string(rune('0'+n))] = func(of []Value) Value { return count(of).AtLeast(n) }
		questions["at most "+string(rune('0'+n))] = func(of []Value) Value { return count(of).AtMost(n) }
		questions["exactly "+string(rune('0'+n))] = func(of []Value) Value { return count(of).Exactly(n) }
	}
	triples(func(before, after []Value) {
		for name, ask := range questions {
			if old := ask(before); old != CannotTell {
				assert.Equal(t, old, ask(after), "%s: %v → %v", name, before, after)
			}
		}
	})
}

func TestEveryAndSomeAreAndAndOr(t *testing.T) {
	same := func(v Value) Value { return v }
	triples(func(of, _ []Value) {
		assert.Equal(t, And(of...), Every(slices.Values(of), same), "%v", of)
		assert.Equal(t, Or(of...), Some(slices.Values(of), same), "%v", of)
	})
	assert.Equal(t, Yes, Every(slices.Values([]Value(nil)), same))
	assert.Equal(t, No, Some(slices.Values([]Value(nil)), same))
}

func TestEveryAndSomeStopWhenSettled(t *testing.T) {
	asked := 0
	ask := func(v Value) Value { asked++; return v }
	Every(slices.Values([]Value{Yes, No, Yes}), ask)
	assert.Equal(t, 2, asked)
	asked = 0
	Some(slices.Values([]Value{CannotTell, Yes, No}), ask)
	assert.Equal(t, 2, asked)
}

func TestCount(t *testing.T) {
	var c Count
	for _, v := range []Value{Yes, Yes, No, CannotTell} {
		c.Add(v)
	}
	assert.Equal(t, Count{Yes: 2, No: 1, CannotTell: 1}, c)
	assert.Equal(t, 4, c.Total())

	for _, w := range []struct {
		n                        int
		atLeast, atMost, exactly Value
	}{
		{0, Yes, No, No},
		{1, Yes, No, No},
		{2, Yes, CannotTell, CannotTell},
		{3, CannotTell, Yes, CannotTell},
		{4, No, Yes, No},
	} {
		assert.Equal(t, w.atLeast, c.AtLeast(w.n), "at least %d", w.n)
		assert.Equal(t, w.atMost, c.AtMost(w.n), "at most %d", w.n)
		assert.Equal(t, w.exactly, c.Exactly(w.n), "exactly %d", w.n)
	}
	assert.Equal(t, Yes, Count{Yes: 2, No: 5}.Exactly(2), "nothing undecided")
}
