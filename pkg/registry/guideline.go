package registry

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Guideline returns the guideline that is in force at the view's day. g is nil
// where none is so for certain: No if the registry has no guideline at all,
// otherwise nobody can tell by which rules the day is to be judged.
func (v *View) Guideline() (g *model.Guideline, inForce truth.Value) {
	if len(v.Guidelines) == 0 {
		return nil, truth.No
	}
	for _, g := range v.Guidelines {
		if v.GuidelineInForce(g) == truth.Yes {
			return g, truth.Yes
		}
	}
	return nil, truth.CannotTell
}

// GuidelineInForce tells whether a guideline is in force at the view's day.
func (v *View) GuidelineInForce(g *model.Guideline) truth.Value {
	span := g.InForce.V.Span
	switch g.InForce.Is {
	case model.Unknown:
		return truth.CannotTell
	case model.None:
		return truth.No
	}
	cites := Citations(g, &g.InForce.V.Evidence, "in_force")
	return truth.And(v.Holds(span, cites, Lasting), v.InEffect(g.Decision, span.From), v.HasEnded(g).Not())
}

// Parameter is one parameter of the guideline as it is at the view's day.
type Parameter[T any] struct {
	Value T // the zero value unless Governs is Yes
	// Governs tells whether the parameter is to be followed that day. It is No
	// where the guideline lacks it or only proposes it, and CannotTell where the
	// guideline in force, the value or its decision is not known.
	Governs truth.Value
	// Decided parameters can give errors, observed ones at most warnings.
	Decided   bool
	Guideline *model.Guideline // nil where no guideline is in force for certain
	Path      model.Path       // of the value in the guideline
}

// one reads a parameter with a single value.
func one[T any](v *View, key string, of func(*model.Guideline) model.Val[model.Param[model.Val[T]]]) Parameter[T] {
	return parameter(v, model.Path{}.At(key), of, func(x model.Val[T]) (T, model.Answer) { return x.V, x.Is })
}

// many reads a parameter that is a list. A list with an unknown entry is not
// known.
func many[T any](v *View, key string, of func(*model.Guideline) model.Val[model.Param[model.List[T]]]) Parameter[[]T] {
	return manyOf(v, key, of, func(*T) bool { return false })
}

// manyOf is many where an entry is also not known for what it lacks.
func manyOf[T any](v *View, key string, of func(*model.Guideline) model.Val[model.Param[model.List[T]]], unclear func(*T) bool) Parameter[[]T] {
	return parameter(v, model.Path{}.At(key), of, func(x model.List[T]) ([]T, model.Answer) {
		for _, entry := range x.Pointers() {
			if unclear(entry) {
				return nil, model.Unknown
			}
		}
		if x.Open() {
			return nil, model.Unknown
		}
		return x.Values(), x.Is
	})
}

// parameter opens the envelope of a parameter.
func parameter[E, T any](v *View, path model.Path, of func(*model.Guideline) model.Val[model.Param[E]], open func(E) (T, model.Answer)) (p Parameter[T]) {
	g, inForce := v.Guideline()
	if inForce != truth.Yes {
		p.Governs = inForce
		return p
	}
	p.Guideline, p.Path = g, path.At("value")
	envelope := of(g)
	value, is := open(envelope.V.Value)
	switch {
	case envelope.Is == model.Unknown || is == model.Unknown:
		return p
	case envelope.Is != model.Given || is != model.Given:
		p.Governs = truth.No
		return p
	}
	p.Governs, p.Decided = v.governs(envelope.V.Status, envelope.V.Decision, model.Span{From: envelope.V.From, Until: envelope.V.Until})
	if p.Governs == truth.Yes {
		p.Value = value
	}
	return p
}

// governs tells whether a parameter with a status is to be followed at the
// view's day, and whether it counts as decided: a proposed one does, once its
// decision is taken.
func (v *View) governs(status model.Val[model.Word], decision model.Val[model.Ref], span model.Span) (governs truth.Value, decided bool) {
	ongoing := v.Holds(model.Span{From: model.Val[edtf.Date]{Is: model.None}, Until: span.Until}, Cited{}, Lasting)
	switch status.V {
	case model.Decided:
		return truth.And(v.InEffect(decision, span.From), ongoing), true
	case model.Observed:
		return truth.And(v.InEffect(model.Val[model.Ref]{}, span.From), ongoing), false
	case model.Proposed:
		if !decision.Given() {
			return truth.No, false
		}
		return truth.And(v.InEffect(decision, span.From), ongoing), true
	}
	return truth.CannotTell, false
}

// The parameters of the guideline, each as it is at the view's day.

func (v *View) ConsultationGroups() Parameter[[]model.Ref] {
	return many(v, "consultation_groups", func(g *model.Guideline) model.Val[model.Param[model.List[model.Ref]]] { return g.ConsultationGroups })
}

