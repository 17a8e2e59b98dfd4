package change_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/change"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ base, head, want string }{
		{"", "", ""},
		{"", "nytt ord", "+nytt ord"},
		{"gammalt ord", "", "-gammalt ord"},
		{"parterna ska mötas", "parterna  ska\nmötas", "parterna ska mötas"},
		{"parterna ska mötas två gånger per år", "parterna bör mötas fyra gånger per år", "parterna|-ska|+bör|mötas|-två|+fyra|gånger per år"},
		{"a b c a b b a", "c b a b a c", ""},
		{"ett två", "två ett", ""},
	} {
		words := change.Words(c.base, c.head)
		if c.want != "" || c.base == "" {
			assert.Equal(t, c.want, written(words))
		}
		both(t, c.base, c.head, words)
	}
}

// written shows the stretches on one line.
func written(words []change.Word) string {
	var parts []string
	for _, w := range words {
		parts = append(parts, [...]string{"", "-", "+"}[w.In]+w.Text)
	}
	return strings.Join(parts, "|")
}

// both checks that the stretches hold both texts and alternate.
func both(t *testing.T, base, head string, words []change.Word) {
	t.Helper()
	var was, is []string
	for i, w := range words {
		if w.In != change.HeadOnly {
			was = append(was, w.Text)
		}
		if w.In != change.BaseOnly {
			is = append(is, w.Text)
		}
		if i > 0 {
			require.NotEqual(t, words[i-1].In, w.In)
			require.False(t, words[i-1].In == change.HeadOnly && w.In == change.BaseOnly, "what was taken out comes first")
		}
	}
	require.Equal(t, strings.Join(strings.Fields(base), " "), strings.Join(was, " "))
	require.Equal(t, strings.Join(strings.Fields(head), " "), strings.Join(is, " "))
}

// TestWordsHoldBothTexts tries texts of every likeness, and checks against the
// longest common run of words that no fewer could be shown.
func TestWordsHoldBothTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := func(n, kinds int) string {
		out := make([]string, n)
		for i := range out {
			out[i] = string(rune('a' + r.IntN(kinds)))
		}
		return strings.Join(out, " ")
	}
	for range 3000 {
		base, head := text(r.IntN(14), 1+r.IntN(5)), text(r.IntN(14), 1+r.IntN(5))
		words := change.Words(base, head)
		both(t, base, head, words)
		same := 0
		for _, w := range words {
			if w.In == change.Both {
				same += len(strings.Fields(w.Text))
			}
		}
		require.Equal(t, longest(strings.Fields(base), strings.Fields(head)), same, "%q %q", base, head)
	}
}

func longest(a, b []string) int {
	t := make([][]int, len(a)+1)
	t[0] = make([]int, len(b)+1)
	for i := range a {
		t[i+1] = make([]int, len(b)+1)
		for j := range b {
			t[i+1][j+1] = max(t[i][j+1], t[i+1][j])
			if a[i] == b[j] {
				t[i+1][j+1] = t[i][j] + 1
			}
		}
	}
	return t[len(a)][len(b)]
}

func TestWordsOfLongTextsThatShareNothing(t *testing.T) {
	base, head := strings.Repeat("a ", 20_000), strings.Repeat("b ", 20_000)
	both(t, base, head, change.Words(base, head))
}
