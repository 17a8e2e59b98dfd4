package report

import (
	"slices"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// closing tells which of the old forums lack only a decision in order to close,
// and what keeps the others.
func (d *Desk) closing(r *Report) {
	p := r.add("closing", d.in("Vilka fora som kan avvecklas", "Which forums can close"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("status", Words, "Läge", "Status"),
		d.col("may_close", Truths, "Kan avvecklas", "Can close"),
		d.col("responsibilities", Numbers, "Ansvar", "Responsibilities"),
		d.col("taken_over", Numbers, "Övertagna", "Taken over"),
		d.col("not_taken_over", Numbers, "Inte övertagna", "Not taken over"),
		d.col("undecided", Numbers, "Går inte att säga", "Cannot be told"),
		d.col("hindrance", Words, "Vad som hindrar", "What keeps it"),
		d.col("closed", Days, "Avvecklat", "Closed"))
	rests := restsOn("ansvar", "responsibilities", truth.CannotTell)
	pointing := d.View.PointingAt()
	var may, cannotTell []model.Ref
	var sums truth.Count
	living := 0
	for _, g := range d.groupsByName(d.View.ReplaceableForums()) {
		ended := d.View.HasEnded(g)
		if ended != truth.Yes && d.View.Lives(g) == truth.No {
			continue
		}
		var taken truth.Count
		for _, resp := range g.Responsibilities.Pointers() {
			has := d.View.TakenOver(resp)
			taken.Add(has)
			sums.Add(has)
			rests.decide(has, registry.Citations(g, &resp.Evidence, "responsibilities"))
		}
		covered, loose := d.View.HandedOver(g, pointing[g.Ref])
		row := []Cell{d.record(g.Ref), d.state(g), {}, d.number(len(g.Responsibilities.Items)), d.number(taken.Yes), d.number(taken.No), d.number(taken.CannotTell), words(d.hindrance(loose)), {}}
		if g.Responsibilities.Is == model.Absent || g.Responsibilities.Is == model.Unknown {
			row[3], row[4], row[5], row[6] = d.untold(), Cell{}, Cell{}, Cell{}
		}
		if ended == truth.Yes {
			row[8] = d.given(g.Ended.V.Date)
			p.row(row...)
			continue
		}
		living++
		row[2] = d.truth(covered)
		p.row(row...)
		switch covered {
		case truth.Yes:
			may = append(may, g.Ref)
		case truth.CannotTell:
			cannotTell = append(cannotTell, g.Ref)
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget gemensamt eller kommunalt forum finns i registret. Det betyder inte att inget finns.", "No joint or municipal forum is in the registry. That does not mean that there is none."))
		return
	}
	p.Table.Total = []Cell{words(d.in("Summa", "Total")), {}, {}, d.number(sums.Total()), d.number(sums.Yes), d.number(sums.No), d.number(sums.CannotTell), {}, {}}
	p.Basis = rests.done()
	args := text.Args{"day": d.View.Day, "may": d.names(may), "open": d.names(cannotTell)}
	p.Lead = append(p.Lead, d.in("Ett forum kan avvecklas när allt det ansvarar för har en mottagare som är etablerad och inte bara föreslagen, och ingen överenskommelse eller lokal grupp pekar dit. Då saknas bara ett beslut.", "A forum can close once everything that it is responsible for has a receiver that is established and not only proposed, and no agreement or local group points to it. Only a decision is then missing."))
	switch {
	case len(may) > 0:
		p.Lead = append(p.Lead, d.say(text.Both{Sv: "{day} kan dessa avvecklas: {may}.", En: "On {day} these can close: {may}."}, args))
	case living > 0:
		p.Lead = append(p.Lead, d.say(text.Both{Sv: "{day} finns inget forum som säkert kan avvecklas.", En: "On {day} there is no forum that can close for certain."}, args))
	}
	if len(cannotTell) > 0 {
		p.Lead = append(p.Lead, d.say(text.Both{Sv: "Om dessa kan avvecklas går inte att säga: {open}.", En: "Whether these can close cannot be told: {open}."}, args))
	}
}

// hindrance is what keeps a forum from closing, in few words.
func (d *Desk) hindrance(loose []registry.LooseEnd) string {
	count := map[model.Word]int{}
	for _, l := range loose {
		count[l.What]++
	}
	var out []string
	for _, what := range []struct {
		is model.Word
		as text.Both
	}{
		{registry.LooseUnlisted, text.Both{Sv: "vad forumet ansvarar för är inte antecknat", En: "what the forum is responsible for is not recorded"}},
		{registry.LooseResponsibility, text.Both{Sv: "{n|ett ansvar|# ansvar} utan etablerad mottagare", En: "{n|one responsibility|# responsibilities} without an established receiver"}},
		{registry.LooseUntilLater, text.Both{Sv: "{n|ett ansvar|# ansvar} lämnades över för sent", En: "{n|one responsibility was|# responsibilities were} handed over too late"}},
		{registry.LooseAgreement, text.Both{Sv: "{n|en överenskommelse|# överenskommelser} att ansvara för", En: "{n|one agreement|# agreements} to be responsible for"}},
		{registry.LooseLocal, text.Both{Sv: "{n|en lokal grupp|# lokala grupper} som rapporterar hit", En: "{n|one local group|# local groups} reporting to it"}},
	} {
		if n := count[what.is]; n > 0 {
			out = append(out, d.say(what.as, text.Args{"n": n}))
		}
	}
	return text.List(out, d.Lang)
}

// responsibilities tells what becomes of everything that the old forums hold.
func (d *Desk) responsibilities(r *Report) {
	p := r.add("responsibilities", d.in("Vem som tar över", "Who takes over"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("responsibility", Words, "Ansvar", "Responsibility"),
		d.col("kind", Words, "Slag", "Kind"),
		d.col("receivers", Words, "Mottagare", "Receivers"),
		d.col("taken_over", Truths, "Övertaget", "Taken over"),
		d.col("transferred", Days, "Överlämnat", "Handed over"),
		d.col("decision", Records, "Beslut", "Decision"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("ansvar", "responsibilities", truth.CannotTell)
	nobody := 0
	for _, g := range d.groupsByName(d.View.ReplaceableForums()) {
		for _, resp := range g.Responsibilities.Pointers() {
			has, cites := d.View.TakenOver(resp), registry.Citations(g, &resp.Evidence, "responsibilities")
			rests.decide(has, cites)
			if len(resp.To.Values()) == 0 {
				nobody++
			}
			p.row(d.record(g.Ref), words(registry.ResponsibilityName(resp).In(string(d.Lang))), d.word("responsibility-kind", resp.Kind), d.receivers(resp),
				d.truth(has), d.given(resp.Transferred), d.named(resp.Decision), d.source(cites))
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget ansvar hos något forum finns i registret. Det betyder inte att de inte har några.", "No responsibility of any forum is in the registry. That does not mean that they have none."))
		return
	}
	p.Lead = append(p.Lead, d.in("Föreslagna mottagare och grupper som bara samråds tar inte över.", "Receivers that are only proposed, and groups that are only consulted, do not take over."))
	if nobody > 0 {
		p.Lead = append(p.Lead, d.say(text.Both{
			Sv: "{n|Ett ansvar|# ansvar} har ingen utpekad mottagare alls.",
			En: "{n|One responsibility has|# responsibilities have} no receiver named at all.",
		}, text.Args{"n": nobody}))
	}
	p.Basis = rests.done()
}

// pointing are the agreements and the local groups that the old forums still
// have.
func (d *Desk) pointing(r *Report) {
	p := r.add("pointing", d.in("Vad som fortfarande hör till de gamla forumen", "What still belongs to the old forums"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("what", Records, "Vad", "What"),
		d.col("how", Words, "Hur", "How"),
		d.col("since", Days, "Sedan", "Since"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("överenskommelser och lokala grupper", "agreements and local groups", truth.And(d.View.AgreementsComplete(), d.View.GroupsComplete()))
	pointing := d.View.PointingAt()
	for _, g := range d.groupsByName(d.View.ReplaceableForums()) {
		for _, l := range pointing[g.Ref] {
			cites := registry.CitationsAt(l.Record, l.Path)
			how := d.in("forumet ansvarar för den", "the forum is responsible for it")
			if l.What == registry.LooseLocal {
				how = d.in("rapporterar till forumet", "reports to the forum")
			}
			rests.count(truth.Yes, cites)
			p.row(d.record(g.Ref), d.record(l.Record.Base().Ref), words(how), d.date(l.Date), d.source(cites))
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen överenskommelse eller lokal grupp i registret hör för säkert till något gammalt forum.", "No agreement or local group in the registry belongs to an old forum for certain."))
		return
	}
	p.Basis = rests.done()
}

// receivers is a cell of who is to take over a responsibility, with how.
func (d *Desk) receivers(resp *model.Responsibility) Cell {
	var out []string
	for _, to := range resp.To.All() {
		var how []string
		if to.Role.Given() && to.Role.V != "owner" {
			how = append(how, phrase.Word("receiver-role", to.Role.V).In(d.Lang))
		}
		if to.Status.V == model.Proposed {
			how = append(how, phrase.Word("steward-status", to.Status.V).In(d.Lang))
		}
		name := d.View.NameOf(to.Group.V).In(string(d.Lang))
		if len(how) > 0 {
			name += " (" + strings.Join(how, ", ") + ")"
		}
		out = append(out, name)
	}
	if len(out) == 0 {
		return d.inPlace(resp.To.Is)
	}
	c := words(text.List(out, d.Lang))
	c.Doubt = resp.To.Open()
	return c
}

// mandates tells what the old forums decide, and who decides it when they close.
func (d *Desk) mandates(r *Report) {
	p := r.add("mandates", d.in("Beslutsmandat", "Powers to decide"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("decides", Words, "Beslutar", "Decides"),
		d.col("matter", Words, "Ärendeslag", "Matter"),
		d.col("status", Words, "Forumets läge", "Status of the forum"),
		d.col("competent", Words, "Behörigt organ enligt riktlinjen", "Competent body by the guideline"),
		d.col("also", Words, "Beslutar samma sak", "Decides the same"),
		d.col("lost", Truths, "Har gått förlorat", "Is lost"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("beslutsmandat", "powers to decide", truth.CannotTell)
	for _, g := range d.groupsByName(d.View.ReplaceableForums()) {
		for _, power := range g.Decides.Pointers() {
			cites := registry.Citations(g, &power.Evidence, "decides")
			also, elsewhere := d.alsoDecide(g, power.Matter)
			lost, competent := d.lost(g, power.Matter, elsewhere)
			rests.decide(lost, cites)
			p.row(d.record(g.Ref), d.told(power.What), d.word("matter", power.Matter), d.state(g), competent, d.list(also), d.truth(lost), d.source(cites))
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Vad de gamla forumen beslutar finns inte i registret. Det betyder inte att de inte beslutar något.", "What the old forums decide is not in the registry. That does not mean that they decide nothing."))
		return
	}
	p.Lead = append(p.Lead, d.in("Ett mandat har gått förlorat när forumet har avvecklats och ingen annan beslutar samma sak. Mandat utan ärendeslag går inte att jämföra. Där det behöriga organet är forumet självt måste riktlinjen ändras om forumet avvecklas.",
		"A power is lost when the forum has closed and nobody else decides the same. Powers without a matter cannot be compared. Where the competent body is the forum itself the guideline has to change if the forum closes."))
	p.Basis = rests.done()
}

// alsoDecide are the other groups that live and decide a matter. That no other
// does is certain only where all groups are recorded, with what they decide.
func (d *Desk) alsoDecide(g *model.Group, matter model.Val[model.Word]) (also []model.Ref, elsewhere truth.Value) {
	elsewhere = truth.No
	if d.View.GroupsComplete() != truth.Yes {
		elsewhere = truth.CannotTell
	}
	for _, other := range d.View.Groups {
		lives := truth.And(d.View.Lives(other), d.View.HasEnded(other).Not())
		if other == g || lives == truth.No {
			continue
		}
		if other.Decides.Is == model.Absent || other.Decides.Open() {
			elsewhere = truth.Or(elsewhere, truth.CannotTell)
		}
		if matter.Given() && slices.ContainsFunc(other.Decides.Values(), func(p model.Power) bool { return p.Matter.V == matter.V }) {
			also, elsewhere = append(also, other.Ref), truth.Or(elsewhere, lives)
		}
	}
	return also, elsewhere
}

// lost tells whether what a forum decided is decided by nobody, and which body
// the guideline makes competent.
func (d *Desk) lost(g *model.Group, matter model.Val[model.Word], elsewhere truth.Value) (lost truth.Value, competent Cell) {
	over := d.View.HasEnded(g)
	if !matter.Given() {
		return truth.And(over, truth.CannotTell), competent
	}
	m := d.View.Matter(matter.V)
	if m.Governs == truth.Yes {
		competent = words(phrase.Competent(d.View, m.Value.Body.V).In(d.Lang))
	}
	if m.Governs == truth.Yes && !slices.ContainsFunc(m.Value.Body.V.AnyOf.Values(), func(r model.Ref) bool { return r.Record() == g.Ref }) {
		elsewhere = truth.Or(elsewhere, truth.Of(m.Value.Body.Given()))
	}
	return truth.And(over, elsewhere.Not()), competent
}
