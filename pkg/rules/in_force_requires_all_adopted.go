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

var inForceRequiresAllAdopted = Rule{
	Spec: &rule.Spec{
		ID: "in-force-requires-all-adopted", Number: "R038", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En överenskommelse som ska antas av samtliga parter gäller inte förrän alla har antagit den.",
			En: "An agreement that all parties must adopt is not in force until all of them have adopted it.",
		},
		Why: text.Both{
			Sv: "När ikraftträdandet har villkoret all-parties binder överenskommelsen ingen förrän den sista parten har antagit den. Regeln prövar varje part den dag då överenskommelsen började gälla (actual). Ett avslag, en återremiss, ett väntande beslut eller ett senare antagande säger emot den dagen. Ett antagande som bara saknas gör det inte, om inte complete.adoptions täcker dagen; en källa som säger att alla har antagit (adoption_evidence) räcker. Ett återtagande efteråt är en annan sak.",
			En: "Where the entry into force has the condition all-parties, the agreement binds nobody until the last party has adopted it. The rule judges each party on the day the agreement entered into force (actual). A rejection, a referral back, a pending decision or a later adoption contradicts that day. An adoption that is only missing does not, unless complete.adoptions covers the day; a source that says that all have adopted (adoption_evidence) is enough. A withdrawal afterwards is another matter.",
		},
		Remedy: text.Both{Sv: "Rätta ikraftträdandet eller antagandet, eller ange källan som säger att alla hade antagit.", En: "Correct the entry into force or the adoption, or cite the source that says that all had adopted."},
		Messages: map[string]text.Both{
			"":        {Sv: "överenskommelsen gäller från {date} om alla har antagit den, men läget för {party} är {state}", En: "the agreement is in force from {date} if all have adopted it, but the state of {party} is {state}"},
			"later":   {Sv: "överenskommelsen gäller från {date} om alla har antagit den, men {party} antog den {adopted}", En: "the agreement is in force from {date} if all have adopted it, but {party} adopted it {adopted}"},
			"missing": {Sv: "överenskommelsen gäller från {date} om alla har antagit den, men antagande saknas för {n|en part|# parter}: {parties}", En: "the agreement is in force from {date} if all have adopted it, but there is no adoption of {n|one party|# parties}: {parties}"},
		},
		Cites: []rule.Cite{
			{Source: "hok-2021", Line: 21, Says: "Om samtliga antar den, börjar den gälla från och med 1 juli 2022."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, a := range v.Agreements {
			e := a.EntryIntoForce.V
			actual, ok := e.Actual.Get()
			if a.External.V || !ok || e.Condition.V != model.AllParties || actual.Begun(v.Day) == truth.No {
				continue
			}
			judgeAllAdopted(v, r, a, actual)
		}
	},
}

func judgeAllAdopted(v *registry.View, r *rule.Report, a *model.Agreement, actual edtf.Date) {
	if actual.Latest().IsOpen() {
		r.CannotTell()
		return
	}
	// What is certain is so on the first day that the entry can be as well as on
	// the last.
	on, _ := v.On(actual.Latest()).Adoptions(a)
	before := map[model.Ref]truth.Value{}
	if !actual.Earliest().IsOpen() {
		early := on
		if !actual.IsExact() {
			early, _ = v.On(actual.Earliest()).Adoptions(a)
		}
		for _, p := range early {
			before[p.Organization] = p.Adopted
		}
	}
	told := map[int]bool{}
	var missing []model.Ref
	for _, p := range on {
		adopted := p.Adopted
		if adopted == truth.No && before[p.Organization] != truth.No {
			adopted = truth.CannotTell
		}
		f, later := contradiction(v, a, p, actual, adopted)
		if later {
			adopted = truth.No
		}
		switch outcome := truth.Or(p.Holds.Not(), adopted); {
		case outcome != truth.No:
			r.Judge(outcome, nil)
		case f == nil:
			missing = append(missing, p.Organization)
		case told[p.Index]: // a collective is told of once
			r.Violated()
		default:
			told[p.Index] = true
			r.Violated(f)
		}
	}
	for i := range missing { // they are told of together
		if i > 0 {
			r.Violated()
			continue
		}
		r.Violated(rule.FoundAs("missing", rule.AtKey(a, "parties"), text.Args{"date": actual, "n": len(missing), "parties": phrase.Names(v, missing)}))
	}
}

// contradiction is the entry that says that a party had not adopted by the day
// of the entry into force, if one does. later tells that it is an adoption
// after that day, with none before it.
func contradiction(v *registry.View, a *model.Agreement, p registry.PartyAdoption, actual edtf.Date, adopted truth.Value) (f *rule.Finding, later bool) {
	if p.Entry == nil {
		return nil, false
	}
	args := text.Args{"date": actual, "party": phrase.Name(v, p.Entry.Organization.V)}
	last := -1
	for j, ad := range p.Entry.Adoptions.All() {
		if ad.Date.V.Begun(actual.Latest()) != truth.No || !ad.Date.Given() {
			last = j
		}
	}
	if last >= 0 {
		args["state"] = phrase.Word("adoption-state", p.Entry.Adoptions.Items[last].V.State.V)
		return rule.Found(rule.At(a, "parties", p.Index, "adoptions", last, "state"), args), false
	}
	if adopted == truth.Yes {
		return nil, false // a source says that all of them had
	}
	for j, ad := range p.Entry.Adoptions.All() {
		if ad.State.V == model.Adopted && versionOf(a, ad) == versionOf(a, model.Adoption{}) {
			args["adopted"] = ad.Date.V
			return rule.FoundAs("later", rule.At(a, "parties", p.Index, "adoptions", j, "date"), args), true
		}
	}
	return nil, false
}
