package review

import (
	"strconv"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var seatRemoved = Rule{
	Spec: &rule.Spec{
		ID: "seat-removed", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En plats i en grupp tas inte bort, utan får en sista dag.",
			En: "A seat of a group is not deleted, but gets a last day.",
		},
		Why: text.Both{
			Sv: "En plats finns också när ingen sitter på den, och en vakans syns bara så länge platsen finns i registret. Regeln gäller platser som fanns eller kan ha funnits på dagen för jämförelsen och som tas bort, eller vars antal blir lägre. Har gruppen efter ändringen minst lika många platser med samma roll på samma sida är platsen beskriven på ett annat sätt, och det är ingen ändring. En plats som bara är föreslagen, eller som har upphört, berörs inte. Att hela listan blir okänd har en egen regel.",
			En: "A seat is there also when nobody sits on it, and a vacancy is seen only as long as the seat is in the registry. The rule covers seats that existed or may have existed on the day of the comparison and that are deleted, or of which there become fewer. Where the group after the change has at least as many seats of the same role on the same side, the seat is described in another way, and that is no change. A seat that is only proposed, or that has ended, is not affected. That the whole list becomes unknown has a rule of its own.",
		},
		Remedy: text.Both{
			Sv: "Lägg tillbaka platsen {seat} och ange until och decision om den har dragits in. Står den tom, skriv holder: none.",
			En: "Put the seat {seat} back and give until and decision if it was withdrawn. If it is empty, write holder: none.",
		},
		Messages: map[string]text.Both{
			"":       {Sv: "platsen {seat} i {group} tas bort", En: "the seat {seat} of {group} is deleted"},
			"vacant": {Sv: "platsen {seat} i {group} tas bort medan den är vakant", En: "the seat {seat} of {group} is deleted while it is vacant"},
			"fewer":  {Sv: "platserna {seat} i {group} var {before} och blir {after}", En: "the seats {seat} of {group} were {before} and become {after}"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			base, head, ok := versions[*model.Group](c)
			if !ok {
				continue
			}
			before, after := d.Base.Seats(base), d.Head.Seats(head)
			for i := range c.Edits {
				e := &c.Edits[i]
				for _, gone := range lostSeats(e, base, before) {
					judgeSeat(d, r, c, e, gone, before, after)
				}
			}
		}
	},
}

// lostSeats are the seats of the view's day that an edit removes, or of which
// it leaves fewer.
func lostSeats(e *change.Edit, base *model.Group, seats []registry.SeatAt) []registry.SeatAt {
	var lost []*model.Seat
	switch change.Keys(e.Path()) {
	case "seats":
		if e.What == change.Went || e.What == change.Altered {
			lost, _ = entries[model.Seat](e)
		}
	case "seats.count":
		before, after, ok := counts(e)
		if s, known := olderEntry(e, &base.Seats); known && ok && after.Max < before.Min {
			lost = []*model.Seat{s}
		}
	}
	var out []registry.SeatAt
	for _, s := range seats {
		for _, l := range lost {
			if l == s.Seat {
				out = append(out, s)
			}
		}
	}
	return out
}

// counts are the numbers of seats that an edit replaces and gives: one where
// none is given. ok is false where one of them is not known.
func counts(e *change.Edit) (before, after model.Number, ok bool) {
	before, was := count(e.Before)
	after, is := count(e.After)
	return before, after, was && is
}

func count(a *model.Attribute) (n model.Number, ok bool) {
	if a == nil {
		return model.Number{Min: 1, Max: 1}, true
	}
	p, ok := a.Value.(*model.Number)
	if !ok {
		return n, false
	}
	return *p, true
}

func judgeSeat(d *change.Diff, r *rule.Report, c *change.Record, e *change.Edit, gone registry.SeatAt, before, after []registry.SeatAt) {
	if alike(after, gone) >= alike(before, gone) {
		r.Holds()
		return
	}
	args := text.Args{"seat": string(gone.Seat.ID.V), "group": shortName(d.Base, c.Was)}
	variant := ""
	switch n, is, _ := counts(e); {
	case change.Keys(e.Path()) == "seats.count":
		variant = "fewer"
		args["before"], args["after"] = strconv.FormatFloat(n.Min, 'f', -1, 64), strconv.FormatFloat(is.Max, 'f', -1, 64)
	case d.Base.Vacant(gone) == truth.Yes:
		variant = "vacant"
	}
	r.Violated(rule.FoundAs(variant, where(c, e), args, string(gone.Seat.ID.V)))
}

// alike is how many seats there are for certain of the role and on the side of
// a seat.
func alike(seats []registry.SeatAt, as registry.SeatAt) float64 {
	n := 0.0
	for _, s := range seats {
		if s.Seat.Role.V == as.Seat.Role.V && s.Side == as.Side {
			n += s.Min
		}
	}
	return n
}
