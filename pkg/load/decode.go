package load

import (
	"reflect"
	"regexp"
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
	c.refuse(root)
	switch {
	case fields.Root != nil:
		c.field(fields.Root, root, v.FieldByIndex(fields.Root.Index))
	case root.Kind != yaml.MappingNode:
		d.add(fieldWrongType, "record", d.source.span(root), nil, text.Args{"found": describe(root)})
		return
	default:
		c.mapping(fields, root, v)
	}
	if rec, ok := record.(model.Record); ok {
		rec.Base().Head = model.Head{Ref: d.file.ref, File: d.file.path}
		c.fillFromPath(rec)
		c.mustHaveName(rec, root)
	}
	d.record = record
}

// fillFromPath gives a meeting the group and the date that its path tells:
// meetings/vis/2023-09-14.yaml. A day that does not exist is a finding.
func (c *decoder) fillFromPath(rec model.Record) {
	m, ok := rec.(*model.Meeting)
	if !ok {
		return
	}
	folder, last, ok := cutLast(m.Ref.ID)
	if !ok {
		return
	}
	date, err := edtf.Parse(last)
	switch {
	case err != nil && !likeDate.MatchString(last):
		return
	case m.Date.Is != model.Absent:
	case err != nil:
		c.add(dateValid, "path", top, nil, text.Args{"value": last, "why": reasonOf(err)}, last)
		m.Date = model.Val[edtf.Date]{Is: model.Unknown, Why: &model.Why{Unread: true}}
	default:
		m.Date = model.Some(date)
	}
	if m.Group.Is == model.Absent {
		m.Group = model.Some(model.Ref{Kind: model.GroupKind, ID: folder})
	}
}

// likeDate is a part of a path that is meant as a date.
var likeDate = regexp.MustCompile(`^[0-9]{4}-?[0-9]{2}(-?[0-9]{2})?$`)

func cutLast(id string) (folder, last string, ok bool) {
	i := strings.LastIndexByte(id, '/')
	if i < 0 {
		return "", "", false
	}
	return id[:i], id[i+1:], true
}

// mustHaveName asks for `name` or `names` where a kind has a name.
func (c *decoder) mustHaveName(rec model.Record, root *yaml.Node) {
	switch rec.(type) {
	case *model.Organization, *model.Group, *model.Representative, *model.Guideline:
	default:
		return
	}
	if !hasKey(root, "name") && !hasKey(root, "names") {
		c.add(fieldMissing, "", top, nil, text.Args{"field": "name"}, "name")
	}
}

// decoder walks the nodes of a file beside the field table. It never follows
// an alias, so neither a bomb nor a cycle can hurt it.
type decoder struct {
	*document
	path   model.Path
	holder *yaml.Node // the key or the list entry whose value is decoded; nil at the top
}

func (c *decoder) push(s model.Step) { c.path = append(c.path, s) }
func (c *decoder) pop()              { c.path = c.path[:len(c.path)-1] }
func (c *decoder) at() model.Path    { return append(model.Path{}, c.path...) }

// mapping decodes a map into the struct v.
func (c *decoder) mapping(m *model.Map, n *yaml.Node, v reflect.Value) {
	holder := c.holder
	seen := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !c.goodKey(key, seen) || m == model.LongForm() && key.Value == "is" {
			continue
		}
		f, ok := m.Field(key.Value)
		if !ok {
			c.unknownKey(m, n, key, value)
			continue
		}
		c.push(model.Step{Key: f.Key, Index: -1})
		c.holder = key
		c.field(f, value, v.FieldByIndex(f.Index))
		c.pop()
	}
	c.holder = holder
	c.mustHave(m, n)
}

// goodKey refuses keys that are not plain text and keys that stand twice.
func (c *decoder) goodKey(key *yaml.Node, seen map[string]*yaml.Node) bool {
	if key.Kind != yaml.ScalarNode || key.Tag == "!!merge" || isNull(key) {
		if key.Kind != yaml.AliasNode { // which is a finding already
			c.add(fieldWrongType, "key", c.source.span(key), c.at(), text.Args{"found": describe(key)}, key.Value)
		}
		return false
	}
	return c.firstTime(key, seen)
}

