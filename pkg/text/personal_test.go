package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/text"
)

// The identity numbers are made for testing, and the telephone numbers are
// among those kept free for fiction.
var personal = map[string]text.Trace{
	"121212-1212":                         {text.IdentityNumber, "12…"},
	"1212121212":                          {text.IdentityNumber, "12…"},
	"19121212-1212":                       {text.IdentityNumber, "19…"},
	"191212121212":                        {text.IdentityNumber, "19…"},
	"121212+1212":                         {text.IdentityNumber, "12…"},
	"19121212 - 1212":                     {text.IdentityNumber, "19…"},
	"121272-1219":                         {text.IdentityNumber, "12…"}, // samordningsnummer
	"Åsa (121212-1212), Norrby":           {text.IdentityNumber, "12…"},
	"000229-0013":                         {text.IdentityNumber, "00…"}, // leap day of 2000
	"１２１２１２－１２１２":                         {text.IdentityNumber, "12…"},
	"12\u200b1212\u2060-12\u00ad12":       {text.IdentityNumber, "12…"},
	"12121\u202e2-1212":                   {text.IdentityNumber, "12…"},
	"121212–1212":                         {text.IdentityNumber, "12…"},
	"121212\u22121212":                    {text.IdentityNumber, "12…"},
	"١٢١٢١٢-١٢١٢":                         {text.IdentityNumber, "12…"},
	"𝟏𝟐𝟏𝟐𝟏𝟐-𝟏𝟐𝟏𝟐":                         {text.IdentityNumber, "12…"},
	"asa.exempelsson@region.example":      {text.EmailAddress, "a…@…"},
	"<samverkan@kommun.example>":          {text.EmailAddress, "s…@…"},
	"Skriv till åsa@söderby.example.":     {text.EmailAddress, "å…@…"},
	"mailto:x+y@a-b.example.org?subject":  {text.EmailAddress, "x…@…"},
	"asa＠region.example":                  {text.EmailAddress, "a…@…"},
	"asa@\u200bregion.\u200dexample":      {text.EmailAddress, "a…@…"},
	"asa@post.3d.example, tack":           {text.EmailAddress, "a…@…"},
	"https://vis.example asa@vis.example": {text.EmailAddress, "a…@…"},
	"070-174 06 05":                       {text.PhoneNumber, "07…"},
	"0701740605":                          {text.PhoneNumber, "07…"},
	"070 174 06 05":                       {text.PhoneNumber, "07…"},
	"0701-74 06 05":                       {text.PhoneNumber, "07…"},
	"08-465 004 00":                       {text.PhoneNumber, "08…"},
	"08-46500400":                         {text.PhoneNumber, "08…"},
	"08-46 50 04":                         {text.PhoneNumber, "08…"},
	"08 465 004 00":                       {text.PhoneNumber, "08…"},
	"(08) 465 004 00":                     {text.PhoneNumber, "(0…"},
	"08/46500400":                         {text.PhoneNumber, "08…"},
	"031-390 06 00":                       {text.PhoneNumber, "03…"},
	"0980-319 20":                         {text.PhoneNumber, "09…"},
	"tel. 0980-31920, vx":                 {text.PhoneNumber, "09…"},
	"+46701740605":                        {text.PhoneNumber, "+46…"},
	"+46 70-174 06 05":                    {text.PhoneNumber, "+46…"},
	"+46 (0)8-465 004 00":                 {text.PhoneNumber, "+46…"},
	"+46 8 465 004 00":                    {text.PhoneNumber, "+46…"},
	"0046 8 465 004 00":                   {text.PhoneNumber, "00…"},
	"08\u00a0465\u202f004\u00a000":        {text.PhoneNumber, "08…"},
	"０８－４６５ ００４ ００":                       {text.PhoneNumber, "08…"},
	"0\u200b8-465\u200b 004 00":           {text.PhoneNumber, "08…"},
	"rum 12 08-465 004 00":                {text.PhoneNumber, "08…"},
	"2022-11-07 08-465 004 00 kl. 09":     {text.PhoneNumber, "08…"},
}

