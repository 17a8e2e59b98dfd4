package load

import (
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// decode turns the parsed file into a record. Whatever is wrong is a finding,
// and the rest is decoded all the same.
func (d *document) decode(root *yaml.Node) {
	kind := d.file.ref.Kind
	fields := model.Fields(kind)
	record := model.New(kind)
	v := reflect.ValueOf(record).Elem()
	c := decoder{document: d}
	switch {
	case fields.Root != nil:
		c.field(fields.Root, root, v.FieldByIndex(fields.Root.Index))
	case root.Kind != yaml.MappingNode:
		d.add(fieldWrongType, "record", d.nodeSpan(root), nil, text.Args{"found": describe(root)})
		return
	default:
		c.mapping(fields, root, v)
	}
	if rec, ok := record.(model.Record); ok {
		rec.Base().Head = model.Head{Ref: d.file.ref, File: d.file.path}
		fillFromPath(rec)
		c.mustHaveName(rec)
	}
	d.record = record
}

// fillFromPath gives a meeting the group and the date that its path tells:
// meetings/vis/2023-09-14.yaml.
func fillFromPath(rec model.Record) {
	m, ok := rec.(*model.Meeting)
	if !ok {
		return
	}
	folder, last, ok := cutLast(m.Ref.ID)
	if !ok {
		return
	}
	date, err := edtf.Parse(last)
	if err != nil {
		return
	}
	if m.Date.Is == model.Absent {
		m.Date = model.Some(date)
	}
	if m.Group.Is == model.Absent {
		m.Group = model.Some(model.Ref{Kind: model.GroupKind, ID: folder})
	}
}

func cutLast(id string) (folder, last string, ok bool) {
	i := strings.LastIndexByte(id, '/')
	if i < 0 {
		return "", "", false
	}
	return id[:i], id[i+1:], true
}

// mustHaveName asks for `name` or `names` where a kind has a name.
func (c *decoder) mustHaveName(rec model.Record) {
	var named *model.Named
	switch rec := rec.(type) {
	case *model.Organization:
		named = &rec.Named
	case *model.Group:
		named = &rec.Named
	case *model.Representative:
		named = &rec.Named
	case *model.Guideline:
		named = &rec.Named
	default:
		return
	}
	if named.Name.Is == model.Absent && named.Names.Is == model.Absent {
		c.add(fieldMissing, "", rule.Position{Line: 1, Column: 1, EndLine: 1, EndColumn: 2}, nil, text.Args{"field": "name"}, "name")
	}
}

// decoder walks the nodes of a file beside the field table. It never follows
// an alias, so neither a bomb nor a cycle can hurt it.
type decoder struct {
	*document
	path model.Path
}

func (c *decoder) push(s model.Step) { c.path = append(c.path, s) }
func (c *decoder) pop()              { c.path = c.path[:len(c.path)-1] }
func (c *decoder) at() model.Path    { return append(model.Path{}, c.path...) }

// mapping decodes a map into the struct v.
func (c *decoder) mapping(m *model.Map, n *yaml.Node, v reflect.Value) {
	c.refuseTag(n)
	seen := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !c.goodKey(key, seen) {
			continue
		}
		f, ok := m.Field(key.Value)
		if !ok {
			c.unknownKey(m, n, key, value)
			continue
		}
		c.push(model.Step{Key: f.Key, Index: -1})
		c.field(f, value, v.FieldByIndex(f.Index))
		c.pop()
	}
	c.mustHave(m, n, v)
}

// goodKey refuses keys that are not plain text and keys that stand twice.
func (c *decoder) goodKey(key *yaml.Node, seen map[string]*yaml.Node) bool {
	if key.Kind != yaml.ScalarNode || key.Tag == "!!merge" {
		c.add(fieldWrongType, "key", c.nodeSpan(key), c.at(), text.Args{"found": describe(key)}, key.Value)
		return false
	}
	if first := seen[key.Value]; first != nil {
		f := c.add(keyDuplicate, "", c.nodeSpan(key), c.path.At(key.Value), text.Args{"key": key.Value})
		f.Related = []rule.Related{{
			Place:   rule.Place{Record: f.Record, File: c.file.path, At: c.nodeSpan(first)},
			Message: firstTime,
		}}
		return false
	}
	seen[key.Value] = key
	return true
}

func (c *decoder) unknownKey(m *model.Map, n, key, value *yaml.Node) {
	if n.Style&yaml.FlowStyle != 0 && isNull(value) {
		c.add(fieldWrongType, "comma", c.nodeSpan(key), c.at(), text.Args{"found": key.Value}, key.Value)
		return
	}
	if key.Value == "is" && len(c.path) > 0 {
		c.add(valueNotAllowed, "is", c.nodeSpan(value), c.at(), text.Args{"value": value.Value}, value.Value)
		return
	}
	variant, nearest := "", text.Nearest(key.Value, m.Keys())
	if nearest != "" {
		variant = "near"
	}
	c.add(fieldUnknown, variant, c.nodeSpan(key), c.at(), text.Args{"key": key.Value, "nearest": nearest, "allowed": m.Keys()}, key.Value)
}

