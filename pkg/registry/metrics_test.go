package registry_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func seat(id string, role model.Word, side model.Word, change ...func(*model.Seat)) model.Seat {
	s := model.Seat{ID: model.Some(model.Slug(id)), Role: model.Some(role), Span: span("2020-01-01", "2030-12-31")}
	if side != "" {
		s.Side = model.Some(side)
	}
	for _, f := range change {
		f(&s)
	}
	return s
}

func times(min, max float64) func(*model.Seat) {
	return func(s *model.Seat) { s.Count = model.Some(model.Number{Min: min, Max: max}) }
}

func uncounted(s *model.Seat) { s.Count = unknown[model.Number]() }

func during(from, until string) func(*model.Seat) {
	return func(s *model.Seat) { s.Span = span(from, until) }
}

func represents(texts ...string) func(*model.Seat) {
	return func(s *model.Seat) { s.Represents = refs(texts...) }
}

func seated(id string, seats ...model.Seat) *model.Group {
	return group(id, func(g *model.Group) { g.Seats = list(seats...) })
}

func membership(group, seat, from, until string) model.Membership {
	m := model.Membership{Group: to("group/" + group), Span: span(from, until)}
	if seat != "" {
		m.Seat = model.Some(model.Slug(seat))
	}
	return m
}

// complete says of groups that everything is recorded until a day, and of the
// registry that they are all the groups.
func complete(until string, records ...model.Record) *registry.Registry {
	in := manifest()
	in.Complete = model.Some(model.CompleteAll{Groups: date(until), Agreements: date(until)})
	for _, rec := range records {
		if g, ok := rec.(*model.Group); ok {
			g.Complete = model.Some(model.CompleteGroup{Seats: date(until), Memberships: date(until)})
		}
	}
	return registry.New(registry.Input{Manifest: in, Records: records})
}

func TestMetricNames(t *testing.T) {
	all := registry.MetricNames()
	assert.True(t, slices.IsSorted(all))
	assert.Equal(t, []string{"adoptions", "agreements-by-group", "agreements-in-force", "agreements-listed", "balance", "groups-in-scope", "local-groups",
		"meetings-held", "municipalities", "municipalities-represented", "people-in-several-groups", "roles", "roles-by-side", "roles-elected", "vacancies"}, all)
	for _, name := range all {
		m := measure(t, at("2022-11-07"), name, registry.Scope{})
		assert.Empty(t, m.Counted, name)
		assert.Equal(t, unsure, m.Complete, "%s: nothing says that an empty registry is complete", name)
	}
	_, ok := at("2022-11-07").Metric("antal", registry.Scope{})
	assert.False(t, ok)
}

func TestRoles(t *testing.T) {
	g := seated("vis",
		seat("chair", model.Chair, model.Region), seat("vice", model.ViceChair, model.Municipal), seat("side", model.SideChair, model.Municipal),
		seat("lead", model.Lead, ""), seat("six", model.MemberRole, model.Region, times(6, 6)), seat("some", model.MemberRole, model.Municipal, times(2, 4)),
		seat("past", model.MemberRole, model.Region, during("2010", "2019")), seat("perhaps", model.MemberRole, model.Other, during("2022", "")),
		seat("derived", model.MemberRole, "", represents("organization/solna", "subregion/sodra")), seat("mixed", model.MemberRole, "", represents("organization/solna", "organization/region")),
		seat("proposed", model.MemberRole, model.Region, func(s *model.Seat) { s.Decision = to("decision/proposed") }),
		// outside
		seat("adjunct", model.Adjunct, model.Other), seat("substitute", model.Substitute, model.Region), seat("secretary", model.Secretary, model.Region),
		seat("core", model.CoreRole, model.Region), seat("node", model.Node, ""))
	office := seated("office", seat("member", model.MemberRole, model.Region))
	office.Type = model.Some(model.ProcessOffice)
	r := snapshot(append(county(), g, office)...)
	v := r.At(day("2022-06-01"), today)
	m := measure(t, v, "roles", registry.Scope{})
	assert.Equal(t, [2]float64{14, 17}, [2]float64{m.Min, m.Max})
	assert.Equal(t, unsure, m.Complete)
	assert.Contains(t, m.Counted, ref("group/vis#some"))
	assert.Equal(t, []model.Ref{ref("group/vis#some"), ref("group/vis#perhaps")}, m.Undecided)
	assert.Equal(t, []registry.Part{
		{Side: model.Region, Min: 7, Max: 7},
		{Side: model.Municipal, Min: 5, Max: 7},
		{Side: model.Other, Min: 0, Max: 1},
		{Side: "", Min: 2, Max: 2},
	}, m.Parts)
	assert.Equal(t, m, measure(t, v, "roles-by-side", registry.Scope{}))
}

