package report

import (
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var knowledge = Kind{
	Name:  "knowledge",
	Title: text.Both{Sv: "Kunskapsstyrning", En: "Knowledge governance"},
	Answers: text.Both{
		Sv: "Hur varje forum är kopplat till kunskapsstyrningen, vilka kopplingar som bara är personer, och vilka kommunala representanter som är godkända.",
		En: "How each forum is linked to knowledge governance, which links are only persons, and which municipal representatives are approved.",
	},
	Questions: []int{24, 25},
	make: func(d *Desk, r *Report) {
		forums := d.View.InScope("")
		d.knowledgeForums(r, forums)
		d.knowledgeLinks(r, forums)
		d.approvals(r)
	},
}

// The natures of a link to knowledge governance, as the model has them.
const (
	structural model.Word = "structural"
	personal   model.Word = "personal"
)

// linkage is how a forum is linked to knowledge governance.
type linkage struct {
	linked, fragile truth.Value // fragile: only through persons
	counts          []int       // by the natures of the model; the last are those whose nature is not known
}

// linkageOf reads the links of a forum.
func linkageOf(g *model.Group, natures []model.Choice) linkage {
	l := linkage{counts: make([]int, len(natures)+1)}
	switch g.Knowledge.Is {
	case model.None:
		l.linked, l.fragile = truth.No, truth.No
	case model.Given:
		l.linked, l.fragile = truth.Yes, truth.Yes
		if g.Knowledge.Open() {
			l.fragile = truth.CannotTell
		}
	}
	for _, k := range g.Knowledge.All() {
		at := slices.IndexFunc(natures, func(n model.Choice) bool { return k.Link.V == n.ID })
		if at < 0 {
			at = len(natures)
		}
		l.counts[at]++
		switch {
		case !k.Link.Given():
			l.fragile = truth.And(l.fragile, truth.CannotTell)
		case k.Link.V != personal:
			l.fragile = truth.No
		}
	}
	return l
}

// The marks of the matrix of forums and links.
const (
	linkHeld = iota
	linkPersonal
	linkNone
	linkUntold
)

// marks are the marks of a forum, one for each count.
func (l linkage) marks(natures []model.Choice) (out []int) {
	for i, n := range l.counts {
		mark := -1
		switch {
		case l.linked == truth.CannotTell:
			mark = linkUntold
		case l.linked == truth.No:
			mark = linkNone
		case n > 0 && i < len(natures) && natures[i].ID == personal:
			mark = linkPersonal
		case n > 0:
			mark = linkHeld
		}
		out = append(out, mark)
	}
	return out
}

// knowledgeForums has a row for each forum: how many links it has of each nature,
// and whether all of them go with a person.
func (d *Desk) knowledgeForums(r *Report, forums []registry.GroupAt) {
	natures := model.Enumeration("knowledge-link")
	columns := []Column{
		d.col("forum", Records, "Forum", "Forum"),
		d.col("linked", Truths, "Har koppling", "Is linked"),
	}
	for _, n := range natures {
		columns = append(columns, Column{strings.ReplaceAll(string(n.ID), "-", "_"), text.Capital(phrase.Word("knowledge-link", n.ID).In(d.Lang)), Numbers})
	}
	columns = append(columns, d.col("nature_unknown", Numbers, "Art okänd", "Nature not known"))
	m := &Matrix{Legend: []Mark{
		linkHeld:     {"✓", d.in("koppling", "link"), Good},
		linkPersonal: {"p", d.in("bara genom en person", "only through a person"), Open},
		linkNone:     {"–", d.in("ingen koppling", "no link"), Bad},
		linkUntold:   {"?", d.in("går inte att säga", "cannot be told"), Quiet},
	}}
	for _, c := range columns[2:] {
		m.Columns = append(m.Columns, c.Label)
	}
	p := r.add("forums", d.in("Forumens kopplingar", "Links of the forums"), append(columns,
		d.col("fragile", Truths, "Bara genom personer", "Only through persons"),
		d.col("source", Words, "Källa", "Source"))...)
	rests := restsOn("fora med känt svar", "forums with a known answer", d.View.GroupsComplete())
	sums := make([]int, len(natures)+1)
	for _, g := range forums {
		if g.Group.Knowledge.Is == model.NotApplicable {
			continue
		}
		l := linkageOf(g.Group, natures)
		so := truth.And(g.Lives, d.View.Vouched(g.Group, "knowledge"))
		cites := citesOfKnowledge(g.Group)
		if so == truth.CannotTell {
			rests.decide(so, cites)
		} else {
			rests.decide(l.linked, cites)
		}
		row := []Cell{d.record(g.Group.Ref).marked(g.Lives), d.truth(l.linked).marked(so)}
		for i, n := range l.counts {
			sums[i] += n
			if l.linked == truth.CannotTell {
				row = append(row, Cell{})
				continue
			}
			row = append(row, d.number(n))
		}
		m.Rows = append(m.Rows, MatrixRow{Label: d.record(g.Group.Ref).Text + doubt(so), Marks: l.marks(natures)})
		p.row(append(row, d.truth(l.fragile).marked(so), d.source(cites))...)
	}
	p.Basis = rests.done()
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget forum finns i registret.", "No forum is in the registry."))
		return
	}
	total := []Cell{words(d.in("Summa", "Total")), {}}
	for _, n := range sums {
		total = append(total, d.number(n))
	}
	p.Table.Total = append(total, Cell{}, Cell{})
	p.Lead = append(p.Lead, d.in(
		"En koppling som bara är en person försvinner med personen.",
		"A link that is only a person goes with the person."))
	nature := func(w model.Word) int {
		return slices.IndexFunc(natures, func(n model.Choice) bool { return n.ID == w })
	}
	p.Chart = &Chart{Title: d.in("Kopplingar till kunskapsstyrningen", "Links to knowledge governance"), Picture: m, Text: d.say(text.Both{
		Sv: "En rad för varje forum och en kolumn för varje art av koppling. Kopplingar i registret: {structural} strukturella, {personal} genom personer.",
		En: "A row for each forum and a column for each nature of a link. Links in the registry: {structural} structural, {personal} through persons.",
	}, text.Args{"structural": sums[nature(structural)], "personal": sums[nature(personal)]})}
}

