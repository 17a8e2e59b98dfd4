package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// guideline takes in what a guideline that is in force sets a time for: when the
// core of the process office takes office, and when the consultation groups are
// to be established.
func (c *deadlines) guideline(g *model.Guideline) {
	if c.GuidelineInForce(g) != truth.Yes {
		return
	}
	if office, ok := c.Office(); ok {
		core := &g.Core.V
		if from := core.Value.V.From; g.Core.Given() && core.Value.Given() && from.Given() {
			d := Deadline{
				Path: model.Path{}.At("core", "value", "from"), Due: from.V, Thing: c.Name(office),
				Sources: Citations(g, &core.Evidence, "core.value.from"),
			}
			if c.byParameter(&d, core.Status, core.Decision) {
				c.add("core", g, d, c.coreHeld(office, core.Value.V).unless(c.HasEnded(office)))
			}
		}
	}
	window := &g.EstablishmentWindow.V
	if when := window.Value; g.EstablishmentWindow.Given() && when.Given() {
		d := Deadline{
			Path: model.Path{}.At("establishment_window", "value"), Due: when.V, Thing: c.ShortName(g),
			Sources: Citations(g, &window.Evidence, "establishment_window.value"),
		}
		groups := c.ConsultationGroups()
		if groups.Governs == truth.Yes && groups.Guideline == g && c.byParameter(&d, window.Status, window.Decision) {
			c.add("establishment", g, d, c.allEstablished(groups.Value))
		}
	}
}

// byParameter tells that a parameter of the guideline sets a deadline: one that
// is proposed, and whose decision is not taken, only proposes it. It reports
// whether the parameter is one that sets a time at all.
func (c *deadlines) byParameter(d *Deadline, status model.Val[model.Word], decision model.Val[model.Ref]) bool {
	c.set(d, decision)
	if status.V == model.Proposed && !decision.Given() {
		d.Proposed = true
	}
	return status.V == model.Proposed || status.V == model.Decided
}

// coreHeld tells whether the seats of the core are filled on both sides, and
// since when: from the day on which each side had as many as it is to have.
// Seats whose decision is only proposed are none. Where some are filled and
// others not, the core may have been whole before.
func (c *deadlines) coreHeld(office *model.Group, core model.Core) answer {
	a := answer{is: model.Given, at: Happening{office.Ref, model.Path{}.At("seats"), edtf.Date{}}, ended: truth.No}
	dated, some := true, false
	for _, side := range []model.Word{model.Region, model.Municipal} {
		least := 1
		if core.PerSide.Given() {
			least = core.PerSide.V
		}
		n := c.Tallied(office, func(s SeatAt) truth.Value {
			return truth.And(truth.Of(s.Seat.Role.V == model.CoreRole), truth.Of(s.Side == side), c.Vacant(s).Not())
		})
		some = some || n.Min > 0
		switch {
		case n.Min >= float64(least):
			since, ok := c.coreSince(office, side, least)
			dated = dated && ok
			if a.date.IsZero() || edtf.Order(a.date, since) < 0 {
				a.date = since
			}
		case n.Max >= float64(least):
			a.is = model.Unknown
		case a.is == model.Given:
			a.is = model.Absent
		}
	}
	if a.is == model.Absent && some {
		a.is = model.Unknown
	}
	if !dated {
		a.date = edtf.Date{}
	}
	a.at.Date = a.date
	return a
}

// coreSince is the first day of the nth seat that a side got in the core. ok is
// false where the days of its seats do not tell.
func (c *deadlines) coreSince(office *model.Group, side model.Word, nth int) (since edtf.Date, ok bool) {
	var days []edtf.Date
	for _, s := range office.Seats.Pointers() {
		from, given := s.From.Get()
		if s.Role.V != model.CoreRole || s.Side.V != side {
			continue
		}
		if !given || s.Count.Given() || s.Count.Is == model.Unknown {
			return since, false
		}
		if c.runs(model.Span{From: s.From}, s.Decision, Cited{}, Lasting) == truth.Yes {
			days = append(days, from)
		}
	}
	if len(days) < nth {
		return since, false
	}
	slices.SortFunc(days, edtf.Order)
	return days[nth-1], true
}

// allEstablished tells whether every one of some groups has been established,
// and when the last of them was.
func (c *deadlines) allEstablished(groups []model.Ref) answer {
	a := answer{is: model.Given, ended: truth.No}
	for _, ref := range groups {
		g, ok := c.Group(ref)
		if !ok {
			return answer{is: model.Unknown}
		}
		date, i, dated := c.EstablishedBy(g)
		switch established := c.IsEstablished(g); {
		case dated:
			if a.date.IsZero() || edtf.Order(a.date, date) < 0 {
				a.date, a.at = date, Happening{g.Ref, model.Path{}.At("history", i, "date"), date}
			}
		case established == truth.No:
			return answer{is: model.Absent, ended: truth.No}
		default:
			a.is = model.Unknown
		}
	}
	return a
}
