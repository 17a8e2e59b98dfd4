package review_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// recordCase changes one record. What both versions say comes first.
type recordCase struct {
	name, base, head  string
	found             []string
	yes, no, notKnown int
}

func judgeRecord(t *testing.T, rule, file, both string, cases []recordCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := judgeRule(t, rule, []string{file, both + c.base}, []string{file, both + c.head})
			assert.Equal(t, outcome{c.found, c.yes, c.no, c.notKnown}, got)
		})
	}
}

func TestMinutesChangedAfterApproval(t *testing.T) {
	const approved = "minutes: {approved: 2025-04-02}\n"
	judgeRecord(t, "minutes-changed-after-approval", "meetings/barnforum/2025-03-12.yaml", "status: held\n", []recordCase{
		{"an address, a source, an alias", approved, "minutes: {approved: 2025-04-02, url: 'https://exempel.se/protokoll'}\naliases: [Marsmötet]\nsources: [{source: arsrapport-2024, section: '4'}]\n", nil, 1, 0, 0},
		{"what was missing", approved, approved + "place: Söderby\npresent: [organization/hsf]\n", nil, 1, 0, 0},
		{"another participant", approved + "present: [organization/hsf]\n", approved + "present: [organization/hsf, organization/soderby]\n", []string{"present[1] "}, 0, 1, 0},
		{"nobody was absent, and somebody is", approved + "absent: none\n", approved + "absent: [organization/hsf]\n", []string{"absent "}, 0, 1, 0},
		{"the wording of an item", approved + "agenda: [{id: a, title: Årsplan}]\n", approved + "agenda: [{id: a, title: Budget}]\n", []string{"agenda[0].title "}, 0, 1, 0},
		{"the day of approval", approved, "minutes: {approved: 2025-05-02}\n", []string{"minutes.approved "}, 0, 1, 0},
		{"the approval itself", approved, "", []string{" "}, 0, 1, 0},
		{"approved in a month that has begun", "minutes: {approved: 2025-06}\nplace: Norrby\n", "minutes: {approved: 2025-06}\nplace: Söderby\n", nil, 0, 0, 1},
		{"approved only later", "minutes: {approved: 2025-09-01}\nplace: Norrby\n", "minutes: {approved: 2025-09-01}\nplace: Söderby\n", nil, 0, 0, 0},
		{"not known whether approved", "place: Norrby\n", "place: Söderby\n", nil, 0, 0, 1},
		{"without minutes", "minutes: none\nplace: Norrby\n", "minutes: none\nplace: Söderby\n", nil, 0, 0, 0},
	})
}

func TestAttendanceRewritten(t *testing.T) {
	judgeRecord(t, "attendance-rewritten", "meetings/barnforum/2025-03-12.yaml", "", []recordCase{
		{"one more", "status: held\npresent: [organization/hsf]\n", "status: held\npresent: [organization/soderby, organization/hsf]\n", nil, 1, 0, 0},
		{"one instead of another", "status: held\npresent: [organization/hsf]\n", "status: held\npresent: [organization/soderby]\n", []string{"present "}, 0, 1, 0},
		{"from present to absent", "status: held\npresent: [organization/hsf, organization/soderby]\n", "status: held\npresent: [organization/hsf]\nabsent: [organization/soderby]\n", []string{"present went"}, 0, 1, 0},
		{"from absent to present", "status: held\nabsent: [organization/hsf]\n", "status: held\npresent: [organization/hsf]\n", []string{" came"}, 0, 1, 0},
		{"nobody was there after all", "status: held\npresent: [organization/hsf, organization/soderby]\n", "status: held\npresent: none\n", []string{"present ", "present "}, 0, 1, 0},
		{"the answer is taken back", "status: held\npresent: [organization/hsf]\n", "status: held\npresent: unknown\n", nil, 1, 0, 0},
		{"approved", "status: held\nminutes: {approved: 2025-04-02}\npresent: [organization/hsf]\n", "status: held\nminutes: {approved: 2025-04-02}\npresent: [organization/soderby]\n", nil, 0, 0, 0},
		{"planned", "status: planned\npresent: [organization/hsf]\n", "status: planned\npresent: [organization/soderby]\n", nil, 0, 0, 0},
		{"not known whether held", "status: unknown\npresent: [organization/hsf]\n", "status: unknown\npresent: [organization/soderby]\n", nil, 0, 0, 1},
	})
}

