package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var followupMatchesAgreement = Rule{
	Spec: &rule.Spec{
		ID: "followup-matches-agreement", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En uppföljning mäter det som överenskommelsen anger, under en tid då den gällde.",
			En: "A follow-up measures what the agreement says, during a time when it was in force.",
		},
		Why: text.Both{
			Sv: "Ett utfall för en indikator som överenskommelsen inte har går inte att tolka, och en period då den inte gällde säger inget om den. Är överenskommelsens indikatorer unknown eller inte inlagda ännu, eller dagarna obestämda, går det inte att avgöra.",
			En: "A value of an indicator that the agreement lacks cannot be read, and a period when it was not in force says nothing of it. Where the indicators of the agreement are unknown or not recorded yet, or the days are vague, nobody can tell.",
		},
		Remedy: text.Both{Sv: "Rätta indikatorns id eller perioden, eller lägg till indikatorn i överenskommelsens follow_up.", En: "Correct the id of the indicator or the period, or add the indicator to follow_up of the agreement."},
		Messages: map[string]text.Both{
			"":       {Sv: "{agreement} har ingen indikator ”{indicator}”", En: "{agreement} has no indicator “{indicator}”"},
			"before": {Sv: "perioden slutar {date}, men {agreement} gäller först från {entry}", En: "the period ends {date}, but {agreement} is in force only from {entry}"},
			"after":  {Sv: "perioden börjar {date}, men {agreement} gällde till och med {end}", En: "the period begins {date}, but {agreement} was in force until {end}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 322, Says: "vidareutveckla utifrån vilka kriterier uppföljning ska ske"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, f := range v.Followups {
			if a, ok := registry.Find[*model.Agreement](v.Registry, f.Agreement.V); ok && !a.External.V {
				judgeIndicators(v, r, f, a)
				judgeFollowupPeriod(v, r, f, a)
			}
		}
	},
}

func judgeIndicators(v *registry.View, r *rule.Report, f *model.Followup, a *model.Agreement) {
	indicators := a.FollowUp.V.Indicators
	open := indicators.Open() || indicators.Is == model.Absent && a.FollowUp.Is != model.None
	has := map[model.Slug]bool{}
	for _, ind := range indicators.All() {
		has[ind.ID.V] = true
	}
	for i, m := range f.Indicators.All() {
		known := truth.Of(has[m.ID.V])
		if known == truth.No && open {
			known = truth.CannotTell
		}
		r.Judge(known, func() *rule.Finding {
			found := rule.Found(rule.At(f, "indicators", i, "id"), text.Args{"agreement": phrase.Name(v, a.Ref), "indicator": string(m.ID.V)}, string(m.ID.V))
			found.Related = []rule.Related{rule.Beside(rule.AtKey(a, "follow_up", "indicators"), "överenskommelsens indikatorer", "the indicators of the agreement")}
			return found
		})
	}
}

func judgeFollowupPeriod(v *registry.View, r *rule.Report, f *model.Followup, a *model.Agreement) {
	span, ok := f.Period.Get()
	if !ok {
		return
	}
	entry := registry.EntryOf(a)
	end, ends := registry.EndOf(a)
	begun, over := truth.CannotTell, truth.No
	if !entry.IsZero() && span.Until.Given() {
		begun = edtf.NotAfter(entry, span.Until.V)
	}
	if ends {
		over = truth.CannotTell
		if span.From.Given() {
			over = edtf.Before(end, span.From.V)
		}
	}
	r.Judge(truth.And(begun, over.Not()), func() *rule.Finding {
		if begun == truth.No {
			found := rule.FoundAs("before", rule.At(f, "period"), text.Args{"date": span.Until.V, "agreement": phrase.Name(v, a.Ref), "entry": entry})
			found.Related = []rule.Related{rule.Beside(rule.At(a, "entry_into_force"), "ikraftträdandet", "the entry into force")}
			return found
		}
		return rule.FoundAs("after", rule.At(f, "period"), text.Args{"date": span.From.V, "agreement": phrase.Name(v, a.Ref), "end": end})
	})
}
