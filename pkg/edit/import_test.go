package edit

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/sheet"
)

// second is the registry of a county that does not exist, with files laid over it.
func second(t testing.TB, over map[string]string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	base := os.DirFS("../../testdata/second")
	require.NoError(t, fs.WalkDir(base, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(base, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	}))
	for name, data := range over {
		files[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return files
}

// imported is what rows would do to a registry.
func imported(t *testing.T, files fstest.MapFS, data []byte, o ImportOptions) *Imported {
	t.Helper()
	loaded, err := load.Registry(t.Context(), files)
	require.NoError(t, err)
	day := edtf.DayOf(2025, 10, 1)
	book, err := sheet.Read(data)
	require.NoError(t, err)
	out, err := Import(t.Context(), loaded.Registry.At(day, day), files, book, o)
	require.NoError(t, err)
	return out
}

// afterwards are the files with changes.
func afterwards(files fstest.MapFS, changes []Change) fstest.MapFS {
	out := fstest.MapFS{}
	for name, f := range files {
		out[name] = f
	}
	for _, c := range changes {
		out[c.Path] = &fstest.MapFile{Data: c.After}
	}
	return out
}

// changeOf is what becomes of a file; "" where nothing does.
func changeOf(i *Imported, file string) string {
	for _, c := range i.Changes {
		if c.Path == file {
			return string(c.After)
		}
	}
	return ""
}

// lists are the lists as people keep them.
var lists = []struct {
	file              string
	kind              model.Kind
	ignore            []string
	rows, there, held int
}{
	{"medlemslista.csv", model.RepresentativeKind, []string{"Anm"}, 5, 1, 0},
	{"medlemslista.xlsx", model.RepresentativeKind, nil, 5, 0, 0},
	{"moteslista.csv", model.MeetingKind, nil, 4, 1, 1},
	{"antagandelista.xlsx", model.AgreementKind, nil, 4, 1, 1},
	{"trasig-medlemslista.csv", model.RepresentativeKind, []string{"E-post", "Anm"}, 29, 0, 28},
}

// TestLists: each list gives new records and entries; only their lines come, the
// files are in canonical form and can be read, and the same list gives nothing
// more the second time.
func TestLists(t *testing.T) {
	for _, l := range lists {
		t.Run(l.file, func(t *testing.T) {
			files := second(t, nil)
			data, err := os.ReadFile("../../testdata/import/" + l.file)
			require.NoError(t, err)
			o := ImportOptions{Kind: l.kind, Ignore: l.ignore, Source: "lansatlas-2025#6"}
			first := imported(t, files, data, o)
			assert.Equal(t, []int{l.rows, l.there, l.held, 0}, []int{first.Rows, first.Already, first.Held, first.Unsourced})
			require.NotEmpty(t, first.Changes)
			for _, c := range first.Changes {
				canonical, err := Format(c.Path, c.After)
				require.NoError(t, err)
				assert.Equal(t, string(canonical), string(c.After))
				_, findings := load.One(c.Path, c.After)
				assert.Empty(t, findings, c.Path)
				onlyMore(t, string(c.Before), string(c.After))
				assert.Contains(t, string(c.After), "lansatlas-2025")
			}
			again := imported(t, afterwards(files, first.Changes), data, o)
			assert.Empty(t, again.Changes, "the second time")
			assert.Equal(t, l.rows-l.held, again.Already)
			assert.Len(t, again.Refused, len(first.Refused))
		})
	}
}

// onlyMore checks that every line of a text is in another, in order. A line may
// have got something within its braces.
func onlyMore(t *testing.T, before, after string) {
	t.Helper()
	lines := strings.Split(after, "\n")
	for line := range strings.SplitSeq(strings.TrimSuffix(before, "\n"), "\n") {
		start := strings.TrimRight(line, "}] ")
		at := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, start) })
		if !assert.GreaterOrEqual(t, at, 0, "the line has gone: %s", line) {
			return
		}
		lines = lines[at+1:]
	}
}

