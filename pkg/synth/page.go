package synth

import (
	"strconv"
	"strings"
)

// page writes one record as YAML in the style of a registry kept by hand:
// block maps, two spaces, quotes only where YAML or the reader needs them.
type page struct {
	buf   []byte
	depth int
	dash  bool // the next line begins an entry of a list
}

// line writes an indented line, with the dash of a list entry where one begins.
func (p *page) line(text string) {
	indent := p.depth
	if p.dash {
		indent--
	}
	for range indent {
		p.buf = append(p.buf, "  "...)
	}
	if p.dash {
		p.buf, p.dash = append(p.buf, "- "...), false
	}
	p.buf = append(append(p.buf, text...), '\n')
}

// comment writes a line that only a person reads.
func (p *page) comment(text string) { p.line("# " + text) }

// raw writes a value as it stands: a date, a number, a word, a flow list.
func (p *page) raw(key, value string) { p.line(key + ": " + value) }

// word is raw, and nothing for "".
func (p *page) word(key, value string) {
	if value != "" {
		p.raw(key, value)
	}
}

// text writes a text, and nothing for "".
func (p *page) text(key, value string) {
	if value != "" {
		p.raw(key, plain(value))
	}
}

// quoted writes a text in quotes: codes, sections and versions, which YAML
// would otherwise take for numbers.
func (p *page) quoted(key, value string) {
	if value != "" {
		p.raw(key, quote(value))
	}
}

func (p *page) number(key string, n int) { p.raw(key, strconv.Itoa(n)) }

// yes writes true, and nothing for false.
func (p *page) yes(key string, b bool) {
	if b {
		p.raw(key, "true")
	}
}

// day writes a date, and nothing for the day 0, which means none.
func (p *page) day(key string, d day) {
	if d != 0 {
		p.raw(key, d.String())
	}
}

// ids writes a flow list of ids or references, and nothing for an empty one.
func (p *page) ids(key string, ids []string) {
	if len(ids) > 0 {
		p.raw(key, "["+strings.Join(ids, ", ")+"]")
	}
}

// block writes a text of several lines.
func (p *page) block(key string, lines []string) {
	p.line(key + ": |")
	p.depth++
	for _, l := range lines {
		p.line(l)
	}
	p.depth--
}

// in writes a map or a list under a key.
func (p *page) in(key string, body func()) {
	p.line(key + ":")
	p.depth++
	body()
	p.depth--
}

// item writes one entry of a list that is a map.
func (p *page) item(body func()) {
	p.depth++
	p.dash = true
	body()
	p.depth--
}

// entry writes one entry of a list that is a text.
func (p *page) entry(text string) {
	p.depth++
	p.dash = true
	p.line(plain(text))
	p.depth--
}

// entries writes a list of maps, and nothing for an empty one.
func entries[T any](p *page, key string, list []T, body func(int, T)) {
	if len(list) == 0 {
		return
	}
	p.in(key, func() {
		for i, e := range list {
			p.item(func() { body(i, e) })
		}
	})
}

// plain is a text without quotes where YAML reads it as that text.
func plain(s string) string {
	if needsQuotes(s) {
		return quote(s)
	}
	return s
}

func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

func needsQuotes(s string) bool {
	switch s {
	case "", "true", "false", "null", "yes", "no", "on", "off", "unknown", "none", "not-applicable":
		return true
	}
	if strings.ContainsRune("-?:,[]{}#&*!|>'\"%@`~ ", rune(s[0])) || s[0] >= '0' && s[0] <= '9' {
		return true
	}
	return strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, " ")
}
