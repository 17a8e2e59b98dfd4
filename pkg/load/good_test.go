package load_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
)

func date(t testing.TB, s string) model.Val[edtf.Date] {
	t.Helper()
	d, err := edtf.Parse(s)
	require.NoError(t, err)
	return model.Some(d)
}

func ref(k model.Kind, id string) model.Val[model.Ref] { return model.Some(model.Ref{Kind: k, ID: id}) }

func sv(s string) model.Val[model.Text] { return model.Some(model.Text{Sv: s}) }

func list[T any](items ...model.Val[T]) model.List[T] {
	return model.List[T]{Is: model.Given, Items: items}
}

// TestRealRegistry reads the registry of the Stockholm county: nothing is found.
func TestRealRegistry(t *testing.T) {
	res := read(t, os.DirFS("../../registry"))
	assert.Empty(t, golden(res.Findings))
	assert.Len(t, res.Files, len(res.Registry.Records())+3)
	for _, c := range res.Counts {
		assert.Equal(t, len(res.Files), c.Yes)
	}
}

// TestGoodFiles decodes one file of each kind to what it says.
func TestGoodFiles(t *testing.T) {
	res := read(t, folder(
		"vis.yaml", `schema: 1
name: {sv: Samverkan, en: Cooperation}
language: sv
county: {code: "01", municipalities: 26}
default_parties: [region-stockholm, lanets-kommuner]
apex: vis
complete: {agreements: 2022-11-07}
required: {agreement.agreement: [title, ages], group: seats}
severity: {ref-resolves: error, interval-ordered: off}
thresholds: {approx_tolerance: 0.2, balance: {min: 0.4, max: 1}, stale_after: P24M, individual_replacement: false}
`,
		"vocabulary.yaml", `subject_areas: [{id: aldre, sv: Äldre, en: Older people}]
age_groups: {id: barn, from: 0, to: unknown}
channels: [{id: webb, periodic: false}]
generic_terms: [samråd, no]
`,
		"acknowledged.yaml", "- {fingerprint: 0123456789012345, rule: ref-resolves, reason: Känt, by: Sekretariatet, until: 2023}\n",
		"sources/rapport.yaml", `title: Rapport
type: report
date: 2022-11-07
version: 1.10
reference: 2022:17
url: https://example.org/å?a=b
sha256: 1e3
authors: [Å. Ö]
claims: [{id: roller, value: {min: 90, max: 100, approx: true}, of: 12.5, line: 297, as_of: ~2022-11, counting: without-supplements}]
`,
		"organizations/upplands-vasby.yaml", `names: [{name: Upplands-Väsby, until: 1970}, {name: Upplands Väsby, from: 1971}]
type: municipality
side: municipal
code: "0114"
subregion: norra
members: {organization: taby, from: 2008}
`,
		"guidelines/hok.yaml", `name: Riktlinje
in_force: 2022
consultation_groups: {value: [aldre, barn], status: decided}
core: {value: {size: 4, per_side: 2, from: 2023-Q1}, status: proposed, decision: bd01}
meetings_per_year: {value: {value: 4, approx: true}, status: observed}
mandates: {value: [2019, {from: 2023-01-01, until: 2026-12-31}]}
matters:
  staffing: {value: {body: vis, waiting: P2W}}
  closure: {value: {body: [vis, organization/storsthlm]}}
  adoption: {value: {body: {municipal: full-council, region: executive-board}}}
  guideline: {value: {body: {any_of: [group/vis]}}}
  plan: {value: {body: unknown}}
  naming: unknown
`,
		"agreements/bus.yaml", `title: Barn i behov av särskilt stöd
type: agreement
external: true
ages: all
responsible: bussam
parties: [region-stockholm, {organization: lanets-kommuner, adoptions: {state: adopted, body: full-council}}]
follow_up: {every: P1Y6M, preventive: no}
deviations: same-as-framework
signatures: [{organization: solna, signatory: Åsa Öberg}, {organization: taby, signatory: representative/asa}]
recommended: [bd01, {body: organization/storsthlm, date: 2021}]
`,
		"groups/vis.yaml", `name: Vård i samverkan
type: political-steering
seats:
  - {id: plats-1, role: chair, represents: subregion/norra, count: unknown, holder: none}
terms_of_reference:
  purposes: [larande]
  duties: {stod: {sv: Stöd, en: Support}, kansli: {content: none, reason: Saknas}}
structure: {meetings_per_year: 4, chair: alternating}
ends: [2023, {first_meeting_of: vis, in: 2023-autumn}]
reports_to: [organization/storsthlm, {to: none, from: 2022}]
target_groups: Alla äldre
plans: none
`,
		"representatives/asa.yaml", `name: Åsa
type: elected
memberships: [{group: vis, seat: plats-1, approved_by: rss}]
`,
		"meetings/vis/2023-09-14.yaml", "status: held\ntime: 09:30\npresent: [asa, group/vis#plats-1]\n",
		"decisions/bd01.yaml", "title: Beslut\nstate: decided\ndeadline: 2023-Q1\nmeeting: vis/2023-09-14#3\nconcerns: agreement/bus#p-4\n",
		"issues/fraga.yaml", "title: Fråga\nlevel: regional\nraised: {by: representative/asa, date: ..2021-11-24}\npriority: decision/bd01\n",
		"plans/plan.yaml", "title: Plan\ntype: annual\nperiod: 2022\ngoals: [Ett, {sv: Två, en: Two}]\n",
		"followups/bus.yaml", "agreement: bus\nperiod: {from: 2022, until: unknown}\ndeviations: {category: Kö, count: 3, handled: 0}\n",
	))
	require.Empty(t, golden(res.Findings))
	r := res.Registry

	m := r.Manifest
	assert.Equal(t, 1, m.Schema.V)
	assert.Equal(t, model.Text{Sv: "Samverkan", En: "Cooperation"}, m.Name.V)
	assert.Equal(t, model.Code("01"), m.County.V.Code.V)
	assert.Equal(t, 26, m.County.V.Municipalities.V)
	assert.Equal(t, list(ref(model.OrganizationKind, "region-stockholm"), ref(model.OrganizationKind, "lanets-kommuner")), m.DefaultParties)
	assert.Equal(t, ref(model.GroupKind, "vis"), m.Apex)
	assert.Equal(t, []model.Row[[]string]{{Key: "agreement.agreement", Val: model.Some([]string{"title", "ages"})}, {Key: "group", Val: model.Some([]string{"seats"})}}, m.Required.Rows)
	assert.Equal(t, []model.Row[model.Word]{{Key: "ref-resolves", Val: model.Some(model.Word("error"))}, {Key: "interval-ordered", Val: model.Some(model.Word("off"))}}, m.Severity.Rows)
	assert.Equal(t, 0.2, m.Thresholds.V.ApproxTolerance.V)
	assert.Equal(t, 1.0, m.Thresholds.V.Balance.V.Max.V)
	assert.Equal(t, "P24M", m.Thresholds.V.StaleAfter.V.String())
	assert.Equal(t, model.Some(false), m.Thresholds.V.IndividualReplacement)

	v := r.Vocabulary
	assert.Equal(t, model.Text{Sv: "Äldre", En: "Older people"}, v.SubjectAreas.Items[0].V.Words())
	assert.Equal(t, model.Some(0), v.AgeGroups.Items[0].V.From)
	assert.Equal(t, model.Unknown, v.AgeGroups.Items[0].V.To.Is)
	assert.Equal(t, model.Some(false), v.Channels.Items[0].V.Periodic)
	assert.Equal(t, []string{"samråd", "no"}, v.GenericTerms.Values())

	a := r.Acknowledged.Entries.Items[0].V
	assert.Equal(t, "0123456789012345", a.Fingerprint.V)
	assert.Equal(t, date(t, "2023"), a.Until)

	s := r.Sources[0]
	assert.Equal(t, model.Head{Ref: model.Ref{Kind: model.SourceKind, ID: "rapport"}, File: "sources/rapport.yaml"}, s.Head)
	assert.Equal(t, "1.10", s.Version.V)
	assert.Equal(t, "2022:17", s.Reference.V)
	assert.Equal(t, model.URL("https://example.org/å?a=b"), s.URL.V)
	assert.Equal(t, "1e3", s.SHA256.V)
	claim := s.Claims.Items[0].V
	assert.Equal(t, model.Number{Min: 90, Max: 100, Approx: true}, claim.Value.V)
	assert.Equal(t, model.Exactly(12.5), claim.Of.V)
	assert.Equal(t, 297, claim.Line.V)
	assert.Equal(t, date(t, "~2022-11"), claim.AsOf)

	o := r.Organizations[0]
	assert.Equal(t, []model.Text{{Sv: "Upplands-Väsby"}, {Sv: "Upplands Väsby"}}, []model.Text{o.Names.Items[0].V.Name.V, o.Names.Items[1].V.Name.V})
	assert.Equal(t, date(t, "1971"), o.Names.Items[1].V.From)
	assert.Equal(t, model.Code("0114"), o.Code.V)
	assert.Equal(t, model.Term("norra"), o.Subregion.V)
	assert.Equal(t, ref(model.OrganizationKind, "taby"), o.Members.Items[0].V.Organization)

	g := r.Guidelines[0]
	assert.Equal(t, []model.Val[edtf.Date]{date(t, "2022-01-01"), date(t, "2022-12-31")}, []model.Val[edtf.Date]{g.InForce.V.From, g.InForce.V.Until})
	assert.Equal(t, list(ref(model.GroupKind, "aldre"), ref(model.GroupKind, "barn")), g.ConsultationGroups.V.Value)
	assert.Equal(t, model.Core{Size: model.Some(4), PerSide: model.Some(2), From: date(t, "2023-Q1")}, g.Core.V.Value.V)
	assert.Equal(t, model.Proposed, g.Core.V.Status.V)
	assert.Equal(t, model.Number{Min: 4, Max: 4, Approx: true}, g.MeetingsPerYear.V.Value.V)
	assert.Equal(t, date(t, "2019-12-31"), g.Mandates.V.Value.Items[0].V.Until)
	assert.Equal(t, date(t, "2026-12-31"), g.Mandates.V.Value.Items[1].V.Until)
	body := func(matter string) model.Val[model.Competent] {
		row, ok := g.Matters.Get(matter)
		require.True(t, ok)
		return row.V.Value.V.Body
	}
	assert.Equal(t, list(model.Some(model.Ref{ID: "vis"})), body("staffing").V.AnyOf)
	assert.Equal(t, list(model.Some(model.Ref{ID: "vis"}), ref(model.OrganizationKind, "storsthlm")), body("closure").V.AnyOf)
	assert.Equal(t, model.Competent{Municipal: model.Some(model.Word("full-council")), Region: model.Some(model.Word("executive-board"))}, body("adoption").V)
	assert.Equal(t, list(ref(model.GroupKind, "vis")), body("guideline").V.AnyOf)
	assert.Equal(t, model.Unknown, body("plan").Is)
	naming, _ := g.Matters.Get("naming")
	assert.Equal(t, model.Unknown, naming.Is)

	ag := r.Agreements[0]
	assert.True(t, ag.External.V && ag.Ages.V.All)
	assert.Equal(t, ref(model.GroupKind, "bussam"), ag.Responsible.Items[0].V.Group)
	assert.Equal(t, ref(model.OrganizationKind, "region-stockholm"), ag.Parties.Items[0].V.Organization)
	assert.Equal(t, model.Adopted, ag.Parties.Items[1].V.Adoptions.Items[0].V.State.V)
	assert.Equal(t, "P1Y6M", ag.FollowUp.V.Every.V.String())
	assert.Equal(t, model.Word("no"), ag.FollowUp.V.Preventive.V)
	assert.Equal(t, model.Word("same-as-framework"), ag.Deviations.V.As.V)
	assert.Equal(t, model.Signatory{Text: "Åsa Öberg"}, ag.Signatures.Items[0].V.Signatory.V)
	assert.Equal(t, model.Signatory{Ref: model.Ref{Kind: model.RepresentativeKind, ID: "asa"}}, ag.Signatures.Items[1].V.Signatory.V)
	assert.Equal(t, ref(model.DecisionKind, "bd01"), ag.Recommended.Items[0].V.Decision)
	assert.Equal(t, ref(model.OrganizationKind, "storsthlm"), ag.Recommended.Items[1].V.Body)

	gr := r.Groups[0]
	seat := gr.Seats.Items[0].V
	assert.Equal(t, list(ref(model.Subregion, "norra")), seat.Represents)
	assert.Equal(t, []model.Answer{model.Unknown, model.None}, []model.Answer{seat.Count.Is, seat.Holder.Is})
	tor := gr.TermsOfReference.V
	assert.Equal(t, []model.Row[model.Content]{{Key: "larande", Val: model.Val[model.Content]{Is: model.Given}}}, tor.Purposes.Rows)
	assert.Equal(t, model.Text{Sv: "Stöd", En: "Support"}, tor.Duties.Rows[0].Val.V.Content.V)
	assert.Equal(t, model.None, tor.Duties.Rows[1].Val.V.Content.Is)
	assert.Equal(t, model.Exactly(4), gr.Structure.V.MeetingsPerYear.V)
	assert.Equal(t, model.Word("alternating"), gr.Structure.V.Chair.V.Model.V)
	assert.Equal(t, date(t, "2023"), gr.Ends.Items[0].V.Date)
	assert.Equal(t, date(t, "2023-autumn"), gr.Ends.Items[1].V.In)
	assert.Equal(t, ref(model.OrganizationKind, "storsthlm"), gr.ReportsTo.Items[0].V.To)
	assert.Equal(t, model.None, gr.ReportsTo.Items[1].V.To.Is)
	assert.Equal(t, sv("Alla äldre"), gr.TargetGroups.Items[0].V.Text)
	assert.Equal(t, model.None, gr.Plans.Is)

	ms := r.Representatives[0].Memberships.Items[0].V
	assert.Equal(t, model.Some(model.Slug("plats-1")), ms.Seat)
	assert.Equal(t, ref(model.GroupKind, "rss"), ms.ApprovedBy.V.Group)

	mt := r.Meetings[0]
	assert.Equal(t, "meeting/vis/2023-09-14", mt.Ref.String())
	assert.Equal(t, model.Clock("09:30"), mt.Time.V)
	assert.Equal(t, model.Ref{Kind: model.GroupKind, ID: "vis", Fragment: "plats-1"}, mt.Present.Items[1].V)

	d := r.Decisions[0]
	assert.Equal(t, date(t, "2023-Q1"), d.Deadline.V.Date)
	assert.Equal(t, model.Ref{Kind: model.MeetingKind, ID: "vis/2023-09-14", Fragment: "3"}, d.Meeting.V)
	assert.Equal(t, model.Ref{Kind: model.AgreementKind, ID: "bus", Fragment: "p-4"}, d.Concerns.Items[0].V)

	i := r.Issues[0]
	assert.Equal(t, model.Word("regional"), i.Level.Items[0].V.Level.V)
	assert.Equal(t, date(t, "..2021-11-24"), i.Raised.V.Date)
	assert.Equal(t, ref(model.DecisionKind, "bd01"), i.Priority)

	p := r.Plans[0]
	assert.Equal(t, date(t, "2022-12-31"), p.Period.V.Until)
	assert.Equal(t, list(sv("Ett"), model.Some(model.Text{Sv: "Två", En: "Two"})), p.Goals)

	f := r.Followups[0]
	assert.Equal(t, date(t, "2022"), f.Period.V.From)
	assert.Equal(t, model.Unknown, f.Period.V.Until.Is)
	assert.Equal(t, model.Some(0), f.Deviations.Items[0].V.Handled)
}

