package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementReplacedBy = Rule{
	Spec: &rule.Spec{
		ID: "agreement-replaced-by", Number: "R048", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En överenskommelse som har upphört eller löpt ut har en efterföljare, eller anger att ingen finns.",
			En: "An agreement that has ended or expired has a successor, or says that there is none.",
		},
		Why: text.Both{
			Sv: "Den som läser en överenskommelse som inte längre gäller måste få veta vad som gäller i stället. En efterföljare pekar på den äldre med replaces. Finns ingen står successor: none i ended, och är det inte känt står unknown; då går det inte att avgöra. Andras överenskommelser, som de statliga, berörs inte.",
			En: "Whoever reads an agreement that is no longer in force must learn what applies instead. A successor points to the older one with replaces. Where there is none, ended says successor: none, and where that is not known it says unknown; then nobody can tell. The agreements of others, such as national ones, are exempt.",
		},
		Remedy: text.Both{Sv: "Ange den äldre i replaces hos efterföljaren, eller skriv successor: none eller unknown i ended.", En: "Give the older one in replaces of the successor, or write successor: none or unknown in ended."},
		Messages: map[string]text.Both{
			"":        {Sv: "överenskommelsen upphörde {date}, men det framgår inte vad som ersätter den", En: "the agreement ended {date}, but it does not say what replaces it"},
			"undated": {Sv: "överenskommelsen har upphört, men det framgår inte vad som ersätter den", En: "the agreement has ended, but it does not say what replaces it"},
			"expired": {Sv: "överenskommelsen löpte ut {date}, men det framgår inte vad som ersätter den", En: "the agreement expired {date}, but it does not say what replaces it"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 175, Says: "Psykisk hälsa och suicidprevention 2021–2022"},
			{Source: "rapport-2022", Section: "3.4", Line: 365, Says: "Handlingsplanen kommer ersätta det som tidigare hetat VIS prioriterade områden."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, a := range v.Agreements {
			lapsed := v.HasLapsed(a)
			if a.External.V || a.Type.V == "national" || lapsed == truth.No {
				continue
			}
			named := truth.No
			switch is := a.Ended.V.Successor.Is; {
			case len(v.ReplacedBy(a.Ref)) > 0, is == model.None, is == model.NotApplicable:
				named = truth.Yes
			case is == model.Unknown:
				named = truth.CannotTell
			}
			r.Judge(truth.Or(lapsed.Not(), named), func() *rule.Finding {
				switch end, _ := registry.EndOf(a); {
				case !a.Ended.Given():
					return rule.FoundAs("expired", rule.At(a, "expires"), text.Args{"date": end})
				case end.IsZero():
					return rule.FoundAs("undated", rule.AtKey(a, "ended"), nil)
				default:
					return rule.Found(rule.AtKey(a, "ended"), text.Args{"date": end})
				}
			})
		}
	},
}
