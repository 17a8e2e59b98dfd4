package report

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var coverage = Kind{
	Name:  "coverage",
	Title: text.Both{Sv: "Täckning och luckor", En: "Coverage and gaps"},
	Answers: text.Both{
		Sv: "Vilka sakområden, åldersgrupper, målgrupper, lagkrav och kommuner som har en överenskommelse och ett forum, var luckorna är och vad registret inte vet.",
		En: "Which subject areas, age groups, target groups, legal requirements and municipalities have an agreement and a forum, where the gaps are and what the registry does not know.",
	},
	Questions: []int{1, 3, 4, 8, 26, 28, 29, 44, 48, 51},
	make: func(d *Desk, r *Report) {
		r.Lead = append(r.Lead, d.in(
			"En överenskommelse räknas så länge den gäller och ett forum så länge det finns. Inget säkert: något kan finnas, men källorna avgör det inte. Inget i registret betyder inte att det inte finns.",
			"An agreement counts while it is in force and a forum while it exists. Nothing certain: there may be something, but the sources do not settle it. Nothing in the registry does not mean that there is nothing."))
		c := d.covering()
		c.summary(r)
		c.gaps(r)
		c.areas(r)
		c.terms(r)
		c.municipalities(r)
		c.subregions(r)
		c.legal(r)
		c.agreements(r)
		c.purposes(r)
		c.known(r)
	},
}

// covering is what agreements and forums have in their care at the view's day.
type covering struct {
	*Desk
	cover map[registry.Concern][]registry.CoverAt
	lists []concernList
}

// concernList is a sort of thing to have in one's care.
type concernList struct {
	list string
	by   []model.Kind // which sorts of records are to have it
	name string       // in the plural
	one  string
	all  []concern
}

type concern struct {
	id   string
	cell Cell
}

func (d *Desk) covering() *covering {
	c := &covering{Desk: d, cover: d.View.Cover()}
	both := []model.Kind{model.AgreementKind, model.GroupKind}
	for _, l := range []concernList{
		{list: "subject_areas", by: both, name: d.in("sakområden", "subject areas"), one: d.in("sakområde", "subject area")},
		{list: "age_groups", by: both, name: d.in("åldersgrupper", "age groups"), one: d.in("åldersgrupp", "age group")},
		{list: "target_groups", by: both, name: d.in("målgrupper", "target groups"), one: d.in("målgrupp", "target group")},
		{list: "legal_requirements", by: both[:1], name: d.in("lagkrav", "legal requirements"), one: d.in("lagkrav", "legal requirement")},
		{list: registry.Municipalities, by: both, name: d.in("kommuner", "municipalities"), one: d.in("kommun", "municipality")},
	} {
		l.all = c.concerns(l.list)
		c.lists = append(c.lists, l)
	}
	return c
}

// concerns are all things of a list, in its order: those of the vocabulary,
// requirements that may be in force, and municipalities that may exist.
func (c *covering) concerns(list string) (out []concern) {
	switch list {
	case registry.Municipalities:
		var refs []model.Ref
		for _, o := range c.View.Municipalities() {
			refs = append(refs, o.Ref)
		}
		c.byName(refs)
		for _, ref := range refs {
			out = append(out, concern{ref.ID, c.record(ref)})
		}
	case "legal_requirements":
		for _, req := range c.View.Vocabulary.LegalRequirements.Pointers() {
			if law := c.View.IsLaw(req); law != truth.No {
				out = append(out, concern{string(req.ID.V), c.term(list, string(req.ID.V)).marked(law)})
			}
		}
	default:
		for id := range c.termsInOrder(list) {
			out = append(out, concern{id, c.term(list, id)})
		}
	}
	return out
}

// termsInOrder yields the terms of a list as the vocabulary has them.
func (c *covering) termsInOrder(list string) func(func(string) bool) {
	return func(yield func(string) bool) {
		switch list {
		case "age_groups":
			for _, t := range c.View.Vocabulary.AgeGroups.All() {
				if !yield(string(t.ID.V)) {
					return
				}
			}
		default:
			terms := &c.View.Vocabulary.SubjectAreas
			if list == "target_groups" {
				terms = &c.View.Vocabulary.TargetGroups
			}
			for _, t := range terms.All() {
				if !yield(string(t.ID.V)) {
					return
				}
			}
		}
	}
}

// term is a cell with the words of a term.
func (d *Desk) term(list, id string) Cell {
	cell := words(id)
	if t, ok := d.View.Term(list, id); ok {
		cell.Text = t.Words().In(string(d.Lang))
	} else if req, _, ok := d.View.LegalRequirement(model.Term(id)); ok && list == "legal_requirements" {
		cell.Text = req.Words().In(string(d.Lang))
	}
	return cell
}

// care is who has a concern in their care.
type care struct {
	certain, perhaps []model.Ref
	has              truth.Value
}

