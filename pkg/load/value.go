package load

import (
	"errors"
	"net/url"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var (
	integer = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,8})$`)
	decimal = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,9})?$`)
	digits  = regexp.MustCompile(`^[0-9]+$`)
	clock   = regexp.MustCompile(`^([01][0-9]|2[0-3]):[0-5][0-9]$`)
)

// value decodes one value of a field into v, and reports whether there is one.
func (c *decoder) value(f *model.Field, n *yaml.Node, v reflect.Value) bool {
	if n.Kind == yaml.AliasNode { // which is a finding already
		return false
	}
	switch f.Class {
	case model.ClassMap:
		return c.structure(f, n, v, expectMap)
	case model.ClassText:
		return c.text(f, n, v)
	case model.ClassNumber:
		return c.number(n, v)
	case model.ClassAges:
		if n.Kind == yaml.ScalarNode && n.Value == "all" {
			v.Set(reflect.ValueOf(model.Ages{All: true}))
			return true
		}
		return c.structure(f, n, v, expectAges)
	case model.ClassInterval:
		return c.interval(f, n, v)
	case model.ClassStrings:
		return c.strings(n, v)
	}
	if n.Kind != yaml.ScalarNode {
		c.wrongType(n, expectedOf(f))
		return false
	}
	return c.scalar(f, n, v)
}

// structure decodes a map, or the one value that is short for it.
func (c *decoder) structure(f *model.Field, n *yaml.Node, v reflect.Value, want text.Both) bool {
	short := f.Map.Short
	if n.Kind == yaml.MappingNode && !bothLanguages(f.Map, n) {
		c.mapping(f.Map, n, v)
		return true
	}
	if short == nil || n.Kind == yaml.SequenceNode && short.Shape != model.Many {
		c.wrongType(n, want)
		return false
	}
	before := c.found
	c.field(short, n, v.FieldByIndex(short.Index))
	return c.found == before
}

// bothLanguages reports whether a map is a text in sv and en that is short for
// the map m.
func bothLanguages(m *model.Map, n *yaml.Node) bool {
	if m.Short == nil || m.Short.Class != model.ClassText {
		return false
	}
	_, own := m.Field("sv")
	return !own && (hasKey(n, "sv") || hasKey(n, "en"))
}

// scalar decodes a value that stands on its own.
func (c *decoder) scalar(f *model.Field, n *yaml.Node, v reflect.Value) bool {
	s := n.Value
	switch f.Class {
	case model.ClassString:
		if c.blank(f, n) {
			return false
		}
		v.SetString(s)
	case model.ClassWord:
		if !isChoice(f.Enum, s) {
			c.notAllowed(n, f.Enum)
			return false
		}
		v.SetString(s)
	case model.ClassTerm, model.ClassSlug:
		if !model.IsSlug(s) {
			c.add(valueNotAllowed, "id", c.source.span(n), c.at(), text.Args{"value": brief(s)})
			return false
		}
		v.SetString(s)
	case model.ClassDate:
		return c.date(n, v)
	case model.ClassDuration:
		d, err := edtf.ParseDuration(s)
		if err != nil {
			c.badDate(n, err, "duration")
			return false
		}
		v.Set(reflect.ValueOf(d))
	case model.ClassRef:
		ref, ok := model.ParseRef(s, f.Refs)
		if !ok {
			c.add(valueNotAllowed, "reference", c.source.span(n), c.at(), text.Args{"value": brief(s)})
			return false
		}
		v.Set(reflect.ValueOf(ref))
	case model.ClassSignatory:
		sig := model.Signatory{Text: s}
		if ref, ok := model.ParseRef(s, f.Refs); ok {
			sig = model.Signatory{Ref: ref}
		}
		v.Set(reflect.ValueOf(sig))
	case model.ClassInt:
		if !integer.MatchString(s) || quoted(n) {
			c.wrongType(n, expectInt)
			return false
		}
		i, _ := strconv.Atoi(s)
		v.SetInt(int64(i))
	case model.ClassFloat:
		if !decimal.MatchString(s) || quoted(n) {
			c.wrongType(n, expectNumber)
			return false
		}
		x, _ := strconv.ParseFloat(s, 64)
		v.SetFloat(x)
	case model.ClassBool:
		if !isTrue(n) && !isFalse(n) {
			c.wrongType(n, expectBool)
			return false
		}
		v.SetBool(isTrue(n))
	case model.ClassCode:
		return c.code(n, v)
	case model.ClassURL:
		u, err := url.Parse(s)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
			c.add(valueNotAllowed, "url", c.source.span(n), c.at(), text.Args{"value": brief(s)})
			return false
		}
		v.SetString(s)
	case model.ClassClock:
		if !clock.MatchString(s) {
			c.add(valueNotAllowed, "clock", c.source.span(n), c.at(), text.Args{"value": brief(s)})
			return false
		}
		v.SetString(s)
	case model.ClassSaid:
		c.add(valueNotAllowed, "said", c.source.span(n), c.at(), text.Args{"value": brief(s)})
		return false
	}
	return true
}

// code reads digits that must be quoted, since YAML reads 0114 as a number.
func (c *decoder) code(n *yaml.Node, v reflect.Value) bool {
	if !digits.MatchString(n.Value) {
		c.add(valueNotAllowed, "code", c.source.span(n), c.at(), text.Args{"value": brief(n.Value)})
		return false
	}
	if !quoted(n) {
		f := c.add(fieldWrongType, "unquoted", c.source.span(n), c.at(), text.Args{"value": brief(n.Value)})
		f.Fix = rule.Fix{Old: n.Value, New: `"` + n.Value + `"`}
	}
	v.SetString(n.Value)
	return true
}

