package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var adoptionRewritten = Rule{
	Spec: &rule.Spec{
		ID: "adoption-rewritten", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett antagande som är inlagt står kvar som det var; den som återtar det lägger till ett nytt.",
			En: "An adoption that is recorded stays as it was; whoever withdraws it adds a new one.",
		},
		Why: text.Both{
			Sv: "Ett antagande är ett beslut av en parts fullmäktige, styrelse eller nämnd. Att ändra det i efterhand är att ändra vad parten har beslutat. Regeln jämför antagandena efter part, version, dag och läge, och de samlade uppgifterna i adoption_evidence. Det är ingen ändring att en dag blir mer exakt, att en uppgift som saknades läggs in, att antagandet flyttas till en annan rad för samma part, eller att en samlad uppgift byts mot antaganden för var och en av parterna. En dag som blir mindre exakt och en uppgift som återtas har egna regler, liksom den part som försvinner ur överenskommelsen.",
			En: "An adoption is a decision by a party's council, board or committee. To change it afterwards is to change what the party decided. The rule compares the adoptions by party, version, day and state, and the collective statements in adoption_evidence. It is no change that a day becomes more exact, that something missing is filled in, that the adoption is moved to another entry of the same party, or that a collective statement is replaced by an adoption for each of the parties. A day that becomes less exact and an answer that is taken back have rules of their own, and so has a party that disappears from the agreement.",
		},
		Remedy: text.Both{
			Sv: "Lägg tillbaka antagandet och skriv det nya läget som ett nytt antagande sist i adoptions. Var uppgiften fel när den lades in godtas fyndet med en hänvisning till källan.",
			En: "Put the adoption back and write the new state as a new adoption at the end of adoptions. Where the entry was wrong when it was made, accept the finding with a reference to the source.",
		},
		Messages: map[string]text.Both{
			"":                  {Sv: "antagandet i {party} ändras: {field} var {before} och är nu {after}", En: "the adoption by {party} is changed: {field} was {before} and is now {after}"},
			"removed":           {Sv: "antagandet i {party} ({adoption}) tas bort", En: "the adoption by {party} ({adoption}) is removed"},
			"statement":         {Sv: "den samlade uppgiften om antagande ändras: {field} var {before} och är nu {after}", En: "the collective statement of adoption is changed: {field} was {before} and is now {after}"},
			"statement-removed": {Sv: "den samlade uppgiften om att {parties} har antagit tas bort", En: "the collective statement that {parties} have adopted is removed"},
			"statement-party":   {Sv: "{party} tas bort ur den samlade uppgiften om antagande", En: "{party} is removed from the collective statement of adoption"},
		},
		Cites: []rule.Cite{
			{Source: "hok-2021", Line: 21, Says: "beslutar kommunfullmäktige i samtliga kommuner och regionfullmäktige i Region Stockholm om huvudöverenskommelsen"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, a := range changedAgreements(d) {
			for i := range a.Edits {
				e := &a.Edits[i]
				switch p := e.Path(); {
				case len(p) == 0 || aside(e):
				case p[0].Key == "parties":
					judgeAdoption(d, r, a, e)
				case p[0].Key == "adoption_evidence":
					judgeStatement(d, r, a, e)
				}
			}
		}
	},
}

// judgeAdoption judges an edit of the parties, so far as it is of adoptions.
func judgeAdoption(d *change.Diff, r *rule.Report, a agreement, e *change.Edit) {
	party, inside := around[model.Party](e)
	if ad, ok := around[model.Adoption](e); ok && inside {
		if !rewrites(e) {
			r.Holds()
			return
		}
		r.Violated(rule.Found(where(a.Record, e), text.Args{
			"party": phrase.Name(d.Head, party.Organization.V), "field": fieldOf(d, e), "before": answer(d.Base, e.Before), "after": answer(d.Head, e.After),
		}, string(ad.State.V)))
		return
	}
	if inside {
		out, in := entries[model.Adoption](e)
		judgeLost(d, r, a, e, party.Organization.V, out, in)
		return
	}
	gone, _ := entries[model.Party](e)
	for _, p := range gone {
		who := d.Now(p.Organization.V)
		if isParty(d, a.head, who) == truth.No {
			continue // another rule tells of that
		}
		judgeLost(d, r, a, e, who, adoptionsOf(p), nil)
	}
}

// judgeLost judges adoptions of a party that went. One that another entry of
// the same party has, in no other words, did not.
func judgeLost(d *change.Diff, r *rule.Report, a agreement, e *change.Edit, party model.Ref, gone, came []*model.Adoption) {
	if len(gone) == 0 {
		if len(came) > 0 {
			r.Holds()
		}
		return
	}
	for _, p := range a.head.Parties.Pointers() {
		if p.Organization.V == party {
			came = append(came, adoptionsOf(p)...)
		}
	}
	for _, ad := range gone {
		kept := false
		for _, now := range came {
			kept = kept || sameAdoption(ad, now)
		}
		if kept {
			r.Holds()
			continue
		}
		state := phrase.Word("adoption-state", ad.State.V)
		if date, ok := ad.Date.Get(); ok {
			state = text.Both{Sv: state.Sv + " " + text.Date(date, text.Swedish), En: state.En + " " + text.Date(date, text.English)}
		}
		r.Violated(rule.FoundAs("removed", where(a.Record, e), text.Args{"party": phrase.Name(d.Head, party), "adoption": state}, party.String(), string(ad.State.V), ad.Date.V.Canonical()))
	}
}

// sameAdoption reports whether an adoption says what another said, and no less.
func sameAdoption(was, is *model.Adoption) bool {
	return was.State.V == is.State.V &&
		(!was.Date.Given() || is.Date.Given() && is.Date.V.Within(was.Date.V)) &&
		(!was.Revision.Given() || was.Revision.V == is.Revision.V) &&
		(!was.Body.Given() || was.Body.V == is.Body.V)
}

func adoptionsOf(p *model.Party) []*model.Adoption {
	var out []*model.Adoption
	for _, ad := range p.Adoptions.Pointers() {
		out = append(out, ad)
	}
	return out
}

// judgeStatement judges an edit of a collective statement of adoption.
func judgeStatement(d *change.Diff, r *rule.Report, a agreement, e *change.Edit) {
	if statement, ok := around[model.AdoptionEvidence](e); ok {
		if e.Field.Key != "parties" {
			if !rewrites(e) {
				r.Holds()
				return
			}
			r.Violated(rule.FoundAs("statement", where(a.Record, e), text.Args{"field": fieldOf(d, e), "before": answer(d.Base, e.Before), "after": answer(d.Head, e.After)}))
			return
		}
		if e.Before == nil || e.Before.Answer != model.Given || e.What == change.Withdrawn {
			r.Holds()
			return
		}
		gone := refsIn(e.Before)
		var lost []model.Ref
		for _, ref := range gone {
			if allAdopted(d, a.head, ref) != truth.Yes {
				lost = append(lost, ref)
			}
		}
		if len(lost) == 0 || statement.Parties.Is == model.Unknown {
			r.Holds()
			return
		}
		r.Violated(rule.FoundAs("statement-party", where(a.Record, e), text.Args{"party": phrase.Names(d.Head, lost)}, lost[0].String()))
		return
	}
	gone, _ := entries[model.AdoptionEvidence](e)
	if len(gone) == 0 {
		r.Holds()
	}
	for _, statement := range gone {
		kept := truth.Yes
		var parties []model.Ref
		for _, ref := range statement.Parties.All() {
			parties = append(parties, d.Now(ref))
			kept = truth.And(kept, allAdopted(d, a.head, d.Now(ref)))
		}
		if kept == truth.Yes && len(parties) > 0 {
			r.Holds()
			continue
		}
		r.Violated(rule.FoundAs("statement-removed", where(a.Record, e), text.Args{"parties": phrase.Names(d.Head, parties)}, statement.By.V.Canonical()))
	}
}

// refsIn are the references that an attribute holds.
func refsIn(a *model.Attribute) []model.Ref {
	if ref, ok := a.Value.(*model.Ref); ok {
		return []model.Ref{*ref}
	}
	var out []model.Ref
	for i := range a.Parts {
		out = append(out, refsIn(&a.Parts[i])...)
	}
	return out
}

// allAdopted tells whether an organization, or each member of a collective,
// counts as having adopted an agreement in the newer snapshot.
func allAdopted(d *change.Diff, a *model.Agreement, ref model.Ref) truth.Value {
	adopted := map[model.Ref]truth.Value{}
	parties, _ := d.Head.Adoptions(a)
	for _, p := range parties {
		adopted[p.Organization] = p.Adopted
	}
	members, open := d.Head.Expand(ref)
	all := truth.Of(!open)
	for _, m := range members {
		all = truth.And(all, truth.Or(m.Holds.Not(), adopted[m.Organization]))
	}
	return all
}

// isParty tells whether an organization, or a member of a collective, still is a
// party of an agreement in the newer snapshot.
func isParty(d *change.Diff, a *model.Agreement, ref model.Ref) truth.Value {
	parties, open := d.Head.Parties(a)
	if open {
		return truth.CannotTell
	}
	members, _ := d.Head.Expand(ref)
	found := truth.No
	for _, m := range members {
		for _, p := range parties {
			if p.Organization == m.Organization {
				found = truth.Or(found, p.Holds)
			}
		}
	}
	return found
}
