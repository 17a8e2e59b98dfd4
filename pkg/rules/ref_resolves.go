package rules

import (
	"sync"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
	"github.com/vis-samverkan/vis/pkg/text"
	"github.com/vis-samverkan/vis/pkg/truth"
)

var refResolves = Rule{
	Spec: &rule.Spec{
		ID: "ref-resolves", Number: "R001", Severity: rule.Error, Profile: rule.Basic,
		Title: text.Both{
			Sv: "Varje hänvisning pekar på en befintlig post av rätt slag.",
			En: "Every reference points to an existing record of the right kind.",
		},
		Why: text.Both{
			Sv: "En hänvisning som inte leder någonstans gör att posten faller ur varje sammanställning. Ett id är det enda som gäller: namn och stavningar som källor använder (aliases) hittar ingen post. Ett tidigare id (previously) hittar posten, men bör bytas.",
			En: "A reference that leads nowhere makes the record fall out of every report. The id alone counts: names and spellings that sources use (aliases) find no record. A former id (previously) finds the record, but should be changed.",
		},
		Remedy: text.Both{Sv: "Rätta id:t, eller lägg till den post som saknas.", En: "Correct the id, or add the record that is missing."},
		Messages: map[string]text.Both{
			"":          {Sv: "{ref} finns inte", En: "{ref} does not exist"},
			"near":      {Sv: "{ref} finns inte; menades {nearest}?", En: "{ref} does not exist; did you mean {nearest}?"},
			"alias":     {Sv: "{ref} är en stavning av {nearest}; skriv id:t {nearest}", En: "{ref} is a spelling of {nearest}; write the id {nearest}"},
			"former":    {Sv: "{ref} är ett tidigare id; posten heter nu {nearest}", En: "{ref} is a former id; the record is now {nearest}"},
			"bare":      {Sv: "”{ref}” säger inte vilket slag av post som menas; skriv {expected}", En: "“{ref}” does not say which kind of record is meant; write {expected}"},
			"kind":      {Sv: "{ref} är av slaget {found}; här förväntades {expected}", En: "{ref} is of the kind “{found}”; what is expected here is: {expected}"},
			"type":      {Sv: "{ref} är av slaget {found}; här förväntades {expected}", En: "{ref} is of the kind “{found}”; what is expected here is: {expected}"},
			"rule":      {Sv: "ingen regel vars grad går att sätta heter ”{ref}”; ”vis rules” och ”vis rules --changes” visar dem som finns", En: "no rule whose severity can be set is called “{ref}”; “vis rules” and “vis rules --changes” show those there are"},
			"rule-near": {Sv: "ingen regel vars grad går att sätta heter ”{ref}”; menades ”{nearest}”?", En: "no rule whose severity can be set is called “{ref}”; did you mean “{nearest}”?"},
			"fragment":  {Sv: "{ref} finns, men har ingen del som heter ”{part}”", En: "{ref} exists, but has no part called “{part}”"},
		},
		Cites: []rule.Cite{
			{Source: "rapport-2022", Section: "2.2", Line: 131, Says: "Två överenskommelser finns som tillhör samrådsgruppen."},
			{Source: "rapport-2022", Section: "2.2", Line: 219, Says: "Principer för samverkan."},
		},
	},
	Watch: watchReferences,
}

func watchReferences(v *registry.View, r *rule.Report) Watcher {
	names := sync.OnceValue(func() refNames { return spellingsOfReferences(v.Registry) })
	return Watcher{Want: model.ClassRef | model.ClassSignatory, See: func(spot *Spot, val model.Visit) {
		ref, ok := registry.RefOf(val)
		if !ok || spot.Kind == model.AcknowledgedKind { // acknowledgement-unmatched tells of those
			return
		}
		f, resolves := judgeReference(v, names, ref, val.Field)
		if f != nil {
			f.Place = spot.place(val.Path)
			r.Violated(f)
			return
		}
		r.Judge(resolves, nil)
	}}
}

