package query

import (
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/text"
)

// short are the tables of lists that have a name of their own. Others are named
// after the kind and the way to the list: group_knowledge.
var short = map[string]string{
	"acknowledged.":                            "acknowledged",
	"agreement.accessions":                     "accessions",
	"agreement.adoption_evidence":              "adoption_evidence",
	"agreement.areas":                          "cooperation_areas",
	"agreement.clauses":                        "clauses",
	"agreement.consultation.replies":           "consultation_replies",
	"agreement.follow_up.indicators":           "indicators",
	"agreement.parties":                        "parties",
	"agreement.parties.adoptions":              "adoptions",
	"agreement.revisions":                      "revisions",
	"agreement.signatures":                     "signatures",
	"decision.chain":                           "decision_chain",
	"group.establishment.steps":                "establishment_steps",
	"group.responsibilities":                   "responsibilities",
	"group.responsibilities.to":                "responsibility_receivers",
	"group.seats":                              "seats",
	"group.structure.chair.between":            "group_chair_between",
	"group.structure.pre_meetings":             "group_pre_meetings",
	"group.secretariat.organizations":          "group_secretariats",
	"group.terms_of_reference.cross_sector":    "group_cross_sector",
	"group.terms_of_reference.duties":          "group_duties",
	"group.terms_of_reference.knowledge_areas": "group_knowledge_areas",
	"group.terms_of_reference.purposes":        "group_purposes",
	"group.terms_of_reference.with":            "group_terms_with",
	"issue.level":                              "issue_levels",
	"meeting.agenda":                           "agenda_items",
	"organization.members":                     "organization_members",
	"plan.activities":                          "activities",
	"representative.memberships":               "memberships",
	"representative.titles":                    "titles",
	"source.claims":                            "claims",
}

// shared are the lists that several kinds have, and that stand in one table.
var shared = map[string]string{"aliases": "aliases", "names": "names", "previously": "former_ids", "replaces": "replaces"}

// reserved are the keys that SQL has as words of its own, and that get the
// ending of their class.
var reserved = map[string]bool{"as": true, "by": true, "for": true, "from": true, "group": true, "in": true, "is": true, "of": true, "order": true, "to": true}

// A node is a table that records fill, and how.
type node struct {
	table  *Table
	parts  []part
	lead   int  // how many columns stand before the values
	values int  // how many columns of values there are
	within bool // it lies in another list, whose key it has
	keyed  bool
	shared bool // several kinds share it
}

// A part is an attribute: where its value is and where it goes.
type part struct {
	field *model.Field
	at    int    // its first column among the values
	en    int    // the column of the English text among the extra ones; -1 for none
	is    int    // the column of its answer among the extra ones; -1 for none
	split bool   // the part of a record that a reference names has a column
	one   bool   // a reference to one kind only: its id is enough
	parts []part // the attributes of a map
	child *node  // the table of a list
	cites bool   // a list of citations
	param bool   // the envelope of a guideline's parameter
}

// compiledSchema is what the field table gives.
type compiledSchema struct {
	tables []*Table
	kinds  [model.KindCount]*node
	params *node
	shared map[string]*node
}

type compiler struct {
	*compiledSchema
	kind model.Kind
}

// compile makes the tables of the records from the field table.
func compile() *compiledSchema {
	s := &compiledSchema{shared: map[string]*node{}}
	for _, k := range slices.Concat(model.RecordKinds(), model.FileKinds()) {
		c := compiler{s, k}
		m := model.Fields(k)
		if m.Root != nil {
			c.list(m.Root, "", both(k.Info().Sv.Many, k.Info().En.Many), nil)
			continue
		}
		c.root(m)
	}
	for _, name := range []string{"names", "aliases", "former_ids", "replaces"} {
		s.tables = append(s.tables, s.shared[name].table)
	}
	return s
}

