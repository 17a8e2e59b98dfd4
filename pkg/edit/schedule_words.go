package edit

import (
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/text"
)

// ScheduleError says which word of a rule for meetings could not be read, and
// what may stand there.
type ScheduleError struct {
	Word     string // "" where the rule ended too early
	Expected text.Both
	Near     string // a word that may have been meant
}

func (e *ScheduleError) Error() string { return e.in(text.English) }

// Swedish says the same in Swedish.
func (e *ScheduleError) Swedish() string { return e.in(text.Swedish) }

func (e *ScheduleError) in(l text.Lang) string {
	args := text.Args{"word": e.Word, "expected": e.Expected, "near": e.Near}
	switch {
	case e.Word == "":
		return text.Both{Sv: "regeln är inte färdig: {expected} saknas", En: "the rule is not finished: {expected} is missing"}.Say(l, args)
	case e.Near != "":
		return text.Both{Sv: "”{word}” i regeln är inte {expected}; menades ”{near}”?", En: "“{word}” in the rule is not {expected}; did you mean “{near}”?"}.Say(l, args)
	}
	return text.Both{Sv: "”{word}” i regeln är inte {expected}", En: "“{word}” in the rule is not {expected}"}.Say(l, args)
}

// The words of a rule, in both languages, and what they stand for.
var (
	ordinals = []meaning{
		{"första", 1}, {"andra", 2}, {"tredje", 3}, {"fjärde", 4}, {"sista", -1},
		{"first", 1}, {"second", 2}, {"third", 3}, {"fourth", 4}, {"last", -1},
	}
	weekdays = []text.Both{
		{Sv: "måndag", En: "Monday"}, {Sv: "tisdag", En: "Tuesday"}, {Sv: "onsdag", En: "Wednesday"}, {Sv: "torsdag", En: "Thursday"},
		{Sv: "fredag", En: "Friday"}, {Sv: "lördag", En: "Saturday"}, {Sv: "söndag", En: "Sunday"},
	}
	monthNames = []text.Both{
		{Sv: "januari", En: "January"}, {Sv: "februari", En: "February"}, {Sv: "mars", En: "March"}, {Sv: "april", En: "April"},
		{Sv: "maj", En: "May"}, {Sv: "juni", En: "June"}, {Sv: "juli", En: "July"}, {Sv: "augusti", En: "August"},
		{Sv: "september", En: "September"}, {Sv: "oktober", En: "October"}, {Sv: "november", En: "November"}, {Sv: "december", En: "December"},
	}
	// how far apart the months are
	intervals = []meaning{
		{"varje månad", 1}, {"var månad", 1}, {"varannan månad", 2}, {"var tredje månad", 3}, {"varje kvartal", 3}, {"vart kvartal", 3},
		{"every month", 1}, {"each month", 1}, {"every other month", 2}, {"every second month", 2}, {"every third month", 3}, {"every quarter", 3}, {"each quarter", 3},
	}

	anOrdinal   = text.Both{Sv: "första, andra, tredje, fjärde eller sista", En: "first, second, third, fourth or last"}
	aWeekday    = text.Both{Sv: "en veckodag", En: "a day of the week"}
	anInterval  = text.Both{Sv: "”varje månad”, ”varannan månad”, ”varje kvartal” eller en månad", En: "“every month”, “every other month”, “every quarter” or a month"}
	aMonth      = text.Both{Sv: "en månad", En: "a month"}
	restOfARule = text.Both{Sv: "”från” eller ”inte” och en månad", En: "“from” or “not” and a month"}
)

// meaning is a word of a rule, or several, and its number.
type meaning struct {
	words string
	n     int
}

// WeekdayName is the name of a day of the week, 1–7, Monday first.
func WeekdayName(n int) text.Both { return weekdays[n-1] }

