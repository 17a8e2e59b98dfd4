package review_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// decided is a decision of the small registry's steering group.
func decided(matter, date string) string {
	return "title: Ändrad riktlinje\nstate: decided\nmatter: " + matter + "\nbody: group/tjanstemannastyrgruppen\ndate: " + date + "\n"
}

func TestGuideline(t *testing.T) {
	const head = "name: Riktlinje för prov\ndecision: riktlinje\n"
	const inForce = "in_force: {from: 2025-01-01}\n"
	core := func(value, rest string) string {
		return head + inForce + "core: {value: {" + value + "}, " + rest + "}\n"
	}
	const byDecision = "status: decided, decision: riktlinje"
	groups := func(list, rest string) string {
		return head + inForce + "consultation_groups: {value: [" + list + "], " + rest + "}\n"
	}
	const path = "core.value.size"
	for _, c := range []struct {
		name, base, head string
		files            []string // that the newer snapshot has besides
		want             outcome
	}{
		{"no new decision", core("size: 4", byDecision), core("size: 6", byDecision), nil, outcome{[]string{path + " "}, 0, 1, 0}},
		{"a new decision", core("size: 4", byDecision), core("size: 6", "status: decided, decision: ny"), []string{"decisions/ny.yaml", decided("guideline", "2025-05-05")}, outcome{nil, 1, 0, 0}},
		{"a decision of the same day", core("size: 4", byDecision), core("size: 6", "status: decided, decision: ny"), []string{"decisions/ny.yaml", decided("guideline", "2024-11-14")}, outcome{nil, 1, 0, 0}},
		{"an older decision", core("size: 4", byDecision), core("size: 6", "status: decided, decision: ny"), []string{"decisions/ny.yaml", decided("guideline", "2023-05-05")}, outcome{[]string{path + " older"}, 0, 1, 0}},
		{"a decision in another matter", core("size: 4", byDecision), core("size: 6", "status: decided, decision: ny"), []string{"decisions/ny.yaml", decided("plan", "2025-05-05")}, outcome{[]string{path + " matter"}, 0, 1, 0}},
		{"a decision in an unknown matter", core("size: 4", byDecision), core("size: 6", "status: decided, decision: ny"), []string{"decisions/ny.yaml", decided("unknown", "2025-05-05")}, outcome{nil, 0, 0, 1}},
		{"a decision that is not taken", core("size: 4", byDecision), core("size: 6", "status: decided, decision: ny"), []string{"decisions/ny.yaml", "title: Ny\nstate: proposed\nmatter: guideline\n"}, outcome{[]string{path + " proposed"}, 0, 1, 0}},
		{"a decision that is not known", core("size: 4", byDecision), core("size: 6", "status: decided, decision: unknown"), nil, outcome{nil, 0, 0, 1}},
		{"by the guideline's own decision", core("size: 4", "status: decided"), core("size: 6", "status: decided"), nil, outcome{[]string{path + " "}, 0, 1, 0}},
		{"decided no more", core("size: 4", byDecision), core("size: 4", "status: observed"), nil, outcome{[]string{"core.status "}, 0, 1, 0}},
		{"unknown", core("size: 4", byDecision), head + inForce + "core: {value: unknown, " + byDecision + "}\n", nil, outcome{[]string{"core.value "}, 0, 1, 0}},
		{"removed", core("size: 4", byDecision), head + inForce, nil, outcome{[]string{" "}, 0, 1, 0}},
		{"until a day", core("size: 4", byDecision), core("size: 4", byDecision+", until: 2025-12-31"), nil, outcome{[]string{"core.until "}, 0, 1, 0}},
		{"an entry that came", groups("samrad-aldre", byDecision), groups("samrad-aldre, barnforum", byDecision), nil, outcome{[]string{"consultation_groups.value[1] "}, 0, 1, 0}},
		{"an entry that went", groups("samrad-aldre, barnforum", byDecision), groups("samrad-aldre", byDecision), nil, outcome{[]string{"consultation_groups.value "}, 0, 1, 0}},
		{"another order", groups("samrad-aldre, barnforum", byDecision), groups("barnforum, samrad-aldre", byDecision), nil, outcome{}},
		{"only proposed", core("size: 4", "status: proposed"), core("size: 6", "status: proposed"), nil, outcome{}},
		{"only observed", core("size: 4", "status: observed"), core("size: 6", "status: observed"), nil, outcome{}},
		{"proposed and now decided", core("size: 4", "status: proposed"), core("size: 4", byDecision), nil, outcome{}},
		{"more exact", core("size: 4, from: 2025", byDecision), core("size: 4, per_side: 2, from: 2025-03-01", byDecision), nil, outcome{}},
		{"vaguer", core("size: 4, from: 2025-03-01", byDecision), core("size: 4, from: 2025", byDecision), nil, outcome{}},
		{"a source and a note", core("size: 4", byDecision), core("size: 4", byDecision+", note: Se protokollet, sources: [{source: protokoll-2024-11-14}]"), nil, outcome{}},
		{"a new parameter", head + inForce, core("size: 4", byDecision), nil, outcome{}},
		{"not in force yet", "name: Riktlinje för prov\nin_force: {from: 2026-01-01}\ncore: {value: {size: 4}, status: decided}\n", "name: Riktlinje för prov\nin_force: {from: 2026-01-01}\ncore: {value: {size: 6}, status: decided}\n", nil, outcome{}},
		{"perhaps in force", "name: Riktlinje för prov\nin_force: {from: 2025..2026}\ncore: {value: {size: 4}, status: decided}\n", "name: Riktlinje för prov\nin_force: {from: 2025..2026}\ncore: {value: {size: 6}, status: decided}\n", nil, outcome{nil, 0, 0, 1}},
		{"in force for a shorter time", head + inForce, head + "in_force: {from: 2025-01-01, until: 2025-05-01}\n", nil, outcome{[]string{"in_force.until time"}, 0, 1, 0}},
		{"ended by a decision", head + inForce, head + inForce + "ended: {date: 2025-12-31, decision: ny}\n", []string{"decisions/ny.yaml", decided("guideline", "2025-05-05")}, outcome{nil, 1, 0, 0}},
		{"replaced by another", head + inForce, head + "in_force: {from: 2025-01-01, until: 2025-05-31}\n", []string{
			"guidelines/ny.yaml", "name: Ny riktlinje\nreplaces: [riktlinje]\nin_force: {from: 2025-06-01}\ndecision: ny\n", "decisions/ny.yaml", decided("guideline", "2025-05-05"),
		}, outcome{nil, 2, 0, 0}},
		{"replaced without a decision", head + inForce, head + "in_force: {from: 2025-01-01, until: 2025-05-31}\n", []string{
			"guidelines/ny.yaml", "name: Ny riktlinje\nreplaces: [riktlinje]\nin_force: {from: 2025-06-01}\n",
		}, outcome{[]string{" instead", "in_force.until time"}, 0, 2, 0}},
	} {
		t.Run(c.name, func(t *testing.T) {
			const file = "guidelines/riktlinje.yaml"
			assert.Equal(t, c.want, judgeRule(t, "guideline-changed-without-decision", []string{file, c.base}, append([]string{file, c.head}, c.files...)))
		})
	}
}

