package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/phrase"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// hint suggests the word that was meant among those known, and otherwise lists
// those to choose among.
func (a *app) hint(word string, known, choose []string) string {
	if near := text.Nearest(word, known); near != "" {
		return a.lang.Say(text.DidYouMean, text.Args{"nearest": near})
	}
	return a.lang.Say(text.ChooseAmong, text.Args{"allowed": text.Or(choose)})
}

func (a *app) noSuchFilter(flag, word string, known, choose []string) error {
	return a.usage(text.NoSuchFilter, text.Args{"value": word, "flag": flag, "hint": a.hint(word, known, choose)})
}

// kindNamed finds a kind by any of its names.
func (a *app) kindNamed(word string) (model.Kind, error) {
	kind, ok := model.KindNamed(strings.ToLower(word))
	if ok {
		return kind, nil
	}
	if k, ok := loosely[text.Fold(word)]; ok {
		meant := a.kindNoun(k).One
		return kind, a.usage(text.NoSuchKind, text.Args{"value": word, "hint": a.lang.Say(text.DidYouMean, text.Args{"nearest": meant})})
	}
	var known, others []string // a word of the language that the reader uses goes before
	for _, k := range model.RecordKinds() {
		info := k.Info()
		known = append(known, a.kindNoun(k).One, a.kindNoun(k).Many)
		others = append(others, info.Folder, info.En.One, info.Sv.One, info.Sv.Many)
	}
	known = append(known, others...)
	return kind, a.usage(text.NoSuchKind, text.Args{"value": word, "hint": a.hint(word, known, a.kindWords())})
}

// loosely are words that people use for a kind of record, and that are not its
// name.
var loosely = map[string]model.Kind{
	"ledamot": model.RepresentativeKind, "ledamöter": model.RepresentativeKind, "person": model.RepresentativeKind, "personer": model.RepresentativeKind,
	"medlem": model.RepresentativeKind, "medlemmar": model.RepresentativeKind, "member": model.RepresentativeKind, "members": model.RepresentativeKind,
	"people": model.RepresentativeKind, "avtal": model.AgreementKind, "kommun": model.OrganizationKind, "municipality": model.OrganizationKind,
	"sammanträde": model.MeetingKind, "dokument": model.SourceKind, "document": model.SourceKind,
}

// kindNoun is a kind in singular and plural, in the language of the run.
func (a *app) kindNoun(k model.Kind) model.Plural {
	if a.lang == text.English {
		return k.Info().En
	}
	return k.Info().Sv
}

// kindSingular are the kinds of record, in singular.
func (a *app) kindSingular() []string {
	var out []string
	for _, k := range model.RecordKinds() {
		out = append(out, a.kindNoun(k).One)
	}
	return out
}

// noSuchRecord says that no record is called so, and which list to look in.
func (a *app) noSuchRecord(words string, kinds ...model.Kind) error {
	kind := a.pick("SLAG", "KIND")
	if len(kinds) == 1 && kinds[0].Info().Folder != "" {
		kind = a.kindNoun(kinds[0]).Many
	}
	return a.usage(text.NoSuchRecord, text.Args{"value": words, "kind": kind})
}

// statusNamed finds a status by its id or by its word in either language.
func (a *app) statusNamed(k model.Kind, word string) (string, error) {
	choices := phrase.States(k)
	if choices == nil {
		return "", a.usage(text.FilterDoesNotApply, text.Args{"flag": "--status", "kind": a.kindWord(k)})
	}
	var known []string
	for _, c := range choices {
		if word == string(c.ID) || strings.EqualFold(word, c.Sv) || strings.EqualFold(word, c.En) {
			return string(c.ID), nil
		}
		known = append(known, a.pick(c.Sv, c.En), string(c.ID), c.Sv, c.En)
	}
	return "", a.noSuchFilter("--status", word, known, a.statusWords(k))
}

// statusWords are the statuses of a kind in the language of the run.
func (a *app) statusWords(k model.Kind) []string {
	var out []string
	for _, c := range phrase.States(k) {
		out = append(out, a.pick(c.Sv, c.En))
	}
	return out
}

// areaNamed finds a subject area by its id or by its name in either language.
func (a *app) areaNamed(v *registry.View, word string) (model.Term, error) {
	ids := v.TermIDs("subject_areas")
	var known []string
	for _, id := range ids {
		t, _ := v.Term("subject_areas", id)
		names := t.Words()
		for _, name := range []string{id, names.In("sv"), names.In("en")} {
			if text.Fold(name) == text.Fold(word) {
				return model.Term(id), nil
			}
			known = append(known, name)
		}
	}
	return "", a.noSuchFilter("--area", word, known, ids)
}

// completeStatuses offers the statuses of the kind that the command lists.
func (a *app) completeStatuses(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	var words []string
	if len(args) > 0 {
		if kind, ok := model.KindNamed(strings.ToLower(args[0])); ok {
			words = a.statusWords(kind)
		}
	}
	return beginning(words, typed), cobra.ShellCompDirectiveNoFileComp
}

// completeAreas offers the subject areas of the registry.
func (a *app) completeAreas(c *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	o, err := a.openSilently(c.Context())
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	defer o.close()
	return beginning(o.view.TermIDs("subject_areas"), typed), cobra.ShellCompDirectiveNoFileComp
}
