package change

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
)

// enough is how alike two entries must be to count as one entry that changed:
// half of what they say is the same.
const enough = 0.5

// renamed is how alike two entries with different ids must be to count as one
// that got another id.
const renamed = 0.8

// likeness is the share of what two entries say that is the same, 0 to 1. An
// entry that names another record, such as a party, is not the same when it
// names another one.
func likeness(before, after *model.Attribute) float64 {
	if before.Answer != model.Given || after.Answer != model.Given {
		return 0
	}
	if before.Value != nil && after.Value != nil {
		return likeValues(before.Value, after.Value)
	}
	if subject(before) != subject(after) {
		return 0
	}
	was, is := said(before), said(after)
	if len(was)+len(is) == 0 {
		return 1
	}
	score := 2 * float64(common(was, is)) / float64(len(was)+len(is))
	if score < renamed && id(before) != id(after) {
		return 0
	}
	return score
}

// id is what an entry is called inside its record, "" where it has no id.
func id(a *model.Attribute) string {
	if a.Entry == nil {
		return ""
	}
	id, _ := model.EntryID(model.Visit{Field: a.Field, Value: a.Entry})
	return id
}

// likeValues compares two single values: only texts can be partly the same.
func likeValues(before, after any) float64 {
	was, ok := before.(*model.Text)
	is, ok2 := after.(*model.Text)
	if !ok || !ok2 {
		return 0
	}
	a, b := strings.Fields(was.Sv+" "+was.En), strings.Fields(is.Sv+" "+is.En)
	return 2 * float64(common(a, b)) / float64(max(1, len(a)+len(b)))
}

// subject is the record that an entry must name.
func subject(a *model.Attribute) model.Ref {
	for i := range a.Parts {
		if ref, ok := a.Parts[i].Value.(*model.Ref); ok && a.Parts[i].Field.Must {
			return *ref
		}
	}
	return model.Ref{}
}

// said is everything that an attribute says, each with the way to it, but for
// citations and notes.
func said(a *model.Attribute) []string {
	var out []string
	var walk func(a *model.Attribute, at string)
	walk = func(a *model.Attribute, at string) {
		if len(a.Parts) == 0 {
			s := at + "=" + a.Answer.String()
			if a.Value != nil {
				s += leaf(a.Value)
			}
			out = append(out, s)
			return
		}
		for i := range a.Parts {
			part := &a.Parts[i]
			if isEvidence(part.Field) && !isEntries(a) {
				continue
			}
			walk(part, at+"."+part.Field.Key+part.Key)
		}
	}
	walk(a, "")
	return out
}

// isEvidence reports whether an attribute tells where a fact comes from.
func isEvidence(f *model.Field) bool { return f.Key == "sources" || f.Key == "note" }

// common counts the strings that two lists share, each as often as both have it.
func common(a, b []string) int {
	have := map[string]int{}
	for _, s := range a {
		have[s]++
	}
	n := 0
	for _, s := range b {
		if have[s] > 0 {
			have[s]--
			n++
		}
	}
	return n
}
