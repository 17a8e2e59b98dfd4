package text_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/text"
)

// TestOr: a name may have the word for "and" in it.
func TestOr(t *testing.T) {
	assert.Equal(t, text.Both{}, text.Or(nil))
	assert.Equal(t, text.Both{Sv: "Hälso- och sjukvårdsnämnden", En: "Hälso- och sjukvårdsnämnden"}, text.Or([]string{"Hälso- och sjukvårdsnämnden"}))
	assert.Equal(t, text.Both{Sv: "Styrelsen eller Hälso- och sjukvårdsnämnden", En: "Styrelsen or Hälso- och sjukvårdsnämnden"}, text.Or([]string{"Styrelsen", "Hälso- och sjukvårdsnämnden"}))
	assert.Equal(t, "a, b eller c", text.Or([]string{"a", "b", "c"}).Sv)
}

// TestCapital leaves a reference as it is: its letters have a meaning.
func TestCapital(t *testing.T) {
	assert.Equal(t, "Ånyo antagen", text.Capital("ånyo antagen"))
	assert.Equal(t, "group/vis finns inte", text.Capital("group/vis finns inte"))
	assert.Equal(t, "Region/kommun", text.Capital("Region/kommun"))
	assert.Empty(t, text.Capital(""))
}
