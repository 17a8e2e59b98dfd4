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

var overview = Kind{
	Name:  "overview",
	Title: text.Both{Sv: "Läget i samverkan", En: "The state of the cooperation"},
	Answers: text.Both{
		Sv: "Nyckeltal, överenskommelser, grupper, beslut och tidsgränser på en sida, för en styrgrupp.",
		En: "Key figures, agreements, groups, decisions and deadlines on one page, for a steering group.",
	},
	Questions: []int{4, 7, 10, 12, 14, 34, 35, 38},
	make: func(d *Desk, r *Report) {
		d.keyFigures(r)
		d.agreementsByStatus(r)
		d.frameworkAdoption(r)
		d.groupsByStatus(r)
		d.consultationGroups(r)
		d.decisionsWaiting(r)
		d.deadlinesByOutcome(r)
		d.covering().summary(r)
		last := &r.Parts[len(r.Parts)-1]
		last.ID, last.Heading = "coverage", d.in("Täckning", "Coverage")
	},
}

// keyMetrics are the figures of the overview, in order.
var keyMetrics = []string{
	"agreements-in-force", "agreements-by-group", "adoptions", "groups-in-scope", "roles", "roles-elected", "balance", "vacancies",
	"municipalities", "municipalities-represented", "people-in-several-groups", "local-groups", "meetings-held",
}

// keyFigures has the metrics of all forums, each with what it rests on.
func (d *Desk) keyFigures(r *Report) {
	p := r.add("figures", d.in("Nyckeltal", "Key figures"),
		d.col("metric", Words, "Mått", "Metric"),
		d.col("value", Numbers, "Värde", "Value"),
		d.col("counted", Numbers, "Säkra poster", "Certain records"),
		d.col("undecided", Numbers, "Osäkra poster", "Uncertain records"),
		d.col("complete", Truths, "Alla är med", "All are there"))
	for _, name := range keyMetrics {
		m, ok := d.View.Metric(name, registry.Scope{})
		if !ok {
			continue
		}
		p.row(Cell{Text: phrase.Metric(name).In(d.Lang), Value: name}, d.measure(name, m), d.number(len(m.Counted)), d.number(len(m.Undecided)), d.truth(m.Complete))
	}
	p.Lead = append(p.Lead, d.in(
		"Talen räknar det som är registrerat, i alla forum; den sista kolumnen säger om det är allt. Hållna möten är de tolv månaderna till och med dagen. Ett spann betyder att källorna inte avgör mer än så.",
		"The figures count what is recorded, in all forums; the last column tells whether that is all. Meetings held are those of the twelve months up to the day. A range means that the sources do not settle more than that."))
}

// agreementsByStatus counts the parties' own agreements by status.
func (d *Desk) agreementsByStatus(r *Report) {
	var records []model.Record
	for _, a := range d.View.Agreements {
		if registry.Ours(a) {
			records = append(records, a)
		}
	}
	d.byStatus(r, "agreements", d.in("Överenskommelser efter läge", "Agreements by status"), d.in("överenskommelser", "agreements"), model.AgreementKind, records,
		restsOn("överenskommelser med känt läge", "agreements of known status", d.View.AgreementsComplete()))
}

// groupsByStatus counts the forums and consultation groups by status, those that
// have closed and those that are only planned among them.
func (d *Desk) groupsByStatus(r *Report) {
	var records []model.Record
	for _, g := range d.View.Forums() {
		records = append(records, g)
	}
	d.byStatus(r, "groups", d.in("Forum efter läge", "Forums by status"), d.in("forum", "forums"), model.GroupKind, records,
		restsOn("forum med känt läge", "forums of known status", d.View.GroupsComplete()))
	if p := &r.Parts[len(r.Parts)-1]; len(records) > 0 {
		p.Lead = append(p.Lead, d.in("Också de som är föreslagna, planerade eller avvecklade är med; nyckeltalen räknar de forum som finns den dagen.",
			"Those proposed, planned or closed are here, too; the key figures count the forums that exist on the day."))
	}
}

