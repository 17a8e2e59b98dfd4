package review_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPartiesThatLeave(t *testing.T) {
	const id = "party-left-without-decision"
	three := "parties: [region-exempel, norrby, soderby]\n"
	run(t, []agreementCase{
		{"without a trace", id, inForce, three, "parties: [region-exempel, norrby]\n", outcome{[]string{"parties "}, 2, 1, 0}},
		{"with until alone", id, inForce, three, "parties: [region-exempel, norrby, {organization: soderby, until: 2025-03-31}]\n", outcome{[]string{"parties[2].until decision"}, 2, 1, 0}},
		{"with a day to come", id, inForce, three, "parties: [region-exempel, norrby, {organization: soderby, until: 2026-03-31}]\n", outcome{[]string{"parties[2].until decision"}, 2, 1, 0}},
		{"by a withdrawal", id, inForce, three, "parties: [region-exempel, norrby, {organization: soderby, until: 2025-03-31, adoptions: [{state: withdrawn, date: 2025-02-01}]}]\n", outcome{nil, 3, 0, 0}},
		{"by a decision that was not found", id, inForce, three, "parties: [region-exempel, norrby, {organization: soderby, until: 2025-03-31, decision: unknown}]\n", outcome{nil, 2, 0, 1}},
		{"by the decision that it joined by", id, inForce, "parties: [norrby, {organization: soderby, from: 2024-12-01, decision: riktlinje}]\n", "parties: [norrby, {organization: soderby, from: 2024-12-01, until: 2025-03-31, decision: riktlinje}]\n", outcome{[]string{"parties[1].until decision"}, 1, 1, 0}},
		{"the parties are unknown", id, inForce, three, "parties: unknown\n", outcome{nil, 0, 0, 3}},
		{"told for the first time", id, inForce, "", "parties: [region-exempel, norrby]\n", outcome{}},
		{"the collective instead of its members", id, inForce, "parties: [region-exempel, norrby, soderby, osterby]\n", "parties: [region-exempel, lanets-kommuner]\n", outcome{nil, 4, 0, 0}},
		{"some of a collective", id, inForce, "parties: [region-exempel, lanets-kommuner]\n", "parties: [region-exempel, norrby, soderby]\n", outcome{[]string{"parties "}, 3, 1, 0}},
		{"of one that nobody has adopted", id, "entry_into_force: {actual: 2026-01-01}\n", three, "parties: [norrby]\n", outcome{nil, 3, 0, 0}},
	})
}

func TestPartiesThatJoin(t *testing.T) {
	const id = "party-joined-without-accession"
	two := "parties: [region-exempel, norrby]\n"
	run(t, []agreementCase{
		{"from a day", id, inForce, two, "parties: [region-exempel, norrby, {organization: soderby, from: 2025-03-31}]\n", outcome{[]string{"parties[2] "}, 2, 1, 0}},
		{"from a day to come", id, inForce, two, "parties: [region-exempel, norrby, {organization: soderby, from: 2026-03-31}]\n", outcome{[]string{"parties[2] "}, 2, 1, 0}},
		{"by an accession", id, inForce, two, "parties: [region-exempel, norrby, {organization: soderby, from: 2025-03-31}]\naccessions: [{organization: soderby, effective: 2025-03-31}]\n", outcome{nil, 3, 0, 0}},
		{"by an adoption alone", id, inForce, two, "parties: [region-exempel, norrby, {organization: soderby, from: 2025-03-31, adoptions: [{state: adopted}]}]\n", outcome{[]string{"parties[2] "}, 2, 1, 0}},
		{"as one from the beginning", id, inForce, two, "parties: [region-exempel, norrby, soderby]\n", outcome{nil, 2, 0, 1}},
		{"as one from the beginning of a complete list", id, inForce + "complete: {parties: 2025-12-31}\n", two, "parties: [region-exempel, norrby, soderby]\n", outcome{[]string{"parties[2] "}, 2, 1, 0}},
		{"one that left long ago", id, inForce, two, "parties: [region-exempel, norrby, {organization: soderby, from: 2010, until: 2020}]\n", outcome{nil, 2, 0, 0}},
		{"into one that nobody has adopted", id, "entry_into_force: {actual: 2026-01-01}\n", two, "parties: [norrby, {organization: soderby, from: 2025-03-31}]\n", outcome{nil, 2, 0, 0}},
	})
}