func TestMembershipHistoryRewritten(t *testing.T) {
	in := func(entries string) string { return "memberships: [" + entries + "]\n" }
	const ended = "{group: barnforum, seat: ledamot-sodra, from: 2019, until: 2021}"
	judgeRecord(t, "membership-history-rewritten", "representatives/p.yaml", "name: Åke\ntype: official\n", []recordCase{
		{"narrower, and sourced", in(ended), in("{group: barnforum, seat: ledamot-sodra, from: 2019-03, until: 2021-06-30, sources: [{source: arsrapport-2024, section: '4'}]}"), nil, 1, 0, 0},
		{"vaguer", in(ended), in("{group: barnforum, seat: ledamot-sodra, from: 2018..2019, until: 2021}"), nil, 1, 0, 0},
		{"another day", in(ended), in("{group: barnforum, seat: ledamot-sodra, from: 2017, until: 2021}"), []string{"memberships[0].from "}, 0, 1, 0},
		{"removed", in(ended), "", []string{" gone"}, 0, 1, 0},
		{"none after all", in(ended), "memberships: none\n", []string{"memberships gone"}, 0, 1, 0},
		{"reopened", in(ended), in("{group: barnforum, seat: ledamot-sodra, from: 2019}"), []string{"memberships[0] reopen"}, 0, 1, 0},
		{"the last day became unknown", in(ended), in("{group: barnforum, seat: ledamot-sodra, from: 2019, until: unknown}"), []string{"memberships[0].until reopen"}, 0, 1, 0},
		{"may go on", in("{group: barnforum, seat: ledamot-sodra, from: 2019, until: 2025}"), in("{group: barnforum, seat: ledamot-sodra, from: 2017, until: 2025}"), nil, 0, 0, 0},
		{"it ends now", in("{group: barnforum, seat: ledamot-sodra, from: 2019}"), in(ended), nil, 0, 0, 0},
	})
}

func TestMembershipWithoutDecision(t *testing.T) {
	person := func(entries string) string { return "name: Åke\ntype: official\nmemberships: [" + entries + "]\n" }
	for _, c := range []recordCase{
		{"begins", person(""), person("{group: samrad-aldre, role: member, from: 2025-02-10}"), []string{"memberships[0] "}, 0, 1, 0},
		{"begins by a decision that is not found", person(""), person("{group: samrad-aldre, role: member, from: 2025-02-10, decision: unknown}"), nil, 0, 0, 1},
		{"begins by a decision of another body", person(""), person("{group: samrad-aldre, role: member, from: 2025-02-10, decision: anslutning-osterby}"), nil, 0, 0, 1},
		{"begins by a decision of a body that may not", person(""), person("{group: samrad-aldre, role: member, from: 2025-02-10, decision: ny-ledamot}"), []string{"memberships[0].decision body"}, 0, 1, 0},
		{"ends", person("{group: samrad-aldre, role: member, from: 2025-02-10}"), person("{group: samrad-aldre, role: member, from: 2025-02-10, until: 2025-05-31, decision: avgang}"), nil, 1, 0, 0},
		{"ends without a decision", person("{group: samrad-aldre, role: member, from: 2025-02-10}"), person("{group: samrad-aldre, role: member, from: 2025-02-10, until: 2025-05-31}"), []string{"memberships[0] left"}, 0, 1, 0},
		{"loses its decision", person("{group: samrad-aldre, role: member, from: 2025-02-10, decision: riktlinje}"), person("{group: samrad-aldre, role: member, from: 2025-02-10}"), []string{"memberships[0] "}, 0, 1, 0},
		{"is removed", person("{group: samrad-aldre, role: member, from: 2025-02-10}"), person(""), []string{"memberships gone"}, 0, 1, 0},
		{"before anybody was competent", person(""), person("{group: samrad-aldre, role: member, from: 2020-01-01}"), nil, 0, 0, 1},
		{"only later", person(""), person("{group: samrad-aldre, role: member, from: 2026-01-01}"), nil, 0, 0, 0},
		{"in a group that needs none", person(""), person("{group: barnforum, role: member, from: 2025-02-10}"), nil, 0, 0, 0},
		{"only a source", person("{group: samrad-aldre, role: member, from: 2025-02-10}"), person("{group: samrad-aldre, role: member, from: 2025-02-10, sources: [{source: arsrapport-2024, section: '5'}]}"), nil, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			decision := []string{"decisions/ny-ledamot.yaml", "title: Ny ledamot\nstate: decided\nmatter: staffing\nbody: group/barnforum\ndate: 2025-02-01\n",
				"decisions/avgang.yaml", "title: Avgång\nstate: decided\nmatter: staffing\nbody: group/tjanstemannastyrgruppen\ndate: 2025-05-20\n"}
			got := judgeRule(t, "membership-without-decision", append(decision, "representatives/p.yaml", c.base), append(decision, "representatives/p.yaml", c.head))
			assert.Equal(t, outcome{c.found, c.yes, c.no, c.notKnown}, got)
		})
	}
}