const heading = "Namn;Id;Slag;Titel;Organisation;Grupp;Plats;Roll;Fr.o.m.;T.o.m.;Källa\n"

func TestMember(t *testing.T) {
	files := second(t, nil)
	o := ImportOptions{Kind: model.RepresentativeKind}
	got := imported(t, files, []byte(heading+
		"Ragnvi Dagglöf;;Politiker;Ordförande i Igelkopa;igelkopa;Tinget;;Ledamot;15 september 2025;;viddaoverenskommelsen#2\n"+
		"Ragnvi Dagglöf;;;;Igelkopa kommun;Kommunkretsen;;Ersättare;2025-10;;lansatlas-2025\n"+
		"Dråke Norrtupp;;;Kommundirektör;;Kvällsforum;;adj.;okänt;;lansatlas-2025\n"), o)
	require.Empty(t, got.Refused)
	assert.Equal(t, `name: Ragnvi Dagglöf
type: elected
titles:
  - title: Ordförande i Igelkopa
    organization: igelkopa
memberships:
  - group: samradstinget
    seat: kommun-igelkopa
    from: 2025-09-15
  - group: kommunkretsen
    role: substitute
    on_behalf_of: organization/igelkopa
    from: 2025-10
    sources:
      - source: lansatlas-2025
sources:
  - source: viddaoverenskommelsen
    section: "2"
`, changeOf(got, "representatives/ragnvi-dagglof.yaml"))
	assert.Contains(t, changeOf(got, "representatives/drake-norrtupp.yaml"), `titles:
  - {title: Socialchef, organization: gronkatta}
  - {title: Kommundirektör, sources: [{source: lansatlas-2025}]}
memberships:
  - {group: samklang-sinne, seat: kommun, from: 2023-12-01, decision: bemanning}
  - {group: navet, seat: nod-sinne-2, from: 2024-01-01, decision: bemanning}
  - {group: kommunkretsen, seat: kommun-1, from: 2022-12-01}
  - {group: kvallsforum, role: adjunct, from: unknown, sources: [{source: lansatlas-2025}]}
sources:
`)
}

// TestPeriods: what does not overlap what is known is new, what says the same or
// less is there already.
func TestPeriods(t *testing.T) {
	files := second(t, map[string]string{"representatives/drake-norrtupp.yaml": "name: Dråke Norrtupp\ntype: official\nmemberships:\n  - {group: navet, role: adjunct, from: 2020-01-01, until: 2021-06-30}\nsources:\n  - {source: lansatlas-2025}\n"})
	for row, want := range map[string]string{
		"2020-01-01;2021-06-30": "there", "2020;": "there", ";2021": "there", ";": "there", "2021-07-01;": "new", ";2019-12-31": "new",
		"2020-02-01;": "2020-01-01", ";2021-07": "2021-06-30", "2021-06-30;": "2020-01-01",
	} {
		got := imported(t, files, []byte("Namn;Grupp;Roll;Från;Till\nDråke Norrtupp;Navet;adjungerad;"+row+"\n"), ImportOptions{Kind: model.RepresentativeKind})
		switch want {
		case "there":
			assert.Equal(t, 1, got.Already, row)
		case "new":
			assert.Equal(t, 1, got.New(), row)
			assert.Len(t, got.Changes, 1, row)
		default:
			require.Len(t, got.Refused, 1, row)
			assert.Contains(t, got.Refused[0].Why.Sv, "i registret står "+want, row)
			assert.Empty(t, got.Changes, row)
		}
	}
}

