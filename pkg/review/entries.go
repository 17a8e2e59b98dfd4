package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
)

// entries returns what an edit took out of a list and put into it: the one
// entry that it is about, or all of them where the list got or had an answer
// such as none. Both are nil for an edit of anything but entries.
func entries[T any](e *change.Edit) (out, in []*T) {
	return within[T](e.Before), within[T](e.After)
}

// within returns the entry that an attribute is, or the entries of a list.
func within[T any](a *model.Attribute) []*T {
	if a == nil {
		return nil
	}
	if entry, ok := a.Entry.(*T); ok {
		return []*T{entry}
	}
	var all []*T
	for i := range a.Parts {
		if entry, ok := a.Parts[i].Entry.(*T); ok {
			all = append(all, entry)
		}
	}
	return all
}

// around returns the innermost entry of a type that an edit stands in, as the
// newer snapshot has it.
func around[T any](e *change.Edit) (*T, bool) {
	for i := len(e.Around) - 1; i >= 0; i-- {
		if entry, ok := e.Around[i].Entry.(*T); ok {
			return entry, true
		}
	}
	return nil, false
}
