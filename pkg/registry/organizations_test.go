package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func member(org, from, until string) model.Member {
	return model.Member{Organization: to("organization/" + org), Span: span(from, until)}
}

func collective(id string, members ...model.Member) *model.Organization {
	return organization(id, model.Collective, func(o *model.Organization) { o.Members = list(members...) })
}

func municipality(id, code, subregion string) *model.Organization {
	return organization(id, model.Municipality, func(o *model.Organization) {
		o.Code = model.Some(model.Code(code))
		switch subregion {
		case "":
		case "unknown":
			o.Subregion = unknown[model.Term]()
		default:
			o.Subregion = model.Some(model.Term(subregion))
		}
	})
}

func filter(id string, change func(*model.Filter)) *model.Organization {
	return organization(id, model.Collective, func(o *model.Organization) {
		f := model.Filter{Type: model.Some(model.Municipality)}
		change(&f)
		o.Of = model.Some(f)
	})
}

// expanded is the members of a collective and whether more may be.
func expanded(v *registry.View, id string) (map[string]truth.Value, bool) {
	members, open := v.Expand(ref("organization/" + id))
	out := map[string]truth.Value{}
	for _, m := range members {
		out[m.Organization.ID] = m.Holds
	}
	return out, open
}

func TestCollectiveOfMembers(t *testing.T) {
	v := at("2022-06-01",
		source("report", "2022-11-07"),
		collective("alla",
			member("stockholm", "2000", ""), member("solna", "2000", "2020"), member("nacka", "2023", ""),
			member("tyreso", "2022", ""), member("salem", "2000", "2010"), member("salem", "2021-01-01", ""), member("ekero", "", "")),
		organization("stockholm", model.Municipality), organization("solna", model.Municipality), organization("nacka", model.Municipality),
		organization("tyreso", model.Municipality), organization("salem", model.Municipality), organization("ekero", model.Municipality))
	members, open := expanded(v, "alla")
	assert.False(t, open)
	assert.Equal(t, map[string]truth.Value{
		"stockholm": yes, "solna": no, "nacka": no, "tyreso": unsure,
		"salem": yes,    // left, and came back
		"ekero": unsure, // nothing says since when
	}, members)
}

func TestCollectiveWithinCollective(t *testing.T) {
	v := at("2022-06-01",
		collective("alla", member("kommunerna", "2000", "2021"), member("regionen", "2000", ""), member("solna", "2000", "")),
		collective("kommunerna", member("solna", "2000", ""), member("nacka", "2000", ""), member("alla", "2000", "")), // a circle
		organization("regionen", model.Region), organization("solna", model.Municipality), organization("nacka", model.Municipality))
	members, open := expanded(v, "alla")
	assert.False(t, open)
	assert.Equal(t, map[string]truth.Value{"solna": yes, "nacka": no, "regionen": yes}, members)
}

func TestCollectiveByFilter(t *testing.T) {
	records := []model.Record{
		municipality("solna", "0184", "nordvast"), municipality("nacka", "0182", "unknown"), municipality("salem", "0128", "sodra"),
		municipality("uppsala", "0380", ""), organization("regionen", model.Region),
		record(municipality("gamla", "0199", "nordvast"), "organization/gamla", func(o *model.Organization) {
			o.Ended = model.Some(model.Ending{Date: date("1970-12-31")})
		}),
		record(municipality("kodlos", "01", ""), "organization/kodlos", func(o *model.Organization) { o.Code = unknown[model.Code]() }),
		filter("lanet", func(f *model.Filter) { f.County = model.Some(model.Code("01")) }),
		filter("nordvast", func(f *model.Filter) { f.Subregion = model.Some(model.Term("nordvast")) }),
	}
	now, open := expanded(at("2022-11-07", records...), "lanet")
	assert.False(t, open)
	assert.Equal(t, map[string]truth.Value{"solna": yes, "nacka": yes, "salem": yes, "kodlos": unsure}, now)
	then, _ := expanded(at("1960-01-01", records...), "lanet")
	assert.Equal(t, yes, then["gamla"])
	part, _ := expanded(at("2022-11-07", records...), "nordvast")
	assert.Equal(t, map[string]truth.Value{"solna": yes, "nacka": unsure}, part)
}

func TestExpandOthers(t *testing.T) {
	renamed := organization("region-stockholm", model.Region, func(o *model.Organization) { o.Previously = list("landstinget") })
	unsaid := organization("nagra", model.Collective, func(o *model.Organization) { o.Members = model.List[model.Member]{Is: model.Unknown} })
	partly := organization("flera", model.Collective, func(o *model.Organization) {
		o.Members = list(member("region-stockholm", "2000", ""), model.Member{Organization: unknown[model.Ref]()})
	})
	v := at("2022-11-07", renamed, unsaid, partly, organization("tom", model.Collective))
	for id, want := range map[string]struct {
		members map[string]truth.Value
		open    bool
	}{
		"region-stockholm": {map[string]truth.Value{"region-stockholm": yes}, false},
		"landstinget":      {map[string]truth.Value{"region-stockholm": yes}, false}, // by a former id
		"gone":             {map[string]truth.Value{"gone": yes}, true},
		"nagra":            {map[string]truth.Value{}, true},
		"flera":            {map[string]truth.Value{"region-stockholm": yes}, true},
		"tom":              {map[string]truth.Value{}, true},
	} {
		members, open := expanded(v, id)
		assert.Equal(t, want.members, members, id)
		assert.Equal(t, want.open, open, id)
	}
}

func TestSides(t *testing.T) {
	v := at("2022-11-07",
		organization("regionen", model.Region), organization("solna", model.Municipality), organization("nsph", "user-organization"),
		filter("kommunerna", func(*model.Filter) {}),
		collective("blandat", member("regionen", "", ""), member("solna", "", "")),
		collective("a-utanpa", member("inuti", "", ""), member("solna", "", "")), collective("inuti", member("solna", "", "")),
		collective("okand", member("nsph", "", "")), collective("saknad", member("gone", "", "")),
		collective("runt", member("om", "", "")), collective("om", member("runt", "", "")))
	for id, want := range map[string]model.Word{
		"regionen": model.Region, "solna": model.Municipal, "kommunerna": model.Municipal, "a-utanpa": model.Municipal, "inuti": model.Municipal,
		"nsph": "", "blandat": "", "okand": "", "saknad": "", "runt": "", "om": "", "gone": "",
	} {
		assert.Equal(t, want, v.Side(ref("organization/"+id)), id)
	}
}
