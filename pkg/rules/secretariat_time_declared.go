package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var secretariatTimeDeclared = Rule{
	Spec: &rule.Spec{
		ID: "secretariat-time-declared", Number: "R062", Severity: rule.Info, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Varje organisation i ett forums sekretariat har avsatt tid, angiven i procent av heltid.",
			En: "Each organization in the secretariat of a forum has set time aside, given in percent of full time.",
		},
		Why: text.Both{
			Sv: "Utan avsatt tid prioriteras sekretariatet bort när annat kommer emellan. Den överenskomna tiden (share_agreed) och den faktiska (share_actual) är olika uppgifter. Båda är procent av en heltid: större än 0 och högst 100. none betyder att ingen tid är avsatt. unknown, eller en uppgift som inte är ifylld, går inte att avgöra.",
			En: "Without time set aside the secretariat is what gives way when something else comes up. The time agreed (share_agreed) and the actual time (share_actual) are two things. Both are percent of one full time: more than 0 and at most 100. none means that no time is set aside. unknown, or an attribute not filled in, cannot be told.",
		},
		Remedy: text.Both{
			Sv: "Kom överens om en andel av heltid och skriv den i share_agreed.",
			En: "Agree on a share of full time and write it in share_agreed.",
		},
		Messages: map[string]text.Both{
			"":      {Sv: "{organization} har ingen överenskommen tid i sekretariatet för {group}", En: "{organization} has no agreed time in the secretariat of {group}"},
			"range": {Sv: "{organization} anger {share} procent av heltid i sekretariatet för {group}; det ska vara mer än 0 och högst 100", En: "{organization} gives {share} percent of full time in the secretariat of {group}; it must be more than 0 and at most 100"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.1", Line: 113, Says: "I något sekretariat har det enligt överenskommelse avsatts cirka 25 procent av heltidstjänst."},
			{Source: "rapport-2022", Section: "2.2", Line: 149, Says: "Storsthlm har avsatt 25% tid enligt tidigare beslut."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, g := range v.Forums() {
			s := g.Secretariat.V
			for i, o := range s.Organizations.Pointers() {
				if s.Status.V == "stopped" || o.ShareAgreed.Is == model.NotApplicable ||
					!r.Applies(v.Lives(g), v.Vouched(g, "secretariat.organizations", &s.Evidence, &o.Evidence)) {
					continue
				}
				judgeShare(v, r, g, i, o)
			}
		}
	},
}

// judgeShare judges the time of one organization in a secretariat, in percent
// of full time.
func judgeShare(v *registry.View, r *rule.Report, g *model.Group, i int, o *model.Support) {
	args := text.Args{"group": phrase.Both(v.ShortName(g)), "organization": phrase.Name(v, o.Organization.V)}
	var found []*rule.Finding
	for _, share := range []struct {
		key string
		val model.Val[model.Number]
	}{{"share_agreed", o.ShareAgreed}, {"share_actual", o.ShareActual}} {
		if n, ok := share.val.Get(); ok && (n.Min <= 0 || n.Max > 100) {
			args := text.Args{"group": args["group"], "organization": args["organization"], "share": n}
			found = append(found, rule.FoundAs("range", rule.At(g, "secretariat", "organizations", i, share.key), args))
		}
	}
	if o.ShareAgreed.Is == model.None {
		found = append(found, rule.Found(rule.At(g, "secretariat", "organizations", i, "share_agreed"), args))
	}
	switch {
	case len(found) > 0:
		r.Violated(found...)
	case o.ShareAgreed.Given():
		r.Holds()
	default:
		r.CannotTell()
	}
}
