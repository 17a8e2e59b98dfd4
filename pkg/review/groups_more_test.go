package review_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/example"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
)

func TestGroupHistoryRewritten(t *testing.T) {
	in := func(entries string) string { return "history: [" + entries + "]\n" }
	const planned, established = "{status: planned, date: 2023}", "{status: established, date: 2024, decision: riktlinje}"
	judgeRecord(t, "group-history-rewritten", "groups/n.yaml", "name: Nätverk\ntype: network\n", []recordCase{
		{"narrower", in(planned + ", " + established), in(planned + ", {status: established, date: 2024-02-01, decision: riktlinje}"), nil, 1, 0, 0},
		{"an earlier status is added", in(established), in(planned + ", " + established), nil, 0, 0, 0},
		{"an earlier one is removed", in(planned + ", " + established), in(established), []string{"history gone"}, 0, 1, 0},
		{"another day", in(planned + ", " + established), in("{status: planned, date: 2022}, " + established), []string{"history[0].date "}, 0, 1, 0},
		{"another decision", in(established), in("{status: established, date: 2024, decision: handlingsplan}"), []string{"history[0].decision "}, 0, 1, 0},
		{"a plan is moved", in("{status: established, due: 2026}"), in("{status: established, due: 2027}"), nil, 0, 0, 0},
		{"what has not come is removed", in(established + ", {status: active, date: 2027}"), in(established), nil, 1, 0, 0},
		{"the last one is removed", in(planned + ", " + established), in(planned), nil, 1, 0, 0},
		{"not certain whether reached", in("{status: planned, date: 2023}, {status: established, date: 2025}"), in("{status: planned, date: 2023}, {status: established, date: 2022}"), nil, 0, 0, 1},
		{"all of it", in(planned + ", " + established), "history: none\n", []string{"history gone", "history gone"}, 0, 2, 0},
		{"another end", "ended: {date: 2024}\n", "ended: {date: 2023}\n", []string{"ended.date end"}, 0, 1, 0},
		{"another end to come", "ended: {date: 2026}\n", "ended: {date: 2027}\n", nil, 1, 0, 0},
	})
}

func TestDecisionRewritten(t *testing.T) {
	judgeRecord(t, "decision-rewritten", "decisions/b.yaml", "", []recordCase{
		{"what was missing, and a narrower day", "title: B\nstate: decided\ndate: 2025\n", "title: B\nstate: decided\ndate: 2025-02-01\nbody: group/barnforum\nmatter: staffing\n", nil, 1, 0, 0},
		{"another day", "title: B\nstate: decided\ndate: 2025-02-01\n", "title: B\nstate: decided\ndate: 2025-02-02\n", []string{"date "}, 0, 1, 0},
		{"another body and matter", "title: B\nstate: decided\nbody: group/barnforum\nmatter: plan\n", "title: B\nstate: decided\nbody: group/samrad-aldre\nmatter: staffing\n", []string{"body ", "matter "}, 0, 1, 0},
		{"another result", "title: B\nstate: decided\n", "title: B\nstate: rejected\n", []string{"state "}, 0, 1, 0},
		{"another title", "title: Uppdrag om munhälsa\nstate: decided\n", "title: Uppdrag om tandhälsa\nstate: decided\n", []string{"title text"}, 0, 1, 0},
		{"a translated title", "title: Uppdrag\nstate: decided\n", "title: {sv: Uppdrag, en: Assignment}\nstate: decided\n", nil, 1, 0, 0},
		{"something more", "title: B\nstate: decided\nconcerns: [group/barnforum]\n", "title: B\nstate: decided\nconcerns: [group/barnforum, group/samrad-aldre]\n", nil, 1, 0, 0},
		{"something else", "title: B\nstate: decided\nconcerns: [group/barnforum]\n", "title: B\nstate: decided\nconcerns: [group/samrad-aldre]\n", []string{"concerns gone"}, 0, 1, 0},
		{"taken back", "title: B\nstate: decided\nbody: group/barnforum\n", "title: B\nstate: decided\nbody: unknown\n", nil, 1, 0, 0},
		{"a proposal", "title: B\nstate: proposed\ndate: 2025-02-01\n", "title: B\nstate: decided\ndate: 2025-02-02\n", nil, 0, 0, 0},
		{"a proposal again, by another rule", "title: B\nstate: decided\ndate: 2025-02-01\n", "title: B\nstate: proposed\ndate: 2025-02-02\n", nil, 0, 0, 0},
	})
}