func isTrue(n *yaml.Node) bool  { return n.Kind == yaml.ScalarNode && n.Value == "true" && !quoted(n) }
func isFalse(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Value == "false" && !quoted(n) }

func quoted(n *yaml.Node) bool {
	return n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0
}

func (c *decoder) date(n *yaml.Node, v reflect.Value) bool {
	d, err := edtf.Parse(n.Value)
	if err != nil {
		c.badDate(n, err, "")
		return false
	}
	v.Set(reflect.ValueOf(d))
	return true
}

func (c *decoder) badDate(n *yaml.Node, err error, variant string) {
	c.add(dateValid, variant, c.source.span(n), c.at(), text.Args{"value": brief(n.Value), "why": reasonOf(err)})
}

// reasonOf is why a date or a duration is none.
func reasonOf(err error) text.Both {
	var pe *edtf.ParseError
	if errors.As(err, &pe) {
		return text.Both{Sv: pe.Reason.Swedish(), En: pe.Reason.English()}
	}
	return text.Both{}
}

// blank reports a text with nothing in it, "", which would pass for an answer.
func (c *decoder) blank(f *model.Field, n *yaml.Node) bool {
	if strings.TrimSpace(n.Value) != "" {
		return false
	}
	c.empty("empty", n, f.Key)
	return true
}

// text reads a plain text, which is Swedish, or a map with sv and en.
func (c *decoder) text(f *model.Field, n *yaml.Node, v reflect.Value) bool {
	if n.Kind == yaml.ScalarNode {
		if c.blank(f, n) {
			return false
		}
		v.Set(reflect.ValueOf(model.Text{Sv: n.Value}))
		return true
	}
	if n.Kind != yaml.MappingNode {
		c.wrongType(n, expectText)
		return false
	}
	t := model.Text{}
	c.parts(n, map[string]func(*yaml.Node){
		"sv": func(n *yaml.Node) { t.Sv = c.plain(n, expectText) },
		"en": func(n *yaml.Node) { t.En = c.plain(n, expectText) },
	})
	if len(n.Content) == 0 {
		c.empty("empty", n, f.Key)
	}
	v.Set(reflect.ValueOf(t))
	return t != model.Text{}
}

func (c *decoder) strings(n *yaml.Node, v reflect.Value) bool {
	nodes := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		nodes = n.Content
	}
	out := make([]string, 0, len(nodes))
	for _, item := range nodes {
		if s := c.plain(item, expectText); s != "" {
			out = append(out, s)
		}
	}
	v.Set(reflect.ValueOf(out))
	return true
}

func isChoice(enum, s string) bool {
	for _, choice := range model.Enumeration(enum) {
		if string(choice.ID) == s {
			return true
		}
	}
	return false
}

func (c *decoder) notAllowed(n *yaml.Node, enum string) {
	var allowed []string
	var labelled []model.Choice // those whose label is the word
	for _, choice := range model.Enumeration(enum) {
		allowed = append(allowed, string(choice.ID))
		if word := text.Fold(n.Value); word == text.Fold(choice.Sv) || word == text.Fold(choice.En) {
			labelled = append(labelled, choice)
		}
	}
	if len(labelled) == 1 {
		meant := labelled[0]
		f := c.add(valueNotAllowed, "label", c.source.span(n), c.at(), text.Args{
			"value": brief(n.Value), "nearest": string(meant.ID), "label": text.Both{Sv: meant.Sv, En: meant.En},
		}, n.Value)
		f.Fix = rule.Fix{Old: n.Value, New: string(meant.ID)}
		return
	}
	variant, nearest := "", text.Nearest(n.Value, allowed)
	if nearest != "" {
		variant = "near"
	}
	f := c.add(valueNotAllowed, variant, c.source.span(n), c.at(), text.Args{"value": brief(n.Value), "nearest": nearest, "allowed": allowed}, n.Value)
	f.Fix = rule.MeantOnly(n.Value, allowed)
}

func (c *decoder) wrongType(n *yaml.Node, want text.Both) *rule.Finding {
	return c.add(fieldWrongType, "", c.place(n), c.at(), text.Args{"found": describe(n), "expected": want})
}

// place is where a value stands. A map or a list that begins on the line below
// its key is shown by the key.
func (c *decoder) place(n *yaml.Node) rule.Position {
	if below(c.holder, n) {
		return c.source.span(c.holder)
	}
	return c.source.span(n)
}

// describe says what a node is, with its text where it has one.
func describe(n *yaml.Node) text.Both {
	switch n.Kind {
	case yaml.MappingNode:
		return text.Both{Sv: "en post med nycklar", En: "a map with keys"}
	case yaml.SequenceNode:
		return text.Both{Sv: "en lista", En: "a list"}
	}
	if isNull(n) || strings.TrimSpace(n.Value) == "" {
		return text.Both{Sv: "ingenting", En: "nothing"}
	}
	s := brief(n.Value)
	return text.Both{Sv: "”" + s + "”", En: "“" + s + "”"}
}

// brief is a text as a message quotes it: its first line, and no more of it
// than a reader needs to know it again.
func brief(s string) string {
	first, _, cut := strings.Cut(strings.TrimSpace(s), "\n")
	if utf8.RuneCountInString(first) > 60 {
		first, cut = string([]rune(first)[:60]), true
	}
	if cut {
		first += "…"
	}
	return first
}
