package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func held(id, on string, change ...func(*model.Meeting)) *model.Meeting {
	m := &model.Meeting{Group: to("group/g"), Date: date(on), Status: model.Some(model.Held)}
	return record(m, "meeting/"+id, change...)
}

func TestHeldBetween(t *testing.T) {
	reg := snapshot(group("g"), held("a", "2022-11-07"), held("b", "2022"), held("c", "2023-02-01"),
		held("d", "2022-12-01", func(m *model.Meeting) { m.Status = model.Some(model.Cancelled) }), held("e", "2022-10-31"), held("f", "unknown"))
	assert.Equal(t, truth.Count{Yes: 1, No: 2, CannotTell: 2}, reg.HeldBetween(ref("group/g"), day("2022-11-01"), day("2023-01-31")))
}

func TestKeepsCadence(t *testing.T) {
	manifest := manifest()
	manifest.Thresholds.V.CadenceTolerance = model.Some(0.25)
	for name, c := range map[string]struct {
		held     int
		complete string
		want     truth.Value
	}{
		"as planned":                {4, "2023-01-01", yes},
		"within the tolerance":      {3, "2023-01-01", yes},
		"too few":                   {2, "2023-01-01", no},
		"too few, but some missing": {2, "2022-06-30", unsure},
		"too many":                  {6, "2022-06-30", no},
	} {
		records := []model.Record{group("g", func(g *model.Group) {
			g.Complete = model.Some(model.CompleteGroup{Meetings: model.Some(model.Interval{Span: span("2022-01-01", c.complete)})})
		})}
		for i := range c.held {
			records = append(records, held(string(rune('a'+i)), "2022-0"+string(rune('1'+i))+"-15"))
		}
		v := registry.New(registry.Input{Manifest: manifest, Records: records}).At(day("2022-12-31"), today)
		_, keeps := v.KeepsCadence(v.Groups[0], model.Exactly(4))
		assert.Equal(t, c.want, keeps, name)
	}
}

func TestTakesPartAndSideOfChair(t *testing.T) {
	hsf := organization("hsf", model.Administration, func(o *model.Organization) { o.Side = model.Some(model.Region) })
	g := group("g", func(g *model.Group) {
		g.Seats = list(seat("chair", model.Chair, model.Region, represents("organization/hsf")))
	})
	member := person("asa", model.Membership{Group: to("group/g"), Seat: model.Some(model.Slug("chair")), Span: span("2022-01-01", "2022-12-31")})
	for _, chair := range []string{"organization/hsf", "representative/asa", "group/g#chair"} {
		m := held("m", "2022-05-05", func(m *model.Meeting) { m.Chair = to(chair) })
		v := at("2026-01-01", hsf, g, member, m)
		assert.Equal(t, model.Region, v.SideOfChair(m), chair)
		assert.Equal(t, yes, v.On(day("2022-05-05")).TakesPart(g, ref(chair)), chair)
		m.Acting = to("organization/hsf")
		assert.Empty(t, v.SideOfChair(m), "somebody stood in")
	}
	v := at("2023-05-05", hsf, g, member)
	assert.Equal(t, unsure, v.TakesPart(g, member.Ref), "the memberships may be incomplete")
	assert.Equal(t, no, v.StillIn(g, member), "the membership has run out")
	g.Complete = model.Some(model.CompleteGroup{Memberships: date("2023-12-31")})
	assert.Equal(t, no, v.TakesPart(g, member.Ref))
	assert.Equal(t, no, v.TakesPart(g, ref("group/other#chair")))
}

func TestPlanHolds(t *testing.T) {
	plan := func(id, from, until string, change ...func(*model.Plan)) *model.Plan {
		p := &model.Plan{Type: model.Some(registry.AnnualPlan), Owner: to("group/g"), Period: model.Some(model.Interval{Span: span(from, until)})}
		return record(p, "plan/"+id, change...)
	}
	old := plan("old", "2022-01-01", "2024-12-31")
	newer := plan("new", "2023-07-01", "2025-12-31", func(p *model.Plan) {
		p.Replaces, p.Decision = refs("plan/old"), to("decision/d")
	})
	for _, c := range []struct {
		on       string
		state    model.Word
		old, new truth.Value
	}{
		{"2023-01-01", model.Decided, yes, no},
		{"2023-08-01", model.Decided, no, yes},
		{"2023-08-01", model.Proposed, yes, no},
		{"2025-01-01", model.Proposed, no, no},
	} {
		v := at(c.on, group("g"), old, newer, decision("d", c.state, "2022-11-07"))
		assert.Equal(t, c.old, v.PlanHolds(old), c)
		assert.Equal(t, c.new, v.PlanHolds(newer), c)
		by, replaced := v.Replacement(old)
		assert.Equal(t, c.on == "2023-08-01" && c.state == model.Decided, replaced, c)
		assert.Equal(t, replaced, by != nil)
	}
	vague := plan("vague", "", "")
	vague.Period = unknown[model.Interval]()
	v := at("2023-01-01", group("g"), vague)
	assert.Equal(t, unsure, v.HasAnnualPlan(v.Groups[0]))
}

func TestRecent(t *testing.T) {
	m := manifest()
	v := registry.New(registry.Input{Manifest: m}).At(day("2025-06-01"), today)
	_, on := v.Recent(edtf.MustParse("2025-01-01"))
	assert.False(t, on, "without look_back nothing old is judged")
	back, err := edtf.ParseDuration("P24M")
	assert.NoError(t, err)
	m.Thresholds.V.LookBack = model.Some(back)
	for text, want := range map[string]bool{"2023-06-01": false, "2023-06-02": true, "2023": true} {
		recent, on := v.Recent(edtf.MustParse(text))
		assert.True(t, on)
		assert.Equal(t, want, recent, text)
	}
}
