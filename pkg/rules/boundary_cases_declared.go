package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var boundaryCasesDeclared = Rule{
	Spec: &rule.Spec{
		ID: "boundary-cases-declared", Number: "R109", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Varje känt gränsområde har en ansvarig samrådsgrupp och minst en som samråds.",
			En: "Every known boundary area has one consultation group that is responsible and at least one that is consulted.",
		},
		Why: text.Both{
			Sv: "Frågor som ligger mellan två grupper blir liggande om ingen av dem är utsedd. Riktlinjen kan ange gränsområdena (boundary_areas), och gruppernas del i dem står i boundaries. Att en grupp inte anger boundaries säger ingenting; det går att avgöra att ingen ansvarar först när alla etablerade samrådsgrupper har svarat.",
			En: "Matters between two groups are left lying if neither is chosen. The guideline may give the boundary areas (boundary_areas), and the part of the groups in them stands in boundaries. That a group does not give boundaries says nothing; that nobody is responsible can be told only once every established consultation group has answered.",
		},
		Remedy: text.Both{
			Sv: "Ange i boundaries vilken grupp som ansvarar (owner) och vilka som samråds (consulted).",
			En: "Say in boundaries which group is responsible (owner) and which are consulted (consulted).",
		},
		Tune: text.Both{Sv: "boundary_areas i riktlinjen.", En: "boundary_areas of the guideline."},
		Messages: map[string]text.Both{
			"":          {Sv: "ingen samrådsgrupp ansvarar för gränsområdet ”{area}”", En: "no consultation group is responsible for the boundary area “{area}”"},
			"many":      {Sv: "flera samrådsgrupper ansvarar för gränsområdet ”{area}”: {groups}", En: "several consultation groups are responsible for the boundary area “{area}”: {groups}"},
			"consulted": {Sv: "{groups} ansvarar för gränsområdet ”{area}”, men ingen grupp samråds", En: "{groups} is responsible for the boundary area “{area}”, but no group is consulted"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "5.5", Line: 443, Says: "hantera gränsdragningar mellan samrådsgrupper till exempel gällande frågor som rör LSS och/eller socialpsykiatri"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.BoundaryAreas()
		if p.Governs == truth.No {
			return
		}
		if p.Governs == truth.CannotTell {
			r.CannotTell()
			return
		}
		for i, area := range p.Value {
			judgeBoundary(v, r, p, i, area)
		}
	},
}

func judgeBoundary(v *registry.View, r *rule.Report, p registry.Parameter[[]model.Term], index int, area model.Term) {
	var owners, consulted []model.Ref
	open := v.LacksGroupType()
	for _, g := range v.ConsultationGroupRecords() {
		exists := v.IsEstablished(g)
		if exists == truth.No {
			continue
		}
		open = open || exists == truth.CannotTell || g.Boundaries.Is == model.Absent || g.Boundaries.Open()
		for _, b := range g.Boundaries.All() {
			switch {
			case b.Area.V != area || exists != truth.Yes:
			case b.Role.V == "owner":
				owners = append(owners, g.Ref)
			case b.Role.V == "consulted":
				consulted = append(consulted, g.Ref)
			default:
				open = true
			}
		}
	}
	name := ""
	switch {
	case len(owners) > 1:
		name = "many"
	case len(owners) == 1 && len(consulted) > 0:
		r.Holds()
		return
	case open:
		r.CannotTell()
		return
	case len(owners) == 1:
		name = "consulted"
	}
	f := rule.FoundAs(name, rule.AtPath(p.Guideline, p.Path.At(index)), text.Args{"area": phrase.Terms(v, "boundary_areas", []model.Term{area}), "groups": phrase.Names(v, owners)})
	f.Severity = weight(p, rule.Warning)
	for _, ref := range owners {
		if g, ok := v.Group(ref); ok {
			f.Related = append(f.Related, rule.Beside(rule.At(g, "boundaries"), "ansvarar enligt denna post", "is responsible by this record"))
		}
	}
	r.Violated(f)
}
