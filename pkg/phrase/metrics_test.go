package phrase_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
)

func TestEveryMetricHasAName(t *testing.T) {
	for _, name := range registry.MetricNames() {
		words := phrase.Metric(name)
		assert.NotEqual(t, name, words.Sv)
		assert.NotEqual(t, words.Sv, words.En)
	}
}
