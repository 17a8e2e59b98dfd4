package review_test

import (
	"context"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/example"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// differ compares the small registry with some files laid over it to the same
// with others.
func differ(t *testing.T, base, head []string) *change.Diff {
	t.Helper()
	small := parse(t, rules.BaseExample())
	view := func(files []string) *registry.View {
		var overlay []example.File
		for i := 0; i < len(files); i += 2 {
			overlay = append(overlay, example.File{Path: files[i], Text: files[i+1]})
		}
		return seen(t, example.FS(small.Files, overlay), edtf.DayOf(2025, 6, 1))
	}
	return change.Compare(view(base), view(head))
}

func seen(t *testing.T, fsys fs.FS, day edtf.Day) *registry.View {
	t.Helper()
	loaded, err := load.Registry(context.Background(), fsys)
	require.NoError(t, err)
	for _, f := range loaded.Findings {
		t.Errorf("%s %s: %s", f.File, f.Path, f.Spec.ID)
	}
	return loaded.Registry.At(day, day)
}

// told writes the matters, one a line: what it is, which records, who decides
// and what is missing.
func told(d *change.Diff) []string {
	var out []string
	for _, m := range review.Matters(d) {
		line := string(m.ID)
		for _, t := range m.Touched {
			line += " " + t.Record.Ref().String()
		}
		if m.Certain != truth.Yes {
			line += " perhaps"
		}
		if m.Known == truth.Yes {
			line += ":"
			for _, ref := range m.Body.AnyOf.All() {
				line += " " + ref.ID
			}
			if m.Body.Municipal.Given() {
				line += " " + string(m.Body.Municipal.V) + "/" + string(m.Body.Region.V)
			}
		} else {
			line += " ?"
		}
		for _, t := range m.Touched {
			for _, r := range t.Decisions {
				line += " by " + r.Decision.ID
			}
		}
		for _, x := range m.Missing {
			line += " -" + x.ID
		}
		if !m.Earliest.IsZero() {
			line += " " + m.Earliest.String()
		}
		out = append(out, line)
	}
	return out
}

const (
	guidelineFile = "guidelines/riktlinje.yaml"
	guideline     = "name: Riktlinje för prov\nin_force: {from: 2025-01-01}\ndecision: riktlinje\nmatters:\n"
	bySteering    = "value: {body: group/tjanstemannastyrgruppen}, status: decided"
	samrad        = "name: Samrådsgruppen för prov\ntype: consultation\n"
	samradFile    = "groups/prov.yaml"
)

func TestMattersOf(t *testing.T) {
	member := "name: Åsta Prov\ntype: official\nmemberships:\n  - {group: GROUP, role: member, from: 2025-01-01}\n"
	in := func(group string) string { return strings.ReplaceAll(member, "GROUP", group) }
	agreement := "title: Överenskommelse om prov\ntype: agreement\n"
	plan := func(kind, rest string) string { return "title: Plan\ntype: " + kind + "\nperiod: 2025\n" + rest }
	for _, c := range []struct {
		name, file, base, head string
		want                   []string
	}{
		{"a member who leaves", "representatives/asta.yaml", in("samrad-aldre"), strings.Replace(in("samrad-aldre"), "2025-01-01", "2025-01-01, until: 2025-05-31", 1), []string{"staffing representative/asta: tjanstemannastyrgruppen -decision"}},
		{"a member of another group", "representatives/asta.yaml", in("barnforum"), strings.Replace(in("barnforum"), "2025-01-01", "2025-02-01", 1), nil},
		{"a member of the process office", "representatives/asta.yaml", "name: Åsta Prov\ntype: official\n", in("processledningen"), []string{"staffing representative/asta: tjanstemannastyrgruppen -decision"}},
		{"a day more exact", "representatives/asta.yaml", strings.Replace(in("samrad-aldre"), "2025-01-01", "2025", 1), in("samrad-aldre"), nil},
		{"a title", "representatives/asta.yaml", in("samrad-aldre"), in("samrad-aldre") + "titles: [{title: Chef}]\n", nil},
		{"a seat by a decision", samradFile, samrad, samrad + "seats: [{id: a, role: chair, decision: riktlinje}]\n", []string{"staffing group/prov: tjanstemannastyrgruppen by riktlinje"}},
		{"the chair", samradFile, samrad + "structure: {chair: fixed}\n", samrad + "structure: {chair: shared}\n", []string{"staffing group/prov: tjanstemannastyrgruppen -decision"}},
		{"meetings a year", samradFile, samrad + "structure: {meetings_per_year: 4}\n", samrad + "structure: {meetings_per_year: 6}\n", []string{"group-design group/prov: tjanstemannastyrgruppen -decision"}},
		{"terms by a decision that is not known", samradFile, samrad, samrad + "terms_of_reference: {text: Ny, decision: unknown}\n", []string{"group-design group/prov: tjanstemannastyrgruppen -decision-unknown"}},
		{"a status", samradFile, samrad + "history: [{status: planned, date: 2024-05-01}]\n", samrad + "history: [{status: planned, date: 2024-05-01}, {status: established, date: 2025-05-01, decision: riktlinje}]\n", []string{"new-group group/prov ? by riktlinje -nobody-competent"}},
		{"winding up", samradFile, samrad + "history: [{status: active, date: 2024-05-01}]\n", samrad + "history: [{status: active, date: 2024-05-01}, {status: winding-up, date: 2025-05-01}]\n", []string{"closure group/prov ? -nobody-competent -decision"}},
		{"rest", samradFile, samrad + "history: [{status: active, date: 2024-05-01}]\n", samrad + "history: [{status: active, date: 2024-05-01}, {status: dormant, date: 2025-05-01}]\n", nil},
		{"a responsibility that is listed", samradFile, samrad, samrad + "responsibilities: [{id: a, kind: area, to: [{group: barnforum, status: proposed}]}]\n", nil},
		{"a responsibility that is handed over", samradFile, samrad + "responsibilities: [{id: a, kind: area, to: [{group: barnforum, status: proposed}]}]\n", samrad + "responsibilities: [{id: a, kind: area, to: [{group: barnforum, status: decided}], transferred: 2025-05-01, decision: riktlinje}]\n", []string{"closure group/prov ? by riktlinje -nobody-competent"}},
		{"an alias, a note, a source and a spelling", samradFile, samrad + "terms_of_reference: Att samordna vård och omsorg\n", samrad + "aliases: [Provgruppen]\nnote: Ny\nsources: [{source: arsrapport-2024}]\nterms_of_reference: Att samordna vård- och omsorg.\n", nil},
		{"an owner", "agreements/prov.yaml", agreement + "responsible: [samrad-aldre]\n", agreement + "responsible: [barnforum]\n", []string{"group-design agreement/prov: tjanstemannastyrgruppen -decision"}},
		{"an owner who is proposed", "agreements/prov.yaml", agreement, agreement + "responsible: [{group: barnforum, status: proposed}]\n", nil},
		{"a text", "agreements/prov.yaml", agreement + "adoption_body: {municipal: executive-board, region: committee}\nclauses: [{id: a, text: Ett}]\n", agreement + "adoption_body: {municipal: executive-board, region: committee}\nclauses: [{id: a, text: Två}]\n", []string{"adoption agreement/prov: executive-board/committee"}},
		{"an adoption that is recorded", "agreements/prov.yaml", agreement + "parties: [norrby]\n", agreement + "parties: [{organization: norrby, adoptions: [{state: adopted, date: 2025-01-01}]}]\n", nil},
		{"an external text", "agreements/prov.yaml", agreement + "external: true\nclauses: [{id: a, text: Ett}]\n", agreement + "external: true\nclauses: [{id: a, text: Två}]\n", nil},
		{"an accession", "agreements/prov.yaml", agreement, agreement + "accessions: [{organization: osterby, consents: [{organization: osterby, decision: anslutning-osterby}]}]\n", []string{"accession agreement/prov ? by anslutning-osterby -nobody-competent"}},
		{"a name", samradFile, samrad, "names: [{name: Samrådsgruppen för prov, until: 2025-04-30}, {name: Provsamrådet, from: 2025-05-01}]\ntype: consultation\n", []string{"naming group/prov ? -nobody-competent -decision"}},
		{"an action plan", "plans/prov.yaml", plan("action", ""), plan("action", "decision: handlingsplan\nactivities: [{id: a}]\n"), []string{"plan plan/prov: politiska-styrgruppen by handlingsplan"}},
		{"an activity that is done", "plans/prov.yaml", plan("action", "activities: [{id: a}]\n"), plan("action", "activities: [{id: a, done: 2025-05-01, state: done}]\n"), nil},
		{"an annual plan", "plans/prov.yaml", plan("annual", ""), plan("annual", "activities: [{id: a}]\n"), nil},
		{"a goal of an annual plan", "plans/prov.yaml", plan("annual", ""), plan("annual", "goals: [Bättre]\n"), []string{"plan plan/prov: politiska-styrgruppen -decision"}},
		{"the priority of an issue", "issues/prov.yaml", "title: Fråga\n", "title: Fråga\npriority: decision/handlingsplan\nstate: prioritised\n", []string{"priority issue/prov: politiska-styrgruppen by handlingsplan"}},
		{"a knowledge body", "representatives/asta.yaml", in("programomradet"), strings.Replace(in("programomradet"), "2025-01-01", "2025-02-01", 1), []string{"knowledge-representative representative/asta perhaps ? -nobody-competent -decision"}},
		{"a knowledge body, for the region", "representatives/asta.yaml", in("programomradet") + "titles: [{title: Läkare, organization: region-exempel}]\n", strings.Replace(in("programomradet"), "2025-01-01", "2025-02-01", 1) + "titles: [{title: Läkare, organization: region-exempel}]\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, told(differ(t, []string{c.file, c.base}, []string{c.file, c.head})))
		})
	}
}

