package review_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/example"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/rules"
)

// outcome of one rule: its findings with their variants, and how many of its
// subjects held, broke it and could not be told.
type outcome struct {
	found             []string
	yes, no, notKnown int
}

// judgeRule runs one rule on the change from the small registry with some files
// laid over it (path, content, path, content …) to the same with others.
func judgeRule(t *testing.T, id string, base, head []string) outcome {
	t.Helper()
	small := parse(t, rules.BaseExample())
	view := func(files []string) *registry.View {
		var overlay []example.File
		for i := 0; i < len(files); i += 2 {
			overlay = append(overlay, example.File{Path: files[i], Text: files[i+1]})
		}
		loaded, err := load.Registry(context.Background(), example.FS(small.Files, overlay))
		require.NoError(t, err)
		require.Empty(t, loaded.Findings)
		day := edtf.DayOf(2025, 6, 1)
		return loaded.Registry.At(day, day)
	}
	out, err := review.Judge(context.Background(), change.Compare(view(base), view(head)))
	require.NoError(t, err)
	var o outcome
	for _, f := range out.Findings {
		if f.Spec.ID == id {
			o.found = append(o.found, f.Path.String()+" "+f.Variant)
		}
	}
	for _, s := range out.Stats {
		if s.Rule.ID == id {
			o.yes, o.no, o.notKnown = s.Count.Yes, s.Count.No, s.Count.CannotTell
		}
	}
	return o
}

// agreementCase changes one agreement. What both versions say comes first.
type agreementCase struct {
	name, rule, both, base, head string
	want                         outcome
}

func run(t *testing.T, cases []agreementCase) {
	for _, c := range cases {
		t.Run(c.rule+"/"+c.name, func(t *testing.T) {
			file := func(rest string) []string {
				return []string{"agreements/prov.yaml", "title: Överenskommelse om prov\ntype: agreement\n" + c.both + rest}
			}
			assert.Equal(t, c.want, judgeRule(t, c.rule, file(c.base), file(c.head)))
		})
	}
}

const inForce = "entry_into_force: {actual: 2024-03-01}\n"

func TestTextOfAgreements(t *testing.T) {
	const id = "agreement-text-without-revision"
	clauses := func(rest string) string { return "clauses:\n  - {id: a, heading: Ansvar, text: Ett två tre}\n" + rest }
	run(t, []agreementCase{
		{"a clause taken out", id, inForce, clauses("  - {id: b, text: Fyra}\n"), clauses(""), outcome{[]string{"clauses "}, 0, 1, 0}},
		{"clauses in another order", id, inForce, clauses("  - {id: b, text: Fyra}\n"), "clauses:\n  - {id: b, text: Fyra}\n  - {id: a, heading: Ansvar, text: Ett två tre}\n", outcome{[]string{"clauses[1] "}, 0, 1, 0}},
		{"all clauses taken out", id, inForce, clauses(""), "clauses: none\n", outcome{[]string{"clauses "}, 0, 1, 0}},
		{"the first clauses", id, inForce, "", clauses(""), outcome{}},
		{"line breaks", id, inForce, clauses(""), "clauses:\n  - id: a\n    heading: Ansvar\n    text: |\n      Ett två\n      tre\n", outcome{}},
		{"a translation", id, inForce, clauses(""), "clauses:\n  - id: a\n    heading: Ansvar\n    text:\n      sv: Ett två tre\n      en: One two three\n", outcome{}},
		{"a source", id, inForce, clauses(""), "clauses:\n  - {id: a, heading: Ansvar, text: Ett två tre, note: Ny}\n", outcome{}},
		{"a draft", id, "parties: [{organization: norrby, adoptions: [{state: pending}]}]\ncomplete: {adoptions: 2025-12-31}\n", clauses(""), "clauses: [{id: a, text: Nytt}]\n", outcome{nil, 1, 0, 0}},
		{"nothing told of adoption", id, "", clauses(""), "clauses: [{id: a, heading: Ansvar, text: Nytt}]\n", outcome{nil, 0, 0, 1}},
		{"adopted later", id, "entry_into_force: {actual: 2026-01-01}\n", clauses(""), "clauses: [{id: a, heading: Ansvar, text: Nytt}]\n", outcome{nil, 1, 0, 0}},
		{"a correction", id, inForce, clauses(""), "clauses: [{id: a, heading: Ansvar, text: Nytt}]\nrevisions: [{version: '1', kind: correction}]\n", outcome{nil, 1, 0, 0}},
	})
}

