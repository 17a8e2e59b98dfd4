package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
)

// consultation is a consultation group, established on a day where one is given.
func consultation(id, established string) *model.Group {
	return group(id, func(g *model.Group) {
		g.Type = model.Some(model.ConsultationGroup)
		status := model.Established
		if established == "" {
			status = model.Planned
		}
		g.History = list(model.Milestone{Status: model.Some(status), Date: date(established)})
	})
}

// holding is a forum with responsibilities, each with its receivers; "?" before
// one means that it is only to be consulted.
func holding(id string, receivers ...[]string) *model.Group {
	return group(id, func(g *model.Group) {
		g.Responsibilities.Is = model.Given
		for i, to := range receivers {
			resp := model.Responsibility{ID: model.Some(model.Slug(string(rune('a' + i)))), To: model.List[model.Receiver]{Is: model.Given}}
			if to == nil {
				resp.To.Is = model.Unknown
			}
			for _, text := range to {
				r := model.Receiver{Role: model.Some(model.Word("owner"))}
				if text[0] == '?' {
					r.Role, text = model.Some(model.Word("consulted")), text[1:]
				}
				r.Group = toRef(text)
				resp.To.Items = append(resp.To.Items, model.Some(r))
			}
			g.Responsibilities.Items = append(g.Responsibilities.Items, model.Some(resp))
		}
	})
}

func toRef(id string) model.Val[model.Ref] { return to("group/" + id) }

// TestImpacts checks the order of least impact: by forums, then by
// responsibilities. Who is only consulted takes nothing over, and what has no
// known receiver may be anybody's.
func TestImpacts(t *testing.T) {
	v := at("2026-01-01",
		consultation("many", ""), consultation("one", ""), consultation("none", ""), consultation("two", ""),
		holding("a", []string{"many", "?none"}, []string{"many"}, []string{"one", "one"}, nil),
		holding("b", []string{"many"}, []string{"two"}, []string{"two"}),
		group("gone", func(g *model.Group) {
			g.Ended = model.Some(model.Ending{Date: date("2020-01-01")})
			g.Responsibilities = list(model.Responsibility{ID: model.Some(model.Slug("x")), To: list(model.Receiver{Group: toRef("none")})})
		}))
	var order []string
	counts := map[string][2]int{}
	for _, i := range v.Impacts() {
		order = append(order, i.Group.Ref.ID)
		counts[i.Group.Ref.ID] = [2]int{len(i.Forums), i.Responsibilities}
		assert.Equal(t, 1, i.Open)
	}
	assert.Equal(t, []string{"none", "one", "two", "many"}, order)
	assert.Equal(t, map[string][2]int{"none": {0, 0}, "one": {1, 1}, "two": {1, 2}, "many": {2, 3}}, counts)
}

// TestTakenOver checks that a responsibility is taken over only by a group that
// is established and has it for its own.
func TestTakenOver(t *testing.T) {
	forum := holding("a", []string{"new"}, []string{"?new"}, []string{"planned"}, nil)
	v := at("2026-01-01", consultation("new", "2025-01-01"), consultation("planned", ""), forum)
	for i, want := range []any{yes, no, no, unsure} {
		assert.Equal(t, want, v.TakenOver(&forum.Responsibilities.Items[i].V), i)
	}
	assert.Equal(t, no, v.On(day("2024-12-31")).TakenOver(&forum.Responsibilities.Items[0].V))
}

// TestCriterionParts checks that a group that does not live yet has nobody on a
// seat, and that nobody can tell of one whose seats are not known.
func TestCriterionParts(t *testing.T) {
	asked := []model.Word{"representation", "chair-and-process-lead", "terms-of-reference"}
	g := consultation("new", "2025-01-01")
	v := at("2026-01-01", g)
	parts := v.CriterionParts(g, asked)
	require.Len(t, parts, 5)
	for _, p := range parts {
		assert.Equal(t, unsure, p.Has, p.Part)
	}
	for _, p := range v.On(day("2024-01-01")).CriterionParts(g, asked)[:4] {
		assert.Equal(t, no, p.Has, p.Part)
	}
	assert.Empty(t, v.CriterionParts(g, nil))
}

