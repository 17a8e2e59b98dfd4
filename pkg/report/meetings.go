package report

import (
	"math"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var meetings = Kind{
	Name:  "meetings",
	Title: text.Both{Sv: "Möten", En: "Meetings"},
	Answers: text.Both{
		Sv: "Hur ofta varje forum möts mot vad som är planerat, vilka som är vilande, vem som är ordförande och om det växlar, och närvaron.",
		En: "How often each forum meets by what is planned, which are dormant, who chairs and whether that alternates, and the attendance.",
	},
	Questions: []int{21, 22},
	make: func(d *Desk, r *Report) {
		d.cadence(r)
		d.chairs(r)
		d.meetingList(r)
		d.attendance(r)
	},
}

// cadence compares how often each forum meets with what it plans.
func (d *Desk) cadence(r *Report) {
	p := r.add("cadence", d.in("Hur ofta forumen möts", "How often the forums meet"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("status", Words, "Läge", "Status"),
		d.col("planned", Numbers, "Planerade möten per år", "Planned meetings a year"),
		d.col("as_guideline", Truths, "Som riktlinjen", "As the guideline"),
		d.col("held", Numbers, "Hållna det senaste året", "Held during the last year"),
		d.col("keeps", Truths, "Som planerat", "As planned"),
		d.col("last", Days, "Senaste möte", "Last meeting"),
		d.col("dormant", Truths, "Vilande", "Dormant"),
		d.col("all_recorded", Truths, "Alla möten antecknade", "All meetings recorded"),
		d.col("source", Words, "Källa", "Source"))
	expected := d.View.MeetingsPerYear()
	first := d.View.Day.Sub(edtf.Duration{Years: 1}) + 1
	rests := restsOn("fora", "forums", d.View.GroupsComplete())
	line := &Timeline{From: d.View.Day.Sub(edtf.Duration{Years: 2}), Until: d.View.Day.Add(edtf.Duration{Months: 6}), Now: d.View.Day, Legend: []Mark{
		{"", phrase.Word("meeting-status", model.Held).In(d.Lang), Good}, {"", phrase.Word("meeting-status", model.Planned).In(d.Lang), Open},
		{"", phrase.Word("meeting-status", model.Cancelled).In(d.Lang), Bad}, {"", d.in("vilande", "dormant"), Quiet},
	}}
	var dormants truth.Count
	var sum registry.Tally
	known, shown := true, 0
	for _, g := range d.livingForums() {
		s := &g.Structure.V
		cites := registry.Citations(g, &s.Evidence, "structure.meetings_per_year")
		complete := registry.MeetingsComplete(g, first, d.View.Day)
		held, keeps := d.View.KeepsCadence(g, s.MeetingsPerYear.V)
		as := truth.CannotTell
		if s.MeetingsPerYear.Given() {
			as = d.View.Meets(s.MeetingsPerYear.V, expected)
		} else {
			keeps = truth.CannotTell
		}
		dormant := d.View.GroupStatus(g).Is(model.Dormant)
		dormants.Add(dormant)
		last := Cell{}
		if m := d.View.LastHeld(g); m != nil {
			last = d.given(m.Date)
			if cites.None() {
				cites = registry.Citations(m, nil, "date")
			}
		}
		heldCell := d.between(held.Min, held.Max)
		if math.IsInf(held.Max, 1) && held.Min == 0 {
			heldCell = d.untold()
		}
		rests.decide(keeps, cites)
		sum.Min, sum.Max, known = sum.Min+held.Min, sum.Max+held.Max, known && !math.IsInf(held.Max, 1)
		p.row(d.record(g.Ref), d.state(g), d.amount(s.MeetingsPerYear), d.truth(as), heldCell, d.truth(keeps), last, d.truth(dormant), d.truth(complete), d.source(cites))
		lane := d.meetingLane(g, line)
		shown += len(lane.Points)
		line.Lanes = append(line.Lanes, lane)
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget forum i registret finns den dagen.", "No forum in the registry exists on that day."))
		return
	}
	total := d.between(sum.Min, sum.Max)
	if !known && sum.Min == 0 {
		total = d.untold()
	}
	p.Table.Total = []Cell{words(d.in("Summa", "Total")), {}, {}, {}, total, {}, {}, {}, {}, {}}
	p.Lead = append(p.Lead, d.sums(text.Both{
		Sv: "{yes} av {all} fora är vilande {day}", En: "{yes} of {all} forums {yes|is|are} dormant on {day}",
	}, dormants), d.in("Ett möte som inte är antecknat kan ändå ha hållits. Bara där alla möten är antecknade går det att säga att ett forum möts för sällan.",
		"A meeting that is not recorded may still have been held. Only where all meetings are recorded can it be told that a forum meets too seldom."))
	if g := d.guideline(); g != nil {
		p.Lead = append(p.Lead, d.governs(text.Both{Sv: "antalet möten", En: "the number of meetings"}, g, standing(g.MeetingsPerYear)))
	}
	p.Basis = rests.done()
	if shown > 0 {
		p.Chart = &Chart{Title: d.in("Möten, forum för forum; inom parentes planerade per år", "Meetings, forum by forum; planned a year in parentheses"), Picture: line, Text: d.say(text.Both{
			Sv: "En rad för varje forum med dess möten som punkter, {n} möten sedan {from}. De enskilda mötena står i tabellen över möten.",
			En: "A row for each forum with its meetings as points, {n} meetings since {from}. The single meetings stand in the table of meetings.",
		}, text.Args{"n": shown, "from": line.From})}
	}
}

// meetingLane is a forum with its meetings during the time of a timeline.
func (d *Desk) meetingLane(g *model.Group, line *Timeline) Lane {
	lane := Lane{Label: d.View.ShortName(g).In(string(d.Lang))}
	if planned := d.amount(g.Structure.V.MeetingsPerYear); planned.Value != nil {
		lane.Label += " (" + planned.Text + ")"
	}
	if st := d.View.GroupStatus(g); st.Is(model.Dormant) == truth.Yes {
		lane.Spans = []Stretch{{From: st.Since, Until: edtf.OfDay(d.View.Day), Tone: Quiet, Text: d.in("vilande", "dormant")}}
	}
	for _, m := range d.View.MeetingsOf(g.Ref) {
		date, ok := m.Date.Get()
		if !ok || date.Latest() < line.From || date.Earliest() > line.Until {
			continue
		}
		tone := map[model.Word]Tone{model.Held: Good, model.Planned: Open, model.Cancelled: Bad}[m.Status.V]
		if m.Status.V == model.Held && date.Begun(d.View.Day) == truth.No {
			tone = Open // not yet held on that day
		}
		lane.Points = append(lane.Points, Point{Date: date, Tone: tone, Text: text.Date(date, d.Lang)})
	}
	return lane
}

// chairs tells who chairs each forum, and whether it alternates.
func (d *Desk) chairs(r *Report) {
	p := r.add("chairs", d.in("Ordförandeskap", "Chairs"),
		d.col("forum", Records, "Forum", "Forum"),
		d.col("model", Words, "Modell", "Model"),
		d.col("between", Words, "Mellan", "Between"),
		d.col("per", Words, "Växlar per", "Alternates per"),
		d.col("chair", Words, "Ordförandeplats", "Chair seat"),
		d.col("holder", Words, "Innehavare", "Holder"),
		d.col("filled", Truths, "Tillsatt", "Filled"),
		d.col("alternates", Truths, "Växlar som det ska", "Alternates as it should"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("fora", "forums", d.View.GroupsComplete())
	for _, g := range d.livingForums() {
		rule := &g.Structure.V.Chair
		cites := registry.CitationsWithin(g, "structure.chair", &g.Structure.V.Evidence, &rule.V.Evidence)
		_, filled, _ := d.View.ChairSeats(g)
		seat, holder := d.chairSeat(g)
		told := truth.CannotTell
		if rule.V.Model.Given() && rule.V.Model.V != "unclear" {
			told = truth.Yes
		}
		rests.count(told, cites)
		chairModel := d.word("chair-model", rule.V.Model)
		if !rule.Given() {
			chairModel = d.inPlace(rule.Is)
		}
		p.row(d.record(g.Ref), chairModel, d.listed(rule.V.Between), d.word("chair-per", rule.V.Per), words(seat), words(holder), d.truth(filled), d.alternation(g), d.source(cites))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget forum i registret finns den dagen.", "No forum in the registry exists on that day."))
		return
	}
	p.Lead = append(p.Lead, d.in("Räknade är de forum där det är känt hur ordförandeskapet är ordnat. Om det växlar som det ska visas bara för forum med växlande ordförandeskap.",
		"Counted are the forums where it is known how the chair is arranged. Whether it alternates as it should is shown only for forums with an alternating chair."))
	p.Basis = rests.done()
}

// chairSeat is whom the seats of a group's chair, and of the chair of a side, are
// for, and who has them.
func (d *Desk) chairSeat(g *model.Group) (whom, holder string) {
	var of, has []string
	for _, s := range d.View.Seats(g) {
		if s.Seat.Role.V != model.Chair && s.Seat.Role.V != model.SideChair || s.Holds == truth.No {
			continue
		}
		name := d.names(s.Seat.Represents.Values())
		if name == "" {
			name = string(s.Seat.ID.V)
		}
		if s.Seat.Role.V == model.SideChair {
			name += " (" + d.role(s.Seat.Role) + ")"
		}
		of, has = append(of, name+doubt(s.Holds)), append(has, d.holder(s))
	}
	return text.List(of, d.Lang), text.List(has, d.Lang)
}

// alternation is a cell of whether the chair of a group has alternated between its
// held meetings; empty where it is not to.
func (d *Desk) alternation(g *model.Group) Cell {
	if g.Structure.V.Chair.V.Model.V != "alternating" {
		return Cell{}
	}
	held := d.heldMeetings(g)
	if len(held) < 2 {
		return d.untold()
	}
	keeps := truth.Yes
	for i, m := range held[1:] {
		_, as := d.View.Alternates(g, held[i], m)
		keeps = truth.And(keeps, as)
	}
	return d.truth(keeps)
}

// heldMeetings are the meetings that a group has held by the view's day, or may
// have, by date.
func (d *Desk) heldMeetings(g *model.Group) (out []*model.Meeting) {
	for _, m := range d.View.MeetingsOf(g.Ref) {
		if m.Status.V == model.Held && m.Date.V.Begun(d.View.Day) != truth.No {
			out = append(out, m)
		}
	}
	return out
}

// meetingList lists the meetings, with who chaired them.
func (d *Desk) meetingList(r *Report) {
	p := r.add("meetings", d.in("Mötena", "The meetings"),
		d.col("forum", Records, "Grupp", "Group"),
		d.col("date", Days, "Datum", "Date"),
		d.col("status", Words, "Läge", "Status"),
		d.col("chair", Records, "Ordförande", "Chair"),
		d.col("side", Words, "Sida", "Side"),
		d.col("acting", Records, "Tillförordnad", "Acting"),
		d.col("alternates", Truths, "Växlade", "Alternated"),
		d.col("items", Numbers, "Ärenden", "Items"),
		d.col("minutes", Truths, "Justerat", "Approved"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("hållna möten", "held meetings", truth.CannotTell)
	for _, g := range d.groupsByName(d.View.Groups) {
		var before *model.Meeting
		for _, m := range d.View.MeetingsOf(g.Ref) {
			cites := registry.Citations(m, nil, "date")
			alternated, side := Cell{}, Cell{}
			if m.Status.V == model.Held {
				held := m.Date.V.Begun(d.View.Day)
				if !m.Date.Given() {
					held = truth.CannotTell
				}
				rests.count(held, cites)
				if held == truth.No {
					continue // not known on that day
				}
				if w := d.View.SideOfChair(m); w != "" {
					side = Cell{Text: phrase.Word("side", w).In(d.Lang), Value: string(w)}
				}
				if before != nil && g.Structure.V.Chair.V.Model.V == "alternating" {
					_, keeps := d.View.Alternates(g, before, m)
					alternated = d.truth(keeps)
				}
				before = m
			}
			minutes := Cell{}
			if m.Status.V == model.Held {
				minutes = d.truth(d.View.MinutesApproved(m))
			}
			p.row(d.record(g.Ref), d.given(m.Date), d.word("meeting-status", m.Status), d.named(m.Chair), side, d.named(m.Acting), alternated, d.number(len(m.Agenda.Items)), minutes, d.source(cites))
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Inget möte finns i registret. Det betyder inte att inga har hållits.", "No meeting is in the registry. That does not mean that none was held."))
		return
	}
	p.Basis = rests.done()
}

// attendance sums up who was at the meetings of each group.
func (d *Desk) attendance(r *Report) {
	p := r.add("attendance", d.in("Närvaro", "Attendance"),
		d.col("forum", Records, "Grupp", "Group"),
		d.col("held", Numbers, "Hållna möten", "Meetings held"),
		d.col("with_attendance", Numbers, "Med närvaro antecknad", "With attendance recorded"),
		d.col("present", Numbers, "Närvarande", "Present"),
		d.col("absent", Numbers, "Frånvarande", "Absent"),
		d.col("share", Shares, "Andel närvarande", "Share present"))
	rests := restsOn("närvaro- och frånvarouppgifter", "facts on presence and absence", truth.CannotTell)
	var sums [4]int
	for _, g := range d.groupsByName(d.View.Groups) {
		held := d.heldMeetings(g)
		var with, present, absent int
		for _, m := range held {
			if m.Present.Is != model.Given && m.Absent.Is != model.Given {
				rests.Unknown++
				continue
			}
			with, present, absent = with+1, present+len(m.Present.Values()), absent+len(m.Absent.Values())
			rests.cite(registry.Citations(m, nil, "present"))
		}
		if len(held) == 0 {
			continue
		}
		rests.Counted += present + absent
		row := []Cell{d.record(g.Ref), d.number(len(held)), d.number(with), {}, {}, {}}
		if with > 0 {
			row[3], row[4], row[5] = d.number(present), d.number(absent), d.share(float64(present), float64(present+absent))
		}
		p.row(row...)
		for i, n := range []int{len(held), with, present, absent} {
			sums[i] += n
		}
	}
	if sums[1] == 0 {
		p.Lead = append(p.Lead, d.in("Närvaron är inte antecknad för något hållet möte i registret.", "Attendance is not recorded for any held meeting in the registry."))
	}
	if len(p.Table.Rows) == 0 {
		return
	}
	p.Table.Total = []Cell{words(d.in("Summa", "Total")), d.number(sums[0]), d.number(sums[1]), d.number(sums[2]), d.number(sums[3]), d.share(float64(sums[2]), float64(sums[2]+sums[3]))}
	p.Basis = rests.done()
}
