package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// TestHolds is the convention "at a date D", row by row. The source `report` is
// of 2022-11-07 and `web` of an unknown date, read on or before 2026-11-22;
// stale_after is two years.
func TestHolds(t *testing.T) {
	const lasting, changing = registry.Lasting, registry.Changing
	for _, c := range []struct {
		name        string
		from, until string
		sources     []string
		as          registry.Continuity
		on          string
		want        truth.Value
	}{
		{"on the first day", "2020-01-01", "2021-12-31", nil, lasting, "2020-01-01", yes},
		{"on the last day", "2020-01-01", "2021-12-31", nil, lasting, "2021-12-31", yes},
		{"the day before", "2020-01-01", "2021-12-31", nil, lasting, "2019-12-31", no},
		{"the day after", "2020-01-01", "2021-12-31", nil, lasting, "2022-01-01", no},
		{"within a vague beginning", "2020", "2021-12-31", nil, lasting, "2020-06-01", unsure},
		{"at the end of a vague beginning", "2020", "2021-12-31", nil, lasting, "2020-12-31", yes},
		{"on the first day of a vague end", "2019-01-01", "2020", nil, lasting, "2020-01-01", yes},
		{"within a vague end", "2019-01-01", "2020", nil, lasting, "2020-01-02", unsure},
		{"after a vague end", "2019-01-01", "2020", nil, lasting, "2021-01-01", no},
		{"one vague year", "2020", "2020", nil, lasting, "2020-12-31", unsure},

		{"no first day, on the day of the source", "", "", []string{"report"}, lasting, "2022-11-07", yes},
		{"no first day, before the source", "", "", []string{"report"}, lasting, "2022-11-06", unsure},
		{"no first day, long before the source", "", "", []string{"report"}, lasting, "1900-01-01", unsure},
		{"no first day, after the end", "", "2020", []string{"report"}, lasting, "2021-01-01", no},
		{"no first day, the newest of two sources", "", "", []string{"old", "report"}, lasting, "2020-01-01", unsure},
		{"no first day, read later than it was written", "", "", []string{"read"}, lasting, "2022-01-01", unsure},
		{"no first day, on the day it was read", "", "", []string{"read"}, lasting, "2024-01-01", yes},
		{"no first day, undated page", "", "", []string{"web"}, lasting, "2022-11-07", unsure},
		{"no first day, undated page, when it was read", "", "", []string{"web"}, lasting, "2026-11-22", yes},
		{"no first day, source without any date", "", "", []string{"undated"}, lasting, "2026-11-22", unsure},
		{"no first day, no source", "", "", nil, lasting, "2026-11-22", unsure},
		{"no first day, no source, after the end", "", "2020", nil, lasting, "2022-01-01", no},
		{"no first day, source without a record", "", "", []string{"gone"}, lasting, "2026-11-22", unsure},
		{"unknown first day", "unknown", "", []string{"report"}, lasting, "2026-11-22", unsure},
		{"unknown first day, after the end", "unknown", "2020", nil, lasting, "2022-01-01", no},
		{"always", "none", "", nil, lasting, "1900-01-01", yes},

		{"no last day, lasting", "2019", "", []string{"report"}, lasting, "2099-01-01", yes},
		{"no last day, changing, on the last day vouched for", "2019", "", []string{"report"}, changing, "2024-11-07", yes},
		{"no last day, changing, the day after", "2019", "", []string{"report"}, changing, "2024-11-08", unsure},
		{"no last day, changing, a newer source vouches longer", "2019", "", []string{"report", "newer"}, changing, "2025-06-01", yes},
		{"no last day, changing, vague source vouches from its first day", "2019", "", []string{"newer"}, changing, "2025-06-02", unsure},
		{"no last day, changing, undated page vouches for nothing", "2019", "", []string{"web"}, changing, "2022-11-07", unsure},
		{"no last day, changing, no source", "2019", "", nil, changing, "2022-11-07", unsure},
		{"no last day, changing, not begun", "2023", "", nil, changing, "2022-11-07", no},
		{"a last day needs no source", "2019", "2030", nil, changing, "2029-11-07", yes},
		{"unknown last day", "2019", "unknown", []string{"report"}, lasting, "2022-11-07", unsure},
		{"unknown last day, not begun", "2023", "unknown", []string{"report"}, lasting, "2022-11-07", no},
		{"never ends", "2019", "none", nil, changing, "2099-01-01", yes},
		{"no first and no last day", "", "", []string{"report"}, changing, "2024-11-07", yes},
		{"no first and no last day, stale", "", "", []string{"report"}, changing, "2024-11-08", unsure},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := at(c.on, source("old", "2019-05-05"), source("report", "2022-11-07"), source("newer", "2023-06"),
				source("read", "2021-01-01", "2024-01-01"), source("web", "unknown", "..2026-11-22"), source("undated", ""))
			assert.Equal(t, c.want, v.Holds(span(c.from, c.until), by(c.sources...), c.as))
		})
	}
}