func (v *View) Purposes() Parameter[[]model.Purpose] {
	return manyOf(v, "purposes", func(g *model.Guideline) model.Val[model.Param[model.List[model.Purpose]]] { return g.Purposes },
		func(p *model.Purpose) bool { return !p.ID.Given() })
}

func (v *View) Duties() Parameter[[]model.Term] {
	return many(v, "duties", func(g *model.Guideline) model.Val[model.Param[model.List[model.Term]]] { return g.Duties })
}

func (v *View) KnowledgeAreas() Parameter[[]model.Term] {
	return many(v, "knowledge_areas", func(g *model.Guideline) model.Val[model.Param[model.List[model.Term]]] { return g.KnowledgeAreas })
}

func (v *View) Core() Parameter[model.Core] {
	return one(v, "core", func(g *model.Guideline) model.Val[model.Param[model.Val[model.Core]]] { return g.Core })
}

func (v *View) OuterCircle() Parameter[model.Bounds] {
	return one(v, "outer_circle", func(g *model.Guideline) model.Val[model.Param[model.Val[model.Bounds]]] { return g.OuterCircle })
}

func (v *View) EstablishedRequires() Parameter[[]model.Word] {
	return many(v, "established_requires", func(g *model.Guideline) model.Val[model.Param[model.List[model.Word]]] { return g.EstablishedRequires })
}

func (v *View) EstablishmentSteps() Parameter[[]model.StepDefinition] {
	return manyOf(v, "establishment_steps", func(g *model.Guideline) model.Val[model.Param[model.List[model.StepDefinition]]] {
		return g.EstablishmentSteps
	}, func(s *model.StepDefinition) bool { return !s.Step.Given() || s.Phase.Is == model.Unknown })
}

func (v *View) EstablishmentWindow() Parameter[edtf.Date] {
	return one(v, "establishment_window", func(g *model.Guideline) model.Val[model.Param[model.Val[edtf.Date]]] { return g.EstablishmentWindow })
}

func (v *View) MeetingsPerYear() Parameter[model.Number] {
	return one(v, "meetings_per_year", func(g *model.Guideline) model.Val[model.Param[model.Val[model.Number]]] { return g.MeetingsPerYear })
}

func (v *View) ChairAlternates() Parameter[bool] {
	return one(v, "chair_alternates", func(g *model.Guideline) model.Val[model.Param[model.Val[bool]]] { return g.ChairAlternates })
}

func (v *View) SubregionsRepresented() Parameter[bool] {
	return one(v, "subregions_represented", func(g *model.Guideline) model.Val[model.Param[model.Val[bool]]] { return g.SubregionsRepresented })
}

func (v *View) BothSides() Parameter[bool] {
	return one(v, "both_sides", func(g *model.Guideline) model.Val[model.Param[model.Val[bool]]] { return g.BothSides })
}

func (v *View) ElectedOnlyIn() Parameter[[]model.Ref] {
	return many(v, "elected_only_in", func(g *model.Guideline) model.Val[model.Param[model.List[model.Ref]]] { return g.ElectedOnlyIn })
}

func (v *View) PoliticalSize() Parameter[[]model.Size] {
	return many(v, "political_size", func(g *model.Guideline) model.Val[model.Param[model.List[model.Size]]] { return g.PoliticalSize })
}

func (v *View) Mandates() Parameter[[]model.Interval] {
	return many(v, "mandates", func(g *model.Guideline) model.Val[model.Param[model.List[model.Interval]]] { return g.Mandates })
}

func (v *View) ConsultationGroupLevels() Parameter[[]model.Word] {
	return many(v, "consultation_group_levels", func(g *model.Guideline) model.Val[model.Param[model.List[model.Word]]] {
		return g.ConsultationGroupLevels
	})
}

func (v *View) CrossSector() Parameter[[]model.Term] {
	return many(v, "cross_sector", func(g *model.Guideline) model.Val[model.Param[model.List[model.Term]]] { return g.CrossSector })
}

func (v *View) BoundaryAreas() Parameter[[]model.Term] {
	return many(v, "boundary_areas", func(g *model.Guideline) model.Val[model.Param[model.List[model.Term]]] { return g.BoundaryAreas })
}

// Matter returns who is competent in a matter, such as staffing.
func (v *View) Matter(matter model.Word) Parameter[model.Matter] {
	return parameter(v, model.Path{}.At("matters", string(matter)),
		func(g *model.Guideline) model.Val[model.Param[model.Val[model.Matter]]] {
			row, _ := g.Matters.Get(string(matter))
			return row
		},
		func(x model.Val[model.Matter]) (model.Matter, model.Answer) { return x.V, x.Is })
}
