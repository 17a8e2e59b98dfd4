package registry_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
)

func party(org, from, until string, adoptions ...model.Adoption) model.Party {
	p := model.Party{Organization: to("organization/" + org), Span: span(from, until)}
	if len(adoptions) > 0 {
		p.Adoptions = list(adoptions...)
	}
	return p
}

func adoption(state model.Word, on string) model.Adoption {
	return model.Adoption{State: model.Some(state), Date: date(on)}
}

// county is a region and three municipalities, and the collective of them.
func county() []model.Record {
	return []model.Record{
		organization("region", model.Region), organization("solna", model.Municipality),
		organization("nacka", model.Municipality), organization("salem", model.Municipality),
		filter("kommunerna", func(f *model.Filter) { f.County = model.Some(model.Code("01")) }),
		decision("decided", model.Decided, "2022-03-10"), decision("proposed", model.Proposed, ""),
		source("report", "2022-11-07"),
	}
}

// parties are the parties of an agreement, each as organization, how certain,
// the position of its entry and the collective that brought it in.
func parties(v *registry.View, a *model.Agreement) (out []string, open bool) {
	found, open := v.Parties(a)
	for _, p := range found {
		out = append(out, fmt.Sprintf("%s %s %d %s", p.Organization.ID, p.Holds, p.Index, p.Via.ID))
	}
	return out, open
}

func TestParties(t *testing.T) {
	own := func(p ...model.Party) func(*model.Agreement) {
		return func(a *model.Agreement) { a.Parties = list(p...) }
	}
	decidedFor := func(p model.Party, decision string) model.Party {
		p.Decision = to(decision)
		return p
	}
	for _, c := range []struct {
		name string
		set  func(*model.Agreement)
		want []string
		open bool
	}{
		{"a collective is expanded", own(party("region", "", ""), party("kommunerna", "", "")),
			[]string{"region yes 0 ", "nacka yes 1 kommunerna", "salem yes 1 kommunerna", "solna yes 1 kommunerna"}, false},
		{"an entry of its own refines it", own(party("kommunerna", "", ""), party("solna", "", "2020-12-31"), party("nacka", "2022", "")),
			[]string{"solna no 1 ", "nacka cannot tell 2 ", "salem yes 0 kommunerna"}, false},
		{"a former party that is back", own(party("solna", "", "2015"), party("solna", "2020", "")),
			[]string{"solna yes 1 "}, false},
		{"a party that comes and goes", own(party("solna", "2020", "2021"), party("solna", "2023", "")),
			[]string{"solna no 0 "}, false},
		{"a party until an unknown day", own(party("solna", "", "unknown")), []string{"solna cannot tell 0 "}, false},
		{"a party by a decision", own(decidedFor(party("solna", "", ""), "decision/decided"), decidedFor(party("nacka", "", ""), "decision/proposed"), decidedFor(party("salem", "", ""), "unknown")),
			[]string{"solna yes 0 ", "nacka no 1 ", "salem yes 2 "}, false},
		{"a party by a decision, later", own(decidedFor(party("solna", "2022-07-01", ""), "decision/decided")), []string{"solna no 0 "}, false},
		{"an organization without a record", own(party("gone", "", "")), []string{"gone yes 0 "}, true},
		{"an unknown party", own(party("solna", "", ""), model.Party{Organization: unknown[model.Ref]()}), []string{"solna yes 0 "}, true},
		{"unknown parties", func(a *model.Agreement) { a.Parties = model.List[model.Party]{Is: model.Unknown} }, nil, true},
		{"known to have none", func(a *model.Agreement) { a.Parties = model.List[model.Party]{Is: model.None} }, nil, false},
		{"by default", func(*model.Agreement) {}, []string{"region yes -1 ", "nacka yes -1 kommunerna", "salem yes -1 kommunerna", "solna yes -1 kommunerna"}, false},
		{"not an external one", func(a *model.Agreement) { a.External = model.Some(true) }, nil, true},
		{"as what it supplements", func(a *model.Agreement) { a.Supplements = to("agreement/parent") }, []string{"region yes -1 "}, false},
		{"unless it says otherwise", func(a *model.Agreement) {
			a.Supplements = to("agreement/parent")
			a.Parties = list(party("solna", "", ""))
		}, []string{"solna yes 0 "}, false},
		{"supplements something unknown", func(a *model.Agreement) { a.Supplements = to("unknown") }, nil, true},
		{"supplements something missing", func(a *model.Agreement) { a.Supplements = to("agreement/gone") }, nil, true},
		{"supplements itself", func(a *model.Agreement) { a.Supplements = to("agreement/bus") }, nil, true},
		{"supplements a supplement", func(a *model.Agreement) { a.Supplements = to("agreement/child") }, nil, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			parent := agreement("parent", own(party("region", "", "", adoption(model.Adopted, "2020"))))
			child := agreement("child", func(a *model.Agreement) { a.Supplements = to("agreement/parent") })
			a := agreement("bus", c.set)
			in := manifest()
			in.DefaultParties = refs("organization/region", "organization/kommunerna")
			r := registry.New(registry.Input{Manifest: in, Records: append(county(), parent, child, a)})
			got, open := parties(r.At(day("2022-06-01"), today), a)
			assert.Equal(t, c.want, got)
			assert.Equal(t, c.open, open)
		})
	}
}

