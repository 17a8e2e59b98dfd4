package cli

import (
	"cmp"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/render"
	"github.com/vis-samverkan/vis/pkg/text"
)

// formalEvents are what the registry says happened to a record up to the view's day,
// the newest first, those of an unknown day last.
func formalEvents(v *registry.View, rec model.Record) []*render.HistoryEvent {
	if rec == nil {
		return nil
	}
	type dated struct {
		*render.HistoryEvent
		date edtf.Date
	}
	var all []dated
	add := func(kind render.EventKind, by model.Record, date model.Val[edtf.Date], what text.Both, at ...any) {
		if date.Given() && date.V.Earliest() > v.Day {
			return
		}
		e := dated{&render.HistoryEvent{Kind: kind, Record: by.Base().Ref, At: model.Path{}.At(at...), What: what}, date.V}
		if date.Given() {
			e.Date = date.V.Canonical()
			e.Shown = text.Both{Sv: text.Date(date.V, text.Swedish), En: text.Date(date.V, text.English)}
		}
		all = append(all, e)
	}
	ref := rec.Base().Ref
	switch rec := rec.(type) {
	case *model.Agreement:
		for i, r := range rec.Revisions.All() {
			what := text.Both{Sv: r.Version.V, En: r.Version.V}
			if r.Summary.Given() {
				what = text.Both{Sv: what.Sv + ", " + r.Summary.V.In("sv"), En: what.En + ", " + r.Summary.V.In("en")}
			}
			add(render.RevisionEvent, rec, r.Date, what, "revisions", i)
		}
	case *model.Group:
		for i, m := range rec.History.All() {
			if m.Date.Is != model.Absent || m.Due.Is == model.Absent {
				add(render.HistoryStatus, rec, m.Date, phrase.Word("group-status", m.Status.V), "history", i)
			}
		}
	}
	mentioned := map[model.Ref]bool{}
	for _, r := range refsOf(rec) {
		mentioned[r.Record()] = r.Kind == model.DecisionKind
	}
	for _, d := range v.Decisions {
		about := slices.ContainsFunc(d.Concerns.Values(), func(r model.Ref) bool { return r.Record() == ref })
		if d.State.V == model.Proposed && !d.Date.Given() {
			continue // nothing has happened yet
		}
		if about || mentioned[d.Ref] {
			state := phrase.Word("decision-state", d.State.V)
			name := phrase.Name(v, d.Ref)
			add(render.DecisionEvent, d, d.Date, text.Both{Sv: name.Sv + " (" + state.Sv + ")", En: name.En + " (" + state.En + ")"})
		}
	}
	slices.SortStableFunc(all, func(a, b dated) int {
		if a.Date == "" || b.Date == "" {
			return strings.Compare(b.Date, a.Date)
		}
		return cmp.Or(cmp.Compare(b.date.Latest(), a.date.Latest()), cmp.Compare(b.date.Earliest(), a.date.Earliest()))
	})
	out := make([]*render.HistoryEvent, len(all))
	for i := range all {
		out[i] = all[i].HistoryEvent
	}
	return out
}

// between puts events among commits: each before the first commit that was made
// earlier than the last day that it can have happened on.
func between(told []*render.HistoryCommit, events []*render.HistoryEvent) []render.HistoryEntry {
	var out []render.HistoryEntry
	for _, c := range told {
		for len(events) > 0 && len(c.Date) >= 10 {
			d, err := edtf.Parse(events[0].Date)
			made, err2 := edtf.ParseDay(c.Date[:10])
			if err != nil || err2 != nil || d.Latest() <= made {
				break
			}
			out, events = append(out, render.HistoryEntry{Event: events[0]}), events[1:]
		}
		out = append(out, render.HistoryEntry{Commit: c})
	}
	for _, e := range events {
		out = append(out, render.HistoryEntry{Event: e})
	}
	return out
}