func (c *covering) care(by model.Kind, list, id string) (out care) {
	out.has = truth.No
	take := func(from []registry.CoverAt, want truth.Value, into *[]model.Ref) {
		for _, at := range from {
			ref := at.Record.Base().Ref
			if at.Holds == want && !slices.Contains(*into, ref) && !slices.Contains(out.certain, ref) {
				*into = append(*into, ref)
			}
		}
	}
	sure := c.cover[registry.Concern{By: by, List: list, ID: id}]
	take(sure, truth.Yes, &out.certain)
	take(sure, truth.CannotTell, &out.perhaps)
	take(c.open(by, list), truth.CannotTell, &out.perhaps)
	switch {
	case len(out.certain) > 0:
		out.has = truth.Yes
	case len(out.perhaps) > 0:
		out.has = truth.CannotTell
	}
	return out
}

// open are the records that may have something of a list that they do not name.
func (c *covering) open(by model.Kind, list string) []registry.CoverAt {
	return c.cover[registry.Concern{By: by, List: list}]
}

// complete tells whether all records of a kind are said to be there.
func (c *covering) complete(by model.Kind) truth.Value {
	if by == model.AgreementKind {
		return c.View.AgreementsComplete()
	}
	return c.View.GroupsComplete()
}

// held is a cell of whether somebody has a concern in their care.
func (c *covering) held(by model.Kind, has truth.Value) Cell {
	switch {
	case has == truth.Yes, has == truth.No && c.complete(by) == truth.Yes:
		return c.truth(has)
	case has == truth.CannotTell:
		return Cell{Text: c.in("inget säkert", "nothing certain"), Doubt: true}
	}
	return Cell{Text: c.in("inget i registret", "nothing in the registry"), Doubt: true}
}

// summary counts the concerns of each list.
func (c *covering) summary(r *Report) {
	p := r.add("summary", c.in("Översikt", "Summary"),
		c.col("what", Words, "Vad", "What"),
		c.col("all", Numbers, "Antal", "Number"),
		c.col("agreement_yes", Numbers, "Har överenskommelse", "Have an agreement"),
		c.col("agreement_uncertain", Numbers, "Inget säkert", "Nothing certain"),
		c.col("agreement_none", Numbers, "Inget i registret", "Nothing in the registry"),
		c.col("forum_yes", Numbers, "Har forum", "Have a forum"),
		c.col("forum_uncertain", Numbers, "Inget säkert", "Nothing certain"),
		c.col("forum_none", Numbers, "Inget i registret", "Nothing in the registry"))
	rests := restsOn("svar på om något finns", "answers to whether there is something",
		truth.And(c.View.AgreementsComplete(), c.View.GroupsComplete()))
	bars := &Bars{Unit: c.in("antal", "number"), Series: []Mark{
		{"✓", c.in("finns", "there is one"), Good}, {"?", c.in("inget säkert", "nothing certain"), Open}, {"–", c.in("inget i registret", "nothing in the registry"), Bad}}}
	for _, l := range c.lists {
		if len(l.all) == 0 {
			continue
		}
		row := []Cell{words(l.name), c.number(len(l.all))}
		for _, by := range []model.Kind{model.AgreementKind, model.GroupKind} {
			if !slices.Contains(l.by, by) {
				row = append(row, Cell{}, Cell{}, Cell{})
				continue
			}
			var n truth.Count
			for _, item := range l.all {
				has := c.care(by, l.list, item.id).has
				n.Add(has)
				rests.decide(has, registry.Cited{})
			}
			row = append(row, c.number(n.Yes), c.number(n.CannotTell), c.number(n.No))
			label := l.name + c.in(": överenskommelse", ": agreement")
			if by == model.GroupKind {
				label = l.name + c.in(": forum", ": forum")
			}
			bars.Bars = append(bars.Bars, Bar{Label: label, Lengths: []float64{float64(n.Yes), float64(n.CannotTell), float64(n.No)}})
		}
		p.row(row...)
	}
	p.Basis = rests.done()
	p.Chart = &Chart{Title: c.in("Det som har en överenskommelse och ett forum", "What has an agreement and a forum"), Picture: bars, Text: c.say(text.Both{
		Sv: "En stapel för varje slag, uppdelad på finns, inget säkert och inget i registret. Av {all} svar är {yes} ja eller nej, och {open} går inte att avgöra. Antalen står i tabellen.",
		En: "A bar for each sort, divided into there is one, nothing certain and nothing in the registry. Of {all} answers {yes} are yes or no, and {open} cannot be told. The numbers stand in the table.",
	}, text.Args{"all": rests.Counted + rests.Unknown, "yes": rests.Counted, "open": rests.Unknown})}
}

