package change

import (
	"path"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// successor is the record of the newer snapshot that a record of the older one
// lives on as, or nil: the one with its id, else the one that names that id as
// its former. What has its id may be another record, and so may what took its
// id over when it moved.
func successor(base, head *registry.View, rec model.Record) (model.Record, How) {
	ref := rec.Base().Ref
	is, ok := head.Record(ref)
	switch {
	case ok && is == rec:
		return is, Edited
	case ok && is.Base().Ref == ref && !another(rec, is):
		return is, Edited
	}
	if is := alongWithGroup(head, rec); is != nil {
		return is, Moved
	}
	for _, former := range head.FormerID(ref) {
		if was, ok := base.Record(former); ok && was.Base().Ref == former {
			continue // it was there already, and took the other in
		}
		if moved, ok := head.Record(former); ok && moved.Base().Ref == former {
			return moved, Moved
		}
	}
	return nil, Removed
}

// alongWithGroup is a meeting whose id is another since its group says that it
// has another; nil where there is none.
func alongWithGroup(head *registry.View, rec model.Record) model.Record {
	m, ok := rec.(*model.Meeting)
	if !ok {
		return nil
	}
	group, ok := head.Record(m.Group.V)
	if !ok || group.Base().Ref == m.Group.V {
		return nil
	}
	ref := model.Ref{Kind: model.MeetingKind, ID: group.Base().Ref.ID + "/" + path.Base(m.Ref.ID)}
	if is, ok := head.Record(ref); ok && is.Base().Ref == ref {
		return is
	}
	return nil
}

// another reports whether a record under the same id is another record: they
// share no name, and less than half of what the older one said still stands. A
// person is known by the name alone.
func another(was, is model.Record) bool {
	m := model.Fields(was.Base().Ref.Kind)
	a := model.Attribute{Answer: model.Given, Parts: model.Tree(m, was)}
	b := model.Attribute{Answer: model.Given, Parts: model.Tree(m, is)}
	if sameSubject(was, is, subject(&a), subject(&b)) {
		return false
	}
	if was.Base().Ref.Kind == model.RepresentativeKind {
		return true
	}
	before := distinct(said(&a))
	return 2*common(before, distinct(said(&b))) < len(before)
}

// sameSubject reports whether two records are called the same, in whole or in
// part, or are about the same. Of those without a name nothing else is known.
func sameSubject(was, is model.Record, about, now model.Ref) bool {
	before, after := names(was), names(is)
	if len(before) == 0 || len(after) == 0 {
		return len(before)+len(after) > 0 || about == now
	}
	for _, a := range before {
		for _, b := range after {
			if alikeNames(a, b) {
				return true
			}
		}
	}
	return false
}

// names are all spellings of a record's names, folded.
func names(rec model.Record) []string {
	var out []string
	for _, s := range registry.Spellings(rec) {
		out = append(out, text.Fold(s.Text))
	}
	return out
}

// alikeNames reports whether two names may be one: at least half of their words
// are the same, but for how they are spelt.
func alikeNames(a, b string) bool {
	was, is := strings.Fields(a), strings.Fields(b)
	same := 0
	for _, word := range was {
		if slices.Contains(is, word) || text.Nearest(word, is) != "" {
			same++
		}
	}
	return 2*same >= min(len(was), len(is))
}

// refer writes the references of the older version as the newer snapshot does.
func (d *Diff) refer(attributes []model.Attribute) {
	if len(d.now) == 0 {
		return
	}
	for i := range attributes {
		a := &attributes[i]
		switch p := a.Value.(type) {
		case *model.Ref:
			if is := d.Now(*p); is != *p {
				a.Value = &is
			}
		case *model.Signatory:
			if is := d.Now(p.Ref); is != p.Ref {
				a.Value = &model.Signatory{Ref: is, Text: p.Text}
			}
		}
		d.refer(a.Parts)
	}
}
