package render

import (
	"io"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// DiffJSONVersion is the version of the format that DiffJSON writes.
const DiffJSONVersion = 1

// Side is one side of a comparison as JSON tells it.
type Side struct {
	Name   string  `json:"name"`
	Commit *string `json:"commit"` // nil for a folder
}

type jsonDiff struct {
	Schema  int          `json:"schema"`
	AsOf    string       `json:"as_of"`
	Base    Side         `json:"base"`
	Head    Side         `json:"head"`
	Changes []jsonChange `json:"changes"`
}

type jsonChange struct {
	How    change.How `json:"how"`
	Kind   model.Kind `json:"kind"`
	Record *string    `json:"record"`
	Was    *string    `json:"was,omitempty"`
	File   string     `json:"file"`
	Before any        `json:"before,omitempty"`
	After  any        `json:"after,omitempty"`
	Edits  []jsonEdit `json:"edits"`
	Labels jsonNamed  `json:"labels"`
}

type jsonNamed struct {
	Kind string `json:"kind"`
	Name string `json:"name"`
	Note string `json:"note,omitempty"`
}

type jsonEdit struct {
	What       change.What `json:"what"`
	Meaning    string      `json:"meaning,omitempty"`
	Path       string      `json:"path"`
	BasePath   *string     `json:"base_path"`
	HeadPath   *string     `json:"head_path"`
	Background bool        `json:"background"`
	Before     any         `json:"before,omitempty"`
	After      any         `json:"after,omitempty"`
	Days       *jsonDays   `json:"days,omitempty"`
	Words      []jsonWord  `json:"words,omitempty"`
	Labels     jsonLabels  `json:"labels"`
}

type jsonDays struct {
	Fewest int `json:"fewest"`
	Most   int `json:"most"`
}

type jsonWord struct {
	In   change.In `json:"in"`
	Text string    `json:"text"`
}

type jsonLabels struct {
	Where  []string `json:"where"`
	Label  string   `json:"label"`
	Before string   `json:"before,omitempty"`
	After  string   `json:"after,omitempty"`
	Note   string   `json:"note,omitempty"`
}

// DiffJSON writes a difference as JSON. All but the labels, and the words of a
// text in that language, is the same in every language. The format is described
// by DiffSchema.
func DiffJSON(w io.Writer, d *change.Diff, base, head Side, l text.Lang) error {
	return JSON(w, jsonDiff{
		Schema: DiffJSONVersion, AsOf: d.Head.Day.String(), Base: base, Head: head, Changes: jsonChanges(d, l),
	})
}

func jsonChanges(d *change.Diff, l text.Lang) []jsonChange {
	out := []jsonChange{}
	for _, g := range d.Tell(l) {
		for _, r := range g.Records {
			out = append(out, jsonChangeOf(r, g.Heading))
		}
	}
	return out
}

func jsonChangeOf(r change.Told, heading string) jsonChange {
	c := jsonChange{
		How: r.How, Kind: r.Kind, File: r.File(), Edits: []jsonEdit{},
		Labels: jsonNamed{heading, r.Name, r.Note},
	}
	if ref := r.Ref(); !ref.IsZero() {
		c.Record = pointTo(ref.String())
	}
	if r.How == change.Moved || r.How == change.Guessed {
		c.Was = pointTo(r.Was.String())
	}
	switch r.How {
	case change.Added:
		c.After = model.PlainRecord(r.Kind, r.Head)
	case change.Removed:
		c.Before = model.PlainRecord(r.Kind, r.Base)
	}
	for _, line := range r.Lines {
		c.Edits = append(c.Edits, jsonEditOf(line))
	}
	return c
}

func jsonEditOf(line change.Line) jsonEdit {
	e := line.Edit
	j := jsonEdit{
		What: e.What, Meaning: line.Meaning.ID, Path: e.Path().String(), Background: line.Background,
		Labels: jsonLabels{Where: append([]string{}, line.Where...), Label: line.Label, Before: line.Before, After: line.After, Note: line.Note},
	}
	if e.Base != nil {
		j.BasePath = pointTo(e.Base.String())
	}
	if e.Head != nil {
		j.HeadPath = pointTo(e.Head.String())
	}
	if e.Before != nil {
		j.Before = e.Before.Plain()
	}
	if e.After != nil {
		j.After = e.After.Plain()
	}
	if fewest, most, ok := e.Shift(); ok {
		j.Days = &jsonDays{fewest, most}
	}
	for _, word := range line.Words {
		j.Words = append(j.Words, jsonWord{word.In, word.Text})
	}
	return j
}

func pointTo(s string) *string { return &s }
