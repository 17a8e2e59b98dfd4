package report

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var followup = Kind{
	Name:  "followup",
	Title: text.Both{Sv: "Uppföljning", En: "Follow-up"},
	Answers: text.Both{
		Sv: "Hur varje överenskommelse ska följas upp och när det gjordes, vad indikatorerna visade, vilka avvikelser som fanns och vad som inte följdes upp.",
		En: "How each agreement is to be followed up and when that was done, what the indicators showed, which deviations there were and what was not followed up.",
	},
	make: func(d *Desk, r *Report) {
		of := d.View.FollowupsByAgreement()
		d.followedAgreements(r, of)
		d.indicators(r, of)
		d.deviations(r, of)
	},
}

// followable are the parties' own agreements that are in force at the view's day,
// or may be.
func (d *Desk) followable() (out []*model.Agreement) {
	for _, a := range d.View.Agreements {
		if registry.Ours(a) && d.View.IsInForce(a) != truth.No {
			out = append(out, a)
		}
	}
	return out
}

// followedAgreements tells how each agreement is to be followed up, and when that
// was last done.
func (d *Desk) followedAgreements(r *Report, of map[model.Ref][]*model.Followup) {
	p := r.add("agreements", d.in("Överenskommelserna", "The agreements"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("status", Words, "Läge", "Status"),
		d.col("every", Words, "Ska följas upp med mellanrum", "To be followed up every"),
		d.col("responsible", Records, "Ansvarig", "Responsible"),
		d.col("indicators", Numbers, "Indikatorer", "Indicators"),
		d.col("preventive", Words, "Främjande och förebyggande", "Promotion and prevention"),
		d.col("deviations", Words, "Hantering av avvikelser", "Handling of deviations"),
		d.col("last", Days, "Senast uppföljd till och med", "Last followed up until"),
		d.col("next", Days, "Ska följas upp senast", "Next due"),
		d.col("in_time", Truths, "Uppföljd i tid", "Followed up in time"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("överenskommelser", "agreements", d.View.AgreementsComplete())
	var count truth.Count
	indicators := 0
	for _, a := range d.followable() {
		follow := &a.FollowUp.V
		cites := registry.Citations(a, &follow.Evidence, "follow_up")
		at := d.View.Followed(a, of[a.Ref])
		every := d.inPlace(follow.Every.Is)
		if follow.Every.Given() {
			every = words(d.Lang.Write(follow.Every.V))
		}
		responsible, n, preventive := d.named(follow.Responsible), d.number(len(follow.Indicators.Items)), d.word("yes-no", follow.Preventive)
		if a.FollowUp.Is != model.Given {
			every, responsible, n, preventive = d.inPlace(a.FollowUp.Is), Cell{}, Cell{}, Cell{}
		} else if follow.Indicators.Is == model.Absent || follow.Indicators.Is == model.Unknown {
			n = d.untold()
		}
		last := Cell{}
		if at.Last != nil {
			last = d.given(at.Last.Period.V.Until)
		}
		count.Add(at.InTime)
		rests.decide(at.InTime, cites)
		indicators += len(follow.Indicators.Items)
		p.row(d.record(a.Ref), d.state(a), every, responsible, n, preventive, d.deviationRoutine(a), last, d.date(at.Due), d.truth(at.InTime), d.source(cites))
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen gällande överenskommelse finns i registret den dagen.", "No agreement in force is in the registry on that day."))
		return
	}
	if indicators > 0 {
		p.Table.Total = make([]Cell, len(p.Table.Columns))
		p.Table.Total[0], p.Table.Total[4] = words(d.in("Summa", "Total")), d.number(indicators)
	}
	p.Lead = append(p.Lead, d.sums(text.Both{
		Sv: "{yes} av {all} överenskommelser är uppföljda i tid {day}, och {no} är det inte",
		En: "{yes} of {all} agreements {yes|is|are} followed up in time on {day}, and {no} {no|is|are} not",
	}, count), d.in("Är ingen uppföljning gjord räknas tiden från ikraftträdandet. Utan fastställt mellanrum går det inte att säga om en överenskommelse är uppföljd i tid.",
		"Where no follow-up was made the time counts from the entry into force. Without an interval laid down it cannot be told whether an agreement is followed up in time."))
	p.Basis = rests.done()
}

// deviationRoutine is a cell of how an agreement handles deviations.
func (d *Desk) deviationRoutine(a *model.Agreement) Cell {
	routine, ok := a.Deviations.Get()
	switch {
	case !ok:
		return d.inPlace(a.Deviations.Is)
	case routine.As.Given():
		return d.word("deviations-as", routine.As)
	}
	return d.told(routine.Procedure)
}

// indicators lists what each follow-up measured, and the indicators that it
// should have and did not.
func (d *Desk) indicators(r *Report, of map[model.Ref][]*model.Followup) {
	p := r.add("indicators", d.in("Indikatorerna", "The indicators"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("indicator", Words, "Indikator", "Indicator"),
		d.col("from", Days, "Från och med", "From"),
		d.col("until", Days, "Till och med", "Until"),
		d.col("followed", Truths, "Uppföljd", "Followed up"),
		d.col("value", Numbers, "Värde", "Value"),
		d.col("unit", Words, "Enhet", "Unit"),
		d.col("target", Numbers, "Mål", "Target"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("indikatorer", "indicators", truth.CannotTell)
	for _, a := range d.followable() {
		made := d.made(of[a.Ref])
		for _, ind := range a.FollowUp.V.Indicators.Pointers() {
			name := d.told(ind.Name)
			if name.Value == nil {
				name = words(string(ind.ID.V))
			}
			if len(made) == 0 {
				cites := registry.CitationsWithin(a, "follow_up.indicators", &a.FollowUp.V.Evidence, &ind.Evidence)
				rests.count(truth.CannotTell, cites)
				p.row(d.record(a.Ref), name, Cell{}, Cell{}, d.untold(), Cell{}, d.told(ind.Unit), d.amount(ind.Target), d.source(cites))
			}
			for _, f := range made {
				span, cites := f.Period.V.Span, registry.Citations(f, nil, "indicators")
				followed, value := truth.Of(f.Indicators.Is == model.Given && !f.Indicators.Open()).Not(), Cell{}
				if followed != truth.No {
					followed = truth.CannotTell
				}
				for _, m := range f.Indicators.Pointers() {
					if m.ID.V == ind.ID.V {
						cites, followed, value = registry.Citations(f, &m.Evidence, "indicators"), truth.Of(m.Value.Given()), d.amount(m.Value)
					}
				}
				rests.decide(followed, cites)
				p.row(d.record(a.Ref), name, d.given(span.From), d.given(span.Until), d.truth(followed), value, d.told(ind.Unit), d.amount(ind.Target), d.source(cites))
			}
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen indikator för någon gällande överenskommelse finns i registret. Det betyder inte att ingen uppföljning görs.", "No indicator of any agreement in force is in the registry. That does not mean that no follow-up is made."))
		return
	}
	p.Basis = rests.done()
}

// made are the follow-ups that are made by the view's day.
func (d *Desk) made(of []*model.Followup) (out []*model.Followup) {
	for _, f := range of {
		if d.View.Made(f) {
			out = append(out, f)
		}
	}
	return out
}

// deviations lists the deviations of each follow-up and how many were handled.
func (d *Desk) deviations(r *Report, of map[model.Ref][]*model.Followup) {
	p := r.add("deviations", d.in("Avvikelserna", "The deviations"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("from", Days, "Från och med", "From"),
		d.col("until", Days, "Till och med", "Until"),
		d.col("category", Words, "Slag", "Category"),
		d.col("count", Numbers, "Antal", "Number"),
		d.col("handled", Numbers, "Hanterade", "Handled"),
		d.col("share", Shares, "Andel hanterade", "Share handled"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("avvikelser", "deviations", truth.CannotTell)
	var sum, handled int
	for _, a := range d.View.Agreements {
		for _, f := range d.made(of[a.Ref]) {
			for _, dev := range f.Deviations.Pointers() {
				cites, span := registry.Citations(f, &dev.Evidence, "deviations"), f.Period.V.Span
				row := []Cell{d.record(a.Ref), d.given(span.From), d.given(span.Until), d.told(dev.Category), d.inPlace(dev.Count.Is), d.inPlace(dev.Handled.Is), {}, d.source(cites)}
				if n, ok := dev.Count.Get(); ok {
					row[4], sum = d.number(n), sum+n
					rests.Counted += n
				} else {
					rests.Unknown++
				}
				if n, ok := dev.Handled.Get(); ok {
					row[5], handled = d.number(n), handled+n
					row[6] = d.share(float64(n), float64(dev.Count.V))
				}
				rests.cite(cites)
				p.row(row...)
			}
		}
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen avvikelse finns i registret. Det betyder inte att inga har inträffat.", "No deviation is in the registry. That does not mean that there were none."))
		return
	}
	p.Table.Total = []Cell{words(d.in("Summa", "Total")), {}, {}, {}, d.number(sum), d.number(handled), d.share(float64(handled), float64(sum)), {}}
	p.Basis = rests.done()
}
