package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var externalAgreementExpired = Rule{
	Spec: &rule.Spec{
		ID: "external-agreement-expired", Number: "R049", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett forum vilar inte bara på en överenskommelse utifrån som har löpt ut.",
			En: "A forum does not rest on an agreement from outside alone that has expired.",
		},
		Why: text.Both{
			Sv: "Ett forum som bara har en statlig, tidsbegränsad överenskommelse som grund har ingen dagen efter att den har löpt ut. Forumet räknas som utan egen grund när det anger agreements: none, eller när complete.agreements i vis.yaml täcker dagen. En efterföljare som gäller räcker som grund.",
			En: "A forum whose only basis is a national agreement for a limited time has none the day after it expires. The forum counts as having no basis of its own where it says agreements: none, or where complete.agreements in vis.yaml covers the day. A successor in force is basis enough.",
		},
		Remedy: text.Both{Sv: "Ta upp vad forumet ska vila på, och lägg till den överenskommelse som gäller i based_on.", En: "Take up what the forum is to rest on, and add the agreement that is in force to based_on."},
		Messages: map[string]text.Both{
			"": {Sv: "forumet vilar bara på {agreement}, som gällde till och med {date}", En: "the forum rests on {agreement} alone, which was in force until {date}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 175, Says: "Det finns ingen regional överenskommelse: Arbetet är kopplat till den statliga överenskommelsen"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		owned := map[model.Ref]truth.Value{}
		for _, a := range v.Agreements { // the ended ones too: they are no basis any more
			if !registry.Ours(a) {
				continue
			}
			gone := v.HasLapsed(a)
			if a.Ended.V.Successor.Is == model.Unknown {
				gone = truth.And(gone, truth.CannotTell) // another may stand in its place
			}
			for _, o := range owners(v, a) {
				old, known := owned[o.Group]
				if !known {
					old = truth.No
				}
				owned[o.Group] = truth.Or(old, truth.And(o.Holds, gone.Not()))
			}
		}
		for _, g := range v.Groups {
			if !registry.IsForum(g) {
				continue
			}
			if lives := v.Lives(g); lives != truth.No {
				own, known := owned[g.Ref]
				if !known {
					own = ownBasis(v, g)
				}
				judgeBasis(v, r, g, truth.Or(lives.Not(), own))
			}
		}
	},
}

// ownBasis tells whether a group that no recorded agreement is the
// responsibility of may have one all the same.
func ownBasis(v *registry.View, g *model.Group) truth.Value {
	if g.Agreements.Is == model.None || g.Agreements.Is != model.Unknown && v.AgreementsComplete() == truth.Yes {
		return truth.No
	}
	return truth.CannotTell
}

// judgeBasis tells whether a group that rests on an agreement from outside has
// a basis that has not expired. own is whether it has one of its own.
func judgeBasis(v *registry.View, r *rule.Report, g *model.Group, own truth.Value) {
	outcome := own
	last := -1 // the outside agreement that expired last
	var expired *model.Agreement
	var newest edtf.Date
	for i, ref := range g.BasedOn.All() {
		a, ok := registry.Find[*model.Agreement](v.Registry, ref)
		if !ok {
			outcome = truth.Or(outcome, truth.CannotTell)
			continue
		}
		lasts := v.HasLapsed(a).Not()
		for _, newer := range v.ReplacedBy(a.Ref) {
			if s, ok := registry.Find[*model.Agreement](v.Registry, newer); ok {
				lasts = truth.Or(lasts, v.IsInForce(s))
			}
		}
		outcome = truth.Or(outcome, lasts)
		if !a.External.V {
			continue
		}
		if end, _ := registry.EndOf(a); last < 0 || newest.Latest() < end.Latest() {
			last, expired, newest = i, a, end
		}
	}
	if last < 0 {
		return
	}
	if g.BasedOn.Open() {
		outcome = truth.Or(outcome, truth.CannotTell)
	}
	r.Judge(outcome, func() *rule.Finding {
		f := rule.Found(rule.At(g, "based_on", last), text.Args{"agreement": phrase.Name(v, expired.Ref), "date": newest})
		f.Related = []rule.Related{rule.Beside(rule.At(expired, "expires"), "överenskommelsen löpte ut", "the agreement expired")}
		return f
	})
}
