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

var decisionBodyCompetent = Rule{
	Spec: &rule.Spec{
		ID: "decision-body-competent", Number: "R117", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Den som har fattat ett beslut fanns den dagen och var behörig i frågan.",
			En: "Whoever took a decision existed that day and was competent in the matter.",
		},
		Why: text.Both{
			Sv: "Den politiska styrgruppen beslutar om handlingsplanen, tjänstemannastyrgruppen om sekretariat och grupper, och fullmäktige antar huvudöverenskommelsen. Ett beslut av någon annan binder ingen. Behörig är den som matters anger i den riktlinje som gällde beslutets dag. Är det bara iakttaget vem som brukar besluta blir fyndet en varning. Säger riktlinjen inget om frågan, gällde ingen riktlinje säkert den dagen, eller saknas matter, body eller date i beslutet, går det inte att avgöra. Hör frågan inte till något av riktlinjens ärendeslag skrivs matter: not-applicable, och då prövas bara att organet fanns. Det går inte heller att avgöra när beslutet anger en kommun eller en region men inte vilket av dess organ.",
			En: "The political steering group decides on the action plan, the steering group of officials on the process office and the groups, and the councils adopt the framework agreement. A decision by anybody else binds nobody. Competent is whom matters names in the guideline that was in force on the day of the decision. Where it is only observed who usually decides, the finding is a warning. Where the guideline says nothing of the matter, where no guideline was certainly in force that day, or where the decision lacks matter, body or date, nobody can tell. Where the question belongs to none of the matters of the guideline, matter is written not-applicable, and only that the body existed is tested. Nor can anybody tell where the decision names a municipality or a region but not which of its bodies.",
		},
		Remedy: text.Both{
			Sv: "Kontrollera organ, dag och ärendeslag mot protokollet. Stämmer de behöver rätt organ besluta.",
			En: "Check the body, the day and the matter against the minutes. If they are right, the right body needs to decide.",
		},
		Tune: text.Both{Sv: "matters i riktlinjen.", En: "matters in the guideline."},
		Messages: map[string]text.Both{
			"":      {Sv: "{body} är inte behörig i frågor om {matter}; riktlinjen anger {competent}", En: "{body} is not competent in matters of {matter}; the guideline names {competent}"},
			"early": {Sv: "beslutet är fattat {date} av {body}, som fanns först {from}", En: "the decision was taken {date} by {body}, which existed only from {from}"},
			"late":  {Sv: "beslutet är fattat {date} av {body}, som upphörde {until}", En: "the decision was taken {date} by {body}, which ended {until}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.4", Line: 365, Says: "beslutas av VIS"},
			{Source: "rapport-2022", Section: "7.2", Line: 571, Says: "Förändringar i en samrådsgrupps utformning och bemanning utgör löpande ärenden i Tjänstemannastyrgruppen."},
			{Source: "hok-2021", Line: 21, Says: "Under våren 2022 beslutar kommunfullmäktige i samtliga kommuner och regionfullmäktige i Region Stockholm om huvudöverenskommelsen."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, d := range v.Decisions {
			if d.State.V == model.Decided && d.Date.V.Begun(v.Day) != truth.No {
				judgeDecider(v, r, d)
			}
		}
	},
}

// judgeDecider judges whether the body of a decision existed on the day of it,
// and was competent.
func judgeDecider(v *registry.View, r *rule.Report, d *model.Decision) {
	body, named := d.Body.Get()
	date, dated := d.Date.Get()
	life, found := v.Lifetime(body)
	if !named || !dated || !found {
		r.CannotTell()
		return
	}
	args := text.Args{"body": phrase.Name(v, body), "date": date, "from": life.From, "until": life.Until}
	existed := life.ContainsDate(date)
	var broken []*rule.Finding
	switch {
	case existed != truth.No:
	case !life.From.IsZero() && edtf.Before(date, life.From) == truth.Yes:
		broken = append(broken, rule.FoundAs("early", rule.At(d, "body"), args, "life"))
	default:
		broken = append(broken, rule.FoundAs("late", rule.At(d, "body"), args, "life"))
	}
	competent := truth.CannotTell
	switch matter := d.Matter.V; d.Matter.Is {
	case model.None, model.NotApplicable:
		competent = truth.Yes
	case model.Given:
		p := then(v, date, func(v *registry.View) registry.Parameter[model.Matter] { return v.Matter(matter) })
		competent = v.On(min(date.Latest(), v.Day)).Competent(body, matter)
		if v.On(date.Earliest()).Competent(body, matter) != competent {
			competent = truth.CannotTell
		}
		if competent == truth.No {
			args["matter"], args["competent"] = phrase.Word("matter", matter), phrase.Competent(v, onSide(p.Value.Body.V, v.Side(body)))
			f := rule.Found(rule.At(d, "body"), args, "matter")
			f.Severity, f.Related = weight(p, rule.Error), []rule.Related{byGuideline(p)}
			broken = append(broken, f)
		}
	}
	if len(broken) > 0 {
		r.Violated(broken...)
		return
	}
	r.Judge(truth.And(existed, competent), nil)
}

// onSide is who is competent on one side; on both, where the side is not known.
func onSide(c model.Competent, side model.Word) model.Competent {
	switch side {
	case model.Municipal:
		c.Region = model.Val[model.Word]{}
	case model.Region:
		c.Municipal = model.Val[model.Word]{}
	}
	return c
}
