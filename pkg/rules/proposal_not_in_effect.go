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

var proposalNotInEffect = Rule{
	Spec: &rule.Spec{
		ID: "proposal-not-in-effect", Number: "R123", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Det som bara är föreslaget anges inte som gällande.",
			En: "What is only proposed is not said to be in effect.",
		},
		Why: text.Both{
			Sv: "Ett förslag styr ingenting förrän det är beslutat. Regeln går igenom allt som hänvisar till ett beslut i decision. Är beslutet inte fattat är det ett fel att samtidigt ange att saken har skett: att ett läge nåddes, ett uppdrag började, en plats är tillsatt, ett namn används, ansvaret är beslutat, något upphörde eller en parameter i riktlinjen är decided. En egen första dag på en plats är en plan tills någon sitter där. Förslag som uppgifter i registret vilar på, och överenskommelser som är på väg att antas, tas upp som upplysningar om vad som inte gäller, så länge källan är nyare än stale_after. Är beslutets läge unknown går det inte att avgöra.",
			En: "A proposal governs nothing until it is decided. The rule goes through everything that refers to a decision. Where the decision is not taken it is an error to say at the same time that the thing came about: that a status was reached, a membership began, a seat is filled, a name is in use, a responsibility is decided, something ended or a parameter of the guideline is decided. A first day of its own is a plan for a seat until somebody sits there. Proposals that facts of the registry rest on, and agreements on their way to be adopted, are told of as information on what is not in effect, for as long as the source is newer than stale_after. Where the state of the decision is unknown nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Ange det fattade beslutet när det finns, eller decision: unknown om saken används men beslutet inte har hittats. Annars tas dagen bort och läget skrivs som föreslaget.",
			En: "Give the decision once it is taken, or decision: unknown if the thing is in use but the decision was not found. Otherwise remove the day and write the status as proposed.",
		},
		Tune: text.Both{Sv: "thresholds.stale_after i vis.yaml avgör hur länge förslag tas upp.", En: "thresholds.stale_after in vis.yaml decides for how long proposals are told of."},
		Messages: map[string]text.Both{
			"":          {Sv: "{what} anges som gällande, men ”{decision}” är inte beslutat ({state})", En: "{what} is said to be in effect, but “{decision}” is not decided ({state})"},
			"pending":   {Sv: "förslaget ”{decision}” är inte beslutat, och {n|en uppgift som vilar|# uppgifter som vilar} på det gäller inte {day}", En: "the proposal “{decision}” is not decided, and {n|one fact that rests|# facts that rest} on it {n|is|are} not in effect on {day}"},
			"agreement": {Sv: "{agreement} är {status} men gäller inte {day}; ikraftträdandet är planerat till {planned}", En: "{agreement} is {status} but not in force on {day}; the entry into force is planned for {planned}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "7", Line: 514, Says: "föreslås följande förslag till beslut"},
			{Source: "hok-2021", Line: 7, Says: "har nu beslutat att rekommendera regionfullmäktige att anta huvudöverenskommelsen"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		resting := map[model.Ref]int{}
		for _, e := range v.Effects() {
			d, _ := v.Decision(e.Decision)
			resting[d.Ref]++
			judgeEffect(v, r, e, d)
		}
		for _, d := range v.Decisions {
			if n := resting[d.Ref]; n > 0 && v.IsPending(d) == truth.Yes {
				f := rule.FoundAs("pending", rule.At(d, "state"), text.Args{"n": n, "day": edtf.OfDay(v.Day), "decision": phrase.Both(v.NameOf(d.Ref))})
				f.Remedy = text.Both{Sv: "Ange beslutet, eller avslaget, när det är känt.", En: "Give the decision, or its rejection, once it is known."}
				r.Tell(f)
			}
		}
		for _, a := range v.Agreements {
			tellUnadopted(v, r, a)
		}
	},
}

// judgeEffect judges something that takes effect by a decision.
func judgeEffect(v *registry.View, r *rule.Report, e registry.Effect, d *model.Decision) {
	outcome := truth.Yes
	switch {
	case !d.State.Given():
		outcome = truth.CannotTell
	case d.State.V != model.Decided:
		outcome = e.Claimed.Not()
	}
	r.Judge(outcome, func() *rule.Finding {
		f := rule.Found(rule.AtPath(e.Record, e.Path.At("decision")), text.Args{
			"what": effectWords[e.What], "decision": phrase.Both(v.NameOf(e.Decision)), "state": phrase.Word("decision-state", d.State.V),
		})
		f.Related = []rule.Related{rule.Beside(rule.At(d, "state"), "beslutets läge", "the state of the decision")}
		return f
	})
}

// tellUnadopted tells of an agreement that its parties are about to adopt and
// that is not in force. Once the planned day has passed it is a deadline.
func tellUnadopted(v *registry.View, r *rule.Report, a *model.Agreement) {
	planned, ok := a.EntryIntoForce.V.Planned.Get()
	if !ok || a.External.V || planned.Latest() < v.Day || v.IsInForce(a) != truth.No {
		return
	}
	status, ok := onItsWay[v.AgreementStatus(a).State]
	if !ok {
		return
	}
	f := rule.FoundAs("agreement", rule.At(a, "entry_into_force", "planned"), text.Args{
		"agreement": phrase.Both(v.ShortName(a)), "status": status, "day": edtf.OfDay(v.Day), "planned": planned,
	})
	f.Remedy = text.Both{
		Sv: "Ange parternas beslut allteftersom de fattas, och den faktiska dagen när överenskommelsen har trätt i kraft.",
		En: "Give the decisions of the parties as they are taken, and the actual day once the agreement has entered into force.",
	}
	r.Tell(f)
}

// onItsWay are the statuses of an agreement before its entry into force that
// tell how far it has come, in words.
var onItsWay = map[model.Word]text.Both{
	registry.InConsultation: {Sv: "på remiss", En: "out for consultation"},
	registry.AgreedUpon:     {Sv: "överenskommen", En: "agreed"},
	registry.Recommended:    {Sv: "rekommenderad", En: "recommended"},
	registry.UnderAdoption:  {Sv: "under antagande", En: "under adoption"},
}
