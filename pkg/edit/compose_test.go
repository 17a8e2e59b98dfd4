package edit

import (
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/load"
)

func TestCompose(t *testing.T) {
	got, err := Compose("organizations/akervidda.yaml", Entries{
		{"sources", []Entries{{{"line", "12"}, {"source", "protokoll"}, {"section", "3.10"}}}},
		{"code", "0114"},
		{"side", "municipal"},
		{"names", []Entries{{{"name", "no"}, {"from", "2008"}}, {{"name", "Å: vidda # ö"}, {"from", "..2021-11-24"}}}},
		{"type", "municipality"},
		{"note", "en rad\noch en till\n"},
	})
	require.NoError(t, err)
	assert.Equal(t, `names:
  - name: "no"
    from: 2008
  - name: 'Å: vidda # ö'
    from: ..2021-11-24
type: municipality
side: municipal
code: "0114"
sources:
  - source: protokoll
    section: "3.10"
    line: 12
note: |
  en rad
  och en till
`, string(got))
}

// Whatever a person types becomes a text and nothing else.
func TestComposeHostile(t *testing.T) {
	for _, s := range []string{"a: b", "- a", "[x", "{y", "#", "'", `"`, "yes", "No", "ON", "off", "y", "1e3", "12:30", "2022-11-07", "~", "", " a ", "*a", "&a", "!a", "%", "@", "`", "a\nb", "---", "?", "\tx"} {
		got, err := Compose("sources/a.yaml", Entries{{"title", s}, {"type", "report"}})
		require.NoError(t, err, "%q", s)
		loaded, err := load.Registry(t.Context(), fstest.MapFS{
			"vis.yaml":       {Data: []byte("schema: 1\nname: x\n")},
			"sources/a.yaml": {Data: got},
		})
		require.NoError(t, err)
		require.Len(t, loaded.Registry.Sources, 1, "%q: %s", s, got)
		assert.Equal(t, s, loaded.Registry.Sources[0].Title.V.Sv, "%s", got)
	}
}
