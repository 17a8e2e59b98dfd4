package text

import "strings"

// identity gives where an identity number that begins at a position ends, or 0:
// six or eight digits of a birthday, a dash or a plus or nothing, and four more.
func (s *scanner) identity(i int) int {
	end := s.digits(i)
	number := s.text[i:end:end]
	if n := len(number); n == 6 || n == 8 {
		sign := s.skipSpace(end)
		if r := s.at(sign); r != '-' && r != '+' {
			return 0
		}
		from := s.skipSpace(sign + 1)
		end = s.digits(from)
		if end-from != 4 {
			return 0
		}
		number = append(number, s.text[from:end]...)
	}
	if isWord(s.at(end)) || !isIdentity(number) {
		return 0
	}
	return end
}

// skipSpace is the position itself, or the next one if there is a space.
func (s *scanner) skipSpace(i int) int {
	if s.at(i) == ' ' {
		return i + 1
	}
	return i
}

// isIdentity reports whether ten or twelve digits are a personnummer or a
// samordningsnummer, whose day is sixty more: a day that exists, a serial number
// and the right check digit. A month above twelve makes it the number of an
// organization.
func isIdentity(number []rune) bool {
	year, leap := 0, true
	switch len(number) {
	case 12:
		year = value(number[:4])
		leap = year%4 == 0 && (year%100 != 0 || year%400 == 0)
		if year < 1800 || year > 2099 {
			return false
		}
		number = number[2:]
	case 10:
		leap = value(number[:2])%4 == 0
	default:
		return false
	}
	month, day := value(number[2:4]), value(number[4:6])
	if day > 60 {
		day -= 60
	}
	if month < 1 || month > 12 || day < 1 || day > daysOf[month] || month == 2 && day == 29 && !leap {
		return false
	}
	return value(number[6:9]) > 0 && checked(number)
}

var daysOf = [13]int{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func value(digits []rune) (n int) {
	for _, r := range digits {
		n = n*10 + int(r-'0')
	}
	return n
}

// checked reports whether the last digit is the check digit of the others, by
// the algorithm of Luhn.
func checked(number []rune) bool {
	sum := 0
	for i, r := range number {
		n := int(r - '0')
		if i%2 == len(number)%2 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}

// phone gives where a Swedish telephone number that begins at a position ends,
// or 0.
func (s *scanner) phone(i int) int {
	switch s.at(i) {
	case '+':
		return s.abroad(i + 1)
	case '(':
		end := s.digits(i + 1)
		if s.at(end) != ')' || !isAreaCode(s.text[i+1:end]) {
			return 0
		}
		return s.subscriber(s.skipSpace(end+1), end-i-1, "- ", 2)
	case '0':
	default:
		return 0
	}
	end := s.digits(i)
	if string(s.text[i:min(i+4, end)]) == "0046" {
		return s.abroad(i + 2)
	}
	area := s.text[i:end]
	if n := len(area); n == 9 || n == 10 {
		if area[1] == '0' || isWord(s.at(end)) {
			return 0
		}
		return end
	}
	if !isAreaCode(area) {
		return 0
	}
	sign := s.skipSpace(end)
	switch r := s.at(sign); {
	case r == '-' || r == '/':
		return s.subscriber(s.skipSpace(sign+1), len(area), "- ", 2)
	case sign > end && isDigit(r) && s.digits(sign)-sign <= 3:
		return s.subscriber(sign, len(area), " ", 9-len(area))
	}
	return 0
}

// isAreaCode reports whether digits are a nought and an area code: 08, those of
// three digits, and the rest of four. Numbers of mobile telephones are written
// with three or four before the dash.
func isAreaCode(area []rune) bool {
	if len(area) < 2 || len(area) > 4 || area[0] != '0' || area[1] == '0' {
		return false
	}
	if len(area) == 2 || area[1] == '8' {
		return len(area) == 2 && area[1] == '8'
	}
	if area[1] == '7' {
		return true
	}
	return (len(area) == 3) == shortArea[value(area[:3])]
}

// shortArea is the area codes of three digits, of the Swedish numbering plan.
var shortArea = map[int]bool{
	10: true, 11: true, 13: true, 16: true, 18: true, 19: true, 20: true, 21: true, 23: true, 26: true, 31: true, 33: true, 35: true, 36: true,
	40: true, 42: true, 44: true, 46: true, 54: true, 60: true, 63: true, 90: true,
}

// subscriber reads what comes after an area code: groups of digits, those after
// the first of two or three. The whole has eight to ten digits, and at least as
// many after the area code as the caller demands.
func (s *scanner) subscriber(i, area int, signs string, least int) int {
	least = max(least, fewestDigits-area)
	if area == 4 {
		least = max(least, 5)
	}
	return s.groups(i, signs, least, 10-area, true)
}

// abroad reads what comes after the plus or the noughts of an international
// number.
func (s *scanner) abroad(i int) int {
	if s.at(i) != '4' || s.at(i+1) != '6' {
		return 0
	}
	i += 2
	for {
		switch r := s.at(i); {
		case r == ' ' || r == '-' || r == '/':
			if next := s.at(i + 1); !isDigit(next) && next != '(' {
				return 0
			}
			i++
		case r == '(' && s.at(i+1) == '0' && s.at(i+2) == ')':
			i += 3
		case r == '0':
			i++
		case isDigit(r):
			return s.groups(i, "- /", 7, 9, false)
		default:
			return 0
		}
	}
}

// groups reads groups of digits with one of some signs between them, and gives
// the end of the last with which there are enough and not too many digits, or 0.
// Small groups have the same sign between them all along, and a first one of
// more than three digits is the only one.
func (s *scanner) groups(i int, signs string, least, most int, small bool) (end int) {
	total, between := 0, rune(0)
	for first := true; ; first = false {
		to := s.digits(i)
		n := to - i
		if n == 0 || small && !first && n != 2 && n != 3 || small && first && n < 2 || total+n > most {
			return end
		}
		total += n
		if isWord(s.at(to)) {
			return end
		}
		if total >= least {
			end = to
		}
		sign := s.at(to)
		if !strings.ContainsRune(signs, sign) || !isDigit(s.at(to+1)) || small && (n > 3 || between != 0 && sign != between) {
			return end
		}
		between = sign
		i = to + 1
	}
}
