package change

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
)

// inside collects the edits inside one record.
type inside struct {
	edits   []Edit
	around  []*model.Attribute
	through []*model.Field
}

// attributes compares the attributes of a map. base and head are paths to it.
func (c *inside) attributes(before, after []model.Attribute, base, head model.Path) {
	i, j := 0, 0
	for i < len(before) || j < len(after) {
		switch order(before, i, after, j) {
		case -1:
			c.went(&before[i], below(base, &before[i]), head)
			i++
		case 1:
			c.came(&after[j], below(head, &after[j]), base)
			j++
		default:
			c.attribute(&before[i], &after[j], below(base, &before[i]), below(head, &after[j]))
			i++
			j++
		}
	}
}

// went takes out an attribute: a list entry by entry. outside leads to the map
// that lacks it now.
func (c *inside) went(before *model.Attribute, base, outside model.Path) {
	from := len(c.edits)
	if isEntries(before) && before.Answer == model.Given {
		c.entries(before, &model.Attribute{Field: before.Field}, base, nil)
	} else {
		c.add(Went, before, nil, base, nil)
	}
	for i := range c.edits[from:] {
		c.edits[from+i].outside = outside.At()
	}
}

// came puts in an attribute: a list entry by entry. outside leads to the map
// that lacked it.
func (c *inside) came(after *model.Attribute, head, outside model.Path) {
	from := len(c.edits)
	if isEntries(after) && after.Answer == model.Given {
		c.entries(&model.Attribute{Field: after.Field}, after, nil, head)
	} else {
		c.add(Came, nil, after, nil, head)
	}
	for i := range c.edits[from:] {
		c.edits[from+i].outside = outside.At()
	}
}

// below leads from a map to one of its attributes. The list that a whole file
// is has no key.
func below(p model.Path, a *model.Attribute) model.Path {
	if a.Field.Key == "" {
		return p.At()
	}
	return p.At(a.Field.Key)
}

// order tells which of two attributes comes first in the field table, -1 for
// the older one. Both lists are in the order of one table.
func order(before []model.Attribute, i int, after []model.Attribute, j int) int {
	switch {
	case i == len(before):
		return 1
	case j == len(after):
		return -1
	case before[i].Field.Key == after[j].Field.Key:
		return 0
	}
	for k := j + 1; k < len(after); k++ {
		if after[k].Field.Key == before[i].Field.Key {
			return 1
		}
	}
	return -1
}

// attribute compares two answers to one question.
func (c *inside) attribute(before, after *model.Attribute, base, head model.Path) {
	switch {
	case before.Answer != after.Answer || before.Answer != model.Given:
		if canonical(before) != canonical(after) {
			c.add(answered(before.Answer, after.Answer), before, after, base, head)
		}
	case isEntries(before) && isEntries(after):
		c.entries(before, after, base, head)
	case before.Value == nil && after.Value == nil && before.Field.Shape == model.One:
		c.through = append(c.through, after.Field)
		c.attributes(before.Parts, after.Parts, base, head)
		c.through = c.through[:len(c.through)-1]
	case before.Value == nil && after.Value == nil:
		c.attributes(before.Parts, after.Parts, base, head)
	case before.Value == nil || after.Value == nil:
		c.add(Altered, before, after, base, head)
	case leaf(before.Value) != leaf(after.Value):
		c.add(revalued(before.Value, after.Value), before, after, base, head)
	}
}

// answered names the change from one kind of answer to another.
func answered(before, after model.Answer) What {
	switch {
	case before == model.Unknown && after != model.Unknown:
		return Settled
	case before != model.Unknown && after == model.Unknown, before == model.Given && after == model.NotApplicable:
		return Withdrawn
	}
	return Altered
}

// revalued names the change from one value to another.
func revalued(before, after any) What {
	was, ok := before.(*edtf.Date)
	is, ok2 := after.(*edtf.Date)
	switch {
	case !ok || !ok2 || was.SameInterval(*is):
		return Altered
	case is.Within(*was):
		return Narrowed
	case was.Within(*is):
		return Widened
	}
	return Altered
}

// entries compares two lists or two tables.
func (c *inside) entries(before, after *model.Attribute, base, head model.Path) {
	p := pair(before, after)
	for _, i := range p.went {
		c.add(Went, &before.Parts[i], nil, base.At(step(&before.Parts[i], i)), nil)
		c.edits[len(c.edits)-1].outside = head.At()
	}
	for j := range after.Parts {
		now := &after.Parts[j]
		at := head.At(step(now, j))
		i, ok := p.was[j]
		if !ok {
			c.add(Came, nil, now, nil, at)
			c.edits[len(c.edits)-1].Joined = base != nil
			c.edits[len(c.edits)-1].outside = base.At()
			continue
		}
		from := &before.Parts[i]
		was := base.At(step(from, i))
		if p.moved[j] {
			c.add(Reordered, from, now, was, at)
		}
		if now.Entry == nil || from.Entry == nil {
			c.attribute(from, now, was, at)
			continue
		}
		outside := c.through
		c.around, c.through = append(c.around, now), nil
		c.attribute(from, now, was, at)
		c.around, c.through = c.around[:len(c.around)-1], outside
	}
}

// step is the part of a path that leads to an entry: its key in a table, else
// its position.
func step(a *model.Attribute, position int) any {
	if a.Field.Shape == model.Keyed {
		return a.Key
	}
	return position
}

func (c *inside) add(what What, before, after *model.Attribute, base, head model.Path) {
	e := Edit{What: what, Before: before, After: after, Base: base, Head: head}
	if after != nil {
		e.Field = after.Field
	} else {
		e.Field = before.Field
	}
	e.Around = append(e.Around, c.around...)
	e.Through = append(e.Through, c.through...)
	c.edits = append(c.edits, e)
}
