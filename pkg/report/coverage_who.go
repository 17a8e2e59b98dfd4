package report

import (
	"cmp"
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// terms has a table for each list of the vocabulary but the subject areas.
func (c *covering) terms(r *Report) {
	for _, l := range c.lists[1:3] {
		if len(l.all) > 0 {
			c.careTable(r, map[string]string{"age_groups": "age-groups", "target_groups": "target-groups"}[l.list], text.Capital(l.name), l)
		}
	}
}

// municipalities tells which forums hear each municipality, by how many seats,
// and how many agreements it has adopted.
func (c *covering) municipalities(r *Report) {
	p := r.add("municipalities", c.in("Kommuner", "Municipalities"),
		c.col("municipality", Records, "Kommun", "Municipality"),
		c.col("subregion", Words, "Delregion", "Subregion"),
		c.col("seats", Numbers, "Platser", "Seats"),
		c.col("forums", Words, "Forum", "Forums"),
		c.col("forums_uncertain", Numbers, "Osäkra forum", "Uncertain forums"),
		c.col("forum", Truths, "Har plats", "Has a seat"),
		c.col("agreements", Numbers, "Har antagit", "Has adopted"),
		c.col("agreements_uncertain", Numbers, "Osäkra", "Uncertain"))
	l := c.lists[4]
	if len(l.all) == 0 {
		p.Lead = append(p.Lead, c.in("Ingen kommun finns i registret.", "No municipality is in the registry."))
		return
	}
	_, seats, complete := c.View.Represented(registry.Scope{})
	rests := restsOn("kommuner som har plats", "municipalities that have a seat", complete)
	sum, several := 0, 0
	bars := &Bars{Unit: c.in("platser", "seats"), Series: []Mark{{"n", c.in("platser", "seats"), Neutral}}}
	for _, item := range l.all {
		ref := item.cell.Ref
		heard, adopted := c.care(model.GroupKind, l.list, item.id), c.care(model.AgreementKind, l.list, item.id)
		o, _ := c.View.Organization(ref)
		sub := c.term("subregions", string(o.Subregion.V))
		if !o.Subregion.Given() {
			sub = Cell{Text: c.Answer(o.Subregion.Is), Doubt: o.Subregion.Is == model.Unknown}
		}
		p.row(item.cell, sub, c.number(seats[ref]), c.list(heard.certain), c.number(len(heard.perhaps)), c.held(model.GroupKind, heard.has),
			c.number(len(adopted.certain)), c.number(len(adopted.perhaps)))
		rests.count(heard.has, registry.Cited{})
		sum += seats[ref]
		if seats[ref] > 1 {
			several++
		}
		if seats[ref] > 0 {
			bars.Bars = append(bars.Bars, Bar{Label: item.cell.Text, Lengths: []float64{float64(seats[ref])}})
		}
	}
	p.Table.Total = []Cell{words(c.in("Summa", "Total")), {}, c.number(sum), {}, {}, {}, {}, {}}
	p.Basis = rests.done()
	p.Lead = append(p.Lead, c.say(text.Both{
		Sv: "{yes} av {all} kommuner har säkert en plats i något forum, {several} av dem flera. Platser som ingen källa är ny nog att intyga räknas inte.",
		En: "{yes} of {all} municipalities have a seat in some forum for certain, {several} of them several. Seats that no source is new enough to vouch for are not counted.",
	}, text.Args{"yes": rests.Counted, "all": len(l.all), "several": several}))
	if without := len(l.all) - rests.Counted; without > 0 {
		p.Lead = append(p.Lead, c.say(text.Both{
			Sv: "{n|Den återstående kommunen|Några av de återstående # kommunerna} kan ha plats: källorna namnger inte kommunen för alla platser.",
			En: "{n|The remaining municipality|Some of the remaining # municipalities} may have a seat: the sources do not name the municipality of every seat.",
		}, text.Args{"n": without}))
	}
	if len(bars.Bars) > 0 {
		slices.SortStableFunc(bars.Bars, func(a, b Bar) int { return cmp.Compare(b.Lengths[0], a.Lengths[0]) })
		p.Chart = &Chart{Title: c.in("Säkra platser i forumen, kommun för kommun", "Certain seats in the forums, by municipality"), Picture: bars, Text: c.say(text.Both{
			Sv: "En stapel för varje kommun som har en säker plats, flest först. {n} av {all} kommuner har tillsammans {sum} platser.",
			En: "A bar for each municipality that has a certain seat, the most first. {n} of {all} municipalities have {sum} seats together.",
		}, text.Args{"n": len(bars.Bars), "all": len(l.all), "sum": sum})}
	}
}

// subregions tells which subregions each forum hears.
func (c *covering) subregions(r *Report) {
	ids := c.View.TermIDs("subregions")
	columns := []Column{c.col("forum", Records, "Forum", "Forum"), c.col("expected", Truths, "Ska ha alla", "Is to have all")}
	for _, id := range ids {
		columns = append(columns, Column{"subregion_" + id, c.term("subregions", id).Text, Truths})
	}
	p := r.add("subregions", c.in("Delregioner", "Subregions"), columns...)
	rests := restsOn("svar på om en delregion är företrädd", "answers to whether a subregion is represented", c.View.GroupsComplete())
	for _, g := range c.View.InScope("") {
		row := []Cell{c.record(g.Group.Ref).marked(g.Lives), {Text: c.Answer(g.Group.Subregional.Is)}}
		if g.Group.Subregional.Given() {
			row[1] = c.truth(truth.Of(g.Group.Subregional.V))
		}
		heard := c.View.Subregions(g.Group)
		for _, id := range ids {
			row = append(row, c.truth(heard[id]))
			rests.decide(heard[id], registry.Cited{})
		}
		p.row(row...)
	}
	if len(ids) == 0 || len(p.Table.Rows) == 0 {
		r.Parts = r.Parts[:len(r.Parts)-1]
		return
	}
	p.Basis = rests.done()
}

// legal tells which agreements meet each legal requirement.
func (c *covering) legal(r *Report) {
	p := r.add("legal", c.in("Lagkrav", "Legal requirements"),
		c.col("requirement", Words, "Lagkrav", "Requirement"),
		c.col("provision", Words, "Lagrum", "Provision"),
		c.col("sfs", Words, "SFS", "SFS"),
		c.col("from", Days, "Från och med", "From"),
		c.col("until", Days, "Till och med", "Until"),
		c.col("in_force", Truths, "Gäller", "In force"),
		c.col("agreements", Words, "Överenskommelser", "Agreements"),
		c.col("agreement", Truths, "Har överenskommelse", "Has an agreement"),
		c.col("source", Words, "Källa", "Source"))
	rests := restsOn("lagkrav som gäller och har en överenskommelse", "requirements in force that have an agreement", truth.CannotTell)
	for _, req := range c.View.Vocabulary.LegalRequirements.Pointers() {
		id, law := string(req.ID.V), c.View.IsLaw(req)
		met, cites := c.care(model.AgreementKind, "legal_requirements", id), registry.Listed(&req.Sources)
		p.row(c.term("legal_requirements", id), c.textOf(req.Provision), c.textOf(req.SFS), c.given(req.From), c.given(req.Until),
			c.truth(law), c.list(met.certain), c.held(model.AgreementKind, met.has), c.source(cites))
		rests.count(truth.And(law, met.has), cites)
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, c.in("Inget lagkrav finns i registret. Det betyder inte att lagen inte kräver något.", "No legal requirement is in the registry. This does not mean that the law demands nothing."))
		return
	}
	p.Basis = rests.done()
}

