package edit

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/sheet"
)

// reasons are what stands in the way of rows, by column.
func reasons(i *Imported) (out []string) {
	for _, r := range i.Refused {
		out = append(out, r.Column.Sv+": "+r.Why.Sv)
	}
	return out
}

// TestNear: all that is nearly right in a row is told of at once, and only slips
// are taken where that was said to be right, and told of too.
func TestNear(t *testing.T) {
	files := second(t, nil)
	data := []byte("Namn;Slag;Grupp;Roll;Organisation\nDråke Nortupp;tjänstperson;Kvällforum;adjungrad;Grönkåta kommun\n")
	o := ImportOptions{Kind: model.RepresentativeKind}
	got := imported(t, files, data, o)
	var near []string
	for _, r := range got.Refused {
		near = append(near, r.Near)
		assert.Equal(t, r.Near != "representative/drake-norrtupp", r.Slip, r.Near)
	}
	assert.Equal(t, []string{"official", "group/kvallsforum", "adjunct", "organization/gronkatta", "representative/drake-norrtupp"}, near)
	assert.Empty(t, got.Changes)
	assert.Empty(t, got.Taken)

	o.Near = true
	got = imported(t, files, data, o)
	require.Len(t, got.Refused, 1, "a person is not taken so")
	assert.Equal(t, `menades Dråke Norrtupp (representative/drake-norrtupp)? Är det samma person, kör med --same "Dråke Nortupp=drake-norrtupp". Är det någon annan, ge raden ett eget id i en kolumn id.`, got.Refused[0].Why.Sv)
	assert.Empty(t, got.Changes)
	assert.Empty(t, got.Taken, "the row is not taken")

	o.Same = map[string]model.Ref{"dråke  nortupp": {Kind: model.RepresentativeKind, ID: "drake-norrtupp"}}
	got = imported(t, files, data, o)
	assert.Empty(t, got.Refused)
	assert.Contains(t, changeOf(got, "representatives/drake-norrtupp.yaml"), "  - {group: kvallsforum, role: adjunct, on_behalf_of: organization/gronkatta}\n")
	var taken []string
	for _, k := range got.Taken {
		assert.Equal(t, 2, k.Row)
		taken = append(taken, k.Value+" "+k.For.Sv+" "+k.ID)
	}
	assert.Equal(t, []string{"tjänstperson tjänsteperson official", "Kvällforum Kvällsforum group/kvallsforum", "adjungrad adjungerad adjunct", "Grönkåta kommun Grönkåtta organization/gronkatta"}, taken)

	o.Same["Ingen Alls"] = o.Same["dråke  nortupp"]
	assert.Equal(t, []string{": ingen rad har namnet som --same anger"}, reasons(imported(t, files, data, o)))
}

