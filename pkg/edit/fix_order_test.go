package edit

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
)

// turning is a finding about the second entry of `chain`, that mends the order.
func turning(order ...int) *rule.Finding {
	return &rule.Finding{Place: rule.Place{Path: model.Path{}.At("chain", 1, "date")}, Fix: rule.Fix{Order: order}}
}

func TestFixOrder(t *testing.T) {
	for name, c := range map[string]struct{ file, want string }{
		"what surrounds it stays": {
			"title: x # y\nchain: # z\n  - step: c\n    date: 3\n  - {step: b,   date: 2} # åäö\n  - step: a\n    date: 1\n\n# end\nsources: []\n",
			"title: x # y\nchain: # z\n  - step: a\n    date: 1\n  - {step: b,   date: 2} # åäö\n  - step: c\n    date: 3\n\n# end\nsources: []\n"},
		"comments go with the entry that they stand above, or within": {
			"chain:\n  # of c\n  - step: c\n    # in c\n    date: 3\n    # still c\n  # of b\n  # b too\n  - step: b\n  - step: a\n    # a's\nnote: x\n",
			"chain:\n  - step: a\n    # a's\n  # of b\n  # b too\n  - step: b\n  # of c\n  - step: c\n    # in c\n    date: 3\n    # still c\nnote: x\n"},
		"a comment above an empty line is of the whole list": {
			"chain:\n  # of all\n\n  - c\n  - b\n  - a\n", "chain:\n  # of all\n\n  - a\n  - b\n  - c\n"},
		"each line keeps its own end": {
			"\ufeffchain:\r\n  - step: c\r\n    date: 3\r\n  - step: b\n  - step: a\r\n",
			"\ufeffchain:\r\n  - step: a\r\n  - step: b\n  - step: c\r\n    date: 3\r\n"},
		"lists within": {
			"chain:\n- step: c\n  sources:\n  - source: s\n    says: |\n      - one\n\n      two\n  - t\n- step: b\n  sources:\n    - u\n-\n  step: a\n  sources: [v,\n    w]\nnote: x\n",
			"chain:\n-\n  step: a\n  sources: [v,\n    w]\n- step: b\n  sources:\n    - u\n- step: c\n  sources:\n  - source: s\n    says: |\n      - one\n\n      two\n  - t\nnote: x\n"},

		"within brackets":                         {"chain: [c, b, a]\n", ""},
		"within brackets on several lines":        {"chain: [\n  c,\n  b,\n  a]\n", ""},
		"an empty line between":                   {"chain:\n  - c\n\n  - b\n  - a\n", ""},
		"a comment apart from the next":           {"chain:\n  - c\n  - b\n  # b or a\n\n  - a\n", ""},
		"a comment that stands out":               {"chain:\n  - c\n  - b\n # b or a\n  - a\n", ""},
		"a comment that stands out at the top":    {"chain:\n# c, or all\n  - c\n  - b\n  - a\n", ""},
		"a comment below that may be an entry":    {"chain:\n  - c\n  - b\n  - a\n  # - z\nnote: x\n", ""},
		"a comment of an entry, further below":    {"chain:\n  - c\n  - b\n  - a\n\n    # a's\nnote: x\n", ""},
		"no end of the last line":                 {"chain:\n  - c\n  - b\n  - a", ""},
		"a comment on the last line, without end": {"chain:\n  - c\n  # of b\n  - b\n  - a\n    # a's", ""},
		"an anchor":                             {"chain:\n  - &c c\n  - b\n  - *c\n", ""},
		"another number of entries":             {"chain:\n  - b\n  - a\n", ""},
		"no list":                               {"chain: x\n", ""},
		"another key":                           {"chains:\n  - c\n  - b\n  - a\n", ""},
		"not readable":                          {"chain:\n  - c\n  - 'b\n  - a\n", ""},
		"nothing":                               {"", ""},
		"an empty line that would become text":  {"chain:\n  - c\n  - b\n  - a: |+\n      x\n\n", "chain:\n  - a: |+\n      x\n\n  - b\n  - c\n"},
		"a text that would take up empty lines": {"chain:\n  - c: |+\n      x\n  - b\n  - a\n\nnote: x\n", ""},
	} {
		got, n := Fix([]byte(c.file), []*rule.Finding{turning(2, 1, 0)})
		if c.want == "" {
			assert.Zero(t, n, name)
			assert.Equal(t, c.file, string(got), name)
			continue
		}
		assert.Equal(t, 1, n, name)
		assert.Equal(t, c.want, string(got), name)
	}
}

