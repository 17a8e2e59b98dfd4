package render

import (
	"strings"

	"github.com/mattn/go-runewidth"
)

// Wrap breaks a text into lines of at most width columns of a terminal, at
// spaces. A longer word has a line of its own. A width of 0 breaks nothing.
func Wrap(s string, width int) []string {
	if width <= 0 {
		return strings.Split(strings.TrimRight(s, "\n"), "\n")
	}
	var lines []string
	for paragraph := range strings.SplitSeq(strings.TrimRight(s, "\n"), "\n") {
		line, used := "", 0
		for _, word := range strings.Fields(paragraph) {
			w := runewidth.StringWidth(word)
			switch {
			case line == "":
				line, used = word, w
			case used+1+w <= width:
				line, used = line+" "+word, used+1+w
			default:
				lines = append(lines, line)
				line, used = word, w
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// indented writes wrapped lines, each after an indent; the first after first.
func indented(b *strings.Builder, first, indent, s string, width int) {
	room := 0
	if width > 0 {
		room = max(20, width-runewidth.StringWidth(indent))
	}
	for i, line := range Wrap(s, room) {
		if i == 0 {
			b.WriteString(first)
		} else {
			b.WriteString(indent)
		}
		b.WriteString(line)
		b.WriteByte('\n')
	}
}
