package registry_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// middle is the day of the views: the dates of a random registry lie around it.
var middle = day("2022-06-15")

// dice draws a registry from a seed. Of the dates that it draws, the one with
// the number narrowed is narrower than in other registries of the same seed;
// everything else is the same.
type dice struct {
	*rand.Rand
	drawn, narrowed int
}

func roll(seed uint64, narrowed int) *dice {
	return &dice{Rand: rand.New(rand.NewPCG(seed, 14)), narrowed: narrowed}
}

func (d *dice) chance(percent int) bool { return d.IntN(100) < percent }

func pick[T any](d *dice, from ...T) T { return from[d.IntN(len(from))] }

// interval draws a date around the middle: exact, a span, or open at an end.
func (d *dice) interval() edtf.Date {
	number := d.drawn
	d.drawn++
	first := middle + edtf.Day(d.IntN(800)-400)
	last := first + edtf.Day(pick(d, 0, 30, 365))
	within := func() edtf.Day { return first + edtf.Day(d.IntN(int(last-first)+1)) }
	a, b := within(), within()
	open := d.IntN(10)
	if number == d.narrowed {
		return edtf.Between(min(a, b), max(a, b))
	}
	switch {
	case open == 0:
		return edtf.Between(edtf.Past, last)
	case open == 1 && first < last:
		return edtf.Between(first, edtf.Future)
	}
	return edtf.Between(first, last)
}

// when draws an attribute with a date, and now and then without.
func (d *dice) when() model.Val[edtf.Date] {
	date, absent, unsaid := d.interval(), d.chance(20), d.chance(5)
	switch {
	case absent:
		return model.Val[edtf.Date]{}
	case unsaid:
		return unknown[edtf.Date]()
	}
	return model.Some(date)
}

func (d *dice) span() model.Span { return model.Span{From: d.when(), Until: d.when()} }

func (d *dice) evidence() model.Evidence {
	if d.chance(30) {
		return model.Evidence{}
	}
	return cited("s" + strconv.Itoa(d.IntN(4)))
}

func (d *dice) decision() model.Val[model.Ref] {
	return pick(d, to(""), to(""), to("unknown"), to("decision/d0"), to("decision/d1"), to("decision/proposed"))
}

func (d *dice) ending() model.Val[model.Ending] {
	if d.chance(60) {
		return model.Val[model.Ending]{}
	}
	return model.Some(model.Ending{Date: d.when(), Decision: d.decision(), Evidence: d.evidence()})
}

func several[T any](d *dice, most int, draw func(i int) T) model.List[T] {
	var items []T
	for i := range d.IntN(most + 1) {
		items = append(items, draw(i))
	}
	return list(items...)
}

var towns = []string{"solna", "nacka", "salem", "ekero"}

// world draws a registry.
func (d *dice) world() *registry.Registry {
	in := manifest()
	in.DefaultParties = refs("organization/region", "organization/some")
	in.Complete = model.Some(model.CompleteAll{Groups: d.when(), Agreements: d.when()})
	records := []model.Record{
		record(&model.Decision{State: model.Some(model.Decided), Date: d.when()}, "decision/d0"),
		record(&model.Decision{State: model.Some(model.Decided), Date: d.when()}, "decision/d1"),
		decision("proposed", model.Proposed, ""),
		organization("region", model.Region),
		organization("some", model.Collective, func(o *model.Organization) {
			o.Members = several(d, 5, func(int) model.Member {
				return model.Member{Organization: to("organization/" + pick(d, towns...)), Span: d.span(), Evidence: d.evidence()}
			})
		}),
	}
	for i := range 4 {
		records = append(records,
			record(&model.Source{Date: d.when(), Retrieved: d.when()}, "source/s"+strconv.Itoa(i)),
			organization(towns[i], model.Municipality, func(o *model.Organization) { o.Ended = d.ending() }))
	}
	for i := range 3 {
		id := strconv.Itoa(i)
		records = append(records, agreement(id, d.agreement), group(id, d.group), person(id, several(d, 3, d.membership).Values()...),
			record(&model.Meeting{Group: to("group/" + strconv.Itoa(d.IntN(3))), Status: model.Some(model.Held), Date: d.when()}, "meeting/"+id))
	}
	in.County.V.Code = model.Some(model.Code("01"))
	return registry.New(registry.Input{Manifest: in, Records: records})
}

