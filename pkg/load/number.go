package load

import (
	"reflect"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// number reads 20, {value: 20, approx: true} or {min: 2, max: 4}.
func (c *decoder) number(n *yaml.Node, v reflect.Value) bool {
	read := func(n *yaml.Node) (float64, bool) {
		if n.Kind != yaml.ScalarNode || !decimal.MatchString(n.Value) || quoted(n) {
			c.wrongType(n, expectNumber)
			return 0, false
		}
		x, _ := strconv.ParseFloat(n.Value, 64)
		return x, true
	}
	if n.Kind != yaml.MappingNode {
		x, ok := read(n)
		v.Set(reflect.ValueOf(model.Exactly(x)))
		return ok
	}
	num, has, before := model.Number{}, map[string]bool{}, c.found
	part := func(key string, into ...*float64) func(*yaml.Node) {
		return func(n *yaml.Node) {
			if x, ok := read(n); ok {
				has[key] = true
				for _, p := range into {
					*p = x
				}
			}
		}
	}
	c.parts(n, map[string]func(*yaml.Node){
		"value": part("value", &num.Min, &num.Max),
		"min":   part("min", &num.Min),
		"max":   part("max", &num.Max),
		"approx": func(n *yaml.Node) {
			if num.Approx = isTrue(n); !num.Approx && !isFalse(n) {
				c.wrongType(n, expectBool)
			}
		},
	})
	if c.found > before {
		return false
	}
	if has["value"] == (has["min"] || has["max"]) || has["min"] != has["max"] || num.Min > num.Max {
		c.add(fieldWrongType, "number", c.place(n), c.at(), nil)
		return false
	}
	v.Set(reflect.ValueOf(num))
	return true
}

// parts reads a small map whose keys are fixed.
func (c *decoder) parts(n *yaml.Node, known map[string]func(*yaml.Node)) {
	keys := make([]string, 0, len(known))
	for _, k := range []string{"sv", "en", "value", "min", "max", "approx"} {
		if known[k] != nil {
			keys = append(keys, k)
		}
	}
	seen, holder := map[string]*yaml.Node{}, c.holder
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !c.goodKey(key, seen) {
			continue
		}
		read, ok := known[key.Value]
		switch {
		case ok:
			c.push(model.Step{Key: key.Value, Index: -1})
			c.holder = key
			read(value)
			c.holder = holder
			c.pop()
		case n.Style&yaml.FlowStyle != 0 && isNull(value):
			c.comma(key)
		default:
			c.add(fieldUnknown, "", c.source.span(key), c.at(), text.Args{"key": brief(key.Value), "allowed": keys}, key.Value)
		}
	}
}

// plain reads a scalar as it stands; "" after a finding.
func (c *decoder) plain(n *yaml.Node, want text.Both) string {
	switch {
	case n.Kind == yaml.AliasNode: // which is a finding already
		return ""
	case n.Kind != yaml.ScalarNode, isNull(n), strings.TrimSpace(n.Value) == "":
		c.wrongType(n, want)
		return ""
	}
	return n.Value
}

// interval reads {from, until}, or a year, short for its first to its last day.
func (c *decoder) interval(f *model.Field, n *yaml.Node, v reflect.Value) bool {
	if n.Kind == yaml.MappingNode {
		c.mapping(f.Map, n, v)
		return true
	}
	if n.Kind == yaml.ScalarNode {
		if d, err := edtf.Parse(n.Value); err == nil && d.IsYear() {
			p := edtf.OfYear(d)
			v.Set(reflect.ValueOf(model.Interval{Span: model.Span{From: model.Some(p.From), Until: model.Some(p.Until)}}))
			return true
		}
	}
	c.wrongType(n, expectPeriod)
	return false
}
