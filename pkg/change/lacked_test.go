package change_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/change"
)

// TestLacked finds where the older snapshot lacked what came, though the entry
// around it stood elsewhere.
func TestLacked(t *testing.T) {
	group := func(reports string) string { return "name: Samråd äldre\ntype: consultation\n" + reports }
	for _, c := range []struct{ name, base, head, came, lacked string }{
		{"an attribute of an entry", "reports_to: [{to: group/b}, {to: group/c}]\n", "reports_to: [{to: group/c, from: 2024}, {to: group/b}]\n", "reports_to[0].from", "reports_to[1]"},
		{"an entry of a list", "reports_to: [{to: group/b}]\n", "reports_to: [{to: group/b}, {to: group/c}]\n", "reports_to[1]", "reports_to"},
		{"a list", "", "reports_to: [{to: group/b}]\n", "reports_to[0]", ""},
		{"an attribute of a map", "structure: {chair: fixed}\n", "structure: {chair: fixed, meetings_per_year: 4}\n", "structure.meetings_per_year", "structure"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := change.Compare(view(t, small("groups/a.yaml", group(c.base))), view(t, small("groups/a.yaml", group(c.head))))
			require.Len(t, d.Records, 1)
			require.Len(t, d.Records[0].Edits, 1)
			e := &d.Records[0].Edits[0]
			assert.Equal(t, change.Came, e.What)
			assert.Equal(t, c.came, e.Head.String())
			assert.Equal(t, c.lacked, e.Lacked().String())
		})
	}
}