// textOf is a cell with a text, or the answer in its place.
func (d *Desk) textOf(v model.Val[string]) Cell {
	if v.Given() {
		return words(v.V)
	}
	return Cell{Text: d.Answer(v.Is), Doubt: v.Is == model.Unknown}
}

// answered is a cell of whether something is told, and if not, why.
func (d *Desk) answered(is model.Answer) Cell {
	switch is {
	case model.Given:
		return Cell{Text: d.in("angivet", "given"), Value: "given"}
	case model.Absent:
		return Cell{Text: d.in("inte angivet", "not given"), Doubt: true}
	case model.Unknown:
		return Cell{Text: d.Answer(is), Doubt: true}
	}
	return Cell{Text: d.Answer(is), Value: is.String()}
}

// agreements tells of each agreement whose areas it touches, who is responsible
// for it, and whether it says how it is followed up.
func (c *covering) agreements(r *Report) {
	p := r.add("agreements", c.in("Överenskommelserna", "The agreements"),
		c.col("agreement", Records, "Överenskommelse", "Agreement"),
		c.col("areas", Words, "Sakområden", "Subject areas"),
		c.col("groups", Words, "Samrådsgrupper med området", "Consultation groups with the area"),
		c.col("several", Truths, "Berör flera", "Touches several"),
		c.col("responsible", Words, "Ansvarig", "Responsible"),
		c.col("statutory", Truths, "Lagkrav", "Statutory"),
		c.col("legal_basis", Words, "Lagstöd", "Legal basis"),
		c.col("follow_up", Words, "Uppföljning", "Follow-up"),
		c.col("indicators", Words, "Indikatorer", "Indicators"),
		c.col("preventive", Words, "Främjande och förebyggande", "Promotion and prevention"),
		c.col("deviations", Words, "Avvikelser", "Deviations"))
	rests := restsOn("överenskommelser med ansvarig grupp", "agreements with a responsible group", c.View.AgreementsComplete())
	var touching, orphans truth.Count
	for _, a := range c.View.Agreements {
		in := truth.No
		if registry.Ours(a) {
			in = c.View.IsInForce(a)
		}
		if in == truth.No {
			continue
		}
		groups, several := c.groupsOf(a)
		owners, known := c.View.Owners(a)
		responsible := c.held(model.AgreementKind, known)
		if known == truth.No {
			responsible = Cell{Text: c.in("ingen i registret", "nobody in the registry"), Doubt: true}
		}
		if len(owners) > 0 {
			var refs []model.Ref
			for _, o := range owners {
				refs = append(refs, o.Group)
			}
			responsible = c.list(refs).marked(known)
		}
		statutory := Cell{Text: c.Answer(a.Statutory.Is), Doubt: a.Statutory.Is == model.Unknown}
		if a.Statutory.Given() {
			statutory = c.truth(truth.Of(a.Statutory.V))
		}
		indicators, preventive := a.FollowUp.V.Indicators.Is, a.FollowUp.V.Preventive.Is
		switch {
		case a.FollowUp.Is != model.Given:
			indicators, preventive = a.FollowUp.Is, a.FollowUp.Is
		case indicators == model.Given && len(a.FollowUp.V.Indicators.Items) == 0:
			indicators = model.None
		}
		p.row(c.record(a.Ref).marked(in), c.termList("subject_areas", a.SubjectAreas), c.list(groups), c.truth(several), responsible,
			statutory, c.termList("legal_requirements", a.LegalBasis), c.answered(a.FollowUp.Is), c.answered(indicators),
			c.answered(preventive), c.answered(a.Deviations.Is))
		touching.Add(truth.And(in, several))
		orphans.Add(truth.And(in, known.Not()))
		rests.decide(truth.And(in, known), registry.Citations(a, nil, "responsible"))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, c.in("Ingen gällande överenskommelse finns i registret.", "No agreement in force is in the registry."))
		return
	}
	p.Lead = append(p.Lead, c.say(text.Both{
		Sv: "{yes} av {all} berör säkert flera samrådsgruppers sakområden, för {open} går det inte att avgöra. {orphans} har ingen ansvarig grupp i registret, för {unknown} är det inte känt. Samrådsgrupper räknas också innan de är etablerade.",
		En: "{yes} of {all} touch the areas of several consultation groups for certain, of {open} it cannot be told. {orphans} have no responsible group in the registry, of {unknown} it is not known. Consultation groups count before they are established, too.",
	}, text.Args{"yes": touching.Yes, "all": touching.Total(), "open": touching.CannotTell, "orphans": orphans.Yes, "unknown": orphans.CannotTell}))
	p.Basis = rests.done()
}

