package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
)

// agreement is an agreement that both snapshots have.
type agreement struct {
	*change.Record // nil where its own file did not change
	base, head     *model.Agreement
}

// at is a place in the newer snapshot.
func (a agreement) at(parts ...any) rule.Place { return rule.At(a.head, parts...) }

// edited returns the edits inside the agreement.
func (a agreement) edited() []change.Edit {
	if a.Record == nil {
		return nil
	}
	return a.Edits
}

// touches reports whether an attribute of the agreement itself changed.
func (a agreement) touches(key string) bool {
	for _, e := range a.edited() {
		if p := e.Path(); len(p) > 0 && p[0].Key == key {
			return true
		}
	}
	return false
}

// changedAgreements are the agreements of the parties whose own file changed.
// External ones are not theirs to change.
func changedAgreements(d *change.Diff) []agreement {
	var out []agreement
	for _, c := range d.Records {
		base, ok := c.Base.(*model.Agreement)
		head, ok2 := c.Head.(*model.Agreement)
		if ok && ok2 && !(base.External.V && head.External.V) {
			out = append(out, agreement{c, base, head})
		}
	}
	return out
}

// affectedAgreements are those that the change may have another status or other
// parties of: those whose own file changed, those that supplement one of them,
// and every agreement where something changed that all of them may rest on.
func affectedAgreements(d *change.Diff) []agreement {
	changed := changedAgreements(d)
	seen := map[*model.Agreement]bool{}
	for _, a := range changed {
		seen[a.head] = true
	}
	add := func(base *model.Agreement) {
		head, ok := registry.Find[*model.Agreement](d.Head.Registry, d.Now(base.Ref))
		if ok && !seen[head] && !(base.External.V && head.External.V) {
			seen[head] = true
			changed = append(changed, agreement{nil, base, head})
		}
	}
	for _, c := range d.Records {
		switch c.Kind {
		case model.SourceKind, model.OrganizationKind, model.DecisionKind, model.Manifest:
			for _, base := range d.Base.Agreements {
				add(base)
			}
			return changed
		case model.AgreementKind:
			for _, ref := range d.Base.Referrers(c.Was) {
				if base, ok := registry.Find[*model.Agreement](d.Base.Registry, ref); ok && base.Supplements.V == c.Was {
					add(base)
				}
			}
		}
	}
	return changed
}
