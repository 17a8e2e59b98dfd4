package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var supplementRehung = Rule{
	Spec: &rule.Spec{
		ID: "supplement-rehung", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett tillägg hör kvar till den överenskommelse som det är ett tillägg till.",
			En: "A supplement stays with the agreement that it supplements.",
		},
		Why: text.Both{
			Sv: "Ett tillägg har sin överenskommelses parter och huvudöverenskommelse, så den som hänger om det ändrar vem som är bunden. En överenskommelse som inte fanns inlagd, eller som var okänd, får läggas in, och en överenskommelse vars fil har flyttats är densamma.",
			En: "A supplement has the parties and the framework of its agreement, so whoever moves it elsewhere changes who is bound. An agreement that was not recorded, or was unknown, may be filled in, and an agreement whose file was moved is the same.",
		},
		Remedy: text.Both{
			Sv: "Låt tillägget stå kvar. Ska {is} ha ett tillägg är det en egen post, som kan ange det gamla under replaces.",
			En: "Leave the supplement where it was. If {is} is to have a supplement, that is a record of its own, which may name the old one under replaces.",
		},
		Messages: map[string]text.Both{
			"":     {Sv: "{agreement} var tillägg till {was} och är nu tillägg till {is}", En: "{agreement} supplemented {was} and now supplements {is}"},
			"none": {Sv: "{agreement} var tillägg till {was} och är inte längre tillägg till något", En: "{agreement} supplemented {was} and no longer supplements anything"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 302, Says: "tilläggsöverenskommelse"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, a := range changedAgreements(d) {
			for i := range a.Edits {
				e := &a.Edits[i]
				if e.Field.Key != "supplements" || len(e.Path()) != 1 {
					continue
				}
				if !rewrites(e) || e.Before.Answer != model.Given {
					r.Holds()
					continue
				}
				args := text.Args{"agreement": nameOf(d, a.head), "was": phrase.Name(d.Base, a.base.Supplements.V), "is": phrase.Name(d.Head, a.head.Supplements.V)}
				f := rule.Found(where(a.Record, e), args)
				if e.After.Answer != model.Given {
					f.Variant = "none"
					f.Remedy = text.Both{Sv: "Låt tillägget stå kvar, eller ange ended om det har upphört.", En: "Leave the supplement where it was, or give ended where it has ended."}
				}
				r.Violated(f)
			}
		}
	},
}
