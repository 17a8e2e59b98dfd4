package edit

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/vis-samverkan/vis/pkg/rule"
)

// Fix mends findings in the contents of the file that they are in, each within
// its own span. Those without a fix are left, and so are those whose span does not
// hold what is to be mended exactly once. Lists are put in order where nothing else
// is to be mended, since their findings may tell another thing afterwards. It
// reports how many were mended.
func Fix(file []byte, findings []*rule.Finding) (mended []byte, n int) {
	if mended, n = fixWords(file, findings); n > 0 {
		return mended, n
	}
	for _, f := range findings {
		if f.Fix.Order == nil {
			continue
		}
		if after, ok := reorder(mended, f.Path, f.Fix.Order); ok {
			mended, n = after, n+1
		}
	}
	return mended, n
}

// fixWords mends what is written within the spans of findings.
func fixWords(file []byte, findings []*rule.Finding) (mended []byte, n int) {
	lines := strings.SplitAfter(string(file), "\n")
	type change struct{ from, to int }
	var changes []change
	var with []rule.Fix
	for _, f := range findings {
		from, ok := offset(lines, f.At.Line, f.At.Column)
		to, ok2 := offset(lines, f.At.EndLine, f.At.EndColumn)
		if f.Fix.New == "" || !ok || !ok2 || from > to || strings.Count(string(file[from:to]), f.Fix.Old) != 1 {
			continue
		}
		from += strings.Index(string(file[from:to]), f.Fix.Old)
		changes, with = append(changes, change{from, from + len(f.Fix.Old)}), append(with, f.Fix)
	}
	order := make([]int, len(changes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(changes[a].from, changes[b].from) })
	var out []byte
	at := 0
	for _, i := range order {
		if changes[i].from < at {
			continue // the same place twice
		}
		out = append(append(out, file[at:changes[i].from]...), with[i].New...)
		at = changes[i].to
		n++
	}
	return append(out, file[at:]...), n
}

// offset is where a line and a column begin, in bytes.
func offset(lines []string, line, column int) (at int, ok bool) {
	if line < 1 || line > len(lines) || column < 1 {
		return 0, false
	}
	for _, l := range lines[:line-1] {
		at += len(l)
	}
	rest := lines[line-1]
	for range column - 1 {
		_, size := utf8.DecodeRuneInString(rest)
		if size == 0 {
			return 0, false
		}
		at, rest = at+size, rest[size:]
	}
	return at, true
}
