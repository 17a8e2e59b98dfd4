package rules

import (
	"strconv"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

// days is a number of days, or bounds of one, in words.
func days(fewest, most int) text.Both {
	n := strconv.Itoa(most)
	switch {
	case most == 0:
		return text.Both{Sv: "minst " + strconv.Itoa(fewest) + " dagar", En: "at least " + strconv.Itoa(fewest) + " days"}
	case fewest != most:
		n = strconv.Itoa(fewest) + "–" + n
	case most == 1:
		return text.Both{Sv: "en dag", En: "one day"}
	}
	return text.Both{Sv: n + " dagar", En: n + " days"}
}

// proposal is what makes a deadline only a proposal, as a message ends.
func proposal(v *registry.View, d *registry.Deadline) text.Both {
	if d.Proposal.IsZero() {
		return text.Both{Sv: "tidsgränsen är bara ett förslag", En: "the deadline is only a proposal"}
	}
	title := phrase.Name(v, d.Proposal)
	return text.Both{
		Sv: "tidsgränsen sätts bara av ett förslag som inte är beslutat (”" + title.Sv + "”)",
		En: "only a proposal that is not decided sets the deadline (“" + title.En + "”)",
	}
}

// placeOf is a place in a record that a deadline tells of.
func placeOf(v *registry.View, ref model.Ref, path model.Path) rule.Place {
	rec, ok := v.Record(ref)
	if !ok {
		return rule.Place{Record: ref, Path: path}
	}
	return rule.AtPath(rec, path)
}

// deadlineTable is the table of deadlines as an explanation writes it.
func deadlineTable() text.Both {
	var rows []string
	for _, k := range registry.DeadlineKinds() {
		rows = append(rows, k.Of.String()+"."+k.Due+" → "+k.Event)
	}
	all := strings.Join(rows, "; ")
	return text.Both{Sv: all, En: all}
}
