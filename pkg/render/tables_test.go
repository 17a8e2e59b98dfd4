package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var groupRef = model.Ref{Kind: model.GroupKind, ID: "uph"}

// everyCell is a report with a cell of each sort, and hostile words.
func everyCell() *report.Report {
	number := func(s string, v any) report.Cell { return report.Cell{Text: s, Value: v} }
	return &report.Report{
		Name: "every", Title: "Allt å <b>", Lead: []string{"Läs så här."},
		Parts: []report.Part{{
			ID: "cells", Heading: "Celler: [alla]/*?", Lead: []string{"En anmärkning."},
			Table: &report.Table{
				Columns: []report.Column{
					{Key: "group", Label: "Grupp", Holds: report.Records}, {Key: "words", Label: "=Ord", Holds: report.Words},
					{Key: "seats", Label: "Platser", Holds: report.Numbers}, {Key: "share", Label: "Andel", Holds: report.Shares},
					{Key: "day", Label: "Dag", Holds: report.Days}, {Key: "is", Label: "Är", Holds: report.Truths},
				},
				Rows: [][]report.Cell{
					{
						{Text: "UPH", Value: "group/uph", Ref: groupRef}, {Text: "=cmd|' /C calc'!A0", Value: "=cmd|' /C calc'!A0"},
						number("1,5", 1.5), number("25 %", 0.25), number("2022-11-07", edtf.MustParse("2022-11-07")), number("ja", true),
					},
					{
						{Text: "UPH", Value: "group/uph", Ref: groupRef, Doubt: true}, {Text: "a\x1b[31m;\"b\"", Value: "x"},
						number("3–5", report.Bounds{Min: 3, Max: 5}), {},
						number("hösten 2022", edtf.MustParse("2022-autumn")), {Text: "går inte att säga", Doubt: true},
					},
					{{}, {}, number("minst 2", report.Bounds{Min: 2, Max: math.Inf(1)}), {}, {}, number("nej", false)},
				},
				Total: []report.Cell{{Text: "Summa", Value: "Summa"}, {}, number("1,5", 1.5), {}, {}, {}},
			},
			Basis: &report.Basis{
				Of: text.Both{Sv: "platser", En: "seats"}, Counted: 3, Unknown: 1, Complete: truth.CannotTell,
				Sources: []model.Ref{{Kind: model.SourceKind, ID: "rapport-2022"}},
			},
			Chart: &report.Chart{Title: "Staplar <&>", Text: "Två staplar.", Picture: &report.Bars{
				Unit: "platser", Series: []report.Mark{{Meaning: "region", Tone: report.Neutral}},
				Bars: []report.Bar{{Label: "UPH <x>", Lengths: []float64{3}, Doubt: 2}, {Label: "Tom", Lengths: []float64{0}}},
			}},
		}},
	}
}

var seen = render.Seen{Registry: "Provet", AsOf: must(edtf.ParseDay("2022-11-07")), Rev: "v1"}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestTableCSV(t *testing.T) {
	table := everyCell().Parts[0].Table
	var b bytes.Buffer
	require.NoError(t, render.TableCSV{Lang: text.Swedish}.Write(&b, table))
	rows := must(csv.NewReader(&b).ReadAll())
	assert.Equal(t, [][]string{
		{"group", "group_name", "words", "seats", "share", "day", "is", "uncertain"},
		{"group/uph", "UPH", "'=cmd|' /C calc'!A0", "1.5", "0.25", "2022-11-07", "true", ""},
		{"group/uph", "UPH", "x", "3..5", "", "2022-autumn", "", "group, is"},
		{"", "", "", "2..", "", "", "false", ""},
	}, rows)

	b.Reset()
	require.NoError(t, render.TableCSV{Excel: true, Lang: text.Swedish}.Write(&b, table))
	assert.True(t, bytes.HasPrefix(b.Bytes(), []byte("\ufeff")), "Excel needs the mark to see that it is UTF-8")
	assert.NotContains(t, strings.ReplaceAll(b.String(), "\r\n", ""), "\n", "RFC 4180 ends lines with CRLF")
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b.Bytes(), []byte("\ufeff"))))
	r.Comma = ';'
	rows = must(r.ReadAll())
	assert.Equal(t, []string{"Grupp", "'=Ord", "Platser", "Andel", "Dag", "Är", "Inte säkert"}, rows[0])
	assert.Equal(t, []string{"UPH", "'=cmd|' /C calc'!A0", "1,5", "0,25", "2022-11-07", "ja", ""}, rows[1])
	assert.Equal(t, "hösten 2022", rows[2][4])
	assert.Equal(t, "Summa", rows[4][0])
	assert.NotContains(t, b.String(), "\x1b")
}

