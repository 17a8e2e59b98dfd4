package edit

import (
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Draft is a record that is being written, value by value.
type Draft struct {
	Kind model.Kind
	top  *branch
}

// NewDraft is a record of a kind with nothing in it.
func NewDraft(k model.Kind) *Draft { return &Draft{k, &branch{at: top(k)}} }

// branch is what stands at a place so far: one value, a list, or a map.
type branch struct {
	at    place
	word  string
	list  []*branch
	keys  []string // of a map, in the order in which they came
	under map[string]*branch
}

// Reader makes what a person typed into what stands in the file: the id of a
// record for its name, the id of a word for its label.
type Reader func(f *model.Field, typed string) (string, error)

// AsTyped is the Reader that changes nothing.
func AsTyped(_ *model.Field, typed string) (string, error) { return typed, nil }

// DraftError says why a value cannot stand at a path.
type DraftError struct {
	Path string
	Why  text.Both
}

func (e *DraftError) Error() string { return e.Path + ": " + e.Why.En }

// Swedish says the same in Swedish.
func (e *DraftError) Swedish() string { return e.Path + ": " + e.Why.Sv }

// Set writes a value at a path as findings write it: title, title.en,
// seats[0].role. A list takes several values between commas, where they cannot
// hold one themselves, and more values by further calls. An entry that is a map
// takes its short form, or the only value that it must have; that of sources
// takes id#section. The error is a *DraftError, or that of read.
func (d *Draft) Set(path, typed string, read Reader) error {
	steps := model.ParsePath(path)
	if len(steps) == 0 || steps.String() != path {
		return &DraftError{path, text.Both{Sv: "så skrivs ingen uppgift; skriv till exempel title, title.en eller seats[0].role", En: "no attribute is written so; write title, title.en or seats[0].role, for instance"}}
	}
	if d.Kind == model.RepresentativeKind && path == "name" && !isAnswer(typed) {
		if why := notAPerson(typed); why != (text.Both{}) {
			return &DraftError{path, why}
		}
	}
	b := d.top
	for i, s := range steps {
		next, why := b.step(s, steps[:i])
		if why != (text.Both{}) {
			return &DraftError{path, why}
		}
		b = next
	}
	if strings.TrimSpace(typed) == "" {
		return &DraftError{path, text.Both{Sv: "värdet saknas", En: "the value is missing"}}
	}
	if b.word != "" || len(b.keys) > 0 || len(b.list) > 0 && (!b.isList() || isAnswer(typed)) {
		return &DraftError{path, text.Both{Sv: "uppgiften är redan angiven", En: "the attribute is given already"}}
	}
	return b.fill(steps, typed, read)
}

// step goes one step down, and makes what it comes to. why is empty where that
// can be done.
func (b *branch) step(s model.Step, above model.Path) (next *branch, why text.Both) {
	at := above.String()
	switch {
	case b.word != "":
		return nil, text.Both{Sv: at + " är redan angiven som ett värde", En: at + " is given already, as one value"}
	case s.Index >= 0 && !b.isList():
		return nil, text.Both{Sv: at + " är ingen lista", En: at + " is not a list"}
	case s.Index > len(b.list):
		n := strconv.Itoa(len(b.list))
		return nil, text.Both{Sv: "ange " + at + "[" + n + "] först", En: "give " + at + "[" + n + "] first"}
	case s.Index == len(b.list):
		b.list = append(b.list, &branch{at: b.at.item()})
		return b.list[s.Index], why
	case s.Index >= 0:
		return b.list[s.Index], why
	case b.isList() && s.Key != "is" && s.Key != "reason" && s.Key != "candidates":
		return nil, text.Both{Sv: at + " är en lista; skriv " + at + "[0]." + s.Key, En: at + " is a list; write " + at + "[0]." + s.Key}
	}
	if next, ok := b.under[s.Key]; ok {
		return next, why
	}
	at2, keys, ok := b.at.key(s.Key, len(above) > 0)
	if !ok {
		return nil, noSuchKey(s.Key, keys)
	}
	if b.under == nil {
		b.under = map[string]*branch{}
	}
	b.keys, b.under[s.Key] = append(b.keys, s.Key), &branch{at: at2}
	return b.under[s.Key], why
}

// isList reports whether several values may stand here.
func (b *branch) isList() bool {
	f := b.at.field
	return f != nil && f.Shape == model.Many && !b.at.entry
}

// key is the place under a key. inside is whether an answer in its long form may
// stand here; keys are those that may.
func (p place) key(key string, inside bool) (under place, keys []string, ok bool) {
	o := p.order(&yaml.Node{Kind: yaml.MappingNode})
	switch {
	case o.rows != nil:
		return o.under(key), nil, true
	case o.fields != nil:
		keys = o.fields.Keys()
		if f, ok := o.fields.Field(key); ok {
			return place{field: f}, keys, true
		}
	default:
		keys = o.words
		for _, w := range o.words {
			if w == key {
				return o.under(key), keys, true
			}
		}
	}
	if inside && p.field != nil {
		if f, ok := model.LongForm().Field(key); ok && key != "sources" {
			return place{field: f}, keys, true
		}
		if key == "is" {
			return place{}, keys, true
		}
	}
	return place{}, keys, false
}

func noSuchKey(key string, keys []string) text.Both {
	switch near := text.Nearest(key, keys); {
	case len(keys) == 0:
		return text.Both{Sv: "nyckeln ”" + key + "” finns inte här", En: "there is no key “" + key + "” here"}
	case near != "":
		return text.Both{Sv: "nyckeln ”" + key + "” finns inte här; menades ”" + near + "”?", En: "there is no key “" + key + "” here; did you mean “" + near + "”?"}
	default:
		allowed := text.List(keys, text.Swedish)
		return text.Both{Sv: "nyckeln ”" + key + "” finns inte här; tillåtna är " + allowed, En: "there is no key “" + key + "” here; allowed are " + text.List(keys, text.English)}
	}
}

// isAnswer reports whether a word is an answer without a value.
func isAnswer(word string) bool {
	_, ok := model.AnswerWord(word)
	return ok
}

// fill writes a value at a place.
func (b *branch) fill(path model.Path, typed string, read Reader) error {
	f := b.at.field
	switch {
	case f == nil || isAnswer(typed):
		b.word = typed
		return nil
	case !b.isList():
		return b.one(path, typed, read)
	}
	words := []string{typed}
	if entry := EntryField(f); entry != nil && entry.Class&inCommas != 0 {
		words = strings.Split(typed, ",")
	}
	for _, word := range words {
		item := &branch{at: b.at.item()}
		if err := item.one(path, strings.TrimSpace(word), read); err != nil {
			return err
		}
		b.list = append(b.list, item)
	}
	return nil
}

// inCommas are the classes whose values cannot hold a comma.
const inCommas = model.ClassRef | model.ClassTerm | model.ClassWord | model.ClassSlug | model.ClassDate | model.ClassCode

// EntryField is the field that one value of an attribute is for: itself, or in a
// map its short form or the only one that must be there. It is nil for a map
// that takes no value.
func EntryField(f *model.Field) *model.Field {
	if f.Map == nil || f.Class&(model.ClassAges|model.ClassInterval) != 0 {
		return f
	}
	if f.Map.Short != nil {
		return f.Map.Short
	}
	var must *model.Field
	for i := range f.Map.Fields {
		switch m := &f.Map.Fields[i]; {
		case !m.Must:
		case must != nil:
			return nil
		default:
			must = m
		}
	}
	return must
}

// one writes one value: as it is, or under the key of a map that it is for.
func (b *branch) one(path model.Path, typed string, read Reader) (err error) {
	f := b.at.field
	entry := EntryField(f)
	switch {
	case isAnswer(typed):
		b.word = typed
	case entry == nil:
		keys := f.Map.Keys()
		at := path.String()
		if f.Shape == model.Many && path[len(path)-1].Index < 0 {
			at += "[0]"
		}
		return &DraftError{path.String(), text.Both{
			Sv: "uppgiften består av flera; skriv till exempel " + at + "." + keys[0] + " (" + text.List(keys, text.Swedish) + ")",
			En: "the attribute has parts; write " + at + "." + keys[0] + ", for instance (" + text.List(keys, text.English) + ")"}}
	case entry == f || entry == f.Map.Short:
		b.word, err = read(entry, typed)
	default:
		id, section, _ := typed, "", false
		if f.Map.Type == model.CitationFields().Type {
			id, section, _ = strings.Cut(typed, "#")
		}
		if id, err = read(entry, strings.TrimSpace(id)); err != nil {
			return err
		}
		b.keys, b.under = []string{entry.Key}, map[string]*branch{entry.Key: {word: id}}
		if section = strings.TrimSpace(section); section != "" {
			b.keys, b.under["section"] = append(b.keys, "section"), &branch{word: section}
		}
	}
	return err
}

// Cite adds a source, as id or id#section.
func (d *Draft) Cite(typed string, read Reader) error {
	b, why := d.top.step(model.Step{Key: "sources", Index: -1}, nil)
	if why != (text.Both{}) || b.word != "" {
		return &DraftError{"sources", text.Both{Sv: "källorna är redan angivna", En: "the sources are given already"}}
	}
	item := &branch{at: b.at.item()}
	if err := item.one(model.Path{}.At("sources"), typed, read); err != nil {
		return err
	}
	b.list = append(b.list, item)
	return nil
}

// Drop takes out what stands at a path, unless that is an entry of a list, and
// reports whether anything did.
func (d *Draft) Drop(path string) bool {
	steps := model.ParsePath(path)
	b := d.top
	for i, s := range steps {
		switch next := b.under[s.Key]; {
		case s.Index >= 0 && s.Index < len(b.list) && i < len(steps)-1:
			b = b.list[s.Index]
		case s.Index >= 0 || next == nil:
			return false
		case i < len(steps)-1:
			b = next
		default:
			b.keys = slices.DeleteFunc(b.keys, func(key string) bool { return key == s.Key })
			delete(b.under, s.Key)
			return true
		}
	}
	return false
}

// Entries are the values as Compose takes them.
func (d *Draft) Entries() Entries {
	entries, _ := d.top.value().(Entries)
	return entries
}

// value is a string, a []string, Entries or []Entries.
func (b *branch) value() any {
	switch {
	case b.word != "":
		return b.word
	case len(b.list) > 0:
		return b.items()
	}
	entries := Entries{}
	for _, key := range b.keys {
		if u := b.under[key]; !u.empty() {
			entries = append(entries, Entry{key, u.value()})
		}
	}
	return entries
}

// items are the entries of a list: plain where all are, else maps, in which what
// stands alone has the key that it is short for.
func (b *branch) items() any {
	var words []string
	var maps []Entries
	mixed := false // some entry is a map
	for _, item := range b.list {
		if item.empty() {
			continue
		}
		if item.word != "" {
			words = append(words, item.word)
			if e := EntryField(item.at.field); e != nil && e != item.at.field {
				maps = append(maps, Entries{{e.Key, item.word}})
			}
			continue
		}
		entries, _ := item.value().(Entries)
		maps, mixed = append(maps, entries), true
	}
	if !mixed {
		return words
	}
	return maps
}
