package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Competent tells whether a body may decide a matter by the guideline that is
// in force at the view's day. Nobody can tell where the guideline says nothing
// of the matter.
func (v *View) Competent(body model.Ref, matter model.Word) truth.Value {
	p := v.Matter(matter)
	may, ok := p.Value.Body.Get()
	if p.Governs != truth.Yes || !ok {
		return truth.CannotTell
	}
	for _, ref := range may.AnyOf.All() {
		if ref.Record() == body.Record() {
			return truth.Yes
		}
	}
	of, isOrganization := v.Organization(body)
	wanted := may.Municipal
	if v.Side(body) == model.Region {
		wanted = may.Region
	}
	switch {
	case may.AnyOf.Open(), wanted.Is == model.Unknown, isOrganization && of.Type.Is == model.Unknown:
		return truth.CannotTell
	case !isOrganization || !wanted.Given() && !v.hasBody(of, may.AnyOf):
		return truth.No
	case of.Type.V == model.Body && !of.BodyType.Given():
		return truth.CannotTell
	case of.Type.V == model.Body:
		return truth.Of(of.BodyType.V == wanted.V)
	case slices.Contains(withBodies, of.Type.V):
		return truth.CannotTell // which of its bodies decided is not told
	}
	return truth.No
}

// withBodies are the types of organizations that decide by one of their bodies.
var withBodies = []model.Word{model.Region, model.Municipality, model.Association, "local-federation", model.Collective}

// hasBody reports whether one of some bodies is part of an organization.
func (v *View) hasBody(of *model.Organization, bodies model.List[model.Ref]) bool {
	for _, ref := range bodies.All() {
		if body, ok := v.Organization(ref); ok && body.PartOf.V.Record() == of.Ref {
			return true
		}
	}
	return false
}

// Lifetime is the time in which a group or an organization may decide, as far
// as it is known: that of a group as [View.Life] has it, that of an organization
// from its first name until it ended.
func (v *View) Lifetime(body model.Ref) (life edtf.Period, ok bool) {
	if g, found := v.Group(body); found {
		return v.Life(g), true
	}
	o, found := v.Organization(body)
	if !found {
		return life, false
	}
	unknown := edtf.Between(edtf.Past, edtf.Future)
	for i, n := range o.Names.All() {
		if i == 0 && n.From.Given() {
			life.From = n.From.V
		}
	}
	switch {
	case o.Ended.V.Date.Given():
		life.Until = o.Ended.V.Date.V
	case o.Ended.Is == model.Given, o.Ended.Is == model.Unknown:
		life.Until = unknown
	}
	return life, true
}

// CompetentlyDecided tells whether a decision was taken, by the body that the
// guideline of that day makes competent in its own matter.
func (v *View) CompetentlyDecided(ref model.Ref) truth.Value {
	d, ok := v.Decision(ref)
	if !ok {
		return truth.CannotTell
	}
	body, named := d.Body.Get()
	matter, of := d.Matter.Get()
	if !named || !of || !d.Date.Given() {
		return truth.And(v.Decided(ref), truth.CannotTell)
	}
	return truth.And(v.Decided(ref), v.On(d.Date.V.Latest()).Competent(body, matter))
}