func (d *dice) agreement(a *model.Agreement) {
	a.Type = model.Some(pick(d, model.PlainAgreement, model.PlainAgreement, model.Supplement, model.Letter))
	if d.chance(70) {
		a.Parties = several(d, 4, d.party)
	}
	if d.chance(30) {
		a.Supplements = to("agreement/" + strconv.Itoa(d.IntN(3)))
	}
	if d.chance(50) {
		a.Agreed = model.Some(model.Agreed{Date: d.when()})
	}
	a.Recommended = several(d, 2, func(int) model.Recommendation {
		return model.Recommendation{Date: d.when(), Decision: d.decision(), Evidence: d.evidence()}
	})
	// The members of the collective change, and who they are follows from the
	// day of the statement: the statements are of those who stay.
	a.AdoptionEvidence = several(d, 2, func(int) model.AdoptionEvidence {
		return model.AdoptionEvidence{Parties: refs("organization/" + pick(d, "region", "region", "nobody")), By: d.when(), Evidence: d.evidence()}
	})
	if d.chance(80) {
		e := model.EntryIntoForce{Planned: d.when(), Decision: d.decision(), Condition: model.Some(pick(d, model.AllParties, model.AllParties, "date", "decision"))}
		if d.chance(40) {
			e.Actual = d.when()
		}
		a.EntryIntoForce = model.Some(e)
	}
	if d.chance(30) {
		a.Expires = d.when()
	}
	a.Responsible = several(d, 2, func(int) model.Steward {
		return model.Steward{Group: to("group/" + strconv.Itoa(d.IntN(3))), Span: d.span(), Decision: d.decision(), Status: model.Some(pick(d, model.Stated, model.Proposed))}
	})
	a.Signatures = several(d, 2, func(int) model.Signature { return model.Signature{Date: d.when()} })
	a.Complete = model.Some(model.CompleteAgreement{Adoptions: d.when()})
	a.Ended = d.ending()
	a.Evidence = d.evidence()
}

func (d *dice) party(int) model.Party {
	return model.Party{
		Organization: to("organization/" + pick(d, "region", "some", "solna", "nacka")), Span: d.span(), Decision: d.decision(), Evidence: d.evidence(),
		Adoptions: several(d, 3, func(int) model.Adoption {
			return model.Adoption{State: model.Some(pick(d, model.Adopted, model.Adopted, model.Rejected, model.Pending)), Date: d.when(), Evidence: d.evidence()}
		}),
	}
}

func (d *dice) group(g *model.Group) {
	g.History = several(d, 3, func(int) model.Milestone {
		status := pick(d, model.Proposed, model.Planned, model.Establishing, model.Established, model.Active, model.Dormant, model.WindingUp)
		m := model.Milestone{Status: model.Some(status), Date: d.when(), Decision: d.decision(), Evidence: d.evidence()}
		if d.chance(20) {
			m.Due = d.when()
		}
		return m
	})
	g.Names = several(d, 2, func(int) model.Name {
		return model.Name{Name: text("namn"), Span: d.span(), Decision: d.decision(), Evidence: d.evidence()}
	})
	g.Seats = several(d, 4, func(i int) model.Seat {
		s := model.Seat{ID: model.Some(model.Slug(strconv.Itoa(i))), Span: d.span(), Decision: d.decision(), Evidence: d.evidence(), Represents: refs("organization/" + pick(d, append(towns, "region")...))}
		s.Role, s.Side = model.Some(pick(d, model.Chair, model.MemberRole, model.Adjunct)), model.Some(pick(d, model.Region, model.Municipal, model.Other))
		s.Elected = model.Some(d.chance(50))
		switch d.IntN(6) {
		case 0:
			s.Count = unknown[model.Number]()
		case 1:
			s.Count = model.Some(model.Number{Min: 1, Max: 3})
		case 2:
			s.VacantSince = d.when()
		case 3:
			s.Represents, s.Side = model.List[model.Ref]{Is: model.Unknown}, unknown[model.Word]()
		}
		return s
	})
	g.Complete = model.Some(model.CompleteGroup{Seats: d.when(), Memberships: d.when()})
	g.Ended = d.ending()
	g.Evidence = d.evidence()
}

func (d *dice) membership(int) model.Membership {
	m := model.Membership{Group: to("group/" + strconv.Itoa(d.IntN(3))), Span: d.span(), Decision: d.decision(), Evidence: d.evidence()}
	if d.chance(80) {
		m.Seat = model.Some(model.Slug(strconv.Itoa(d.IntN(4))))
	}
	if d.chance(30) {
		m.OnBehalfOf = to("organization/" + pick(d, towns...))
	}
	return m
}