// groupsOf are the consultation groups that have a subject area of an agreement,
// established or not yet, and whether they are several. One that is responsible or
// consulted, or proposed to be, may have an area in common with it all the same.
func (c *covering) groupsOf(a *model.Agreement) (groups []model.Ref, several truth.Value) {
	var n truth.Count
	named := (&stewardedAgreement{Agreement: a}).candidates()
	for _, s := range slices.Concat(c.View.StewardsAt(a, &a.Responsible, "responsible"), c.View.StewardsAt(a, &a.Consulted, "consulted")) {
		named = append(named, s.Group)
	}
	for _, g := range c.View.ConsultationGroupRecords() {
		ended := c.View.HasEnded(g)
		shares := truth.No
		if g.SubjectAreas.Open() || g.SubjectAreas.Is == model.Absent || a.SubjectAreas.Open() || a.SubjectAreas.Is == model.Absent {
			shares = truth.CannotTell
		}
		for _, area := range a.SubjectAreas.All() {
			if slices.Contains(g.SubjectAreas.Values(), area) {
				shares = truth.Yes
			}
		}
		if slices.Contains(named, g.Ref) {
			shares = truth.Or(shares, truth.CannotTell)
		}
		has := truth.And(shares, ended.Not())
		n.Add(has)
		if has == truth.Yes {
			groups = append(groups, g.Ref)
		}
	}
	return groups, n.AtLeast(2)
}

