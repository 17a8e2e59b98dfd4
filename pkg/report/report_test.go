package report_test

import (
	"context"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

const small = "../../testdata/script/registry"

// view is the small registry of the scripts with some files in the place of its
// own, on 2026-11-22.
func view(t *testing.T, files map[string]string) *registry.View {
	t.Helper()
	fsys := fstest.MapFS{}
	base := os.DirFS(small)
	require.NoError(t, fs.WalkDir(base, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(base, name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	}))
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	result, err := load.Registry(context.Background(), fsys)
	require.NoError(t, err)
	require.Empty(t, result.Unreadable())
	return result.Registry.At(day(t, "2026-11-22"), day(t, "2026-11-22"))
}

func day(t *testing.T, s string) edtf.Day {
	t.Helper()
	d, err := edtf.ParseDay(s)
	require.NoError(t, err)
	return d
}

func calendar(v *registry.View, s report.Scope) *report.Calendar {
	return report.NewCalendar(phrase.Writer{View: v, Lang: text.Swedish}, s)
}

func ids(c *report.Calendar) (out []string) {
	for _, e := range c.Events {
		id, _, _ := strings.Cut(e.ID, "@")
		out = append(out, id)
	}
	return out
}

func TestCalendarLeavesOutWhatHasNoDay(t *testing.T) {
	v := view(t, map[string]string{
		"meetings/aldregruppen/2026-10.yaml": "status: held\n",
		"meetings/aldregruppen/extra.yaml":   "group: aldregruppen\nstatus: planned\ndate: ~2026-12-01\n",
		"decisions/kansli.yaml":              "title: Kansli\nstate: proposed\nbody: group/styrgruppen\ndeadline: 2026-12-01..\n",
		"plans/plan.yaml": "title: P\ntype: annual\nowner: group/aldregruppen\nperiod: 2026\nactivities:\n" +
			"  - {id: a, title: Utan dag}\n  - {id: b, title: Klar, state: done}\n  - {id: c, title: Dag, due: 2026-Q4}\n",
	})
	c := calendar(v, report.Scope{})
	assert.Equal(t, 2, c.Meetings)
	assert.Equal(t, 1, c.Deadlines)
	assert.Equal(t, 1, c.Activities)
	require.Contains(t, ids(c), "plan/plan#activity-c")
	for _, e := range c.Events {
		if strings.HasPrefix(e.ID, "plan/plan#") {
			assert.Equal(t, "2026-12-31", e.Day.String(), "the last day that it can be")
			assert.Contains(t, e.Details[0], "fjärde kvartalet 2026")
		}
	}
	none := calendar(v, report.Scope{Within: edtf.Period{Until: edtf.OfDay(day(t, "2020-01-01"))}})
	assert.Empty(t, none.Events)
	assert.Zero(t, none.Meetings)
}

// TestCalendarKeepsIDs checks that an event is the same when lists are put in
// another order, words change and a record gets another id, and that no two are.
func TestCalendarKeepsIDs(t *testing.T) {
	group := "name: G\ntype: joint-forum\nhistory:\n"
	first, second := "  - {status: planned, due: 2026-12-01}\n", "  - {status: active, due: 2027-12-01}\n"
	before := calendar(view(t, map[string]string{
		"groups/g.yaml":              group + first + second,
		"meetings/g/2027-01-01.yaml": "status: planned\n",
	}), report.Scope{})
	after := calendar(view(t, map[string]string{
		"groups/h.yaml":              "previously: [g]\n" + strings.Replace(group, "name: G", "name: H", 1) + second + first,
		"meetings/h/2027-02-01.yaml": "title: Annat\nstatus: planned\npreviously: [g/2027-01-01]\n",
	}), report.Scope{})
	assert.ElementsMatch(t, ids(before), ids(after))
	assert.Contains(t, ids(before), "group/g#status-planned")

	twice := calendar(view(t, map[string]string{"groups/g.yaml": group + first + "  - {status: planned, due: 2028-12-01}\n"}), report.Scope{})
	assert.Contains(t, ids(twice), "group/g#status-planned")
	assert.Contains(t, ids(twice), "group/g#status-planned~2")
}

// TestCalendarOfAPerson checks that a meeting is somebody's who sat in the group
// on its day, or was there.
func TestCalendarOfAPerson(t *testing.T) {
	v := view(t, map[string]string{
		"meetings/styrgruppen/2022-05-01.yaml": "status: held\n",
		"meetings/styrgruppen/2022-06-01.yaml": "status: held\npresent: [representative/asa-osterberg]\n",
		"meetings/styrgruppen/2023-05-01.yaml": "status: held\n",
	})
	person, ok := registry.Find[*model.Representative](v.Registry, model.Ref{Kind: model.RepresentativeKind, ID: "asa-osterberg"})
	require.True(t, ok)
	found := ids(calendar(v, report.Scope{Person: person}))
	assert.NotContains(t, found, "meeting/styrgruppen/2022-05-01", "before the membership")
	assert.Contains(t, found, "meeting/styrgruppen/2022-06-01", "as a guest")
	assert.Contains(t, found, "meeting/styrgruppen/2023-05-01")
}

func brief(t *testing.T, v *registry.View, ref string) string {
	t.Helper()
	r, ok := model.ParseRef(ref, nil)
	require.True(t, ok)
	rec, ok := v.Record(r)
	require.True(t, ok, ref)
	b := &report.Briefer{
		Since: day(t, "2024-01-01"),
		Desk: report.Desk{
			Writer: phrase.Writer{View: v, Lang: text.English},
			Status: func(rec model.Record) string { st, _ := v.StatusOf(rec); return string(st.State) },
		},
	}
	p, ok := b.Brief(rec)
	require.True(t, ok, ref)
	var out []string
	var tell func([]report.Line, string)
	tell = func(lines []report.Line, indent string) {
		for _, line := range lines {
			sign := "- "
			if line.Gap {
				sign = "? "
			}
			out = append(out, indent+sign+line.Text)
			tell(line.Lines, indent+"  ")
		}
	}
	for _, s := range p.Sections {
		out = append(out, "# "+s.Heading)
		tell(s.Lines, "")
	}
	return strings.Join(out, "\n")
}

func TestBriefOfOrganization(t *testing.T) {
	out := brief(t, view(t, map[string]string{
		"agreements/ny.yaml": "title: Ny överenskommelse\ntype: agreement\nparties:\n" +
			"  - organization: asby\n    adoptions: [{state: referred-back, date: 2026-03-01}]\n  - organization: norrby\n    adoptions: [{state: adopted, date: 2026-02-01}]\n",
		"agreements/utkast.yaml": "title: Utkastet\ntype: agreement\n",
		"agreements/annans.yaml": "title: Någon annans\ntype: national\nexternal: true\n",
	}), "organization/asby")
	assert.Contains(t, out, "? No seat or person for Åsby kommun itself is in the registry.")
	assert.Contains(t, out, "- Styrgruppen: Norrby kommun", "where its neighbour sits")
	assert.Contains(t, out, "# Still to adopt\n- Ny överenskommelse: under-adoption\n  - referred back 2026-03-01")
	assert.Contains(t, out, "- Utkastet: draft\n  ? whether the party has adopted it is not known\n? For one of")
	assert.Contains(t, out, "- HÖK: in-force\n  - adopted, reported collectively for several parties")
	assert.NotContains(t, out, "Någon annans", "not ours to adopt")
	assert.Contains(t, out, "2024-11-14: Inrätta en samrådsgrupp för äldres hälsa (Styrgruppen, decided)", "what the steering group decided")
}

// TestBriefOfAMunicipalityWithoutASeat checks that it is told who sits for its
// part of the county, and where nobody does.
func TestBriefOfAMunicipalityWithoutASeat(t *testing.T) {
	group := "name: Rådet\ntype: joint-forum\nsubregional: true\nseats: [{id: a, role: member, side: municipal, represents: [organization/norrby]}]\n"
	files := map[string]string{"groups/radet.yaml": group}
	assert.Contains(t, brief(t, view(t, files), "organization/asby"), "- Rådet: Norrby kommun\n  - the subregions are represented; seats for the subregion")
	asby := "name: Åsby kommun\ntype: municipality\nside: municipal\ncode: \"7002\"\nsubregion: "
	files["organizations/asby.yaml"] = asby + "sodra\n"
	assert.Contains(t, brief(t, view(t, files), "organization/asby"), "  ? the subregions are represented, but by the registry nobody of the subregion")
	files["organizations/asby.yaml"] = asby + "unknown\n"
	assert.Contains(t, brief(t, view(t, files), "organization/asby"), "which one the municipality belongs to is not known")
}

func TestBriefOfMeeting(t *testing.T) {
	out := brief(t, view(t, map[string]string{
		"meetings/styrgruppen/2026-12-10.yaml": "status: planned\nagenda:\n  - {id: hok, title: Uppföljning, type: decision, about: [agreement/hok], brought_by: organization/norrby}\n",
		"decisions/kansli.yaml":                "title: Kansli\nstate: proposed\nproposed_by: organization/norrby\nbody: group/styrgruppen\ndeadline: 2026-12-01\nsources: [{source: arsrapport, section: \"1\"}]\n",
		"decisions/senare.yaml":                "title: Senare\nstate: proposed\nproposed_by: organization/norrby\nbody: group/styrgruppen\ndeadline: 2027-12-01\nsources: [{source: arsrapport, section: \"1\"}]\n",
		"groups/styrgruppen.yaml": "name: Styrgruppen\ntype: political-steering\nseats:\n" +
			"  - {id: a, role: chair, represents: [organization/norrby], holder: none, vacant_since: 2026-05-01}\n  - {id: b, role: member, represents: [organization/asby], holder: unknown}\n",
	}), "meeting/styrgruppen/2026-12-10")
	assert.Contains(t, out, "# Agenda\n- 1. Uppföljning (decision)\n  - brought by Norrby kommun\n  - HÖK: in-force")
	assert.Contains(t, out, "# Due by the meeting\n- 2026-12-01: the decision “Kansli”; the time was not up on 2026-11-22\n# Vacant")
	assert.Contains(t, out, "# Vacant seats\n- Chair, Norrby kommun ?: vacant since 2026-05-01\n# Agreements")
	assert.Contains(t, out, "- HÖK: in-force\n  ? how often it is to be followed up is not known", "the apex group answers for the framework")
	assert.Contains(t, out, "# Decisions that wait for the group\n- Kansli: proposed\n- Senare: proposed")
}

func TestBriefOfGroup(t *testing.T) {
	out := brief(t, view(t, map[string]string{
		"plans/plan.yaml": "title: Plan\ntype: annual\nowner: group/aldregruppen\nperiod: 2026\nactivities:\n" +
			"  - {id: a, title: Höstmöte, due: 2026-10-01, done: 2026-10-08}\n  - {id: b, title: Rundresa, state: ongoing}\n",
		"decisions/forr.yaml": "title: Före tiden\nstate: decided\nbody: group/styrgruppen\ndate: 2023-12-31\nconcerns: [group/aldregruppen]\n",
		"decisions/vagt.yaml": "title: Vagt daterat\nstate: decided\nbody: group/styrgruppen\ndate: 2023..2024\nconcerns: [group/aldregruppen]\n",
		"decisions/nar.yaml":  "title: Ingen vet när\nstate: decided\nbody: group/styrgruppen\ndate: unknown\nconcerns: [group/aldregruppen]\n",
		"issues/fraga.yaml":   "title: Frågan\ndriver: aldregruppen\nstate: driven\nraised: {date: 2026-01-01}\nsources: [{source: arsrapport, section: \"1\"}]\n",
	}), "group/aldregruppen")
	assert.Contains(t, out, "? The registry has no terms of reference of the group.")
	assert.Contains(t, out, "- Trygg hemgång: in-force")
	assert.Contains(t, out, "- last followed up for 2025-01-01 – 2025-12-31")
	assert.Contains(t, out, "- the group drives the issue")
	assert.Contains(t, out, "- 2026-10-01: Höstmöte; done 2026-10-08, 7 days after the deadline")
	assert.Contains(t, out, "- Rundresa: ongoing, no day is set")
	assert.Contains(t, out, "? The registry has no seats or members.")
	assert.Contains(t, out, "Inrätta en samrådsgrupp för äldres hälsa (Styrgruppen, decided)")
	assert.NotContains(t, out, "Före tiden")
	assert.Contains(t, out, " ?: Vagt daterat", "it may be new")
	assert.Contains(t, out, "? One more decision has no known day")
}

func TestBriefOfRepresentative(t *testing.T) {
	out := brief(t, view(t, map[string]string{
		"meetings/styrgruppen/2026-12-10.yaml": "status: planned\ntime: \"13:00\"\n",
		"meetings/styrgruppen/2026-11-10.yaml": "status: planned\n",
	}), "representative/asa-osterberg")
	assert.Contains(t, out, "# Mandate\n- Styrgruppen: chair\n  - on behalf of Norrby kommun\n  - from 2023-01-01\n  ? by whom the person is appointed is not known")
	assert.Contains(t, out, "# Styrgruppen: meetings to come\n- Planned 2026-12-10 at 13:00.")
	assert.NotContains(t, out, "2026-11-10", "it is past")
	assert.Contains(t, out, "# Styrgruppen: how the group works\n? how often the group meets is not known\n- chair: fixed")
}

func TestBriefOfNothingElse(t *testing.T) {
	v := view(t, nil)
	_, ok := (&report.Briefer{Desk: report.Desk{Writer: phrase.Writer{View: v}}}).Brief(v.Agreements[0])
	assert.False(t, ok)
}
