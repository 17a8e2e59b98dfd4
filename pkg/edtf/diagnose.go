package edtf

import "strings"

// diagnose tells from its shape what was probably meant by a text that is no
// date. It is only asked once reading has failed.
func diagnose(text string) Reason {
	shape := shapeOf(text)
	for _, start := range [...]string{"0000-00-00T0", "0000-00-00t0", "0000-00-00 0"} {
		if strings.HasPrefix(shape, start) {
			return LooksLikeTimestamp
		}
	}
	if strings.HasPrefix(shape, "0000-0000") {
		return RangeWithHyphen
	}
	for _, dash := range [...]string{"0 - 0", "0--0", "0–0", "0 – 0"} {
		if strings.Contains(shape, dash) {
			return RangeWithHyphen
		}
	}
	hyphened := strings.NewReplacer("/", "-", ".", "-", " ", "-").Replace(shape)
	switch hyphened {
	case "0-0-0000", "0-00-0000", "00-0-0000", "00-00-0000":
		return LooksLikeDayMonthYear
	case "00000000":
		return WrongSeparator
	case "0000-00", "0000-00-00":
		if hyphened != shape {
			return WrongSeparator
		}
	case "0000-0", "0000-0-0", "0000-0-00", "0000-00-0":
		return OneDigit
	}
	if strings.HasPrefix(shape, "0000-") {
		if reason := diagnoseWord(text[len("0000-"):]); reason != NotADate {
			return reason
		}
	}
	if strings.HasPrefix(shape, "000") && strings.ContainsAny(shape, "?%") {
		return UncertaintyMark
	}
	for _, masked := range [...]string{"000X", "00XX", "0XXX", "0000-0X", "0000-XX", "0000-00-0X", "0000-00-XX", "0000-XX-XX"} {
		if shape == masked {
			return UnspecifiedDigit
		}
	}
	return NotADate
}

// diagnoseWord tells what was meant by what follows a year and a hyphen.
func diagnoseWord(word string) Reason {
	if len(word) > len("kvartal 1") {
		return NotADate
	}
	switch word := strings.ToLower(word); word {
	case "summer", "winter", "sommar", "vinter":
		return SeasonNotAllowed
	case "spring", "autumn", "fall", "vår", "höst", "var", "host", "vt", "ht", "h1", "h2":
		return SeasonSpelling
	default:
		for _, prefix := range [...]string{"q", "kv", "k"} {
			if rest, ok := strings.CutPrefix(word, prefix); ok && rest != "" && strings.Trim(rest, "0123456789") == "" {
				return NoSuchQuarter
			}
		}
		return NotADate
	}
}

// shapeOf gives the beginning of a text with each digit as 0 and each X as X.
func shapeOf(text string) string {
	const enough = 32
	return strings.Map(func(r rune) rune {
		switch {
		case '0' <= r && r <= '9':
			return '0'
		case r == 'x':
			return 'X'
		default:
			return r
		}
	}, text[:min(len(text), enough)])
}
