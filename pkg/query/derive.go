package query

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// A derivation is a table that no list of the records gives, and how it is
// filled; nil for one that is filled along with the records, and for a view.
type derivation struct {
	table *Table
	fill  func(f *filler)
}

// derived are the tables of what is common to all records, and of what the view
// tells at its day.
var derived = []derivation{
	aboutTable, recordsTable, refsTable, citationsTable, answersTable, termsView,
	statusesTable, possibleTable, reasonsTable,
	agreementsNow, partiesNow, ownersNow, stewardsNow, legalNow,
	groupsNow, seatsNow, membershipsNow, looseEnds,
	organizationsNow, membersNow, voicesNow, municipalitiesNow,
	decisionsNow, issuesNow, levelsNow, plansNow, parametersNow,
	namesNow, deadlinesTable, effectsTable, coverageTable,
	metricsTable, metricPartsTable, metricRecordsTable, findingsTable, testsTable,
}

// col is a column that leads nowhere.
func col(name string, t Type, sv, en string) Column {
	return Column{Name: name, Type: t, What: both(sv, en)}
}

// to is a column that leads to another.
func to(name, column, sv, en string) Column {
	return Column{Name: name, Type: Text, What: both(sv, en), To: column}
}

// tell is a column of an answer of three values.
func tell(name, sv, en string) Column {
	return Column{Name: name, Type: Text, What: both(sv, en), Of: []string{"yes", "no", "unknown"}}
}

// dated are the three columns of a date.
func dated(name, sv, en string) []Column {
	first := name
	if reserved[name] {
		first += "_date"
	}
	return []Column{
		col(first, Text, sv+" (som det är skrivet)", en+" (as it is written)"),
		col(name+"_earliest", Text, sv+": tidigaste dag", en+": earliest day"),
		col(name+"_latest", Text, sv+": senaste dag", en+": latest day"),
	}
}

// columns puts columns after each other; a part is a Column or several.
func columns(parts ...any) []Column {
	var out []Column
	for _, p := range parts {
		switch p := p.(type) {
		case Column:
			out = append(out, p)
		case []Column:
			out = append(out, p...)
		}
	}
	return out
}

// row puts values after each other; a date becomes three.
func row(values ...any) []any {
	var out []any
	for _, v := range values {
		switch v := v.(type) {
		case edtf.Date:
			a, b, c := days(v)
			out = append(out, a, b, c)
		case model.Text:
			out = append(out, nonempty(v.In("sv")), nonempty(v.En))
		case truth.Value:
			out = append(out, holds(v))
		case model.Ref:
			out = append(out, refOrNull(v))
		case model.Word:
			out = append(out, nonempty(v))
		default:
			out = append(out, v)
		}
	}
	return out
}

func refOrNull(r model.Ref) any {
	if r.IsZero() {
		return nil
	}
	return r.Record().String()
}

// id is the id that a reference leads to; NULL for none.
func (f *filler) toID(r model.Ref) any {
	if r.IsZero() {
		return nil
	}
	return f.now(r).ID
}

// give adds a row to a derived table.
func (f *filler) give(table string, values ...any) { f.add(table, row(values...)...) }

var refColumn = to("ref", "records.ref", "posten", "the record")

var aboutTable = derivation{&Table{Name: "about", What: both("vad databasen är, en rad", "what the database is, one row"), Columns: []Column{
	col("registry", Text, "registrets namn", "name of the registry"),
	col("as_of", Text, "dagen som allt i tabellerna med _now gäller", "the day that everything in the tables with _now is so"),
	col("today", Text, "dagens datum när databasen gjordes", "the date when the database was made"),
}}, func(f *filler) {
	f.add("about", f.view.Manifest.Name.V.In("sv"), f.view.Day.String(), f.view.Clock.String())
}}

var recordsTable = derivation{&Table{Name: "records", Key: []string{"ref"}, Indexes: [][]string{{"kind", "id"}},
	What: both("alla poster, med det namn de har dagen", "every record, with the name that it has on the day"), Columns: columns(
		col("ref", Text, "slag/id", "kind/id"), col("kind", Text, "slag", "kind"), col("id", Text, "id", "id"),
		col("name", Text, "namn eller titel dagen", "name or title on the day"), col("name_en", Text, "på engelska, där det finns", "in English, where there is any"),
		col("short_name", Text, "kortnamn dagen", "short name on the day"), col("short_name_en", Text, "på engelska, där det finns", "in English, where there is any"),
		tell("ended", "om posten har upphört dagen", "whether the record has ended by the day"),
		col("file", Text, "filen i registret", "the file in the registry"),
	)}, func(f *filler) {
	for _, rec := range f.view.Records() {
		b := rec.Base()
		f.add("records", row(b.Ref.String(), b.Ref.Kind.String(), b.Ref.ID, f.view.Name(rec), f.view.ShortName(rec), f.view.HasEnded(rec), b.File)...)
	}
}}