func TestMattersOfWholeRecords(t *testing.T) {
	assert.Equal(t, []string{"new-group group/prov ? -nobody-competent -decision"}, told(differ(t, nil, []string{samradFile, samrad + "history: [{status: proposed, date: 2025-05-01}]\n"})))
	assert.Equal(t, []string{"closure group/prov ? -nobody-competent -decision"}, told(differ(t, []string{samradFile, samrad}, nil)))
	assert.Empty(t, told(differ(t, nil, []string{"groups/prov.yaml", "name: Nätverk\ntype: network\n"})))
	assert.Empty(t, told(differ(t, nil, []string{"sources/prov.yaml", "title: Källa\ntype: report\n"})))
	assert.Equal(t, []string{"priority issue/prov: politiska-styrgruppen by handlingsplan"}, told(differ(t, nil, []string{"issues/prov.yaml", "title: Fråga\npriority: decision/handlingsplan\n"})))
}

// TestDecisionThatConcerns finds the decision that the same change brings.
func TestDecisionThatConcerns(t *testing.T) {
	files := func(state string) []string {
		return []string{samradFile, samrad + "structure: {meetings_per_year: 6}\n", "decisions/moten.yaml", "title: Fler möten\n" + state + "matter: group-design\nconcerns: [group/prov]\n"}
	}
	base := []string{samradFile, samrad}
	assert.Equal(t, []string{"group-design group/prov: tjanstemannastyrgruppen by moten"}, told(differ(t, base, files("state: decided\nbody: group/tjanstemannastyrgruppen\ndate: 2025-05-01\n"))))
	assert.Equal(t, []string{"group-design group/prov: tjanstemannastyrgruppen by moten -decision-not-competent"}, told(differ(t, base, files("state: decided\nbody: group/barnforum\ndate: 2025-05-01\n"))))
	assert.Equal(t, []string{"group-design group/prov: tjanstemannastyrgruppen by moten -decision-not-taken"}, told(differ(t, base, files("state: proposed\n"))))
}

