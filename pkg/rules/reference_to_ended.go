package rules

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var referenceToEnded = Rule{
	Spec: &rule.Spec{
		ID: "reference-to-ended", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Det som gäller pekar inte på något som hade upphört innan det började.",
			En: "What is so does not point to something that had ended before it began.",
		},
		Why: text.Both{
			Sv: "Ett ansvar som börjar 2023 kan inte ligga hos en grupp som avvecklades 2022; oftast har hänvisningen inte flyttats till efterföljaren. Regeln gäller uppgifter med egen första dag som gäller den dag som registret ses på, och planers ägare. Medlemmars grupper prövas av membership-within-life. Är det inte säkert att det ena upphörde före det andra godtas det.",
			En: "A responsibility that begins in 2023 cannot lie with a group that closed in 2022; most often the reference has not been moved to the successor. The rule covers facts with a first day of their own that are so on the day of the view, and the owners of plans. The groups of members are for membership-within-life. Where it is not certain that the one ended before the other, it is accepted.",
		},
		Remedy: text.Both{Sv: "Ange efterföljaren, eller rätta den dag som är fel.", En: "Give the successor, or correct the day that is wrong."},
		Messages: map[string]text.Both{
			"":          {Sv: "{what} upphörde {ended}, men uppgiften gäller från {from}", En: "{what} ended {ended}, but the fact begins {from}"},
			"successor": {Sv: "{what} upphörde {ended}, men uppgiften gäller från {from}; efterföljaren är {successor}", En: "{what} ended {ended}, but the fact begins {from}; the successor is {successor}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6", Line: 450, Says: "behöver också hantera övergångsfrågor och avveckling av fora som inte längre kommer vara aktuella"},
		},
	},
	Watch: func(v *registry.View, r *rule.Report) Watcher {
		ended := map[model.Ref]edtf.Date{}
		for _, rec := range v.Records() {
			if e, ok := rec.Base().Ended.Get(); ok && e.Date.Given() {
				ended[rec.Base().Ref] = e.Date.V
			}
		}
		if len(ended) == 0 {
			return Watcher{See: func(*Spot, model.Visit) {}}
		}
		w := endedWatcher{view: v, report: r, ended: ended}
		return Watcher{
			Want: model.ClassMap | model.ClassRef,
			Begin: func(spot *Spot) {
				w.open = w.open[:0]
				p, ok := spot.Record.(*model.Plan)
				if ok && p.Owner.Given() && p.Period.V.From.Given() && v.PlanHolds(p) != truth.No {
					judgeNotEnded(v, r, p.Owner.V, ended, p.Period.V.From.V, rule.At(p, "owner"))
				}
			},
			See: w.see,
		}
	},
}

// endedWatcher judges each reference that stands right in an entry with a first
// day.
type endedWatcher struct {
	view   *registry.View
	report *rule.Report
	ended  map[model.Ref]edtf.Date
	open   []begun // the entries with a first day on the way to where the walk is
}

// begun is an entry with a first day.
type begun struct {
	path model.Path
	from edtf.Date
}

func (w *endedWatcher) see(spot *Spot, visit model.Visit) {
	if spot.Record == nil {
		return
	}
	for len(w.open) > 0 && !within(visit.Path, w.open[len(w.open)-1].path) {
		w.open = w.open[:len(w.open)-1]
	}
	if span, ok := model.SpanOf(visit); ok {
		if from, given := span.From.Get(); given && w.view.Holds(span, registry.Cited{}, registry.Lasting) != truth.No {
			w.open = append(w.open, begun{visit.Path.At(), from})
		}
		return
	}
	ref, ok := visit.Value.(*model.Ref)
	if !ok || len(w.open) == 0 || spot.Kind == model.RepresentativeKind && visit.Field.Key == "group" {
		return
	}
	depth := len(visit.Path) - 1
	if visit.Path[depth].Index >= 0 {
		depth--
	}
	if last := w.open[len(w.open)-1]; len(last.path) == depth {
		judgeNotEnded(w.view, w.report, *ref, w.ended, last.from, spot.place(visit.Path))
	}
}

// within reports whether a path leads into what stands at another.
func within(p, outer model.Path) bool {
	return len(p) >= len(outer) && slices.Equal(p[:len(outer)], outer)
}

// judgeNotEnded tells whether what a fact points to had not ended when the fact
// began. References to what has not ended at all are no subjects.
func judgeNotEnded(v *registry.View, r *rule.Report, ref model.Ref, ended map[model.Ref]edtf.Date, from edtf.Date, p rule.Place) {
	rec, ok := v.Record(ref)
	if !ok {
		return
	}
	last, ok := ended[rec.Base().Ref]
	if !ok || v.HasEnded(rec) == truth.No {
		return
	}
	r.Judge(edtf.Before(last, from).Not(), func() *rule.Finding {
		args := text.Args{"what": phrase.Name(v, rec.Base().Ref), "ended": last, "from": from}
		which := ""
		if newer := v.ReplacedBy(rec.Base().Ref); len(newer) > 0 {
			which, args["successor"] = "successor", newer[0].ID
		}
		f := rule.FoundAs(which, p, args, ref.String())
		f.Related = []rule.Related{rule.Beside(rule.At(rec, "ended"), "upphörandet", "the end")}
		return f
	})
}
