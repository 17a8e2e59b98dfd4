package phrase

import (
	"fmt"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Word is the word for a value of an enumeration, in both languages.
func Word(enum string, w model.Word) text.Both {
	return text.Both{Sv: model.Label(enum, w, "sv"), En: model.Label(enum, w, "en")}
}

// Kind is the word for one record of a kind.
func Kind(k model.Kind) text.Both {
	info := k.Info()
	return text.Both{Sv: info.Sv.One, En: info.En.One}
}

// Kinds lists the words for records of several kinds, any of which will do.
func Kinds(kinds []model.Kind) text.Both {
	var sv, en []string
	for _, k := range kinds {
		sv, en = append(sv, k.Info().Sv.One), append(en, k.Info().En.One)
	}
	return text.Both{Sv: strings.Join(sv, " eller "), En: strings.Join(en, " or ")}
}

// Both is a text of the registry as an argument of a message.
func Both(t model.Text) text.Both { return text.Both{Sv: t.In("sv"), En: t.In("en")} }

// Name is what a record is called at the view's day.
func Name(v *registry.View, ref model.Ref) text.Both {
	return text.Both{Sv: Writer{View: v, Lang: text.Swedish}.Name(ref), En: Writer{View: v, Lang: text.English}.Name(ref)}
}

// manyNames is how many names a message lists before it counts the rest.
const manyNames = 6

// Names lists what records are called at the view's day.
func Names(v *registry.View, refs []model.Ref) text.Both {
	return names(refs, func(ref model.Ref) text.Both { return Name(v, ref) })
}

// Counted lists what a metric counted: records, and seats with the groups that
// they are in.
func Counted(v *registry.View, refs []model.Ref) text.Both {
	return names(refs, func(ref model.Ref) text.Both {
		var n text.Both
		for _, l := range []text.Lang{text.Swedish, text.English} {
			w := Writer{View: v, Lang: l}
			name := w.Name(ref)
			if ref.Fragment != "" {
				name = w.in(ref.Fragment+" i "+name, ref.Fragment+" of "+name)
			}
			if l == text.Swedish {
				n.Sv = name
			} else {
				n.En = name
			}
		}
		return n
	})
}

func names(refs []model.Ref, name func(model.Ref) text.Both) text.Both {
	var sv, en []string
	for i, ref := range refs {
		if rest := len(refs) - i; i == manyNames && rest > 1 {
			sv, en = append(sv, fmt.Sprintf("%d till", rest)), append(en, fmt.Sprintf("%d more", rest))
			break
		}
		n := name(ref)
		sv, en = append(sv, n.Sv), append(en, n.En)
	}
	return text.Both{Sv: text.List(sv, text.Swedish), En: text.List(en, text.English)}
}

// Terms lists the words of terms of a list of the vocabulary.
func Terms(v *registry.View, list string, ids []model.Term) text.Both {
	var sv, en []string
	for _, id := range ids {
		words := model.Text{Sv: string(id)}
		if t, ok := v.Term(list, string(id)); ok {
			words = t.Words()
		}
		sv, en = append(sv, words.In("sv")), append(en, words.In("en"))
	}
	return text.Both{Sv: text.List(sv, text.Swedish), En: text.List(en, text.English)}
}
