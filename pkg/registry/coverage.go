package registry

import (
	"github.com/vis-samverkan/vis/pkg/truth"
)

// SeatsAndMemberships counts every recorded seat and membership by whether it
// holds at the view's day. What cannot be told is most often a source that is
// too old to vouch for what changes hands.
func (v *View) SeatsAndMemberships() (c truth.Count) {
	for _, g := range v.Groups {
		for _, s := range g.Seats.Pointers() {
			c.Add(v.runs(s.Span, s.Decision, Citations(g, &s.Evidence, "seats"), Changing))
		}
	}
	for _, p := range v.Representatives {
		for i, m := range p.Memberships.Pointers() {
			c.Add(v.Sits(Seating{p, m, i}))
		}
	}
	return c
}
