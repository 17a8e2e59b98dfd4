package kinds

import (
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
)

// The core schema of YAML 1.2, by which editors read a file: 2022-11-07 is a text
// there and 2022 a number. The parser of vis has an older one.
var (
	coreNull  = regexp.MustCompile(`^(null|Null|NULL|~|)$`)
	coreTrue  = regexp.MustCompile(`^(true|True|TRUE)$`)
	coreFalse = regexp.MustCompile(`^(false|False|FALSE)$`)
	coreInt   = regexp.MustCompile(`^[-+]?[0-9]+$`)
	coreOctal = regexp.MustCompile(`^0o[0-7]+$`)
	coreHex   = regexp.MustCompile(`^0x[0-9a-fA-F]+$`)
	coreFloat = regexp.MustCompile(`^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$`)
)

// plain is a node as the values that JSON has. It fails on what is none of them:
// a key that stands twice, an alias, and infinity.
func plain(n *yaml.Node) (any, error) {
	switch n.Kind {
	case yaml.DocumentNode:
		return plain(n.Content[0])
	case yaml.SequenceNode:
		out := []any{}
		for _, item := range n.Content {
			v, err := plain(item)
			if err != nil {
				return nil, err
			}
			out = append(out, v)
		}
		return out, nil
	case yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			if key.Kind != yaml.ScalarNode {
				return nil, errors.New("a key that is no word")
			}
			if _, twice := out[key.Value]; twice {
				return nil, fmt.Errorf("%s stands twice", key.Value)
			}
			v, err := plain(n.Content[i+1])
			if err != nil {
				return nil, err
			}
			out[key.Value] = v
		}
		return out, nil
	case yaml.ScalarNode:
		return scalar(n)
	case 0:
		return nil, nil // nothing but comments
	}
	return nil, errors.New("an alias")
}

func scalar(n *yaml.Node) (any, error) {
	s := n.Value
	if n.Style&^yaml.TaggedStyle != 0 {
		return s, nil
	}
	switch {
	case coreNull.MatchString(s):
		return nil, nil
	case coreTrue.MatchString(s):
		return true, nil
	case coreFalse.MatchString(s):
		return false, nil
	case coreInt.MatchString(s):
		i, _ := new(big.Int).SetString(strings.TrimPrefix(s, "+"), 10)
		return number(i.String())
	case coreOctal.MatchString(s), coreHex.MatchString(s):
		i, _ := new(big.Int).SetString(s, 0)
		return number(i.String())
	case coreFloat.MatchString(s):
		f, _, err := big.ParseFloat(s, 10, 200, big.ToNearestEven)
		if err != nil {
			return nil, err
		}
		return number(f.Text('g', -1))
	}
	return s, nil
}

func number(s string) (any, error) { return jsonschema.UnmarshalJSON(strings.NewReader(s)) }
