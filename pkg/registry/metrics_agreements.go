package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/truth"
)

func (v *View) countAgreements(s Scope, types ...model.Word) (m Measure) {
	m.Complete = v.AgreementsComplete()
	for _, a := range v.Agreements {
		if a.Type.Is == model.Unknown && !a.External.V {
			m.add(a.Ref, truth.And(v.IsInForce(a), truth.CannotTell), 1, 1)
			continue
		}
		if a.External.V || !slices.Contains(types, a.Type.V) {
			continue
		}
		if a.Type.V == model.Supplement && s.Supplements == "without-supplements" {
			continue
		}
		m.add(a.Ref, v.IsInForce(a), 1, 1)
	}
	return m
}

func agreementsInForce(v *View, s Scope) Measure {
	return v.countAgreements(s, model.Framework, model.PlainAgreement, model.Supplement, model.Contract)
}

func agreementsListed(v *View, s Scope) Measure {
	return v.countAgreements(s, model.PlainAgreement, model.Supplement, model.Contract)
}

// agreementsByGroup counts the agreements in force that some group is
// responsible for. One whose responsible group is unknown, or only proposed,
// could not be decided.
func agreementsByGroup(v *View, s Scope) (m Measure) {
	byGroup := map[model.Ref]*Part{}
	m.Complete = v.AgreementsComplete()
	for _, a := range v.Agreements {
		inForce := v.IsInForce(a)
		if a.External.V || inForce == truth.No || a.Type.V == model.Supplement && s.Supplements == "without-supplements" {
			continue
		}
		owners, known := v.Owners(a)
		held := map[model.Ref]truth.Value{}
		for _, o := range owners {
			if old, again := held[o.Group]; again {
				o.Holds = truth.Or(old, o.Holds)
			}
			held[o.Group] = o.Holds
		}
		for ref, holds := range held {
			if byGroup[ref] == nil {
				byGroup[ref] = &Part{Of: ref}
			}
			byGroup[ref].Max++
			if truth.And(inForce, holds) == truth.Yes {
				byGroup[ref].Min++
			}
		}
		m.add(a.Ref, truth.And(inForce, known), 1, 1)
	}
	for _, g := range v.Groups {
		if p := byGroup[g.Ref]; p != nil {
			m.Parts = append(m.Parts, *p)
		}
	}
	return m
}

// adoptions counts the parties that have adopted, over all agreements, those that
// have ended included: that a party adopted is an event, and stays so.
func adoptions(v *View, _ Scope) (m Measure) {
	m.Complete = v.AgreementsComplete()
	for _, a := range v.Agreements {
		if a.External.V || a.Type.V == model.Letter {
			continue
		}
		m.Complete = truth.And(m.Complete, IsComplete(a.Complete.V.Adoptions, v.Day))
		if _, open := v.Parties(a); open {
			m.Complete = truth.And(m.Complete, truth.CannotTell)
		}
		if yes, _, unknown := v.AdoptionProgress(a); yes+unknown > 0 {
			m.add(a.Ref, truth.Yes, float64(yes), float64(yes+unknown))
		}
	}
	return m
}
