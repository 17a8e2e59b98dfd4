package export

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
)

// RecordsVersion is the version of the formats that JSON and JSONL write.
const RecordsVersion = 1

// Origin is what an export was made from.
type Origin struct {
	View *registry.View
	Rev  string // the git revision; "" for the working tree
}

// head is what stands before the records.
type head struct {
	Format   string  `json:"format"`
	Schema   int     `json:"schema"`
	Registry string  `json:"registry"`
	AsOf     string  `json:"as_of"`
	Rev      *string `json:"rev"`
}

func (o Origin) head() head {
	h := head{Format: "vis", Schema: RecordsVersion, Registry: o.View.Manifest.Name.V.Sv, AsOf: o.View.Day.String()}
	if o.Rev != "" {
		h.Rev = &o.Rev
	}
	return h
}

// item is one record, or one of the files that are no record, whose id is "".
type item struct {
	Kind   string  `json:"kind"`
	ID     string  `json:"id,omitempty"`
	Name   string  `json:"name,omitempty"` // at the view's day
	Status *status `json:"status,omitempty"`
	// Attributes are the file's in canonical form, as the JSON Schema of the kind
	// describes it: texts, dates as they are written, answers such as unknown.
	Attributes any `json:"attributes"`
}

// status is a derived status at the view's day.
type status struct {
	State    model.Word   `json:"state"`
	Since    *string      `json:"since"`    // a date as a registry writes it
	Possible []model.Word `json:"possible"` // what it may be instead
}

// items yields the files of a registry: the manifest and the vocabulary, what is
// acknowledged, and the records by kind and id.
func (o Origin) items(yield func(item) error) error {
	for _, f := range []struct {
		kind model.Kind
		file any
	}{{model.Manifest, o.View.Manifest}, {model.VocabularyKind, o.View.Vocabulary}, {model.AcknowledgedKind, o.View.Acknowledged}} {
		if err := yield(item{Kind: f.kind.String(), Attributes: model.PlainRecord(f.kind, f.file)}); err != nil {
			return err
		}
	}
	for _, rec := range o.View.Records() {
		if err := yield(o.record(rec)); err != nil {
			return err
		}
	}
	return nil
}

func (o Origin) record(rec model.Record) item {
	ref := rec.Base().Ref
	i := item{Kind: ref.Kind.String(), ID: ref.ID, Attributes: model.PlainRecord(ref.Kind, rec)}
	if name := o.View.Name(rec).Sv; name != ref.ID {
		i.Name = name
	}
	if st, ok := o.View.StatusOf(rec); ok {
		i.Status = &status{State: st.State, Possible: append([]model.Word{}, st.Possible...)}
		if !st.Since.IsZero() {
			since := st.Since.Canonical()
			i.Status.Since = &since
		}
	}
	return i
}

// JSON writes a registry as one document: the head, and under `items` every file
// of it, each with its status at the view's day. Nothing is in a language of its
// own: names and texts are as the registry has them.
func JSON(w io.Writer, o Origin) error {
	b, err := json.Marshal(o.head())
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "%s,\"items\":[", b[:len(b)-1]); err != nil {
		return err
	}
	first := true
	err = o.items(func(i item) error {
		sign := ",\n"
		if first {
			sign, first = "\n", false
		}
		b, err := json.Marshal(i)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(w, "%s%s", sign, b)
		return err
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, "\n]}\n")
	return err
}

// JSONL writes a registry as lines, each a document: the head first, and then
// the items of JSON.
func JSONL(w io.Writer, o Origin) error {
	e := json.NewEncoder(w)
	if err := e.Encode(o.head()); err != nil {
		return err
	}
	return o.items(func(i item) error { return e.Encode(i) })
}