func TestSeatRemoved(t *testing.T) {
	judgeRecord(t, "seat-removed", "groups/n.yaml", "name: Nätverk\ntype: network\nsources: [{source: arsrapport-2024, section: '4'}]\n", []recordCase{
		{"held", "seats: [{id: a, role: member, side: region, holder: unknown}, {id: b, role: member, side: municipal}]\n", "seats: [{id: b, role: member, side: municipal}]\n", []string{"seats "}, 0, 1, 0},
		{"vacant", "seats: [{id: a, role: member, side: region, holder: none}]\n", "", []string{" vacant"}, 0, 1, 0},
		{"none at all", "seats: [{id: a, role: member, side: region, holder: none}]\n", "seats: none\n", []string{"seats vacant"}, 0, 1, 0},
		{"the answer is taken back", "seats: [{id: a, role: member, side: region}]\n", "seats: unknown\n", nil, 0, 0, 0},
		{"fewer", "seats: [{id: a, role: member, side: region, count: 4}]\n", "seats: [{id: a, role: member, side: region, count: 2}]\n", []string{"seats[0].count fewer"}, 0, 1, 0},
		{"one of several", "seats: [{id: a, role: member, side: region, count: 2}]\n", "seats: [{id: a, role: member, side: region}]\n", []string{"seats[0] fewer"}, 0, 1, 0},
		{"a number within", "seats: [{id: a, role: member, side: region, count: {min: 2, max: 4}}]\n", "seats: [{id: a, role: member, side: region, count: 2}]\n", nil, 0, 0, 0},
		{"one by one", "seats: [{id: a, role: member, side: region, count: 2}]\n", "seats: [{id: b, role: member, side: region}, {id: c, role: member, side: region}]\n", nil, 1, 0, 0},
		{"with another role", "seats: [{id: a, role: member, side: region}]\n", "seats: [{id: a, role: member, side: region, until: 2025-01-31}, {id: b, role: adjunct, side: region}]\n", nil, 0, 0, 0},
		{"had ended", "seats: [{id: a, role: member, side: region, until: 2024-12-31}]\n", "", nil, 0, 0, 0},
	})
}

func TestClosedWithResponsibilities(t *testing.T) {
	const rule = "closed-with-responsibilities"
	judgeRecord(t, rule, "groups/f.yaml", "name: Forum\ntype: joint-forum\n", []recordCase{
		{"without a word", "", "ended: {date: 2025-01-31}\n", []string{"responsibilities unlisted"}, 0, 1, 0},
		{"nothing to hand over", "", "responsibilities: none\nended: {date: 2025-01-31}\n", nil, 1, 0, 0},
		{"to whom is not known", "", "responsibilities: [{id: a, to: unknown}]\nended: {date: 2025-01-31}\n", nil, 0, 0, 1},
		{"too late", "", "responsibilities: [{id: a, to: [{group: samrad-aldre}], transferred: 2025-03-01}]\nended: {date: 2025-01-31}\n", []string{"responsibilities[0].transferred late"}, 0, 1, 0},
		{"only later", "", "ended: {date: 2026-01-31}\n", nil, 0, 0, 0},
		{"closed before", "ended: {date: 2025}\n", "ended: {date: 2024}\n", []string{"responsibilities unlisted"}, 0, 1, 0},
		{"it was so", "ended: {date: 2024}\n", "ended: {date: 2024, reason: Klart.}\n", nil, 0, 0, 0},
	})
	agreement := []string{"agreements/o.yaml", "title: Överenskommelsen\ntype: agreement\nresponsible: [f]\nsources: [{source: arsrapport-2024, section: '2'}]\n"}
	got := judgeRule(t, rule, append(agreement, "groups/f.yaml", "name: Forum\ntype: joint-forum\n"), append(agreement, "groups/f.yaml", "name: Forum\ntype: joint-forum\nresponsibilities: none\nended: {date: 2025-01-31}\n"))
	assert.Equal(t, outcome{[]string{"responsible[0] agreement"}, 0, 1, 0}, got, "an agreement still points to the forum")
}