func TestFixOrderNeedsAnOrder(t *testing.T) {
	const file = "chain:\n  - c\n  - b\n  - a\n"
	for _, order := range [][]int{{2, 1}, {2, 1, 1}, {0, 1, 3}, {-1, 0, 1}, {0, 1, 2, 3}, {}} {
		got, n := Fix([]byte(file), []*rule.Finding{turning(order...)})
		assert.Zero(t, n, order)
		assert.Equal(t, file, string(got), order)
	}
}

// TestFixOrderComesLast checks that the words of a file are mended first.
func TestFixOrderComesLast(t *testing.T) {
	got, n := Fix([]byte("chian: x\nchain:\n  - c\n  - b\n  - a\n"), []*rule.Finding{turning(2, 1, 0), at(1, 1, 1, 6, "chian", "note")})
	assert.Equal(t, 1, n)
	assert.Equal(t, "note: x\nchain:\n  - c\n  - b\n  - a\n", string(got))
}

// TestFixOrderKeepsLines puts made-up lists in a random order. Whatever comes out
// has every line that was there, and the entries in the order asked for; put back,
// it is the file that it was.
func TestFixOrderKeepsLines(t *testing.T) {
	rnd := rand.New(rand.NewPCG(6, 1))
	pick := func(of ...string) string { return of[rnd.IntN(len(of))] }
	mended := 0
	for range 3000 {
		count := 2 + rnd.IntN(4)
		pad := pick("", "  ", "    ")
		var b strings.Builder
		b.WriteString(pick("", "---\n", "# head\n\n") + "title: x\nchain:" + pick("", " # of all") + "\n")
		for i := range count {
			b.WriteString(pick("", "", pad+"# above\n", pad+"# one\n"+pad+"# two\n", "\n", pad+"   # in\n"))
			b.WriteString(pad + pick("- ", "-   ") + fmt.Sprintf("step: s%d\n", i))
			if strings.Contains(b.String(), "-   step: s"+fmt.Sprint(i)) {
				continue // the keys below would stand elsewhere
			}
			in := pad + "  "
			b.WriteString(pick("", in+"date: 2024 # då\n", in+"sources:\n"+in+"- a\n"+in+"- {source: b}\n", in+"note: |\n"+in+"  x\n\n"+in+"  - y\n", in+"note: >+\n"+in+"  z\n\n", in+"note: 'a\n\n"+in+"  b'\n", in+"sources: [a,\n"+in+" b]\n"))
			b.WriteString(pick("", "", in+"# foot\n"))
		}
		b.WriteString(pick("", "\n", "# below\n") + pick("", "note: y\n", "sources:\n  - s\n", "...\n"))
		file := []byte(strings.ReplaceAll(b.String(), "\n", pick("\n", "\n", "\r\n")))

		order := rnd.Perm(count)
		out, n := Fix(file, []*rule.Finding{turning(order...)})
		if n == 0 {
			require.Equal(t, string(file), string(out))
			continue
		}
		mended++
		lines := func(b []byte) []string { return slices.Sorted(strings.Lines(string(b))) }
		require.Equal(t, lines(file), lines(out), "%s", file)
		var steps []int
		for line := range bytes.Lines(out) {
			var i int
			if _, step, ok := bytes.Cut(line, []byte("step: s")); ok {
				_, err := fmt.Sscan(string(step), &i)
				require.NoError(t, err)
				steps = append(steps, i)
			}
		}
		require.Equal(t, order, steps, "%s", file)
		back := make([]int, count)
		for i, at := range order {
			back[at] = i
		}
		if again, n := Fix(out, []*rule.Finding{turning(back...)}); n == 1 {
			require.Equal(t, string(file), string(again))
		}
	}
	assert.Greater(t, mended, 500)
}
