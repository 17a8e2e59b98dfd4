package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestBadWorkbooks: nothing of a workbook is passed over in silence or stands in
// another place than where it is shown, and nothing costs more than it should.
func TestBadWorkbooks(t *testing.T) {
	with := func(rows string, changed ...string) string {
		parts := partsOf(rows)
		for i := 0; i < len(changed); i += 2 {
			if parts[changed[i]] = changed[i+1]; changed[i+1] == "" {
				delete(parts, changed[i])
			}
		}
		return packed(t, parts)
	}
	named := func(names ...string) string {
		sheets := ""
		for i, n := range names {
			if len(names) > 2 {
				n += strconv.Itoa(i)
			}
			sheets += `<sheet name="` + n + `" sheetId="1" r:id="b"/>`
		}
		return with("", "xl/workbook.xml", `<workbook xmlns="`+main+`" xmlns:r="`+office+`"><sheets>`+sheets+`</sheets></workbook>`)
	}
	one := `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`
	const many = 2_000_000
	for name, test := range map[string]struct{ data, says string }{
		"a sheet that ends early":      {with(`<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>`), "ingen arbetsbok"},
		"rows in disorder":             {with(`<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>`), "ingen arbetsbok"},
		"the same row many times":      {with(strings.Repeat(`<row r="1"/>`, many)), "ingen arbetsbok"},
		"cells in disorder":            {with(`<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>`), "ingen arbetsbok"},
		"a cell of no column":          {with(`<row r="1"><c r="1A"><v>1</v></c></row>`), "ingen arbetsbok"},
		"a style that is no number":    {with(`<row r="1"><c r="A1" s="x" t="s"><v>0</v></c></row>`), "ingen arbetsbok"},
		"a row beyond the last":        {with(`<row r="1048577"><c><v>1</v></c></row>`), "ingen arbetsbok"},
		"texts that are not there":     {with(one, "xl/sharedStrings.xml", ""), "ingen arbetsbok"},
		"texts that break off":         {with(one, "xl/sharedStrings.xml", `<sst xmlns="`+main+`"><si><t>a</t></si><si>`), "ingen arbetsbok"},
		"too many texts":               {with(one, "xl/sharedStrings.xml", `<sst xmlns="`+main+`">`+strings.Repeat("<si/>", many)+`</sst>`), "för många"},
		"a long text":                  {with(one, "xl/sharedStrings.xml", `<sst xmlns="`+main+`"><si><t>`+strings.Repeat("_x0041_", 100_000)+`</t></si></sst>`), "en text som är för lång"},
		"a long text in the sheet":     {with(`<row><c t="inlineStr"><is><t>` + strings.Repeat("_x0041_", 100_000) + `</t></is></c></row>`), "en text som är för lång"},
		"too many styles":              {with(one, "xl/styles.xml", `<styleSheet xmlns="`+main+`"><cellXfs>`+strings.Repeat("<xf/>", many)+`</cellXfs></styleSheet>`), "för många"},
		"too many sheets":              {named(strings.Split(strings.Repeat("a", mostSheets+1), "")...), "för många"},
		"a workbook somewhere else":    {with(one, "_rels/.rels", `<Relationships xmlns="`+parts+`"><Relationship Id="a" Type="`+office+`/officeDocument" Target="other.xml"/></Relationships>`), "ingen arbetsbok"},
		"two sheets of the same name":  {named("Blad", "blad"), "ingen arbetsbok"},
		"a name that is too long":      {named(strings.Repeat("å", 32)), "längre än 31 tecken"},
		"cells far to the right":       {with(strings.Repeat(`<row><c/><c r="XFD1" t="str"><v>-</v></c></row>`, 10_000)), "rad 1: en rad har fler än 256"},
		"styles that refer to nothing": {with(`<row><c s="1"><v>1</v></c></row>`, "xl/styles.xml", `<styleSheet xmlns="`+main+`"><cellXfs>`), "ingen arbetsbok"},
	} {
		began := time.Now()
		_, err := Read([]byte(test.data))
		var ours *FileError
		require.ErrorAs(t, err, &ours, name)
		assert.Contains(t, ours.Swedish(), test.says, name)
		assert.Less(t, time.Since(began), 10*time.Second, name)
	}
}