// gaps lists what has no agreement, or no forum, for certain.
func (c *covering) gaps(r *Report) {
	p := r.add("gaps", c.in("Luckor", "Gaps"),
		c.col("sort", Words, "Slag", "Sort"),
		c.col("what", Words, "Vad", "What"),
		c.col("agreement", Truths, "Överenskommelse", "Agreement"),
		c.col("forum", Truths, "Forum", "Forum"))
	var n [2]int
	for _, l := range c.lists {
		for _, item := range l.all {
			row, gap := []Cell{words(l.one), item.cell, {}, {}}, false
			for i, by := range l.by {
				has := c.care(by, l.list, item.id).has
				row[2+i] = c.held(by, has)
				if has != truth.Yes {
					gap = true
					n[i]++
				}
			}
			if gap {
				p.row(row...)
			}
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, c.in("Allt har en överenskommelse och ett forum.", "Everything has an agreement and a forum."))
		return
	}
	p.Lead = append(p.Lead, c.say(text.Both{
		Sv: "{a} saknar en säker överenskommelse och {g} ett säkert forum.", En: "{a} lack a certain agreement and {g} a certain forum.",
	}, text.Args{"a": n[0], "g": n[1]}))
	for _, l := range c.lists[:3] {
		for _, by := range l.by {
			if open := c.open(by, l.list); len(open) > 0 {
				var refs []model.Ref
				for _, at := range open {
					refs = append(refs, at.Record.Base().Ref)
				}
				p.Lead = append(p.Lead, c.say(text.Both{
					Sv: "Vilka {what} som gäller framgår inte för {who}, som därför kan fylla en lucka.",
					En: "Which {what} belong to {who} is not known, so a gap may be filled there.",
				}, text.Args{"what": l.name, "who": c.names(refs)}))
			}
		}
	}
}

// careTable has a row for each thing of a list.
func (c *covering) careTable(r *Report, id, heading string, l concernList) *Part {
	p := r.add(id, heading,
		Column{"term", text.Capital(l.one), Words},
		c.col("agreements", Words, "Överenskommelser", "Agreements"),
		c.col("agreements_uncertain", Numbers, "Osäkra", "Uncertain"),
		c.col("agreement", Truths, "Har överenskommelse", "Has an agreement"),
		c.col("forums", Words, "Forum", "Forums"),
		c.col("forums_uncertain", Numbers, "Osäkra", "Uncertain"),
		c.col("forum", Truths, "Har forum", "Has a forum"))
	rests := restsOn("svar på om något finns", "answers to whether there is something",
		truth.And(c.View.AgreementsComplete(), c.View.GroupsComplete()))
	for _, item := range l.all {
		row := []Cell{item.cell}
		for _, by := range l.by {
			has := c.care(by, l.list, item.id)
			row = append(row, c.list(has.certain), c.number(len(has.perhaps)), c.held(by, has.has))
			rests.decide(has.has, registry.Cited{})
		}
		p.row(row...)
	}
	p.Basis = rests.done()
	return p
}

// areas tells who has each subject area, with a picture of areas and forums.
func (c *covering) areas(r *Report) {
	l := c.lists[0]
	if len(l.all) == 0 {
		return
	}
	p := c.careTable(r, "areas", c.in("Sakområden", "Subject areas"), l)
	m := &Matrix{Legend: []Mark{{"✓", c.in("har området", "has the area"), Good}, {"?", c.in("kan ha området", "may have the area"), Open}}}
	var forums []model.Ref
	for _, item := range l.all {
		has := c.care(model.GroupKind, l.list, item.id)
		for _, ref := range slices.Concat(has.certain, has.perhaps) {
			if !slices.Contains(forums, ref) {
				forums = append(forums, ref)
			}
		}
	}
	if len(forums) == 0 {
		return
	}
	c.byName(forums)
	m.Columns = c.each(forums)
	n := 0
	for _, item := range l.all {
		has, row := c.care(model.GroupKind, l.list, item.id), MatrixRow{Label: item.cell.Text}
		for _, ref := range forums {
			mark := -1
			switch {
			case slices.Contains(has.certain, ref):
				mark = 0
				n++
			case slices.Contains(has.perhaps, ref):
				mark = 1
			}
			row.Marks = append(row.Marks, mark)
		}
		m.Rows = append(m.Rows, row)
	}
	p.Chart = &Chart{Title: c.in("Sakområden och forum", "Subject areas and forums"), Picture: m, Text: c.say(text.Both{
		Sv: "En rad för varje sakområde och en kolumn för varje forum som har något av dem. {n|En ruta är|# rutor är} säkra. Tom ruta: forumet har inte området enligt registret.",
		En: "A row for each subject area and a column for each forum that has any of them. {n|One cell is|# cells are} certain. An empty cell: the forum does not have the area by the registry.",
	}, text.Args{"n": n})}
}

// each are the names of records, one a record.
func (d *Desk) each(refs []model.Ref) []string {
	out := make([]string, len(refs))
	for i, ref := range refs {
		out[i] = d.View.NameOf(ref).In(string(d.Lang))
	}
	return out
}
