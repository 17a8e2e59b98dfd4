package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var recordRemoved = Rule{
	Spec: &rule.Spec{
		ID: "record-removed", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "En post som har funnits tas inte bort, utan upphör med dag och skäl.",
			En: "A record that has been there is not deleted, but ends with a day and a reason.",
		},
		Why: text.Both{
			Sv: "Registret svarar på vad som gällde en viss dag. En post som försvinner tar med sig sin historia, och hänvisningarna till den leder ingenstans. En dubblett får tas bort om den post som blir kvar anger den i previously. En post som aldrig har funnits på huvudgrenen finns inte i jämförelsens utgångspunkt och berörs inte. Måste uppgifter om en person raderas blir posten kvar med name: unknown och skälet erasure.",
			En: "The registry tells what was so on a given day. A record that disappears takes its history with it, and references to it lead nowhere. A duplicate may be deleted if the record that stays names it in previously. A record that was never on the main branch is not in the base of the comparison, and is not affected. Where facts about a person must be erased, the record stays with name: unknown and the reason erasure.",
		},
		Remedy: text.Both{
			Sv: "Lägg tillbaka posten och ange ended med date och reason, eller ange postens id i previously i den post som ersätter dubbletten.",
			En: "Put the record back and give ended with date and reason, or name its id in previously in the record that replaces the duplicate.",
		},
		Messages: map[string]text.Both{"": {
			Sv: "posten {name} ({ref}) har tagits bort",
			En: "the record {name} ({ref}) was deleted",
		}},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, rec := range d.Base.Records() {
			if _, ok := d.Head.Record(rec.Base().Ref); ok {
				r.Holds()
			}
		}
		for _, c := range d.Records {
			if c.How != change.Removed {
				continue
			}
			if _, ok := d.Head.Record(c.Was); ok {
				continue // a duplicate that the record that stays names: counted above
			}
			r.Violated(rule.Found(gone(c), text.Args{
				"name": phrase.Name(d.Base, c.Was), "ref": c.Was.String(),
			}))
		}
	},
}
