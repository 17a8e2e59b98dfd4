package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const inForce = "type: agreement\nentry_into_force: {actual: 2020-01-01}\nsources: [{source: arsrapport, section: \"1\"}]\n"

func TestStewardship(t *testing.T) {
	v := view(t, map[string]string{
		"groups/samrad-a.yaml":     "name: A\ntype: consultation\n",
		"groups/samrad-b.yaml":     "name: B\ntype: consultation\n",
		"agreements/decided.yaml":  "title: Decided\n" + inForce + "responsible: [{group: samrad-a, status: decided}]\nconsulted: [{group: samrad-b, status: stated}]\nfollow_up: none\n",
		"agreements/proposed.yaml": "title: Proposed\n" + inForce + "responsible: [{group: samrad-a, status: proposed, reason: Skäl}]\n",
		"agreements/nobody.yaml":   "title: Nobody\n" + inForce + "responsible: none\n",
		"agreements/unknown.yaml":  "title: Unknown\n" + inForce + "responsible: {is: unknown, candidates: [samrad-a, samrad-b], reason: Ingen vet}\n",
		"agreements/addition.yaml": "title: Addition\ntype: supplement\nsupplements: decided\nentry_into_force: {actual: 2020-01-01}\n",
		"agreements/later.yaml":    "title: Later\ntype: agreement\nentry_into_force: {actual: 2027-01-01}\n",
	})
	all := read(part(t, v, "stewardship", "agreements"))
	assert.Contains(t, all, []string{"Decided", "agreement", "yes", "A", "decided", "", "B", "", "arsrapport, section 1"})
	assert.Contains(t, all, []string{"Proposed", "agreement", "cannot be told", "", "", "A", "", "", ""})
	without := part(t, v, "stewardship", "without-responsible")
	assert.Contains(t, read(without), []string{"Nobody", "yes", "", "", ""})
	assert.Contains(t, read(without), []string{"Unknown", "cannot be told", "", "A and B", "Ingen vet"})
	assert.Contains(t, read(without), []string{"Proposed", "cannot be told", "A", "", "Skäl"})
	for _, row := range append(all, read(without)...) {
		assert.NotEqual(t, "Later", row[0], "it is not yet in force")
	}
	several := read(part(t, v, "stewardship", "several-groups"))
	assert.Contains(t, several, []string{"Decided", "2", "A and B", "yes"})
	assert.Contains(t, several, []string{"Unknown", "2", "A and B", "cannot be told"})
	assert.Contains(t, read(part(t, v, "stewardship", "overlaps")), []string{"agreement and supplement", "Decided", "2", "Addition and Decided", "A"})
	follow := read(part(t, v, "stewardship", "follow-up"))
	assert.Contains(t, follow, []string{"Decided", "no", "", "", "no", "cannot be told", "", "arsrapport, section 1"})
	assert.Contains(t, follow, []string{"Nobody", "cannot be told", "", "", "cannot be told", "cannot be told", "", ""})
}

func TestKnowledgeThatIsNotApproved(t *testing.T) {
	v := view(t, map[string]string{
		"groups/rpo.yaml":   "name: RPO\ntype: knowledge\n",
		"groups/forum.yaml": "name: Forum\ntype: joint-forum\nknowledge:\n  - {group: rpo, link: personal, person: p}\n  - {kind: NAG, link: unknown}\nsources: [{source: arsrapport, section: \"1\"}]\n",
		"representatives/p.yaml": "name: P\ntype: official\nmemberships:\n" +
			"  - {group: rpo, on_behalf_of: organization/norrby, from: 2020-01-01, until: 2030-12-31}\n" +
			"  - {group: rpo, on_behalf_of: organization/norrby, from: 2020-01-01, until: 2030-12-31, approved_by: unknown}\n" +
			"  - {group: rpo, on_behalf_of: organization/norrby, from: 2020-01-01, until: 2030-12-31, approved_by: {group: styrgruppen, date: 2021-01-01}}\n",
	})
	var approved, late []string
	for _, row := range read(part(t, v, "knowledge", "approvals")) {
		approved, late = append(approved, row[4]), append(late, row[7])
	}
	assert.Equal(t, []string{"no", "cannot be told", "cannot be told"}, approved)
	assert.Equal(t, []string{"", "", "no"}, late, "it began before it was approved")
	for _, row := range read(part(t, v, "knowledge", "forums")) {
		if row[0] == "Forum" {
			assert.Equal(t, []string{"0", "1", "0", "1", "cannot be told"}, row[2:7], "the nature of one link is not known")
		}
	}
}

func TestNamesThatAreOnlyProposed(t *testing.T) {
	v := view(t, map[string]string{
		"decisions/namn.yaml": "title: Namn\nstate: proposed\nbody: group/styrgruppen\n",
		"groups/g.yaml": "names:\n  - {name: Gammalt, until: 2020-12-31}\n  - {name: Nuvarande, short_name: Nu, from: 2021-01-01}\n" +
			"  - {name: Blivande, from: 2027-01-01}\n  - {name: Tänkt, decision: namn}\ntype: working\nends: [2026-01-01]\nhistory: [{status: active, date: 2020-01-01}]\nsources: [{source: arsrapport, section: \"1\"}]\n",
	})
	var standing []string
	for _, row := range read(part(t, v, "names", "over-time")) {
		if row[0] == "Nu" {
			standing = append(standing, row[1]+": "+row[3])
		}
	}
	assert.Equal(t, []string{"Gammalt: former", "Nuvarande: in use", "Blivande: to come", "Tänkt: proposed"}, standing)
	var late []string
	for _, row := range read(part(t, v, "local", "working-groups")) {
		if row[0] == "Nu" {
			late = row
		}
	}
	assert.Equal(t, []string{"yes", "325"}, late[5:7])
}
