package load_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
)

// TestFilled puts what another version has in the place of what cannot be read.
func TestFilled(t *testing.T) {
	good := read(t, folder("groups/a.yaml", "name: A\ntype: working\n", "groups/b.yaml", "name: B\ntype: working\n"))
	broken := read(t, folder("groups/a.yaml", "name: [A\n", "groups/ny.yaml", "name: [N\n"))

	filled, files := broken.Filled(good)
	assert.Equal(t, []string{"groups/a.yaml"}, files, "the other version has no ny.yaml")
	a, ok := filled.Registry.Group(model.Ref{Kind: model.GroupKind, ID: "a"})
	assert.True(t, ok)
	assert.Same(t, good.Registry.Groups[0], a)
	assert.Len(t, filled.Registry.Groups, 1, "what was removed stays so")
	assert.Equal(t, broken.Findings, filled.Findings, "that it could not be read is still told")
	assert.Empty(t, broken.Registry.Groups)

	same, files := good.Filled(broken)
	assert.Same(t, good, same)
	assert.Empty(t, files)
}
