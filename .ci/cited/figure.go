package main

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/vis-samverkan/vis/pkg/model"
)

// figure is a number that a source reports.
type figure model.Number

// String writes the figure as the registry's people read it.
func (f figure) String() string { return model.Number(f).String() }

// numberWords are the numbers that the documents write with letters.
var numberWords = map[string]float64{
	"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "tjugo": 20,
	"tiotal": 10, "tjugotal": 20, "hälften": 0.5,
}

// phrases are numbers that take more than one word. Two sides with equal
// shares have a half each.
var phrases = map[string]float64{"lika stora delar": 0.5}

var number = regexp.MustCompile(`\d+(?:[.,]\d+)?`)

// in reports whether a line holds the figure: both ends of a range. An open end
// needs no number.
func (f figure) in(line string) bool {
	found := numbers(line)
	holds := func(end float64) bool { return math.IsInf(end, 0) || slices.Contains(found, end) }
	return holds(f.Min) && holds(f.Max)
}

// counts reports whether the figure is the number of items of a list.
func (f figure) counts(items int) bool { return items > 0 && f.Min == f.Max && f.Min == float64(items) }

// numbers returns every number of a line, in digits or words. Percent counts
// as parts of 1, too.
func numbers(line string) []float64 {
	var all []float64
	for _, at := range number.FindAllStringIndex(line, -1) {
		n, err := strconv.ParseFloat(strings.Replace(line[at[0]:at[1]], ",", ".", 1), 64)
		if err != nil {
			continue
		}
		rest := strings.TrimLeft(line[at[1]:], " \u00a0")
		if strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, "procent") {
			all = append(all, n/100)
		}
		all = append(all, n)
	}
	lower := strings.ToLower(line)
	for _, word := range strings.FieldsFunc(lower, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if n, ok := numberWords[word]; ok {
			all = append(all, n)
		}
	}
	for phrase, n := range phrases {
		if strings.Contains(lower, phrase) {
			all = append(all, n)
		}
	}
	return all
}