// root makes the table of a kind.
func (c compiler) root(m *model.Map) {
	info := c.kind.Info()
	n := &node{table: &Table{Name: info.Folder, What: both(info.Sv.Many+", en rad för varje post", info.En.Many+", a row for each record"), Key: []string{"id"}}}
	lead := []Column{{"id", Text, both("postens id", "id of the record"), "", nil}, {"ref", Text, both("slag/id", "kind/id"), "records.ref", nil}}
	if info.Folder == "" {
		n.table.Name, n.table.Key, lead = c.kind.String(), nil, nil
		n.table.What = both("filen "+info.File+", en rad", "the file "+info.File+", one row")
	}
	c.kinds[c.kind] = n
	c.tables = append(c.tables, n.table)
	c.fill(n, lead, m, "", text.Both{})
	if info.Folder != "" {
		n.table.Indexes = append(n.table.Indexes, []string{"ref"})
	}
}

// fill gives a table its columns.
func (c compiler) fill(n *node, lead []Column, m *model.Map, at string, what text.Both) {
	b := body{compiler: c, node: n}
	n.parts = b.fields(m, "", at, what)
	b.seal(lead)
}

// body gathers the columns of one table.
type body struct {
	compiler
	node          *node
	way           string // to the list that the table is of; "" for that of a kind
	values, extra []Column
}

// seal puts the columns in order: those that say where a row stands, the
// values, and then English texts and answers without a value.
func (b *body) seal(lead []Column) {
	b.node.lead, b.node.values = len(lead), len(b.values)
	b.node.table.Columns = slices.Concat(lead, b.values, b.extra)
}

func (b *body) value(name string, t Type, what text.Both) *Column {
	b.values = append(b.values, Column{Name: name, Type: t, What: what})
	return &b.values[len(b.values)-1]
}

// extraColumn is a column after the values; it returns its place.
func (b *body) extraColumn(c Column) int {
	b.extra = append(b.extra, c)
	return len(b.extra) - 1
}

// answers are the words that may stand in place of a value.
var answers = []string{model.Unknown.String(), model.None.String(), model.NotApplicable.String()}

func (b *body) answer(name string, what text.Both) int {
	return b.extraColumn(Column{name + "_is", Text, both(what.Sv+": svaret där inget värde finns", what.En+": the answer where there is no value"), "", answers})
}

// fields makes the columns of a map. prefix is what their names begin with, at
// the way to the map, and what the description of it.
func (b *body) fields(m *model.Map, prefix, at string, what text.Both) []part {
	var out []part
	for i := range m.Fields {
		f := &m.Fields[i]
		said := both(f.Sv, f.En)
		if what != (text.Both{}) {
			said = both(what.Sv+": "+f.Sv, what.En+": "+f.En)
		}
		way := strings.TrimPrefix(at+"."+f.Key, ".")
		p := part{field: f, is: -1, en: -1}
		switch {
		case f.Map != nil && f.Map.Type == model.CitationFields().Type:
			p.cites = true
		case f.Shape == model.Keyed && isParam(f.Map), f.Shape == model.One && isParam(f.Map):
			p.param = true
			b.parameters(f.Map)
		case f.Shape != model.One:
			p.is = b.answer(prefix+f.Key, said)
			if name, ok := shared[way]; ok {
				p.child = b.sharedList(f, name)
			} else {
				p.child = b.list(f, way, said, b.node)
			}
		case f.Map != nil:
			p.is = b.answer(prefix+f.Key, said)
			p.at = len(b.values)
			if f.Class == model.ClassAges {
				b.value(prefix+f.Key+"_all", Integer, both(said.Sv+": 1 för alla åldrar", said.En+": 1 for every age"))
			}
			p.parts = b.fields(f.Map, prefix+f.Key+"_", way, said)
		default:
			b.leaf(&p, prefix+f.Key, said)
			p.is = b.answer(prefix+f.Key, said)
		}
		out = append(out, p)
	}
	return out
}

// isParam reports whether a map is the envelope of a guideline's parameter.
func isParam(m *model.Map) bool {
	if m == nil {
		return false
	}
	f, ok := m.Field("status")
	return ok && f.Enum == "parameter-status"
}

