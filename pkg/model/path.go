package model

import (
	"strconv"
	"strings"
)

// Step is one part of a path: a key, or a position in a list.
type Step struct {
	Key   string
	Index int // -1 for a key
}

// Path leads from the top of a record to one of its values.
type Path []Step

// At extends the path by keys (string) and positions (int), without changing p.
func (p Path) At(parts ...any) Path {
	out := make(Path, len(p), len(p)+len(parts))
	copy(out, p)
	for _, part := range parts {
		switch part := part.(type) {
		case string:
			out = append(out, Step{Key: part, Index: -1})
		case int:
			out = append(out, Step{Index: part})
		default:
			panic("model: a path holds keys and positions")
		}
	}
	return out
}

// String writes the path as people read it: memberships[2].group. A key that
// is not a plain word is quoted: severity["a.b"].
func (p Path) String() string {
	var b strings.Builder
	for _, s := range p {
		switch {
		case s.Index >= 0:
			b.WriteByte('[')
			b.WriteString(strconv.Itoa(s.Index))
			b.WriteByte(']')
		case plainKey(s.Key):
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(s.Key)
		default:
			b.WriteByte('[')
			b.WriteString(strconv.Quote(s.Key))
			b.WriteByte(']')
		}
	}
	return b.String()
}

func plainKey(key string) bool {
	for _, r := range key {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' && r != '-' {
			return false
		}
	}
	return key != ""
}

// ParsePath reads what Path.String wrote. Text that no path writes gives the
// steps up to the fault.
func ParsePath(s string) Path {
	var p Path
	for s != "" {
		s = strings.TrimPrefix(s, ".")
		if strings.HasPrefix(s, "[\"") {
			quoted, err := strconv.QuotedPrefix(s[1:])
			if err != nil {
				return p
			}
			key, _ := strconv.Unquote(quoted)
			p = append(p, Step{Key: key, Index: -1})
			s = strings.TrimPrefix(s[1+len(quoted):], "]")
			continue
		}
		if strings.HasPrefix(s, "[") {
			end := strings.IndexByte(s, ']')
			if end < 0 {
				return p
			}
			n, err := strconv.Atoi(s[1:end])
			if err != nil || n < 0 {
				return p
			}
			p = append(p, Step{Index: n})
			s = s[end+1:]
			continue
		}
		end := strings.IndexAny(s, ".[")
		if end < 0 {
			end = len(s)
		}
		if end == 0 {
			return p
		}
		p = append(p, Step{Key: s[:end], Index: -1})
		s = s[end:]
	}
	return p
}
