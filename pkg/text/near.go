package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Nearest returns the word that s is most likely a misspelling of, or "" if
// none is near enough: at most a third of the letters differ, and at most
// three. An exchange of two neighbours counts as one difference.
func Nearest(s string, words []string) string {
	best, bestDistance := "", most+1
	folded := Fold(s)
	for _, w := range words {
		d := distance([]rune(folded), []rune(Fold(w)))
		if d < bestDistance && d <= limit(utf8.RuneCountInString(w), utf8.RuneCountInString(s)) {
			best, bestDistance = w, d
		}
	}
	return best
}

// OnlyNear returns the word that s must be a misspelling of: the only one that
// is near enough to be, and of which s is a slip. It is "" where there is none, or
// more than one that is near.
func OnlyNear(s string, words []string) string {
	near := Nearest(s, words)
	if !Slip(s, near) {
		return ""
	}
	for _, w := range words {
		if w != near && Nearest(s, []string{w}) != "" {
			return ""
		}
	}
	return near
}

// most is how many letters may differ at most.
const most = 3

// limit is how many letters may differ between words of so many letters.
func limit(a, b int) int { return min(most, (max(a, b)+2)/3) }

// distance is the optimal string alignment distance, or more than most.
func distance(a, b []rune) int {
	t := newTable(b)
	for i := range a {
		if t.add(a[:i+1]) > most {
			return most + 1
		}
	}
	return t.of(len(a))
}

// table holds the distances from the beginnings of one word, a row for each, to
// the beginnings of another that are at most most letters shorter or longer. One
// that is more than most may be told as any number that is.
type table struct {
	word []rune
	rows [][2*most + 1]int
}

func newTable(word []rune) *table {
	t := &table{word: word}
	t.add(nil)
	return t
}

// add takes the row after some letters, of which all but the last have been added
// before, and gives the least distance in it. Whatever follows, none is less.
func (t *table) add(letters []rune) (least int) {
	i := len(letters)
	t.rows = append(t.rows[:i], [2*most + 1]int{})
	row := &t.rows[i]
	least = most + 1
	for k := range row {
		j, d := i+k-most, most+1
		switch {
		case j < 0 || j > len(t.word):
		case i == 0:
			d = j
		default:
			above := &t.rows[i-1]
			if k < 2*most {
				d = min(d, above[k+1]+1)
			}
			if k > 0 {
				d = min(d, row[k-1]+1)
			}
			switch {
			case j == 0:
			case letters[i-1] == t.word[j-1]:
				d = min(d, above[k])
			default:
				d = min(d, above[k]+1)
			}
			if i > 1 && j > 1 && letters[i-1] == t.word[j-2] && letters[i-2] == t.word[j-1] {
				d = min(d, t.rows[i-2][k]+1)
			}
		}
		row[k], least = d, min(least, d)
	}
	return least
}

// of is the distance to the whole word after so many letters.
func (t *table) of(letters int) int {
	k := len(t.word) - letters + most
	if k < 0 || k > 2*most {
		return most + 1
	}
	return t.rows[letters][k]
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