// termList is a cell with the words of terms, or the answer in their place.
func (c *covering) termList(list string, terms model.List[model.Term]) Cell {
	if terms.Is != model.Given {
		return Cell{Text: c.Answer(terms.Is), Doubt: terms.Is == model.Unknown}
	}
	return words(phrase.Terms(c.View, list, terms.Values()).In(c.Lang))
}

// purposes tells how each consultation group serves the purposes of the
// guideline.
func (c *covering) purposes(r *Report) {
	p := r.add("purposes", c.in("Samrådsgruppernas syften", "Purposes of the consultation groups"),
		c.col("group", Records, "Samrådsgrupp", "Consultation group"),
		c.col("purpose", Words, "Syfte", "Purpose"),
		c.col("answer", Words, "Uppdraget anger det", "Told by the terms"),
		c.col("content", Words, "Hur", "How"))
	wanted := c.View.Purposes()
	rests := restsOn("syften som uppdragen anger", "purposes that the terms of reference tell of", c.View.GroupsComplete())
	for _, g := range c.View.ConsultationGroupRecords() {
		if c.View.HasEnded(g) == truth.Yes {
			continue
		}
		for _, purpose := range wanted.Value {
			is, content := g.TermsOfReference.Is, ""
			if is == model.Given {
				is = g.TermsOfReference.V.Purposes.Is
			}
			if is == model.Given {
				row, _ := g.TermsOfReference.V.Purposes.Get(string(purpose.ID.V))
				is, content = row.Is, row.V.Content.V.In(string(c.Lang))
				if row.Given() && !row.V.Content.Given() {
					is = row.V.Content.Is
				}
			}
			p.row(c.record(g.Ref), c.term("purposes", string(purpose.ID.V)), c.answered(is), words(content))
			told := truth.CannotTell
			if is == model.Given || is == model.None {
				told = truth.Of(is == model.Given)
			}
			rests.count(told, registry.Citations(g, &g.TermsOfReference.V.Evidence, "terms_of_reference"))
		}
	}
	switch {
	case wanted.Governs != truth.Yes:
		p.Lead = append(p.Lead, c.in("Ingen riktlinje som säkert gäller den dagen anger några syften.", "No guideline that is in force on the day for certain names any purposes."))
	case len(p.Table.Rows) == 0:
		p.Lead = append(p.Lead, c.in("Ingen samrådsgrupp finns i registret.", "No consultation group is in the registry."))
	default:
		p.Basis = rests.done()
	}
}
