package edit

import (
	"bytes"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
)

// Entry is a key and what is to stand there: a string, as a person would write
// it without quotes, a []string, an Entries, or an []Entries.
type Entry struct {
	Key   string
	Value any
}

// Entries are the keys of a map in any order.
type Entries []Entry

// Compose writes a new file of a registry in canonical form. name is its path
// from the top of the registry, which tells the kind. That the values are right
// is for the loader to say: Compose writes any text so that it is read as what
// it is. The error is a *LeftAlone, or tells that name is no file of a registry
// or a value of another type.
func Compose(name string, record Entries) ([]byte, error) {
	ref, ok := load.RefOf(name)
	if !ok {
		return nil, &LeftAlone{0, notOurs}
	}
	n, err := node(record, top(ref.Kind))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(n); err != nil {
		return nil, fmt.Errorf("edit: %s: %w", name, err)
	}
	if err := e.Close(); err != nil {
		return nil, fmt.Errorf("edit: %s: %w", name, err)
	}
	return Format(name, b.Bytes())
}

// node is a value at a place as YAML.
func node(value any, at place) (*yaml.Node, error) {
	switch v := value.(type) {
	case string:
		return typed(v, at), nil
	case []string:
		n := &yaml.Node{Kind: yaml.SequenceNode}
		for _, s := range v {
			n.Content = append(n.Content, typed(s, at.item()))
		}
		return n, nil
	case []Entries:
		n := &yaml.Node{Kind: yaml.SequenceNode}
		for _, m := range v {
			c, err := node(m, at.item())
			if err != nil {
				return nil, err
			}
			n.Content = append(n.Content, c)
		}
		return n, nil
	case Entries:
		n := &yaml.Node{Kind: yaml.MappingNode}
		o := at.order(n)
		for _, e := range v {
			c, err := node(e.Value, o.under(e.Key))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", e.Key, err)
			}
			n.Content = append(n.Content, scalar(e.Key, place{}), c)
		}
		return n, nil
	}
	return nil, fmt.Errorf("edit: a %T cannot be written", value)
}

// typed is a value that a person typed. The words that older programs take for
// true and false have quotes where they are texts, though ours does not need
// them.
func typed(s string, at place) *yaml.Node {
	n := scalar(s, at)
	if n.Tag == "!!str" && oldBool[strings.ToLower(s)] {
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

// oldBool are the words of YAML 1.1 for true and false that YAML 1.2 takes for
// texts.
var oldBool = map[string]bool{"y": true, "n": true, "yes": true, "no": true, "on": true, "off": true}

// scalar is a plain value. What is a text to the loader is one to YAML too, so
// that 0114 and no keep their quotes; a date, a number or a yes stands without.
func scalar(s string, at place) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Value: s}
	const texts = model.ClassCode | model.ClassString | model.ClassText | model.ClassStrings
	if at.class()&texts != 0 || at.field == nil {
		n.SetString(s)
	}
	return n
}
