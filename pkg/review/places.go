package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
)

// gone is the place of a record that the newer snapshot lacks: its former file.
func gone(c *change.Record) rule.Place {
	return rule.At(c.Base.(model.Record))
}

// where is the place of an edit in the newer snapshot. What was taken out is
// pointed at by the map or list that it is missing from.
func where(c *change.Record, e *change.Edit) rule.Place {
	p := rule.Place{File: c.File()}
	if rec, ok := c.Head.(model.Record); ok {
		p = rule.At(rec)
	}
	if e.Head != nil {
		p.Path = e.Head.At()
		return p
	}
	p.Path, p.Key = e.Outside(), true
	return p
}
