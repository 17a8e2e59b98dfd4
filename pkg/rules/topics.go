package rules

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// topics is a part of terms of reference with one row for each term that the
// guideline lists: purposes, duties, areas of knowledge governance.
type topics struct {
	key    string // of the part, and of the list in the vocabulary
	table  *model.Table[model.Content]
	wanted []model.Term
	exact  bool // whether it may have no others
	// severity and basis of the findings.
	severity rule.Severity
	basis    rule.Related
}

// judgeTopics judges whether a part of a group's terms of reference has what
// the guideline lists. A row that says that there is no content, and why, has
// been thought of and counts. The variants are "" for one that is missing,
// "extra" for one that the guideline does not list, and "none".
func judgeTopics(v *registry.View, r *rule.Report, g *model.Group, t topics) {
	place := func(parts ...any) rule.Place {
		return rule.At(g, append([]any{"terms_of_reference", t.key}, parts...)...)
	}
	group := phrase.Both(v.ShortName(g))
	var found []*rule.Finding
	tell := func(f *rule.Finding) {
		f.Severity, f.Related = t.severity, []rule.Related{t.basis}
		found = append(found, f)
	}
	outcome := truth.Yes
	switch t.table.Is {
	case model.NotApplicable:
		return
	case model.None:
		tell(rule.FoundAs("none", place(), text.Args{"group": group}))
	case model.Absent, model.Unknown:
		outcome = truth.CannotTell
	default:
		for _, id := range t.wanted {
			row, ok := t.table.Get(string(id))
			switch {
			case !ok || row.Is == model.None && !explained(row.Why):
				tell(rule.Found(place(), text.Args{"group": group, "term": phrase.Terms(v, t.key, []model.Term{id})}, string(id)))
			case row.Is == model.Unknown:
				outcome = truth.CannotTell
			}
		}
		for _, row := range t.table.Rows {
			if t.exact && row.Val.Is != model.None && !slices.Contains(t.wanted, model.Term(row.Key)) {
				tell(rule.FoundAs("extra", place(row.Key), text.Args{"group": group, "term": phrase.Terms(v, t.key, []model.Term{model.Term(row.Key)})}))
			}
		}
	}
	if len(found) > 0 {
		r.Violated(found...)
		return
	}
	r.Judge(outcome, nil)
}

// explained reports whether the long form of an answer gives a reason.
func explained(w *model.Why) bool { return w != nil && w.Reason.Given() }