// TestUnknownCount: nothing bounds a seat that there are an unknown number of.
func TestUnknownCount(t *testing.T) {
	r := complete("2022-11-07", seated("vis", seat("one", model.MemberRole, model.Region), seat("many", model.MemberRole, model.Municipal, uncounted)))
	m := measure(t, r.At(day("2022-11-07"), today), "roles", registry.Scope{})
	assert.Equal(t, [2]float64{2, math.Inf(1)}, [2]float64{m.Min, m.Max})
	assert.Equal(t, []model.Ref{ref("group/vis#many")}, m.Undecided)
	assert.Equal(t, yes, m.Complete)
	assert.Equal(t, unsure, measure(t, r.At(day("2022-11-08"), today), "roles", registry.Scope{}).Complete, "complete until, and not after")
}

// TestCompletenessNeedsTheGroups: the seats of all known groups prove nothing
// where a group may be missing.
func TestCompletenessNeedsTheGroups(t *testing.T) {
	g := seated("vis", seat("one", model.MemberRole, model.Region))
	g.Complete = model.Some(model.CompleteGroup{Seats: date("2030-01-01"), Memberships: date("2030-01-01")})
	for _, name := range []string{"roles", "roles-elected", "balance", "vacancies", "municipalities-represented", "people-in-several-groups", "meetings-held"} {
		assert.Equal(t, unsure, measure(t, at("2022-11-07", g), name, registry.Scope{}).Complete, name)
	}
}

func TestRolesElected(t *testing.T) {
	elected := func(is model.Val[bool]) func(*model.Seat) { return func(s *model.Seat) { s.Elected = is } }
	v := at("2022-11-07", seated("vis",
		seat("a", model.Chair, model.Region, elected(model.Some(true)), times(5, 5)), seat("b", model.MemberRole, model.Region, elected(model.Some(false))),
		seat("c", model.MemberRole, model.Region, elected(unknown[bool]())), seat("d", model.MemberRole, model.Region)))
	assert.Equal(t, [2]float64{5, 6}, bounds(t, v, "roles-elected"))
}

func TestBalance(t *testing.T) {
	for _, c := range []struct {
		name     string
		seats    []model.Seat
		min, max float64
	}{
		{"no seats", nil, 0, 1},
		{"only others", []model.Seat{seat("a", model.MemberRole, model.Other)}, 0, 1},
		{"one of four", []model.Seat{seat("a", model.MemberRole, model.Region), seat("b", model.MemberRole, model.Municipal, times(3, 3)), seat("c", model.MemberRole, model.Other)}, 0.25, 0.25},
		{"none of the region's", []model.Seat{seat("b", model.MemberRole, model.Municipal)}, 0, 0},
		{"only the region's", []model.Seat{seat("a", model.MemberRole, model.Region)}, 1, 1},
		{"a range", []model.Seat{seat("a", model.MemberRole, model.Region, times(1, 3)), seat("b", model.MemberRole, model.Municipal, times(1, 3))}, 0.25, 0.75},
		{"an unknown number of the municipalities'", []model.Seat{seat("a", model.MemberRole, model.Region), seat("b", model.MemberRole, model.Municipal, uncounted)}, 0, 0.5},
		{"an unknown number of the region's", []model.Seat{seat("a", model.MemberRole, model.Region, uncounted), seat("b", model.MemberRole, model.Municipal)}, 0.5, 1},
		{"both unknown", []model.Seat{seat("a", model.MemberRole, model.Region, uncounted), seat("b", model.MemberRole, model.Municipal, uncounted)}, 0, 1},
		{"a seat of either side", []model.Seat{seat("a", model.MemberRole, model.Region), seat("b", model.MemberRole, model.Municipal, times(2, 2)), seat("c", model.MemberRole, "")}, 0.25, 0.5},
	} {
		m := measure(t, at("2022-11-07", seated("vis", c.seats...)), "balance", registry.Scope{})
		assert.Equal(t, [2]float64{c.min, c.max}, [2]float64{m.Min, m.Max}, c.name)
		assert.Empty(t, m.Parts)
	}
}

