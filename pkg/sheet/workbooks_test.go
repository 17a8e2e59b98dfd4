package sheet_test

import (
	"bytes"
	"flag"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/vis-samverkan/vis/pkg/sheet"
)

// The workbooks of testdata/import are written here.
var update = flag.Bool("update", false, "write the workbooks into testdata/import")

const folder = "../../testdata/import/"

func day(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// members is a member list as people keep it: a title, groups that span several
// rows, dates that are dates, a sheet with advice and one that is hidden.
func members(t *testing.T, f *excelize.File) {
	require.NoError(t, f.SetSheetName("Sheet1", "Ledamöter"))
	rows(t, f, "Ledamöter", [][]any{
		{"Ledamöter i samverkansgrupperna hösten 2025"},
		{},
		{"Grupp", "Namn", "Kategori", "Befattning", "Kommun", "Uppdrag", "Från", "Till"},
		{"Samklang hem", "Solveig Grynbäck", "tjänsteperson", "Hemtjänstchef", "Mossöga kommun", "ersättare", day(2025, 9, 1)},
		{nil, "Dråke Norrtupp", "Tjänsteman", "Socialchef", "Grönkåtta", "adjungerad", day(2025, 9, 15), day(2026, 3, 31)},
		{nil, "Torvald Åsnöre", "tjänsteperson", nil, "Hälsokontoret", "adjungerad", day(2025, 10, 1)},
		{"Kommunkretsen", "Solveig Grynbäck", "tjänsteperson", "Hemtjänstchef", "Mossöga kommun", "ersättare", day(2025, 9, 1)},
		{"Tinget", "Ragnvi Dagglöf", "förtroendevald", nil, "Igelkopa", "ledamot", day(2025, 9, 15)},
	})
	require.NoError(t, f.MergeCell("Ledamöter", "A1", "H1"))
	require.NoError(t, f.MergeCell("Ledamöter", "A4", "A6"))
	style(t, f, "Ledamöter", "G4", "H8", "yyyy-mm-dd")
	style(t, f, "Ledamöter", "G6", "G6", "mmmm yyyy") // the day is not known
	require.NoError(t, f.SetRowVisible("Ledamöter", 7, false))
	advice, err := f.NewSheet("Läs mig")
	require.NoError(t, err)
	require.Positive(t, advice)
	rows(t, f, "Läs mig", [][]any{{"Fyll i en rad för varje person och grupp."}})
	_, err = f.NewSheet("Gammalt")
	require.NoError(t, err)
	rows(t, f, "Gammalt", [][]any{{"Grupp", "Namn", "Kategori"}, {"Navet", "Ingen Alls", "tjänsteperson"}})
	require.NoError(t, f.SetSheetVisible("Gammalt", false))
}

// adoptions is a list of what municipalities have decided.
func adoptions(t *testing.T, f *excelize.File) {
	require.NoError(t, f.SetSheetName("Sheet1", "Antaganden"))
	rows(t, f, "Antaganden", [][]any{
		{"Överenskommelse", "Kommun", "Läge", "Beslutsdatum", "Beslutsinstans", "Dnr"},
		{"Överenskommelse om minnessvikt", "Lövglänta kommun", "Antagen", day(2025, 9, 16), "Kommunstyrelsen", "KS 2025/114"},
		{nil, "Mossöga", "antaget", "23/9 2025", "KS", 88},
		{nil, "Åskmolna", "antagen", day(2025, 4, 10), "kommunstyrelsen"},
		{"Hemgångsöverenskommelsen", "Igelkopa kommun", "Antagen", day(2019, 9, 30), "kommunstyrelse", "KS 2019/7"},
	})
	require.NoError(t, f.MergeCell("Antaganden", "A2", "A4"))
	style(t, f, "Antaganden", "D2", "D5", "d mmmm yyyy")
	style(t, f, "Antaganden", "F3", "F3", "0000")
}

func rows(t *testing.T, f *excelize.File, name string, rows [][]any) {
	for i, row := range rows {
		for j, value := range row {
			if value == nil {
				continue
			}
			cell, err := excelize.CoordinatesToCellName(j+1, i+1)
			require.NoError(t, err)
			require.NoError(t, f.SetCellValue(name, cell, value))
		}
	}
}

func style(t *testing.T, f *excelize.File, name, from, to, format string) {
	id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	require.NoError(t, err)
	require.NoError(t, f.SetCellStyle(name, from, to, id))
}

// TestWorkbooks checks that the workbooks are what is written here, and that what
// is read of them row by row is what the library tells of each cell.
func TestWorkbooks(t *testing.T) {
	for name, fill := range map[string]func(*testing.T, *excelize.File){"medlemslista.xlsx": members, "antagandelista.xlsx": adoptions} {
		f := excelize.NewFile()
		fill(t, f)
		require.NoError(t, f.SetDocProps(&excelize.DocProperties{Created: "2025-10-01T08:00:00Z", Modified: "2025-10-01T08:00:00Z", Creator: "Navet"}))
		var out bytes.Buffer
		require.NoError(t, f.Write(&out))
		if *update {
			require.NoError(t, os.WriteFile(folder+name, out.Bytes(), 0o644))
		}
		kept, err := os.ReadFile(folder + name)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(out.Bytes(), kept), "%s is not what is written here; -update writes it", name)

		book, err := sheet.Read(kept)
		require.NoError(t, err)
		names := f.GetSheetList()
		require.Len(t, book.Sheets, len(names))
		for i, s := range book.Sheets {
			assert.Equal(t, names[i], s.Name)
			shown, err := f.GetSheetVisible(s.Name)
			require.NoError(t, err)
			assert.Equal(t, shown, !s.Hidden)
			for _, row := range s.Rows {
				for j, c := range row.Cells {
					at, err := excelize.CoordinatesToCellName(j+1, row.Number)
					require.NoError(t, err)
					raw, err := f.GetCellValue(s.Name, at, excelize.Options{RawCellValue: true})
					require.NoError(t, err)
					if _, number := number(raw); !number { // a date is told in another way
						assert.Equal(t, raw, c.Text, "%s %s", s.Name, at)
					}
				}
			}
		}
	}
}

func number(s string) (rune, bool) {
	for _, r := range s {
		if r < '0' || r > '9' {
			return r, false
		}
	}
	return 0, s != ""
}
