package cli

import (
	"os"
	"slices"

	"github.com/vis-samverkan/vis/pkg/change"
	"github.com/vis-samverkan/vis/pkg/load"
	"github.com/vis-samverkan/vis/pkg/model"
	"github.com/vis-samverkan/vis/pkg/registry"
	"github.com/vis-samverkan/vis/pkg/rule"
)

// company is where the versions of a record, told without the registry that
// each stood in, get the names of other records and the words of the vocabulary.
type company struct {
	manifest   *model.ManifestFile
	vocabulary *model.Vocabulary
	record     func(model.Ref) (model.Record, bool)
}

// alone is a company of none: references and terms are told by their ids.
func alone() company {
	return company{record: func(model.Ref) (model.Record, bool) { return nil, false }}
}

// companyIn is the company of a registry in a folder. Only the files that are
// asked for are read. Where a file is not there or cannot be read, its record is
// not there.
func companyIn(root *os.Root) company {
	one := func(file string) any {
		data, err := root.ReadFile(file)
		if err != nil {
			return nil
		}
		record, _ := load.One(file, data)
		return record
	}
	known := map[model.Ref]model.Record{}
	c := company{record: func(ref model.Ref) (model.Record, bool) {
		ref = ref.Record()
		folder := ref.Kind.Info().Folder
		if folder == "" || !model.IsID(ref.ID) {
			return nil, false
		}
		if _, read := known[ref]; !read {
			known[ref], _ = one(folder + "/" + ref.ID + ".yaml").(model.Record)
		}
		return known[ref], known[ref] != nil
	}}
	c.manifest, _ = one(model.Manifest.Info().File).(*model.ManifestFile)
	c.vocabulary, _ = one(model.VocabularyKind.Info().File).(*model.Vocabulary)
	return c
}

// companyOf is the company of a view.
func companyOf(v *registry.View) company {
	return company{manifest: v.Manifest, vocabulary: v.Vocabulary, record: v.Record}
}

// versions compares two versions of one record, or of one single file. Either
// may be nil.
func (a *app) versions(c company, was, is any) (*change.Diff, error) {
	day, err := a.day()
	if err != nil {
		return nil, err
	}
	today, err := a.today()
	if err != nil {
		return nil, err
	}
	others := c.around(was, is)
	for _, version := range []any{was, is} { // a single file is not in its own company
		switch version.(type) {
		case *model.ManifestFile:
			c.manifest = nil
		case *model.Vocabulary:
			c.vocabulary = nil
		}
	}
	view := func(version any) *registry.View {
		in := registry.Input{Manifest: c.manifest, Vocabulary: c.vocabulary, Records: slices.Clone(others)}
		switch v := version.(type) {
		case *model.ManifestFile:
			in.Manifest = v
		case *model.Vocabulary:
			in.Vocabulary = v
		case *model.Acknowledged:
			in.Acknowledged = v
		case model.Record:
			in.Records = append(in.Records, v)
		}
		return registry.New(in).At(day, today)
	}
	return change.Compare(view(was), view(is)), nil
}

// around are the records that the versions refer to, and the decisions that the
// names of those rest on. The record itself is not among them.
func (c company) around(versions ...any) []model.Record {
	taken := map[model.Ref]bool{}
	for _, v := range versions {
		if rec, ok := v.(model.Record); ok {
			taken[rec.Base().Ref] = true
		}
	}
	var out []model.Record
	add := func(ref model.Ref) (model.Record, bool) {
		rec, ok := c.record(ref)
		if !ok || taken[rec.Base().Ref] {
			return nil, false
		}
		taken[rec.Base().Ref] = true
		out = append(out, rec)
		return rec, true
	}
	for _, v := range versions {
		for _, ref := range refsOf(v) {
			rec, ok := add(ref)
			if !ok {
				continue
			}
			if named, ok := registry.Named(rec); ok {
				for _, name := range named.Names.All() {
					add(name.Decision.V)
				}
			}
		}
	}
	return out
}

// refsOf are the references of a version of a record, or of a single file.
func refsOf(version any) (refs []model.Ref) {
	kind := model.NoKind
	switch v := version.(type) {
	case *model.ManifestFile:
		kind = model.Manifest
	case *model.Vocabulary:
		kind = model.VocabularyKind
	case *model.Acknowledged:
		kind = model.AcknowledgedKind
	case model.Record:
		kind = v.Base().Ref.Kind
	default:
		return nil
	}
	model.Walk(model.Fields(kind), version, model.ClassRef|model.ClassSignatory, func(v model.Visit) bool {
		switch p := v.Value.(type) {
		case *model.Ref:
			refs = append(refs, *p)
		case *model.Signatory:
			refs = append(refs, p.Ref)
		}
		return true
	})
	return refs
}

// legible reads one version of a file. It is not ok where something in it could
// not be read: what it says is then not known.
func legible(file string, data []byte) (record any, ok bool) {
	record, findings := load.One(file, data)
	wrong := slices.ContainsFunc(findings, func(f *rule.Finding) bool { return f.Severity == rule.Error })
	return record, record != nil && !wrong
}