func TestMunicipalities(t *testing.T) {
	in := manifest()
	in.County.V.Municipalities = model.Some(2)
	records := []model.Record{
		municipality("solna", "0184", ""), municipality("uppsala", "0380", ""),
		record(municipality("nacka", "0182", ""), "organization/nacka", func(o *model.Organization) { o.Ended = model.Some(model.Ending{Date: date("2022")}) }),
	}
	r := registry.New(registry.Input{Manifest: in, Records: records})
	for on, want := range map[string][2]float64{"2021-01-01": {2, 2}, "2022-06-01": {1, 2}, "2023-01-01": {1, 1}} {
		assert.Equal(t, want, bounds(t, r.At(day(on), today), "municipalities"), on)
	}
	assert.Equal(t, yes, measure(t, r.At(day("2021-01-01"), today), "municipalities", registry.Scope{}).Complete)
	assert.Equal(t, no, measure(t, r.At(day("2023-01-01"), today), "municipalities", registry.Scope{}).Complete)
}

func TestMunicipalitiesRepresented(t *testing.T) {
	onBehalf := func(m model.Membership, org string) model.Membership {
		m.OnBehalfOf = to("organization/" + org)
		return m
	}
	adjunct := onBehalf(membership("vis", "", "2020", ""), "tyreso")
	adjunct.Role = model.Some(model.Adjunct)
	v := at("2022-06-01",
		seated("vis",
			seat("a", model.MemberRole, model.Municipal, represents("organization/solna"), times(2, 2)),
			seat("b", model.MemberRole, model.Municipal, represents("organization/nacka"), during("2022", "")),
			seat("c", model.MemberRole, model.Municipal, represents("subregion/sodra", "organization/region")),
			seat("d", model.Adjunct, model.Municipal, represents("organization/ekero"))),
		organization("region", model.Region), organization("solna", model.Municipality), organization("nacka", model.Municipality),
		organization("salem", model.Municipality), organization("ekero", model.Municipality), organization("tyreso", model.Municipality), organization("sigtuna", model.Municipality),
		person("p", onBehalf(membership("vis", "c", "2020", "2030"), "salem"), onBehalf(membership("vis", "", "2020", "2030"), "sigtuna"), adjunct))
	certain, seats, _ := v.Represented(registry.Scope{})
	assert.Equal(t, map[model.Ref]truth.Value{
		ref("organization/solna"): yes, ref("organization/nacka"): unsure, ref("organization/salem"): yes, ref("organization/sigtuna"): yes,
	}, certain)
	assert.Equal(t, 2, seats[ref("organization/solna")])
	assert.Zero(t, seats[ref("organization/nacka")], "not for certain")
	r := v.Representation(registry.Scope{})
	assert.Len(t, r.By, 4)
	of := func(id string) registry.Heard { return r.Of(ref("organization/" + id)) }
	assert.Equal(t, registry.Heard{Holds: yes, Min: 2, Max: 2}, of("solna"))
	assert.Equal(t, registry.Heard{Holds: unsure, Min: 0, Max: 1}, of("nacka"), "not for certain")
	assert.Equal(t, registry.Heard{Holds: yes}, of("salem"), "by a person on a seat for others")
	assert.Equal(t, registry.Heard{Holds: yes}, of("sigtuna"), "by a person without a seat")
	assert.Equal(t, registry.Heard{Holds: no}, of("tyreso"), "an adjunct does not count")
	assert.Equal(t, "vis", r.By[ref("organization/solna")][0].Group.Ref.ID)
	only := v.Representation(registry.Scope{Group: ref("group/vis")})
	assert.Equal(t, r.By, only.By)
	assert.Empty(t, v.Representation(registry.Scope{Groups: "fora", Group: ref("group/vis")}).By, "the scope does not count it")
	assert.Equal(t, [2]float64{3, 4}, bounds(t, v, "municipalities-represented"))
}

// TestRepresentedByNobodyKnows: seats for somebody whom the source does not
// name may stand for any of the others.
func TestRepresentedByNobodyKnows(t *testing.T) {
	whom := func(s *model.Seat) { s.Represents = model.List[model.Ref]{Is: model.Unknown} }
	records := []model.Record{
		organization("solna", model.Municipality), organization("nacka", model.Municipality), organization("salem", model.Municipality), organization("ekero", model.Municipality),
		seated("vis", seat("a", model.MemberRole, model.Municipal, represents("organization/solna")),
			seat("b", model.MemberRole, model.Municipal, whom, times(2, 2)), seat("c", model.MemberRole, model.Region, whom)),
	}
	m := measure(t, at("2022-11-07", records...), "municipalities-represented", registry.Scope{})
	assert.Equal(t, [2]float64{1, 3}, [2]float64{m.Min, m.Max})
	assert.Equal(t, []model.Ref{ref("group/vis#b")}, m.Undecided)
	records = append(records, seated("tsg", seat("a", model.MemberRole, model.Municipal, whom, uncounted)))
	assert.Equal(t, [2]float64{1, 4}, bounds(t, at("2022-11-07", records...), "municipalities-represented"))
}