// TestCalled: a record is known by everything that it is called.
func TestCalled(t *testing.T) {
	files := second(t, map[string]string{"organizations/ny.yaml": "name: Ringen\naliases: [Mossöga]\ntype: network\npreviously: [gammal]\n"})
	loaded, err := load.Registry(t.Context(), files)
	require.NoError(t, err)
	day := edtf.DayOf(2025, 10, 1)
	v := loaded.Registry.At(day, day)
	im := &importer{view: v, names: namesOf(v)}
	for said, want := range map[string]string{
		"Åskmolna kommun": "organization/askmolna", "åskmolna": "organization/askmolna", "askmolna": "organization/askmolna", "organization/askmolna": "organization/askmolna",
		"organisation/askmolna": "organization/askmolna", "Åkervidda läns landsting": "organization/region-akervidda", "Ringen i Åkervidda": "organization/kommunringen", "Gammal": "organization/ny",
		"Tinget": "group/samradstinget", "norrskogen": "subregion/norrskogen",
		"mossoga": "organization/mossoga", // its id, though another has the name
	} {
		ref, fault := im.find(said, model.OrganizationKind, model.GroupKind, model.Subregion)
		if assert.Nil(t, fault, said) {
			assert.Equal(t, want, ref.String(), said)
		}
	}
	_, fault := im.find("Mossöga", model.OrganizationKind)
	require.NotNil(t, fault)
	assert.Equal(t, "kan vara organization/mossoga eller organization/ny; skriv id:t", fault.Why.Sv)
}

func TestIDOfName(t *testing.T) {
	for name, want := range map[string]string{
		"Ödil Torvdotter": "odil-torvdotter", "Nora-Li  Björnhult": "nora-li-bjornhult", "  René O’Hara ": "rene-ohara", "Søren Ærø": "soren-aero", "Łódź": "lodz",
		"Лада": "", "…": "", "A/B": "a-b",
	} {
		assert.Equal(t, want, Slug(name), name)
	}
}

// TestAllOfARow: where one of the things that a row says cannot be written, none
// of them is, and the file stays as it is.
func TestAllOfARow(t *testing.T) {
	file := "name: Dråke Norrtupp\ntype: official\ntitles: unknown\nmemberships:\n  - {group: navet, role: adjunct}\n"
	files := second(t, map[string]string{"representatives/drake-norrtupp.yaml": file})
	o := ImportOptions{Kind: model.RepresentativeKind, Source: "lansatlas-2025"}
	got := imported(t, files, []byte("Namn;Befattning;Grupp;Roll\nDråke Norrtupp;Socialchef;Kvällsforum;adjungerad\n"), o)
	require.Len(t, got.Refused, 1)
	assert.Contains(t, got.Refused[0].Why.Sv, "representatives/drake-norrtupp.yaml: listan som posten ska stå i")
	assert.Empty(t, got.Changes)
	got = imported(t, files, []byte("Namn;Befattning;Grupp;Roll\nDråke Norrtupp;;Samklang hem;adjungerad\nDråke Norrtupp;Socialchef;Kvällsforum;adjungerad\n"), o)
	require.Len(t, got.Changes, 1)
	assert.NotContains(t, string(got.Changes[0].After), "kvallsforum")
	assert.Contains(t, string(got.Changes[0].After), "samklang-hem")
}

// TestTaken: a new record never takes the place of another, not even of one that
// cannot be read.
func TestTaken(t *testing.T) {
	files := second(t, map[string]string{
		"representatives/solrun-himmelsfart.yaml": "name: [\n",
		"representatives/aba-storrud.yaml":        "name: Någon annan\ntype: official\n",
		"meetings/navet/2025-03-03.yaml":          "status: [\n",
	})
	for name, want := range map[string]string{
		"Sölrun Himmelsfart": "id:t solrun-himmelsfart finns redan för något annat", "Åba Storrud": "menades Någon annan (representative/aba-storrud)?",
	} {
		got := imported(t, files, []byte("Namn;Slag;Grupp\n"+name+";official;Navet\n"), ImportOptions{Kind: model.RepresentativeKind})
		if assert.NotEmpty(t, got.Refused, name) {
			assert.Contains(t, got.Refused[0].Why.Sv, want)
		}
		assert.Empty(t, got.Changes, name)
	}
	got := imported(t, files, []byte("Grupp;Datum;Läge\nNavet;2025-03-03;held\n"), ImportOptions{Kind: model.MeetingKind})
	assert.Len(t, got.Refused, 1)
	assert.Empty(t, got.Changes)
}
