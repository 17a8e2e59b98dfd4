package sheet

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// table is what the sheets of a book show, each row after its number.
func table(b *Book) (out [][]string) {
	for _, s := range b.Sheets {
		for _, r := range s.Rows {
			row := []string{}
			for _, c := range r.Cells {
				row = append(row, c.Text)
			}
			out = append(out, row)
		}
	}
	return out
}

func TestCSV(t *testing.T) {
	ansi, err := charmap.Windows1252.NewEncoder().String("Namn;Ort\r\nÅsa – ö;Åby\r\n")
	require.NoError(t, err)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("Namn\tOrt\nÅsa – ö\tÅby\n")
	require.NoError(t, err)
	bare, err := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String("Namn\tOrt\nÅsa – ö\tÅby\n")
	require.NoError(t, err)
	for name, test := range map[string]struct {
		data, encoding string
		comma          rune
	}{
		"UTF-8":                {"Namn;Ort\nÅsa – ö;Åby\n", "UTF-8", ';'},
		"with a mark":          {"\ufeffNamn,Ort\r\nÅsa – ö,Åby", "UTF-8", ','},
		"Swedish Excel":        {ansi, "Windows-1252", ';'},
		"text of Excel":        {wide, "UTF-16", '\t'},
		"without a mark":       {bare, "UTF-16", '\t'},
		"it says what parts":   {"sep=,\r\nNamn,Ort\r\n\"Åsa – ö\",Åby\r\n", "UTF-8", ','},
		"with spaces that are": {"Namn;Ort\n Åsa\u00a0– ö ;Åby\n", "UTF-8", ';'},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := Read([]byte(test.data))
			require.NoError(t, err)
			assert.Equal(t, [][]string{{"Namn", "Ort"}, {"Åsa – ö", "Åby"}}, table(b))
			assert.Equal(t, test.encoding, b.Encoding.Sv)
			assert.Equal(t, string(test.comma), string(b.Comma))
		})
	}
}

// TestCSVRows: a row has the number that a spreadsheet program shows, whatever
// stands above and in it.
func TestCSVRows(t *testing.T) {
	b, err := Read([]byte("Lista;;\n\nNamn;Ort;Not\n\"a\nb\";\"c \"\"d\"\"; e\"\n;;\nf;-;–\n"))
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"Lista"}, {"Namn", "Ort", "Not"}, {"a\nb", `c "d"; e`}, {"f"}}, table(b))
	var numbers []int
	for _, r := range b.Sheets[0].Rows {
		numbers = append(numbers, r.Number)
	}
	assert.Equal(t, []int{1, 3, 4, 6}, numbers)
}

func TestHostileCells(t *testing.T) {
	b, err := Read([]byte("a;b;c;d;e;" + strings.Repeat("x", longestCell+1) + "\n=cmd|' /c calc'!A0;@SUM(1);+46;-2+3;-;y\n"))
	require.NoError(t, err)
	var faults []Fault
	for _, c := range b.Sheets[0].Rows[1].Cells {
		faults = append(faults, c.Fault)
	}
	assert.Equal(t, []Fault{Formula, Formula, Formula, Formula, Fine, Fine}, faults)
	assert.Equal(t, TooLong, b.Sheets[0].Rows[0].Cells[5].Fault)
	assert.Empty(t, b.Sheets[0].Rows[0].Cells[5].Text)
}

func TestRefusedFiles(t *testing.T) {
	for name, test := range map[string]struct{ data, says string }{
		"too large":     {strings.Repeat("a", MostBytes+1), "filen är för stor; högst 16 MB"},
		"too long":      {strings.Repeat("a;b\n", mostRows+1), "fler än 20 000 rader"},
		"too wide":      {"a\n" + strings.Repeat("a;", mostColumns+1), "rad 2: en rad har fler än 256 kolumner"},
		"a picture":     {"\x89PNG\r\n\x1a\n\x00\x00\x01", "varken csv eller xlsx"},
		"a quote":       {"a;b\nc;\"d\" e\"\n", "rad 2: ett citattecken"},
		"an open quote": {"a;b\nc;\"d\n", "rad 2: ett citattecken"},
		"old Excel":     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "lösenord eller sparad som xls"},
		"no workbook":   {"PK\x03\x04 and no more", "ingen arbetsbok"},
		"another zip":   {packed(t, map[string]string{"a.txt": "a"}), "ingen arbetsbok"},
		"broken XML":    {workbookOf(t, "<row r='1'><c"), "ingen arbetsbok"},
		"an entity":     {packed(t, map[string]string{"xl/workbook.xml": `<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>`}), "ingen arbetsbok"},
		"a bomb":        {workbookOf(t, "<row r='1'><c r='A1' t='inlineStr'><is><t>"+strings.Repeat("0", mostUnpacked)+"</t></is></c></row>"), "64 MB uppackat"},
		"wide XML":      {workbookOf(t, "<row r='7'><c r='XFD7'><v>1</v></c></row>"), "rad 7: en rad har fler än 256 kolumner"},
		"many merges":   {workbookOf(t, "</sheetData><mergeCells>"+strings.Repeat("<mergeCell ref='A1:A2'/>", 5_001)+"</mergeCells><sheetData>"), "för många"},
	} {
		_, err := Read([]byte(test.data))
		var ours *FileError
		require.ErrorAs(t, err, &ours, name)
		assert.Contains(t, ours.Swedish(), test.says, name)
		assert.NotEmpty(t, ours.Error(), name)
	}
}

// packed is a zip of files.
func packed(t testing.TB, files map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range files {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(data))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.String()
}

