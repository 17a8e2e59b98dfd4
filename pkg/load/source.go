package load

import (
	"bytes"
	"unicode/utf8"

	"github.com/vis-samverkan/vis/pkg/rule"
)

// source is the text of a file and where its lines begin. A line ends with LF
// or CRLF, as git, GitHub and SARIF count; a column is a code point.
type source struct {
	text   []byte
	starts []int         // offset of each line
	long   map[int][]int // offsets of every stride-th code point of a long line
}

// stride is how many code points lie between two offsets that are kept of a
// long line. Without them a file of one long line costs the square of its length.
const stride = 256

func newSource(text []byte) *source {
	s := &source{text: text, starts: make([]int, 1, bytes.Count(text, []byte("\n"))+1)}
	for at := 0; ; {
		i := bytes.IndexByte(text[at:], '\n')
		if i < 0 {
			return s
		}
		at += i + 1
		s.starts = append(s.starts, at)
	}
}

// bounds are the offsets of a line, from 1, without its end.
func (s *source) bounds(line int) (start, end int) {
	start, end = s.starts[line-1], len(s.text)
	if line < len(s.starts) {
		end = s.starts[line] - 1
		if end > start && s.text[end-1] == '\r' {
			end--
		}
	}
	return start, end
}

// line is the text of a line, from 1, without its end.
func (s *source) line(n int) []byte {
	start, end := s.bounds(n)
	return s.text[start:end]
}

// rest is what a line holds from a place on. What lies outside the text comes
// back as the nearest place inside it.
func (s *source) rest(line, column int) ([]byte, rule.Position) {
	line = min(max(line, 1), len(s.starts))
	start, end := s.bounds(line)
	at, reached := start, 1
	if end-start > 4*stride {
		samples := s.samples(line)
		i := min(max(column-1, 0)/stride, len(samples)-1)
		at, reached = samples[i], i*stride+1
	}
	for ; reached < column && at < end; reached++ {
		_, n := utf8.DecodeRune(s.text[at:end])
		at += n
	}
	return s.text[at:end], rule.Position{Line: line, Column: reached, EndLine: line, EndColumn: reached + 1}
}

// lastBefore is the last visible character at or before a place: where a text
// broke off that goes on until the end of the line or of the file.
func (s *source) lastBefore(at rule.Position) ([]byte, rule.Position) {
	line := at.Line
	for line > 1 && len(bytes.TrimSpace(s.line(line))) == 0 {
		line--
	}
	return s.rest(line, max(1, utf8.RuneCount(bytes.TrimRight(s.line(line), " \t"))))
}

func (s *source) samples(line int) []int {
	if samples, ok := s.long[line]; ok {
		return samples
	}
	if s.long == nil {
		s.long = map[int][]int{}
	}
	start, end := s.bounds(line)
	samples := make([]int, 0, (end-start)/stride+1)
	for at, i := start, 0; at < end; i++ {
		if i%stride == 0 {
			samples = append(samples, at)
		}
		_, n := utf8.DecodeRune(s.text[at:end])
		at += n
	}
	s.long[line] = samples
	return samples
}

// place is the line and column of an offset in bytes.
func (s *source) place(offset int) (line, column int) {
	offset = min(max(offset, 0), len(s.text))
	before := s.text[:offset]
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
}