func TestPeopleInSeveralGroups(t *testing.T) {
	records := []model.Record{
		seated("a", seat("one", model.MemberRole, model.Region), seat("guest", model.Adjunct, model.Region)), seated("b"), seated("c"),
		group("local", func(g *model.Group) { g.Type = model.Some(model.Word("local")) }),
		person("both", membership("a", "one", "2020", "2030"), membership("b", "", "2020", "2030")),
		person("perhaps", membership("a", "", "2020", "2030"), membership("b", "", "2022", "2030")),
		person("one-after-the-other", membership("a", "", "2020", "2021"), membership("b", "", "2022-01-01", "2030")),
		person("twice-in-one", membership("a", "", "2020", "2030"), membership("a", "", "2021", "2030")),
		person("guest", membership("a", "guest", "2020", "2030"), membership("b", "", "2020", "2030")),
		person("outside", membership("local", "", "2020", "2030"), membership("b", "", "2020", "2030")),
	}
	m := measure(t, at("2022-06-01", records...), "people-in-several-groups", registry.Scope{})
	assert.Equal(t, [2]float64{1, 2}, [2]float64{m.Min, m.Max})
	assert.Equal(t, []model.Ref{ref("representative/both")}, m.Counted)
	assert.Equal(t, []model.Ref{ref("representative/perhaps")}, m.Undecided)
	assert.Equal(t, yes, measure(t, complete("2022-11-07", records...).At(day("2022-06-01"), today), "people-in-several-groups", registry.Scope{}).Complete)
}

func TestVacant(t *testing.T) {
	holder := func(is model.Answer) func(*model.Seat) {
		return func(s *model.Seat) { s.Holder = model.Val[model.Said]{Is: is} }
	}
	since := func(on string) func(*model.Seat) { return func(s *model.Seat) { s.VacantSince = date(on) } }
	for _, c := range []struct {
		name            string
		set             func(*model.Seat)
		held            []model.Membership
		known, complete truth.Value
	}{
		{"nobody recorded", nil, nil, unsure, yes},
		{"filled, not known by whom", holder(model.Unknown), nil, no, no},
		{"vacant", holder(model.None), nil, yes, yes},
		{"vacant since", since("2022-06-01"), nil, yes, yes},
		{"vacant since some day this year", since("2022"), nil, unsure, unsure},
		{"vacant later", since("2022-06-02"), nil, no, no},
		{"held", nil, []model.Membership{membership("vis", "a", "2020", "2030")}, no, no},
		{"held, whatever the seat says", holder(model.None), []model.Membership{membership("vis", "a", "2020", "2030")}, no, no},
		{"perhaps held", nil, []model.Membership{membership("vis", "a", "2022", "2030")}, unsure, unsure},
		{"perhaps held, whatever the seat says", holder(model.None), []model.Membership{membership("vis", "a", "2022", "2030")}, unsure, unsure},
		{"held before", nil, []model.Membership{membership("vis", "a", "2020", "2021")}, unsure, yes},
		{"held before, now vacant", holder(model.None), []model.Membership{membership("vis", "a", "2020", "2021")}, yes, yes},
		{"held later", nil, []model.Membership{membership("vis", "a", "2023", "2030")}, unsure, yes},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := seat("a", model.MemberRole, model.Region)
			if c.set != nil {
				c.set(&s)
			}
			records := []model.Record{seated("vis", s), person("p", c.held...)}
			v := at("2022-06-01", records...)
			assert.Equal(t, c.known, v.Vacant(v.Seats(v.Groups[0])[0]))
			v = complete("2022-11-07", records...).At(day("2022-06-01"), today)
			assert.Equal(t, c.complete, v.Vacant(v.Seats(v.Groups[0])[0]))
		})
	}
}

