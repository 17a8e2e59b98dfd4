package registry

import (
	"math"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Widened returns the bounds of a number, wider where it is approximate. ok is
// false where it is, and no tolerance is set.
func (r *Registry) Widened(n model.Number) (low, high float64, ok bool) {
	if !n.Approx {
		return n.Min, n.Max, true
	}
	tolerance, ok := r.thresholds().ApproxTolerance.Get()
	return n.Min * (1 - tolerance), n.Max * (1 + tolerance), ok
}

// Meets tells whether a number may be what a parameter of the guideline says.
func (v *View) Meets(n model.Number, expected Parameter[model.Number]) truth.Value {
	low, high, ok := v.Widened(n)
	least, most, also := v.Widened(expected.Value)
	if expected.Governs != truth.Yes || !ok || !also {
		return truth.CannotTell
	}
	return truth.Of(low <= most && least <= high)
}

// KeepsCadence tells whether a group held as many meetings in the year up to
// the view's day as it plans, within `thresholds.cadence_tolerance`, and how
// many it held.
func (v *View) KeepsCadence(g *model.Group, planned model.Number) (held model.Number, keeps truth.Value) {
	first := v.Day.Sub(edtf.Duration{Years: 1}) + 1
	count := v.HeldBetween(g.Ref, first, v.Day)
	held = model.Number{Min: float64(count.Yes), Max: float64(count.Yes + count.CannotTell)}
	if MeetingsComplete(g, first, v.Day) != truth.Yes {
		held.Max = math.Inf(1)
	}
	low, high, ok := v.Widened(planned)
	tolerance, set := v.thresholds().CadenceTolerance.Get()
	if !ok || !set {
		return held, truth.CannotTell
	}
	low, high = low*(1-tolerance), high*(1+tolerance)
	switch {
	case held.Min > high || held.Max < low:
		return held, truth.No
	case held.Min >= low && held.Max <= high:
		return held, truth.Yes
	}
	return held, truth.CannotTell
}