func TestVersions(t *testing.T) {
	const id = "revision-not-increasing"
	two := "revisions: [{version: '1', date: 2023-01}, {version: '2', date: 2024-05-02}]\n"
	run(t, []agreementCase{
		{"swapped", id, "", two, "revisions: [{version: '2', date: 2024-05-02}, {version: '1', date: 2023-01}]\n", outcome{[]string{"revisions[1] order"}, 0, 1, 0}},
		{"inserted", id, "", two, "revisions: [{version: '0', date: 2020}, {version: '1', date: 2023-01}, {version: '2', date: 2024-05-02}]\n", outcome{[]string{"revisions[0] inserted"}, 0, 1, 0}},
		{"all gone", id, "", two, "revisions: none\n", outcome{[]string{"revisions ", "revisions "}, 0, 1, 0}},
		{"an earlier one last", id, "", two, "revisions: [{version: '1', date: 2023-01}, {version: '2', date: 2024-05-02}, {version: '3', date: 2022}]\n", outcome{[]string{"revisions[2].date earlier"}, 0, 1, 0}},
		{"another day and more told", id, "", two, "revisions: [{version: '1', date: 2023-01}, {version: '2', date: 2024-06-02, kind: revision, summary: Ny, decision: riktlinje}]\n", outcome{[]string{"revisions[1].date date"}, 0, 1, 0}},
		{"a day more exact", id, "", two, "revisions: [{version: '1', date: 2023-01-17}, {version: '2', date: 2024-05-02}]\n", outcome{nil, 1, 0, 0}},
		{"a day less exact", id, "", two, "revisions: [{version: '1', date: 2023}, {version: '2', date: 2024-05-02}]\n", outcome{nil, 1, 0, 0}},
		{"answer taken back", id, "", two, "revisions: unknown\n", outcome{}},
		{"the first ones", id, "", "", two, outcome{}},
	})
}

func TestReadoption(t *testing.T) {
	const id = "revision-needs-readoption"
	old := "parties: [{organization: norrby, adoptions: [{state: adopted, date: 2023-03-01, revision: '1'}]}]\n"
	versions := func(second string) string {
		return "revisions:\n  - {version: '1', date: 2023-01-17}\n  - {version: '2', date: 2025-01-15, " + second + "}\n"
	}
	must := versions("requires_readoption: true, entry_into_force: {actual: 2025-03-01}")
	run(t, []agreementCase{
		{"brought about", id, old, versions("requires_readoption: true"), must, outcome{[]string{"revisions[1] "}, 0, 1, 0}},
		{"so before", id, old + must, "", "renewal: Nej\n", outcome{}},
		{"not in force yet", id, old, "", versions("requires_readoption: true, entry_into_force: {actual: 2026-01-01}"), outcome{}},
		{"no new adoption needed", id, old, "", versions("requires_readoption: false, entry_into_force: {actual: 2025-03-01}"), outcome{}},
		{"in force or not", id, old, "", versions("requires_readoption: true"), outcome{nil, 0, 0, 1}},
		{"which version is not told", id, "parties: [{organization: norrby, adoptions: [{state: adopted, date: 2023-03-01}]}]\n", "", must, outcome{nil, 0, 0, 1}},
		{"a party that left", id, "parties: [{organization: norrby, until: 2024-12-31, adoptions: [{state: adopted, date: 2023-03-01, revision: '1'}]}]\n", "", must, outcome{}},
	})
}

