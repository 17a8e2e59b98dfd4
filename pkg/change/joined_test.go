package change_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/registry"
)

// TestJoined tells an entry that a list got from a list that was not there.
func TestJoined(t *testing.T) {
	for _, c := range []struct {
		name, base, head string
		want             []bool
	}{
		{"a list that was not there", "", "scope: [x, y]\n", []bool{false, false}},
		{"a list that was there", "scope: [x]\n", "scope: [x, y]\n", []bool{true}},
		{"a list of nobody", "scope: []\n", "scope: [x]\n", []bool{true}},
		{"one within an entry", "seats: [{id: a, represents: [group/b]}, {id: c}]\n", "seats: [{id: a, represents: [group/b, group/d]}, {id: c, represents: [group/b]}]\n", []bool{true, false}},
	} {
		t.Run(c.name, func(t *testing.T) {
			group := "name: A\ntype: network\n"
			d := change.Compare(view(t, small("groups/a.yaml", group+c.base)), view(t, small("groups/a.yaml", group+c.head)))
			var got []bool
			for _, r := range d.Records {
				for _, e := range r.Edits {
					assert.Equal(t, change.Came, e.What)
					got = append(got, e.Joined)
				}
			}
			assert.Equal(t, c.want, got)
		})
	}
}

// TestUnreadIsNoAnswer: what cannot be read is something else than unknown.
func TestUnreadIsNoAnswer(t *testing.T) {
	of := func(level string) *registry.View {
		loaded, err := load.Registry(context.Background(), small("groups/a.yaml", "name: A\ntype: network\nlevel: "+level+"\n"))
		require.NoError(t, err)
		return loaded.Registry.At(edtf.DayOf(2026, 1, 1), edtf.DayOf(2026, 1, 1))
	}
	assert.Empty(t, change.Compare(of("[3]"), of("[3]")).Records)
	assert.Len(t, change.Compare(of("unknown"), of("[3]")).Records, 1)
	assert.Len(t, change.Compare(of("[3]"), of("unknown")).Records, 1)
}
