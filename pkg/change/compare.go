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
	d := &Diff{Base: base, Head: head, now: map[model.Ref]model.Ref{}}
	var removed, added []model.Record
	paired := map[model.Record]bool{}
	for _, rec := range base.Records() {
		is, how := successor(base, head, rec)
		if is == nil {
			removed = append(removed, rec)
			continue
		}
		paired[is] = true
		d.same(how, rec, is)
	}
	for _, rec := range head.Records() {
		if !paired[rec] {
			added = append(added, rec)
		}
	}
	d.guess(&removed, &added)
	d.edited()
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

// same takes in that two records are one.
func (d *Diff) same(how How, before, after model.Record) {
	was, is := before.Base().Ref, after.Base().Ref
	if before == after {
		return
	}
	if was != is {
		d.now[was] = is
	}
	d.Records = append(d.Records, &Record{How: how, Kind: is.Kind, Base: before, Head: after, Was: was, Is: is})
}

// edited compares the versions of each record, and drops those that do not
// differ. It comes when all pairs are known: a reference to a record that moved
// is the same reference as before.
func (d *Diff) edited() {
	for _, r := range d.Records {
		d.compare(r)
	}
	d.Records = slices.DeleteFunc(d.Records, func(r *Record) bool { return r.How == Edited && len(r.Edits) == 0 })
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
			if was.Base().Ref.Kind != is.Base().Ref.Kind || was.Base().Ref == is.Base().Ref {
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
		how := Guessed
		if slices.Contains(d.Head.FormerID(c.was.Base().Ref), c.is.Base().Ref) {
			how = Moved
		}
		d.same(how, c.was, c.is)
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
	r := &Record{How: Edited, Kind: kind, Base: base, Head: head}
	if d.compare(r); len(r.Edits) > 0 {
		d.Records = append(d.Records, r)
	}
}

// compare finds the edits between two versions of a record or a file.
func (d *Diff) compare(r *Record) {
	m := model.Fields(r.Kind)
	r.before, r.after = model.Tree(m, r.Base), model.Tree(m, r.Head)
	d.refer(r.before)
	c := inside{}
	c.attributes(r.before, r.after, nil, nil)
	r.Edits = c.edits
}
