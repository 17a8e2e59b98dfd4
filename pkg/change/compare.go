package change

import (
	"cmp"
	"slices"

	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/text"
)

// Compare finds what sets head apart from base. A record that both snapshots
// share, as one pointer, is not looked into.
func Compare(base, head *registry.View) *Diff {
	d := &Diff{Base: base, Head: head}
	var removed, added []model.Record
	paired := map[model.Record]bool{}
	for _, rec := range base.Records() {
		is, ok := head.Record(rec.Base().Ref)
		switch {
		case !ok:
			removed = append(removed, rec)
		case is.Base().Ref == rec.Base().Ref:
			d.edited(Edited, rec, is)
		case stillThere(base, is): // its former id stands in a record that was there already
			removed = append(removed, rec)
		default:
			paired[is] = true
			d.edited(Moved, rec, is)
		}
	}
	for _, rec := range head.Records() {
		if _, ok := base.Record(rec.Base().Ref); !ok && !paired[rec] {
			added = append(added, rec)
		}
	}
	d.guess(&removed, &added)
	for _, rec := range removed {
		d.Records = append(d.Records, &Record{How: Removed, Kind: rec.Base().Ref.Kind, Base: rec, Was: rec.Base().Ref})
	}
	for _, rec := range added {
		d.Records = append(d.Records, &Record{How: Added, Kind: rec.Base().Ref.Kind, Head: rec, Is: rec.Base().Ref})
	}
	d.files()
	slices.SortStableFunc(d.Records, func(a, b *Record) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Ref().ID, b.Ref().ID), cmp.Compare(a.How, b.How))
	})
	return d
}

// stillThere reports whether a record of the newer snapshot was in the older
// one under its present id.
func stillThere(base *registry.View, rec model.Record) bool {
	was, ok := base.Record(rec.Base().Ref)
	return ok && was.Base().Ref == rec.Base().Ref
}

// edited compares two versions of a record, and keeps them if they differ.
func (d *Diff) edited(how How, before, after model.Record) {
	if before == after {
		return
	}
	kind := after.Base().Ref.Kind
	edits := compare(kind, before, after)
	if len(edits) == 0 && how == Edited {
		return
	}
	d.Records = append(d.Records, &Record{
		How: how, Kind: kind, Base: before, Head: after, Was: before.Base().Ref, Is: after.Base().Ref, Edits: edits,
	})
}

// guess pairs records that were removed with records that were added, where
// they are so alike that the id must have changed: of one kind, with the same
// name, else at least half of what they say.
func (d *Diff) guess(removed, added *[]model.Record) {
	type candidate struct {
		was, is model.Record
		score   float64
	}
	var candidates []candidate
	if len(*removed)*len(*added) > mostPairs {
		return
	}
	for _, was := range *removed {
		for _, is := range *added {
			if was.Base().Ref.Kind != is.Base().Ref.Kind {
				continue
			}
			score := likeRecords(was, is)
			if sameName(was, is) {
				score = 1
			}
			if score >= enough {
				candidates = append(candidates, candidate{was, is, score})
			}
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	paired := map[model.Record]bool{}
	for _, c := range candidates {
		if paired[c.was] || paired[c.is] {
			continue
		}
		paired[c.was], paired[c.is] = true, true
		d.edited(Guessed, c.was, c.is)
	}
	*removed = slices.DeleteFunc(*removed, func(r model.Record) bool { return paired[r] })
	*added = slices.DeleteFunc(*added, func(r model.Record) bool { return paired[r] })
}

// likeRecords is the share of what two records of a kind say that is the same.
func likeRecords(was, is model.Record) float64 {
	m := model.Fields(was.Base().Ref.Kind)
	a := model.Attribute{Answer: model.Given, Parts: model.Tree(m, was)}
	b := model.Attribute{Answer: model.Given, Parts: model.Tree(m, is)}
	// What every seat or membership says counts once: it sets no record apart.
	before, after := distinct(said(&a)), distinct(said(&b))
	return float64(common(before, after)) / float64(max(1, len(before), len(after)))
}

func distinct(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}

// sameName reports whether two records share a name or title.
func sameName(was, is model.Record) bool {
	names := map[string]bool{}
	for _, s := range registry.Spellings(was) {
		if s.Kind == registry.FullName {
			names[text.Fold(s.Text)] = true
		}
	}
	return slices.ContainsFunc(registry.Spellings(is), func(s registry.Spelling) bool { return s.Kind == registry.FullName && names[text.Fold(s.Text)] })
}

// files compares the single files.
func (d *Diff) files() {
	d.file(model.Manifest, d.Base.Manifest, d.Head.Manifest)
	d.file(model.VocabularyKind, d.Base.Vocabulary, d.Head.Vocabulary)
	d.file(model.AcknowledgedKind, d.Base.Acknowledged, d.Head.Acknowledged)
}

func (d *Diff) file(kind model.Kind, base, head any) {
	if base == head {
		return
	}
	if edits := compare(kind, base, head); len(edits) > 0 {
		d.Records = append(d.Records, &Record{How: Edited, Kind: kind, Base: base, Head: head, Edits: edits})
	}
}

// compare finds the edits between two versions of a record or a file.
func compare(kind model.Kind, base, head any) []Edit {
	m := model.Fields(kind)
	c := inside{}
	c.attributes(model.Tree(m, base), model.Tree(m, head), nil, nil)
	return c.edits
}
