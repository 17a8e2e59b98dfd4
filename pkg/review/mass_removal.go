package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var massRemoval = Rule{
	Spec: &rule.Spec{
		ID: "mass-removal", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En ändring tar inte bort en stor del av uppdragen, antagandena eller posterna av ett slag.",
			En: "A change does not remove a large part of the memberships, the adoptions or the records of a kind.",
		},
		Why: text.Both{
			Sv: "När mycket försvinner på en gång är det oftare ett misstag, en sammanslagning som gick fel eller en kopia av fel version än en avsikt. Regeln räknar uppdrag, antaganden (samlade uppgifter också) och poster av varje slag som har tagits bort eller avslutats i ändringen. Den tar upp det som är både minst så många (min) och en större andel av dem som fanns (share) än thresholds.mass_removal i vis.yaml säger, i den äldre versionen där den finns. Det som avslutas med ett beslut räknas inte, inte heller uppdrag i en grupp som upphör genom ett beslut: efter ett val upphör de flesta uppdrag i en politisk styrgrupp. En dubblett som en annan post anger i previously räknas inte. Utan gränsvärde prövas inget.",
			En: "When much disappears at once it is more often a mistake, a merge that went wrong or a copy of the wrong version than an intention. The rule counts memberships, adoptions (collective statements too) and records of each kind that were removed or ended in the change. It tells of what is both at least as many (min) and a larger share of those there were (share) than thresholds.mass_removal in vis.yaml says, in the older version where that has it. What ends by a decision does not count, nor do memberships in a group that ends by a decision: after an election most memberships of a political steering group end. A duplicate that another record names in previously does not count. Without a threshold nothing is judged.",
		},
		Remedy: text.Both{
			Sv: "Lägg tillbaka det som inte skulle bort. Ange decision på det som har avslutats genom ett beslut, eller dela upp ändringen så att var del går att granska.",
			En: "Put back what was not meant to go. Name the decision on what has ended by one, or split the change so that each part can be reviewed.",
		},
		Tune: text.Both{
			Sv: "thresholds.mass_removal i vis.yaml: share är andelen och min det minsta antalet.",
			En: "thresholds.mass_removal in vis.yaml: share is the share and min the smallest number.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "{n} av {total} {what} tas bort eller avslutas utan beslut; gränsen är {share} och minst {min}",
			En: "{n} of {total} {what} are removed or ended without a decision; the limit is {share} and at least {min}",
		}},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		limit, ok := d.Base.Thresholds().MassRemoval.Get()
		if !ok {
			limit, ok = d.Head.Thresholds().MassRemoval.Get()
		}
		if !ok || !limit.Share.Given() || !limit.Min.Given() {
			return
		}
		for _, l := range losses(d) {
			if len(l.gone) < limit.Min.V || float64(len(l.gone)) <= limit.Share.V*float64(l.total()) {
				r.Holds()
				continue
			}
			f := rule.Found(rule.InFile(model.Manifest, "thresholds", "mass_removal"), text.Args{
				"n": len(l.gone), "total": l.total(), "what": l.what, "share": text.Share(limit.Share.V), "min": limit.Min.V,
			}, l.id)
			for _, p := range l.gone[:min(len(l.gone), mostPlaces)] {
				f.Related = append(f.Related, rule.Beside(p, "till exempel här", "for example here"))
			}
			r.Violated(f)
		}
	},
}

// mostPlaces is how many of the places that a finding counts it also shows.
const mostPlaces = 5

// loss is what a change removed or ended of one sort.
type loss struct {
	id    string
	what  text.Both
	gone  []rule.Place
	total func() int // of the older snapshot
}

