package review

import (
	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var vocabularyTermRemoved = Rule{
	Spec: &rule.Spec{
		ID: "vocabulary-term-removed", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "En term som någon post använder, eller använde före ändringen, står kvar i vokabulären.",
			En: "A term that some record uses, or used before the change, stays in the vocabulary.",
		},
		Why: text.Both{
			Sv: "Vokabulären ger termerna deras ord, också för den som läser registret som det var. Tas en term bort går det inte att läsa de poster som hade den, och sådant som räknades som samma sak gör det inte längre. Regeln gäller termer vars id försvinner ur sin lista. Använd är en term som står i någon post före eller efter ändringen, också i poster som har upphört, i riktlinjen och i vokabulären själv, och som tänkbart svar. Ett nytt id för samma ord räknas som att det gamla tas bort; orden själva får ändras. En term som ingen post använder får tas bort.",
			En: "The vocabulary gives the terms their words, also to whoever reads the registry as it was. Where a term is removed, the records that had it cannot be read, and what counted as the same thing no longer does. The rule covers terms whose id disappears from its list. A term is used where it stands in some record before or after the change, in records that have ended too, in the guideline and in the vocabulary itself, and as a possible answer. A new id for the same words counts as removing the old one; the words themselves may change. A term that no record uses may be removed.",
		},
		Remedy: text.Both{
			Sv: "Lägg tillbaka termen {term} i {list}. Ska den inte användas mer räcker det att nya poster inte har den.",
			En: "Put the term {term} back in {list}. Where it is not to be used any more, it is enough that new records do not have it.",
		},
		Messages: map[string]text.Both{
			"":     {Sv: "termen ”{term}” ({words}) tas bort ur {list}, men {n|en post använder|# poster använder} den: {records}", En: "the term “{term}” ({words}) is removed from {list}, but {n|one record uses|# records use} it: {records}"},
			"used": {Sv: "termen ”{term}” ({words}) tas bort ur {list}, och {n|en post använde|# poster använde} den före ändringen: {records}", En: "the term “{term}” ({words}) is removed from {list}, and {n|one record used|# records used} it before the change: {records}"},
		},
	},
	Check: func(d *change.Diff, r *rule.Report) {
		var gone []registry.Term
		for _, c := range d.Records {
			if c.Kind == model.VocabularyKind {
				gone = removedTerms(d)
			}
		}
		if len(gone) == 0 {
			return
		}
		before, after := d.Base.TermUses(gone), d.Head.TermUses(gone)
		for _, t := range gone {
			view, uses, variant := d.Head, after[t], ""
			if len(uses) == 0 {
				view, uses, variant = d.Base, before[t], "used"
			}
			if len(uses) == 0 {
				r.Holds()
				continue
			}
			r.Violated(termRemoved(d, t, view, uses, variant))
		}
	},
}

// removedTerms are the terms that the newer vocabulary lacks.
func removedTerms(d *change.Diff) []registry.Term {
	var out []registry.Term
	fields := model.Fields(model.VocabularyKind).Fields
	for i := range fields {
		list := fields[i].Key
		for _, id := range d.Base.TermIDs(list) {
			if _, ok := d.Head.Term(list, id); !ok {
				out = append(out, registry.Term{List: list, ID: id})
			}
		}
	}
	return out
}

// mostUses is how many places that use a term a finding points at.
const mostUses = 5

func termRemoved(d *change.Diff, t registry.Term, view *registry.View, uses []registry.TermUse, variant string) *rule.Finding {
	was, _ := d.Base.Term(t.List, t.ID)
	f := rule.FoundAs(variant, rule.InFile(model.VocabularyKind), text.Args{
		"term": t.ID, "list": t.List, "words": phrase.Both(was.Words()),
	}, t.List, t.ID)
	if len(d.Head.TermIDs(t.List)) > 0 {
		f.Path = model.Path{}.At(t.List)
		f.Key = true
	}
	var refs []model.Ref
	for _, use := range uses {
		p := rule.InFile(model.VocabularyKind)
		p.Path = use.Path
		ref := model.Ref{ID: p.File}
		if use.Record != nil {
			p, ref = rule.AtPath(use.Record, use.Path), use.Record.Base().Ref
		}
		if len(refs) == 0 || refs[len(refs)-1] != ref {
			refs = append(refs, ref)
		}
		switch {
		case len(f.Related) == mostUses:
		case variant == "used":
			f.Related = append(f.Related, rule.Beside(p, "användes här före ändringen", "used here before the change"))
		default:
			f.Related = append(f.Related, rule.Beside(p, "används här", "used here"))
		}
	}
	f.Args["n"], f.Args["records"] = len(refs), phrase.Names(view, refs)
	return f
}
