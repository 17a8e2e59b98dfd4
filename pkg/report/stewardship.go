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

var stewardship = Kind{
	Name:  "stewardship",
	Title: text.Both{Sv: "Ansvar för överenskommelser", En: "Responsibility for agreements"},
	Answers: text.Both{
		Sv: "Vilken grupp som ansvarar för varje överenskommelse och vilka som samråds, vilka som saknar ansvarig, vilka som berör flera grupper eller samma område, och hur de följs upp och ses över.",
		En: "Which group is responsible for each agreement and which are consulted, which have nobody responsible, which touch several groups or the same area, and how they are followed up and reviewed.",
	},
	Questions: []int{1, 2, 3, 29, 30},
	make: func(d *Desk, r *Report) {
		all := d.stewarded()
		d.stewards(r, all)
		d.withoutSteward(r, all)
		d.severalGroups(r, all)
		d.overlapping(r, all)
		d.followUps(r, all)
		d.reviews(r, all)
	},
}

// stewardedAgreement is an agreement in force with the groups that are, or are
// proposed to be, responsible for it and consulted on it.
type stewardedAgreement struct {
	*model.Agreement
	in        truth.Value // whether it is in force
	owners    []registry.StewardAt
	hasOwner  truth.Value
	proposed  []registry.StewardAt // owners that are only proposed
	consulted []registry.StewardAt // settled or proposed
}

// stewarded are the agreements of the registry's own that are in force, or may
// be.
func (d *Desk) stewarded() []stewardedAgreement {
	var out []stewardedAgreement
	for _, a := range d.View.Agreements {
		in := d.View.IsInForce(a)
		if a.External.V || in == truth.No || a.Responsible.Is == model.NotApplicable {
			continue
		}
		s := stewardedAgreement{Agreement: a, in: in, consulted: d.View.StewardsAt(a, &a.Consulted, "consulted")}
		s.owners, s.hasOwner = d.View.Owners(a)
		for _, o := range d.View.StewardsAt(a, &a.Responsible, "responsible") {
			if o.Proposed && !slices.ContainsFunc(s.owners, func(owner registry.StewardAt) bool { return owner.Group == o.Group }) {
				s.proposed = append(s.proposed, o)
			}
		}
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b stewardedAgreement) int {
		first := func(s stewardedAgreement) int {
			if s.Type.V == model.Framework {
				return 0
			}
			return 1
		}
		return first(a) - first(b)
	})
	return out
}

// candidates are the groups that may be responsible where the answer is unknown.
func (s *stewardedAgreement) candidates() (refs []model.Ref) {
	if s.Responsible.Why != nil {
		for _, c := range s.Responsible.Why.Candidates.All() {
			if ref, ok := model.ParseRef(c, []model.Kind{model.GroupKind}); ok {
				refs = append(refs, ref)
			}
		}
	}
	return refs
}