// judgeReference returns what is wrong with a reference in a field, or whether
// it resolves.
func judgeReference(v *registry.View, names func() refNames, ref model.Ref, f *model.Field) (wrong *rule.Finding, resolves truth.Value) {
	if ref.Kind == model.NoKind {
		var choices []string
		for _, k := range f.Refs {
			full := model.Ref{Kind: k, ID: ref.ID}
			if exists(v, full) {
				return rule.FoundAs("bare", rule.Place{}, text.Args{"ref": ref.ID, "expected": full.String()}, ref.ID), truth.No
			}
			choices = append(choices, full.String())
		}
		return rule.FoundAs("bare", rule.Place{}, text.Args{"ref": ref.ID, "expected": text.Or(choices)}, ref.ID), truth.No
	}
	if !takes(f, ref.Kind) {
		return rule.FoundAs("kind", rule.Place{}, text.Args{"ref": ref.String(), "found": phrase.Kind(ref.Kind), "expected": phrase.Kinds(f.Refs)}, ref.String()), truth.No
	}
	if ref.Kind == model.Subregion {
		if has := v.HasTerm("subregions", ref.ID); has != truth.No {
			return nil, has
		}
		return names().missing(ref, f), truth.No
	}
	rec, ok := v.Record(ref)
	if !ok && v.IsUnread(ref) {
		return nil, truth.CannotTell
	}
	if !ok {
		return names().missing(ref, f), truth.No
	}
	if rec.Base().Ref != ref.Record() {
		found := rule.FoundAs("former", rule.Place{}, text.Args{"ref": ref.String(), "nearest": rec.Base().Ref.String()}, ref.String())
		found.Severity = rule.Warning
		return found, truth.No
	}
	has := truth.Yes
	if ref.Fragment != "" {
		has = v.HasFragment(rec, ref.Fragment)
	}
	if has == truth.No {
		return rule.FoundAs("fragment", rule.Place{}, text.Args{"ref": ref.Record().String(), "part": ref.Fragment}, ref.String()), truth.No
	}
	if a, ok := rec.(*model.Agreement); ok && a.Type.Given() && f.Key == "framework" && a.Type.V != model.Framework {
		return rule.FoundAs("type", rule.Place{}, text.Args{
			"ref": ref.String(), "found": phrase.Word("agreement-type", a.Type.V), "expected": phrase.Word("agreement-type", model.Framework),
		}, ref.String()), truth.No
	}
	return nil, has
}

func exists(v *registry.View, ref model.Ref) bool {
	if ref.Kind == model.Subregion {
		_, ok := v.Term("subregions", ref.ID)
		return ok
	}
	_, ok := v.Record(ref)
	return ok || v.IsUnread(ref)
}

func takes(f *model.Field, k model.Kind) bool {
	for _, kind := range f.Refs {
		if kind == k {
			return true
		}
	}
	return false
}

// refNames is what a reference that leads nowhere may have meant.
type refNames struct {
	ids       map[model.Kind][]string
	spellings map[model.Kind]map[string]model.Ref
}

func spellingsOfReferences(reg *registry.Registry) refNames {
	n := refNames{map[model.Kind][]string{}, map[model.Kind]map[string]model.Ref{}}
	for _, rec := range reg.Records() {
		ref := rec.Base().Ref
		n.ids[ref.Kind] = append(n.ids[ref.Kind], ref.ID)
		if n.spellings[ref.Kind] == nil {
			n.spellings[ref.Kind] = map[string]model.Ref{}
		}
		for _, s := range registry.Spellings(rec) {
			n.spellings[ref.Kind][text.Fold(s.Text)] = ref
		}
	}
	n.ids[model.Subregion] = reg.TermIDs("subregions")
	return n
}

// missing is the finding for a reference that leads nowhere.
func (n refNames) missing(ref model.Ref, f *model.Field) *rule.Finding {
	args := text.Args{"ref": ref.String()}
	for _, k := range f.Refs {
		if meant, ok := n.spellings[k][text.Fold(ref.ID)]; ok && meant.ID != ref.ID {
			args["nearest"] = meant.String()
			return rule.FoundAs("alias", rule.Place{}, args, ref.String())
		}
	}
	if near := text.Nearest(ref.ID, n.ids[ref.Kind]); near != "" {
		args["nearest"] = model.Ref{Kind: ref.Kind, ID: near}.String()
		found := rule.FoundAs("near", rule.Place{}, args, ref.String())
		found.Fix = rule.MeantOnly(ref.ID, n.ids[ref.Kind])
		return found
	}
	return rule.FoundAs("", rule.Place{}, args, ref.String())
}
