package rules

import (
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var supplementSameOwner = Rule{
	Spec: &rule.Spec{
		ID: "supplement-same-owner", Number: "R026", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Samma grupp ansvarar för ett tillägg och för den överenskommelse som det kompletterar.",
			En: "The same group is responsible for a supplement and for the agreement that it completes.",
		},
		Why: text.Both{
			Sv: "Tillägget förvaltas och följs upp ihop med överenskommelsen. Ibland finns skäl till något annat, som när ett tillägg gäller en annan åldersgrupp; skriv då skälet (reason). Regeln jämför de grupper som ansvarar för säker: föreslagna grupper jämförs inte.",
			En: "The supplement is managed and followed up together with the agreement. Sometimes there are reasons for something else, as when a supplement concerns another age group; then write the reason. The rule compares the groups that are responsible for certain: those only proposed are not compared.",
		},
		Remedy: text.Both{Sv: "Ange samma ansvariga grupp, eller skriv skälet till skillnaden i reason.", En: "Give the same responsible group, or write the reason for the difference in reason."},
		Messages: map[string]text.Both{
			"": {Sv: "{group} ansvarar för tillägget, men {other} för {parent}", En: "{group} is responsible for the supplement, but {other} for {parent}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 295, Says: "Det kommer vara samrådsgruppens ansvar att inom sitt sakområde förvalta och följa upp"},
			{Source: "rapport-2022", Section: "3.1", Line: 316, Says: "otydlighet kring ansvaret för och uppföljning av överenskommelserna"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for a, parent := range supplements(v) {
			own, ok := v.Owner(a)
			other, ok2 := v.Owner(parent)
			if !ok || !ok2 {
				r.CannotTell()
				continue
			}
			r.Judge(truth.Of(own.Group == other.Group || own.Entry != nil && own.Entry.Reason.Given()), func() *rule.Finding {
				f := rule.Found(rule.At(a, "responsible", own.Index), text.Args{"group": phrase.Name(v, own.Group), "other": phrase.Name(v, other.Group), "parent": phrase.Name(v, parent.Ref)})
				f.Related = []rule.Related{rule.Beside(rule.At(parent, "responsible"), "ansvaret för överenskommelsen", "the responsibility for the agreement")}
				return f
			})
		}
	},
}