// ParseSchedule reads a rule in Swedish or English: an ordinal, a day of the
// week, how often or in which months and, where wanted, from and without which:
// "andra torsdagen varannan månad från februari, inte juli" · "last Friday of
// every quarter" · "första måndagen i mars och oktober". In a quarter the first
// to the fourth are those of its first month, and the last is that of its last.
// The error is a *ScheduleError.
func ParseSchedule(rule string) (Schedule, error) {
	p := &ruleReader{words: strings.Fields(text.Fold(rule))}
	var s Schedule
	var err error
	p.skip("den", "the", "på", "on", "varje")
	if s.Ordinal, err = p.one(ordinals, anOrdinal); err != nil {
		return s, err
	}
	if s.Weekday, err = p.one(numbered(weekdays, "en"), aWeekday); err != nil {
		return s, err
	}
	p.skip("i", "of", "in", "under")
	if s.Months, err = p.months(s.Ordinal); err != nil {
		return s, err
	}
	if p.skip("inte", "ej", "utom", "förutom", "not", "except", "but") {
		p.skip("inte", "not", "i", "in", "for")
		not, err := p.list()
		if err != nil {
			return s, err
		}
		s.Months = without(s.Months, not)
	}
	if len(p.words) > 0 {
		return s, &ScheduleError{Word: p.words[0], Expected: restOfARule}
	}
	return s, nil
}

// numbered are names as words of a rule, from 1, and with an ending too.
func numbered(names []text.Both, ending string) []meaning {
	var out []meaning
	for i, name := range names {
		sv := text.Fold(name.Sv)
		out = append(out, meaning{sv, i + 1}, meaning{text.Fold(name.En), i + 1})
		if ending != "" {
			out = append(out, meaning{sv + ending, i + 1}, meaning{sv + "ar", i + 1})
		}
	}
	return out
}

// ruleReader reads the words of a rule from the left.
type ruleReader struct{ words []string }

// skip passes over any of some words, and reports whether there was one.
func (p *ruleReader) skip(words ...string) (found bool) {
	for len(p.words) > 0 && slices.Contains(words, p.words[0]) {
		p.words, found = p.words[1:], true
	}
	return found
}

// take reads one of some meanings; the longest, where one begins as another.
func (p *ruleReader) take(of []meaning) (n int, ok bool) {
	longest := 0
	for _, m := range of {
		words := strings.Fields(m.words)
		if len(words) > longest && len(words) <= len(p.words) && slices.Equal(words, p.words[:len(words)]) {
			n, longest = m.n, len(words)
		}
	}
	p.words = p.words[longest:]
	return n, longest > 0
}

// one is take where one of them must stand.
func (p *ruleReader) one(of []meaning, expected text.Both) (int, error) {
	if n, ok := p.take(of); ok {
		return n, nil
	}
	if len(p.words) == 0 {
		return 0, &ScheduleError{Expected: expected}
	}
	var known []string
	for _, m := range of {
		known = append(known, m.words)
	}
	return 0, &ScheduleError{Word: p.words[0], Expected: expected, Near: text.Nearest(p.words[0], known)}
}

// months reads how often, or in which months.
func (p *ruleReader) months(ordinal int) ([]int, error) {
	quarter := slices.Contains(p.words[:min(len(p.words), 2)], "quarter") || slices.Contains(p.words[:min(len(p.words), 2)], "kvartal")
	apart, ok := p.take(intervals)
	if !ok {
		if len(p.words) > 0 {
			if _, err := (&ruleReader{p.words[:1]}).one(numbered(monthNames, ""), anInterval); err != nil {
				return nil, err
			}
			return p.list()
		}
		return nil, &ScheduleError{Expected: anInterval}
	}
	from := 1
	if quarter && ordinal < 0 {
		from = 3
	}
	if p.skip("från", "from", "med", "starting") {
		p.skip("och", "med", "in", "i", "början")
		var err error
		if from, err = p.one(numbered(monthNames, ""), aMonth); err != nil {
			return nil, err
		}
	}
	return every(from, apart), nil
}

// list reads one month or several.
func (p *ruleReader) list() ([]int, error) {
	var months []int
	for {
		n, err := p.one(numbered(monthNames, ""), aMonth)
		if err != nil {
			return nil, err
		}
		months = append(months, n)
		p.skip("och", "and", "eller", "or")
		if _, more := (&ruleReader{p.words}).take(numbered(monthNames, "")); !more {
			slices.Sort(months)
			return slices.Compact(months), nil
		}
	}
}
