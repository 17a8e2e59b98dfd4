package render

import (
	"io"
	"math"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// ReviewJSONVersion is the version of the format that ReviewJSON writes.
const ReviewJSONVersion = 1

type jsonReview struct {
	Schema  int           `json:"schema"`
	AsOf    string        `json:"as_of"`
	Base    Side          `json:"base"`
	Head    Side          `json:"head"`
	Verdict jsonVerdict   `json:"verdict"`
	Unread  []jsonUnread  `json:"unread"`
	Broken  []jsonFinding `json:"broken"`
	New     []jsonFinding `json:"new"`
	Gone    []jsonFinding `json:"gone,omitzero"`
	Matters []jsonMatter  `json:"matters,omitzero"`
	Effects *jsonEffects  `json:"effects,omitempty"`
	Changes []jsonChange  `json:"changes,omitzero"`
}

type jsonVerdict struct {
	Fails bool `json:"fails"`
	Totals
}

type jsonUnread struct {
	File string `json:"file"`
	Side string `json:"side"`
}

type jsonEffects struct {
	Figures  []jsonFigure       `json:"figures"`
	Statuses []jsonStatusChange `json:"statuses"`
	Seats    []jsonSeatChange   `json:"seats"`
}

type jsonFigure struct {
	Metric string      `json:"metric"`
	Before jsonMeasure `json:"before"`
	After  jsonMeasure `json:"after"`
	Gained []string    `json:"gained"`
	Lost   []string    `json:"lost"`
	Label  string      `json:"label"`
}

type jsonMeasure struct {
	Min float64  `json:"min"`
	Max *float64 `json:"max"`
}

type jsonStatusChange struct {
	Record string     `json:"record"`
	Before jsonStatus `json:"before"`
	After  jsonStatus `json:"after"`
	Label  string     `json:"label"`
}

type jsonStatus struct {
	State    model.Word   `json:"state"`
	Possible []model.Word `json:"possible"`
}

type jsonSeatChange struct {
	Group  string     `json:"group"`
	Seat   model.Slug `json:"seat"`
	Vacant bool       `json:"vacant"`
	Label  string     `json:"label"`
}

// ReviewJSON writes a review as JSON. All but messages and labels is the same in
// every language. With onlyNew it holds what was found, and not what changed.
// The format is described by ReviewSchema.
func ReviewJSON(w io.Writer, r *Review, base, head Side, failOn rule.Severity, l text.Lang, onlyNew bool) error {
	brought := r.Brought()
	out := jsonReview{
		Schema: ReviewJSONVersion, AsOf: r.Diff.Head.Day.String(), Base: base, Head: head,
		Verdict: jsonVerdict{Totals: Count(brought)}, Unread: []jsonUnread{},
		Broken: jsonFindings(r.Broken, l), New: jsonFindings(r.New, l),
	}
	for _, f := range brought {
		out.Verdict.Fails = out.Verdict.Fails || f.Acknowledged == nil && f.Severity >= failOn
	}
	for _, u := range r.Unread {
		side := "base"
		if u.Now {
			side = "head"
		}
		out.Unread = append(out.Unread, jsonUnread{u.File, side})
	}
	if !onlyNew {
		out.Matters = jsonMatters(r.Matters, l)
		out.Gone, out.Effects, out.Changes = jsonFindings(r.Gone, l), jsonEffectsOf(r, l), jsonChanges(r.Diff, l)
	}
	return JSON(w, out)
}

func jsonEffectsOf(r *Review, l text.Lang) *jsonEffects {
	e := &jsonEffects{Figures: []jsonFigure{}, Statuses: []jsonStatusChange{}, Seats: []jsonSeatChange{}}
	for _, f := range r.Effects.Figures {
		e.Figures = append(e.Figures, jsonFigure{
			Metric: f.Metric, Before: jsonMeasureOf(f.Before), After: jsonMeasureOf(f.After),
			Gained: jsonRefs(f.Gained), Lost: jsonRefs(f.Lost), Label: phrase.Metric(f.Metric).In(l),
		})
	}
	for _, c := range r.Effects.Statuses {
		e.Statuses = append(e.Statuses, jsonStatusChange{
			c.Ref.String(), jsonStatusOf(c.Before), jsonStatusOf(c.After), phrase.Name(r.Diff.Head, c.Ref).In(l),
		})
	}
	for _, c := range r.Effects.Seats {
		e.Seats = append(e.Seats, jsonSeatChange{c.Group.String(), c.Seat, c.Vacant, phrase.Name(r.Diff.Head, c.Group).In(l)})
	}
	return e
}

func jsonMeasureOf(m registry.Measure) jsonMeasure {
	out := jsonMeasure{Min: m.Min}
	if !math.IsInf(m.Max, 0) {
		out.Max = &m.Max
	}
	return out
}

func jsonStatusOf(s registry.Status) jsonStatus {
	return jsonStatus{s.State, append([]model.Word{}, s.Possible...)}
}

func jsonRefs(refs []model.Ref) []string {
	out := make([]string, len(refs))
	for i, ref := range refs {
		out[i] = ref.String()
	}
	return out
}
