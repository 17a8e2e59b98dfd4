package render

import (
	"io"
	"strings"
	"unicode/utf8"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Calendar writes a calendar as iCalendar (RFC 5545). Everything is a VEVENT:
// Outlook leaves out a VTODO. There is no METHOD: with one it would be a message
// between people, which must name an organizer (RFC 5546). The same calendar gives
// the same bytes: the time stamp is the day that it is told as of. The words may
// hold anything.
func Calendar(w io.Writer, c *report.Calendar, l text.Lang) error {
	var b icalendar
	b.line("BEGIN", "VCALENDAR")
	b.line("VERSION", "2.0")
	b.line("PRODID", "-//vis//vis calendar//"+strings.ToUpper(string(l)))
	b.line("CALSCALE", "GREGORIAN")
	b.text("NAME", c.Name)
	b.text("X-WR-CALNAME", c.Name)
	b.line("X-WR-TIMEZONE", timeZone)
	for _, e := range c.Events {
		if e.Clock != "" {
			b.zone()
			break
		}
	}
	stamp := icalDay(c.Day) + "T000000Z"
	for _, e := range c.Events {
		b.event(e, stamp, l)
	}
	b.line("END", "VCALENDAR")
	_, err := io.WriteString(w, b.String())
	return err
}

// timeZone is where the clock times of a registry are.
const timeZone = "Europe/Stockholm"

// summaryRunes is how long a summary may be: some programs take no more than 255.
// The details hold the rest.
const summaryRunes = 250

// icalendar is a text of content lines.
type icalendar struct{ strings.Builder }

func (b *icalendar) event(e report.Event, stamp string, l text.Lang) {
	b.line("BEGIN", "VEVENT")
	b.text("UID", e.ID)
	b.line("DTSTAMP", stamp)
	if e.Clock == "" {
		b.line("DTSTART;VALUE=DATE", icalDay(e.Day))
		b.line("DTEND;VALUE=DATE", icalDay(e.Day+1))
		b.line("TRANSP", "TRANSPARENT") // the day is not taken
	} else {
		b.line("DTSTART;TZID="+timeZone, icalDay(e.Day)+"T"+strings.ReplaceAll(string(e.Clock), ":", "")+"00")
	}
	b.line("STATUS", [...]string{report.Confirmed: "CONFIRMED", report.Tentative: "TENTATIVE", report.Cancelled: "CANCELLED"}[e.State])
	details := e.Details
	summary := []rune(text.Capital(strings.ToValidUTF8(e.Summary, "\ufffd")))
	if len(summary) > summaryRunes {
		details = append([]string{e.Summary}, details...)
		summary = append(summary[:summaryRunes-1], '…')
	}
	b.text("SUMMARY", string(summary))
	b.text("CATEGORIES", text.Capital(e.Sort.In(l)))
	if e.Place != "" {
		b.text("LOCATION", e.Place)
	}
	b.text("DESCRIPTION", details...)
	b.line("END", "VEVENT")
}

// zone writes the time zone by the rule that the European Union has had since
// 1996.
func (b *icalendar) zone() {
	b.line("BEGIN", "VTIMEZONE")
	b.line("TZID", timeZone)
	for _, half := range [][]string{
		{"DAYLIGHT", "+0100", "+0200", "CEST", "19960331T020000", "3"},
		{"STANDARD", "+0200", "+0100", "CET", "19961027T030000", "10"},
	} {
		b.line("BEGIN", half[0])
		b.line("TZOFFSETFROM", half[1])
		b.line("TZOFFSETTO", half[2])
		b.line("TZNAME", half[3])
		b.line("DTSTART", half[4])
		b.line("RRULE", "FREQ=YEARLY;BYMONTH="+half[5]+";BYDAY=-1SU")
		b.line("END", half[0])
	}
	b.line("END", "VTIMEZONE")
}

// text writes a property that is text, of one or more lines of words.
func (b *icalendar) text(name string, lines ...string) {
	var safe []string
	for _, s := range lines {
		safe = append(safe, icalText.Replace(Safe(strings.ToValidUTF8(s, "\ufffd"))))
	}
	b.line(name, strings.Join(safe, `\n`))
}

// icalText escapes what means something in a text.
var icalText = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`)

// lineOctets is how long a line may be, without its end.
const lineOctets = 75

// line writes a content line, folded between characters.
func (b *icalendar) line(name, value string) {
	room := lineOctets
	for _, r := range name + ":" + value {
		if n := utf8.RuneLen(r); n > room {
			b.WriteString("\r\n ")
			room = lineOctets - 1 - n
		} else {
			room -= n
		}
		b.WriteRune(r)
	}
	b.WriteString("\r\n")
}

func icalDay(d edtf.Day) string { return strings.ReplaceAll(d.String(), "-", "") }
