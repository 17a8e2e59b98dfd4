package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
)

// statusDays are the days that the lifecycles are asked about: before HÖK was
// adopted, the day after it was to enter into force, the day of the report,
// after the first quarter of 2023, the first day of the action plan, and today.
var statusDays = []string{"2021-12-31", "2022-07-02", reportDay, "2023-04-01", "2024-01-01", "2026-11-22"}

// TestStockholmStatuses: what each record was on six days. A ? follows what the
// sources do not settle.
func TestStockholmStatuses(t *testing.T) {
	r := stockholm(t)
	for id, want := range map[string][6]string{
		"agreement/hok":                           {"recommended?", "recommended?", "in-force", "in-force", "in-force", "in-force"},
		"agreement/bus":                           {"in-force", "in-force", "in-force", "in-force", "in-force", "in-force"},
		"agreement/malardalen":                    {"draft?", "draft?", "draft?", "draft?", "draft?", "draft?"},
		"group/bussam":                            {"active", "active", "active", "active", "active", "active"},
		"group/digital":                           {"active?", "active?", "dormant", "dormant", "dormant", "dormant"},
		"group/samrad-aldre":                      {"proposed?", "proposed?", "planned", "planned?", "planned?", "established"},
		"decision/bd06":                           {"decided", "decided", "decided", "decided", "decided", "decided"},
		"decision/bd08":                           {"not-decided?", "not-decided?", "decided", "decided", "decided", "decided"},
		"decision/bd12":                           {"not-decided", "not-decided", "proposed", "proposed", "proposed", "proposed"},
		"decision/handlingsplan-gnv":              {"not-decided?", "not-decided?", "not-decided?", "not-decided?", "decided", "decided"},
		"issue/oprioriterade-fragor":              {"not-raised?", "not-raised?", "captured", "captured", "captured", "captured?"},
		"issue/journaler-over-lansgrans":          {"captured?", "captured?", "captured?", "captured?", "captured?", "captured?"},
		"issue/gransdragning-lss-socialpsykiatri": {"not-raised", "not-raised", "captured", "captured", "captured", "captured?"},
		"plan/bussam-2022":                        {"not-in-effect", "in-effect", "in-effect", "ended", "ended", "ended"},
		"plan/etablering":                         {"not-in-effect", "not-in-effect?", "not-in-effect?", "in-effect?", "ended", "ended"},
		"plan/handlingsplan-gnv":                  {"not-in-effect?", "not-in-effect?", "not-in-effect?", "not-in-effect?", "in-effect", "in-effect"},
		"plan/regionala-samradet":                 {"cannot-tell?", "cannot-tell?", "cannot-tell?", "cannot-tell?", "cannot-tell?", "cannot-tell?"},
		"plan/vis-prioriterade-omraden":           {"cannot-tell?", "cannot-tell?", "cannot-tell?", "cannot-tell?", "replaced", "replaced"},
	} {
		rec, ok := r.Record(ref(id))
		require.True(t, ok, id)
		for i, on := range statusDays {
			st, ok := r.At(day(on), today).StatusOf(rec)
			require.True(t, ok)
			got := string(st.State)
			if len(st.Possible) > 0 {
				got += "?"
			}
			assert.Equal(t, want[i], got, "%s %s", id, on)
		}
	}
}

// TestStockholmStatusAgrees: a status says the same as the questions that the
// rules put, each certain one rests on a fact, and each fact stands in a record.
func TestStockholmStatusAgrees(t *testing.T) {
	r := stockholm(t)
	for _, on := range statusDays {
		v := r.At(day(on), today)
		for _, d := range v.Decisions {
			assert.Equal(t, v.Decided(d.Ref), v.DecisionStatus(d).Is(model.Decided), "%s %s", d.Ref, on)
		}
		for _, p := range v.Plans {
			assert.Equal(t, v.PlanHolds(p), v.PlanStatus(p).Is(registry.InEffectPlan), "%s %s", p.Ref, on)
		}
		for _, i := range v.Issues {
			st := v.IssueStatus(i)
			if st.Is(registry.NotRaised) != no {
				continue
			}
			for _, state := range []model.Word{registry.IssueCaptured, registry.IssueDriven, registry.IssueDone} {
				assert.Equal(t, v.IssueIs(i, state), st.Is(state), "%s %s %s", i.Ref, on, state)
			}
		}
		for _, rec := range v.Records() {
			st, ok := v.StatusOf(rec)
			if !ok {
				continue
			}
			if because, told := st.Because(); len(st.Possible) == 0 && st.State != registry.Draft {
				assert.True(t, told, "%s %s rests on nothing", rec.Base().Ref, on)
				assert.NotEmpty(t, because.Record.ID, "%s %s", rec.Base().Ref, on)
			}
			for _, reason := range st.Reasons {
				_, found := v.Record(reason.Record)
				assert.True(t, found, "%s %s: %s", rec.Base().Ref, on, reason.Fact)
			}
		}
	}
}

// TestStockholmHOKRestsOn: what HÖK being in force rests on (hok-2021, line 21;
// vardgivarguiden-hok-2022; rapport-2022, section 1.1, line 85).
func TestStockholmHOKRestsOn(t *testing.T) {
	v := stockholmAt(t, reportDay)
	st := v.AgreementStatus(findAgreement(t, v, "hok"))
	var facts []registry.Fact
	for _, reason := range st.Reasons {
		facts = append(facts, reason.Fact)
	}
	assert.Equal(t, []registry.Fact{
		registry.FactAgreed, registry.FactRecommended, registry.FactRecommended,
		registry.FactAdoptedTogether, registry.FactAdoptedTogether, registry.FactPlannedEntry, registry.FactEntry,
	}, facts)
	reported := v.SourcesOf(st.Reasons[4]).List()
	require.NotEmpty(t, reported)
	assert.Equal(t, []any{"rapport-2022", "1.1", 85}, []any{reported[0].Source.V.ID, reported[0].Section.V, reported[0].Line.V})
}

// TestStockholmProposals: what the five sections of the proposals of the report
// (7.1 to 7.5, six decisions) and two older papers propose is decided by nobody
// that a source tells of (question 34).
func TestStockholmProposals(t *testing.T) {
	v := stockholmAt(t, "2026-11-22")
	var open []string
	for _, d := range v.Decisions {
		if v.DecisionStatus(d).Is(model.Proposed) == yes {
			open = append(open, d.Ref.ID)
		}
	}
	assert.Equal(t, []string{"bd01", "bd04", "bd12", "bd13", "bd14", "bd15", "bd16", "bd17"}, open)
}