// leaf makes the columns of one value.
func (b *body) leaf(p *part, name string, what text.Both) {
	f := p.field
	p.at = len(b.values)
	plain := func(t Type, ending string) *Column {
		if reserved[name] {
			name += ending
		}
		return b.value(name, t, what)
	}
	switch f.Class {
	case model.ClassText:
		plain(Text, "_text")
		p.en = b.extraColumn(Column{name + "_en", Text, both(what.Sv+": på engelska, där det finns", what.En+": in English, where there is any"), "", nil})
	case model.ClassDate:
		base := name
		plain(Text, "_date").What = both(what.Sv+" (som det är skrivet)", what.En+" (as it is written)")
		b.value(base+"_earliest", Text, both(what.Sv+": tidigaste dag", what.En+": earliest day"))
		b.value(base+"_latest", Text, both(what.Sv+": senaste dag", what.En+": latest day"))
	case model.ClassNumber:
		b.value(name+"_min", Real, both(what.Sv+": minst", what.En+": at least"))
		b.value(name+"_max", Real, both(what.Sv+": högst; NULL utan övre gräns", what.En+": at most; NULL without an upper bound"))
		b.value(name+"_approx", Integer, both(what.Sv+": 1 om talet är ungefärligt", what.En+": 1 where the number is approximate"))
	case model.ClassRef, model.ClassSignatory:
		b.reference(p, name, what)
	case model.ClassInt:
		plain(Integer, "_no")
	case model.ClassBool:
		plain(Integer, "_yes").Of = []string{"0", "1"}
	case model.ClassFloat:
		plain(Real, "_no")
	case model.ClassSaid:
	default:
		ending := "_word"
		if f.Term != "" {
			ending = "_term"
		}
		col := plain(Text, ending)
		for _, choice := range model.Enumeration(f.Enum) {
			col.Of = append(col.Of, string(choice.ID))
		}
		if f.Term != "" {
			col.To = "vocabulary_" + f.Term + ".id"
		}
	}
}

// reference makes the columns of a reference.
func (b *body) reference(p *part, name string, what text.Both) {
	refs := p.field.Refs
	if p.field.Own {
		refs = []model.Kind{b.kind}
	}
	if b.way != "" && name == b.kind.String() { // that is the record where the list is
		name = singular(b.way[strings.LastIndexByte(b.way, '.')+1:])
	}
	p.one = len(refs) == 1 && !(p.field.Own && b.node.shared)
	if p.one {
		b.value(name+"_id", Text, what).To = refs[0].Info().Folder + ".id"
	} else {
		b.value(name+"_ref", Text, what).To = "records.ref"
	}
	if p.field.Class == model.ClassSignatory {
		b.value(name+"_text", Text, both(what.Sv+": namnet, utan egen post", what.En+": the name, without a record"))
	}
	if p.split = !p.one || refs[0] == model.MeetingKind; p.split {
		b.value(name+"_part", Text, both(what.Sv+": delen av posten, efter #", what.En+": the part of the record, after #"))
	}
}

// inList reports whether a table is that of a list, so that its rows have keys.
func (n *node) inList() bool { return n != nil && len(n.table.Key) > 0 && n.table.Key[0] == "key" }

// list makes the table of a list or of a table with keys.
func (c compiler) list(f *model.Field, way string, what text.Both, in *node) *node {
	n := &node{table: &Table{Name: c.name(way, in), Key: []string{"key"}}, keyed: f.Shape == model.Keyed}
	kind := c.kind.Info()
	over := both(kind.Sv.Many, kind.En.Many)
	if in.inList() {
		over = in.table.What
	}
	n.table.What = both(over.Sv+" → "+what.Sv, over.En+" → "+what.En)
	if way == "" { // the file is the list
		n.table.What = what
		c.kinds[c.kind] = n
	}
	c.tables = append(c.tables, n.table)
	lead := []Column{{"key", Integer, both("radens nummer i tabellen", "number of the row in the table"), "", nil}}
	if kind.Folder != "" {
		lead = append(lead, Column{c.kind.String() + "_id", Text, both("posten", "the record"), kind.Folder + ".id", nil})
		n.table.Indexes = append(n.table.Indexes, []string{c.kind.String() + "_id"})
	}
	if in.inList() {
		n.within = true
		key := singular(in.table.Name) + "_key"
		lead = append(lead, Column{key, Integer, both("raden som den ligger i", "the row that it lies in"), in.table.Name + ".key", nil})
		n.table.Indexes = append(n.table.Indexes, []string{key})
	}
	c.entries(n, lead, f, way)
	return n
}

