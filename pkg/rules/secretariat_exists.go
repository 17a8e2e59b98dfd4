package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var secretariatExists = Rule{
	Spec: &rule.Spec{
		ID: "secretariat-exists", Number: "R060", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett aktivt forum har ett sekretariat som är i gång, eller anger vem som gör arbetet i stället.",
			En: "An active forum has a secretariat at work, or states who does the work instead.",
		},
		Why: text.Both{
			Sv: "Utan någon som förbereder mötena och följer upp dem stannar arbetet av. Forumet har ett sekretariat om det anger vilka organisationer som bemannar det (secretariat.organizations) eller att det är i gång (status). Har det inget räcker det att ange vem som gör arbetet (done_by). Ett oregelbundet sekretariat är också ett sekretariat; ett som har avstannat är det inte.",
			En: "Without anybody who prepares the meetings and follows them up the work comes to a halt. A forum has a secretariat if it gives the organizations that staff it (secretariat.organizations) or that it is at work (status). If it has none it is enough to give who does the work (done_by). An irregular secretariat is a secretariat too; one that has stopped is not.",
		},
		Remedy: text.Both{
			Sv: "Tillsätt ett sekretariat, eller ange i done_by vilken funktion som gör arbetet.",
			En: "Set up a secretariat, or give in done_by which function does the work.",
		},
		Messages: map[string]text.Both{
			"":        {Sv: "{group} har inget sekretariat, och det anges inte vem som gör arbetet", En: "{group} has no secretariat, and it does not say who does the work"},
			"stopped": {Sv: "sekretariatet för {group} har avstannat, och det anges inte vem som gör arbetet", En: "the secretariat of {group} has stopped, and it does not say who does the work"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.1", Line: 113, Says: "Det finns tillsatta sekretariat för samverkansgrupperna."},
			{Source: "rapport-2022", Section: "2.2", Line: 237, Says: "Inget sekretariat finns. RSS samordnare på Storsthlm gör planeringsarbetet."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Forums() {
			s := g.Secretariat
			if s.Is == model.NotApplicable || !r.Applies(v.IsActive(g), v.Vouched(g, "secretariat", &s.V.Evidence)) {
				continue
			}
			args := text.Args{"group": phrase.Both(v.ShortName(g))}
			r.Judge(registry.HasSecretariat(g), func() *rule.Finding {
				switch {
				case s.Is == model.None:
					return rule.Found(rule.At(g, "secretariat"), args)
				case s.V.Status.V == "stopped":
					return rule.FoundAs("stopped", rule.At(g, "secretariat", "status"), args)
				}
				return rule.Found(rule.At(g, "secretariat", "organizations"), args)
			})
		}
	},
}