func TestPersonalData(t *testing.T) {
	for s, want := range personal {
		t.Run(s, func(t *testing.T) {
			assert.Equal(t, []text.Trace{want}, text.PersonalData(s))
			assert.Equal(t, []text.Trace{want}, text.PersonalData("Kontakt: "+s+"\nVälkommen!"))
		})
	}
}

func TestNotPersonalData(t *testing.T) {
	for _, s := range []string{
		"",
		"232100-0016",                // the number of an organization
		"162321000016",               // the same, with its prefix
		"802000-1234",                // another
		"121212-1213",                // the wrong check digit
		"121312-1211",                // no such month
		"010229-0012",                // no leap year
		"121200-1216", "121292-1215", // no such day
		"121212-0008",                  // no serial number
		"17991212-1212",                // nobody
		"1212121212121",                // longer
		"x121212-1212", "121212-1212x", // within a word
		"HSN 2022-1234", "HSN 2022-0123-45", // case numbers
		"LS 0911-0926", "LS 0911-0926 45", "S/20/0008-89", "dnr 2022/08-123456",
		"SFS 2017:612, prop. 2016/17:106",
		"2022-2024", "2022–2024", "åren 2022, 2023 och 2024", "2022-11-07", "2022-11-07..2023-06-30",
		"07-11 2022", "08-11 2022", "08-11-2022", "kl. 08-16", "kl. 08.30-16.30 den 7", "08-16 2022-11-07",
		"01012022",
		"0114, 0115 och 0180", "0180 0114", "0180-0114", "kommunkod 0188",
		"5051-6905", "978-91-27-12345-6", "1 234 567 890 kronor", "0,123456789", "12.0701740605",
		"IBAN SE35 5000 0000 0549 1000 0003",
		"1177", "112", "113 13",
		"https://vis.example/asa@vis.example", "http://vis.example/070-1740605?t=121212-1212", "www.vis.example/@namn.example",
		"Se ”https://social.example/@region.example”.",
		"@region", "asa@", "asa @ region", "två@tre", "a@b.c", "@region.example", ".@region.example", "a@.example", "a@b..example",
		"08-465\n004 00", "121212-\n1212", "asa@\nregion.example",
		"+47 22 12 34 56", "+4", "+46", "+46 (0)", "+46 ", "(08)", "(", "0046", "08-", "0",
	} {
		assert.Empty(t, text.PersonalData(s), s)
	}
}

func TestSeveralPersonalData(t *testing.T) {
	found := text.PersonalData("Åsa, 121212-1212, 070-174 06 05 eller asa@vis.example; Örjan, 19121212-1212")
	assert.Equal(t, []text.Trace{
		{text.EmailAddress, "a…@…"}, {text.IdentityNumber, "12…"}, {text.PhoneNumber, "07…"}, {text.IdentityNumber, "19…"},
	}, found)
}

// TestPersonalDataIsLinear would not end with an algorithm that goes back.
func TestPersonalDataIsLinear(t *testing.T) {
	const n = 1 << 20
	for _, part := range []string{"a", "0", "@", "a@", "a.", "a@a.", "0-", "08 ", "08-123 ", "+46 ", "(08)", "+46(0)", "www.", "１", "\u200b", "121212-"} {
		text.PersonalData(strings.Repeat(part, n/len(part)) + "@")
	}
}

func FuzzPersonalData(f *testing.F) {
	for s := range personal {
		f.Add(s)
	}
	f.Add("HSN 2022-1234 och 232100-0016, se https://vis.example/@namn")
	f.Fuzz(func(t *testing.T, s string) {
		for _, trace := range text.PersonalData(s) {
			require.LessOrEqual(t, utf8.RuneCountInString(trace.Masked), 6, "what is shown is too little to spread")
		}
		for known, want := range personal {
			require.Contains(t, text.PersonalData(s+"\n"+known), want, "what stands before hides nothing")
			require.Contains(t, text.PersonalData(known+"\n"+s), want, "nor does what stands after")
			break
		}
	})
}
