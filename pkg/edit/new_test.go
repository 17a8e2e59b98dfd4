package edit

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
)

// drafted is a draft with values at paths, one after the other.
func drafted(t *testing.T, k model.Kind, values ...string) *Draft {
	t.Helper()
	d := NewDraft(k)
	for i := 0; i < len(values); i += 2 {
		require.NoError(t, d.Set(values[i], values[i+1], AsTyped), values[i])
	}
	return d
}

func TestDraft(t *testing.T) {
	d := drafted(t, model.GroupKind,
		"name", "Uppdrag: psykisk hälsa", "type", "joint-forum", "subject_areas", "aldre, barn-unga", "aliases", "a, b", "aliases", "c",
		"reports_to", "group/tsg", "reports_to[1].to", "group/vis", "reports_to[1].from", "2022",
		"seats[0].id", "nykvarn", "seats[0].represents", "organization/nykvarn,subregion/norra", "seats[0].count.min", "1", "seats[0].count.max", "2",
		"plans.is", "unknown", "plans.reason", "ej efterfrågat", "agreements", "none",
		"terms_of_reference.purposes.kunskap", "Delar kunskap", "terms_of_reference.text.en", "x", "target_groups", "alla, små", "sources", "a#2.2, b", "sources[1].line", "12")
	require.NoError(t, d.Cite("rapport#2.2, 6.1", AsTyped))
	file, err := Compose("groups/uph.yaml", d.Entries())
	require.NoError(t, err)
	assert.Equal(t, `name: 'Uppdrag: psykisk hälsa'
type: joint-forum
reports_to:
  - to: group/tsg
  - to: group/vis
    from: 2022
subject_areas:
  - aldre
  - barn-unga
target_groups:
  - alla, små
terms_of_reference:
  text:
    en: x
  purposes:
    kunskap: Delar kunskap
seats:
  - id: nykvarn
    represents:
      - organization/nykvarn
      - subregion/norra
    count:
      min: 1
      max: 2
plans:
  is: unknown
  reason: ej efterfrågat
agreements: none
aliases:
  - a, b
  - c
sources:
  - source: a
    section: "2.2"
  - source: b
    line: 12
  - source: rapport
    section: 2.2, 6.1
`, string(file))
	_, findings := load.One("groups/uph.yaml", file)
	assert.Empty(t, findings)
	assert.True(t, d.Has("terms_of_reference.text"))
	assert.False(t, d.Has("structure"))
	assert.Equal(t, "x", d.Word("terms_of_reference.text"))
}

func TestDraftRefuses(t *testing.T) {
	for path, want := range map[string]string{
		"":                      "no attribute is written so",
		"seats[0":               "no attribute is written so",
		"seats[-1].id":          "no attribute is written so",
		"nmae":                  "there is no key “nmae” here; did you mean “name”?",
		"zzzzzzzz":              "allowed are name, short_name",
		"name.zz":               "there is no key “zz” here; allowed are sv and en",
		"name.sv.x":             "there is no key “x” here",
		"type.x":                "there is no key “x” here",
		"is":                    "there is no key “is” here",
		"seats[2].id":           "give seats[0] first",
		"seats.id":              "seats is a list; write seats[0].id",
		"name[0]":               "name is not a list",
		"level.x":               "level is given already, as one value",
		"level":                 "the attribute is given already",
		"structure":             "the attribute has parts; write structure.meetings_per_year, for instance (meetings_per_year, pre_meetings, chair, sources and note)",
		"seats":                 "", // its only part that must be there is its id
		"communication.is":      "",
		"knowledge":             "write knowledge[0].group, for instance",
		"target_groups[0].agez": "did you mean “ages”?",
	} {
		d := drafted(t, model.GroupKind, "level", "regional")
		err := d.Set(path, "x", AsTyped)
		if want == "" {
			assert.NoError(t, err, path)
			continue
		}
		var wrong *DraftError
		require.ErrorAs(t, err, &wrong, path)
		assert.Contains(t, wrong.Error(), want, path)
		assert.NotEqual(t, wrong.Error(), wrong.Swedish(), path)
	}
	assert.ErrorContains(t, NewDraft(model.GroupKind).Set("name", " ", AsTyped), "the value is missing")
	assert.Error(t, drafted(t, model.GroupKind, "sources", "unknown").Cite("a", AsTyped))
}

