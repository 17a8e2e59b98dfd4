package load

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// checkUTF8 finds the first byte that belongs to no character.
func (d *document) checkUTF8() bool {
	if utf8.Valid(d.source.text) {
		return true
	}
	for i := range d.source.starts {
		line := d.source.line(i + 1)
		bad := firstInvalid(line)
		if bad < 0 {
			continue
		}
		_, at := d.source.rest(i+1, utf8.RuneCount(line[:bad])+1)
		d.unreadable("not-utf8", at, nil)
		break
	}
	return false
}

func firstInvalid(line []byte) int {
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRune(line[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// checkHidden finds characters that a reader cannot see or that turn the
// direction of the text. The same one twice in a row counts once.
func (d *document) checkHidden() {
	if !mayHide(d.source.text) {
		return
	}
	for i := range d.source.starts {
		line := d.source.line(i + 1)
		if !mayHide(line) {
			continue
		}
		column, before := 0, rune(0)
		for _, r := range string(line) {
			column++
			if text.Hidden(r) {
				if r != before {
					_, at := d.source.rest(i+1, column)
					d.hiddenAt(r, at)
				}
				if d.seen == nil {
					d.seen = map[rune]bool{}
				}
				d.seen[r] = true
			}
			before = r
		}
	}
}

// checkEscapes finds the same characters written as escapes, \u202e, which
// stand in the value though not in the file.
func (d *document) checkEscapes(n *yaml.Node) {
	if n.Style&yaml.DoubleQuotedStyle == 0 {
		return
	}
	told := map[rune]bool{}
	for _, r := range n.Value {
		if r != '\n' && text.Hidden(r) && !d.seen[r] && !told[r] {
			told[r] = true
			d.hiddenAt(r, d.source.span(n))
		}
	}
}

func (d *document) hiddenAt(r rune, at rule.Position) {
	code := fmt.Sprintf("U+%04X", r)
	d.add(hiddenCharacter, "", at, nil, text.Args{"code": code}, code)
}

// mayHide is a quick test for bytes that a hidden character begins with.
func mayHide(data []byte) bool {
	for i, b := range data {
		switch {
		case b >= 0x20 && b < 0x7f, b == '\n', b == '\t', b == 0xc3: // 0xc3 begins å, ä, ö and é
		case b == '\r' && i+1 < len(data) && data[i+1] == '\n':
		case b < 0x80, b == 0xc2, b == 0xcd, b == 0xd8, b >= 0xe0:
			return true
		}
	}
	return false
}

// legible replaces the characters that the parser stops at, and those that it
// takes for the end of a line though git does not, by U+FFFD. They are
// findings already; so are then the other faults of the file, with the right line.
func legible(data []byte) []byte {
	if !mayHide(data) {
		return data
	}
	clean := bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	if !bytes.ContainsFunc(clean, unparsable) {
		return data
	}
	return bytes.Map(func(r rune) rune {
		if unparsable(r) {
			return utf8.RuneError
		}
		return r
	}, clean)
}

func unparsable(r rune) bool {
	return r < 0x20 && r != '\t' && r != '\n' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff
}
