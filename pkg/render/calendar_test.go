package render

import (
	"strings"
	"testing"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/report"
	"github.com/vis-samverkan/vis/pkg/text"
)

// written writes a calendar and reads it back with a library that did not write
// it. It checks each line by itself, too.
func writtenCalendar(t *testing.T, c *report.Calendar) (string, *ics.Calendar) {
	t.Helper()
	var b, again strings.Builder
	require.NoError(t, Calendar(&b, c, text.Swedish))
	require.NoError(t, Calendar(&again, c, text.Swedish))
	out := b.String()
	assert.Equal(t, out, again.String(), "the same twice")
	lines := strings.Split(out, "\r\n")
	assert.Empty(t, lines[len(lines)-1], "the last line ends")
	for _, line := range lines[:len(lines)-1] {
		assert.LessOrEqual(t, len(line), 75, "%q", line)
		assert.True(t, utf8.ValidString(line), "%q is cut within a character", line)
		assert.NotContains(t, line, "\n")
		assert.NotContains(t, line, "\r")
		assert.Equal(t, Safe(line), line)
	}
	for line := range strings.SplitSeq(strings.ReplaceAll(out, "\r\n ", ""), "\r\n") {
		assert.Regexp(t, `^$|^[A-Z-]+(;[A-Z]+=[A-Za-z/]+)*:`, line)
	}
	read, err := ics.ParseCalendar(strings.NewReader(out))
	require.NoError(t, err)
	return out, read
}

func dayOf(t *testing.T, s string) edtf.Day {
	t.Helper()
	d, err := edtf.ParseDay(s)
	require.NoError(t, err)
	return d
}

func TestCalendar(t *testing.T) {
	c := &report.Calendar{Name: "Åsby; kultur, m.m.", Day: dayOf(t, "2026-11-22"), Events: []report.Event{
		{ID: "meeting/a/2026-03-01@vis", Day: dayOf(t, "2026-03-01"), Clock: "13:15", Summary: "möte med A", Place: "Storgatan 1, Åsby", Details: []string{"En.", "Två; tre"}},
		{ID: "meeting/a/2026-06-01@vis", Day: dayOf(t, "2026-06-01"), State: report.Cancelled, Summary: "Inställt"},
		{ID: "decision/b#decision@vis", Day: dayOf(t, "2026-12-31"), State: report.Tentative, Summary: strings.Repeat("å", 300)},
	}}
	out, read := writtenCalendar(t, c)
	require.Len(t, read.Events(), 3)
	assert.Equal(t, 1, strings.Count(out, "BEGIN:VTIMEZONE\r\n"))
	require.Len(t, read.Timezones(), 1)
	assert.Contains(t, out, `X-WR-CALNAME:Åsby\; kultur\, m.m.`+"\r\n")

	timed, allDay, long := read.Events()[0], read.Events()[1], read.Events()[2]
	start, err := timed.GetStartAt()
	require.NoError(t, err)
	assert.Equal(t, "2026-03-01T13:15:00+01:00", start.Format("2006-01-02T15:04:05Z07:00"))
	assert.Equal(t, "Möte med A", timed.GetProperty(ics.ComponentPropertySummary).Value)
	assert.Equal(t, "Storgatan 1, Åsby", timed.GetProperty(ics.ComponentPropertyLocation).Value)
	assert.Equal(t, "En.\nTvå; tre", timed.GetProperty(ics.ComponentPropertyDescription).Value)
	assert.Equal(t, "20261122T000000Z", timed.GetProperty(ics.ComponentPropertyDtstamp).Value, "not the clock")
	assert.Equal(t, "CONFIRMED", timed.GetProperty(ics.ComponentPropertyStatus).Value)
	assert.Nil(t, timed.GetProperty(ics.ComponentPropertyTransp), "the time is taken")

	assert.Equal(t, "20260601", allDay.GetProperty(ics.ComponentPropertyDtStart).Value)
	assert.Equal(t, "20260602", allDay.GetProperty(ics.ComponentPropertyDtEnd).Value, "the day after the last")
	assert.Equal(t, "CANCELLED", allDay.GetProperty(ics.ComponentPropertyStatus).Value)

	assert.Equal(t, "TENTATIVE", long.GetProperty(ics.ComponentPropertyStatus).Value)
	assert.Equal(t, 250, utf8.RuneCountInString(long.GetProperty(ics.ComponentPropertySummary).Value))
	assert.Equal(t, strings.Repeat("å", 300), long.GetProperty(ics.ComponentPropertyDescription).Value, "what does not fit is told below")

	out, _ = writtenCalendar(t, &report.Calendar{Name: "A", Events: c.Events[1:]})
	assert.NotContains(t, out, "VTIMEZONE", "only where a time needs it")
}

// TestCalendarOfHostileText checks that no words end a line or an event.
func TestCalendarOfHostileText(t *testing.T) {
	all := append([]string{"a\r\nEND:VEVENT\r\nBEGIN:VALARM", `\n\N\\;,`, "\xff\xfe", strings.Repeat("🧑🏽‍🚒", 60)}, markup...)
	for in := range hostile {
		all = append(all, in)
	}
	for _, in := range all {
		_, read := writtenCalendar(t, &report.Calendar{Name: in, Events: []report.Event{
			{ID: in, Summary: in, Place: "x" + in, Details: []string{in, in}},
			{ID: "next", Summary: "next"},
		}})
		require.Len(t, read.Events(), 2, "%q", in)
		assert.Empty(t, read.Events()[0].Components, "%q", in)
		assert.Equal(t, "next", read.Events()[1].Id())
	}
}