func TestReportXLSX(t *testing.T) {
	var b, again bytes.Buffer
	require.NoError(t, render.ReportXLSX(&b, everyCell(), seen, text.Swedish))
	require.NoError(t, render.ReportXLSX(&again, everyCell(), seen, text.Swedish))
	assert.Equal(t, b.Bytes(), again.Bytes(), "the same report is the same file")
	f := must(excelize.OpenReader(&b))
	defer f.Close()
	assert.Equal(t, []string{"Om rapporten", "Celler   alla"}, f.GetSheetList())
	sheet := f.GetSheetList()[1]
	cell := func(name string, raw bool) string {
		return must(f.GetCellValue(sheet, name, excelize.Options{RawCellValue: raw}))
	}
	assert.Equal(t, "1.5", cell("C2", true))
	assert.Equal(t, "25.0%", cell("D2", false))
	assert.Equal(t, "2022-11-07", cell("E2", false))
	assert.Equal(t, "44872", cell("E2", true), "a date is a date to the spreadsheet")
	assert.Equal(t, "hösten 2022", cell("E3", false))
	assert.Equal(t, "=cmd|' /C calc'!A0", cell("B2", false))
	assert.Empty(t, must(f.GetCellFormula(sheet, "B2")), "nothing is a formula")
	kind := must(f.GetCellType(sheet, "B2"))
	assert.Equal(t, excelize.CellTypeSharedString, kind)
	assert.Equal(t, "Summa", cell("A5", false))
	assert.Equal(t, "Grupp, Är", cell("G3", false))
	panes := must(f.GetPanes(sheet))
	assert.True(t, panes.Freeze)
	assert.Equal(t, 1, panes.YSplit)
	about := must(f.GetRows("Om rapporten"))
	assert.Contains(t, about, []string{"", "Räknade platser: 3. Går inte att avgöra: 1. Om fler finns framgår inte. Källa: rapport-2022."})
}

// Names of sheets are cut to what Excel takes, and stay apart.
func TestReportXLSXSheets(t *testing.T) {
	r := everyCell()
	long := strings.Repeat("Långa rubriker ", 4)
	for _, h := range []string{long, strings.ToUpper(long), "", "'"} {
		p := r.Parts[0]
		p.Heading = h
		r.Parts = append(r.Parts, p)
	}
	var b bytes.Buffer
	require.NoError(t, render.ReportXLSX(&b, r, seen, text.Swedish))
	f := must(excelize.OpenReader(&b))
	defer f.Close()
	assert.Len(t, f.GetSheetList(), 6)
}