func TestVacancies(t *testing.T) {
	vacant := func(s *model.Seat) { s.Holder = model.Val[model.Said]{Is: model.None} }
	records := func() []model.Record {
		return []model.Record{
			seated("vis", seat("vacant", model.MemberRole, model.Region, vacant, times(2, 2)), seat("six", model.MemberRole, model.Region, times(6, 6)),
				seat("open", model.MemberRole, model.Region), seat("guest", model.Adjunct, model.Region, vacant)),
			person("p", membership("vis", "six", "2020", "2030")), person("q", membership("vis", "six", "2022", "2030")),
		}
	}
	assert.Equal(t, [2]float64{2, 2 + 5 + 1}, bounds(t, at("2022-06-01", records()...), "vacancies"))
	assert.Equal(t, [2]float64{2 + 4 + 1, 2 + 5 + 1}, bounds(t, complete("2022-11-07", records()...).At(day("2022-06-01"), today), "vacancies"))
}

func TestAgreementMetrics(t *testing.T) {
	in := func(kind model.Word, on string) func(*model.Agreement) {
		return func(a *model.Agreement) { a.Type, a.EntryIntoForce = model.Some(kind), actual(on) }
	}
	by := func(group string, status model.Word) func(*model.Agreement) {
		return func(a *model.Agreement) {
			a.Responsible = list(model.Steward{Group: to(group), Status: model.Some(status), Span: span("2010", "")})
		}
	}
	v := at("2022-06-01",
		group("bus"), group("um"),
		agreement("framework", in(model.Framework, "2020"), by("group/bus", model.Proposed)),
		agreement("plain", in(model.PlainAgreement, "2020"), by("group/bus", model.Stated)),
		agreement("perhaps", in(model.PlainAgreement, "2022"), by("group/bus", model.Stated)),
		agreement("later", in(model.PlainAgreement, "2023"), by("group/bus", model.Stated)),
		agreement("supplement", in(model.Supplement, "2020"), by("group/um", model.Stated)),
		agreement("contract", in(model.Contract, "2020"), func(a *model.Agreement) { a.Responsible = model.List[model.Steward]{Is: model.Unknown} }),
		agreement("nobodys", in(model.PlainAgreement, "2020"), func(a *model.Agreement) { a.Responsible = model.List[model.Steward]{Is: model.None} }),
		agreement("letter", in(model.Letter, "2020")), agreement("principles", in(model.Principles, "2020")),
		agreement("national", in(model.National, "2020"), func(a *model.Agreement) { a.External = model.Some(true) }),
		agreement("external", in(model.PlainAgreement, "2020"), by("group/bus", model.Stated), func(a *model.Agreement) { a.External = model.Some(true) }))
	assert.Equal(t, [2]float64{5, 6}, bounds(t, v, "agreements-in-force"))
	assert.Equal(t, [2]float64{4, 5}, bounds(t, v, "agreements-listed"))
	m := measure(t, v, "agreements-listed", registry.Scope{Supplements: "without-supplements"})
	assert.Equal(t, [2]float64{3, 4}, [2]float64{m.Min, m.Max})
	m = measure(t, v, "agreements-by-group", registry.Scope{})
	assert.Equal(t, [2]float64{2, 5}, [2]float64{m.Min, m.Max})
	assert.Equal(t, []registry.Part{{Of: ref("group/bus"), Min: 1, Max: 2}, {Of: ref("group/um"), Min: 1, Max: 1}}, m.Parts)
	assert.Equal(t, []string{"contract", "framework", "perhaps"}, names(m.Undecided))
}

func TestAdoptionsMetric(t *testing.T) {
	a := agreement("hok", func(a *model.Agreement) {
		a.Parties = list(party("kommunerna", "", ""), party("solna", "", "", adoption(model.Adopted, "2022-01-01")))
	})
	letter := agreement("letter", func(a *model.Agreement) { a.Type, a.Parties = model.Some(model.Letter), list(party("solna", "", "")) })
	m := measure(t, at("2022-06-01", append(county(), a, letter)...), "adoptions", registry.Scope{})
	assert.Equal(t, [2]float64{1, 3}, [2]float64{m.Min, m.Max})
	assert.Equal(t, unsure, m.Complete)
}

