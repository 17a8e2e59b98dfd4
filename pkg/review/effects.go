package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Effects is what follows from a change at the view's day, where it differs.
type Effects struct {
	Figures  []Figure
	Statuses []StatusChange
	Seats    []SeatChange
}

// Figure is a metric that a change alters: its value, or whether that is known.
// Where it is not known in either snapshot, only what is certain counts.
type Figure struct {
	Metric        string
	Before, After registry.Measure
	// Gained and Lost are the records that count for certain in one snapshot and
	// not in the other.
	Gained, Lost []model.Ref
}

// StatusChange is a derived status that a change alters, of a record that both
// snapshots have.
type StatusChange struct {
	Ref           model.Ref
	Before, After registry.Status
}

// SeatChange is a seat that a change fills or empties.
type SeatChange struct {
	Group  model.Ref
	Seat   model.Slug
	Vacant bool // it is empty in the newer snapshot
}

// Follow computes what follows from a change. Both snapshots are looked at on
// the day of their views.
func Follow(d *change.Diff) *Effects {
	e := &Effects{}
	if len(d.Records) == 0 {
		return e
	}
	e.figures(d)
	e.statuses(d)
	e.seats(d)
	return e
}

func (e *Effects) figures(d *change.Diff) {
	for _, name := range registry.MetricNames() {
		before, _ := d.Base.Metric(name, registry.Scope{})
		after, _ := d.Head.Metric(name, registry.Scope{})
		unsure := before.Min < before.Max && after.Min < after.Max
		if before.Min == after.Min && (before.Max == after.Max || unsure) {
			continue
		}
		f := Figure{Metric: name, Before: before, After: after}
		if !registry.IsShare(name) {
			f.Gained, f.Lost = without(after.Counted, before.Counted), without(before.Counted, after.Counted)
		}
		if !slices.ContainsFunc(e.Figures, f.repeats) {
			e.Figures = append(e.Figures, f)
		}
	}
}

// repeats reports whether another figure says the same: the roles, and the sum
// of the roles by side.
func (f *Figure) repeats(other Figure) bool {
	return f.Before.Min == other.Before.Min && f.Before.Max == other.Before.Max &&
		f.After.Min == other.After.Min && f.After.Max == other.After.Max &&
		len(f.Gained)+len(f.Lost) > 0 && slices.Equal(f.Gained, other.Gained) && slices.Equal(f.Lost, other.Lost)
}

// without is the references that only the first list has, each once.
func without(refs, others []model.Ref) []model.Ref {
	have := map[model.Ref]bool{}
	for _, r := range others {
		have[r] = true
	}
	var out []model.Ref
	for _, r := range refs {
		if !have[r] && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// statuses compares the derived statuses of the records that both have. A
// status may change though its record does not: a decision that it rests on did.
func (e *Effects) statuses(d *change.Diff) {
	for _, rec := range d.Head.Records() {
		was, ok := d.Base.Record(rec.Base().Ref)
		if !ok {
			continue
		}
		after, ok := d.Head.StatusOf(rec)
		if !ok {
			continue
		}
		before, _ := d.Base.StatusOf(was)
		if before.State != after.State || !slices.Equal(before.Possible, after.Possible) {
			e.Statuses = append(e.Statuses, StatusChange{rec.Base().Ref, before, after})
		}
	}
}

// seats compares the seats of the groups that both have: which ones the change
// fills, and which it leaves empty.
func (e *Effects) seats(d *change.Diff) {
	for _, g := range d.Head.Groups {
		was, ok := d.Base.Group(g.Ref)
		if !ok {
			continue
		}
		before := map[model.Slug]truth.Value{}
		for _, s := range d.Base.Seats(was) {
			before[s.Seat.ID.V] = d.Base.Vacant(s)
		}
		for _, s := range d.Head.Seats(g) {
			old, ok := before[s.Seat.ID.V]
			if now := d.Head.Vacant(s); ok && s.Seat.ID.Given() && now == old.Not() && now != truth.CannotTell {
				e.Seats = append(e.Seats, SeatChange{g.Ref, s.Seat.ID.V, now == truth.Yes})
			}
		}
	}
}