// firstTime refuses keys that stand twice.
func (c *decoder) firstTime(key *yaml.Node, seen map[string]*yaml.Node) bool {
	first := seen[key.Value]
	if first == nil {
		seen[key.Value] = key
		return true
	}
	f := c.add(keyDuplicate, "", c.source.span(key), c.path.At(key.Value), text.Args{"key": brief(key.Value)})
	f.Related = []rule.Related{{
		Place:   rule.Place{Record: f.Record, File: c.file.path, At: c.source.span(first)},
		Message: firstTime,
	}}
	return false
}

func (c *decoder) unknownKey(m *model.Map, n, key, value *yaml.Node) {
	if n.Style&yaml.FlowStyle != 0 && isNull(value) {
		c.comma(key)
		return
	}
	variant, nearest := "", text.Nearest(key.Value, m.Keys())
	if nearest != "" {
		variant = "near"
	}
	f := c.add(fieldUnknown, variant, c.source.span(key), c.at(), text.Args{"key": brief(key.Value), "nearest": nearest, "allowed": m.Keys(), "kind": c.file.ref.Kind.String()}, key.Value)
	f.Fix = rule.MeantOnly(key.Value, m.Keys())
	if hasKey(n, f.Fix.New) {
		f.Fix = rule.Fix{} // it would stand twice
	}
}

// comma reports the rest of a text that a comma ended.
func (c *decoder) comma(key *yaml.Node) {
	c.add(fieldWrongType, "comma", c.source.span(key), c.at(), text.Args{"found": brief(key.Value)}, key.Value)
}

// mustHave reports the keys that a map lacks, at the key or the list entry that
// holds the map.
func (c *decoder) mustHave(m *model.Map, n *yaml.Node) {
	for i := range m.Fields {
		f := &m.Fields[i]
		if !f.Must || hasKey(n, f.Key) {
			continue
		}
		at := top
		if c.holder != nil {
			at = c.source.span(c.holder)
		}
		c.add(fieldMissing, "", at, c.at(), text.Args{"field": f.Key}, f.Key)
	}
}

func hasKey(n *yaml.Node, key string) bool {
	k, _ := pair(n, key)
	return k != nil
}

// field decodes an attribute into v, which is a Val, a List or a Table.
func (c *decoder) field(f *model.Field, n *yaml.Node, v reflect.Value) {
	if isNull(n) {
		c.empty("empty", n, f.Key)
		unread(v)
		return
	}
	if c.answer(n, v) {
		return
	}
	switch f.Shape {
	case model.One:
		if c.value(f, n, v.Field(2)) {
			given(v)
		} else {
			unread(v)
		}
	case model.Many:
		c.list(f, n, v)
	case model.Keyed:
		c.table(f, n, v)
	}
}

// empty reports a value that is nothing: at the null, or where nothing at all
// is written, at the key or the sign before it.
func (c *decoder) empty(variant string, n *yaml.Node, field string) {
	at := c.source.span(n)
	if n.Kind == yaml.ScalarNode && n.Value == "" && !quoted(n) {
		if c.holder != nil && c.holder != n {
			at = c.source.span(c.holder)
		} else {
			_, at = c.source.lastBefore(at)
		}
	}
	c.add(fieldWrongType, variant, at, c.at(), text.Args{"field": field})
}

// list decodes the entries of a list, or one value without brackets.
func (c *decoder) list(f *model.Field, n *yaml.Node, v reflect.Value) {
	given(v)
	nodes, holder := []*yaml.Node{n}, c.holder
	if n.Kind == yaml.SequenceNode {
		nodes = n.Content
	}
	nodes = nodes[:c.room(nodes)]
	items := reflect.MakeSlice(v.Field(2).Type(), len(nodes), len(nodes))
	v.Field(2).Set(items)
	for i, item := range nodes {
		c.push(model.Step{Index: i})
		if n.Kind == yaml.SequenceNode {
			c.holder = item
		}
		if isNull(item) {
			c.empty("empty-entry", item, f.Key)
			unread(items.Index(i))
		} else {
			c.item(f, item, items.Index(i))
		}
		c.pop()
	}
	c.holder = holder
}

