package text

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/edtf"
)

func TestFill(t *testing.T) {
	write := func(v any) string { return fmt.Sprint(v) }
	assert.Equal(t, "a b", Fill("{x} {y}", Args{"x": "a", "y": "b"}, write))
	assert.Equal(t, "ett fynd", Fill("{n|ett fynd|# fynd}", Args{"n": 1}, write))
	assert.Equal(t, "7 fynd", Fill("{n|ett fynd|# fynd}", Args{"n": 7}, write))
	assert.Equal(t, "{missing} stays", Fill("{missing} stays", Args{}, write))
	assert.Equal(t, "an open { stays", Fill("an open { stays", Args{}, write))
	assert.Equal(t, []string{"x", "n"}, Placeholders("{x} and {n|a|b}"))
}

func TestLanguages(t *testing.T) {
	for in, want := range map[string]Lang{"sv": Swedish, "sv_SE.UTF-8": Swedish, "en-GB": English, "EN": English} {
		got, ok := ParseLang(in)
		assert.True(t, ok, in)
		assert.Equal(t, want, got, in)
	}
	for _, in := range []string{"", "C", "C.UTF-8", "de_DE", "svenska"} {
		_, ok := ParseLang(in)
		assert.False(t, ok, in)
	}
}

func TestNumbersAndLists(t *testing.T) {
	assert.Equal(t, "12\u00a0345", Int(12345, Swedish))
	assert.Equal(t, "-1,234,567", Int(-1234567, English))
	assert.Equal(t, "123", Int(123, English))
	assert.Equal(t, "0,25", Decimal(.25, Swedish))
	assert.Equal(t, "0.25", Decimal(.25, English))
	assert.Equal(t, "a, b och c", List([]string{"a", "b", "c"}, Swedish))
	assert.Equal(t, "a and b", List([]string{"a", "b"}, English))
	assert.Equal(t, "Årsplan", Capital("årsplan"))
}

func TestSwedishOrder(t *testing.T) {
	words := []string{"Östersund", "Ängel", "Ål", "Zebra", "Avesta"}
	slices.SortFunc(words, NewSorter(Swedish).Compare)
	assert.Equal(t, []string{"Avesta", "Zebra", "Ål", "Ängel", "Östersund"}, words)
}

func TestNearest(t *testing.T) {
	words := []string{"organization", "group", "on_behalf_of", "seat"}
	for in, want := range map[string]string{"organisation": "organization", "gruop": "group", "onbehalfof": "on_behalf_of", "set": "seat", "color": "", "x": ""} {
		assert.Equal(t, want, Nearest(in, words), in)
	}
}

func TestFold(t *testing.T) {
	assert.Equal(t, "upplands väsby", Fold("  Upplands-Väsby "))
	assert.Equal(t, Fold("Va\u0308sby"), Fold("Väsby"))
	assert.NotEqual(t, Fold("Väsby"), Fold("Vasby"))
}

func TestDatesInWords(t *testing.T) {
	for in, want := range map[string]Both{
		"2022-11-07":       {"2022-11-07", "2022-11-07"},
		"2022-autumn":      {"hösten 2022", "autumn 2022"},
		"2022-21":          {"våren 2022", "spring 2022"},
		"2023-Q1":          {"första kvartalet 2023", "the first quarter of 2023"},
		"..2021-11-24":     {"senast 2021-11-24", "by 2021-11-24"},
		"2023-01-01..":     {"tidigast 2023-01-01", "no earlier than 2023-01-01"},
		"~2021-02":         {"omkring 2021-02", "about 2021-02"},
		"2022-09..2023-06": {"någon gång 2022-09–2023-06", "some time 2022-09–2023-06"},
	} {
		d := edtf.MustParse(in)
		assert.Equal(t, want, Both{Swedish.Write(d), English.Write(d)}, in)
	}
}

// TestOnDate reads "on" before a day and nothing else.
func TestOnDate(t *testing.T) {
	for written, want := range map[string]string{
		"2022-11-07": "it ended on 2022-11-07", "2012": "it ended in 2012", "2012-05": "it ended in 2012-05",
		"2022-autumn": "it ended in autumn 2022", "2023-Q1": "it ended in the first quarter of 2023",
		"..2021-11-24": "it ended by 2021-11-24", "~2021-02": "it ended about 2021-02",
	} {
		date, err := edtf.Parse(written)
		assert.NoError(t, err)
		assert.Equal(t, want, Fill("it ended on {date}", Args{"date": date}, English.Write), written)
	}
}
