package edtf

import "fmt"

// ParseError says that a text is not a date, a day or a duration, and why.
type ParseError struct {
	Text   string // as written
	Reason Reason
}

// Error gives the message in English, on one line, with the text quoted and cut
// short if it is long. [Reason.Swedish] has the Swedish words.
func (e *ParseError) Error() string {
	return fmt.Sprintf("%.60q: %s", e.Text, e.Reason.English())
}

// Reason is why a text could not be read. Its words, in either language, say what
// is wrong and what to write instead.
type Reason uint8

const (
	none Reason = iota

	Empty                 // nothing is written
	NotADate              // no form of date is like it
	NotADay               // a date, where one whole day is asked for
	YearOutOfRange        // before the year 1000
	NoSuchMonth           // a month but 01–12
	NoSuchDay             // a day that the month does not have
	NoSuchQuarter         // a quarter but Q1–Q4, or written otherwise
	SeasonNotAllowed      // summer or winter, EDTF 22 and 24
	SeasonSpelling        // spring or autumn in other words
	Backwards             // a range whose first day comes after its last
	NestedOpen            // more than one .. or /
	EndMissing            // a / without a date on one side
	NoEnd                 // open at both ends
	LooseTilde            // a ~ that does not stand at a date, or two of them
	LooksLikeTimestamp    // a day with a time
	LooksLikeDayMonthYear // 7/11 2022, or 11/7 2022
	WrongSeparator        // 2022/11/07, 20221107
	OneDigit              // 2022-6
	RangeWithHyphen       // 2022-2023
	UncertaintyMark       // ? and % of EDTF
	UnspecifiedDigit      // X of EDTF
	NotADuration          // no form of duration is like it
	DurationEmpty         // P
	DurationWithTime      // PT1H
	DurationFraction      // P1.5Y
	DurationTooLong       // a number of more than six digits
	DurationOrder         // P6M1Y, P1M1M
	lastReason            = DurationOrder
)

var reasons = [...]struct{ en, sv string }{
	none: {"no error", "inget fel"},
	Empty: {
		"a date is missing",
		"ett datum saknas",
	},
	NotADate: {
		"write it like 2022-11-07, 2021-02, 2008, 2023-Q1, 2022-spring, 2022-autumn, ~2021-02, ..2021-11-24, 2023-01-01.. or 2022-09..2023-06",
		"skriv som 2022-11-07, 2021-02, 2008, 2023-Q1, 2022-spring (våren), 2022-autumn (hösten), ~2021-02, ..2021-11-24, 2023-01-01.. eller 2022-09..2023-06",
	},
	NotADay: {
		"a whole day is needed; write it like 2022-11-07",
		"en hel dag behövs; skriv som 2022-11-07",
	},
	YearOutOfRange: {
		"years go from 1000 to 9999",
		"åren går från 1000 till 9999",
	},
	NoSuchMonth: {
		"no such month; months are 01 to 12",
		"månaden finns inte; månader är 01 till 12",
	},
	NoSuchDay: {
		"the month has no such day",
		"månaden har ingen sådan dag",
	},
	NoSuchQuarter: {
		"no such quarter; write 2023-Q1 to 2023-Q4",
		"kvartalet finns inte; skriv 2023-Q1 till 2023-Q4",
	},
	SeasonNotAllowed: {
		"summer and winter (22, 24) are not used, because their first and last day are not agreed; write the months, such as 2022-06..2022-08 or 2022-12..2023-02",
		"sommar och vinter (22, 24) används inte, eftersom deras första och sista dag inte är bestämda; skriv månaderna, som 2022-06..2022-08 eller 2022-12..2023-02",
	},
	SeasonSpelling: {
		"write 2022-spring for January to June and 2022-autumn for July to December",
		"skriv 2022-spring för januari till juni och 2022-autumn för juli till december",
	},
	Backwards: {
		"the first day comes after the last; put the earlier date first",
		"den första dagen kommer efter den sista; skriv det tidigare datumet först",
	},
	NestedOpen: {
		"the two dots (or a slash) may stand once only; write ..2021, 2021.. or 2021..2022",
		"de två punkterna (eller ett snedstreck) får stå bara en gång; skriv ..2021, 2021.. eller 2021..2022",
	},
	EndMissing: {
		"one end of the range is missing; write ..2021 for on or before and 2021.. for on or after",
		"den ena änden saknas; skriv ..2021 för senast och 2021.. för tidigast",
	},
	NoEnd: {
		"a date that is open at both ends says nothing; give one end, write unknown, or leave it out",
		"ett datum som är öppet i båda ändar säger ingenting; ange den ena änden, skriv unknown eller utelämna det",
	},
	LooseTilde: {
		"one ~ stands directly before a date; write ~2021-02 or ..~2021-02",
		"ett ~ står direkt före ett datum; skriv ~2021-02 eller ..~2021-02",
	},
	LooksLikeTimestamp: {
		"a date has no time of day; write the day only, such as 2022-11-07",
		"ett datum har inget klockslag; skriv bara dagen, som 2022-11-07",
	},
	LooksLikeDayMonthYear: {
		"day and month could be mistaken for each other; write the year first, such as 2022-11-07",
		"dag och månad kan förväxlas; skriv året först, som 2022-11-07",
	},
	WrongSeparator: {
		"put hyphens between year, month and day, such as 2022-11-07",
		"sätt bindestreck mellan år, månad och dag, som 2022-11-07",
	},
	OneDigit: {
		"month and day have two digits; write 2022-06 or 2022-06-01",
		"månad och dag har två siffror; skriv 2022-06 eller 2022-06-01",
	},
	RangeWithHyphen: {
		"put two dots between the first and the last, such as 2022..2023",
		"sätt två punkter mellan den första och den sista, som 2022..2023",
	},
	UncertaintyMark: {
		"the marks ? and % are not used; write ~ before a date that is approximate, such as ~2021-02",
		"tecknen ? och % används inte; skriv ~ före ett ungefärligt datum, som ~2021-02",
	},
	UnspecifiedDigit: {
		"X for an unknown digit is not used; write what is known, such as 2021 for some day of 2021, or 2020..2029",
		"X för en okänd siffra används inte; skriv det som är känt, som 2021 för någon dag 2021, eller 2020..2029",
	},
	NotADuration: {
		"write it like P1Y, P12M, P1Y6M, P2W or P30D",
		"skriv som P1Y (år), P12M (månader), P1Y6M, P2W (veckor) eller P30D (dagar)",
	},
	DurationEmpty: {
		"the duration has no length; write it like P12M",
		"tidslängden saknar värde; skriv som P12M",
	},
	DurationWithTime: {
		"a duration is in whole days; hours, minutes and seconds (T) are not used",
		"en tidslängd är i hela dagar; timmar, minuter och sekunder (T) används inte",
	},
	DurationFraction: {
		"a duration is in whole numbers; write a smaller unit, such as P18M for a year and a half",
		"en tidslängd är i heltal; skriv en mindre enhet, som P18M för ett och ett halvt år",
	},
	DurationTooLong: {
		"a number in a duration has at most six digits",
		"ett tal i en tidslängd har högst sex siffror",
	},
	DurationOrder: {
		"write each unit once, in the order years, months, weeks, days, such as P1Y6M",
		"skriv varje enhet en gång, i ordningen år, månader, veckor, dagar, som P1Y6M",
	},
}

// English gives the message in English: lower case, no full stop.
func (r Reason) English() string { return reasons[min(r, lastReason)].en }

// Swedish gives the message in Swedish: lower case, no full stop.
func (r Reason) Swedish() string { return reasons[min(r, lastReason)].sv }
