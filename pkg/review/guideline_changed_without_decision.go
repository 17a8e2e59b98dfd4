package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var guidelineChangedWithoutDecision = Rule{
	Spec: &rule.Spec{
		ID: "guideline-changed-without-decision", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Det som den gällande riktlinjen har beslutat ändras bara genom ett nytt beslut om riktlinjen.",
			En: "What the guideline in force has decided changes only by a new decision on the guideline.",
		},
		Why: text.Both{
			Sv: "Riktlinjen är det som registret kontrolleras mot, så den som ändrar den ändrar alla svar. Regeln gäller riktlinjer som var i kraft på dagen för jämförelsen, och i dem de parametrar som var beslutade: deras value, status, from och until, och att de tas bort. Ändringen ska vila på ett annat beslut än förut i parameterns decision, som är fattat, hör till ärendeslaget riktlinje och inte är äldre än det förra. Även den tid då riktlinjen gäller (in_force, ended), och en ny riktlinje som gäller i stället, kräver ett sådant beslut. Föreslagna och iakttagna parametrar berörs inte. En uppgift som saknades, en närmare dag, texten i what, källor och en ny parameter är ingen ändring av det som var beslutat, och ett vagare datum har en egen regel. Är beslutet, dess dag eller ärendeslag okänt, eller är det oklart om riktlinjen eller parametern gällde, går det inte att avgöra.",
			En: "The guideline is what the registry is checked against, so whoever changes it changes every answer. The rule covers guidelines that were in force on the day of the comparison, and in them the parameters that were decided: their value, status, from and until, and that they are removed. The change is to rest on another decision than before in the parameter's decision, which is taken, is of the matter guideline and no older than the former one. The time for which the guideline is in force (in_force, ended), and a new guideline in its place, take such a decision too. Proposed and observed parameters are not affected. Something that was missing, a more exact day, the text in what, sources and a new parameter do not change what was decided, and a vaguer date has a rule of its own. Where the decision, its day or its matter is unknown, or it is unclear whether the guideline or the parameter was in force, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Ange det nya beslutet i decision, eller skriv det nya som en föreslagen parameter tills det är beslutat. Återgav registret riktlinjen fel godtas fyndet med en hänvisning till källan.",
			En: "Name the new decision in decision, or write the new value as a proposed parameter until it is decided. Where the registry gave the guideline wrongly, accept the finding with a reference to the source.",
		},
		Messages: map[string]text.Both{
			"":         {Sv: "”{parameter}” är beslutat i den gällande riktlinjen och ändras från {before} till {after} utan ett nytt beslut", En: "“{parameter}” is decided in the guideline in force and changes from {before} to {after} without a new decision"},
			"proposed": {Sv: "”{parameter}” är beslutat i den gällande riktlinjen och ändras från {before} till {after} med stöd av ”{decision}”, som inte är fattat", En: "“{parameter}” is decided in the guideline in force and changes from {before} to {after} by “{decision}”, which is not taken"},
			"matter":   {Sv: "”{parameter}” är beslutat i den gällande riktlinjen och ändras från {before} till {after} med stöd av ”{decision}”, som hör till ärendeslaget {matter} och inte riktlinje", En: "“{parameter}” is decided in the guideline in force and changes from {before} to {after} by “{decision}”, which is of the matter {matter} and not guideline"},
			"older":    {Sv: "”{parameter}” är beslutat i den gällande riktlinjen och ändras från {before} till {after} med stöd av ”{decision}”, som är äldre än ”{former}”", En: "“{parameter}” is decided in the guideline in force and changes from {before} to {after} by “{decision}”, which is older than “{former}”"},
			"time":     {Sv: "tiden då {guideline} gäller ändras utan ett nytt beslut om riktlinjen", En: "the time for which {guideline} is in force changes without a new decision on the guideline"},
			"instead":  {Sv: "{guideline} gäller i stället för {former} utan ett nytt beslut om riktlinjen", En: "{guideline} is in force instead of {former} without a new decision on the guideline"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "7.4", Line: 583, Says: "Tjänstemannastyrgruppen föreslås ta beslut om tidplan för översyn HÖKs riktlinje"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			switch base, head, ok := versions[*model.Guideline](c); {
			case ok:
				judgeGuideline(d, r, c, base, head)
			case c.How == change.Added && c.Kind == model.GuidelineKind:
				judgeNewGuideline(d, r, c.Head.(*model.Guideline))
			}
		}
	},
}

