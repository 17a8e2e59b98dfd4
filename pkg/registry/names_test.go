package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
)

func named(sv, short, from, until, decision string) model.Name {
	n := model.Name{Name: text(sv), Span: span(from, until), Decision: to(decision)}
	if short != "" {
		n.ShortName = text(short)
	}
	return n
}

func TestNameOverTime(t *testing.T) {
	for _, c := range []struct {
		test        string
		names       []model.Name
		on          string
		name, short string
	}{
		{"first without a first day", []model.Name{named("Landstinget", "LT", "", "2018-12-31", ""), named("Regionen", "", "2019-01-01", "", "")}, "1980-01-01", "Landstinget", "LT"},
		{"on its last day", []model.Name{named("Landstinget", "LT", "", "2018-12-31", ""), named("Regionen", "", "2019-01-01", "", "")}, "2018-12-31", "Landstinget", "LT"},
		{"the next day, without a short name", []model.Name{named("Landstinget", "LT", "", "2018-12-31", ""), named("Regionen", "", "2019-01-01", "", "")}, "2019-01-01", "Regionen", "Regionen"},
		{"a vague change keeps the old name until it is certain", []model.Name{named("KSL", "", "", "2017", ""), named("Storsthlm", "", "2017", "", "")}, "2017-06-01", "KSL", "KSL"},
		{"after a vague change", []model.Name{named("KSL", "", "", "2017", ""), named("Storsthlm", "", "2017", "", "")}, "2018-01-01", "Storsthlm", "Storsthlm"},
		{"a proposed name governs nothing", []model.Name{named("VIS", "", "", "", ""), named("VIS politisk styrgrupp", "", "2022-11-07", "", "decision/proposed")}, "2026-11-22", "VIS", "VIS"},
		{"a decided name, from the day it was decided", []model.Name{named("VIS", "", "", "", ""), named("VIS politisk styrgrupp", "", "", "", "decision/decided")}, "2022-03-10", "VIS politisk styrgrupp", "VIS politisk styrgrupp"},
		{"a decided name, before it was decided", []model.Name{named("VIS", "", "", "", ""), named("VIS politisk styrgrupp", "", "", "", "decision/decided")}, "2022-03-09", "VIS", "VIS"},
		{"a decided name with a later first day", []model.Name{named("VIS", "", "", "", ""), named("VIS politisk styrgrupp", "", "2023-01-01", "", "decision/decided")}, "2022-12-31", "VIS", "VIS"},
		{"decision not found, in use", []model.Name{named("VIS", "", "", "", ""), named("VIS politisk styrgrupp", "", "2023-01-01", "", "unknown")}, "2023-01-01", "VIS politisk styrgrupp", "VIS politisk styrgrupp"},
		{"decision not found and no first day: from its newest source", []model.Name{named("VIS", "", "", "", ""), named("VIS politisk styrgrupp", "", "", "", "unknown")}, "2022-11-06", "VIS", "VIS"},
		{"known to have no decision, and no first day", []model.Name{named("VIS", "", "", "", ""), named("VIS politisk styrgrupp", "", "", "", "none")}, "2000-01-01", "VIS", "VIS"},
		{"no name for certain: the first that may be", []model.Name{named("Gamla", "G", "", "2020..2022", ""), named("Nya", "N", "2020..2022", "", "")}, "2021-01-01", "Gamla", "G"},
		{"after the last name: the last one", []model.Name{named("Gamla", "G", "", "2019-12-31", ""), named("Nya", "N", "2020-01-01", "2021-12-31", "")}, "2026-11-22", "Nya", "N"},
		{"before the first name: the first one", []model.Name{named("Gamla", "G", "2010", "2019-12-31", ""), named("Nya", "N", "2020-01-01", "2021-12-31", "")}, "2001-01-01", "Gamla", "G"},
	} {
		t.Run(c.test, func(t *testing.T) {
			g := group("vis", func(g *model.Group) {
				g.Names = list(c.names...)
				g.Sources = list(citations("report")...)
			})
			v := at(c.on, append(decisions(), source("report", "2022-11-07"), g)...)
			assert.Equal(t, c.name, v.Name(g).Sv)
			assert.Equal(t, c.short, v.ShortName(g).Sv)
		})
	}
}

