package report

import (
	"cmp"
	"maps"
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// bySubregion are the municipalities of the county by subregion and name.
func (d *Desk) bySubregion() []*model.Organization {
	all := d.View.Municipalities()
	order := text.NewSorter(d.Lang)
	slices.SortStableFunc(all, func(a, b *model.Organization) int {
		if a.Subregion.Given() != b.Subregion.Given() {
			return map[bool]int{true: -1, false: 1}[a.Subregion.Given()]
		}
		return cmp.Or(order.Compare(d.subregionOf(a).Text, d.subregionOf(b).Text), order.Compare(d.record(a.Ref).Text, d.record(b.Ref).Text))
	})
	return all
}

// subregionOf is a cell with the subregion of a municipality.
func (d *Desk) subregionOf(o *model.Organization) Cell {
	if area, ok := o.Subregion.Get(); ok {
		return d.record(model.Ref{Kind: model.Subregion, ID: string(area)})
	}
	return Cell{Text: d.in("delregionen framgår inte", "the subregion is not known"), Doubt: true}
}

// municipalitiesHeard tells of each municipality whether anybody speaks for it,
// in which forums, and who sits there for its subregion.
func (d *Desk) municipalitiesHeard(r *Report, forums []registry.GroupAt, heard *registry.Representation) {
	p := r.add("municipalities", d.in("Kommunernas platser", "Seats of the municipalities"),
		d.col("municipality", Records, "Kommun", "Municipality"),
		d.col("subregion", Records, "Delregion", "Subregion"),
		d.col("heard", Truths, "Har egen plats", "Has a seat of its own"),
		d.col("seats", Numbers, "Platser", "Seats"),
		d.col("forums", Words, "Fora", "Forums"),
		d.col("through", Words, "Genom delregionen", "Through the subregion"))
	near := d.neighbouring(forums)
	rests := restsOn("kommuner med egen plats", "municipalities with a seat of their own", heard.Complete)
	var silent []model.Ref
	for _, o := range d.bySubregion() {
		all := heard.Of(o.Ref)
		holds, seats := all.Holds, d.between(all.Min, all.Max)
		if len(heard.By[o.Ref]) == 0 {
			silent = append(silent, o.Ref)
			holds = heard.Complete.Not()
			seats.Doubt = holds == truth.CannotTell
		}
		rests.count(holds, registry.Cited{})
		p.row(d.record(o.Ref).marked(d.View.HasEnded(o).Not()), d.subregionOf(o), d.truth(holds), seats,
			words(d.forumsOf(heard.By[o.Ref])), words(d.through(near[o.Subregion.V], heard.By[o.Ref])))
	}
	for _, g := range forums {
		for _, s := range d.View.Seats(g.Group) {
			if s.Counts() && s.Side != model.Region {
				rests.cite(registry.Citations(g.Group, &s.Seat.Evidence, "seats"))
			}
		}
	}
	p.Basis = rests.done()
	d.tellSilent(p, silent, heard)
	d.heatMap(p, forums, heard, near, rests)
}

// tellSilent says which municipalities have no seat in the registry, and whether
// that settles anything.
func (d *Desk) tellSilent(p *Part, silent []model.Ref, heard *registry.Representation) {
	d.byName(silent)
	args := text.Args{"n": len(silent), "names": d.names(silent), "unnamed": len(heard.Unnamed)}
	switch {
	case len(silent) == 0:
		p.Lead = append(p.Lead, d.in("Varje kommun har en egen plats i registret.", "Every municipality has a seat of its own in the registry."))
	case heard.Complete == truth.Yes:
		p.Lead = append(p.Lead, d.say(text.Both{Sv: "{n|En kommun har|# kommuner har} ingen egen plats: {names}.", En: "{n|One municipality has|# municipalities have} no seat of {n|its|their} own: {names}."}, args))
	default:
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "{n|En kommun har|# kommuner har} ingen egen plats i registret: {names}. Om {n|den|de} saknar plats går inte att säga, för alla platser är inte kända.",
			En: "{n|One municipality has|# municipalities have} no seat of {n|its|their} own in the registry: {names}. Whether {n|it lacks|they lack} one cannot be told, since not all seats are known.",
		}, args))
	}
	if len(heard.Unnamed) > 0 {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "{unnamed|En plats i registret är|# platser i registret är} för kommuner som källan inte nämner vid namn.",
			En: "{unnamed|One seat in the registry is|# seats in the registry are} for municipalities that the source does not name.",
		}, args))
	}
	p.Lead = append(p.Lead, d.in(
		"Genom delregionen: de som sitter för samma delregion i fora där delregionerna är företrädda. Vilket forum det är visar tabellen över delregioner; hur de för vidare vad forumet kommer fram till framgår inte av registret. ”vis brief” och ”vis who” säger mer om en kommun.",
		"Through the subregion: those who sit for the same subregion in forums that represent subregions. Which forum that is the table of subregions shows; how they pass on what the forum arrives at the registry does not tell. “vis brief” and “vis who” tell more of one municipality."))
}

