package registry_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

const (
	yes    = truth.Yes
	no     = truth.No
	unsure = truth.CannotTell
)

// today is the clock of the tests.
var today = day("2026-11-22")

func day(text string) edtf.Day {
	d, err := edtf.ParseDay(text)
	if err != nil {
		panic(err)
	}
	return d
}

// date is an attribute as a file has it: a date, one of the words unknown and
// none, or "" where nothing stands.
func date(text string) model.Val[edtf.Date] {
	if text == "" {
		return model.Val[edtf.Date]{}
	}
	if is, ok := model.AnswerWord(text); ok {
		return model.Val[edtf.Date]{Is: is}
	}
	return model.Some(edtf.MustParse(text))
}

func span(from, until string) model.Span { return model.Span{From: date(from), Until: date(until)} }

// to is a reference kind/id, unknown, or "" for none at all.
func to(text string) model.Val[model.Ref] {
	if text == "" {
		return model.Val[model.Ref]{}
	}
	if is, ok := model.AnswerWord(text); ok {
		return model.Val[model.Ref]{Is: is}
	}
	return model.Some(ref(text))
}

func ref(text string) model.Ref {
	r, ok := model.ParseRef(text, nil)
	if !ok || r.Kind == model.NoKind {
		panic("not a reference in full: " + text)
	}
	return r
}

func list[T any](items ...T) model.List[T] {
	l := model.List[T]{Is: model.Given}
	for _, item := range items {
		l.Items = append(l.Items, model.Some(item))
	}
	return l
}

func refs(texts ...string) model.List[model.Ref] {
	l := model.List[model.Ref]{Is: model.Given}
	for _, t := range texts {
		l.Items = append(l.Items, to(t))
	}
	return l
}

func unknown[T any]() model.Val[T] { return model.Val[T]{Is: model.Unknown} }

func text(sv string) model.Val[model.Text] { return model.Some(model.Text{Sv: sv}) }

// cited is evidence that names the sources.
func cited(sources ...string) model.Evidence {
	var e model.Evidence
	if len(sources) > 0 {
		e.Sources = list(citations(sources...)...)
	}
	return e
}

// by are the citations of the sources.
func by(sources ...string) registry.Cited {
	e := cited(sources...)
	return registry.Listed(&e.Sources)
}

func citations(sources ...string) []model.Citation {
	var out []model.Citation
	for _, s := range sources {
		out = append(out, model.Citation{Source: to("source/" + s)})
	}
	return out
}

// record gives a record its reference and any change.
func record[T model.Record](rec T, at string, change ...func(T)) T {
	rec.Base().Ref = ref(at)
	for _, f := range change {
		f(rec)
	}
	return rec
}

// source is a source with a date and, if given, the day it was retrieved.
func source(id, dated string, retrieved ...string) *model.Source {
	return record(&model.Source{Date: date(dated), Retrieved: date(strings.Join(retrieved, ""))}, "source/"+id)
}

func decision(id string, state model.Word, dated string) *model.Decision {
	return record(&model.Decision{State: model.Some(state), Date: date(dated)}, "decision/"+id)
}

func organization(id string, kind model.Word, change ...func(*model.Organization)) *model.Organization {
	o := &model.Organization{Type: model.Some(kind)}
	switch kind {
	case model.Municipality:
		o.Side, o.Code = model.Some(model.Municipal), model.Some(model.Code("01"))
	case model.Region:
		o.Side = model.Some(model.Region)
	}
	return record(o, "organization/"+id, change...)
}

func agreement(id string, change ...func(*model.Agreement)) *model.Agreement {
	return record(&model.Agreement{Type: model.Some(model.PlainAgreement)}, "agreement/"+id, change...)
}

func group(id string, change ...func(*model.Group)) *model.Group {
	return record(&model.Group{Type: model.Some(model.JointForum)}, "group/"+id, change...)
}

func person(id string, memberships ...model.Membership) *model.Representative {
	return record(&model.Representative{Memberships: list(memberships...)}, "representative/"+id)
}

// snapshot is a registry of the records, with a stale_after of two years.
func snapshot(records ...model.Record) *registry.Registry {
	return registry.New(registry.Input{Manifest: manifest(), Records: records})
}

func manifest() *model.ManifestFile {
	stale, err := edtf.ParseDuration("P2Y")
	if err != nil {
		panic(err)
	}
	return &model.ManifestFile{
		County:     model.Some(model.County{Code: model.Some(model.Code("01"))}),
		Thresholds: model.Some(model.Thresholds{StaleAfter: model.Some(stale)}),
	}
}

// at is the view of the records at a day.
func at(on string, records ...model.Record) *registry.View {
	return snapshot(records...).At(day(on), today)
}

func names(refs []model.Ref) []string {
	out := []string{}
	for _, r := range refs {
		out = append(out, r.ID)
	}
	return out
}

func measure(t testing.TB, v *registry.View, name string, s registry.Scope) registry.Measure {
	t.Helper()
	m, ok := v.Metric(name, s)
	require.True(t, ok, name)
	require.LessOrEqual(t, m.Min, m.Max, name)
	return m
}

// bounds are the two ends of a metric over the forums.
func bounds(t testing.TB, v *registry.View, name string) [2]float64 {
	t.Helper()
	m := measure(t, v, name, registry.Scope{})
	return [2]float64{m.Min, m.Max}
}
