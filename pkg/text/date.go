package text

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
)

// Date writes a date as a person says it: "senast 2021-11-24", "hösten 2022",
// "första kvartalet 2023". Plain dates, months and years stay as they are.
func Date(d edtf.Date, l Lang) string {
	if d.IsZero() {
		return l.Word(SinceUnknown)
	}
	from, until, isRange := strings.Cut(d.Canonical(), "..")
	switch {
	case !isRange:
		return datePart(from, l)
	case from == "":
		return pick(l, "senast ", "by ") + datePart(until, l)
	case until == "":
		return pick(l, "tidigast ", "no earlier than ") + datePart(from, l)
	}
	return pick(l, "någon gång ", "some time ") + datePart(from, l) + "–" + datePart(until, l)
}

// onDate is the text before a value of an English message that reads "on" before
// a day: "in" before a month or a year, and nothing before "by 2021-11-24".
func onDate(before string, value any) string {
	date, ok := value.(edtf.Date)
	head, found := strings.CutSuffix(before, " on ")
	if !ok || !found || date.IsZero() || date.IsExact() {
		return before
	}
	if written := date.Canonical(); strings.HasPrefix(written, "~") || strings.Contains(written, "..") {
		return head + " "
	}
	return head + " in "
}

func datePart(s string, l Lang) string {
	about := ""
	if rest, ok := strings.CutPrefix(s, "~"); ok {
		about, s = pick(l, "omkring ", "about "), rest
	}
	year, part, _ := strings.Cut(s, "-")
	switch part {
	case "spring":
		return about + pick(l, "våren ", "spring ") + year
	case "autumn":
		return about + pick(l, "hösten ", "autumn ") + year
	case "Q1":
		return about + pick(l, "första kvartalet ", "the first quarter of ") + year
	case "Q2":
		return about + pick(l, "andra kvartalet ", "the second quarter of ") + year
	case "Q3":
		return about + pick(l, "tredje kvartalet ", "the third quarter of ") + year
	case "Q4":
		return about + pick(l, "fjärde kvartalet ", "the fourth quarter of ") + year
	}
	return about + s
}

func pick(l Lang, sv, en string) string { return Both{sv, en}.In(l) }
