package edit

import (
	"io/fs"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// draft is a new record, that several rows may give something.
type draft struct {
	ref    model.Ref
	row    int // the first that gives it something
	plain  Entries
	titles []Entries // of a person
	seats  []Entries // a person's memberships
}

// entries are the keys of the file.
func (d *draft) entries() Entries {
	out := d.plain
	if len(d.titles) > 0 {
		out = append(out[:len(out):len(out)], Entry{"titles", d.titles})
	}
	if len(d.seats) > 0 {
		out = append(out[:len(out):len(out)], Entry{"memberships", d.seats})
	}
	return out
}

func (im *importer) draft(file string, d *draft) {
	im.drafts[file] = d
	im.order = append(im.order, file)
}

// takeRecord takes a row that is a record of its own.
func (im *importer) takeRecord(r *row) error {
	m := model.Fields(im.Kind)
	for i := range m.Fields {
		if f := &m.Fields[i]; f.Must && !r.has(f.Key) {
			r.lacks(f.Key)
		}
	}
	ref, known := im.identify(r)
	if len(r.refused) > 0 {
		return nil
	}
	var keys []string
	for _, a := range im.attributes {
		if a.field != nil && !(im.Kind == model.MeetingKind && (a.key == "group" || a.key == "date")) {
			keys = append(keys, a.key)
		}
	}
	entries := r.entry(keys...)
	file := ref.Kind.Info().Folder + "/" + ref.ID + ".yaml"
	said, err := loaded(file, entries)
	if err != nil {
		return err
	}
	if d := im.drafts[file]; d != nil {
		return im.again(r, file, said, d.plain, d.row)
	}
	if rec, ok := im.view.Record(ref); known && ok {
		ds := differ(model.Tree(m, rec), model.Tree(m, said))
		r.differs(rec.Base().File, ds, nil)
		r.already = len(ds) == 0
		return nil
	}
	im.draft(file, &draft{ref: ref, row: r.number, plain: r.cited(entries)})
	im.names.addNew(ref, r.text("name"))
	im.names.addNew(ref, r.text("title"))
	return nil
}

// again compares a row with an earlier one about the same record.
func (im *importer) again(r *row, file string, said model.Record, earlier Entries, number int) error {
	m := model.Fields(im.Kind)
	first, err := loaded(file, earlier)
	if err != nil {
		return err
	}
	for _, d := range differ(model.Tree(m, first), model.Tree(m, said)) {
		r.wrong(d.key, say(saysOther, text.Args{"row": number}))
	}
	r.already = len(r.refused) == 0
	return nil
}

// identify finds which record a row is about, and whether there is one.
func (im *importer) identify(r *row) (ref model.Ref, known bool) {
	if im.Kind == model.MeetingKind {
		group, date := r.cells["group"], r.text("date")
		r.need("group")
		if date == "" || date == unknown {
			r.lacks("date")
		}
		if len(r.refused) > 0 {
			return ref, false
		}
		ref = model.Ref{Kind: im.Kind, ID: group.ref.ID + "/" + date}
		if !model.IsID(ref.ID) {
			r.wrong("date", notAnID)
		}
		if _, known = im.view.Record(ref); !known && im.drafts[fileOf(ref)] == nil && len(r.refused) == 0 && im.taken(ref) {
			r.wrong("date", im.takenBy(ref))
		}
		return ref, known
	}
	key := "title"
	if _, ok := model.Fields(im.Kind).Field("name"); ok {
		key = "name"
	}
	return im.named(r, key, r.text(key))
}

// named finds the record that a row is about by its id, else by its name, else
// makes an id of the name for a new one.
func (im *importer) named(r *row, key, name string) (ref model.Ref, known bool) {
	ref = model.Ref{Kind: im.Kind, ID: r.text("id")}
	if ref.ID != "" {
		rec, there := im.view.Record(ref)
		switch {
		case !model.IsID(ref.ID):
			r.wrong("id", notAnID)
		case there && name != "" && !calls(rec, name):
			r.wrong(key, text.Both{
				Sv: otherName.Say(text.Swedish, text.Args{"id": ref, "name": im.sv.Name(ref)}),
				En: otherName.Say(text.English, text.Args{"id": ref, "name": im.en.Name(ref)}),
			})
		case !there && im.drafts[fileOf(ref)] == nil && im.taken(ref):
			r.wrong("id", im.takenBy(ref))
		}
		return ref, there
	}
	if name == "" || name == unknown {
		r.lacks(key)
		return ref, false
	}
	refs, near, slip := im.lookUp(name, im.Kind)
	switch {
	case len(refs) == 1:
		return refs[0], im.drafts[fileOf(refs[0])] == nil
	case len(refs) > 1:
		r.wrong(key, say(ambiguous, text.Args{"refs": text.Or(refStrings(refs))}))
		return ref, false
	case len(near) == 1 && im.Near && slip:
		r.taken = append(r.taken, Taken{r.sheet, r.number, r.column(key), r.cells[key].said, im.nameOf(near[0]), near[0].String()})
		return near[0], true
	case len(near) > 0:
		d := im.doubt(name, near[0], slip && len(near) == 1, true)
		r.wrong(key, d.Why)
		last := &r.refused[len(r.refused)-1]
		last.Near, last.Slip = d.Near, d.Slip
		return ref, false
	}
	if model.Word(r.text("type")) == model.Municipality {
		name = strings.TrimSuffix(name, " kommun")
	}
	switch ref.ID = Slug(name); {
	case ref.ID == "":
		r.wrong(key, noLetters)
	case im.taken(ref):
		r.wrong(key, im.takenBy(ref))
	}
	return ref, false
}

// takenBy says what has an id that cannot be had: a row above, something that came
// since the registry was read, or something else.
func (im *importer) takenBy(ref model.Ref) text.Both {
	file := fileOf(ref)
	_, err := fs.Stat(im.files, file)
	switch d := im.drafts[file]; {
	case d != nil:
		return say(idTakenByRow, text.Args{"id": ref.ID, "row": d.row, "name": d.plain[0].Value})
	case err == nil && im.Files != nil && !slices.Contains(im.Files, file):
		return say(cameSince, text.Args{"file": im.Path(file)})
	}
	return say(idTaken, text.Args{"id": ref.ID})
}

// taken reports whether an id is that of something else: a record, now or
// earlier, a new one, or a file that cannot be read.
func (im *importer) taken(ref model.Ref) bool {
	_, there := im.view.Record(ref)
	_, err := fs.Stat(im.files, fileOf(ref))
	return there || err == nil || len(im.view.FormerID(ref)) > 0 || im.drafts[fileOf(ref)] != nil
}

func fileOf(ref model.Ref) string { return ref.Kind.Info().Folder + "/" + ref.ID + ".yaml" }

// calls reports whether a record is called so, now or earlier.
func calls(rec model.Record, name string) bool {
	for _, s := range registry.Spellings(rec) {
		if text.Fold(s.Text) == text.Fold(name) {
			return true
		}
	}
	return false
}
