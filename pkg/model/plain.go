package model

import (
	"bytes"
	"encoding/json"
	"math"

	"github.com/vis-samverkan/vis/pkg/edtf"
)

// Plain is what an attribute holds in the canonical form of a file, as values
// that JSON has: a text, a number, yes or no, a list, or Pairs. What could not be
// read is {"is": "unread"}.
func (a *Attribute) Plain() any {
	switch {
	case a.Why != nil && a.Why.Unread:
		return Pairs{{"is", "unread"}}
	case a.Answer != Given && a.Why != nil:
		long := Pairs{{"is", a.Answer.String()}}
		return append(long, plainPairs(Tree(LongForm(), a.Why))...)
	case a.Answer != Given:
		return a.Answer.String()
	case a.Value != nil:
		return plainValue(a.Value)
	case a.Entry == nil && a.Field != nil && a.Field.Shape == Many:
		list := make([]any, len(a.Parts))
		for i := range a.Parts {
			list[i] = a.Parts[i].Plain()
		}
		return list
	}
	return plainPairs(a.Parts)
}

// PlainRecord is a whole record, or a single file that is a map or a list, in
// the same form.
func PlainRecord(k Kind, record any) any {
	m := Fields(k)
	parts := Tree(m, record)
	if m.Root == nil {
		return plainPairs(parts)
	}
	if len(parts) == 0 {
		return []any{}
	}
	return parts[0].Plain()
}

func plainPairs(parts []Attribute) Pairs {
	out := make(Pairs, 0, len(parts))
	for i := range parts {
		key := parts[i].Key
		if key == "" {
			key = parts[i].Field.Key
		}
		out = append(out, Pair{key, parts[i].Plain()})
	}
	return out
}

func plainValue(p any) any {
	switch p := p.(type) {
	case *Text:
		switch {
		case p.En == "":
			return p.Sv
		case p.Sv == "":
			return Pairs{{"en", p.En}}
		}
		return Pairs{{"sv", p.Sv}, {"en", p.En}}
	case *edtf.Date:
		return p.Canonical()
	case *edtf.Duration:
		return p.String()
	case *Ref:
		return p.String()
	case *Number:
		return plainNumber(*p)
	case *Signatory:
		if p.Ref.IsZero() {
			return p.Text
		}
		return p.Ref.String()
	case *Ages:
		return "all"
	case *bool:
		return *p
	case *int:
		return *p
	case *float64:
		return *p
	case *[]string:
		return *p
	case *string:
		return *p
	case *Term:
		return string(*p)
	case *Word:
		return string(*p)
	case *Slug:
		return string(*p)
	case *Code:
		return string(*p)
	case *URL:
		return string(*p)
	case *Clock:
		return string(*p)
	}
	return nil
}

func plainNumber(n Number) any {
	if n.Min == n.Max && !n.Approx {
		return n.Min
	}
	var out Pairs
	switch {
	case n.Min == n.Max:
		out = Pairs{{"value", n.Min}}
	case math.IsInf(n.Max, 1):
		out = Pairs{{"min", n.Min}}
	default:
		out = Pairs{{"min", n.Min}, {"max", n.Max}}
	}
	if n.Approx {
		out = append(out, Pair{"approx", true})
	}
	return out
}

// Pairs are the keys of a map and what stands under them, in an order that JSON
// keeps.
type Pairs []Pair

// Pair is one key of a map and what stands under it.
type Pair struct {
	Key   string
	Value any
}

// MarshalJSON writes an object.
func (p Pairs) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, pair := range p {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := e.Encode(pair.Key); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(pair.Value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
