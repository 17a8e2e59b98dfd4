package edit

import (
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/sheet"
	"github.com/vis-samverkan/vis/pkg/text"
)

// read is what a cell says, as people wrote it and as a file would have it.
type read struct {
	column string // its heading
	said   string
	value  any       // a string or a []string, as for Compose
	ref    model.Ref // where it is one reference
}

// row is one row that is being read.
type row struct {
	*importer
	sheet   string
	number  int
	cells   map[string]read // by attribute
	empty   bool
	already bool // the registry says so already
	refused []Refused
	failed  map[string]bool // attributes whose cell was refused
	taken   []Taken
}

// refuse leaves out the row, because of one of its cells.
func (r *row) refuse(column text.Both, value string, why text.Both) {
	r.refused = append(r.refused, Refused{Sheet: r.sheet, Row: r.number, Column: column, Value: value, Why: why})
}

// wrong refuses the row because of the cell with an attribute.
func (r *row) wrong(key string, why text.Both) {
	r.refuse(r.column(key), r.cells[key].said, why)
}

// column is what the column with an attribute is called: its heading, where there
// is one.
func (r *row) column(key string) text.Both {
	c, ok := r.cells[key]
	if at := slices.IndexFunc(r.attributes, func(a attribute) bool { return a.key == key }); !ok && at >= 0 {
		says := r.attributes[at].says
		return text.Both{Sv: text.Capital(says.Sv), En: text.Capital(says.En)}
	}
	return inBoth(c.column)
}

// lacks refuses the row for want of an attribute, unless it has one that was
// refused.
func (r *row) lacks(key string) {
	if !r.failed[key] {
		r.wrong(key, isMissing)
		r.failed[key] = true
	}
}

// read takes the cells of a row, and what --set says of all rows.
func (r *row) read(columns []column, cells []sheet.Cell) {
	r.empty = true
	for _, c := range columns {
		if c.is == nil || c.at >= len(cells) || cells[c.at] == (sheet.Cell{}) {
			continue
		}
		r.empty = false
		before := len(r.refused)
		r.cell(c.heading, c.is, cells[c.at])
		r.failed[c.is.key] = len(r.refused) > before
	}
	for i := range r.attributes {
		a := &r.attributes[i]
		if value, ok := r.Set[a.key]; ok && !r.has(a.key) && !r.failed[a.key] && !r.empty {
			r.cell("--set "+a.key, a, sheet.Cell{Text: value})
		}
	}
}

// cell takes one cell.
func (r *row) cell(heading string, a *attribute, c sheet.Cell) {
	switch {
	case c.Fault == sheet.TooLong:
		r.refuse(inBoth(heading), "", longCell)
		return
	case c.Fault == sheet.Error:
		r.refuse(inBoth(heading), c.Text, errorCell)
		return
	}
	if a.field == nil || !unsearched[a.field.Key] {
		if traces := text.PersonalData(c.Text); len(traces) > 0 {
			what := personal[traces[0].Kind]
			r.refuse(inBoth(heading), traces[0].Masked, text.Both{
				Sv: personalCell.Say(text.Swedish, text.Args{"what": what}), En: personalCell.Say(text.English, text.Args{"what": what}),
			})
			return
		}
	}
	if c.Fault == sheet.Formula {
		r.refuse(inBoth(heading), shown(c.Text), formulaCell)
		return
	}
	if i := strings.IndexFunc(c.Text, func(x rune) bool { return x != '\n' && text.Hidden(x) }); i >= 0 {
		r.refuse(inBoth(heading), shown(c.Text), controlCell)
		return
	}
	if a.key == "until" && slices.Contains(endless, text.Fold(c.Text)) {
		return
	}
	if why := r.noName(a.key, c.Text); why != (text.Both{}) {
		r.refuse(inBoth(heading), shown(untilDigit(c.Text)), why)
		return
	}
	out := read{column: heading, said: shown(c.Text)}
	r.taking = nil
	var fault *Refused
	switch {
	case a.key == "source":
		out.ref, fault = r.find(strings.SplitN(c.Text, "#", 2)[0], model.SourceKind)
		out.value = c.Text
	case a.field == nil:
		out.value = strings.Join(strings.Fields(c.Text), " ")
	default:
		out.value, out.ref, fault = r.convert(a.field, c.Text)
	}
	if fault != nil {
		fault.Sheet, fault.Row, fault.Column, fault.Value = r.sheet, r.number, inBoth(heading), shown(c.Text)
		r.refused = append(r.refused, *fault)
		return
	}
	for _, t := range r.taking {
		t.Sheet, t.Row, t.Column = r.sheet, r.number, inBoth(heading)
		if !slices.Contains(r.taken, t) {
			r.taken = append(r.taken, t)
		}
	}
	r.cells[a.key] = out
}

// endless is what people write for a period that has no last day.
var endless = []string{"tills vidare", "tillsvidare", "until further notice"}

// personal are the words for what a registry may not hold.
var personal = map[text.Personal]text.Both{
	text.IdentityNumber: {Sv: "ett personnummer", En: "an identity number"},
	text.EmailAddress:   {Sv: "en e-postadress", En: "an e-mail address"},
	text.PhoneNumber:    {Sv: "ett telefonnummer", En: "a telephone number"},
}

// unsearched are the fields that the rule on personal data does not search either:
// numbers and addresses that are meant to stand there.
var unsearched = map[string]bool{"url": true, "reference": true, "sha256": true, "code": true}

// shown is a value as it is told of: not all of a long one.
func shown(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

func (r *row) has(key string) bool {
	_, ok := r.cells[key]
	return ok
}

// text is the value of an attribute that is one text, "" where the row has none.
func (r *row) text(key string) string {
	s, _ := r.cells[key].value.(string)
	return s
}

// inBoth is a word that is the same in both languages.
func inBoth(s string) text.Both { return text.Both{Sv: s, En: s} }

// need refuses a row without a reference that it cannot be without.
func (r *row) need(keys ...string) {
	for _, key := range keys {
		if r.cells[key].ref.IsZero() {
			r.lacks(key)
		}
	}
}

// entry are the attributes that the row has, of those that are asked for.
func (r *row) entry(keys ...string) Entries {
	var out Entries
	for _, key := range keys {
		if c, ok := r.cells[key]; ok {
			out = append(out, Entry{key, c.value})
		}
	}
	return out
}

// sources are what the row cites: its own source, else that of all rows.
func (r *row) sources() []Entries {
	id, section, _ := strings.Cut(r.Source, "#")
	if c, ok := r.cells["source"]; ok {
		_, section, _ = strings.Cut(c.value.(string), "#")
		id = c.ref.ID
	}
	if s := r.text("section"); s != "" {
		section = s
	}
	switch {
	case id == "":
		return nil
	case section == "":
		return []Entries{{{"source", id}}}
	}
	return []Entries{{{"source", id}, {"section", section}}}
}

// cited is an entry with its sources.
func (r *row) cited(e Entries) Entries {
	if s := r.sources(); s != nil {
		return append(e[:len(e):len(e)], Entry{"sources", s})
	}
	return e
}

// file is the file of a record that exists.
func (im *importer) file(ref model.Ref) string {
	if rec, ok := im.view.Record(ref); ok {
		return rec.Base().File
	}
	return ref.Kind.Info().Folder + "/" + ref.ID + ".yaml"
}
