package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Nearest returns the word that s is most likely a misspelling of, or "" if
// none is near enough: at most a third of the letters differ, and at most
// three. An exchange of two neighbours counts as one difference.
func Nearest(s string, words []string) string {
	best, bestDistance := "", 4
	folded := Fold(s)
	for _, w := range words {
		limit := min(3, (max(len([]rune(w)), len([]rune(s)))+2)/3)
		if d := distance([]rune(folded), []rune(Fold(w)), limit); d <= limit && d < bestDistance {
			best, bestDistance = w, d
		}
	}
	return best
}

// OnlyNear returns the word that s must be a misspelling of: the only one that
// is near enough to be. It is "" where there is none, or more than one.
func OnlyNear(s string, words []string) string {
	near := Nearest(s, words)
	for _, w := range words {
		if w != near && Nearest(s, []string{w}) != "" {
			return ""
		}
	}
	return near
}

// distance is the optimal string alignment distance, or more than limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	next := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}

// Fold brings a name to the form in which names are compared: letters and
// digits in lower case and composed form, with any run of spaces, hyphens and
// other signs as one space. Upplands-Väsby and upplands väsby fold to the same.
func Fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFC.String(s) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
