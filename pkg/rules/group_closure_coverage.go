package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var groupClosureCoverage = Rule{
	Spec: &rule.Spec{
		ID: "group-closure-coverage", Number: "R103", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "När ett forum har avvecklats har allt det ansvarade för tagits över av en etablerad grupp.",
			En: "Once a forum has closed, everything it was responsible for has been taken over by an established group.",
		},
		Why: text.Both{
			Sv: "Det som ingen tar över faller bort: en överenskommelse följs inte upp, kunskapsstyrningens representanter blir inte godkända och lokala grupper vet inte vart de ska vända sig. Varje post i responsibilities ska ha en mottagare som var etablerad när forumet avvecklades och som inte bara är föreslagen, och ha lämnats över senast då. Överenskommelser och lokala grupper som fortfarande pekar på forumet har inte heller tagits över. Att responsibilities inte anges räknas som att ingenting har tagits över; none betyder att det inte fanns något.",
			En: "What nobody takes over is lost: an agreement is not followed up, representatives in knowledge governance are not approved and local groups do not know where to turn. Each entry of responsibilities is to have a receiver that was established when the forum closed and is not only proposed, and to have been handed over by then. Agreements and local groups that still point to the forum have not been taken over either. That responsibilities is not given counts as nothing having been taken over; none means that there was nothing.",
		},
		Remedy: text.Both{
			Sv: "Ange mottagaren i to och dagen i transferred. Har ansvaret ingen mottagare är forumet inte avvecklat: skriv winding-up i history.",
			En: "Give the receiver in to and the day in transferred. If the responsibility has no receiver the forum is not closed: write winding-up in history.",
		},
		Messages: map[string]text.Both{
			"":          {Sv: "{group} avvecklades {end}, men ansvaret ”{what}” har ingen etablerad mottagare", En: "{group} closed {end}, but the responsibility “{what}” has no established receiver"},
			"late":      {Sv: "{group} avvecklades {end}, men ansvaret ”{what}” lämnades över först {transferred}", En: "{group} closed {end}, but the responsibility “{what}” was handed over only {transferred}"},
			"unlisted":  {Sv: "{group} avvecklades {end} utan att det står vem som tog över ansvaret", En: "{group} closed {end} and it does not say who took over its responsibilities"},
			"agreement": {Sv: "{group} avvecklades {end} men ansvarar fortfarande för överenskommelsen", En: "{group} closed {end} but is still responsible for the agreement"},
			"local":     {Sv: "{group} avvecklades {end}, men {local} rapporterar fortfarande dit", En: "{group} closed {end}, but {local} still reports to it"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.1", Line: 481, Says: "Inga befintliga fora ska avvecklas förrän det verkligen säkerställts att aktuella ansvarsområden och frågeställningar verkligen är omhändertagna."},
			{Source: "rapport-2022", Section: "6.1", Line: 469, Says: "tills de nya är helt på plats och att det är säkerställt att samtliga ansvarsområden och frågeställningar är omhändertagna i nyordningen"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		pointing := v.PointingAt()
		for _, g := range v.Forums() {
			if g.Ended.Is == model.Absent || !r.Applies(v.HasEnded(g)) {
				continue
			}
			covered, loose := v.HandedOver(g, pointing[g.Ref])
			if len(loose) == 0 {
				r.Judge(covered, nil)
				continue
			}
			var found []*rule.Finding
			for _, l := range loose {
				f := rule.FoundAs(string(l.What), rule.AtPath(l.Record, l.Path), text.Args{
					"group": phrase.Both(v.ShortName(g)), "end": g.Ended.V.Date.V, "what": phrase.Both(l.Name), "local": phrase.Both(l.Name), "transferred": l.Date,
				})
				if remedy, ok := ofLoose[l.What]; ok {
					f.Remedy = remedy
				}
				if l.What == registry.LooseUnlisted {
					f.Place = rule.At(g, "ended")
				}
				if l.Record != g {
					f.Related = []rule.Related{rule.Beside(rule.At(g, "ended"), "forumet har avvecklats", "the forum has closed")}
				}
				found = append(found, f)
			}
			r.Violated(found...)
		}
	},
}

// ofLoose is what to do about an end that the forum has left loose, where it is
// not one of its responsibilities.
var ofLoose = map[model.Word]text.Both{
	registry.LooseUnlisted: {
		Sv: "Räkna upp forumets ansvar i responsibilities, med mottagare i to och dag i transferred, eller skriv none om det inte fanns något.",
		En: "List what the forum was responsible for in responsibilities, with the receiver in to and the day in transferred, or write none if there was nothing.",
	},
	registry.LooseAgreement: {
		Sv: "Ange until på forumet i överenskommelsens responsible, och den grupp som har tagit över.",
		En: "Give until on the forum in responsible of the agreement, and the group that has taken over.",
	},
	registry.LooseLocal: {
		Sv: "Ange i reports_to den grupp som den lokala gruppen rapporterar till nu.",
		En: "Give in reports_to the group that the local group reports to now.",
	},
}

// responsibilityName is what a responsibility is about, else its id.
func responsibilityName(resp *model.Responsibility) text.Both {
	return phrase.Both(registry.ResponsibilityName(resp))
}