func TestNameWithoutNames(t *testing.T) {
	plain := organization("hsf", model.Administration, func(o *model.Organization) {
		o.Name, o.ShortName = text("Hälso- och sjukvårdsförvaltningen"), text("HSF")
	})
	titled := agreement("hok", func(a *model.Agreement) { a.Title, a.ShortTitle = text("Huvudöverenskommelse"), text("HÖK") })
	meeting := record(&model.Meeting{}, "meeting/vis/2023-06-08")
	nameless := record(&model.Representative{Named: model.Named{Name: unknown[model.Text]()}}, "representative/landstingsdirektoren")
	unnamed := group("x", func(g *model.Group) {
		g.Names = list(model.Name{Name: unknown[model.Text]()}, named("Senare", "", "2023", "", ""))
	})
	v := at("2022-11-07", plain, titled, meeting, nameless, unnamed)
	for _, c := range []struct {
		rec         model.Record
		name, short string
	}{
		{plain, "Hälso- och sjukvårdsförvaltningen", "HSF"},
		{titled, "Huvudöverenskommelse", "HÖK"},
		{meeting, "vis/2023-06-08", "vis/2023-06-08"},
		{nameless, "landstingsdirektoren", "landstingsdirektoren"},
		{unnamed, "Senare", "Senare"},
	} {
		assert.Equal(t, c.name, v.Name(c.rec).Sv)
		assert.Equal(t, c.short, v.ShortName(c.rec).Sv)
	}
	assert.Equal(t, "HSF", v.NameOf(ref("organization/hsf")).Sv)
	assert.Equal(t, "organization/gone", v.NameOf(ref("organization/gone")).Sv)
}

func TestNameOfSubregion(t *testing.T) {
	vocabulary := &model.Vocabulary{Subregions: list(model.TermEntry{ID: model.Some(model.Slug("sodra")), Sv: model.Some("Södra"), En: model.Some("South")})}
	v := registry.New(registry.Input{Vocabulary: vocabulary}).At(today, today)
	assert.Equal(t, model.Text{Sv: "Södra", En: "South"}, v.NameOf(model.Ref{Kind: model.Subregion, ID: "sodra"}))
	assert.Equal(t, "subregion/norra", v.NameOf(model.Ref{Kind: model.Subregion, ID: "norra"}).Sv)
	assert.Equal(t, []string{"sodra"}, v.TermIDs("subregions"))
}

func TestSpellings(t *testing.T) {
	g := group("vis", func(g *model.Group) {
		g.Name = model.Some(model.Text{Sv: "Vård i samverkan", En: "Care together"})
		g.Names = list(named("VIS politisk styrgrupp", "VIS", "2023", "", ""))
		g.Aliases = list("VIS-gruppen")
	})
	a := agreement("hok", func(a *model.Agreement) { a.Title, a.ShortTitle = text("Huvudöverenskommelse"), text("HÖK") })
	type spelled struct {
		text, path string
		kind       registry.SpellingKind
	}
	spellings := func(rec model.Record) (out []spelled) {
		for _, s := range registry.Spellings(rec) {
			out = append(out, spelled{s.Text, s.Path.String(), s.Kind})
		}
		return out
	}
	assert.Equal(t, []spelled{
		{"Vård i samverkan", "name", registry.FullName}, {"Care together", "name", registry.FullName},
		{"VIS politisk styrgrupp", "names[0].name", registry.FullName}, {"VIS", "names[0].short_name", registry.ShortName},
		{"VIS-gruppen", "aliases[0]", registry.Alias},
	}, spellings(g))
	assert.Equal(t, []spelled{{"Huvudöverenskommelse", "title", registry.FullName}, {"HÖK", "short_title", registry.ShortName}}, spellings(a))
}
