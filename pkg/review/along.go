package review

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// tree is what one version of a record or a file says: that of c.Base or of
// c.Head.
func tree(c *change.Record, version any) []model.Attribute {
	base, head := c.Trees()
	if version == c.Base {
		return base
	}
	return head
}

// along returns the attributes and entries on the way from the top of a version
// of a record or a file to what stands at a path, as far as the path is followed.
func along(c *change.Record, version any, p model.Path) []*model.Attribute {
	parts := tree(c, version)
	if model.Fields(c.Kind).Root != nil && len(parts) > 0 {
		parts = parts[0].Parts
	}
	var out []*model.Attribute
	for _, step := range p {
		next := follow(parts, step)
		if next == nil {
			return out
		}
		out, parts = append(out, next), next.Parts
	}
	return out
}

// follow takes one step of a path.
func follow(parts []model.Attribute, step model.Step) *model.Attribute {
	if step.Index >= 0 {
		if step.Index < len(parts) {
			return &parts[step.Index]
		}
		return nil
	}
	for i := range parts {
		if parts[i].Key == step.Key || parts[i].Key == "" && parts[i].Field.Key == step.Key {
			return &parts[i]
		}
	}
	return nil
}

// at returns what stands at a path; nil where nothing does.
func at(c *change.Record, version any, p model.Path) *model.Attribute {
	if way := along(c, version, p); len(way) == len(p) && len(p) > 0 {
		return way[len(way)-1]
	}
	return nil
}

// placeName names what stands at a path: the record, the entries on the way and
// the attribute.
func placeName(v *registry.View, c *change.Record, version any, p model.Path) text.Both {
	in := func(l text.Lang) string {
		w := phrase.Writer{View: v, Lang: l}
		words := []string{c.File()}
		if r, ok := version.(model.Record); ok {
			words[0] = w.Name(r.Base().Ref)
		}
		return strings.Join(append(words, wayTo(w, c, version, p)...), " › ")
	}
	return text.Both{Sv: in(text.Swedish), En: in(text.English)}
}

// wayTo names the entries and attributes on the way to what stands at a path.
func wayTo(w phrase.Writer, c *change.Record, version any, p model.Path) []string {
	var words []string
	way := along(c, version, p)
	for i, a := range way {
		last := i == len(way)-1
		switch {
		case p[i].Index < 0 && a.Key == "" && !last && a.Entry == nil: // the list or table that the next step is into
		case a.Key != "":
			words = append(words, w.One(a.Field)+": "+w.Key(a.Field, a.Key))
		case p[i].Index >= 0 && (a.Entry != nil || a.Value != nil):
			label, name := w.One(a.Field), w.Entry(a)
			if name != "" {
				label += ": " + name
			}
			words = append(words, label)
		default:
			words = append(words, w.Label(a.Field))
		}
	}
	return words
}

// editName names what an edit is of, as the newer snapshot has it or, where it
// is gone, as the older one did.
func editName(d *change.Diff, c *change.Record, e *change.Edit) text.Both {
	if e.Head != nil {
		return placeName(d.Head, c, c.Head, e.Head)
	}
	return placeName(d.Base, c, c.Base, e.Base)
}

// leadsInto reports whether a path is another one or leads into what it leads to.
func leadsInto(p, into model.Path) bool {
	if into == nil || len(p) < len(into) {
		return false
	}
	for i := range into {
		if p[i] != into[i] {
			return false
		}
	}
	return true
}
