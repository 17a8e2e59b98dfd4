package registry

import (
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
	case may.AnyOf.Open():
		return truth.CannotTell
	case !isOrganization || of.Type.V != model.Body || !wanted.Given():
		return truth.No
	case !of.BodyType.Given():
		return truth.CannotTell
	}
	return truth.Of(of.BodyType.V == wanted.V)
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
