package rules

import (
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var followupOverdue = Rule{
	Spec: &rule.Spec{
		ID: "followup-overdue", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En gällande överenskommelse följs upp så ofta som den själv anger.",
			En: "An agreement in force is followed up as often as it says itself.",
		},
		Why: text.Both{
			Sv: "En överenskommelse som ska följas upp varje år men inte har följts upp sedan flera år har tappats bort. Tiden (follow_up.every) räknas från slutet av den senaste uppföljda perioden, annars från ikraftträdandet. En uppföljning som inte är inlagd räknas inte, på samma sätt som för andra tidsgränser. Är dagarna inte så bestämda att tiden säkert har gått går det inte att avgöra.",
			En: "An agreement that is to be followed up every year but has not been for several years has been lost sight of. The time (follow_up.every) counts from the end of the last period followed up, else from the entry into force. A follow-up that is not recorded does not count, as with other deadlines. Where the days are too vague to say that the time has passed, nobody can tell.",
		},
		Remedy: text.Both{Sv: "Lägg in den uppföljning som har gjorts i followups/, gör den, eller ändra intervallet.", En: "Record the follow-up that was made in followups/, make it, or change the interval."},
		Tune:   text.Both{Sv: "follow_up.every i överenskommelsen.", En: "follow_up.every of the agreement."},
		Messages: map[string]text.Both{
			"":      {Sv: "den senaste uppföljningen gäller tiden till och med {last}; nästa skulle ha kommit inom {every}", En: "the last follow-up is of the time until {last}; the next was due within {every}"},
			"never": {Sv: "överenskommelsen gäller sedan {entry} men har inte följts upp; det skulle ha skett inom {every}", En: "the agreement has been in force since {entry} but has not been followed up; that was due within {every}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 295, Says: "inom sitt sakområde förvalta och följa upp aktuella länsövergripande"},
			{Source: "rapport-2022", Section: "3.1", Line: 316, Says: "otydlighet kring ansvaret för och uppföljning av överenskommelserna"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		reported := v.FollowupsByAgreement()
		for a := range inForce(v) {
			every, ok := a.FollowUp.V.Every.Get()
			if !ok {
				continue
			}
			f := v.Followed(a, reported[a.Ref])
			r.Judge(f.InTime, func() *rule.Finding {
				place := rule.At(a, "follow_up", "every")
				if f.Last == nil {
					return rule.FoundAs("never", place, text.Args{"entry": f.Since, "every": every})
				}
				found := rule.Found(place, text.Args{"last": f.Since, "every": every})
				found.Related = []rule.Related{rule.Beside(rule.At(f.Last, "period"), "den senaste uppföljningen", "the last follow-up")}
				return found
			})
		}
	},
}