// neighbour is an organization that sits for a subregion in a forum.
type neighbour struct {
	forum *model.Group
	by    model.Ref
}

// neighbouring are those who sit for each subregion in the forums that represent
// subregions.
func (d *Desk) neighbouring(forums []registry.GroupAt) map[model.Term][]neighbour {
	out := map[model.Term][]neighbour{}
	for _, g := range forums {
		if !g.Group.Subregional.V {
			continue
		}
		speakers, _ := d.View.Speakers(g.Group)
		for id, list := range speakers {
			for _, s := range list {
				out[model.Term(id)] = append(out[model.Term(id)], neighbour{g.Group, s.By})
			}
		}
	}
	return out
}

// forumsOf lists the forums in which a municipality is heard.
func (d *Desk) forumsOf(by []registry.Heard) string {
	var out []string
	for _, h := range by {
		out = append(out, d.record(h.Group.Ref).Text+doubt(h.Holds))
	}
	return text.List(out, d.Lang)
}

// through lists who sits for a municipality's subregion in the forums that do not
// hear the municipality itself.
func (d *Desk) through(near []neighbour, own []registry.Heard) string {
	var by []model.Ref
	for _, n := range near {
		if !slices.ContainsFunc(own, func(h registry.Heard) bool { return h.Group == n.forum }) {
			by = append(by, n.by)
		}
	}
	d.byName(by)
	return d.names(by)
}

// The marks of the heat map.
const (
	heardOnce = iota
	heardTwice
	heardMore
	heardPerhaps
	heardThrough
)

// heatMap is the municipalities by the forums in which any of them is heard.
func (d *Desk) heatMap(p *Part, forums []registry.GroupAt, heard *registry.Representation, near map[model.Term][]neighbour, rests *basis) {
	m := &Matrix{Legend: []Mark{
		heardOnce:    {"1", d.in("en plats", "one seat"), Neutral3},
		heardTwice:   {"2", d.in("två platser", "two seats"), Neutral},
		heardMore:    {"+", d.in("fler", "more"), Neutral2},
		heardPerhaps: {"?", d.in("går inte att säga", "cannot be told"), Quiet},
		heardThrough: {"d", d.in("bara genom delregionen", "only through the subregion"), Open},
	}}
	var columns []model.Ref
	any := map[model.Ref]bool{}
	for _, by := range heard.By {
		for _, h := range by {
			any[h.Group.Ref] = true
		}
	}
	for _, g := range forums {
		if any[g.Group.Ref] {
			columns = append(columns, g.Group.Ref)
			m.Columns = append(m.Columns, d.record(g.Group.Ref).Text+doubt(g.Lives))
		}
	}
	if len(columns) == 0 {
		return
	}
	for _, o := range d.bySubregion() {
		marks := map[model.Ref]int{}
		for _, n := range near[o.Subregion.V] {
			marks[n.forum.Ref] = heardThrough
		}
		for _, h := range heard.By[o.Ref] {
			marks[h.Group.Ref] = markOf(h)
		}
		row := MatrixRow{Group: text.Capital(d.subregionOf(o).Text), Label: d.record(o.Ref).Text}
		for _, ref := range columns {
			mark, ok := marks[ref]
			if !ok {
				mark = -1
			}
			row.Marks = append(row.Marks, mark)
		}
		m.Rows = append(m.Rows, row)
	}
	p.Chart = &Chart{Title: d.in("Kommuner och fora", "Municipalities and forums"), Picture: m, Text: d.say(text.Both{
		Sv: "En rad för varje kommun, ordnade efter delregion, och en kolumn för varje forum där någon kommun har plats. {yes} av {all} kommuner har säkert egen plats; {open} går inte att säga.",
		En: "A row for each municipality, ordered by subregion, and a column for each forum where some municipality has a seat. {yes} of {all} municipalities have one of their own for certain; {open} cannot be told.",
	}, text.Args{"yes": rests.Counted, "open": rests.Unknown, "all": len(m.Rows)})}
}

func markOf(h registry.Heard) int {
	switch {
	case h.Holds == truth.CannotTell:
		return heardPerhaps
	case h.Min >= 3:
		return heardMore
	case h.Min >= 2:
		return heardTwice
	}
	return heardOnce
}