func TestMeetingsHeld(t *testing.T) {
	held := func(id string, status model.Word, on string) *model.Meeting {
		return record(&model.Meeting{Group: to("group/vis"), Status: model.Some(status), Date: date(on)}, "meeting/"+id)
	}
	vis := group("vis")
	records := []model.Record{vis, group("tyst", func(g *model.Group) { g.Type = model.Some(model.Word("network")) }),
		held("first", model.Held, "2021-11-08"), held("too-early", model.Held, "2021-11-07"), held("today", model.Held, "2022-11-07"), held("later", model.Held, "2022-11-08"),
		held("cancelled", model.Cancelled, "2022-06-01"), held("planned", model.Planned, "2022-06-01"), held("perhaps", model.Held, "2021"), held("some-day", model.Held, "unknown"),
		record(&model.Meeting{Group: to("group/tyst"), Status: model.Some(model.Held), Date: date("2022-06-01")}, "meeting/tyst")}
	v := at("2022-11-07", records...)
	m := measure(t, v, "meetings-held", registry.Scope{})
	assert.Equal(t, [2]float64{2, 4}, [2]float64{m.Min, m.Max})
	assert.Equal(t, []string{"first", "today"}, names(m.Counted))
	for _, c := range []struct {
		from, until string
		want        truth.Value
	}{{"2021-11-08", "2022-11-07", yes}, {"2021", "2022-11-07", unsure}, {"2021-11-09", "2022-11-07", unsure}, {"2021-01-01", "2022-11-06", unsure}, {"", "2022-11-07", unsure}} {
		r := complete("2022-11-07", records...)
		vis.Complete.V.Meetings = model.Some(model.Interval{Span: span(c.from, c.until)})
		assert.Equal(t, c.want, measure(t, r.At(day("2022-11-07"), today), "meetings-held", registry.Scope{}).Complete, "%s–%s", c.from, c.until)
	}
}

func TestLocalGroups(t *testing.T) {
	local := func(g *model.Group) { g.Type = model.Some(model.Word("local")) }
	v := at("2022-06-01", group("a", local), group("b", local, withHistory(milestone(model.Established, "2022", ""))), group("c"))
	assert.Equal(t, [2]float64{1, 2}, bounds(t, v, "local-groups"))
}

func TestSits(t *testing.T) {
	undecided := membership("vis", "a", "2020", "2030")
	undecided.Decision = to("decision/proposed")
	decided := membership("vis", "a", "", "2030")
	decided.Decision = to("decision/decided")
	p := person("p", membership("vis", "a", "2020", "2021"), undecided, decided, membership("vis", "", "2020", ""))
	v := at("2022-06-01", append(decisions(), seated("vis", seat("a", model.Chair, model.Region)), p)...)
	var sits []truth.Value
	for _, s := range v.Memberships(ref("group/vis")) {
		sits = append(sits, v.Sits(s))
	}
	assert.Equal(t, []truth.Value{no, no, yes, unsure}, sits)
	require.Len(t, v.Holders(ref("group/vis"), "a"), 3)
}

func TestSeatsAndMemberships(t *testing.T) {
	v := at("2022-06-01", append(decisions(),
		seated("vis", seat("a", model.Chair, model.Region), seat("b", model.MemberRole, model.Region, during("2022", "")), seat("c", model.MemberRole, model.Region, during("2010", "2019")),
			seat("d", model.MemberRole, model.Region, during("", "2030"), func(s *model.Seat) { s.Decision = to("decision/decided") })),
		person("p", membership("vis", "a", "2020", "2030"), membership("vis", "b", "2020", "")))...)
	assert.Equal(t, truth.Count{Yes: 3, No: 1, CannotTell: 2}, v.SeatsAndMemberships())
}

func TestSpeaksFor(t *testing.T) {
	own := membership("vis", "a", "2020", "2030")
	own.OnBehalfOf = to("subregion/sodra")
	whom := membership("vis", "a", "2020", "2030")
	whom.OnBehalfOf = to("unknown")
	p := person("p", own, whom, membership("vis", "a", "2020", "2030"), membership("vis", "b", "2020", "2030"), membership("vis", "c", "2020", "2030"), membership("vis", "", "2020", "2030"))
	p.Titles = list(
		model.PersonTitle{Organization: to("organization/solna"), Span: span("2020", "2030")}, model.PersonTitle{Organization: to("organization/solna"), Span: span("2021", "2030")},
		model.PersonTitle{Organization: to("organization/nacka"), Span: span("2010", "2019")}, model.PersonTitle{Organization: to("unknown")})
	v := at("2022-06-01", p, seated("vis", seat("a", model.Chair, "", represents("organization/region")), seat("b", model.MemberRole, ""),
		seat("c", model.MemberRole, "", func(s *model.Seat) { s.Represents = model.List[model.Ref]{Is: model.Unknown} })))
	var got [][]string
	for _, s := range v.Memberships(ref("group/vis")) {
		got = append(got, names(v.SpeaksFor(s)))
	}
	assert.Equal(t, [][]string{{"sodra"}, {}, {"region"}, {"solna"}, {}, {"solna"}}, got)
}
