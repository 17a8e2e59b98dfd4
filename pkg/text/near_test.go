package text_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/text"
)

func TestOnlyNear(t *testing.T) {
	words := []string{"sources", "source", "seats", "name"}
	assert.Equal(t, "name", text.OnlyNear("nmae", words))
	assert.Equal(t, "seats", text.OnlyNear("sets", words))
	assert.Empty(t, text.OnlyNear("sourcs", words), "source or sources")
	assert.Empty(t, text.OnlyNear("något annat", words))
}
