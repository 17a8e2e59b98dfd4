package registry

import (
	"cmp"
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Impact is what the establishment of a consultation group affects: the
// existing forums that are to leave something to it, and how many
// responsibilities that is. Receivers that are only proposed count; those that
// are to be consulted take nothing over.
type Impact struct {
	Group            *model.Group
	Forums           []model.Ref
	Responsibilities int
	// Open is how many responsibilities of existing forums have receivers that
	// are not known, and so may be the group's too.
	Open int
}

// Impacts returns what the establishment of each consultation group affects at
// the view's day, the least first: by forums, then by responsibilities. Equal
// ones stand in the order of their ids.
func (v *View) Impacts() []Impact {
	at := map[model.Ref]*Impact{}
	var out []*Impact
	for _, g := range v.ConsultationGroupRecords() {
		if v.HasEnded(g) == truth.Yes {
			continue
		}
		at[g.Ref] = &Impact{Group: g}
		out = append(out, at[g.Ref])
	}
	open := 0
	for _, g := range v.ReplaceableForums() {
		if v.HasEnded(g) == truth.Yes {
			continue
		}
		for _, resp := range g.Responsibilities.Pointers() {
			if resp.To.Is == model.Absent || resp.To.Open() {
				open++
			}
			var counted []model.Ref
			for _, to := range resp.To.All() {
				ref := to.Group.V.Record()
				i := at[ref]
				if i == nil || to.Role.V == "consulted" || slices.Contains(counted, ref) {
					continue
				}
				counted = append(counted, ref)
				i.Responsibilities++
				if !slices.Contains(i.Forums, g.Ref) {
					i.Forums = append(i.Forums, g.Ref)
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *Impact) int {
		return cmp.Or(cmp.Compare(len(a.Forums), len(b.Forums)), cmp.Compare(a.Responsibilities, b.Responsibilities))
	})
	var impacts []Impact
	for _, i := range out {
		i.Open = open
		impacts = append(impacts, *i)
	}
	return impacts
}

// ReplaceableForums returns the forums that consultation groups may take over
// from: the joint and the municipal ones, by id, whatever their status.
func (r *Registry) ReplaceableForums() []*model.Group {
	return slices.DeleteFunc(r.Forums(), func(g *model.Group) bool {
		return g.Type.V != model.JointForum && g.Type.V != model.MunicipalForum
	})
}
