package registry

import (
	"github.com/vis-samverkan/vis/pkg/truth"
)

func municipalities(v *View, _ Scope) (m Measure) {
	m.Complete = truth.CannotTell
	for _, o := range v.Municipalities() {
		m.add(o.Ref, v.HasEnded(o).Not(), 1, 1)
	}
	for _, o := range v.MaybeMunicipalities() {
		m.add(o.Ref, truth.CannotTell, 1, 1)
	}
	if n, ok := v.Manifest.County.V.Municipalities.Get(); ok {
		m.Complete = truth.Of(int(m.Max) == n)
	}
	return m
}

// peopleInSeveralGroups counts those who have a role in more than one group.
func peopleInSeveralGroups(v *View, s Scope) (m Measure) {
	groups, complete := v.groupsOf(s)
	m.Complete = complete
	lives := map[string]truth.Value{}
	for _, g := range groups {
		lives[g.Group.Ref.ID] = g.Lives
		m.Complete = truth.And(m.Complete, v.MembershipsComplete(g.Group))
	}
	for _, p := range v.Representatives {
		in := map[string]truth.Value{}
		for i, ms := range p.Memberships.Pointers() {
			id := ms.Group.V.ID
			seating := Seating{p, ms, i}
			alive, inScope := lives[id]
			if !inScope || !v.Counts(seating) {
				continue
			}
			sits := truth.And(alive, v.Sits(seating))
			if old, known := in[id]; known {
				sits = truth.Or(old, sits)
			}
			in[id] = sits
		}
		var groups truth.Count
		for _, sits := range in {
			groups.Add(sits)
		}
		m.add(p.Ref, groups.AtLeast(2), 1, 1)
	}
	return m
}
