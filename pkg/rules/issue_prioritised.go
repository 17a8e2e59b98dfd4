package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var issuePrioritised = Rule{
	Spec: &rule.Spec{
		ID: "issue-prioritised", Number: "R115", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En utvecklingsfråga som drivs vilar på ett mål eller en prioritering som behörigt organ har beslutat.",
			En: "A development issue that is being driven rests on a goal or a priority that the competent body has decided.",
		},
		Why: text.Both{
			Sv: "En fråga som drivs utan att vara prioriterad utgår lätt från enskilda intressen och blir beroende av person. Regeln läser priority på frågor med state: driven, så länge källan räcker (stale_after). Den ska leda till ett beslut, eller till en plan med ett beslut, som är fattat av den som riktlinjen gör behörig (matters.priority), antingen den dag beslutet fattades eller nu. Frågor som bara hanteras på lokal nivå berörs inte. Är priority, planens beslut eller beslutets organ unknown eller inte angivet går det inte att avgöra.",
			En: "An issue that is driven without being prioritised easily starts from single interests and comes to depend on a person. The rule reads priority of issues with state: driven, for as long as the source vouches for it (stale_after). It is to lead to a decision, or to a plan with a decision, taken by whoever the guideline makes competent (matters.priority), either on the day of the decision or now. Issues that are handled on the local level only are exempt. Where priority, the decision of the plan or the body of the decision is unknown or not given, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Ange i priority det beslut eller den plan som frågan vilar på, eller lyft frågan till den grupp som prioriterar.",
			En: "Give in priority the decision or the plan that the issue rests on, or raise the issue with the group that sets priorities.",
		},
		Tune: text.Both{
			Sv: "matters.priority i riktlinjen och thresholds.stale_after i vis.yaml.",
			En: "matters.priority of the guideline and thresholds.stale_after in vis.yaml.",
		},
		Messages: map[string]text.Both{
			"":          {Sv: "frågan drivs utan att vila på något mål eller någon prioritering", En: "the issue is being driven without resting on any goal or priority"},
			"undecided": {Sv: "frågan vilar på ”{priority}”, som inte är beslutad {day}", En: "the issue rests on “{priority}”, which is not decided on {day}"},
			"body":      {Sv: "frågan vilar på ”{priority}”, beslutad av {body}, som inte är behörig att prioritera", En: "the issue rests on “{priority}”, decided by {body}, which is not competent to set priorities"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.3", Line: 265, Says: "att dessa inte blivit prioriterade av tjänstemannastygruppen eller VIS"},
			{Source: "rapport-2022", Section: "3.2", Line: 334, Says: "vara en omsättande kraft av de mål som VIS och tjänstemannastyrgruppen beslutar om"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		p := v.Matter("priority")
		if p.Governs == truth.No {
			return
		}
		for _, i := range v.Issues {
			local := v.OnlyOn(i, registry.LocalLevel)
			if i.Priority.Is == model.NotApplicable || !r.Applies(v.IssueIs(i, registry.IssueDriven), local.Not(), p.Governs) {
				continue
			}
			outcome, fault := v.PriorityDecided(i)
			r.Judge(outcome, func() *rule.Finding {
				found := lackingPriority(v, i, fault)
				found.Severity, found.Related = weight(p, rule.Warning), []rule.Related{byGuideline(p)}
				return found
			})
		}
	},
}

// lackingPriority is what is wrong with the priority that an issue rests on.
func lackingPriority(v *registry.View, i *model.Issue, fault string) *rule.Finding {
	place := rule.At(i, "priority")
	if fault == "" {
		return rule.Found(place, nil)
	}
	args := text.Args{"priority": phrase.Name(v, i.Priority.V), "day": v.Day}
	ref := i.Priority.V
	if p, is := registry.Find[*model.Plan](v.Registry, ref); is {
		ref = p.Decision.V
	}
	if d, is := v.Decision(ref); is && fault == "body" {
		args["body"] = phrase.Name(v, d.Body.V)
	}
	return rule.FoundAs(fault, place, args)
}
