package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// refer takes in the decisions that a changed part refers to.
func (t *Touched) refer(d *change.Diff, brought []*model.Decision, matter model.Word, e *change.Edit) {
	if t.before == nil {
		t.own, t.before = ownDecisions(t.Record, matter), map[model.Ref]bool{}
		older, _ := t.Record.Trees()
		decisionsWithin(older, t.before)
	}
	named := decisionsAround(t.Record, matter, e)
	if len(named) == 0 {
		named = t.own
	}
	if p, ok := t.Record.Head.(*model.Representative); ok && e != nil && !given(named) {
		named = append(slices.Clone(named), seatDecisions(d, p, e)...)
	}
	if !given(named) {
		named = append(slices.Clone(named), concerning(brought, t.Record, matter)...)
	}
	switch {
	case given(named):
	case slices.ContainsFunc(named, func(v model.Val[model.Ref]) bool { return v.Is == model.Unknown }):
		t.Unfound = true
	case e != nil && e.What == change.Went:
		t.left = true
	default:
		t.Without = true
	}
	for _, v := range named {
		known := slices.ContainsFunc(t.Decisions, func(r Referred) bool { return r.Decision == v.V })
		if v.Given() && !known {
			t.Decisions = append(t.Decisions, Referred{v.V, d.Head.Decided(v.V), d.Head.CompetentlyDecided(v.V), t.isOld(brought, e, v.V)})
		}
	}
}

// isOld reports whether a record referred to a decision before, in a part that
// stood there before, and the decision is as it was.
func (t *Touched) isOld(brought []*model.Decision, e *change.Edit, decision model.Ref) bool {
	if e == nil || e.What == change.Came && e.After.Entry != nil && given(decisionsIn(e.After.Parts, true)) {
		return false
	}
	if slices.ContainsFunc(brought, func(dec *model.Decision) bool { return dec.Ref == decision.Record() }) {
		return false
	}
	return t.before[decision]
}

// decisionsWithin takes in the decisions that some attributes refer to.
func decisionsWithin(parts []model.Attribute, into map[model.Ref]bool) {
	for i := range parts {
		if ref, ok := parts[i].Value.(*model.Ref); ok && parts[i].Field.Key == "decision" {
			into[*ref] = true
		}
		decisionsWithin(parts[i].Parts, into)
	}
}

// namesIn lists what records are called, those that are gone too.
func namesIn(d *change.Diff, refs []model.Ref) text.Both {
	for _, ref := range refs {
		if _, ok := d.Head.Record(ref); !ok {
			return phrase.Names(d.Base, refs)
		}
	}
	return phrase.Names(d.Head, refs)
}

func given(list []model.Val[model.Ref]) bool {
	return slices.ContainsFunc(list, model.Val[model.Ref].Given)
}

// decisionsAround are the decisions that the innermost part around an edit names.
func decisionsAround(c *change.Record, matter model.Word, e *change.Edit) []model.Val[model.Ref] {
	var way []*model.Attribute
	switch {
	case e == nil || c.Head == nil:
	case e.Head != nil:
		way = along(c, c.Head, e.Head)
	default:
		way = along(c, c.Head, e.Outside())
	}
	for i := len(way) - 1; i >= 0; i-- {
		if ref, ok := way[i].Value.(*model.Ref); ok && matter == "priority" {
			return []model.Val[model.Ref]{model.Some(*ref)}
		}
		if found := decisionsIn(way[i].Parts, way[i].Entry != nil); len(found) > 0 {
			return found
		}
	}
	return nil
}

// ownDecisions are the decisions that a record names for itself.
func ownDecisions(c *change.Record, matter model.Word) []model.Val[model.Ref] {
	switch rec := c.Head.(type) {
	case *model.Plan:
		return []model.Val[model.Ref]{rec.Decision}
	case *model.Guideline:
		return []model.Val[model.Ref]{rec.Decision}
	case *model.Agreement:
		return versionDecisions(c, rec)
	case *model.Group:
		return beginningDecisions(rec, matter)
	}
	return nil
}

// decisionsIn are the decisions that a map names, in its own key or in those of
// what approves it or consents to it.
func decisionsIn(parts []model.Attribute, isMap bool) []model.Val[model.Ref] {
	var out []model.Val[model.Ref]
	for i := range parts {
		a := &parts[i]
		switch {
		case !isMap:
		case a.Field.Key == "decision":
			v := model.Val[model.Ref]{Is: a.Answer}
			if ref, ok := a.Value.(*model.Ref); ok {
				v.V = *ref
			}
			out = append(out, v)
		case a.Field.Key == "approved_by":
			out = append(out, decisionsIn(a.Parts, true)...)
		case a.Field.Key == "consents":
			for j := range a.Parts {
				out = append(out, decisionsIn(a.Parts[j].Parts, true)...)
			}
		}
	}
	return out
}

// versionDecisions are those on the versions that a change adds to an agreement.
func versionDecisions(c *change.Record, head *model.Agreement) []model.Val[model.Ref] {
	var out []model.Val[model.Ref]
	old := map[string]bool{}
	if base, ok := c.Base.(*model.Agreement); ok {
		for _, rev := range base.Revisions.Pointers() {
			old[rev.Version.V] = true
		}
	}
	for _, rev := range head.Revisions.Pointers() {
		if !old[rev.Version.V] {
			out = append(out, rev.Decision)
		}
	}
	return out
}

// beginningDecisions are those on a new group: of its statuses.
func beginningDecisions(g *model.Group, matter model.Word) []model.Val[model.Ref] {
	var out []model.Val[model.Ref]
	if matter == newGroupMatter {
		for _, m := range g.History.All() {
			out = append(out, m.Decision)
		}
	}
	return out
}

// seatDecisions are those on the seats of memberships that name none.
func seatDecisions(d *change.Diff, p *model.Representative, e *change.Edit) []model.Val[model.Ref] {
	var out []model.Val[model.Ref]
	for _, m := range memberships(e) {
		if t, ok := d.Head.Staffing(registry.Seating{Representative: p, Membership: m}); ok && t.Decision.Is != model.Absent {
			out = append(out, t.Decision)
		}
	}
	return out
}

// concerning are those of some decisions that concern a record in a matter.
func concerning(decisions []*model.Decision, c *change.Record, matter model.Word) []model.Val[model.Ref] {
	var out []model.Val[model.Ref]
	for _, dec := range decisions {
		if dec.Matter.Given() && dec.Matter.V != matter {
			continue
		}
		for _, ref := range dec.Concerns.All() {
			if ref.Record() == c.Ref() {
				out = append(out, model.Some(dec.Ref))
			}
		}
	}
	return out
}
