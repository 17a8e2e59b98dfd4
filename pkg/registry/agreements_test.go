package registry_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// TestLifeOfAgreement follows one agreement from draft to its replacement.
func TestLifeOfAgreement(t *testing.T) {
	hok := agreement("hok", func(a *model.Agreement) {
		a.Consultation = model.Some(model.Consultation{Span: span("2021-03-01", "2021-05-31")})
		a.Agreed = model.Some(model.Agreed{Date: date("2021-09")})
		a.Recommended = list(
			model.Recommendation{Decision: to("decision/board")},
			model.Recommendation{Body: to("organization/committee"), Date: date("2021-11-20")},
			model.Recommendation{Decision: to("decision/proposed")})
		a.Parties = list(
			party("region", "", "", adoption(model.Adopted, "2022-05-10")),
			party("solna", "", "", adoption(model.Adopted, "2022-02-14")),
			party("nacka", "", "", adoption(model.Pending, "2022-04-01"), adoption(model.Adopted, "2022-09-12")))
		a.EntryIntoForce = model.Some(model.EntryIntoForce{Condition: model.Some(model.AllParties), Planned: date("2022-07-01")})
		a.Expires = date("2025-12-31")
		a.Ended = model.Some(model.Ending{Date: date("2026-06-30")})
	})
	r := snapshot(append(county(), hok,
		decision("board", model.Decided, "2021-10"),
		agreement("hok-2", func(a *model.Agreement) { a.Replaces = refs("agreement/hok") }))...)
	for _, c := range []struct {
		on       string
		state    model.Word
		since    string
		possible []model.Word
		inForce  truth.Value
	}{
		{"2021-02-28", registry.Draft, "", nil, no},
		{"2021-03-01", registry.InConsultation, "2021-03-01", nil, no},
		{"2021-05-31", registry.InConsultation, "2021-03-01", nil, no},
		{"2021-06-01", registry.Draft, "", nil, no}, // the consultation is over
		{"2021-09-15", registry.Draft, "", []model.Word{registry.AgreedUpon}, no},
		{"2021-09-30", registry.AgreedUpon, "2021-09", nil, no},
		{"2021-10-15", registry.AgreedUpon, "2021-09", []model.Word{registry.Recommended}, no},
		{"2021-10-31", registry.Recommended, "2021-10", nil, no},
		{"2021-12-31", registry.Recommended, "2021-10", nil, no},
		{"2022-02-14", registry.UnderAdoption, "2022-02-14", nil, no},
		{"2022-07-01", registry.UnderAdoption, "2022-02-14", nil, no}, // one is still pending
		{"2022-09-12", registry.InForce, "", nil, yes},                // the planned day was too early
		{"2025-12-31", registry.InForce, "", nil, yes},
		{"2026-01-01", registry.Expired, "2025-12-31", nil, no},
		{"2026-06-30", registry.Expired, "2025-12-31", nil, no},
		{"2026-07-01", registry.ReplacedByOther, "2026-06-30", nil, no},
	} {
		v := r.At(day(c.on), today)
		st := v.AgreementStatus(hok)
		assert.Equal(t, c.state, st.State, c.on)
		assert.Equal(t, c.since, st.Since.Text(), c.on)
		assert.Equal(t, c.possible, st.Possible, c.on)
		assert.Equal(t, c.inForce, v.IsInForce(hok), c.on)
	}
	st := r.At(day("2026-11-22"), today).AgreementStatus(hok)
	var reasons []string
	for _, reason := range st.Reasons {
		reasons = append(reasons, reason.Path.String())
	}
	assert.Equal(t, []string{"agreed", "date", "recommended[1]", "parties", "entry_into_force", "expires", "ended"}, reasons)
}

// TestEndedWithoutReplacement: `replaces` alone ends nothing, and an end
// without it is no replacement.
func TestEndedWithoutReplacement(t *testing.T) {
	ended := agreement("a", func(a *model.Agreement) { a.Ended = model.Some(model.Ending{Date: date("2020-12-31")}) })
	lives := agreement("b", func(a *model.Agreement) { a.EntryIntoForce = actual("2010") })
	newer := agreement("c", func(a *model.Agreement) { a.Replaces = refs("agreement/b") })
	v := at("2022-11-07", ended, lives, newer)
	assert.Equal(t, registry.EndedAgreement, v.AgreementStatus(ended).State)
	assert.Equal(t, registry.InForce, v.AgreementStatus(lives).State)
}

func actual(on string) model.Val[model.EntryIntoForce] {
	return model.Some(model.EntryIntoForce{Actual: date(on)})
}