func TestAdoptionRewritten(t *testing.T) {
	const id = "adoption-rewritten"
	parties := func(adoptions string) string {
		return "parties: [{organization: norrby, adoptions: [" + adoptions + "]}]\n"
	}
	one := parties("{state: adopted, date: 2024-03, body: full-council}")
	all := "adoption_evidence: [{parties: [norrby, soderby], by: 2024-12-31}]\n"
	run(t, []agreementCase{
		{"another day", id, "", one, parties("{state: adopted, date: 2024-05, body: full-council}"), outcome{[]string{"parties[0].adoptions[0].date "}, 0, 1, 0}},
		{"a day more exact, and a reference", id, "", one, parties("{state: adopted, date: 2024-03-18, body: full-council, reference: KF 1}"), outcome{nil, 2, 0, 0}},
		{"a day less exact", id, "", one, parties("{state: adopted, date: 2024, body: full-council}"), outcome{nil, 1, 0, 0}},
		{"withdrawn by a new one", id, "", one, parties("{state: adopted, date: 2024-03, body: full-council}, {state: withdrawn, date: 2025-01-20}"), outcome{nil, 1, 0, 0}},
		{"gone", id, "", one, "parties: [norrby]\n", outcome{[]string{"parties[0] removed"}, 0, 1, 0}},
		{"gone with the party", id, "", one, "parties: [soderby]\n", outcome{}},
		{"gone with an entry of a party that still is one", id, "", "parties: [lanets-kommuner, {organization: norrby, adoptions: [{state: adopted, date: 2024-03}]}]\n", "parties: [lanets-kommuner]\n", outcome{[]string{"parties removed"}, 0, 1, 0}},
		{"moved to another entry", id, "", "parties:\n  - {organization: norrby, until: 2024-12-31, adoptions: [{state: adopted, date: 2024-03}]}\n  - {organization: norrby, from: 2025-01-01}\n",
			"parties:\n  - {organization: norrby, until: 2024-12-31}\n  - {organization: norrby, from: 2025-01-01, adoptions: [{state: adopted, date: 2024-03-18}]}\n", outcome{nil, 2, 0, 0}},
		{"a statement gone", id, "parties: [norrby, soderby]\n", all, "", outcome{[]string{" statement-removed"}, 0, 1, 0}},
		{"a statement replaced by adoptions", id, "", "parties: [norrby, soderby]\n" + all,
			"parties:\n  - {organization: norrby, adoptions: [{state: adopted, date: 2024-03-18}]}\n  - {organization: soderby, adoptions: [{state: adopted, date: 2024-04-18}]}\n", outcome{nil, 3, 0, 0}},
		{"a party out of a statement", id, "parties: [norrby, soderby]\n", all, "adoption_evidence: [{parties: [norrby], by: 2024-12-31}]\n", outcome{[]string{"adoption_evidence[0].parties statement-party"}, 0, 1, 0}},
		{"a party into a statement", id, "parties: [norrby, soderby]\n", "adoption_evidence: [{parties: [norrby], by: 2024-12-31}]\n", all, outcome{nil, 1, 0, 0}},
		{"another day of a statement", id, "parties: [norrby, soderby]\n", all, "adoption_evidence: [{parties: [norrby, soderby], by: 2023-12-31}]\n", outcome{[]string{"adoption_evidence[0].by statement"}, 0, 1, 0}},
		{"one statement more", id, "parties: [norrby, soderby]\n", all, all[:len(all)-2] + ", {parties: [norrby], by: 2023-12-31}]\n", outcome{nil, 1, 0, 0}},
	})
}

