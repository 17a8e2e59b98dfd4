package render

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/review"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

type jsonMatter struct {
	Matter    model.Word       `json:"matter"`
	Agreement *string          `json:"agreement"`
	Touched   string           `json:"touched"`
	Records   []string         `json:"records"`
	Decisions []jsonReferred   `json:"decisions"`
	Known     string           `json:"known"`
	Competent jsonCompetent    `json:"competent"`
	Parties   []jsonPartyVoice `json:"parties"`
	Earliest  string           `json:"earliest,omitempty"`
	Missing   []jsonMissing    `json:"missing"`
	Label     string           `json:"label"`
}

type jsonReferred struct {
	Decision  string `json:"decision"`
	Taken     string `json:"taken"`
	Competent string `json:"competent"`
}

type jsonCompetent struct {
	AnyOf     []string   `json:"any_of"`
	Municipal model.Word `json:"municipal,omitempty"`
	Region    model.Word `json:"region,omitempty"`
}

type jsonPartyVoice struct {
	Party   string     `json:"party"`
	Holds   string     `json:"holds"`
	Body    model.Word `json:"body,omitempty"`
	Adopted string     `json:"adopted"`
}

type jsonMissing struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// jsonTruth is an answer as JSON has it: yes, no or cannot-tell.
func jsonTruth(v truth.Value) string { return strings.ReplaceAll(v.String(), " ", "-") }

func jsonMatters(matters []review.Matter, l text.Lang) []jsonMatter {
	out := make([]jsonMatter, len(matters))
	for i := range matters {
		out[i] = jsonMatterOf(&matters[i], l)
	}
	return out
}

func jsonMatterOf(m *review.Matter, l text.Lang) jsonMatter {
	j := jsonMatter{
		Matter: m.ID, Touched: jsonTruth(m.Certain), Known: jsonTruth(m.Known), Label: phrase.Word("matter", m.ID).In(l),
		Records: []string{}, Decisions: []jsonReferred{}, Parties: []jsonPartyVoice{}, Missing: []jsonMissing{},
		Competent: jsonCompetent{AnyOf: []string{}, Municipal: m.Body.Municipal.V, Region: m.Body.Region.V},
	}
	if !m.Agreement.IsZero() {
		j.Agreement = pointTo(m.Agreement.String())
	}
	for _, t := range m.Touched {
		j.Records = append(j.Records, t.Record.Ref().String())
		for _, d := range t.Decisions {
			j.Decisions = append(j.Decisions, jsonReferred{d.Decision.String(), jsonTruth(d.Taken), jsonTruth(d.Competent)})
		}
	}
	for _, body := range m.Body.AnyOf.Items {
		j.Competent.AnyOf = append(j.Competent.AnyOf, body.V.String())
	}
	for _, p := range m.Parties {
		j.Parties = append(j.Parties, jsonPartyVoice{p.Party.String(), jsonTruth(p.Holds), p.Body, jsonTruth(p.Adopted)})
	}
	if !m.Earliest.IsZero() {
		j.Earliest = m.Earliest.String()
	}
	for _, missing := range m.Missing {
		j.Missing = append(j.Missing, jsonMissing{missing.ID, missing.Text.In(l)})
	}
	return j
}
