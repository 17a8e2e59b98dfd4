package report

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// Graph is records and how they belong together, in one language.
type Graph struct {
	Title string
	Focus model.Ref // the record it is about, or zero
	Nodes []Node    // by kind and id, each once
	Edges []Edge    // by their ends
	// Key says what each sort of edge means, and then how doubt is drawn; only
	// what the graph has.
	Key []string
}

// Node is one record.
type Node struct {
	Ref    model.Ref
	Name   string
	Status string // in words; "" for a kind without one
}

// Edge leads from one record to another. Doubt tells that it is only proposed or
// inferred, or that the sources do not settle it.
type Edge struct {
	From, To model.Ref
	Sort     string // to a program
	Label    string
	Doubt    bool
}

// The sorts of edges between groups and agreements. Others are called by the
// attribute that they stand in.
var edgeSorts = []struct {
	id          string
	label, tell text.Both
}{
	{"reports-to", text.Both{Sv: "rapporterar till", En: "reports to"}, text.Both{Sv: "gruppen rapporterar till den andra", En: "the group reports to the other"}},
	{"replaces", text.Both{Sv: "ersätter", En: "replaces"}, text.Both{Sv: "posten ersätter den andra", En: "the record replaces the other"}},
	{"hands-over", text.Both{Sv: "lämnar ansvar till", En: "hands over to"}, text.Both{Sv: "gruppen lämnar något av sitt ansvar till den andra", En: "the group hands over something it is responsible for to the other"}},
	{"under", text.Both{Sv: "hör under", En: "stands under"}, text.Both{Sv: "överenskommelsen hör under huvudöverenskommelsen", En: "the agreement stands under the framework agreement"}},
	{"supplements", text.Both{Sv: "tillägg till", En: "supplements"}, text.Both{Sv: "överenskommelsen är ett tillägg till den andra", En: "the agreement supplements the other"}},
	{"responsible", text.Both{Sv: "ansvarar för", En: "is responsible for"}, text.Both{Sv: "gruppen ansvarar för överenskommelsen", En: "the group is responsible for the agreement"}},
}

// Structure is the whole structure: who reports to whom, who takes over from
// whom, and the agreements with the groups responsible for them. Records that
// are joined to nothing are left out.
func (d *Desk) Structure() *Graph {
	g := &grapher{Desk: d, at: map[joint]int{}}
	g.groups()
	g.agreements()
	return g.done(&Graph{Title: d.in("Samverkans struktur", "The structure of the cooperation")})
}

// Around is a record with the records that it refers to and that refer to it.
func (d *Desk) Around(rec model.Record) *Graph {
	ref := rec.Base().Ref
	g := &grapher{Desk: d, at: map[joint]int{}}
	g.groups()
	g.agreements()
	g.edges = slices.DeleteFunc(g.edges, func(e Edge) bool { return e.From != ref && e.To != ref })
	g.at = map[joint]int{} // what is added now is of other sorts
	joined := map[model.Ref]bool{ref: true}
	for _, e := range g.edges {
		joined[e.From], joined[e.To] = true, true
	}
	g.references(rec, func(to model.Ref) bool { return !joined[to] })
	for _, from := range d.View.Referrers(ref) {
		if other, ok := d.View.Record(from); ok && !joined[from] {
			g.references(other, func(to model.Ref) bool { return to == ref })
		}
	}
	return g.done(&Graph{Title: d.in("En post och dess grannar", "A record and its neighbours"), Focus: ref})
}

// grapher collects edges.
type grapher struct {
	*Desk
	edges []Edge
	at    map[joint]int // where in edges each stands
}

// joint is what tells two edges apart.
type joint struct {
	from, to model.Ref
	sort     string
}

// add joins two records that there are. An edge that is there already loses its
// doubt where it is said again without.
func (g *grapher) add(from, to model.Ref, sort, label string, doubt bool) {
	a, okA := g.View.Record(from)
	b, okB := g.View.Record(to)
	if !okA || !okB || a == b {
		return
	}
	e := Edge{a.Base().Ref, b.Base().Ref, sort, label, doubt}
	j := joint{e.From, e.To, sort}
	if i, there := g.at[j]; there {
		g.edges[i].Doubt = g.edges[i].Doubt && doubt
		return
	}
	g.at[j] = len(g.edges)
	g.edges = append(g.edges, e)
}

