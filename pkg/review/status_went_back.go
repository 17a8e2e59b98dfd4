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

var statusWentBack = Rule{
	Spec: &rule.Spec{
		ID: "status-went-back", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En grupp går inte tillbaka till ett läge som den har lämnat, och det som är beslutat blir inte ett förslag igen.",
			En: "A group does not return to a status that it has left, and what is decided does not become a proposal again.",
		},
		Why: text.Both{
			Sv: "Andra har handlat utifrån att gruppen var etablerad eller beslutet fattat. En grupps lägen följer i ordningen föreslagen, planerad, under etablering, etablerad, aktiv eller vilande, under avveckling och avvecklad; aktiv och vilande får växla fritt. Regeln jämför läget på dagen för jämförelsen före och efter ändringen, också när det ändras för att en post i history tas bort. Den som är under avveckling eller avvecklad får leva upp igen när en ny post i history hänvisar till ett beslut som är fattat. Ett beslut som är fattat eller avslaget blir inte föreslaget, bordlagt eller återremitterat. En grupp utan history har inget läge att lämna, och är läget osäkert före eller efter går det inte att avgöra.",
			En: "Others have acted on the group being established or the decision being taken. The statuses of a group follow in the order proposed, planned, being established, established, active or dormant, winding up and closed; active and dormant may alternate freely. The rule compares the status on the day of the comparison before and after the change, also where it changes since an entry of history is removed. What is winding up or closed may come to life again where a new entry of history refers to a decision that is taken. A decision that is taken or rejected does not become proposed, tabled or referred back. A group without history has no status to leave, and where the status is uncertain before or after, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Återställ det som stod. Har gruppen återuppstått, lägg till läget sist i history med date och decision.",
			En: "Restore what stood there. If the group has been revived, add the status at the end of history with date and decision.",
		},
		Messages: map[string]text.Both{
			"":         {Sv: "{group} är {before} sedan {since} men blir {after}", En: "{group} has been {before} since {since} but becomes {after}"},
			"undated":  {Sv: "{group} är {before} men blir {after}", En: "{group} is {before} but becomes {after}"},
			"decision": {Sv: "beslutet ”{decision}” är {before} men blir {after}", En: "the decision “{decision}” is {before} but becomes {after}"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			if base, head, ok := versions[*model.Group](c); ok {
				judgeStatus(d, r, c, base, head)
			}
			if base, head, ok := versions[*model.Decision](c); ok && isFinal(base.State) {
				judgeState(d, r, c, base, head)
			}
		}
	},
}

// groupOrder is the order of the statuses of a group. Those on one step may
// alternate.
var groupOrder = [][]model.Word{
	{model.Proposed}, {model.Planned}, {model.Establishing}, {model.Established},
	{model.Active, model.Dormant}, {model.WindingUp}, {registry.Closed},
}

// stepOf is the step of the order that a status is on; -1 for one that is none.
func stepOf(status model.Word) int {
	return slices.IndexFunc(groupOrder, func(step []model.Word) bool { return slices.Contains(step, status) })
}

// wentBack tells whether a group is at an earlier status after a change than
// before it, on the day of the comparison. told is false where the older
// snapshot tells no status that it could leave.
func wentBack(d *change.Diff, base, head *model.Group) (back truth.Value, told bool) {
	before, after := d.Base.GroupStatus(base), d.Head.GroupStatus(head)
	if len(base.History.Items) == 0 && before.State != registry.Closed && len(before.Possible) == 0 {
		return truth.No, false
	}
	if len(before.Possible) > 0 {
		return truth.CannotTell, true
	}
	back = truth.Of(stepOf(after.State) < stepOf(before.State))
	for _, p := range after.Possible {
		if truth.Of(stepOf(p) < stepOf(before.State)) != back {
			back = truth.CannotTell
		}
	}
	return back, true
}

func judgeStatus(d *change.Diff, r *rule.Report, c *change.Record, base, head *model.Group) {
	var edits []*change.Edit
	for i := range c.Edits {
		if e := &c.Edits[i]; (topKey(e) == "history" || topKey(e) == "ended") && !aside(e) {
			edits = append(edits, e)
		}
	}
	back, told := wentBack(d, base, head)
	if len(edits) == 0 || !told {
		return
	}
	before, after := d.Base.GroupStatus(base), d.Head.GroupStatus(head)
	outcome := back.Not()
	if outcome == truth.No && stepOf(before.State) >= stepOf(model.WindingUp) {
		outcome = revived(d, edits, after.State)
	}
	r.Judge(outcome, func() *rule.Finding {
		variant := ""
		if before.Since.IsZero() {
			variant = "undated"
		}
		return foundAt(c, variant, edits, text.Args{
			"group": shortName(d.Head, head.Ref), "since": before.Since,
			"before": phrase.State(model.GroupKind, before.State), "after": phrase.State(model.GroupKind, after.State),
		})
	})
}

// revived tells whether a new entry of a group's history brings it to a status
// by a decision that is taken.
func revived(d *change.Diff, edits []*change.Edit, status model.Word) truth.Value {
	taken := truth.No
	for _, e := range edits {
		_, in := entries[model.Milestone](e)
		for _, m := range in {
			if m.Status.V == status {
				taken = truth.Or(taken, decisionTaken(d, m.Decision))
			}
		}
	}
	return taken
}

// isFinal reports whether a decision of a state has been taken, for or against.
func isFinal(state model.Val[model.Word]) bool {
	return state.V == model.Decided || state.V == model.Rejected
}

func judgeState(d *change.Diff, r *rule.Report, c *change.Record, base, head *model.Decision) {
	for i := range c.Edits {
		e := &c.Edits[i]
		if topKey(e) != "state" || !head.State.Given() {
			continue
		}
		if isFinal(head.State) {
			r.Holds() // another answer is for decision-rewritten
			continue
		}
		f := rule.FoundAs("decision", where(c, e), text.Args{
			"decision": nameOf(d, head), "before": phrase.Word("decision-state", base.State.V), "after": phrase.Word("decision-state", head.State.V),
		})
		f.Remedy = text.Both{
			Sv: "Återställ det som stod. Har beslutet rivits upp, ange ended på det och skriv det nya som en egen post.",
			En: "Restore what stood there. If the decision was reversed, give ended on it and write the new one as a record of its own.",
		}
		r.Violated(f)
	}
}
