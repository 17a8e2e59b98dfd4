package load_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
)

func TestRefOf(t *testing.T) {
	for file, want := range map[string]string{
		"groups/a.yaml": "group/a", "meetings/a/2023-09-14.yaml": "meeting/a/2023-09-14", "vis.yaml": "manifest/", "vocabulary.yaml": "vocabulary/",
	} {
		ref, ok := load.RefOf(file)
		assert.True(t, ok, file)
		assert.Equal(t, want, ref.String())
	}
	for _, file := range []string{"", "groups", "groups/", "groups/a.yml", "group/a.yaml", "grupper/a.yaml", "a.yaml", "groups/../vis.yaml", "groups//a.yaml", "groups/.a.yaml", "/groups/a.yaml", "../groups/a.yaml"} {
		_, ok := load.RefOf(file)
		assert.False(t, ok, file)
	}
}

// TestOne reads one file alone as the whole registry reads it.
func TestOne(t *testing.T) {
	record, findings := load.One("groups/a.yaml", []byte("\ufeffname: A\ntype: consultation\n"))
	require.Empty(t, findings)
	group := record.(*model.Group)
	assert.Equal(t, "A", group.Name.V.Sv)
	assert.Equal(t, model.Ref{Kind: model.GroupKind, ID: "a"}, group.Ref)
	assert.Equal(t, "groups/a.yaml", group.File)

	record, findings = load.One("groups/a.yaml", []byte("name: A\ntype: consultation\nlevle: 1\n"))
	assert.NotNil(t, record)
	assert.Len(t, findings, 1)
	record, findings = load.One("groups/a.yaml", []byte("name: ["))
	assert.Nil(t, record)
	assert.NotEmpty(t, findings)
	record, findings = load.One("groups/a.yaml", make([]byte, 5<<20))
	assert.Nil(t, record)
	assert.Len(t, findings, 1)
	record, _ = load.One("nosuch/a.yaml", nil)
	assert.Nil(t, record)
}