// The names that XML has in a workbook.
const (
	main   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	parts  = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// workbookOf is a workbook with one sheet, of rows in XML.
func workbookOf(t testing.TB, rows string) string {
	t.Helper()
	return packed(t, partsOf(rows))
}

func partsOf(rows string) map[string]string {
	return map[string]string{
		"_rels/.rels":                `<Relationships xmlns="` + parts + `"><Relationship Id="a" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + main + `" xmlns:r="` + office + `"><sheets><sheet name="Blad" sheetId="1" r:id="b"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="` + parts + `"><Relationship Id="b" Type="` + office + `/worksheet" Target="/xl/sheets/s.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst xmlns="` + main + `"><si><t>Åsa</t></si><si><r><t>Ri</t></r><r><t>ch</t></r><rPh><t>rikku</t></rPh></si><si><t>a_x000D_b_x0007_</t></si></sst>`,
		"xl/styles.xml": `<styleSheet xmlns="` + main + `"><numFmts><numFmt numFmtId="164" formatCode="[$-41D]d mmmm yyyy;@"/><numFmt numFmtId="165" formatCode="mmm\-yy"/><numFmt numFmtId="166" formatCode="yyyy"/><numFmt numFmtId="167" formatCode="0000"/><numFmt numFmtId="168" formatCode="h:mm"/><numFmt numFmtId="169" formatCode="0 &quot;dagar&quot;"/></numFmts>` +
			`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="169"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
		"xl/sheets/s.xml": `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`,
	}
}

// TestXLSX: a cell is what it shows.
func TestXLSX(t *testing.T) {
	for name, test := range map[string]struct{ cell, want string }{
		"a shared text":         {`<c t="s"><v>0</v></c>`, "Åsa"},
		"one of several styles": {`<c t="s"><v>1</v></c>`, "Rich"},
		"with escapes":          {`<c t="s"><v>2</v></c>`, "a\nb\a"},
		"a text that is not":    {`<c t="s"><v>99</v></c>`, ""},
		"a number":              {`<c><v>114</v></c>`, "114"},
		"a large one":           {`<c><v>1.2345678E7</v></c>`, "12345678"},
		"with decimals":         {`<c><v>0.1</v></c>`, "0.1"},
		"a day":                 {`<c s="1"><v>46282</v></c>`, "2026-09-17"},
		"in words":              {`<c s="2"><v>46282</v></c>`, "2026-09-17"},
		"only a month":          {`<c s="3"><v>46266</v></c>`, "2026-09"},
		"only a year":           {`<c s="4"><v>46023</v></c>`, "2026"},
		"a code":                {`<c s="5"><v>114</v></c>`, "0114"},
		"a time":                {`<c s="6"><v>0.5625</v></c>`, "13:30"},
		"a unit":                {`<c s="7"><v>3</v></c>`, "3"},
		"a day and a time":      {`<c s="8"><v>46282.5625</v></c>`, "2026-09-17 13:30"},
		"a day at midnight":     {`<c s="8"><v>46282</v></c>`, "2026-09-17"},
		"the first days":        {`<c s="1"><v>1</v></c>`, "1900-01-01"},
		"beyond the last":       {`<c s="1"><v>9999999</v></c>`, "9999999"},
		"yes":                   {`<c t="b"><v>1</v></c>`, "ja"},
		"a style that is not":   {`<c s="99"><v>7</v></c>`, "7"},
		"in the sheet":          {`<c t="inlineStr"><is><t>x</t></is></c>`, "x"},
	} {
		b, err := Read([]byte(workbookOf(t, "<row>"+test.cell+"<c><v>1</v></c></row>")))
		require.NoError(t, err, name)
		require.Len(t, b.Sheets, 1)
		assert.Equal(t, test.want, b.Sheets[0].Rows[0].Cells[0].Text, name)
	}
}

func TestXLSXFaults(t *testing.T) {
	b, err := Read([]byte(workbookOf(t, `<row r="2" hidden="1"><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="e"><v>#N/A</v></c><c r="D2"><v>x</v></c></row>`)))
	require.NoError(t, err)
	row := b.Sheets[0].Rows[0]
	assert.True(t, row.Hidden)
	assert.Equal(t, 2, row.Number)
	assert.Equal(t, []Cell{{}, {Text: "2", Fault: Formula}, {Text: "#N/A", Fault: Error}, {Text: "x", Fault: Error}}, row.Cells)
}

// TestMerged: what is merged over rows is said by each of them.
func TestMerged(t *testing.T) {
	b, err := Read([]byte(workbookOf(t, `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row><row r="4"><c r="B4"><v>4</v></c></row>`+
		`</sheetData><mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="B4:D4"/><mergeCell ref="A9:A99"/><mergeCell ref="?"/></mergeCells><sheetData>`)))
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"Åsa", "1"}, {"Åsa", "2"}, {"", "4"}}, table(b))
}

// FuzzRead: whatever a file holds, it is read or refused, and within bounds.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"a;b\nc;d", "\xff\xfea\x00", "\"a\n\";", "sep=,\na,b", "PK\x03\x04"} {
		f.Add([]byte(s))
	}
	f.Add([]byte(workbookOf(f, `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Read(data)
		if err != nil {
			assert.ErrorAs(t, err, new(*FileError))
			return
		}
		last := 0
		if len(b.Sheets) != 1 {
			return
		}
		for _, r := range b.Sheets[0].Rows {
			assert.Greater(t, r.Number, last)
			assert.NotEmpty(t, r.Cells)
			last = r.Number
		}
	})
}
