package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Effect is something that takes effect by a decision: a name, a status, a
// seat, a responsibility, a parameter of the guideline.
type Effect struct {
	What     model.Word // which of them; see the constants
	Record   model.Record
	Path     model.Path // of what takes effect
	Decision model.Ref
	Since    edtf.Date // its own first day; zero where it gives none
	// Claimed tells whether the registry says that it has come about by the
	// view's day, whatever has become of the decision. A first day alone is a
	// plan until the decision is taken, where nothing else says that it came.
	Claimed truth.Value
}

// What takes effect by a decision.
const (
	EffectName       model.Word = "name"
	EffectStatus     model.Word = "status"
	EffectEnd        model.Word = "end"
	EffectSeat       model.Word = "seat"
	EffectMembership model.Word = "membership"
	EffectApproval   model.Word = "approval"
	EffectReporting  model.Word = "reporting"
	EffectSteward    model.Word = "steward"
	EffectParty      model.Word = "party"
	EffectEntry      model.Word = "entry"
	EffectHandover   model.Word = "handover"
	EffectGuideline  model.Word = "guideline"
	EffectParameter  model.Word = "parameter"
)

// Effects returns everything in the registry that takes effect by a decision
// that has a record, in the order of the records.
func (v *View) Effects() []Effect {
	c := effects{View: v}
	for _, rec := range v.records {
		c.rec = rec
		if ended, ok := rec.Base().Ended.Get(); ok {
			over := truth.No
			if ended.Date.Given() {
				over = ended.Date.V.Ended(v.Day)
			}
			c.add(EffectEnd, ended.Decision, ended.Date, over, "ended")
		}
		switch rec := rec.(type) {
		case *model.Organization:
			c.names(rec.Names)
		case *model.Group:
			c.names(rec.Names)
			c.group(rec)
		case *model.Representative:
			c.names(rec.Names)
			c.memberships(rec)
		case *model.Agreement:
			c.agreement(rec)
		case *model.Guideline:
			c.names(rec.Names)
			c.guideline(rec)
		}
	}
	return c.found
}

// effects collects.
type effects struct {
	*View
	rec   model.Record
	found []Effect
}

func (c *effects) add(what model.Word, decision model.Val[model.Ref], since model.Val[edtf.Date], claimed truth.Value, path ...any) {
	ref, ok := decision.Get()
	if !ok {
		return
	}
	if _, ok := c.Decision(ref); ok {
		c.found = append(c.found, Effect{what, c.rec, model.Path{}.At(path...), ref, since.V, claimed})
	}
}

// came tells whether a day has come, as far as it is written.
func (c *effects) came(day model.Val[edtf.Date]) truth.Value {
	if !day.Given() {
		return truth.No
	}
	return day.V.Begun(c.Day)
}

func (c *effects) names(names model.List[model.Name]) {
	for i, n := range names.Pointers() {
		c.add(EffectName, n.Decision, n.From, c.came(n.From), "names", i)
	}
}

func (c *effects) group(g *model.Group) {
	for i, r := range g.ReportsTo.Pointers() {
		c.add(EffectReporting, r.Decision, r.From, c.came(r.From), "reports_to", i)
	}
	for i, s := range g.Seats.Pointers() {
		c.add(EffectSeat, s.Decision, s.From, c.filled(g, s), "seats", i)
	}
	for i, m := range g.History.Pointers() {
		since, claimed := m.Date, c.came(m.Date)
		if m.Status.V == model.Proposed || m.Status.V == model.Planned {
			since, claimed = model.Val[edtf.Date]{}, truth.No // nothing has taken effect
		}
		c.add(EffectStatus, m.Decision, since, claimed, "history", i)
	}
	for i, r := range g.Responsibilities.Pointers() {
		c.add(EffectHandover, r.Decision, r.Transferred, c.came(r.Transferred), "responsibilities", i)
	}
}

// filled tells whether the registry says that somebody has a seat: by a
// membership that has begun, or by saying that it is filled.
func (c *effects) filled(g *model.Group, s *model.Seat) truth.Value {
	held := truth.No
	for _, h := range c.Holders(g.Ref, s.ID.V) {
		if m := h.Membership; !m.Decision.Given() || c.Decided(m.Decision.V) != truth.No {
			held = truth.Or(held, c.came(m.From))
		}
	}
	if s.Holder.Is == model.Unknown {
		begun := truth.Yes
		if s.From.Given() {
			begun = s.From.V.Begun(c.Day)
		}
		held = truth.Or(held, begun)
	}
	return held
}

func (c *effects) memberships(p *model.Representative) {
	for i, m := range p.Memberships.Pointers() {
		c.add(EffectMembership, m.Decision, m.From, c.came(m.From), "memberships", i)
		approved := &m.ApprovedBy.V
		c.add(EffectApproval, approved.Decision, approved.Date, c.came(approved.Date), "memberships", i, "approved_by")
	}
}

func (c *effects) agreement(a *model.Agreement) {
	for _, list := range []struct {
		key     string
		entries *model.List[model.Steward]
	}{{"responsible", &a.Responsible}, {"consulted", &a.Consulted}} {
		for i, s := range list.entries.Pointers() {
			settled := truth.Of(s.Status.V == model.Stated || s.Status.V == model.Decided)
			if s.From.Given() {
				settled = truth.And(settled, s.From.V.Begun(c.Day))
			}
			c.add(EffectSteward, s.Decision, s.From, settled, list.key, i)
		}
	}
	for i, p := range a.Parties.Pointers() {
		c.add(EffectParty, p.Decision, p.From, c.came(p.From), "parties", i)
	}
	entry := &a.EntryIntoForce.V
	c.add(EffectEntry, entry.Decision, entry.Actual, c.came(entry.Actual), "entry_into_force")
	for i, r := range a.Revisions.Pointers() {
		entry := &r.EntryIntoForce.V
		decision := entry.Decision
		if !decision.Given() {
			decision = r.Decision
		}
		c.add(EffectEntry, decision, entry.Actual, c.came(entry.Actual), "revisions", i, "entry_into_force")
	}
}

func (c *effects) guideline(g *model.Guideline) {
	c.add(EffectGuideline, g.Decision, g.InForce.V.From, truth.No, "in_force")
	model.Walk(model.Fields(model.GuidelineKind), g, model.ClassMap, func(visit model.Visit) bool {
		s, ok := model.StandingOf(visit)
		if !ok {
			return true
		}
		settled := truth.Of(s.Status.V == model.Decided)
		if s.From.Given() {
			settled = truth.And(settled, s.From.V.Begun(c.Day))
		}
		path := visit.Path.At() // a copy
		if ref, named := s.Decision.Get(); named {
			if _, exists := c.Decision(ref); exists {
				c.found = append(c.found, Effect{EffectParameter, g, path, ref, s.From.V, settled})
			}
		}
		return false
	})
}

// IsPending tells whether a decision is a proposal that is known at the view's
// day and has not been decided: since the first dated step of the matter, or
// its newest source, and for as long as a source vouches for it.
func (v *View) IsPending(d *model.Decision) truth.Value {
	switch state, ok := d.State.Get(); {
	case !ok:
		return truth.CannotTell
	case state == model.Decided, state == model.Rejected:
		return truth.No
	}
	cites := Citations(d, nil, "state")
	known := v.NewestSource(cites)
	for _, step := range d.Chain.All() {
		if date, ok := step.Date.Get(); ok && (known.IsZero() || edtf.Order(date, known) < 0) {
			known = date
		}
	}
	if known.IsZero() {
		return truth.CannotTell
	}
	return truth.And(known.Begun(v.Day), v.heardOf(cites))
}
