package render

import (
	"io"

	"github.com/vis-samverkan/vis/pkg/text"
)

type jsonLog struct {
	Schema  int           `json:"schema"`
	AsOf    string        `json:"as_of"`
	Record  *string       `json:"record"`
	File    string        `json:"file"`
	Rev     *string       `json:"rev"`
	Commit  *string       `json:"commit"`
	Shallow bool          `json:"shallow"`
	Entries []any         `json:"entries"`
	Labels  jsonLogLabels `json:"labels"`
}

type jsonLogLabels struct {
	Name string `json:"name"`
}

type jsonCommit struct {
	Type    string       `json:"type"`
	Commit  *string      `json:"commit"`
	Date    *string      `json:"date"`
	Author  string       `json:"author"`
	Subject string       `json:"subject"`
	Known   bool         `json:"known"`
	Changes []jsonChange `json:"changes"`
}

type jsonEvent struct {
	Type   string          `json:"type"`
	Date   *string         `json:"date"`
	Record string          `json:"record"`
	Path   string          `json:"path"`
	Labels jsonEventLabels `json:"labels"`
}

type jsonEventLabels struct {
	Date string `json:"date"`
	What string `json:"what"`
}

// LogJSONVersion is the version of the format that LogJSON writes.
const LogJSONVersion = 1

// LogJSON writes a history as JSON, which LogSchema describes.
func LogJSON(w io.Writer, h *History, l text.Lang) error {
	out := jsonLog{Schema: LogJSONVersion, AsOf: h.AsOf, File: h.File, Entries: []any{}, Labels: jsonLogLabels{h.Name}}
	if !h.Ref.IsZero() {
		out.Record = pointTo(h.Ref.String())
	}
	if h.Commit != "" {
		out.Commit = &h.Commit
	}
	if h.Rev != "" {
		out.Rev = &h.Rev
	}
	for _, entry := range h.Entries {
		if e := entry.Event; e != nil {
			j := jsonEvent{Type: eventNames[e.Kind], Record: e.Record.String(), Path: e.At.String(), Labels: jsonEventLabels{e.Shown.In(l), e.What.In(l)}}
			if e.Date != "" {
				j.Date = &e.Date
			}
			out.Entries = append(out.Entries, j)
			continue
		}
		c := entry.Commit
		j := jsonCommit{Type: "commit", Author: c.Author, Subject: c.Subject, Known: c.Diff != nil, Changes: []jsonChange{}}
		if c.Hash != "" {
			j.Commit = &c.Hash
		}
		if c.Date != "" {
			j.Date = &c.Date
		}
		if c.Diff != nil {
			j.Changes = jsonChanges(c.Diff, l)
		}
		out.Shallow = out.Shallow || c.Shallow
		out.Entries = append(out.Entries, j)
	}
	return JSON(w, out)
}