// judgeGuideline judges the parameters of a guideline that changed, and the time
// for which it is in force.
func judgeGuideline(d *change.Diff, r *rule.Report, c *change.Record, base, head *model.Guideline) {
	inForce := d.Base.GuidelineInForce(base)
	if inForce == truth.No {
		return
	}
	var order []string
	changes := map[string][]*change.Edit{}
	for i := range c.Edits {
		e := &c.Edits[i]
		key := change.Keys(parameterPath(e.Path()))
		if !rewritesGuideline(e) {
			continue
		}
		if changes[key] == nil {
			order = append(order, key)
		}
		changes[key] = append(changes[key], e)
	}
	for _, key := range order {
		edits := changes[key]
		if key == "in_force" || key == "ended" {
			if changes["in_force"] != nil && key == "ended" {
				continue // told once
			}
			judgeTime(d, r, c, base, head, inForce, edits[0])
			continue
		}
		was, ok := standing(c, c.Base, parameterPath(edits[0].Path()))
		if !ok {
			continue // a parameter that was not there
		}
		governs, decided := d.Base.Governing(was)
		if !decided || !r.Applies(governs, inForce) {
			continue
		}
		judgeParameter(d, r, c, base, edits, was)
	}
}

// parameterPath is the part of a path that leads to a parameter: its key, and
// for a matter that too.
func parameterPath(p model.Path) model.Path {
	if len(p) > 1 && p[0].Key == "matters" {
		return p[:2]
	}
	return p[:min(1, len(p))]
}

// rewritesGuideline reports whether an edit of a guideline changes what was
// decided, where it was decided: not what it rests on, its wording or its
// sources.
func rewritesGuideline(e *change.Edit) bool {
	inside := e.Path()[len(parameterPath(e.Path())):]
	switch {
	case aside(e), e.Field.Class == model.ClassText, e.What == change.Narrowed, e.What == change.Widened, e.What == change.Reordered, e.What == change.Settled:
		return false
	case len(inside) > 0 && inside[0].Key == "decision":
		return false
	case e.What == change.Came:
		return e.Joined || e.Field.Key == "until" || topKey(e) == "ended"
	}
	return true
}

// standing reads the envelope of a parameter.
func standing(c *change.Record, version any, p model.Path) (s model.Standing, ok bool) {
	a := at(c, version, p)
	if a == nil || a.Entry == nil {
		return s, false
	}
	return model.StandingOf(model.Visit{Field: a.Field, Value: a.Entry})
}

// ofDecidedParameter reports whether an edit changes a decided parameter of a
// guideline in force, which has a rule of its own.
func ofDecidedParameter(d *change.Diff, c *change.Record, e *change.Edit) bool {
	base, _, ok := versions[*model.Guideline](c)
	if !ok || e.Base == nil || d.Base.GuidelineInForce(base) == truth.No || !rewritesGuideline(e) {
		return false
	}
	if key := topKey(e); key == "in_force" || key == "ended" {
		return true
	}
	was, ok := standing(c, c.Base, parameterPath(e.Base))
	if !ok {
		return false
	}
	governs, decided := d.Base.Governing(was)
	return decided && governs != truth.No
}