// TestBadArchives: an archive that says what is not so of its parts.
func TestBadArchives(t *testing.T) {
	fine := []byte(workbookOf(t, `<row r="1"><c r="A1"><v>1</v></c></row>`))
	_, err := Read(fine)
	require.NoError(t, err)
	at := bytes.LastIndex(fine, []byte("PK\x01\x02"))
	size := func(n uint32) []byte {
		out := bytes.Clone(fine)
		binary.LittleEndian.PutUint32(out[at+24:], n)
		return out
	}
	sum := bytes.Clone(fine)
	sum[at+16]++
	var negative bytes.Buffer
	z := zip.NewWriter(&negative)
	_, err = z.CreateRaw(&zip.FileHeader{Name: "a", UncompressedSize64: 1 << 63})
	require.NoError(t, err)
	require.NoError(t, z.Close())
	for name, test := range map[string]struct {
		data []byte
		says string
	}{
		"it holds more":   {size(1), "ingen arbetsbok"},
		"it holds less":   {size(1 << 20), "ingen arbetsbok"},
		"it is too large": {size(1 << 30), "64 MB uppackat"},
		"it is negative":  {negative.Bytes(), "64 MB uppackat"},
		"another sum":     {sum, "ingen arbetsbok"},
		"it is cut short": {fine[:len(fine)-30], "ingen arbetsbok"},
	} {
		_, err := Read(test.data)
		var ours *FileError
		require.ErrorAs(t, err, &ours, name)
		assert.Contains(t, ours.Swedish(), test.says, name)
	}
}

// TestNoFiles: a large workbook is read without a file being written.
func TestNoFiles(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	text := strings.Repeat("x", 1000)
	parts := partsOf(strings.Repeat(`<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>`+text+`</t></is></c></row>`, mostRows))
	parts["xl/worksheets/sheet1.xml"] = parts["xl/sheets/s.xml"]
	delete(parts, "xl/sheets/s.xml")
	parts["xl/_rels/workbook.xml.rels"] = strings.Replace(parts["xl/_rels/workbook.xml.rels"], "/xl/sheets/s.xml", `worksheets\sheet1.xml`, 1)
	parts["xl/sharedStrings.xml"] = `<sst xmlns="` + main + `">` + strings.Repeat("<si><t>"+text+"</t></si>", 20_000) + `</sst>`
	data := []byte(packed(t, parts))
	before, err := os.Stat(dir)
	require.NoError(t, err)
	b, err := Read(data)
	require.NoError(t, err)
	require.Len(t, b.Sheets[0].Rows, mostRows)
	assert.Equal(t, []Cell{{Text: text}, {Text: text}}, b.Sheets[0].Rows[mostRows-1].Cells)
	after, err := os.Stat(dir)
	require.NoError(t, err)
	assert.Equal(t, before.ModTime(), after.ModTime(), "a file was written, and perhaps removed again")
}

// TestFrom1904: a workbook may count its days from 1904.
func TestFrom1904(t *testing.T) {
	parts := partsOf(`<row><c s="1"><v>44820</v></c><c s="1"><v>0</v></c></row>`)
	parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)
	b, err := Read([]byte(packed(t, parts)))
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"2026-09-17", "1904-01-01"}}, table(b))
}

// TestHiddenRows: the first row that holds something may stand further down.
func TestHiddenRows(t *testing.T) {
	b, err := Read([]byte(workbookOf(t, `<row r="3" hidden="1"><c r="A3"><v>3</v></c></row><row r="4"><c r="A4"><v>4</v></c></row><row r="9" hidden="true"><c r="C9"><v>9</v></c><c r="D9"><f>NOW()</f></c></row><row r="1048576" hidden="1"/>`)))
	require.NoError(t, err)
	assert.Equal(t, []Row{
		{Number: 3, Hidden: true, Cells: []Cell{{Text: "3"}}},
		{Number: 4, Cells: []Cell{{Text: "4"}}},
		{Number: 9, Hidden: true, Cells: []Cell{{}, {}, {Text: "9"}, {Fault: Formula}}},
	}, b.Sheets[0].Rows)
}

// FuzzRows: whatever stands in a sheet, it is read in order or refused.
func FuzzRows(f *testing.F) {
	for _, s := range []string{
		`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="3"><f>A1</f><v>1</v></c></row><row r="3" hidden="1"><c t="b"><v>1</v></c></row>`,
		`<row><c t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells><sheetData>`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, rows string) {
		b, err := Read([]byte(workbookOf(t, rows)))
		if err != nil {
			assert.ErrorAs(t, err, new(*FileError))
			return
		}
		last := 0
		for _, r := range b.Sheets[0].Rows {
			assert.Greater(t, r.Number, last)
			assert.LessOrEqual(t, len(r.Cells), mostColumns)
			last = r.Number
		}
	})
}
