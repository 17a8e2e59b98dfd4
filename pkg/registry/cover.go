package registry

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Concern is something that agreements in force, or forums, are to have in their
// care: a subject area, a target group, an age group, a legal requirement or a
// municipality.
type Concern struct {
	By   model.Kind // agreement or group
	List string     // of the vocabulary, or Municipalities
	ID   string     // "" stands for whatever it may be: the record does not say all
}

// Municipalities is the list of concerns that are municipalities.
const Municipalities = "municipalities"

// CoverAt is a record that has a concern in its care at the view's day.
type CoverAt struct {
	Record model.Record
	Holds  truth.Value // never No
}

// Cover gives for each concern the records that have it in their care at the
// view's day, or may have. An agreement counts while it is in force, and a group
// while it exists.
func (v *View) Cover() map[Concern][]CoverAt {
	c := cover{View: v, of: map[Concern][]CoverAt{}}
	for _, a := range v.Agreements {
		if !Ours(a) {
			continue
		}
		if in := v.IsInForce(a); in != truth.No {
			c.agreement(a, in)
		}
	}
	for _, g := range v.InScope("") {
		c.group(g.Group, g.Lives)
	}
	heard := v.Representation(Scope{})
	for ref, by := range heard.By {
		for _, at := range by {
			c.add(at.Group, model.GroupKind, Municipalities, ref.ID, at.Holds)
		}
	}
	for _, seat := range heard.Unnamed {
		g, _ := v.Group(seat)
		c.add(g, model.GroupKind, Municipalities, "", truth.CannotTell)
	}
	return c.of
}

// cover collects.
type cover struct {
	*View
	of map[Concern][]CoverAt
}

func (c *cover) add(rec model.Record, by model.Kind, list, id string, holds truth.Value) {
	if holds != truth.No {
		concern := Concern{by, list, id}
		c.of[concern] = append(c.of[concern], CoverAt{rec, holds})
	}
}

// terms takes in the terms of a list of a record, which may say that there are
// others.
func (c *cover) terms(rec model.Record, list string, terms []model.Term, open bool, holds truth.Value) {
	by := rec.Base().Ref.Kind
	for _, t := range terms {
		c.add(rec, by, list, string(t), holds)
	}
	if open {
		c.add(rec, by, list, "", truth.CannotTell)
	}
}

// ages takes in the age groups that lie within the ages of a record.
func (c *cover) ages(rec model.Record, spans []AgeSpan, open bool, holds truth.Value) {
	for _, g := range c.Vocabulary.AgeGroups.Pointers() {
		within := CoversAges(spans, []AgeSpan{ageSpan(g.From, g.To)})
		if within == truth.No && open {
			within = truth.CannotTell
		}
		c.add(rec, rec.Base().Ref.Kind, "age_groups", string(g.ID.V), truth.And(holds, within))
	}
}

func (c *cover) agreement(a *model.Agreement, in truth.Value) {
	c.terms(a, "subject_areas", a.SubjectAreas.Values(), a.SubjectAreas.Open(), in)
	c.terms(a, "target_groups", a.TargetGroups.Values(), a.TargetGroups.Open(), in)
	c.terms(a, "legal_requirements", a.LegalBasis.Values(), a.LegalBasis.Open(), in)
	if spans, ok := c.AgesOf(a); ok {
		c.ages(a, spans, false, in)
	} else {
		c.ages(a, nil, a.Ages.Is == model.Unknown || a.AgeGroups.Open(), in)
	}
	parties, open := c.Adoptions(a)
	for _, p := range parties {
		if o, ok := c.Organization(p.Organization); ok && o.Type.V == model.Municipality {
			c.add(a, model.AgreementKind, Municipalities, o.Ref.ID, truth.And(in, p.Holds, p.Adopted))
		}
	}
	if open {
		c.add(a, model.AgreementKind, Municipalities, "", truth.CannotTell)
	}
}

func (c *cover) group(g *model.Group, lives truth.Value) {
	c.terms(g, "subject_areas", g.SubjectAreas.Values(), g.SubjectAreas.Open(), lives)
	var targets []model.Term
	open := g.TargetGroups.Open()
	for _, t := range g.TargetGroups.All() {
		if t.Group.Given() {
			targets = append(targets, t.Group.V)
		}
		open = open || t.Group.Is == model.Unknown
	}
	c.terms(g, "target_groups", targets, open, lives)
	spans, unknown := AgesOfGroup(g)
	c.ages(g, spans, unknown && g.TargetGroups.Is != model.Absent, lives)
	if g.Seats.Open() {
		c.add(g, model.GroupKind, Municipalities, "", truth.CannotTell)
	}
}
