package cli

import (
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// shownStatus is a derived status in the JSON of `vis show` and `vis list`.
type shownStatus struct {
	Status  string        `json:"status,omitempty"`
	Maybe   []string      `json:"maybe,omitempty"`
	Since   string        `json:"since,omitempty"`
	Because []shownReason `json:"because,omitempty"`
}

// shownReason is a fact that a status rests on. Holds is whether it had come
// about by the day asked about.
type shownReason struct {
	Status  string        `json:"status"`
	Fact    string        `json:"fact"`
	Says    string        `json:"says"`
	Date    string        `json:"date,omitempty"`
	Until   string        `json:"until,omitempty"`
	Holds   string        `json:"holds"`
	Record  string        `json:"record"`
	Path    string        `json:"path,omitempty"`
	Sources []shownSource `json:"sources,omitempty"`
}

type shownSource struct {
	Source  string `json:"source"`
	Section string `json:"section,omitempty"`
	Line    int    `json:"line,omitempty"`
	Basis   string `json:"basis,omitempty"`
}

// statusJSON makes the JSON of a status.
func (a *app) statusJSON(v *registry.View, rec model.Record, st registry.Status) shownStatus {
	out := shownStatus{Status: string(st.State), Since: st.Since.Text()}
	for _, p := range st.Possible {
		out.Maybe = append(out.Maybe, string(p))
	}
	for _, r := range st.Reasons {
		shown := shownReason{
			Status: string(r.State), Fact: string(r.Fact), Says: a.says(v, rec, r), Date: r.Date.Text(), Until: r.Until.Text(),
			Holds: r.Holds.String(), Record: r.Record.String(), Path: r.Path.String(),
		}
		for _, c := range v.SourcesOf(r).List() {
			shown.Sources = append(shown.Sources, shownSource{c.Source.V.ID, c.Section.V, c.Line.V, string(c.Basis.V)})
		}
		out.Because = append(out.Because, shown)
	}
	return out
}

// statusLine writes a derived status on one line: since when, what it rests on
// with the sources, and what may be so instead.
func (a *app) statusLine(v *registry.View, rec model.Record, st registry.Status) string {
	kind := rec.Base().Ref.Kind
	out := a.stateWord(kind, st.State)
	why, cites := a.whyStatus(v, rec, st)
	because, _ := st.Because()
	if by := a.by(v, because); by != "" && byAuthor(because.Fact) && because.Holds == truth.Yes {
		out += " " + by
	}
	out += a.sinceWords(kind, st)
	if why != "" {
		out += "; " + why
	}
	if cites != "" {
		out += " (" + cites + ")"
	}
	return out + a.maybe(kind, st)
}

// maybe writes what may be so instead of a status.
func (a *app) maybe(kind model.Kind, st registry.Status) string {
	if len(st.Possible) == 0 {
		return ""
	}
	for _, r := range st.Reasons {
		if r.Fact == registry.FactStale {
			return " (" + a.lang.Say(text.ShowMaybeLater, nil) + ")"
		}
	}
	var states []string
	for _, p := range st.Possible {
		if w := a.stateWord(kind, p); len(states) == 0 || states[len(states)-1] != w {
			states = append(states, a.quoteVerb(p, w))
		}
	}
	say := text.ShowMaybe
	if st.State == registry.Undetermined {
		say = text.ShowMaybeAny
	}
	return " (" + a.lang.Say(say, text.Args{"states": text.Or(states)}) + ")"
}

// quoteVerb is the word of a state after "may also be".
func (a *app) quoteVerb(state model.Word, word string) string {
	switch state {
	case registry.IssueDriven:
		return a.pick("driven", word)
	case registry.NotInEffect:
		return a.pick("ännu inte gällande", word)
	}
	return word
}

// whyStatus writes what a status rests on first of all, without its author and
// day where the status line tells them, and the sources of that.
func (a *app) whyStatus(v *registry.View, rec model.Record, st registry.Status) (why, cites string) {
	if agreement, ok := rec.(*model.Agreement); ok && agreement.Type.V != model.Letter {
		if why, cites = a.adoption(v, agreement, st); why != "" {
			return why, cites
		}
	}
	because, ok := st.Because()
	if !ok {
		return "", ""
	}
	var parts []string
	if w := a.short(v, rec, because, st); w != "" {
		parts = append(parts, w)
	}
	for _, r := range st.Reasons {
		inUse := because.Fact == registry.FactPeriod && r.Fact == registry.FactDecisionUnknown
		if r.Fact == registry.FactOutcomeUnknown && because.Fact != r.Fact || inUse {
			parts = append(parts, a.says(v, rec, r))
		}
	}
	return strings.Join(parts, "; "), a.citations(v, because)
}

// restsOn writes what a status rests on, with the sources, for a table.
func (a *app) restsOn(v *registry.View, rec model.Record, st registry.Status) string {
	why, cites := a.whyStatus(v, rec, st)
	if why != "" && cites != "" {
		return why + " (" + cites + ")"
	}
	return why + cites
}

// adoption tells how many of the parties have adopted an agreement, and whether
// that is only reported of several at once.
func (a *app) adoption(v *registry.View, agreement *model.Agreement, st registry.Status) (why, cites string) {
	adopted, not, unknown := v.AdoptionProgress(agreement)
	total := adopted + not + unknown
	switch {
	case adopted == total && total > 0:
		why = a.lang.Say(text.ShowAdoptionAll, text.Args{"total": total})
	case adopted+not > 0:
		why = a.lang.Say(text.ShowAdoption, text.Args{"adopted": adopted, "total": total, "unknown": unknown})
	default:
		return "", ""
	}
	var reported []registry.Reason
	for _, r := range st.Reasons {
		switch {
		case r.Holds != truth.Yes:
		case r.Fact == registry.FactAdopted:
			return why, ""
		case r.Fact == registry.FactAdoptedTogether:
			reported = append(reported, r)
		}
	}
	if len(reported) == 0 {
		return why, ""
	}
	return why, a.lang.Word(text.ShowCollectively) + ", " + a.citations(v, reported...)
}

// citations are the sources of some facts, at most two: the record lists all.
func (a *app) citations(v *registry.View, reasons ...registry.Reason) string {
	const most = 2
	var sources []string
	for _, r := range reasons {
		for _, c := range v.SourcesOf(r).List() {
			c.Says, c.For = model.Val[model.Text]{}, model.List[string]{}
			if len(sources) == most && !slices.Contains(sources, a.writer(v).Citation(&c)) {
				return strings.Join(append(sources, "…"), "; ")
			}
			if cite := a.writer(v).Citation(&c); !slices.Contains(sources, cite) {
				sources = append(sources, cite)
			}
		}
	}
	return strings.Join(sources, "; ")
}

// lastDays are the states whose day is the last one, and events those that
// happen on one; every other goes on since its day.
var (
	lastDays = map[model.Word]bool{registry.Expired: true, registry.EndedAgreement: true, registry.Closed: true}
	events   = map[model.Word]bool{
		registry.AgreedUpon: true, registry.Recommended: true, registry.Signed: true, registry.ReplacedByOther: true,
		model.Proposed: true, model.Decided: true, "rejected": true, "tabled": true, "referred-back": true, registry.IssueCaptured: true,
	}
)

// sinceWords tells on which day a status came about, or since which it lasts.
func (a *app) sinceWords(kind model.Kind, st registry.Status) string {
	if st.Since.IsZero() {
		return ""
	}
	lastDay := lastDays[st.State] || st.State == registry.ReplacedByOther && kind != model.PlanKind
	switch {
	case lastDay:
		return ", " + a.lang.Say(text.ShowLastDay, text.Args{"day": st.Since})
	case events[st.State] && kind != model.GroupKind:
		return " " + text.Date(st.Since, a.lang)
	case st.Since.Earliest() == edtf.Past && !st.Since.Latest().IsOpen():
		until, _ := strings.CutPrefix(st.Since.Canonical(), "..")
		return " " + a.lang.Say(text.ShowSinceOrEarlier, text.Args{"since": text.Date(edtf.MustParse(until), a.lang)})
	}
	return " " + a.lang.Say(text.ShowSince, text.Args{"since": st.Since})
}
