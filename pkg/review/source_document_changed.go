package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var sourceDocumentChanged = Rule{
	Spec: &rule.Spec{
		ID: "source-document-changed", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Ett källdokument som byts mot ett annat får också en ny version eller ett nytt datum.",
			En: "A source document that is exchanged for another also gets a new version or a new date.",
		},
		Why: text.Both{
			Sv: "Uppgifterna i registret hänvisar till avsnitt och rader i ett visst dokument, som sha256 utpekar. Byts dokumentet utan att det syns i version eller date ser det ut som om källan säger detsamma som förut, och hänvisningarna kan ha blivit fel. För en webbsida räcker en ny dag i retrieved, eftersom sidor hämtas på nytt. Ett sha256 som saknades är ingen ändring.",
			En: "Facts in the registry refer to sections and lines of a certain document, which sha256 points out. Where the document is exchanged and neither version nor date shows it, the source seems to say the same as before, and the references may have gone wrong. For a web page a new day in retrieved is enough, since pages are fetched anew. A sha256 that was missing is no change.",
		},
		Remedy: text.Both{
			Sv: "Ange dokumentets version eller date (för en webbsida retrieved), och gå igenom hänvisningarna till {source}. Är det en annan skrift läggs den in som en egen källa.",
			En: "Give the version or date of the document (for a web page retrieved), and go through the references to {source}. Where it is another publication, record it as a source of its own.",
		},
		Messages: map[string]text.Both{
			"":     {Sv: "dokumentet för {source} är ett annat (sha256), men version och datum är desamma; {uses}", En: "the document of {source} is another one (sha256), but its version and date are the same; {uses}"},
			"page": {Sv: "den sparade kopian av sidan {source} är en annan (sha256), men version, datum och hämtningsdag är desamma; {uses}", En: "the saved copy of the page {source} is another one (sha256), but its version, date and day of retrieval are the same; {uses}"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			_, head, ok := versions[*model.Source](c)
			if !ok {
				continue
			}
			variant, known := "", anotherEdition(c)
			if head.Type.V == "web-page" {
				variant = "page"
			}
			var document *change.Edit
			for i := range c.Edits {
				switch e := &c.Edits[i]; {
				case topKey(e) == "sha256" && e.What == change.Altered:
					document = e
				case topKey(e) == "retrieved" && variant == "page" && e.What == change.Altered:
					known = true
				}
			}
			switch {
			case document == nil:
			case known:
				r.Holds()
			default:
				r.Violated(rule.FoundAs(variant, where(c, document), text.Args{"source": nameOf(d, head), "uses": uses(len(d.Head.Referrers(head.Ref)))}))
			}
		}
	},
}

// uses tells how many records refer to a source.
func uses(n int) text.Both {
	if n == 0 {
		return text.Both{Sv: "ingen post hänvisar till källan", En: "no record refers to it"}
	}
	many := text.Both{Sv: "{n|en post hänvisar|# poster hänvisar} till källan", En: "{n|one record refers|# records refer} to it"}
	return text.Both{Sv: many.Say(text.Swedish, text.Args{"n": n}), En: many.Say(text.English, text.Args{"n": n})}
}
