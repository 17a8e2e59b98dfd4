package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func TestRecords(t *testing.T) {
	r := snapshot(group("b"), agreement("z"), group("a"), source("s", ""), agreement("a", func(a *model.Agreement) { a.Previously = list("gammal") }))
	var order []string
	for _, rec := range r.Records() {
		order = append(order, rec.Base().Ref.String())
	}
	assert.Equal(t, []string{"source/s", "agreement/a", "agreement/z", "group/a", "group/b"}, order)
	assert.Len(t, r.OfKind(model.AgreementKind), 2)
	assert.Empty(t, r.OfKind(model.MeetingKind))
	assert.Len(t, r.Groups, 2)

	rec, ok := r.Record(ref("agreement/gammal"))
	require.True(t, ok, "a former id finds the record")
	assert.Equal(t, "a", rec.Base().Ref.ID)
	assert.Equal(t, []model.Ref{ref("agreement/a")}, r.FormerID(ref("agreement/gammal#clause")))
	_, ok = r.Record(ref("group/gammal"))
	assert.False(t, ok)
	_, ok = registry.Find[*model.Group](r, ref("agreement/a"))
	assert.False(t, ok, "not of that type")
	_, ok = r.Group(ref("group/b#chair"))
	assert.True(t, ok, "a fragment is ignored")
}

// TestFormerIDOfTwo: a former id that two records claim finds neither.
func TestFormerIDOfTwo(t *testing.T) {
	claims := func(a *model.Agreement) { a.Previously = list("gammal") }
	r := snapshot(agreement("a", claims), agreement("b", claims))
	_, ok := r.Record(ref("agreement/gammal"))
	assert.False(t, ok)
	assert.Len(t, r.FormerID(ref("agreement/gammal")), 2)
}

func TestReverseIndex(t *testing.T) {
	r := snapshot(
		organization("solna", model.Municipality, func(o *model.Organization) { o.Previously = list("solna-stad") }),
		source("report", "2022-11-07"),
		agreement("hok", func(a *model.Agreement) {
			a.Parties = list(party("solna", "", ""), party("solna-stad", "", "")) // twice, once by a former id
			a.Sources = list(citations("report", "gone")...)
		}),
		agreement("hok-2", func(a *model.Agreement) { a.Replaces = refs("agreement/hok#clause-4", "unknown") }),
		seated("vis", seat("a", model.Chair, "", represents("organization/solna"))),
		person("p", membership("vis", "a", "", "")))
	assert.Equal(t, []model.Ref{ref("agreement/hok"), ref("group/vis")}, r.Referrers(ref("organization/solna")))
	assert.Equal(t, []model.Ref{ref("agreement/hok")}, r.Referrers(ref("source/report")))
	assert.Equal(t, []model.Ref{ref("representative/p")}, r.Referrers(ref("group/vis#a")))
	assert.Empty(t, r.Referrers(ref("source/gone")))
	assert.Equal(t, []model.Ref{ref("agreement/hok-2")}, r.ReplacedBy(ref("agreement/hok")))
	assert.Equal(t, []model.Ref{ref("agreement/hok-2")}, r.Referrers(ref("agreement/hok")))
	assert.Empty(t, r.ReplacedBy(ref("agreement/hok-2")))
}

func TestHasFragment(t *testing.T) {
	g := seated("vis", seat("chair", model.Chair, model.Region))
	r := snapshot(g)
	assert.Equal(t, yes, r.HasFragment(g, "chair"))
	assert.Equal(t, no, r.HasFragment(g, "vis"))
}

func TestTerms(t *testing.T) {
	term := func(id, sv string) model.TermEntry {
		return model.TermEntry{ID: model.Some(model.Slug(id)), Sv: model.Some(sv)}
	}
	r := registry.New(registry.Input{Vocabulary: &model.Vocabulary{
		SubjectAreas: list(term("barn", "Barn"), term("aldre", "Äldre"), term("barn", "Samma id igen")),
		AgeGroups:    list(model.AgeGroup{TermEntry: term("unga", "Unga")}),
		Channels:     list(model.Channel{TermEntry: term("brev", "Brev")}),
	}})
	assert.Equal(t, []string{"aldre", "barn"}, r.TermIDs("subject_areas"))
	found, ok := r.Term("subject_areas", "barn")
	require.True(t, ok)
	assert.Equal(t, "Barn", found.Sv.V, "the first of two with the same id")
	for list, id := range map[string]string{"age_groups": "unga", "channels": "brev"} {
		_, ok := r.Term(list, id)
		assert.True(t, ok, list)
	}
	_, ok = r.Term("age_groups", "barn")
	assert.False(t, ok)
	assert.Empty(t, r.TermIDs("nothing"))
}

// TestEmpty: a registry of nothing has answers, too.
func TestEmpty(t *testing.T) {
	v := registry.New(registry.Input{}).At(today, today)
	assert.Empty(t, v.Records())
	assert.Empty(t, v.InScope(""))
	assert.Empty(t, v.Municipalities())
	assert.NotNil(t, v.Manifest)
}

// TestUnread: what a file that cannot be read holds is neither there nor missing.
func TestUnread(t *testing.T) {
	group := model.Ref{Kind: model.GroupKind, ID: "vis"}
	v := registry.New(registry.Input{Unread: []model.Ref{{Kind: model.VocabularyKind}, group}})
	assert.True(t, v.IsUnread(model.Ref{Kind: model.GroupKind, ID: "vis", Fragment: "ordforande"}))
	assert.False(t, v.IsUnread(model.Ref{Kind: model.GroupKind, ID: "uph"}))
	assert.Len(t, v.Unread(), 2)
	_, ok := v.Record(group)
	assert.False(t, ok)
	assert.Equal(t, truth.CannotTell, v.HasTerm("subregions", "norr"))
	assert.Equal(t, truth.No, registry.New(registry.Input{}).HasTerm("subregions", "norr"))
}