var refsTable = derivation{&Table{Name: "refs", Indexes: [][]string{{"ref"}, {"to_ref"}},
	What: both("alla hänvisningar mellan poster", "every reference between records"), Columns: columns(
		to("ref", "records.ref", "posten som hänvisar", "the record that refers"), col("path", Text, "platsen i posten", "the place in the record"),
		to("to_ref", "records.ref", "posten som den leder till", "the record that it leads to"), col("to_part", Text, "delen av den, efter #", "the part of it, after #"),
		Column{"found", Integer, both("1 om posten finns i registret", "1 if the record is in the registry"), "", []string{"0", "1"}},
	)}, func(f *filler) {
	for _, rec := range f.view.Records() {
		from := rec.Base().Ref
		model.Walk(model.Fields(from.Kind), rec, model.ClassRef|model.ClassSignatory, func(v model.Visit) bool {
			if ref, ok := registry.RefOf(v); ok {
				_, found := f.view.Record(ref)
				f.add("refs", from.String(), v.Path.String(), f.now(ref).String(), nonempty(ref.Fragment), found)
			}
			return true
		})
	}
}}

var citationsTable = derivation{table: &Table{Name: "citations", Indexes: [][]string{{"ref", "entry"}, {"source_id"}},
	What: both("källhänvisningarna för varje post och uppgift", "the citations of each record and fact"), Columns: []Column{
		refColumn, col("entry", Text, "uppgiften i posten; tom för hela posten", "the entry in the record; empty for the whole record"),
		col("number", Integer, "plats i listan, från 0", "place in the list, from 0"),
		to("source_id", "sources.id", "källdokumentet", "the source document"), col("section", Text, "avsnitt", "section"), col("line", Integer, "radnummer, från 1", "line number, from 1"),
		{"basis", Text, both("grund: om källan säger det eller om det är tolkat; NULL betyder uttryckligt", "whether the source says it or it is inferred; NULL means stated"), "", []string{"stated", "inference"}},
		col("attributes", Text, "de uppgifter som källan gäller, åtskilda av komma; NULL för alla", "the attributes that the citation is for, with commas between; NULL for all"),
		col("says", Text, "källans ordalydelse", "the wording of the source"), col("says_en", Text, "på engelska, där det finns", "in English, where there is any"),
	}}}

var answersTable = derivation{table: &Table{Name: "answers", Indexes: [][]string{{"ref"}},
	What: both("frågor som har ett svar men inget värde", "questions that have an answer and no value"), Columns: []Column{
		refColumn, col("path", Text, "uppgiften i posten", "the attribute in the record"),
		col("attribute", Text, "uppgiften utan plats i listor", "the attribute without places in lists"),
		{"answer", Text, both("svaret", "the answer"), "", answers},
		col("reason", Text, "varför svaret är detta", "why this is the answer"),
		col("candidates", Text, "tänkbara värden, som JSON", "possible values, as JSON"),
		col("reason_en", Text, "på engelska, där det finns", "in English, where there is any"),
	}}}

var termsView = derivation{table: &Table{Name: "terms", What: both("alla ord i vokabulären", "every term of the vocabulary"), Columns: []Column{
	col("list", Text, "lista i vokabulären", "list of the vocabulary"), col("id", Text, "id", "id"), col("sv", Text, "på svenska", "in Swedish"), col("en", Text, "på engelska", "in English"),
}, View: termsSQL()}}

// termsSQL puts the lists of the vocabulary that hold terms after each other.
func termsSQL() string {
	sql := ""
	m := model.Fields(model.VocabularyKind)
	for i := range m.Fields {
		f := &m.Fields[i]
		if f.Map == nil {
			continue
		}
		if _, ok := f.Map.Field("sv"); !ok {
			continue
		}
		if sql != "" {
			sql += "\nUNION ALL "
		}
		sql += "SELECT '" + f.Key + "' AS list, id, sv, en FROM vocabulary_" + f.Key
	}
	return sql
}

var namesNow = derivation{&Table{Name: "names_now", Derived: true, Indexes: [][]string{{"ref"}},
	What: both("namnen i names, och om de gäller dagen", "the names of names, and whether they are in effect on the day"), Columns: columns(
		refColumn, col("number", Integer, "plats i listan, från 0", "place in the list, from 0"),
		col("name", Text, "namn", "name"), col("name_en", Text, "på engelska, där det finns", "in English, where there is any"),
		tell("holds", "om namnet gäller dagen", "whether the name is in effect on the day"),
		to("decision_id", "decisions.id", "beslutet om namnet", "the decision on the name"),
	)}, func(f *filler) {
	for _, rec := range f.view.Records() {
		for _, n := range f.view.NamesAt(rec) {
			f.give("names_now", rec.Base().Ref.String(), n.Index, n.Name.Name.V, n.InForce, f.idOf(n.Decision))
		}
	}
}}