// mustHave reports the keys that a map lacks, at the key that holds the map.
func (c *decoder) mustHave(m *model.Map, n *yaml.Node, v reflect.Value) {
	for i := range m.Fields {
		f := &m.Fields[i]
		if !f.Must || model.Answer(v.FieldByIndex(f.Index).Field(0).Uint()) != model.Absent || c.hasKey(n, f.Key) {
			continue
		}
		at := rule.Position{Line: 1, Column: 1, EndLine: 1, EndColumn: 2}
		if len(c.path) > 0 {
			at = c.nodeSpan(n)
		}
		c.add(fieldMissing, "", at, c.at(), text.Args{"field": f.Key}, f.Key)
	}
}

func (c *decoder) hasKey(n *yaml.Node, key string) bool {
	if n.Kind != yaml.MappingNode {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return true
		}
	}
	return false
}

// field decodes an attribute into v, which is a Val, a List or a Table.
func (c *decoder) field(f *model.Field, n *yaml.Node, v reflect.Value) {
	if isNull(n) {
		c.add(fieldWrongType, "empty", c.nodeSpan(n), c.at(), text.Args{"field": f.Key})
		return
	}
	if c.answer(n, v) {
		return
	}
	switch f.Shape {
	case model.One:
		if c.value(f, n, v.Field(2)) {
			given(v)
		}
	case model.Many:
		given(v)
		nodes := []*yaml.Node{n}
		if n.Kind == yaml.SequenceNode {
			c.refuseTag(n)
			nodes = n.Content
		}
		items := reflect.MakeSlice(v.Field(2).Type(), len(nodes), len(nodes))
		v.Field(2).Set(items)
		for i, item := range nodes {
			c.push(model.Step{Index: i})
			c.item(f, item, items.Index(i))
			c.pop()
		}
	case model.Keyed:
		c.table(f, n, v)
	}
}

// item decodes one entry of a list or table into its Val.
func (c *decoder) item(f *model.Field, n *yaml.Node, v reflect.Value) {
	if isNull(n) {
		c.add(fieldWrongType, "empty", c.nodeSpan(n), c.at(), text.Args{"field": f.Key})
		return
	}
	if !c.answer(n, v) && c.value(f, n, v.Field(2)) {
		given(v)
	}
}

func given(v reflect.Value) { v.Field(0).SetUint(uint64(model.Given)) }

// table decodes a map with keys of the registry's own. Where the keys are
// terms, a plain list of them will do.
func (c *decoder) table(f *model.Field, n *yaml.Node, v reflect.Value) {
	rows := v.Field(2)
	add := func(key string) reflect.Value {
		rows.Set(reflect.Append(rows, reflect.New(rows.Type().Elem()).Elem()))
		row := rows.Index(rows.Len() - 1)
		row.Field(0).SetString(key)
		return row.Field(1)
	}
	switch {
	case n.Kind == yaml.SequenceNode && f.KeyTerm != "":
		given(v)
		for i, item := range n.Content {
			c.push(model.Step{Index: i})
			if item.Kind != yaml.ScalarNode {
				c.wrongType(item, expectID)
			} else if c.goodTableKey(f, item) {
				given(add(item.Value))
			}
			c.pop()
		}
	case n.Kind == yaml.MappingNode:
		given(v)
		seen := map[string]*yaml.Node{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			if !c.goodKey(key, seen) || !c.goodTableKey(f, key) {
				continue
			}
			c.push(model.Step{Key: key.Value, Index: -1})
			c.item(f, value, add(key.Value))
			c.pop()
		}
	default:
		c.wrongType(n, expectMap)
	}
}

func (c *decoder) goodTableKey(f *model.Field, key *yaml.Node) bool {
	if f.KeyEnum != "" && !isChoice(f.KeyEnum, key.Value) {
		c.notAllowed(key, f.KeyEnum)
		return false
	}
	return true
}

// answer reads unknown, none and not-applicable, short or long, into a Val,
// List or Table.
func (c *decoder) answer(n *yaml.Node, v reflect.Value) bool {
	if a, ok := answerWord(n); ok {
		v.Field(0).SetUint(uint64(a))
		return true
	}
	if n.Kind != yaml.MappingNode {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value != "is" {
			continue
		}
		a, ok := answerWord(n.Content[i+1])
		if !ok {
			return false
		}
		v.Field(0).SetUint(uint64(a))
		if rest := without(n, i); len(rest.Content) > 0 {
			why := &model.Why{}
			c.mapping(model.LongForm(), rest, reflect.ValueOf(why).Elem())
			v.Field(1).Set(reflect.ValueOf(why))
		}
		return true
	}
	return false
}

// without is a map without the pair at i.
func without(n *yaml.Node, i int) *yaml.Node {
	rest := *n
	rest.Content = append(append([]*yaml.Node{}, n.Content[:i]...), n.Content[i+2:]...)
	return &rest
}

func answerWord(n *yaml.Node) (model.Answer, bool) {
	if n.Kind != yaml.ScalarNode || n.Style&^yaml.TaggedStyle != 0 {
		return model.Absent, false
	}
	return model.AnswerWord(n.Value)
}

// refuseTag reports an explicit YAML tag: a registry needs none, and programs
// read them differently.
func (c *decoder) refuseTag(n *yaml.Node) {
	if n.Style&yaml.TaggedStyle != 0 {
		c.add(fieldWrongType, "tag", c.nodeSpan(n), c.at(), text.Args{"tag": n.Tag}, n.Tag)
	}
}
