package rules

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var statutoryAgreementPresent = Rule{
	Spec: &rule.Spec{
		ID: "statutory-agreement-present", Number: "R034", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "För varje lagkrav som gäller finns en gällande överenskommelse mellan regionen och varje kommun i länet.",
			En: "For every legal requirement in force there is an agreement in force between the region and each municipality of the county.",
		},
		Why: text.Both{
			Sv: "Kräver lagen en överenskommelse räcker det inte att de flesta kommuner har en. Regeln utgår från legal_requirements i vocabulary.yaml och söker de överenskommelser som anger kravet i legal_basis. Att ingen alls finns är ett fel när complete.agreements i vis.yaml täcker dagen. En kommun som inte är med i någon av dem ger en varning när complete på överenskommelsen täcker dagen, eller när kommunen har avslagit den. I övriga fall går det inte att avgöra.",
			En: "Where the law demands an agreement, it is not enough that most municipalities have one. The rule starts from legal_requirements in vocabulary.yaml and looks for the agreements that give the requirement in legal_basis. That there is none at all is an error where complete.agreements in vis.yaml covers the day. A municipality that takes part in none of them gives a warning where complete of the agreement covers the day, or where the municipality has rejected it. Otherwise nobody can tell.",
		},
		Remedy: text.Both{Sv: "Ange lagkravet i legal_basis hos den överenskommelse som uppfyller det, eller ta upp saken med dem som saknar en.", En: "Give the requirement in legal_basis of the agreement that meets it, or take the matter up with those who lack one."},
		Tune:   text.Both{Sv: "Lagkraven och deras giltighet står i legal_requirements i vocabulary.yaml.", En: "The requirements and their validity stand in legal_requirements of vocabulary.yaml."},
		Messages: map[string]text.Both{
			"":    {Sv: "ingen gällande överenskommelse uppfyller lagkravet ”{requirement}”", En: "no agreement in force meets the legal requirement “{requirement}”"},
			"gap": {Sv: "lagkravet ”{requirement}” är inte uppfyllt för {n|en kommun|# kommuner}: {municipalities}", En: "the legal requirement “{requirement}” is not met for {n|one municipality|# municipalities}: {municipalities}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 153, Says: "Lagkrav finns på dessa överenskommelser."},
			{Source: "rapport-2022", Section: "1", Line: 73, Says: "även i förekommande fall specifik lagstiftning"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		meeting := map[model.Term][]*model.Agreement{}
		for a := range inForce(v) {
			for _, id := range a.LegalBasis.All() {
				meeting[id] = append(meeting[id], a)
			}
		}
		// Whether one of these meets a requirement nobody can tell.
		unclear := slices.ContainsFunc(v.Agreements, func(a *model.Agreement) bool {
			return v.IsInForce(a) != truth.No && (a.LegalBasis.Open() || a.Type.Is == model.Unknown)
		})
		for i, req := range v.Vocabulary.LegalRequirements.Pointers() {
			if law := v.IsLaw(req); law != truth.No {
				if len(meeting[model.Term(req.ID.V)]) == 0 && unclear {
					r.CannotTell()
					continue
				}
				judgeRequirement(v, r, i, req, law, meeting[model.Term(req.ID.V)])
			}
		}
	},
}

func judgeRequirement(v *registry.View, r *rule.Report, i int, req *model.LegalRequirement, law truth.Value, meeting []*model.Agreement) {
	place := rule.InFile(model.VocabularyKind, "legal_requirements", i)
	args := text.Args{"requirement": phrase.Both(req.Words())}
	if len(meeting) == 0 {
		r.Judge(truth.Or(law.Not(), v.AgreementsComplete().Not()), func() *rule.Finding { return rule.Found(place, args) })
		return
	}
	bound := map[model.Ref]truth.Value{}
	rest := truth.No // whether a municipality that is named nowhere is bound
	for _, a := range meeting {
		in := v.IsInForce(a)
		parties, open := v.Adoptions(a)
		for _, p := range parties {
			old, known := bound[p.Organization]
			if !known {
				old = truth.No
			}
			bound[p.Organization] = truth.Or(old, truth.And(in, p.Holds, p.Adopted))
		}
		if open || v.PartiesComplete(a) != truth.Yes {
			rest = truth.CannotTell
		}
	}
	outcome := truth.Yes
	var missing []model.Ref
	for _, m := range v.Municipalities() {
		met, known := bound[m.Ref]
		if !known {
			met = rest
		}
		met = truth.Or(met, v.HasEnded(m), law.Not())
		outcome = truth.And(outcome, met)
		if met == truth.No {
			missing = append(missing, m.Ref)
		}
	}
	r.Judge(outcome, func() *rule.Finding {
		args["n"], args["municipalities"] = len(missing), phrase.Names(v, missing)
		a := meeting[0]
		f := rule.FoundAs("gap", rule.At(a, "legal_basis", slices.Index(a.LegalBasis.Values(), model.Term(req.ID.V))), args)
		f.Severity = rule.Warning
		f.Related = []rule.Related{rule.Beside(place, "lagkravet", "the legal requirement")}
		for _, a := range meeting[1:] {
			f.Related = append(f.Related, rule.Beside(rule.At(a, "legal_basis"), "också denna anger lagkravet", "this gives the requirement too"))
		}
		return f
	})
}
