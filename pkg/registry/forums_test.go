package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// living is a group with history entries that were reached.
func living(entries ...model.Milestone) *model.Group { return group("g", withHistory(entries...)) }

func reached(status model.Word, on string) model.Milestone { return milestone(status, on, "") }

func TestIsActiveAndEstablished(t *testing.T) {
	g := living(reached(model.Planned, "2022-01-01"), reached(model.Established, "2023-01..2023-06"), reached(model.Dormant, "2024-01-01"))
	for _, c := range []struct {
		on                  string
		active, established truth.Value
	}{
		{"2022-06-01", no, no},
		{"2023-03-01", unsure, unsure},
		{"2023-07-01", yes, yes},
		{"2024-02-01", no, yes},
	} {
		v := at(c.on, g)
		assert.Equal(t, c.active, v.IsActive(g), c.on)
		assert.Equal(t, c.established, v.IsEstablished(g), c.on)
	}
	today := group("today")
	assert.Equal(t, yes, at("2022-06-01", today).IsActive(today))
	assert.Equal(t, yes, at("2022-06-01", today).IsEstablished(today))
}

func TestLife(t *testing.T) {
	always, unknown := edtf.Date{}, edtf.Between(edtf.Past, edtf.Future)
	for name, c := range map[string]struct {
		g    *model.Group
		from edtf.Date
	}{
		"no history":        {group("g"), always},
		"only dormant":      {living(reached(model.Dormant, "2022")), always},
		"only planned":      {living(reached(model.Planned, "2022")), unknown},
		"the first counts":  {living(reached(model.Established, "2023-06-01"), reached(model.Establishing, "2023-01-01")), edtf.MustParse("2023-01-01")},
		"vague":             {living(reached(model.Active, "2023")), edtf.MustParse("2023")},
		"at an unknown day": {living(reached(model.Active, "unknown")), unknown},
	} {
		life := at("2026-01-01", c.g).Life(c.g)
		assert.True(t, c.from.SameInterval(life.From) && c.from.IsZero() == life.From.IsZero(), "%s: %s", name, life.From)
		assert.True(t, life.Until.IsZero(), name)
	}
	ended := group("g", func(g *model.Group) { g.Ended = model.Some(model.Ending{Date: date("2024-12-31")}) })
	assert.Equal(t, "2024-12-31", at("2026-01-01", ended).Life(ended).Until.String())
}

// filled is a seat that somebody has whom the source does not name.
func filled(s *model.Seat) { s.Holder = model.Val[model.Said]{Is: model.Unknown} }

func vacant(s *model.Seat) { s.Holder = model.Val[model.Said]{Is: model.None} }

func TestHasSideAndChairSeats(t *testing.T) {
	g := group("g", func(g *model.Group) {
		g.Seats = list(seat("a", model.Chair, model.Region, vacant), seat("b", model.MemberRole, model.Region, filled), seat("c", model.Adjunct, model.Municipal, filled))
	})
	v := at("2023-01-01", g)
	seated, staffed := v.HasSide(g, model.Region)
	assert.Equal(t, []truth.Value{yes, yes}, []truth.Value{seated, staffed})
	seated, staffed = v.HasSide(g, model.Municipal)
	assert.Equal(t, []truth.Value{unsure, unsure}, []truth.Value{seated, staffed}, "the seats may be incomplete")

	g.Complete = model.Some(model.CompleteGroup{Seats: date("2023-12-31")})
	seated, _ = v.HasSide(g, model.Municipal)
	assert.Equal(t, no, seated, "an adjunct does not count")
	seated, staffed, _ = v.ChairSeats(g)
	assert.Equal(t, []truth.Value{yes, no}, []truth.Value{seated, staffed}, "the chair is vacant")
	seated, _ = at("2024-06-01", g).HasSide(g, model.Municipal)
	assert.Equal(t, unsure, seated, "complete says nothing of later days")
}

func TestSuperiors(t *testing.T) {
	line := func(whom, from, until string) model.Reporting {
		return model.Reporting{To: to(whom), Span: span(from, until)}
	}
	a := group("a", func(g *model.Group) {
		g.ReportsTo = list(line("group/b", "2020-01-01", "2022-12-31"), line("group/c", "2023-01-01", "2030-12-31"))
	})
	b := group("b", func(g *model.Group) { g.ReportsTo = list(line("group/a", "2020-01-01", "2030-12-31")) })
	c := group("c")
	then, now := at("2022-06-01", a, b, c), at("2023-06-01", a, b, c)
	superiors, _, open := then.Superiors(a)
	assert.Equal(t, []string{"b"}, names(superiors))
	assert.False(t, open)
	assert.Equal(t, []string{"a", "b"}, names(then.ReportingRing(a)))
	superiors, _, _ = now.Superiors(a)
	assert.Equal(t, []string{"c"}, names(superiors))
	assert.Nil(t, now.ReportingRing(a))
	_, _, open = now.Superiors(c)
	assert.True(t, open, "nothing is said of whom it reports to")
}

func TestReportsTo(t *testing.T) {
	a := group("a", func(g *model.Group) {
		g.ReportsTo = list(
			model.Reporting{To: to("group/b"), Span: span("2020-01-01", "2022-12-31")},
			model.Reporting{To: to("group/c"), Span: span("2022-01..2022-12", "2030-12-31")},
			model.Reporting{To: unknown[model.Ref](), Span: span("2020-01-01", "2030-12-31")},
		)
	})
	assert.Equal(t, []registry.RecordAt{{Ref: ref("group/b"), Holds: yes}, {Ref: ref("group/c"), Holds: unsure}}, at("2022-06-01", a).ReportsTo(a))
	assert.Equal(t, []registry.RecordAt{{Ref: ref("group/c"), Holds: yes}}, at("2023-06-01", a).ReportsTo(a))
}
