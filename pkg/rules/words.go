package rules

import (
	"fmt"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// label is the word for a value of an enumeration, in both languages.
func label(enum string, w model.Word) text.Both {
	return text.Both{Sv: model.Label(enum, w, "sv"), En: model.Label(enum, w, "en")}
}

func kindName(k model.Kind) text.Both {
	info := k.Info()
	return text.Both{Sv: info.Sv.One, En: info.En.One}
}

func kindNames(kinds []model.Kind) text.Both {
	var sv, en []string
	for _, k := range kinds {
		sv, en = append(sv, k.Info().Sv.One), append(en, k.Info().En.One)
	}
	return text.Both{Sv: strings.Join(sv, " eller "), En: strings.Join(en, " or ")}
}

// both is a text of the registry as an argument of a message.
func both(t model.Text) text.Both { return text.Both{Sv: t.In("sv"), En: t.In("en")} }

// name is what a record is called at the view's day.
func name(v *registry.View, ref model.Ref) text.Both { return both(v.NameOf(ref)) }

// manyNames is how many names a message lists before it counts the rest.
const manyNames = 6

// names lists what records are called at the view's day.
func names(v *registry.View, refs []model.Ref) text.Both {
	var sv, en []string
	for i, ref := range refs {
		if rest := len(refs) - i; i == manyNames && rest > 1 {
			sv, en = append(sv, fmt.Sprintf("%d till", rest)), append(en, fmt.Sprintf("%d more", rest))
			break
		}
		n := name(v, ref)
		sv, en = append(sv, n.Sv), append(en, n.En)
	}
	return text.Both{Sv: text.List(sv, text.Swedish), En: text.List(en, text.English)}
}

// terms lists the words of terms of a list of the vocabulary.
func terms(v *registry.View, list string, ids []model.Term) text.Both {
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
