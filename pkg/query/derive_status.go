package query

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// statusColumns are the columns of a derived status.
func statusColumns() []Column {
	return columns(col("status", Text, "läge dagen; cannot-tell om inget är säkert", "status on the day; cannot-tell where nothing is certain"),
		col("possible", Text, "lägen som lika gärna kan gälla, åtskilda av komma", "statuses that may be so as well, with commas between"),
		dated("since", "sedan", "since"))
}

// status are the values of statusColumns.
func status(st registry.Status) []any { return row(st.State, joined(st.Possible), st.Since) }

var statusesTable = derivation{&Table{Name: "statuses", Derived: true, Key: []string{"ref"},
	What:    both("läget dagen för poster som har ett", "the status on the day of records that have one"),
	Columns: columns(refColumn, col("kind", Text, "slag", "kind"), col("id", Text, "id", "id"), statusColumns())}, func(f *filler) {
	f.statuses(func(rec model.Record, st registry.Status) {
		ref := rec.Base().Ref
		f.add("statuses", slices.Concat([]any{ref.String(), ref.Kind.String(), ref.ID}, status(st))...)
	})
}}

var possibleTable = derivation{&Table{Name: "statuses_possible", Derived: true, Indexes: [][]string{{"ref"}},
	What:    both("lägen som lika gärna kan gälla dagen", "statuses that may be so as well on the day"),
	Columns: columns(refColumn, col("status", Text, "läge", "status"))}, func(f *filler) {
	f.statuses(func(rec model.Record, st registry.Status) {
		for _, p := range st.Possible {
			f.give("statuses_possible", rec.Base().Ref.String(), p)
		}
	})
}}

var reasonsTable = derivation{&Table{Name: "status_reasons", Derived: true, Indexes: [][]string{{"ref"}},
	What: both("vad läget vilar på", "what the status rests on"),
	Columns: columns(refColumn, col("number", Integer, "ordning, från 0", "order, from 0"), col("status", Text, "läget som det gäller", "the status that it bears on"),
		col("fact", Text, "vad det säger", "what it says"), tell("holds", "om det hade inträffat dagen", "whether it had come about by the day"),
		to("in_ref", "records.ref", "posten där det står", "the record where it stands"), col("path", Text, "platsen i den posten", "the place in that record"), dated("date", "datum", "date"))}, func(f *filler) {
	f.statuses(func(rec model.Record, st registry.Status) {
		for i, r := range st.Reasons {
			f.give("status_reasons", rec.Base().Ref.String(), i, r.State, string(r.Fact), r.Holds, r.Record, r.Path.String(), r.Date)
		}
	})
}}

func (f *filler) statuses(each func(model.Record, registry.Status)) {
	for _, rec := range f.view.Records() {
		if st, ok := f.view.StatusOf(rec); ok {
			each(rec, st)
		}
	}
}

var decisionsNow = derivation{&Table{Name: "decisions_now", Derived: true, Key: []string{"decision_id"},
	What: both("besluten dagen", "the decisions on the day"),
	Columns: columns(to("decision_id", "decisions.id", "beslutet", "the decision"), col("name", Text, "titel", "title"), statusColumns(),
		tell("decided", "om det är fattat", "whether it is taken"), tell("pending", "om det är ett förslag som väntar", "whether it is a proposal that waits"),
		tell("competent", "om det fattats av behörigt organ", "whether a competent body took it"))}, func(f *filler) {
	for _, d := range f.view.Decisions {
		f.add("decisions_now", slices.Concat(row(d.Ref.ID, f.view.Name(d).In("sv")), status(f.view.DecisionStatus(d)),
			row(f.view.Decided(d.Ref), f.view.IsPending(d), f.view.CompetentlyDecided(d.Ref)))...)
	}
}}

var issuesNow = derivation{&Table{Name: "issues_now", Derived: true, Key: []string{"issue_id"},
	What: both("utvecklingsfrågorna dagen", "the issues on the day"),
	Columns: columns(to("issue_id", "issues.id", "utvecklingsfrågan", "the issue"), col("name", Text, "titel", "title"), statusColumns(),
		tell("is_open", "om den är öppen: varken klar eller nedlagd", "whether it is open: neither done nor dropped"),
		tell("prioritised", "om den vilar på en prioritering som gäller", "whether it rests on a priority that governs"))}, func(f *filler) {
	for _, i := range f.view.Issues {
		f.add("issues_now", slices.Concat(row(i.Ref.ID, f.view.Name(i).In("sv")), status(f.view.IssueStatus(i)), row(f.view.IssueIsOpen(i), f.view.Prioritised(i)))...)
	}
}}

var levelsNow = derivation{&Table{Name: "issue_levels_now", Derived: true, Indexes: [][]string{{"issue_id"}},
	What:    both("nivåerna som frågorna hanteras på dagen", "the levels that the issues are handled on on the day"),
	Columns: columns(to("issue_id", "issues.id", "utvecklingsfrågan", "the issue"), col("level", Text, "nivå", "level"), tell("holds", "om den hanteras där", "whether it is handled there"))}, func(f *filler) {
	for _, i := range f.view.Issues {
		for _, l := range f.view.LevelsAt(i) {
			f.give("issue_levels_now", i.Ref.ID, l.Level.V, l.Holds)
		}
	}
}}

