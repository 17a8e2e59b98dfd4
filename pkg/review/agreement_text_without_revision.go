package review

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var agreementTextWithoutRevision = Rule{
	Spec: &rule.Spec{
		ID: "agreement-text-without-revision", Severity: rule.Error, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Den som ändrar lydelsen i en antagen överenskommelse anger också den version som ändringen hör till.",
			En: "Whoever changes the wording of an agreement that has been adopted also names the version that the change belongs to.",
		},
		Why: text.Both{
			Sv: "Parterna är bundna av den lydelse som de har antagit. Ändras en paragraf (clauses) utan att en ny version läggs till i revisions ser det ut som om de har antagit något annat. Antagen är överenskommelsen om någon part har antagit den, om en källa säger att flera har gjort det eller om den har trätt i kraft, allt före ändringen och senast på dagen för jämförelsen. Är inget av detta inlagt går det inte att avgöra. Radbrytningar, en översättning, en rubrik eller lydelse som inte fanns inlagd, och de första paragraferna i en överenskommelse som saknade dem, är inga ändringar av lydelsen.",
			En: "The parties are bound by the wording that they adopted. Where a clause is changed and no version is added to revisions, it looks as if they adopted something else. The agreement has been adopted where a party has done so, where a source says that several have, or where it has entered into force, each before the change and no later than the day of the comparison. Where none of this is recorded, nobody can tell. Line breaks, a translation, a heading or a wording that was not recorded, and the first clauses of an agreement that had none, do not change the wording.",
		},
		Remedy: text.Both{
			Sv: "Lägg till en version i revisions: kind: revision med beslutet om parterna har ändrat texten, kind: correction om registret återgav den fel.",
			En: "Add a version to revisions: kind: revision with the decision where the parties changed the text, kind: correction where the registry gave it wrongly.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "{agreement} är antagen och får en annan lydelse ({clauses}), men ingen version läggs till i revisions",
			En: "{agreement} has been adopted and gets another wording ({clauses}), but no version is added to revisions",
		}},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "3.1", Line: 295, Says: "ansvara för processen att revidera och föreslå anpassningar av aktuella överenskommelser"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, a := range changedAgreements(d) {
			reworded := rewordings(a)
			if len(reworded) == 0 {
				continue
			}
			switch adopted := d.Base.IsAdopted(a.base); {
			case adopted == truth.No || hasNewVersion(a):
				r.Holds()
			case adopted == truth.CannotTell:
				r.CannotTell()
			default:
				var clauses []string
				f := rule.Found(where(a.Record, reworded[0]), text.Args{"agreement": nameOf(d, a.head)})
				for i, e := range reworded {
					if clause := clauseID(e); !slices.Contains(clauses, clause) {
						clauses = append(clauses, clause)
					}
					if i > 0 {
						f.Related = append(f.Related, rule.Beside(where(a.Record, e), "ändras också", "changed too"))
					}
				}
				f.Args["clauses"] = clauses
				r.Violated(f)
			}
		}
	},
}

// rewordings are the edits that change what the clauses of an agreement say.
func rewordings(a agreement) []*change.Edit {
	var out []*change.Edit
	for i := range a.Edits {
		e := &a.Edits[i]
		if p := e.Path(); len(p) == 0 || p[0].Key != "clauses" || aside(e) || len(a.base.Clauses.Items) == 0 {
			continue
		}
		gone, came := entries[model.Clause](e)
		if len(gone) > 0 || len(came) > 0 || !refines(e) {
			out = append(out, e)
		}
	}
	return out
}

// clauseID is the clause that an edit is of.
func clauseID(e *change.Edit) string {
	gone, came := entries[model.Clause](e)
	if clause, ok := around[model.Clause](e); ok {
		came = append(came, clause)
	}
	for _, c := range append(came, gone...) {
		return string(c.ID.V)
	}
	return change.Keys(e.Path())
}

// hasNewVersion reports whether a version was added to an agreement.
func hasNewVersion(a agreement) bool {
	for _, rev := range a.head.Revisions.All() {
		known := false
		for _, was := range a.base.Revisions.All() {
			known = known || was.Version.V == rev.Version.V
		}
		if !known {
			return true
		}
	}
	return false
}
