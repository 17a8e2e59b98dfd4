package text

import (
	"fmt"

	"github.com/vis-samverkan/vis/pkg/edtf"
)

// Write writes a value of a message in the language: a text in both languages,
// a number, a list, or anything that has a String method of its own.
func (l Lang) Write(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case Both:
		return v.In(l)
	case int:
		return Int(v, l)
	case float64:
		return Decimal(v, l)
	case edtf.Date:
		return Date(v, l)
	case edtf.Duration:
		return Duration(v, l)
	case []string:
		return List(v, l)
	case interface{ Localized(Lang) string }:
		return v.Localized(l)
	case fmt.Stringer:
		return v.String()
	}
	return fmt.Sprint(v)
}
