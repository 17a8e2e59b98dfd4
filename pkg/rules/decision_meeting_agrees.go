package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var decisionMeetingAgrees = Rule{
	Spec: &rule.Spec{
		ID: "decision-meeting-agrees", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Ett beslut och det möte som det anger stämmer överens: organet, dagen och ärendet.",
			En: "A decision and the meeting that it names agree: the body, the day and the item.",
		},
		Why: text.Both{
			Sv: "Mötet är beviset för beslutet. Hör mötet till en annan grupp än body, hölls det en annan dag än date, eller gäller ärendet på dagordningen (about) ett annat beslut, är något av dem fel. Ett ärende som inte anger något beslut motsäger inget. Ett förslag har ingen beslutsdag, och dess dag jämförs inte. Saknas organet eller dagen i beslutet eller mötet går det inte att avgöra.",
			En: "The meeting is the proof of the decision. If the meeting is of another group than body, was held on another day than date, or if the item on its agenda is about another decision, one of them is wrong. An item that names no decision contradicts nothing. A proposal has no day of decision, and its day is not compared. Where the decision or the meeting lacks the body or the day, nobody can tell.",
		},
		Remedy: text.Both{Sv: "Rätta beslutet eller mötet efter protokollet.", En: "Correct the decision or the meeting by the minutes."},
		Messages: map[string]text.Both{
			"":     {Sv: "beslutsorganet är {body}, men mötet hör till {group}", En: "the deciding body is {body}, but the meeting is of {group}"},
			"day":  {Sv: "beslutet är fattat {date}, men mötet är {day}", En: "the decision was taken {date}, but the meeting is {day}"},
			"item": {Sv: "ärendet {item} på mötet gäller ett annat beslut: {other}", En: "item {item} of the meeting is about another decision: {other}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "7.4", Line: 583, Says: "Tjänstemannastyrgruppen föreslås ta beslut om tidplan för översyn HÖKs riktlinje på sitt första möte hösten 2023."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, d := range v.Decisions {
			ref, named := d.Meeting.Get()
			if !named {
				continue
			}
			m, ok := registry.Find[*model.Meeting](v.Registry, ref)
			if !ok {
				r.CannotTell()
				continue
			}
			judgeMeetingOf(v, r, d, m, ref.Fragment)
		}
	},
}

// judgeMeetingOf compares a decision with its meeting, and with the item of the
// agenda that it names.
func judgeMeetingOf(v *registry.View, r *rule.Report, d *model.Decision, m *model.Meeting, item string) {
	outcome := truth.Yes
	var found []*rule.Finding
	compare := func(agrees truth.Value, broken func() *rule.Finding, other rule.Place) {
		if outcome = truth.And(outcome, agrees); agrees != truth.No {
			return
		}
		f := broken()
		f.Related = append(f.Related, rule.Beside(other, "mötet", "the meeting"))
		found = append(found, f)
	}
	sameBody, sameDay := truth.CannotTell, truth.CannotTell
	if d.Body.Given() && m.Group.Given() {
		sameBody = truth.Of(d.Body.V.Record() == m.Group.V.Record())
	}
	switch {
	case d.State.V == model.Proposed && !d.Date.Given():
		sameDay = truth.Yes
	case d.Date.Given() && m.Date.Given():
		sameDay = edtf.SameDay(d.Date.V, m.Date.V)
	}
	compare(sameBody, func() *rule.Finding {
		return rule.Found(rule.At(d, "body"), text.Args{"body": phrase.Name(v, d.Body.V), "group": phrase.Name(v, m.Group.V)})
	}, rule.At(m))
	compare(sameDay, func() *rule.Finding {
		return rule.FoundAs("day", rule.At(d, "date"), text.Args{"date": d.Date.V, "day": m.Date.V})
	}, rule.At(m))
	for i, a := range m.Agenda.Pointers() {
		if item == "" || string(a.ID.V) != item {
			continue
		}
		same, others := isAbout(d, a)
		compare(same, func() *rule.Finding {
			return rule.FoundAs("item", rule.At(d, "meeting"), text.Args{"item": item, "other": phrase.Names(v, others)})
		}, rule.At(m, "agenda", i, "about"))
	}
	if len(found) > 0 {
		r.Violated(found...)
		return
	}
	r.Judge(outcome, nil)
}

// isAbout tells whether an item of an agenda may be about a decision: it names
// that one, or no other.
func isAbout(d *model.Decision, a *model.AgendaItem) (same truth.Value, others []model.Ref) {
	for _, ref := range a.About.All() {
		switch {
		case ref.Record() == d.Ref:
			return truth.Yes, nil
		case ref.Kind == model.DecisionKind:
			others = append(others, ref)
		}
	}
	switch {
	case len(others) == 0:
		return truth.Yes, nil
	case a.About.Open():
		return truth.CannotTell, others
	}
	return truth.No, others
}
