package report

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

// yesOrNo is a cell with the answer to a question that has no value of its own:
// yes where there is something, no where it is known that there is not.
func (d *Desk) yesOrNo(is model.Answer) Cell {
	switch is {
	case model.Given:
		return d.truth(truth.Yes)
	case model.None:
		return d.truth(truth.No)
	case model.NotApplicable:
		return Cell{Text: d.Answer(is)}
	}
	return d.untold()
}

// known tells whether a question has an answer.
func known(is model.Answer) truth.Value {
	if is == model.Absent || is == model.Unknown {
		return truth.CannotTell
	}
	return truth.Yes
}

// followUps tells of each agreement how it is to be followed up, how deviations
// are handled, and whether promotion and prevention are followed up.
func (d *Desk) followUps(r *Report, all []stewardedAgreement) {
	p := r.add("follow-up", d.in("Uppföljning och avvikelser", "Follow-up and deviations"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("follow_up", Truths, "Uppföljning bestämd", "Follow-up laid down"),
		d.col("every", Words, "Hur ofta", "How often"),
		d.col("indicators", Numbers, "Indikatorer", "Indicators"),
		d.col("preventive", Words, "Främjande och förebyggande följs upp", "Promotion and prevention followed up"),
		d.col("deviations", Truths, "Rutin för avvikelser", "Routine for deviations"),
		d.col("report_to", Records, "Rapporteras till", "Reported to"),
		d.col("source", Words, "Källa", "Source"))
	rests := restsOn("svar om uppföljning, avvikelser och förebyggande", "answers on follow-up, deviations and prevention", d.View.AgreementsComplete())
	for _, a := range all {
		f := &a.FollowUp.V
		routine, is := d.View.Deviations(a.Agreement)
		cites := registry.Citations(a.Agreement, &f.Evidence, "follow_up")
		if known(a.FollowUp.Is) != truth.Yes {
			cites = registry.Cited{}
		}
		rests.count(known(a.FollowUp.Is), cites)
		if known(is) == truth.Yes {
			cites = registry.Citations(a.Agreement, &a.Deviations.V.Evidence, "deviations")
		}
		rests.count(known(is), cites)
		preventive := d.word("yes-no", f.Preventive)
		answer := f.Preventive.Is
		if a.FollowUp.Is == model.None || a.FollowUp.Is == model.NotApplicable {
			answer = a.FollowUp.Is
		}
		rests.count(known(answer), registry.Cited{})
		if !f.Preventive.Given() {
			preventive = d.yesOrNo(answer)
		}
		var every, indicators Cell
		if f.Every.Given() {
			every = words(text.Duration(f.Every.V, d.Lang))
		}
		if f.Indicators.Is == model.Given || f.Indicators.Is == model.None {
			indicators = d.number(len(f.Indicators.Values()))
		}
		p.row(d.record(a.Ref).marked(a.in), d.yesOrNo(a.FollowUp.Is), every, indicators, preventive, d.yesOrNo(is), d.record(routine.ReportTo.V), d.source(cites))
	}
	p.Basis = rests.done()
}

// reviews tells how far the review of each agreement against its framework
// agreement has come, for each purpose.
func (d *Desk) reviews(r *Report, all []stewardedAgreement) {
	p := r.add("review", d.in("Översyn mot huvudöverenskommelsen", "Review against the framework agreement"),
		d.col("agreement", Records, "Överenskommelse", "Agreement"),
		d.col("purpose", Words, "Syfte", "Purpose"),
		d.col("state", Words, "Läge", "State"),
		d.col("date", Days, "Datum", "Date"),
		d.col("source", Words, "Källa", "Source"))
	purposes := d.View.Vocabulary.ReviewPurposes.Values()
	m := &Matrix{Legend: []Mark{
		{"✓", phrase.Word("progress", "done").In(d.Lang), Good}, {"p", phrase.Word("progress", "ongoing").In(d.Lang), Neutral},
		{"t", phrase.Word("progress", "planned").In(d.Lang), Open}, {"–", d.in("ses inte över", "not reviewed"), Bad},
		{"?", d.in("går inte att säga", "cannot be told"), Quiet},
	}}
	for _, t := range purposes {
		m.Columns = append(m.Columns, t.Words().In(string(d.Lang)))
	}
	rests := restsOn("svar om hur långt översynen har kommit", "answers on how far the review has come", d.View.AgreementsComplete())
	done, reviewed := 0, 0
	for _, a := range all {
		f, _ := d.View.Framework(a.Agreement)
		if f == nil || f == a.Agreement || a.Type.V == model.Framework || a.Review.Is == model.NotApplicable {
			continue
		}
		reviewed++
		row := MatrixRow{Label: d.record(a.Ref).Text}
		whole := len(purposes) > 0
		for _, t := range purposes {
			entry, cites := reviewOf(a.Agreement, model.Term(t.ID.V))
			if entry.Date.Given() && entry.Date.V.Begun(d.View.Day) == truth.No {
				entry = model.Review{State: model.Val[model.Word]{Is: model.Unknown}} // what it was before is not told
			}
			mark := markOfReview(entry.State)
			row.Marks = append(row.Marks, mark)
			whole = whole && mark == 0
			state := d.word("progress", entry.State)
			if mark == 4 {
				state = d.untold()
			}
			rests.count(known(entry.State.Is), cites)
			p.row(d.record(a.Ref).marked(a.in), words(t.Words().In(string(d.Lang))), state, d.given(entry.Date), d.source(cites))
		}
		if whole {
			done++
		}
		m.Rows = append(m.Rows, row)
	}
	if len(p.Table.Rows) == 0 {
		p.Lead = append(p.Lead, d.in("Ingen överenskommelse under en huvudöverenskommelse, eller inget syfte för översyn, finns i registret.", "No agreement under a framework agreement, or no purpose of review, is in the registry."))
		return
	}
	p.Basis = rests.done()
	args := text.Args{"done": done, "all": reviewed}
	p.Lead = append(p.Lead, d.say(text.Both{
		Sv: "{done} av {all} överenskommelser är enligt registret sedda över för alla syften.", En: "{done} of {all} agreements have by the registry been reviewed for all purposes.",
	}, args))
	p.Chart = &Chart{Title: d.in("Översynens läge", "State of the review"), Picture: m, Text: d.say(text.Both{
		Sv: "En rad för varje överenskommelse och en kolumn för varje syfte med översynen. {done} av {all} är klara för alla syften.",
		En: "A row for each agreement and a column for each purpose of the review. {done} of {all} are done for all purposes.",
	}, args)}
}

// reviewOf is the review of an agreement for one purpose. Where the agreement
// has no review at all that is the answer; where it has others, nothing is told.
func reviewOf(a *model.Agreement, purpose model.Term) (entry model.Review, cites registry.Cited) {
	for _, e := range a.Review.Pointers() {
		if e.Purpose.V == purpose {
			return *e, registry.Citations(a, &e.Evidence, "review")
		}
	}
	if a.Review.Is == model.None {
		entry.State.Is = model.None
	}
	return entry, registry.Cited{}
}

func markOfReview(state model.Val[model.Word]) int {
	switch {
	case state.V == "done":
		return 0
	case state.V == "ongoing":
		return 1
	case state.V == model.Planned:
		return 2
	case state.Is == model.None:
		return 3
	}
	return 4
}
