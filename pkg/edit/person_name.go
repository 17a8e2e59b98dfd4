package edit

import (
	"slices"
	"strings"
	"unicode"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// notAPerson is why a text is no name of a person, and empty where it may be one.
// A vacant seat is no person, a digit may be of an identity number, and brackets
// hold what is no part of a name.
func notAPerson(name string) (why text.Both) {
	folded := text.Fold(name)
	switch begins := func(word string) bool { return strings.HasPrefix(folded+" ", word+" ") }; {
	case folded == "", slices.Contains(nobody, folded), slices.ContainsFunc(vacancies, begins):
		return noOne
	case strings.ContainsFunc(name, unicode.IsDigit):
		return digitInName
	case strings.ContainsAny(name, "()[]{}<>"):
		return bracketInName
	}
	return why
}

// What people write for someone who is not: alone, and with more after it.
var (
	nobody    = []string{"ingen", "saknas", "none", "nobody", "n a", "x"}
	vacancies = []string{
		"vakant", "vakans", "vakantsatt", "n n", "nn", "ej utsedd", "inte utsedd", "ännu ej utsedd", "ej tillsatt", "inte tillsatt", "utses", "tillsätts", "okänd", "okänt",
		"vacant", "vacancy", "tbd", "tba", "tbc", "unknown", "not appointed", "not yet appointed", "to be appointed", "to be decided",
	}
)

// noName is why what a row has for an attribute is no name of a person, where it
// is to be one.
func (im *importer) noName(key, said string) (why text.Both) {
	if im.Kind == model.RepresentativeKind && (key == "name" || key == "first_name" || key == "last_name") {
		return notAPerson(said)
	}
	return why
}

// untilDigit is a text up to its first digit.
func untilDigit(s string) string {
	if at := strings.IndexFunc(s, unicode.IsDigit); at >= 0 {
		return s[:at] + "…"
	}
	return s
}
