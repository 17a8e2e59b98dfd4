package load

import (
	"bytes"
	"context"
	"io/fs"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
)

// Locate gives findings and their related places their positions, by parsing
// once again each file that one of them points into. What cannot be found
// there any more is pointed at by the file's first line.
func Locate(ctx context.Context, fsys fs.FS, findings []*rule.Finding) error {
	byFile := map[string][]*rule.Place{}
	var files []string
	want := func(p *rule.Place) {
		if p.At.Line > 0 || p.File == "" {
			return
		}
		if byFile[p.File] == nil {
			files = append(files, p.File)
		}
		byFile[p.File] = append(byFile[p.File], p)
	}
	for _, f := range findings {
		want(&f.Place)
		for i := range f.Related {
			want(&f.Related[i].Place)
		}
	}
	return inParallel(ctx, len(files), func(i int) { locate(fsys, files[i], byFile[files[i]]) })
}

func locate(fsys fs.FS, name string, places []*rule.Place) {
	var src *source
	var root *yaml.Node
	if data, err := read(fsys, name); err == nil {
		src = newSource(legible(data))
		var doc yaml.Node
		if decodeNode(yaml.NewDecoder(bytes.NewReader(src.text)), &doc) == nil && len(doc.Content) > 0 {
			root = doc.Content[0]
		}
	}
	for _, p := range places {
		p.At = top
		if root == nil || len(p.Path) == 0 {
			continue
		}
		if n := find(root, p.Path, p.Key); n != nil {
			p.At = src.span(n)
		}
	}
}

// find follows a path as far as the file goes. Where a value stands in the
// short form, that is the place; where a key is absent, the key of the map or
// list that it is absent from is. A map or a list that begins on the line below
// its key is shown by the key.
func find(n *yaml.Node, path model.Path, wantKey bool) *yaml.Node {
	var key *yaml.Node // the key that holds n
	for i, step := range path {
		if step.Index >= 0 {
			switch {
			case n.Kind == yaml.SequenceNode && step.Index < len(n.Content):
				n = n.Content[step.Index]
				key = n
			case n.Kind == yaml.SequenceNode:
				return key
			}
			continue // one value written without brackets
		}
		if n.Kind != yaml.MappingNode {
			if n.Kind == yaml.SequenceNode { // a table written as a list of its keys
				for _, item := range n.Content {
					if item.Value == step.Key {
						return item
					}
				}
				return key
			}
			return n
		}
		k, v := pair(n, step.Key)
		if v == nil {
			return key
		}
		if wantKey && i == len(path)-1 {
			return k
		}
		n, key = v, k
	}
	if below(key, n) {
		return key
	}
	return n
}

// below reports whether a node is a map or a list that begins on a line below
// the key that holds it.
func below(key, n *yaml.Node) bool {
	return key != nil && key != n && key.Line < n.Line && (n.Kind == yaml.MappingNode || n.Kind == yaml.SequenceNode)
}

// pair finds a key of a map and its value.
func pair(n *yaml.Node, key string) (k, v *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		return nil, nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if k := n.Content[i]; k.Kind == yaml.ScalarNode && k.Value == key {
			return k, n.Content[i+1]
		}
	}
	return nil, nil
}