// TestHoldsWithoutStaleAfter: an absent threshold switches off what needs it.
func TestHoldsWithoutStaleAfter(t *testing.T) {
	r := registry.New(registry.Input{Records: []model.Record{source("report", "2022-11-07")}})
	v := r.At(day("2099-01-01"), today)
	assert.Equal(t, yes, v.Holds(span("2019", ""), by("report"), registry.Changing))
	assert.Equal(t, yes, v.Holds(span("2019", ""), registry.Cited{}, registry.Changing), "nobody asks for the source")
}

func TestHoldsOnAnotherDay(t *testing.T) {
	v := at("2022-11-07")
	assert.Equal(t, no, v.HoldsOn(day("2019-01-01"), span("2020", "2021"), registry.Cited{}, registry.Lasting))
	assert.Equal(t, yes, v.HoldsOn(day("2020-12-31"), span("2020", "2021"), registry.Cited{}, registry.Lasting))
}

func TestNewestSource(t *testing.T) {
	r := snapshot(source("a", "2022-11-07"), source("b", "2019", "2023-05"), source("c", "unknown", "..2022"), source("d", ""))
	for want, sources := range map[string][]string{
		"2022-11-07":             {"a"},
		"2023-05":                {"a", "b"},
		"..2022":                 {"c"},
		"2022-11-07..2022-12-31": {"a", "c"}, // on the day of a, or later if c was read later
		"":                       {"d", "gone"},
	} {
		assert.Equal(t, want, r.NewestSource(by(sources...)).Text(), sources)
	}
	assert.True(t, r.NewestSource(registry.Cited{}).IsZero())
	nowhere := list(model.Citation{Source: unknown[model.Ref]()})
	assert.True(t, r.NewestSource(registry.Listed(&nowhere)).IsZero())
}

// TestCitations: an entry's own sources, else those of the record that are for
// the attribute, whichever of the two paths is the longer.
func TestCitations(t *testing.T) {
	forSeats := model.Citation{Source: to("source/seats"), For: list("seats")}
	forChair := model.Citation{Source: to("source/chair"), For: list("structure.chair", "name")}
	forAll := model.Citation{Source: to("source/all")}
	g := group("vis", func(g *model.Group) { g.Sources = list(forSeats, forChair, forAll) })
	own := cited("own")
	for _, c := range []struct {
		entry *model.Evidence
		attr  string
		want  []model.Citation
	}{
		{nil, "seats", []model.Citation{forSeats, forAll}},
		{nil, "seats.from", []model.Citation{forSeats, forAll}},
		{nil, "seatsandmore", []model.Citation{forAll}},
		{nil, "structure", []model.Citation{forChair, forAll}},
		{nil, "structure.chair.model", []model.Citation{forChair, forAll}},
		{nil, "structure.meetings_per_year", []model.Citation{forAll}},
		{nil, "", []model.Citation{forSeats, forChair, forAll}},
		{&model.Evidence{}, "history", []model.Citation{forAll}},
		{&own, "seats", citations("own")},
	} {
		assert.Equal(t, c.want, registry.Citations(g, c.entry, c.attr).List(), c.attr)
	}
}

func TestIsComplete(t *testing.T) {
	for _, c := range []struct {
		until, on string
		want      truth.Value
	}{
		{"2022-11-07", "2022-11-07", yes},
		{"2022-11-07", "2001-01-01", yes},
		{"2022-11-07", "2022-11-08", unsure},
		{"2022", "2022-01-01", yes},
		{"2022", "2022-01-02", unsure},
		{"..2022", "2001-01-01", unsure},
		{"unknown", "2022-11-07", unsure},
		{"none", "2022-11-07", unsure},
		{"", "2022-11-07", unsure},
	} {
		assert.Equal(t, c.want, registry.IsComplete(date(c.until), day(c.on)), "%s at %s", c.until, c.on)
	}
}

func TestCompleteOfOwners(t *testing.T) {
	in := manifest()
	in.Complete = model.Some(model.CompleteAll{Agreements: date("2022-11-07"), Groups: date("2021-11-24")})
	g := group("vis", func(g *model.Group) {
		g.Complete = model.Some(model.CompleteGroup{Seats: date("2022-11-07"), Memberships: date("2021-11-24")})
	})
	v := registry.New(registry.Input{Manifest: in, Records: []model.Record{g}}).At(day("2022-11-07"), today)
	assert.Equal(t, yes, v.AgreementsComplete())
	assert.Equal(t, unsure, v.GroupsComplete())
	assert.Equal(t, yes, v.SeatsComplete(g))
	assert.Equal(t, unsure, v.MembershipsComplete(g))
	assert.Equal(t, unsure, v.SeatsComplete(group("tsg")))
}

func TestThresholds(t *testing.T) {
	assert.Equal(t, edtf.Duration{Years: 2}, snapshot().Thresholds().StaleAfter.V)
	assert.False(t, registry.New(registry.Input{}).Thresholds().StaleAfter.Given())
}