// losses counts what a change removed or ended, of each sort that lost anything.
func losses(d *change.Diff) []*loss {
	memberships := &loss{id: "memberships", what: text.Both{Sv: "uppdrag", En: "memberships"}, total: func() int { return countMemberships(d) }}
	adoptions := &loss{id: "adoptions", what: text.Both{Sv: "antaganden", En: "adoptions"}, total: func() int { return countAdoptions(d) }}
	kinds := map[model.Kind]*loss{}
	all := []*loss{memberships, adoptions}
	for _, c := range d.Records {
		if isLost(d, c) {
			info := c.Kind.Info()
			if kinds[c.Kind] == nil {
				kinds[c.Kind] = &loss{id: info.Sv.One, what: text.Both{Sv: info.Sv.Many, En: info.En.Many}, total: func() int { return len(d.Base.OfKind(c.Kind)) }}
				all = append(all, kinds[c.Kind])
			}
			p := gone(c)
			if c.Head != nil {
				p = rule.AtKey(c.Head.(model.Record), "ended")
			}
			kinds[c.Kind].gone = append(kinds[c.Kind].gone, p)
		}
		switch base := c.Base.(type) {
		case *model.Representative:
			memberships.memberships(d, c, base)
		case *model.Agreement:
			adoptions.adoptions(d, c, base)
		}
	}
	out := all[:0]
	for _, l := range all {
		if len(l.gone) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// isLost reports whether a record was removed, or ended without a decision. A
// duplicate that another record names was not.
func isLost(d *change.Diff, c *change.Record) bool {
	if c.How == change.Removed {
		return !merged(d, c.Was)
	}
	was, ok := c.Base.(model.Record)
	is, ok2 := c.Head.(model.Record)
	return ok && ok2 && was.Base().Ended.Is == model.Absent && is.Base().Ended.Given() && !is.Base().Ended.V.Decision.Given()
}

// merged reports whether a record that was removed lives on in another that
// names its id in previously.
func merged(d *change.Diff, was model.Ref) bool {
	_, exists := d.Head.Record(was)
	return exists && len(d.Head.FormerID(was)) > 0
}

// memberships takes in the memberships of a person that went or ended.
func (l *loss) memberships(d *change.Diff, c *change.Record, base *model.Representative) {
	if c.How == change.Removed {
		for range base.Memberships.Pointers() {
			if !merged(d, c.Was) {
				l.gone = append(l.gone, gone(c))
			}
		}
		return
	}
	for i := range c.Edits {
		e := &c.Edits[i]
		switch change.Keys(e.Path()) {
		case "memberships":
			if e.What == change.Reordered {
				continue
			}
			out, _ := entries[model.Membership](e)
			for range out {
				l.gone = append(l.gone, where(c, e))
			}
		case "memberships.until":
			m, ok := around[model.Membership](e)
			if ok && e.What == change.Came && !m.Decision.Given() && !endsByDecision(d, m.Group.V) {
				l.gone = append(l.gone, where(c, e))
			}
		}
	}
}

// endsByDecision reports whether a group has ended and names the decision.
func endsByDecision(d *change.Diff, group model.Ref) bool {
	g, ok := d.Head.Group(group)
	return ok && g.Ended.Given() && g.Ended.V.Decision.Given()
}

// adoptions takes in the adoptions of an agreement that went.
func (l *loss) adoptions(d *change.Diff, c *change.Record, base *model.Agreement) {
	if c.How == change.Removed {
		for range adoptionsIn(base) {
			if !merged(d, c.Was) {
				l.gone = append(l.gone, gone(c))
			}
		}
		return
	}
	for i := range c.Edits {
		e := &c.Edits[i]
		if e.What == change.Reordered {
			continue
		}
		n := 0
		switch change.Keys(e.Path()) {
		case "parties":
			parties, _ := entries[model.Party](e)
			for _, p := range parties {
				n += len(p.Adoptions.Items)
			}
		case "parties.adoptions":
			out, _ := entries[model.Adoption](e)
			n = len(out)
		case "adoption_evidence":
			out, _ := entries[model.AdoptionEvidence](e)
			n = len(out)
		}
		for range n {
			l.gone = append(l.gone, where(c, e))
		}
	}
}

func adoptionsIn(a *model.Agreement) int {
	n := len(a.AdoptionEvidence.Items)
	for _, p := range a.Parties.Pointers() {
		n += len(p.Adoptions.Items)
	}
	return n
}

func countMemberships(d *change.Diff) int {
	n := 0
	for _, p := range d.Base.Representatives {
		n += len(p.Memberships.Items)
	}
	return n
}

func countAdoptions(d *change.Diff) int {
	n := 0
	for _, a := range d.Base.Agreements {
		n += adoptionsIn(a)
	}
	return n
}