// byStatus counts records of a kind by their status at the view's day, and draws
// it.
func (d *Desk) byStatus(r *Report, id, heading, unit string, kind model.Kind, records []model.Record, rests *basis) {
	p := r.add(id, heading,
		d.col("status", Words, "Läge", "Status"),
		d.col("certain", Numbers, "Säkert", "Certain"),
		d.col("uncertain", Numbers, "Osäkert", "Uncertain"))
	if len(records) == 0 {
		p.Lead = append(p.Lead, d.say(text.Both{Sv: "Inga {what} finns i registret.", En: "No {what} are in the registry."}, text.Args{"what": unit}))
		return
	}
	certain, open := map[model.Word]int{}, map[model.Word]int{}
	for _, rec := range records {
		st, _ := d.View.StatusOf(rec)
		known := truth.Yes
		if len(st.Possible) > 0 {
			known = truth.CannotTell
			open[st.State]++
		} else {
			certain[st.State]++
		}
		because, _ := st.Because()
		rests.count(known, d.View.SourcesOf(because))
	}
	states := []model.Word{}
	for _, choice := range phrase.States(kind) {
		states = append(states, choice.ID)
	}
	states = append(states, registry.Undetermined)
	bars := &Bars{Unit: unit, Series: []Mark{{"✓", d.in("säkert", "certain"), Neutral}, {"?", d.in("osäkert", "uncertain"), Open}}}
	var sure, unsure int
	for i, s := range states {
		if certain[s]+open[s] == 0 || slices.Contains(states[:i], s) {
			continue
		}
		name := phrase.State(kind, s).In(d.Lang)
		p.row(Cell{Text: name, Value: string(s)}, d.number(certain[s]), d.number(open[s]))
		bars.Bars = append(bars.Bars, Bar{Label: name, Lengths: []float64{float64(certain[s]), float64(open[s])}})
		sure, unsure = sure+certain[s], unsure+open[s]
	}
	p.Table.Total = []Cell{words(d.in("Summa", "Total")), d.number(sure), d.number(unsure)}
	p.Basis = rests.done()
	if len(bars.Bars) == 1 {
		return // a picture of one bar says nothing
	}
	p.Chart = &Chart{Title: heading, Picture: bars, Text: d.say(text.Both{
		Sv: "En stapel för varje läge. Läget är säkert för {sure} {what} och osäkert för {unsure}. Antalen står i tabellen.",
		En: "A bar for each status. The status is certain for {sure} {what} and uncertain for {unsure}. The numbers stand in the table.",
	}, text.Args{"sure": sure, "unsure": unsure, "what": unit})}
}

