package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var issueMultiGroupCoordinated = Rule{
	Spec: &rule.Spec{
		ID: "issue-multi-group-coordinated", Number: "R114", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En utvecklingsfråga som berör flera grupper samordnas av processledningen.",
			En: "A development issue that concerns several groups is coordinated by the process office.",
		},
		Why: text.Both{
			Sv: "Samma fråga kan beröra flera grupper, och då behöver någon hålla ihop den. Det är det gemensamma sekretariatet, som står i process_office. Regeln läser concerns och coordinator på frågor som inte är klara eller nedlagda. Organisationer, och grupper som har avvecklats, räknas inte. Är samordnaren unknown eller inte angiven går det inte att avgöra, och det gäller också om concerns kan omfatta fler grupper än de som står där.",
			En: "The same issue may concern several groups, and then somebody has to hold it together. That is the common secretariat, which stands in process_office. The rule reads concerns and coordinator of issues that are not done or dropped. Organizations, and groups that have closed, do not count. Where the coordinator is unknown or not given nobody can tell, nor where concerns may cover more groups than it gives.",
		},
		Remedy: text.Both{
			Sv: "Ange processledningen i coordinator, eller rätta vilka grupper frågan berör.",
			En: "Give the process office in coordinator, or correct which groups the issue concerns.",
		},
		Tune: text.Both{Sv: "process_office i vis.yaml.", En: "process_office in vis.yaml."},
		Messages: map[string]text.Both{
			"":     {Sv: "frågan berör {groups} men samordnas av {coordinator}; {office} förväntades", En: "the issue concerns {groups} but is coordinated by {coordinator}; {office} was expected"},
			"none": {Sv: "frågan berör {groups} men samordnas av ingen; {office} förväntades", En: "the issue concerns {groups} but is coordinated by nobody; {office} was expected"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.2", Line: 337, Says: "Då samma och likartade utvecklingsfrågor kan beröra flera grupperingar är här en nära samverkan med det regionala sekretariatet av största vikt."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		office, ok := v.Office()
		if !ok {
			return
		}
		for _, i := range v.Issues {
			groups, several := v.ConcernedGroups(i)
			if i.Coordinator.Is == model.NotApplicable || !r.Applies(several, v.IssueIsOpen(i)) {
				continue
			}
			args := text.Args{"groups": phrase.Names(v, groups), "office": phrase.Both(v.ShortName(office))}
			switch ref, given := i.Coordinator.Get(); {
			case given && ref.Record() == office.Ref:
				r.Holds()
			case given:
				args["coordinator"] = phrase.Name(v, ref)
				r.Violated(rule.Found(rule.At(i, "coordinator"), args))
			case i.Coordinator.Is == model.None:
				r.Violated(rule.FoundAs("none", rule.At(i, "coordinator"), args))
			default:
				r.CannotTell()
			}
		}
	},
}
