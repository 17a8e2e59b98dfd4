package query

import (
	"strings"
	"unicode/utf8"

	"github.com/vis-samverkan/vis/pkg/text"
)

// A Refused statement is one that is not put to the database.
type Refused struct{ Why text.Both }

func (e *Refused) Error() string { return e.Why.En }

// Swedish is the message in Swedish.
func (e *Refused) Swedish() string { return e.Why.Sv }

// refusals, as they are given.
var (
	empty   = &Refused{both("frågan är tom; skriv en SELECT-sats", "the question is empty; write a SELECT statement")}
	several = &Refused{both("frågan är flera satser; ställ en i taget", "the question is several statements; put one at a time")}
	unread  = &Refused{both("frågan är inte text i UTF-8", "the question is not text in UTF-8")}
)

// statement returns what is to be run: one statement that only reads. What it
// begins with decides, so that none that acts while it is prepared, such as
// PRAGMA, is ever prepared.
func statement(question string) (string, error) {
	if strings.ContainsRune(question, 0) || !utf8.ValidString(question) {
		return "", unread
	}
	words, end := skim(question)
	if len(words) == 0 {
		return "", empty
	}
	if rest, _ := skim(question[end:]); len(rest) > 0 {
		return "", several
	}
	first := words[0]
	if first == "EXPLAIN" && len(words) > 1 {
		first = words[1]
		if len(words) > 3 && words[1] == "QUERY" && words[2] == "PLAN" {
			first = words[3]
		}
	}
	switch first {
	case "SELECT", "WITH", "VALUES":
		return question[:end], nil
	}
	return "", &Refused{both("satsen börjar med "+first+", men bara SELECT, WITH, VALUES och EXPLAIN går att ställa", "the statement begins with "+first+", but only SELECT, WITH, VALUES and EXPLAIN may be put")}
}

// skim reads a text of SQL up to the end of its first statement that holds
// anything. words are its first words in capitals, four at most, and end is
// where it ends; what is no word counts as one.
func skim(s string) (words []string, end int) {
	for end < len(s) {
		rest := s[end:]
		n := token(rest)
		switch {
		case rest[0] == ';' && len(words) > 0:
			return words, end + 1
		case strings.ContainsAny(rest[:1], "; \t\n\f\r"), strings.HasPrefix(rest, "--"), strings.HasPrefix(rest, "/*"):
		case len(words) < 4:
			words = append(words, strings.ToUpper(rest[:n]))
		}
		end += n
	}
	return words, end
}

// token is how long the first token of a text is.
func token(s string) int {
	until := func(from int, stop string) int {
		if at := strings.Index(s[from:], stop); at >= 0 {
			return from + at + len(stop)
		}
		return len(s)
	}
	switch {
	case strings.HasPrefix(s, "--"):
		return until(2, "\n")
	case strings.HasPrefix(s, "/*"):
		return until(2, "*/")
	case s[0] == '\'', s[0] == '"', s[0] == '`':
		return until(1, s[:1]) // one that is doubled begins the next token
	case s[0] == '[':
		return until(1, "]")
	}
	n := 0
	for n < len(s) && isWord(s[n]) {
		n++
	}
	return max(n, 1)
}

func isWord(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '$' || b >= utf8.RuneSelf
}