var plansNow = derivation{&Table{Name: "plans_now", Derived: true, Key: []string{"plan_id"},
	What: both("planerna dagen", "the plans on the day"),
	Columns: columns(to("plan_id", "plans.id", "planen", "the plan"), col("name", Text, "titel", "title"), statusColumns(),
		tell("holds", "om planen gäller", "whether the plan governs"), tell("replaced", "om den är ersatt", "whether it is replaced"))}, func(f *filler) {
	for _, p := range f.view.Plans {
		f.add("plans_now", slices.Concat(row(p.Ref.ID, f.view.Name(p).In("sv")), status(f.view.PlanStatus(p)), row(f.view.PlanHolds(p), f.view.PlanReplaced(p)))...)
	}
}}

var parametersNow = derivation{&Table{Name: "guideline_parameters_now", Derived: true, Indexes: [][]string{{"guideline_id"}},
	What: both("riktlinjernas parametrar, och om de styr dagen", "the parameters of the guidelines, and whether they govern on the day"),
	Columns: columns(to("guideline_id", "guidelines.id", "riktlinjen", "the guideline"), col("entry", Text, "parameterns namn", "name of the parameter"),
		tell("holds", "om parametern styr", "whether the parameter governs"),
		Column{"decided", Integer, both("1 om den är beslutad, och inte bara iakttagen", "1 if it is decided, and not only observed"), "", []string{"0", "1"}})}, func(f *filler) {
	for _, g := range f.view.Guidelines {
		in := f.view.GuidelineInForce(g)
		model.Walk(model.Fields(model.GuidelineKind), g, model.ClassMap, func(v model.Visit) bool {
			if s, ok := model.StandingOf(v); ok {
				governs, decided := f.view.Governing(s)
				f.give("guideline_parameters_now", g.Ref.ID, v.Path.String(), truth.And(in, governs), decided)
			}
			return true
		})
	}
}}

var deadlinesTable = derivation{&Table{Name: "deadlines", Derived: true, Indexes: [][]string{{"ref"}},
	What: both("alla tidsgränser, och vad som blivit av dem dagen", "every deadline, and what has become of it by the day"),
	Columns: columns(col("kind", Text, "slags tidsgräns", "kind of deadline"), refColumn, col("path", Text, "platsen i posten", "the place in the record"),
		col("what", Text, "vad som ska vara klart", "what is due"), col("what_en", Text, "på engelska", "in English"), dated("due", "ska vara klart", "due"),
		Column{"outcome", Text, both("utfall; unknown när det inte går att avgöra", "outcome; unknown where nobody can tell"), "", outcomes},
		Column{"proposed", Integer, both("1 om bara ett förslag sätter gränsen", "1 if only a proposal sets it"), "", []string{"0", "1"}},
		to("event_ref", "records.ref", "posten som svarar mot gränsen", "the record that answers it"), dated("event", "händelsens datum", "date of the event"),
		col("days_min", Integer, "dagar efter gränsen, minst", "days after the deadline, at least"), col("days_max", Integer, "dagar efter gränsen, högst", "days after the deadline, at most"))}, func(f *filler) {
	for _, d := range f.view.Deadlines() {
		what := d.What()
		var least, most any
		if d.Outcome == registry.Late || d.Outcome == registry.Overdue {
			least = d.Fewest
			if d.Most > 0 {
				most = d.Most
			}
		}
		f.give("deadlines", string(d.Kind.ID), d.Record.String(), d.Path.String(), what.Sv, what.En, d.When(), outcomes[d.Outcome], d.Proposed,
			d.Event.Record, d.Event.Date, least, most)
	}
}}

// outcomes are what may become of a deadline, in the order of its outcomes.
var outcomes = []string{registry.Undecidable: "unknown", registry.NotDue: "not-due", registry.Met: "met", registry.Late: "late", registry.Overdue: "overdue", registry.Lapsed: "lapsed"}

var effectsTable = derivation{&Table{Name: "effects", Derived: true, Indexes: [][]string{{"decision_id"}},
	What: both("vad som får verkan genom ett beslut", "what takes effect by a decision"),
	Columns: columns(col("what", Text, "slag", "kind"), refColumn, col("path", Text, "platsen i posten", "the place in the record"),
		to("decision_id", "decisions.id", "beslutet", "the decision"), tell("decided", "om beslutet är fattat", "whether the decision is taken"),
		tell("claimed", "om registret säger att det har fått verkan", "whether the registry says that it has taken effect"), dated("since", "egen första dag", "first day of its own"))}, func(f *filler) {
	for _, e := range f.view.Effects() {
		f.give("effects", e.What, e.Record.Base().Ref.String(), e.Path.String(), f.toID(e.Decision), f.view.Decided(e.Decision), e.Claimed, e.Since)
	}
}}
