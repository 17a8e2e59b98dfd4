package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var adoptionBodyCompetent = Rule{
	Spec: &rule.Spec{
		ID: "adoption-body-competent", Number: "R036", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En överenskommelse antas av det organ som den själv anger, och en rekommendation är inget antagande.",
			En: "An agreement is adopted by the body that it names itself, and a recommendation is no adoption.",
		},
		Why: text.Both{
			Sv: "Huvudöverenskommelsen antas av kommunfullmäktige i varje kommun och av regionfullmäktige. Storsthlms styrelse och hälso- och sjukvårdsnämnden rekommenderar; de antar inte. Andra överenskommelser kan antas av kommunstyrelsen eller en nämnd. Vilket organ som krävs står därför i adoption_body, för vardera sidan. Saknas uppgiften, eller har organet delegerat, går det inte att avgöra.",
			En: "The framework agreement is adopted by the council of each municipality and by the regional council. The board of Storsthlm and the health care committee recommend; they do not adopt. Other agreements may be adopted by an executive board or a committee. Which body is demanded therefore stands in adoption_body, for each side. Where that is missing, or the body has delegated, nobody can tell.",
		},
		Remedy:   text.Both{Sv: "Ange det organ som antog, flytta en rekommendation till recommended, eller rätta adoption_body.", En: "Give the body that adopted, move a recommendation to recommended, or correct adoption_body."},
		Tune:     text.Both{Sv: "adoption_body i överenskommelsen.", En: "adoption_body of the agreement."},
		Messages: map[string]text.Both{"": {Sv: "{party} har antagit genom {body}, men överenskommelsen antas av {expected}", En: "{party} has adopted by its {body}, but the agreement is adopted by the {expected}"}},
		Cites: []rule.Cite{
			{Source: "hok-2021", Line: 21, Says: "Under våren 2022 beslutar kommunfullmäktige i samtliga kommuner och regionfullmäktige i Region Stockholm om huvudöverenskommelsen."},
			{Source: "hok-2021", Line: 7, Says: "hälso- och sjukvårdsnämnd har nu beslutat att rekommendera regionfullmäktige att anta huvudöverenskommelsen"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, a := range v.Agreements {
			if a.External.V {
				continue
			}
			for i, p := range a.Parties.All() {
				for j, ad := range p.Adoptions.All() {
					if ad.State.V == model.Adopted && ad.Date.V.Earliest() <= v.Day && ad.Body.Is != model.NotApplicable {
						judgeAdoptionBody(v, r, a, p, ad, rule.At(a, "parties", i, "adoptions", j))
					}
				}
			}
		}
	},
}

func judgeAdoptionBody(v *registry.View, r *rule.Report, a *model.Agreement, p model.Party, ad model.Adoption, place rule.Place) {
	required := model.Val[model.Word]{}
	switch v.Side(p.Organization.V) {
	case model.Municipal:
		required = a.AdoptionBody.V.Municipal
	case model.Region:
		required = a.AdoptionBody.V.Region
	}
	switch {
	case ad.Body.Is == model.None && required.Given():
	case !ad.Body.Given() || !required.Given() || ad.Body.V == "delegated" && required.V != "delegated":
		r.CannotTell()
		return
	}
	r.Judge(truth.Of(ad.Body.V == required.V), func() *rule.Finding {
		place.Path = place.Path.At("body")
		body := phrase.Word("adopting-body", ad.Body.V)
		if ad.Body.Is == model.None {
			body = text.Both{Sv: "inget organ", En: "no body"}
		}
		f := rule.Found(place, text.Args{"party": phrase.Name(v, p.Organization.V), "body": body, "expected": phrase.Word("body-type", required.V)})
		f.Related = []rule.Related{rule.Beside(rule.At(a, "adoption_body"), "organ som antar", "the bodies that adopt")}
		return f
	})
}