func judgeParameter(d *change.Diff, r *rule.Report, c *change.Record, base *model.Guideline, edits []*change.Edit, was model.Standing) {
	former := was.Decision
	if !former.Given() {
		former = base.Decision
	}
	p := parameterPath(edits[0].Path())
	is, _ := standing(c, c.Head, p)
	outcome, variant := renewed(d, former, is.Decision)
	r.Judge(outcome, func() *rule.Finding {
		f := foundAt(c, variant, edits, text.Args{
			"parameter": parameterName(d, c, p), "before": inShort(d.Base, c, c.Base, edits[0].Base, p), "after": inShort(d.Head, c, c.Head, edits[0].Head, p),
			"decision": phrase.Name(d.Head, is.Decision.V), "former": phrase.Name(d.Base, former.V),
		})
		if dec, ok := d.Head.Decision(is.Decision.V); ok {
			f.Args["matter"] = phrase.Word("matter", dec.Matter.V)
		}
		return f
	})
}

// renewed tells whether something rests on another decision on the guideline
// than before, and how it does not.
func renewed(d *change.Diff, was, is model.Val[model.Ref]) (outcome truth.Value, variant string) {
	ref, named := is.Get()
	switch {
	case is.Is == model.Unknown:
		return truth.CannotTell, ""
	case !named, was.Given() && d.Now(was.V) == ref:
		return truth.No, ""
	}
	dec, ok := d.Head.Decision(ref)
	if !ok {
		return truth.CannotTell, ""
	}
	if dec.Matter.Given() && dec.Matter.V != guidelineMatter || dec.Matter.Is == model.NotApplicable || dec.Matter.Is == model.None {
		return truth.No, "matter"
	}
	taken := d.Head.Decided(ref)
	if taken == truth.No {
		return truth.No, "proposed"
	}
	if old, ok := d.Base.Decision(was.V); ok && was.Given() {
		later := truth.CannotTell
		if old.Date.Given() && dec.Date.Given() {
			later = edtf.Before(dec.Date.V, old.Date.V).Not()
		}
		if later == truth.No {
			return truth.No, "older"
		}
		taken = truth.And(taken, later)
	}
	return truth.And(taken, truth.Or(truth.Of(dec.Matter.Given()), truth.CannotTell)), ""
}

const guidelineMatter model.Word = "guideline"

// judgeTime judges that a guideline is in force for another time than before:
// by a decision on it, on its end, or on the one that replaces it.
func judgeTime(d *change.Diff, r *rule.Report, c *change.Record, base, head *model.Guideline, inForce truth.Value, e *change.Edit) {
	outcome, _ := renewed(d, base.Decision, head.Decision)
	by, _ := renewed(d, base.Decision, head.Ended.V.Decision)
	outcome = truth.Or(outcome, by, inForce.Not())
	for _, ref := range d.Head.ReplacedBy(head.Ref) {
		if g, ok := d.Head.Record(ref); ok {
			by, _ := renewed(d, base.Decision, g.(*model.Guideline).Decision)
			outcome = truth.Or(outcome, by)
		}
	}
	r.Judge(outcome, func() *rule.Finding {
		return rule.FoundAs("time", where(c, e), text.Args{"guideline": nameOf(d, head)})
	})
}

// judgeNewGuideline judges a guideline that is new and in force where another
// one was.
func judgeNewGuideline(d *change.Diff, r *rule.Report, g *model.Guideline) {
	former, was := d.Base.Guideline()
	inForce := d.Head.GuidelineInForce(g)
	if was != truth.Yes || inForce == truth.No {
		return
	}
	outcome, _ := renewed(d, former.Decision, g.Decision)
	r.Judge(truth.Or(outcome, inForce.Not()), func() *rule.Finding {
		p := rule.At(g)
		if g.Decision.Is != model.Absent {
			p = rule.At(g, "decision")
		}
		return rule.FoundAs("instead", p, text.Args{"guideline": nameOf(d, g), "former": phrase.Name(d.Base, former.Ref)})
	})
}

// parameterName is what a parameter is called.
func parameterName(d *change.Diff, c *change.Record, p model.Path) text.Both {
	in := func(l text.Lang) string {
		words := wayTo(phrase.Writer{View: d.Base, Lang: l}, c, c.Base, p)
		return words[len(words)-1]
	}
	return text.Both{Sv: in(text.Swedish), En: in(text.English)}
}
