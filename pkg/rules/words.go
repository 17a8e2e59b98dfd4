package rules

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
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
