package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var issueLevelSource = Rule{
	Spec: &rule.Spec{
		ID: "issue-level-source", Number: "R112", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En utvecklingsfråga har nivå, riktning och någon som har väckt den.",
			En: "A development issue has a level, a direction and somebody who raised it.",
		},
		Why: text.Both{
			Sv: "Frågor fångas in från flera nivåer och möter olika behov: lokala behov, nationella krav, styrgruppernas mål och beredning till dem. Den som inte vet varifrån en fråga kommer och vart den ska kan inte följa den. Regeln läser level (nivåer över tid), direction (vokabulärens directions) och raised.by. Bara none bryter regeln, för en fråga har alltid kommit någonstans ifrån. Är uppgiften unknown eller inte angiven går det inte att avgöra. Källhänvisningar tas upp av source-required.",
			En: "Issues are captured from several levels and meet different needs: local needs, national demands, the goals of the steering groups and preparation for them. Whoever does not know where an issue comes from and where it is going cannot follow it. The rule reads level (levels over time), direction (directions of the vocabulary) and raised.by. Only none breaks the rule, since an issue has always come from somewhere. Where the answer is unknown or not given, nobody can tell. Citations are for source-required.",
		},
		Remedy: text.Both{
			Sv: "Ange nivå, riktning och vem som väckte frågan, eller unknown om källan inte säger det.",
			En: "Give the level, the direction and who raised the issue, or unknown if the source does not say.",
		},
		Messages: map[string]text.Both{
			"level":     {Sv: "utvecklingsfrågan anges sakna nivå; {expected} förväntades", En: "the issue is said to have no level; {expected} was expected"},
			"direction": {Sv: "utvecklingsfrågan anges sakna riktning; {expected} förväntades", En: "the issue is said to have no direction; {expected} was expected"},
			"raised":    {Sv: "utvecklingsfrågan anges inte vara väckt av någon", En: "the issue is said to have been raised by nobody"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.2", Line: 330, Says: "Dessa utvecklingsfrågor behöver fångas in från flera olika nivåer och områden."},
			{Source: "rapport-2022", Section: "3.2", Line: 332, Says: "fånga upp lokala behov som behöver drivas och hanteras på en regional nivå"},
			{Source: "rapport-2022", Section: "3.2", Line: 339, Says: "Frågeställningarna bedrivs nationellt, regionalt, delregionalt och lokalt."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		byDirection := text.Args{"expected": text.Or(v.TermIDs("directions"))}
		byLevel := text.Args{"expected": text.Or(levels())}
		for _, i := range v.Issues {
			by, byPlace := i.Raised.V.By.Is, rule.At(i, "raised", "by")
			if i.Raised.Is != model.Given {
				by, byPlace = i.Raised.Is, rule.At(i, "raised")
			}
			var found []*rule.Finding
			told := true
			for _, p := range []struct {
				is   model.Answer
				open bool
				none *rule.Finding
			}{
				{i.Level.Is, i.Level.Open(), rule.FoundAs("level", rule.At(i, "level"), byLevel)},
				{i.Direction.Is, i.Direction.Open(), rule.FoundAs("direction", rule.At(i, "direction"), byDirection)},
				{by, false, rule.FoundAs("raised", byPlace, nil)},
			} {
				switch {
				case p.is == model.None:
					found = append(found, p.none)
				case p.is == model.Absent || p.is == model.Unknown || p.open:
					told = false
				}
			}
			switch {
			case len(found) > 0:
				r.Violated(found...)
			case told:
				r.Holds()
			default:
				r.CannotTell()
			}
		}
	},
}

// levels is every level.
func levels() []string {
	var out []string
	for _, c := range model.Enumeration("level") {
		out = append(out, string(c.ID))
	}
	return out
}