// TestNotNear: what turns a meaning round, or is another number, organization or
// person, is never taken for what it is nearly the same as.
func TestNotNear(t *testing.T) {
	files := second(t, map[string]string{
		"organizations/taby.yaml": "name: Täby kommun\nshort_name: Täby\ntype: municipality\n", "sources/rapport-2022.yaml": "title: Rapport 2022\ntype: report\n",
		"representatives/asa-danielsson.yaml": "name: Åsa Danielsson\ntype: elected\n",
	})
	for _, test := range []struct {
		kind      model.Kind
		data, why string
	}{
		{model.AgreementKind, "Avtal;Part;Läge\nViddaöverenskommelsen;Mossöga;ej antagen\n", "Läge: tillåtet är"},
		{model.AgreementKind, "Avtal;Part;Läge\nViddaöverenskommelsen;Mossöga;oantagen\n", "Läge: tillåtet är"},
		{model.AgreementKind, "Avtal;Part;Läge\nViddaöverenskommelsen;Heby;antagen\n", "Part: menades Täby (organization/taby)? Rätta i så fall i filen."},
		{model.MeetingKind, "Grupp;Datum;Läge\nNavet;2026-10-09;ej hållet\n", "Läge: tillåtet är"},
		{model.MeetingKind, "Grupp;Datum;Läge\nNavet;2026-10-09;ej inställt\n", "Läge: tillåtet är"},
		{model.MeetingKind, "Grupp;Datum;Läge;Närvarande\nNavet;2026-10-09;hållet;Åse Danielsson\n", `Närvarande: menades Åsa Danielsson (representative/asa-danielsson)? Är det samma person, kör med --same "Åse Danielsson=asa-danielsson".`},
		{model.MeetingKind, "Grupp;Datum;Läge;Källa\nNavet;2026-10-09;hållet;Rapport 2021\n", "Källa: menades Rapport 2022 (source/rapport-2022)? Rätta i så fall i filen."},
		{model.RepresentativeKind, "Namn;Slag;Grupp;Roll\nRagnvi Dagglöf;official;Navet;ej ledamot\n", "Roll: tillåtet är"},
	} {
		got := imported(t, files, []byte(test.data), ImportOptions{Kind: test.kind, Near: true, Source: "lansatlas-2025"})
		if why := reasons(got); assert.Len(t, why, 1, test.data) {
			assert.Contains(t, why[0], test.why, test.data)
		}
		assert.Empty(t, got.Changes, test.data)
		assert.Empty(t, got.Taken, test.data)
	}
	got := imported(t, files, []byte("Namn;Slag;Grupp;Roll\nAnna Danielsson;elected;Navet;adjungerad\n"), ImportOptions{Kind: model.RepresentativeKind, Near: true})
	assert.Empty(t, got.Refused, "Anna is not Åsa")
	assert.Contains(t, changeOf(got, "representatives/anna-danielsson.yaml"), "name: Anna Danielsson\n")
}

// TestNewNames: names of new people are not compared with each other, but for an id
// that two would have.
func TestNewNames(t *testing.T) {
	files := second(t, nil)
	data := "Namn;Slag;Grupp;Roll\n"
	people := []string{"Lars Olsson", "Lars Nilsson", "Hanna Holm", "Anna Alm", "Anna Karlsson", "Anna Larsson", "Anna Carlsson", "Anna Anderson", "Anna Andersson"}
	for _, p := range people {
		data += p + ";official;Navet;adjungerad\n"
	}
	for _, near := range []bool{false, true} {
		got := imported(t, files, []byte(data), ImportOptions{Kind: model.RepresentativeKind, Near: near})
		assert.Empty(t, reasons(got))
		assert.Empty(t, got.Taken)
		assert.Len(t, got.Changes, len(people))
	}
	got := imported(t, files, []byte("Namn;Slag;Grupp;Roll\nAnna Karlsson;official;Navet;adjungerad\nAnna Kärlsson;official;Navet;adjungerad\n"), ImportOptions{Kind: model.RepresentativeKind})
	assert.Equal(t, []string{"Namn: id:t anna-karlsson har tagits av rad 2, Anna Karlsson; ge raden ett eget id i en kolumn id"}, reasons(got))
}

// TestNotAPerson: what stands where a name should, and is none.
func TestNotAPerson(t *testing.T) {
	files := second(t, nil)
	for name, want := range map[string]string{
		"Vakant": "holder: none", "vakant": "holder: none", "Vakant plats": "holder: none", "N.N.": "holder: none", "NN": "holder: none", "ej utsedd": "holder: none",
		"Tillsätts i höst": "holder: none", "okänd": "holder: none", "vacant": "holder: none", "TBD": "holder: none", "Ingen": "holder: none",
		"Göran Persson (s)": "parentes", "Göran Persson [S]": "parentes", "Bo Ek 500101-1234": "siffror", "Bo Ek 2": "siffror",
		"Ingen Alls": "", "Nora-Li O’Hara": "", "Xerxes Vakander": "",
	} {
		for _, data := range []string{
			"Namn;Slag;Grupp;Roll\n" + name + ";official;Navet;adjungerad\n",
			"Förnamn;Efternamn;Slag;Grupp;Roll\n;" + name + ";official;Navet;adjungerad\n",
		} {
			got := imported(t, files, []byte(data), ImportOptions{Kind: model.RepresentativeKind})
			if want == "" {
				assert.Len(t, got.Changes, 1, name)
				continue
			}
			if why := reasons(got); assert.Len(t, why, 1, name) {
				assert.Contains(t, why[0], want, name)
			}
			assert.NotContains(t, got.Refused[0].Value, "1234")
			assert.Empty(t, got.Changes, name)
		}
		d := NewDraft(model.RepresentativeKind)
		assert.Equal(t, want == "", d.Set("name", name, AsTyped) == nil, name)
	}
	assert.NoError(t, NewDraft(model.OrganizationKind).Set("name", "Region 8 (Norr)", AsTyped))
}

