package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Forums returns the groups that are forums, by id.
func (r *Registry) Forums() []*model.Group {
	var out []*model.Group
	for _, g := range r.Groups {
		if IsForum(g) {
			out = append(out, g)
		}
	}
	return out
}

// Is tells whether a status is one of some states.
func (st Status) Is(states ...model.Word) truth.Value {
	answer := truth.Of(slices.Contains(states, st.State))
	for _, p := range st.Possible {
		if slices.Contains(states, p) != (answer == truth.Yes) {
			return truth.CannotTell
		}
	}
	return answer
}

// IsActive tells whether a group is at work at the view's day: established or
// active.
func (v *View) IsActive(g *model.Group) truth.Value {
	return v.GroupStatus(g).Is(model.Established, model.Active)
}

// IsEstablished tells whether a group has been established by the view's day
// and has not ended, even if it rests. One without history has always been.
func (v *View) IsEstablished(g *model.Group) truth.Value {
	established := truth.Of(len(g.History.Items) == 0)
	for _, m := range g.History.Pointers() {
		if m.Status.V == model.Established || m.Status.V == model.Active {
			established = truth.Or(established, v.reached(g, m))
		}
	}
	return truth.And(established, v.HasEnded(g).Not())
}

// Life is the time in which a group may hold meetings, as far as it is known:
// from its first history entry that is establishing, established or active, to
// its end. What is dormant or winding up before that has lived for longer. A bound that is missing is none; one that is not known is the
// widest date, from Past to Future.
func (v *View) Life(g *model.Group) edtf.Period {
	var life edtf.Period
	unknown := edtf.Between(edtf.Past, edtf.Future)
	earliest, latest := edtf.Future, edtf.Future
	for _, m := range g.History.Pointers() {
		date, dated := m.Date.Get()
		switch m.Status.V {
		case model.Proposed, model.Planned:
			if life.From.IsZero() {
				life.From = unknown
			}
		case model.Establishing, model.Established, model.Active:
			switch {
			case dated:
				earliest, latest = min(earliest, date.Earliest()), min(latest, date.Latest())
			case m.Date.Is == model.Unknown || m.Due.Is == model.Absent:
				earliest = edtf.Past
			default:
				continue // only due
			}
			life.From = edtf.Between(earliest, latest)
		case model.Dormant, model.WindingUp: // it has lived before
			if life.From.IsZero() {
				return v.until(g, life)
			}
		}
	}
	return v.until(g, life)
}

// until ends the life of a group where it does.
func (v *View) until(g *model.Group, life edtf.Period) edtf.Period {
	unknown := edtf.Between(edtf.Past, edtf.Future)
	if ended, ok := g.Ended.Get(); ok {
		life.Until = unknown
		if ended.Date.Given() {
			life.Until = ended.Date.V
		}
	}
	return life
}

// Vouched tells whether what a record says of an attribute, without first or
// last day, is so at the view's day: from the date of its newest source, for as
// long as a source vouches for what changes hands. The entries that may have
// sources of their own are given from the outermost to the innermost.
func (v *View) Vouched(rec model.Record, attr string, entries ...*model.Evidence) truth.Value {
	return v.Holds(model.Span{}, CitationsWithin(rec, attr, entries...), Changing)
}

// Stale tells whether all sources that vouch for something are older than
// `thresholds.stale_after` at the view's day. Without dated sources, or without
// the threshold, nobody can tell.
func (v *View) Stale(cites Cited) truth.Value {
	after, limited := v.thresholds().StaleAfter.Get()
	newest := v.NewestSource(cites)
	if !limited || newest.IsZero() {
		return truth.CannotTell
	}
	switch {
	case newest.Latest().Add(after) < v.Day:
		return truth.Yes
	case newest.Earliest().Add(after) >= v.Day:
		return truth.No
	}
	return truth.CannotTell
}

// Recent reports whether an event is late enough to be told of: after the
// view's day less `thresholds.look_back`. on is false where the threshold is
// absent, and old events are then not judged at all.
func (v *View) Recent(date edtf.Date) (recent, on bool) {
	back, on := v.thresholds().LookBack.Get()
	return on && date.Latest() > v.Day.Sub(back), on
}

// HasSide tells whether a side has a seat among the ordinary ones of a group at
// the view's day, and whether one of its seats is filled. That it has none is
// certain only where the seats are said to be complete.
func (v *View) HasSide(g *model.Group, side model.Word) (seated, filled truth.Value) {
	if g.Seats.Is == model.None {
		return truth.No, truth.No
	}
	seated, filled = truth.No, truth.No
	if g.Seats.Is != model.Given || g.Seats.Open() || v.SeatsComplete(g) != truth.Yes {
		seated, filled = truth.CannotTell, truth.CannotTell
	}
	for _, s := range v.Seats(g) {
		if !s.Counts() || s.Side != side && s.Side != "" {
			continue
		}
		holds := s.Holds
		if s.Side == "" {
			holds = truth.And(holds, truth.CannotTell)
		}
		seated = truth.Or(seated, holds)
		filled = truth.Or(filled, truth.And(holds, v.Vacant(s).Not()))
	}
	return seated, filled
}

// IsPeriodic reports whether a channel of communication appears regularly.
func (r *Registry) IsPeriodic(channel model.Term) bool {
	for _, c := range r.Vocabulary.Channels.Pointers() {
		if c.ID.V == model.Slug(channel) {
			return c.Periodic.V
		}
	}
	return false
}
