package cli

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/rules"
	"github.com/vis-samverkan/vis/pkg/text"
)

// namedRule is a rule that a person named, about records or about changes.
type namedRule struct {
	*rule.Spec
	merged    *rule.Merged // what was named, where the rule decides that too
	ofChanges bool
}

// rule finds a rule by its id or number.
func (a *app) rule(id string) (namedRule, error) {
	for _, spelling := range []string{id, strings.ToLower(id), strings.ToUpper(id)} {
		if r, merged, ok := rules.Find(spelling); ok {
			return namedRule{Spec: r.Spec, merged: merged}, nil
		}
		if r, ok := review.Find(spelling); ok {
			return namedRule{Spec: r.Spec, ofChanges: true}, nil
		}
	}
	if near := text.Nearest(id, everyRuleID()); near != "" {
		return namedRule{}, a.usage(text.NoSuchRuleNear, text.Args{"value": id, "nearest": near})
	}
	return namedRule{}, a.usage(text.NoSuchRule, text.Args{"value": id})
}

// ruleIDs are the ids of the rules about records.
func ruleIDs() []string {
	var ids []string
	for _, r := range rules.Catalogue() {
		ids = append(ids, r.ID)
		for _, m := range r.Merged {
			ids = append(ids, m.ID)
		}
	}
	return ids
}

// changeRuleIDs are the ids of the rules about changes.
func changeRuleIDs() []string {
	var ids []string
	for _, r := range review.Catalogue() {
		ids = append(ids, r.ID)
	}
	return ids
}

// everyRuleID are the ids of all rules.
func everyRuleID() []string { return append(ruleIDs(), changeRuleIDs()...) }