func TestWaiting(t *testing.T) {
	rules := []string{guidelineFile, guideline + "  group-design: {value: {body: group/tjanstemannastyrgruppen, waiting: P30D}, status: decided}\n"}
	base := append([]string{samradFile, samrad}, rules...)
	head := append([]string{samradFile, samrad + "structure: {meetings_per_year: 6}\n"}, rules...)
	assert.Equal(t, []string{"group-design group/prov: tjanstemannastyrgruppen -decision 2025-07-01"}, told(differ(t, base, head)))
	asked := append([]string{"decisions/moten.yaml", "title: Fler möten\nstate: proposed\nmatter: group-design\nconcerns: [group/prov]\nchain: [{step: förslag, date: 2025-05-12}]\n"}, head...)
	assert.Equal(t, []string{"group-design group/prov: tjanstemannastyrgruppen by moten -decision-not-taken 2025-06-11"}, told(differ(t, base, asked)))
}

func TestMixedMatters(t *testing.T) {
	const id = "mixed-matters"
	matters := func(rows string) []string { return []string{guidelineFile, guideline + rows} }
	both := func(rows string) outcome {
		base := append([]string{samradFile, samrad, "issues/prov.yaml", "title: Fråga\n"}, matters(rows)...)
		head := append([]string{samradFile, samrad + "structure: {meetings_per_year: 6}\n", "issues/prov.yaml", "title: Fråga\npriority: decision/handlingsplan\n"}, matters(rows)...)
		return judgeRule(t, id, base, head)
	}
	const design = "  group-design: {" + bySteering + "}\n"
	assert.Equal(t, outcome{[]string{"priority "}, 0, 1, 0}, both(design+"  priority: {value: {body: group/politiska-styrgruppen}, status: decided}\n"))
	assert.Equal(t, outcome{nil, 1, 0, 0}, both(design+"  priority: {value: {body: [group/politiska-styrgruppen, group/tjanstemannastyrgruppen]}, status: decided}\n"))
	assert.Equal(t, outcome{nil, 0, 0, 1}, both(design))
	assert.Equal(t, outcome{nil, 0, 0, 1}, both(design+"  priority: {value: {body: group/politiska-styrgruppen}, status: proposed}\n"))
	assert.Equal(t, outcome{nil, 0, 0, 1}, both(strings.Replace(design, "group/tjanstemannastyrgruppen", "unknown", 1)))
	assert.Equal(t, outcome{}, judgeRule(t, id, []string{samradFile, samrad}, []string{samradFile, samrad + "note: Ny\n"}))
}

