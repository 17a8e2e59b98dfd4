package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// sides are the parties of an agreement in both snapshots, after collectives
// are expanded, by what the newer one calls them.
type sides struct {
	agreement
	before, after   []registry.PartyAt
	was, is         map[model.Ref]registry.PartyAt
	wasOpen, isOpen bool
	adopted         truth.Value // before the change
}

// changedParties are the agreements of which the parties may be others. A
// supplement without parties of its own follows its parent. An agreement whose
// parties were not recorded, or unknown, has only got an answer.
func changedParties(d *change.Diff) []sides {
	var out []sides
	for _, a := range affectedAgreements(d) {
		own := a.base.Parties.Is != model.Absent
		if a.Record != nil && !a.touches("parties") && own && !restsOnOthers(d) {
			continue
		}
		if !own && a.base.Supplements.Is != model.Absent || a.base.Parties.Is == model.Unknown || !own && a.head.Parties.Is != model.Absent {
			continue
		}
		s := sides{agreement: a, was: map[model.Ref]registry.PartyAt{}, is: map[model.Ref]registry.PartyAt{}}
		s.before, s.wasOpen = d.Base.Parties(a.base)
		s.after, s.isOpen = d.Head.Parties(a.head)
		for i := range s.before {
			s.before[i].Organization = d.Now(s.before[i].Organization)
			s.was[s.before[i].Organization] = s.before[i]
		}
		for _, p := range s.after {
			s.is[p.Organization] = p
		}
		s.adopted = d.Base.IsAdopted(a.base)
		out = append(out, s)
	}
	return out
}

// restsOnOthers reports whether something changed that the members of a
// collective or the parties by default rest on.
func restsOnOthers(d *change.Diff) bool {
	for _, c := range d.Records {
		switch c.Kind {
		case model.SourceKind, model.OrganizationKind, model.DecisionKind, model.Manifest:
			return true
		}
	}
	return false
}

// moves gathers parties that came or went without what that takes: those of
// one agreement that its own list tells of, and those of any number of
// agreements that a collective or the manifest brought.
type moves struct {
	d     *change.Diff
	r     *rule.Report
	by    map[model.Ref]*moved
	order []model.Ref
}

type moved struct {
	via        model.Ref
	agreements []model.Ref
}

// elsewhere takes in that a party came or went by something else than the
// agreement's own list.
func (m *moves) elsewhere(a agreement, p registry.PartyAt) {
	m.r.Violated()
	if m.by == nil {
		m.by = map[model.Ref]*moved{}
	}
	if m.by[p.Organization] == nil {
		m.by[p.Organization] = &moved{via: p.Via}
		m.order = append(m.order, p.Organization)
	}
	m.by[p.Organization].agreements = append(m.by[p.Organization].agreements, a.head.Ref)
}

// tell reports those that something else brought, one finding for each party.
func (m *moves) tell() {
	for _, who := range m.order {
		by := m.by[who]
		f := rule.FoundAs("collective", m.cause(who, by.via), text.Args{
			"party": called(m.d, who), "n": len(by.agreements), "agreements": phrase.Names(m.d.Head, by.agreements),
		}, who.String())
		f.Spec, f.Severity = m.r.Spec, m.r.Spec.Severity
		m.r.Findings = append(m.r.Findings, f)
	}
}

// cause is what changed that made an organization a party, or no longer one: its
// own record, the collective, else the parties by default.
func (m *moves) cause(who, via model.Ref) rule.Place {
	var manifest *rule.Place
	for _, c := range m.d.Records {
		switch {
		case c.Kind == model.Manifest:
			p := rule.InFile(model.Manifest, "default_parties")
			manifest = &p
		case c.Is == who, c.Is == via && !via.IsZero():
			return rule.At(c.Head.(model.Record))
		case c.Was == who:
			return gone(c)
		}
	}
	if manifest != nil {
		return *manifest
	}
	if org, ok := m.d.Head.Organization(who); ok {
		return rule.At(org)
	}
	return rule.InFile(model.Manifest)
}

// partyEntry is the entry of an agreement's own list for an organization.
func partyEntry(a *model.Agreement, who model.Ref) (entry *model.Party, index int) {
	for i, p := range a.Parties.Pointers() {
		if p.Organization.V.Record() == who {
			return p, i
		}
	}
	return nil, -1
}