func (g *grapher) join(from, to model.Ref, sort string, doubt bool) {
	for _, s := range edgeSorts {
		if s.id == sort {
			g.add(from, to, sort, s.label.In(g.Lang), doubt)
		}
	}
}

func (g *grapher) groups() {
	for _, group := range g.View.Groups {
		if g.View.HasEnded(group) == truth.Yes {
			continue
		}
		for _, to := range g.View.ReportsTo(group) {
			g.join(group.Ref, to.Ref, "reports-to", to.Holds != truth.Yes)
		}
		for _, resp := range group.Responsibilities.All() {
			from := group.Ref
			if resp.From.Given() {
				from = resp.From.V.Record()
			}
			for _, to := range resp.To.All() {
				if to.Group.Given() {
					g.join(from, to.Group.V, "hands-over", to.Status.V != model.Decided)
				}
			}
		}
		g.replaced(group)
	}
}

func (g *grapher) replaced(rec model.Record) {
	for _, old := range rec.Base().Replaces.All() {
		g.join(rec.Base().Ref, old, "replaces", false)
	}
}

func (g *grapher) agreements() {
	for _, a := range g.View.Agreements {
		if g.View.HasLapsed(a) == truth.Yes {
			continue
		}
		if a.Framework.Given() {
			g.join(a.Ref, a.Framework.V, "under", false)
		}
		if a.Supplements.Given() {
			g.join(a.Ref, a.Supplements.V, "supplements", false)
		}
		owners, _ := g.View.Owners(a)
		for _, o := range owners {
			g.join(o.Group, a.Ref, "responsible", o.Holds != truth.Yes)
		}
		for _, s := range g.View.StewardsAt(a, &a.Responsible, "responsible") {
			if s.Proposed {
				g.join(s.Group, a.Ref, "responsible", true)
			}
		}
		g.replaced(a)
	}
}

// references joins a record with what it refers to, by the attribute where that
// stands. Sources are not neighbours.
func (g *grapher) references(rec model.Record, want func(model.Ref) bool) {
	ref := rec.Base().Ref
	m := model.Fields(ref.Kind)
	model.Walk(m, rec, model.ClassRef, func(v model.Visit) bool {
		to, ok := registry.RefOf(v)
		f, known := m.Field(v.Path[0].Key)
		if ok && known && to.Kind != model.SourceKind && want(to.Record()) {
			g.add(ref, to.Record(), f.Key, g.Label(f), false)
		}
		return true
	})
}

// done puts the nodes and the key to the edges.
func (g *grapher) done(out *Graph) *Graph {
	out.Edges = g.edges
	slices.SortStableFunc(out.Edges, func(a, b Edge) int {
		if n := compareRefs(a.From, b.From); n != 0 {
			return n
		}
		return compareRefs(a.To, b.To)
	})
	seen := map[model.Ref]bool{}
	see := func(ref model.Ref) {
		rec, ok := g.View.Record(ref)
		if !ok || seen[ref] {
			return
		}
		seen[ref] = true
		n := Node{Ref: ref, Name: g.Name(ref)}
		if st, ok := g.View.StatusOf(rec); ok {
			n.Status = phrase.State(ref.Kind, st.State).In(g.Lang)
			if len(st.Possible) > 0 {
				n.Status += " ?"
			}
		}
		out.Nodes = append(out.Nodes, n)
	}
	if !out.Focus.IsZero() {
		see(out.Focus)
	}
	doubt := false
	has := map[string]bool{}
	for _, e := range out.Edges {
		see(e.From)
		see(e.To)
		has[e.Sort] = true
		doubt = doubt || e.Doubt
	}
	slices.SortStableFunc(out.Nodes, func(a, b Node) int { return compareRefs(a.Ref, b.Ref) })
	for _, s := range edgeSorts {
		if has[s.id] {
			out.Key = append(out.Key, s.label.In(g.Lang)+": "+s.tell.In(g.Lang))
		}
	}
	if doubt {
		out.Key = append(out.Key, g.in("streckat och ?: bara föreslaget, eller så avgör källorna det inte", "dashed and ?: only proposed, or the sources do not settle it"))
	}
	return out
}

func compareRefs(a, b model.Ref) int {
	if a.Kind != b.Kind {
		return int(a.Kind) - int(b.Kind)
	}
	return byID(a, b)
}
