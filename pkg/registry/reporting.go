package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Superiors returns whom a group reports to for certain at the view's day.
// nobody is true where it is said, or follows from its lines, that it reports
// to nobody else. open is true where there may be others.
func (v *View) Superiors(g *model.Group) (superiors []model.Ref, nobody, open bool) {
	switch g.ReportsTo.Is {
	case model.Given:
	case model.None:
		return nil, true, v.Vouched(g, "reports_to") != truth.Yes
	default:
		return nil, false, true
	}
	open = g.ReportsTo.Open()
	for _, line := range g.ReportsTo.Pointers() {
		holds := v.reporting(g, line)
		switch {
		case holds == truth.CannotTell, holds == truth.Yes && line.To.Is == model.Unknown:
			open = true
		case holds == truth.Yes && line.To.Given() && !slices.Contains(superiors, line.To.V.Record()):
			superiors = append(superiors, line.To.V.Record())
		}
	}
	return superiors, true, open
}

// ReportsTo returns whom a group reports to, or may, at the view's day, in the
// order of its lines.
func (v *View) ReportsTo(g *model.Group) []RecordAt {
	var out []RecordAt
	for _, line := range g.ReportsTo.Pointers() {
		if holds := v.reporting(g, line); holds != truth.No && line.To.Given() {
			out = append(out, RecordAt{line.To.V.Record(), holds})
		}
	}
	return out
}

func (v *View) reporting(g *model.Group, line *model.Reporting) truth.Value {
	return v.runs(line.Span, line.Decision, Citations(g, &line.Evidence, "reports_to"), Changing)
}

// ReportingRing returns the groups on a way from a group back to itself, along
// the lines of reporting that hold at the view's day for certain, beginning
// with the group. It is nil where there is none.
func (v *View) ReportingRing(g *model.Group) []model.Ref {
	seen := map[model.Ref]bool{}
	var walk func(from *model.Group, way []model.Ref) []model.Ref
	walk = func(from *model.Group, way []model.Ref) []model.Ref {
		superiors, _, _ := v.Superiors(from)
		for _, to := range superiors {
			if to == g.Ref {
				return way
			}
			next, ok := v.Group(to)
			if !ok || seen[to] {
				continue
			}
			seen[to] = true
			if ring := walk(next, append(way, to)); ring != nil {
				return ring
			}
		}
		return nil
	}
	return walk(g, []model.Ref{g.Ref})
}
