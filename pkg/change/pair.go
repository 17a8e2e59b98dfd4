package change

import (
	"cmp"
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// pairing is which entries of two lists are the same entry.
type pairing struct {
	was   map[int]int  // from a position in the newer list to that in the older
	went  []int        // positions in the older list without a partner
	moved map[int]bool // positions in the newer list that another order gave
}

// mostPairs bounds the comparisons of entries that neither an id nor equality
// pairs: beyond it they count as gone and come.
const mostPairs = 250_000

// pair finds the partners: first entries with the same id or key, then equal
// ones, then those that alone are about the same, then those that are most alike.
func pair(before, after *model.Attribute) pairing {
	p := pairing{was: map[int]int{}, moved: map[int]bool{}}
	taken := map[int]bool{}
	match := func(i, j int) { p.was[j], taken[i] = i, true }
	p.by(identities(before), identities(after), taken, match)
	p.by(canonicals(before), canonicals(after), taken, match)
	p.about(before.Parts, after.Parts, taken, match)
	p.alike(before.Parts, after.Parts, taken, match)
	for i := range before.Parts {
		if !taken[i] {
			p.went = append(p.went, i)
		}
	}
	if after.Field.Ordered {
		p.reordered(len(after.Parts))
	}
	return p
}

// by pairs entries with equal names, in their order.
func (p *pairing) by(before, after []string, taken map[int]bool, match func(i, j int)) {
	free := map[string][]int{}
	for i, name := range before {
		if name != "" && !taken[i] {
			free[name] = append(free[name], i)
		}
	}
	for j, name := range after {
		if _, done := p.was[j]; done || name == "" || len(free[name]) == 0 {
			continue
		}
		match(free[name][0], j)
		free[name] = free[name][1:]
	}
}

// about pairs entries that are about the same, such as a party or a version,
// where no other entry of either list is. Entries for different times are not
// the same.
func (p *pairing) about(before, after []model.Attribute, taken map[int]bool, match func(i, j int)) {
	was, is := onlyOnes(before), onlyOnes(after)
	for j := range after {
		name := topic(&after[j])
		i, ok := was[name]
		if _, done := p.was[j]; done || !ok || is[name] != j || taken[i] || apart(&before[i], &after[j]) {
			continue
		}
		match(i, j)
	}
}

// onlyOnes are the positions of the entries that alone are about something.
func onlyOnes(list []model.Attribute) map[string]int {
	at, several := map[string]int{}, map[string]bool{}
	for i := range list {
		name := topic(&list[i])
		if _, taken := at[name]; taken || name == "" {
			several[name] = true
		}
		at[name] = i
	}
	for name := range several {
		delete(at, name)
	}
	return at
}

// topic is what an entry must name: a record, a version, a term or a state. It is
// "" for an entry that names none.
func topic(a *model.Attribute) string {
	if a.Entry == nil || a.Cited != nil {
		return ""
	}
	for i := range a.Parts {
		if !a.Parts[i].Field.Must {
			continue
		}
		switch a.Parts[i].Value.(type) {
		case *model.Ref, *string, *model.Term, *model.Word:
			return leaf(a.Parts[i].Value)
		}
	}
	return ""
}

// apart reports whether two entries are for certain of different times.
func apart(before, after *model.Attribute) bool {
	was, ok := model.SpanOf(model.Visit{Field: before.Field, Value: before.Entry})
	is, ok2 := model.SpanOf(model.Visit{Field: after.Field, Value: after.Entry})
	return ok && ok2 && edtf.Overlap(edtf.Period{From: was.From.V, Until: was.Until.V}, edtf.Period{From: is.From.V, Until: is.Until.V}) == truth.No
}

// identities are the keys of a table's rows or the ids of a list's entries;
// "" where there is none.
func identities(list *model.Attribute) []string {
	out := make([]string, len(list.Parts))
	for i := range list.Parts {
		out[i] = cmp.Or(list.Parts[i].Key, id(&list.Parts[i]))
	}
	return out
}

func canonicals(list *model.Attribute) []string {
	out := make([]string, len(list.Parts))
	for i := range list.Parts {
		out[i] = canonical(&list.Parts[i])
	}
	return out
}

// alike pairs the entries that are left, the most alike first.
func (p *pairing) alike(before, after []model.Attribute, taken map[int]bool, match func(i, j int)) {
	type candidate struct {
		i, j  int
		score float64
	}
	var left []int
	for i := range before {
		if !taken[i] {
			left = append(left, i)
		}
	}
	if len(left)*(len(after)-len(p.was)) > mostPairs {
		return
	}
	var candidates []candidate
	for j := range after {
		if _, done := p.was[j]; done {
			continue
		}
		for _, i := range left {
			if s := likeness(&before[i], &after[j]); s >= enough {
				candidates = append(candidates, candidate{i, j, s})
			}
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.j, b.j), cmp.Compare(a.i, b.i))
	})
	for _, c := range candidates {
		if _, done := p.was[c.j]; !done && !taken[c.i] {
			match(c.i, c.j)
		}
	}
}

// reordered marks the fewest entries that must be moved to turn the older order
// into the newer one.
func (p *pairing) reordered(n int) {
	var positions []int // in the newer list, of entries with a partner
	for j := range n {
		if _, ok := p.was[j]; ok {
			positions = append(positions, j)
		}
	}
	// The entries of a longest rising sequence stay.
	length := make([]int, len(positions))
	before := make([]int, len(positions))
	best := -1
	for k, j := range positions {
		length[k], before[k] = 1, -1
		for m := range k {
			if p.was[positions[m]] < p.was[j] && length[m]+1 > length[k] {
				length[k], before[k] = length[m]+1, m
			}
		}
		if best < 0 || length[k] > length[best] {
			best = k
		}
	}
	stays := map[int]bool{}
	for k := best; k >= 0; k = before[k] {
		stays[positions[k]] = true
	}
	for _, j := range positions {
		if !stays[j] {
			p.moved[j] = true
		}
	}
}
