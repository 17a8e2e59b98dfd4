package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// LooseEnd is something that a group held when it closed and that nobody took
// over.
type LooseEnd struct {
	What   model.Word // see the constants
	Record model.Record
	Path   model.Path
	Name   model.Text // of the responsibility, or of the local group
	// Date is when the responsibility was handed over, or the first day of what
	// still points to the group; zero where it has none.
	Date edtf.Date
}

// What a group may leave behind.
const (
	LooseResponsibility model.Word = ""          // no receiver that is established
	LooseUntilLater     model.Word = "late"      // handed over only after the end
	LooseUnlisted       model.Word = "unlisted"  // nothing tells what the group was responsible for
	LooseAgreement      model.Word = "agreement" // the group is still responsible for it
	LooseLocal          model.Word = "local"     // a local group that still reports to the group
)

// PointingAt gives, for each group, the agreements that it is responsible for
// and the local groups that report to it at the view's day, for certain.
func (v *View) PointingAt() map[model.Ref][]LooseEnd {
	pointing := map[model.Ref][]LooseEnd{}
	for _, a := range v.Agreements {
		if v.HasLapsed(a) != truth.No || !Ours(a) {
			continue
		}
		for _, s := range v.StewardsAt(a, &a.Responsible, "responsible") {
			if s.Holds == truth.Yes {
				pointing[s.Group] = append(pointing[s.Group], LooseEnd{What: LooseAgreement, Record: a, Path: at("responsible", s.Index), Date: s.Entry.From.V})
			}
		}
	}
	for _, g := range v.Groups {
		if g.Type.V != "local" || v.Lives(g) != truth.Yes {
			continue
		}
		for i, to := range g.ReportsTo.All() {
			if v.Holds(to.Span, Citations(g, &to.Evidence, "reports_to"), Lasting) == truth.Yes {
				ref := to.To.V.Record()
				pointing[ref] = append(pointing[ref], LooseEnd{What: LooseLocal, Record: g, Path: at("reports_to", i), Name: v.ShortName(g), Date: to.From.V})
			}
		}
	}
	return pointing
}

// HandedOver tells whether everything that a group held had been handed over
// when it closed, and what had not. pointing is what still points to it at the
// view's day. Responsibilities that are not listed count as not handed over.
func (v *View) HandedOver(g *model.Group, pointing []LooseEnd) (covered truth.Value, loose []LooseEnd) {
	end := g.Ended.V.Date.V
	switch {
	case g.Responsibilities.Is == model.Absent:
		covered, loose = truth.No, []LooseEnd{{What: LooseUnlisted, Record: g, Path: at("responsibilities")}}
	case g.Responsibilities.Open():
		covered = truth.CannotTell
	default:
		covered = truth.Yes
	}
	on := v
	if !end.IsZero() && end.Latest() < v.Day {
		on = v.On(end.Latest())
	}
	for i, resp := range g.Responsibilities.Pointers() {
		received := on.TakenOver(resp)
		covered = truth.And(covered, received)
		if received == truth.No {
			loose = append(loose, LooseEnd{What: LooseResponsibility, Record: g, Path: at("responsibilities", i, "to"), Name: ResponsibilityName(resp)})
			continue
		}
		if transferred, ok := resp.Transferred.Get(); ok && !end.IsZero() {
			inTime := edtf.NotAfter(transferred, end)
			covered = truth.And(covered, inTime)
			if inTime == truth.No {
				loose = append(loose, LooseEnd{What: LooseUntilLater, Record: g, Path: at("responsibilities", i, "transferred"), Name: ResponsibilityName(resp), Date: transferred})
			}
		}
	}
	for _, l := range pointing {
		if !l.Date.IsZero() && edtf.Before(end, l.Date) == truth.Yes {
			continue // it began after the end, which is another fault
		}
		covered, loose = truth.No, append(loose, l)
	}
	return covered, loose
}

// TakenOver tells whether a responsibility has a receiver that is established at
// the view's day. Receivers that are only proposed or consulted are none.
func (v *View) TakenOver(resp *model.Responsibility) truth.Value {
	has := truth.No
	if resp.To.Open() {
		has = truth.CannotTell
	}
	for _, to := range resp.To.All() {
		g, ok := v.Group(to.Group.V)
		switch {
		case to.Status.V == model.Proposed || to.Role.V == "consulted":
		case !ok:
			has = truth.Or(has, truth.CannotTell)
		default:
			has = truth.Or(has, v.IsEstablished(g))
		}
	}
	return has
}

// ResponsibilityName is what a responsibility is about, else its id.
func ResponsibilityName(resp *model.Responsibility) model.Text {
	if resp.What.Given() {
		return resp.What.V
	}
	return model.Text{Sv: string(resp.ID.V), En: string(resp.ID.V)}
}