// stewardNames lists the groups of some entries, those that are not certain
// marked.
func (d *Desk) stewardNames(list []registry.StewardAt, proposed bool) string {
	var out []string
	for _, s := range list {
		if s.Proposed != proposed {
			continue
		}
		name := d.record(s.Group).Text
		if !proposed {
			name += doubt(s.Holds)
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return text.List(out, d.Lang)
}

// stewards has a row for each agreement.
func (d *Desk) stewards(r *Report, all []stewardedAgreement) {
	p := r.add("agreements", d.in("Ansvariga och samråd", "Responsible and consulted"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("type", Words, "Slag", "Type"),
		d.col("has_owner", Truths, "Har ansvarig", "Has somebody responsible"),
		d.col("responsible", Words, "Ansvarig", "Responsible"),
		d.col("how_settled", Words, "Hur säkert", "How settled"),
		d.col("proposed", Words, "Föreslagen ansvarig", "Proposed as responsible"),
		d.col("consulted", Words, "Samråds", "Consulted"),
		d.col("proposed_consulted", Words, "Föreslagna för samråd", "Proposed to be consulted"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("överenskommelser med ansvarig grupp", "agreements with a responsible group", d.View.AgreementsComplete())
	for _, a := range all {
		var settled []string
		var cites registry.Cited
		for _, o := range a.owners {
			how := d.in("följer av att gruppen är överst i strukturen", "since the group is at the top of the structure")
			if o.Entry != nil {
				how = d.word("steward-status", o.Entry.Status).Text
				cites = registry.Citations(a.Agreement, &o.Entry.Evidence, "responsible")
				rests.cite(cites)
			}
			if how != "" && !slices.Contains(settled, how) {
				settled = append(settled, how)
			}
		}
		rests.count(truth.And(a.in, a.hasOwner), registry.Cited{})
		p.row(d.record(a.Ref).marked(a.in), d.word("agreement-type", a.Type), d.truth(a.hasOwner), words(d.stewardNames(a.owners, false)), words(text.List(settled, d.Lang)),
			words(d.stewardNames(a.proposed, true)), words(d.stewardNames(a.consulted, false)), words(d.stewardNames(a.consulted, true)), d.source(cites))
	}
	p.Basis = rests.done()
	if len(all) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen överenskommelse som gäller den dagen finns i registret.", "No agreement in force on that day is in the registry."))
		return
	}
	p.Lead = append(p.Lead, d.in(
		"Uttryckligt: en källa säger det. Beslutat: den som har beslutanderätten har beslutat det. Föreslaget binder ingen; det kan vara registrets tolkning.",
		"Stated: a source says it. Decided: whoever is competent has decided it. A proposal binds nobody; it may be the reading of the registry."))
	d.stewardMatrix(p, all, rests)
}

// The marks of the matrix of agreements and groups.
const (
	stewardOwner = iota
	stewardConsulted
	stewardProposedOwner
	stewardProposedConsulted
	stewardPerhaps
)

func (d *Desk) stewardMatrix(p *Part, all []stewardedAgreement, rests *basis) {
	m := &Matrix{Legend: []Mark{
		stewardOwner:             {"A", d.in("ansvarig", "responsible"), Good},
		stewardConsulted:         {"S", d.in("samråds", "consulted"), Neutral},
		stewardProposedOwner:     {"a", d.in("föreslagen ansvarig", "proposed as responsible"), Open},
		stewardProposedConsulted: {"s", d.in("föreslagen för samråd", "proposed to be consulted"), Neutral2},
		stewardPerhaps:           {"?", d.in("kan vara ansvarig", "may be responsible"), Quiet},
	}}
	var columns []model.Ref
	for _, g := range d.View.ConsultationGroupRecords() {
		columns = append(columns, g.Ref)
	}
	marks := make([]map[model.Ref]int, len(all))
	for i := range all {
		a := &all[i]
		marks[i] = map[model.Ref]int{}
		note := func(ref model.Ref, mark int) {
			if !slices.Contains(columns, ref) {
				columns = append(columns, ref)
			}
			marks[i][ref] = mark
		}
		for _, ref := range a.candidates() {
			note(ref, stewardPerhaps)
		}
		for _, s := range a.consulted {
			note(s.Group, map[bool]int{true: stewardProposedConsulted, false: stewardConsulted}[s.Proposed])
		}
		for _, s := range a.proposed {
			note(s.Group, stewardProposedOwner)
		}
		for _, s := range a.owners {
			note(s.Group, map[bool]int{true: stewardOwner, false: stewardPerhaps}[s.Holds == truth.Yes])
		}
	}
	for _, ref := range columns {
		m.Columns = append(m.Columns, d.record(ref).Text)
	}
	for i, a := range all {
		row := MatrixRow{Label: d.record(a.Ref).Text}
		for _, ref := range columns {
			mark, ok := marks[i][ref]
			if !ok {
				mark = -1
			}
			row.Marks = append(row.Marks, mark)
		}
		m.Rows = append(m.Rows, row)
	}
	if len(columns) == 0 {
		return
	}
	p.Chart = &Chart{Title: d.in("Överenskommelser och grupper", "Agreements and groups"), Picture: m, Text: d.say(text.Both{
		Sv: "En rad för varje överenskommelse och en kolumn för varje grupp, samrådsgrupperna först. {yes} av {all} har säkert en ansvarig grupp; för {open} går det inte att säga.",
		En: "A row for each agreement and a column for each group, the consultation groups first. {yes} of {all} have a responsible group for certain; for {open} it cannot be told.",
	}, text.Args{"yes": rests.Counted, "open": rests.Unknown, "all": len(all)})}
}

// withoutSteward are the agreements that no group is known to be responsible for.
func (d *Desk) withoutSteward(r *Report, all []stewardedAgreement) {
	p := r.add("without-responsible", d.in("Utan känd ansvarig grupp", "Without a known responsible group"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("lacks", Truths, "Saknar ansvarig", "Lacks somebody responsible"),
		d.col("proposed", Words, "Föreslagen ansvarig", "Proposed as responsible"),
		d.col("possible", Words, "Tänkbara", "Possible"),
		d.col("reason", Words, "Skäl", "Reason"))
	rests := restsOn("överenskommelser utan ansvarig grupp", "agreements without a responsible group", d.View.AgreementsComplete())
	for i := range all {
		a := &all[i]
		if a.hasOwner == truth.Yes {
			continue
		}
		reason := ""
		if why := a.Responsible.Why; why != nil && why.Reason.Given() {
			reason = why.Reason.V.In(string(d.Lang))
		}
		for _, s := range a.proposed {
			if s.Entry.Reason.Given() {
				reason = s.Entry.Reason.V.In(string(d.Lang))
			}
			rests.cite(registry.Citations(a.Agreement, &s.Entry.Evidence, "responsible"))
		}
		rests.count(truth.And(a.in, a.hasOwner.Not()), registry.Cited{})
		p.row(d.record(a.Ref).marked(a.in), d.truth(a.hasOwner.Not()), words(d.stewardNames(a.proposed, true)), d.list(a.candidates()), words(reason))
	}
	p.Basis = rests.done()
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Varje överenskommelse i registret som gäller den dagen har en ansvarig grupp.", "Every agreement in the registry that is in force on that day has a responsible group."))
		return
	}
	p.Lead = append(p.Lead, d.say(text.Both{
		Sv: "{n} av {all} överenskommelser. Där det inte går att säga har ingen källa svaret, eller så är en ansvarig bara föreslagen.",
		En: "{n} of {all} agreements. Where it cannot be told no source has the answer, or somebody is only proposed.",
	}, text.Args{"n": len(p.Table.Rows), "all": len(all)}))
}

// severalGroups are the agreements that several consultation groups are, may be
// or are proposed to be responsible for or consulted on.
func (d *Desk) severalGroups(r *Report, all []stewardedAgreement) {
	p := r.add("several-groups", d.in("Berör flera samrådsgrupper", "Touch several consultation groups"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("number", Numbers, "Antal grupper", "Number of groups"),
		d.col("groups", Words, "Samrådsgrupper", "Consultation groups"),
		d.col("settled", Truths, "Avgjort", "Settled"))
	rests := restsOn("överenskommelser som berör flera samrådsgrupper", "agreements that touch several consultation groups", d.View.AgreementsComplete())
	consultation := map[model.Ref]bool{}
	for _, g := range d.View.ConsultationGroupRecords() {
		consultation[g.Ref] = true
	}
	for i := range all {
		a := &all[i]
		var groups []model.Ref
		settled := 0
		note := func(ref model.Ref, certain bool) {
			if !consultation[ref] || slices.Contains(groups, ref) {
				return
			}
			groups = append(groups, ref)
			if certain {
				settled++
			}
		}
		for _, s := range slices.Concat(a.owners, a.consulted, a.proposed) {
			note(s.Group, s.Holds == truth.Yes)
			rests.cite(citesOfSteward(a.Agreement, s))
		}
		for _, ref := range a.candidates() {
			note(ref, false)
		}
		if len(groups) < 2 {
			continue
		}
		certain := truth.CannotTell
		if settled > 1 {
			certain = truth.Yes
		}
		rests.count(truth.And(a.in, certain), registry.Cited{})
		p.row(d.record(a.Ref).marked(a.in), d.number(len(groups)), d.list(groups), d.truth(certain))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Registret anger ingen överenskommelse som berör flera samrådsgrupper.", "The registry names no agreement that touches several consultation groups."))
		return
	}
	p.Basis = rests.done()
	p.Lead = append(p.Lead, d.in(
		"Här räknas grupper som ansvarar eller samråds, som är föreslagna till det, och som är tänkbara där svaret inte är känt.",
		"These are groups that are responsible or consulted, that are proposed to be, and that are possible where the answer is not known."))
}

func citesOfSteward(a *model.Agreement, s registry.StewardAt) registry.Cited {
	if s.Entry == nil {
		return registry.Cited{}
	}
	return registry.Citations(a, &s.Entry.Evidence, "responsible")
}

// overlapping are the subject areas, target groups and supplements that several
// agreements have in common, as a basis for whether some could be merged.
func (d *Desk) overlapping(r *Report, all []stewardedAgreement) {
	p := r.add("overlaps", d.in("Överenskommelser om samma sak", "Agreements on the same matter"),
		d.col("kind", Words, "Gemensamt", "In common"),
		d.col("what", Words, "Vad", "What"),
		d.col("number", Numbers, "Antal", "Number"),
		d.col("agreements", Words, "Överenskommelser", "Agreements"),
		d.col("responsible", Words, "Ansvariga", "Responsible"))
	type shared struct {
		rank           int // supplements first, then target groups and subject areas
		kind, list, id string
	}
	var order []shared
	with := map[shared][]*stewardedAgreement{}
	note := func(s shared, a *stewardedAgreement) {
		if with[s] == nil {
			order = append(order, s)
		}
		with[s] = append(with[s], a)
	}
	for i := range all {
		a := &all[i]
		if a.Type.V == model.Framework {
			continue
		}
		family := a.Ref
		if parent, ok := d.View.Parent(a.Agreement); ok {
			family = parent.Ref
		}
		note(shared{0, d.in("överenskommelse och tillägg", "agreement and supplement"), "", family.ID}, a)
		for _, t := range a.TargetGroups.All() {
			note(shared{1, d.in("målgrupp", "target group"), "target_groups", string(t)}, a)
		}
		for _, t := range a.SubjectAreas.All() {
			note(shared{2, d.in("sakområde", "subject area"), "subject_areas", string(t)}, a)
		}
	}
	rests := restsOn("överenskommelser som har något gemensamt med en annan", "agreements that have something in common with another", d.View.AgreementsComplete())
	counted := map[model.Ref]bool{}
	slices.SortStableFunc(order, func(a, b shared) int { return cmp.Compare(a.rank, b.rank) })
	for _, s := range order {
		if len(with[s]) < 2 {
			continue
		}
		what := d.record(model.Ref{Kind: model.AgreementKind, ID: s.id}).Text
		if s.list != "" {
			what = phrase.Terms(d.View, s.list, []model.Term{model.Term(s.id)}).In(d.Lang)
		}
		var refs, owners []model.Ref
		for _, a := range with[s] {
			refs = append(refs, a.Ref)
			for _, o := range a.owners {
				owners = append(owners, o.Group)
			}
			if !counted[a.Ref] {
				counted[a.Ref] = true
				rests.count(a.in, registry.Citations(a.Agreement, nil, "subject_areas"))
			}
		}
		p.row(words(s.kind), words(what), d.number(len(refs)), d.list(refs), d.list(owners))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inga överenskommelser i registret har sakområde eller målgrupp gemensamt.", "No agreements in the registry have a subject area or a target group in common."))
		return
	}
	p.Basis = rests.done()
	p.Lead = append(p.Lead, d.in(
		"Ett underlag för att pröva om några kan slås samman. Att de kan det säger registret inte.",
		"A basis for considering whether some could be merged. That they could be the registry does not say."))
}
