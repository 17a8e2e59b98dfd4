package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var sourceRemoved = Rule{
	Spec: &rule.Spec{
		ID: "source-removed", Severity: rule.Warning, Profile: rule.Strict,
		Title: text.Both{
			Sv: "En uppgift som står kvar behåller sina källor.",
			En: "A fact that stays keeps its sources.",
		},
		Why: text.Both{
			Sv: "Utan källa går det inte att pröva en uppgift, och regler som frågar hur ny källan är får ett annat svar. Regeln jämför hänvisningarna (sources) för varje post, del och rad efter källa och avsnitt. Den gäller bara uppgifter som i övrigt är oförändrade: den som ändrar en uppgift får byta källa. En hänvisning med for gäller de uppgifter som den räknar upp. Flyttas en hänvisning mellan posten och det i den som den gäller är den kvar. Ett avsnitt som saknades, en rad, ett citat (says) och en källa som läggs till är inget som tas bort.",
			En: "Without a source a fact cannot be tested, and rules that ask how new the source is get another answer. The rule compares the citations (sources) of each record, part and entry by source and section. It only covers facts that are otherwise unchanged: whoever changes a fact may change its source. A citation with for is for the attributes that it lists. Where a citation is moved between the record and what in it it is for, it is still there. A section that was missing, a line, a quotation (says) and a source that is added remove nothing.",
		},
		Remedy: text.Both{
			Sv: "Lägg tillbaka hänvisningen. Var den fel, ange i ändringen varför, och en källa som bär uppgiften i stället.",
			En: "Put the citation back. Where it was wrong, say why in the change, and name a source that carries the fact instead.",
		},
		Messages: map[string]text.Both{
			"":         {Sv: "{fact} hänvisar inte längre till {sources}", En: "{fact} no longer cites {sources}"},
			"none":     {Sv: "{fact} hänvisar inte längre till {sources} och saknar nu källa", En: "{fact} no longer cites {sources} and now has no source"},
			"inferred": {Sv: "{fact} hänvisar inte längre till {sources}, och det som återstår är en tolkning", En: "{fact} no longer cites {sources}, and what remains is an inference"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		for _, c := range d.Records {
			for _, f := range facts(d, c) {
				lost := f.unexplained()
				if len(lost) == 0 {
					r.Holds()
					continue
				}
				variant := ""
				switch {
				case len(f.after) == 0:
					variant = "none"
				case len(f.weakened()) > 0:
					variant = "inferred"
				}
				r.Violated(rule.FoundAs(variant, f.place(), text.Args{
					"fact": placeName(d.Head, c, c.Head, f.head), "sources": citedAs(d, lost),
				}, sourceKeys(lost)...))
			}
		}
	},
}

// unexplained are the citations that a fact lost though it says the same.
func (f *fact) unexplained() []model.Citation {
	var out []model.Citation
	for _, c := range f.lost() {
		if !f.changed(c) {
			out = append(out, c)
		}
	}
	return out
}

// citedAs names the sources and sections of some citations.
func citedAs(d *change.Diff, cites []model.Citation) text.Both {
	var sv, en []string
	for _, c := range cites {
		view := d.Head
		if _, ok := view.Record(c.Source.V); !ok {
			view = d.Base
		}
		name := phrase.Name(view, c.Source.V)
		if s := c.Section.V; s != "" {
			name.Sv, name.En = name.Sv+" ("+s+")", name.En+" ("+s+")"
		}
		sv, en = append(sv, name.Sv), append(en, name.En)
	}
	return text.Both{Sv: text.List(sv, text.Swedish), En: text.List(en, text.English)}
}

func sourceKeys(cites []model.Citation) []string {
	var out []string
	for _, c := range cites {
		out = append(out, c.Source.V.ID+" "+c.Section.V)
	}
	return out
}
