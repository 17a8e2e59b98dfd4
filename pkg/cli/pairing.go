package cli

import (
	"path"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// fillUnreadable lets a file that one side cannot read stand as the other side
// has it, so that it does not look as if its record had come or gone, and
// returns what to tell of it.
func (a *app) fillUnreadable(c *compared) ([]render.Unread, error) {
	head, now := c.head.loaded.Filled(c.base.loaded)
	base, before := c.base.loaded.Filled(c.head.loaded)
	c.head.loaded, c.base.loaded = head, base
	var out []render.Unread
	for _, file := range now {
		out = append(out, render.Unread{File: file, Now: true})
	}
	for _, file := range before {
		out = append(out, render.Unread{File: file})
	}
	if len(out) == 0 {
		return nil, nil
	}
	return out, a.look(c)
}

// pair takes out what only looks new: a finding that says the same of the same
// record as one that is gone. Its place in the record is another, or the record
// has moved.
func (t *tested) pair(d *change.Diff) {
	gone := map[string][]*rule.Finding{}
	for _, f := range t.gone {
		gone[sameFinding(f, d.Now)] = append(gone[sameFinding(f, d.Now)], f)
	}
	paired := map[*rule.Finding]bool{}
	var fresh []*rule.Finding
	for _, f := range t.fresh {
		key := sameFinding(f, func(ref model.Ref) model.Ref { return ref })
		if olds := gone[key]; len(olds) > 0 {
			paired[olds[0]], gone[key] = true, olds[1:]
			t.kept = append(t.kept, f)
			continue
		}
		fresh = append(fresh, f)
	}
	t.fresh = fresh
	var left []*rule.Finding
	for _, f := range t.gone {
		if !paired[f] {
			left = append(left, f)
		}
	}
	t.gone = left
}

// sameFinding is what a finding says, and of what record or folder.
func sameFinding(f *rule.Finding, now func(model.Ref) model.Ref) string {
	about := path.Dir(f.File)
	if !f.Record.IsZero() {
		about = now(f.Record.Record()).String()
	}
	return f.Spec.ID + "\x00" + f.Severity.String() + "\x00" + about + "\x00" + f.Message().Say(text.Swedish, f.Args)
}
