package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementNegotiatorNotParty = Rule{
	Spec: &rule.Spec{
		ID: "agreement-negotiator-not-party", Number: "R022", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Den som har förhandlat eller rekommenderat en överenskommelse är part bara om källan säger det.",
			En: "Whoever negotiated or recommended an agreement is a party only if the source says so.",
		},
		Why: text.Both{
			Sv: "Storsthlm förhandlar för kommunerna och dess styrelse rekommenderar dem att anta, men det är kommunerna som är parter. Undantag finns, och då säger källan det. Regeln gäller kommunförbund samt styrelser, nämnder och andra organ. En region som förhandlar för egen del är part på vanligt sätt.",
			En: "Storsthlm negotiates for the municipalities and its board recommends that they adopt, but the municipalities are the parties. There are exceptions, and then the source says so. The rule covers associations of municipalities and boards, committees and other bodies. A region that negotiates for itself is a party as usual.",
		},
		Remedy: text.Both{Sv: "Ange den källa som säger att organisationen är part, vid parten själv, eller ta bort den bland parterna.", En: "Cite the source that says that the organization is a party, at the party itself, or remove it from the parties."},
		Messages: map[string]text.Both{
			"": {Sv: "{organization} har {role} överenskommelsen och anges också som part, utan källa som säger det", En: "{organization} has {role} the agreement and is given as a party too, without a source that says so"},
		},
		Cites: []rule.Cite{
			{Source: "hok-2021", Line: 9, Says: "Storsthlms styrelse beslutade tidigare i år att rekommendera kommunerna i Stockholms län att anta huvudöverenskommelsen"},
			{Source: "rapport-2022", Section: "3.1", Line: 298, Says: "överenskommelse mellan Region Stockholm och Storsthlm"},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, a := range v.Agreements {
			if a.External.V {
				continue
			}
			negotiated, recommended := prepared(v, a)
			for i, p := range a.Parties.Pointers() {
				o, ok := v.Organization(p.Organization.V)
				if !ok || o.Type.V != model.Association && o.Type.V != model.Body {
					continue
				}
				role := text.Both{Sv: "förhandlat", En: "negotiated"}
				if !negotiated[o.Ref] {
					role = text.Both{Sv: "rekommenderat", En: "recommended"}
				}
				involved := negotiated[o.Ref] || recommended[o.Ref]
				r.Judge(truth.Of(!involved || isStated(&p.Evidence)), func() *rule.Finding {
					return rule.Found(rule.At(a, "parties", i), text.Args{"organization": phrase.Name(v, o.Ref), "role": role})
				})
			}
		}
	},
}

// prepared is who negotiated an agreement and who recommended it: the body
// itself, and the organization that it is part of.
func prepared(v *registry.View, a *model.Agreement) (negotiated, recommended map[model.Ref]bool) {
	negotiated, recommended = map[model.Ref]bool{}, map[model.Ref]bool{}
	for _, ref := range a.NegotiatedBy.All() {
		negotiated[ref.Record()] = true
	}
	for _, rec := range a.Recommended.All() {
		body := rec.Body.V
		if d, ok := v.Decision(rec.Decision.V); ok && !rec.Body.Given() {
			body = d.Body.V
		}
		recommended[body.Record()] = true
		if o, ok := v.Organization(body); ok && o.PartOf.Given() {
			recommended[o.PartOf.V.Record()] = true
		}
	}
	return negotiated, recommended
}
