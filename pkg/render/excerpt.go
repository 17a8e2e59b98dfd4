package render

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/vis-samverkan/vis/pkg/rule"
)

// excerpt writes the line that a finding points at, with carets under it.
func (t FindingsText) excerpt(b *strings.Builder, f *rule.Finding) {
	lines := t.Lines(f.File)
	if f.At.Line < 1 || f.At.Line > len(lines) {
		return
	}
	line := []rune(Safe(string(bytes.TrimRight(lines[f.At.Line-1], "\r"))))
	from := min(max(f.At.Column-1, 0), len(line))
	to := min(max(f.At.EndColumn-1, from), len(line))
	if f.At.EndLine != f.At.Line {
		to = len(line)
	}
	number := fmt.Sprintf("%4d │ ", f.At.Line)
	room := 100
	if t.Width > 0 {
		room = max(20, t.Width-columns(number)-1) // a caret may stand after the last character
	}
	line, from, to = window(line, from, to, room)
	if len(line) == 0 {
		return
	}
	before := strings.Repeat(" ", columns(string(line[:from])))
	under := strings.Repeat("^", max(1, columns(string(line[from:to]))))
	b.WriteString(t.Style.Faint(number) + string(line) + "\n")
	b.WriteString(t.Style.Faint(strings.Repeat(" ", columns(number)-2)+"│ ") + before + t.Style.Error(under) + "\n")
}

// window cuts a line that is wider than the room down to the part around a
// span, and gives the span in what is left.
func window(line []rune, from, to, room int) ([]rune, int, int) {
	if columns(string(line)) <= room {
		return line, from, to
	}
	start := 0
	if columns(string(line[:to])) > room-1 {
		start = from
		for used := 0; start > 0; start-- {
			if used += columns(string(line[start-1])); used > room/3 {
				break
			}
		}
	}
	var cut []rune
	if start > 0 {
		for start < len(line) && columns(string(line[start])) == 0 {
			start++ // a mark would stand on the ellipsis
		}
		cut = append(cut, '…')
	}
	shift := len(cut) - start
	rest := line[start:]
	if columns(string(rest)) <= room-len(cut) {
		cut = append(cut, rest...)
	} else {
		cut = append(append(cut, trimToRoom(rest, room-len(cut)-1)...), '…')
	}
	return cut, min(max(from+shift, 0), len(cut)), min(max(to+shift, 0), len(cut))
}

// trimToRoom is as much of the beginning of a text as has room.
func trimToRoom(line []rune, room int) []rune {
	used := 0
	for i, r := range line {
		if used += columns(string(r)); used > room {
			return line[:i]
		}
	}
	return line
}