// TestEntryIntoForce: the actual day outranks everything; without one the
// condition decides.
func TestEntryIntoForce(t *testing.T) {
	entry := func(condition model.Word, planned, decided string) model.Val[model.EntryIntoForce] {
		e := model.EntryIntoForce{Planned: date(planned), Decision: to(decided)}
		if condition != "" {
			e.Condition = model.Some(condition)
		}
		return model.Some(e)
	}
	const all = model.AllParties
	adopted, rejected := party("solna", "", "", adoption(model.Adopted, "2022-02-01")), party("nacka", "", "", adoption(model.Rejected, "2022-02-01"))
	silent := party("salem", "", "")
	for _, c := range []struct {
		name    string
		entry   model.Val[model.EntryIntoForce]
		parties []model.Party
		want    truth.Value
		since   string
	}{
		{"nothing written", model.Val[model.EntryIntoForce]{}, nil, no, ""},
		{"unknown", unknown[model.EntryIntoForce](), nil, unsure, ""},
		{"known not to", model.Val[model.EntryIntoForce]{Is: model.None}, nil, no, ""},
		{"actual", actual("2022-06-01"), nil, yes, "2022-06-01"},
		{"actual, tomorrow", actual("2022-06-02"), nil, no, ""},
		{"actual, vague", actual("2022"), nil, unsure, ""},
		{"actual, on or before a source", actual("..2022-11-07"), nil, unsure, ""},
		{"actual unknown", actual("unknown"), nil, unsure, ""},
		{"actual outranks a rejection", actual("2022"), []model.Party{rejected}, unsure, ""},
		{"actual none", model.Some(model.EntryIntoForce{Actual: date("none"), Planned: date("2022-01-01"), Condition: model.Some(model.Word("date"))}), nil, no, ""},

		{"by a date", entry("date", "2022-06-01", ""), nil, yes, "2022-06-01"},
		{"by a later date", entry("date", "2022-06-02", ""), nil, no, ""},
		{"by a date that is not told", entry("date", "", ""), nil, unsure, ""},
		{"planned, on no condition that is told", entry("", "2022-01-01", ""), nil, unsure, ""},
		{"planned later, on no condition that is told", entry("", "2023-01-01", ""), nil, no, ""},

		{"all have adopted", entry(all, "2022-06-01", ""), []model.Party{adopted}, yes, "2022-06-01"},
		{"all had adopted after the planned day", entry(all, "2022-01-01", ""), []model.Party{adopted}, yes, ""},
		{"all have adopted, but it is planned later", entry(all, "2022-06-02", ""), []model.Party{adopted}, no, ""},
		{"all have adopted, and it is not told from when", entry(all, "", ""), []model.Party{adopted}, unsure, ""},
		{"all have adopted, and there is no planned day", entry(all, "none", ""), []model.Party{adopted}, yes, ""},
		{"one has rejected", entry(all, "2022-01-01", ""), []model.Party{adopted, rejected, silent}, no, ""},
		{"one has rejected, planned day or not", entry(all, "", ""), []model.Party{rejected}, no, ""},
		{"nothing is told of one", entry(all, "2022-01-01", ""), []model.Party{adopted, silent}, unsure, ""},
		{"who rejected may not be a party", entry(all, "2022-01-01", ""), []model.Party{adopted, party("nacka", "2022", "", adoption(model.Rejected, "2022-02-01"))}, unsure, ""},
		{"who rejected is not a party any more", entry(all, "2022-01-01", ""), []model.Party{adopted, party("nacka", "", "2021", adoption(model.Rejected, "2020"))}, yes, ""},
		{"one party is not known", entry(all, "2022-01-01", ""), []model.Party{adopted, {Organization: unknown[model.Ref]()}}, unsure, ""},
		{"no party is known", entry(all, "2022-01-01", ""), nil, unsure, ""},

		{"by a decision", entry("decision", "", "decision/decided"), nil, yes, "2022-03-10"},
		{"by a decision, later", entry("decision", "2022-07-01", "decision/decided"), nil, no, ""},
		{"by a proposal", entry("decision", "2022-01-01", "decision/proposed"), nil, no, ""},
		{"by a decision that was not found", entry("decision", "2022-01-01", "unknown"), nil, yes, "2022-01-01"},
		{"by a decision that is not there", entry("decision", "2022-01-01", ""), nil, no, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := agreement("bus", func(a *model.Agreement) {
				a.EntryIntoForce = c.entry
				if c.parties != nil {
					a.Parties = list(c.parties...)
				}
			})
			v := at("2022-06-01", append(county(), a)...)
			assert.Equal(t, c.want, v.IsInForce(a))
			if st := v.AgreementStatus(a); c.want == yes {
				assert.Equal(t, c.since, st.Since.Text())
			}
		})
	}
}

func TestEntryIntoForceOfRevisions(t *testing.T) {
	a := agreement("bus", func(a *model.Agreement) {
		a.Revisions = list(
			model.Revision{Version: model.Some("1"), Date: date("2001")},
			model.Revision{Version: model.Some("2"), EntryIntoForce: actual("2012")},
			model.Revision{Version: model.Some("3"), EntryIntoForce: actual("2015"), Decision: to("decision/proposed")})
	})
	r := snapshot(append(county(), a)...)
	for on, want := range map[string]truth.Value{"2011-12-31": no, "2012-06-01": unsure, "2012-12-31": yes, "2022-06-01": yes} {
		assert.Equal(t, want, r.At(day(on), today).IsInForce(a), on)
	}
	st := r.At(day("2022-06-01"), today).AgreementStatus(a)
	assert.Equal(t, "2012", st.Since.Text())
	assert.Equal(t, "revisions[1].entry_into_force", st.Reasons[0].Path.String())
}

