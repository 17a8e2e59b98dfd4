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

var issues = Kind{
	Name:  "issues",
	Title: text.Both{Sv: "Utvecklingsfrågor", En: "Development issues"},
	Answers: text.Both{
		Sv: "Vilka utvecklingsfrågor som finns på varje nivå, vilka som drivs utan att vara prioriterade, vilka som berör flera grupper och vad som hände med de lokala behoven.",
		En: "Which development issues there are on each level, which are driven without being prioritised, which concern several groups and what became of the local needs.",
	},
	Questions: []int{31, 32, 33},
	make: func(d *Desk, r *Report) {
		raised := d.raisedIssues()
		d.issueList(r, raised)
		d.issuesBy(r, "by-level", text.Both{Sv: "Nivå för nivå", En: "Level by level"}, text.Both{Sv: "Nivå", En: "Level"}, raised, d.levelWords)
		d.issuesBy(r, "by-direction", text.Both{Sv: "Riktning för riktning", En: "Direction by direction"}, text.Both{Sv: "Riktning", En: "Direction"}, raised, d.directionWords)
		d.issuesBy(r, "by-group", text.Both{Sv: "Grupp för grupp", En: "Group by group"}, text.Both{Sv: "Grupp", En: "Group"}, raised, d.groupWords)
		d.unprioritised(r, raised)
		d.sharedIssues(r, raised)
		d.localNeeds(r, raised)
	},
}

// raisedIssues are the issues that have been raised by the view's day, or may
// have.
func (d *Desk) raisedIssues() (out []*model.Issue) {
	for _, i := range d.View.Issues {
		if d.View.IssueStatus(i).State != registry.NotRaised {
			out = append(out, i)
		}
	}
	return out
}

func (d *Desk) noIssues(p *Part) {
	p.Lead = append(p.Lead, d.in("Ingen utvecklingsfråga finns i registret den dagen. Det betyder inte att ingen drivs.", "No development issue is in the registry on that day. That does not mean that none is driven."))
}

