package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var personalDataMinimal = Rule{
	Spec: &rule.Spec{
		ID: "personal-data-minimal", Number: "R127", Severity: rule.Error, Profile: rule.Strict, Secret: true,
		Title: text.Both{
			Sv: "Ingen text i registret innehåller personnummer, e-postadresser eller telefonnummer.",
			En: "No text of the registry holds identity numbers, e-mail addresses or telephone numbers.",
		},
		Why: text.Both{
			Sv: "Registret är offentligt och dess historik går inte att ta tillbaka. Om en person behövs bara namn, roll, organisation och datum, och dataskyddsförordningen (artikel 5.1 c) tillåter inte mer än vad som behövs. Regeln söker i all text, även i långa svar, i vis.yaml, vocabulary.yaml och acknowledged.yaml: personnummer och samordningsnummer med rätt kontrollsiffra, e-postadresser (också funktionsbrevlådor, som byter innehavare) och svenska telefonnummer. Webbadresser, diarienummer, SFS-nummer, koder och datum berörs inte, och inte heller organisationsnummer. Fyndet visar bara början, så att uppgiften inte sprids vidare. Kommentarer i filerna läses inte, och privata adresser går inte att känna igen.",
			En: "The registry is public and its history cannot be taken back. Of a person only name, role, organization and dates are needed, and the General Data Protection Regulation (article 5(1)(c)) allows no more than is needed. The rule searches every text, long answers and vis.yaml, vocabulary.yaml and acknowledged.yaml too: Swedish identity numbers and coordination numbers with the right check digit, e-mail addresses (function mailboxes as well, which change hands) and Swedish telephone numbers. Addresses of web pages, case numbers, numbers of statutes, codes and dates are exempt, and so are the numbers of organizations. The finding shows only the beginning, so that it spreads no further. Comments in the files are not read, and private addresses cannot be recognised.",
		},
		Remedy: text.Both{
			Sv: "Ta bort uppgiften och hänvisa till gruppens webbsida (contact_page). Har den redan checkats in behöver den som har hand om arkivet ta bort den ur historiken.",
			En: "Remove it and refer to the web page of the group (contact_page). If it has been committed already, whoever keeps the repository needs to remove it from the history.",
		},
		Messages: map[string]text.Both{
			"":      {Sv: "texten innehåller vad som ser ut som ett personnummer eller samordningsnummer ({masked})", En: "the text holds what looks like a Swedish identity number ({masked})"},
			"email": {Sv: "texten innehåller vad som ser ut som en e-postadress ({masked})", En: "the text holds what looks like an e-mail address ({masked})"},
			"phone": {Sv: "texten innehåller vad som ser ut som ett telefonnummer ({masked})", En: "the text holds what looks like a telephone number ({masked})"},
		},
		Cites: []rule.Cite{{Section: "representatives/"}},
	},
	Watch: func(_ *registry.View, r *rule.Report) Watcher {
		var s search
		return Watcher{
			Want:  anyText,
			Begin: func(spot *Spot) { s = search{spot: spot} },
			See: func(_ *Spot, val model.Visit) {
				s.path, s.told = val.Path, [4]bool{}
				s.value(val)
			},
			End: func(*Spot) {
				if len(s.found) > 0 {
					r.Violated(s.found...)
					return
				}
				r.Holds()
			},
		}
	},
}

// anyText is every class of values that a person writes freely.
const anyText = model.ClassText | model.ClassString | model.ClassStrings | model.ClassSignatory | model.ClassWhy

// notText are fields of these classes that hold a number or an address which is
// meant to stand there.
var notText = map[string]bool{"url": true, "reference": true, "sfs": true, "sha256": true, "code": true, "fingerprint": true}

var personalVariant = map[text.Personal]string{text.IdentityNumber: "", text.EmailAddress: "email", text.PhoneNumber: "phone"}

// search searches the values of a record for personal data: one finding for each
// kind in a value.
type search struct {
	spot  *Spot
	path  model.Path // of the value
	told  [4]bool    // the kinds that it has given findings of
	found []*rule.Finding
}

// value searches the texts in a value, those of the long form of an answer too.
func (s *search) value(val model.Visit) {
	switch x := val.Value.(type) {
	case *model.Text:
		s.text(x.Sv)
		s.text(x.En)
	case *string:
		if !notText[val.Field.Key] {
			s.text(*x)
		}
	case *[]string:
		for _, t := range *x {
			s.text(t)
		}
	case *model.Signatory:
		s.text(x.Text)
	case *model.Why:
		model.Walk(model.LongForm(), x, anyText, func(inner model.Visit) bool {
			s.value(inner)
			return true
		})
	}
}

func (s *search) text(t string) {
	for _, trace := range text.PersonalData(t) {
		if s.told[trace.Kind] {
			continue
		}
		s.told[trace.Kind] = true
		name := personalVariant[trace.Kind]
		s.found = append(s.found, rule.FoundAs(name, s.spot.place(s.path), text.Args{"masked": trace.Masked}, name))
	}
}