func TestPartiesWithoutDefault(t *testing.T) {
	a := agreement("bus")
	got, open := parties(at("2022-06-01", append(county(), a)...), a)
	assert.Empty(t, got)
	assert.True(t, open)
}

func TestAdoptionProgress(t *testing.T) {
	type want struct{ adopted, not, unknown int }
	all := []model.Ref{ref("organization/kommunerna")}
	said := func(by string) model.AdoptionEvidence {
		return model.AdoptionEvidence{Parties: list(all...), By: date(by), Evidence: cited("report")}
	}
	for _, c := range []struct {
		name    string
		parties []model.Party
		said    []model.AdoptionEvidence
		on      string
		want    want
	}{
		{"nothing recorded", []model.Party{party("kommunerna", "", "")}, nil, "2022-11-07", want{unknown: 3}},
		{"one of three", []model.Party{party("kommunerna", "", ""), party("solna", "", "", adoption(model.Adopted, "2022-03-01"))}, nil, "2022-11-07", want{adopted: 1, unknown: 2}},
		{"not yet", []model.Party{party("solna", "", "", adoption(model.Adopted, "2022-03-01"))}, nil, "2022-02-28", want{unknown: 1}},
		{"perhaps", []model.Party{party("solna", "", "", adoption(model.Adopted, "2022"))}, nil, "2022-06-01", want{unknown: 1}},
		{"without a date, by its source", []model.Party{party("solna", "", "", model.Adoption{State: model.Some(model.Adopted), Evidence: cited("report")})}, nil, "2022-11-07", want{adopted: 1}},
		{"without a date, before its source", []model.Party{party("solna", "", "", model.Adoption{State: model.Some(model.Adopted), Evidence: cited("report")})}, nil, "2022-11-06", want{unknown: 1}},
		{"rejected", []model.Party{party("solna", "", "", adoption(model.Rejected, "2022-03-01"))}, nil, "2022-11-07", want{not: 1}},
		{"pending, then adopted", []model.Party{party("solna", "", "", adoption(model.Pending, ""), adoption(model.Adopted, "2022-03-01"))}, nil, "2022-11-07", want{adopted: 1}},
		{"adopted, then withdrawn", []model.Party{party("solna", "", "", adoption(model.Adopted, "2022-03-01"), adoption(model.Withdrawn, "2022-09-01"))}, nil, "2022-11-07", want{not: 1}},
		{"withdrawn, listed first", []model.Party{party("solna", "", "", adoption(model.Withdrawn, "2022-09-01"), adoption(model.Adopted, "2022-03-01"))}, nil, "2022-11-07", want{not: 1}},
		{"adopted, and perhaps withdrawn", []model.Party{party("solna", "", "", adoption(model.Adopted, "2022-03-01"), adoption(model.Withdrawn, "2022"))}, nil, "2022-11-07", want{unknown: 1}},
		{"adopted, and perhaps adopted again", []model.Party{party("solna", "", "", adoption(model.Adopted, "2022-03-01"), adoption(model.Adopted, "2022"))}, nil, "2022-11-07", want{adopted: 1}},
		{"which came last is not told", []model.Party{party("solna", "", "", adoption(model.Adopted, "2021"), adoption(model.Rejected, "2021-06"))}, nil, "2022-11-07", want{unknown: 1}},
		{"adopted, then withdrawn on a day that is not told", []model.Party{party("solna", "", "", adoption(model.Adopted, "2021"), model.Adoption{State: model.Some(model.Withdrawn), Evidence: cited("report")})}, nil, "2022-11-07", want{unknown: 1}},
		{"three that no order fits", []model.Party{party("solna", "", "", adoption(model.Adopted, "2022"), adoption(model.Rejected, ""), adoption(model.Adopted, "2021"))}, nil, "2023-11-07", want{adopted: 1}},
		{"the same day, the last in the list", []model.Party{party("solna", "", "", adoption(model.Pending, "2021-06-01"), adoption(model.Adopted, "2021-06-01"))}, nil, "2022-11-07", want{adopted: 1}},
		{"not a party any more", []model.Party{party("kommunerna", "", ""), party("solna", "", "2021", adoption(model.Adopted, "2020"))}, nil, "2022-11-07", want{unknown: 2}},
		{"a party again, and adopted for the new period", []model.Party{party("solna", "", "2015", adoption(model.Rejected, "2010")), party("solna", "2020", "", adoption(model.Adopted, "2020-02-01"))}, nil, "2022-11-07", want{adopted: 1}},
		{"perhaps still a party as before, perhaps anew", []model.Party{party("solna", "", "2022", adoption(model.Rejected, "2010")), party("solna", "2022", "", adoption(model.Adopted, "2020-02-01"))}, nil, "2022-06-01", want{unknown: 1}},
		{"perhaps a party", []model.Party{party("solna", "2022", "", adoption(model.Adopted, "2020"))}, nil, "2022-06-01", want{unknown: 1}},
		{"the collective's own adoption", []model.Party{party("kommunerna", "", "", adoption(model.Adopted, "2022-03-01"))}, nil, "2022-11-07", want{adopted: 3}},
		{"said of all", []model.Party{party("region", "", ""), party("kommunerna", "", "")}, []model.AdoptionEvidence{said("2022-11-07")}, "2022-11-07", want{adopted: 3, unknown: 1}},
		{"said of all by a later day", []model.Party{party("kommunerna", "", "")}, []model.AdoptionEvidence{said("2022-11-07")}, "2022-11-06", want{unknown: 3}},
		{"said of all without a day", []model.Party{party("kommunerna", "", "")}, []model.AdoptionEvidence{said("")}, "2022-11-07", want{adopted: 3}},
		{"said of all on an unknown day", []model.Party{party("kommunerna", "", "")}, []model.AdoptionEvidence{said("unknown")}, "2022-11-07", want{unknown: 3}},
		{"said of all, but one is recorded otherwise", []model.Party{party("kommunerna", "", ""), party("solna", "", "", adoption(model.Rejected, "2022-03-01"))}, []model.AdoptionEvidence{said("2022-11-07")}, "2022-11-07", want{adopted: 2, not: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := agreement("hok", func(a *model.Agreement) {
				a.Parties = list(c.parties...)
				a.AdoptionEvidence = list(c.said...)
			})
			got := want{}
			got.adopted, got.not, got.unknown = at(c.on, append(county(), a)...).AdoptionProgress(a)
			assert.Equal(t, c.want, got)
		})
	}
}

