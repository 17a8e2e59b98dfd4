package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var closedWithResponsibilities = Rule{
	Twin: "group-closure-coverage",
	Spec: &rule.Spec{
		ID: "closed-with-responsibilities", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Den ändring som avvecklar ett forum visar att en etablerad grupp har tagit över allt det ansvarade för.",
			En: "The change that closes a forum shows that an established group has taken over everything it was responsible for.",
		},
		Why: text.Both{
			Sv: "När forumet väl är avvecklat finns ingen kvar som kan lämna över. Regeln gäller forum som fanns och är avvecklade efter ändringen men inte före den, och avgör på samma sätt som group-closure-coverage: varje post i responsibilities ska ha en mottagare som var etablerad och ha lämnats över senast då, och inga överenskommelser och lokala grupper får peka på forumet. Att responsibilities inte anges räknas som att ingenting har tagits över. Ett fynd av båda reglerna visas en gång i granskningen. Är mottagaren okänd går det inte att avgöra.",
			En: "Once the forum is closed, nobody is left to hand anything over. The rule covers forums that were there and are closed after the change but not before it, and decides as group-closure-coverage does: each entry of responsibilities is to have a receiver that was established and to have been handed over by then, and no agreement or local group may point to the forum. That responsibilities is not given counts as nothing having been taken over. What both rules find is shown once in a review. Where the receiver is unknown, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Ange mottagaren i to och dagen i transferred, eller låt forumet vara kvar: skriv winding-up i history och vänta med ended.",
			En: "Give the receiver in to and the day in transferred, or let the forum remain: write winding-up in history and wait with ended.",
		},
		Messages: map[string]text.Both{
			"":          {Sv: "{group} avvecklas {end}, men ansvaret ”{what}” har ingen etablerad mottagare", En: "{group} closes {end}, but the responsibility “{what}” has no established receiver"},
			"late":      {Sv: "{group} avvecklas {end}, men ansvaret ”{what}” lämnas över först {transferred}", En: "{group} closes {end}, but the responsibility “{what}” is handed over only {transferred}"},
			"unlisted":  {Sv: "{group} avvecklas {end} utan att det står vem som tar över ansvaret", En: "{group} closes {end} and it does not say who takes over its responsibilities"},
			"agreement": {Sv: "{group} avvecklas {end} men ansvarar fortfarande för {what}", En: "{group} closes {end} but is still responsible for {what}"},
			"local":     {Sv: "{group} avvecklas {end}, men {what} rapporterar fortfarande dit", En: "{group} closes {end}, but {what} still reports to it"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.1", Line: 481, Says: "Inga befintliga fora ska avvecklas förrän det verkligen säkerställts att aktuella ansvarsområden och frågeställningar verkligen är omhändertagna."},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		var pointing map[model.Ref][]registry.LooseEnd
		for _, c := range d.Records {
			base, head, ok := versions[*model.Group](c)
			if !ok || !registry.IsForum(head) || d.Base.HasEnded(base) == truth.Yes || d.Head.HasEnded(head) != truth.Yes {
				continue
			}
			if pointing == nil {
				pointing = d.Head.PointingAt()
			}
			covered, loose := d.Head.HandedOver(head, pointing[head.Ref])
			if len(loose) == 0 {
				r.Judge(covered, nil)
				continue
			}
			var found []*rule.Finding
			for _, l := range loose {
				args := text.Args{"group": shortName(d.Head, head.Ref), "end": endOf(head), "what": phrase.Both(l.Name), "transferred": l.Date}
				if l.What == registry.LooseAgreement {
					args["what"] = nameOf(d, l.Record)
				}
				f := rule.FoundAs(string(l.What), rule.AtPath(l.Record, l.Path), args)
				if l.Record != head {
					f.Related = []rule.Related{rule.Beside(rule.At(head, "ended"), "forumet avvecklas", "the forum closes")}
				}
				found = append(found, f)
			}
			r.Violated(found...)
		}
	},
}

// endOf is the last day of a group, as an argument of a message.
func endOf(g *model.Group) any {
	if g.Ended.V.Date.Given() {
		return g.Ended.V.Date.V
	}
	return text.Both{Sv: "utan dag", En: "undated"}
}
