package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var partyJoinedWithoutAccession = Rule{
	Spec: &rule.Spec{
		ID: "party-joined-without-accession", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En ny part går in i en antagen överenskommelse genom en anslutning, eller genom att anta den och ange beslutet.",
			En: "A new party enters an agreement that has been adopted by an accession, or by adopting it and naming the decision.",
		},
		Why: text.Both{
			Sv: "De som har antagit en överenskommelse har antagit den med vissa andra. Regeln jämför parterna på dagen för jämförelsen, med kollektiv uppräknade. Den som är ny ska ha en anslutning (accessions), eller ett antagande och ett beslut (decision) som är fattat på sin rad. En organisation som ersätter en part (replaces) tar dess plats, en överenskommelse som ingen har antagit får nya parter, och parter som anges för första gången är inga nya. Är parterna inte sagda vara alla (complete.parties) och parten läggs till utan from och decision sägs den ha varit part från början; då går det inte att avgöra, liksom när beslutet är okänt.",
			En: "Those who have adopted an agreement have adopted it with certain others. The rule compares the parties on the day of the comparison, with collectives expanded. Whoever is new must have an accession (accessions), or an adoption and a decision that is taken in its entry. An organization that replaces a party takes its place, an agreement that nobody has adopted may get new parties, and parties that are given for the first time are not new. Where the parties are not said to be all there are (complete.parties) and the party is added without from and decision, it is said to have been one from the beginning; then nobody can tell, nor where the decision is unknown.",
		},
		Remedy: text.Both{
			Sv: "Ange anslutningen med parternas medgivanden under accessions, eller partens antagande under adoptions och dess decision.",
			En: "Give the accession with the consents of the parties under accessions, or the party's adoption under adoptions and its decision.",
		},
		Messages: map[string]text.Both{
			"":           {Sv: "{party} blir part i {agreement} utan anslutning, och utan både antagande och fattat beslut", En: "{party} becomes a party of {agreement} without an accession, and without both an adoption and a decision that is taken"},
			"collective": {Sv: "{party} blir genom ändringen part i {n|en överenskommelse|# överenskommelser}: {agreements}", En: "by the change {party} becomes a party of {n|one agreement|# agreements}: {agreements}"},
		},
		Cites: []rule.Cite{
			{Source: "orebro-2010", Section: "Förslag till beslut", Line: 21, Says: "att godkänna att Örebro läns landsting deltar i Mälardalssamarbetet."},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		m := &moves{d: d, r: r}
		for _, s := range changedParties(d) {
			for _, p := range s.after {
				joins := p.Entry != nil && p.Via.IsZero() && p.Entry.From.Given() && p.Entry.From.V.Begun(d.Head.Day) == truth.No && !p.Entry.Decision.Given()
				if p.Holds == truth.Yes || p.Holds == truth.No && joins {
					m.joined(s, p)
				}
			}
		}
		m.tell()
	},
}

// joined judges whether a party was one before the change, or came as it must.
func (m *moves) joined(s sides, p registry.PartyAt) {
	was, found := s.was[p.Organization]
	switch {
	case found && (was.Holds == truth.Yes || p.Holds == truth.No):
		m.r.Holds()
		return
	case found && was.Holds == truth.CannotTell, !found && s.wasOpen:
		m.r.CannotTell()
		return
	}
	outcome := truth.Or(s.adopted.Not(), truth.Of(m.succeeds(s, p.Organization)))
	if !p.Via.IsZero() || p.Entry == nil {
		outcome = truth.Or(outcome, m.allKnown().Not())
	} else {
		outcome = truth.Or(outcome, m.entered(s, p))
	}
	switch {
	case outcome != truth.No:
		m.r.Judge(outcome, nil)
	case s.touches("parties"):
		m.r.Violated(rule.Found(s.at("parties", p.Index), text.Args{"party": phrase.Name(m.d.Head, p.Organization), "agreement": nameOf(m.d, s.head)}, p.Organization.String()))
	default:
		m.elsewhere(s.agreement, p)
	}
}

// succeeds reports whether an organization replaces one that was a party.
func (m *moves) succeeds(s sides, who model.Ref) bool {
	o, ok := m.d.Head.Organization(who)
	return ok && slices.ContainsFunc(o.Replaces.Values(), func(old model.Ref) bool {
		was, found := s.was[old.Record()]
		return found && was.Holds == truth.Yes
	})
}

// entered tells whether a party of the agreement's own list came by an
// accession, or by an adoption and a decision. One that is said to have been a
// party all along came by nothing, unless the list was said to be complete.
func (m *moves) entered(s sides, p registry.PartyAt) truth.Value {
	for _, acc := range s.head.Accessions.All() {
		if acc.Organization.V.Record() == p.Organization {
			return truth.Yes
		}
	}
	adopted := truth.No
	for _, ad := range p.Entry.Adoptions.All() {
		adopted = truth.Or(adopted, truth.Of(ad.State.V == model.Adopted))
	}
	came := truth.And(adopted, decisionTaken(m.d, p.Entry.Decision))
	if came == truth.No && p.Entry.From.Is == model.Absent && p.Entry.Decision.Is == model.Absent && m.d.Base.PartiesComplete(s.base) != truth.Yes {
		return truth.CannotTell
	}
	return came
}

// allKnown tells whether the older snapshot had every municipality of the
// county: until then one that is added was only missing.
func (m *moves) allKnown() truth.Value {
	n, ok := m.d.Base.Manifest.County.V.Municipalities.Get()
	if !ok || len(m.d.Base.Municipalities()) < n {
		return truth.CannotTell
	}
	return truth.Yes
}
