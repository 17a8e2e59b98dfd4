package rules

import (
	"strings"

	"github.com/vis-samverkan/vis/pkg/edtf"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var partyNameValidAtDate = Rule{
	Spec: &rule.Spec{
		ID: "party-name-valid-at-date", Number: "R016", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En part benämns med det namn som gällde när dokumentet kom till.",
			En: "A party is called by the name that was valid when the document was made.",
		},
		Why: text.Both{
			Sv: "Samma juridiska person har haft olika namn: Stockholms läns landsting 2018, Region Stockholm 2021. Regeln jämför named_as hos parter och undertecknare, och namn i överenskommelsers titlar, med de namn som gällde vid dokumentets datum. Ett föreslaget namn ändrar ingenting. Alias är undantagna, utom den som bara är ett av namnen skrivet på ett annat sätt.",
			En: "The same legal person has had different names: Stockholms läns landsting in 2018, Region Stockholm in 2021. The rule compares named_as of parties and signatories, and names in the titles of agreements, with the names in force at the date of the document. A proposed name changes nothing. Aliases are exempt, except one that is merely one of the names in another spelling.",
		},
		Remedy: text.Both{Sv: "Skriv det namn som gällde, eller rätta namnets period hos organisationen.", En: "Write the name that was valid, or correct the period of the name on the organization."},
		Messages: map[string]text.Both{
			"":      {Sv: "här står ”{name}”, men {date} hette organisationen ”{valid}”", En: "“{name}” stands here, but on {date} the organization was called “{valid}”"},
			"title": {Sv: "titeln nämner ”{name}”, men {date} hette organisationen ”{valid}”", En: "the title says “{name}”, but on {date} the organization was called “{valid}”"},
		},
		Cites: []rule.Cite{
			{Source: "forstudie-2018", Line: 9, Says: "Samarbetet med Stockholms läns landsting är idag omfattande."},
			{Source: "hok-2021", Line: 7, Says: "Storsthlm och Region Stockholm är överens"},
			{Source: "rapport-2022", Section: "7.5", Line: 589, Says: "Vi föreslår följande namnsättning"},
		},
		Merged: []rule.Merged{{
			ID: "rename-effective", Number: "R018",
			Title: text.Both{
				Sv: "Efter ett beslutat namnbyte används det nya namnet, före det det gamla; ett föreslaget namnbyte ändrar inget.",
				En: "After a decided renaming the new name is used, before it the old one; a proposed renaming changes nothing.",
			},
		}},
	},
	Check: func(v *registry.View, r *rule.Report) {
		renamed := namesOfRenamed(v)
		for _, a := range v.Agreements {
			date := documentDate(a)
			for i, p := range a.Parties.All() {
				judgeName(v, r, a, date, p.Organization, p.NamedAs, rule.At(a, "parties", i, "named_as"))
			}
			for i, s := range a.Signatures.All() {
				on := date
				if s.Date.Given() {
					on = s.Date.V
				}
				judgeName(v, r, a, on, s.Organization, s.NamedAs, rule.At(a, "signatures", i, "named_as"))
			}
			judgeTitle(v, r, a, date, renamed)
		}
	},
}

// documentDate is the date of an agreement: that of `agreed`, else, of a letter
// of intent, the day on which the last signed it, else of its first revision,
// else of its entry into force. Zero where none is known.
func documentDate(a *model.Agreement) edtf.Date {
	if d := a.Agreed.V.Date; d.Given() {
		return d.V
	}
	if a.Type.V == model.Letter {
		var signed edtf.Date
		for _, s := range a.Signatures.All() {
			if d, ok := s.Date.Get(); ok && (signed.IsZero() || d.Latest() > signed.Latest()) {
				signed = d
			}
		}
		return signed
	}
	for _, rev := range a.Revisions.All() {
		if rev.Date.Given() {
			return rev.Date.V
		}
		break
	}
	return a.EntryIntoForce.V.Actual.V
}

func judgeName(v *registry.View, r *rule.Report, a *model.Agreement, date edtf.Date, org model.Val[model.Ref], name model.Val[string], p rule.Place) {
	o, ok := v.Organization(org.V)
	if !ok || !name.Given() {
		return
	}
	outcome, valid := calledOn(v, o, name.V, date)
	r.Judge(outcome, func() *rule.Finding {
		return rule.Found(p, text.Args{"name": name.V, "organization": o.Ref.ID, "date": date, "valid": phrase.Both(valid)}, name.V)
	})
}

// calledOn tells whether a name was valid for an organization through a date,
// and what it was called then.
func calledOn(v *registry.View, o *model.Organization, name string, date edtf.Date) (truth.Value, model.Text) {
	if date.IsZero() {
		return truth.CannotTell, model.Text{}
	}
	for _, alias := range o.Aliases.All() {
		if text.Fold(alias) == text.Fold(name) && !isDatedName(o, name) {
			return truth.Yes, model.Text{}
		}
	}
	if len(o.Names.Items) == 0 {
		return truth.Of(called(o, name)), v.Name(o)
	}
	if date.Earliest().IsOpen() || date.Latest().IsOpen() {
		return truth.CannotTell, model.Text{}
	}
	on, until := validOn(v, o, name, date.Earliest()), validOn(v, o, name, date.Latest())
	if on != until {
		return truth.CannotTell, model.Text{} // the document may be from before or after the renaming
	}
	return on, v.Registry.At(date.Latest(), v.Clock).Name(o)
}

// isDatedName reports whether a name is one of those that an organization has
// had over time. An alias that spells it in another way does not outlive it.
func isDatedName(o *model.Organization, name string) bool {
	for _, n := range o.Names.All() {
		if text.Fold(n.Name.V.Sv) == text.Fold(name) || text.Fold(n.ShortName.V.Sv) == text.Fold(name) {
			return true
		}
	}
	return false
}

func validOn(v *registry.View, o *model.Organization, name string, day edtf.Day) truth.Value {
	answer := truth.No
	for _, n := range v.Registry.At(day, v.Clock).NamesAt(o) {
		if text.Fold(n.Name.Name.V.Sv) == text.Fold(name) || text.Fold(n.ShortName.V.Sv) == text.Fold(name) {
			answer = truth.Or(answer, n.InForce)
		}
	}
	return answer
}

// oldName is a name of an organization that has had several.
type oldName struct {
	organization *model.Organization
	name, folded string
}

func namesOfRenamed(v *registry.View) []oldName {
	var out []oldName
	for _, o := range v.Organizations {
		if len(o.Names.Items) < 2 {
			continue
		}
		for _, n := range o.Names.All() {
			if name := n.Name.V.Sv; name != "" {
				out = append(out, oldName{o, name, " " + text.Fold(name) + " "})
			}
		}
	}
	return out
}

// judgeTitle counts the names of renamed organizations in an agreement's title.
func judgeTitle(v *registry.View, r *rule.Report, a *model.Agreement, date edtf.Date, renamed []oldName) {
	title := " " + text.Fold(a.Title.V.Sv) + " "
	for _, n := range renamed {
		if !strings.Contains(title, n.folded) {
			continue
		}
		outcome, valid := calledOn(v, n.organization, n.name, date)
		r.Judge(outcome, func() *rule.Finding {
			return rule.FoundAs("title", rule.At(a, "title"), text.Args{"name": n.name, "organization": n.organization.Ref.ID, "date": date, "valid": phrase.Both(valid)}, n.name)
		})
	}
}