func TestReportJSON(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, render.ReportJSON(&b, everyCell(), seen, text.English))
	var got struct {
		Rev    string
		Tables []struct {
			Rows    []map[string]any
			Total   map[string]any
			RestsOn map[string]any `json:"rests_on"`
		}
	}
	require.NoError(t, json.Unmarshal(b.Bytes(), &got))
	assert.Equal(t, "v1", got.Rev)
	rows := got.Tables[0].Rows
	assert.Equal(t, map[string]any{"id": "group/uph", "name": "UPH"}, rows[0]["group"])
	assert.Equal(t, []any{"group", "is"}, rows[1]["uncertain"])
	assert.Nil(t, rows[1]["is"])
	assert.Equal(t, map[string]any{"min": 2.0, "max": nil}, rows[2]["seats"])
	assert.Equal(t, "2022-autumn", rows[1]["day"])
	assert.InDelta(t, 1.5, got.Tables[0].Total["seats"], 0)
	assert.Equal(t, map[string]any{"of": "seats", "counted": 3.0, "unknown": 1.0, "complete": nil, "sources": []any{"rapport-2022"}}, got.Tables[0].RestsOn)
}

// pictures are one chart of each sort, with hostile words.
func pictures() []any {
	day := func(s string) edtf.Day { return must(edtf.ParseDay(s)) }
	hostile := "<script>&\"' ]]>\x00\u202e Å"
	marks := []report.Mark{{Sign: "<", Meaning: hostile, Tone: report.Good}, {Sign: "?", Meaning: "b", Tone: report.Quiet}}
	return []any{
		&report.Bars{Unit: hostile, Series: marks, Bars: []report.Bar{{Label: hostile, Lengths: []float64{1, 2}, Doubt: 1}}},
		&report.Bars{},
		&report.Matrix{Columns: []string{hostile, "b"}, Rows: []report.MatrixRow{{Group: hostile, Label: hostile, Marks: []int{0, -1}}}, Legend: marks},
		&report.Timeline{From: day("2020-01-01"), Until: day("2024-01-01"), Now: day("2022-11-07"), Legend: marks, Lanes: []report.Lane{{
			Label:  hostile,
			Spans:  []report.Stretch{{From: edtf.MustParse("..2021"), Tone: report.Good, Text: hostile}, {Until: edtf.MustParse("2019"), Text: hostile}},
			Points: []report.Point{{Date: edtf.MustParse("2022"), Text: hostile}, {Date: edtf.MustParse("2022-11-07"), Text: hostile}, {Date: edtf.MustParse("1900"), Text: "outside"}},
		}}},
		&report.Curve{From: day("2020-01-01"), Until: day("2024-01-01"), Now: day("2030-01-01"), Unit: hostile, Whole: 27, Steps: []report.Step{{Day: day("2021-01-01"), Min: 1, Max: 3}}},
		&report.Wheel{Year: 2023, Months: make([]string, 12), Legend: marks, Events: []report.WheelEvent{{First: 1, Last: 12, Text: hostile}, {First: 1, Last: 1, Text: hostile}}},
	}
}

// Whatever the words hold, a picture is well-formed XML without script, with a
// title and a text for who does not see it, and stands by itself.
func TestReportSVG(t *testing.T) {
	for _, p := range pictures() {
		r := &report.Report{Title: "T <&>", Parts: []report.Part{{Chart: &report.Chart{Title: "<b>", Text: "vad som visas", Picture: p}, Table: &report.Table{}}}}
		var b bytes.Buffer
		require.NoError(t, render.ReportSVG(&b, r, text.Swedish))
		elements := map[string]int{}
		d := xml.NewDecoder(bytes.NewReader(b.Bytes()))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			require.NoError(t, err, "%T: %s", p, b.String())
			if start, ok := token.(xml.StartElement); ok {
				elements[start.Name.Local]++
			}
		}
		assert.Zero(t, elements["script"])
		assert.Equal(t, 1, elements["svg"])
		assert.Equal(t, 1, elements["desc"])
		assert.NotContains(t, b.String(), "NaN", "%T", p)
		assert.NotContains(t, b.String(), "\u202e")
	}
}

func TestReportSVGWithoutCharts(t *testing.T) {
	err := render.ReportSVG(io.Discard, &report.Report{Name: "names"}, text.Swedish)
	var none *render.NoCharts
	require.ErrorAs(t, err, &none)
	assert.Equal(t, "names", none.Report)
}
