package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var knowledgePersonalLinkValid = Rule{
	Spec: &rule.Spec{
		ID: "knowledge-personal-link-valid", Number: "R069", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En personkoppling till kunskapsstyrningen anger en person som har uppdrag i båda grupperna.",
			En: "A personal link to knowledge governance names a person who has a membership in both groups.",
		},
		Why: text.Both{
			Sv: "En koppling som går genom en person finns bara så länge personen är med på båda ställena. Regeln läser varje post i knowledge med link: personal och söker personens uppdrag i forumet och i den grupp som kopplingen anger. Är personen inte namngiven går det inte att avgöra. Att ett uppdrag saknas är känt om det har löpt ut, eller om gruppens uppdrag är fullständiga (complete.memberships).",
			En: "A link through a person exists only for as long as the person takes part in both places. The rule reads each entry of knowledge with link: personal and looks for the person's memberships in the forum and in the group that the link gives. Where the person is not named, nobody can tell. That a membership is missing is known if it has run out, or if the memberships of the group are complete (complete.memberships).",
		},
		Remedy: text.Both{
			Sv: "Ange den person som är kopplingen nu, eller en koppling av annan art.",
			En: "Give the person who is the link now, or a link of another nature.",
		},
		Messages: map[string]text.Both{
			"":     {Sv: "{person} är personkoppling för {group} men har inget uppdrag i {missing}", En: "{person} is the personal link of {group} but has no membership in {missing}"},
			"none": {Sv: "{group} har en personkoppling till kunskapsstyrningen utan person", En: "{group} has a personal link to knowledge governance without a person"},
		},
		Cites: []rule.Cite{{Source: "rapport-2022", Section: "2.2", Line: 159, Says: "Det finns en personkoppling eftersom ordförande RPO psykisk hälsa ingår i som deltagare i samrådet."}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Forums() {
			for i, k := range g.Knowledge.Pointers() {
				if k.Link.V != "personal" || k.Person.Is == model.NotApplicable ||
					!r.Applies(v.Lives(g), v.Vouched(g, "knowledge", &k.Evidence)) {
					continue
				}
				judgePersonalLink(v, r, g, i, k)
			}
		}
	},
}

func judgePersonalLink(v *registry.View, r *rule.Report, g *model.Group, i int, k *model.KnowledgeLink) {
	place := rule.At(g, "knowledge", i, "person")
	person, ok := registry.Find[*model.Representative](v.Registry, k.Person.V)
	switch {
	case k.Person.Is == model.None:
		r.Violated(rule.FoundAs("none", place, text.Args{"group": phrase.Both(v.ShortName(g))}))
		return
	case !ok:
		r.CannotTell()
		return
	}
	outcome := truth.Yes
	var missing []model.Ref
	for _, group := range []model.Val[model.Ref]{model.Some(g.Ref), k.Group} {
		in := truth.CannotTell
		if body, ok := v.Group(group.V); ok {
			in = v.StillIn(body, person)
		} else if group.Is == model.Absent || group.Is == model.NotApplicable {
			continue // a link to a kind of group names none
		}
		if in == truth.No {
			missing = append(missing, group.V)
		}
		outcome = truth.And(outcome, in)
	}
	r.Judge(outcome, func() *rule.Finding {
		return rule.Found(place, text.Args{"person": phrase.Both(v.Name(person)), "group": phrase.Both(v.ShortName(g)), "missing": phrase.Names(v, missing)})
	})
}
