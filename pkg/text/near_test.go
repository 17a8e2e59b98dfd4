package text_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/text"
)

func TestOnlyNear(t *testing.T) {
	words := []string{"sources", "source", "seats", "name", "driver"}
	assert.Equal(t, "driver", text.OnlyNear("drivre", words))
	assert.Empty(t, text.OnlyNear("sets", words), "four letters are too few to tell")
	assert.Empty(t, text.OnlyNear("sourcs", words), "source or sources")
	assert.Empty(t, text.OnlyNear("något annat", words))
}

// differ is the optimal string alignment distance, as it is defined.
func differ(a, b []rune) int {
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	x, y := a[:len(a)-1], b[:len(b)-1]
	d := differ(x, y)
	if a[len(x)] != b[len(y)] {
		d = min(d, differ(x, b), differ(a, y)) + 1
	}
	if len(x) > 0 && len(y) > 0 && a[len(x)] == b[len(y)-1] && a[len(x)-1] == b[len(y)] {
		d = min(d, differ(x[:len(x)-1], y[:len(y)-1])+1)
	}
	return d
}

// TestNear compares what is found with what the definition says, for words of few
// letters that are often nearly the same.
func TestNear(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		out := make([]rune, 1+random.IntN(8))
		for i := range out {
			out[i] = []rune("abå")[random.IntN(3)]
		}
		return string(out)
	}
	for range 100 {
		var names text.Names
		seen := map[string]bool{}
		for range 20 {
			w := word()
			names.Add(w)
			seen[w] = true
		}
		s := word()
		var want []string
		for w := range seen {
			a, b := []rune(w), []rune(s)
			near := differ(a, b) <= min(3, (max(len(a), len(b))+2)/3)
			if near {
				want = append(want, w)
			}
			assert.Equal(t, near, text.Nearest(s, []string{w}) == w, "%s %s", s, w)
		}
		assert.ElementsMatch(t, want, names.Near(s), "%s among %v", s, seen)
	}
}

func TestNearFolds(t *testing.T) {
	var names text.Names
	assert.Empty(t, names.Near("x"))
	for _, n := range []string{"Åsa Österman-Lund", "åsa österman lund", "Åsa", "–"} {
		names.Add(n)
	}
	assert.Equal(t, []string{"åsa österman lund"}, names.Near("ÅSA ÖSTERMNA  LUND"))
}