// frameworkAdoption tells how far the framework agreements have been adopted.
func (d *Desk) frameworkAdoption(r *Report) {
	p := r.add("framework", d.in("Huvudöverenskommelsen", "The framework agreement"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("status", Words, "Läge", "Status"),
		d.col("in_force", Days, "I kraft", "In force"),
		d.col("adopted", Numbers, "Har antagit", "Have adopted"),
		d.col("not_adopted", Numbers, "Har inte antagit", "Have not adopted"),
		d.col("unknown", Numbers, "Går inte att säga", "Cannot be told"))
	rests := restsOn("parter", "parties", truth.CannotTell)
	for _, a := range d.View.Agreements {
		if !registry.Ours(a) || a.Type.V != model.Framework {
			continue
		}
		adopted, not, unknown := d.View.AdoptionProgress(a)
		p.row(d.record(a.Ref), d.state(a), d.begun(a.EntryIntoForce.V.Actual), d.number(adopted), d.number(not), d.number(unknown))
		rests.Counted, rests.Unknown = rests.Counted+adopted+not, rests.Unknown+unknown
		rests.Complete = d.View.PartiesComplete(a)
		_, cites := collectively(a, registry.PartyAt{})
		rests.cite(cites)
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen huvudöverenskommelse finns i registret.", "No framework agreement is in the registry."))
		return
	}
	p.Basis = rests.done()
}

// consultationGroups tells how far each consultation group has come.
func (d *Desk) consultationGroups(r *Report) {
	p := r.add("consultation-groups", d.in("Samrådsgrupperna", "The consultation groups"),
		d.col("group", Records, "Samrådsgrupp", "Consultation group"),
		d.col("status", Words, "Läge", "Status"),
		d.col("established", Truths, "Etablerad", "Established"),
		d.col("since", Days, "Sedan", "Since"),
		d.col("step", Numbers, "Senaste steg", "Latest step"))
	rests := restsOn("samrådsgrupper som är etablerade", "consultation groups that are established", d.View.GroupsComplete())
	for _, g := range d.View.ConsultationGroupRecords() {
		st, _ := d.View.StatusOf(g)
		step := Cell{}
		last := 0
		for _, s := range g.Establishment.V.Steps.All() {
			if s.Done.Given() && s.Done.V.Begun(d.View.Day) == truth.Yes {
				last = max(last, s.Step.V)
			}
		}
		if last > 0 {
			step = d.number(last)
		}
		done := d.View.IsEstablished(g)
		p.row(d.record(g.Ref), d.state(g), d.truth(done), d.date(st.Since), step)
		because, _ := st.Because()
		rests.count(done, d.View.SourcesOf(because))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen samrådsgrupp finns i registret.", "No consultation group is in the registry."))
		return
	}
	p.Basis = rests.done()
}

// decisionsWaiting lists the proposals that are not known to be settled.
func (d *Desk) decisionsWaiting(r *Report) {
	p := r.add("decisions", d.in("Förslag som inte är avgjorda", "Proposals that are not settled"),
		d.col("decision", Records, "Förslag", "Proposal"),
		d.col("body", Records, "Organ", "Body"),
		d.col("proposed", Days, "Föreslaget", "Proposed"),
		d.col("pending", Truths, "Väntar på beslut", "Awaits a decision"))
	rests := restsOn("förslag som väntar", "proposals that wait", truth.CannotTell)
	for _, dec := range d.View.Decisions {
		st := d.View.DecisionStatus(dec)
		if st.State != model.Proposed {
			continue
		}
		// A proposal that no source is new enough to tell of may be settled.
		pending := truth.Or(d.View.IsPending(dec), truth.CannotTell)
		p.row(d.record(dec.Ref), d.record(dec.Body.V), d.date(st.Since), d.truth(pending))
		because, _ := st.Because()
		rests.count(pending, d.View.SourcesOf(because))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget oavgjort förslag finns i registret. Det betyder inte att inget är föreslaget.", "No unsettled proposal is in the registry. This does not mean that nothing is proposed."))
		return
	}
	p.Basis = rests.done()
}

// deadlineWords are the outcomes of a deadline, those that need somebody first.
var deadlineWords = []struct {
	outcome registry.DeadlineOutcome
	id      string
	words   text.Both
}{
	{registry.Overdue, "overdue", text.Both{Sv: "passerad", En: "overdue"}},
	{registry.Undecidable, "cannot-tell", text.Both{Sv: "går inte att avgöra", En: "cannot be told"}},
	{registry.NotDue, "not-due", text.Both{Sv: "inte inne än", En: "not due yet"}},
	{registry.Late, "late", text.Both{Sv: "gjord för sent", En: "done late"}},
	{registry.Met, "met", text.Both{Sv: "hållen", En: "met"}},
	{registry.Lapsed, "lapsed", text.Both{Sv: "förfallen", En: "lapsed"}},
}

// deadlinesByOutcome lists what is due, or was, and what has become of it.
func (d *Desk) deadlinesByOutcome(r *Report) {
	p := r.add("deadlines", d.in("Tidsgränser", "Deadlines"),
		d.col("outcome", Words, "Utfall", "Outcome"),
		d.col("due", Days, "Tidsgräns", "Due"),
		d.col("what", Words, "Vad", "What"),
		d.col("record", Records, "Post", "Record"),
		d.col("proposed", Truths, "Bara föreslagen", "Only proposed"))
	rests := restsOn("tidsgränser med känt utfall", "deadlines of known outcome", truth.CannotTell)
	all := d.View.Deadlines()
	slices.SortStableFunc(all, func(a, b registry.Deadline) int { return cmp.Compare(a.When().Earliest(), b.When().Earliest()) })
	count := map[registry.DeadlineOutcome]int{}
	for _, o := range deadlineWords {
		for i := range all {
			due := &all[i]
			if due.Outcome != o.outcome {
				continue
			}
			count[o.outcome]++
			known := truth.Yes
			if o.outcome == registry.Undecidable {
				known = truth.CannotTell
			}
			rests.count(known, due.Sources)
			if o.outcome == registry.Met || o.outcome == registry.Lapsed {
				continue
			}
			p.row(Cell{Text: o.words.In(d.Lang), Value: o.id}, d.dueOn(due), words(due.What().In(d.Lang)), d.record(due.Record), d.truth(truth.Of(due.Proposed)))
		}
	}
	if len(all) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen tidsgräns finns i registret.", "No deadline is in the registry."))
		return
	}
	p.Lead = append(p.Lead, d.say(text.Both{
		Sv: "{all} tidsgränser: {overdue} passerade, {late} gjorda för sent, {met} hållna, {coming} inte inne än, {lapsed} förfallna, och för {open} går det inte att avgöra. De hållna och förfallna står inte i tabellen.",
		En: "{all} deadlines: {overdue} overdue, {late} done late, {met} met, {coming} not due yet, {lapsed} lapsed, and of {open} it cannot be told. Those met and lapsed are not in the table.",
	}, text.Args{"all": len(all), "overdue": count[registry.Overdue], "late": count[registry.Late], "met": count[registry.Met],
		"coming": count[registry.NotDue], "lapsed": count[registry.Lapsed], "open": count[registry.Undecidable]}))
	p.Basis = rests.done()
}
