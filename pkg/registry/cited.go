package registry

import (
	"iter"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
)

// Cited are the citations of a fact. They are looked up only when somebody asks
// for them: most facts have days of their own, which say what the sources would.
// The zero value is none.
type Cited struct {
	from *model.List[model.Citation]
	attr string // "" for all of the list

	stated bool // only those that say it
}

// Listed are all citations of a list.
func Listed(from *model.List[model.Citation]) Cited { return Cited{from: from} }

// Citations returns the citations of an attribute: those of the entry that
// holds it, else those of its record. attr is the path of the attribute
// without positions, which the `for` of a record's citation is compared with;
// entry may be nil.
func Citations(rec model.Record, entry *model.Evidence, attr string) Cited {
	if entry != nil && len(entry.Sources.Items) > 0 {
		return Listed(&entry.Sources)
	}
	return Cited{from: &rec.Base().Sources, attr: attr}
}

// CitationsWithin is Citations of what lies several entries deep: the innermost
// of them that cites anything counts.
func CitationsWithin(rec model.Record, attr string, entries ...*model.Evidence) Cited {
	for i := len(entries) - 1; i > 0; i-- {
		if len(entries[i].Sources.Items) > 0 {
			return Listed(&entries[i].Sources)
		}
	}
	if len(entries) == 0 {
		return Citations(rec, nil, attr)
	}
	return Citations(rec, entries[0], attr)
}

// CitationsAt returns the citations of what stands at a path of a record: those
// of the innermost entry that has any, else those of the record.
func CitationsAt(rec model.Record, p model.Path) Cited {
	return Citations(rec, evidenceAt(rec, p), AttributeAt(p))
}

// All yields the citations, in the order of the file.
func (c Cited) All() iter.Seq[*model.Citation] {
	return func(yield func(*model.Citation) bool) {
		if c.from == nil {
			return
		}
		for _, citation := range c.from.Pointers() {
			if c.stated && citation.Basis.V == model.Inferred {
				continue
			}
			if IsFor(citation, c.attr) && !yield(citation) {
				return
			}
		}
	}
}

// Stated are those that say it, and not those that it is inferred from.
func (c Cited) Stated() Cited {
	c.stated = true
	return c
}

// None reports whether there are no citations.
func (c Cited) None() bool {
	for range c.All() {
		return false
	}
	return true
}

// List copies the citations.
func (c Cited) List() []model.Citation {
	var out []model.Citation
	for citation := range c.All() {
		out = append(out, *citation)
	}
	return out
}

// IsFor reports whether a citation is for an attribute, given as a path without
// positions: it names that one, something around it or in it, or none at all.
func IsFor(c *model.Citation, attr string) bool {
	if len(c.For.Items) == 0 || attr == "" {
		return true
	}
	for _, f := range c.For.All() {
		if f == attr || isWithin(attr, f) || isWithin(f, attr) {
			return true
		}
	}
	return false
}

// isWithin reports whether a path leads into an attribute.
func isWithin(path, attr string) bool {
	return len(path) > len(attr) && path[len(attr)] == '.' && strings.HasPrefix(path, attr)
}