// sharedList is the table of a list that several kinds have.
func (c compiler) sharedList(f *model.Field, name string) *node {
	if n, ok := c.shared[name]; ok {
		return n
	}
	n := &node{table: &Table{Name: name, What: both("alla slag → "+f.Sv, "every kind → "+f.En), Key: []string{"key"}, Indexes: [][]string{{"ref"}}}, shared: true}
	c.shared[name] = n
	lead := []Column{{"key", Integer, both("radens nummer i tabellen", "number of the row in the table"), "", nil}, {"ref", Text, both("posten", "the record"), "records.ref", nil}}
	c.entries(n, lead, f, f.Key)
	return n
}

// entries gives the table of a list its columns.
func (c compiler) entries(n *node, lead []Column, f *model.Field, way string) {
	lead = append(lead, Column{"number", Integer, both("plats i listan, från 0", "place in the list, from 0"), "", nil},
		Column{"entry", Text, both("vägen dit i posten", "the path to it in the record"), "", nil})
	if n.keyed {
		lead = append(lead, Column{"item", Text, both("nyckeln", "the key"), "", nil})
		if f.KeyTerm != "" {
			lead[len(lead)-1].To = "vocabulary_" + f.KeyTerm + ".id"
		}
	}
	b := body{compiler: c, node: n, way: way}
	if f.Map != nil && f.Class != model.ClassAges {
		n.parts = b.fields(f.Map, "", way, text.Both{})
		b.extraColumn(Column{"entry_is", Text, both("svaret där hela raden saknar värde", "the answer where the whole row has no value"), "", answers})
	} else {
		p := part{field: f, is: -1, en: -1}
		what := f.One
		if what == (text.Both{}) {
			what = both(f.Sv, f.En)
		}
		b.leaf(&p, "value", what)
		b.extraColumn(Column{"entry_is", Text, both("svaret där inget värde finns", "the answer where there is no value"), "", answers})
		n.parts = []part{p}
	}
	b.seal(lead)
}

// parameters makes the table of a guideline's parameters, once.
func (c compiler) parameters(m *model.Map) {
	if c.params != nil {
		return
	}
	n := &node{table: &Table{Name: "guideline_parameters", Key: []string{"key"}, Indexes: [][]string{{"guideline_id"}},
		What: both("riktlinjer → parametrar", "guidelines → parameters")}}
	c.compiledSchema.params = n
	c.tables = append(c.tables, n.table)
	lead := []Column{{"key", Integer, both("radens nummer i tabellen", "number of the row in the table"), "", nil},
		{"guideline_id", Text, both("riktlinjen", "the guideline"), "guidelines.id", nil},
		{"entry", Text, both("parameterns namn, och vägen dit", "name of the parameter, and the path to it"), "", nil},
		{"value", Text, both("värdet, som JSON", "the value, as JSON"), "", nil}}
	rest := *m
	rest.Fields = slices.DeleteFunc(slices.Clone(m.Fields), func(f model.Field) bool { return f.Key == "value" })
	c.fill(n, lead, &rest, "", text.Both{})
}

// name is what the table of a list is called.
func (c compiler) name(way string, in *node) string {
	if name, ok := short[c.kind.String()+"."+way]; ok {
		return name
	}
	if in.inList() {
		return singular(in.table.Name) + "_" + way[strings.LastIndexByte(way, '.')+1:]
	}
	return c.kind.String() + "_" + strings.ReplaceAll(way, ".", "_")
}

// singular is one of what a table is named after.
func singular(name string) string {
	switch {
	case strings.HasSuffix(name, "ies"):
		return strings.TrimSuffix(name, "ies") + "y"
	case strings.HasSuffix(name, "s"):
		return strings.TrimSuffix(name, "s")
	}
	return name
}
