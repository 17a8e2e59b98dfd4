package registry

import (
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
)

// Term is a term of a list of the vocabulary.
type Term struct{ List, ID string }

// TermUse is a place that uses a term: a record and a path in it. In the
// vocabulary itself there is no record.
type TermUse struct {
	Record model.Record
	Path   model.Path
}

// TermUses finds the places that use some terms of the vocabulary, in the order
// of the records. A possible value of an unknown answer is a use too.
func (r *Registry) TermUses(terms []Term) map[Term][]TermUse {
	wanted := make(map[Term]bool, len(terms))
	for _, t := range terms {
		wanted[t] = true
	}
	out := map[Term][]TermUse{}
	if len(wanted) == 0 {
		return out
	}
	collect := func(rec model.Record, k model.Kind, of any) {
		walkTerms(k, of, func(t Term, p model.Path) {
			if wanted[t] {
				out[t] = append(out[t], TermUse{rec, slices.Clone(p)})
			}
		})
	}
	for _, rec := range r.records {
		collect(rec, rec.Base().Ref.Kind, rec)
	}
	collect(nil, model.VocabularyKind, r.Vocabulary)
	return out
}

// walkTerms calls use for every term that a record or a file uses. The path is
// only valid during the call.
func walkTerms(k model.Kind, of any, use func(Term, model.Path)) {
	model.Walk(model.Fields(k), of, model.ClassTerm|model.ClassRef|model.ClassMap|model.ClassWhy, func(v model.Visit) bool {
		switch p := v.Value.(type) {
		case *model.Term:
			use(Term{v.Field.Term, string(*p)}, v.Path)
		case *model.Ref:
			if p.Kind == model.Subregion {
				use(Term{"subregions", p.ID}, v.Path)
			}
		case *model.Why:
			for _, id := range p.Candidates.All() {
				use(Term{v.Field.Term, id}, v.Path)
			}
			return true
		}
		if v.Field.Class&model.ClassMap != 0 {
			for _, key := range model.TermKeys(v) {
				use(Term{key.List, key.Key}, v.Path.At(key.Field, key.Key))
			}
		}
		return true
	})
}