// TestMeetingFromItsPath: the folder is the group and the last part the date,
// where it is a date and nothing else, and unless the file says otherwise.
func TestMeetingFromItsPath(t *testing.T) {
	none := model.Val[edtf.Date]{}
	for _, c := range []struct {
		file, body string
		group      model.Val[model.Ref]
		date       model.Val[edtf.Date]
	}{
		{"vis/2023-09-14", "", ref(model.GroupKind, "vis"), date(t, "2023-09-14")},
		{"vis/2021-02", "", ref(model.GroupKind, "vis"), date(t, "2021-02")},
		{"vis/2022-autumn", "", ref(model.GroupKind, "vis"), date(t, "2022-autumn")},
		{"natverk/vis/2023-09-14", "", ref(model.GroupKind, "natverk/vis"), date(t, "2023-09-14")},
		{"vis/2023-09-14", "date: unknown\n", ref(model.GroupKind, "vis"), model.Val[edtf.Date]{Is: model.Unknown}},
		{"vis/2023-09-14", "date: 2023-09-15\ngroup: rss\n", ref(model.GroupKind, "rss"), date(t, "2023-09-15")},
		{"vis/2023-09-14-extra", "", model.Val[model.Ref]{}, none},
		{"vis/extra-2023-09-14", "", model.Val[model.Ref]{}, none},
		{"2023-09-14/vis", "", model.Val[model.Ref]{}, none},
		{"2023-09-14", "", model.Val[model.Ref]{}, none},
		{"vis", "", model.Val[model.Ref]{}, none},
	} {
		res := read(t, folder("meetings/"+c.file+".yaml", "status: held\n"+c.body))
		require.Empty(t, golden(res.Findings), c.file)
		m := res.Registry.Meetings[0]
		assert.Equal(t, c.group, m.Group, c.file)
		assert.Equal(t, c.date, m.Date, c.file)
	}
}

// TestPathOfNoDay says that a path names a day that does not exist, unless the
// file tells the day.
func TestPathOfNoDay(t *testing.T) {
	for _, day := range []string{"2023-02-30", "20230914", "2023-13"} {
		res := read(t, folder("meetings/vis/"+day+".yaml", "status: held\n"))
		assert.Equal(t, []string{"1:1-2 date-valid path"}, short(res.Findings), day)
		assert.Equal(t, model.Unknown, res.Registry.Meetings[0].Date.Is, day)
		assert.Equal(t, "vis", res.Registry.Meetings[0].Group.V.ID, day)
	}
	res := read(t, folder("meetings/vis/2023-02-30.yaml", "status: held\ndate: 2023-02-28\n"))
	assert.Empty(t, res.Findings)
}

// TestNoAcknowledgements reads a list of nothing.
func TestNoAcknowledgements(t *testing.T) {
	for _, body := range []string{"", "# Inget är godtaget.\n", "[]\n", "---\n"} {
		res := read(t, folder("acknowledged.yaml", body))
		assert.Empty(t, res.Findings, "%q", body)
		assert.Empty(t, res.Registry.Acknowledged.Entries.Items)
	}
}