// citesOfKnowledge is what the answer of a forum comes from: its first link, or
// the long form of the answer.
func citesOfKnowledge(g *model.Group) registry.Cited {
	for _, k := range g.Knowledge.Pointers() {
		return registry.Citations(g, &k.Evidence, "knowledge")
	}
	if g.Knowledge.Is == model.Absent {
		return registry.Cited{}
	}
	return registry.Citations(g, g.Knowledge.Why.Evidence(), "knowledge")
}

// knowledgeLinks has a row for each link of each forum.
func (d *Desk) knowledgeLinks(r *Report, forums []registry.GroupAt) {
	p := r.add("links", d.in("Koppling för koppling", "Link by link"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("to", Records, "Till", "To"),
		d.col("kind", Words, "Slag", "Kind"),
		d.col("nature", Words, "Art", "Nature"),
		d.col("person", Records, "Person", "Person"),
		d.col("in_both", Truths, "Personen sitter i båda", "The person sits in both"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("kopplingar", "links", d.View.GroupsComplete())
	for _, g := range forums {
		for _, k := range g.Group.Knowledge.Pointers() {
			holds := truth.And(g.Lives, d.View.Vouched(g.Group, "knowledge", &k.Evidence))
			cites := registry.Citations(g.Group, &k.Evidence, "knowledge")
			rests.count(holds, cites)
			var person, both Cell
			if k.Link.V == personal {
				person, both = d.untold(), d.truth(d.inBoth(g.Group, k))
			}
			if k.Person.Given() {
				person = d.record(k.Person.V)
			}
			p.row(d.record(g.Group.Ref).marked(holds), d.record(k.Group.V), d.word("knowledge-kind", k.Kind), d.word("knowledge-link", k.Link), person, both, d.source(cites))
		}
	}
	p.Basis = rests.done()
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen koppling finns i registret. Det betyder inte att ingen finns.", "No link is in the registry. That does not mean that there is none."))
	}
}

// inBoth tells whether the person who is a link sits in the forum and in the body
// that it is a link to.
func (d *Desk) inBoth(g *model.Group, k *model.KnowledgeLink) truth.Value {
	person, ok := registry.Find[*model.Representative](d.View.Registry, k.Person.V)
	body, found := d.View.Group(k.Group.V)
	if !ok || !found {
		return truth.CannotTell
	}
	return truth.And(d.View.StillIn(g, person), d.View.StillIn(body, person))
}

// approvals tells of the municipal representatives in knowledge governance
// whether whoever is competent has approved them.
func (d *Desk) approvals(r *Report) {
	p := r.add("approvals", d.in("Kommunala representanter i kunskapsstyrningen", "Municipal representatives in knowledge governance"),
		d.col("person", Records, "Person", "Person"),
		d.col("body", Records, "Grupp", "Body"),
		d.col("represents", Words, "Företräder", "Represents"),
		d.col("from", Days, "Från", "From"),
		d.col("approved", Truths, "Godkänd av behörig", "Approved by whoever is competent"),
		d.col("by", Records, "Godkänd av", "Approved by"),
		d.col("date", Days, "Godkänd", "Approved on"),
		d.col("in_time", Truths, "Senast när uppdraget började", "No later than the membership began"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("frågor om ett uppdrag är godkänt", "questions whether a membership is approved", d.View.GroupsComplete())
	members, needs := d.View.KnowledgeMembers()
	for i, m := range members {
		approval := m.Membership.ApprovedBy
		approved, inTime := truth.CannotTell, Cell{}
		switch {
		case approval.Is == model.NotApplicable:
			continue
		case approval.Is == model.Absent || approval.Is == model.None:
			approved = truth.No
		case approval.Given() && approval.V.Date.Given():
			approved = d.View.CompetentlyApproved(approval.V)
			inTime = d.untold()
			if m.Membership.From.Given() {
				inTime = d.truth(edtf.NotAfter(approval.V.Date.V, m.Membership.From.V))
			}
		}
		cites := registry.Citations(m.Representative, &m.Membership.Evidence, "memberships")
		if approval.Given() {
			cites = registry.CitationsWithin(m.Representative, "memberships.approved_by", &m.Membership.Evidence, &approval.V.Evidence)
		}
		rests.decide(approved, cites)
		p.row(d.record(m.Representative.Ref).marked(needs[i]), d.record(m.Membership.Group.V.Record()), d.list(d.View.SpeaksFor(m)), d.given(m.Membership.From),
			d.truth(approved), d.record(approval.V.Group.V), d.given(approval.V.Date), inTime, d.source(cites))
	}
	p.Basis = rests.done()
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen kommunal representant i kunskapsstyrningen finns i registret. Det betyder inte att ingen finns, och om de är godkända går inte att säga.", "No municipal representative in knowledge governance is in the registry. That does not mean that there is none, and whether they are approved cannot be told."))
	} else {
		p.Lead = append(p.Lead, d.in("Där inget godkännande är antecknat räknas det som att det saknas.", "Where no approval is recorded it counts as lacking."))
	}
	if by := d.View.Matter(registry.KnowledgeMatter); by.Governs == truth.Yes {
		args := text.Args{"by": phrase.Competent(d.View, by.Value.Body.V)}
		if by.Decided {
			p.Lead = append(p.Lead, d.say(text.Both{Sv: "Behörig att godkänna: {by}.", En: "Competent to approve: {by}."}, args))
		} else {
			p.Lead = append(p.Lead, d.say(text.Both{Sv: "Godkänner enligt vad som är iakttaget: {by}.", En: "Approves by what has been observed: {by}."}, args))
		}
	}
}
