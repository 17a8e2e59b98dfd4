package change

import (
	"fmt"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
)

// canonical writes an attribute so that two attributes are written alike if
// and only if they say the same. The entries of a list whose order says
// nothing are sorted; white space between the words of a text is one space.
func canonical(a *model.Attribute) string {
	var b strings.Builder
	write(&b, a)
	return b.String()
}

func write(b *strings.Builder, a *model.Attribute) {
	fmt.Fprintf(b, "%q=%d", a.Key, a.Answer)
	if a.Why != nil {
		if a.Why.Unread {
			b.WriteByte('!')
		}
		for _, part := range why(a.Why) {
			b.WriteByte('?')
			b.WriteString(part.Field.Key)
			write(b, &part)
		}
	}
	if a.Value != nil {
		fmt.Fprintf(b, "%q", leaf(a.Value))
	}
	if a.Parts == nil {
		return
	}
	b.WriteByte('{')
	if isList(a) && !a.Field.Ordered {
		parts := make([]string, len(a.Parts))
		for i := range a.Parts {
			parts[i] = canonical(&a.Parts[i])
		}
		slices.Sort(parts)
		b.WriteString(strings.Join(parts, ","))
	} else {
		for i := range a.Parts {
			if !isEntries(a) {
				b.WriteString(a.Parts[i].Field.Key)
			}
			write(b, &a.Parts[i])
			b.WriteByte(',')
		}
	}
	b.WriteByte('}')
}

// why is the long form of an answer as attributes.
func why(w *model.Why) []model.Attribute { return model.Tree(model.LongForm(), w) }

// isEntries reports whether the parts of an attribute are the entries of a list
// or the rows of a table, not the attributes of a map. An entry has the same
// field as its list, so the parts tell.
func isEntries(a *model.Attribute) bool {
	return a.Entry == nil && a.Value == nil && a.Field != nil && a.Field.Shape != model.One
}

func isList(a *model.Attribute) bool { return isEntries(a) && a.Field.Shape == model.Many }

// leaf writes one value so that two are written alike if they mean the same.
func leaf(p any) string {
	switch p := p.(type) {
	case *model.Text:
		return fold(p.Sv) + "\x00" + fold(p.En)
	case *edtf.Date:
		return fmt.Sprintf("%d..%d", p.Earliest(), p.Latest())
	case *edtf.Duration:
		return p.String()
	case *model.Ref:
		return p.String()
	case *model.Number:
		return p.String()
	case *string:
		return *p
	case *model.Word:
		return string(*p)
	case *model.Term:
		return string(*p)
	case *model.Slug:
		return string(*p)
	case *model.Code:
		return string(*p)
	case *model.URL:
		return string(*p)
	case *model.Clock:
		return string(*p)
	case *bool:
		return fmt.Sprint(*p)
	case *int:
		return fmt.Sprint(*p)
	case *float64:
		return fmt.Sprint(*p)
	case *[]string:
		return strings.Join(*p, "\x00")
	case *model.Signatory:
		return p.Ref.String() + "\x00" + p.Text
	case *model.Ages:
		return "all"
	case *model.Said:
		return ""
	}
	panic(fmt.Sprintf("change: a value of a class that nobody compares: %T", p))
}

// fold makes each stretch of white space one space.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }
