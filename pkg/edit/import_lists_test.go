package edit

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
)

const open = `title: Öppen
type: agreement
parties: # alla
  - region-akervidda
  - akerviddas-kommuner
sources:
  - {source: lansatlas-2025}
`

// TestAdoption: an adoption goes to the party, one that is only a member of a
// collective gets an entry of its own.
func TestAdoption(t *testing.T) {
	files := second(t, map[string]string{"agreements/oppen.yaml": open, "agreements/utan.yaml": "title: Utan parter\ntype: agreement\n"})
	o := ImportOptions{Kind: model.AgreementKind, Source: "lansatlas-2025#10"}
	got := imported(t, files, []byte("Avtal;Part;Läge;Dag;Organ;Dnr\n"+
		"Öppen;Region Åkervidda;Antaget;2025-09-01;nämnd;\n"+
		"Öppen;Mossöga;Återremitterad;2025-09-02;KS;KS 1\n"+
		"Öppen;Mossöga kommun;antagen;2025-09-30;KS;KS 2\n"+
		"Öppen;Mossöga kommun;antagen;september 2025;;\n"), o)
	require.Empty(t, got.Refused)
	assert.Equal(t, 1, got.Already, "the last says less than the one above")
	assert.Equal(t, `title: Öppen
type: agreement
parties: # alla
  - organization: region-akervidda
    adoptions:
      - state: adopted
        body: committee
        date: 2025-09-01
        sources:
          - source: lansatlas-2025
            section: "10"
  - akerviddas-kommuner
  - organization: mossoga
    adoptions:
      - state: referred-back
        body: executive-board
        date: 2025-09-02
        reference: KS 1
        sources:
          - source: lansatlas-2025
            section: "10"
      - state: adopted
        body: executive-board
        date: 2025-09-30
        reference: KS 2
        sources:
          - source: lansatlas-2025
            section: "10"
sources:
  - {source: lansatlas-2025}
`, changeOf(got, "agreements/oppen.yaml"))
	for row, want := range map[string]string{
		"Öppen;Region Sagomarken;antagen;2025":                 "är inte part i Öppen",
		"Utan parter;Mossöga;antagen;2025":                     "räknar inte upp sina parter",
		"Viddaöverenskommelsen;Mossöga;antagen;2023-03-17":     "i registret står 2023-03-16",
		"Viddaöverenskommelsen;Mossöga;avslagen;2023-03-16":    "i registret står antagen",
		"Viddaöverenskommelsen;Mossöga;väntar;":                "i registret står redan antagen",
		"Hemgångsöverenskommelsen;Mossöga;väntar;":             "i registret står redan antagen",
		"Hemgångsöverenskommelsen;Mossöga;avslagen;2025-01-01": "i registret står redan Åkerviddas kommuner",
		"okänt;Mossöga;antagen;":                               "uppgiften saknas",
	} {
		got := imported(t, files, []byte("Avtal;Part;Läge;Dag\n"+row+"\n"), o)
		if assert.NotEmpty(t, got.Refused, row) {
			assert.Contains(t, got.Refused[0].Why.Sv, want, row)
		}
		assert.Empty(t, got.Changes, row)
	}
	got = imported(t, files, []byte("Avtal;Part;Läge;Dag\nhemgang;Mossöga;antagen;2019\n"), o)
	assert.Equal(t, 1, got.Already, "all municipalities adopted together")
}

// TestRecords: a row may be a record.
func TestRecords(t *testing.T) {
	files := second(t, nil)
	for _, test := range []struct {
		kind           model.Kind
		data, file, is string
	}{
		{model.OrganizationKind, "Namn,Kortnamn,Slag,Sida,Kommunkod,Delregion\nDimvik kommun,Dimvik,kommun,kommun,110,oarna\n", "organizations/dimvik.yaml",
			"name: Dimvik kommun\nshort_name: Dimvik\ntype: municipality\nside: municipal\ncode: \"0110\"\nsubregion: oarna\nsources:\n  - source: lansatlas-2025\n"},
		{model.SourceKind, "Id;Titel;Slag;Datum;Länk\nmedlemslista;Navets medlemslista;promemoria;1/10 2025;https://example.org/a\n", "sources/medlemslista.yaml",
			"title: Navets medlemslista\ntype: memorandum\ndate: 2025-10-01\nurl: https://example.org/a\nsources:\n  - source: lansatlas-2025\n"},
		{model.DecisionKind, "Id;Titel;Läge;Beslutsdatum;Beslutsorgan;Gäller\nny;Ny sak;beslutat;2025-09-01;Länsdelegationen;group/navet, Tinget\n", "decisions/ny.yaml",
			"title: Ny sak\nstate: decided\nbody: organization/lansdelegationen\ndate: 2025-09-01\nconcerns:\n  - group/navet\n  - group/samradstinget\nsources:\n  - source: lansatlas-2025\n"},
		{model.IssueKind, "Titel;Drivande grupp;Berör\nEn fråga;Samklang hem;\"Navet\nMossöga\"\n", "issues/en-fraga.yaml",
			"title: En fråga\ndriver: samklang-hem\nconcerns:\n  - group/navet\n  - organization/mossoga\nsources:\n  - source: lansatlas-2025\n"},
		{model.MeetingKind, "Grupp;Datum;Tid;Läge;Närvarande\nTinget;2025-10-09;kl 9;hållet;\"Åsgerd Molnhätt, Birka Sjögrodd\"\n", "meetings/samradstinget/2025-10-09.yaml",
			"time: 09:00\nstatus: held\npresent:\n  - representative/asgerd-molnhatt\n  - representative/birka-sjogrodd\nsources:\n  - source: lansatlas-2025\n"},
	} {
		got := imported(t, files, []byte(test.data), ImportOptions{Kind: test.kind, Source: "lansatlas-2025"})
		require.Empty(t, got.Refused, test.file)
		assert.Equal(t, test.is, changeOf(got, test.file))
		assert.Empty(t, imported(t, afterwards(files, got.Changes), []byte(test.data), ImportOptions{Kind: test.kind, Source: "lansatlas-2025"}).Changes)
	}
}

// TestColumns: what a heading is, is known or told; nothing is left out silently.
func TestColumns(t *testing.T) {
	files := second(t, nil)
	for name, test := range map[string]struct {
		heading string
		o       ImportOptions
		want    []string // the reasons; nothing where all is taken
	}{
		"Swedish":        {"GRUPP;Datum;LÄGE;Plats", ImportOptions{}, nil},
		"English":        {"group;date;status;venue", ImportOptions{}, nil},
		"by --map":       {"Forumet;När;status;plats", ImportOptions{Map: map[string]string{"forumet": "group", "När": "date"}}, nil},
		"by --set":       {"Grupp;Datum;Anm;Plats", ImportOptions{Ignore: []string{"anm."}, Set: map[string]string{"status": "hållet"}}, nil},
		"unknown":        {"Grupp;Datum;Läge;Kaffe", ImportOptions{}, []string{"känns inte igen"}},
		"misspelt":       {"Grupp;Datum;Läge;Dagordnng", ImportOptions{}, []string{"känns inte igen"}},
		"personal":       {"Grupp;Datum;Läge;E-postadress", ImportOptions{}, []string{"hör inte hemma"}},
		"twice":          {"Grupp;Datum;Läge;Dag", ImportOptions{}, []string{"två kolumner är samma sak"}},
		"missing":        {"Grupp;Datum;Kaffe;Plats", ImportOptions{Ignore: []string{"Kaffe"}}, []string{"en kolumn saknas: läge"}},
		"no headings":    {"a;b;c;d", ImportOptions{}, []string{"ingen rad med rubriker"}},
		"no such column": {"Grupp;Datum;Läge;Plats", ImportOptions{Ignore: []string{"Anm"}}, []string{"ingen kolumn"}},
		"no such sheet":  {"Grupp;Datum;Läge;Plats", ImportOptions{Sheet: "x"}, []string{"inget blad"}},
	} {
		test.o.Kind = model.MeetingKind
		got := imported(t, files, []byte("Möten;;;\n"+test.heading+"\nNavet;2025-10-09;planerat;Åby\n"), test.o)
		var why []string
		for _, r := range got.Refused {
			assert.True(t, r.File, name)
			why = append(why, r.Why.Sv)
		}
		require.Len(t, why, len(test.want), "%s: %q", name, why)
		for i := range why {
			assert.Contains(t, why[i], test.want[i], name)
		}
		if test.want == nil {
			assert.Contains(t, changeOf(got, "meetings/navet/2025-10-09.yaml"), "place: Åby", name)
		}
	}
}

// TestImportHostile: whatever stands in a cell becomes that text, or is refused.
func TestImportHostile(t *testing.T) {
	files := second(t, nil)
	taken := 0
	for _, s := range []string{"a: b", "# x", "- a", "yes", "null", "{a}", "[a", "a\nb: c", "'", "|", "*a", "&a", "!!a", "<script>", "\u202ea", "a\x1bb", "=1+1", "@a", "0114", "2025-01-01", "..", "~", "§ 1", "unknown"} {
		got := imported(t, files, []byte("Grupp;Datum;Läge;Plats\nNavet;2025-10-09;planerat;\""+s+"\"\n"), ImportOptions{Kind: model.MeetingKind, Source: "lansatlas-2025"})
		if len(got.Refused) > 0 {
			continue
		}
		taken++
		data := changeOf(got, "meetings/navet/2025-10-09.yaml")
		rec, findings := load.One("meetings/navet/2025-10-09.yaml", []byte(data))
		require.NotNil(t, rec, s)
		assert.Empty(t, findings, "%q: %s", s, data)
		m := rec.(*model.Meeting)
		assert.Equal(t, model.Word("planned"), m.Status.V, "%q: %s", s, data)
		assert.False(t, m.Title.Given(), "%q: %s", s, data)
	}
	assert.Greater(t, taken, 15)
}

// TestImportBrokenOff: wherever the writing of an import is cut short, the
// registry is as before or as after.
func TestImportBrokenOff(t *testing.T) {
	data, err := os.ReadFile("../../testdata/import/medlemslista.xlsx")
	require.NoError(t, err)
	files := second(t, nil)
	got := imported(t, files, data, ImportOptions{Kind: model.RepresentativeKind, Source: "lansatlas-2025"})
	before, after := map[string]string{}, map[string]string{}
	for _, c := range got.Changes {
		if c.Before != nil {
			before[c.Path] = string(c.Before)
		}
		after[c.Path] = string(c.After)
	}
	whole := 0
	start := func() *os.Root {
		root := folder(t, nil)
		require.NoError(t, root.Mkdir("representatives", 0o755))
		for name, data := range before {
			require.NoError(t, root.WriteFile(name, []byte(data), 0o644))
		}
		return root
	}
	require.NoError(t, write(start(), got.Changes, func() error { whole++; return nil }))
	for at := range whole {
		root, n := start(), 0
		require.ErrorIs(t, write(root, got.Changes, func() error {
			if n++; n > at {
				return errBroken
			}
			return nil
		}), errBroken)
		_, err := Finish(root)
		require.NoError(t, err)
		if now := holds(t, root); len(now) == len(before) {
			assert.Equal(t, before, now, at)
		} else {
			assert.Equal(t, after, now, at)
		}
	}
}
