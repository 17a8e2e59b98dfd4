package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var supplementPartiesSubset = Rule{
	Spec: &rule.Spec{
		ID: "supplement-parties-subset", Number: "R024", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett tillägg har samma parter som den överenskommelse som det kompletterar.",
			En: "A supplement has the same parties as the agreement that it completes.",
		},
		Why: text.Both{
			Sv: "Den som är bunden av tillägget men inte av överenskommelsen, eller tvärtom, vet inte vad som gäller. Ett tillägg som inte anger några parter har överenskommelsens. En avvikelse godtas när parten har en egen källa som säger det. Att någon saknas i en uppräkning betyder något bara när complete.parties säger att alla finns med. Vilka som har hunnit anta tillägget är en annan fråga.",
			En: "Whoever is bound by the supplement but not by the agreement, or the reverse, does not know what applies. A supplement that names no parties has those of the agreement. A difference is accepted where the party has a source of its own that says so. That somebody is missing from a list means something only where complete.parties says that all are recorded. Who has adopted the supplement so far is another matter.",
		},
		Remedy: text.Both{Sv: "Ta bort parties om tillägget har samma parter, eller ange källan till skillnaden vid parten.", En: "Remove parties if the supplement has the same ones, or cite the source of the difference at the party."},
		Messages: map[string]text.Both{
			"":        {Sv: "{party} är part i tillägget men inte i {parent}", En: "{party} is a party of the supplement but not of {parent}"},
			"missing": {Sv: "tillägget saknar {n|en part|# parter} i {parent}: {parties}", En: "the supplement lacks {n|one party|# parties} of {parent}: {parties}"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 304, Says: "Samverkan kring äldre med psykisk sjukdom & funktionsnedsättning – tilläggsöverenskommelse"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for a, parent := range supplements(v) {
			if a.Parties.Is == model.Absent {
				r.Holds()
				continue
			}
			if a.Parties.Is != model.NotApplicable {
				judgeSameParties(v, r, a, parent)
			}
		}
	},
}

func judgeSameParties(v *registry.View, r *rule.Report, a, parent *model.Agreement) {
	own, open := v.Parties(a)
	theirs, theirsOpen := v.Parties(parent)
	outcome := truth.Yes
	if open || theirsOpen {
		outcome = truth.CannotTell
	}
	inOwn, inTheirs := certainty(own), certainty(theirs)
	ownRest, theirsRest := v.PartiesComplete(a).Not(), v.PartiesComplete(parent).Not()
	var found []*rule.Finding
	motivated := len(a.Parties.Items) > 0
	for _, p := range a.Parties.Pointers() {
		motivated = motivated && isStated(&p.Evidence)
	}
	for _, p := range own {
		in, named := inTheirs[p.Organization]
		if !named {
			in = theirsRest
		}
		same := truth.Or(p.Holds.Not(), in, truth.Of(isStated(&p.Entry.Evidence)))
		outcome = truth.And(outcome, same)
		if same == truth.No {
			found = append(found, rule.Found(rule.At(a, "parties", p.Index), text.Args{"party": phrase.Name(v, p.Organization), "parent": phrase.Name(v, parent.Ref)}, p.Organization.ID))
		}
	}
	var missing []model.Ref
	for _, p := range theirs {
		in, named := inOwn[p.Organization]
		if !named {
			in = ownRest
		}
		same := truth.Or(p.Holds.Not(), in, truth.Of(motivated))
		outcome = truth.And(outcome, same)
		if same == truth.No {
			missing = append(missing, p.Organization)
		}
	}
	if len(missing) > 0 {
		found = append(found, rule.FoundAs("missing", rule.AtKey(a, "parties"), text.Args{"n": len(missing), "parties": phrase.Names(v, missing), "parent": phrase.Name(v, parent.Ref)}))
	}
	if outcome == truth.No {
		r.Violated(found...)
		return
	}
	r.Judge(outcome, nil)
}

// certainty is how certain it is that each of some organizations is a party.
func certainty(parties []registry.PartyAt) map[model.Ref]truth.Value {
	out := make(map[model.Ref]truth.Value, len(parties))
	for _, p := range parties {
		out[p.Organization] = p.Holds
	}
	return out
}