// TestUntyped: that new people lack a type is told of for each, also where more is
// wrong, and how to say it once.
func TestUntyped(t *testing.T) {
	files := second(t, nil)
	o := ImportOptions{Kind: model.RepresentativeKind}
	data := []byte("Namn;Grupp;Roll;T.o.m.\nRagnvi Dagglöf;Kvällforum;adjungerad;tills vidare\nSolveig Grynbäck;Navet;adjungerad;until further notice\nDråke Norrtupp;Kvällsforum;adjungerad;Tills vidare.\n")
	got := imported(t, files, data, o)
	assert.Equal(t, []string{
		"Grupp: menades Kvällsforum (group/kvallsforum)?",
		"Slags representant: uppgiften saknas; ge den i en kolumn Slag, eller för alla rader med --set slag=tjänsteperson",
		"Slags representant: uppgiften saknas",
	}, reasons(got))
	o.Near, o.Set = true, map[string]string{"type": "tjänsteperson"}
	got = imported(t, files, data, o)
	assert.Empty(t, reasons(got))
	for _, c := range got.Changes {
		assert.NotContains(t, strings.ReplaceAll(string(c.After), string(c.Before), ""), "until", c.Path)
	}
	assert.Equal(t, "type", ImportAttribute(model.RepresentativeKind, "slag"), "as the remedy has it")
}

// TestCameSince: a file that has come since the registry was read is no other
// record's, but a reason to begin again.
func TestCameSince(t *testing.T) {
	files := second(t, map[string]string{"representatives/ragnvi-dagglof.yaml": "name: [\n"})
	data := []byte("Namn;Slag;Grupp;Roll\nRagnvi Dagglöf;official;Navet;adjungerad\n")
	o := ImportOptions{Kind: model.RepresentativeKind, Files: []string{"vis.yaml"}}
	assert.Equal(t, []string{"Namn: representatives/ragnvi-dagglof.yaml har kommit till sedan registret lästes; kör igen"}, reasons(imported(t, files, data, o)))
	o.Files = append(o.Files, "representatives/ragnvi-dagglof.yaml")
	assert.Contains(t, reasons(imported(t, files, data, o))[0], "finns redan för något annat")

	read, err := load.Registry(t.Context(), files)
	require.NoError(t, err)
	day := edtf.DayOf(2025, 10, 1)
	book, err := sheet.Read([]byte("Namn;Grupp;Roll\nDråke Norrtupp;Kvällsforum;adjungerad\n"))
	require.NoError(t, err)
	o.Files = nil
	for _, held := range []int{0, 1} { // the second time on what the first has written
		got, err := Import(t.Context(), read.Registry.At(day, day), files, book, o)
		require.NoError(t, err)
		require.Equal(t, held, got.Held, reasons(got))
		if held == 1 {
			assert.Equal(t, []string{": representatives/drake-norrtupp.yaml har ändrats sedan registret lästes; kör igen"}, reasons(got))
			assert.Empty(t, got.Changes)
		}
		files = afterwards(files, got.Changes)
	}
}

// TestUnchanged: no record of the county's own registry is taken to have changed.
func TestUnchanged(t *testing.T) {
	files := os.DirFS("../../registry")
	read, err := load.Registry(t.Context(), files)
	require.NoError(t, err)
	day := edtf.DayOf(2025, 10, 1)
	for _, rec := range read.Registry.At(day, day).Records() {
		if k := rec.Base().Ref.Kind; k != model.RepresentativeKind && k != model.AgreementKind {
			continue
		}
		now, err := fs.ReadFile(files, rec.Base().File)
		require.NoError(t, err)
		assert.False(t, changed(rec, now), rec.Base().File)
	}
}
