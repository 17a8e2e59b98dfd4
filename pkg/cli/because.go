package cli

import (
	"cmp"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// sentence is how a fact that a status rests on is told. {by}, {state}, {words},
// {day} and {span} stand for what the fact holds; {by} with the word before it is
// left out where it is not known. The date follows where dated.
type sentence struct {
	says  text.Both
	dated bool
	plain bool // tells itself how certain it is
	known bool // the status line says the same already
}

// sentences has one for each fact.
var sentences = map[registry.Fact]sentence{
	registry.FactConsultation:     {says: text.Both{Sv: "på remiss {span}", En: "out for consultation {span}"}},
	registry.FactAgreed:           {says: text.Both{Sv: "förhandlarna var överens", En: "the negotiators were agreed"}, dated: true},
	registry.FactRecommended:      {says: text.Both{Sv: "rekommenderad{by}", En: "recommended{by}"}, dated: true, known: true},
	registry.FactAdopted:          {says: text.Both{Sv: "den första parten antog", En: "the first party adopted"}, dated: true},
	registry.FactAdoptedTogether:  {says: text.Both{Sv: "antagandena är samlat redovisade{for}, senast {day}", En: "the adoptions are reported collectively{for}, by {day}"}},
	registry.FactPlannedEntry:     {says: text.Both{Sv: "planerat ikraftträdande", En: "planned entry into force"}, dated: true},
	registry.FactEntry:            {says: text.Both{Sv: "trädde i kraft", En: "entered into force"}, dated: true, known: true},
	registry.FactSigned:           {says: text.Both{Sv: "undertecknad av alla", En: "signed by all"}, dated: true, known: true},
	registry.FactExpires:          {says: text.Both{Sv: "sista giltighetsdag", En: "last day of validity"}, dated: true, known: true},
	registry.FactEnded:            {says: text.Both{Sv: "sista dag", En: "last day"}, dated: true, known: true},
	registry.FactReplaced:         {says: text.Both{Sv: "ersatt{by}", En: "replaced{by}"}, dated: true, known: true},
	registry.FactReached:          {says: text.Both{Sv: "{state}", En: "{state}"}, dated: true, known: true},
	registry.FactOnlyProposed:     {says: text.Both{Sv: "{state} är bara föreslaget: {what}", En: "{state} is only proposed: {what}"}, plain: true},
	registry.FactNoHistory:        {says: text.Both{Sv: "inget annat läge är antecknat", En: "no other status is recorded"}, plain: true},
	registry.FactStage:            {says: text.Both{Sv: "{words}{by}", En: "{words}{by}"}, dated: true},
	registry.FactProposal:         {says: text.Both{Sv: "föreslaget{by}", En: "proposed{by}"}, dated: true, known: true},
	registry.FactTaken:            {says: text.Both{Sv: "{state}{by}", En: "{state}{by}"}, dated: true, known: true},
	registry.FactDayUnknown:       {says: text.Both{Sv: "{state}{by}, men dagen är inte känd", En: "{state}{by}, but the day is not known"}, plain: true},
	registry.FactOutcomeUnknown:   {says: text.Both{Sv: "utfallet är inte känt", En: "the outcome is not known"}, plain: true},
	registry.FactDue:              {says: text.Both{Sv: "tidsgräns för beslutet{at}", En: "deadline of the decision{at}"}, dated: true, plain: true},
	registry.FactDueProposed:      {says: text.Both{Sv: "föreslagen tidsgräns för beslutet{at}", En: "proposed deadline of the decision{at}"}, dated: true, plain: true},
	registry.FactRaised:           {says: text.Both{Sv: "väckt{by}", En: "raised{by}"}, dated: true},
	registry.FactTold:             {says: text.Both{Sv: "enligt källan {day}: {state}", En: "by the source of {day}: {state}"}, known: true},
	registry.FactStateUnknown:     {says: text.Both{Sv: "vilket läge är inte känt", En: "which status is not known"}, plain: true},
	registry.FactStale:            {says: text.Both{Sv: "källan är från {day} eller tidigare, för gammal för att avgöra om det är så än", En: "the source is of {day} or earlier, too old to tell whether it is still so"}, plain: true},
	registry.FactPriority:         {says: text.Both{Sv: "prioriteringen vilar på {what}", En: "its priority rests on {what}"}, dated: true},
	registry.FactPeriod:           {says: text.Both{Sv: "perioden är {span}", En: "the period is {span}"}, plain: true},
	registry.FactPeriodOver:       {says: text.Both{Sv: "periodens sista dag", En: "last day of the period"}, dated: true, known: true},
	registry.FactPeriodUnknown:    {says: text.Both{Sv: "perioden är inte känd", En: "the period is not known"}, plain: true},
	registry.FactPlanDecided:      {says: text.Both{Sv: "beslutet är fattat, {what}", En: "the decision is taken, {what}"}, dated: true},
	registry.FactDecisionUnknown:  {says: text.Both{Sv: "beslutet om planen har inte hittats", En: "the decision on the plan has not been found"}, plain: true, known: true},
	registry.FactDecisionUndated:  {says: text.Both{Sv: "vilken dag beslutet fattades är inte känt", En: "which day the decision was taken is not known"}, plain: true},
	registry.FactDecisionAwaiting: {says: text.Both{Sv: "beslutet var inte fattat; det kom", En: "the decision was not taken; it came"}, dated: true, plain: true},
	registry.FactNoEnd:            {says: text.Both{Sv: "när perioden slutar är inte känt", En: "when the period ends is not known"}, plain: true},
}

// says writes a fact that a status rests on.
func (a *app) says(v *registry.View, rec model.Record, r registry.Reason) string {
	return a.tell(v, rec, r, sentences[r.Fact].dated)
}

// short writes a fact beside its status: nothing where the status says the same,
// and no date where it is the status's own.
func (a *app) short(v *registry.View, rec model.Record, r registry.Reason, st registry.Status) string {
	s := sentences[r.Fact]
	if s.known && r.Holds == truth.Yes { // the status, or another fact, tells it
		return ""
	}
	if r.Fact == registry.FactRaised && r.Holds == truth.Yes && len(r.By) == 0 {
		return ""
	}
	return a.tell(v, rec, r, s.dated && (r.Holds != truth.Yes || r.Date.Canonical() != st.Since.Canonical()))
}

func (a *app) tell(v *registry.View, rec model.Record, r registry.Reason, dated bool) string {
	s := sentences[r.Fact]
	kind := rec.Base().Ref.Kind
	names := a.names(v, r)
	if r.Fact == registry.FactPriority && names == "" {
		return a.priorityUnnamed(r)
	}
	args := text.Args{
		"by": "", "at": "", "for": "", "what": names, "state": a.stateWord(kind, cmp.Or(r.Names, r.State)), "words": a.stepWords(r),
		"day": a.lastOf(r.Date), "span": a.span(model.Span{From: given(r.Date), Until: given(r.Until)}),
	}
	if names != "" {
		args["by"] = " " + a.by(v, r)
		args["at"] = a.pick(": första mötet med ", ": the first meeting of ") + names + ","
		args["for"] = a.pick(" för ", " of ") + names
	}
	out := text.Fill(s.says.In(a.lang), args, a.lang.Write)
	if dated && !r.Date.IsZero() {
		out += " " + text.Date(r.Date, a.lang)
	}
	switch {
	case s.plain, r.Holds == truth.Yes:
	case r.Holds == truth.No:
		out = a.pick("senare: ", "later: ") + out
	default:
		out = a.lang.Word(text.Uncertain) + ": " + out
	}
	return out
}

// priorityUnnamed tells of a priority that is none or unknown.
func (a *app) priorityUnnamed(r registry.Reason) string {
	if r.Holds == truth.No {
		return a.pick("frågan är inte prioriterad", "the issue is not prioritised")
	}
	return a.pick("om frågan är prioriterad är inte känt", "whether the issue is prioritised is not known")
}

// stepWords are the record's own, such as the name of a step.
func (a *app) stepWords(r registry.Reason) string {
	if w := r.Words.In(string(a.lang)); w != "" {
		return w
	}
	return a.pick("föreslaget", "proposed")
}

// lastOf is the last day that a date may be, as it is written.
func (a *app) lastOf(d edtf.Date) string {
	out, _ := strings.CutPrefix(d.Canonical(), "..")
	if d.IsZero() {
		return a.lang.Word(text.SinceUnknown)
	}
	return text.Date(edtf.MustParse(out), a.lang)
}

// names are who or what a fact names.
func (a *app) names(v *registry.View, r registry.Reason) string {
	var names []string
	for _, ref := range r.By {
		names = append(names, v.NameOf(ref).In(string(a.lang)))
	}
	return text.List(names, a.lang)
}

// byAuthor reports whether a fact names who did it, as the status line does.
func byAuthor(f registry.Fact) bool {
	switch f {
	case registry.FactTaken, registry.FactProposal, registry.FactReplaced, registry.FactRecommended:
		return true
	}
	return false
}

// by is "by" with who did it; nothing where that is not known.
func (a *app) by(v *registry.View, r registry.Reason) string {
	if names := a.names(v, r); names != "" {
		return a.pick("av ", "by ") + names
	}
	return ""
}

// because writes a fact that a status rests on, with its sources.
func (a *app) because(v *registry.View, rec model.Record, r registry.Reason) string {
	out := a.says(v, rec, r)
	if cites := a.citations(v, r); cites != "" {
		out += " [" + cites + "]"
	}
	return out
}

// given is a date as an attribute: absent where there is none.
func given(d edtf.Date) model.Val[edtf.Date] {
	if d.IsZero() {
		return model.Val[edtf.Date]{}
	}
	return model.Some(d)
}
