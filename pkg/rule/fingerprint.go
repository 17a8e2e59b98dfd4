package rule

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
)

// Fingerprint gives every finding its fingerprint: the first 16 hex digits of
// a SHA-256 over the rule, the record, the path by identity and what sets the
// finding apart. It does not depend on messages, lines, the date of the view
// or the language, nor on the file path of a record. Equal ones get an ordinal
// in the order given, so the findings must be sorted first. identify writes
// the path of a finding with entries named by what they are.
func Fingerprint(findings []*Finding, identify func(*Finding) string) {
	seen := map[string]int{}
	for _, f := range findings {
		record := f.Record.String()
		if f.Record.IsZero() {
			record = f.File
		}
		parts := append([]string{f.Spec.ID, record, identify(f), f.Variant}, f.Distinct...)
		base := strings.Join(parts, "\x00")
		n := seen[base]
		seen[base]++
		if n > 0 {
			base += "\x00" + strconv.Itoa(n)
		}
		sum := sha256.Sum256([]byte(base))
		f.Fingerprint = hex.EncodeToString(sum[:8])
	}
}

// Sort brings findings into the order of reading before positions are known:
// by file, path, rule, variant and what sets them apart.
func Sort(findings []*Finding) {
	slices.SortStableFunc(findings, func(a, b *Finding) int {
		return cmp.Or(
			strings.Compare(a.File, b.File),
			a.At.compare(b.At),
			comparePaths(a, b),
			strings.Compare(a.Spec.ID, b.Spec.ID),
			strings.Compare(a.Variant, b.Variant),
			slices.Compare(a.Distinct, b.Distinct),
		)
	})
}

func (p Position) compare(q Position) int {
	return cmp.Or(cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column))
}

func comparePaths(a, b *Finding) int {
	for i := range min(len(a.Path), len(b.Path)) {
		if c := cmp.Or(cmp.Compare(a.Path[i].Index, b.Path[i].Index), strings.Compare(a.Path[i].Key, b.Path[i].Key)); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a.Path), len(b.Path))
}

// SortByPosition brings findings into the order in which they are printed: by
// file, line, column, rule and fingerprint.
func SortByPosition(findings []*Finding) {
	slices.SortStableFunc(findings, func(a, b *Finding) int {
		return cmp.Or(
			strings.Compare(a.File, b.File),
			a.At.compare(b.At),
			strings.Compare(a.Spec.ID, b.Spec.ID),
			strings.Compare(a.Fingerprint, b.Fingerprint),
		)
	})
}
