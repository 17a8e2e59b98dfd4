package rules

import (
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
)

var aliasUnambiguous = Rule{
	Spec: &rule.Spec{
		ID: "alias-unambiguous", Number: "R003", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Ett alias hör till exakt en post och är inte ett annat namn på någon annan.",
			En: "An alias belongs to exactly one record and is not a name of another.",
		},
		Why: text.Both{
			Sv: "Alias används för att känna igen en post i en källa, till exempel när en medlemslista läses in. Två poster med samma alias går inte att skilja åt. Allmänna ord som ”samverkansgruppen” syftar på olika saker i olika källor. Jämförelsen bortser från stora bokstäver, bindestreck och blanksteg, och görs inom ett slag av poster.",
			En: "Aliases are used to recognise a record in a source, for instance when a list of members is imported. Two records with one alias cannot be told apart. Plain words such as “samverkansgruppen” mean different things in different sources. Case, hyphens and spaces do not count in the comparison, which is made within one kind of record.",
		},
		Remedy: text.Both{Sv: "Ta bort aliaset från den post som det inte hör till.", En: "Remove the alias from the record that it does not belong to."},
		Messages: map[string]text.Both{
			"":        {Sv: "aliaset ”{alias}” är också ett namn på {other}", En: "the alias “{alias}” is a name of {other} too"},
			"generic": {Sv: "aliaset ”{alias}” är ett allmänt ord (generic_terms i vocabulary.yaml)", En: "the alias “{alias}” is a generic word (generic_terms in vocabulary.yaml)"},
		},
		Tune: text.Both{Sv: "Allmänna ord står i generic_terms i vocabulary.yaml.", En: "Generic words stand in generic_terms of vocabulary.yaml."},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "6.1", Line: 460, Says: "arbetet som bedrivs i samverkansgruppen"},
			{Source: "rapport-2022", Section: "2.2", Line: 167, Says: "Upplands-Väsby"},
		},
	},
	Check: checkAliases,
}

func checkAliases(v *registry.View, r *rule.Report) {
	generic := map[string]bool{}
	for _, g := range v.Vocabulary.GenericTerms.All() {
		generic[text.Fold(g)] = true
	}
	type owner struct {
		rec      model.Record
		spelling registry.Spelling
	}
	type key struct {
		kind model.Kind
		text string
	}
	owners := map[key][]owner{}
	for _, rec := range v.Records() {
		if rec.Base().Ref.Kind == model.SourceKind {
			continue // a document has the title of the agreement that it holds
		}
		for _, s := range registry.Spellings(rec) {
			k := key{rec.Base().Ref.Kind, text.Fold(s.Text)}
			owners[k] = append(owners[k], owner{rec, s})
		}
	}
	for _, rec := range v.Records() {
		base := rec.Base()
		for i, alias := range base.Aliases.All() {
			place := rule.At(rec, "aliases", i)
			if generic[text.Fold(alias)] {
				r.Violated(rule.FoundAs("generic", place, text.Args{"alias": alias}, alias))
				continue
			}
			var found *rule.Finding
			for _, o := range owners[key{base.Ref.Kind, text.Fold(alias)}] {
				other := o.rec.Base()
				if other.Ref == base.Ref {
					continue
				}
				if found == nil {
					found = rule.Found(place, text.Args{"alias": alias, "other": other.Ref.String()}, alias)
				}
				found.Related = append(found.Related, rule.Related{
					Place:   rule.Place{Record: other.Ref, File: other.File, Path: o.spelling.Path},
					Message: text.Both{Sv: "samma stavning står här", En: "the same spelling stands here"},
				})
			}
			if found != nil {
				r.Violated(found)
				continue
			}
			r.Holds()
		}
	}
}