func TestPartiesByACollective(t *testing.T) {
	const left, joined = "party-left-without-decision", "party-joined-without-accession"
	norrby := "name: Norrby kommun\ntype: municipality\nside: municipal\ncode: \"7001\"\nsubregion: norra\n"
	assert.Equal(t, []string{" collective"}, judgeRule(t, left, nil, []string{"organizations/norrby.yaml", "name: Norrby kommun\ntype: municipality\nside: municipal\ncode: \"7101\"\nsubregion: norra\n"}).found)
	assert.Empty(t, judgeRule(t, left, nil, []string{"organizations/norrby.yaml", norrby + "ended: {date: 2025-01-31}\n"}).found, "it is no more")

	vasterby := []string{"organizations/vasterby.yaml", "name: Västerby kommun\ntype: municipality\nside: municipal\ncode: \"7004\"\n"}
	assert.Equal(t, []string{" collective"}, judgeRule(t, joined, nil, vasterby).found)
	vasterby[1] += "replaces: [norrby]\n"
	assert.Empty(t, judgeRule(t, joined, nil, vasterby).found, "it takes the place of another")

	manifest := func(parties string) []string {
		return []string{"vis.yaml", "schema: 1\nname: Prov\nlanguage: sv\ncounty: {code: \"70\", municipalities: 3}\ndefault_parties: " + parties + "\n"}
	}
	assert.Equal(t, []string{"default_parties collective"}, judgeRule(t, left, manifest("[region-exempel, lanets-kommuner]"), manifest("[lanets-kommuner]")).found)
}

func TestOwners(t *testing.T) {
	const id = "owner-changed-without-decision"
	source := "sources: [{source: arsrapport-2024, section: '2'}]\n"
	run(t, []agreementCase{
		{"to a proposal", id, source, "responsible: [barnforum]\n", "responsible: [{group: barnforum, status: proposed}]\n", outcome{[]string{"responsible left"}, 0, 1, 0}},
		{"to a proposal beside it", id, source, "responsible: [barnforum]\n", "responsible: [barnforum, {group: samrad-aldre, status: proposed}]\n", outcome{nil, 1, 0, 0}},
		{"to nobody", id, source, "responsible: [barnforum]\n", "responsible: none\n", outcome{[]string{"responsible left"}, 0, 1, 0}},
		{"to nobody, by a decision", id, source, "responsible: [barnforum]\n", "responsible: [{group: barnforum, until: 2025-04-30, decision: riktlinje}]\n", outcome{nil, 1, 0, 0}},
		{"to what is not known", id, source, "responsible: [barnforum]\n", "responsible: unknown\n", outcome{nil, 0, 0, 1}},
		{"the first one", id, source, "responsible: unknown\n", "responsible: [barnforum]\n", outcome{nil, 1, 0, 0}},
		{"the first one after a proposal", id, source, "responsible: [{group: samrad-aldre, status: proposed}]\n", "responsible: [{group: samrad-aldre, status: stated}]\n", outcome{nil, 1, 0, 0}},
		{"by a decision that was not found", id, source, "responsible: [barnforum]\n", "responsible: [{group: samrad-aldre, decision: unknown}]\n", outcome{nil, 0, 0, 1}},
		{"one more", id, source, "responsible: [barnforum]\n", "responsible: [barnforum, samrad-aldre]\n", outcome{[]string{"responsible[1] "}, 0, 1, 0}},
		{"told more of", id, source, "responsible: [barnforum]\n", "responsible: [{group: barnforum, from: 2019, status: stated}]\n", outcome{nil, 1, 0, 0}},
	})
}

func TestIDs(t *testing.T) {
	network, council := "name: Nätverket för måltider\ntype: network\nlevel: local\n", "name: Rådet för trygg hemgång\ntype: working\nlevel: regional\n"
	for _, c := range []struct {
		name       string
		base, head []string
		want       []string
	}{
		{"a former id", []string{"groups/b.yaml", network + "previously: a\n"}, []string{"groups/b.yaml", network + "previously: a\n", "groups/a.yaml", council}, []string{" former"}},
		{"a move back", []string{"groups/b.yaml", network + "previously: a\n"}, []string{"groups/a.yaml", network + "previously: b\n"}, nil},
		{"after a move", []string{"groups/a.yaml", network}, []string{"groups/b.yaml", network + "previously: a\n", "groups/a.yaml", council}, []string{" "}},
		{"another name", []string{"groups/a.yaml", network}, []string{"groups/a.yaml", "name: Kostrådet\ntype: network\nlevel: local\n"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, judgeRule(t, "id-reused", c.base, c.head).found) })
	}
}

func TestMassRemoval(t *testing.T) {
	groups := func(n int, ended string) []string {
		var out []string
		for i := range n {
			out = append(out, fmt.Sprintf("groups/grupp-%d.yaml", i), fmt.Sprintf("name: Grupp %d\ntype: network\n%s", i, ended))
		}
		return out
	}
	const limit = "thresholds.mass_removal "
	for _, c := range []struct {
		name       string
		base, head []string
		want       []string
	}{
		{"removed", groups(5, ""), groups(1, ""), []string{limit}},
		{"ended", groups(5, ""), groups(5, "ended: {date: 2025-04-30, reason: Slut}\n"), []string{limit}},
		{"ended by a decision", groups(5, ""), groups(5, "ended: {date: 2025-04-30, decision: riktlinje}\n"), nil},
		{"too few", groups(3, ""), nil, nil},
		{"too small a share", groups(20, ""), groups(15, ""), nil},
		{"its limit is taken away too", groups(5, ""), []string{"vis.yaml", "schema: 1\nname: Prov\nlanguage: sv\n"}, []string{limit}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, judgeRule(t, "mass-removal", c.base, c.head).found) })
	}
}
