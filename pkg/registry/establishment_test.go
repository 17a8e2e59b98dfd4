package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// TestTallyWithin checks that too few seats are certain only where those
// counted are all there are, and too many whether they are or not.
func TestTallyWithin(t *testing.T) {
	for _, c := range []struct {
		tally    registry.Tally
		complete truth.Value
		want     truth.Value
	}{
		{registry.Tally{Min: 3, Max: 3}, truth.CannotTell, truth.No},
		{registry.Tally{Min: 0, Max: 0}, truth.CannotTell, truth.CannotTell},
		{registry.Tally{Min: 0, Max: 0}, truth.Yes, truth.No},
		{registry.Tally{Min: 1, Max: 2}, truth.Yes, truth.Yes},
		{registry.Tally{Min: 1, Max: 2}, truth.CannotTell, truth.CannotTell},
		{registry.Tally{Min: 0, Max: 1}, truth.Yes, truth.CannotTell},
		{registry.Tally{Min: 2, Max: 3}, truth.Yes, truth.CannotTell},
	} {
		assert.Equal(t, c.want, c.tally.Within(1, 2, c.complete), "%+v, complete: %s", c.tally, c.complete)
	}
}