// TestMatterTable shows that the table is published.
func TestMatterTable(t *testing.T) {
	r, ok := review.Find("mixed-matters")
	require.True(t, ok)
	for _, row := range review.MatterTable() {
		assert.Contains(t, r.Why.Sv, row[0].Sv+": "+row[1].Sv)
		assert.Contains(t, r.Why.En, row[0].En+": "+row[1].En)
	}
	for _, choice := range model.Enumeration("matter") {
		if choice.ID != "recommendation" { // stands before an adoption
			assert.Contains(t, r.Why.Sv, ": "+choice.Sv)
		}
	}
}

// stockholm is the difference between the real registry and the same with one
// passage of a file exchanged.
func stockholm(t *testing.T, file, old, new string, day edtf.Day) *change.Diff {
	t.Helper()
	root := os.DirFS("../../registry")
	base, head := fstest.MapFS{}, fstest.MapFS{}
	require.NoError(t, fs.WalkDir(root, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := fs.ReadFile(root, path)
		base[path], head[path] = &fstest.MapFile{Data: b}, &fstest.MapFile{Data: b}
		return err
	}))
	was := string(base[file].Data)
	require.Contains(t, was, old)
	head[file] = &fstest.MapFile{Data: []byte(strings.Replace(was, old, new, 1))}
	return change.Compare(seen(t, base, day), seen(t, head, day))
}

func TestMattersOfStockholm(t *testing.T) {
	day := edtf.DayOf(2022, 11, 7)
	const (
		bus       = "agreements/bus.yaml"
		busOwner  = "  - group: bussam\n    status: stated\n"
		office    = "groups/sekretariat.yaml"
		framework = "agreements/hok.yaml"
	)
	t.Run("the owner of an agreement", func(t *testing.T) {
		d := stockholm(t, bus, busOwner, "  - group: samrad-barn-unga\n    status: decided\n    decision: bd13\n", day)
		assert.Equal(t, []string{"group-design agreement/bus ? by bd13 -competence-only-proposed -decision-not-taken"}, told(d))
	})
	t.Run("the core of the process office", func(t *testing.T) {
		d := stockholm(t, office, "role: core", "role: node", day)
		assert.Equal(t, []string{"staffing group/sekretariat ? by bd12 -competence-only-proposed -decision-not-taken"}, told(d))
		assert.Contains(t, review.Matters(d)[0].Missing[0].Text.Sv, "Tjänstemannastyrgruppen")
	})
	t.Run("a clause of the framework agreement", func(t *testing.T) {
		d := stockholm(t, framework, "follow_up: unknown\n", "follow_up: unknown\nclauses:\n  - {id: ett, text: Parterna ska samverka.}\n", day)
		assert.Equal(t, []string{"adoption agreement/hok: full-council/full-council"}, told(d))
		m := review.Matters(d)[0]
		require.Len(t, m.Parties, 27)
		for _, p := range m.Parties {
			assert.Equal(t, model.Word("full-council"), p.Body)
			assert.Equal(t, truth.CannotTell, p.Adopted, "adopted before the clause was there")
		}
	})
	t.Run("a municipality gets an entry of its own for its adoption", func(t *testing.T) {
		const listed = "parties:\n  - organization: nacka\n"
		adopted := listed + "    adoptions: [{state: adopted, body: full-council, date: 2022-03-01}]\n"
		assert.Empty(t, told(stockholm(t, framework, "parties:\n", adopted, day)), "it was a party by the collective")
		for _, limited := range []string{"until: 2027-01-01", "from: 2023-01-01"} {
			d := stockholm(t, framework, "parties:\n", listed+"    "+limited+"\n", day)
			assert.Equal(t, []string{"adoption agreement/hok: full-council/full-council"}, told(d), limited)
		}
	})
	t.Run("nobody knows who the parties are", func(t *testing.T) {
		d := stockholm(t, framework, "parties:\n", "parties:\n  - {organization: unknown, note: En till.}\n", day)
		assert.Contains(t, told(d)[0], "-parties-unknown")
		assert.NotContains(t, told(d)[0], "-nobody-competent")
	})
	t.Run("nobody knows which guideline is in force", func(t *testing.T) {
		d := stockholm(t, bus, busOwner, "  - group: samrad-barn-unga\n", edtf.DayOf(2022, 7, 2))
		assert.Equal(t, []string{"group-design agreement/bus ? -guideline-unknown -decision"}, told(d))
	})
}
