package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var idReused = Rule{
	Spec: &rule.Spec{
		ID: "id-reused", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Ett id som har hört till en post används inte för en annan.",
			En: "An id that has belonged to one record is not used for another.",
		},
		Why: text.Both{
			Sv: "Protokoll, andra register och äldre versioner hänvisar till id. Får en annan post samma id pekar de på fel sak, utan att någon märker det. Ett id räknas som använt om en post i jämförelsens utgångspunkt hade det, eller hade haft det enligt previously. Det är en annan post om namnen inte liknar varandra och mindre än hälften av det den gamla sade står kvar; en person är en annan om namnet är ett annat. Ett nytt namn på samma sak, en flytt tillbaka och en person vars namn har raderats är ingen återanvändning.",
			En: "Minutes, other registries and older versions refer to ids. Where another record gets the same id they point at the wrong thing, and nobody notices. An id counts as used if a record in the base of the comparison had it, or had had it according to previously. It is another record where the names are not alike and less than half of what the old one said still stands; a person is another where the name is another. A new name of the same thing, a move back and a person whose name was erased are no reuse.",
		},
		Remedy: text.Both{
			Sv: "Lägg tillbaka den post som hade id:t {id}, och ge den nya en egen fil.",
			En: "Put back the record that had the id {id}, and give the new one a file of its own.",
		},
		Messages: map[string]text.Both{
			"":       {Sv: "id:t {id} hörde till {was} och används nu för {is}", En: "the id {id} belonged to {was} and is now used for {is}"},
			"former": {Sv: "id:t {id} har hört till {was}, som nu heter {now}, och används nu för {is}", En: "the id {id} has belonged to {was}, which is now called {now}, and is now used for {is}"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			if c.How != change.Added && c.How != change.Moved && c.How != change.Guessed {
				continue
			}
			had, used := d.Base.Record(c.Is)
			if !used || had.Base().Ref == c.Was {
				r.Holds()
				continue
			}
			was := had.Base().Ref
			f := rule.Found(rule.At(c.Head.(model.Record)), text.Args{"id": c.Is.ID, "was": phrase.Name(d.Base, was), "is": phrase.Name(d.Head, c.Is), "now": was.ID})
			if was != c.Is {
				f.Variant = "former"
			}
			f.Related = []rule.Related{rule.Beside(rule.At(had), "posten som id:t hörde till", "the record that the id belonged to")}
			r.Violated(f)
		}
	},
}
