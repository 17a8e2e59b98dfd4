package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// matter is a matter of an observed guideline, and who is competent in it.
func matter(id string, who model.Competent) model.Row[model.Param[model.Val[model.Matter]]] {
	return model.Row[model.Param[model.Val[model.Matter]]]{Key: id, Val: model.Some(model.Param[model.Val[model.Matter]]{
		Value: model.Some(model.Matter{Body: model.Some(who)}), Status: model.Some(model.Observed),
	})}
}

func TestCompetent(t *testing.T) {
	partOf := func(whole string, bodyType model.Word) func(*model.Organization) {
		return func(o *model.Organization) {
			o.Side, o.PartOf = model.Some(model.Municipal), to(whole)
			if bodyType != "" {
				o.BodyType = model.Some(bodyType)
			}
		}
	}
	v := at("2023-01-01",
		guideline("g", "2020-01-01", func(g *model.Guideline) {
			g.Matters.Is = model.Given
			g.Matters.Rows = append(g.Matters.Rows,
				matter("plan", model.Competent{AnyOf: refs("group/vis")}),
				matter("adoption", model.Competent{Municipal: model.Some(model.Word("full-council")), Region: model.Some(model.Word("full-council"))}),
				matter("recommendation", model.Competent{AnyOf: refs("organization/styrelsen")}),
				matter("naming", model.Competent{AnyOf: refs("group/vis", "unknown")}))
		}),
		group("vis"), group("tsg"),
		organization("taby", model.Municipality),
		organization("kf", model.Body, partOf("organization/taby", "full-council")),
		organization("ks", model.Body, partOf("organization/taby", "executive-board")),
		organization("organ", model.Body, partOf("organization/taby", "")),
		organization("kontoret", model.Administration, partOf("organization/taby", "")),
		organization("storsthlm", model.Association), organization("styrelsen", model.Body, partOf("organization/storsthlm", "executive-board")),
	)
	for _, c := range []struct {
		body, matter string
		want         truth.Value
	}{
		{"group/vis", "plan", yes},
		{"group/tsg", "plan", no},
		{"organization/taby", "plan", no},
		{"organization/kf", "plan", no},
		{"group/tsg", "naming", unsure},
		{"group/vis", "naming", yes},
		{"group/vis", "closure", unsure}, // of which the guideline says nothing
		{"organization/kf", "adoption", yes},
		{"organization/ks", "adoption", no},
		{"organization/organ", "adoption", unsure},
		{"organization/taby", "adoption", unsure}, // which of its bodies?
		{"organization/kontoret", "adoption", no},
		{"group/vis", "adoption", no},
		{"organization/styrelsen", "recommendation", yes},
		{"organization/storsthlm", "recommendation", unsure},
		{"organization/taby", "recommendation", no},
	} {
		assert.Equal(t, c.want, v.Competent(ref(c.body), model.Word(c.matter)), "%s, %s", c.body, c.matter)
	}
}

func TestLifetime(t *testing.T) {
	v := at("2023-01-01",
		organization("region", model.Region, func(o *model.Organization) {
			o.Names = list(model.Name{Name: text("Landstinget"), Span: span("1971-01-01", "2018-12-31")}, model.Name{Name: text("Regionen"), Span: span("2019-01-01", "")})
		}),
		organization("ended", model.Body, func(o *model.Organization) { o.Ended = model.Some(model.Ending{Date: date("2020-06-30")}) }),
		organization("perhaps", model.Body, func(o *model.Organization) { o.Ended.Is = model.Unknown }),
		organization("plain", model.Body),
		group("forum", func(g *model.Group) { g.Ended = model.Some(model.Ending{Date: date("2021-12-31")}) }),
	)
	for _, c := range []struct {
		body, on string
		want     truth.Value
	}{
		{"organization/region", "1970-12-31", no},
		{"organization/region", "2018", yes},
		{"organization/ended", "2020-06-30", yes},
		{"organization/ended", "2020-07-01", no},
		{"organization/ended", "2020", unsure},
		{"organization/perhaps", "2020", unsure},
		{"organization/plain", "1900", yes},
		{"group/forum", "2022", no},
	} {
		life, ok := v.Lifetime(ref(c.body))
		assert.True(t, ok, c.body)
		assert.Equal(t, c.want, life.ContainsDate(edtf.MustParse(c.on)), "%s, %s", c.body, c.on)
	}
	_, ok := v.Lifetime(ref("group/nosuch"))
	assert.False(t, ok)
}
