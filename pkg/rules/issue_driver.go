package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var issueDriver = Rule{
	Spec: &rule.Spec{
		ID: "issue-driver", Number: "R113", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En utvecklingsfråga som drivs har en drivande grupp.",
			En: "A development issue that is being driven has a group that drives it.",
		},
		Why: text.Both{
			Sv: "Samrådsgrupperna ska identifiera och driva utvecklingsfrågor. En fråga som drivs av ingen blir liggande. Regeln läser driver på frågor med state: driven, så länge källan räcker (stale_after) och från den dag som den är från. En fråga som bara är fångad, beredd eller prioriterad får sakna drivande grupp. Är den unknown eller inte angiven går det inte att avgöra.",
			En: "The consultation groups are to find and drive development issues. One that nobody drives is left lying. The rule reads driver of issues with state: driven, for as long as the source vouches for it (stale_after) and from the day of the source. An issue that is only captured, prepared or prioritised may lack one. Where it is unknown or not given, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Ange den grupp som driver frågan i driver, eller rätta frågans läge.",
			En: "Give the group that drives the issue in driver, or correct its state.",
		},
		Tune:     text.Both{Sv: "thresholds.stale_after i vis.yaml.", En: "thresholds.stale_after in vis.yaml."},
		Messages: map[string]text.Both{"": {Sv: "utvecklingsfrågan drivs, men ingen grupp anges driva den", En: "the issue is being driven, but no group is said to drive it"}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.2", Line: 330, Says: "Samrådsgrupperna kommer ha i uppdrag att identifiera och driva relevanta utvecklingsfrågor."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, i := range v.Issues {
			if i.Driver.Is == model.NotApplicable || !r.Applies(v.IssueIs(i, registry.IssueDriven)) {
				continue
			}
			switch i.Driver.Is {
			case model.Given:
				r.Holds()
			case model.None:
				r.Violated(rule.Found(rule.At(i, "driver"), nil))
			default:
				r.CannotTell()
			}
		}
	},
}
