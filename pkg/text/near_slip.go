package text

import (
	"slices"
	"strings"
	"unicode"
)

// Slip reports whether s can be nothing but a slip of the pen for another word or
// name, so that the other may be written instead. They have the same words but for
// one, in which one letter differs, or two neighbours have changed places; and of
// that one at least five letters were written. Digits never differ, since another
// number is another thing, and no letter comes or goes at the beginning, where it
// makes another word: klar and oklar.
func Slip(s, other string) bool {
	as, bs := strings.Fields(Fold(s)), strings.Fields(Fold(other))
	if len(as) != len(bs) || digits(s) != digits(other) {
		return false
	}
	var a, b []rune
	for i := range as {
		if as[i] == bs[i] {
			continue
		}
		if a != nil {
			return false
		}
		a, b = []rune(as[i]), []rune(bs[i])
	}
	const fewest = 5
	longer, shorter := a, b
	if len(b) > len(a) {
		longer, shorter = b, a
	}
	switch {
	case a == nil:
		return true // the same but for capitals and signs
	case len(longer) > len(shorter) && slices.Equal(longer[1:], shorter):
		return false
	}
	return len(a) >= fewest && distance(a, b) == 1
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// SamePerson reports whether two names of people may be one name, written with a
// slip: at most one letter differs in the surname, which is the last word, and at
// most one in what comes before it.
func SamePerson(a, b string) bool {
	first, last := parted(a)
	first2, last2 := parted(b)
	return distance(first, first2) <= 1 && distance(last, last2) <= 1
}

// parted is a name as the first names and the surname, folded.
func parted(name string) (first, last []rune) {
	words := strings.Fields(Fold(name))
	if len(words) == 0 {
		return nil, nil
	}
	at := len(words) - 1
	return []rune(strings.Join(words[:at], " ")), []rune(words[at])
}
