package render

import "strings"

// Wrap breaks a text into lines of at most width columns of a terminal, at
// spaces but not at those that do not break. A longer word has a line of its
// own. A width of 0 breaks nothing.
func Wrap(s string, width int) []string {
	if width <= 0 {
		return strings.Split(strings.TrimRight(s, "\n"), "\n")
	}
	var lines []string
	for paragraph := range strings.SplitSeq(strings.TrimRight(s, "\n"), "\n") {
		line, used := "", 0
		for _, word := range words(paragraph) {
			w := columns(word)
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

// words are the parts of a text between which it may be broken.
func words(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' })
}

// indented writes wrapped lines, each after an indent; the first after first,
// which is as wide.
func indented(b *strings.Builder, first, indent, s string, width int) {
	room := 0
	if width > 0 {
		room = max(20, width-columns(indent))
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