// TestAdoptionsComplete: a missing adoption proves something only where the
// adoptions are said to be all there are.
func TestAdoptionsComplete(t *testing.T) {
	a := agreement("hok", func(a *model.Agreement) {
		a.Parties = list(party("kommunerna", "", ""), party("solna", "", "", adoption(model.Adopted, "2022-03-01")))
		a.Complete = model.Some(model.CompleteAgreement{Adoptions: date("2022-06-30")})
	})
	r := snapshot(append(county(), a)...)
	adopted, not, open := r.At(day("2022-06-30"), today).AdoptionProgress(a)
	assert.Equal(t, [3]int{1, 2, 0}, [3]int{adopted, not, open})
	adopted, not, open = r.At(day("2022-07-01"), today).AdoptionProgress(a)
	assert.Equal(t, [3]int{1, 0, 2}, [3]int{adopted, not, open})

	// A source that may say so already leaves it open.
	a.AdoptionEvidence = list(model.AdoptionEvidence{Parties: refs("organization/kommunerna"), By: date("2022")})
	adopted, not, open = r.At(day("2022-06-30"), today).AdoptionProgress(a)
	assert.Equal(t, [3]int{1, 0, 2}, [3]int{adopted, not, open})
}

// TestSaidOfThoseWhoWereMembers: who joins a collective after a source says
// that all of it have adopted has not adopted by it.
func TestSaidOfThoseWhoWereMembers(t *testing.T) {
	a := agreement("hok", func(a *model.Agreement) {
		a.Parties = list(party("alla", "", ""))
		a.AdoptionEvidence = list(model.AdoptionEvidence{Parties: refs("organization/alla"), By: date("2012")})
	})
	v := at("2022-11-07", append(county(), a, collective("alla", member("solna", "2000", ""), member("nacka", "2015", "")))...)
	adopted, _, unknown := v.AdoptionProgress(a)
	assert.Equal(t, [2]int{1, 1}, [2]int{adopted, unknown})
}

// TestSupplementIsAdoptedByItself: the parent's adoptions are not its own.
func TestSupplementIsAdoptedByItself(t *testing.T) {
	parent := agreement("parent", func(a *model.Agreement) {
		a.Parties = list(party("region", "", "", adoption(model.Adopted, "2020")))
	})
	child := agreement("child", func(a *model.Agreement) {
		a.Type, a.Supplements = model.Some(model.Supplement), to("agreement/parent")
		a.EntryIntoForce = model.Some(model.EntryIntoForce{Condition: model.Some(model.AllParties), Planned: date("2021-01-01")})
	})
	v := at("2022-11-07", append(county(), parent, child)...)
	adopted, _, unknown := v.AdoptionProgress(child)
	assert.Equal(t, [2]int{0, 1}, [2]int{adopted, unknown})
	assert.Equal(t, unsure, v.IsInForce(child))
	inherited, _ := v.Parties(child)
	_, recorded := v.AdoptionOf(inherited[0])
	assert.False(t, recorded)
	own, _ := v.Parties(parent)
	newest, recorded := v.AdoptionOf(own[0])
	assert.True(t, recorded)
	assert.Equal(t, model.Adopted, newest.State.V)
}