func TestStatusWentBack(t *testing.T) {
	judgeRecord(t, "status-went-back", "groups/n.yaml", "name: Nätverk\ntype: network\n", []recordCase{
		{"further on", "history: [{status: planned, date: 2023}]\n", "history: [{status: planned, date: 2023}, {status: established, date: 2024}]\n", nil, 1, 0, 0},
		{"an entry is removed", "history: [{status: planned, date: 2023}, {status: established, date: 2024}]\n", "history: [{status: planned, date: 2023}]\n", []string{"history "}, 0, 1, 0},
		{"an entry is moved to a day to come", "history: [{status: planned, date: 2023}, {status: established, date: 2024}]\n", "history: [{status: planned, date: 2023}, {status: established, date: 2027}]\n", []string{"history[1].date "}, 0, 1, 0},
		{"a new entry leads back", "history: [{status: established, date: 2024}]\n", "history: [{status: established, date: 2024}, {status: planned, date: 2025-02, decision: riktlinje}]\n", []string{"history[1] "}, 0, 1, 0},
		{"wakes", "history: [{status: active, date: 2023}, {status: dormant, date: 2024}]\n", "history: [{status: active, date: 2023}, {status: dormant, date: 2024}, {status: active, date: 2025-02}]\n", nil, 1, 0, 0},
		{"reopened", "ended: {date: 2024}\n", "", []string{" "}, 0, 1, 0},
		{"reopened by a decision", "ended: {date: 2024}\n", "history: [{status: active, date: 2025-02, decision: riktlinje}]\n", nil, 1, 0, 0},
		{"reopened by a decision that is not found", "ended: {date: 2024}\n", "history: [{status: active, date: 2025-02, decision: unknown}]\n", nil, 0, 0, 1},
		{"its first history", "", "history: [{status: established, date: 2024}]\n", nil, 0, 0, 0},
		{"uncertain before", "history: [{status: planned, date: 2023}, {status: established, date: 2025}]\n", "history: [{status: planned, date: 2023}]\n", nil, 0, 0, 1},
		{"uncertain after", "history: [{status: planned, date: 2023}, {status: established, date: 2025-02}]\n", "history: [{status: planned, date: 2023}, {status: established, date: 2025}]\n", nil, 0, 0, 1},
	})
	judgeRecord(t, "status-went-back", "decisions/b.yaml", "title: Beslut\n", []recordCase{
		{"a proposal again", "state: decided\n", "state: proposed\n", []string{"state decision"}, 0, 1, 0},
		{"rejected, then tabled", "state: rejected\n", "state: tabled\n", []string{"state decision"}, 0, 1, 0},
		{"rejected instead", "state: decided\n", "state: rejected\n", nil, 1, 0, 0},
		{"tabled, then a proposal", "state: tabled\n", "state: proposed\n", nil, 0, 0, 0},
		{"taken back", "state: decided\n", "state: unknown\n", nil, 0, 0, 0},
	})
}