// issueList lists the issues.
func (d *Desk) issueList(r *Report, raised []*model.Issue) {
	p := r.add("issues", d.in("Frågorna", "The issues"),
		d.col("issue", Records, "Fråga", "Issue"),
		d.col("status", Words, "Läge", "Status"),
		d.col("level", Words, "Nivå", "Level"),
		d.col("direction", Words, "Riktning", "Direction"),
		d.col("raised", Days, "Väckt", "Raised"),
		d.col("raised_by", Records, "Väckt av", "Raised by"),
		d.col("driver", Records, "Drivs av", "Driven by"),
		d.col("concerns", Words, "Berör", "Concerns"),
		d.col("prioritised", Truths, "Vilar på en prioritering", "Rests on a priority"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("frågor", "issues", truth.CannotTell)
	for _, i := range raised {
		cites := registry.Citations(i, nil, "state")
		rests.decide(d.View.IssueIsOpen(i), cites)
		p.row(d.record(i.Ref), d.state(i), d.joined(d.levelWords(i), i.Level.Is), d.joined(d.directionWords(i), i.Direction.Is), d.given(i.Raised.V.Date), d.named(i.Raised.V.By),
			d.named(i.Driver), d.listed(i.Concerns), d.truth(d.View.Prioritised(i)), d.source(cites))
	}
	if len(p.Table.Rows) == 0 {
		d.noIssues(p)
		return
	}
	p.Lead = append(p.Lead, d.in("Räknade är de frågor där det är känt om de är öppna.", "Counted are the issues where it is known whether they are open."))
	p.Basis = rests.done()
}

// joined is a cell of some words, or of the answer in their place.
func (d *Desk) joined(list []string, is model.Answer) Cell {
	if len(list) == 0 {
		return d.inPlace(is)
	}
	return words(text.List(list, d.Lang))
}

// levelWords are the levels that an issue may be handled on.
func (d *Desk) levelWords(i *model.Issue) (out []string) {
	for _, l := range d.View.LevelsAt(i) {
		if l.Level.Given() && l.Holds != truth.No {
			out = append(out, phrase.Word("level", l.Level.V).In(d.Lang))
		}
	}
	return out
}

func (d *Desk) directionWords(i *model.Issue) (out []string) {
	for _, term := range i.Direction.All() {
		out = append(out, phrase.Terms(d.View, "directions", []model.Term{term}).In(d.Lang))
	}
	return out
}

// groupWords are the groups that drive an issue, or that it concerns, each once.
func (d *Desk) groupWords(i *model.Issue) (out []string) {
	for _, ref := range append([]model.Ref{i.Driver.V}, i.Concerns.Values()...) {
		if name := d.View.NameOf(ref).In(string(d.Lang)); ref.Kind == model.GroupKind && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// issuesBy counts the issues by something that each may have several of.
func (d *Desk) issuesBy(r *Report, id string, heading, label text.Both, raised []*model.Issue, of func(*model.Issue) []string) {
	p := r.add(id, heading.In(d.Lang), Column{"of", label.In(d.Lang), Words},
		d.col("open", Numbers, "Öppna", "Open"),
		d.col("over", Numbers, "Klara eller nedlagda", "Done or dropped"),
		d.col("undecided", Numbers, "Går inte att säga", "Cannot be told"),
		d.col("all", Numbers, "Alla", "All"))
	rests := restsOn("frågor", "issues", truth.CannotTell)
	bars := &Bars{Unit: d.in("frågor", "issues"), Series: []Mark{{"", d.in("öppna", "open"), Neutral}, {"", d.in("klara eller nedlagda", "done or dropped"), Good}, {"", d.in("går inte att säga", "cannot be told"), Quiet}}}
	counts := map[string]*truth.Count{}
	var names []string
	several := false
	for _, i := range raised {
		open := d.View.IssueIsOpen(i)
		rests.decide(open, registry.Citations(i, nil, "state"))
		in := of(i)
		if len(in) == 0 {
			in = []string{""}
		}
		several = several || len(in) > 1
		for _, name := range in {
			if counts[name] == nil {
				counts[name] = &truth.Count{}
				names = append(names, name)
			}
			counts[name].Add(open)
		}
	}
	if len(raised) == 0 {
		d.noIssues(p)
		return
	}
	order := text.NewSorter(d.Lang)
	slices.SortStableFunc(names, func(a, b string) int {
		if a == "" || b == "" {
			return len(b) - len(a) // what is not known comes last
		}
		return order.Compare(a, b)
	})
	for _, name := range names {
		n, cell := counts[name], words(name)
		if name == "" {
			cell = d.untold()
		}
		p.row(cell, d.number(n.Yes), d.number(n.No), d.number(n.CannotTell), d.number(n.Total()))
		bars.Bars = append(bars.Bars, Bar{Label: cell.Text, Lengths: []float64{float64(n.Yes), float64(n.No), float64(n.CannotTell)}})
	}
	if several {
		p.Lead = append(p.Lead, d.say(text.Both{Sv: "En fråga kan stå på flera rader; frågorna är {n}.", En: "An issue may stand in several rows; the issues are {n}."}, text.Args{"n": len(raised)}))
	}
	p.Basis = rests.done()
	if len(bars.Bars) > 1 {
		p.Chart = &Chart{Title: d.in("Utvecklingsfrågor: ", "Development issues: ") + strings.ToLower(p.Heading), Picture: bars, Text: d.say(text.Both{
			Sv: "En stapel för varje rad i tabellen, {rows} staplar för {n} frågor.", En: "A bar for each row of the table, {rows} bars for {n} issues.",
		}, text.Args{"rows": len(bars.Bars), "n": len(raised)})}
	}
}

// unprioritised lists the issues that are driven, or may be, and are not known
// to be prioritised by whoever sets priorities.
func (d *Desk) unprioritised(r *Report, raised []*model.Issue) {
	p := r.add("unprioritised", d.in("Drivs utan att vara prioriterade", "Driven without being prioritised"),
		d.col("issue", Records, "Fråga", "Issue"),
		d.col("driven", Truths, "Drivs", "Is driven"),
		d.col("driver", Records, "Drivs av", "Driven by"),
		d.col("level", Words, "Nivå", "Level"),
		d.col("priority", Records, "Prioritering", "Priority"),
		d.col("prioritised", Truths, "Prioriterad av behörigt organ", "Prioritised by a competent body"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("drivna frågor", "driven issues", truth.CannotTell)
	who := text.Both{}
	if m := d.View.Matter("priority"); m.Governs == truth.Yes {
		who = phrase.Competent(d.View, m.Value.Body.V)
	}
	var driven truth.Count
	for _, i := range raised {
		is := d.View.IssueIs(i, registry.IssueDriven)
		if d.View.OnlyOn(i, registry.LocalLevel) == truth.Yes {
			continue
		}
		driven.Add(is)
		if is != truth.Yes && (is == truth.No || i.State.V != registry.IssueDriven && !i.Driver.Given()) {
			continue
		}
		decided, _ := d.View.PriorityDecided(i)
		cites := registry.Citations(i, nil, "priority")
		rests.count(is, cites)
		if is == truth.Yes && decided == truth.Yes {
			continue
		}
		p.row(d.record(i.Ref), d.truth(is), d.named(i.Driver), d.joined(d.levelWords(i), i.Level.Is), d.named(i.Priority), d.truth(decided), d.source(cites))
	}
	if who.Sv != "" {
		p.Lead = append(p.Lead, d.say(text.Both{Sv: "Prioriterar gör {who}. Frågor som bara är lokala räknas inte.", En: "Priorities are set by {who}. Issues that are only local do not count."}, text.Args{"who": who}))
	} else {
		p.Lead = append(p.Lead, d.in("Vem som prioriterar går inte att säga. Frågor som bara är lokala räknas inte.", "Who sets priorities cannot be told. Issues that are only local do not count."))
	}
	p.Lead = append(p.Lead, d.sums(text.Both{
		Sv: "{yes} av {all} frågor i registret drivs {day}", En: "{yes} of {all} issues in the registry {yes|is|are} driven on {day}",
	}, driven)+d.in(" Andra frågor än de som finns i registret kan drivas.", " Other issues than those in the registry may be driven."))
	if len(p.Table.Rows) == 0 && driven.Yes > 0 {
		p.Lead = append(p.Lead, d.in("Alla som drivs är prioriterade av ett behörigt organ.", "All that are driven are prioritised by a competent body."))
	}
	if driven.Total() > 0 {
		p.Basis = rests.done()
	}
}

// sharedIssues lists the issues that concern several groups, with who
// coordinates them.
func (d *Desk) sharedIssues(r *Report, raised []*model.Issue) {
	p := r.add("shared", d.in("Berör flera grupper", "Concern several groups"),
		d.col("issue", Records, "Fråga", "Issue"),
		d.col("status", Words, "Läge", "Status"),
		d.col("groups", Words, "Grupper", "Groups"),
		d.col("number", Numbers, "Antal", "Number"),
		d.col("several", Truths, "Berör flera", "Concerns several"),
		d.col("coordinator", Records, "Samordnas av", "Coordinated by"),
		d.col("by_office", Truths, "Av processledningen", "By the process office"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("frågor", "issues", truth.CannotTell)
	var count truth.Count
	for _, i := range raised {
		if d.View.IssueIsOpen(i) == truth.No {
			continue
		}
		groups, several := d.View.ConcernedGroups(i)
		count.Add(several)
		cites := registry.Citations(i, nil, "concerns")
		rests.decide(several, cites)
		if several == truth.No || len(groups) < 2 {
			continue
		}
		by := truth.CannotTell
		if office, ok := d.View.Office(); ok && i.Coordinator.Is != model.Absent && i.Coordinator.Is != model.Unknown {
			by = truth.Of(i.Coordinator.V.Record() == office.Ref)
		}
		p.row(d.record(i.Ref), d.state(i), d.list(groups), d.number(len(groups)), d.truth(several), d.named(i.Coordinator), d.truth(by), d.source(cites))
	}
	if count.Total() == 0 {
		d.noIssues(p)
		return
	}
	p.Lead = append(p.Lead, d.sums(text.Both{
		Sv: "{yes} av {all} frågor som är eller kan vara öppna {day} berör flera grupper", En: "{yes} of {all} issues that are or may be open on {day} {yes|concerns|concern} several groups",
	}, count))
	p.Basis = rests.done()
}

// localNeeds lists the issues that have been local or were raised locally, with
// what became of them.
func (d *Desk) localNeeds(r *Report, raised []*model.Issue) {
	p := r.add("local-needs", d.in("Lokala behov", "Local needs"),
		d.col("issue", Records, "Fråga", "Issue"),
		d.col("raised", Days, "Väckt", "Raised"),
		d.col("raised_by", Records, "Väckt av", "Raised by"),
		d.col("level", Words, "Nivå den dagen", "Level on that day"),
		d.col("lifted", Truths, "Lyft till annan nivå", "Lifted to another level"),
		d.col("lifted_on", Days, "Lyft", "Lifted on"),
		d.col("status", Words, "Läge", "Status"),
		d.col("outcome", Words, "Vad som hände", "What happened"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("frågor med lokalt ursprung", "issues of local origin", truth.CannotTell)
	for _, i := range raised {
		local, lifted := d.localOrigin(i)
		if !local {
			continue
		}
		only := d.View.OnlyOn(i, registry.LocalLevel)
		cites := registry.Citations(i, nil, "level")
		rests.decide(only, cites)
		outcome := d.told(i.Outcome)
		if outcome.Text == "" {
			outcome = d.untold()
		}
		p.row(d.record(i.Ref), d.given(i.Raised.V.Date), d.named(i.Raised.V.By), d.joined(d.levelWords(i), i.Level.Is), d.truth(only.Not()), lifted, d.state(i), outcome, d.source(cites))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen fråga i registret har ett lokalt ursprung. Det betyder inte att inga lokala behov har lyfts.", "No issue in the registry has a local origin. That does not mean that no local needs were raised."))
		return
	}
	p.Lead = append(p.Lead, d.in("Här står frågor som är eller har varit på lokal nivå, eller som en kommun eller en lokal grupp har väckt.", "These are issues that are or have been on the local level, or that a municipality or a local group has raised."))
	p.Basis = rests.done()
}

// localOrigin reports whether an issue is or has been local, or was raised by a
// municipality or a local group, and when it came to another level.
func (d *Desk) localOrigin(i *model.Issue) (local bool, lifted Cell) {
	for _, l := range i.Level.All() {
		if l.Level.V == registry.LocalLevel {
			local = true
		} else if l.From.Given() && lifted.Value == nil {
			lifted = d.begun(l.From)
		}
	}
	if o, ok := d.View.Organization(i.Raised.V.By.V); ok && o.Type.V == model.Municipality {
		local = true
	}
	if g, ok := d.View.Group(i.Raised.V.By.V); ok && g.Type.V == registry.LocalGroup {
		local = true
	}
	return local, lifted
}
