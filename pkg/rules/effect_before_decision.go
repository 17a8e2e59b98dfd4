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

var effectBeforeDecision = Rule{
	Spec: &rule.Spec{
		ID: "effect-before-decision", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Det som gäller genom ett beslut börjar inte gälla före beslutets dag.",
			En: "What is in effect by a decision does not take effect before the day of the decision.",
		},
		Why: text.Both{
			Sv: "Namn, lägen, platser, uppdrag, ansvar, parter och parametrar i riktlinjen som hänvisar till ett beslut gäller från beslutets dag, eller från en senare dag som de anger själva. En första dag som säkert ligger före beslutet är därför ett fel i någon av de två uppgifterna. Lägena proposed och planned berörs inte, eftersom de föregår beslutet. Är någon av dagarna obestämd eller okänd går det inte att avgöra.",
			En: "Names, statuses, seats, memberships, responsibilities, parties and parameters of the guideline that refer to a decision are in effect from the day of the decision, or from a later day that they give themselves. A first day that certainly lies before the decision is therefore a mistake in one of the two. The statuses proposed and planned are exempt, since they come before the decision. Where one of the days is vague or unknown nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Kontrollera båda dagarna mot källan, eller hänvisa till det beslut som gällde från början.",
			En: "Check both days against the source, or refer to the decision that applied from the start.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "{what} gäller från {since}, före beslutets dag {date} (”{decision}”)",
			En: "{what} is in effect from {since}, before the day of the decision, {date} (“{decision}”)",
		}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.1", Line: 481, Says: "Befintliga samverkansgrupper fortsätter därför sin aktivitet som vanligt tills beslut om något annat tagits."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, e := range v.Effects() {
			d, _ := v.Decision(e.Decision)
			if e.Since.IsZero() || d.State.V != model.Decided || e.Since.Begun(v.Day) == truth.No {
				continue
			}
			date, ok := d.Date.Get()
			if !ok {
				r.CannotTell()
				continue
			}
			r.Judge(edtf.Before(e.Since, date).Not(), func() *rule.Finding {
				p := rule.AtPath(e.Record, e.Path.At(firstDay(e.What)))
				f := rule.Found(p, text.Args{"what": effectWords[e.What], "since": e.Since, "date": date, "decision": phrase.Both(v.NameOf(e.Decision))})
				f.Related = []rule.Related{rule.Beside(rule.At(d, "date"), "beslutets dag", "the day of the decision")}
				return f
			})
		}
	},
}

// firstDay is the key of the day on which something takes effect.
func firstDay(what model.Word) string {
	switch what {
	case registry.EffectStatus, registry.EffectEnd, registry.EffectApproval:
		return "date"
	case registry.EffectEntry:
		return "actual"
	case registry.EffectHandover:
		return "transferred"
	}
	return "from"
}

// effectWords are what takes effect by a decision, in words.
var effectWords = map[model.Word]text.Both{
	registry.EffectName:       {Sv: "namnet", En: "the name"},
	registry.EffectStatus:     {Sv: "läget", En: "the status"},
	registry.EffectEnd:        {Sv: "upphörandet", En: "the end"},
	registry.EffectSeat:       {Sv: "platsen", En: "the seat"},
	registry.EffectMembership: {Sv: "uppdraget", En: "the membership"},
	registry.EffectApproval:   {Sv: "godkännandet", En: "the approval"},
	registry.EffectReporting:  {Sv: "rapporteringsvägen", En: "the reporting line"},
	registry.EffectSteward:    {Sv: "ansvaret", En: "the responsibility"},
	registry.EffectParty:      {Sv: "parten", En: "the party"},
	registry.EffectEntry:      {Sv: "ikraftträdandet", En: "the entry into force"},
	registry.EffectHandover:   {Sv: "överlämningen", En: "the handover"},
	registry.EffectGuideline:  {Sv: "riktlinjen", En: "the guideline"},
	registry.EffectParameter:  {Sv: "riktlinjens parameter", En: "the parameter of the guideline"},
}
