package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// TestCoversAges covers the ages of an agreement by those of a group.
func TestCoversAges(t *testing.T) {
	unknown, open := model.Val[int]{Is: model.Unknown}, model.Val[int]{}
	span := func(from, to model.Val[int]) registry.AgeSpan {
		return registry.SpanOfAges(model.Ages{From: from, To: to})
	}
	all := registry.SpanOfAges(model.Ages{All: true})
	children, adults := span(model.Some(0), model.Some(17)), span(model.Some(18), open)
	young, old := span(unknown, unknown), span(unknown, open)
	for name, c := range map[string]struct {
		outer, inner []registry.AgeSpan
		want         truth.Value
	}{
		"the same":                        {[]registry.AgeSpan{children}, []registry.AgeSpan{children}, truth.Yes},
		"two spans that meet cover all":   {[]registry.AgeSpan{adults, children}, []registry.AgeSpan{all}, truth.Yes},
		"across the bound":                {[]registry.AgeSpan{children}, []registry.AgeSpan{span(model.Some(12), model.Some(22))}, truth.No},
		"adults outside children":         {[]registry.AgeSpan{children}, []registry.AgeSpan{adults}, truth.No},
		"unknown bounds within all ages":  {[]registry.AgeSpan{all}, []registry.AgeSpan{young, old}, truth.Yes},
		"unknown bounds may be within":    {[]registry.AgeSpan{children}, []registry.AgeSpan{young}, truth.CannotTell},
		"without an end outside children": {[]registry.AgeSpan{children}, []registry.AgeSpan{old}, truth.No},
		"unknown bounds may cover":        {[]registry.AgeSpan{young}, []registry.AgeSpan{children}, truth.CannotTell},
		"an unknown last age":             {[]registry.AgeSpan{adults}, []registry.AgeSpan{span(model.Some(18), unknown)}, truth.Yes},
		"nothing covers nothing":          {nil, []registry.AgeSpan{children}, truth.No},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, registry.CoversAges(c.outer, c.inner))
		})
	}
}
