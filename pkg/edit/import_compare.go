package edit

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// loaded is what entries become when the file that they make is read.
func loaded(file string, e Entries) (model.Record, error) {
	data, err := Compose(file, e)
	if err != nil {
		return nil, err
	}
	rec, _ := load.One(file, data)
	r, ok := rec.(model.Record)
	if !ok {
		return nil, fmt.Errorf("edit: %s: what was composed cannot be read", file)
	}
	return r, nil
}

// difference is an attribute that a row has otherwise than the registry, which
// may not have it at all.
type difference struct {
	key         string
	there, said *model.Attribute
}

// differ finds what a row says that is not there. What it leaves out is no
// difference, and neither is a date that is less exact.
func differ(there, said []model.Attribute) []difference {
	var out []difference
	for i := range said {
		a := &said[i]
		if a.Field.Key == "sources" {
			continue
		}
		at := slices.IndexFunc(there, func(b model.Attribute) bool { return b.Field == a.Field })
		switch {
		case at < 0:
			out = append(out, difference{a.Field.Key, nil, a})
		case !covers(&there[at], a):
			out = append(out, difference{a.Field.Key, &there[at], a})
		}
	}
	return out
}

// changed reports whether a file says another thing than its record did when the
// registry was read. One that cannot be read now is left to what writes in it.
func changed(rec model.Record, now []byte) bool {
	read, _ := load.One(rec.Base().File, now)
	after, ok := read.(model.Record)
	if !ok {
		return false
	}
	m := model.Fields(rec.Base().Ref.Kind)
	was, is := model.Tree(m, rec), model.Tree(m, after)
	return len(differ(was, is))+len(differ(is, was)) > 0
}

// covers reports whether what is there says all that a row says.
func covers(there, said *model.Attribute) bool {
	if there.Answer != model.Given || said.Answer != model.Given {
		return there.Answer == said.Answer
	}
	switch b := said.Value.(type) {
	case *edtf.Date:
		return there.Value.(*edtf.Date).Within(*b)
	case *model.Text:
		a := there.Value.(*model.Text)
		return text.Fold(a.Sv) == text.Fold(b.Sv) || text.Fold(a.En) == text.Fold(b.Sv)
	}
	if said.Field.Shape != model.Many {
		return plainly(there) == plainly(said)
	}
	for i := range said.Parts {
		if !slices.ContainsFunc(there.Parts, func(p model.Attribute) bool { return plainly(&p) == plainly(&said.Parts[i]) }) {
			return false
		}
	}
	return true
}

func plainly(a *model.Attribute) string {
	b, err := json.Marshal(a.Plain())
	if err != nil {
		return ""
	}
	return string(b)
}

// differs refuses a row for each difference from what stands in a file. keys are
// the attributes of the row by the key in the file, where they are not the same.
func (r *row) differs(file string, ds []difference, keys map[string]string) {
	for _, d := range ds {
		key := d.key
		if k, ok := keys[key]; ok {
			key = k
		}
		if d.there == nil {
			r.wrong(key, say(saysMore, text.Args{"file": r.Path(file)}))
			continue
		}
		r.wrong(key, r.both(otherwise, "there", func(w phrase.Writer) string { return w.Attribute(d.there) }))
	}
}

// both fills one placeholder of a reason in each language.
func (im *importer) both(b text.Both, name string, words func(phrase.Writer) string) text.Both {
	return text.Both{
		Sv: b.Say(text.Swedish, text.Args{name: words(im.sv)}),
		En: b.Say(text.English, text.Args{name: words(im.en)}),
	}
}

// apart reports whether two periods certainly have no day in common.
func apart(a, b model.Span) bool {
	before := func(until, from model.Val[edtf.Date]) bool {
		return until.Given() && from.Given() && edtf.Before(until.V, from.V) == truth.Yes
	}
	return before(a.Until, b.From) || before(b.Until, a.From)
}