func TestEntryIntoForce(t *testing.T) {
	const id = "entry-into-force-rewritten"
	run(t, []agreementCase{
		{"the planned day that counts", id, "", "entry_into_force: {condition: date, planned: 2024-03-01}\n", "entry_into_force: {condition: date, planned: 2024-06-01}\n", outcome{[]string{"entry_into_force.planned "}, 0, 1, 0}},
		{"the planned day that does not count", id, "", "entry_into_force: {planned: 2024-03-01, actual: 2024-04-01}\n", "entry_into_force: {planned: 2024-06-01, actual: 2024-04-01}\n", outcome{nil, 1, 0, 0}},
		{"the condition", id, "", "entry_into_force: {condition: date, planned: 2024-03-01}\n", "entry_into_force: {condition: decision, planned: 2024-03-01}\n", outcome{[]string{"entry_into_force.condition "}, 0, 1, 0}},
		{"the actual day comes", id, "", "entry_into_force: {condition: date, planned: 2024-03-01}\n", "entry_into_force: {condition: date, planned: 2024-03-01, actual: 2024-04-01}\n", outcome{}},
		{"it had not yet", id, "", "entry_into_force: {actual: none}\n", "entry_into_force: {actual: 2025-05-01}\n", outcome{nil, 1, 0, 0}},
		{"a plan", id, "", "entry_into_force: {condition: date, planned: 2026-01-01}\n", "entry_into_force: {condition: date, planned: 2027-01-01}\n", outcome{nil, 1, 0, 0}},
		{"perhaps", id, "", "entry_into_force: {actual: 2025}\n", "entry_into_force: {actual: 2024}\n", outcome{nil, 0, 0, 1}},
		{"of a version", id, inForce, "revisions: [{version: '1', date: 2024-01-01, entry_into_force: {actual: 2024-03-01}}]\n", "revisions: [{version: '1', date: 2024-01-01, entry_into_force: {actual: 2024-04-01}}]\n", outcome{[]string{"revisions[0].entry_into_force.actual "}, 0, 1, 0}},
	})
}

func TestInForceLost(t *testing.T) {
	const id = "in-force-lost"
	run(t, []agreementCase{
		{"expired", id, inForce, "", "expires: 2025-01-31\n", outcome{[]string{"expires "}, 0, 1, 0}},
		{"expires one day", id, inForce, "", "expires: 2027-01-31\n", outcome{nil, 1, 0, 0}},
		{"perhaps expired", id, inForce, "", "expires: 2025\n", outcome{nil, 0, 0, 1}},
		{"entry taken back", id, "", inForce, "entry_into_force: {actual: none}\n", outcome{[]string{"entry_into_force "}, 0, 1, 0}},
		{"ended by a decision, and nothing more told", id, inForce, "", "ended: {date: 2025-04-30, decision: riktlinje}\n", outcome{[]string{"ended successor"}, 0, 1, 0}},
		{"ended by a decision that was not found", id, inForce, "", "ended: {date: 2025-04-30, decision: unknown, successor: none}\n", outcome{nil, 0, 0, 1}},
		{"not in force before", id, "", "entry_into_force: {actual: 2026-01-01}\n", "ended: {date: 2025-04-30}\n", outcome{}},
	})
}

func TestFollowUp(t *testing.T) {
	const id = "follow-up-weakened"
	run(t, []agreementCase{
		{"gone", id, "", "follow_up: {every: P1Y}\n", "follow_up: none\n", outcome{[]string{"follow_up "}, 0, 1, 0}},
		{"not even asked", id, "", "follow_up: {every: P1Y}\n", "", outcome{[]string{" "}, 0, 1, 0}},
		{"taken back", id, "", "follow_up: {every: P1Y}\n", "follow_up: unknown\n", outcome{nil, 1, 0, 0}},
		{"the same length in other words", id, "", "follow_up: {every: P1Y}\n", "follow_up: {every: P12M}\n", outcome{nil, 1, 0, 0}},
		{"no interval", id, "", "follow_up: {every: P1Y, preventive: no}\n", "follow_up: {every: none, preventive: no}\n", outcome{[]string{"follow_up.every interval"}, 0, 1, 0}},
		{"an indicator with another name", id, "", "follow_up: {indicators: [{id: fall, name: Fall}]}\n", "follow_up: {indicators: [{id: fall, name: Fallskador}]}\n", outcome{nil, 1, 0, 0}},
		{"the first", id, "", "", "follow_up: {every: P1Y}\n", outcome{nil, 1, 0, 0}},
		{"another responsible", id, "", "follow_up: {every: P1Y, responsible: group/barnforum}\n", "follow_up: {every: P1Y, responsible: group/samrad-aldre}\n", outcome{nil, 1, 0, 0}},
	})
}
