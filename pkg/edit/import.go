package edit

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/sheet"
	"github.com/vis-samverkan/vis/pkg/text"
)

// ImportOptions says how the rows of a spreadsheet are to be read.
type ImportOptions struct {
	// Kind is what a row is. A row for representatives is a person in a group; one
	// for agreements is what one party decided on one agreement.
	Kind   model.Kind
	Sheet  string               // the only sheet to read; "" for all that have headings
	Map    map[string]string    // what a column is, by its heading
	Ignore []string             // headings of columns to leave out
	Set    map[string]string    // what all rows have that say nothing else
	Source string               // what to cite, with a section after #
	Near   bool                 // take words and names, but none of people, that are a slip for those known
	Same   map[string]model.Ref // the people in the registry that names stand for
	Files  []string             // those that there were when the view was made
	// Path is how the reader names a file of the registry; nil for as it is there.
	Path func(file string) string
}

// Imported is what the rows of a spreadsheet would do to a registry.
type Imported struct {
	Sheets  []ImportedSheet
	Changes []Change
	Refused []Refused
	Taken   []Taken // only with ImportOptions.Near
	// How many rows there are: those that are in the registry already, those
	// that cannot be taken, and those that lack a source. The rest are new.
	Rows, Already, Held, Unsourced int
}

// New is how many rows bring something.
func (i *Imported) New() int { return i.Rows - i.Already - i.Held }

// ImportedSheet is how a sheet was read.
type ImportedSheet struct {
	Name    string
	Heading int // the row with the headings
	Hidden  int // how many hidden rows are among those that were read
	Columns []ImportedColumn
}

// ImportedColumn is what a column was taken for. Key is "" for one that is left
// out.
type ImportedColumn struct {
	Heading, Key string
	Says         text.Both
}

// Refused is something that cannot be taken. A row may have several.
type Refused struct {
	Sheet  string
	Row    int // 0 for the whole file
	Column text.Both
	Value  string // "" where it is not to be spread
	Why    text.Both
	Near   string // the record that a name is nearly that of, where that is why
	Slip   bool   // it would be taken for that with ImportOptions.Near
	File   bool   // it is no row that is wrong, but a column, a sheet or a flag
}

// Taken is something that was taken for what it is only nearly the same as.
type Taken struct {
	Sheet  string
	Row    int
	Column text.Both
	Value  string
	For    text.Both
	ID     string // of the record, or the word, that it was taken for
}

// Import reads what the rows of a spreadsheet say, compares it with the registry
// that view shows and files holds, and gives the files that would change. Nothing
// is written. A row that says otherwise than the registry is refused; what a
// registry holds is never replaced. The error is the context's, or one of reading
// a file.
func Import(ctx context.Context, view *registry.View, files fs.FS, book *sheet.Book, o ImportOptions) (*Imported, error) {
	im := &importer{
		ImportOptions: o, view: view, files: files, out: &Imported{}, attributes: attributesOf(o.Kind), names: namesOf(view),
		sv: phrase.Writer{View: view, Lang: text.Swedish}, en: phrase.Writer{View: view, Lang: text.English},
		drafts: map[string]*draft{}, after: map[string][]byte{}, before: map[string][]byte{}, people: map[string]*person{},
		agreements: map[model.Ref]*adopting{}, columns: map[[2]string]bool{}, said: map[string]bool{},
	}
	if im.Path == nil {
		im.Path = func(file string) string { return file }
	}
	found, headed := false, false
	for i := range book.Sheets {
		s := &book.Sheets[i]
		if o.Sheet != "" && foldHeading(s.Name) != foldHeading(o.Sheet) || o.Sheet == "" && s.Hidden {
			continue
		}
		found = true
		ok, err := im.sheet(ctx, s)
		if err != nil {
			return nil, err
		}
		headed = headed || ok
	}
	switch {
	case !found && o.Sheet != "":
		im.refuse(Refused{Column: inBoth(o.Sheet), Why: noSheet})
	case !headed:
		im.refuse(Refused{Why: noHeadings})
	default:
		im.unusedColumns()
		im.unusedNames()
	}
	return im.out, im.finish()
}

