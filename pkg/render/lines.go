package render

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/aymanbagabas/go-udiff"

	"github.com/vis-samverkan/vis/pkg/text"
)

// mostLines is how many bytes of a file are compared line by line.
const mostLines = 4 << 20

var binaryDiffers = text.Both{Sv: "{name} är ingen text, eller för stor för att visas, och har ändrats", En: "{name} is no text, or too large to be shown, and has changed"}

// LineDiff writes two versions of a file against each other, line by line, as
// git does. A version that is missing is empty, and called /dev/null.
func LineDiff(w io.Writer, style Style, l text.Lang, baseName, headName string, base, head []byte) error {
	for _, data := range [][]byte{base, head} {
		if len(data) > mostLines || bytes.IndexByte(data, 0) >= 0 || !utf8.Valid(data) {
			name := headName
			if head == nil {
				name = baseName
			}
			_, err := io.WriteString(w, Safe(binaryDiffers.Say(l, text.Args{"name": name}))+"\n")
			return err
		}
	}
	var b strings.Builder
	for line := range strings.Lines(udiff.Unified(baseName, headName, string(base), string(head))) {
		line = safeLine(strings.TrimSuffix(line, "\n"))
		switch {
		case strings.HasPrefix(line, "--- "), strings.HasPrefix(line, "+++ "):
			line = style.Strong(line)
		case strings.HasPrefix(line, "-"):
			line = style.Error(line)
		case strings.HasPrefix(line, "+"):
			line = style.Good(line)
		case strings.HasPrefix(line, "@@"):
			line = style.Note(line)
		}
		b.WriteString(line + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// safeLine is Safe for one line that may be indented with tabs.
func safeLine(s string) string {
	parts := strings.Split(strings.TrimSuffix(s, "\r"), "\t")
	for i := range parts {
		parts[i] = Safe(parts[i])
	}
	return strings.Join(parts, "\t")
}
