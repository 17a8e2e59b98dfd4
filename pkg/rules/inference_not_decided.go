package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var inferenceNotDecided = Rule{
	Spec: &rule.Spec{
		ID: "inference-not-decided", Number: "R005", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Det som bara bygger på tolkning får inte anges som beslutat, gällande eller etablerat.",
			En: "What rests on inference alone may not be said to be decided, in force or established.",
		},
		Why: text.Both{
			Sv: "Registret säger bara vad en källa säger. Det som någon har läst mellan raderna är ett förslag tills en källa bekräftar det. Det gäller beslut, antaganden, gruppers lägen, beslutade namn, ansvar för överenskommelser, mottagare av ansvar och riktlinjens parametrar.",
			En: "The registry says only what a source says. What somebody has read between the lines is a proposal until a source confirms it. This goes for decisions, adoptions, statuses of groups, decided names, responsibility for agreements, receivers of responsibilities and parameters of the guideline.",
		},
		Remedy:   text.Both{Sv: "Ange en källa som säger det, eller sätt läget till proposed.", En: "Cite a source that says it, or set the status to proposed."},
		Messages: map[string]text.Both{"": {Sv: "{what} bygger bara på tolkning men anges som {status}", En: "{what} rests on inference alone but is said to be {status}"}},
		Cites:    []rule.Cite{{Source: "rapport-2022", Section: "6.1", Line: 479, Says: "Det är inte ett enkelt ett till ett förhållande"}},
	},
	Watch: func(_ *registry.View, r *rule.Report) Watcher {
		return Watcher{
			Want: model.ClassMap,
			Begin: func(spot *Spot) {
				if d, ok := spot.Record.(*model.Decision); ok && d.State.V == model.Decided {
					judgeInference(r, d, nil, "state", rule.At(d, "state"), phrase.Kind(model.DecisionKind), phrase.Word("decision-state", model.Decided))
				}
			},
			See: func(spot *Spot, val model.Visit) {
				if spot.Record == nil {
					return
				}
				if what, status, field, ok := settledEntry(val); ok {
					judgeInference(r, spot.Record, model.EvidenceOf(val), attribute(val.Path), spot.place(val.Path.At(field)), what, status)
				}
			},
		}
	},
}

// settledEntry tells whether an entry says that something is settled: what it
// is, how it says so, and in which field.
func settledEntry(visit model.Visit) (what, status text.Both, field string, ok bool) {
	field = "status"
	switch e := visit.Value.(type) {
	case *model.Steward:
		what = text.Both{Sv: "ansvaret", En: "the responsibility"}
		return what, phrase.Word("steward-status", orStated(e.Status)), field, e.Status.V != model.Proposed
	case *model.Receiver:
		what = text.Both{Sv: "mottagaren", En: "the receiver"}
		return what, phrase.Word("steward-status", orStated(e.Status)), field, e.Status.V != model.Proposed
	case *model.Milestone:
		what = text.Both{Sv: "gruppens läge", En: "the status of the group"}
		settled := e.Status.V != model.Proposed && e.Status.V != model.Planned && e.Status.Given()
		return what, phrase.Word("group-status", e.Status.V), field, settled
	case *model.Adoption:
		what = text.Both{Sv: "antagandet", En: "the adoption"}
		return what, phrase.Word("adoption-state", e.State.V), "state", e.State.V == model.Adopted
	case *model.Name:
		what = text.Both{Sv: "namnet", En: "the name"}
		return what, phrase.Word("steward-status", model.Decided), "decision", e.Decision.Given()
	}
	if s, ok := model.StatusOfParameter(visit); ok {
		what = text.Both{Sv: "parametern", En: "the parameter"}
		return what, phrase.Word("parameter-status", s), field, s == model.Decided
	}
	return what, status, "", false
}

func orStated(w model.Val[model.Word]) model.Word {
	if w.Given() {
		return w.V
	}
	return model.Stated
}

// judgeInference counts a settled fact, and reports it if every one of its
// citations is an inference.
func judgeInference(r *rule.Report, rec model.Record, entry *model.Evidence, attr string, p rule.Place, what, status text.Both) {
	cites := registry.Citations(rec, entry, attr)
	if cites.None() {
		r.CannotTell()
		return
	}
	if !cites.Stated().None() {
		r.Holds()
		return
	}
	f := rule.Found(p, text.Args{"what": what, "status": status})
	f.Sources = cites.List()
	r.Violated(f)
}
