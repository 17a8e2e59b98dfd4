package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var minutesChangedAfterApproval = Rule{
	Spec: &rule.Spec{
		ID: "minutes-changed-after-approval", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett möte vars protokoll är justerat ändras inte.",
			En: "A meeting whose minutes have been approved is not changed.",
		},
		Why: text.Both{
			Sv: "Det justerade protokollet är beviset för vilka som var med och vad som behandlades. Säger registret något annat efteråt går det inte att lita på någotdera. Regeln gäller möten som före ändringen hade en justeringsdag (minutes.approved) senast på dagen för jämförelsen, och allt som registret säger om mötet: också en deltagare eller ett ärende som läggs till en lista som redan fanns. Svar på det som saknades eller var okänt, en närmare dag, protokollets webbadress, källor, anmärkningar, alias och tidigare id får ändras. Är det inte känt om protokollet är justerat går det inte att avgöra.",
			En: "Approved minutes are the proof of who took part and what was dealt with. If the registry says something else afterwards, neither can be relied on. The rule covers meetings that before the change had a day of approval (minutes.approved) no later than the day of the comparison, and all that the registry says of the meeting: also a participant or an item that is added to a list that was there already. Answers to what was missing or unknown, a more exact day, the address of the minutes on the web, sources, notes, aliases and former ids may change. Where it is not known whether the minutes have been approved, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Återställ det som stod. Återgav registret protokollet fel, ange rättelsens källa och låt någon godta fyndet med skälet. Har gruppen ändrat sig, skriv det i det möte där det skedde.",
			En: "Restore what stood there. If the registry gave the minutes wrongly, name the source of the correction and have the finding accepted with the reason. If the group has changed its mind, write it in the meeting where it did.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "protokollet från {meeting} justerades {approved}, men mötet ändras: {what}",
			En: "the minutes of {meeting} were approved {approved}, but the meeting is changed: {what}",
		}},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			base, head, ok := versions[*model.Meeting](c)
			if !ok {
				continue
			}
			approved := d.Base.MinutesApproved(base)
			if approved == truth.No {
				continue
			}
			changed := minuted(c)
			switch {
			case len(changed) == 0:
				r.Holds()
			case approved == truth.CannotTell:
				r.CannotTell()
			default:
				r.Violated(foundAt(c, "", changed, text.Args{
					"meeting": nameOf(d, head), "approved": base.Minutes.V.Approved.V, "what": attributes(d, c, changed),
				}))
			}
		}
	},
}

// minuted are the edits that change what the registry says of a meeting.
func minuted(c *change.Record) []*change.Edit {
	var out []*change.Edit
	for i := range c.Edits {
		e := &c.Edits[i]
		switch topKey(e) {
		case "aliases", "previously", "replaces":
			continue
		}
		if aside(e) || change.Keys(e.Path()) == "minutes.url" || refines(e) && !e.Joined {
			continue
		}
		out = append(out, e)
	}
	return out
}
