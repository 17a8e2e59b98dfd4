package text

import "unicode/utf8"

// Names are many names, in which those that are nearly the same as another are
// found without a look at each of them.
type Names struct{ root names }

// names are those that begin with the same letters.
type names struct {
	letters []rune // after those that more begin with
	whole   string // the name that ends here, folded; "" for none
	next    []*names
}

// Add takes a name.
func (n *Names) Add(s string) {
	folded, at := Fold(s), &n.root
	rest := []rune(folded)
next:
	for len(rest) > 0 {
		for _, n := range at.next {
			same := 0
			for same < min(len(rest), len(n.letters)) && rest[same] == n.letters[same] {
				same++
			}
			if same == 0 {
				continue
			}
			if same < len(n.letters) {
				tail := *n
				tail.letters = n.letters[same:]
				*n = names{letters: n.letters[:same], next: []*names{&tail}}
			}
			at, rest = n, rest[same:]
			continue next
		}
		n := &names{letters: rest}
		at.next = append(at.next, n)
		at, rest = n, nil
	}
	at.whole = folded
}

// Near returns the names, folded, that s may be a misspelling of, as Nearest has
// it. They come in an order that is the same for names added in the same order.
func (n *Names) Near(s string) (found []string) {
	t := newTable([]rune(Fold(s)))
	length := utf8.RuneCountInString(s)
	var letters []rune
	var walk func(*names)
	walk = func(at *names) {
		d := len(letters)
		if at.whole != "" && t.of(d) <= limit(d, length) {
			found = append(found, at.whole)
		}
	next:
		for _, n := range at.next {
			letters = letters[:d]
			for _, r := range n.letters {
				if letters = append(letters, r); t.add(letters) > most {
					continue next
				}
			}
			walk(n)
		}
	}
	walk(&n.root)
	return found
}
