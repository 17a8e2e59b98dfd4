package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var deadlineMoved = Rule{
	Spec: &rule.Spec{
		ID: "deadline-moved", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En tidsgräns som flyttas syns i granskningen, med antalet dagar.",
			En: "A deadline that is moved is seen in the review, with the number of days.",
		},
		Why: text.Both{
			Sv: "En tidsgräns som flyttas innan den har passerat syns aldrig som försenad. Regeln jämför registrets tidsgränser: när beslut ska vara fattade, aktiviteter gjorda, lägen och steg nådda, överenskommelser i kraft och översynade, inventeringar klara, arbetsgrupper avslutade, kärnan tillsatt och samrådsgrupperna etablerade. Är tidsgränsen en grupps första möte flyttas den när mötet gör det. Dagarna räknas från det gamla datumet till det nya; är något av dem inte en bestämd dag anges minst och mest. Ett datum som blir mer exakt är ingen flytt, och ett som blir mindre exakt har en egen regel. Finns ingen dag före eller efter ändringen går det inte att avgöra.",
			En: "A deadline that is moved before it has passed never shows as overdue. The rule compares the deadlines of the registry: when decisions are to be taken, activities done, statuses and steps reached, agreements in force and reviewed, inventories done, working groups ended, the core in office and the consultation groups established. Where the deadline is the first meeting of a group it moves when the meeting does. The days are counted from the old date to the new one; where either is not a certain day, the fewest and the most are given. A date that becomes more exact is no move, and one that becomes less exact has a rule of its own. Where there is no day before or after the change, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Inget behöver åtgärdas om den som har satt tidsgränsen har flyttat den. Ange annars beslutet om den nya tidsgränsen, eller låt den gamla stå.",
			En: "Nothing needs to be done where whoever set the deadline has moved it. Otherwise name the decision on the new deadline, or leave the old one.",
		},
		Messages: map[string]text.Both{
			"":        {Sv: "tidsgränsen för {what} flyttas från {before} till {after}, {days} senare", En: "the deadline of {what} is moved from {before} to {after}, {days} later"},
			"earlier": {Sv: "tidsgränsen för {what} flyttas från {before} till {after}, {days} tidigare", En: "the deadline of {what} is moved from {before} to {after}, {days} earlier"},
			"either":  {Sv: "tidsgränsen för {what} flyttas från {before} till {after}, som mest {earlier} tidigare eller {later} senare", En: "the deadline of {what} is moved from {before} to {after}, at most {earlier} earlier or {later} later"},
			"open":    {Sv: "tidsgränsen för {what} flyttas från {before} till {after}", En: "the deadline of {what} is moved from {before} to {after}"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		if !mayMoveDeadlines(d) {
			return
		}
		before, after := byPath(d.Base.Deadlines()), byPath(d.Head.Deadlines())
		for _, c := range d.Records {
			judged := map[*registry.Deadline]bool{}
			for i := range c.Edits {
				e := &c.Edits[i]
				was, is := deadlineAt(before, c.Was, e.Base), deadlineAt(after, c.Is, e.Head)
				switch {
				case e.Base == nil:
					was = deadlineAt(before, c.Was, e.Lacked())
				case e.Head == nil:
					is = deadlineAt(after, c.Is, e.Outside())
				}
				if was == nil || is == nil || judged[is] || aside(e) {
					continue
				}
				judged[is] = true
				judgeDeadline(d, r, c, was, is)
			}
		}
		judgeFirstMeetings(d, r, before, after)
	},
}

// mayMoveDeadlines reports whether records of a kind that sets a time changed,
// or meetings, which may be the first of a group.
func mayMoveDeadlines(d *change.Diff) bool {
	for _, c := range d.Records {
		if c.Kind == model.MeetingKind || c.Kind == model.Manifest {
			return true
		}
		for _, kind := range registry.DeadlineKinds() {
			if kind.Of == c.Kind {
				return true
			}
		}
	}
	return false
}

// byPath finds deadlines by where their day stands.
func byPath(list []registry.Deadline) map[string]*registry.Deadline {
	out := make(map[string]*registry.Deadline, len(list))
	for i := range list {
		out[list[i].Record.String()+" "+list[i].Path.String()] = &list[i]
	}
	return out
}

// deadlineAt returns the deadline whose day, or the map that holds it, stands at
// a path or above it.
func deadlineAt(list map[string]*registry.Deadline, rec model.Ref, p model.Path) *registry.Deadline {
	for n := len(p); n > 0; n-- {
		if found := list[rec.String()+" "+p[:n].String()]; found != nil {
			return found
		}
	}
	return nil
}

// judgeDeadline tells how far a deadline was moved.
func judgeDeadline(d *change.Diff, r *rule.Report, c *change.Record, was, is *registry.Deadline) {
	switch before, after := dueOf(d.Base, was), dueOf(d.Head, is); {
	case before.IsZero() || after.IsZero():
		r.CannotTell()
	case after.Within(before) || before.Within(after):
		r.Holds()
	default:
		variant, args := shifted(before, after)
		args["what"] = is.What()
		p := rule.Place{Record: is.Record, File: c.File(), Path: is.Path}
		f := rule.FoundAs(variant, p, args)
		if is.First && !is.FirstMeeting.IsZero() {
			if m, ok := d.Head.Record(is.FirstMeeting); ok {
				f.Related = append(f.Related, rule.Beside(rule.At(m, "date"), "mötet som är tidsgränsen", "the meeting that is the deadline"))
			}
		}
		r.Violated(f)
	}
}

// dueOf is when something is due: on a day, or some time within a span where it
// is a first meeting that is not known yet.
func dueOf(v *registry.View, is *registry.Deadline) edtf.Date {
	if dec, ok := v.Decision(is.Record); ok && is.First && is.FirstMeeting.IsZero() && dec.Deadline.V.In.Given() {
		return dec.Deadline.V.In.V
	}
	return is.Due
}

// shifted writes by how many days a date was moved.
func shifted(was, is edtf.Date) (variant string, args text.Args) {
	args = text.Args{"before": was, "after": is}
	fewest, most, ok := edtf.Gap(was, is)
	switch {
	case !ok:
		return "open", args
	case fewest > 0:
		args["days"] = days(fewest, most)
		return "", args
	case most < 0:
		args["days"] = days(-most, -fewest)
		return "earlier", args
	}
	args["earlier"], args["later"] = days(-fewest, -fewest), days(most, most)
	return "either", args
}

// days writes a number of days, or the fewest and the most.
func days(fewest, most int) text.Both {
	if fewest == most {
		n := text.Args{"n": fewest}
		one := text.Both{Sv: "{n|en dag|# dagar}", En: "{n|one day|# days}"}
		return text.Both{Sv: one.Say(text.Swedish, n), En: one.Say(text.English, n)}
	}
	n := text.Args{"fewest": fewest, "most": most}
	span := text.Both{Sv: "{fewest}–{most} dagar", En: "{fewest}–{most} days"}
	return text.Both{Sv: span.Say(text.Swedish, n), En: span.Say(text.English, n)}
}

// judgeFirstMeetings judges the deadlines that are the first meeting of a group,
// where their own record did not change.
func judgeFirstMeetings(d *change.Diff, r *rule.Report, before, after map[string]*registry.Deadline) {
	edited := map[model.Ref]bool{}
	meetings := false
	for _, c := range d.Records {
		edited[c.Was] = true
		meetings = meetings || c.Kind == model.MeetingKind
	}
	if !meetings {
		return
	}
	for _, rec := range d.Base.Decisions {
		was := deadlineAt(before, rec.Ref, model.Path{}.At("deadline"))
		if was == nil || !was.First || edited[rec.Ref] {
			continue
		}
		is := deadlineAt(after, d.Now(rec.Ref), was.Path)
		if is == nil || was.FirstMeeting == is.FirstMeeting && was.Due.Canonical() == is.Due.Canonical() {
			continue
		}
		if head, ok := d.Head.Record(is.Record); ok {
			judgeDeadline(d, r, &change.Record{Head: head, Is: is.Record, Kind: model.DecisionKind}, was, is)
		}
	}
}
