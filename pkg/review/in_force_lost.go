package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var inForceLost = Rule{
	Spec: &rule.Spec{
		ID: "in-force-lost", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En överenskommelse som gäller slutar inte att gälla genom en ändring, utan upphör genom ett beslut som säger vad som kommer i stället.",
			En: "An agreement in force does not cease to be so by a change, but ends by a decision that says what comes instead.",
		},
		Why: text.Both{
			Sv: "Om en överenskommelse gäller härleds ur datum, antaganden och beslut, så en liten ändring någon annanstans kan göra att den inte längre gäller. Regeln jämför läget före och efter ändringen, samma dag. Har överenskommelsen upphört (ended) genom ett beslut som är fattat, och anges en efterträdare med replaces eller successor: none, är det ingen förlust. Går läget efter ändringen inte att avgöra är det ingen förlust. En post som tas bort har en egen regel.",
			En: "Whether an agreement is in force is derived from dates, adoptions and decisions, so a small change elsewhere may make it no longer so. The rule compares the status before and after the change, on the same day. Where the agreement has ended by a decision that is taken, and a successor is named by replaces or there is successor: none, that is no loss. Where the status after the change cannot be told, that is no loss. A record that is deleted has a rule of its own.",
		},
		Remedy: text.Both{
			Sv: "Lägg tillbaka det som bar överenskommelsen, eller ange ended med date, reason, decision och successor.",
			En: "Put back what the agreement rested on, or give ended with date, reason, decision and successor.",
		},
		Messages: map[string]text.Both{
			"":          {Sv: "{agreement} gällde {day} före ändringen; efter den är läget: {status}", En: "{agreement} was in force on {day} before the change; after it the status is: {status}"},
			"decision":  {Sv: "{agreement} gällde {day} före ändringen och har nu upphört utan ett fattat beslut", En: "{agreement} was in force on {day} before the change and has now ended without a decision that is taken"},
			"successor": {Sv: "{agreement} gällde {day} före ändringen och har nu upphört, men det framgår inte vad som ersätter den", En: "{agreement} was in force on {day} before the change and has now ended, but nothing tells what replaces it"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 295, Says: "I dagsläget finns följande överenskommelser mellan länets kommuner och regionen"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, a := range affectedAgreements(d) {
			if d.Base.IsInForce(a.base) != truth.Yes {
				continue
			}
			if now := d.Head.IsInForce(a.head); now != truth.No {
				r.Judge(now, nil)
				continue
			}
			judgeLoss(d, r, a)
		}
	},
}

// judgeLoss judges an agreement that is no longer in force.
func judgeLoss(d *change.Diff, r *rule.Report, a agreement) {
	st := d.Head.AgreementStatus(a.head)
	args := text.Args{"agreement": nameOf(d, a.head), "day": d.Head.Day, "status": phrase.State(model.AgreementKind, st.State)}
	if st.State != registry.EndedAgreement && st.State != registry.ReplacedByOther {
		p := rule.AtKey(a.head, "entry_into_force")
		if because, ok := st.Because(); ok && because.Record == a.head.Ref && st.State == registry.Expired {
			p = rule.AtPath(a.head, because.Path)
		}
		f := rule.Found(p, args)
		f.Related = []rule.Related{rule.Beside(rule.AtKey(a.base, "entry_into_force"), "så var det före ändringen", "as it was before the change")}
		r.Violated(f)
		return
	}
	ended := a.head.Ended.V
	decided := truth.No
	switch {
	case ended.Decision.Given():
		decided = d.Head.Decided(ended.Decision.V)
	case ended.Decision.Is == model.Unknown:
		decided = truth.CannotTell
	}
	successor := truth.Of(len(d.Head.ReplacedBy(a.head.Ref)) > 0 || ended.Successor.Is == model.None)
	if ended.Successor.Is == model.Unknown {
		successor = truth.CannotTell
	}
	r.Judge(truth.And(decided, successor), func() *rule.Finding {
		if decided == truth.No {
			return rule.FoundAs("decision", rule.AtKey(a.head, "ended"), args)
		}
		return rule.FoundAs("successor", rule.AtKey(a.head, "ended"), args)
	})
}