func TestVocabulary(t *testing.T) {
	const file = "vocabulary.yaml"
	terms := func(rest string) string {
		return "subregions:\n  - {id: norra, sv: Norra länet}\n  - {id: sodra, sv: Södra länet}\nfunctions:\n" + rest
	}
	const school = "  - {id: skola, sv: Skola}\n"
	const id = "vocabulary-term-removed"
	using := []string{ringFile, ring + "seats: [{id: a, role: member, function: [skola]}]\nended: {date: 2020}\n"}
	for _, c := range []struct {
		name       string
		base, head []string
		want       outcome
	}{
		{"used by nobody", []string{file, terms(school)}, []string{file, terms("  - {id: halsa, sv: Hälsa}\n")}, outcome{nil, 1, 0, 0}},
		{"used by what has ended", append([]string{file, terms(school)}, using...), append([]string{file, terms("  []\n")}, using...), outcome{[]string{" "}, 0, 1, 0}},
		{"used before", append([]string{file, terms(school)}, using...), []string{file, terms("  []\n"), ringFile, ring + "ended: {date: 2020}\n"}, outcome{[]string{" used"}, 0, 1, 0}},
		{"another id", append([]string{file, terms(school)}, using...), append([]string{file, terms("  - {id: skolan, sv: Skola}\n")}, using...), outcome{[]string{"functions "}, 0, 1, 0}},
		{"other words", append([]string{file, terms(school)}, using...), append([]string{file, terms("  - {id: skola, sv: Skola och förskola}\n")}, using...), outcome{}},
		{"as a subregion that is represented", []string{file, terms(school)}, []string{file, "subregions:\n  - {id: norra, sv: Norra länet}\nfunctions:\n" + school}, outcome{[]string{"subregions "}, 0, 1, 0}},
		{
			"as a possible answer", []string{file, "subregions: [{id: vastra, sv: Västra}, {id: norra, sv: N}, {id: sodra, sv: S}]\n", "organizations/vasterby.yaml", "name: Västerby\ntype: municipality\nsubregion: {is: unknown, candidates: [vastra]}\n"},
			[]string{file, "subregions: [{id: norra, sv: N}, {id: sodra, sv: S}]\n", "organizations/vasterby.yaml", "name: Västerby\ntype: municipality\nsubregion: {is: unknown, candidates: [vastra]}\n"}, outcome{[]string{"subregions "}, 0, 1, 0},
		},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, judgeRule(t, id, c.base, c.head)) })
	}
}