// TestDoubtfulStages: what cannot be told is possible until a later stage is
// certain, and each stage is named once.
func TestDoubtfulStages(t *testing.T) {
	a := agreement("hok", func(a *model.Agreement) {
		a.Consultation = unknown[model.Consultation]()
		a.Agreed = model.Some(model.Agreed{Evidence: cited("report")})
		a.Recommended = list(model.Recommendation{Decision: to("decision/undated")}, model.Recommendation{Body: to("organization/region")})
		a.AdoptionEvidence = list(
			model.AdoptionEvidence{Parties: refs("organization/region"), By: date("2022-10")},
			model.AdoptionEvidence{Parties: refs("organization/region"), By: date("2022-11-07")},
			model.AdoptionEvidence{Parties: refs("organization/region"), By: date("unknown")})
		a.EntryIntoForce = actual("2022-09..2022-12")
		a.Expires = date("unknown")
	})
	r := snapshot(append(county(), a, decision("undated", model.Decided, ""))...)
	st := r.At(day("2022-09-15"), today).AgreementStatus(a)
	assert.Equal(t, registry.Draft, st.State)
	assert.Equal(t, []model.Word{registry.InConsultation, registry.AgreedUpon, registry.Recommended, registry.UnderAdoption, registry.InForce, registry.Expired}, st.Possible)
	st = r.At(day("2022-11-07"), today).AgreementStatus(a)
	assert.Equal(t, registry.UnderAdoption, st.State)
	assert.Equal(t, "2022-10", st.Since.Text())
	assert.Equal(t, unsure, r.At(day("2023-01-01"), today).IsInForce(a), "nobody knows when it expires")
}

func TestLetterOfIntent(t *testing.T) {
	signature := func(org, on string) model.Signature {
		return model.Signature{Organization: to("organization/" + org), Date: date(on)}
	}
	for _, c := range []struct {
		name       string
		signatures model.List[model.Signature]
		on         string
		state      model.Word
		possible   []model.Word
	}{
		{"nothing written", model.List[model.Signature]{}, "2022-11-07", registry.Draft, nil},
		{"not known", model.List[model.Signature]{Is: model.Unknown}, "2022-11-07", registry.Draft, []model.Word{registry.Signed}},
		{"both have signed", list(signature("region", "2008-10-01"), signature("solna", "2008-11")), "2008-11-30", registry.Signed, nil},
		{"the second perhaps", list(signature("region", "2008-10-01"), signature("solna", "2008-11")), "2008-11-15", registry.Draft, []model.Word{registry.Signed}},
		{"the second not yet", list(signature("region", "2008-10-01"), signature("solna", "2008-11")), "2008-10-15", registry.Draft, nil},
		{"on unknown days", list(signature("region", "unknown"), signature("solna", "unknown")), "2022-11-07", registry.Draft, []model.Word{registry.Signed}},
		{"one never did", list(signature("region", "2008"), signature("solna", "none")), "2022-11-07", registry.Draft, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := agreement("malardalen", func(a *model.Agreement) { a.Type, a.Signatures = model.Some(model.Letter), c.signatures })
			v := at(c.on, append(county(), a)...)
			st := v.AgreementStatus(a)
			assert.Equal(t, c.state, st.State)
			assert.Equal(t, c.possible, st.Possible)
			assert.Equal(t, no, v.IsInForce(a))
		})
	}
	ended := agreement("malardalen", func(a *model.Agreement) {
		a.Type, a.Signatures = model.Some(model.Letter), list(signature("region", "2008"))
		a.Ended = model.Some(model.Ending{Date: date("2015")})
	})
	assert.Equal(t, registry.EndedAgreement, at("2022-11-07", ended).AgreementStatus(ended).State)
	assert.Equal(t, edtf.MustParse("2008"), at("2010-11-07", ended).AgreementStatus(ended).Since)
}

func TestStewards(t *testing.T) {
	steward := func(group, from, until string, status model.Word, decided string) model.Steward {
		return model.Steward{Group: to("group/" + group), Span: span(from, until), Status: model.Some(status), Decision: to(decided)}
	}
	all := list(
		steward("stated", "", "", model.Stated, ""), steward("past", "", "2021", model.Stated, ""), steward("later", "2023", "", model.Stated, ""),
		steward("perhaps", "2022", "", model.Stated, ""), steward("guessed", "", "", model.Proposed, ""), steward("guessed-later", "2023", "", model.Proposed, ""),
		steward("decided", "", "", model.Decided, "decision/decided"), steward("not-decided", "", "", model.Decided, "decision/proposed"),
		model.Steward{Group: unknown[model.Ref]()})
	settled, proposed := at("2022-06-01", county()...).Stewards(all)
	assert.Equal(t, []string{"stated", "perhaps", "decided"}, names(settled))
	assert.Equal(t, []string{"guessed", "not-decided"}, names(proposed))
}
