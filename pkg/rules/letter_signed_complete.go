package rules

import (
	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var letterSignedComplete = Rule{
	Spec: &rule.Spec{
		ID: "letter-signed-complete", Number: "R124", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En undertecknad avsiktsförklaring har ort, dag och undertecknare för varje part.",
			En: "A letter of intent that is signed has a place, a day and a signatory for each party.",
		},
		Why: text.Both{
			Sv: "En avsiktsförklaring gäller när parterna har undertecknat den, och det ska gå att se vem som gjorde det, var och när. Den räknas som undertecknad när någon underskrift har en dag. Den prövas mot dem som var parter den första dagen; en part kan underteckna genom den som anges i acts_through. Den som anslöt sig senare undertecknar inte. Ett formulär där dagarna är unknown kan vara undertecknat eller inte, och då går det inte att avgöra. Detsamma gäller en ort eller en undertecknare som är unknown.",
			En: "A letter of intent applies once the parties have signed it, and it should be seen who did so, where and when. It counts as signed when a signature has a day. It is judged by those who were parties on the first of them; a party may sign through the one in acts_through. Whoever acceded later does not sign. A form on which the days are unknown may have been signed or not, and then nobody can tell. The same goes for a place or a signatory that is unknown.",
		},
		Remedy: text.Both{
			Sv: "Lägg till underskriften eller det som saknas i den, eller unknown för det som källan inte säger.",
			En: "Add the signature, or what it lacks, or unknown for what the source does not say.",
		},
		Messages: map[string]text.Both{
			"":      {Sv: "{party} är part men har inte undertecknat", En: "{party} is a party but has not signed"},
			"parts": {Sv: "underskriften för {party} saknar {fields}", En: "the signature of {party} lacks {fields}"},
		},
		Cites: []rule.Cite{
			{Source: "avsiktsforklaring-2008", Line: 45, Says: "Ort:....."},
			{Source: "avsiktsforklaring-2008", Line: 47, Says: "Datum: ....."},
			{Source: "avsiktsforklaring-2008", Line: 54, Says: "Landstingsstyrelsens ordf."},
		},
	},
	Check: func(v *registry.View, r *rule.Report) {
		for _, a := range v.Agreements {
			if a.External.V || a.Type.V != model.Letter {
				continue
			}
			first, signed := firstSigned(v, a)
			if r.Applies(signed) {
				judgeSignatures(v.On(first.Latest()), r, a)
			}
		}
	},
}

// firstSigned tells whether anybody has signed an agreement by the view's day,
// and which day was the first.
func firstSigned(v *registry.View, a *model.Agreement) (first edtf.Date, signed truth.Value) {
	signed = truth.No
	if a.Signatures.Open() {
		signed = truth.CannotTell
	}
	for _, s := range a.Signatures.All() {
		switch {
		case s.Date.Given():
			signed = truth.Or(signed, s.Date.V.Begun(v.Day))
			if first.IsZero() || edtf.Order(s.Date.V, first) < 0 {
				first = s.Date.V
			}
		case s.Date.Is == model.Absent || s.Date.Is == model.Unknown:
			signed = truth.Or(signed, truth.CannotTell)
		}
	}
	return first, signed
}

// judgeSignatures judges the signatures of an agreement, at the day on which
// the first was given.
func judgeSignatures(v *registry.View, r *rule.Report, a *model.Agreement) {
	outcome := truth.Yes
	var found []*rule.Finding
	has := map[model.Ref]bool{}
	for i, s := range a.Signatures.All() {
		whom, named := s.Organization.Get()
		members, open := v.Expand(whom)
		for _, m := range members {
			has[m.Organization] = true
		}
		missing, unknown := lacking(part{"place", s.Place.Is}, part{"date", s.Date.Is}, part{"signatory", s.Signatory.Is})
		if len(missing) > 0 {
			found = append(found, rule.FoundAs("parts", rule.At(a, "signatures", i), text.Args{"party": phrase.Name(v, whom), "fields": missing}))
		} else if unknown || open || !named {
			outcome = truth.CannotTell
		}
	}
	parties, open := v.Parties(a)
	if open || a.Signatures.Open() {
		outcome = truth.CannotTell
	}
	for _, p := range parties {
		if has[p.Organization] || p.Entry != nil && has[p.Entry.ActsThrough.V.Record()] {
			continue
		}
		signs := p.Holds.Not()
		if a.Signatures.Open() {
			signs = truth.Or(signs, truth.CannotTell)
		}
		if outcome = truth.And(outcome, signs); signs == truth.No {
			found = append(found, rule.Found(rule.AtKey(a, "signatures"), text.Args{"party": phrase.Name(v, p.Organization)}, p.Organization.String()))
		}
	}
	if len(found) > 0 {
		r.Violated(found...)
		return
	}
	r.Judge(outcome, nil)
}
