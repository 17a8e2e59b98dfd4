package query

import (
	"encoding/json"
	"math"
	"reflect"
	"strconv"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// sink takes the rows of a table.
type sink interface {
	// wants reports whether the rows of a table are asked for.
	wants(table string) bool
	add(table string, row ...any)
}

// filler turns records into rows.
type filler struct {
	sink
	view    *registry.View
	keys    map[*node]int64 // the last key given in each table
	ref     string          // the record that is being filled
	id      string
	checked Checked
}

// records fills the tables of the records.
func (f *filler) records() {
	s := compiled()
	for k, n := range s.kinds {
		if n == nil {
			continue
		}
		kind := model.Kind(k)
		if kind.Info().Folder == "" {
			f.file(kind, n)
			continue
		}
		if !f.wantsAny(n) {
			continue
		}
		for _, rec := range f.view.OfKind(kind) {
			ref := rec.Base().Ref
			f.ref, f.id = ref.String(), ref.ID
			row := n.row()
			row[0], row[1] = f.id, f.ref
			f.parts(n, n.parts, reflect.ValueOf(rec).Elem(), row, "", 0)
			f.put(n, row)
		}
	}
}

// file fills the tables of one of the files at the top of a registry.
func (f *filler) file(k model.Kind, n *node) {
	var held any
	switch k {
	case model.Manifest:
		held = f.view.Manifest
	case model.VocabularyKind:
		held = f.view.Vocabulary
	default:
		held = f.view.Acknowledged
	}
	f.ref, f.id = k.String(), ""
	v := reflect.ValueOf(held).Elem()
	if root := model.Fields(k).Root; root != nil {
		f.list(n, v.FieldByIndex(root.Index), "", 0)
		return
	}
	row := n.row()
	f.parts(n, n.parts, v, row, "", 0)
	f.put(n, row)
}

// wantsAny reports whether a table is asked for, or one that is filled with it.
func (f *filler) wantsAny(n *node) bool {
	if f.wants(n.table.Name) || f.wants("citations") || f.wants("answers") {
		return true
	}
	var among func(parts []part) bool
	among = func(parts []part) bool {
		for i := range parts {
			p := &parts[i]
			if p.child != nil && f.wantsAny(p.child) || p.param && f.wants("guideline_parameters") || among(p.parts) {
				return true
			}
		}
		return false
	}
	return among(n.parts)
}

func (n *node) row() []any { return make([]any, len(n.table.Columns)) }

func (f *filler) put(n *node, row []any) {
	if f.wants(n.table.Name) {
		f.add(n.table.Name, row...)
	}
}

// parts fills the columns of a map, and the tables of the lists in it. key is
// that of the row.
func (f *filler) parts(n *node, parts []part, v reflect.Value, row []any, path string, key int64) {
	for i := range parts {
		p := &parts[i]
		fv := v.FieldByIndex(p.field.Index)
		is := model.Answer(fv.Field(0).Uint())
		if is == model.Absent {
			continue
		}
		here := path
		if here != "" {
			here += "."
		}
		here += p.field.Key
		switch {
		case is != model.Given:
			if p.is >= 0 {
				row[n.lead+n.values+p.is] = is.String()
			}
			f.answered(here, is, fv.Field(1))
		case p.cites:
			f.cite(path, fv.Addr().Interface().(*model.List[model.Citation]))
		case p.param:
			f.parameters(p, fv, here)
		case p.child != nil:
			f.list(p.child, fv, here, key)
		case p.field.Map != nil:
			if ages, ok := fv.Field(2).Addr().Interface().(*model.Ages); ok {
				row[n.lead+p.at] = ages.All
			}
			f.parts(n, p.parts, fv.Field(2), row, here, key)
		default:
			f.leaf(n, p, fv.Field(2).Addr().Interface(), row)
		}
	}
}

// list fills the table of a list or of a table with keys; in is the key of the
// row that it lies in.
func (f *filler) list(n *node, v reflect.Value, path string, in int64) {
	items := v.Field(2)
	for i := range items.Len() {
		item, name, entry := items.Index(i), "", path+"["+strconv.Itoa(i)+"]"
		if n.keyed {
			name = item.Field(0).String()
			entry = model.ParsePath(path).At(name).String()
			item = item.Field(1)
		}
		f.keys[n]++
		key, row := f.keys[n], n.row()
		lead := []any{key}
		switch {
		case n.shared:
			lead = append(lead, f.ref)
		case f.id != "":
			lead = append(lead, f.id)
		}
		if n.within {
			lead = append(lead, in)
		}
		lead = append(lead, i, entry)
		if n.keyed {
			lead = append(lead, name)
		}
		copy(row, lead)
		switch is := model.Answer(item.Field(0).Uint()); {
		case is != model.Given:
			row[len(row)-1] = is.String()
			f.answered(entry, is, item.Field(1))
		case len(n.parts) == 1 && n.parts[0].field.Shape != model.One: // the values themselves
			f.leaf(n, &n.parts[0], item.Field(2).Addr().Interface(), row)
		default:
			f.parts(n, n.parts, item.Field(2), row, entry, key)
		}
		f.put(n, row)
	}
}

// answered notes an answer without a value, and what it rests on.
func (f *filler) answered(path string, is model.Answer, why reflect.Value) {
	var reason, reasonEn, candidates any
	if w, _ := why.Interface().(*model.Why); w != nil {
		reason, reasonEn = inBoth(w.Reason)
		if list := w.Candidates.Values(); len(list) > 0 {
			candidates = asJSON(list)
		}
		f.cite(path, &w.Sources)
	}
	if f.wants("answers") {
		f.add("answers", f.ref, path, registry.AttributeAt(model.ParsePath(path)), is.String(), reason, candidates, reasonEn)
	}
}

// cite notes the citations of an entry.
func (f *filler) cite(entry string, list *model.List[model.Citation]) {
	if !f.wants("citations") {
		return
	}
	for i, c := range list.Pointers() {
		says, saysEn := inBoth(c.Says)
		f.add("citations", f.ref, entry, i, f.idOf(c.Source), given(c.Section), given(c.Line), word(c.Basis), joined(c.For.Values()), says, saysEn)
	}
}

// parameters notes the parameters of a guideline.
func (f *filler) parameters(p *part, v reflect.Value, path string) {
	n := compiled().params
	add := func(v reflect.Value, path string) {
		envelope := v.Field(2)
		f.keys[n]++
		row := n.row()
		row[0], row[1], row[2] = f.keys[n], f.id, path
		for _, a := range model.Tree(p.field.Map, envelope.Addr().Interface()) {
			if a.Field.Key == "value" {
				row[3] = asJSON(a.Plain())
			}
		}
		f.parts(n, n.parts, envelope, row, path, f.keys[n])
		f.put(n, row)
	}
	if p.field.Shape == model.One {
		add(v, path)
		return
	}
	for i := range v.Field(2).Len() {
		item := v.Field(2).Index(i)
		if at := model.ParsePath(path).At(item.Field(0).String()).String(); model.Answer(item.Field(1).Field(0).Uint()) == model.Given {
			add(item.Field(1), at)
		} else {
			f.answered(at, model.Answer(item.Field(1).Field(0).Uint()), item.Field(1).Field(1))
		}
	}
}

// leaf fills the columns of one value.
func (f *filler) leaf(n *node, p *part, value any, row []any) {
	at := row[n.lead+p.at:]
	switch x := value.(type) {
	case *model.Text:
		at[0] = x.In("sv")
		if x.En != "" {
			row[n.lead+n.values+p.en] = x.En
		}
	case *edtf.Date:
		at[0], at[1], at[2] = days(*x)
	case *model.Number:
		at[0], at[2] = x.Min, x.Approx
		if !math.IsInf(x.Max, 1) {
			at[1] = x.Max
		}
	case *model.Ref:
		f.reference(p, *x, at)
	case *model.Signatory:
		at[1] = nonempty(x.Text)
		if !x.Ref.IsZero() {
			f.reference(p, x.Ref, at)
		}
	case *edtf.Duration:
		at[0] = x.String()
	case *[]string:
		at[0] = asJSON(*x)
	case *model.Said:
	case *int:
		at[0] = *x
	case *float64:
		at[0] = *x
	case *bool:
		at[0] = *x
	case *model.Ages:
		at[0] = asJSON((&model.Attribute{Answer: model.Given, Value: x}).Plain())
	default:
		at[0] = reflect.ValueOf(value).Elem().String()
	}
}

// reference writes where a reference leads: to the record that it names, also
// by a former id.
func (f *filler) reference(p *part, ref model.Ref, at []any) {
	now := f.now(ref)
	if at[0] = now.String(); p.one {
		at[0] = now.ID
	}
	if p.split && ref.Fragment != "" {
		at[1] = ref.Fragment
	}
}

// now is the record that a reference leads to, or what it says.
func (f *filler) now(ref model.Ref) model.Ref {
	if rec, ok := f.view.Record(ref); ok {
		return rec.Base().Ref
	}
	return ref.Record()
}

func (f *filler) idOf(ref model.Val[model.Ref]) any {
	if !ref.Given() {
		return nil
	}
	return f.now(ref.V).ID
}

// days writes a date as it is written, its earliest day and its latest. A side
// without bound, and a date that is missing, is NULL.
func days(d edtf.Date) (written, earliest, latest any) {
	if d.IsZero() {
		return nil, nil, nil
	}
	return d.Text(), day(d.Earliest()), day(d.Latest())
}

func day(d edtf.Day) any {
	if d.IsOpen() {
		return nil
	}
	return d.String()
}

// holds writes an answer of three values.
func holds(v truth.Value) string {
	switch v {
	case truth.Yes:
		return "yes"
	case truth.No:
		return "no"
	}
	return "unknown"
}

// inBoth is a text in Swedish, else in English, and in English.
func inBoth(t model.Val[model.Text]) (text, en any) {
	if !t.Given() {
		return nil, nil
	}
	return t.V.In("sv"), nonempty(t.V.En)
}

func given[T any](v model.Val[T]) any {
	if !v.Given() {
		return nil
	}
	return v.V
}

func word[T ~string](v model.Val[T]) any {
	if !v.Given() {
		return nil
	}
	return string(v.V)
}

// nonempty is NULL for nothing.
func nonempty[T ~string](s T) any {
	if s == "" {
		return nil
	}
	return string(s)
}

// joined is a list of words in one column.
func joined[T ~string](words []T) any {
	if len(words) == 0 {
		return nil
	}
	out := ""
	for i, w := range words {
		if i > 0 {
			out += ", "
		}
		out += string(w)
	}
	return out
}

func asJSON(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // plain values, all of which JSON has
	}
	return string(data)
}
