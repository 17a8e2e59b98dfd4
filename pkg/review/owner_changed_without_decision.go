package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var ownerChangedWithoutDecision = Rule{
	Spec: &rule.Spec{
		ID: "owner-changed-without-decision", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ansvaret för en överenskommelse går över till en annan grupp genom ett beslut.",
			En: "The responsibility for an agreement passes to another group by a decision.",
		},
		Why: text.Both{
			Sv: "En överenskommelse som byter ansvarig utan beslut har snart ingen som förvaltar den. Regeln jämför vilka grupper som är ansvariga (responsible, stated eller decided) före och efter ändringen, på dagen för jämförelsen. Den nya gruppens rad ska ange ett beslut som är fattat; lämnar en grupp ansvaret utan att någon tar över ska dess rad få until och beslutet. Föreslagna grupper räknas inte, och den första gruppen för en överenskommelse som ingen var ansvarig för, eller där det var okänt, behöver inget beslut. Är beslutet okänt går det inte att avgöra.",
			En: "An agreement whose responsible group changes without a decision will soon have nobody to manage it. The rule compares which groups are responsible (responsible, stated or decided) before and after the change, on the day of the comparison. The new group's entry must name a decision that is taken; where a group leaves and nobody takes over, its entry must get until and the decision. Proposed groups do not count, and the first group of an agreement that nobody was responsible for, or where that was unknown, needs no decision. Where the decision is unknown, nobody can tell.",
		},
		Remedy: text.Both{
			Sv: "Behåll den gamla raden med until, och ange decision på den nya. Är det bara ett förslag anges status: proposed.",
			En: "Keep the old entry with until, and name the decision on the new one. Where it is only a proposal, give status: proposed.",
		},
		Messages: map[string]text.Both{
			"":     {Sv: "ansvaret för {agreement} går från {was} till {is} utan ett fattat beslut", En: "the responsibility for {agreement} passes from {was} to {is} without a decision that is taken"},
			"left": {Sv: "{was} är inte längre ansvarig för {agreement}, och inget fattat beslut anges", En: "{was} is no longer responsible for {agreement}, and no decision that is taken is named"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 316, Says: "en otydlighet kring ansvaret för och uppföljning av överenskommelserna"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, a := range changedAgreements(d) {
			if a.touches("responsible") {
				judgeOwners(d, r, a)
			}
		}
	},
}

// judgeOwners judges an agreement whose responsible groups may be others.
func judgeOwners(d *change.Diff, r *rule.Report, a agreement) {
	before := stewards(d, d.Base.StewardsAt(a.base, &a.base.Responsible, "responsible"))
	after := stewards(d, d.Head.StewardsAt(a.head, &a.head.Responsible, "responsible"))
	var gone []model.Ref
	for _, was := range before {
		if was.Holds == truth.Yes && !among(after, was.Group) {
			gone = append(gone, was.Group)
		}
	}
	taken := false
	for _, is := range after {
		if among(before, is.Group) {
			continue
		}
		taken = true
		outcome := truth.Or(is.Holds.Not(), decisionTaken(d, is.Entry.Decision))
		switch {
		case len(before) == 0:
			outcome = truth.Yes // the first one
		case !hasOwner(before) && outcome == truth.No:
			outcome = truth.CannotTell
		}
		r.Judge(outcome, func() *rule.Finding {
			return rule.Found(a.at("responsible", is.Index), text.Args{
				"agreement": nameOf(d, a.head), "was": phrase.Names(d.Head, groupsOf(before)), "is": phrase.Name(d.Head, is.Group),
			}, is.Group.String())
		})
	}
	if taken || len(gone) == 0 {
		if !taken {
			r.Holds()
		}
		return
	}
	for _, was := range gone {
		outcome := truth.No
		for _, s := range a.head.Responsible.All() {
			if s.Group.V.Record() == was && s.Until.Given() {
				outcome = truth.Or(outcome, decisionTaken(d, s.Decision))
			}
		}
		if outcome == truth.No && a.head.Responsible.Open() {
			outcome = truth.CannotTell // another rule tells that the answer was taken back
		}
		r.Judge(outcome, func() *rule.Finding {
			p := a.at("responsible")
			p.Key = true
			return rule.FoundAs("left", p, text.Args{"agreement": nameOf(d, a.head), "was": phrase.Name(d.Head, was)}, was.String())
		})
	}
}

// stewards are the groups that are or may be responsible, as the newer snapshot
// calls them. Proposals are not.
func stewards(d *change.Diff, list []registry.StewardAt) []registry.StewardAt {
	var out []registry.StewardAt
	for _, s := range list {
		if s.Holds != truth.No {
			s.Group = d.Now(s.Group.Record())
			out = append(out, s)
		}
	}
	return out
}

func among(list []registry.StewardAt, group model.Ref) bool {
	for _, s := range list {
		if s.Group == group {
			return true
		}
	}
	return false
}

// hasOwner reports whether some group is responsible for certain.
func hasOwner(list []registry.StewardAt) bool {
	for _, s := range list {
		if s.Holds == truth.Yes {
			return true
		}
	}
	return false
}

func groupsOf(list []registry.StewardAt) []model.Ref {
	var out []model.Ref
	for _, s := range list {
		out = append(out, s.Group)
	}
	return out
}
