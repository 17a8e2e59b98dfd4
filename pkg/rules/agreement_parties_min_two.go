package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementPartiesMinTwo = Rule{
	Spec: &rule.Spec{
		ID: "agreement-parties-min-two", Number: "R020", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En överenskommelse har minst en part på regionens sida och minst en på kommunernas.",
			En: "An agreement has at least one party on the region's side and at least one on the municipalities'.",
		},
		Why: text.Both{
			Sv: "Överenskommelserna sluts mellan regionen och kommunerna, och ingen av dem kan sluta en ensam. Kollektiv räknas upp, och en överenskommelse som inte anger några parter har dem som står i default_parties i vis.yaml. Att en sida saknas bland angivna parter är ett fel när complete.parties säger att alla finns med. Annars, och när någon parts sida inte är känd, går det inte att avgöra. Avsiktsförklaringar, principer, statliga överenskommelser och andras berörs inte.",
			En: "The agreements are made between the region and the municipalities, and neither can make one alone. Collectives are expanded, and an agreement that names no parties has those of default_parties in vis.yaml. That a side is missing among the parties named is an error where complete.parties says that all of them are recorded. Otherwise, and where the side of a party is not known, nobody can tell. Letters of intent, principles, national agreements and those of others are exempt.",
		},
		Remedy: text.Both{Sv: "Lägg till den part som saknas, eller rätta en parts sida (side).", En: "Add the party that is missing, or correct the side of a party."},
		Messages: map[string]text.Both{
			"":     {Sv: "det finns {n|en part|# parter}, men ingen på {side} sida", En: "there {n|is one party|are # parties}, but none on {side} side"},
			"none": {Sv: "det finns ingen part på {side} sida", En: "there is no party on {side} side"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 295, Says: "I dagsläget finns följande överenskommelser mellan länets kommuner och regionen"},
			{Source: "rapport-2022", Section: "3.1", Line: 298, Says: "överenskommelse mellan Region Stockholm och Storsthlm"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		byDefault := false
		for a := range ours(v) {
			switch {
			case a.Parties.Is == model.NotApplicable:
			case a.Parties.Is != model.Absent:
				parties, open := v.Parties(a)
				judgeSides(v, r, rule.AtKey(a, "parties"), parties, open || v.PartiesComplete(a) != truth.Yes)
			case a.Supplements.Is == model.Absent && v.Manifest.DefaultParties.Is == model.Given && !byDefault:
				byDefault = true // the parties by default are judged once
				parties, open := v.Parties(a)
				judgeSides(v, r, rule.InFile(model.Manifest, "default_parties"), parties, open)
			}
		}
	},
}

var bothSides = []struct {
	side model.Word
	of   text.Both
}{
	{model.Region, text.Both{Sv: "regionens", En: "the region's"}},
	{model.Municipal, text.Both{Sv: "kommunernas", En: "the municipalities'"}},
}

// judgeSides tells whether each side has a party. open is true where there may
// be more parties than these.
func judgeSides(v *registry.View, r *rule.Report, p rule.Place, parties []registry.PartyAt, open bool) {
	outcome := truth.Yes
	var found []*rule.Finding
	for _, s := range bothSides {
		present, n := truth.No, 0
		if open {
			present = truth.CannotTell
		}
		for _, party := range parties {
			if party.Holds != truth.No {
				n++
			}
			switch v.Side(party.Organization) {
			case s.side:
				present = truth.Or(present, party.Holds)
			case "":
				present = truth.Or(present, truth.And(party.Holds, truth.CannotTell))
			}
		}
		outcome = truth.And(outcome, present)
		if present == truth.No {
			which := ""
			if n == 0 {
				which = "none"
			}
			found = append(found, rule.FoundAs(which, p, text.Args{"n": n, "side": s.of}, string(s.side)))
		}
	}
	if outcome == truth.No {
		r.Violated(found...)
		return
	}
	r.Judge(outcome, nil)
}
