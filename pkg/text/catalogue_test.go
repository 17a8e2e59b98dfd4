package text

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A text without its translation is the zero Both, or has one empty half.
func TestEveryTextIsTranslated(t *testing.T) {
	for k := range keyCount {
		b := catalogue[k]
		assert.NotEmpty(t, b.Sv, "text %d has no Swedish", k)
		assert.NotEmpty(t, b.En, "text %d has no English", k)
		sv, en := map[string]bool{}, map[string]bool{}
		for _, p := range Placeholders(b.Sv) {
			sv[p] = true
		}
		for _, p := range Placeholders(b.En) {
			en[p] = true
		}
		assert.Equal(t, sv, en, "%s: the placeholders differ between the languages", b.En)
	}
}