// importer reads the rows of a spreadsheet one by one.
type importer struct {
	ImportOptions
	view       *registry.View
	files      fs.FS
	out        *Imported
	attributes []attribute
	names      names
	sv, en     phrase.Writer

	drafts        map[string]*draft // new records, by file
	order         []string          // their files
	before, after map[string][]byte // files that get something
	people        map[string]*person
	agreements    map[model.Ref]*adopting
	seen          []string           // headings that were found, folded
	columns       map[[2]string]bool // attributes that a sheet has a column for
	said          map[string]bool    // names of people in Same that were found, folded
	taking        []Taken            // by the cell that is being read
	untyped       bool               // that a person's type is missing has been told of
}

// refuse refuses something that is no row.
func (im *importer) refuse(r Refused) {
	r.File = true
	im.out.Refused = append(im.out.Refused, r)
}

// sheet reads the rows of a sheet below its headings. It is not ok where there
// are none.
func (im *importer) sheet(ctx context.Context, s *sheet.Sheet) (ok bool, err error) {
	at, columns := im.heading(s)
	if at < 0 {
		return false, nil
	}
	told := ImportedSheet{Name: s.Name, Heading: s.Rows[at].Number}
	for i := range columns {
		told.Columns = append(told.Columns, im.judge(s, at, &columns[i])...)
	}
	if im.missing(s.Name, told.Heading, columns) {
		im.out.Sheets = append(im.out.Sheets, told)
		return true, nil
	}
	for _, r := range s.Rows[at+1:] {
		if r.Hidden {
			told.Hidden++
		}
		row := &row{importer: im, sheet: s.Name, number: r.Number, cells: map[string]read{}, failed: map[string]bool{}}
		if row.read(columns, r.Cells); row.empty {
			continue
		}
		im.out.Rows++
		if err := cmp.Or(ctx.Err(), im.take(row)); err != nil {
			return true, err
		}
		switch {
		case len(row.refused) > 0:
			im.out.Held++
			im.out.Refused = append(im.out.Refused, row.refused...)
			continue
		case row.already:
			im.out.Already++
		case row.sources() == nil && im.Kind != model.SourceKind:
			im.out.Unsourced++
		}
		im.out.Taken = append(im.out.Taken, row.taken...)
	}
	im.out.Sheets = append(im.out.Sheets, told)
	return true, nil
}

// take lets a row become what it is. One that is refused already is still looked
// at, so that all that is wrong with it is told of at once.
func (im *importer) take(r *row) error {
	switch im.Kind {
	case model.RepresentativeKind:
		return im.takeMember(r)
	case model.AgreementKind:
		return im.takeAdoption(r)
	}
	return im.takeRecord(r)
}

// insert writes an entry into a list of the file of a record. Where that cannot be
// done the row is refused.
func (im *importer) insert(r *row, rec model.Record, to model.Path, entry Entries) error {
	file := rec.Base().File
	now, ok := im.after[file]
	if !ok {
		var err error
		if now, err = fs.ReadFile(im.files, file); err != nil {
			return err
		}
		if changed(rec, now) {
			r.refuse(text.Both{}, "", say(changedSince, text.Args{"file": im.Path(file)}))
			return nil
		}
		im.before[file] = now
	}
	out, err := Insert(file, now, to, entry)
	var alone *LeftAlone
	if errors.As(err, &alone) {
		r.refuse(text.Both{}, "", text.Both{Sv: im.Path(file) + ": " + alone.Why.Sv, En: im.Path(file) + ": " + alone.Why.En})
		return nil
	}
	if err != nil {
		return err
	}
	im.after[file] = out
	return nil
}

// finish writes the new records, and gathers all changes by path.
func (im *importer) finish() error {
	for _, file := range im.order {
		out, err := Compose(file, im.drafts[file].entries())
		if err != nil {
			return err
		}
		im.out.Changes = append(im.out.Changes, Change{Path: file, After: out})
	}
	for file, after := range im.after {
		if string(after) != string(im.before[file]) {
			im.out.Changes = append(im.out.Changes, Change{Path: file, Before: im.before[file], After: after})
		}
	}
	slices.SortFunc(im.out.Changes, func(a, b Change) int {
		return strings.Compare(a.Path, b.Path)
	})
	return nil
}
