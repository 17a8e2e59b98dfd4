package rules

import (
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var deadlineFirstMeeting = Rule{
	Spec: &rule.Spec{
		ID: "deadline-first-meeting", Number: "R119", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett beslut som ska fattas på en grupps första möte under en viss tid är fattat senast på det mötet.",
			En: "A decision that is due at the first meeting of a group within a time is taken no later than at that meeting.",
		},
		Why: text.Both{
			Sv: "”Första mötet hösten 2023” blir en dag först när mötena är kända. Mötet är gruppens tidigaste under tiden (first_meeting_of och in); inställda möten räknas inte. Vilket möte som är det första går bara att avgöra när gruppens möten är fullständiga (complete.meetings) från tidens början, och inga registrerade möten säger därför ingenting. I övrigt prövas tidsgränsen som i deadline-overdue: ett senare beslut är en upplysning med antalet dagar, och en tidsgräns som bara ett förslag sätter ger bara en upplysning.",
			En: "“The first meeting of autumn 2023” becomes a day only when the meetings are known. It is the earliest meeting of the group within the time (first_meeting_of and in); cancelled meetings do not count. Which meeting is the first can be told only where the meetings of the group are complete (complete.meetings) from the beginning of the time, and no recorded meetings therefore say nothing. Otherwise the deadline is judged as in deadline-overdue: a later decision is information with the number of days, and a deadline that only a proposal sets gives information only.",
		},
		Remedy: text.Both{
			Sv: "Ange beslutets dag om det är fattat. Är det inte det tas ärendet upp på gruppens nästa möte.",
			En: "Give the day of the decision if it is taken. If it is not, put the matter on the agenda of the next meeting of the group.",
		},
		Tune: text.Both{Sv: "thresholds.stale_after och thresholds.look_back i vis.yaml.", En: "thresholds.stale_after and thresholds.look_back in vis.yaml."},
		Messages: map[string]text.Both{
			"": {Sv: "{what} skulle fattas på det första mötet, {due}, för {days} sedan: tidsgränsen gick ut {state}", En: "{what} was due at the first meeting, {due}, {days} ago: the deadline passed {state}"},
			"proposed": {
				Sv: "{what} skulle fattas på det första mötet, {due}, för {days} sedan: tidsgränsen gick ut {state}; {proposal}",
				En: "{what} was due at the first meeting, {due}, {days} ago: the deadline passed {state}; {proposal}",
			},
			"late":          {Sv: "{what} fattades {event}, {days} efter det första mötet, {due}", En: "{what} was taken {event}, {days} after the first meeting, {due}"},
			"late-proposed": {Sv: "{what} fattades {event}, {days} efter det första mötet, {due}; {proposal}", En: "{what} was taken {event}, {days} after the first meeting, {due}; {proposal}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "7.4", Line: 583, Says: "Tjänstemannastyrgruppen föreslås ta beslut om tidplan för översyn HÖKs riktlinje på sitt första möte hösten 2023."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, d := range v.Deadlines() {
			if d.First {
				judgeFirstMeeting(v, r, &d)
			}
		}
	},
}

// judgeFirstMeeting judges a deadline that stands for a meeting, and points at
// the meeting too.
func judgeFirstMeeting(v *registry.View, r *rule.Report, d *registry.Deadline) {
	before := len(r.Findings)
	judgeDeadline(v, r, d)
	for _, f := range r.Findings[before:] {
		f.Related = append(f.Related, rule.Related{Place: placeOf(v, d.FirstMeeting, nil), Message: text.Both{Sv: "det första mötet", En: "the first meeting"}})
	}
}