// TestOffice checks how seats of the process office count, and what its plans do
// for its duties.
func TestOffice(t *testing.T) {
	seat := func(id, role, side string, represents ...string) model.Seat {
		s := model.Seat{ID: model.Some(model.Slug(id)), Role: model.Some(model.Word(role)), Represents: refs(represents...), Span: span("2024-01-01", "")}
		if side != "" {
			s.Side = model.Some(model.Word(side))
		}
		s.Holder.Is = model.Unknown // filled
		return s
	}
	vacant := seat("d", "core", "region")
	vacant.Holder.Is = model.None
	office := group("office", func(g *model.Group) {
		g.Seats = list(seat("a", "core", "region"), seat("b", "core", "municipal"), vacant, seat("c", "node", "", "group/new"))
		g.Complete = model.Some(model.CompleteGroup{Seats: date("2026-12-31")})
		g.Sources = list(citations("now")...)
	})
	plan := record(&model.Plan{Owner: to("group/office"), Period: model.Some(model.Interval{Span: span("2026-01-01", "2026-12-31")}),
		Activities: list(model.Activity{Duty: model.Some(model.Term("write"))})}, "plan/p")
	v := at("2026-06-01", office, consultation("new", "2025-01-01"), consultation("other", "2025-01-01"), plan, source("now", "2026-01-01"))
	assert.Equal(t, registry.Tally{Min: 3, Max: 3}, v.CoreSeats(office, ""))
	assert.Equal(t, registry.Tally{Min: 2, Max: 2}, v.CoreSeats(office, model.Region))
	assert.Equal(t, registry.Tally{Min: 1, Max: 1}, v.CoreFilled(office, model.Region))
	nodes, filled := v.Nodes(office, ref("group/new"))
	assert.Equal(t, registry.Tally{Min: 1, Max: 1}, nodes)
	assert.Equal(t, registry.Tally{Min: 1, Max: 1}, filled)
	nodes, _ = v.Nodes(office, ref("group/other"))
	assert.Equal(t, registry.Tally{}, nodes)

	served, first := v.DutiesServed(office, []model.Term{"write", "count"})
	assert.Equal(t, plan, first)
	assert.Equal(t, yes, served[0].Served)
	assert.Len(t, served[0].Activities, 1)
	assert.Equal(t, no, served[1].Served)
	served, first = v.On(day("2025-06-01")).DutiesServed(office, []model.Term{"write"})
	assert.Nil(t, first)
	assert.Equal(t, unsure, served[0].Served, "no plan of the year is recorded")
}

// TestFollowed checks when an agreement is next to be followed up: after its last
// follow-up, else after its entry into force.
func TestFollowed(t *testing.T) {
	a := agreement("a", func(a *model.Agreement) {
		a.EntryIntoForce = model.Some(model.EntryIntoForce{Actual: date("2020-01-01")})
		a.FollowUp = model.Some(model.FollowUp{Every: model.Some(edtf.Duration{Years: 1})})
	})
	made := record(&model.Followup{Agreement: to("agreement/a"), Period: model.Some(model.Interval{Span: span("2024-01-01", "2024-12-31")}), Reported: date("2025-02-01")}, "followup/f")
	v := at("2025-06-01", a, made)
	of := v.FollowupsByAgreement()[a.Ref]
	f := v.Followed(a, of)
	assert.Equal(t, made, f.Last)
	assert.Equal(t, "2025-12-31", f.Due.String())
	assert.Equal(t, yes, f.InTime)
	assert.Equal(t, no, v.On(day("2026-01-01")).Followed(a, of).InTime)
	before := v.On(day("2025-01-15")).Followed(a, of) // not yet reported
	assert.Nil(t, before.Last)
	assert.Equal(t, "2021-01-01", before.Due.String())
	assert.Equal(t, no, before.InTime)
}