func TestDeadlines(t *testing.T) {
	const id = "deadline-moved"
	plan := func(due string) string {
		return "title: Plan\ntype: annual\nowner: group/barnforum\nperiod: 2025\nactivities: [{id: a, title: Inventera, due: " + due + "}]\n"
	}
	decision := func(rest string) string { return "title: Inventering\nstate: proposed\ndeadline: " + rest + "\n" }
	group := func(due string) string {
		return "name: Samråd om prov\ntype: joint-forum\nhistory: [{status: planned, date: 2024}, {status: established, due: " + due + "}]\n"
	}
	const planFile, decisionFile, groupFile = "plans/prov.yaml", "decisions/prov.yaml", "groups/prov.yaml"
	runEvidence(t, id, []evidenceCase{
		{"later", planFile, plan("2025-09-01"), plan("2025-10-01"), outcome{[]string{"activities[0].due "}, 0, 1, 0}},
		{"earlier", planFile, plan("2025-09-01"), plan("2025-08-01"), outcome{[]string{"activities[0].due earlier"}, 0, 1, 0}},
		{"either", planFile, plan("2025-08..2025-10"), plan("2025-09..2025-12"), outcome{[]string{"activities[0].due either"}, 0, 1, 0}},
		{"without end", planFile, plan("2025-09-01"), plan("2025-10-01.."), outcome{[]string{"activities[0].due open"}, 0, 1, 0}},
		{"more exact", planFile, plan("2025-09"), plan("2025-09-01"), outcome{nil, 1, 0, 0}},
		{"less exact", planFile, plan("2025-09-01"), plan("2025-09"), outcome{nil, 1, 0, 0}},
		{"unknown before", planFile, plan("unknown"), plan("2025-09-01"), outcome{}},
		{"a status", groupFile, group("2025"), group("2026"), outcome{[]string{"history[1].due "}, 0, 1, 0}},
		{"a first meeting instead of a day", decisionFile, decision("2025-06-30"), decision("{first_meeting_of: tjanstemannastyrgruppen, in: 2025-autumn}"), outcome{[]string{"deadline "}, 0, 1, 0}},
	})
	t.Run("a first meeting that moves", func(t *testing.T) {
		group := "name: Gruppen för prov\ntype: joint-forum\ncomplete: {meetings: {from: 2025-01-01, until: 2026-12-31}}\n"
		meeting := func(date string) []string {
			return []string{"groups/prov.yaml", group, "decisions/prov.yaml", decision("{first_meeting_of: prov, in: 2025-autumn}"), "meetings/prov/ett.yaml", "status: planned\ngroup: prov\ndate: " + date + "\n"}
		}
		assert.Equal(t, outcome{[]string{"deadline "}, 0, 1, 0}, judgeRule(t, id, meeting("2025-09-04"), meeting("2025-10-09")))
		assert.Equal(t, outcome{nil, 1, 0, 0}, judgeRule(t, id, meeting("2025-09-04"), meeting("unknown")))
	})
}
