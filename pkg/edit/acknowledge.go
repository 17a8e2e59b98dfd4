package edit

import (
	"bytes"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/vis-samverkan/vis/pkg/model"
)

// Acknowledge writes an acknowledgement into the contents of acknowledged.yaml:
// in place of the entry with the same fingerprint, where there is one, else
// last. Everything else in the file stays as it is. The error is *NotAList.
func Acknowledge(file []byte, a *model.Acknowledgement) ([]byte, error) {
	entry, err := acknowledgement(a)
	if err != nil {
		return nil, err
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(file, &doc); err != nil {
		return nil, &NotAList{}
	}
	lines := bytes.SplitAfter(file, []byte("\n"))
	if doc.Kind == 0 { // nothing, or comments alone
		return appendLines(lines, entry), nil
	}
	list := doc.Content[0]
	switch {
	case list.Kind != yaml.SequenceNode, list.Style&yaml.FlowStyle != 0 && len(list.Content) > 0:
		return nil, &NotAList{}
	case len(list.Content) == 0:
		kept, ok := withoutEmptyList(lines, list)
		if !ok {
			return nil, &NotAList{}
		}
		return appendLines(kept, entry), nil
	}
	for i, item := range list.Content {
		if value(item, "fingerprint") != a.Fingerprint.V {
			continue
		}
		first, last := item.Line-1, len(lines)
		if i+1 < len(list.Content) {
			last = list.Content[i+1].Line - 1
		}
		// Comments before the next entry, and after the last, are not this one's.
		for last > first+1 && isAside(lines[last-1]) {
			last--
		}
		out := append(bytes.Join(lines[:first], nil), entry...)
		return append(out, bytes.Join(lines[last:], nil)...), nil
	}
	return appendLines(lines, entry), nil
}

// acknowledgement writes an entry as YAML.
func acknowledgement(a *model.Acknowledgement) ([]byte, error) {
	m := &yaml.Node{Kind: yaml.MappingNode}
	add := func(key string, value *yaml.Node) {
		m.Content = append(m.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: key}, value)
	}
	plain := func(s string) *yaml.Node {
		n := &yaml.Node{}
		n.SetString(s)
		return n
	}
	add("fingerprint", plain(a.Fingerprint.V))
	add("rule", plain(a.Rule.V))
	if a.Record.Given() {
		add("record", plain(a.Record.V))
	}
	add("reason", plain(a.Reason.V.Sv))
	add("by", plain(a.By.V.Sv))
	add("until", &yaml.Node{Kind: yaml.ScalarNode, Value: a.Until.V.Canonical()}) // a date stands without quotes
	var b bytes.Buffer
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(&yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{m}}); err != nil {
		return nil, fmt.Errorf("edit: an acknowledgement: %w", err)
	}
	return b.Bytes(), e.Close()
}

func value(m *yaml.Node, key string) string {
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == key {
			return m.Content[i+1].Value
		}
	}
	return ""
}

// withoutEmptyList leaves out the line that an empty list, [], stands on.
func withoutEmptyList(lines [][]byte, list *yaml.Node) (kept [][]byte, ok bool) {
	at := list.Line - 1
	if strings.ReplaceAll(string(bytes.TrimSpace(lines[at])), " ", "") != "[]" {
		return nil, false
	}
	return append(append(kept, lines[:at]...), lines[at+1:]...), true
}

// isAside reports whether a line holds a comment or nothing.
func isAside(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) == 0 || line[0] == '#'
}

// appendLines puts an entry last, on lines of its own.
func appendLines(lines [][]byte, entry []byte) []byte {
	out := bytes.Join(lines, nil)
	if len(out) > 0 && out[len(out)-1] != '\n' {
		out = append(out, '\n')
	}
	return append(out, entry...)
}
