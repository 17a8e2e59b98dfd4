package load

import (
	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// refuse reports everything in the tree below n that a registry has no use
// for and that programs read in different ways: tags, anchors, aliases and
// merge keys. It goes through what the decoder leaves out too, and never
// follows an alias, so neither a bomb nor a cycle can hurt it.
func (c *decoder) refuse(n *yaml.Node) {
	if n.Style&yaml.TaggedStyle != 0 {
		c.add(fieldWrongType, "tag", c.source.mark(n), c.at(), text.Args{"tag": brief(n.Tag)}, n.Tag)
	}
	if n.Anchor != "" {
		c.unreadable("anchor", c.source.mark(n), text.Args{"name": brief(n.Anchor)})
	}
	switch n.Kind {
	case yaml.AliasNode:
		c.unreadable("alias", c.source.mark(n), text.Args{"name": brief(n.Value)})
	case yaml.ScalarNode:
		c.checkEscapes(n)
	case yaml.SequenceNode:
		for i, item := range n.Content {
			c.push(model.Step{Index: i})
			c.refuse(item)
			c.pop()
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			c.refuse(n.Content[i])
			c.push(model.Step{Key: n.Content[i].Value, Index: -1})
			c.refuse(n.Content[i+1])
			c.pop()
		}
	}
}
