package change_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/change"
)

// TestWhichRecordItIs is about ids that move and ids that are taken over.
func TestWhichRecordItIs(t *testing.T) {
	network := "name: Nätverket för måltider\ntype: network\nlevel: local\n"
	council := "name: Rådet för trygg hemgång\ntype: working\nlevel: regional\n"
	anna, bo := "name: Åsa Provlund\ntype: official\n", "name: Bo Örnberg\ntype: official\n"
	for _, c := range []struct {
		name       string
		base, head []string
		want       []string
	}{
		{"another record in the same file", []string{"groups/a.yaml", network}, []string{"groups/a.yaml", council},
			[]string{"added group/a", "removed group/a"}},
		{"a new name, and the rest as before", []string{"groups/a.yaml", network}, []string{"groups/a.yaml", "name: Kostrådet\ntype: network\nlevel: local\n"},
			[]string{"changed group/a", "  changed name"}},
		{"the same name, and the rest new", []string{"groups/a.yaml", network}, []string{"groups/a.yaml", "name: Nätverk för måltiderna\ntype: working\nlevel: regional\n"},
			[]string{"changed group/a", "  changed name", "  changed type", "  changed level"}},
		{"a record that moved, and another in its file", []string{"groups/a.yaml", network},
			[]string{"groups/a.yaml", council, "groups/b.yaml", network + "previously: a\n"},
			[]string{"added group/a", "moved group/b was group/a", "  added previously[0]"}},
		{"two records that changed places", []string{"groups/a.yaml", network, "groups/b.yaml", council},
			[]string{"groups/a.yaml", council, "groups/b.yaml", network},
			[]string{"moved-untold group/a was group/b", "moved-untold group/b was group/a"}},
		{"a former id that is used again", []string{"groups/b.yaml", network + "previously: a\n"},
			[]string{"groups/a.yaml", council, "groups/b.yaml", network + "previously: a\n"},
			[]string{"added group/a"}},
		{"a record that moved back", []string{"groups/b.yaml", network + "previously: a\n"}, []string{"groups/a.yaml", network + "previously: b\n"},
			[]string{"moved group/a was group/b", "  removed previously[0]", "  added previously[0]"}},
		{"another person in the same file", []string{"representatives/a.yaml", anna}, []string{"representatives/a.yaml", bo},
			[]string{"added representative/a", "removed representative/a"}},
		{"a person with a new surname", []string{"representatives/a.yaml", anna}, []string{"representatives/a.yaml", "name: Åsa Örnberg\ntype: elected\n"},
			[]string{"changed representative/a", "  changed name", "  changed type"}},
		{"a person whose name was erased", []string{"representatives/a.yaml", anna}, []string{"representatives/a.yaml", "name: {is: unknown, reason: erasure}\ntype: official\n"},
			[]string{"changed representative/a", "  withdrawn name"}},
		{"references to a record that moved", []string{"groups/a.yaml", network, "agreements/x.yaml", "title: X\ntype: agreement\nresponsible: [a]\n"},
			[]string{"groups/b.yaml", network + "previously: a\n", "agreements/x.yaml", "title: X\ntype: agreement\nresponsible: [b]\n"},
			[]string{"moved group/b was group/a", "  added previously[0]"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, lines(change.Compare(view(t, small(c.base...)), view(t, small(c.head...)))))
		})
	}
}

// TestEntriesAboutTheSame is about entries without an id.
func TestEntriesAboutTheSame(t *testing.T) {
	agreement := func(rest string) []string {
		return []string{"agreements/a.yaml", "title: A\ntype: agreement\n" + rest}
	}
	for _, c := range []struct {
		name       string
		base, head string
		want       []string
	}{
		{"a party that is told more of", "parties: [norrby]\n",
			"parties:\n  - organization: norrby\n    named_as: Norrby\n    decision: d\n    adoptions: [{state: adopted, date: 2024-01-01}]\n",
			[]string{"changed agreement/a", "  added parties[0].decision", "  added parties[0].named_as", "  added parties[0].adoptions[0]"}},
		{"a version that has another date", "revisions: [{version: '1', date: 2020-01-01, kind: revision}]\n",
			"revisions: [{version: '1', date: 2021-01-01, kind: correction, summary: Ny lydelse.}]\n",
			[]string{"changed agreement/a", "  changed revisions[0].date", "  changed revisions[0].kind", "  added revisions[0].summary"}},
		{"a group that is responsible at another time", "responsible: [{group: x, from: 2019-01-01, until: 2020-12-31}]\n",
			"responsible: [{group: x, from: 2023-01-01, until: 2024-12-31}]\n",
			[]string{"changed agreement/a", "  removed responsible[0]", "  added responsible[0]"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, lines(change.Compare(view(t, small(agreement(c.base)...)), view(t, small(agreement(c.head)...)))))
		})
	}
}
