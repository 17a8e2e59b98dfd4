package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var partyLeftWithoutDecision = Rule{
	Spec: &rule.Spec{
		ID: "party-left-without-decision", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En part lämnar en antagen överenskommelse genom ett beslut, och står kvar i registret med den dag då den lämnade.",
			En: "A party leaves an agreement that has been adopted by a decision, and stays in the registry with the day on which it left.",
		},
		Why: text.Both{
			Sv: "En part är bunden tills den har beslutat något annat. Regeln jämför parterna på dagen för jämförelsen, med kollektiv uppräknade. Den som inte längre är part ska stå kvar i parties med until, och antingen ett nytt beslut (decision) som är fattat eller ett antagande med state: withdrawn. Det gäller också den som får ett until framåt i tiden, och den som faller bort för att ett kollektiv eller default_parties ändras. En organisation som har upphört, en överenskommelse som ingen har antagit och parter som anges för första gången berörs inte. Är beslutet okänt, eller parterna okända efter ändringen, går det inte att avgöra.",
			En: "A party is bound until it has decided otherwise. The rule compares the parties on the day of the comparison, with collectives expanded. Whoever no longer is a party must stay in parties with until, and either a new decision that is taken or an adoption with state: withdrawn. That goes too for whoever gets an until in the future, and for whoever drops out since a collective or default_parties changes. An organization that has ended, an agreement that nobody has adopted and parties that are given for the first time are not affected. Where the decision is unknown, or the parties are after the change, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Lägg tillbaka parten i parties med until och decision, eller med ett antagande som har state: withdrawn.",
			En: "Put the party back in parties with until and decision, or with an adoption that has state: withdrawn.",
		},
		Messages: map[string]text.Both{
			"":           {Sv: "{party} är inte längre part i {agreement}, och står inte kvar med until", En: "{party} no longer is a party of {agreement}, and does not stay with until"},
			"decision":   {Sv: "{party} lämnar {agreement} {until} utan ett fattat beslut eller ett återtaget antagande", En: "{party} leaves {agreement} on {until} without a decision that is taken or an adoption that is withdrawn"},
			"collective": {Sv: "{party} är genom ändringen inte längre part i {n|en överenskommelse|# överenskommelser}: {agreements}", En: "by the change {party} no longer is a party of {n|one agreement|# agreements}: {agreements}"},
		},
		Cites: []rule.Cite{
			{Source: "hok-2021", Line: 21, Says: "beslutar kommunfullmäktige i samtliga kommuner och regionfullmäktige i Region Stockholm om huvudöverenskommelsen"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		m := &moves{d: d, r: r}
		for _, s := range changedParties(d) {
			for _, p := range s.before {
				if p.Holds == truth.Yes {
					m.left(s, p)
				}
			}
		}
		m.tell()
	},
}

// left judges whether a party that was one still is, or left as it must.
func (m *moves) left(s sides, p registry.PartyAt) {
	now, found := s.is[p.Organization]
	entry, index := partyEntry(s.head, p.Organization)
	leaving := entry != nil && entry.Until.Given() && (p.Entry == nil || p.Entry.Until.Is == model.Absent)
	switch {
	case found && now.Holds == truth.Yes && !leaving:
		m.r.Holds()
		return
	case found && now.Holds == truth.CannotTell && !leaving, !found && s.isOpen:
		m.r.CannotTell()
		return
	}
	outcome := s.adopted.Not()
	if o, ok := m.d.Head.Organization(p.Organization); ok {
		outcome = truth.Or(outcome, m.d.Head.HasEnded(o))
	}
	if entry != nil && entry.Until.Given() {
		outcome = truth.Or(outcome, m.leftByDecision(p, entry))
	}
	if outcome != truth.No {
		m.r.Judge(outcome, nil)
		return
	}
	args := text.Args{"party": called(m.d, p.Organization), "agreement": nameOf(m.d, s.head)}
	switch {
	case entry != nil && entry.Until.Given():
		args["until"] = entry.Until.V
		m.r.Violated(rule.FoundAs("decision", s.at("parties", index, "until"), args))
	case s.touches("parties"):
		place := s.at("parties")
		place.Key = true
		if entry != nil {
			place = s.at("parties", index)
		}
		m.r.Violated(rule.Found(place, args, p.Organization.String()))
	default:
		m.elsewhere(s.agreement, p)
	}
}

// leftByDecision tells whether an entry that ends names a decision other than
// the one by which the party joined, or a withdrawal.
func (m *moves) leftByDecision(p registry.PartyAt, entry *model.Party) truth.Value {
	for _, ad := range entry.Adoptions.All() {
		if ad.State.V == model.Withdrawn {
			return truth.Yes
		}
	}
	if p.Entry != nil && p.Entry.Decision.Given() && m.d.Now(p.Entry.Decision.V) == entry.Decision.V {
		return truth.No
	}
	return decisionTaken(m.d, entry.Decision)
}
