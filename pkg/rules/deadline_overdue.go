package rules

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var deadlineOverdue = Rule{
	Spec: &rule.Spec{
		ID: "deadline-overdue", Number: "R118", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Det som har en tidsgräns har hänt när tidsgränsen har gått ut.",
			En: "What has a deadline has happened when the deadline has passed.",
		},
		Why: text.Both{
			Sv: "Beslut, planer och etablering bygger på varandra, och en tidsgräns som går ut i tysthet flyttar allt som kommer efter. Tidsgränserna är de fält som står till vänster här, och händelsen det fält som står till höger: " + deadlineTable().Sv + ". En tidsgräns har gått ut när dess sista möjliga dag har passerat; juni 2023 går ut efter den 30 juni. Det som ännu inte har hänt är en varning. Det som hände för sent är en upplysning, med dagarna räknade från tidsgränsen till händelsen, minst och mest. En tidsgräns som bara ett förslag sätter ger bara en upplysning. Att en händelse inte är registrerad säger något så länge källan är nyare än stale_after; därefter, och när händelsen är unknown eller förslagets utfall inte är känt, går det inte att avgöra. Det som har upphört eller ersatts har ingen tidsgräns kvar. Första mötet som tidsgräns prövas av deadline-first-meeting.",
			En: "Decisions, plans and establishment build on one another, and a deadline that passes in silence moves all that comes after it. The deadlines are the fields to the left here, and the event the field to the right: " + deadlineTable().En + ". A deadline has passed when its last possible day has; June 2023 passes after 30 June. What has not happened yet is a warning. What happened too late is information, with the days from the deadline to the event, least and most. A deadline that only a proposal sets gives information only. That an event is not recorded says something for as long as the source is newer than stale_after; after that, and where the event is unknown or the fate of the proposal is not known, nobody can tell. What has ended or been replaced has no deadline left. The first meeting as a deadline is for deadline-first-meeting.",
		},
		Remedy: text.Both{
			Sv: "Ange dagen för händelsen om den har ägt rum. Har den inte det beslutar den som satte tidsgränsen om en ny.",
			En: "Give the day of the event if it has taken place. If it has not, whoever set the deadline decides on a new one.",
		},
		Tune: text.Both{Sv: "thresholds.stale_after och thresholds.look_back i vis.yaml.", En: "thresholds.stale_after and thresholds.look_back in vis.yaml."},
		Messages: map[string]text.Both{
			"": {Sv: "tidsgränsen {due} för {what} gick ut för {days} sedan {state}", En: "the deadline {due} for {what} passed {days} ago {state}"},
			"proposed": {
				Sv: "tidsgränsen {due} för {what} gick ut för {days} sedan {state}; {proposal}",
				En: "the deadline {due} for {what} passed {days} ago {state}; {proposal}",
			},
			"late": {Sv: "{what} kom {event}, {days} efter tidsgränsen {due}", En: "{what} came {event}, {days} after the deadline {due}"},
			"late-proposed": {
				Sv: "{what} kom {event}, {days} efter tidsgränsen {due}; {proposal}",
				En: "{what} came {event}, {days} after the deadline {due}; {proposal}",
			},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.4", Line: 365, Says: "i juni 2023 ska en gemensam andlingsplan God och nära vård beslutas av VIS"},
			{Source: "rapport-2022", Section: "7.1", Line: 548, Says: "Det gemensamma sekretariatet tillträder under första kvartalet 2023."},
			{Source: "hok-2021", Line: 21, Says: "Om samtliga antar den, börjar den gälla från och med 1 juli 2022."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, d := range v.Deadlines() {
			if !d.First {
				judgeDeadline(v, r, &d)
			}
		}
	},
}

// judgeDeadline counts a deadline that has come to something, and reports it if
// it was missed. What came late is told of for as long as it is recent.
func judgeDeadline(v *registry.View, r *rule.Report, d *registry.Deadline) {
	switch d.Outcome {
	case registry.NotDue, registry.Lapsed:
	case registry.Met:
		r.Holds()
	case registry.Undecidable:
		r.CannotTell()
	case registry.Overdue:
		f := missed(v, d, "", placeOf(v, d.Record, d.Path))
		if d.Proposed {
			f.Severity = rule.Info
		}
		r.Violated(f)
	case registry.Late:
		judgeEvent(v, r, d.Event.Date, truth.No, func() []*rule.Finding {
			f := missed(v, d, "late", placeOf(v, d.Event.Record, d.Event.Path))
			f.Severity, f.Remedy = rule.Info, ofSlip
			f.Related = append(f.Related, rule.Related{Place: placeOf(v, d.Record, d.Path), Message: text.Both{Sv: "tidsgränsen står här", En: "the deadline stands here"}})
			return []*rule.Finding{f}
		})
	}
}

// ofSlip is what to do about something that came late.
var ofSlip = text.Both{
	Sv: "Kontrollera dagarna mot källan. En försening som har skett kräver ingen annan åtgärd.",
	En: "Check the days against the source. A delay that has occurred needs no other action.",
}

// missed is the finding of a deadline that was missed, one that only a proposal
// sets in a variant of its own.
func missed(v *registry.View, d *registry.Deadline, name string, p rule.Place) *rule.Finding {
	args := text.Args{"due": d.Due, "what": d.What(), "days": days(d.Fewest, d.Most)}
	switch {
	case name == "late":
		args["event"] = d.Event.Date
	case d.Event.Date.IsZero():
		args["state"] = text.Both{Sv: "utan att det är registrerat att det har skett", En: "and that it has come is not recorded"}
	default:
		args["state"] = text.Both{Sv: "utan att det har skett", En: "and it has not come"}
	}
	if d.Proposed {
		args["proposal"] = proposal(v, d)
		name = strings.TrimPrefix(name+"-proposed", "-")
	}
	f := rule.FoundAs(name, p, args)
	if !d.Proposal.IsZero() {
		f.Related = append(f.Related, rule.Related{Place: placeOf(v, d.Proposal, model.Path{}.At("state")), Message: text.Both{Sv: "förslaget", En: "the proposal"}})
	}
	f.Sources = d.Sources.List()
	return f
}
