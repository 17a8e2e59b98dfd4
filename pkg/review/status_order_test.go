package review

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/text"
)

// TestStatusOrderIsTold checks that the reason of the rule names every status of
// a group, in the order that the rule goes by.
func TestStatusOrderIsTold(t *testing.T) {
	for _, lang := range []text.Lang{text.Swedish, text.English} {
		why := statusWentBack.Why.In(lang)
		_, rest, ok := strings.Cut(why, map[text.Lang]string{text.Swedish: "i ordningen ", text.English: "in the order "}[lang])
		require.True(t, ok)
		rest, _, _ = strings.Cut(rest, ";")
		var steps []string
		for _, step := range groupOrder {
			var words []string
			for _, s := range step {
				words = append(words, phrase.State(model.GroupKind, s).In(lang))
			}
			steps = append(steps, strings.Join(words, map[text.Lang]string{text.Swedish: " eller ", text.English: " or "}[lang]))
		}
		require.Equal(t, text.List(steps, lang), rest)
	}
}
