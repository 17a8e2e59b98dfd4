package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var communicationChannel = Rule{
	Spec: &rule.Spec{
		ID: "communication-channel", Number: "R065", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett aktivt forum anger hur det kommunicerar, och hur ofta det som ges ut regelbundet kommer.",
			En: "An active forum states how it communicates, and how often what is issued regularly appears.",
		},
		Why: text.Both{
			Sv: "De kommuner som inte själva deltar får veta vad som händer genom forumets kanaler. Regeln läser communication. En kanal som vokabulären anger som regelbunden (periodic), till exempel ett nyhetsbrev, ska ha per_year. unknown går inte att avgöra.",
			En: "The municipalities that do not take part themselves learn what happens through the channels of the forum. The rule reads communication. A channel that the vocabulary gives as periodic, such as a newsletter, must have per_year. unknown cannot be told.",
		},
		Remedy: text.Both{
			Sv: "Ange en kanal, och i per_year hur många gånger om året den används. Skriv per_year: unknown om det inte är känt.",
			En: "Give a channel, and in per_year how many times a year it is used. Write per_year: unknown if it is not known.",
		},
		Tune: text.Both{Sv: "periodic för kanalen i vocabulary.yaml.", En: "periodic of the channel in vocabulary.yaml."},
		Messages: map[string]text.Both{
			"":     {Sv: "{group} har ingen kanal för kommunikation", En: "{group} has no channel of communication"},
			"year": {Sv: "{group} anger inte hur många gånger per år kanalen ”{channel}” används", En: "{group} does not say how many times a year the channel “{channel}” is used"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 133, Says: "Nyhetsbrev publiceras 4 gånger per år."},
			{Source: "rapport-2022", Section: "2.2", Line: 155, Says: "Ingen länsgemensam kommunikation finns"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Forums() {
			if g.Communication.Is == model.NotApplicable || !r.Applies(v.IsActive(g), v.Vouched(g, "communication")) {
				continue
			}
			var found []*rule.Finding
			told := !g.Communication.Open()
			for i, c := range g.Communication.All() {
				switch {
				case !v.IsPeriodic(c.Channel.V) || c.PerYear.Given() || c.PerYear.Is == model.NotApplicable:
				case c.PerYear.Is == model.Unknown:
					told = false
				default:
					found = append(found, rule.FoundAs("year", rule.At(g, "communication", i, "channel"), text.Args{
						"group": phrase.Both(v.ShortName(g)), "channel": phrase.Terms(v, "channels", []model.Term{c.Channel.V}),
					}))
				}
			}
			switch {
			case g.Communication.Is == model.None:
				r.Violated(rule.Found(rule.At(g, "communication"), text.Args{"group": phrase.Both(v.ShortName(g))}))
			case len(found) > 0:
				r.Violated(found...)
			case told && len(g.Communication.Items) > 0:
				r.Holds()
			default:
				r.CannotTell()
			}
		}
	},
}
