package edit

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/sheet"
	"github.com/vis-samverkan/vis/pkg/text"
)

// attribute is something that a column may be.
type attribute struct {
	key   string
	field *model.Field // what a value becomes; nil for what is not written as it is
	says  text.Both
	words []string // headings, folded
}

// attributesOf are what the columns of a spreadsheet with rows of a kind may be.
func attributesOf(k model.Kind) []attribute {
	var out []attribute
	add := func(key string, f *model.Field, says text.Both) {
		if f != nil && says == (text.Both{}) {
			says = text.Both{Sv: phrase.Writer{Lang: text.Swedish}.Label(f), En: phrase.Writer{Lang: text.English}.Label(f)}
		}
		a := attribute{key: key, field: f, says: says}
		words := append([]string{key, says.Sv, says.En}, headings[key]...)
		if f != nil {
			words = append(words, f.Key)
		}
		for _, w := range words {
			a.words = append(a.words, foldHeading(w))
		}
		out = append(out, a)
	}
	in := func(m *model.Map, keys ...string) *model.Field {
		var f *model.Field
		for _, key := range keys {
			f, _ = m.Field(key)
			m = f.Map
		}
		return f
	}
	m := model.Fields(k)
	switch k {
	case model.RepresentativeKind:
		add("name", in(m, "name"), text.Both{})
		add("first_name", nil, text.Both{Sv: "förnamn", En: "first name"})
		add("last_name", nil, text.Both{Sv: "efternamn", En: "last name"})
		add("type", in(m, "type"), text.Both{})
		add("title", in(m, "titles", "title"), text.Both{})
		add("organization", in(m, "memberships", "on_behalf_of"), text.Both{Sv: "organisation", En: "organization"})
		for _, key := range []string{"group", "seat", "role", "from", "until", "appointed_by"} {
			add(key, in(m, "memberships", key), text.Both{})
		}
	case model.AgreementKind:
		add("agreement", in(m, "framework"), text.Both{Sv: "överenskommelse", En: "agreement"})
		add("organization", in(m, "parties", "organization"), text.Both{})
		for _, key := range []string{"state", "body", "date", "reference", "revision"} {
			add(key, in(m, "parties", "adoptions", key), text.Both{})
		}
	default:
		for i := range m.Fields {
			if f := &m.Fields[i]; f.Shape != model.Keyed && f.Class&simple != 0 && f.Key != "previously" {
				add(f.Key, f, text.Both{})
			}
		}
	}
	add("id", nil, text.Both{Sv: "id", En: "id"})
	if k != model.SourceKind {
		add("source", nil, text.Both{Sv: "källa", En: "source"})
		add("section", nil, text.Both{Sv: "avsnitt i källan", En: "section of the source"})
	}
	return out
}

// simple are the classes that one cell can hold.
const simple = model.ClassText | model.ClassString | model.ClassDate | model.ClassInt | model.ClassBool | model.ClassRef |
	model.ClassTerm | model.ClassWord | model.ClassCode | model.ClassURL | model.ClassClock | model.ClassSlug

// ImportAttributes are the names of what the columns may be, for rows of a kind.
func ImportAttributes(k model.Kind) []string {
	var out []string
	for _, a := range attributesOf(k) {
		out = append(out, a.key)
	}
	return out
}

// foldHeading brings a heading to the form in which headings are compared:
// letters and digits alone, in lower case, without rings and dots.
func foldHeading(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}

// column is one column of a sheet: what its heading says, and what it is.
type column struct {
	at      int
	heading string
	is      *attribute // nil where that is not known, or it is left out
	ignored bool
}

// heading finds the row with the headings: the first in which two are known.
func (im *importer) heading(s *sheet.Sheet) (at int, columns []column) {
	const most = 100 // rows that may stand above
	for at := range min(len(s.Rows), most) {
		columns, known := []column{}, 0
		for i, c := range s.Rows[at].Cells {
			if c.Text == "" {
				if c.Fault == sheet.Fine {
					continue
				}
				c.Text = "?"
			}
			col := column{at: i, heading: strings.Join(strings.Fields(c.Text), " ")}
			folded := foldHeading(col.heading)
			col.is = im.attribute(folded)
			for _, h := range im.Ignore {
				if foldHeading(h) == folded {
					col.is, col.ignored = nil, true
				}
			}
			if col.is != nil || col.ignored {
				known++
			}
			columns = append(columns, col)
		}
		if known >= 2 {
			return at, columns
		}
	}
	return -1, nil
}

