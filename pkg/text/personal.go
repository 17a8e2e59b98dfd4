package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Personal is a kind of personal data that can be recognised in a text.
type Personal uint8

const (
	IdentityNumber Personal = iota + 1 // personnummer or samordningsnummer
	EmailAddress
	PhoneNumber // Swedish
)

// Trace is something in a text that looks like personal data. Masked is its
// beginning, which is enough to find it and too little to spread it.
type Trace struct {
	Kind   Personal
	Masked string
}

// fewestDigits is how many digits the shortest telephone number has.
const fewestDigits = 8

// PersonalData finds identity numbers, e-mail addresses and Swedish telephone
// numbers in a text, also where other digits, dashes and spaces than the usual
// ones or invisible characters are used. What stands in the address of a web
// page is none. The time is linear in the length of the text.
func PersonalData(s string) []Trace {
	if !mayBePersonal(s) {
		return nil
	}
	sc := scanner{text: plain(s)}
	sc.hideAddresses()
	for i, r := range sc.text {
		if r == '@' {
			sc.email(i)
		}
	}
	for i := 0; i < len(sc.text); {
		if !sc.starts(i) {
			i++
			continue
		}
		end, kind := sc.identity(i), IdentityNumber
		if end == 0 {
			end, kind = sc.phone(i), PhoneNumber
		}
		if end == 0 {
			i = max(i+1, sc.digits(i))
			continue
		}
		shown := 2
		if sc.text[i] == '+' {
			shown = 3
		}
		sc.found = append(sc.found, Trace{kind, string(sc.text[i:i+shown]) + "…"})
		i = end
	}
	return sc.found
}

// mayBePersonal is a quick test that most texts fail.
func mayBePersonal(s string) bool {
	digits, wide := 0, false
	for i := range len(s) {
		switch b := s[i]; {
		case b == '@':
			return true
		case '0' <= b && b <= '9':
			digits++
		case b >= 0xd9: // the first byte of digits of other scripts
			wide = true
		}
	}
	if digits >= fewestDigits || !wide {
		return digits >= fewestDigits
	}
	digits = 0
	for _, r := range s {
		switch {
		case r == '＠', r == '﹫':
			return true
		case r < 0x80 && '0' <= r && r <= '9', r >= 0x80 && unicode.IsNumber(r):
			digits++
		}
	}
	return digits >= fewestDigits
}

// plain writes a text with the usual digits, dashes and spaces, and without
// what cannot be seen. An end of line stays.
func plain(s string) []rune {
	out := make([]rune, 0, len(s))
	for _, r := range norm.NFKC.String(s) {
		switch {
		case r == '\n', r == '\r':
			out = append(out, '\n')
		case r == '\t', unicode.Is(unicode.Zs, r):
			out = append(out, ' ')
		case r < 0x80:
			if !Hidden(r) {
				out = append(out, r)
			}
		case unicode.Is(unicode.Pd, r), r == '−':
			out = append(out, '-')
		case unicode.IsDigit(r):
			out = append(out, '0'+digitValue(r))
		case !Hidden(r):
			out = append(out, r)
		}
	}
	return out
}

// digitValue is the value of a decimal digit of any script. Unicode has them in
// runs from nought to nine.
func digitValue(r rune) rune {
	for _, run := range unicode.Nd.R16 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return (r - rune(run.Lo)) % 10
		}
	}
	for _, run := range unicode.Nd.R32 {
		if rune(run.Lo) <= r && r <= rune(run.Hi) {
			return (r - rune(run.Lo)) % 10
		}
	}
	return 0
}

// scanner looks for personal data in a plain text.
type scanner struct {
	text  []rune
	found []Trace
}

// at is the character at a position, or an end of line outside of the text.
func (s *scanner) at(i int) rune {
	if i < 0 || i >= len(s.text) {
		return '\n'
	}
	return s.text[i]
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isWord(r rune) bool { return unicode.IsLetter(r) || isDigit(r) }

// digits is where the run of digits that begins at a position ends.
func (s *scanner) digits(i int) int {
	for isDigit(s.at(i)) {
		i++
	}
	return i
}

// starts reports whether a number may begin at a position: not inside a word,
// and not in the middle of a longer number.
func (s *scanner) starts(i int) bool {
	if r := s.text[i]; !isDigit(r) && r != '+' && r != '(' {
		return false
	}
	switch before := s.at(i - 1); before {
	case '-', '/', '.', ',', ':', '+':
		return !isDigit(s.at(i - 2))
	default:
		return !isWord(before)
	}
}

// hide puts something that is part of nothing in place of a part of the text.
func (s *scanner) hide(from, to int) {
	for i := from; i < to; i++ {
		s.text[i] = '|'
	}
}

// hideAddresses hides the addresses of web pages.
func (s *scanner) hideAddresses() {
	for i := 0; i < len(s.text); i++ {
		if !s.hasAddress(i) {
			continue
		}
		end := i
		for end < len(s.text) && !unicode.IsSpace(s.text[end]) && !strings.ContainsRune(`<>"”»|`, s.text[end]) {
			end++
		}
		s.hide(i, end)
		i = end
	}
}

// hasAddress reports whether the address of a web page begins at a position.
func (s *scanner) hasAddress(i int) bool {
	if r := s.text[i] | 0x20; r != 'h' && r != 'w' || isWord(s.at(i-1)) {
		return false
	}
	for _, prefix := range []string{"https://", "http://", "www."} {
		if len(s.text)-i > len(prefix) && strings.EqualFold(string(s.text[i:i+len(prefix)]), prefix) {
			return true
		}
	}
	return false
}

// email looks for an address around an @, and hides it from what comes after.
func (s *scanner) email(i int) {
	from, letters := i, false
	for r := s.at(from - 1); isWord(r) || unicode.IsMark(r) || strings.ContainsRune("._%+-'", r); r = s.at(from - 1) {
		letters = letters || isWord(r)
		from--
	}
	for from < i && strings.ContainsRune("._%+-'", s.text[from]) {
		from++
	}
	end, label := 0, i+1 // where the address and its last part end and begin
	for j := i + 1; ; j++ {
		if r := s.at(j); isWord(r) || r == '-' || unicode.IsMark(r) {
			continue
		} else if label > i+1 && j-label > 1 && unicode.IsLetter(s.text[label]) {
			end = j
		}
		if s.at(j) != '.' || j == label {
			break
		}
		label = j + 1
	}
	if !letters || end == 0 {
		return
	}
	s.found = append(s.found, Trace{EmailAddress, string(s.text[from]) + "…@…"})
	s.hide(from, end)
}