// seatsPerMunicipality tells how the seats are spread: how many municipalities
// have as many.
func (d *Desk) seatsPerMunicipality(r *Report, heard *registry.Representation) {
	p := r.add("concentration", d.in("Hur platserna är fördelade", "How the seats are spread"),
		d.col("which", Words, "Kommuner", "Municipalities"),
		d.col("seats", Numbers, "Platser för var och en", "Seats for each"),
		d.col("municipalities", Numbers, "Antal kommuner", "Number of municipalities"),
		d.col("sum", Numbers, "Platser", "Seats"))
	with := map[Bounds][]model.Ref{}
	for _, o := range d.View.Municipalities() {
		all := heard.Of(o.Ref)
		b := Bounds{all.Min, all.Max}
		with[b] = append(with[b], o.Ref)
	}
	rests := restsOn("platser för kommuner vid namn", "seats of municipalities by name", heard.Complete)
	number, sum := 0, Bounds{}
	for _, b := range slices.SortedFunc(maps.Keys(with), func(a, b Bounds) int { return cmp.Or(cmp.Compare(b.Min, a.Min), cmp.Compare(b.Max, a.Max)) }) {
		refs := with[b]
		d.byName(refs)
		seats := d.between(b.Min, b.Max)
		seats.Doubt = b.Max == 0 && heard.Complete != truth.Yes
		least, most := b.Min*float64(len(refs)), b.Max*float64(len(refs))
		p.row(d.list(refs), seats, d.number(len(refs)), d.between(least, most))
		number, sum.Min, sum.Max = number+len(refs), sum.Min+least, sum.Max+most
		rests.Counted += len(refs) * int(b.Min)
		if b.Max > b.Min {
			rests.Unknown += len(refs)
		}
	}
	p.Table.Total = []Cell{words(d.in("Summa", "Total")), {}, d.number(number), d.between(sum.Min, sum.Max)}
	p.Basis = rests.done()
}

// subregionsHeard tells of each forum whether the subregions have seats in it.
func (d *Desk) subregionsHeard(r *Report, forums []registry.GroupAt) {
	p := r.add("subregions", d.in("Delregioner", "Subregions"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("subregional", Truths, "Delregionalt sammansatt", "Made up of subregions"),
		d.col("subregion", Records, "Delregion", "Subregion"),
		d.col("recorded", Truths, "Plats i registret", "Seat in the registry"),
		d.col("heard", Truths, "Företrädd", "Represented"),
		d.col("by", Words, "Genom", "By"))
	rests := restsOn("frågor om en delregion är företrädd i ett forum", "questions whether a subregion is represented in a forum", d.View.GroupsComplete())
	m := &Matrix{Legend: []Mark{
		{"✓", d.in("företrädd", "represented"), Good}, {"–", d.in("inte företrädd", "not represented"), Bad},
		{"?", d.in("går inte att säga", "cannot be told"), Quiet},
		{"·", d.in("ingen plats, men om delregionerna ska ha det framgår inte", "no seat, but whether the subregions are to have one is not known"), Open},
	}}
	subregions := d.View.TermIDs("subregions")
	var untold []model.Ref
	for _, g := range forums {
		subregional := truth.CannotTell
		if g.Group.Subregional.Given() {
			subregional = truth.Of(g.Group.Subregional.V)
		}
		if subregional == truth.No || g.Group.Subregional.Is == model.NotApplicable {
			continue
		}
		speakers, _ := d.View.Speakers(g.Group)
		if subregional == truth.CannotTell && len(speakers) == 0 {
			untold = append(untold, g.Group.Ref)
			rests.Unknown += len(subregions)
			continue
		}
		heard := d.View.Subregions(g.Group)
		row := MatrixRow{Label: d.record(g.Group.Ref).Text + doubt(g.Lives)}
		for _, id := range subregions {
			holds := heard[id]
			mark := map[truth.Value]int{truth.Yes: 0, truth.No: 1, truth.CannotTell: 2}[holds]
			if holds == truth.No && subregional != truth.Yes {
				mark = 3
			}
			row.Marks = append(row.Marks, mark)
			var by []model.Ref
			for _, s := range speakers[id] {
				by = append(by, s.By)
			}
			rests.decide(holds, registry.Citations(g.Group, nil, "subregional"))
			p.row(d.record(g.Group.Ref).marked(g.Lives), d.truth(subregional), d.record(model.Ref{Kind: model.Subregion, ID: id}),
				d.truth(truth.Of(len(by) > 0)), d.truth(holds), d.list(by))
		}
		m.Rows = append(m.Rows, row)
	}
	if len(untold) > 0 {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "Om delregionerna är företrädda går inte att säga för {names}: inga kommuner i dem finns i registret.",
			En: "Whether the subregions are represented cannot be told for {names}: no municipalities in them are in the registry.",
		}, text.Args{"names": d.names(untold)}))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget forum med delregioner finns i registret.", "No forum with subregions is in the registry."))
		return
	}
	p.Basis = rests.done()
	p.Lead = append(p.Lead, d.in(
		"Att en delregion inte har någon plats i registret avgör saken bara om forumets alla platser är kända.",
		"That a subregion has no seat in the registry settles the matter only where all seats of the forum are known."))
	for _, id := range subregions {
		m.Columns = append(m.Columns, d.record(model.Ref{Kind: model.Subregion, ID: id}).Text)
	}
	p.Chart = &Chart{Title: d.in("Fora och delregioner", "Forums and subregions"), Picture: m, Text: d.say(text.Both{
		Sv: "En rad för varje forum och en kolumn för varje delregion. {yes} rutor säger om delregionen är företrädd eller inte, {open} att det inte går att säga.",
		En: "A row for each forum and a column for each subregion. {yes} cells say whether the subregion is represented, {open} that it cannot be told.",
	}, text.Args{"yes": rests.Counted, "open": rests.Unknown})}
}