// A failed value leaves nothing behind that is written.
func TestDraftKeepsNothingOfWhatWasRefused(t *testing.T) {
	d := drafted(t, model.GroupKind, "name", "a")
	require.Error(t, d.Set("structure.chair.modell", "x", AsTyped))
	assert.Equal(t, Entries{{"name", "a"}}, d.Entries())
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Överenskommelse om Åldrande: är/på é": "overenskommelse-om-aldrande-ar-pa-e",
		"  UPH (2022) ": "uph-2022",
		"Þ漢字":           "",
		"Støtte Æ":      "stotte-ae",
		"Överenskommelse om samverkan kring personer med psykisk funktionsnedsättning": "overenskommelse-om-samverkan-kring-personer-med-psykisk",
	} {
		assert.Equal(t, want, Slug(name), name)
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("Åäö")
	f.Fuzz(func(t *testing.T, s string) {
		if id := Slug(s); id != "" && !model.IsSlug(id) || len(id) > longestID {
			t.Errorf("%q becomes %q", s, id)
		}
	})
}

func TestID(t *testing.T) {
	for want, d := range map[string]*Draft{
		"uph/2027-02-11": drafted(t, model.MeetingKind, "group", "uph", "date", "2027-02-11"),
		"hemgang-2025":   drafted(t, model.FollowupKind, "agreement", "hemgang", "period", "2025"),
		"hemgang":        drafted(t, model.FollowupKind, "agreement", "hemgang", "period", "unknown"),
		"hok":            drafted(t, model.AgreementKind, "title", "Huvudöverenskommelse", "short_title", "HÖK"),
		"nya-namnet":     drafted(t, model.GroupKind, "names[0].name", "Gamla namnet", "names[1].name", "Nya namnet"),
	} {
		assert.Equal(t, want, d.ID())
	}
	assert.Empty(t, NewDraft(model.IssueKind).ID())
	assert.Empty(t, drafted(t, model.MeetingKind, "group", "unknown", "date", "2027").ID())

	d := drafted(t, model.MeetingKind, "group", "uph", "date", "2027-02-11", "status", "planned")
	assert.Equal(t, "meetings/uph/2027-02-11.yaml", d.Path(d.ID()))
	assert.Equal(t, Entries{{"status", "planned"}}, d.Entries())
	d = drafted(t, model.MeetingKind, "group", "uph", "date", "~2027-02", "status", "planned")
	assert.Equal(t, "meetings/uph/2027-02.yaml", d.Path(d.ID()))
	assert.Contains(t, d.Entries(), Entry{"date", "~2027-02"}, "what the path does not say stays in the file")
}

// TestMeetingsBrokenOff: a year's meetings are there, all of them, or none is,
// wherever the writing is broken off.
func TestMeetingsBrokenOff(t *testing.T) {
	s, err := ParseSchedule("andra torsdagen varannan månad från februari")
	require.NoError(t, err)
	var meetings []Change
	for _, day := range s.Days(2027) {
		d := drafted(t, model.MeetingKind, "status", "planned", "sources", "motesplan#1")
		name := d.Path("uph/" + day.String())
		data, err := Compose(name, d.Entries())
		require.NoError(t, err)
		meetings = append(meetings, Change{Path: name, After: data})
	}
	require.Len(t, meetings, 6)
	start := map[string]string{"vis.yaml": "schema: 1\nname: x\n"}
	points := 0
	require.NoError(t, write(folder(t, start), meetings, func() error { points++; return nil }))
	counts := map[int]int{}
	for at := range points {
		root, n := folder(t, start), 0
		require.ErrorIs(t, write(root, meetings, func() error {
			if n++; n > at {
				return errBroken
			}
			return nil
		}), errBroken)
		_, err := Finish(root)
		require.NoError(t, err)
		loaded, err := load.Registry(t.Context(), root.FS())
		require.NoError(t, err)
		assert.Empty(t, loaded.Findings)
		counts[len(loaded.Registry.Meetings)]++
	}
	assert.Len(t, counts, 2)
	assert.Positive(t, counts[0])
	assert.Positive(t, counts[6])
}

// TestOverlayHasNewFolders: a record of a kind that the registry has none of is
// seen too.
func TestOverlayHasNewFolders(t *testing.T) {
	base := fstest.MapFS{"vis.yaml": {Data: []byte("schema: 1\nname: x\n")}}
	over, err := Overlay(base, []string{"vis.yaml"}, []Change{{Path: "meetings/uph/" + edtf.DayOf(2027, 2, 11).String() + ".yaml", After: []byte("status: planned\n")}})
	require.NoError(t, err)
	loaded, err := load.Registry(t.Context(), over)
	require.NoError(t, err)
	assert.Len(t, loaded.Registry.Meetings, 1)
	_, err = fs.Stat(base, "meetings")
	assert.Error(t, err)
}
