package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// versions returns the two versions of a record of one kind that both snapshots
// have.
func versions[T model.Record](c *change.Record) (base, head T, ok bool) {
	base, was := c.Base.(T)
	head, is := c.Head.(T)
	return base, head, was && is
}

// topKey is the attribute of the record that an edit is of or stands in.
func topKey(e *change.Edit) string {
	if p := e.Path(); len(p) > 0 {
		return p[0].Key
	}
	return ""
}

// olderEntry returns the entry of a list of the older version that an edit is of or
// stands in. ok is false for what only the newer one has.
func olderEntry[T any](e *change.Edit, list *model.List[T]) (entry *T, ok bool) {
	if len(e.Base) < 2 || e.Base[1].Index < 0 || e.Base[1].Index >= len(list.Items) {
		return nil, false
	}
	item := &list.Items[e.Base[1].Index]
	return &item.V, item.Given()
}

// foundAt points at one edit, and beside it at the others.
func foundAt(c *change.Record, variant string, edits []*change.Edit, args text.Args) *rule.Finding {
	f := rule.FoundAs(variant, where(c, edits[0]), args)
	for _, e := range edits[1:] {
		f.Related = append(f.Related, rule.Beside(where(c, e), "ändras också", "changed too"))
	}
	return f
}

// attributes lists what the attributes of a record that some edits are of are
// called, each once.
func attributes(d *change.Diff, c *change.Record, edits []*change.Edit) text.Both {
	var keys, sv, en []string
	for _, e := range edits {
		key := topKey(e)
		f, ok := model.Fields(c.Kind).Field(key)
		if !ok || slices.Contains(keys, key) {
			continue
		}
		keys = append(keys, key)
		label := fieldOf(d, &change.Edit{Field: f})
		sv, en = append(sv, label.Sv), append(en, label.En)
	}
	return text.Both{Sv: text.List(sv, text.Swedish), En: text.List(en, text.English)}
}

// shortName is what a record is called in few words.
func shortName(v *registry.View, ref model.Ref) text.Both {
	if rec, ok := v.Record(ref); ok {
		return phrase.Both(v.ShortName(rec))
	}
	return phrase.Name(v, ref)
}

// period writes a first and a last day, either of which may be missing.
func period(v *registry.View, s model.Span) text.Both {
	in := func(l text.Lang) string {
		day := func(d model.Val[edtf.Date]) string {
			if !d.Given() {
				return ""
			}
			return text.Date(d.V, l)
		}
		return phrase.Writer{View: v, Lang: l}.Period(day(s.From), day(s.Until))
	}
	return text.Both{Sv: in(text.Swedish), En: in(text.English)}
}