// answers are what a view says of everything in its registry.
func answers(v *registry.View) map[string]truth.Value {
	out := map[string]truth.Value{}
	say := func(answer truth.Value, what string, rec model.Record, at ...int) {
		key := what + " " + rec.Base().Ref.String()
		for _, i := range at {
			key += " " + strconv.Itoa(i)
		}
		out[key] = answer
	}
	for _, rec := range v.Records() {
		say(v.HasEnded(rec), "has ended", rec)
	}
	for _, d := range v.Decisions {
		say(v.Decided(d.Ref), "is decided", d)
	}
	for _, a := range v.Agreements {
		say(v.IsInForce(a), "is in force", a)
		for i, p := range a.Parties.Pointers() {
			say(v.Holds(p.Span, registry.Citations(a, &p.Evidence, "parties"), registry.Changing), "holds", a, i)
			say(v.InEffect(p.Decision, p.From), "is in effect", a, i)
		}
		parties, _ := v.Parties(a)
		for _, p := range parties {
			say(p.Holds, "is party "+p.Organization.ID, a)
		}
	}
	for _, g := range v.Groups {
		say(v.Lives(g), "lives", g)
		for i, m := range g.History.Pointers() {
			say(v.Reached(m), "is reached", g, i)
		}
		for i, n := range v.NamesAt(g) {
			say(n.InForce, "is named", g, i)
		}
		for _, s := range v.Seats(g) {
			say(s.Holds, "seat", g, s.Index)
			say(v.Vacant(s), "is vacant", g, s.Index)
		}
		for i, m := range v.Memberships(g.Ref) {
			say(v.Sits(m), "sits", g, i)
		}
	}
	return out
}

// TestNarrowerDates: a date that says more settles questions and reverses no
// answer, and the bounds of a metric only close.
func TestNarrowerDates(t *testing.T) {
	settled := 0
	for seed := range uint64(60) {
		wide := roll(seed, -1)
		v := wide.world().At(middle, today)
		before := answers(v)
		measures := map[string]registry.Measure{}
		for _, name := range registry.MetricNames() {
			measures[name] = measure(t, v, name, registry.Scope{})
		}
		others := rand.New(rand.NewPCG(seed, 41))
		for range 12 {
			number := others.IntN(wide.drawn)
			narrow := roll(seed, number)
			v := narrow.world().At(middle, today)
			require.Equal(t, wide.drawn, narrow.drawn, "the same registry but for one date")
			now := answers(v)
			for key, was := range before {
				is, told := now[key]
				if !told && (strings.HasPrefix(key, "seat ") || strings.HasPrefix(key, "is party ")) {
					is, told = no, true // what does not hold is not listed
				}
				switch {
				case !told:
				case was == unsure && is != unsure:
					settled++
				case was != unsure && is == was.Not():
					t.Fatalf("seed %d, date %d: %s was %s and is %s", seed, number, key, was, is)
				}
			}
			for name, was := range measures {
				is := measure(t, v, name, registry.Scope{})
				if is.Min < was.Min || is.Max > was.Max {
					t.Fatalf("seed %d, date %d: %s was %v–%v and is %v–%v", seed, number, name, was.Min, was.Max, is.Min, is.Max)
				}
			}
		}
	}
	assert.Greater(t, settled, 10, "the narrower dates must settle something, or nothing was tried")
}

// TestMoreSources: one more source never reverses what holds, neither way.
func TestMoreSources(t *testing.T) {
	var all []string
	for i := range 4 {
		all = append(all, "s"+strconv.Itoa(i))
	}
	turned := 0
	for seed := range uint64(2000) {
		d := roll(seed, -1)
		var records []model.Record
		for _, s := range all {
			records = append(records, record(&model.Source{Date: d.when(), Retrieved: d.when()}, "source/"+s))
		}
		v := snapshot(records...).At(middle, today)
		span, c := d.span(), pick(d, registry.Lasting, registry.Changing)
		was := v.Holds(span, registry.Cited{}, c)
		for i := range all {
			is := v.Holds(span, by(all[:i+1]...), c)
			if was != unsure && is == was.Not() {
				t.Fatalf("seed %d: %s with %d sources and %s with one more", seed, was, i, is)
			}
			if is != was {
				turned++
			}
			was = is
		}
	}
	assert.Greater(t, turned, 100, "the sources must matter")
}
