package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementDefaultPartiesExpanded = Rule{
	Spec: &rule.Spec{
		ID: "agreement-default-parties-expanded", Number: "R021", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett kollektiv som är part består av de kommuner som finns den dagen.",
			En: "A collective that is a party holds the municipalities that exist that day.",
		},
		Why: text.Both{
			Sv: "När en överenskommelse ingås med ”länets kommuner” är det varje kommun som är part och ska anta den. Ett kollektiv i default_parties ska därför omfatta länets alla kommuner, och inget kollektiv som är part får räkna upp en kommun som har upphört. Ett kollektiv som anges med ett villkor (of) räknas upp av verktyget. Hur en viss medlem är part, till exempel genom ett kommunalförbund (acts_through), skrivs som en egen post bredvid kollektivet.",
			En: "When an agreement is made with “the municipalities of the county”, each municipality is a party and is to adopt it. A collective in default_parties must therefore hold every municipality of the county, and no collective that is a party may list a municipality that has ended. A collective given as a condition (of) is expanded by the tool. How one member is a party, for instance through a local federation (acts_through), is written as an entry of its own beside the collective.",
		},
		Remedy: text.Both{Sv: "Rätta kollektivets members med from och until, eller ange villkoret i of.", En: "Correct the members of the collective with from and until, or give the condition in of."},
		Messages: map[string]text.Both{
			"":      {Sv: "kollektivet är part i varje överenskommelse som inte anger egna parter, men saknar {municipalities}", En: "the collective is a party of each agreement that names none, but lacks {municipalities}"},
			"ended": {Sv: "{municipality} räknas som medlem, men upphörde {date}", En: "{municipality} counts as a member, but ended {date}"},
		},
		Cites: []rule.Cite{
			{Source: "hok-2021", Line: 21, Says: "beslutar kommunfullmäktige i samtliga kommuner"},
			{Source: "rapport-2022", Section: "1", Line: 71, Says: "Stockholms läns 26 kommuner"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		byDefault, used := map[model.Ref]bool{}, map[model.Ref]bool{}
		for _, ref := range v.Manifest.DefaultParties.All() {
			byDefault[ref.Record()], used[ref.Record()] = true, true
		}
		for _, a := range v.Agreements {
			for _, p := range a.Parties.All() {
				used[p.Organization.V] = !a.External.V || used[p.Organization.V]
			}
		}
		for _, o := range v.Organizations {
			if o.Type.V == model.Collective && v.Side(o.Ref) == model.Municipal && used[o.Ref] {
				judgeMembers(v, r, o, byDefault[o.Ref])
			}
		}
	},
}

// judgeMembers compares the members of a collective with the municipalities
// that exist. all says that it must hold every one of them.
func judgeMembers(v *registry.View, r *rule.Report, o *model.Organization, all bool) {
	members, open := v.Expand(o.Ref)
	holds := map[model.Ref]truth.Value{}
	outcome := truth.Yes
	for _, m := range members {
		holds[m.Organization] = m.Holds
	}
	var found []*rule.Finding
	for i, m := range o.Members.All() {
		member, ok := v.Organization(m.Organization.V)
		if !ok {
			continue
		}
		stays := truth.Or(holds[member.Ref].Not(), v.HasEnded(member).Not())
		if stays == truth.No {
			found = append(found, rule.FoundAs("ended", rule.At(o, "members", i), text.Args{"municipality": phrase.Name(v, member.Ref), "date": member.Ended.V.Date.V}))
		}
		outcome = truth.And(outcome, stays)
	}
	if all {
		var missing []model.Ref
		for _, m := range v.Municipalities() {
			in, known := holds[m.Ref]
			if !known {
				in = truth.Of(false)
				if open {
					in = truth.CannotTell
				}
			}
			in = truth.Or(in, v.HasEnded(m))
			if in == truth.No {
				missing = append(missing, m.Ref)
			}
			outcome = truth.And(outcome, in)
		}
		if len(missing) > 0 {
			key := "members"
			if o.Of.Is != model.Absent {
				key = "of"
			}
			found = append(found, rule.Found(rule.AtKey(o, key), text.Args{"municipalities": phrase.Names(v, missing)}))
		}
	}
	if outcome == truth.No {
		r.Violated(found...)
		return
	}
	r.Judge(outcome, nil)
}
