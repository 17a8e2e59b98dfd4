// Package text holds what is needed to say something in Swedish and in
// English: the two languages, templates with plurals, numbers, lists, sorting,
// and the one catalogue of words that are not a rule's own.
package text

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Lang is a language that a person reads: Swedish or English.
type Lang string

const (
	Swedish Lang = "sv"
	English Lang = "en"
)

// ParseLang finds the language in a locale name or a language code, such as
// sv, sv_SE.UTF-8 or en-GB. ok is false for any other language.
func ParseLang(s string) (lang Lang, ok bool) {
	code, _, _ := strings.Cut(strings.ToLower(s), "_")
	code, _, _ = strings.Cut(code, "-")
	code, _, _ = strings.Cut(code, ".")
	switch code {
	case "sv":
		return Swedish, true
	case "en":
		return English, true
	}
	return "", false
}

// Both is a text in both languages.
type Both struct{ Sv, En string }

// In returns the text in one language.
func (b Both) In(l Lang) string {
	if l == English {
		return b.En
	}
	return b.Sv
}

// Say fills in the template of one language. Values are written as Lang.Write
// does.
func (b Both) Say(l Lang, args Args) string { return Fill(b.In(l), args, l.Write) }

// Args are the values of a template's placeholders, by name.
type Args map[string]any

// Fill writes a template. {name} is replaced by the value as write gives it;
// {name|ett fynd|# fynd} chooses by an int, # standing for the number.
// A placeholder without a value is left as it stands, so that a test sees it.
func Fill(template string, args Args, write func(any) string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(template, '{')
		if open < 0 {
			break
		}
		end := strings.IndexByte(template[open:], '}')
		if end < 0 {
			break
		}
		inside := template[open+1 : open+end]
		b.WriteString(onDate(template[:open], args[inside]))
		b.WriteString(placeholder(inside, args, write))
		template = template[open+end+1:]
	}
	b.WriteString(template)
	return b.String()
}

func placeholder(inside string, args Args, write func(any) string) string {
	name, forms, plural := strings.Cut(inside, "|")
	value, ok := args[name]
	if !ok {
		return "{" + inside + "}"
	}
	if !plural {
		return write(value)
	}
	one, many, _ := strings.Cut(forms, "|")
	n, _ := value.(int)
	form := many
	if n == 1 {
		form = one
	}
	return strings.ReplaceAll(form, "#", write(n))
}

// Placeholders lists the names that a template uses, in order.
func Placeholders(template string) []string {
	var out []string
	for rest := template; ; {
		_, after, found := strings.Cut(rest, "{")
		if !found {
			return out
		}
		inside, tail, found := strings.Cut(after, "}")
		if !found {
			return out
		}
		name, _, _ := strings.Cut(inside, "|")
		out = append(out, name)
		rest = tail
	}
}

// Int writes a whole number with a space between groups of three digits, as
// Swedish does, or a comma, as English does.
func Int(n int, l Lang) string {
	s := strconv.Itoa(n)
	sep := "\u00a0"
	if l == English {
		sep = ","
	}
	start := 0
	if n < 0 {
		start = 1
	}
	for i := len(s) - 3; i > start; i -= 3 {
		s = s[:i] + sep + s[i:]
	}
	return s
}

// Decimal writes a number with the decimal sign of the language.
func Decimal(f float64, l Lang) string {
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if l == English {
		return s
	}
	return strings.Replace(s, ".", ",", 1)
}

// List joins words: a, b och c.
func List(words []string, l Lang) string {
	and := " och "
	if l == English {
		and = " and "
	}
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + and + words[len(words)-1]
}

// Capital makes the first letter upper case, but for that of a reference, such
// as group/vis.
func Capital(s string) string {
	if first, _, _ := strings.Cut(s, " "); strings.Contains(first, "/") {
		return s
	}
	for i, r := range s {
		return string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}

// Or joins alternatives: a, b eller c.
func Or(words []string) Both {
	in := func(or string) string {
		if len(words) < 2 {
			return strings.Join(words, "")
		}
		last := len(words) - 1
		return strings.Join(words[:last], ", ") + or + words[last]
	}
	return Both{in(" eller "), in(" or ")}
}

// Share is a part of 1, written as a whole percentage.
type Share float64

// Localized writes the percentage: 40 % in Swedish, 40% in English.
func (s Share) Localized(l Lang) string {
	p := strconv.Itoa(int(math.Round(float64(s) * 100)))
	if l == English {
		return p + "%"
	}
	return p + "\u00a0%"
}
