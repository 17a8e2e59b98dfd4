package load

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"

	yaml4 "go.yaml.in/yaml/v4"

	"github.com/vis-samverkan/vis/pkg/text"
)

// syntaxError reports what the parser said. The usual parser has no column and
// often the wrong line, so the text is parsed again by one that tells both.
func (d *document) syntaxError(err error) {
	problem, line, column, ok := locateSyntax(d.source)
	if !ok {
		problem, line, column = fromMessage(err)
	}
	if marker := d.source.conflict(); marker > 0 {
		_, at := d.source.rest(marker, 1)
		d.unreadable("conflict", at, nil)
		return
	}
	rest, at := d.source.rest(line, column)
	if len(bytes.TrimSpace(rest)) == 0 && !bytes.HasPrefix(rest, []byte("\t")) {
		rest, at = d.source.lastBefore(at)
	}
	switch {
	case strings.Contains(problem, "while scanning an alias"), strings.Contains(problem, "unknown anchor"):
		d.unreadable("alias", at, text.Args{"name": nameAt(rest)})
	case strings.Contains(problem, "while scanning an anchor"):
		d.unreadable("anchor", at, text.Args{"name": nameAt(rest)})
	case strings.Contains(problem, "exceeded max depth"):
		d.unreadable("deep", at, nil)
	case strings.Contains(problem, "found a tab character"), bytes.HasPrefix(rest, []byte("\t")):
		_, at = d.source.rest(at.Line, firstTab(d.source.line(at.Line), at.Column))
		d.unreadable("tab", at, nil)
	default:
		d.unreadable("syntax", at, text.Args{"problem": inSwedish(problem)})
	}
}

// conflict is the first line that git marks a conflict with, or 0.
func (s *source) conflict() int {
	for n := 1; n <= len(s.starts); n++ {
		line := s.line(n)
		for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>"} {
			if rest, ok := bytes.CutPrefix(line, []byte(mark)); ok && (len(rest) == 0 || rest[0] == ' ') {
				return n
			}
		}
	}
	return 0
}

// firstTab is the column of the tab in the indentation of a line, else of the
// first tab from column on, else column.
func firstTab(line []byte, column int) int {
	indent := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
	if i := bytes.IndexByte(indent, '\t'); i >= 0 {
		return i + 1
	}
	for i, r := range []rune(string(line)) {
		if i+1 >= column && r == '\t' {
			return i + 1
		}
	}
	return column
}

// nameAt is the name of the alias or anchor that a text begins with.
func nameAt(rest []byte) string {
	rest = bytes.TrimLeft(rest, "*&")
	if i := bytes.IndexAny(rest, " \t,[]{}"); i >= 0 {
		rest = rest[:i]
	}
	return brief(string(rest))
}

// locateSyntax parses a text that is known to be broken, and says what is
// wrong and where. For what was never found, such as a closing quote, the
// beginning of it is the place to look.
func locateSyntax(s *source) (problem string, line, column int, ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	loader, err := yaml4.NewLoader(bytes.NewReader(s.text))
	for err == nil {
		var n yaml4.Node
		err = loader.Load(&n)
	}
	var le *yaml4.LoadError
	if !errors.As(err, &le) {
		return "", 0, 0, false
	}
	mark := le.Mark
	problem = le.Message
	if le.ContextMsg != "" {
		problem = le.ContextMsg + ": " + problem
	}
	for _, part := range []string{"could not find", "unexpected end", "while scanning an a"} { // an anchor, an alias
		if strings.Contains(problem, part) && le.ContextMark.Line > 0 {
			mark = le.ContextMark
		}
	}
	line, column = mark.Line, mark.Column
	if line == 0 {
		line, column = s.place(mark.Index)
	}
	return problem, line, column, true
}

var lineInMessage = regexp.MustCompile(`^line ([0-9]+): `)

// fromMessage reads the line from an error of the first parser, where the
// second one has no objection. Of its parser's errors, unlike those of its
// scanner, the line counts from 0.
func fromMessage(err error) (problem string, line, column int) {
	problem, line = strings.TrimPrefix(err.Error(), "yaml: "), 1
	if m := lineInMessage.FindStringSubmatch(problem); m != nil {
		problem = problem[len(m[0]):]
		line, _ = strconv.Atoi(m[1])
		if strings.HasPrefix(problem, "did not find") {
			line++
		}
	}
	return problem, line, 1
}
