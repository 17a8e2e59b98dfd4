// Package edtf reads dates that are intervals of days, and compares them without
// claiming more than they say.
//
// The spellings are those of the registry's date convention, which follows the
// Extended Date/Time Format, EDTF (ISO 8601-2:2019), where that format has a
// spelling for the same thing:
//
//	2022-11-07         that day
//	2021-02            some day of that month
//	2008               some day of that year
//	2023-Q1            some day of that quarter            EDTF 2023-33 … 2023-36
//	2022-spring        1 January – 30 June                 EDTF 2022-21
//	2022-autumn        1 July – 31 December                EDTF 2022-23
//	~2021-02           about: wider by its own length      EDTF 2021-02~
//	                   on each side
//	..2021-11-24       that day or before                  EDTF ../2021-11-24
//	2023-01-01..       that day or after                   EDTF 2023-01-01/..
//	2022-09..2023-06   some day from the first day of the  EDTF 2022-09/2023-06
//	                   one to the last day of the other
//
// The parts combine: ..2023-Q1, ~2022-Q3..2023-06. A ~ belongs to the one part
// it stands at.
//
// Two such dates need not have an order: whether 2022 comes before 2022-06 no one
// can tell. Every comparison therefore answers with a [truth.Value], and answers
// yes or no only when each choice of a day within each interval gives the same.
// A narrower date can settle a question; it never reverses an answer.
package edtf
