package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var launchDeliverables = Rule{
	Spec: &rule.Spec{
		ID: "launch-deliverables", Number: "R091", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett steg med leverabler är klart först när alla har presenterats för den grupp som ska ta emot dem.",
			En: "A step with deliverables is done only when all of them have been presented to the group that is to receive them.",
		},
		Why: text.Both{
			Sv: "Det sista steget lämnar workshopens resultat till den grupp som beslutar. Riktlinjen anger vilka leverabler ett steg ska ge (deliverables) och vilken grupp de ska presenteras för (receiver). Varje leverabel ska vara presenterad vid ett möte som den gruppen har hållit, eller märkt none: true om det inte fanns något att lämna, till exempel inga utestående frågor. Är leverablerna inte angivna går det inte att avgöra.",
			En: "The last step hands the result of the workshop to the group that decides. The guideline says what a step is to deliver (deliverables) and to which group (receiver). Each deliverable is to be presented at a meeting that the group has held, or marked none: true if there was nothing to deliver, such as no open questions. Where the deliverables are not given nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Ange leverabeln med det möte där den presenterades, eller none: true.",
			En: "Give the deliverable with the meeting where it was presented, or none: true.",
		},
		Tune: text.Both{Sv: "deliverables och receiver på steget i establishment_steps i riktlinjen.", En: "deliverables and receiver of the step in establishment_steps of the guideline."},
		Messages: map[string]text.Both{
			"":        {Sv: "steg {step} för {group} blev klart {done} utan leverabeln {deliverable}", En: "step {step} of {group} was done {done} without the deliverable {deliverable}"},
			"meeting": {Sv: "leverabeln {deliverable} för {group} hänvisar till {meeting}, som inte är ett hållet möte med {receiver}", En: "the deliverable {deliverable} of {group} refers to {meeting}, which is not a held meeting of {receiver}"},
			"held":    {Sv: "leverabeln {deliverable} för {group} hänvisar till {meeting}, som inte är ett hållet möte", En: "the deliverable {deliverable} of {group} refers to {meeting}, which is not a held meeting"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.1", Line: 465, Says: "Presentera resultat av workshop i tjänstemannastyrgruppen"},
			{Source: "rapport-2022", Section: "6.1", Line: 465, Says: "Utestående frågor/beslut för styrgruppen"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		stepsDone(v, r, func(s stepDone) {
			given := &s.entry.Deliverables
			if s.defined == nil || len(s.defined.Deliverables.Items) == 0 || given.Is == model.NotApplicable {
				return
			}
			if given.Is == model.Absent || given.Open() {
				r.CannotTell()
				return
			}
			outcome := truth.Yes
			var found []*rule.Finding
			for _, id := range s.defined.Deliverables.All() {
				presented, f := judgeDeliverable(v, s, id)
				outcome = truth.And(outcome, presented)
				if presented == truth.No {
					found = append(found, byStep(s, rule.Warning, f))
				}
			}
			judgeEvent(v, r, s.date, outcome, func() []*rule.Finding { return found })
		})
	},
}

// judgeDeliverable tells whether a deliverable of a step has been presented,
// and gives the finding that it has not.
func judgeDeliverable(v *registry.View, s stepDone, id model.Slug) (presented truth.Value, f *rule.Finding) {
	args := text.Args{"step": s.defined.Step.V, "group": phrase.Both(v.ShortName(s.group)), "done": s.date, "deliverable": string(id)}
	for i, d := range s.entry.Deliverables.All() {
		if d.ID.V != id {
			continue
		}
		place := s.place("deliverables", i)
		switch ref, ok := d.Meeting.Get(); {
		case d.None.V:
			return truth.Yes, nil
		case ok:
			args["meeting"] = ref.String()
			place.Path = place.Path.At("meeting")
			broken := rule.FoundAs("held", place, args)
			if to, set := s.defined.Receiver.Get(); set {
				broken.Variant, args["receiver"] = "meeting", phrase.Name(v, to)
			}
			return presentedAt(v, ref, s.defined.Receiver), broken
		case d.Meeting.Is == model.None:
			return truth.No, rule.Found(place, args)
		}
		return truth.CannotTell, nil
	}
	return truth.No, rule.Found(s.place("deliverables"), args, string(id))
}

// presentedAt tells whether something was presented to a group at a meeting: it
// was held, and is that group's. Without a receiver any meeting will do.
func presentedAt(v *registry.View, ref model.Ref, receiver model.Val[model.Ref]) truth.Value {
	m, ok := registry.Find[*model.Meeting](v.Registry, ref)
	if !ok || !m.Status.Given() {
		return truth.CannotTell
	}
	its := truth.Yes
	switch to, set := receiver.Get(); {
	case receiver.Is == model.Unknown, set && !m.Group.Given():
		its = truth.CannotTell
	case set:
		its = truth.Of(m.Group.V.Record() == to.Record())
	}
	return truth.And(truth.Of(m.Status.V == model.Held), its)
}
