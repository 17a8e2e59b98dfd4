package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var basisWeakened = Rule{
	Spec: &rule.Spec{
		ID: "basis-weakened", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "Det som en källa säger uttryckligen blir inte en tolkning.",
			En: "What a source states does not become an inference.",
		},
		Why: text.Both{
			Sv: "Det som bara är en tolkning (basis: inference) räknas som föreslaget och styr ingenting. En uppgift som går från uttryckligt till tolkning kan därför ändra vem som ansvarar och vad som gäller. Regeln jämför den bästa grunden för uppgiften före och efter ändringen, för sig för de uppgifter som en hänvisning räknar upp i for. En hänvisning utan basis är uttrycklig. Att en tolkning läggs till bredvid en uttrycklig källa är ingen försvagning. Försvinner den uttryckliga källan från en uppgift som i övrigt är oförändrad talar source-removed om det.",
			En: "What is only an inference (basis: inference) counts as proposed and governs nothing. A fact that goes from stated to inferred may therefore change who is responsible and what is in force. The rule compares the best basis of the fact before and after the change, separately for the attributes that a citation lists in for. A citation without a basis is stated. An inference that is added beside a stated source weakens nothing. Where the stated source disappears from a fact that is otherwise unchanged, source-removed tells of it.",
		},
		Remedy: text.Both{
			Sv: "Ange den källa som säger det uttryckligen, eller låt uppgiften stå som föreslagen om ingen källa gör det.",
			En: "Name the source that states it, or let the fact stand as proposed where no source does.",
		},
		Messages: map[string]text.Both{
			"":   {Sv: "{fact}: stod uttryckligen i källan och är nu en tolkning", En: "{fact}: was stated in the source and is now an inference"},
			"of": {Sv: "{fact} ({attributes}): stod uttryckligen i källan och är nu en tolkning", En: "{fact} ({attributes}): was stated in the source and is now an inference"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			for _, f := range facts(d, c) {
				attributes := f.weakened()
				if len(attributes) == 0 || len(f.unexplained()) > 0 {
					r.Holds()
					continue
				}
				variant := "of"
				if attributes[0] == "" {
					variant = ""
				}
				r.Violated(rule.FoundAs(variant, f.place(), text.Args{"fact": placeName(d.Head, c, c.Head, f.head), "attributes": attributes}, attributes...))
			}
		}
	},
}
