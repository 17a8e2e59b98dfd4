package review

import (
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// The matters that are not only data here.
const (
	adoptionMatter       model.Word = "adoption"
	recommendationMatter model.Word = "recommendation"
	planMatter           model.Word = "plan"
	newGroupMatter       model.Word = "new-group"
	closureMatter        model.Word = "closure"
)

// matterRow gives one kind of change its matter.
type matterRow struct {
	what   text.Both
	matter model.Word // "" for none
	kind   model.Kind
	keys   []string // the attributes, as paths without positions; nil for all
	// of tells whether the row is about an edit; nil for every one.
	of func(d *change.Diff, c *change.Record, e *change.Edit) truth.Value
}

// matterTable gives each kind of change its matter. The first row that is about
// an edit decides. Rows with the same words are one row to a reader.
var matterTable = []matterRow{
	{staffingWords, registry.StaffingMatter, model.RepresentativeKind, []string{"memberships"}, ofStaffedMembership},
	{staffingWords, registry.StaffingMatter, model.GroupKind, []string{"seats", "structure.chair"}, ofStaffedGroup},
	{designWords, registry.DesignMatter, model.GroupKind, []string{"terms_of_reference", "structure", "secretariat"}, ofStaffedGroup},
	{
		text.Both{Sv: "att en grupp i samverkan föreslås, planeras eller etableras", En: "that a group of the cooperation is proposed, planned or established"},
		newGroupMatter, model.GroupKind, []string{"history"}, ofBeginning,
	},
	{closureWords, closureMatter, model.GroupKind, []string{"ended", "history"}, ofEnding},
	{closureWords, closureMatter, model.GroupKind, []string{"responsibilities"}, ofTransfer},
	{text.Both{Sv: "en grupps namn (names)", En: "the name of a group (names)"}, "naming", model.GroupKind, []string{"names"}, nil},
	{
		text.Both{Sv: "ansvarig grupp för en överenskommelse", En: "the group responsible for an agreement"},
		registry.DesignMatter, model.AgreementKind, []string{"responsible"}, ofOwner,
	},
	{
		text.Both{Sv: "vilka områden en grupp i samverkan ansvarar för", En: "the areas that a group of the cooperation is responsible for"},
		registry.DesignMatter, model.GroupKind, []string{"subject_areas", "boundaries"}, ofForum,
	},
	{
		text.Both{Sv: "riktlinjens parametrar och text, och när den gäller", En: "the parameters and the text of the guideline, and when it is in force"},
		guidelineMatter, model.GuidelineKind, nil, nil,
	},
	{text.Both{Sv: "handlingsplaner, prioriteringar och mål", En: "action plans, priorities and goals"}, planMatter, model.PlanKind, nil, ofPlan},
	{text.Both{Sv: "en utvecklingsfrågas prioritering", En: "the priority of an issue"}, "priority", model.IssueKind, []string{"priority"}, nil},
	{
		text.Both{Sv: "en överenskommelses paragrafer, versioner, parter, ikraftträdande och upphörande", En: "the clauses, versions, parties, entry into force and end of an agreement"},
		adoptionMatter, model.AgreementKind, []string{"clauses", "revisions", "parties", "entry_into_force", "expires", "ended"}, ofAgreement,
	},
	{text.Both{Sv: "anslutning till en överenskommelse", En: "accession to an agreement"}, "accession", model.AgreementKind, []string{"accessions"}, ofAgreement},
	{
		text.Both{Sv: "kommunala representanter i kunskapsstyrningens grupper", En: "municipal representatives in the groups of knowledge governance"},
		"knowledge-representative", model.RepresentativeKind, []string{"memberships"}, ofKnowledgeMembership,
	},
}

var (
	staffingWords = text.Both{Sv: "uppdrag, platser och ordförandeskap i en samrådsgrupp eller processledningen", En: "memberships, seats and the chair of a consultation group or the process office"}
	designWords   = text.Both{Sv: "uppdragsbeskrivning, syften, struktur och sekretariat för en samrådsgrupp eller processledningen", En: "terms of reference, purposes, structure and secretariat of a consultation group or the process office"}
	closureWords  = text.Both{Sv: "att en grupp i samverkan upphör, och ansvar som lämnas över", En: "that a group of the cooperation ends, and responsibilities that are handed over"}
	noMatterWords = text.Both{Sv: "källor, hänvisningar, alias, anmärkningar, stavning, möten, inlagda antaganden, uppföljning och närmare datum", En: "sources, citations, aliases, notes, spelling, meetings, adoptions that are recorded, follow-up and more exact dates"}
)

// wholes are the matters of records that are added or removed as wholes.
var wholes = map[model.Kind]struct{ added, removed model.Word }{
	model.GroupKind:     {newGroupMatter, closureMatter},
	model.AgreementKind: {adoptionMatter, adoptionMatter},
	model.GuidelineKind: {guidelineMatter, guidelineMatter},
	model.PlanKind:      {planMatter, planMatter},
}

// MatterTable is the table from kind of change to matter, for people: what is
// changed, and the word for its matter.
func MatterTable() [][2]text.Both {
	var out [][2]text.Both
	for i := range matterTable {
		row := &matterTable[i]
		if i == 0 || row.what != matterTable[i-1].what {
			out = append(out, [2]text.Both{row.what, phrase.Word("matter", row.matter)})
		}
	}
	return append(out, [2]text.Both{noMatterWords, {Sv: "inget ärendeslag", En: "no matter"}})
}

// matterLines writes the table in one sentence.
func matterLines() text.Both {
	var sv, en []string
	for _, row := range MatterTable() {
		sv, en = append(sv, row[0].Sv+": "+row[1].Sv), append(en, row[0].En+": "+row[1].En)
	}
	return text.Both{Sv: strings.Join(sv, "; "), En: strings.Join(en, "; ")}
}

// matterOf returns the row that an edit falls under, and how certain that is.
func matterOf(d *change.Diff, c *change.Record, e *change.Edit) (row *matterRow, certain truth.Value) {
	if idle(e) {
		return nil, truth.No
	}
	keys := change.Keys(e.Path())
	for i := range matterTable {
		row := &matterTable[i]
		if row.kind != c.Kind || row.keys != nil && !slices.ContainsFunc(row.keys, func(k string) bool { return beginsWith(keys, k) }) {
			continue
		}
		certain := truth.Yes
		if row.of != nil {
			certain = row.of(d, c, e)
		}
		if certain != truth.No {
			return row, certain
		}
	}
	return nil, truth.No
}

// idle reports whether an edit needs nobody's decision whatever it is of.
func idle(e *change.Edit) bool {
	switch topKey(e) {
	case "aliases", "previously", "complete":
		return true
	}
	return aside(e) || e.What == change.Narrowed || e.What == change.Widened || e.What == change.Withdrawn || e.What == change.Altered && (translated(e) || spelt(e))
}

// spelt reports whether an edit only changes letters' case, signs or spaces.
func spelt(e *change.Edit) bool {
	if e.Before == nil || e.After == nil {
		return false
	}
	switch was := e.Before.Value.(type) {
	case *model.Text:
		is, ok := e.After.Value.(*model.Text)
		return ok && text.Fold(was.Sv) == text.Fold(is.Sv) && text.Fold(was.En) == text.Fold(is.En)
	case *string:
		is, ok := e.After.Value.(*string)
		return ok && text.Fold(*was) == text.Fold(*is)
	}
	return false
}

// groupOf is the group that a record is, in either snapshot.
func groupOf(c *change.Record) *model.Group {
	for _, side := range []any{c.Head, c.Base} {
		if g, ok := side.(*model.Group); ok {
			return g
		}
	}
	return nil
}

// isStaffed reports whether the staffing and design of a group are decided, by
// either snapshot.
func isStaffed(d *change.Diff, ref model.Ref) bool {
	is, ok := d.Head.Group(ref)
	was, ok2 := d.Base.Group(ref)
	return ok && d.Head.IsSanctioned(is) || ok2 && d.Base.IsSanctioned(was)
}

func ofStaffedGroup(d *change.Diff, c *change.Record, _ *change.Edit) truth.Value {
	return truth.Of(isStaffed(d, c.Is) || isStaffed(d, c.Was))
}

func ofForum(d *change.Diff, c *change.Record, _ *change.Edit) truth.Value {
	g := groupOf(c)
	return truth.Of(registry.IsForum(g) || isStaffed(d, g.Ref))
}

func ofBeginning(d *change.Diff, c *change.Record, e *change.Edit) truth.Value {
	begins := reaches(e, model.Proposed, model.Planned, model.Establishing, model.Established) || reaches(e, model.Active) && !rested(c)
	return truth.And(ofForum(d, c, e), truth.Of(begins))
}

// rested reports whether a group was dormant at some time: one that takes up its
// work again is no new group.
func rested(c *change.Record) bool {
	g, ok := c.Base.(*model.Group)
	return ok && slices.ContainsFunc(g.History.Values(), func(m model.Milestone) bool { return m.Status.V == model.Dormant })
}

func ofEnding(d *change.Diff, c *change.Record, e *change.Edit) truth.Value {
	return truth.And(ofForum(d, c, e), truth.Of(topKey(e) == "ended" || reaches(e, model.WindingUp)))
}

// reaches reports whether an edit is of a history entry with one of some
// statuses.
func reaches(e *change.Edit, statuses ...model.Word) bool {
	was, is := entries[model.Milestone](e)
	if m, ok := around[model.Milestone](e); ok {
		is = append(is, m)
	}
	return slices.ContainsFunc(append(is, was...), func(m *model.Milestone) bool { return slices.Contains(statuses, m.Status.V) })
}

// ofTransfer tells whether an edit hands a responsibility over. That it is
// written down, or that somebody is proposed, does not.
func ofTransfer(d *change.Diff, c *change.Record, e *change.Edit) truth.Value {
	was, is := entries[model.Responsibility](e)
	transfer := slices.ContainsFunc(append(is, was...), func(r *model.Responsibility) bool { return r.Transferred.Given() })
	out, in := entries[model.Receiver](e)
	if to, ok := around[model.Receiver](e); ok {
		in = append(in, to)
	}
	transfer = transfer || slices.ContainsFunc(append(in, out...), func(r *model.Receiver) bool { return r.Status.V != model.Proposed })
	keys := change.Keys(e.Path())
	return truth.And(ofForum(d, c, e), truth.Of(transfer || keys == "responsibilities.transferred" || keys == "responsibilities.from"))
}

// ofOwner tells whether an edit of the responsible groups is of more than a
// proposal.
func ofOwner(d *change.Diff, c *change.Record, e *change.Edit) truth.Value {
	was, is := entries[model.Steward](e)
	if s, ok := around[model.Steward](e); ok {
		if e.Field.Key == "status" {
			return ofAgreement(d, c, e)
		}
		is = append(is, s)
	}
	settled := slices.ContainsFunc(append(is, was...), func(s *model.Steward) bool { return s.Status.V != model.Proposed })
	return truth.And(ofAgreement(d, c, e), truth.Of(settled))
}

// ofAgreement tells whether an agreement is the parties' own, and an edit is
// not of what they have decided: an adoption is recorded when it is done.
func ofAgreement(d *change.Diff, c *change.Record, e *change.Edit) truth.Value {
	for _, side := range []any{c.Head, c.Base} {
		if a, ok := side.(*model.Agreement); ok && a.External.V {
			return truth.No
		}
	}
	keys := change.Keys(e.Path())
	return truth.Of(!beginsWith(keys, "parties.adoptions") && keys != "parties.named_as" && !(keys == "parties" && sameParties(d, c, e)))
}

// sameParties reports whether an edit of the list of parties makes nobody a
// party, and leaves nobody out: who gets an entry of its own, with its adoption,
// was one by a collective.
func sameParties(d *change.Diff, c *change.Record, e *change.Edit) bool {
	base, head, ok := versions[*model.Agreement](c)
	was, is := entries[model.Party](e)
	return ok && !slices.ContainsFunc(append(is, was...), func(p *model.Party) bool {
		who := p.Organization.V.Record()
		return p.From.Given() || p.Until.Is != model.Absent || !listsParty(d.Base, base, who) || !listsParty(d.Head, head, who)
	})
}

func listsParty(v *registry.View, a *model.Agreement, who model.Ref) bool {
	parties, _ := v.Parties(a)
	return slices.ContainsFunc(parties, func(p registry.PartyAt) bool { return p.Organization == who && p.Holds == truth.Yes })
}

// ofPlan tells whether an edit is of an action plan, of priorities or of goals,
// and not of how far it has come.
func ofPlan(_ *change.Diff, c *change.Record, e *change.Edit) truth.Value {
	for _, side := range []any{c.Head, c.Base} {
		p, ok := side.(*model.Plan)
		if ok && (p.Type.V == "action" || p.Type.V == "priorities" || p.Type.V == "goals" || e != nil && topKey(e) == "goals") {
			keys := ""
			if e != nil {
				keys = change.Keys(e.Path())
			}
			return truth.Of(keys != "activities.done" && keys != "activities.state")
		}
	}
	return truth.No
}

// memberships are those that an edit of a representative is of.
func memberships(e *change.Edit) []*model.Membership {
	was, is := entries[model.Membership](e)
	if m, ok := around[model.Membership](e); ok {
		is = append(is, m)
	}
	return append(is, was...)
}

func ofStaffedMembership(d *change.Diff, c *change.Record, e *change.Edit) truth.Value {
	for _, m := range memberships(e) {
		if !isStaffed(d, m.Group.V) {
			continue
		}
		p, isHead := c.Head.(*model.Representative)
		if !isHead {
			return truth.Yes
		}
		if _, counts := d.Head.Staffing(registry.Seating{Representative: p, Membership: m}); counts {
			return truth.Yes
		}
	}
	return truth.No
}

func ofKnowledgeMembership(d *change.Diff, c *change.Record, e *change.Edit) truth.Value {
	of := truth.No
	for _, m := range memberships(e) {
		g, ok := d.Head.Group(m.Group.V)
		if !ok || g.Type.V != "knowledge" {
			continue
		}
		p, _ := c.Head.(*model.Representative)
		v := d.Head
		if p == nil {
			p, v = c.Base.(*model.Representative), d.Base
		}
		switch v.SideOfMembership(registry.Seating{Representative: p, Membership: m}) {
		case model.Municipal:
			return truth.Yes
		case "":
			of = truth.CannotTell
		}
	}
	return of
}
