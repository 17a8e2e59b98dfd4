package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var severityLowered = Rule{
	Spec: &rule.Spec{
		ID: "severity-lowered", Severity: rule.Info, Profile: rule.Basic,
		Title: text.Both{
			Sv: "En regel som får en lägre allvarlighetsgrad eller stängs av syns i granskningen.",
			En: "A rule that gets a lower severity, or is turned off, is seen in the review.",
		},
		Why: text.Both{
			Sv: "Registret får ha egna allvarlighetsgrader (severity i vis.yaml), men den som granskar ska se när en regel släpps efter. Regeln jämför den grad som gäller före och efter ändringen: den egna om det finns en, annars regelns. I granskningen av just den här ändringen gäller alltid den strängare av de två. Känner verktyget inte till regeln går det bara att avgöra om den stängs av.",
			En: "The registry may have severities of its own (severity in vis.yaml), but whoever reviews should see when a rule is eased. The rule compares the severity before and after the change: the registry's own if it has one, otherwise the rule's. In the review of this very change the stricter of the two always counts. Where the tool does not know the rule, nobody can tell unless it is turned off.",
		},
		Remedy: text.Both{
			Sv: "Inget behöver åtgärdas om skälet står i ändringen. Gäller det bara enstaka fynd godtas de i stället i acknowledged.yaml, så att regeln står kvar för andra.",
			En: "Nothing needs to be done where the change gives the reason. Where it is about single findings, accept them in acknowledged.yaml instead, so that the rule stays for others.",
		},
		Messages: map[string]text.Both{
			"":    {Sv: "regeln {rule} ger {after} i stället för {before}", En: "the rule {rule} gives {after} instead of {before}"},
			"off": {Sv: "regeln {rule} stängs av", En: "the rule {rule} is turned off"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			if c.Kind != model.Manifest {
				continue
			}
			for i := range c.Edits {
				if e := &c.Edits[i]; topKey(e) == "severity" {
					judgeSeverity(d, r, c, e)
				}
			}
		}
	},
}

// judgeSeverity judges the rules whose own severity an edit changes.
func judgeSeverity(d *change.Diff, r *rule.Report, c *change.Record, e *change.Edit) {
	for _, id := range rowsOf(e) {
		was, known := ownSeverity(d.Base.Manifest, id)
		is, known2 := ownSeverity(d.Head.Manifest, id)
		usual, listed := r.Weights[id]
		if !known {
			was = usual
		}
		if !known2 {
			is = usual
		}
		switch {
		case is == rule.Off && known2 && (was != rule.Off || !known):
			r.Violated(rule.FoundAs("off", where(c, e), text.Args{"rule": id}, id))
		case !listed && !(known && known2):
			r.CannotTell()
		case is < was:
			r.Violated(rule.Found(where(c, e), text.Args{
				"rule": id, "before": phrase.Word("severity", model.Word(was.String())), "after": phrase.Word("severity", model.Word(is.String())),
			}, id))
		default:
			r.Holds()
		}
	}
}

// rowsOf are the keys of the rows of a table that an edit is of.
func rowsOf(e *change.Edit) []string {
	var keys []string
	for _, a := range []*model.Attribute{e.Before, e.After} {
		switch {
		case a == nil:
		case a.Key != "":
			return []string{a.Key}
		default:
			for i := range a.Parts {
				keys = append(keys, a.Parts[i].Key)
			}
		}
	}
	return keys
}

// ownSeverity is the severity that vis.yaml gives a rule.
func ownSeverity(m *model.ManifestFile, id string) (s rule.Severity, ok bool) {
	set, found := m.Severity.Get(id)
	if !found || !set.Given() {
		return rule.Off, false
	}
	return rule.ParseSeverity(string(set.V))
}