func TestCoverageLost(t *testing.T) {
	forum := func(rest string) string { return "name: Munhälsa\ntype: municipal-forum\n" + rest }
	const vocabulary = "subject_areas:\n  - {id: munhalsa, sv: Munhälsa, en: Oral health}\nage_groups: [{id: unga, sv: Unga, en: Young people, from: 13, to: 17}]\n"
	for _, c := range []recordCase{
		{"a forum has another area", forum("subject_areas: [munhalsa]\n"), forum("subject_areas: none\n"), []string{"subject_areas group"}, 0, 1, 0},
		{"which area is no longer known", forum("subject_areas: [munhalsa]\n"), forum("subject_areas: unknown\n"), nil, 0, 0, 1},
		{"the forum ends", forum("subject_areas: [munhalsa]\n"), forum("subject_areas: [munhalsa]\nended: {date: 2025-01-31}\n"), []string{"ended group"}, 0, 1, 0},
		{"the forum ends later", forum("subject_areas: [munhalsa]\n"), forum("subject_areas: [munhalsa]\nended: {date: 2026-01-31}\n"), nil, 0, 0, 0},
		{"whether the forum was there is not known", forum("subject_areas: [munhalsa]\nhistory: [{status: active, date: 2025}]\n"), forum("history: [{status: active, date: 2025}]\n"), nil, 0, 0, 1},
		{"other ages", forum("target_groups: [{ages: {from: 10, to: 19}}]\n"), forum("target_groups: [{ages: {from: 15}}]\n"), []string{"target_groups group"}, 0, 1, 0},
		{"narrower ages that still do", forum("target_groups: [{ages: {from: 10, to: 19}}]\n"), forum("target_groups: [{ages: {from: 12, to: 18}}]\n"), nil, 0, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := judgeRule(t, "coverage-lost",
				[]string{"vocabulary.yaml", vocabulary, "groups/n.yaml", c.base, "groups/barnforum.yaml", "name: Barnforum\ntype: joint-forum\n", "groups/samrad-aldre.yaml", "name: Samråd\ntype: consultation\n", "agreements/trygg-hemgang.yaml", "title: Trygg hemgång\ntype: agreement\n"},
				[]string{"vocabulary.yaml", vocabulary, "groups/n.yaml", c.head, "groups/barnforum.yaml", "name: Barnforum\ntype: joint-forum\n", "groups/samrad-aldre.yaml", "name: Samråd\ntype: consultation\n", "agreements/trygg-hemgang.yaml", "title: Trygg hemgång\ntype: agreement\n"})
			assert.Equal(t, outcome{c.found, c.yes, c.no, c.notKnown}, got)
		})
	}
}

// TestTwins keeps what a change rule and its twin decide to one finding.
func TestTwins(t *testing.T) {
	told, ok := review.Find("closed-with-responsibilities")
	assert.True(t, ok)
	for _, r := range review.Catalogue() {
		if r.Twin != "" {
			twin, _, ok := rules.Find(r.Twin)
			assert.True(t, ok, "%s names no record rule", r.ID)
			for variant := range r.Messages {
				if variant != "gone" { // a membership that is removed leaves no record to judge
					assert.Contains(t, twin.Messages, variant, r.ID)
				}
			}
		}
	}
	for _, r := range review.Catalogue() {
		if r.Twin == "" {
			continue
		}
		small, e := parse(t, rules.BaseExample()), parse(t, r.Example)
		twin, _, _ := rules.Find(r.Twin)
		report := &rule.Report{Spec: twin.Spec}
		twin.Check(viewOf(t, small, e, e.Side("fail")), report)
		assert.NotEmpty(t, report.Findings, "%s finds nothing where %s does", r.Twin, r.ID)
		o := &review.Outcome{Findings: judge(t, small, e, e.Side("base"), e.Side("fail"))}
		assert.Empty(t, o.Untold(report.Findings))
	}
	twin := &rule.Spec{ID: told.Twin}
	place := rule.Place{File: "groups/f.yaml"}
	elsewhere := rule.Place{File: "groups/g.yaml"}
	o := &review.Outcome{Findings: []*rule.Finding{{Spec: told.Spec, Place: place, Variant: "unlisted"}}}
	same := &rule.Finding{Spec: twin, Place: place, Variant: "unlisted"}
	other := &rule.Finding{Spec: twin, Place: elsewhere, Variant: "unlisted"}
	foreign := &rule.Finding{Spec: &rule.Spec{ID: "area-without-group"}, Place: place, Variant: "unlisted"}
	assert.Equal(t, []*rule.Finding{other, foreign}, o.Untold([]*rule.Finding{same, other, foreign}))
}

// viewOf is the small registry with some files laid over it, on the day of an
// example.
func viewOf(t *testing.T, small, e *example.Example, overlay []example.File) *registry.View {
	t.Helper()
	loaded, err := load.Registry(context.Background(), example.FS(small.Files, overlay))
	require.NoError(t, err)
	day, err := edtf.ParseDay(e.AsOf)
	require.NoError(t, err)
	return loaded.Registry.At(day, day)
}
