package review

import (
	"cmp"
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var checkEvaded = Rule{
	Spec: &rule.Spec{
		ID: "check-evaded", Severity: rule.Info, Profile: rule.Basic,
		Title: text.Both{
			Sv: "En ändring som gör att registret kontrolleras mindre syns i granskningen.",
			En: "A change by which the registry is checked less is seen in the review.",
		},
		Why: text.Both{
			Sv: "Ett fynd kan försvinna för att något är rättat, eller för att ingen längre letar efter det. Regeln visar det senare: en överenskommelse som blir extern (external), uppgifter som inte längre måste besvaras (required), ett gränsvärde (thresholds) som blir generösare eller tas bort, och en uppräkning som inte längre sägs vara fullständig (complete) eller är det till en tidigare dag. Generösare är en större tolerans, en längre frist, ett vidare spann, en kortare återblick (look_back) och ett högre tak. Den tid som en källa räcker (stale_after) visas åt båda hållen: kortare gör att mer inte kan avgöras, längre att gamla uppgifter godtas. Ändrade allvarlighetsgrader har en egen regel.",
			En: "A finding may go away because something was mended, or because nobody looks for it any more. The rule shows the latter: an agreement that becomes external, attributes that need no longer be answered (required), a threshold that becomes more generous or is removed, and a list that is no longer said to be complete, or only until an earlier day. More generous is a greater tolerance, a longer grace, a wider span, a shorter look_back and a higher ceiling. How long a source vouches for something (stale_after) is shown both ways: shorter means that less can be told, longer that old facts are accepted. Severities have a rule of their own.",
		},
		Remedy: text.Both{
			Sv: "Inget behöver åtgärdas om ändringen säger varför. Annars återställs det.",
			En: "Nothing needs to be done where the change says why. Otherwise put it back.",
		},
		Messages: map[string]text.Both{
			"external":  {Sv: "{what} är nu extern och kontrolleras inte längre", En: "{what} is now external and no longer checked"},
			"required":  {Sv: "{fields} behöver inte längre besvaras för {kind}", En: "{fields} need no longer be answered for {kind}"},
			"threshold": {Sv: "gränsvärdet {threshold} var {before} och är nu {after}", En: "the threshold {threshold} was {before} and is now {after}"},
			"switched":  {Sv: "gränsvärdet {threshold} ({before}) tas bort, och det som behöver det kontrolleras inte längre", En: "the threshold {threshold} ({before}) is removed, and what needs it is no longer checked"},
			"complete":  {Sv: "i {what} sägs {lists} inte längre vara fullständigt förtecknade", En: "in {what}, {lists} are no longer said to be listed completely"},
			"sooner":    {Sv: "i {what} sades {lists} vara fullständigt förtecknade ({days}: {before}), nu {after}", En: "in {what}, {lists} were said to be listed completely ({days}: {before}), now {after}"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			for i := range c.Edits {
				e := &c.Edits[i]
				switch key := topKey(e); {
				case aside(e):
				case key == "external" && c.Kind == model.AgreementKind:
					judgeExternal(d, r, c, e)
				case key == "complete":
					judgeComplete(d, r, c, e)
				case key == "required" && c.Kind == model.Manifest:
					judgeRequired(r, c, e)
				case key == "thresholds" && c.Kind == model.Manifest:
					judgeThreshold(d, r, c, e)
				}
			}
		}
	},
}

func judgeExternal(d *change.Diff, r *rule.Report, c *change.Record, e *change.Edit) {
	base, head, _ := versions[*model.Agreement](c)
	if head.External.V && !base.External.V {
		r.Violated(rule.FoundAs("external", where(c, e), text.Args{"what": nameOf(d, head)}))
		return
	}
	r.Holds()
}

// judgeComplete judges an edit of how far lists are complete: a day, a span of
// days, or the map that holds them.
func judgeComplete(d *change.Diff, r *rule.Report, c *change.Record, e *change.Edit) {
	p := e.Path()
	args := text.Args{
		"what": placeName(d.Head, c, c.Head, nil), "lists": listsOf(d, e), "days": fieldOf(d, e),
		"before": orNone(answer(d.Base, e.Before), e.Before), "after": orNone(answer(d.Head, e.After), e.After),
	}
	was, is, exchanged := dates(e)
	starts := p[len(p)-1].Key == "from" // of a span in which all is told
	switch {
	case exchanged && !starts && is.Earliest() < was.Earliest(), exchanged && starts && is.Latest() > was.Latest():
		r.Violated(rule.FoundAs("sooner", where(c, e), args))
	case e.Before != nil && e.Before.Answer == model.Given && (e.After == nil || e.After.Answer != model.Given) && !starts:
		r.Violated(rule.FoundAs("complete", where(c, e), args))
	case starts && e.What == change.Came:
		r.Violated(rule.FoundAs("sooner", where(c, e), args))
	default:
		r.Holds()
	}
}

// listsOf are the lists that an edit of `complete` is about.
func listsOf(d *change.Diff, e *change.Edit) text.Both {
	var sv, en []string
	add := func(f *model.Field) {
		if kind, ok := model.KindNamed(f.Key); ok {
			sv, en = append(sv, kind.Info().Sv.Many), append(en, kind.Info().En.Many)
			return
		}
		label := fieldOf(d, &change.Edit{Field: f})
		sv, en = append(sv, label.Sv), append(en, label.En)
	}
	switch {
	case len(e.Through) > 1: // a day of a span
		add(e.Through[1])
	case len(e.Through) > 0:
		add(e.Field)
	case e.Before != nil:
		for i := range e.Before.Parts {
			add(e.Before.Parts[i].Field)
		}
	}
	return text.Both{Sv: text.List(sv, text.Swedish), En: text.List(en, text.English)}
}

// orNone is an answer, or a word for that there is none.
func orNone(said any, a *model.Attribute) any {
	if a == nil {
		return text.Both{Sv: "ingen uppgift", En: "nothing"}
	}
	return said
}

// judgeRequired judges the kinds of records for which an edit changes what must
// be answered.
func judgeRequired(r *rule.Report, c *change.Record, e *change.Edit) {
	for _, kind := range rowsOf(e) {
		was, is := fieldsOf(e.Before, kind), fieldsOf(e.After, kind)
		fields := slices.DeleteFunc(slices.Clone(was), func(f string) bool { return slices.Contains(is, f) })
		if len(fields) == 0 {
			r.Holds()
			continue
		}
		r.Violated(rule.FoundAs("required", where(c, e), text.Args{"fields": fields, "kind": kind}, kind))
	}
}

// fieldsOf are the attributes that must be answered for a kind, in the row or
// the table that an attribute is.
func fieldsOf(a *model.Attribute, kind string) []string {
	if a == nil {
		return nil
	}
	if a.Key == kind {
		if list, ok := a.Value.(*[]string); ok {
			return *list
		}
		return nil
	}
	for i := range a.Parts {
		if a.Parts[i].Key == kind {
			return fieldsOf(&a.Parts[i], kind)
		}
	}
	return nil
}

// generous is the way in which each threshold lets more pass: a greater value,
// a smaller one, or either.
var generous = map[string]direction{
	"approx_tolerance": greater, "cadence_tolerance": greater, "balance.min": smaller, "balance.max": greater,
	"dormant_after": greater, "planned_grace": greater, "plan_grace": greater, "inventory_after": greater, "outer_circle_grace": greater,
	"stale_after": either, "look_back": smaller, "mass_removal.share": greater, "mass_removal.min": greater, "individual_replacement": smaller,
}

type direction uint8

const (
	greater direction = iota + 1
	smaller
	either
)

// judgeThreshold judges an edit of a threshold, or of all that a map of them
// holds.
func judgeThreshold(d *change.Diff, r *rule.Report, c *change.Record, e *change.Edit) {
	name := change.Keys(e.Path()[1:])
	args := text.Args{"threshold": name, "before": answer(d.Base, e.Before), "after": answer(d.Head, e.After)}
	switch {
	case e.Before == nil || e.Before.Answer != model.Given:
		r.Holds()
	case e.After == nil || e.After.Answer != model.Given:
		if name == "" {
			args["threshold"] = "thresholds"
		}
		r.Violated(rule.FoundAs("switched", where(c, e), args))
	case loosened(generous[name], e):
		r.Violated(rule.FoundAs("threshold", where(c, e), args))
	default:
		r.Holds()
	}
}

// loosened reports whether a threshold changed the way that lets more pass.
func loosened(way direction, e *change.Edit) bool {
	order := 0
	switch was := e.Before.Value.(type) {
	case *float64:
		order = cmp.Compare(*e.After.Value.(*float64), *was)
	case *int:
		order = cmp.Compare(*e.After.Value.(*int), *was)
	case *bool:
		order = cmp.Compare(number(*e.After.Value.(*bool)), number(*was))
	case *edtf.Duration:
		order = e.After.Value.(*edtf.Duration).Compare(*was)
	}
	return order > 0 && way != smaller || order < 0 && way != greater
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}
