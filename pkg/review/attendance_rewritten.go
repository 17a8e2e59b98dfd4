package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var attendanceRewritten = Rule{
	Spec: &rule.Spec{
		ID: "attendance-rewritten", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Den som har antecknats vid ett hållet möte står kvar.",
			En: "Whoever was recorded at a meeting that was held stays recorded.",
		},
		Why: text.Both{
			Sv: "Närvaron visar om båda sidor var med när en fråga avgjordes. Tas någon bort i efterhand, eller flyttas från närvarande till frånvarande, kan mötet se ut som något annat än det var. Regeln gäller möten som före ändringen var hållna. Att någon läggs till är ingen ändring, och att hela listan blir okänd har en egen regel. Är protokollet justerat gäller i stället minutes-changed-after-approval. Är mötets läge okänt går det inte att avgöra.",
			En: "Attendance shows whether both sides were there when a matter was settled. If somebody is removed afterwards, or moved from present to absent, the meeting may look like something else than it was. The rule covers meetings that were held before the change. That somebody is added is no change, and that the whole list becomes unknown has a rule of its own. Where the minutes have been approved, minutes-changed-after-approval applies instead. Where the status of the meeting is unknown, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Lägg tillbaka {person} i listan, eller ange i note vilken källa som visar att uppgiften var fel.",
			En: "Put {person} back in the list, or say in note which source shows that the record was wrong.",
		},
		Messages: map[string]text.Both{
			"":       {Sv: "{person} var antecknad som närvarande vid {meeting} och tas bort", En: "{person} was recorded as present at {meeting} and is removed"},
			"absent": {Sv: "{person} var antecknad som frånvarande vid {meeting} och tas bort", En: "{person} was recorded as absent from {meeting} and is removed"},
			"went":   {Sv: "{person} var antecknad som närvarande vid {meeting} och anges nu som frånvarande", En: "{person} was recorded as present at {meeting} and is now given as absent"},
			"came":   {Sv: "{person} var antecknad som frånvarande vid {meeting} och anges nu som närvarande", En: "{person} was recorded as absent from {meeting} and is now given as present"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			base, head, ok := versions[*model.Meeting](c)
			if !ok || d.Base.MinutesApproved(base) == truth.Yes || base.Status.V != model.Held && base.Status.Is != model.Unknown {
				continue
			}
			var found []*rule.Finding
			touched := false
			for i := range c.Edits {
				e := &c.Edits[i]
				if key := topKey(e); key != "present" && key != "absent" {
					continue
				}
				touched = true
				for _, ref := range takenOut(e) {
					found = append(found, rule.FoundAs(attended(e, head, ref), where(c, e), text.Args{
						"person": phrase.Name(d.Head, ref), "meeting": nameOf(d, head),
					}, ref.String()))
				}
			}
			switch {
			case !touched:
			case len(found) == 0:
				r.Holds()
			case base.Status.Is == model.Unknown:
				r.CannotTell()
			default:
				r.Violated(found...)
			}
		}
	},
}

// takenOut are the references that an edit takes out of a list. A list that
// becomes unknown takes nobody out: it no longer tells.
func takenOut(e *change.Edit) []model.Ref {
	if e.What != change.Went && e.What != change.Altered || e.Before == nil {
		return nil
	}
	var out []model.Ref
	for _, a := range append([]model.Attribute{*e.Before}, e.Before.Parts...) {
		if ref, ok := a.Value.(*model.Ref); ok {
			out = append(out, *ref)
		}
	}
	return out
}

// attended tells in which list a reference that was taken out of another is now.
func attended(e *change.Edit, head *model.Meeting, ref model.Ref) string {
	present := topKey(e) == "present"
	switch {
	case present && slices.Contains(head.Absent.Values(), ref):
		return "went"
	case present:
		return ""
	case slices.Contains(head.Present.Values(), ref):
		return "came"
	}
	return "absent"
}
