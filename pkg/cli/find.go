package cli

import (
	"errors"
	"strings"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// findRecord finds the record that a person means: kind/id, an id that only
// one kind has, or a name, title or alias. kinds narrows the search; none
// means every kind.
func (a *app) findRecord(v *registry.View, words string, kinds ...model.Kind) (model.Record, error) {
	wanted := func(k model.Kind) bool {
		if len(kinds) == 0 {
			return true
		}
		for _, kind := range kinds {
			if k == kind {
				return true
			}
		}
		return false
	}
	if head, id, ok := strings.Cut(words, "/"); ok {
		kind, known := model.KindNamed(head)
		if known && wanted(kind) {
			if rec, ok := v.Record(model.Ref{Kind: kind, ID: id}); ok {
				return rec, nil
			}
		}
	}
	byID, byName := map[model.Ref]model.Record{}, map[model.Ref]model.Record{}
	var ids []string
	for _, rec := range v.Records() {
		ref := rec.Base().Ref
		if !wanted(ref.Kind) {
			continue
		}
		ids = append(ids, ref.String())
		if ref.ID == words {
			byID[ref] = rec
		}
		for _, s := range registry.Spellings(rec) {
			if text.Fold(s.Text) == text.Fold(words) {
				byName[ref] = rec
			}
		}
	}
	for _, found := range []map[model.Ref]model.Record{byID, byName} {
		switch len(found) {
		case 0:
		case 1:
			for _, rec := range found {
				return rec, nil
			}
		default:
			return nil, a.usage(text.AmbiguousRecord, text.Args{"value": words, "allowed": text.Or(sortedRefs(found))})
		}
	}
	if file, ok := unreadFile(v, words); ok {
		return nil, errors.New(recordUnreadable.Say(a.lang, text.Args{"value": words, "file": file}))
	}
	if near := a.nearRecord(v, words, ids, wanted); near != "" {
		return nil, a.usage(text.NoSuchRecordNear, text.Args{"value": words, "nearest": near})
	}
	return nil, a.noSuchRecord(words, kinds...)
}

var recordUnreadable = text.Both{
	Sv: "”{value}” finns i {file}, som inte går att läsa\n”vis validate” visar vad som är fel i filen",
	En: "“{value}” is in {file}, which cannot be read\n“vis validate” shows what is wrong with the file",
}

// unreadFile is the file that holds the record that a person means, by kind/id or
// an id, and that cannot be read.
func unreadFile(v *registry.View, words string) (file string, ok bool) {
	head, id, _ := strings.Cut(words, "/")
	kind, _ := model.KindNamed(head)
	for _, ref := range v.Unread() {
		if ref.ID != "" && (ref.ID == words || ref.Kind == kind && ref.ID == id) {
			return ref.Kind.Info().Folder + "/" + ref.ID + ".yaml", true
		}
	}
	return "", false
}

// nearRecord is the record that a misspelt reference or name most likely means.
func (a *app) nearRecord(v *registry.View, words string, ids []string, wanted func(model.Kind) bool) string {
	if near := text.Nearest(words, ids); near != "" {
		return near
	}
	names, refs := []string{}, map[string]string{}
	for _, rec := range v.Records() {
		ref := rec.Base().Ref
		if !wanted(ref.Kind) {
			continue
		}
		for _, s := range append([]string{ref.ID}, spellings(rec)...) {
			names = append(names, s)
			refs[s] = ref.String()
		}
	}
	return refs[text.Nearest(words, names)]
}

func spellings(rec model.Record) []string {
	var out []string
	for _, s := range registry.Spellings(rec) {
		out = append(out, s.Text)
	}
	return out
}

func sortedRefs(found map[model.Ref]model.Record) []string {
	var out []string
	for ref := range found {
		out = append(out, ref.String())
	}
	sortStrings(out)
	return out
}