// attribute is what a heading stands for: as --map says, else as people use it.
func (im *importer) attribute(folded string) *attribute {
	want := ""
	for h, key := range im.Map {
		if foldHeading(h) == folded {
			want = key
		}
	}
	for i := range im.attributes {
		a := &im.attributes[i]
		if want == a.key || want == "" && folded != "" && slices.Contains(a.words, folded) {
			return a
		}
	}
	return nil
}

// judge tells what a column was taken for. One that is not known is refused,
// unless nothing stands in it.
func (im *importer) judge(s *sheet.Sheet, at int, c *column) []ImportedColumn {
	im.seen = append(im.seen, foldHeading(c.heading))
	told := ImportedColumn{Heading: c.heading}
	empty := !slices.ContainsFunc(s.Rows[at+1:], func(r sheet.Row) bool { return c.at < len(r.Cells) && r.Cells[c.at] != sheet.Cell{} })
	refused := Refused{Sheet: s.Name, Row: s.Rows[at].Number, Column: inBoth(c.heading)}
	switch {
	case c.ignored:
		return []ImportedColumn{told}
	case c.is != nil:
		told.Key, told.Says = c.is.key, c.is.says
		if im.isTaken(s.Name, c) {
			refused.Why = text.Both{Sv: "två kolumner är samma sak: " + c.is.says.Sv + "; ta bort eller utelämna den ena (--ignore)", En: "two columns are the same thing: " + c.is.says.En + "; remove or leave out one of them (--ignore)"}
			im.refuse(refused)
			c.is = nil
		}
		return []ImportedColumn{told}
	case empty:
		return nil
	case isPersonal(c.heading):
		refused.Why = personalColumn
	default:
		refused.Why = unknownColumn
		var words []string
		for _, a := range im.attributes {
			words = append(words, a.says.Sv, a.says.En)
		}
		if near := text.Nearest(c.heading, words); near != "" && len([]rune(c.heading)) > 4 {
			refused.Why = text.Both{Sv: unknownColumn.Sv + " Menades ”" + near + "”?", En: unknownColumn.En + " Did you mean “" + near + "”?"}
		}
	}
	im.refuse(refused)
	return nil
}

// isTaken reports whether an earlier column of the sheet is the same attribute.
func (im *importer) isTaken(sheetName string, c *column) bool {
	key := [2]string{sheetName, c.is.key}
	was := im.columns[key]
	im.columns[key] = true
	return was
}

// missing refuses a sheet that lacks a column which every row needs.
func (im *importer) missing(name string, at int, columns []column) (lacking bool) {
	has := func(key string) bool {
		_, set := im.Set[key]
		return set || slices.ContainsFunc(columns, func(c column) bool { return c.is != nil && c.is.key == key })
	}
	for _, need := range needed[im.Kind] {
		if !slices.ContainsFunc(strings.Fields(need), has) {
			lacking = true
			a := im.attribute(foldHeading(strings.Fields(need)[0]))
			im.refuse(Refused{Sheet: name, Row: at, Why: text.Both{
				Sv: "en kolumn saknas: " + a.says.Sv + ". Säg vilken det är (--map), eller vad alla rader har (--set)",
				En: "a column is missing: " + a.says.En + ". Say which it is (--map), or what all rows have (--set)",
			}})
		}
	}
	return lacking
}

// unusedColumns refuses headings that a flag names and no sheet has.
func (im *importer) unusedColumns() {
	named := slices.Clone(im.Ignore)
	for h := range im.Map {
		named = append(named, h)
	}
	slices.Sort(named)
	for _, h := range named {
		if !slices.Contains(im.seen, foldHeading(h)) {
			im.refuse(Refused{Column: inBoth(h), Why: noColumn})
		}
	}
}

func isPersonal(heading string) bool {
	folded := foldHeading(heading)
	if slices.Contains(personalWords, folded) {
		return true
	}
	return slices.ContainsFunc(personalParts, func(p string) bool { return strings.Contains(folded, p) })
}

// ImportAttribute is the name of what a person calls so, for rows of a kind, or "".
func ImportAttribute(k model.Kind, word string) string {
	folded := foldHeading(word)
	for _, a := range attributesOf(k) {
		if folded != "" && slices.Contains(a.words, folded) {
			return a.key
		}
	}
	return ""
}