// item decodes one entry of a list or table into its Val.
func (c *decoder) item(f *model.Field, n *yaml.Node, v reflect.Value) {
	if c.answer(n, v) {
		return
	}
	if c.value(f, n, v.Field(2)) {
		given(v)
	} else {
		unread(v)
	}
}

func given(v reflect.Value) { v.Field(0).SetUint(uint64(model.Given)) }

// unread makes a value that could not be read an unknown one: what it is nobody
// can tell, a finding says so already, and it is not missing.
func unread(v reflect.Value) {
	v.Field(0).SetUint(uint64(model.Unknown))
	v.Field(1).Set(reflect.ValueOf(&model.Why{Unread: true}))
}

// table decodes a map with keys of the registry's own. Where the keys are
// terms, a plain list of them will do.
func (c *decoder) table(f *model.Field, n *yaml.Node, v reflect.Value) {
	holder := c.holder
	switch {
	case n.Kind == yaml.SequenceNode && f.KeyTerm != "":
		given(v)
		c.bareKeys(f, n.Content[:c.room(n.Content)], v.Field(2))
	case n.Kind == yaml.MappingNode:
		given(v)
		c.rows(f, n, v.Field(2))
	default:
		c.wrongType(n, expectMap)
		unread(v)
	}
	c.holder = holder
}

// rows decodes the keys and values of a table.
func (c *decoder) rows(f *model.Field, n *yaml.Node, rows reflect.Value) {
	seen := map[string]*yaml.Node{}
	pairs := n.Content[:c.room(n.Content)&^1]
	for i := 0; i+1 < len(pairs); i += 2 {
		key, value := pairs[i], pairs[i+1]
		switch {
		case !c.goodKey(key, seen):
			continue
		case n.Style&yaml.FlowStyle != 0 && isNull(value) && strings.Contains(key.Value, " "):
			c.comma(key)
			continue
		case !c.goodTableKey(f, key):
			continue
		}
		c.push(model.Step{Key: key.Value, Index: -1})
		c.holder = key
		if isNull(value) {
			c.empty("empty", value, brief(key.Value))
			unread(addRow(rows, key.Value))
		} else {
			c.item(f, value, addRow(rows, key.Value))
		}
		c.pop()
	}
}

// bareKeys decodes a table that is written as a list of its keys.
func (c *decoder) bareKeys(f *model.Field, keys []*yaml.Node, rows reflect.Value) {
	seen := map[string]*yaml.Node{}
	for i, key := range keys {
		c.push(model.Step{Index: i})
		c.holder = key
		switch {
		case isNull(key):
			c.empty("empty-entry", key, f.Key)
		case key.Kind != yaml.ScalarNode:
			c.wrongType(key, expectID)
		case c.firstTime(key, seen) && c.goodTableKey(f, key):
			given(addRow(rows, key.Value))
		}
		c.pop()
	}
}

// addRow appends a row with a key and returns its Val.
func addRow(rows reflect.Value, key string) reflect.Value {
	rows.Set(reflect.Append(rows, reflect.Zero(rows.Type().Elem())))
	row := rows.Index(rows.Len() - 1)
	row.Field(0).SetString(key)
	return row.Field(1)
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
	is, word := pair(n, "is")
	if is == nil {
		return false
	}
	if a, ok := answerWord(word); ok {
		v.Field(0).SetUint(uint64(a))
	} else {
		c.add(valueNotAllowed, "is", c.source.span(word), c.at(), text.Args{"value": brief(word.Value)}, word.Value)
		unread(v)
	}
	if len(n.Content) > 2 {
		why := &model.Why{}
		c.mapping(model.LongForm(), n, reflect.ValueOf(why).Elem())
		v.Field(1).Set(reflect.ValueOf(why))
	}
	return true
}

func answerWord(n *yaml.Node) (model.Answer, bool) {
	if n.Kind != yaml.ScalarNode || n.Style&^yaml.TaggedStyle != 0 {
		return model.Absent, false
	}
	return model.AnswerWord(n.Value)
}
